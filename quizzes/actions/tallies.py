"""Keeping the statistics up to date: the worker adds ended attempts to the sums, each exactly once.

Lock order, here and in actions/regrades.py: attempts by their primary key, then the quiz's QuizTally row, which guards the
quiz's ItemTally rows too.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from .. import statistics
from ..models import Attempt, ItemTally, QuizTally
from ..tallying import Change, ItemAnswer, apply_counts, item_answers
from ..versions import versions_by_id

BATCH = 1000


def tally_attempts(*, now: datetime, batches: int = 50) -> int:
    """Add up to `batches` batches of ended attempts to the statistics; return how many attempts were added."""
    added = 0
    for _batch in range(batches):
        count = tally_batch(now=now)
        added += count
        if not count:
            break
    return added


@transaction.atomic(durable=True)
def tally_batch(*, now: datetime, size: int = BATCH) -> int:
    """Add some ended attempts of one quiz to its sums; return how many."""
    waiting = Attempt.objects.filter(~Q(status=Attempt.Status.STARTED), tallied=False)
    quiz_id = waiting.values_list("quiz_id", flat=True).first()
    if quiz_id is None:
        return 0
    attempts = list(waiting.filter(quiz=quiz_id).select_for_update().order_by("pk")[:size])
    # Another worker may have taken them while this one waited for the locks.
    attempts = [attempt for attempt in attempts if not attempt.tallied]
    change = Change()
    for attempt in attempts:
        change.count(answers_of(attempt), attempt.points)
    apply_change(quiz_id, change, now)
    Attempt.objects.filter(pk__in=[attempt.pk for attempt in attempts]).update(tallied=True)
    return len(attempts)


def answers_of(attempt: Attempt) -> list[ItemAnswer]:
    """Return what a marked attempt contributes to the items of its quiz."""
    versions = versions_by_id(version_id for version_id, _points in attempt.paper)
    return list(item_answers(attempt.paper, attempt.answers, attempt.marks, versions))


def apply_change(quiz_id: int, change: Change, now: datetime) -> None:
    """Apply a change to the sums of a quiz under its lock. Inside a transaction that holds the attempts' locks."""
    empty = statistics.QuizTally.empty([]).to_json()
    QuizTally.objects.bulk_create([QuizTally(quiz_id=quiz_id, data=empty, updated_at=now)], ignore_conflicts=True)
    row = QuizTally.objects.select_for_update().get(quiz_id=quiz_id)
    tally = statistics.QuizTally.from_json(row.data)
    tally.totals = apply_counts(tally.totals, change.totals)
    row.data, row.updated_at = tally.to_json(), now
    row.save(update_fields=["data", "updated_at"])
    _apply_items(quiz_id, change)


def _apply_items(quiz_id: int, change: Change) -> None:
    rows = {
        (row.version_id, row.part, row.maximum): row
        for row in ItemTally.objects.filter(quiz_id=quiz_id, version__in=_versions(change.joint))
    }
    new, old = [], []
    for item, joint in change.joint.items():
        row = rows.get(item)
        tally = statistics.ItemTally.from_json(row.data) if row else statistics.ItemTally(item[2])
        tally.joint = apply_counts(tally.joint, joint)
        tally.options = apply_counts(tally.options, change.options[item])
        if row is None:
            version_id, part, maximum = item
            row = ItemTally(quiz_id=quiz_id, version_id=version_id, part=part, maximum=maximum)
            new.append(row)
        else:
            old.append(row)
        row.data = tally.to_json()
    ItemTally.objects.bulk_create(new)
    ItemTally.objects.bulk_update(old, ["data"], batch_size=200)


def _versions(items: Iterable) -> set[int]:
    return {version_id for version_id, _part, _maximum in items}
