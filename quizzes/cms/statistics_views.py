"""Statistics of quizzes in the CMS: the list, one quiz, one item, and a table of scores that somebody pastes."""

from io import BytesIO

from django import forms
from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from .. import statistics
from ..models import Attempt, ItemTally, QuizPage, QuizTally
from ..quiz_statistics import QuizReport, statistics_of
from ..statistics.score_file import decode
from ..statistics.table import ITEM_COLUMNS
from .views import allowed
from .weak_items import weak_items

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_PASTE = 2 * 1024 * 1024
# What the table of items can be sorted by: ?sort=facility, ?sort=-facility.
SORTS = list(ITEM_COLUMNS)


def quiz_list(request: HttpRequest) -> HttpResponse:
    """The quizzes that somebody has finished, the latest first."""
    allowed(request, "quizzes.view_quiztally")
    latest = Attempt.objects.filter(quiz=OuterRef("quiz")).order_by("-started_at").values("maximum")[:1]
    tallies = QuizTally.objects.select_related("quiz").annotate(full=Subquery(latest)).order_by("-updated_at", "-pk")
    page = Paginator(tallies, 50).get_page(request.GET.get("p"))
    weak: dict[int, int] = {}
    for item in weak_items():
        weak[item.quiz_id] = weak.get(item.quiz_id, 0) + 1
    rows = []
    for tally in page:
        figures = statistics.quiz_statistics(statistics.QuizTally.from_json(tally.data), paper_maximum=tally.full)
        rows.append((tally, figures.attempts, statistics.rounded(figures.mean), weak.get(tally.quiz_id, 0)))
    return render(request, "quizzes/cms/statistics_list.html", {"page": page, "rows": rows})


@require_GET
def quiz_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One quiz; `?format=csv` or `xlsx` is the same table as a file."""
    allowed(request, "quizzes.view_quiztally")
    quiz = get_object_or_404(QuizPage, pk=pk)
    report = statistics_of(quiz)
    if wanted := request.GET.get("format"):
        return as_file(report.table, wanted, f"quiz-{quiz.pk}")
    sort = request.GET.get("sort", "")
    context = {
        "report": report,
        "rows": sorted_rows(report, sort),
        "headers": sort_headers(report, sort),
        "histogram": histogram(report.tally, report.figures),
        "scatter": scatter([(str(number), item.figures) for number, item in enumerate(report.items, 1)]),
        "serious": sum(1 for item in report.items for flag in item.flags if flag.severity != statistics.Severity.NOTE),
    }
    return render(request, "quizzes/cms/statistics_quiz.html", context)


def histogram(tally: statistics.QuizTally, figures: statistics.QuizStatistics, scale: int = 1) -> str:
    return mark_safe(
        statistics.totals_histogram(tally.totals, figures.maximum, name="totals", scale=scale, mean=figures.mean)
    )


def scatter(items: list[tuple[str, statistics.ItemStatistics]]) -> str:
    points = [statistics.ItemPoint(label, figures.facility, figures.discrimination_index) for label, figures in items]
    return mark_safe(statistics.item_scatter(points, name="items"))


def sorted_rows(report: QuizReport, sort: str) -> list[tuple]:
    """Return (item, its row of the table), sorted by a column of SORTS; what is undefined comes last either way."""
    rows = list(zip(report.items, report.table.item_rows, strict=True))
    column = sort.removeprefix("-")
    if column not in SORTS:
        return rows
    place = SORTS.index(column) + 1
    defined = [row for row in rows if row[1][place] is not None]
    defined.sort(key=lambda row: row[1][place], reverse=sort.startswith("-"))
    return defined + [row for row in rows if row[1][place] is None]


def sort_headers(report: QuizReport, sort: str) -> list[tuple[str, str, str]]:
    """Return for each column of figures its name, the `sort` that its heading leads to, and aria-sort."""
    headers = []
    for name, field in zip(report.table.item_headers[1:], SORTS, strict=True):
        turned = f"-{field}" if sort == field else field
        state = {field: "ascending", f"-{field}": "descending"}.get(sort, "none")
        headers.append((name, turned, state))
    return headers


@require_GET
def item_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One item of one quiz: what was answered, and what to do about it."""
    allowed(request, "quizzes.view_quiztally")
    row = get_object_or_404(ItemTally.objects.select_related("quiz"), pk=pk)
    report = statistics_of(row.quiz)
    number = next((n for n, item in enumerate(report.items) if item.tally_id == pk), None)
    if number is None:
        raise Http404
    item = report.items[number]
    bars = statistics.option_bars(item.options, item.figures.attempts, name="options", title=_("各选项作答情况"))
    context = {
        "report": report,
        "item": item,
        "figures": list(zip(report.table.item_headers[1:], report.table.item_rows[number][1:], strict=True)),
        "bars": mark_safe(bars),
        "may_regrade": request.user.has_perm("quizzes.add_regrade"),
        "may_edit": request.user.has_perm("quizzes.change_question"),
    }
    return render(request, "quizzes/cms/statistics_item.html", context)


