"""The pages of practice: an overview, and one question on each screen. Personal, so never cached.

Everything works without scripts: GET shows a question, POST shows its outcome. With practice-session.js the outcome (or the form
with what is wrong about it) comes as a fragment and takes the form's place.
"""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from education.models import Audience, Topic

from ..actions.practice import Answered, answer_question, collect_attempts, ensure_daily_question
from ..answer_forms import prefix_of, raw_answer
from ..errors import QuizError
from ..models import Difficulty, PracticeAnswer
from ..people import Person
from ..rate_limits import limit, with_retry_after
from ..requests import new_person_of, person_of
from ..versions import versions_by_id
from .daily import daily_log, daily_versions
from .scheduling import RIGHT_ENOUGH, day_of, read_token
from .screens import Screen, earlier_answer, new_screen, outcome_of_answer, screen_of, solution_of
from .selection import (
    Scope,
    card_numbers,
    collectable,
    pick_from_cards,
    pick_from_topic,
    today_of,
    topic_rows,
)

Mode = PracticeAnswer.Mode


@dataclass(frozen=True)
class Filters:
    """What narrows the topics: a difficulty's code and an audience, from the address; unknown values are ignored."""

    difficulty: str = ""
    audience: Audience | None = None

    @property
    def audience_slug(self) -> str:
        return self.audience.slug if self.audience else ""

    @property
    def labels(self) -> list[str]:
        """What is chosen, in words."""
        difficulty = [str(Difficulty(self.difficulty).label)] if self.difficulty else []
        return difficulty + ([self.audience.name] if self.audience else [])

    @property
    def query(self) -> str:
        """The filters as the query of an address, with its question mark; "" without filters."""
        chosen = {"difficulty": self.difficulty, "audience": self.audience_slug}
        words = urlencode({name: value for name, value in chosen.items() if value})
        return f"?{words}" if words else ""


def filters_of(request: HttpRequest, audiences: list[Audience] | None = None) -> Filters:
    """Read the filters; one query when an audience is chosen and `audiences` are not given."""
    difficulty, slug = request.GET.get("difficulty", ""), request.GET.get("audience", "")
    if audiences is None:
        audiences = list(Audience.objects.filter(slug=slug)) if slug else []
    audience = next((entry for entry in audiences if entry.slug == slug), None)
    return Filters(difficulty if difficulty in Difficulty.values else "", audience)


@never_cache
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """What there is to practise, and how far one is."""
    now, person = timezone.now(), _person_with_book(request)
    audiences = list(Audience.objects.all())
    filters = filters_of(request, audiences)
    log = daily_log(person, now)
    context = {
        "rows": topic_rows(person, now, filters.difficulty, filters.audience_slug),
        "numbers": card_numbers(person, now),
        "log": log,
        "day": day_of(now),
        "filters": filters,
        "difficulties": Difficulty.choices,
        "audiences": audiences,
    }
    return render(request, "quizzes/practice/overview.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Practise a topic, one question after another."""
    filters = filters_of(request)
    if request.method == "POST":
        return _answer(request, _topic_context(get_object_or_404(Topic, slug=slug), filters))
    now, person = timezone.now(), person_of(request)
    today = today_of(person, now)
    scope = Scope(slug, filters.difficulty, filters.audience_slug)
    pick = pick_from_topic(scope, person, today, now, skip=_skipped(request))
    if pick is None:
        raise Http404
    context = _topic_context(pick.topic, filters) | {"today": today}
    if pick.version_id is None:
        context["is_empty"] = pick.left == 0
        return render(request, "quizzes/practice/session.html", context | {"part": "nothing"})
    return _ask(request, context, new_screen(pick.version_id, Mode.TOPIC, person, now))


@never_cache
@require_http_methods(["GET", "POST"])
def wrong(request: HttpRequest) -> HttpResponse:
    """The book of wrong answers."""
    return _from_cards(request, Mode.WRONG)


@never_cache
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest) -> HttpResponse:
    """What is due."""
    return _from_cards(request, Mode.REVIEW)


