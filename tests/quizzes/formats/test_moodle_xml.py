from base64 import b64encode
from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import fromstring

import pytest
import strategies
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from moodle_files import XML, answer, one, question, quiz, read

from quizzes.formats.moodle_answers import percent, share_of_percent
from quizzes.formats.moodle_types import factor_of
from quizzes.formats.moodle_writer import multiplier_text
from quizzes.question_data import Picture, QuestionData, UnreadableFile
from quizzes.question_types import SIMPLE_TYPES, InvalidBody

IN_CLOZE = ["single_choice", "multiple_choice", "true_false", "fill_in", "numeric"]


@st.composite
def cases(draw):
    """Case studies whose parts a cloze question can hold."""
    parts = []
    for kind in draw(st.lists(st.sampled_from(IN_CLOZE), min_size=1, max_size=3)):
        part = draw(strategies.questions(kind))
        body = part.body | ({"units": part.body["units"][:1]} if "units" in part.body else {})
        points = draw(st.integers(1, 5)) * len(body.get("blanks", "1"))
        parts.append({"type": kind, "stem": part.stem, "points": points, "body": body, "explanation": part.explanation})
    whole = draw(strategies.questions("true_false", pictures=True))
    return replace(whole, type="case_study", body={"parts": parts}).cleaned()


@pytest.mark.parametrize("code", [*SIMPLE_TYPES, "cloze"])
def test_reading_gives_back_what_was_written(code):
    written = []

    @settings(max_examples=50, deadline=None)
    @given(cases() if code == "cloze" else strategies.questions(code, pictures=True))
    def check(question):
        assume(not XML.cannot_write(question))
        written.append(question)
        (row,) = XML.read(XML.write([question]))
        assert row.problems == ()
        assert row.question == question

    check()
    assert len(written) > 10


@settings(max_examples=40, deadline=None)
@given(st.lists(strategies.questions(), min_size=1, max_size=6))
def test_a_file_of_many_keeps_order_and_categories(questions):
    rows = list(XML.read(XML.write(questions)))
    assert [row.question for row in rows] == [q for q in questions if not XML.cannot_write(q)]
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))


def test_what_moodle_requires_is_written():
    """The elements that question/format/xml reads, with the decimals of its fraction list."""
    options = [
        {"text": "a<b", "right": True},
        {"text": "b", "right": True, "feedback": "对"},
        {"text": "c", "right": True},
        {"text": "d"},
    ]
    written = QuestionData(
        type="multiple_choice",
        stem="哪些**对**？",
        body={"options": options, "rule": "all_or_nothing", "keep_order": True},
        points=3,
        code="net-1",
        category="网购/退货",
        law="《消费者权益保护法》第二十五条",
        checked_on=date(2026, 11, 25),
        topics=("online-shopping",),
    ).cleaned()
    category, element = fromstring(XML.write([written]))
    assert category.get("type") == "category"
    assert category.findtext("category/text") == "$course$/top/网购/退货"
    assert element.get("type") == "multichoice"
    assert element.findtext("name/text") == "net-1"
    assert element.findtext("questiontext/text") == "<p>哪些<strong>对</strong>？</p>"
    assert (element.findtext("defaultgrade"), element.findtext("idnumber"), element.findtext("hidden")) == (
        "3",
        "net-1",
        "0",
    )
    assert (element.findtext("single"), element.findtext("shuffleanswers")) == ("false", "false")
    assert element.findtext("answernumbering") == "ABCD"
    assert [a.get("fraction") for a in element.findall("answer")] == ["33.33333", "33.33333", "33.33333", "-100"]
    assert element.findtext("answer/text") == "a&lt;b"
    assert "法律依据：《消费者权益保护法》第二十五条" in element.findtext("generalfeedback/text")
    assert "mingbai:topic=online-shopping" in [tag.findtext("text") for tag in element.findall("tags/tag")]


