"""The question of the day: which one it is, what a person made of it, and how many days in a row they came."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, Max, Min, OuterRef, QuerySet

from ..models import DailyQuestion, PracticeAnswer, Question
from ..people import Person
from .scheduling import chance_of, day_of, day_start, streak_of
from .selection import may_be_practised, practisable

# Short questions for a minute in between. Only what has a topic is meant for everybody.
DAILY_TYPES = ("single_choice", "multiple_choice", "true_false")
# A question that was a day's comes back after this long at the earliest.
PAUSE = timedelta(days=90)
# Longer streaks are not told apart.
LONGEST = timedelta(days=400)


@dataclass(frozen=True)
class DailyAnswer:
    """What a person answered to the question of a day."""

    version_id: int
    question_id: int
    response: Any


@dataclass(frozen=True)
class DailyLog:
    """A person's days: how many in a row, and their answer to today's question (None before it)."""

    streak: int = 0
    today: DailyAnswer | None = None


def daily_versions(now: datetime) -> tuple[int | None, int | None]:
    """Return the version ids of today's and yesterday's question; None where there is none that may be shown. One query."""
    today = day_of(now)
    rows = DailyQuestion.objects.filter(may_be_practised(now), date__in=[today, today - timedelta(days=1)])
    versions = dict(rows.values_list("date", "question__current_id"))
    return versions.get(today), versions.get(today - timedelta(days=1))


def daily_log(person: Person | None, now: datetime) -> DailyLog:
    """Return a person's days of the question of the day: one query."""
    if person is None:
        return DailyLog()
    today = day_of(now)
    rows = list(
        PracticeAnswer.objects.filter(
            **person.owner, mode=PracticeAnswer.Mode.DAILY, answered_at__gte=day_start(today) - LONGEST
        )
        .order_by("-answered_at", "-pk")
        .values_list("answered_at", "version_id", "version__question_id", "response")
    )
    streak = streak_of((day_of(row[0]) for row in rows), today)
    latest = DailyAnswer(*rows[0][1:]) if rows and day_of(rows[0][0]) == today else None
    return DailyLog(streak, latest)


def choose_daily(day: date, now: datetime) -> int | None:
    """Return the id of the question for a day, by the date alone: one not used around it, else the one used longest ago."""
    has_topic = Exists(Question.topics.through.objects.filter(question=OuterRef("pk")))
    pool = practisable(now).filter(has_topic, type__in=DAILY_TYPES)
    recent = DailyQuestion.objects.filter(date__gt=day - PAUSE).exclude(date=day)
    fresh: QuerySet[int] = pool.exclude(pk__in=recent.values("question")).order_by("pk").values_list("pk", flat=True)
    ends = Question.objects.aggregate(least=Min("pk"), greatest=Max("pk"))
    least, greatest = ends["least"] or 0, ends["greatest"] or 0
    start = least + int((greatest - least + 1) * chance_of("daily", day))
    found = fresh.filter(pk__gte=start).first() or fresh.filter(pk__lt=start).first()
    if found is None:
        used = DailyQuestion.objects.filter(Exists(pool.filter(pk=OuterRef("question_id")))).values_list("question")
        found = used.annotate(Max("date")).order_by("date__max", "question").values_list("question", flat=True).first()
    return found
