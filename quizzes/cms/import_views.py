"""Importing and exporting in the CMS: upload → look at every row → confirm → progress → result; and files out of the bank."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ..actions.question_import import confirm_import, drop_import, keep_import, options_for, write_chunk
from ..errors import QuizError
from ..exchange.export import latest_first, questions_data, writable
from ..exchange.plan import plan_import
from ..exchange.writes import question_from
from ..formats import FORMATS, format_named
from ..formats import template as excel_template
from ..models import ImportRow, QuestionImport
from ..question_data import UnreadableFile
from ..question_types import question_type
from .import_forms import ExportForm, ImportForm
from .import_selectors import FILTERS, NOT_TAKEN, counts_of, new_categories, reasons, rows_of, unsupported_types

PER_PAGE = 50
SAMPLES = 3
HISTORY = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Status, Verdict = QuestionImport.Status, ImportRow.Verdict


def may_import(user) -> bool:
    return user.has_perm("quizzes.add_question")


def may_export(user) -> bool:
    return user.has_perm("quizzes.add_question") or user.has_perm("quizzes.change_question")


def checked(request: HttpRequest, allowed=may_import) -> None:
    if not allowed(request.user):
        raise PermissionDenied


def download(content: bytes, name: str, extension: str) -> HttpResponse:
    """An attachment; the browser is not to guess what it is."""
    kind = XLSX if extension == "xlsx" else "application/octet-stream"
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}.{extension}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


class FilesView(WagtailAdminTemplateMixin, View):
    """Upload, export, history: three tabs of one page."""

    template_name = "quizzes/cms/import_index.html"
    page_title = gettext_lazy("导入导出")
    header_icon = "upload"

    def dispatch(self, request, *args, **kwargs):
        checked(request, may_export)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get(self, request):
        return self.show(self.form())

    def post(self, request):
        """Read and plan what was sent, keep it, and show what would happen."""
        checked(request)
        form = self.form(request.POST, request.FILES)
        if form.is_valid():
            try:
                kept = self.receive(form.cleaned_data)
                return redirect("quizzes_import", kept.pk)
            except UnreadableFile as error:
                form.add_error("file" if form.cleaned_data["file"] else "text", str(error))
        return self.show(form, status=422)

    def form(self, *data):
        return ImportForm(*data, may_publish=self.request.user.has_perm("quizzes.publish_question"))

    def receive(self, given: dict) -> QuestionImport:
        user, publish = self.request.user, given.get("publish", False)
        category = given["category"].path if given["category"] else ""
        options = options_for(default_category=category, publish=publish, user=user)
        return keep_import(
            planned=plan_import(given["reader"].read(given["content"], name=given["name"]), options),
            name=given["name"],
            format=given["reader"].code,
            default_category=category,
            publish=publish,
            all_or_nothing=given["mode"] == "all",
            by=user,
            now=timezone.now(),
        )

    def show(self, form, status=200):
        imports = list(QuestionImport.objects.read().select_related("created_by")[:HISTORY])
        counts = counts_of(imports)
        context = self.get_context_data(
            form=form,
            export_form=ExportForm(),
            formats=list(FORMATS.values()),
            may_import=may_import(self.request.user),
            history=[(kept, counts[kept.pk]) for kept in imports],
        )
        return self.render_to_response(context, status=status)


class ImportView(WagtailAdminTemplateMixin, View):
    """One import: its plan before it is confirmed, how far it is, its result."""

    header_icon = "upload"
    TEMPLATES = {
        Status.CHECKED: "quizzes/cms/import_preview.html",
        Status.RUNNING: "quizzes/cms/import_progress.html",
        Status.DONE: "quizzes/cms/import_result.html",
    }

    def dispatch(self, request, *args, **kwargs):
        checked(request)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, import_id):
        self.kept = kept_or_404(import_id)
        self.template_name = self.TEMPLATES[self.kept.status]
        shown = request.GET.get("shown", "")
        context = self.get_context_data(
            kept=self.kept,
            mine=self.kept.created_by_id == request.user.pk,
            counts=counts_of([self.kept])[self.kept.pk],
            format_label=format_named(self.kept.format).label,
        )
        if self.kept.status != Status.RUNNING:
            context |= self.rows(shown if shown in FILTERS else "")
        return self.render_to_response(context)

    def rows(self, shown: str) -> dict:
        paginator = Paginator(rows_of(self.kept, shown), PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        finder = AdminURLFinder(self.request.user)
        context = {
            "page_obj": page,
            "shown": shown,
            "similar": rows_of(self.kept, "similar").count(),
            "rows": [row_line(row, finder, can_show=self.kept.status == Status.CHECKED) for row in page],
        }
        if self.kept.status == Status.CHECKED:
            written = rows_of(self.kept).filter(verdict__in=(Verdict.CREATE, Verdict.UPDATE))
            context |= {
                "samples": list(written[:SAMPLES]),
                "new_categories": new_categories(self.kept),
                "unsupported": unsupported_types(self.kept),
            }
        return context

    def get_page_title(self):
        return self.kept.name

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("quizzes_files"), "label": _("导入导出")},
            {"url": "", "label": self.kept.name},
        ]


def kept_or_404(import_id: int) -> QuestionImport:
    return get_object_or_404(QuestionImport.objects.read().select_related("created_by"), pk=import_id)


def row_line(row: ImportRow, finder: AdminURLFinder, *, can_show: bool) -> dict:
    """One row as the table shows it; `can_show`: whether its question can be looked at as participants see it."""
    refused = row.verdict in NOT_TAKEN
    sentences = reasons(row.unsupported, row.problems) if refused else row.problems
    about = row.question or row.other
    return {
        "row": row,
        "stem": row.data["stem"] if row.data else "",
        "type": question_type(row.data["type"]).label if row.data else row.unsupported,
        "reasons": [sentence for _field, sentence in sentences],
        "can_show": can_show and row.data is not None and not refused,
        "about": about,
        "about_url": finder.get_edit_url(about) if about else None,
    }


@require_POST
def confirm(request: HttpRequest, import_id: int) -> HttpResponse:
    """Begin; a second click changes nothing."""
    checked(request)
    try:
        confirm_import(import_id=import_id, by=request.user, now=timezone.now())
    except QuizError as error:
        if error.code == "unknown_import":
            raise Http404 from error
        messages.error(request, str(error))
    return redirect("quizzes_import", import_id)


@require_POST
def cancel(request: HttpRequest, import_id: int) -> HttpResponse:
    checked(request)
    try:
        drop_import(import_id=import_id, by=request.user)
        messages.success(request, _("取消了，什么都没有导入。"))
    except QuizError as error:
        messages.error(request, str(error))
    return redirect("quizzes_files")


@require_POST
def next_chunk(request: HttpRequest, import_id: int) -> HttpResponse:
    """Write some more rows: for the page's script as JSON, for a browser without scripts as the page again."""
    checked(request)
    try:
        kept = write_chunk(import_id=import_id, by=request.user, now=timezone.now())
    except QuizError as error:
        if request.accepts("text/html"):
            messages.error(request, str(error))
            return redirect("quizzes_files")
        return JsonResponse({"error": str(error)}, status=error.status)
    if request.accepts("text/html"):
        return redirect("quizzes_import", kept.pk)
    total = counts_of([kept])[kept.pk].total
    return JsonResponse({"written": kept.cursor, "total": total, "done": kept.status == Status.DONE})


