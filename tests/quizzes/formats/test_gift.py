from dataclasses import replace
from datetime import date

import pytest
import strategies
from hypothesis import assume, given, settings

from quizzes.formats.gift import Gift
from quizzes.question_data import Picture, QuestionData, UnreadableFile

GIFT = Gift()


def read(text: str | bytes) -> list:
    return list(GIFT.read(text.encode() if isinstance(text, str) else text))


def one(text: str):
    """The question of a text with one; its problems are the failure's message."""
    (row,) = read(text)
    assert not row.problems, row.problems
    return row.question


def with_one_blank(question: QuestionData) -> QuestionData:
    """A fill-in question as GIFT can hold it; others as they are."""
    if question.type != "fill_in":
        return question
    stem = question.stem.replace("____", "·", question.stem.count("____") - 1)
    return replace(question, stem=stem, body={"blanks": question.body["blanks"][:1]}).cleaned()


def options(question) -> dict[str, object]:
    """Option texts with what each is worth: True, None or a weight."""
    return {o["text"]: (o.get("right") and not o.get("weight")) or o.get("weight") for o in question.body["options"]}


@pytest.mark.parametrize("code", ["single_choice", "multiple_choice", "true_false", "fill_in", "numeric", "matching"])
def test_reading_gives_back_what_was_written(code):
    written = []

    @settings(max_examples=60, deadline=None)
    @given(strategies.questions(code).map(with_one_blank))
    def check(question):
        assume(not GIFT.cannot_write(question))
        written.append(question)
        (row,) = GIFT.read(GIFT.write([question]))
        assert row.question == question
        assert row.problems == ()

    check()
    assert len(written) > 10


@settings(max_examples=60, deadline=None)
@given(strategies.st.lists(strategies.questions(), min_size=1, max_size=6))
def test_a_file_of_many_keeps_order_and_categories(questions):
    rows = list(GIFT.read(GIFT.write(questions)))
    assert [row.question for row in rows] == [q for q in questions if not GIFT.cannot_write(q)]
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))


# The examples of the documentation and of Moodle's own examples file.


def test_multiple_choice_of_the_documentation():
    question = one("Who's buried in Grant's tomb?{=Grant ~no one ~Napoleon ~Churchill ~Mother Teresa }")
    assert question.type == "single_choice"
    assert question.stem == "Who's buried in Grant's tomb?"
    assert [o["text"] for o in question.body["options"]] == [
        "Grant",
        "no one",
        "Napoleon",
        "Churchill",
        "Mother Teresa",
    ]
    assert question.body["options"][0]["right"]


def test_missing_word_puts_a_blank_into_the_stem():
    assert one("Moodle costs {~lots of money =nothing ~a small amount} to download from moodle.org.").stem == (
        "Moodle costs ____ to download from moodle.org."
    )
    question = one("Two plus {=two =2} equals four.")
    assert (question.type, question.stem, question.body) == (
        "fill_in",
        "Two plus ____ equals four.",
        {"blanks": [["two", "2"]]},
    )
    assert one("Two plus two equals {=four =4}.").stem == "Two plus two equals ____."


def test_titles_comments_and_feedback():
    question = one(
        """// question: 1 name: Grants tomb
::Grants tomb::Who is buried in Grant's tomb in New York City? {
=Grant
~No one
#Was true for 12 years, but Grant's remains were buried in the tomb in 1897
~Napoleon
#He was buried in France
// a comment between the answers
~Churchill
#He was buried in England
}"""
    )
    assert question.stem == "Who is buried in Grant's tomb in New York City?"
    assert question.body["options"][2] == {"text": "Napoleon", "feedback": "He was buried in France"}
    assert question.code == ""


def test_titles_that_repeat_stay_two_questions():
    rows = read("::Jesus' hometown::甲 {=a ~b}\n\n::Jesus' hometown:: 乙 {=c}")
    assert [row.question.stem for row in rows] == ["甲", "乙"]


