"""Re-grading in the CMS: choose what is wrong, see what it would change, confirm, watch it being carried out."""

from dataclasses import replace
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods
from wagtail.admin import messages

from ..actions.regrades import MAX_NOTE, create_regrade, preview_regrade
from ..answer_forms import raw_answer
from ..errors import QuizError
from ..models import QuestionVersion, Regrade
from ..question_types import BadResponse, Deal, question_type
from ..sheets import ShownQuestion, show_question
from .views import allowed

FIELD = "answer"
# Nobody answers here: options stand as they were written. Orderings and pairings are mixed all the same, the same way each time.
DEAL = Deal("regrade", shuffled=False)
NEEDS_ANSWER = {Regrade.Kind.ACCEPT.value, Regrade.Kind.REPLACE.value}


class RegradeForm(forms.Form):
    """How to correct, and what participants are told. `with_answer`: whether one right answer can be given here."""

    kind = forms.ChoiceField(label=gettext_lazy("怎么改"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=gettext_lazy("告诉参与者的话"),
        max_length=MAX_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("显示在他们的成绩下面。例如：第 3 题的标准答案有误，已经重新计分。"),
    )

    def __init__(self, *args, with_answer: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [
            (kind.value, kind.label) for kind in Regrade.Kind if with_answer or kind.value not in NEEDS_ANSWER
        ]


@require_http_methods(["GET", "POST"])
def regrade_new(request: HttpRequest, version_id: int) -> HttpResponse:
    """Order a re-grade of one version, or of one part of a case study (`?part=0`)."""
    allowed(request, "quizzes.add_regrade")
    version = get_object_or_404(QuestionVersion.objects.select_related("question"), pk=version_id)
    part, asked = _asked(version, request.GET.get("part", ""))
    form = RegradeForm(request.POST or None, with_answer=asked is not None)
    context = {
        "version": version,
        "parts": list(enumerate(version.body.get("parts", []))),
        "part": part,
        "asked": asked and show_question(asked, DEAL),
        "field": FIELD,
        "form": form,
        "needs_answer": sorted(NEEDS_ANSWER),
    }
    if request.method == "POST" and form.is_valid():
        try:
            given = {"version": version, "kind": form.cleaned_data["kind"], "part": part}
            given["response"] = _response(asked, context["asked"], request) if given["kind"] in NEEDS_ANSWER else None
            if "confirm" in request.POST:
                regrade = create_regrade(**given, note=form.cleaned_data["note"], by=request.user, now=timezone.now())
                messages.success(request, _("改分已经提出，后台马上开始。"))
                return redirect("quizzes_cms_regrade", regrade.pk)
            context["preview"] = preview_regrade(**given)
        except (QuizError, BadResponse) as refusal:
            form.add_error(None, str(refusal))
    if request.method == "POST" and context["asked"]:
        context["asked"] = _as_sent(asked, context["asked"], request)
    return render(request, "quizzes/cms/regrade_new.html", context)


def _asked(version: QuestionVersion, part: str) -> tuple[int | None, QuestionVersion | None]:
    """Return which part is meant, and what an answer is given to: None for a case study as a whole."""
    parts = version.body.get("parts")
    if parts is None or part == "":
        return None, version if parts is None else None
    if not part.isascii() or not part.isdigit() or int(part) >= len(parts):
        raise Http404
    chosen = parts[int(part)]
    return int(part), QuestionVersion(
        type=chosen["type"], stem=chosen["stem"], body=chosen["body"], points=chosen["points"]
    )


def _response(asked: QuestionVersion | None, shown: ShownQuestion | None, request: HttpRequest) -> Any:
    """Return the answer that was given in the form, in the author's numbering; raise BadResponse."""
    if asked is None or shown is None:
        return None
    return question_type(asked.type).read(asked.body, raw_answer(shown, request.POST, FIELD), DEAL)


def _as_sent(asked: QuestionVersion, shown: ShownQuestion, request: HttpRequest) -> ShownQuestion:
    """Return the question with the answer that was sent, when it is a possible one."""
    try:
        response = _response(asked, shown, request)
    except BadResponse:
        return shown
    return replace(shown, raw=asked.kind.show(asked.body, response, DEAL))


@require_GET
def regrade_list(request: HttpRequest) -> HttpResponse:
    """Every re-grade, the latest first."""
    allowed(request, "quizzes.view_regrade", "quizzes.add_regrade")
    regrades = Regrade.objects.select_related("version__question", "created_by")
    page = Paginator(regrades, 50).get_page(request.GET.get("p"))
    return render(request, "quizzes/cms/regrades.html", {"page": page})


@require_GET
def regrade_one(request: HttpRequest, pk: int) -> HttpResponse:
    """One re-grade: what was ordered, how far it is, what it changed."""
    allowed(request, "quizzes.view_regrade", "quizzes.add_regrade")
    regrade = get_object_or_404(Regrade.objects.select_related("version__question", "created_by"), pk=pk)
    _part, asked = _asked(regrade.version, "" if regrade.part is None else str(regrade.part))
    context = {
        "regrade": regrade,
        "stem": asked.stem if asked else regrade.version.stem,
        "answer": asked.kind.answer(asked.body, regrade.response).lines
        if asked and regrade.response is not None
        else [],
        "running": regrade.status != Regrade.Status.DONE,
    }
    return render(request, "quizzes/cms/regrade.html", context)