@never_cache
@require_http_methods(["GET", "POST"])
def daily(request: HttpRequest) -> HttpResponse:
    """The question of the day, once; and yesterday's with its answer."""
    now, person = timezone.now(), person_of(request)
    context = {"mode": Mode.DAILY, "title": Mode.DAILY.label, "day": day_of(now)}
    if request.method == "POST":
        return _answer(request, context)
    version_id, yesterday = daily_versions(now)
    if version_id is None and ensure_daily_question(now=now) is not None:
        version_id, yesterday = daily_versions(now)
    context["log"] = log = daily_log(person, now)
    known = versions_by_id(pk for pk in (version_id, yesterday) if pk is not None)
    if yesterday is not None:
        context |= {"yesterday": known[yesterday], "solution": solution_of(yesterday)}
    if version_id is None:
        return render(request, "quizzes/practice/session.html", context | {"part": "nothing", "is_empty": True})
    if log.today is not None and log.today.question_id == known[version_id].question_id:
        again = new_screen(log.today.version_id, Mode.DAILY, person, now)
        return _show(request, context, again, earlier_answer(log.today.version_id, log.today.response))
    return _ask(request, context, new_screen(version_id, Mode.DAILY, person, now))


def _person_with_book(request: HttpRequest) -> Person | None:
    """Return who is asking, after what their attempts reveal by now has gone into their wrong book."""
    now, person = timezone.now(), person_of(request)
    if person is not None and collectable(person, now).exists():
        collect_attempts(person=person, now=now)
    return person


def _topic_context(topic: Topic, filters: Filters) -> dict:
    return {"mode": Mode.TOPIC, "title": topic.name, "topic": topic, "filters": filters}


def _from_cards(request: HttpRequest, mode: Mode) -> HttpResponse:
    now, context = timezone.now(), {"mode": mode, "title": mode.label}
    if request.method == "POST":
        return _answer(request, context)
    person = _person_with_book(request)
    context["today"] = today = today_of(person, now)
    pick = pick_from_cards(mode, person, today, now, skip=_skipped(request))
    context["left"] = pick.left
    if pick.version_id is None:
        context |= {"part": "nothing", "is_empty": pick.left == 0, "numbers": card_numbers(person, now)}
        return render(request, "quizzes/practice/session.html", context)
    return _ask(request, context, new_screen(pick.version_id, mode, person, now))


def _skipped(request: HttpRequest) -> int | None:
    """Return the id of the question that the reader skipped."""
    skip = request.GET.get("skip", "")
    return int(skip) if skip.isascii() and skip.isdigit() and len(skip) < 19 else None


def _ask(request: HttpRequest, context: dict, screen: Screen, *, refusal: QuizError | None = None) -> HttpResponse:
    """Show a question; with a refusal, what was wrong about the answer to it."""
    context |= {"part": "question", "screen": screen, "field": prefix_of(screen.question), "refusal": refusal}
    return render(request, "quizzes/practice/session.html", context, status=refusal.status if refusal else 200)


def _show(request: HttpRequest, context: dict, screen: Screen, answered: Answered) -> HttpResponse:
    """Show the outcome of an answer; to the page's script, the part that takes the form's place."""
    context |= {
        "part": "result",
        "question": screen.question,
        "answered": answered,
        "outcome": outcome_of_answer(answered),
        "rights_missing": RIGHT_ENOUGH - answered.card.right_streak if answered.card else 0,
    }
    return render(request, f"quizzes/practice/{'result' if _by_script(request) else 'session'}.html", context)


def _by_script(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "fetch"


def _answer(request: HttpRequest, context: dict) -> HttpResponse:
    """Take an answer.

    What cannot be taken comes back with the question as it was shown and what was written; the script, whose form still stands,
    gets the sentence alone.
    """
    now, screen, raw = timezone.now(), None, None
    try:
        shown = read_token(request.POST.get("token", ""))
        if shown.mode != context["mode"]:
            raise QuizError("invalid_request")
        screen = screen_of(shown)
        raw = raw_answer(screen.question, request.POST, prefix_of(screen.question))
        limit(request, "practise", person_of(request), now)
        person = new_person_of(request)
        answered = answer_question(person=person, shown=shown, raw=raw, now=now)
    except QuizError as refusal:
        if screen is None:
            messages.error(request, _("这道题没有认出来，换一道吧。"))
            return redirect(request.get_full_path())
        if _by_script(request):
            plain = HttpResponse(str(refusal), status=refusal.status, content_type="text/plain; charset=utf-8")
            return with_retry_after(plain, refusal)
        context["today"] = today_of(person_of(request), now)
        return _ask(request, context, replace(screen, question=replace(screen.question, raw=raw)), refusal=refusal)
    context["today"] = today_of(person, now)
    if shown.mode == Mode.DAILY:
        context["log"] = daily_log(person, now)
    if answered.version.pk != shown.version_id:
        screen = new_screen(answered.version.pk, shown.mode, person, now)
    return _show(request, context, screen, answered)
