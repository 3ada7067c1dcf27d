"""The life of an attempt: started → answers saved as they are given → submitted or timed out, and marked with it.

Lock: every change of a row begins with `_locked`, which takes the attempt's row lock (on SQLite the IMMEDIATE transaction is the
lock), and takes no other. Whatever marking depends on is read after that lock, so a re-grade that goes over the attempts row by row
cannot miss one (see actions/regrades.py).

An answer is kept as [response, t, locked]: t is when it was given, in milliseconds since the start. A browser reports how long ago
that was (`age_ms`, from its monotonic clock), so of two answers to one question the one given later stays, whichever arrives later:
a queue from a device that was offline cannot undo what was answered elsewhere meanwhile, and sending twice changes nothing.
An age grows by the time a request is under way, so two answers sent soon after each other over an uneven network could change
places. A browser that follows the attempt's clock says the time itself (`given_ms`) and keeps it above every time it has seen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import SystemRandom
from typing import Any
from uuid import UUID

from django.db import transaction

from ..errors import QuizError
from ..grading import Adjustment, mark_paper, store_mark
from ..models import Attempt, ExtraTime, QuestionVersion, QuizPage, Regrade
from ..papers import draw_paper, slot_pools
from ..people import Person
from ..question_types import BadResponse, Deal
from ..versions import versions_by_id

RESPONSE, GIVEN, LOCKED = range(3)


@dataclass(frozen=True)
class Given:
    """A raw answer as it comes from a browser, and when it was given: how many milliseconds ago, or, where `given_ms` is set,
    how many milliseconds after the start of the attempt."""

    raw: Any
    age_ms: int = 0
    given_ms: int | None = None

    def moment(self, since_start: int) -> int:
        """Return when it was given, in milliseconds since the start, never before it and never later than now."""
        moment = since_start - max(self.age_ms, 0) if self.given_ms is None else self.given_ms
        return min(max(moment, 0), since_start)


@dataclass(frozen=True)
class Saved:
    """What a save did: `kept` are the slots that now hold the sent answer, `newer` those that hold one given later,
    `refused` the impossible ones with their sentences."""

    attempt: Attempt
    kept: list[int]
    newer: list[int]
    refused: dict[int, str]


def deal_of(attempt: Attempt, slot: int) -> Deal:
    """Return how the options of one slot lie for this attempt."""
    return Deal(f"{attempt.seed}/{slot}", attempt.shuffle_options)


@transaction.atomic(durable=True)
def start_attempt(*, quiz: QuizPage, person: Person, elder: bool = False, now: datetime) -> Attempt:
    """Start an attempt, or return the one that is already running: starting twice is starting once.

    Raises QuizError: account_needed, not_open_yet, closed, no_attempts_left, paper_unavailable, conflict.
    """
    earlier = list(Attempt.objects.of(person).filter(quiz=quiz).order_by("-number"))
    for attempt in earlier:
        if attempt.is_active and not attempt.is_over(now):
            return attempt
    must_be_startable(quiz, has_account=person.user_id is not None, used=len(earlier), now=now)
    for attempt in earlier:
        if attempt.is_active:
            _end(_locked(attempt.pk, person), Attempt.Status.TIMED_OUT, now)
    chance = SystemRandom()
    drawn = draw_paper(slot_pools(quiz), chance)
    if not drawn:
        raise QuizError("paper_unavailable")
    if quiz.shuffle_questions:
        chance.shuffle(drawn)
    attempt = Attempt(
        **person.owner,
        quiz=quiz,
        number=earlier[0].number + 1 if earlier else 1,
        seed=chance.getrandbits(62),
        shuffle_options=quiz.shuffle_options,
        paper=[[candidate.version, candidate.points] for candidate in drawn],
        maximum=sum(candidate.points for candidate in drawn),
        started_at=now,
        deadline=quiz.deadline(
            start=now,
            extra_minutes=_extra_minutes(quiz, person),
            untimed=elder and quiz.untimed_in_elder_mode,
        ),
    )
    Attempt.objects.bulk_create([attempt], ignore_conflicts=True)
    running = Attempt.objects.of(person).filter(quiz=quiz).active().first()
    if running is None:
        raise QuizError("conflict")
    return running


def must_be_startable(quiz: QuizPage, *, has_account: bool, used: int, now: datetime) -> None:
    """Raise the QuizError for which nobody with or without an account, after `used` attempts, may start now; pages ask, too."""
    if quiz.needs_account and not has_account:
        raise QuizError("account_needed")
    if quiz.opens_in_future(now):
        raise QuizError("not_open_yet")
    if quiz.is_closed(now):
        raise QuizError("closed")
    if quiz.max_attempts is not None and used >= quiz.max_attempts:
        raise QuizError("no_attempts_left")


def _extra_minutes(quiz: QuizPage, person: Person) -> int:
    if quiz.time_limit is None or person.user_id is None:
        return 0
    granted = ExtraTime.objects.filter(quiz=quiz, users=person.user_id).values_list("minutes", flat=True)
    return max(granted, default=0)


@transaction.atomic(durable=True)
def save_answers(*, attempt_id: UUID, person: Person, answers: Mapping[int, Given], now: datetime) -> Saved:
    """Save some answers. Saving the same again changes nothing.

    Raises QuizError: unknown_attempt, attempt_ended, time_over. An impossible answer is refused alone; the others are saved.
    """
    attempt = _locked(attempt_id, person)
    _must_be_open(attempt, now)
    saved = _put(attempt, answers, now)
    _store(attempt, now)
    return saved


@transaction.atomic(durable=True)
def check_answer(*, attempt_id: UUID, person: Person, slot: int, given: Given | None, now: datetime) -> Attempt:
    """Lock one answer, so that its key may be shown during the attempt; return the attempt.

    Raises QuizError: unknown_attempt, attempt_ended, time_over, not_checkable, unknown_question, bad_answer, not_answered.
    """
    attempt = _locked(attempt_id, person)
    if not {"key", "explanations"} & set(attempt.quiz.reveal_during):
        raise QuizError("not_checkable")
    _must_be_open(attempt, now)
    if not 0 <= slot < len(attempt.paper):
        raise QuizError("unknown_question")
    if given is not None:
        saved = _put(attempt, {slot: given}, now)
        if slot in saved.refused:
            raise QuizError("bad_answer", saved.refused[slot])
    entry = attempt.answers.get(str(slot))
    if entry is None or entry[RESPONSE] is None:
        raise QuizError("not_answered")
    entry[LOCKED:] = [True]
    _store(attempt, now)
    return attempt


@transaction.atomic(durable=True)
def submit_attempt(
    *, attempt_id: UUID, person: Person, answers: Mapping[int, Given] | None = None, now: datetime
) -> Attempt:
    """Save the last answers, end the attempt and mark it. Submitting again returns the same result.

    After the deadline the attempt ends with what was saved before it, and `answers` are not looked at.
    Raises QuizError: unknown_attempt.
    """
    attempt = _locked(attempt_id, person)
    if not attempt.is_active:
        return attempt
    if attempt.is_over(now):
        return _end(attempt, Attempt.Status.TIMED_OUT, now)
    if answers:
        _put(attempt, answers, now)
    return _end(attempt, Attempt.Status.SUBMITTED, now)


@transaction.atomic(durable=True)
def time_out_attempt(*, attempt_id: UUID, now: datetime) -> bool:
    """End an attempt whose deadline has passed with what was saved; return whether this call ended it."""
    attempt = _locked(attempt_id)
    if not attempt.is_active or not attempt.is_over(now):
        return False
    _end(attempt, Attempt.Status.TIMED_OUT, now)
    return True


def time_out_overdue(*, now: datetime, limit: int = 2000) -> int:
    """End up to `limit` attempts whose deadline has passed, each in its own transaction; return how many this call ended."""
    overdue = list(Attempt.objects.overdue(now).order_by("deadline").values_list("pk", flat=True)[:limit])
    return sum(time_out_attempt(attempt_id=attempt_id, now=now) for attempt_id in overdue)


def _locked(attempt_id: UUID, person: Person | None = None) -> Attempt:
    """Take the attempt's row lock and return the row as it is under the lock."""
    attempts = Attempt.objects.all() if person is None else Attempt.objects.of(person)
    attempt = attempts.select_for_update(of=("self",)).select_related("quiz").filter(pk=attempt_id).first()
    if attempt is None:
        raise QuizError("unknown_attempt")
    return attempt


