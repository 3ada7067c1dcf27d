"""Two flows beside the page editor: a comic strip cut into panels, and a spreadsheet of inspected products.

`education/wagtail_hooks.py` takes them in with `from . import wagtail_hooks_strips`.
"""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import formset_factory
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods
from wagtail import hooks
from wagtail.admin.widgets import Button

from media.strips import StripError, checked_cuts

from . import strips
from .inspection_import import MAX_FILE, MAX_ROWS, import_items, read_table, template_xlsx
from .models import ComicEpisodePage, NoticePage

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def editable(request: HttpRequest, model, page_id: int):
    """The page, if this person may edit it now; 404 or PermissionDenied otherwise."""
    page = get_object_or_404(model, pk=page_id)
    tester = page.permissions_for_user(request.user)
    if not tester.can_edit() or tester.page_locked():
        raise PermissionDenied
    return page


def own_upload(request: HttpRequest, model, upload_id: int):
    """An upload of this very person for this flow, or 404."""
    return get_object_or_404(strips.uploads_of(request.user, model), pk=upload_id)


class StripForm(forms.Form):
    """One long picture."""

    file = forms.FileField(
        label=gettext_lazy("长图"),
        help_text=gettext_lazy("各格上下排成一条，格与格之间有横贯整幅的纯色间隔。JPG、PNG 或 WebP，不超过 10 MB。"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif"}),
    )


class CutForm(forms.Form):
    """One panel: the rows from `top` up to `bottom`. An empty row is no panel."""

    keep = forms.BooleanField(label=gettext_lazy("要这一格"), required=False)
    top = forms.IntegerField(label=gettext_lazy("上边"), required=False, min_value=0)
    bottom = forms.IntegerField(label=gettext_lazy("下边"), required=False, min_value=1)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("keep") and not self.errors and (cleaned.get("top") is None or cleaned.get("bottom") is None):
            raise ValidationError(_("上边和下边都要填。"))
        return cleaned

    def cut(self) -> tuple[int, int] | None:
        values = getattr(self, "cleaned_data", {})
        top, bottom = values.get("top"), values.get("bottom")
        return (top, bottom) if values.get("keep") and top is not None and bottom is not None else None


CutFormSet = formset_factory(CutForm, extra=1, max_num=61, absolute_max=80)


@require_http_methods(["GET", "POST"])
def strip_upload(request: HttpRequest, page_id: int) -> HttpResponse:
    """Step one: the strip."""
    episode = editable(request, ComicEpisodePage, page_id)
    form = StripForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            kept = strips.receive_strip(user=request.user, file=form.cleaned_data["file"])
            return redirect("education_strip_cuts", episode.pk, kept.pk)
        except ValidationError as error:
            form.add_error("file", error)
    return render(request, "education/cms/strip_upload.html", {"page": episode, "form": form})


@require_http_methods(["GET", "POST"])
def strip_cuts(request: HttpRequest, page_id: int, upload_id: int) -> HttpResponse:
    """Step two: see the proposed cuts, correct them, confirm."""
    episode = editable(request, ComicEpisodePage, page_id)
    upload = own_upload(request, ComicEpisodePage, upload_id)
    if "cancel" in request.POST:
        strips.drop_upload(upload)
        return redirect("wagtailadmin_pages:edit", episode.pk)
    (width, height), proposed = strips.proposed_cuts(upload)
    if request.method == "POST":
        formset = CutFormSet(request.POST, prefix="panels")
        if formset.is_valid():
            cuts = sorted(filter(None, (form.cut() for form in formset)))
            if answer := answer_cuts(request, episode, upload, cuts, height):
                return answer
            formset = formset_of(cuts) if "redraw" in request.POST else formset
        else:
            messages.error(request, _("有的数字不对，请看标红的地方。什么都没有改动。"))
            cuts = list(filter(None, (form.cut() for form in formset)))
    else:
        cuts, formset = proposed, formset_of(proposed)
    context = {
        "page": episode,
        "upload": upload,
        "formset": formset,
        "panels": list(zip(formset.forms, shown_cuts(formset, height), strict=True)),
        "width": width,
        "height": height,
        "preview_url": reverse("education_strip_preview", args=[episode.pk, upload.pk]),
    }
    return render(request, "education/cms/strip_cuts.html", context)


def answer_cuts(request: HttpRequest, episode, upload, cuts: list, height: int) -> HttpResponse | None:
    """Check the cuts and, when confirmed, add the panels. None: show the page again."""
    try:
        checked_cuts(cuts, height)
        if "confirm" in request.POST:
            count = strips.append_panels(episode=episode, upload=upload, cuts=cuts, by=request.user)
            messages.success(request, _("草稿里加了 %s 格。请补上每格的画面描述和对白，再发布。") % count)
            return redirect("wagtailadmin_pages:edit", episode.pk)
    except StripError as error:
        messages.error(request, _("%s什么都没有改动。") % error)
    return None


def formset_of(cuts) -> forms.BaseFormSet:
    """The cuts as a form, with an empty row to add one."""
    return CutFormSet(initial=[{"keep": True, "top": top, "bottom": bottom} for top, bottom in cuts], prefix="panels")


def shown_cuts(formset, height: int) -> list[dict | None]:
    """For every row of the form where it lies on the preview; None for a row without usable numbers."""
    shown: list[dict | None] = []
    for form in formset.forms:
        try:
            top, bottom = int(form["top"].value()), int(form["bottom"].value())
        except (TypeError, ValueError):
            shown.append(None)
            continue
        usable = 0 <= top < bottom <= height and form["keep"].value()
        shown.append(strips.drawn_cuts([(top, bottom)], height)[0] if usable else None)
    return shown


@require_GET
def strip_preview(request: HttpRequest, page_id: int, upload_id: int) -> HttpResponse:
    """The strip, small."""
    editable(request, ComicEpisodePage, page_id)
    upload = own_upload(request, ComicEpisodePage, upload_id)
    headers = {"Cache-Control": "private, max-age=600", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(strips.preview_jpeg(upload), content_type="image/jpeg", headers=headers)


class TableForm(forms.Form):
    """One spreadsheet."""

    file = forms.FileField(
        label=gettext_lazy("Excel 表格"),
        help_text=gettext_lazy("请先下载模板，按表头填好。只收 .xlsx，最多 2000 行、5 MB。"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )


@require_http_methods(["GET", "POST"])
def inspection_upload(request: HttpRequest, page_id: int) -> HttpResponse:
    """Step one: the spreadsheet; its errors row by row, or a kept upload to look at."""
    notice = editable(request, NoticePage, page_id)
    form = TableForm(request.POST or None, request.FILES or None)
    context = {"page": notice, "form": form, "most": MAX_ROWS}
    if request.method == "POST" and form.is_valid():
        # One byte more than allowed is enough to see that it is too much.
        content = form.cleaned_data["file"].read(MAX_FILE + 1)
        try:
            table = read_table(content)
        except ValidationError as error:
            form.add_error("file", error)
        else:
            if not table.errors:
                kept = strips.keep_upload(user=request.user, model=NoticePage, content=content, extension=".xlsx")
                return redirect("education_inspection_preview", notice.pk, kept.pk)
            context["errors"] = table.errors
    return render(request, "education/cms/inspection_upload.html", context)


@require_http_methods(["GET", "POST"])
def inspection_preview(request: HttpRequest, page_id: int, upload_id: int) -> HttpResponse:
    """Step two: see every row, then confirm."""
    notice = editable(request, NoticePage, page_id)
    upload = own_upload(request, NoticePage, upload_id)
    if "cancel" in request.POST:
        strips.drop_upload(upload)
        return redirect("wagtailadmin_pages:edit", notice.pk)
    with upload.file.open("rb") as file:
        content = file.read()
    if "confirm" in request.POST:
        count = import_items(notice=notice, content=content, replace="replace" in request.POST, by=request.user)
        strips.drop_upload(upload)
        messages.success(request, _("草稿里加了 %s 个产品。看过以后再发布。") % count)
        return redirect("wagtailadmin_pages:edit", notice.pk)
    draft = notice.get_latest_revision_as_object()
    context = {"page": notice, "table": read_table(content), "present": draft.inspection_items.count()}
    return render(request, "education/cms/inspection_preview.html", context)


@require_GET
def inspection_template(request: HttpRequest) -> HttpResponse:
    """The empty table."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
    headers = {"Content-Disposition": 'attachment; filename="inspection-template.xlsx"'}
    return HttpResponse(template_xlsx(), content_type=XLSX, headers=headers)


@hooks.register("register_admin_urls")
def flow_urls() -> list:
    """Addresses under /cms/; Wagtail asks for a login before all of them."""
    return [
        path("comics/<int:page_id>/strip/", strip_upload, name="education_strip_upload"),
        path("comics/<int:page_id>/strip/<int:upload_id>/", strip_cuts, name="education_strip_cuts"),
        path("comics/<int:page_id>/strip/<int:upload_id>/preview.jpg", strip_preview, name="education_strip_preview"),
        path("notices/<int:page_id>/inspection/", inspection_upload, name="education_inspection_upload"),
        path(
            "notices/<int:page_id>/inspection/<int:upload_id>/", inspection_preview, name="education_inspection_preview"
        ),
        path("notices/inspection-template.xlsx", inspection_template, name="education_inspection_template"),
    ]


@hooks.register("register_page_header_buttons")
def flow_buttons(page, user, view_name, next_url=None):
    """The flows' entries in the menu of a page that this person may edit."""
    flows = {
        ComicEpisodePage: (_("上传长图，自动分格"), "education_strip_upload", "crop"),
        NoticePage: (_("从 Excel 导入抽检产品"), "education_inspection_upload", "table"),
    }
    for model, (label, url_name, icon) in flows.items():
        if page.specific_class is model and page.permissions_for_user(user).can_edit():
            yield Button(label, url=reverse(url_name, args=[page.pk]), icon_name=icon, priority=25)
