"""Which question comes next in practice, and the numbers around it. Every function costs a fixed number of queries.

Only published questions are practised, none that a quiz keeps secret at the time, and none whose current version was declared void. A topic gives what the person has not
answered yet, then what is due, then what was answered longest ago; nothing comes twice in a row. Unanswered questions are taken from
a place in the order of ids that follows from the person and their last answer: no sorting of the bank, and the same question again
when the page is loaded again.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    Exists,
    F,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
    Window,
)
from django.db.models.functions import Coalesce

from education.models import Topic

from ..bank import bank_generation
from ..models import Attempt, PracticeAnswer, Question, QuizPage, Regrade, Reveal, ReviewCard
from ..papers import reserved_questions
from ..people import Person
from .scheduling import REST, RIGHT_ENOUGH, chance_of, day_of, day_start

SIZES_SECONDS = 3600


@dataclass(frozen=True)
class Scope:
    """What of the bank somebody practises: a topic's slug, and what narrows it (a difficulty's code, an audience's slug) or ""."""

    topic: str = ""
    difficulty: str = ""
    audience: str = ""


EVERYTHING = Scope()


@dataclass(frozen=True)
class Today:
    """What a person answered in practice today, and their last answer of today."""

    answered: int = 0
    right: int = 0
    last_question: int | None = None
    last_at: datetime | None = None


@dataclass(frozen=True)
class Pick:
    """The version that comes next; None when there is none. `left` counts the questions of the topic, in the wrong book, or due."""

    version_id: int | None
    topic: Topic | None = None
    left: int = 0


@dataclass(frozen=True)
class TopicRow:
    """A topic with its number of questions, and how many of them a person has mastered."""

    topic: Topic
    questions: int
    mastered: int


@dataclass(frozen=True)
class CardNumbers:
    """A person's review cards in numbers. `next_due` is when the next question that is not due yet will be."""

    wrong: int = 0
    due: int = 0
    next_due: datetime | None = None


def practisable(now: datetime, scope: Scope = EVERYTHING) -> QuerySet[Question]:
    """The questions of a scope that may be practised: practice shows keys, so none that a quiz keeps secret now."""
    void = Regrade.objects.filter(
        version=OuterRef("current"), kind=Regrade.Kind.VOID, part__isnull=True, applied_at__isnull=False
    )
    chosen = {"topics__slug": scope.topic, "difficulty": scope.difficulty, "audiences__slug": scope.audience}
    narrowed = {name: value for name, value in chosen.items() if value}
    questions = Question.objects.filter(~Exists(void), live=True, current__isnull=False, **narrowed).order_by()
    reserved = reserved_questions(now)
    return questions.exclude(pk__in=reserved) if reserved else questions


def may_be_practised(now: datetime, scope: Scope = EVERYTHING) -> Exists:
    """The condition that the question of a row (a card, say) may be practised.

    It looks the question up for each row. A join would leave it to the database where to begin, and it may begin with the bank.
    """
    return Exists(practisable(now, scope).filter(pk=OuterRef("question_id")))


def cards_of(person: Person, now: datetime, scope: Scope = EVERYTHING) -> QuerySet[ReviewCard]:
    """A person's cards for questions that may be practised."""
    return ReviewCard.objects.filter(may_be_practised(now, scope), **person.owner)


def today_of(person: Person | None, now: datetime) -> Today:
    """Return what a person did today: one query."""
    if person is None:
        return Today()
    right = Case(When(points=F("maximum"), then=1), default=0)
    row = (
        PracticeAnswer.objects.filter(**person.owner, answered_at__gte=day_start(day_of(now)))
        .order_by("-answered_at", "-pk")
        .annotate(answered=Window(Count("pk")), right=Window(Sum(right)))
        .values_list("answered", "right", "version__question_id", "answered_at")
        .first()
    )
    return Today(*row) if row else Today()


def topic_sizes(now: datetime, difficulty: str = "", audience: str = "") -> dict[str, tuple[int, int, int]]:
    """Return for each topic with questions its number of them, and the smallest and the greatest id: {slug: (n, min, max)}.

    One query over the bank, then kept until a question changes.
    """
    reserved = hash(reserved_questions(now))
    key = f"quizzes:topic-sizes:{bank_generation()}:{reserved}:{difficulty}:{audience}"
    sizes = cache.get(key)
    if sizes is None:
        pool = practisable(now, Scope("", difficulty, audience)).filter(topics__isnull=False)
        rows = pool.values_list("topics__slug").annotate(Count("pk"), Min("pk"), Max("pk"))
        sizes = {slug: tuple(numbers) for slug, *numbers in rows}
        cache.set(key, sizes, SIZES_SECONDS)
    return sizes