def test_multiple_answers_with_weights():
    question = one("What two people?{ ~%-100%No one ~%50%Grant ~%50%Grant's wife ~%-100%Grant's father }")
    assert (question.type, question.body["rule"]) == ("multiple_choice", "per_option")
    question = one("What two people?{ ~%-50%No one ~%50%Grant ~%50%Grant's wife ~%-50%Grant's father }")
    assert question.body["rule"] == "weights"
    assert options(question) == {"No one": "-1/2", "Grant": "1/2", "Grant's wife": "1/2", "Grant's father": "-1/2"}
    (row,) = read("What two people?{ ~No one ~%50%Grant ~%50%Grant's wife ~Grant's father }")
    assert row.question.body["rule"] == "weights"
    assert any("不扣分" in words for words in row.warnings)


def test_thirds_are_exact():
    question = one("选三个{~%33.33333%a ~%33.333%b ~%33.33%c ~%-16.66667%d}")
    assert options(question) == {"a": "1/3", "b": "1/3", "c": "1/3", "d": "-1/6"}


def test_weights_of_a_single_choice():
    question = one(
        "::Jesus' hometown::Jesus Christ was from { ~Jerusalem#no ~%25%Bethlehem#born ~%50%Galilee =Nazareth#Yes! }."
    )
    assert options(question) == {"Jerusalem": None, "Bethlehem": "1/4", "Galilee": "1/2", "Nazareth": True}
    assert question.stem == "Jesus Christ was from ____."


def test_true_and_false_with_both_feedbacks():
    assert one("1+1=2 {T}".replace("=", "\\=")).body == {"right": True}
    question = one("Grant is buried in Grant's tomb.{FALSE#No one is buried in Grant's tomb.#Right.####General.}")
    assert question.body == {
        "right": False,
        "feedback": {"true": "No one is buried in Grant's tomb.", "false": "Right."},
    }
    assert question.explanation == "General."
    assert one("The sun rises in the east.{TRUE####Always.}").explanation == "Always."


def test_short_answers_with_weights():
    question = one("Jesus Christ was from {\n=Nazareth\n=%75%Nazereth\n=%25%Bethlehem }.")
    assert question.body == {
        "blanks": [["Nazareth", {"text": "Nazereth", "weight": "3/4"}, {"text": "Bethlehem", "weight": "1/4"}]]
    }
    (row,) = read("Who's buried in Grant's tomb?{=no one#excellent answer! =nobody#excellent answer!}")
    assert row.question.body == {"blanks": [["no one", "nobody"]]}
    assert any("反馈" in words for words in row.warnings)


def test_wildcards_are_refused_unless_they_catch_the_rest():
    (row,) = read("Name?{=Ulysses *}")
    assert row.question is None
    assert "通配符" in row.problems[0]
    assert one("Name?{=a\\\\*b =%0%*}").body == {"blanks": [["a*b"]]}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("#3:2", [{"value": "3", "tolerance": "2"}]),
        ("#1..5", [{"value": "3", "tolerance": "2"}]),
        ("#1822", [{"value": "1822", "tolerance": "0"}]),
        ("#3.141..3.142", [{"value": "3.1415", "tolerance": "0.0005"}]),
        ("#-3..-1", [{"value": "-2", "tolerance": "1"}]),
        (
            "#\n    =1822:0      #Correct! 100% credit\n    =%50%1822:2  #He was born in 1822.\n",
            [{"value": "1822", "tolerance": "0"}, {"value": "1822", "tolerance": "2", "weight": "1/2"}],
        ),
        ("#=5:0.1~#wrong", [{"value": "5", "tolerance": "0.1"}]),
    ],
)
def test_numbers(answers, expected):
    question = one(f"When was Ulysses S. Grant born? {{{answers}}}")
    assert (question.type, question.body) == ("numeric", {"answers": expected})


def test_matching_with_and_without_spaces():
    question = one("Match.{=Canada->Ottawa =Italy  -> Rome\n=Japan -> Tokyo = -> Paris ####Cities.}")
    assert question.body == {"pairs": [["Canada", "Ottawa"], ["Italy", "Rome"], ["Japan", "Tokyo"]], "extra": ["Paris"]}
    assert question.explanation == "Cities."


