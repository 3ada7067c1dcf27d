"""Practice: answering a question outside any attempt, and what that means for when it comes again.

Lock: a change of a person's card for a question begins with `_locked_cards`; attempts are locked before cards, and rows of one kind
in the order of their keys. The card's lock is also what makes an exposition count once: whether this person has answered the question
since it was shown is read under it, so of two equal requests the second finds the answer of the first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from ..errors import QuizError
from ..grading import mark_paper, mark_question
from ..models import Attempt, DailyQuestion, PracticeAnswer, QuestionVersion, ReviewCard
from ..papers import reserved_questions
from ..people import Person
from ..practice.daily import choose_daily
from ..practice.scheduling import RIGHT_ENOUGH, Exposition, day_of, day_start, rating_of, reviewed
from ..practice.selection import collectable, practisable
from ..question_types import BadResponse, Mark
from ..versions import versions_by_id
from .attempts import RESPONSE, adjustments_for

# Attempts that one call of collect_attempts goes over.
AT_ONCE = 50


@dataclass(frozen=True)
class Answered:
    """An answer as it stands.

    `counted` is False when the showing had been answered before (then version, response and mark are those of that answer), or
    when the question was declared void. `card` is the person's card for the question; `left_book` says that this answer took it
    out of the wrong book.
    """

    version: QuestionVersion
    response: Any
    mark: Mark
    counted: bool = False
    card: ReviewCard | None = None
    left_book: bool = False


@transaction.atomic(durable=True)
def answer_question(*, person: Person, shown: Exposition, raw: Any, now: datetime) -> Answered:
    """Mark an answer, keep it, and schedule the question anew. Sending an answer again changes nothing.

    Raises QuizError: unknown_question, question_reserved, bad_answer, not_answered.
    """
    version = versions_by_id([shown.version_id]).get(shown.version_id)
    if version is None:
        raise QuizError("unknown_question")
    if version.question_id in reserved_questions(now):
        raise QuizError("question_reserved")
    try:
        response = version.kind.read(version.body, raw, shown.deal)
    except BadResponse as error:
        raise QuizError("bad_answer", str(error)) from error
    if response is None:
        raise QuizError("not_answered")
    mark = marked(version, response)
    if mark.maximum == 0:
        return Answered(version, response, mark)
    card = _locked_cards(person, {version.question_id}, now)[version.question_id]
    earlier = _answer_since(person, version.question_id, shown)
    if earlier is not None:
        first = versions_by_id([earlier.version_id])[earlier.version_id]
        return Answered(first, earlier.response, marked(first, earlier.response), card=card)
    PracticeAnswer.objects.create(
        **person.owner,
        version=version,
        mode=shown.mode,
        response=response,
        points=mark.points,
        maximum=mark.maximum,
        answered_at=now,
    )
    was_in_book = card.in_wrong_book
    _note_answer(card, mark, now)
    card.save()
    return Answered(version, response, mark, True, card, left_book=was_in_book and not card.in_wrong_book)


@transaction.atomic(durable=True)
def collect_attempts(*, person: Person, now: datetime) -> int:
    """Put the wrong answers of a person's ended attempts into their wrong book; return how many attempts were gone over.

    Only attempts whose quiz reveals the key at `now`, each attempt once. What was left blank or declared void does not enter.
    """
    waiting = collectable(person, now).order_by("submitted_at", "pk").values_list("pk", flat=True)
    locked = Attempt.objects.select_for_update().filter(pk__in=list(waiting[:AT_ONCE]), collected=False).order_by("pk")
    attempts = sorted(locked, key=lambda attempt: attempt.submitted_at)
    wrong = _wrong_answers(attempts)
    cards = _locked_cards(person, {question_id for _at, question_id, _mark in wrong}, now)
    for at, question_id, mark in wrong:
        _note_wrong_answer(cards[question_id], mark, at)
    ReviewCard.objects.bulk_update(
        cards.values(), ["card", "due", "wrong_count", "right_streak", "in_wrong_book", "answered_at"]
    )
    Attempt.objects.filter(pk__in=[attempt.pk for attempt in attempts]).update(collected=True)
    return len(attempts)


@transaction.atomic(durable=True)
def ensure_daily_question(*, now: datetime) -> DailyQuestion | None:
    """Return the question of the day of `now`, chosen now when nobody has chosen one that may be shown; None from an empty bank.

    Whoever comes first makes the row; the choice follows from the date, so that it is the same whoever it is.
    """
    day = day_of(now)
    row = DailyQuestion.objects.filter(date=day).first()
    if row is not None and practisable(now).filter(pk=row.question_id).exists():
        return row
    chosen = choose_daily(day, now)
    if chosen is None:
        return None
    if row is None:
        return DailyQuestion.objects.get_or_create(date=day, defaults={"question_id": chosen})[0]
    DailyQuestion.objects.filter(pk=row.pk, question=row.question_id).update(question=chosen)
    return DailyQuestion.objects.get(pk=row.pk)


def marked(version: QuestionVersion, response: Any) -> Mark:
    """Mark one answer with the re-grades in force. One query."""
    adjustments = adjustments_for([version.pk]).get(version.pk, ())
    return mark_question(version.type, version.body, response, version.full_points, adjustments)


def _locked_cards(person: Person, questions: Iterable[int], now: datetime) -> dict[int, ReviewCard]:
    """Return this person's cards for some questions, locked; those that were missing are made (with an empty `card`)."""
    locked = ReviewCard.objects.select_for_update().filter(**person.owner, question__in=questions).order_by("pk")
    cards = {card.question_id: card for card in locked}
    missing = sorted(set(questions) - cards.keys())
    if not missing:
        return cards
    ReviewCard.objects.bulk_create(
        [ReviewCard(**person.owner, question_id=pk, card={}, due=now, answered_at=now) for pk in missing],
        ignore_conflicts=True,
    )
    return {card.question_id: card for card in locked.all()}


