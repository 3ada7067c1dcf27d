"""How often somebody may start, save, check, submit and practise: settings.QUIZ_RATE_LIMITS, for pages and the API alike."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from users.rate_limits import address_of, wait_for

from .errors import QuizError
from .people import Person


def limit(request: HttpRequest, action: str, person: Person | None, now: datetime) -> None:
    """Count one use of `action` by a person (None before a visitor has an id) and by their address.

    Raises QuizError rate_limited with `retry_after`; KeyError for an action that the settings do not name.
    """
    sources = {"person": None if person is None else str(person), "address": address_of(request)}
    wait = wait_for(f"quizzes:{action}", settings.QUIZ_RATE_LIMITS[action], sources, now)
    if wait:
        raise QuizError("rate_limited", retry_after=wait)


def with_retry_after(response: HttpResponse, refusal: QuizError) -> HttpResponse:
    """Return the response to a refusal, saying when to try again where that is what it is about."""
    if refusal.retry_after:
        response["Retry-After"] = str(refusal.retry_after)
    return response
