"""Writes questions as Moodle XML that Moodle itself takes: https://docs.moodle.org/en/Moodle_XML_format.

What Moodle has no place for is kept where Moodle keeps it too: tags `mingbai:name=value`, the law as the last paragraph of the
general feedback (Moodle cuts tags to 50 characters, so a very long slug only survives here), a case study as a cloze question whose parts are marked by class and data attributes.
"""

import html
from base64 import b64encode
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from ..question_data import QuestionData
from ..question_types.numeric import decimal_text
from ..text import BLANK, block_html, inline_html, plain, tidy
from . import moodle_answers
from .cloze import write_gap
from .moodle_answers import Answer, percent

TAG = "mingbai:"
LAW_LABEL = "法律依据："
TRUE_FALSE = ("对", "错")
MULTIPLIER_DIGITS = 19  # Moodle keeps multipliers as decimal(38,19)
TYPES = {
    "single_choice": "multichoice",
    "multiple_choice": "multichoice",
    "true_false": "truefalse",
    "numeric": "numerical",
    "ordering": "ordering",
    "matching": "matching",
    "case_study": "cloze",
}
GRADING = {"all_or_nothing": "ALL_OR_NOTHING", "per_position": "ABSOLUTE_POSITION"}


def moodle_type(question: QuestionData) -> str:
    if question.type == "fill_in":
        return "cloze" if len(question.body["blanks"]) > 1 else "shortanswer"
    return TYPES[question.type]


def tag(name: str, text: str, /, **attributes: str) -> str:
    attributes = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{attributes}>{escape(text)}</{name}>"


def cdata(words: str) -> str:
    return "<![CDATA[" + words.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def rich(name: str, markup: str, inside: str = "", /, **attributes: str) -> str:
    """Return an element with a text that is HTML."""
    attributes = {"format": "html"} | attributes
    written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{written}><text>{cdata(markup) if markup else ''}</text>{inside}</{name}>"


def write_question(question: QuestionData, extra_tags: Iterable[str] = ()) -> str:
    """Return one <question>."""
    kind = moodle_type(question)
    name = question.code or plain(question.stem).replace("\n", " ")[:80]
    lines = [
        f"<name>{tag('text', name)}</name>",
        rich("questiontext", _picture_html(question) + _text_html(question), _file(question)),
        rich("generalfeedback", _feedback_html(question)),
        *([] if kind == "cloze" else [tag("defaultgrade", str(question.points))]),
        tag("penalty", "1" if kind == "truefalse" else "0.3333333"),
        tag("hidden", "0"),
        tag("idnumber", question.code),
        *ANSWERS.get(question.type, lambda _question: [])(question),
        "<tags>" + "".join(f"<tag>{tag('text', words)}</tag>" for words in [*_tags(question), *extra_tags]) + "</tags>",
    ]
    return f'<question type="{kind}">\n' + "\n".join(f"  {line}" for line in lines) + "\n</question>"


def _tags(question: QuestionData) -> list[str]:
    values = [("type", question.type)]
    values += [("topic", slug) for slug in question.topics] + [("audience", slug) for slug in question.audiences]
    values.append(("difficulty", question.difficulty))
    if question.lesson:
        values.append(("lesson", question.lesson))
    if question.checked_on:
        values.append(("checked_on", question.checked_on.isoformat()))
    if question.type == "multiple_choice":
        values.append(("rule", question.body["rule"]))
    if question.type == "fill_in" and len(question.body["blanks"]) > 1:
        values.append(("points", str(question.points)))
    return [f"{TAG}{name}={value}" for name, value in values]


def category_element(path: str) -> str:
    return f'<question type="category">\n  <category>{tag("text", path)}</category>\n</question>'


def _picture_name(question: QuestionData) -> str:
    """Return the picture's file name without what XML cannot hold."""
    return tidy(question.picture.name).replace("\n", " ").replace("/", "_")


def _picture_html(question: QuestionData) -> str:
    if question.picture is None:
        return ""
    alt = html.escape(tidy(question.picture.alt).replace("\n", " "))
    return f'<p><img src="@@PLUGINFILE@@/{quote(_picture_name(question))}" alt="{alt}"></p>'


