"""The pages of quizzes beside Wagtail's: start, attempt, result, own attempts. Personal, so never cached.

Everything here works without scripts: the attempt page is one form that saves and submits. Its script uses attempt_views.py.
"""

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from .actions.attempts import check_answer, must_be_startable, save_answers, start_attempt, submit_attempt
from .answer_forms import changed_answers, prefix_of, shown_answers, with_refused
from .errors import QuizError
from .models import Attempt, QuizIndexPage, QuizPage, Reveal
from .rate_limits import limit, with_retry_after
from .requests import new_person_of, person_of
from .results import checked_outcomes, result_of
from .selectors import all_attempts_of, attempt_line, attempt_of, attempts_of, may_start, rules_of, scoring_rules_of
from .sheets import Sheet, elapsed_ms, last_given_ms, sheet_of

VIEW_COOKIE, VIEWS = "quiz_view", ("one", "all")
VIEW_COOKIE_AGE = 365 * 24 * 3600
PAGE_SIZE = 20
STATE_LABELS = {
    "right": gettext_lazy("答对"),
    "partial": gettext_lazy("部分对"),
    "wrong": gettext_lazy("答错"),
    "blank": gettext_lazy("没答"),
    "void": gettext_lazy("不计分"),
}


@never_cache
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, quiz_id: int) -> HttpResponse:
    """GET: the rules, and one's own earlier attempts. POST: start, or go on with the running attempt."""
    quiz, now, refusal = _quiz_for(request, quiz_id), timezone.now(), None
    person = person_of(request)
    attempts = attempts_of(person, quiz)
    lines = [attempt_line(attempt, quiz, now) for attempt in attempts]
    running = next((line.attempt for line in lines if line.is_running), None)
    if running is None:
        try:
            has_account = person is not None and person.user_id is not None
            must_be_startable(quiz, has_account=has_account, used=len(attempts), now=now)
        except QuizError as error:
            refusal = error
    if request.method == "POST" and refusal is None:
        try:
            limit(request, "start", person, now)
            elder = request.display.is_elder
            attempt = start_attempt(quiz=quiz, person=new_person_of(request), elder=elder, now=now)
            return _remember_view(redirect("quizzes:attempt", attempt.pk), request.POST.get("view"))
        except QuizError as error:
            refusal = error
    context = {
        "quiz": quiz,
        "rules": rules_of(quiz),
        "scoring_rules": scoring_rules_of(quiz),
        "lines": lines,
        "running": running,
        "refusal": refusal,
        "attempts_left": None if quiz.max_attempts is None else max(0, quiz.max_attempts - len(attempts)),
        "view": _view_of(request),
        "index": QuizIndexPage.objects.live().first() if refusal else None,
    }
    response = render(
        request, "quizzes/start.html", context, status=refusal.status if refusal and request.method == "POST" else 200
    )
    return with_retry_after(response, refusal) if refusal else response


