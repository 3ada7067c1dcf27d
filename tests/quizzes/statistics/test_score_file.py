"""Tables of scores, pasted or from a file, and the command that reads them."""

import csv
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from quizzes.statistics import ScoreFileError, item_statistics, read_scores, score_file


def joints(table) -> list[dict]:
    return [item.joint for item in table.tally.items]


@pytest.mark.parametrize("separator", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_separators_and_encodings(separator, encoding, newline):
    lines = [["网购", "预付卡"], ["1", "0.5"], ["0", ".25"], ["", ""]]
    table = read_scores(newline.join(separator.join(line) for line in lines).encode(encoding))
    assert (table.labels, table.scale) == (["网购", "预付卡"], 4)
    assert [item.maximum for item in table.tally.items] == [4, 4]
    assert joints(table) == [{(4, 6): 1, (0, 1): 1}, {(2, 6): 1, (1, 1): 1}]


def test_without_a_header_the_items_are_numbered():
    assert read_scores("1,0\n0,1\n").labels == ["第 1 题", "第 2 题"]
    assert read_scores("1\n0\n1").tally.totals == {1: 2, 0: 1}


def test_question_numbers_are_a_header():
    table = read_scores("1,2,3\n1,0,1\n")
    assert (table.labels[2], table.tally.attempts) == ("第 3 题", 1)


def test_a_gap_in_the_header_gets_a_number():
    assert read_scores("网购,\n1,0").labels == ["网购", "第 2 题"]


def test_points_under_a_row_of_maxima():
    table = read_scores("甲\t乙\n2\t5\n1.5\t5\n2\t0", maximum_row=True)
    assert (table.scale, [item.maximum for item in table.tally.items]) == (2, [4, 10])
    assert table.tally.totals == {13: 1, 4: 1}
    assert [item.facility for item in item_statistics(table.tally)] == [87.5, 50]


def test_nothing_is_rounded():
    table = read_scores("0.1,0.2\n1e-3,0.30000000000000004\n")
    assert table.scale == 25 * 10**15
    assert table.tally.items[1].joint.keys() == {(5 * 10**15, 75 * 10**14), (7500000000000001, 7525000000000001)}


@given(st.lists(st.tuples(*[st.integers(0, 1000)] * 3), min_size=1, max_size=20))
def test_any_decimals_come_out_exactly(rows):
    table = read_scores("\n".join(",".join(f"{mark / 1000:.3f}" for mark in row) for row in rows))
    expected: dict[int, int] = {}
    for row in rows:
        expected[sum(row)] = expected.get(sum(row), 0) + 1
    assert {total * 1000 // table.scale: count for total, count in table.tally.totals.items()} == expected


@pytest.mark.parametrize(
    ("text", "code", "sentence"),
    [
        ("", "empty", "表里没有分数。"),
        ("甲,乙\n", "empty", "表里没有分数。"),
        ("\n,,\n", "empty", "表里没有分数。"),
        ("甲,乙\n1,x", "not_a_number", "第 2 行第 2 列的“x”不是数字。"),
        ("1,0\n张三,1", "not_a_number", "第 2 行第 1 列的“张三”不是数字。"),
        ("1,nan", "not_a_number", "第 1 行第 2 列的“nan”不是数字。"),
        ("1,1e999999999", "not_a_number", "第 1 行第 2 列的“1e999999999”不是数字。"),
        ("1,1.01", "out_of_range", "第 1 行第 2 列的“1.01”不在 0 到 1 之间。"),
        ("1,-0.1", "out_of_range", "第 1 行第 2 列的“-0.1”不在 0 到 1 之间。"),
        ("1,0\n\n1,", "blank", "第 3 行第 2 列是空的；没有作答请填 0。"),
        ("1,0\n1", "ragged", "第 2 行有 1 列，前面各行是 2 列。"),
        (",".join("0" * 501), "too_many_columns", "第 1 行有 501 列，最多 500 列。"),
        ("0," + "0" * 140_000, "broken", "第 1 行的引号或格式不对，读不下去。"),
    ],
)
def test_what_is_wrong_and_where(text, code, sentence):
    with pytest.raises(ScoreFileError) as caught:
        read_scores(text)
    assert (caught.value.code, str(caught.value)) == (code, sentence)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甲\n0\n0", "bad_maximum"),
        ("甲\nx\n0", "bad_maximum"),
        ("2\n3", "out_of_range"),
        ("甲", "empty"),
        ("2", "empty"),
    ],
)
def test_what_is_wrong_with_points(text, code):
    with pytest.raises(ScoreFileError) as caught:
        read_scores(text, maximum_row=True)
    assert caught.value.code == code


def test_too_many_rows_and_foreign_bytes(monkeypatch):
    monkeypatch.setattr(score_file, "MAX_ROWS", 2)
    assert read_scores("甲\n1\n0").tally.attempts == 2
    with pytest.raises(ScoreFileError, match="最多 2 行"):
        read_scores("甲\n1\n0\n1")
    with pytest.raises(ScoreFileError, match="编码"):
        read_scores(b"\xff\xff\xff")


# ---- the command ----


@pytest.fixture
def scores(tmp_path):
    path = tmp_path / "scores.csv"
    path.write_text("甲,乙,丙\n1,1,1\n1,1,0\n1,0.5,0\n0,0,1\n0,0,0\n", encoding="utf-8")
    return path


def test_the_command_prints_csv(scores):
    out = StringIO()
    call_command("item_statistics", scores=scores, stdout=out)
    rows = list(csv.reader(out.getvalue().splitlines()))
    facility, discrimination = (
        rows[0].index(next(header for header in rows[0] if header.endswith(name)))
        for name in (" facility", " discrimination_index")
    )
    assert [row[0] for row in rows[1:4]] == ["甲", "乙", "丙"]
    assert [row[facility] for row in rows[1:4]] == ["60.0", "50.0", "40.0"]
    assert [row[discrimination] for row in rows[1:4]] == ["49.2366", "70.7107", "-8.9087"]
    assert ["作答人数 attempts", "5", ""] in rows[5:]


def test_the_command_writes_files(scores, tmp_path):
    call_command("item_statistics", scores=scores, out=tmp_path / "out.csv")
    call_command("item_statistics", scores=scores, out=tmp_path / "out.xlsx")
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert load_workbook(BytesIO((tmp_path / "out.xlsx").read_bytes())).sheetnames == ["题目", "整卷"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"scores": "absent.csv"}, "读不了"),
        ({"out": "out.pdf"}, "结尾"),
        ({"out": "absent/out.csv"}, "写不了"),
        ({"scores": "bad.csv"}, "第 1 行第 1 列"),
    ],
)
def test_the_command_refuses_in_one_sentence(scores, tmp_path, changes, sentence):
    (tmp_path / "bad.csv").write_text("2,1\n")
    paths = {"scores": scores} | {name: tmp_path / path for name, path in changes.items()}
    with pytest.raises(CommandError, match=sentence) as caught:
        call_command("item_statistics", **paths)
    assert caught.value.returncode == 1
