"""The page cache's generation: one number, raised whenever something public changes, makes every stored page stale."""

import time

from django.core.cache import cache
from django.db import transaction

GENERATION_KEY = "page-generation"


def generation() -> int:
    """Return the current generation."""
    value = cache.get(GENERATION_KEY)
    if value is None:
        value = time.time_ns()
        if not cache.add(GENERATION_KEY, value, None):
            value = cache.get(GENERATION_KEY, value)
    return value


def raise_generation(**_signal) -> None:
    """Make every cached page and frame stale once the change is committed.

    Connected to the signals of publishing and saving in HomeConfig.ready. Raised any earlier, a reader in between would
    store the old page under the new generation.
    """
    transaction.on_commit(lambda: cache.set(GENERATION_KEY, time.time_ns(), None))
