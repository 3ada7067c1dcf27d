"""What a participant sees of a marked answer or attempt: exactly what the quiz reveals at that moment, nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from education.models import Material

from .actions.attempts import RESPONSE, adjustments_for, deal_of
from .errors import QuizError
from .grading import mark_question
from .models import Attempt, QuestionVersion, QuizPage, Regrade, Reveal
from .question_types import Mark, question_type
from .sheets import ShownQuestion, is_locked, pictures_of, show_question
from .versions import versions_by_id


@dataclass(frozen=True)
class Outcome:
    """What may be said about one answer. What may not is None or empty. `state` is right, partial, wrong, blank or void."""

    state: str = ""
    points: int | None = None
    maximum: int | None = None
    answer: list[str] = field(default_factory=list)
    right_answer: list[str] = field(default_factory=list)
    feedback: list[str] = field(default_factory=list)
    explanation: str = ""
    part_explanations: list[str] = field(default_factory=list)
    law: str = ""
    lesson: Material | None = None
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class ResultRow:
    question: ShownQuestion
    outcome: Outcome


@dataclass(frozen=True)
class Result:
    """An ended attempt as its person may see it. points, maximum, percent and passed are None while the score is hidden."""

    attempt: Attempt
    reveals: frozenset[str]
    points: int | None
    maximum: int | None
    percent: int | None
    passed: bool | None
    band: dict | None
    band_lessons: list[Material]
    rows: list[ResultRow]
    notes: list[str]


def state_of(mark: Mark, response: Any) -> str:
    """Return right, partial, wrong, blank, or void for a question that counts for nothing."""
    if mark.maximum == 0:
        return "void"
    if mark.points == mark.maximum:
        return "right"
    if response is None:
        return "blank"
    return "partial" if mark.points else "wrong"


def outcome_of(
    version: QuestionVersion,
    response: Any,
    mark: Mark,
    reveals: frozenset[str],
    *,
    lessons: dict[int, Material] | None = None,
    notes: list[str] | None = None,
) -> Outcome:
    """Say about one answer what `reveals` allows."""
    kind, body = question_type(version.type), version.body
    said = kind.answer(body, response)
    score, key, why = (reveal in reveals for reveal in (Reveal.SCORE, Reveal.KEY, Reveal.EXPLANATIONS))
    parts = [part.get("explanation", "") for part in body.get("parts", [])] if why else []
    return Outcome(
        state=state_of(mark, response) if score or key else "",
        points=mark.points if score else None,
        maximum=mark.maximum if score else None,
        answer=said.lines if Reveal.ANSWERS in reveals else [],
        right_answer=kind.right_answer(body) if key else [],
        feedback=said.feedback if why else [],
        explanation=version.explanation if why else "",
        part_explanations=[f"({n}) {words}" for n, words in enumerate(parts, 1) if words],
        law=version.law if why else "",
        lesson=(lessons or {}).get(version.lesson_id) if why else None,
        notes=notes or [],
    )


def lessons_of(versions) -> dict[int, Material]:
    """Return the published lessons that some versions point to."""
    ids = {version.lesson_id for version in versions if version.lesson_id}
    return {page.pk: page for page in Material.objects.live().filter(pk__in=ids)} if ids else {}


def checked_outcome(attempt: Attempt, slot: int) -> Outcome:
    """Return the outcome of an answer that was locked during the attempt; raise QuizError not_checkable."""
    if not is_locked(attempt, slot):
        raise QuizError("not_checkable")
    return checked_outcomes(attempt, [slot])[slot]


def checked_outcomes(attempt: Attempt, slots: Iterable[int]) -> dict[int, Outcome]:
    """Return the outcomes of those of the slots that were locked during the attempt (with its quiz): at most three queries."""
    locked = [slot for slot in slots if is_locked(attempt, slot)]
    if not locked:
        return {}
    versions = versions_by_id(attempt.paper[slot][0] for slot in locked)
    adjustments, lessons = adjustments_for(versions), lessons_of(versions.values())
    reveals = attempt.quiz.reveals(submitted=False, now=attempt.started_at) | {Reveal.ANSWERS}
    outcomes = {}
    for slot in locked:
        version_id, points = attempt.paper[slot]
        version, response = versions[version_id], attempt.answers[str(slot)][RESPONSE]
        mark = mark_question(version.type, version.body, response, points, adjustments.get(version_id, ()))
        outcomes[slot] = outcome_of(version, response, mark, reveals, lessons=lessons)
    return outcomes


def result_of(attempt: Attempt, now: datetime) -> Result:
    """Return the result of an ended attempt (with its quiz): a fixed number of queries, whatever its length."""
    quiz: QuizPage = attempt.quiz
    reveals = quiz.reveals(submitted=True, now=now)
    score = Reveal.SCORE in reveals
    band = quiz.band_for(attempt.percent) if score else None
    versions = versions_by_id(version_id for version_id, _points in attempt.paper)
    notes = regrade_notes(versions)
    return Result(
        attempt=attempt,
        reveals=reveals,
        points=attempt.points if score else None,
        maximum=attempt.maximum if score else None,
        percent=attempt.percent if score else None,
        passed=attempt.passed if score else None,
        band=band,
        band_lessons=[page for page in band["lessons"] if page is not None and page.live] if band else [],
        rows=_rows(attempt, versions, reveals, notes) if reveals - {Reveal.SCORE} else [],
        notes=list(dict.fromkeys(note for said in notes.values() for note in said)),
    )


def regrade_notes(versions: Iterable[int]) -> dict[int, list[str]]:
    """Return what participants are told about the re-grades in force, by version id, oldest first. One query."""
    notes: dict[int, list[str]] = {}
    rows = Regrade.objects.filter(version__in=set(versions), applied_at__isnull=False).order_by("applied_at", "pk")
    for version_id, note in rows.values_list("version_id", "note"):
        notes.setdefault(version_id, []).append(note)
    return notes


def _rows(attempt: Attempt, versions: dict, reveals: frozenset[str], notes: dict) -> list[ResultRow]:
    pictures, lessons = pictures_of(versions.values()), lessons_of(versions.values())
    rows = []
    for slot, (version_id, points) in enumerate(attempt.paper):
        version = versions[version_id]
        entry = attempt.answers.get(str(slot), [])
        response = entry[RESPONSE] if entry else None
        stored = attempt.marks[slot]
        shown = show_question(
            version,
            deal_of(attempt, slot),
            slot=slot,
            points=points,
            response=response if Reveal.ANSWERS in reveals else None,
            pictures=pictures,
        )
        mark = Mark(stored[0], stored[1], tuple(Mark(*part) for part in stored[2]))
        outcome = outcome_of(version, response, mark, reveals, lessons=lessons, notes=notes.get(version_id, []))
        rows.append(ResultRow(shown, outcome))
    return rows
