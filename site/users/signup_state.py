"""What somebody who is signing up has told so far: the year of birth, then perhaps a guardian's consent.

It lies sealed in the cache for half an hour; the secret that opens it is in the browser's cookie alone. So neither the
database nor the session holds anything personal before it may.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from . import sealed
from .actions.accounts import Consent
from .ages import may_be_under_consent_age

COOKIE = "signup"
PATH = "/accounts/"
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


def begin(request: HttpRequest, response: HttpResponse, state: SignupState) -> None:
    """Keep a new state and give the browser its secret; what was told before is forgotten."""
    forget_state(request)
    secret = secrets.token_urlsafe(24)
    sealed.put("signup", secret, state, LIFETIME)
    response.set_cookie(
        COOKIE,
        secret,
        max_age=LIFETIME,
        path=PATH,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def load_state(request: HttpRequest, now: datetime) -> SignupState | None:
    """The state of this browser's sign-up, or None when there is none or it is too old."""
    secret = request.COOKIES.get(COOKIE, "")
    state = sealed.get("signup", secret) if secret else None
    return state if state and now - state.told_at <= LIFETIME else None


def change_state(request: HttpRequest, state: SignupState) -> None:
    """Put another state in the place of the one that `load_state` found."""
    sealed.put("signup", request.COOKIES[COOKIE], state, LIFETIME)


def forget_state(request: HttpRequest) -> None:
    if secret := request.COOKIES.get(COOKIE):
        sealed.remove("signup", secret)


def code_slot(request: HttpRequest, purpose: str) -> str:
    """The slot of a one-time code that belongs to this sign-up (see codes.py)."""
    return f"{purpose}:{request.COOKIES[COOKIE]}"
