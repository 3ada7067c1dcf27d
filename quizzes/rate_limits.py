"""How often somebody may start, save, check, submit and practise: settings.QUIZ_RATE_LIMITS, for pages and the API alike."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest

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
