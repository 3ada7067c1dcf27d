"""The API of education: a learner's progress."""

from typing import Annotated

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema
from pydantic import Field

from users import api_paths  # noqa: F401 - the converter `id`
from users.api_auth import ACCOUNT
from users.api_docs import documented

from .actions.progress import finish_steps, merge_progress
from .errors import REFUSALS
from .models import LessonProgress

router = Router(tags=["education"], auth=ACCOUNT)

StepId = str
Steps = list[StepId]
LessonId = Annotated[int, Field(ge=0, lt=2**63)]


class LessonState(Schema):
    """One lesson's finished steps."""

    lesson: int
    steps: Steps
    completed: bool


class StepsDone(Schema):
    steps: Steps = Field(min_length=1, max_length=50)


class BrowserProgress(Schema):
    """What a browser kept: lesson id → finished steps."""

    lessons: dict[LessonId, Steps] = Field(json_schema_extra={"propertyNames": {"pattern": "^[0-9]{1,18}$"}})


class Merged(Schema):
    merged: int


@router.get("/progress", **documented(list[LessonState], REFUSALS))
def list_progress(request: HttpRequest):
    """My progress in every lesson that I have begun."""
    rows = LessonProgress.objects.filter(user=request.user)
    return [LessonState(lesson=row.lesson_id, steps=row.steps_done, completed=bool(row.completed_at)) for row in rows]


@router.post("/progress/merge", **documented(Merged, REFUSALS, writes=True, body=True))
def merge(request: HttpRequest, data: BrowserProgress):
    """Take over the progress that a browser kept before signing in."""
    return Merged(merged=merge_progress(user=request.user, lessons=data.lessons, now=timezone.now()))


@router.post(
    "/progress/{id:lesson_id}",
    **documented(LessonState, REFUSALS, "unknown_lesson", "unknown_step", writes=True, body=True),
)
def add_steps(request: HttpRequest, lesson_id: int, data: StepsDone):
    """Mark steps of a lesson as finished."""
    row = finish_steps(user=request.user, lesson_id=lesson_id, steps=data.steps, now=timezone.now())
    return LessonState(lesson=lesson_id, steps=row.steps_done, completed=bool(row.completed_at))