def test_single_choice_with_feedback_and_weights():
    row = one(
        "multichoice",
        "<single>true</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>"
        "<correctfeedback format='html'><text>Your answer is correct.</text></correctfeedback>"
        + answer("100", "<p>三倍<br></p>", "<p>对</p>")
        + answer("50", "两倍")
        + answer("0", "<i>一</i>倍"),
    )
    assert row.question.body == {
        "options": [
            {"text": "三倍", "right": True, "feedback": "对"},
            {"text": "两倍", "weight": "1/2"},
            {"text": "**一**倍"},
        ]
    }
    assert (row.question.points, row.question.explanation, row.question.stem) == (2, "因为**如此**", "题干")
    assert row.warnings == ()


@pytest.mark.parametrize(
    ("fractions", "rule"),
    [
        (["100", "-100", "-100"], "all_or_nothing"),
        (["50", "50", "-100"], "per_option"),
        (["33.33333", "33.33333", "33.33333", "-100"], "per_option"),
        (["50", "50", "-50"], "weights"),
        (["50", "50", "0"], "weights"),
        (["100", "0", "0"], "weights"),
        (["75", "25", "-25"], "weights"),
    ],
)
def test_fractions_of_a_multiple_choice_become_a_rule(fractions, rule):
    row = one("multichoice", "<single>false</single>" + "".join(answer(f, f"选项{n}") for n, f in enumerate(fractions)))
    assert row.question.body["rule"] == rule
    assert any("不扣分" in words for words in row.warnings) == ("0" in fractions)


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("33.33333", "1/3"),
        ("33.333", "1/3"),
        ("66.66667", "2/3"),
        ("14.28571", "1/7"),
        ("-16.66667", "-1/6"),
        ("12.5", "1/8"),
        ("5", "1/20"),
        ("37", "37/100"),
    ],
)
def test_percentages_are_exact_shares(words, share):
    assert str(share_of_percent(words)) == share
    assert words == "33.333" or percent(share_of_percent(words)) == words


def test_true_and_false_in_any_order_and_language():
    assert one("truefalse", answer("0", "false", "怎么会") + answer("100", "true")).question.body == {
        "right": True,
        "feedback": {"false": "怎么会"},
    }
    assert one("truefalse", answer("0", "对") + answer("100", "错")).question.body == {"right": False}
    assert one("truefalse", answer("0", "true") + answer("0", "false")).problems


def test_short_answers():
    row = one(
        "shortanswer",
        "<usecase>1</usecase>"
        + answer("100", "三倍")
        + answer("50", "2*3".replace("*", "\\*"), "差不多")
        + answer("0", "*", ""),
        text="赔_____",
    )
    assert row.question.type == "fill_in"
    assert row.question.stem == "赔____"
    assert row.question.body == {"blanks": [["三倍", {"text": "2*3", "weight": "1/2"}]]}
    assert len(row.warnings) == 2
    assert "通配符" in one("shortanswer", answer("100", "三*")).problems[0]
    assert "错误答案" in one("shortanswer", answer("100", "三") + answer("0", "二")).warnings[0]


def test_numbers_with_tolerance_and_units():
    units = "<units><unit><multiplier>1</multiplier><unit_name>分钟</unit_name></unit><unit><multiplier>0.0166666666667</multiplier><unit_name>小时</unit_name></unit></units>"
    row = one("numerical", answer("100", "90", "", "<tolerance>0.5</tolerance>") + answer("0", "*", "不对") + units)
    assert row.question.body["answers"] == [{"value": "90", "tolerance": "0.5"}]
    assert row.question.body["units"][0] == {"name": "分钟", "factor": "1"}
    assert float(row.question.body["units"][1]["factor"]) == pytest.approx(60, abs=1e-6)
    assert any("反馈" in words for words in row.warnings)


@pytest.mark.parametrize("factor", ["60", "0.1", "1000", "7", "0.001", "1", "12.5", "3"])
def test_factors_of_units_come_back(factor):
    assert factor_of(multiplier_text(factor)) == factor


