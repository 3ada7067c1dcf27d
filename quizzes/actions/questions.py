"""What reviewers do with several questions at once. Each question is changed through Wagtail, so its history tells it too."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from ..bank import bank_changed
from ..errors import QuizError
from ..log_actions import MOVE
from ..models import Category, Question

# One action holds its transaction as long as it runs.
MOST = 500


@dataclass
class BulkOutcome:
    """How many questions were changed, and which were not, with the reason in a sentence."""

    done: int = 0
    refused: list[tuple[Question, str]] = field(default_factory=list)


class _Refused(Exception):
    """One question of several cannot be changed; the others can."""


@transaction.atomic(durable=True)
def publish_questions(*, ids: list[int], by, now: datetime) -> BulkOutcome:
    """Publish the latest drafts. Raises QuizError: forbidden, too_many."""
    _must_have(by, "publish")

    def publish(question: Question) -> None:
        if question.live and not question.has_unpublished_changes:
            raise _Refused(_("已经发布了，没有改动。"))
        draft = question.get_latest_revision_as_object()
        if draft.go_live_at and draft.go_live_at > now:
            raise _Refused(_("设了定时发布，到时间会自己发布。"))
        _clean(draft)
        waiting = question.current_workflow_task_state
        if waiting is not None and question.workflow_in_progress:
            # Whoever may publish and has not been locked out is the one whose approval it waits for.
            waiting.task.specific.on_action(waiting, by, "approve")
            return
        revision = question.get_latest_revision() or question.save_revision(user=by)
        revision.publish(user=by, skip_permission_checks=True)

    return _each(ids, by, publish)


@transaction.atomic(durable=True)
def submit_questions(*, ids: list[int], by, now: datetime) -> BulkOutcome:
    """Send drafts into the review. Raises QuizError: forbidden, too_many."""
    _must_have(by, "change")

    def submit(question: Question) -> None:
        if question.workflow_in_progress:
            raise _Refused(_("已经在审核了。"))
        if question.live and not question.has_unpublished_changes:
            raise _Refused(_("已经发布了，没有改动。"))
        workflow = question.get_workflow()
        if workflow is None:
            raise _Refused(_("题目没有设审核流程，请找管理员。"))
        _clean(question.get_latest_revision_as_object())
        if question.get_latest_revision() is None:
            question.save_revision(user=by)
        state = question.current_workflow_state
        if state is None:
            workflow.start(question, by)
        else:
            state.resume(by)

    return _each(ids, by, submit)


@transaction.atomic(durable=True)
def move_questions(*, ids: list[int], category: Category, by, now: datetime) -> BulkOutcome:
    """Put questions into another category, their drafts too. Raises QuizError: forbidden, too_many.

    The category is no part of a version, so no version is made. A published question counts in another category at once, which
    needs the right to publish.
    """
    _must_have(by, "change")
    may_publish = by.has_perm("quizzes.publish_question")

    def move(question: Question) -> None:
        if question.live and not may_publish:
            raise _Refused(_("已发布的题，要有发布权限才能改分类。"))
        if question.category_id == category.pk and not question.has_unpublished_changes:
            raise _Refused(_("已经在这个分类里。"))
        unchanged = not question.has_unpublished_changes
        draft = question.get_latest_revision_as_object()
        before, draft.category = draft.category.path, category
        revision = draft.save_revision(user=by)
        if question.live and unchanged:
            revision.publish(user=by, log_action=False, skip_permission_checks=True)
        else:
            Question.objects.filter(pk=question.pk).update(category=category)
        log(instance=question, action=MOVE, user=by, data={"from": before, "to": category.path}, content_changed=True)

    outcome = _each(ids, by, move)
    bank_changed()
    return outcome


@transaction.atomic(durable=True)
def unpublish_questions(*, ids: list[int], by, now: datetime) -> BulkOutcome:
    """Take questions out of the bank that papers draw from. Raises QuizError: forbidden, too_many."""
    _must_have(by, "publish")

    def unpublish(question: Question) -> None:
        if not question.live:
            raise _Refused(_("本来就没有发布。"))
        question.unpublish(user=by)

    return _each(ids, by, unpublish)


@transaction.atomic(durable=True)
def delete_drafts(*, ids: list[int], by, now: datetime) -> BulkOutcome:
    """Delete questions that never were published. Raises QuizError: forbidden, too_many."""
    _must_have(by, "delete")

    def delete(question: Question) -> None:
        if question.versions.exists():
            raise _Refused(_("发布过的题不能删除，可以下架。"))
        log(instance=question, action="wagtail.delete", user=by, deleted=True)
        question.delete()

    return _each(ids, by, delete)


def _must_have(by, right: str) -> None:
    if not by.has_perm(f"quizzes.{right}_question"):
        raise QuizError("forbidden")


def _clean(draft: Question) -> None:
    try:
        draft.full_clean()
    except ValidationError as error:
        raise _Refused(" ".join(error.messages)) from error


def _each(ids: list[int], by, change: Callable[[Question], None]) -> BulkOutcome:
    """Change the questions one after the other, in the order of their ids; a refused one leaves the others alone."""
    if len(ids) > MOST:
        raise QuizError("too_many", _("一次最多 %(most)d 道题。") % {"most": MOST})
    outcome = BulkOutcome()
    questions = Question.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
    for question in questions:
        try:
            lock = question.get_lock()
            if lock is not None and lock.for_user(by):
                raise _Refused(_("正由别人审核或锁定。"))
            change(question)
        except _Refused as reason:
            outcome.refused.append((question, str(reason)))
        else:
            outcome.done += 1
    return outcome
