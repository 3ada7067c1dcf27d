"""The dashboard: what waits for the person who just signed in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page, Revision, TaskState, WorkflowState

from education.models import Material
from quizzes.cms.weak_items import weak_versions
from quizzes.models import Question

# How many of each kind the dashboard names; the rest is a number.
SHOWN = 8
# A rule of law is looked up again after a year, or when somebody hears that it changed.
RECHECK_AFTER = timedelta(days=365)
# How far ahead scheduled publishing is announced.
SOON = timedelta(days=14)


@dataclass(frozen=True)
class Task:
    """One thing to do: the words, where to do it, and why or since when."""

    title: str
    url: str
    detail: str


@dataclass(frozen=True)
class TaskGroup:
    """Things of one kind. `total` counts those too that are not named."""

    title: str
    icon: str
    hint: str
    tasks: list[Task]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.tasks)


class ToDoPanel(Component):
    """等我处理的事. Each group costs a fixed number of queries."""

    name = "mingbai_to_do"
    template_name = "wagtailadmin/home/to_do.html"
    order = 100

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        now = timezone.now()  # noqa: TID251 - a panel is a piece of the dashboard's view
        sent_back = returned(user)
        groups = [
            to_review(user),
            sent_back_group(sent_back),
            drafts(user),
            scheduled(user, now),
            to_recheck(user, now),
            weak_questions(user),
        ]
        return {"groups": [group for group in groups if group.total]}


# What goes through the review, and where each is edited.
EDIT_URLS = {Page: "wagtailadmin_pages:edit", Question: "wagtailsnippets_quizzes_question:edit"}


def edit_url(pk: int | str) -> str:
    return reverse(EDIT_URLS[Page], args=[pk])


def kind_of(item) -> type | None:
    """Which of EDIT_URLS something is; None for what we do not review."""
    return next((kind for kind in EDIT_URLS if isinstance(item, kind)), None)


def task_url(item) -> str:
    return reverse(EDIT_URLS[kind_of(item)], args=[item.pk])


def title_of(item) -> str:
    """The title as the latest draft has it."""
    return item.get_admin_display_title() if isinstance(item, Page) else str(item)


def day(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "n 月 j 日 H:i")


def to_review(user) -> TaskGroup:
    """Pages and questions that wait for this user's approval."""
    states = [
        state
        for state in TaskState.objects.reviewable_by(user)
        .select_related("task", "workflow_state__requested_by")
        .prefetch_related("workflow_state__content_object")
        .order_by("started_at")
        if kind_of(state.workflow_state.content_object)
    ]
    tasks = [
        Task(
            title_of(item),
            task_url(item),
            _("%(task)s · %(who)s 于 %(when)s 提交")
            % {
                "task": state.task.name,
                "who": state.workflow_state.requested_by or _("系统"),
                "when": day(state.workflow_state.created_at),
            },
        )
        for state in states[:SHOWN]
        if (item := state.workflow_state.content_object)
    ]
    return TaskGroup(_("等我审核"), "clipboard-list", _("点开看完，在底部选“批准”或“请求修改”。"), tasks, len(states))


def returned(user) -> list[WorkflowState]:
    """This user's pages and questions that a reviewer sent back, the latest first."""
    states = (
        WorkflowState.objects.filter(requested_by=user, status=WorkflowState.STATUS_NEEDS_CHANGES)
        .select_related("current_task_state__finished_by")
        .prefetch_related("content_object")
        .order_by("-pk")
    )
    return [state for state in states if kind_of(state.content_object)]


def sent_back_group(states: list[WorkflowState]) -> TaskGroup:
    tasks = []
    for state in states[:SHOWN]:
        task = state.current_task_state
        detail = _("%(who)s：%(comment)s") % {
            "who": (task and task.finished_by) or _("审核"),
            "comment": (task and task.comment) or _("没有留言"),
        }
        tasks.append(Task(title_of(state.content_object), task_url(state.content_object), detail))
    return TaskGroup(_("退回给我的"), "rotate", _("改好以后再提交一次。"), tasks, len(states))