def test_matching_with_extra_answers():
    pairs = [("<p>七日</p>", "退货"), ("三倍", "欺诈"), ("", "其他 &amp; <b>别的</b>")]
    row = one(
        "matching",
        "<shuffleanswers>true</shuffleanswers>"
        + "".join(
            f'<subquestion format="html"><text><![CDATA[{a}]]></text><answer><text><![CDATA[{b}]]></text></answer></subquestion>'
            for a, b in pairs
        ),
    )
    assert row.question.body == {"pairs": [["七日", "退货"], ["三倍", "欺诈"]], "extra": ["其他 & **别的**"]}


@pytest.mark.parametrize(
    ("grading", "rule"),
    [
        ("ALL_OR_NOTHING", "all_or_nothing"),
        ("ABSOLUTE_POSITION", "per_position"),
        ("LONGEST_ORDERED_SUBSET", "per_position"),
    ],
)
def test_ordering(grading, rule):
    row = one(
        "ordering",
        f"<gradingtype>{grading}</gradingtype>"
        + answer("2.0000000", "乙")
        + answer("1.0000000", "甲")
        + answer("3.0000000", "丙"),
    )
    assert row.question.body == {"items": ["甲", "乙", "丙"], "rule": rule}
    assert bool(row.warnings) == grading.startswith("LONGEST")


@pytest.mark.parametrize("kind", ["essay", "description", "calculated", "calculatedmulti", "ddmarker", "some_plugin"])
def test_types_that_are_not_here_are_named(kind):
    row = one(kind, "")
    assert kind in row.unsupported
    assert row.source == ("名称", "<p>题干</p>")
    assert row.question is None


def test_the_first_picture_of_the_stem_comes_along():
    content = b"\x89PNG not really"
    file = '<file name="小票 1.png" path="/" encoding="base64">' + b64encode(content).decode() + "</file>"
    text = '<![CDATA[<p><img src="@@PLUGINFILE@@/%E5%B0%8F%E7%A5%A8%201.png" alt="一张小票"></p><p>看图</p><img src="https://example.org/b.png">]]>'
    (row,) = read(
        f'<question type="truefalse"><name><text>n</text></name><questiontext format="html"><text>{text}</text>{file}</questiontext>'
        + answer("100", "true")
        + answer("0", "false")
        + "</question>"
    )
    assert row.question.picture == Picture("小票 1.png", content, "一张小票")
    assert row.question.stem == "看图"
    assert any("b.png" in words for words in row.warnings)


def test_a_picture_with_a_strange_name_does_not_spoil_the_file():
    picture = Picture('a/"b"\x0b&<小票>.png', b"x", '说明\x0c<b>"引号"</b>')
    question = QuestionData(type="true_false", stem="看图", body={"right": True}, picture=picture).cleaned()
    (row,) = XML.read(XML.write([question]))
    assert row.question.picture == Picture('a_"b"&<小票>.png', b"x", '说明<b>"引号"</b>')


@pytest.mark.parametrize("data", ["", "不是base64", "!!!!"])
def test_a_damaged_picture_is_reported(data):
    (row,) = read(
        '<question type="truefalse"><name><text>n</text></name><questiontext format="html"><text>看&lt;img src="@@PLUGINFILE@@/a.png"&gt;</text>'
        f'<file name="a.png" path="/" encoding="base64">{data}</file></questiontext>'
        + answer("100", "true")
        + answer("0", "false")
        + "</question>"
    )
    assert row.question.picture is None
    assert any("损坏" in words for words in row.warnings)


@pytest.mark.parametrize(
    ("form", "text", "stem"),
    [
        ("html", "<p>一 &lt; 二</p><table><tr><td>a</td><td>b</td></tr></table>", "一 < 二\na | b"),
        ("plain_text", "一 < 二 &lt;b&gt;\n三", "一 < 二 &lt;b&gt;\n三"),
        ("markdown", "# 标题\n\n买了**假货**\n\n* 甲\n* 乙", "标题\n买了**假货**\n· 甲\n· 乙"),
        ("moodle_auto_format", "一 <b>二</b>\n三 &amp; 四", "一 **二**\n三 & 四"),
        ("moodle_auto_format", "a < b\nc > d", "a < b\nc > d"),
    ],
)
def test_forms_of_text(form, text, stem):
    assert one("truefalse", answer("100", "true") + answer("0", "false"), text=text, form=form).question.stem == stem


