"""One-time codes for what allauth has no flow for: signing up by phone, a guardian's consent, leaving without a password.

A code lives sealed in the cache, as a keyed digest, for five minutes and five tries. Nothing of it reaches the database:
before a guardian has consented and before a number is proven, nothing personal is kept there. A `slot` names who is being
asked for what, for example "guardian:<random token of the browser's cookie>"; a new code takes the old one's place.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from allauth.core.internal.cryptokit import generate_user_code, normalize_user_code
from django.core.cache import cache
from django.utils.crypto import constant_time_compare, salted_hmac

from . import sealed
from .errors import UsersError

LIFETIME = timedelta(minutes=5)
MAX_TRIES = 5
DIGITS = 6


@dataclass(frozen=True)
class PendingCode:
    """A code that was sent: to whom, when, and what the person had already filled in."""

    phone: str
    digest: str
    sent_at: datetime
    details: dict = field(default_factory=dict)


def new_code(*, slot: str, phone: str, now: datetime, details: dict | None = None) -> str:
    """Remember a fresh code for `slot` and return it."""
    code = generate_user_code(length=DIGITS, numeric=True, dashed=False)
    sealed.put("code", slot, PendingCode(phone, _digest(slot, code), now, details or {}), LIFETIME)
    cache.set(_tries_key(slot), 0, int(LIFETIME.total_seconds()))
    return code


def pending_code(*, slot: str, now: datetime) -> PendingCode | None:
    """What `slot` is waiting for, if it is still valid."""
    pending = sealed.get("code", slot)
    return pending if pending and now - pending.sent_at <= LIFETIME else None


def check_code(*, slot: str, code: str, now: datetime) -> PendingCode:
    """Use up the code of `slot`.

    Raises UsersError `code_expired`, `code_wrong` or, from the sixth try on, `code_too_many_tries`.
    """
    pending = pending_code(slot=slot, now=now)
    if pending is None:
        raise UsersError("code_expired")
    try:
        tries = cache.incr(_tries_key(slot))
    except ValueError:
        tries = MAX_TRIES + 1  # the counter was evicted: the careful side
    if tries > MAX_TRIES:
        forget_code(slot=slot)
        raise UsersError("code_too_many_tries")
    if not constant_time_compare(_digest(slot, normalize_user_code(code)), pending.digest):
        raise UsersError("code_wrong")
    forget_code(slot=slot)
    return pending


def forget_code(*, slot: str) -> None:
    sealed.remove("code", slot)
    cache.delete(_tries_key(slot))


def _tries_key(slot: str) -> str:
    return sealed.name("code-tries", slot)


def _digest(slot: str, code: str) -> str:
    return salted_hmac("users.codes", f"{slot}:{code}", algorithm="sha256").hexdigest()