def drafts(user) -> TaskGroup:
    """Pages with changes that this user saved last and that nobody was asked to look at."""
    under_way = WorkflowState.objects.active().values_list("object_id", flat=True)
    pages = (
        Page.objects.filter(latest_revision__user=user, has_unpublished_changes=True)
        .exclude(pk__in=[int(pk) for pk in under_way if pk.isdigit()])
        .filter(latest_revision__approved_go_live_at=None)
        .order_by("-latest_revision_created_at")
    )
    return from_pages(
        pages,
        _("我的草稿，还没提交"),
        "edit",
        _("写好了就提交审核；不要了可以删掉。"),
        lambda page: _("%(when)s 保存") % {"when": day(page.latest_revision_created_at)},
    )


def scheduled(user, now: datetime) -> TaskGroup:
    """Revisions that will go live soon, for those who answer for publishing."""
    title, hint = _("就要定时发布"), _("时间一到就会上线；要改，现在还来得及。")
    if not may(user, "publish"):
        return TaskGroup(title, "calendar-alt", hint, [], 0)
    revisions = (
        Revision.page_revisions.filter(approved_go_live_at__range=(now, now + SOON))
        .prefetch_related("content_object")
        .order_by("approved_go_live_at")
    )
    found = [revision for revision in revisions if revision.content_object]
    tasks = [
        Task(
            revision.content_object.get_admin_display_title(),
            edit_url(revision.object_id),
            _("%(when)s 发布") % {"when": day(revision.approved_go_live_at)},
        )
        for revision in found[:SHOWN]
    ]
    return TaskGroup(title, "calendar-alt", hint, tasks, len(found))


def to_recheck(user, now: datetime) -> TaskGroup:
    """Published materials whose rules of law were last checked more than a year ago, for those who may edit."""
    pages = (
        Material.objects.live()
        .filter(checked_on__lt=timezone.localdate(now) - RECHECK_AFTER)
        .order_by("checked_on", "pk")
    )
    return from_pages(
        pages if may(user, "change") else pages.none(),
        _("法条该重新核对了"),
        "gavel",
        _("上次核对已满一年。对照官方文本看一遍，改好页面上的核对日期。"),
        lambda page: _("上次核对：%(when)s") % {"when": date_format(page.checked_on, "Y 年 n 月 j 日")},
    )


def weak_questions(user) -> TaskGroup:
    """Questions that the statistics warn about, the serious ones first, for those who may edit them."""
    title, hint = _("统计觉得有问题的题"), _("看看答案是不是定错了、题意是不是不清楚。答案错了要“改分”。")
    if not (user.has_perm("quizzes.view_quiztally") and user.has_perm("quizzes.change_question")):
        return TaskGroup(title, "warning", hint, [], 0)
    weak = weak_versions()
    questions = Question.objects.filter(current__in=weak, live=True)
    shown = sorted(questions, key=lambda question: (not weak[question.current_id].serious, question.pk))
    tasks = [
        Task(
            str(question),
            reverse("quizzes_cms_item_statistics", args=[weak[question.current_id].tally_id]),
            weak[question.current_id].sentence,
        )
        for question in shown[:SHOWN]
    ]
    return TaskGroup(title, "warning", hint, tasks, len(shown))


def from_pages(pages: QuerySet, title: str, icon: str, hint: str, detail) -> TaskGroup:
    """A group made of a queryset of pages: one query for those shown, one for how many there are."""
    shown = list(pages[:SHOWN])
    tasks = [Task(page.get_admin_display_title(), edit_url(page.pk), detail(page)) for page in shown]
    return TaskGroup(title, icon, hint, tasks, pages.count() if len(shown) == SHOWN else len(shown))


def may(user, action: str) -> bool:
    """Whether the user may do something with every page; Wagtail keeps a user's page permissions after one query."""
    return user.is_superuser or Page.get_first_root_node().permissions_for_user(user).permissions >= {action}
