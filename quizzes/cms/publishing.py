"""Keeping a quiz that cannot be asked from being published, with the reason where the editor looks."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminPageForm


class PaperRefused(Exception):
    """Somebody published a quiz that the bank cannot fill; `problems` says why, in sentences."""

    def __init__(self, quiz, problems: list[str]):
        super().__init__(f"quiz {quiz.pk}: {' '.join(problems)}")
        self.quiz, self.problems = quiz, problems


class QuizForm(WagtailAdminPageForm):
    """A draft may ask for more than the bank holds; what is submitted or published may not."""

    def _post_clean(self):
        # A paper with errors of its own is not in the instance yet.
        self.instance.saving_draft = self.is_deferred_validation or "paper" in self._errors
        super()._post_clean()


class PaperRefusedMiddleware:
    """Says in the CMS why a quiz was not published when that shows only at the moment of publishing.

    The form checks what it sends. Approving from a list, a modal or a bulk action sends no form, and the bank may have changed
    since the quiz was submitted: then publishing itself refuses, and its transaction is undone.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, PaperRefused):
            return None
        reasons = " ".join(exception.problems)
        messages.error(
            request, _("没有发布“%(quiz)s”：%(reasons)s") % {"quiz": exception.quiz.title, "reasons": reasons}
        )
        url = reverse("wagtailadmin_pages:edit", args=[exception.quiz.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": url})
        return redirect(url)


def refuse_deleting_answered(request: HttpRequest, pages: list) -> HttpResponse | None:
    """Keep quizzes that somebody has answered, and whatever they lie below; say so. None when nothing is in the way."""
    from ..models import Attempt

    for page in pages:
        if Attempt.objects.filter(quiz__path__startswith=page.path).exists():
            sentence = _("“%(page)s”不能删除：有人答过这里的测验，答卷和成绩要留着。不想再给人看，可以取消发布。")
            messages.error(request, sentence % {"page": page.get_admin_display_title()})
            return redirect("wagtailadmin_pages:edit", page.pk)
    return None
