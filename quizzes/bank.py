"""The generation of the bank: what is computed from the published questions is kept under it and is stale when it changes."""

from secrets import token_hex

from django.core.cache import cache
from django.db import transaction

_KEY = "quizzes:bank-generation"


def bank_generation() -> str:
    return cache.get(_KEY, "")


def bank_changed() -> None:
    """Let everything kept be computed anew once the current transaction is committed."""
    transaction.on_commit(lambda: cache.set(_KEY, token_hex(8), None))
