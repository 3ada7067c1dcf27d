"""Importing and exporting questions in the CMS: addresses, menu entry, audit log. `quizzes/wagtail_hooks.py` takes it in."""

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from ..actions.question_import import IMPORTED
from . import import_views as views


@hooks.register("register_log_actions")
def register_import(actions: LogActionRegistry) -> None:
    actions.register_action(IMPORTED, _("导入题目"), _("从文件导入题目"))


@hooks.register("register_admin_urls")
def import_urls() -> list:
    """Addresses under /cms/; Wagtail asks for a login before all of them."""
    return [
        path("question-files/", views.FilesView.as_view(), name="quizzes_files"),
        path("question-files/template.xlsx", views.template, name="quizzes_import_template"),
        path("question-files/export/", views.ExportView.as_view(), name="quizzes_export"),
        path("question-files/<int:import_id>/", views.ImportView.as_view(), name="quizzes_import"),
        path("question-files/<int:import_id>/confirm/", views.confirm, name="quizzes_import_confirm"),
        path("question-files/<int:import_id>/cancel/", views.cancel, name="quizzes_import_cancel"),
        path("question-files/<int:import_id>/next/", views.next_chunk, name="quizzes_import_next"),
        path("question-files/<int:import_id>/refused.xlsx", views.refused_rows, name="quizzes_import_refused"),
        path(
            "question-files/<int:import_id>/rows/<int:position>/", views.row_preview, name="quizzes_import_row_preview"
        ),
    ]


class FilesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return views.may_export(request.user)


@hooks.register("register_question_bank_menu_item")
def menu_item() -> MenuItem:
    return FilesMenuItem(_("导入导出"), reverse("quizzes_files"), name="question-files", icon_name="upload", order=500)