def _must_be_open(attempt: Attempt, now: datetime) -> None:
    if not attempt.is_active:
        raise QuizError("attempt_ended")
    if attempt.is_over(now):
        raise QuizError("time_over")


def _put(attempt: Attempt, answers: Mapping[int, Given], now: datetime) -> Saved:
    """Put answers into the locked row (not yet stored)."""
    versions = _versions_of(attempt, answers)
    since_start = int((now - attempt.started_at).total_seconds() * 1000)
    kept, newer, refused = [], [], {}
    for slot, given in answers.items():
        if not 0 <= slot < len(attempt.paper):
            refused[slot] = str(QuizError("unknown_question"))
            continue
        version = versions[attempt.paper[slot][0]]
        old = attempt.answers.get(str(slot))
        try:
            response = version.kind.read(version.body, given.raw, deal_of(attempt, slot))
        except BadResponse as error:
            refused[slot] = str(error)
            continue
        given_at = given.moment(since_start)
        if old is not None and old[LOCKED:] == [True]:
            if old[RESPONSE] == response:
                kept.append(slot)
            else:
                refused[slot] = str(QuizError("answer_locked"))
        elif old is not None and old[GIVEN] > given_at:
            newer.append(slot)
        else:
            attempt.answers[str(slot)] = [response, given_at]
            kept.append(slot)
    return Saved(attempt, kept, newer, refused)


