"""The API of education: a learner's progress."""

from django.utils import timezone
from ninja import Router, Schema
from ninja.security import django_auth
from pydantic import Field

from .actions.progress import finish_steps, merge_progress
from .errors import EducationError
from .models import LessonProgress

router = Router(tags=["education"])

StepId = str
Steps = list[StepId]


class Refusal(Schema):
    """A stable code and its sentence."""

    code: str
    message: str


class LessonState(Schema):
    """One lesson's finished steps."""

    lesson: int
    steps: Steps
    completed: bool


class StepsDone(Schema):
    steps: Steps = Field(min_length=1, max_length=50)


class BrowserProgress(Schema):
    """What a browser kept: lesson id → finished steps."""

    lessons: dict[int, Steps]


class Merged(Schema):
    merged: int


@router.get("/progress", response=list[LessonState], auth=django_auth)
def list_progress(request):
    """My progress in every lesson that I have begun."""
    rows = LessonProgress.objects.filter(user=request.user)
    return [LessonState(lesson=row.lesson_id, steps=row.steps_done, completed=bool(row.completed_at)) for row in rows]


@router.post("/progress/merge", response=Merged, auth=django_auth)
def merge(request, data: BrowserProgress):
    """Take over the progress that a browser kept before signing in."""
    return Merged(merged=merge_progress(user=request.user, lessons=data.lessons, now=timezone.now()))


@router.post("/progress/{int:lesson_id}", response={200: LessonState, 404: Refusal, 422: Refusal}, auth=django_auth)
def add_steps(request, lesson_id: int, data: StepsDone):
    """Mark steps of a lesson as finished."""
    try:
        row = finish_steps(user=request.user, lesson_id=lesson_id, steps=data.steps, now=timezone.now())
    except EducationError as error:
        status = 404 if error.code == "unknown_lesson" else 422
        return status, Refusal(code=error.code, message=str(error))
    return LessonState(lesson=lesson_id, steps=row.steps_done, completed=bool(row.completed_at))
