"""Pages of the CMS beside the lists and forms: the versions of a question, and questions with the same stem."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from ..models import Question
from .duplicates import duplicate_groups, duplicate_keys
from .version_history import version_history

GROUPS_PER_PAGE = 30


def allowed(request: HttpRequest, *permissions: str) -> None:
    """Raise PermissionDenied unless the person has one of the permissions."""
    if not any(request.user.has_perm(permission) for permission in permissions):
        raise PermissionDenied


@require_GET
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """The versions of a question, what changed, and where they were answered."""
    allowed(request, "quizzes.view_question", "quizzes.change_question")
    question = get_object_or_404(Question, pk=pk)
    context = {
        "question": question,
        "entries": version_history(question),
        "may_regrade": request.user.has_perm("quizzes.add_regrade"),
        "may_see_statistics": request.user.has_perm("quizzes.view_quiztally"),
    }
    return render(request, "quizzes/cms/versions.html", context)


@require_GET
def duplicates(request: HttpRequest) -> HttpResponse:
    """Questions that have the same stem, group by group."""
    allowed(request, "quizzes.view_question", "quizzes.change_question")
    keys = duplicate_keys().order_by("stem_key").values_list("stem_key", flat=True)
    page = Paginator(keys, GROUPS_PER_PAGE).get_page(request.GET.get("p"))
    context = {"page": page, "groups": duplicate_groups(list(page.object_list)), "total": page.paginator.count}
    return render(request, "quizzes/cms/duplicates.html", context)
