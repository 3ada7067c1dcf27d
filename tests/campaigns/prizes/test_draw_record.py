"""The record: everything in it is recomputed, and nothing in it can be altered."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.prizes import draw as draw_module
from campaigns.prizes.draw import (
    commitment_digest,
    list_root,
    main,
    read_record,
    rules_digest,
    tagged_hash,
    verify,
)
from campaigns.prizes.records import _sealed, conclude
from factories.draws import QUICKNET, REVEALED, SSQ, announced, digest, file, line, people, record, rules, tier

QUICKNET_657413 = {
    "kind": "drand",
    "randomness": "fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587",
    "signature": "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b",
    "previous_signature": "",
}
DRAND = {"kind": "drand", "chain": QUICKNET, "round": 657413}
BEFORE_THE_ROUND = "2023-09-15T08:00:00Z"  # the round came at 11:00:03
LOTTERY = {"kind": "lottery", "games": [SSQ]}
NUMBERS = {"kind": "lottery", "numbers": [[[3, 7, 12, 19, 28, 33], [9]]]}

MIXED = [line(number, number // 2, 98 + number % 3) for number in range(12)]
RULES = rules(
    tier("first", 1, 1, 1, [(100, 100), (99, 99)]), tier("second", 2, 3, 2, [(98, 100)]), limit="highest", common=2
)


@pytest.fixture(scope="module")
def finished() -> dict:
    return record(RULES, MIXED)


def failure(finished: dict, **options) -> str:
    return verify(file(finished), **options).failure


def test_a_right_record_passes_and_says_what_remains(finished):
    report = verify(file(finished))
    assert report.failure == ""
    assert [check.split(":")[0] for check in report.checks] == ["文件", "规则", "名单", "承诺", "种子", "结果"]
    assert [finished["commitment"] in note for note in report.remaining] == [True, False]
    assert len(verify(file(finished), commitment=finished["commitment"]).remaining) == 1


def test_reading_gives_back_what_was_written(finished):
    assert read_record(file(finished)) == finished
    assert json.loads(file(finished)) == finished


def test_an_entry_stands_on_a_line_of_its_own(finished):
    assert f'"{sorted(MIXED)[3]}",'.encode() in file(finished).splitlines()


def test_the_digest_can_be_checked_with_common_tools(finished):
    """head -n -2 record.json | sha256sum"""
    content = b"".join(file(finished).splitlines(keepends=True)[:-2])
    assert draw_module.sha256(content).hexdigest() == finished["digest"]


def test_every_altered_byte_fails(finished):
    data = file(finished)
    for place in range(len(data)):
        altered = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        assert verify(altered).failure, f"byte {place} of {len(data)}"


@given(st.data())
def test_bytes_put_in_or_left_out_fail(data):
    original = file(record(rules(), people(3)))
    place = data.draw(st.integers(0, len(original)))
    end = data.draw(st.integers(place, min(place + 9, len(original))))
    altered = original[:place] + data.draw(st.binary(max_size=9)) + original[end:]
    assert bool(verify(altered).failure) == (altered != original)


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"{", b"\xff", b"[" * 100_000, b'{"kind":"draw"}', b"1" * 5000])
def test_what_is_no_record_is_refused(data):
    assert verify(data).failure


def leaves(value: object, path=()) -> list[tuple]:
    """The path of every string and number in a record."""
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for place, inner in enumerate(value) for leaf in leaves(inner, (*path, place))]
    return [path]


def altered(finished: dict, path: tuple) -> dict:
    """The record with one value changed to another of its kind, and a digest that fits."""
    copy = json.loads(json.dumps(finished))
    *way, key = path
    holder = copy
    for step in way:
        holder = holder[step]
    value = holder[key]
    if isinstance(value, int):
        holder[key] = value + 1
    elif value and all(letter in "0123456789abcdef" for letter in value):
        holder[key] = value[:-1] + ("0" if value[-1] != "0" else "1")
    else:
        holder[key] = value + "1"
    return reseal(copy)


def reseal(copy: dict) -> dict:
    content = draw_module.sha256("".join(draw_module.record_text(copy)).encode())
    return copy | {"digest": content.hexdigest()}


def test_every_altered_value_fails_even_with_a_digest_that_fits(finished):
    paths = [path for path in leaves(finished) if path not in (("digest",), ("kind",))]
    assert {path[0] for path in paths} >= {"campaign", "title", "rules", "entries", "seed", "winners", "reserves"}
    for path in paths:
        assert failure(altered(finished, path)), path


def test_evidence_is_held_by_the_digest_alone():
    """Where a number was published is for people to follow; it is no input of the draw."""
    finished = conclude(announced(RULES, MIXED), outcome=record(RULES, MIXED)["seed_data"]["outcome"], evidence=["甲"])
    assert failure(finished | {"evidence": ["乙"]}) == "文件:内容与文件末尾的摘要不符"
    assert failure(reseal(finished | {"evidence": ["乙"]})) == ""


@pytest.mark.parametrize("key", ["winners", "reserves", "entries"])
def test_leaving_out_or_swapping_places_fails(finished, key):
    for changed in (finished[key][1:], finished[key][:-1], finished[key][::-1]):
        assert failure(reseal(finished | {key: changed}))


def test_another_list_that_agrees_with_itself_is_found_by_the_published_commitment(finished):
    """Whoever owns the record can make a new one; the figure published beforehand is what they can't change."""
    forged = record(RULES, [*MIXED, line("crony", "crony")])
    assert failure(forged) == ""
    assert failure(forged, commitment=finished["commitment"]) == "承诺:与事先公布的摘要不同"