def as_file(table: statistics.ResultTable, wanted: str, name: str) -> HttpResponse:
    """Return the table as a CSV or Excel file; Http404 for another format."""
    writers = {"csv": (table.write_csv, "text/csv; charset=utf-8"), "xlsx": (table.write_xlsx, XLSX)}
    if wanted not in writers:
        raise Http404
    write, content_type = writers[wanted]
    file = BytesIO()
    write(file)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{wanted}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(file.getvalue(), content_type=content_type, headers=headers)


class ScoreForm(forms.Form):
    """Scores of a paper contest, pasted from Excel or as a file."""

    scores = forms.CharField(
        label=gettext_lazy("粘贴成绩"),
        required=False,
        strip=False,
        max_length=MAX_PASTE,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "wrap": "off"}),
        help_text=gettext_lazy("一行一个人，一列一道题。第一行可以是题号或题名。从 Excel 里选中，复制，粘贴到这里。"),
    )
    file = forms.FileField(
        label=gettext_lazy("或者上传 CSV 文件"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt"}),
    )
    maximum_row = forms.BooleanField(
        label=gettext_lazy("第一行分数是各题的满分"),
        required=False,
        help_text=gettext_lazy("不勾选时，每个格子是得分率，从 0 到 1：答对填 1，答错填 0。"),
    )

    def clean(self):
        cleaned = super().clean()
        file = cleaned.get("file")
        if file and file.size > MAX_PASTE:
            self.add_error("file", _("文件太大，最多 2 MB。"))
        elif file:
            try:
                cleaned["scores"] = decode(file.read())
            except statistics.ScoreFileError as error:
                self.add_error("file", str(error))
        elif not self.errors and not cleaned.get("scores", "").strip():
            self.add_error("scores", _("请粘贴成绩，或者选一个文件。"))
        return cleaned


@require_http_methods(["GET", "POST"])
def score_table(request: HttpRequest) -> HttpResponse:
    """The statistics of a pasted table. Nothing is kept."""
    allowed(request, "quizzes.view_quiztally")
    form = ScoreForm(request.POST or None, request.FILES or None)
    context = {"form": form}
    if request.method == "POST" and form.is_valid():
        try:
            scores = statistics.read_scores(form.cleaned_data["scores"], maximum_row=form.cleaned_data["maximum_row"])
        except statistics.ScoreFileError as error:
            form.add_error("file" if request.FILES else "scores", str(error))
        else:
            items, figures = statistics.item_statistics(scores.tally), statistics.quiz_statistics(scores.tally)
            table = statistics.result_table(items, figures, scores.labels, scale=scores.scale)
            if wanted := request.POST.get("download"):
                return as_file(table, wanted, "scores")
            context |= {
                "table": table,
                "flags": [
                    (label, statistics.item_flags(item)) for label, item in zip(scores.labels, items, strict=True)
                ],
                "histogram": histogram(scores.tally, figures, scores.scale),
                "scatter": scatter([(str(number), item) for number, item in enumerate(items, 1)]),
                # What came as a file goes on as text, so that the table can be downloaded.
                "form": ScoreForm(initial={name: form.cleaned_data[name] for name in ("scores", "maximum_row")}),
            }
    return render(request, "quizzes/cms/score_table.html", context)
