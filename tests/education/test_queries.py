"""No page costs more queries for more items: the same number with 1 and with 50."""

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories.site import SmallSite

# A page may cost this much at most, so that a fixed but silly number is found too.
MOST_QUERIES = 40


def count_queries(url: str) -> tuple[int, list[str]]:
    """Queries of the second visit without the page cache: the first one makes the renditions."""
    client = Client(headers={"cookie": "sessionid=none"})
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
    assert response.status_code == 200
    return len(captured), [query["sql"] for query in captured]


def measure(items: int) -> dict[str, tuple[int, list[str]]]:
    """Build a site, count, and leave nothing behind."""
    with transaction.atomic():
        site = SmallSite(items)
        pages = {name: page.get_url() for name, page in site.one_of_each().items()}
        measured = {name: count_queries(url) for name, url in pages.items()}
        transaction.set_rollback(True)
    cache.clear()
    return measured


@pytest.mark.django_db
def test_every_page_costs_the_same_with_one_and_with_fifty_items():
    one, fifty = measure(1), measure(50)
    different = {
        name: f"{one[name][0]} → {fifty[name][0]}: " + "\n".join(sorted(set(fifty[name][1]) - set(one[name][1]))[:3])
        for name in one
        if one[name][0] < fifty[name][0]
    }
    assert not different
    assert {name: number for name, (number, _) in fifty.items() if number > MOST_QUERIES} == {}