def pick_from_topic(
    scope: Scope, person: Person | None, today: Today, now: datetime, *, skip: int | None = None
) -> Pick | None:
    """Return what comes next in a topic; None when there is no such topic. One query, and one when the sizes are not kept.

    `skip` is the id of a question that the person would rather not have now.
    """
    avoided = [pk for pk in (today.last_question, skip) if pk is not None]
    size, first, last = topic_sizes(now, scope.difficulty, scope.audience).get(scope.topic, (0, 0, 0))
    place = chance_of(person or now.isoformat(), scope, today.answered, today.last_question, skip)
    start = first + int((last - first + 1) * place)
    fresh = Question.topics.through.objects.filter(may_be_practised(now, scope), topic__slug=scope.topic)
    fresh = fresh.exclude(question_id__in=avoided).order_by("question_id").values("question__current_id")
    if person is not None:
        fresh = fresh.filter(~Exists(ReviewCard.objects.filter(**person.owner, question=OuterRef("question_id"))))
    steps = [fresh.filter(question_id__gte=start), fresh.filter(question_id__lt=start)]
    if person is not None:
        known = cards_of(person, now, scope).values("question__current_id")
        others = known.exclude(question__in=avoided)
        steps += [others.filter(due__lte=now).order_by("due", "pk"), others.order_by("answered_at", "pk")]
        if today.last_at is None or today.last_at <= now - REST:
            steps.append(known.exclude(question__in=[skip] if skip else []).order_by("answered_at", "pk"))
    version = Coalesce(*(Subquery(step[:1]) for step in steps), output_field=BigIntegerField())
    found = Topic.objects.filter(slug=scope.topic).annotate(version=version).first()
    return Pick(found.version, found, size) if found else None


def pick_from_cards(mode: str, person: Person | None, today: Today, now: datetime, *, skip: int | None = None) -> Pick:
    """Return what comes next of the wrong book (longest unseen first) or of what is due (longest due first). One query."""
    if person is None:
        return Pick(None)
    cards, order = _cards_of(mode, person, now)
    skipped = Case(When(question=skip, then=1), default=0) if skip else Value(0)
    row = (
        cards.order_by(skipped, order, "pk")
        .annotate(left=Window(Count("pk")))
        .values_list("question_id", "question__current_id", "left")
        .first()
    )
    if row is None:
        return Pick(None)
    question, version, left = row
    rests = question == today.last_question and today.last_at is not None and today.last_at > now - REST
    return Pick(None if rests else version, None, left)


def _cards_of(mode: str, person: Person, now: datetime) -> tuple[QuerySet[ReviewCard], str]:
    cards = cards_of(person, now)
    if mode == PracticeAnswer.Mode.WRONG:
        return cards.filter(in_wrong_book=True), "answered_at"
    return cards.filter(due__lte=now), "due"


def card_numbers(person: Person | None, now: datetime) -> CardNumbers:
    """Count a person's cards: one query."""
    if person is None:
        return CardNumbers()
    numbers = cards_of(person, now).aggregate(
        wrong_cards=Count("pk", filter=Q(in_wrong_book=True)),
        due_cards=Count("pk", filter=Q(due__lte=now)),
        next_due=Min("due", filter=Q(due__gt=now)),
    )
    return CardNumbers(numbers["wrong_cards"], numbers["due_cards"], numbers["next_due"])


def topic_rows(person: Person | None, now: datetime, difficulty: str = "", audience: str = "") -> list[TopicRow]:
    """Return the topics that have questions: two queries, and one when the sizes are not kept."""
    sizes = topic_sizes(now, difficulty, audience)
    mastered: dict[str, int] = {}
    if person is not None:
        cards = cards_of(person, now, Scope("", difficulty, audience))
        cards = cards.filter(right_streak__gte=RIGHT_ENOUGH, question__topics__isnull=False)
        mastered = dict(cards.values_list("question__topics__slug").annotate(Count("pk")))
    topics = Topic.objects.filter(slug__in=sizes)
    return [TopicRow(topic, sizes[topic.slug][0], mastered.get(topic.slug, 0)) for topic in topics]


def collectable(person: Person | None, now: datetime) -> QuerySet[Attempt]:
    """The ended attempts of a person whose wrong answers may go into the wrong book now: where the key is revealed. One query.

    As long as a quiz hides its key, the book must not tell what was wrong.
    """
    if person is None:
        return Attempt.objects.none()
    waiting = Attempt.objects.of(person).exclude(status=Attempt.Status.STARTED).filter(collected=False)
    quizzes = QuizPage.objects.filter(pk__in=waiting.values("quiz")).only("closes_at", "reveal_after", "reveal_closed")
    revealed = [quiz.pk for quiz in quizzes if Reveal.KEY in quiz.reveals(submitted=True, now=now)]
    return waiting.filter(quiz__in=revealed) if revealed else Attempt.objects.none()
