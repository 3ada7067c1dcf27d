"""What practice shows: a question without its key, and after the answer everything that helps. Web pages and the API share it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from ..actions.practice import Answered, marked
from ..errors import QuizError
from ..models import Reveal
from ..people import Person
from ..question_types import Mark
from ..results import Outcome, lessons_of, outcome_of, regrade_notes
from ..sheets import ShownQuestion, pictures_of, show_question
from ..versions import versions_by_id
from .scheduling import Exposition, exposition_of

EVERYTHING = frozenset(Reveal.values)


@dataclass(frozen=True)
class Screen:
    """A question put before somebody. `token` comes back with the answer; `question_id` is for skipping it."""

    question: ShownQuestion
    token: str
    question_id: int


def new_screen(version_id: int, mode: str, person: Person | None, now: datetime) -> Screen:
    """Return a question put before a person now: at most three queries."""
    return screen_of(exposition_of(version_id, mode, person, now))


def screen_of(shown: Exposition) -> Screen:
    """Return a showing again as it was: at most three queries. Raises QuizError unknown_question."""
    version = versions_by_id([shown.version_id]).get(shown.version_id)
    if version is None:
        raise QuizError("unknown_question")
    question = show_question(version, shown.deal, pictures=pictures_of([version]))
    return Screen(question, shown.token, version.question_id)


def outcome_of_answer(answered: Answered) -> Outcome:
    """Say everything about an answer: at most two queries."""
    version = answered.version
    return outcome_of(
        version,
        answered.response,
        answered.mark,
        EVERYTHING,
        lessons=lessons_of([version]),
        notes=regrade_notes([version.pk]).get(version.pk),
    )


def earlier_answer(version_id: int, response: Any) -> Answered:
    """Return an answer that was given before, marked as it counts today."""
    version = versions_by_id([version_id])[version_id]
    return Answered(version, response, marked(version, response))


def solution_of(version_id: int) -> Outcome:
    """Return the right answer of a question and why, whatever anybody answered."""
    version = versions_by_id([version_id])[version_id]
    reveals = frozenset({Reveal.KEY, Reveal.EXPLANATIONS})
    said = outcome_of(version, None, Mark(0, version.full_points), reveals, lessons=lessons_of([version]))
    return replace(said, state="")
