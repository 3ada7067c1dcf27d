"""What somebody who is signing up has told so far: the year of birth, then perhaps a guardian's consent.

It lives in the cache for half an hour under a random token; the browser's session holds the token alone. So nothing
personal is in the database before it may be.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from .actions.accounts import Consent
from .ages import may_be_under_consent_age

SESSION_KEY = "users_signup"
LIFETIME = timedelta(minutes=30)


@dataclass(frozen=True)
class SignupState:
    """`told_at` is when the year of birth was told; the half hour counts from there."""

    birth_year: int
    told_at: datetime
    consent: Consent | None = None

    def may_go_on(self, now: datetime) -> bool:
        """Whether personal data may be asked for now."""
        return self.consent is not None or not may_be_under_consent_age(self.birth_year, timezone.localdate(now))


def load_state(request: HttpRequest, now: datetime) -> SignupState | None:
    """The state of this browser's sign-up, or None when there is none or it is too old."""
    token = request.session.get(SESSION_KEY)
    state = cache.get(_key(token)) if token else None
    return state if state and now - state.told_at <= LIFETIME else None


def keep_state(request: HttpRequest, state: SignupState) -> None:
    token = request.session.get(SESSION_KEY)
    if not token:
        token = request.session[SESSION_KEY] = secrets.token_urlsafe(24)
    cache.set(_key(token), state, int(LIFETIME.total_seconds()))


def forget_state(request: HttpRequest) -> None:
    token = request.session.pop(SESSION_KEY, None)
    if token:
        cache.delete(_key(token))


def code_slot(request: HttpRequest, purpose: str) -> str:
    """The slot of a one-time code that belongs to this sign-up (see codes.py)."""
    return f"{purpose}:{request.session[SESSION_KEY]}"


def _key(token: str) -> str:
    return f"users:signup:{token}"
