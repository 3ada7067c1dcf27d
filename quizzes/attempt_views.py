"""What the script of the attempt page asks for: JSON, with session and CSRF token, never cached.

An answer is {"raw": …, "given_ms": n}: the raw answer, and when it was given in milliseconds since the start of the attempt.
A refusal is {"code", "message"} with the status of errors.py. Every success carries the attempt's clock: {"seconds_left": whole
seconds or null, "elapsed_ms": milliseconds since the start, "last_given_ms": when the latest saved answer was given}.
"""

import json
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from .actions.attempts import Given, check_answer, save_answers, submit_attempt
from .errors import QuizError
from .models import Attempt
from .people import Person
from .rate_limits import limit, with_retry_after
from .requests import person_of
from .results import checked_outcome
from .selectors import attempt_of
from .sheets import elapsed_ms, is_locked, last_given_ms, raw_answers, seconds_left

MAX_SLOTS = 500


def refusals_as_json(view: Callable) -> Callable:
    """Answer a QuizError with its code, message and status."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except QuizError as error:
            refusal = JsonResponse({"code": error.code, "message": str(error)}, status=error.status)
            return with_retry_after(refusal, error)

    return wrapped


@never_cache
@require_POST
@refusals_as_json
def save(request: HttpRequest, attempt_id: UUID) -> JsonResponse:
    """Save answers: {"answers": {"<slot>": answer}}.

    Gives {"kept": [slot], "newer": {"<slot>": raw answer given later elsewhere}, "refused": {"<slot>": sentence}, "saved_at"}.
    """
    now, answers = timezone.now(), _answers(_body(request).get("answers"))
    person = _person(request, "save", now)
    saved = save_answers(attempt_id=attempt_id, person=person, answers=answers, now=now)
    return _json(
        saved.attempt,
        now,
        kept=saved.kept,
        newer=raw_answers(saved.attempt, saved.newer),
        refused=saved.refused,
        saved_at=now.isoformat(),
    )


@never_cache
@require_GET
@refusals_as_json
def state(request: HttpRequest, attempt_id: UUID) -> JsonResponse:
    """Tell how the attempt stands: {"ended", "answers": {"<slot>": raw}, "locked": [slot], "csrf", "result": address}."""
    now = timezone.now()
    attempt = attempt_of(person_of(request), attempt_id)
    slots = range(len(attempt.paper))
    return _json(
        attempt,
        now,
        ended=attempt.is_over(now),
        answers=raw_answers(attempt, slots),
        locked=[slot for slot in slots if is_locked(attempt, slot)],
        csrf=get_token(request),
        result=_result_of(attempt),
    )


@never_cache
@require_POST
@refusals_as_json
def check(request: HttpRequest, attempt_id: UUID) -> JsonResponse:
    """Lock one answer and show what may be said about it: {"slot": n, "answer": answer or null} → {"html"}."""
    now, body = timezone.now(), _body(request)
    slot = body.get("slot")
    if isinstance(slot, bool) or not isinstance(slot, int):
        raise QuizError("invalid_request")
    given = None if body.get("answer") is None else _given(body["answer"])
    attempt = check_answer(
        attempt_id=attempt_id, person=_person(request, "check", now), slot=slot, given=given, now=now
    )
    html = render_to_string("quizzes/outcome.html", {"outcome": checked_outcome(attempt, slot)}, request)
    return _json(attempt, now, html=html, raw=raw_answers(attempt, [slot])[slot])


@never_cache
@require_POST
@refusals_as_json
def submit(request: HttpRequest, attempt_id: UUID) -> JsonResponse:
    """Submit, with the last answers: {"answers": {…}} → {"result": address}. Twice is once."""
    now, answers = timezone.now(), _answers(_body(request).get("answers") or {})
    person = _person(request, "submit", now)
    attempt = submit_attempt(attempt_id=attempt_id, person=person, answers=answers, now=now)
    return _json(attempt, now, result=_result_of(attempt))


def _person(request: HttpRequest, action: str, now: datetime) -> Person:
    """Return who does `action`, and count it towards their limit; raise QuizError unknown_attempt or rate_limited."""
    person = person_of(request)
    if person is None:
        raise QuizError("unknown_attempt")
    limit(request, action, person, now)
    return person


def _body(request: HttpRequest) -> dict:
    try:
        body = json.loads(request.body)
    except ValueError as error:
        raise QuizError("invalid_request") from error
    if not isinstance(body, dict):
        raise QuizError("invalid_request")
    return body


def _answers(value: Any) -> dict[int, Given]:
    if not isinstance(value, dict) or len(value) > MAX_SLOTS:
        raise QuizError("invalid_request")
    if not all(slot.isascii() and slot.isdigit() and len(slot) <= len(str(MAX_SLOTS)) for slot in value):
        raise QuizError("invalid_request")
    return {int(slot): _given(entry) for slot, entry in value.items()}


def _given(entry: Any) -> Given:
    if not isinstance(entry, dict) or "raw" not in entry:
        raise QuizError("invalid_request")
    given = entry.get("given_ms")
    if isinstance(given, bool) or not isinstance(given, int):
        raise QuizError("invalid_request")
    return Given(entry["raw"], given_ms=given)


def _result_of(attempt: Attempt) -> str:
    return reverse("quizzes:result", args=[attempt.pk])


def _json(attempt: Attempt, now: datetime, **content) -> JsonResponse:
    clock = {
        "seconds_left": seconds_left(attempt, now),
        "elapsed_ms": elapsed_ms(attempt, now),
        "last_given_ms": last_given_ms(attempt),
    }
    return JsonResponse(clock | content)