BACKWARDS = sorted(MIXED, reverse=True)


@pytest.mark.parametrize(
    ("falsehood", "reason"),
    [
        ({"count": len(MIXED) + 1}, "名单:份数不符"),
        ({"root": digest("another list")}, "名单:默克尔根不符"),
        ({"rules_digest": digest("other rules")}, "规则:与规则摘要不符"),
        ({"entries": BACKWARDS, "root": list_root(BACKWARDS)}, "名单:没有按参与码排列"),
        ({"entries": [*MIXED, MIXED[0]], "count": len(MIXED) + 1}, "名单:参与码 .* 重复"),
        ({"excluded": [MIXED[0][65:129]]}, "衔接:缺少上一份记录"),
    ],
)
def test_a_falsehood_committed_to_from_the_start_fails(falsehood, reason):
    """Commitment, seed, winners and digest all follow from the false figure."""
    forged = announced(RULES, MIXED) | falsehood
    forged["commitment"] = commitment_digest(forged)
    assert re.match(reason, failure(conclude(forged, outcome=REVEALED)))


def test_every_part_of_the_commitment_changes_the_seed():
    base = announced(RULES, MIXED)
    others = [
        announced(RULES, MIXED[1:]),
        announced(RULES | {"unclaimed": "forfeit"}, MIXED),
        announced(RULES, MIXED, campaign="315-2026-b"),
        announced(RULES, MIXED, title="另一场"),
        announced(RULES, MIXED, committed_at="2026-03-15T02:00:01Z"),
    ]
    assert len({one["commitment"] for one in [base, *others]}) == 6
    assert all(one["commitment"] == commitment_digest(one) for one in others)
    assert (base["root"], base["rules_digest"]) == (list_root(sorted(MIXED)), rules_digest(RULES))


def test_a_drand_round_gives_the_seed():
    rule = RULES | {"sources": [DRAND]}
    finished = record(rule, MIXED, QUICKNET_657413, committed_at=BEFORE_THE_ROUND)
    report = verify(file(finished))
    assert report.failure == ""
    assert "quicknet 链第 657413 轮" in report.remaining[1]


def test_a_lottery_gives_the_seed():
    finished = record(RULES | {"sources": [LOTTERY]}, MIXED, NUMBERS)
    report = verify(file(finished))
    assert report.failure == ""
    assert "双色球第 2026031 期" in report.remaining[1]
    other = {"kind": "lottery", "numbers": [[[3, 7, 12, 19, 28, 33], [10]]]}
    assert record(RULES | {"sources": [LOTTERY]}, MIXED, other)["seed"] != finished["seed"]


def test_the_second_source_counts_when_the_first_failed():
    rule = RULES | {"sources": [*RULES["sources"], LOTTERY]}
    finished = conclude(announced(rule, MIXED), outcome=NUMBERS, source=1, reason="公证员没有按时揭示")
    assert failure(finished) == ""
    assert finished["seed"] == tagged_hash("seed", finished["commitment"], "1", "[[[3,7,12,19,28,33],[9]]]")


def test_without_a_rule_about_persons_the_record_names_none():
    finished = record(rules(tier(quantity=2), limit="entry"), [line(number) for number in range(6)])
    assert failure(finished) == ""
    assert {place["person"] for place in finished["winners"]} == {"-"}


@pytest.fixture
def saved(finished, tmp_path) -> Path:
    path = tmp_path / "record.json"
    path.write_bytes(file(finished))
    return path


def test_the_command_says_in_a_sentence_what_it_found(saved, finished, capsys):
    assert main(["verify", str(saved), "--commitment", finished["commitment"].upper()]) == 0
    printed = capsys.readouterr().out
    assert "结论:核对通过" in printed
    assert printed.count("✓") == 6
    assert main(["verify", str(saved), "--commitment", digest("other")]) == 1
    assert "✗ 承诺:与事先公布的摘要不同\n结论:核对失败" in capsys.readouterr().out


def test_the_command_prints_one_object(saved, capsys):
    assert main(["verify", str(saved), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["ok"], shown["failure"], len(shown["checks"])) == (True, "", 6)
    saved.write_bytes(saved.read_bytes()[:-1])
    assert main(["verify", str(saved), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["failure"] == "文件:写法不是规定的格式"


def test_the_command_tells_a_missing_file(tmp_path, capsys):
    assert main(["verify", str(tmp_path / "none.json")]) == 1
    assert "读不出来" in capsys.readouterr().out


def test_one_file_is_enough_to_verify(saved, tmp_path):
    """draw.py alone in a folder, without this project's packages, settings or anything installed."""
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(draw_module.__file__, alone)
    command = [sys.executable, "-I", "-S", "draw.py", "verify", str(saved)]
    run = subprocess.run(
        command, cwd=alone, capture_output=True, encoding="utf-8", env={"PYTHONUTF8": "1"}, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert "结论:核对通过" in run.stdout


def test_the_digest_is_made_from_all_fields_in_the_order_of_the_file(finished):
    shuffled = dict(reversed(finished.items()))
    assert _sealed(shuffled) == finished
