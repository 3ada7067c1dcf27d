"""The CMS side of the question bank."""

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from . import log_actions  # noqa: F401 - registers the audit log's actions
from .cms import (
    import_hooks,  # noqa: F401 - registers importing and exporting
    regrade_views,
    statistics_views,
    views,
)
from .cms.bulk_actions import BULK_ACTIONS
from .cms.people import people_search
from .cms.publishing import refuse_deleting_answered
from .cms.viewsets import QuestionBankGroup

register_snippet(QuestionBankGroup)

for action in BULK_ACTIONS:
    # After Wagtail's own action for deleting, whose place one of them takes.
    hooks.register("register_bulk_action", action, order=1)


class PermittedMenuItem(MenuItem):
    """An entry for those who have one of the permissions."""

    def __init__(self, *args, permissions: tuple[str, ...], **kwargs):
        super().__init__(*args, **kwargs)
        self.permissions = permissions

    def is_shown(self, request: HttpRequest) -> bool:
        return any(request.user.has_perm(permission) for permission in self.permissions)


@hooks.register("register_question_bank_menu_item")
def duplicates_entry() -> MenuItem:
    return PermittedMenuItem(
        _("题干重复的题"),
        reverse("quizzes_cms_duplicates"),
        name="question-duplicates",
        icon_name="copy",
        order=20,
        permissions=("quizzes.view_question",),
    )


@hooks.register("register_question_bank_menu_item")
def statistics_entry() -> MenuItem:
    return PermittedMenuItem(
        _("测验统计"),
        reverse("quizzes_cms_statistics"),
        name="quiz-statistics",
        icon_name="history",
        order=30,
        permissions=("quizzes.view_quiztally",),
    )


@hooks.register("register_question_bank_menu_item")
def regrades_entry() -> MenuItem:
    return PermittedMenuItem(
        _("改分"),
        reverse("quizzes_cms_regrades"),
        name="regrades",
        icon_name="rotate",
        order=40,
        permissions=("quizzes.add_regrade", "quizzes.view_regrade"),
    )


@hooks.register("register_admin_urls")
def pages() -> list:
    """Addresses under /cms/; Wagtail asks for a login before all of them."""
    return [
        path("questions/<int:pk>/versions/", views.versions, name="quizzes_cms_versions"),
        path("questions/duplicates/", views.duplicates, name="quizzes_cms_duplicates"),
        path("questions/people/", people_search, name="quizzes_cms_people"),
        path("regrades/", regrade_views.regrade_list, name="quizzes_cms_regrades"),
        path("regrades/<int:pk>/", regrade_views.regrade_one, name="quizzes_cms_regrade"),
        path("regrades/new/<int:version_id>/", regrade_views.regrade_new, name="quizzes_cms_regrade_new"),
        path("statistics/", statistics_views.quiz_list, name="quizzes_cms_statistics"),
        path("statistics/<int:pk>/", statistics_views.quiz_page, name="quizzes_cms_quiz_statistics"),
        path("statistics/items/<int:pk>/", statistics_views.item_page, name="quizzes_cms_item_statistics"),
        path("statistics/scores/", statistics_views.score_table, name="quizzes_cms_score_table"),
    ]


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/cms-quizzes.css"))


@hooks.register("before_delete_page")
def keep_answered_quiz(request: HttpRequest, page: Page) -> HttpResponse | None:
    return refuse_deleting_answered(request, [page])


@hooks.register("before_bulk_action")
def keep_answered_quizzes(request: HttpRequest, action_type: str, objects: list, action) -> HttpResponse | None:
    if action_type != "delete" or not objects or not isinstance(objects[0], Page):
        return None
    return refuse_deleting_answered(request, objects)
