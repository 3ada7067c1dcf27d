"""Questions of Moodle whose answers stand inside the text: cloze, select missing words, drag words into text.

Text gaps alone, each worth the same, are a fill-in question; one gap is a question of its kind; anything else becomes a case study
with a part for each gap. A case study that this platform wrote comes back as it was.
"""

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from ..question_types import SIMPLE_TYPES
from ..text import BLANK
from .cloze import split_gaps
from .html_text import read_text
from .moodle_answers import Answer, Found, choice, too_many
from .xml_tree import words_at

if TYPE_CHECKING:
    from .moodle_reader import MoodleQuestion

DATA = re.compile(r'data-(\w+)="(\w+)"')
NUMBERED = re.compile(r"\[\[(\d+)\]\]")


def read_cloze(question: "MoodleQuestion") -> Found:
    markup = question.markup("questiontext")
    stem, parts = take_marked(markup, "div", "mingbai-part")
    if question.own and parts:
        return _own_case(stem, parts)
    pieces, gaps = split_gaps(markup)
    if not gaps:
        return Found("", problems=[_("题目里没有找到空（{1:SHORTANSWER:=答案}）。")])
    if problems := too_many(sum(len(gap.answers) for gap in gaps)):
        return Found("", problems=problems)
    founds = [gap.found() for gap in gaps]
    points = [gap.points for gap in gaps]
    if all(found.type == "fill_in" for found in founds) and (len(set(points)) == 1 or question.own):
        return _joined(pieces, founds, points)
    return _gaps_as_parts(pieces, founds, points)


def _joined(pieces: list[str], founds: list[Found], points: list[int]) -> Found:
    """Return text gaps as one fill-in question."""
    blanks = [blank for found in founds for blank in found.body["blanks"]]
    return _with(
        Found("fill_in", {"blanks": blanks, "stem": BLANK.join(pieces), "points": max(1, sum(points))}), founds
    )


def _with(found: Found, founds: list[Found]) -> Found:
    for other in founds:
        found.problems += other.problems
        found.warnings += other.warnings
    return found


def _gaps_as_parts(pieces: list[str], founds: list[Found], points: list[int]) -> Found:
    if len(founds) == 1:
        (found,) = founds
        found.body |= {"stem": BLANK.join(pieces), "points": max(1, points[0])}
        return found
    stem = pieces[0] + "".join(f"（{number}）{BLANK}{piece}" for number, piece in enumerate(pieces[1:], 1))
    parts = [
        {
            "type": found.type,
            "stem": _("第（%(number)d）空") % {"number": number},
            "points": max(1, worth),
            "body": found.body,
        }
        for number, (found, worth) in enumerate(zip(founds, points, strict=True), 1)
    ]
    return _with(Found("case_study", {"parts": parts, "stem": stem, "points": max(1, sum(points))}), founds)


def take_marked(markup: str, name: str, mark: str) -> tuple[str, list[tuple[dict[str, str], str]]]:
    """Take the elements of one class out of HTML; return the rest, and the data attributes and inside of each."""
    rest, *chunks = markup.split(f'<{name} class="{mark}"')
    taken, left = [], [rest]
    for chunk in chunks:
        head, _sign, after = chunk.partition(">")
        inside, _end, after = after.partition(f"</{name}>")
        taken.append((dict(DATA.findall(head)), inside))
        left.append(after)
    return "".join(left), taken


def _own_case(stem: str, marked: list[tuple[dict[str, str], str]]) -> Found:
    if problems := too_many(len(marked)):
        return Found("", problems=problems)
    parts, founds = [], []
    for data, inside in marked:
        part, found = _own_part(data.get("type", ""), data.get("rule", ""), inside)
        founds.append(found)
        parts.append(part)
    points = sum(part["points"] for part in parts)
    return _with(Found("case_study", {"parts": parts, "stem": stem, "points": points}), founds)


def _own_part(kind: str, rule: str, inside: str) -> tuple[dict, Found]:
    inside, units = take_marked(inside, "span", "mingbai-unit")
    pieces, gaps = split_gaps(inside)
    if problems := too_many(sum(len(gap.answers) for gap in gaps)):
        return {"points": 1}, Found("", problems=problems)
    if kind not in SIMPLE_TYPES or not gaps:
        return {"points": 1}, Found(
            "", problems=[_("案例题的一个小题读不出来：%(text)s") % {"text": read_text(inside, "html").text}]
        )
    founds = [gap.found() for gap in gaps]
    found = _with(Found(kind), founds)
    found.body = _own_body(kind, rule, founds)
    if units and kind == "numeric":
        found.body["units"] = [read_text(name, "html").text for _data, name in units]
    stem = read_text(take_marked(BLANK.join(pieces), "p", "mingbai-answer")[0], "html").text
    part = {"type": kind, "stem": stem, "points": sum(gap.points for gap in gaps), "body": found.body}
    return part, found


def _own_body(kind: str, rule: str, founds: list[Found]) -> dict:
    body = founds[0].body
    if kind == "fill_in":
        return {"blanks": [blank for found in founds for blank in found.body.get("blanks", [])]}
    if kind == "true_false" and "options" in body:
        said = {side: o.get("feedback", "") for side, o in zip(("true", "false"), body["options"], strict=False)}
        return {"right": bool(body["options"][0].get("right")), "feedback": said}
    return body | ({"rule": rule} if kind == "multiple_choice" and rule else {})


def take_part_feedback(words: str, body: dict) -> str:
    """Give the parts of a case study their explanations; return the rest of the general feedback."""
    rest, marked = take_marked(words, "p", "mingbai-part-feedback")
    by_number = {str(number): part for number, part in enumerate(body.get("parts", []), 1)}
    for data, feedback in marked:
        number = data.get("part", "")
        if number in by_number:
            by_number[number]["explanation"] = read_text(feedback, "html").text.removeprefix(f"（{number}）")
    return rest


def read_gap_select(question: "MoodleQuestion") -> Found:
    """Select missing words: [[n]] in the text is filled by the n-th option; the other options of its group are wrong."""
    options = [
        (words_at(option, "text"), words_at(option, "group") or "1")
        for option in question.element.findall("selectoption")
    ] or [
        (words_at(option, "text"), words_at(option, "group") or "1") for option in question.element.findall("dragbox")
    ]
    markup = question.markup("questiontext")
    pieces, numbers = NUMBERED.split(markup)[::2], [int(number[:4]) for number in NUMBERED.findall(markup)]
    if problems := too_many(len(numbers)):
        return Found("", problems=problems)
    if not numbers or not all(1 <= number <= len(options) for number in numbers):
        return Found("", problems=[_("题目里的空（[[1]]）和选项对不上。")])
    founds = [_gap_choice(question, options, number - 1) for number in numbers]
    return _gaps_as_parts(pieces, founds, [1] * len(founds))


def _gap_choice(question: "MoodleQuestion", options: list[tuple[str, str]], right: int) -> Found:
    group = options[right][1]
    answers = [
        Answer(question.convert(words, question.form).text, 1 if number == right else 0)
        for number, (words, own) in enumerate(options)
        if own == group
    ]
    return choice(answers, single=True)
