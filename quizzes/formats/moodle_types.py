"""The question types of Moodle XML, each read into what this platform makes of it."""

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..question_types.numeric import decimal_text
from .moodle_answers import Answer, Found, blank, choice, number_of, numeric, share_of_percent
from .moodle_cases import read_cloze, read_gap_select
from .moodle_writer import multiplier_text
from .xml_tree import words_at

if TYPE_CHECKING:
    from .moodle_reader import MoodleQuestion

NO = ("false", "0", "")
# Types that this platform lacks, by their names for people.
NOT_HERE = {
    "essay": gettext_lazy("论述题"),
    "description": gettext_lazy("说明文字"),
    "calculated": gettext_lazy("计算题"),
    "calculatedsimple": gettext_lazy("简单计算题"),
    "calculatedmulti": gettext_lazy("计算选择题"),
    "random": gettext_lazy("随机题"),
    "randomsamatch": gettext_lazy("随机填空配对题"),
    "ddimageortext": gettext_lazy("拖放到图片"),
    "ddmarker": gettext_lazy("拖放标记"),
    "stack": gettext_lazy("STACK 数学题"),
    "coderunner": gettext_lazy("编程题"),
    "kprime": gettext_lazy("K 型题"),
    "mtf": gettext_lazy("多项判断题"),
    "recordrtc": gettext_lazy("录音题"),
}


def _share(question: "MoodleQuestion", answer: Element) -> Fraction:
    share = share_of_percent(answer.get("fraction") or "0")
    if share is None:
        question.warnings.append(_("分值比例“%(value)s”不是数字，当作 0。") % {"value": answer.get("fraction")})
    return share or Fraction(0)


def _answers(question: "MoodleQuestion", *, plain: bool) -> list[Answer]:
    return [
        Answer(
            question.plain(entry) if plain else question.text(entry),
            _share(question, entry),
            question.text(entry.find("feedback")),
        )
        for entry in question.element.findall("answer")
    ]


def read_choice(question: "MoodleQuestion") -> Found:
    single = words_at(question.element, "single") not in NO if question.element.find("single") is not None else True
    shuffle = question.element.find("shuffleanswers")
    keep_order = shuffle is not None and (shuffle.text or "").strip() in NO
    found = choice(_answers(question, plain=False), single=single, keep_order=keep_order)
    if not single and "rule" in question.tags:
        found.body["rule"] = question.tags["rule"]
        found.warnings = []
    return found


def read_choice_set(question: "MoodleQuestion") -> Found:
    """The plugin "all or nothing multiple choice"."""
    answers = _answers(question, plain=False)
    options = [{"text": a.text, "feedback": a.feedback, "right": a.share > 0} for a in answers]
    return Found("multiple_choice", {"options": options, "rule": "all_or_nothing"})


def read_true_false(question: "MoodleQuestion") -> Found:
    answers = _answers(question, plain=True)
    if len(answers) != 2:
        return Found("", problems=[_("判断题要有“对”和“错”两个答案。")])
    if {answer.text for answer in answers} == {"true", "false"}:
        answers.sort(key=lambda answer: answer.text == "false")
    right = answers[0].share == 1
    if right == (answers[1].share == 1):
        return Found("", problems=[_("判断题的“对”和“错”要有一个、也只能有一个得满分。")])
    feedback = {"true": answers[0].feedback, "false": answers[1].feedback}
    return Found("true_false", {"right": right, "feedback": feedback})


def read_short(question: "MoodleQuestion") -> Found:
    exact_case = words_at(question.element, "usecase") not in NO
    accepted, problems, warnings = blank(_answers(question, plain=True), exact_case=exact_case)
    return Found("fill_in", {"blanks": [accepted]}, problems, warnings)


def read_numeric(question: "MoodleQuestion") -> Found:
    tolerances = [words_at(entry, "tolerance") for entry in question.element.findall("answer")]
    answers = _answers(question, plain=True)
    for entry, answer in zip(question.element.findall("answer"), answers, strict=True):
        answer.text = answer.text or (entry.text or "").strip()  # old files have the number outside <text>
    found = numeric(list(zip(answers, tolerances, strict=True)))
    units = question.element.findall("units/unit")
    if units:
        found.body["units"] = [_unit(question, unit) for unit in units]
    if words_at(question.element, "unitgradingtype") not in ("", "0"):
        found.warnings.append(_("单位写错要扣分的规则没有导入。"))
    return found


def _unit(question: "MoodleQuestion", unit: Element) -> dict:
    words = words_at(unit, "multiplier") or "1"
    factor = factor_of(words)
    if factor is None:
        question.warnings.append(_("单位的倍数“%(value)s”看不懂，当作 1。") % {"value": words})
    return {"name": words_at(unit, "unit_name"), "factor": factor or "1"}


def factor_of(multiplier: str) -> str | None:
    """Return our factor for Moodle's multiplier, the shortest decimal whose inverse is written like it; None when there is none."""
    number = number_of(multiplier)
    if number is None or not Decimal("1e-12") <= number <= Decimal("1e12"):
        return None
    factor = 1 / number
    for digits in range(16):
        short = round(factor, digits)
        if short and multiplier_text(str(short)) == decimal_text(number):
            return decimal_text(short)
    return decimal_text(round(factor, 15))


def read_matching(question: "MoodleQuestion") -> Found:
    found = Found("matching", {"pairs": [], "extra": []})
    for entry in question.element.findall("subquestion"):
        left, right = question.text(entry), words_at(entry, "answer/text")
        if not question.own:
            right = question.convert(right, "moodle").text
        if left:
            found.body["pairs"].append([left, right])
        elif right:
            found.body["extra"].append(right)
    return found


def read_ordering(question: "MoodleQuestion") -> Found:
    entries = sorted(
        question.element.findall("answer"), key=lambda entry: share_of_percent(entry.get("fraction") or "0") or 0
    )
    items = [question.text(entry) for entry in entries]
    graded = words_at(question.element, "gradingtype")
    found = Found(
        "ordering", {"items": items, "rule": "all_or_nothing" if graded == "ALL_OR_NOTHING" else "per_position"}
    )
    if graded not in ("", "ALL_OR_NOTHING", "ABSOLUTE_POSITION"):
        found.warnings.append(_("计分方式“%(rule)s”改成了按位置得分。") % {"rule": graded})
    if words_at(question.element, "selecttype") not in ("", "ALL"):
        found.warnings.append(_("原题只抽取一部分项，导入后全部要排。"))
    if any(question.text(entry.find("feedback")) for entry in entries):
        found.warnings.append(_("各项的反馈没有导入：排序题没有按项的反馈。"))
    return found


READERS = {
    "multichoice": read_choice,
    "multichoiceset": read_choice_set,
    "truefalse": read_true_false,
    "shortanswer": read_short,
    "numerical": read_numeric,
    "matching": read_matching,
    "match": read_matching,
    "ordering": read_ordering,
    "cloze": read_cloze,
    "multianswer": read_cloze,
    "gapselect": read_gap_select,
    "ddwtos": read_gap_select,
}