def test_essays_and_descriptions_are_named():
    rows = read(
        "Write a short biography of Dag Hammarskjöld. {}\n\nYou can use your pencil and paper.\n\n// nothing but a comment"
    )
    assert [row.unsupported for row in rows] == ["论述题（essay）", "说明文字（description）"]
    assert rows[0].source == ("Write a short biography of Dag Hammarskjöld. {}",)


def test_special_characters():
    question = one("Which answer equals 5? { ~ \\= 2 + 2 = \\= 2 + 3 ~ \\= 2 + 4 }")
    assert options(question) == {"= 2 + 2": None, "= 2 + 3": True, "= 2 + 4": None}
    question = one(
        "::GIFT Control Characters::\nWhich is NOT a control character? {\n ~ \\~ # \\~ is one.\n ~ \\=\n ~ \\#\n ~ \\{\n ~ \\}\n = \\\\ # BUT,\n it is \\\\ used\n}"
    )
    assert list(options(question)) == ["~", "=", "#", "{", "}", "\\"]
    assert question.body["options"][5]["feedback"] == "BUT,\nit is \\ used"
    assert one("第一行\\n第二行\\: 问{T}").stem == "第一行\n第二行: 问"


def test_forms_of_text():
    question = one("[html]<p>买了<b>假货</b></p><p>怎么办？</p>{=[plain]<退>#赔 ~<i>算</i>了}")
    assert question.stem == "买了**假货**\n怎么办？"
    assert [o["text"] for o in question.body["options"]] == ["<退>", "**算**了"]
    assert (
        one("[markdown]Who's buried in **Grant's tomb**? ____{=no one}").stem
        == "Who's buried in **Grant's tomb**? ____"
    )
    assert one("[plain]**原样** <b>{T}").stem == "**原样** <b>"
    assert one("a < b 且 c > d{T}").stem == "a < b 且 c > d"
    (row,) = read('[html]看图<img src="@@PLUGINFILE@@/a.png">{T}')
    assert any("图片" in words for words in row.warnings)


def test_categories_lose_their_context():
    rows = read(
        "$CATEGORY: $course$/top/网购/七天退货\n\n甲{T}\n\n$CATEGORY: tom/dick/harry\n\n乙{T}\n\n$CATEGORY: $system$\n丙{T}\n\n$CATEGORY: $course$/top/a//b\n\n丁{T}"
    )
    assert [row.question.category for row in rows] == ["网购/七天退货", "tom/dick/harry", "", "a／b"]


def test_ordering_of_the_moodle_plugin():
    question = one("::Moodle::[html]Put these words in order.{>2     none\nModular\nObject\nOriented\n}")
    assert (question.type, question.body["items"]) == ("ordering", ["Modular", "Object", "Oriented"])


def test_blanks_that_moodle_writes_with_five_lines():
    assert one("Two plus _____ equals four.{=two}").stem == "Two plus ____ equals four."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("没有右括号{=a ~b", "花括号"),
        ("没有左括号 a}", "花括号"),
        ("两组 {=a} 和 {=b}", "花括号"),
        ("两个全对{=a =b ~c}", "正确选项"),
        ("没有对的{~a ~b}", "正确选项"),
        ("不是数{#abc}", "不是数字"),
        ("不是数{#1..x}", "不是数字"),
        ("{=a ~b}", "题干"),
        ("少箭头{=a -> b =c}", "->"),
        ("空的{#}", "答案"),
    ],
)
def test_a_broken_question_says_why_and_the_others_stay(text, reason):
    rows = read(f"前一题{{T}}\n\n{text}\n\n后一题{{F}}")
    assert [row.number for row in rows] == [1, 2, 3]
    assert rows[1].question is None
    assert reason in "".join(rows[1].problems)
    assert rows[1].source == (text,)
    assert rows[0].question and rows[2].question


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(encoding):
    (row,) = read("买到假货可以要求三倍赔偿。\r\n{T}".encode(encoding))
    assert row.question.stem == "买到假货可以要求三倍赔偿。"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\xfd\x00\x01", b"\x89PNG\r\n\x1a\n\0\0"])
def test_no_text_is_refused(content):
    with pytest.raises(UnreadableFile):
        read(content)


