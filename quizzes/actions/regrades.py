"""Correcting a question after people have answered it.

A re-grade is created by an officer, takes effect when the worker activates it, and is then carried out over the attempts that were
marked before. No attempt can slip through: marking reads the re-grades in force after it has taken the attempt's lock, and the
worker takes the lock of every attempt of the quizzes concerned after the activation is committed. So an attempt that was being
marked at that moment is either marked with the re-grade, or waited for and marked again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from ..errors import QuizError
from ..grading import Adjustment, mark_question
from ..log_actions import REGRADE
from ..models import Attempt, ItemTally, QuestionVersion, Regrade
from ..tallying import Change
from .attempts import RESPONSE, adjustments_for, mark_attempt
from .tallies import answers_of, apply_change

BATCH = 500
# A preview in a request looks at no more attempts than this.
PREVIEW_LIMIT = 20_000
MAX_NOTE = 300


@dataclass(frozen=True)
class RegradePreview:
    """What a re-grade would do: attempts with the question, results that change, up, down, and changes of pass or fail.

    `exact` is False when there are more attempts than were looked at; the numbers are then those of the part looked at.
    """

    attempts: int
    changed: int
    up: int
    down: int
    passing: int
    exact: bool


def preview_regrade(
    *, version: QuestionVersion, kind: str, part: int | None = None, response: Any = None
) -> RegradePreview:
    """Count what a re-grade would change, without changing anything. Raises QuizError invalid_regrade."""
    _check(version, kind, part, response)
    extra = Adjustment(kind, part, response)
    seen = changed = up = down = passing = 0
    exact = True
    for number, attempt in enumerate(_ended_attempts(version)):
        if number >= PREVIEW_LIMIT:
            exact = False
            break
        slots = [slot for slot, (version_id, _points) in enumerate(attempt.paper) if version_id == version.pk]
        if not slots:
            continue
        seen += 1
        difference, wider = _difference(attempt, slots, version, extra)
        if difference or wider:
            changed += 1
            up, down = up + (difference > 0), down + (difference < 0)
        passing += _passes(attempt, attempt.points + difference, attempt.maximum + wider) != attempt.passed
    return RegradePreview(seen, changed, up, down, passing, exact)


def _difference(attempt: Attempt, slots: list[int], version: QuestionVersion, extra: Adjustment) -> tuple[int, int]:
    """By how many points and by how many points of the maximum an attempt would change."""
    in_force = adjustments_for([version.pk]).get(version.pk, [])
    points = maximum = 0
    for slot in slots:
        entry = attempt.answers.get(str(slot))
        response = entry[RESPONSE] if entry else None
        mark = mark_question(version.type, version.body, response, attempt.paper[slot][1], [*in_force, extra])
        points += mark.points - attempt.marks[slot][0]
        maximum += mark.maximum - attempt.marks[slot][1]
    return points, maximum


def _passes(attempt: Attempt, points: int, maximum: int) -> bool | None:
    line = attempt.quiz.pass_percent
    return None if line is None else points * 100 >= line * maximum


def _ended_attempts(version: QuestionVersion) -> Iterator[Attempt]:
    attempts = Attempt.objects.filter(quiz__in=_quizzes_with(version)).exclude(status=Attempt.Status.STARTED)
    return attempts.select_related("quiz").order_by("pk").iterator(chunk_size=BATCH)


@transaction.atomic(durable=True)
def create_regrade(
    *,
    version: QuestionVersion,
    kind: str,
    part: int | None = None,
    response: Any = None,
    note: str,
    by,
    now: datetime,
) -> Regrade:
    """Order a re-grade; the worker carries it out. `note` is what participants read.

    Raises QuizError: forbidden, invalid_regrade.
    """
    if not by.has_perm("quizzes.add_regrade"):
        raise QuizError("forbidden")
    _check(version, kind, part, response)
    note = note.strip()
    if not note or len(note) > MAX_NOTE:
        raise QuizError("invalid_regrade", _("请写一句告诉参与者的话，不超过 %(limit)d 字。") % {"limit": MAX_NOTE})
    regrade = Regrade.objects.create(
        version=version, kind=kind, part=part, response=response, note=note, created_by=by, created_at=now
    )
    data = {"regrade": regrade.pk, "version": version.number, "kind": kind, "part": part, "note": note}
    log(instance=version.question, action=REGRADE, user=by, data=data)
    return regrade


def _check(version: QuestionVersion, kind: str, part: int | None, response: Any) -> None:
    """Raise QuizError invalid_regrade unless the re-grade fits the question."""
    if kind not in Regrade.Kind.values:
        raise QuizError("invalid_regrade", _("没有这种改分方式。"))
    parts = version.body.get("parts")
    if part is not None and not (parts and 0 <= part < len(parts)):
        raise QuizError("invalid_regrade", _("没有这个小题。"))
    needs_answer = kind in (Regrade.Kind.ACCEPT, Regrade.Kind.REPLACE)
    if needs_answer and response is None:
        raise QuizError("invalid_regrade", _("请填写算对的答案。"))
    if needs_answer and parts and part is None:
        raise QuizError("invalid_regrade", _("案例题请先选是哪一个小题。"))
    if not needs_answer and response is not None:
        raise QuizError("invalid_regrade")


def run_regrades(*, now: datetime) -> int:
    """Carry out every re-grade that is waiting or was interrupted, oldest first; return how many were finished."""
    finished = 0
    while (regrade := Regrade.objects.exclude(status=Regrade.Status.DONE).order_by("pk").first()) is not None:
        if regrade.status == Regrade.Status.PENDING:
            activate_regrade(regrade_id=regrade.pk, now=now)
        while regrade_batch(regrade_id=regrade.pk, now=now):
            pass
        finished += 1
    return finished


@transaction.atomic(durable=True)
def activate_regrade(*, regrade_id: int, now: datetime) -> None:
    """Let a re-grade hold for everything that is marked from now on. Activating twice is activating once."""
    Regrade.objects.filter(pk=regrade_id, status=Regrade.Status.PENDING).update(
        status=Regrade.Status.RUNNING, applied_at=now
    )


@transaction.atomic(durable=True)
def regrade_batch(*, regrade_id: int, now: datetime, size: int = BATCH) -> bool:
    """Go over the next attempts of a running re-grade; return whether there may be more.

    Interrupted at any point it goes on from the last committed batch, and marking an attempt again changes nothing.
    """
    regrade = Regrade.objects.select_for_update().select_related("version").get(pk=regrade_id)
    if regrade.status != Regrade.Status.RUNNING:
        return False
    attempts = Attempt.objects.filter(quiz__in=_quizzes_with(regrade.version)).order_by("pk")
    if regrade.cursor is not None:
        attempts = attempts.filter(pk__gt=regrade.cursor)
    batch = list(attempts.select_for_update(of=("self",)).select_related("quiz")[:size])
    mine = [a for a in batch if not a.is_active and any(v == regrade.version_id for v, _points in a.paper)]
    regrade.seen += len(mine)
    regrade.changed += _mark_again(mine, now)
    if batch:
        regrade.cursor = batch[-1].pk
    if len(batch) < size:
        regrade.status, regrade.finished_at = Regrade.Status.DONE, now
    regrade.save(update_fields=["seen", "changed", "cursor", "status", "finished_at"])
    return regrade.status == Regrade.Status.RUNNING


def _quizzes_with(version: QuestionVersion) -> set[int]:
    """The quizzes whose attempts may contain a version: those that counted it, and those with attempts not counted yet."""
    counted = ItemTally.objects.filter(version=version).values_list("quiz_id", flat=True)
    uncounted = Attempt.objects.filter(tallied=False).values_list("quiz_id", flat=True).distinct()
    return {*counted, *uncounted}


def _mark_again(attempts: list[Attempt], now: datetime) -> int:
    """Mark locked attempts again, and correct the statistics of those that they count; return how many changed."""
    adjustments = adjustments_for(version_id for attempt in attempts for version_id, _points in attempt.paper)
    changed: list[Attempt] = []
    changes: dict[int, Change] = {}
    for attempt in attempts:
        before = (attempt.marks, attempt.points, attempt.maximum, attempt.passed)
        counted = answers_of(attempt) if attempt.tallied else []
        mark_attempt(attempt, adjustments)
        if (attempt.marks, attempt.points, attempt.maximum, attempt.passed) == before:
            continue
        changed.append(attempt)
        if attempt.tallied:
            change = changes.setdefault(attempt.quiz_id, Change())
            change.count(counted, before[1], -1)
            change.count(answers_of(attempt), attempt.points)
    Attempt.objects.bulk_update(changed, ["marks", "points", "maximum", "passed"], batch_size=100)
    for quiz_id in sorted(changes):
        apply_change(quiz_id, changes[quiz_id], now)
    return len(changed)
