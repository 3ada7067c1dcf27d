"""What a learner has done: steps of lessons, kept for a signed-in person."""

from datetime import datetime

from django.db import transaction

from ..errors import EducationError
from ..models import LessonPage, LessonProgress

# One browser cannot have read more lessons than this; a longer list is not a learner's.
MAX_MERGED_LESSONS = 500


@transaction.atomic(durable=True)
def finish_steps(*, user, lesson_id: int, steps: list[str], now: datetime) -> LessonProgress:
    """Add `steps` to what `user` has finished of a lesson. Steps finished before stay finished: it only ever grows.

    Raises EducationError `unknown_lesson`, or `unknown_step` when none of the steps belongs to the lesson.
    """
    lesson = LessonPage.objects.live().filter(pk=lesson_id).first()
    if lesson is None:
        raise EducationError("unknown_lesson")
    if not set(steps) & set(lesson.step_ids):
        raise EducationError("unknown_step")
    return _add_steps(user=user, lesson=lesson, steps=steps, now=now)


@transaction.atomic(durable=True)
def merge_progress(*, user, lessons: dict[int, list[str]], now: datetime) -> int:
    """Take over what a browser kept before its reader signed in; return how many lessons were merged.

    Lessons and steps that no longer exist are passed over: an old browser must not be stuck with an error.
    """
    wanted = dict(list(lessons.items())[:MAX_MERGED_LESSONS])
    merged = 0
    for lesson in LessonPage.objects.live().filter(pk__in=wanted).order_by("pk"):
        if set(wanted[lesson.pk]) & set(lesson.step_ids):
            _add_steps(user=user, lesson=lesson, steps=wanted[lesson.pk], now=now)
            merged += 1
    return merged


def _add_steps(*, user, lesson: LessonPage, steps: list[str], now: datetime) -> LessonProgress:
    """Union the steps under a row lock (on SQLite the IMMEDIATE transaction is the lock)."""
    LessonProgress.objects.bulk_create(
        [LessonProgress(user=user, lesson=lesson, updated_at=now)], ignore_conflicts=True
    )
    progress = LessonProgress.objects.select_for_update().get(user=user, lesson=lesson)
    known = lesson.step_ids
    done = (set(progress.steps_done) | set(steps)) & set(known)
    progress.steps_done = [step for step in known if step in done]
    if len(done) == len(known) and progress.completed_at is None:
        progress.completed_at = now
    progress.updated_at = now
    progress.save()
    return progress