def _versions_of(attempt: Attempt, answers: Mapping[int, Given]) -> dict[int, QuestionVersion]:
    return versions_by_id(attempt.paper[slot][0] for slot in answers if 0 <= slot < len(attempt.paper))


def _store(attempt: Attempt, now: datetime) -> None:
    attempt.saved_at = now
    attempt.save(update_fields=["answers", "saved_at"])


def adjustments_for(version_ids: Iterable[int]) -> dict[int, list[Adjustment]]:
    """Return the re-grades in force, by version, oldest first. One query."""
    found: dict[int, list[Adjustment]] = {}
    rows = Regrade.objects.filter(version__in=set(version_ids), applied_at__isnull=False).order_by("applied_at", "pk")
    for row in rows.values("version_id", "kind", "part", "response"):
        found.setdefault(row["version_id"], []).append(Adjustment(row["kind"], row["part"], row["response"]))
    return found


def mark_attempt(attempt: Attempt, adjustments: Mapping[int, list[Adjustment]]) -> None:
    """Set marks, points, maximum and passed of a locked attempt from its answers and the re-grades in force."""
    versions = versions_by_id(version_id for version_id, _points in attempt.paper)
    marks = mark_paper(attempt.paper, attempt.answers, versions, adjustments)
    attempt.marks = [store_mark(mark) for mark in marks]
    attempt.points = sum(mark.points for mark in marks)
    attempt.maximum = sum(mark.maximum for mark in marks)
    line = attempt.quiz.pass_percent
    attempt.passed = None if line is None else attempt.points * 100 >= line * attempt.maximum


def _end(attempt: Attempt, status: str, now: datetime) -> Attempt:
    """End and mark a locked, active attempt. One that timed out ended at its deadline, whenever that was noticed."""
    attempt.status = status
    attempt.submitted_at = attempt.deadline if status == Attempt.Status.TIMED_OUT else now
    mark_attempt(attempt, adjustments_for(version_id for version_id, _points in attempt.paper))
    attempt.save(update_fields=["status", "submitted_at", "answers", "marks", "points", "maximum", "passed"])
    return attempt
