"""Items in the structure of 1EdTech's examples, in the spelling of versions 2 and 3."""

import re
import zipfile
from io import BytesIO

import pytest

from quizzes.formats.qti import Qti
from quizzes.question_data import Picture, QuestionData, UnreadableFile

QTI = Qti()
TEMPLATES = "http://www.imsglobal.org/question/qti_v2p2/rptemplates"


def item(
    declarations: str, body: str, *, template: str = "match_correct", more: str = "", title: str = "无人看管的行李"
) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqti_v2p2 http://www.imsglobal.org/xsd/qti/qtiv2p2/imsqti_v2p2.xsd"
    identifier="item-1" title="{title}" adaptive="false" timeDependent="false">
  {declarations}
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
  <itemBody>{body}</itemBody>
  <responseProcessing template="{TEMPLATES}/{template}"/>
  {more}
</assessmentItem>"""


def declaration(
    *right: str, cardinality: str = "single", base: str = "identifier", mapping: str = "", name: str = "RESPONSE"
) -> str:
    values = "".join(f"<value>{value}</value>" for value in right)
    correct = f"<correctResponse>{values}</correctResponse>" if right else ""
    return f'<responseDeclaration identifier="{name}" cardinality="{cardinality}" baseType="{base}">{correct}{mapping}</responseDeclaration>'


def mapping(entries: dict[str, str], attributes: str = 'defaultValue="0"') -> str:
    return (
        f"<mapping {attributes}>"
        + "".join(f'<mapEntry mapKey="{k}" mappedValue="{v}"/>' for k, v in entries.items())
        + "</mapping>"
    )


def choices(tag: str = "choiceInteraction", attributes: str = 'shuffle="true" maxChoices="1"', **texts: str) -> str:
    inside = "".join(f'<simpleChoice identifier="{key}">{text}</simpleChoice>' for key, text in texts.items())
    return f'<p>看这块牌子：</p><{tag} responseIdentifier="RESPONSE" {attributes}><prompt>怎么办？</prompt>{inside}</{tag}>'


def version_3(text: str) -> str:
    """The same item as version 3 spells it."""

    def kebab(name: str) -> str:
        return re.sub(r"(?<=[a-z])([A-Z])", lambda match: "-" + match[1].lower(), name)

    html = {"p", "img", "b", "table", "tr", "td", "math", "div"}
    text = text.replace("imsqti_v2p2", "imsqtiasi_v3p0")
    text = re.sub(r"<(/?)([A-Za-z]+)", lambda m: m[0] if m[2] in html else f"<{m[1]}qti-{kebab(m[2])}", text)
    names = "responseIdentifier baseType maxChoices mapKey mappedValue defaultValue timeDependent matchMax outcomeIdentifier showHide normalMaximum"
    for name in names.split():
        text = text.replace(f"{name}=", f"{kebab(name)}=")
    return text


def read(text: str | bytes) -> list:
    return list(QTI.read(text.encode() if isinstance(text, str) else text))


@pytest.fixture(params=["2.2", "3.0"])
def one(request):
    """Read an item in both spellings."""

    def read_one(*args, **kwargs):
        text = item(*args, **kwargs)
        (row,) = read(version_3(text) if request.param == "3.0" else text)
        return row

    return read_one


def test_single_choice(one):
    row = one(declaration("B"), choices(A="不用管", B="<p>告诉<b>工作人员</b></p>", C="带走"))
    assert row.problems == ()
    assert row.question == QuestionData(
        type="single_choice",
        stem="看这块牌子：\n怎么办？",
        body={"options": [{"text": "不用管"}, {"text": "告诉**工作人员**", "right": True}, {"text": "带走"}]},
        code="item-1",
    )


def test_single_choice_with_mapped_parts(one):
    points = mapping({"A": "2", "B": "1", "C": "-1"})
    row = one(declaration("A", mapping=points), choices(A="甲", B="乙", C="丙"), template="map_response")
    assert row.question.body["options"] == [
        {"text": "甲", "right": True},
        {"text": "乙", "weight": "1/2"},
        {"text": "丙"},
    ]
    assert row.question.points == 2


def test_multiple_choice_all_or_nothing(one):
    row = one(
        declaration("H", "O", cardinality="multiple"),
        choices(attributes='shuffle="false" maxChoices="0"', H="氢", He="氦", O="氧"),
    )
    assert row.question.type == "multiple_choice"
    assert row.question.body["rule"] == "all_or_nothing"
    assert row.question.body["keep_order"]
    assert [o["text"] for o in row.question.body["options"] if o.get("right")] == ["氢", "氧"]


def test_multiple_choice_by_mapping(one):
    points = mapping({"H": "1", "O": "1", "Cl": "-1"}, 'lowerBound="0" upperBound="2" defaultValue="-2"')
    texts = {"H": "氢", "He": "氦", "O": "氧", "Cl": "氯"}
    row = one(
        declaration("H", "O", cardinality="multiple", mapping=points),
        choices(attributes='maxChoices="0"', **texts),
        template="map_response",
    )
    assert row.question.body["rule"] == "weights"
    assert [o["weight"] for o in row.question.body["options"]] == ["1/2", "-1", "1/2", "-1/2"]
    assert row.question.points == 2


def test_feedback_goes_to_its_option_and_the_rest_explains(one):
    inside = {
        "A": '甲<feedbackInline outcomeIdentifier="FEEDBACK" identifier="A" showHide="show">再想想</feedbackInline>',
        "B": "乙",
    }
    modal = (
        '<modalFeedback outcomeIdentifier="FEEDBACK" identifier="B" showHide="show"><p>对了</p></modalFeedback>'
        '<modalFeedback outcomeIdentifier="SOLUTION" identifier="why" showHide="show"><p>因为这样</p></modalFeedback>'
    )
    row = one(declaration("B"), choices(**inside), more=modal)
    assert row.question.body["options"] == [
        {"text": "甲", "feedback": "再想想"},
        {"text": "乙", "feedback": "对了", "right": True},
    ]
    assert row.question.explanation == "因为这样"


def test_order(one):
    row = one(
        declaration("C", "A", "B", cardinality="ordered"),
        choices("orderInteraction", 'shuffle="true"', A="甲", B="乙", C="丙"),
    )
    assert row.question.body == {"items": ["丙", "甲", "乙"], "rule": "all_or_nothing"}
    assert one(
        declaration("C", "A", cardinality="ordered"), choices("orderInteraction", "", A="甲", B="乙", C="丙")
    ).problems


def associable(*sides: dict[str, str]) -> str:
    sets = "".join(
        "<simpleMatchSet>"
        + "".join(
            f'<simpleAssociableChoice identifier="{k}" matchMax="1">{v}</simpleAssociableChoice>'
            for k, v in side.items()
        )
        + "</simpleMatchSet>"
        for side in sides
    )
    return (
        f'<matchInteraction responseIdentifier="RESPONSE" shuffle="true"><prompt>配对</prompt>{sets}</matchInteraction>'
    )


def test_match(one):
    sides = {"C": "凯普莱特", "D": "狄米特律斯"}, {"R": "罗密欧与朱丽叶", "M": "仲夏夜之梦", "T": "暴风雨"}
    row = one(declaration("C R", "D M", cardinality="multiple", base="directedPair"), associable(*sides))
    assert row.question.body == {
        "pairs": [["凯普莱特", "罗密欧与朱丽叶"], ["狄米特律斯", "仲夏夜之梦"]],
        "extra": ["暴风雨"],
    }
    assert row.question.stem == "配对"


def test_match_the_other_way_round_and_what_does_not_fit(one):
    sides = {"R": "退货", "M": "赔偿"}, {"a": "七日", "b": "三倍", "c": "十倍"}
    key = {"cardinality": "multiple", "base": "directedPair"}
    row = one(declaration("R a", "M b", "M c", **key), associable(*sides))
    assert row.question.body["pairs"] == [["七日", "退货"], ["三倍", "赔偿"], ["十倍", "赔偿"]]
    for right in (["R a"], ["R a", "M x"], ["R a", "R b", "M b"], ["R"]):
        assert one(declaration(*right, **key), associable(*sides)).problems


def test_text_entries_become_blanks(one):
    body = '<p>假一赔<textEntryInteraction responseIdentifier="RESPONSE"/>，最少<textEntryInteraction responseIdentifier="R2"/>元。</p>'
    first = declaration("三", base="string", mapping=mapping({"三": "1", "3": "1", "两": "0.5"}))
    row = one(first + declaration("五百", base="string", name="R2"), body, template="map_response")
    assert row.question.stem == "假一赔____，最少____元。"
    assert row.question.body == {"blanks": [["三", "3", {"text": "两", "weight": "1/2"}], ["五百"]]}


def test_a_number_with_its_tolerance():
    body = '<p>最少<textEntryInteraction responseIdentifier="RESPONSE"/>元</p>'
    text = item(declaration("500", base="float"), body)
    processing = '<responseProcessing><responseCondition><responseIf><equal toleranceMode="absolute" tolerance="0.5 0.5"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal></responseIf></responseCondition></responseProcessing>'
    (row,) = read(re.sub(r"<responseProcessing .*/>", processing, text))
    assert row.question.type == "numeric"
    assert row.question.body == {"answers": [{"value": "500", "tolerance": "0.5"}]}
    assert any("评分程序" in words for words in row.warnings)


@pytest.mark.parametrize(
    ("interaction", "named"),
    [
        ('<extendedTextInteraction responseIdentifier="RESPONSE"/>', "extendedTextInteraction"),
        ('<hotspotInteraction responseIdentifier="RESPONSE"/>', "hotspotInteraction"),
        ('<associateInteraction responseIdentifier="RESPONSE"/>', "associateInteraction"),
        ("<p>只有文字</p>", "说明"),
        (choices(A="a", B="b") + '<p><textEntryInteraction responseIdentifier="RESPONSE"/></p>', "几个作答"),
    ],
)
def test_other_interactions_are_named(one, interaction, named):
    row = one(declaration("A"), interaction)
    assert row.question is None
    assert named in row.unsupported
    assert "无人看管的行李" in row.source


@pytest.mark.parametrize(
    ("declarations", "body", "reason"),
    [
        ("", choices(A="a", B="b"), "正确答案"),
        (declaration("Z"), choices(A="a", B="b"), "不在选项里"),
        (declaration(), choices(A="a", B="b"), "正确选项"),
        (declaration("A"), choices(A="a", B="a"), "一模一样"),
        (
            declaration("A") + "<templateDeclaration identifier='X' cardinality='single' baseType='integer'/>",
            choices(A="a", B="b"),
            "变量",
        ),
    ],
)
def test_a_broken_item_says_why(one, declarations, body, reason):
    row = one(declarations, body)
    assert row.question is None
    assert reason in "".join(row.problems)


def test_points_of_the_outcome(one):
    outcome = '<outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float"><defaultValue><value>{}</value></defaultValue></outcomeDeclaration>'
    assert one(declaration("A") + outcome.format("4.0"), choices(A="a", B="b")).question.points == 4
    row = one(declaration("A") + outcome.format("2.5"), choices(A="a", B="b"))
    assert row.question.points == 3
    assert any("2.5" in words for words in row.warnings)


MANIFEST = """<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="M"><organizations/><resources>
<resource identifier="T" type="imsqti_test_xmlv2p2" href="test.xml"><file href="test.xml"/></resource>
{}</resources></manifest>"""


def package(files: dict[str, str | bytes], *hrefs: str, manifest: str = "imsmanifest.xml") -> bytes:
    resources = "".join(
        f'<resource identifier="I{n}" type="imsqti_item_xmlv2p2" href="{href}"/>' for n, href in enumerate(hrefs)
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(manifest, MANIFEST.format(resources))
        for path, content in files.items():
            archive.writestr(path, content)
    return out.getvalue()


def test_a_package_with_pictures():
    body = (
        '<p><img src="../images/%E7%89%8C.png" alt="一块牌子"/><object data="two.png" type="image/png">第二张</object></p>'
        + choices(A="甲", B="乙")
    )
    files = {
        "items/one.xml": item(declaration("A"), body),
        "items/two.xml": version_3(item(declaration("B"), choices(A="甲", B="乙"))),
        "items/bad.xml": "<assessmentItem>",
        "images/牌.png": b"png bytes",
        "items/two.png": b"other",
        "test.xml": "<assessmentTest/>",
    }
    rows = read(package(files, "items/one.xml", "items/two.xml", "items/bad.xml", "items/none.xml"))
    assert [row.number for row in rows] == [1, 2, 3, 4]
    assert rows[0].question.picture == Picture("牌.png", b"png bytes", "一块牌子")
    assert any("2 张图片" in words for words in rows[0].warnings)
    assert rows[1].question.body["options"][1]["right"]
    assert rows[2].problems
    assert "items/none.xml" in rows[3].problems[0]
    assert rows[0].source == ("items/one.xml", "无人看管的行李")


def test_a_package_in_a_folder():
    files = {"quiz/items/one.xml": item(declaration("A"), choices(A="甲", B="乙"))}
    assert read(package(files, "items/one.xml", manifest="quiz/imsmanifest.xml"))[0].question


def test_a_picture_outside_the_package_is_reported():
    body = '<p><img src="../../../../etc/passwd" alt="x"/><img src="https://example.org/a.png" alt="y"/></p>' + choices(
        A="甲", B="乙"
    )
    (row,) = read(package({"one.xml": item(declaration("A"), body)}, "one.xml"))
    assert row.question.picture is None
    assert len(row.warnings) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "空"),
        (b"PK\x03\x04 broken", "损坏"),
        (b"<questestinterop/>", "1.2"),
        (b"<assessmentTest/>", "试卷"),
        (b'<qti-assessment-test xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"/>', "试卷"),
        (b"<html/>", "html"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><assessmentItem>&x;</assessmentItem>', "不安全"),
        (package({}, manifest="other.xml"), "imsmanifest"),
        (package({}), "没有题目"),
        (package({"zeros": b"\0" * 30_000_000}, "zeros"), "大得不正常"),
    ],
)
def test_hostile_and_foreign_files_are_refused_with_a_sentence(content, reason):
    with pytest.raises(UnreadableFile, match=reason):
        read(content)


def test_an_item_with_a_document_type_is_refused_alone():
    bad = '<!DOCTYPE a [<!ENTITY x "y">]><assessmentItem identifier="&x;"/>'
    rows = read(
        package({"bad.xml": bad, "good.xml": item(declaration("A"), choices(A="甲", B="乙"))}, "bad.xml", "good.xml")
    )
    assert "不安全" in rows[0].problems[0]
    assert rows[1].question


def test_it_only_reads():
    question = QuestionData(type="true_false", stem="题", body={"right": True}).cleaned()
    assert not QTI.can_write
    assert QTI.cannot_write(question)
