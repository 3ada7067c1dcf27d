"""Which questions the statistics find fault with, for lists and the dashboard: computed once for each state of a quiz's sums."""

from dataclasses import dataclass

from django.core.cache import cache

from ..models import QuizPage, QuizTally
from ..quiz_statistics import statistics_of
from ..statistics import Severity

KEEP_SECONDS = 30 * 24 * 3600


@dataclass(frozen=True)
class WeakItem:
    """One item that needs a look: where it was asked, and the worst sentence about it."""

    quiz_id: int
    tally_id: int
    version_id: int
    part: int | None
    serious: bool
    sentence: str


def weak_items() -> list[WeakItem]:
    """Return the items with a warning of all quizzes. One query, and four for each quiz whose sums have changed."""
    keys = {
        f"quizzes:weak:{quiz_id}:{updated.timestamp()}": quiz_id
        for quiz_id, updated in QuizTally.objects.values_list("quiz_id", "updated_at")
    }
    known = cache.get_many(keys)
    missing = {key: quiz_id for key, quiz_id in keys.items() if key not in known}
    quizzes = QuizPage.objects.in_bulk(missing.values()) if missing else {}
    found = {key: _weak_items_of(quizzes[quiz_id]) for key, quiz_id in missing.items()}
    if found:
        cache.set_many(found, KEEP_SECONDS)
    return [item for items in (*known.values(), *found.values()) for item in items]


def _weak_items_of(quiz: QuizPage) -> list[WeakItem]:
    weak = []
    for item in statistics_of(quiz).items:
        worst = item.flags[0] if item.flags else None
        if worst is not None and worst.severity != Severity.NOTE:
            serious = worst.severity == Severity.SERIOUS
            weak.append(WeakItem(quiz.pk, item.tally_id, item.version.pk, item.part, serious, worst.sentence))
    return weak


def weak_versions() -> dict[int, WeakItem]:
    """Return for each version with a warning its worst item."""
    worst: dict[int, WeakItem] = {}
    for item in weak_items():
        if item.version_id not in worst or (item.serious and not worst[item.version_id].serious):
            worst[item.version_id] = item
    return worst
