"""Pasted papers: what goes with a question, what is refused and why, and that nothing is dropped without a word."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from strategies import TRICKY

from quizzes.formats import format_named
from quizzes.question_data import UnreadableFile

TEXT = format_named("text")
OPTIONS = "\nA. 一\nB. 二\nC. 三\n"


def read(paper: str):
    return list(TEXT.read(paper.encode()))


def one(paper: str):
    (row,) = read(paper)
    return row


def test_everything_that_may_stand_with_a_question():
    question = one(
        "1.（3分）甲？"
        + OPTIONS
        + "【答案】C【解析】第一行。\n第二行。\n【难度】易\n【分类】网络购物/退货\n【编号】q-1\n"
        "【法律依据】《消费者权益保护法》第二十五条\n【核对日期】2026年11月25日"
    ).question
    assert question.points == 3
    assert question.explanation == "第一行。\n第二行。"
    assert (question.difficulty, question.category, question.code) == ("easy", "网络购物/退货", "q-1")
    assert (question.law, question.checked_on) == ("《消费者权益保护法》第二十五条", date(2026, 11, 25))


@pytest.mark.parametrize(
    ("paper", "points"),
    [
        ("1. 甲？（2分）" + OPTIONS + "答案：A", 2),
        ("1. 甲？" + OPTIONS + "答案：A\n分值：5分", 5),
        ("一、单选题（每小题 4 分，共 8 分）\n1. 甲？" + OPTIONS + "答案：A", 4),
        ("1.【单选题，6分】甲？" + OPTIONS + "答案：A", 6),
        ("1. 甲？" + OPTIONS + "答案：A", 1),
    ],
)
def test_points(paper, points):
    row = one(paper)
    assert (row.question.stem, row.question.points) == ("甲？", points)


def test_half_points_are_named():
    row = one("一、单选题（每题0.5分）\n1. 甲？" + OPTIONS + "答案：A")
    assert row.question.points == 1
    assert "0.5" in row.warnings[0]


def test_points_in_the_midst_of_a_stem_belong_to_it():
    assert one("1. 考试（100分）没过怎么办？" + OPTIONS + "答案：A").question.stem == "考试（100分）没过怎么办？"


def test_explanations_listed_with_the_answers_go_to_their_questions():
    rows = read("1. 甲" + OPTIONS + "2. 乙" + OPTIONS + "参考答案\n1. B 解析：因为一。\n2. A【解析】因为二。\n还有三。")
    assert [row.question.explanation for row in rows] == ["因为一。", "因为二。\n还有三。"]


def test_the_key_in_the_brackets_is_taken_out_of_the_stem():
    row = one("1. 网购（B）内可以退。" + OPTIONS + "答案：B")
    assert row.question.stem == "网购（ ）内可以退。"


def test_brackets_that_contradict_the_answer_are_named():
    row = one("1. 网购（C）内可以退。" + OPTIONS + "答案：B")
    assert "“C”" in row.warnings[0]
    assert row.question.stem == "网购（C）内可以退。"


def test_a_listed_answer_that_contradicts_the_question_is_refused():
    rows = read("1. 甲" + OPTIONS + "答案：A\n2. 乙" + OPTIONS + "答案：B\n参考答案：1-2 CB")
    assert rows[0].question is None
    assert "“A”" in rows[0].problems[0]
    assert "“C”" in rows[0].problems[0]
    assert rows[1].question is not None


@pytest.mark.parametrize(
    ("paper", "problem"),
    [
        ("1. 甲？" + OPTIONS, "没有找到答案"),
        ("1. 甲？" + OPTIONS + "答案：D", "没有对应的选项"),
        ("1. 甲？" + OPTIONS + "答案：略", "不是选项的字母"),
        ("1. 甲？" + OPTIONS + "答案：AA", "重复"),
        ("一、单选题\n1. 甲？" + OPTIONS + "答案：AB", "只能有一个正确选项"),
        ("一、单选题\n1. 甲？\n答案：A", "没有认出选项"),
        ("1. 甲（A）和乙（B）？" + OPTIONS, "几个括号"),
        ("1. 赔____倍，最低____元。\n答案：三", "有 2 个空，答案却认出 1 个"),
        ("1. 赔____倍。", "没有找到答案"),
        ("三、判断题\n1. 甲。\n答案：也许", "没有找到答案"),
        ("1. 甲？" + OPTIONS + "答案：A\n【核对日期】昨天", "核对日期"),
        ("1. 甲？" + OPTIONS + "答案：A\n【难度】变态", "难度"),
        ("1. 甲？" + OPTIONS + "答案：A\n【法律依据】《民法典》", "核对日期"),
        ("1. 一段话。\n2. 甲？" + OPTIONS + "答案：A", "看不出是哪种题"),
        ("五、排序题\n1. 排一排。" + OPTIONS, "Excel"),
    ],
)
def test_problems(paper, problem):
    row = read(paper)[0]
    assert row.question is None
    assert problem in "".join(row.problems)
    assert row.source[0]
    assert row.source[0] in paper


@pytest.mark.parametrize(
    ("paper", "name"),
    [
        ("五、简答题\n1. 简述维权途径。\n答案：协商、调解、投诉。", "简答题"),
        ("1.【论述题】谈谈诚信。", "论述题"),
        ("1. 什么是欺诈？\n答：隐瞒真相。", "问答题"),
        ("1. 遇到假货怎么办？", "问答题"),
        ("六、案例分析题（共20分）\n1. 小明网购……\n（1）商家对吗？\n（2）怎么办？", "案例分析题"),
    ],
)
def test_questions_that_a_machine_cannot_mark_are_counted_and_named(paper, name):
    row = one(paper)
    assert (row.question, row.unsupported, row.problems) == (None, name, ())
    assert row.source[0]


def test_essays_after_other_questions_and_their_listed_answers():
    rows = read(
        "一、单选题\n1. 甲"
        + OPTIONS
        + "二、简答题\n1. 简述途径。\n2. 谈谈看法。\n参考答案\n一、单选题\n1. C\n二、简答题\n1. 协商、调解。\n2. 言之有理即可。"
    )
    assert [row.unsupported for row in rows] == ["", "简答题", "简答题"]
    assert rows[0].question.body["options"][2]["right"]


def test_text_before_the_first_question_and_answers_without_a_question_are_named():
    rows = read("消费知识测验\n姓名：____\n1. 甲" + OPTIONS + "2. 乙" + OPTIONS + "参考答案：1.A 2.B 3.C")
    assert "消费知识测验／姓名：____" in rows[0].warnings[0]
    assert "3. C" in rows[1].warnings[0]


def test_a_range_with_too_few_answers_gives_none_and_is_named():
    rows = read("1. 甲" + OPTIONS + "2. 乙" + OPTIONS + "3. 丙" + OPTIONS + "参考答案：1-3 AB")
    assert [row.question for row in rows] == [None, None, None]
    assert "1-3 AB" in rows[2].warnings[0]


def test_instructions_below_a_heading_are_named():
    row = one("一、单选题\n下列各题只有一个正确答案，请把字母填在括号里。\n1. 甲" + OPTIONS + "答案：A")
    assert "请把字母填在括号里" in row.warnings[0]


def test_slashes_between_spellings_are_named_and_fractions_left_alone():
    rows = read("1. 赔____。\n答案：三倍/3倍\n2. 占____。\n答案：1/2")
    assert rows[0].question.body == {"blanks": [["三倍", "3倍"]]}
    assert "2 种说法" in rows[0].warnings[0]
    assert rows[1].question.body == {"blanks": [["1/2"]]}


def test_numbers_count_the_questions_of_the_paper():
    rows = read("一、单选题\n1. 甲" + OPTIONS + "答案：A\n二、判断题\n1. 乙。（√）")
    assert [row.number for row in rows] == [1, 2]


def test_a_thousand_questions_keep_their_answers():
    paper = "".join(f"{n}. 第{n}问" + OPTIONS for n in range(1, 1001))
    key = " ".join(f"{n}.{'ABC'[n % 3]}" for n in range(1, 1001))
    rows = read(f"{paper}参考答案\n{key}")
    rights = [[n for n, option in enumerate(row.question.body["options"]) if option.get("right")] for row in rows]
    assert rights == [[n % 3] for n in range(1, 1001)]


def test_a_question_that_never_ends_is_refused_and_the_next_one_read():
    rows = read("1. 甲" + "\n很长" * 10_001 + "\n2. 乙" + OPTIONS + "答案：A")
    assert "超过 20000 个字" in rows[0].problems[0]
    assert len(rows[0].source[0]) <= 40_000
    assert rows[1].question


@pytest.mark.parametrize("sign", ["A.x ", "_", "（ ）", "【答案】", "1.", "（A）", "①"])
def test_a_line_of_one_sign_over_and_over_is_answered(sign):
    row = read("1. 甲" + OPTIONS + "答案：A\n2. " + sign * (19_000 // len(sign)))[0]
    assert row.question


@pytest.mark.parametrize("paper", ["只是一段话。", "通知\n各位同学：\n明天放假。", "\n\n"])
def test_no_questions(paper):
    with pytest.raises(UnreadableFile):
        read(paper)


PIECES = st.one_of(
    st.sampled_from(
        [
            *TRICKY,
            "一、单选题",
            "参考答案",
            "答案：",
            "1-5 ABCDA",
            "A.",
            "B.",
            "（ ）",
            "____",
            "2.",
            "（1）",
            "①",
            "题号 1 2",
            "答案 A B",
            "\n",
        ]
    ),
    st.text(max_size=5),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25), st.sampled_from(["", " ", "\n"]))
def test_whatever_is_pasted_is_read_or_refused(pieces, joint):
    try:
        rows = read(joint.join(pieces))
    except UnreadableFile:
        return
    for row in rows:
        assert row.question or row.problems or row.unsupported
        assert row.question is None or row.question.cleaned() == row.question


def test_refused_questions_come_back_with_their_words_and_the_reason():
    rows = read("1. 甲" + OPTIONS + "答案：A\n2. =乙" + OPTIONS + "3. 简述丙。")
    sheet = load_workbook(BytesIO(TEXT.rejected(rows))).active
    table = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert table[0] == ["位置", "原文", "原因"]
    assert table[1] == ["2", "2. =乙\nA. 一\nB. 二\nC. 三", "没有找到答案。"]
    assert table[2] == ["3", "3. 简述丙。", "平台没有这种题型：问答题。"]


@pytest.mark.parametrize("words", ["以上都是", "以上说法均不对", "A和B", "A、C都对", "上述选项都对"])
def test_options_that_speak_of_others_stay_in_their_places(words):
    row = one(f"1. 甲？\nA. 一\nB. 二\nC. 三\nD. {words}\n答案：D")
    assert row.question.body["keep_order"] is True
    assert "不打乱" in row.warnings[0]
    assert "keep_order" not in one("1. 甲？" + OPTIONS + "答案：A").question.body