def _file(question: QuestionData) -> str:
    if question.picture is None:
        return ""
    content = b64encode(question.picture.content).decode()
    return tag("file", content, name=_picture_name(question), path="/", encoding="base64")


def _feedback_html(question: QuestionData) -> str:
    parts = [str(block_html(question.explanation))]
    if question.type == "case_study":
        for number, part in enumerate(question.body["parts"], 1):
            if part.get("explanation"):
                words = f"（{number}）{inline_html(part['explanation'])}"
                parts.append(f'<p class="mingbai-part-feedback" data-part="{number}">{words}</p>')
    if question.law:
        parts.append(f'<p class="mingbai-law">{LAW_LABEL}{inline_html(question.law)}</p>')
    return "".join(parts)


def _text_html(question: QuestionData) -> str:
    if question.type == "case_study":
        return _no_gaps(str(block_html(question.stem))) + "".join(_part(part) for part in question.body["parts"])
    if question.type == "fill_in" and len(question.body["blanks"]) > 1:
        return _fill_gaps(question.stem, question.body["blanks"], question.points)
    return str(block_html(question.stem))


def _no_gaps(markup: str) -> str:
    return markup.replace("{", "&#123;")


def points_of_blanks(points: int, count: int) -> int:
    """Return the marks of each blank; 1 where the points cannot be shared equally (then the question's points are only ours)."""
    return points // count if points % count == 0 else 1


def _fill_gaps(stem: str, blanks: list, points: int) -> str:
    each = points_of_blanks(points, len(blanks))
    gaps = [write_gap("SHORTANSWER", each, moodle_answers.blank_answers(b), as_html=False) for b in blanks]
    first, *rest = _no_gaps(str(block_html(stem))).split(BLANK)
    if not rest:
        return f'{first}<p class="mingbai-answer">{gaps[0]}</p>'
    return first + "".join(gap + piece for gap, piece in zip(gaps, rest, strict=True))


def _part(part: dict) -> str:
    kind, body = part["type"], part["body"]
    rule = f' data-rule="{body["rule"]}"' if kind == "multiple_choice" else ""
    if kind == "fill_in":
        inside = _fill_gaps(part["stem"], body["blanks"], part["points"])
    else:
        gap = PART_GAPS[kind](body, part["points"])
        inside = f'{_no_gaps(str(block_html(part["stem"])))}<p class="mingbai-answer">{gap}</p>'
    return f'<div class="mingbai-part" data-type="{kind}"{rule}>{inside}</div>'


def _option_answers(body: dict) -> list[Answer]:
    shares = moodle_answers.choice_shares(body)
    return [Answer(o["text"], share, o.get("feedback", "")) for o, share in zip(body["options"], shares, strict=True)]


def _choice_gap(body: dict, points: int) -> str:
    marker = ("MULTIRESPONSE" if "rule" in body else "MULTICHOICE") + ("_V" if "rule" not in body else "")
    shuffled = "" if body.get("keep_order") else ("S" if marker.endswith("_V") else "_S")
    return write_gap(marker + shuffled, points, _option_answers(body), as_html=True)


def _true_false_gap(body: dict, points: int) -> str:
    said = body.get("feedback", {})
    answers = [
        Answer(word, Fraction(body["right"] is side), said.get(key, ""))
        for word, side, key in zip(TRUE_FALSE, (True, False), ("true", "false"), strict=True)
    ]
    return write_gap("MULTICHOICE_V", points, answers, as_html=True)


def _number_gap(body: dict, points: int) -> str:
    """A number; its unit stands after the gap, because a cloze question compares numbers alone."""
    answers = [Answer(f"{e['value']}:{e['tolerance']}", Fraction(e.get("weight", 1))) for e in body["answers"]]
    units = "".join(
        f'<span class="mingbai-unit">{_no_gaps(str(inline_html(u["name"])))}</span>' for u in body.get("units", [])
    )
    return write_gap("NUMERICAL", points, answers, as_html=False) + units


