"""How often: counters in the cache, one for each person and one for each address, without a query.

A rate is written "600/60": at most 600 uses in 60 seconds. Time runs in windows of that length, and every key's windows begin at
another moment, so that a class that was stopped together does not come back together. A window may see its whole amount at its
end, and the next one at its start. Counting is one atomic `incr` where the cache has it (Redis, memory); a cache of files may
lose a count when two processes write at once, which only lets one more through.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv6Network, ip_address
from math import ceil

from allauth.account.adapter import get_adapter
from django.core.cache import caches
from django.http import HttpRequest

# One subscriber of IPv6 has a whole /64.
IPV6_PREFIX = 64


@dataclass(frozen=True)
class Rate:
    amount: int
    seconds: int

    @classmethod
    def of(cls, text: str) -> "Rate":
        """Read "600/60"; ValueError for anything else."""
        amount, seconds = (int(part) for part in text.split("/"))
        if amount < 1 or seconds < 1:
            raise ValueError(f"Not a rate: {text}")
        return cls(amount, seconds)


def wait_for(action: str, rates: Mapping[str, str], sources: Mapping[str, str | None], now: datetime) -> int:
    """Count one use of `action`; return 0, or after how many seconds it may be tried again.

    `rates` and `sources` are by the same names: {"person": "60/60"} and {"person": "u5"}. A source that is None counts nothing.
    """
    return max(
        (
            _count(f"{action}:{name}:{source}", Rate.of(rates[name]), now)
            for name, source in sources.items()
            if source is not None and name in rates
        ),
        default=0,
    )


def _count(name: str, rate: Rate, now: datetime) -> int:
    digest = hashlib.sha256(f"{name}:{rate}".encode()).digest()
    shifted = now.timestamp() + int.from_bytes(digest[:4]) % rate.seconds
    window = int(shifted // rate.seconds)
    key = f"limit:{digest.hex()[:32]}:{window}"
    cache = caches["limits"]
    if cache.add(key, 1, timeout=rate.seconds + 1):
        used = 1
    else:
        try:
            used = cache.incr(key)
        except ValueError:  # it expired in between
            cache.set(key, 1, timeout=rate.seconds + 1)
            used = 1
    return 0 if used <= rate.amount else max(1, ceil((window + 1) * rate.seconds - shifted))


def address_of(request: HttpRequest) -> str:
    """Return the client's address as a limit counts it: behind proxies as ALLAUTH_TRUSTED_PROXY_COUNT says; a /64 of IPv6."""
    address = ip_address(get_adapter().get_client_ip(request))
    return str(IPv6Network((address, IPV6_PREFIX), strict=False)) if address.version == 6 else str(address)