def _answer_since(person: Person, question_id: int, shown: Exposition) -> PracticeAnswer | None:
    """Return this person's answer to the question since it was shown; to the question of the day, since the day began."""
    answers = PracticeAnswer.objects.filter(**person.owner, version__question=question_id)
    if shown.mode == PracticeAnswer.Mode.DAILY:
        answers = answers.filter(mode=shown.mode, answered_at__gte=day_start(day_of(shown.shown_at)))
    else:
        answers = answers.filter(answered_at__gte=shown.shown_at)
    return answers.order_by("answered_at", "pk").first()


def _note_answer(card: ReviewCard, mark: Mark, at: datetime) -> None:
    """Let a card (not yet stored) follow from one more answer. Less than full marks is not right."""
    card.card, card.due = reviewed(card.card or None, question_id=card.question_id, rating=rating_of(mark), at=at)
    card.answered_at = at
    if mark.points < mark.maximum:
        card.wrong_count += 1
        card.right_streak, card.in_wrong_book = 0, True
        return
    card.right_streak += 1
    if card.right_streak >= RIGHT_ENOUGH:
        card.in_wrong_book = False


def _note_wrong_answer(card: ReviewCard, mark: Mark, at: datetime) -> None:
    """Let a card follow from a wrong answer that may be older than what is on it: then the later answers decide."""
    if not card.card or card.answered_at <= at:
        _note_answer(card, mark, at)
        return
    card.wrong_count += 1
    card.in_wrong_book = card.in_wrong_book or card.right_streak < RIGHT_ENOUGH


def _wrong_answers(attempts: list[Attempt]) -> list[tuple[datetime, int, Mark]]:
    """Return (end of the attempt, question id, mark) for what was answered and not fully right, under the re-grades in force.

    At most two queries, however many attempts.
    """
    ids = {version_id for attempt in attempts for version_id, _points in attempt.paper}
    versions, adjustments = versions_by_id(ids), adjustments_for(ids)
    wrong = []
    for attempt in attempts:
        marks = mark_paper(attempt.paper, attempt.answers, versions, adjustments)
        for slot, (version_id, _points) in enumerate(attempt.paper):
            entry, mark = attempt.answers.get(str(slot)), marks[slot]
            if entry and entry[RESPONSE] is not None and mark.points < mark.maximum:
                wrong.append((attempt.submitted_at, versions[version_id].question_id, mark))
    return wrong
