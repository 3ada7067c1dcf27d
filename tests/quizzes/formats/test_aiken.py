"""Aiken: single choice, written and read."""

import pytest
from hypothesis import assume, given, settings
from strategies import questions

from quizzes.formats import format_named
from quizzes.question_data import QuestionData, UnreadableFile

AIKEN = format_named("aiken")


def read(text: str):
    return list(AIKEN.read(text.encode()))


@settings(max_examples=200, deadline=None)
@given(questions("single_choice"))
def test_what_aiken_carries_comes_back(question):
    assume(not AIKEN.cannot_write(question))
    (row,) = AIKEN.read(AIKEN.write([question]))
    options = [{k: v for k, v in option.items() if k in ("text", "right")} for option in question.body["options"]]
    assert row.problems == ()
    assert row.question == QuestionData(type="single_choice", stem=question.stem, body={"options": options})


def choice(**changes) -> QuestionData:
    fields = {
        "type": "single_choice",
        "stem": "甲",
        "body": {"options": [{"text": "一", "right": True}, {"text": "二"}]},
    }
    return QuestionData(**(fields | changes)).cleaned()


def test_the_file_is_aiken():
    assert (
        AIKEN.write([choice(), choice(stem="乙")]).decode()
        == "甲\nA. 一\nB. 二\nANSWER: A\n\n乙\nA. 一\nB. 二\nANSWER: A\n"
    )


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (QuestionData("true_false", "甲", {"right": True}), "单选题"),
        (choice(stem="甲\n乙"), "一行"),
        (choice(body={"options": [{"text": "一\n行", "right": True}, {"text": "二"}]}), "一行"),
        (choice(stem="A. 甲"), "分不清"),
        (choice(stem="答案：甲"), "分不清"),
        (choice(body={"options": [{"text": "一", "right": True}, {"text": "二", "weight": "1/2"}]}), "部分得分"),
        (choice(body={"options": [{"text": "一", "right": True}, {"text": "二"}], "keep_order": True}), "固定"),
    ],
)
def test_what_aiken_cannot_say_is_left_out_with_a_reason(question, reason):
    assert reason in AIKEN.cannot_write(question)
    assert AIKEN.write([question]) == b""


@pytest.mark.parametrize(
    "paper",
    [
        "甲\nA. 一\nB. 二\nANSWER: B",
        "甲\r\nA) 一\r\nB) 二\r\nANSWER:B\r\n",
        "甲\n\nA．一\n\nＢ、二\n\nanswer：Ｂ",
        "甲\nA：一\nB：二\n答案：B。",
    ],
)
def test_variants(paper):
    (row,) = read(paper)
    assert row.question.stem == "甲"
    assert [option.get("right") for option in row.question.body["options"]] == [None, True]


@pytest.mark.parametrize(
    ("paper", "problem"),
    [
        ("甲\nANSWER: A", "没有选项"),
        ("甲\nA. 一\nC. 二\nANSWER: A", "依次"),
        ("甲\nA. 一\nB. 二\nANSWER: AB", "只能有一个答案"),
        ("甲\nA. 一\nB. 二\nANSWER: C", "不是一个选项"),
        ("甲\nA. 一\nB. 二\n\n乙\nA. 一\nB. 二\nANSWER: A", "没有 ANSWER"),
        ("甲\nA. 一\nB. 一\nANSWER: A", "一模一样"),
    ],
)
def test_problems(paper, problem):
    row = read(paper)[0]
    assert row.question is None
    assert problem in "".join(row.problems)
    assert row.source[0].startswith("甲")


def test_a_refused_question_does_not_spoil_the_next():
    rows = read("甲\nA. 一\nB. 二\n\n乙\nA. 一\nB. 二\nANSWER: A")
    assert rows[1].question.stem == "乙"


def test_nothing_to_read():
    with pytest.raises(UnreadableFile):
        read("\n \n")
