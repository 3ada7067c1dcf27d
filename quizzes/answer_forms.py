"""Raw answers from the fields of a plain HTML form (question_inputs.py says how they are named)."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import QueryDict

from .actions.attempts import Given
from .question_inputs import part_field, row_field
from .sheets import Sheet, ShownQuestion

# Longer than any number that a select of ours sends; what is longer is no position.
MAX_DIGITS = 4
IMPOSSIBLE = -1


def raw_answer(question: ShownQuestion, form: QueryDict, prefix: str) -> Any:
    """Return the raw answer to a question as its type's `read` takes it; None when nothing was given.

    What no browser of ours would send comes back as an impossible answer, which `read` refuses.
    """
    if question.type != "case_study":
        return READERS[question.type](question.presented, form, prefix)
    parts = question.presented["parts"]
    raws = [READERS[part["type"]](part, form, part_field(prefix, number)) for number, part in enumerate(parts)]
    return raws if any(raw is not None for raw in raws) else None


def _position(value: str) -> int | None:
    if value == "":
        return None
    return int(value) if value.isascii() and value.isdigit() and len(value) <= MAX_DIGITS else IMPOSSIBLE


def _single_choice(presented: Mapping, form: QueryDict, prefix: str) -> int | None:
    return _position(form.get(prefix, ""))


def _multiple_choice(presented: Mapping, form: QueryDict, prefix: str) -> list[int | None] | None:
    return [_position(value) for value in form.getlist(prefix)] or None


def _true_false(presented: Mapping, form: QueryDict, prefix: str) -> bool | str | None:
    value = form.get(prefix, "")
    return {"": None, "true": True, "false": False}.get(value, value)


def _fill_in(presented: Mapping, form: QueryDict, prefix: str) -> list[str] | None:
    words = [form.get(row_field(prefix, number), "") for number in range(presented["blanks"])]
    return words if any(word.strip() for word in words) else None


def _numeric(presented: Mapping, form: QueryDict, prefix: str) -> str | None:
    return form.get(prefix, "").strip() or None


def _ordering(presented: Mapping, form: QueryDict, prefix: str) -> list[int] | None:
    """Return the items' positions by their places; a place left open or given twice makes the answer impossible."""
    count = len(presented["items"])
    places = [_position(form.get(row_field(prefix, position), "")) for position in range(count)]
    if not any(place is not None for place in places):
        return None
    order = [IMPOSSIBLE] * count
    for position, place in enumerate(places):
        if place is not None and 1 <= place <= count:
            order[place - 1] = position
    return [position for position in order if position != IMPOSSIBLE]


def _matching(presented: Mapping, form: QueryDict, prefix: str) -> list[int | None] | None:
    rights = [_position(form.get(row_field(prefix, position), "")) for position in range(len(presented["left"]))]
    return rights if any(right is not None for right in rights) else None


READERS = {
    "single_choice": _single_choice,
    "multiple_choice": _multiple_choice,
    "true_false": _true_false,
    "fill_in": _fill_in,
    "numeric": _numeric,
    "ordering": _ordering,
    "matching": _matching,
}


def prefix_of(question: ShownQuestion) -> str:
    """Return the prefix of a question's fields on an attempt's form."""
    return f"q{question.number}"


def shown_answers(questions: list[ShownQuestion]) -> str:
    """Return the answers that a form shows, as JSON for its hidden field `shown`."""
    return json.dumps({question.slot: question.raw for question in questions}, ensure_ascii=False)


def changed_answers(questions: list[ShownQuestion], form: QueryDict) -> dict[int, Given]:
    """Return the answers that differ from those which the form showed, so that an old form undoes nothing given elsewhere.

    Locked questions have no fields and are left alone.
    """
    try:
        shown = json.loads(form.get("shown", ""))
    except ValueError:
        shown = {}
    before = shown if isinstance(shown, dict) else {}
    changed = {}
    for question in questions:
        if not question.locked:
            raw = raw_answer(question, form, prefix_of(question))
            if raw != before.get(str(question.slot)):
                changed[question.slot] = Given(raw)
    return changed


def with_refused(sheet: Sheet, form: QueryDict, refused: Mapping[int, str]) -> Sheet:
    """Return the sheet with what was written into the questions that were refused, so that it can be put right."""
    questions = [
        replace(question, raw=raw_answer(question, form, prefix_of(question)))
        if question.slot in refused and not question.locked
        else question
        for question in sheet.questions
    ]
    return replace(sheet, questions=questions)