@never_cache
@require_http_methods(["GET", "POST"])
def attempt(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """GET: the questions with the saved answers. POST: the plain form's buttons."""
    now = timezone.now()
    found = _attempt_for(request, attempt_id)
    if found.is_over(now):
        return redirect("quizzes:result", found.pk)
    if request.method == "POST":
        return _save_form(request, found)
    return _attempt_page(request, sheet_of(found, now))


@never_cache
@require_GET
def result(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """An ended attempt, as far as its quiz reveals it. An attempt whose time is over ends here if the worker has not come yet."""
    now = timezone.now()
    found = _attempt_for(request, attempt_id)
    if not found.is_over(now):
        return redirect("quizzes:attempt", found.pk)
    if found.is_active:
        submit_attempt(attempt_id=found.pk, person=found.person, now=now)
        found = _attempt_for(request, attempt_id)
    quiz, shown = found.quiz, result_of(found, now)
    counts = Counter(row.outcome.state for row in shown.rows)
    context = {
        "quiz": quiz,
        "result": shown,
        "counts": [(label, counts[state]) for state, label in STATE_LABELS.items() if counts[state]],
        "has_mistakes": any(counts[state] for state in ("partial", "wrong", "blank")),
        "time_taken": found.submitted_at - found.started_at,
        "score_at": quiz.closes_at if not quiz.is_closed(now) and Reveal.SCORE in quiz.reveal_closed else None,
        "may_retry": quiz.live and may_start(quiz, attempts_of(found.person, quiz), now),
    }
    return render(request, "quizzes/result.html", context)


@never_cache
@require_GET
def attempts(request: HttpRequest) -> HttpResponse:
    """One's own attempts, newest first; a visitor's are those of the session."""
    now = timezone.now()
    page = Paginator(all_attempts_of(person_of(request)), PAGE_SIZE).get_page(request.GET.get("page"))
    lines = [attempt_line(found, found.quiz, now) for found in page]
    index = None if lines else QuizIndexPage.objects.live().first()
    return render(request, "quizzes/attempts.html", {"lines": lines, "results": page, "index": index})


def _quiz_for(request: HttpRequest, quiz_id: int) -> QuizPage:
    """Return the published quiz if this reader may see its page; raise Http404."""
    quiz = QuizPage.objects.live().filter(pk=quiz_id).first()
    if quiz is None or not all(r.accept_request(request) for r in quiz.get_view_restrictions()):
        raise Http404
    return quiz


def _attempt_for(request: HttpRequest, attempt_id: UUID) -> Attempt:
    try:
        return attempt_of(person_of(request), attempt_id)
    except QuizError as error:
        raise Http404 from error


def _view_of(request: HttpRequest) -> str:
    """Return how the person likes the questions: one per screen, or all on one page."""
    chosen = request.COOKIES.get(VIEW_COOKIE)
    return chosen if chosen in VIEWS else VIEWS[0]


def _remember_view(response: HttpResponse, view: str | None) -> HttpResponse:
    if view in VIEWS:
        # The page's script changes it, too.
        response.set_cookie(VIEW_COOKIE, view, max_age=VIEW_COOKIE_AGE, samesite="Lax")
    return response


def _attempt_page(request: HttpRequest, sheet: Sheet, refused: Mapping[int, str] | None = None) -> HttpResponse:
    """Show the questions; `refused` are the sentences about answers that a plain form sent in vain (slot: sentence)."""
    refused, shown = refused or {}, shown_answers(sheet.questions)
    sheet = with_refused(sheet, request.POST, refused)
    found = sheet.attempt
    outcomes = checked_outcomes(found, range(len(sheet.questions)))
    context = {
        "attempt": found,
        "quiz": found.quiz,
        "sheet": sheet,
        "rows": [(prefix_of(q), q, outcomes.get(q.slot), refused.get(q.slot)) for q in sheet.questions],
        "shown": shown,
        "elapsed_ms": elapsed_ms(found, timezone.now()),
        "last_given_ms": last_given_ms(found),
        "checkable": bool({"key", "explanations"} & set(found.quiz.reveal_during)),
        "view": _view_of(request),
    }
    return render(request, "quizzes/attempt.html", context, status=422 if refused else 200)


def _save_form(request: HttpRequest, found: Attempt) -> HttpResponse:
    """Save what the plain form changed, then do what its button says: save, check:<slot>, view:<view> or submit."""
    now, person = timezone.now(), found.person
    questions = sheet_of(found, now).questions
    answers = changed_answers(questions, request.POST)
    do, _colon, what = request.POST.get("do", "save").partition(":")
    try:
        limit(request, "save", person, now)
        saved = save_answers(attempt_id=found.pk, person=person, answers=answers, now=now)
        if saved.refused:
            return _attempt_page(request, sheet_of(saved.attempt, now), saved.refused)
        if do == "submit":
            return _submit_form(request, saved.attempt)
        if do == "check":
            slot = int(what) if what.isascii() and what.isdigit() else -1
            check_answer(attempt_id=found.pk, person=person, slot=slot, given=None, now=now)
            return redirect(f"{reverse('quizzes:attempt', args=[found.pk])}#q{slot + 1}")
    except QuizError as error:
        messages.error(request, str(error))
        return redirect("quizzes:attempt", found.pk)
    if do == "view":
        return _remember_view(redirect("quizzes:attempt", found.pk), what)
    messages.success(request, _("已保存。"))
    return redirect("quizzes:attempt", found.pk)


def _submit_form(request: HttpRequest, saved: Attempt) -> HttpResponse:
    """Submit; ask first when something is unanswered and the person has not seen that yet."""
    now = timezone.now()
    unanswered = [question for question in sheet_of(saved, now).questions if not question.is_answered]
    if unanswered and not request.POST.get("sure"):
        return render(request, "quizzes/review.html", {"attempt": saved, "quiz": saved.quiz, "unanswered": unanswered})
    submit_attempt(attempt_id=saved.pk, person=saved.person, now=now)
    return redirect("quizzes:result", saved.pk)
