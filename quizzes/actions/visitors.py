"""Somebody who answered without an account signs in: what they did becomes theirs."""

from uuid import UUID

from django.db import transaction

from ..models import Attempt, PracticeAnswer, ReviewCard


@transaction.atomic(durable=True)
def adopt_visitor(*, user_id: int, visitor: UUID) -> int:
    """Give a visitor's attempts and practice to a user; return how many attempts changed hands. Doing it again changes nothing.

    Attempts are numbered on after the user's own. Where both have a running attempt at the same quiz, the one with the later
    saved answer stays with the person; the other stays with the visitor, and the worker ends it at its deadline.
    """
    attempts = list(Attempt.objects.select_for_update().filter(visitor=visitor).order_by("pk"))
    own = list(Attempt.objects.filter(user_id=user_id, quiz__in={attempt.quiz_id for attempt in attempts}))
    last = {}
    for attempt in own:
        last[attempt.quiz_id] = max(last.get(attempt.quiz_id, 0), attempt.number)
    running = {attempt.quiz_id for attempt in own if attempt.is_active}
    adopted = 0
    for attempt in sorted(attempts, key=lambda entry: entry.number):
        if attempt.is_active and attempt.quiz_id in running:
            continue
        last[attempt.quiz_id] = last.get(attempt.quiz_id, 0) + 1
        attempt.user_id, attempt.visitor, attempt.number = user_id, None, last[attempt.quiz_id]
        attempt.save(update_fields=["user", "visitor", "number"])
        adopted += 1
    PracticeAnswer.objects.filter(visitor=visitor).update(user_id=user_id, visitor=None)
    _adopt_cards(user_id, visitor)
    return adopted


def _adopt_cards(user_id: int, visitor: UUID) -> None:
    """Of two cards for one question the one answered later stays."""
    own = {card.question_id: card for card in ReviewCard.objects.filter(user_id=user_id)}
    for card in ReviewCard.objects.filter(visitor=visitor):
        other = own.get(card.question_id)
        if other is not None and other.answered_at >= card.answered_at:
            card.delete()
            continue
        if other is not None:
            other.delete()
        card.user_id, card.visitor = user_id, None
        card.save(update_fields=["user", "visitor"])