PART_GAPS = {
    "single_choice": _choice_gap,
    "multiple_choice": _choice_gap,
    "true_false": _true_false_gap,
    "numeric": _number_gap,
}


def _feedback(words: str) -> str:
    return rich("feedback", str(inline_html(words)))


def _combined_feedback() -> list[str]:
    return [rich(name, "") for name in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")]


def _choice(question: QuestionData) -> list[str]:
    body = question.body
    return [
        tag("single", "false" if "rule" in body else "true"),
        tag("shuffleanswers", "false" if body.get("keep_order") else "true"),
        tag("answernumbering", "ABCD"),
        tag("showstandardinstruction", "0"),
        *_combined_feedback(),
        *(
            rich("answer", str(inline_html(a.text)), _feedback(a.feedback), fraction=percent(a.share))
            for a in _option_answers(body)
        ),
    ]


def _plain_answer(text: str, share: Fraction, inside: str = "") -> str:
    inside = tag("text", text) + inside + _feedback("")
    return f'<answer fraction="{percent(share)}" format="moodle_auto_format">{inside}</answer>'


def _true_false(question: QuestionData) -> list[str]:
    said = question.body.get("feedback", {})
    return [
        f'<answer fraction="{100 if question.body["right"] is side else 0}" format="moodle_auto_format">'
        f"{tag('text', key)}{_feedback(said.get(key, ''))}</answer>"
        for side, key in ((True, "true"), (False, "false"))
    ]


def _fill_in(question: QuestionData) -> list[str]:
    blanks = question.body["blanks"]
    if len(blanks) > 1:
        return []
    return [tag("usecase", "0"), *(_plain_answer(a.text, a.share) for a in moodle_answers.blank_answers(blanks[0]))]


def multiplier(factor: str) -> Decimal:
    """Return Moodle's multiplier (how many of this unit make one of the first) for our factor, its inverse."""
    return Decimal(1) / Decimal(factor)


def multiplier_text(factor: str) -> str:
    return decimal_text(round(multiplier(factor), MULTIPLIER_DIGITS))


def _numeric(question: QuestionData) -> list[str]:
    units = question.body.get("units", [])
    written = "".join(
        f"<unit>{tag('multiplier', multiplier_text(unit['factor']))}{tag('unit_name', unit['name'])}</unit>"
        for unit in units
    )
    return [
        *(
            _plain_answer(entry["value"], Fraction(entry.get("weight", 1)), tag("tolerance", entry["tolerance"]))
            for entry in question.body["answers"]
        ),
        *([f"<units>{written}</units>"] if units else []),
        tag("unitgradingtype", "0"),
        tag("unitpenalty", "0.1"),
        tag("showunits", "0" if units else "3"),
        tag("unitsleft", "0"),
    ]


def _ordering(question: QuestionData) -> list[str]:
    items = question.body["items"]
    return [
        tag("layouttype", "VERTICAL"),
        tag("selecttype", "ALL"),
        tag("selectcount", str(len(items))),
        tag("gradingtype", GRADING[question.body["rule"]]),
        tag("showgrading", "HIDE"),
        tag("numberingstyle", "none"),
        *_combined_feedback(),
        tag("shownumcorrect", "1"),
        *(rich("answer", str(inline_html(item)), _feedback(""), fraction=str(n)) for n, item in enumerate(items, 1)),
    ]


def _matching(question: QuestionData) -> list[str]:
    pairs = [*question.body["pairs"], *(["", right] for right in question.body.get("extra", []))]
    return [
        tag("shuffleanswers", "true"),
        *_combined_feedback(),
        *(
            rich("subquestion", str(inline_html(left)), f"<answer>{tag('text', right)}</answer>")
            for left, right in pairs
        ),
    ]


ANSWERS = {
    "single_choice": _choice,
    "multiple_choice": _choice,
    "true_false": _true_false,
    "fill_in": _fill_in,
    "numeric": _numeric,
    "ordering": _ordering,
    "matching": _matching,
}
