"""Anonymous readers are served from the cache; publishing shows at once; nobody sees what is not theirs."""

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client

from factories.site import SmallSite, text_body

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    cache.clear()
    return SmallSite()


@pytest.fixture
def on_commit_runs(monkeypatch):
    """Run on_commit callbacks at once: the test's own transaction is never committed."""
    monkeypatch.setattr("home.cache.transaction.on_commit", lambda callback: callback())


def test_second_reader_is_served_from_the_cache_without_queries(site, client, django_assert_num_queries):
    url = site.lessons[0].get_url()
    first = client.get(url)
    assert first["X-Page-Cache"] == "miss"
    assert first["Cache-Control"] == "public, no-cache"
    assert "Cookie" in first["Vary"]
    with django_assert_num_queries(0):
        second = Client().get(url)
    assert second["X-Page-Cache"] == "hit"
    assert second.content == first.content


def test_a_browser_that_has_the_page_gets_304(site, client):
    url = site.home.get_url()
    etag = client.get(url)["ETag"]
    again = client.get(url, headers={"if-none-match": etag})
    assert again.status_code == 304
    assert again.content == b""


def test_publishing_shows_at_once(site, client, on_commit_runs):
    notice = site.notices[0]
    url, listing = notice.get_url(), site.notice_index.get_url()
    assert client.get(url).status_code == client.get(listing).status_code == 200
    notice.title = "刚刚改过的标题"
    notice.save_revision().publish()
    for address in (url, listing):
        assert "刚刚改过的标题" in client.get(address).content.decode()


def test_unpublishing_and_deleting_show_at_once(site, client, on_commit_runs):
    notice = site.notices[0]
    url = notice.get_url()
    client.get(url)
    notice.unpublish()
    assert client.get(url).status_code == 404
    listing = site.activity_index.get_url()
    activity = site.activities[0]
    assert activity.title in client.get(listing).content.decode()
    activity.delete()
    assert activity.title not in client.get(listing).content.decode()


def test_a_changed_topic_shows_at_once(site, client, on_commit_runs):
    url = site.lessons[0].get_url()
    client.get(url)
    topic = site.lessons[0].topics.get()
    topic.name = "新名字"
    topic.save()
    assert "新名字" in client.get(url).content.decode()


def test_the_generation_is_raised_only_after_the_commit(site, monkeypatch):
    from home import cache as page_cache

    waiting = []
    monkeypatch.setattr("home.cache.transaction.on_commit", waiting.append)
    before = page_cache.generation()
    site.notices[0].save_revision().publish()
    assert page_cache.generation() == before
    waiting[0]()
    assert page_cache.generation() != before


def test_each_display_choice_has_its_own_copy(site):
    url = site.home.get_url()
    normal, elder = Client(), Client(headers={"cookie": "mode=elder; theme=dark"})
    assert 'data-mode="normal"' in normal.get(url).content.decode()
    page = elder.get(url).content.decode()
    assert 'data-mode="elder"' in page
    assert 'data-theme="dark"' in page
    assert 'data-mode="normal"' in Client().get(url).content.decode()


def test_signed_in_people_never_get_or_leave_cached_pages(site, client):
    user = get_user_model().objects.create_user("teacher", password="x", nickname="王老师", is_teacher=True)
    chapter = site.chapters[0]
    chapter.sections = [
        {
            "type": "section",
            "value": {
                "title": "小节",
                "anchor": "one",
                "body": [*text_body(), {"type": "teacher_note", "value": "<p>只给老师</p>"}],
            },
        }
    ]
    chapter.save()
    client.force_login(user)
    mine = client.get(chapter.get_url())
    assert "X-Page-Cache" not in mine
    assert "只给老师" in mine.content.decode()
    assert "public" not in mine.get("Cache-Control", "")
    anonymous = Client().get(chapter.get_url()).content.decode()
    assert "只给老师" not in anonymous
    assert "王老师" not in anonymous


def test_unknown_pages_and_hostile_cookies_are_not_stored(site):
    client = Client(headers={"cookie": "mode=<script>; theme=../../x; language=xx"})
    page = client.get(site.home.get_url())
    assert 'data-mode="normal"' in page.content.decode()
    missing = client.get("/nothing-here/")
    assert missing.status_code == 404
    assert "X-Page-Cache" not in missing
    assert "没找到这一页" in missing.content.decode()