@pytest.mark.parametrize(
    ("grade", "points", "warned"),
    [
        ("1.0000000", 1, False),
        ("5", 5, False),
        ("0.5", 1, True),
        ("2.5", 3, True),
        ("0", 1, True),
        ("x", 1, True),
        ("NaN", 1, True),
    ],
)
def test_grades_become_whole_points(grade, points, warned):
    inside = answer("100", "true") + answer("0", "false")
    (row,) = read(question("truefalse", inside).replace("2.0000000", grade))
    assert row.question.points == points
    assert bool(row.warnings) == warned


def test_what_gets_lost_is_said():
    inside = answer("100", "true") + answer("0", "false")
    lost = "<hint format='html'><text>想想</text></hint><incorrectfeedback><text>去看第 3 课</text></incorrectfeedback><tags><tag><text>期末</text></tag></tags>"
    (row,) = read(question("truefalse", inside + lost).replace("<hidden>0", "<hidden>1"))
    assert len(row.warnings) == 4


def test_categories_lose_their_context():
    def category(path):
        return f'<question type="category"><category><text>{path}</text></category></question>'

    inside = answer("100", "true") + answer("0", "false")
    rows = read(
        category("$course$/top/网购/退货"),
        question("truefalse", inside),
        category("$module$/top"),
        question("truefalse", inside),
    )
    assert [row.question.category for row in rows] == ["网购/退货", ""]
    assert [row.number for row in rows] == [1, 2]


def test_a_bad_question_leaves_the_others_alone():
    rows = read(
        question("multichoice", answer("0", "甲") + answer("0", "乙")),
        question("multichoice", ""),
        question("numerical", answer("100", "很多")),
        '<question type="multichoice"/>',
        question("truefalse", answer("100", "true") + answer("0", "false")),
    )
    assert [bool(row.problems) for row in rows] == [True, True, True, True, False]
    assert rows[0].source[0] == "名称"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not xml",
        b"<quiz>",
        b"<html></html>",
        b'<!DOCTYPE quiz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><quiz>&b;</quiz>',
        b'<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>',
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz><question type="essay">&x;</question></quiz>',
        b"<quiz>" + b"<a>" * 500 + b"</a>" * 500 + b"</quiz>",
        b"<quiz>&undefined;</quiz>",
        b"PK\x03\x04\0\0\0",
    ],
)
def test_hostile_and_foreign_files_are_refused_with_a_sentence(content):
    with pytest.raises(UnreadableFile) as refused:
        list(XML.read(content))
    assert len(str(refused.value)) > 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(encoding):
    content = (
        quiz(question("truefalse", answer("100", "true") + answer("0", "false"))).decode().replace("UTF-8", encoding)
    )
    (row,) = XML.read(content.encode(encoding))
    assert row.question.stem == "题干"


def test_what_moodle_cannot_hold_is_said():
    def case(kind, body, points=1):
        part = {"type": kind, "stem": "小题" + "____" * len(body.get("blanks", [])), "points": points, "body": body}
        return QuestionData(type="case_study", stem="材料", body={"parts": [part]}).cleaned()

    refused = [
        case("ordering", {"items": ["a", "b"]}),
        case("matching", {"pairs": [["a", "b"], ["c", "d"]]}),
        case("numeric", {"answers": ["1"], "units": ["元", {"name": "角", "factor": "0.1"}]}),
        case("fill_in", {"blanks": [["a"], ["b"]]}, points=3),
        QuestionData(
            type="single_choice",
            stem="比例",
            body={"options": [{"text": "a", "right": True}, {"text": "b", "weight": "5/11"}]},
        ).cleaned(),
    ]
    for entry in refused:
        assert XML.cannot_write(entry)
    assert list(XML.read(XML.write(refused))) == []


def test_every_rejection_of_the_type_reaches_the_row():
    with pytest.raises(InvalidBody):
        QuestionData(type="single_choice", stem="", body={}).cleaned()
    assert read(question("multichoice", answer("100", "甲"), text=""))[0].problems
