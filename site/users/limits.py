"""How often somebody may do something. The figures stand in settings.ACCOUNT_RATE_LIMITS beside allauth's own."""

from allauth.core.ratelimit import consume
from django.http import HttpRequest

from .errors import UsersError


def limit(request: HttpRequest, action: str, *, key: str | None = None) -> None:
    """Count one use of `action`. Raises UsersError `too_many_requests`."""
    if not consume(request, action=action, key=key):
        raise UsersError("too_many_requests")


def limit_sms(request: HttpRequest, phone: str) -> None:
    """Count one text message: per number (a pause between two), per address, and of the whole site (its bill)."""
    limit(request, "send_sms", key=phone)
    limit(request, "send_sms_all", key="all")
