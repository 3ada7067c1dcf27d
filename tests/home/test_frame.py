"""The frame of the site: display choice, languages, health, robots, manifest, sitemap, sharing, error pages."""

import json
from io import BytesIO

import pytest
from django.core.cache import cache
from django.test import Client, override_settings
from PIL import Image
from wagtail.models import PageViewRestriction, Site

from factories.site import SmallSite
from home.models import SiteTexts

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    cache.clear()
    return SmallSite()


@pytest.mark.parametrize(
    ("name", "value", "cookie"),
    [("mode", "elder", "mode"), ("theme", "contrast", "theme"), ("language", "en", "language")],
)
def test_display_choice_is_remembered_and_leads_back(site, client, name, value, cookie):
    response = client.post("/display/", {name: value, "next": "/courses/?topic=x"})
    assert response.status_code == 302
    assert response["Location"] == "/courses/?topic=x"
    assert response.cookies[cookie].value == value
    assert int(response.cookies[cookie]["max-age"]) > 300 * 24 * 3600
    assert (
        f'data-{name}="{value}"' in client.get("/").content.decode() or 'lang="en"' in client.get("/").content.decode()
    )


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example", ""]
)
def test_display_never_redirects_elsewhere(site, client, target):
    assert client.post("/display/", {"mode": "elder", "next": target})["Location"] == "/"


def test_display_refuses_unknown_values_and_get(site, client):
    assert not client.post("/display/", {"mode": "huge", "next": "/"}).cookies
    assert client.get("/display/?mode=elder").status_code == 405


def test_english_interface(site, client):
    client.post("/display/", {"language": "en"})
    page = client.get("/courses/").content.decode()
    assert '<html lang="en"' in page
    assert "Search" in page
    assert "搜索" not in page


def test_health(client):
    assert client.get("/healthz").content == b"ok"
    assert client.get("/readyz").content == b"ready"


def test_robots_and_sitemap(site, client):
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()
    sitemap = client.get("/sitemap.xml").content.decode()
    assert site.lessons[0].get_full_url() in sitemap


def test_manifest_and_service_worker(site, client):
    manifest = json.loads(client.get("/manifest.webmanifest").content)
    assert manifest["display"] == "standalone"
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    worker = client.get("/service-worker.js")
    assert worker["Content-Type"].startswith("text/javascript")
    assert worker["Cache-Control"] == "no-cache"
    assert client.get("/offline/").status_code == 200


def test_texts_and_menus_come_from_the_settings(site, client):
    texts = SiteTexts.for_site(Site.objects.get(is_default_site=True))
    texts.name, texts.hotline = "明白街坊", "12345"
    texts.main_menu = [
        {"type": "item", "value": {"label": "上课去", "page": site.course_index.pk}},
        {"type": "item", "value": {"label": "不见了", "page": 999_999}},
    ]
    texts.save()
    cache.clear()
    page = client.get("/").content.decode()
    assert "明白街坊" in page
    assert 'href="tel:12345"' in page
    assert "上课去" in page
    assert "不见了" not in page


def test_share_picture_and_poster(site, client):
    lesson = site.lessons[0]
    page = client.get(lesson.get_url()).content.decode()
    assert f'property="og:image" content="http://testserver/share/{lesson.pk}/picture.png"' in page
    picture = client.get(f"/share/{lesson.pk}/picture.png")
    assert Image.open(BytesIO(picture.content)).size == (1200, 630)
    poster = client.get(f"/share/{lesson.pk}/poster.png")
    assert Image.open(BytesIO(poster.content)).format == "PNG"
    assert "max-age" in poster["Cache-Control"]


def test_nothing_is_shared_of_a_draft_or_a_private_page(site, client):
    lesson, notice = site.lessons[0], site.notices[0]
    lesson.live = False
    lesson.save()
    PageViewRestriction.objects.create(page=notice, restriction_type="login")
    for page in (lesson, notice):
        assert client.get(f"/share/{page.pk}/poster.png").status_code == 404
        assert client.get(f"/share/{page.pk}/picture.png").status_code == 404


def test_server_error_page_needs_nothing(site, monkeypatch):
    def broken(*_args, **_kwargs):
        raise RuntimeError("broken")

    monkeypatch.setattr("home.models.home.HomePage.get_context", broken)
    client = Client(raise_request_exception=False)
    with override_settings(DEBUG=False):
        response = client.get("/")
    assert response.status_code == 500
    assert "出了点问题" in response.content.decode()
    assert "X-Page-Cache" not in response


def test_content_security_policy_is_strict_for_readers(site, client):
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
