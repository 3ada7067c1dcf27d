"""The table of results: the same numbers on the screen, in CSV and in Excel."""

import csv
from io import BytesIO

import pytest
from openpyxl import load_workbook

from quizzes.statistics import QuizTally, item_statistics, quiz_statistics, result_table, rounded, safe_text


@pytest.fixture
def table():
    tally = QuizTally.empty((10, 20, 10))
    for marks in [(10, 20, 10), (10, 20, 0), (10, 10, 0), (0, 0, 10), (0, 0, 0)]:
        tally.add(marks)
    labels = ["网购", "=cmd|' /C calc'!A0", "预付卡\x07"]
    return result_table(item_statistics(tally), quiz_statistics(tally), labels, scale=10)


def test_rows(table):
    assert table.item_headers[:4] == ["题目", "作答人数", "平均分", "满分"]
    assert table.item_rows[0] == [
        "网购", 5, 0.6, 1, 60.0, 54.7723, None, 25.0, 33.4273, 72.0577, 100.0, 100.0
    ]  # fmt: skip
    assert table.quiz_rows[:5] == [
        ["作答人数", 5, None],
        ["满分", 4, 100.0],
        ["平均分", 2.0, 50.0],
        ["中位数", 2.0, 50.0],
        ["标准差", 1.5811, 39.5285],
    ]
    assert table.quiz_rows[-3:] == [
        ["内部一致性（克龙巴赫 α，%）", 54.0, None],
        ["误差比（%）", 67.8233, None],
        ["测量标准误", 1.0724, 26.8095],
    ]


def test_excel_and_csv_hold_the_same(table):
    file = BytesIO()
    table.write_xlsx(file)
    book = load_workbook(file)
    assert book.sheetnames == ["题目", "整卷"]
    sheets = [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book]
    assert sheets == [[table.item_headers, *table.item_rows], [table.quiz_headers, *table.quiz_rows]]
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
    file = BytesIO()
    table.write_csv(file)
    assert file.getvalue().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(file.getvalue().decode("utf-8-sig").splitlines()))
    written = ["" if value is None else str(value) for value in table.item_rows[0]]
    assert rows[1] == written
    assert rows[4] == []
    assert rows[5] == table.quiz_headers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\t=1", "'\t=1"),
        ("网购", "网购"),
        ("a\0b", "ab"),
    ],
)
def test_text_never_becomes_a_formula(text, expected):
    assert safe_text(text) == expected


def test_rounding():
    assert (rounded(2 / 3), rounded(1 / 3), rounded(7), rounded(None)) == (0.6667, 0.3333, 7, None)
    assert str(rounded(-0.00001)) == "0.0"


def test_headers_for_programs():
    tally = QuizTally.empty((1,))
    table = result_table(item_statistics(tally), quiz_statistics(tally), ["题"], keys=True)
    assert table.item_headers[4] == "难度指数（得分率，%） facility"
    assert table.item_rows == [["题", 0, None, 1, None, None, None, 100.0, None, None, None, None]]