@require_GET
def row_preview(request: HttpRequest, import_id: int, position: int) -> HttpResponse:
    """One question of an import as a participant would see it, in a frame."""
    checked(request)
    row = get_object_or_404(ImportRow, belongs_to=import_id, position=position, data__isnull=False)
    request.user = AnonymousUser()  # participants see no editor's bar
    return question_from(row.question_data).serve_preview(request, "")


@require_GET
def refused_rows(request: HttpRequest, import_id: int) -> HttpResponse:
    """The refused rows with their reasons, to be corrected and sent again."""
    checked(request)
    kept = kept_or_404(import_id)
    rows = kept.rows.filter(verdict__in=NOT_TAKEN).defer("picture")
    return download(format_named(kept.format).rejected(row.as_row for row in rows), f"refused-{kept.pk}", "xlsx")


@require_GET
def template(request: HttpRequest) -> HttpResponse:
    checked(request)
    return download(excel_template(), "questions-template", "xlsx")


class ExportView(WagtailAdminTemplateMixin, View):
    """The file, or first a page that names the questions which the format cannot carry."""

    template_name = "quizzes/cms/export_check.html"
    page_title = gettext_lazy("导出")
    header_icon = "download"

    def dispatch(self, request, *args, **kwargs):
        checked(request, may_export)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("quizzes_files"), "label": _("导入导出")},
            {"url": "", "label": self.page_title},
        ]

    def get(self, request):
        form = ExportForm(request.GET)
        if not form.is_valid():
            messages.error(request, _("请重新选择要导出什么。"))
            return redirect("quizzes_files")
        fmt = format_named(form.cleaned_data["format"])
        questions = questions_data(latest_first(form.questions), published=form.cleaned_data["published"])
        fitting, left_out = writable(fmt, questions)
        if not fitting and not left_out:
            messages.warning(request, _("没有符合条件的题。"))
            return redirect("quizzes_files")
        if left_out and "confirmed" not in request.GET:
            query = request.GET.urlencode()
            context = self.get_context_data(format=fmt, fitting=len(fitting), left_out=left_out, query=query)
            return self.render_to_response(context)
        return download(fmt.write(fitting), f"questions-{timezone.localdate():%Y%m%d}", fmt.extensions[0])