@pytest.mark.parametrize(
    "comment",
    [
        "{",
        "[]",
        '{"points": "x"}',
        '{"topics": 3}',
        '{"checked_on": "明天"}',
        "[" * 100_000,
        '{"body": {"units": [[[]]]}}',
    ],
)
def test_a_damaged_comment_never_breaks_the_question(comment):
    (row,) = read(f"// mingbai: {comment}\n问{{=a ~b}}")
    assert row.problems if "units" in comment else row.question.stem == "问"


def test_the_identifier_and_tags_that_moodle_writes():
    (row,) = read("// question: 7  name: x\n// [id:a\\]b] [tag:期末]\n::x::问{T}")
    assert row.question.code == "a]b"
    assert any("期末" in words for words in row.warnings)
    (row,) = read(f"// [id:{'长' * 61}]\n问{{T}}")
    assert row.question.code == ""
    assert row.warnings


SIGNS = [
    "=",
    "~",
    "#",
    "{",
    "}",
    "\\",
    "::",
    "->",
    "%50%",
    "####",
    "[html]",
    "<b>",
    "T",
    "1",
    "..",
    ":",
    "\n",
    "$CATEGORY: ",
    "//",
    "*",
    "中",
]


@settings(max_examples=300, deadline=None)
@given(strategies.st.lists(strategies.st.sampled_from(SIGNS), min_size=1, max_size=20).map("".join))
def test_no_text_breaks_the_reader_and_nothing_is_dropped(text):
    for row in read(text):
        assert row.question or row.problems or row.unsupported
        assert row.source


@pytest.mark.parametrize(
    "text",
    [
        "问{" + "~a" * 100_000 + "}",
        "[html]" + "<div>" * 100_000 + "{T}",
        "[markdown]" + "[" * 100_000 + "{T}",
        "问{#1..1e999999999}",
    ],
)
def test_swollen_questions_are_answered_with_a_row(text):
    (row,) = read(text)
    assert row.question or row.problems


def test_what_gift_cannot_hold_is_said():
    stem = {"stem": "甲____乙____", "points": 2}
    blanks = QuestionData(type="fill_in", body={"blanks": [["a"], ["b"]]}, **stem).cleaned()
    ordering = QuestionData(type="ordering", stem="排", body={"items": ["a", "b"]}).cleaned()
    case = {"parts": [{"type": "true_false", "stem": "对吗", "right": True}]}
    study = QuestionData(type="case_study", stem="材料", body=case).cleaned()
    picture = QuestionData(
        type="true_false", stem="看图", body={"right": True}, picture=Picture("a.png", b"x")
    ).cleaned()
    arrow = QuestionData(type="fill_in", stem="箭头", body={"blanks": [["a->b"]]}).cleaned()
    weights = [{"text": "a", "right": True}, {"text": "b", "weight": "5/11"}]
    odd = QuestionData(type="single_choice", stem="比例", body={"options": weights}).cleaned()
    for question in (blanks, ordering, study, picture, arrow, odd):
        assert GIFT.cannot_write(question)
    assert read(GIFT.write([blanks, ordering, study, picture, arrow, odd]) + b"\n\nx{T}")[0].question.stem == "x"


def test_a_written_file_reads_like_gift():
    question = QuestionData(
        type="multiple_choice",
        stem="哪些可以**七天**退货？",
        body={
            "options": [{"text": "衣服", "right": True}, {"text": "鲜花", "feedback": "易腐"}],
            "rule": "half_if_incomplete",
        },
        points=4,
        code="net-1",
        category="网购/退货",
        law="《消费者权益保护法》第二十五条",
        checked_on=date(2026, 11, 25),
        explanation="见 25 条。",
    ).cleaned()
    assert GIFT.write([question]).decode() == (
        "$CATEGORY: $course$/top/网购/退货\n\n"
        "// [id:net-1]\n"
        '// mingbai: {"points": 4, "law": "《消费者权益保护法》第二十五条", "checked_on": "2026-11-25", "body": {"rule": "half_if_incomplete"}}\n'
        "::net-1::[html]哪些可以<strong>七天</strong>退货？{\n"
        "~%100%衣服\n"
        "~%-100%鲜花#易腐\n"
        "####见 25 条。\n"
        "}\n"
    )
