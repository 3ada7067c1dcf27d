"""A drawer in the cache that only its key opens: what people told before they have an account.

A file cache keeps expired entries on disk until it is tidied, and a cache may be dumped. So each entry is encrypted with
a key made of the site's SECRET_KEY and a secret that lies elsewhere (in the browser's cookie). When the secret is gone,
so is what it sealed.
"""

import base64
import hashlib
import pickle
from datetime import timedelta
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.cache import cache


def put(drawer: str, secret: str, value: Any, lifetime: timedelta) -> None:
    """Keep `value` under `secret` for `lifetime`."""
    cache.set(name(drawer, secret), _fernet(secret).encrypt(pickle.dumps(value)), int(lifetime.total_seconds()))


def get(drawer: str, secret: str) -> Any:
    """What was put there, or None."""
    sealed = cache.get(name(drawer, secret))
    try:
        # Our own bytes: Fernet refuses any that this site did not write.
        return pickle.loads(_fernet(secret).decrypt(sealed)) if sealed else None  # noqa: S301
    except InvalidToken:
        return None


def remove(drawer: str, secret: str) -> None:
    cache.delete(name(drawer, secret))


def name(drawer: str, secret: str) -> str:
    """The cache key; the secret cannot be read from it."""
    return f"users:{drawer}:{hashlib.sha256(secret.encode()).hexdigest()}"


def _fernet(secret: str) -> Fernet:
    key = hashlib.sha256(f"users.sealed:{settings.SECRET_KEY}:{secret}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
