"""A question in the CMS as participants will see it, before and after answering."""

from typing import Any

from django.utils.translation import gettext as _

from ..grading import mark_question
from ..models import Question, Reveal
from ..question_types import Deal, InvalidBody
from ..question_types.fill_in import accepted_text, accepted_weight
from ..question_types.matching import right_sides
from ..results import lessons_of, outcome_of
from ..sheets import pictures_of, show_question
from ..versions import version_of


def preview_context(question: Question, *, answered: bool) -> dict:
    """Return `shown` (a ShownQuestion) and `outcome` (None before answering); `problems` when it cannot be shown yet.

    Options lie as they were written. After answering, the answer is the right one.
    """
    try:
        body = question.body
    except InvalidBody as error:
        return {"problems": list(error.problems)}
    if not body:
        return {"problems": [_("还没有选题型。")]}
    question.type = question.answer[0].block_type
    version = version_of(question)
    response = perfect_response(version.type, body) if answered else None
    shown = show_question(
        version,
        Deal("preview", shuffled=False),
        response=response,
        locked=answered,
        pictures=pictures_of([version]),
    )
    if not answered:
        return {"shown": shown, "outcome": None}
    mark = mark_question(version.type, body, response, version.full_points)
    outcome = outcome_of(version, response, mark, frozenset(Reveal.values), lessons=lessons_of([version]))
    return {"shown": shown, "outcome": outcome}


def perfect_response(code: str, body: dict) -> Any:
    """Return a response that earns everything, in the author's numbering."""
    if code == "case_study":
        return [perfect_response(part["type"], part["body"]) for part in body["parts"]]
    return PERFECT[code](body)


def _right_options(body: dict) -> list[int]:
    return [number for number, option in enumerate(body["options"]) if option.get("right")]


def _full_answer(body: dict) -> str:
    best = next(entry for entry in body["answers"] if "weight" not in entry)
    unit = body["units"][0]["name"] if body.get("units") else ""
    return f"{best['value']} {unit}".strip()


PERFECT = {
    "single_choice": lambda body: _right_options(body)[0],
    "multiple_choice": _right_options,
    "true_false": lambda body: body["right"],
    "fill_in": lambda body: [
        next(accepted_text(entry) for entry in blank if accepted_weight(entry) == 1) for blank in body["blanks"]
    ],
    "numeric": _full_answer,
    "ordering": lambda body: list(range(len(body["items"]))),
    "matching": lambda body: [right_sides(body).index(right) for _left, right in body["pairs"]],
}
