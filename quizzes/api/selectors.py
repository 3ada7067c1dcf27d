"""What the API lists: published quizzes that anybody may see."""

from datetime import datetime

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import PageViewRestriction

from ..errors import QuizError
from ..models import QuizPage


def public_quizzes():
    """The published quizzes without a view restriction, their own or that of a page above: one query with them."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(target=path).filter(target__startswith=F("page__path"))
    return QuizPage.objects.live().filter(~Exists(restrictions))


def public_quiz(quiz_id: int) -> QuizPage:
    """Return one of them; raise QuizError unknown_quiz."""
    quiz = public_quizzes().filter(pk=quiz_id).first()
    if quiz is None:
        raise QuizError("unknown_quiz")
    return quiz


def list_quizzes(*, topic: str | None, audience: str | None, state: str | None, now: datetime):
    """Return the quizzes that fit, newest first, with what a card shows; a filter that is None narrows nothing."""
    quizzes = public_quizzes().for_cards()
    if topic:
        quizzes = quizzes.in_topic(topic)
    if audience:
        quizzes = quizzes.for_audience(audience)
    if state:
        quizzes = quizzes.filter(_in_state(state, now))
    return quizzes.order_by("-first_published_at", "-pk")


def _in_state(state: str, now: datetime) -> Q:
    upcoming, closed = Q(opens_at__gt=now), Q(closes_at__lte=now)
    if state == "upcoming":
        return upcoming
    # An empty limit fits no comparison, so the opposite of one has to name it.
    begun = Q(opens_at__isnull=True) | Q(opens_at__lte=now)
    return begun & closed if state == "closed" else begun & (Q(closes_at__isnull=True) | Q(closes_at__gt=now))
