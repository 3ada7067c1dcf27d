"""Hostile HTML posted straight to the page editor, past its toolbar, never comes out as something that runs."""

import json
import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import expand_db_html

from education.blocks.text import TEXT_FEATURES
from education.models import Audience, CourseIndexPage, CoursePage, Topic

URLS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    'https://a.example/" onmouseover="alert(1)',
    "https://a.example/'><script>alert(1)</script>",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
]
TEXTS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</p><iframe src=javascript:alert(1)></iframe>",
    "<a href=javascript:alert(1)>x</a>",
    "<embed embedtype='image' onload=alert(1)/>",
    "<style>*{background:url(javascript:alert(1))}</style>",
    "{{ request.user }}{% csrf_token %}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
]
ALLOWED = {"p", "b", "i", "a", "ul", "ol", "li", "h2", "h3", "br", "strong", "em"}


class Watch(HTMLParser):
    """Collects what a browser could run."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag not in ALLOWED:
            self.found.append(tag)
        for name, value in attrs:
            url = re.sub(r"[\x00-\x20]", "", (value or "").lower())
            if name.startswith("on") or name == "style" or url.startswith(("javascript:", "data:", "vbscript:")):
                self.found.append((tag, name, value))


def dangers(html: str) -> list:
    watch = Watch()
    watch.feed(html)
    return watch.found


def contentstate(text: str, url: str | None = None, style: str = "unstyled", inline: str = "") -> str:
    ranges = [{"offset": 0, "length": len(text), "key": 0}] if url is not None else []
    entities = {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": url}}} if url is not None else {}
    styles = [{"offset": 0, "length": len(text), "style": inline}] if inline else []
    block = {
        "key": "a", "text": text, "type": style, "depth": 0, "inlineStyleRanges": styles, "entityRanges": ranges, "data": {},
    }  # fmt: skip
    return json.dumps({"blocks": [block], "entityMap": entities})


@pytest.fixture
def course(home):
    index = home.add_child(instance=CourseIndexPage(title="课程", slug="courses"))
    page = CoursePage(title="课程", slug="course", summary="摘要", live=False)
    index.add_child(instance=page)
    page.topics.set([Topic.objects.create(slug="t", name="主题")])
    page.audiences.set([Audience.objects.create(slug="a", name="读者")])
    page.save()
    return page


def post_intro(client, page, intro: str):
    data = {
        "title": page.title,
        "slug": page.slug,
        "summary": page.summary,
        "topics": [topic.pk for topic in page.topics.all()],
        "audiences": [audience.pk for audience in page.audiences.all()],
        "cover": "",
        "checked_on": "",
        "intro": intro,
        "related-count": "0",
        "seo_title": "",
        "search_description": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
    }
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


@pytest.mark.parametrize("url", URLS)
def test_links_posted_to_the_editor(editor_client, course, url):
    answer = post_intro(editor_client, course, contentstate("领奖", url))
    assert answer.status_code == 302, re.findall(r"error-message[^<]*<[^>]*>([^<]*)", answer.content.decode())
    course.refresh_from_db()
    assert "领奖" in course.intro
    assert not dangers(expand_db_html(course.intro)), course.intro


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("style", ["unstyled", "header-three", "unordered-list-item", "atomic", "<script>"])
def test_text_posted_to_the_editor(editor_client, course, text, style):
    post_intro(editor_client, course, contentstate(text, style=style, inline="BOLD"))
    course.refresh_from_db()
    assert not dangers(expand_db_html(course.intro)), course.intro


@pytest.mark.parametrize("entity", ["IMAGE", "EMBED", "HORIZONTAL_RULE", "DOCUMENT", "SCRIPT"])
def test_entities_that_the_field_does_not_offer(editor_client, course, entity):
    raw = json.loads(contentstate("x", "https://a.example/"))
    raw["entityMap"]["0"] = {"type": entity, "mutability": "IMMUTABLE", "data": {"url": "javascript:alert(1)", "id": 1, "alt": "\"onload=\"x"}}
    editor_client.raise_request_exception = False
    post_intro(editor_client, course, json.dumps(raw))
    course.refresh_from_db()
    assert not dangers(expand_db_html(course.intro)), course.intro


@pytest.mark.parametrize("raw", ["<script>alert(1)</script>", "null", "[]", "{", '{"blocks": 3}'])
def test_what_is_no_editor_value_changes_nothing(editor_client, course, raw):
    editor_client.raise_request_exception = False
    post_intro(editor_client, course, raw)
    course.refresh_from_db()
    assert not dangers(expand_db_html(course.intro)), course.intro


@pytest.mark.parametrize("url", URLS)
def test_links_in_the_text_block_of_a_stream(url):
    html = ContentstateConverter(TEXT_FEATURES).to_database_format(contentstate("领奖", url))
    assert not dangers(expand_db_html(html)), html


def test_probe(editor_client, course):
    editor_client.raise_request_exception = False
    for raw in ["<script>alert(1)</script>", "null", "[]", "{", '{"blocks": 3}', contentstate("x", style="<script>")]:
        a = post_intro(editor_client, course, raw)
        print(raw[:30], a.status_code)
    for e in ["IMAGE", "EMBED", "HORIZONTAL_RULE", "DOCUMENT", "SCRIPT"]:
        raw = json.loads(contentstate("x", "https://a.example/"))
        raw["entityMap"]["0"] = {"type": e, "mutability": "IMMUTABLE", "data": {"url": "javascript:alert(1)", "id": 1, "alt": "\"onload=\"x"}}
        a = post_intro(editor_client, course, json.dumps(raw)); course.refresh_from_db()
        print(e, a.status_code, course.intro)
