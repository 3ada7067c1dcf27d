"""Hostile HTML posted straight to the page editor, past its toolbar, never comes out as something that runs."""

import json
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import expand_db_html

from education.blocks.text import TEXT_FEATURES
from education.models import Audience, CourseIndexPage, CoursePage, NoticePage, Topic

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
    if style == "unstyled":
        words = unescape(re.sub(r"</?(p|b|div)[^>]*>", "", course.intro))
        assert words.startswith(text[:12]), "the words are kept, as words"


@pytest.mark.parametrize("entity", ["IMAGE", "EMBED", "HORIZONTAL_RULE", "DOCUMENT", "SCRIPT"])
def test_entities_that_the_field_does_not_offer(editor_client, course, entity):
    raw = json.loads(contentstate("x", "https://a.example/"))
    raw["entityMap"]["0"] = {
        "type": entity,
        "mutability": "IMMUTABLE",
        "data": {"url": "javascript:alert(1)", "id": 1, "alt": '"onload="x'},
    }
    answer = post_intro(editor_client, course, json.dumps(raw))
    assert answer.status_code in {302, 400}
    course.refresh_from_db()
    assert not dangers(expand_db_html(course.intro)), course.intro


@pytest.mark.parametrize("raw", ["<script>alert(1)</script>", "[]", "{", '{"blocks": 3}'])
def test_what_is_no_editor_value_is_refused_and_changes_nothing(editor_client, course, raw):
    post_intro(editor_client, course, contentstate("原来的话"))
    answer = post_intro(editor_client, course, raw)
    assert answer.status_code == 400
    course.refresh_from_db()
    assert "原来的话" in course.intro


@pytest.mark.parametrize("url", URLS)
def test_links_in_the_text_block_of_a_stream(url):
    html = ContentstateConverter(TEXT_FEATURES).to_database_format(contentstate("领奖", url))
    assert not dangers(expand_db_html(html)), html


PLAIN = "<script>alert(1)</script><img src=x onerror=alert(1)>"
RICH = f"<p>{PLAIN.replace('<', '&lt;')}</p>"


def test_hostile_words_in_every_plain_field_of_a_body(home):
    """Plain fields are escaped by the templates; rich ones come from the converter tested above."""
    body = [
        {
            "type": "law",
            "value": {"law": PLAIN, "article": PLAIN, "version": PLAIN, "plain": RICH, "checked_on": "2026-11-25"},
        },
        {"type": "case", "value": {"situation": RICH, "action": RICH, "basis": RICH}},
        {"type": "myth_fact", "value": {"myth": PLAIN, "fact": RICH}},
        {"type": "checklist", "value": {"title": PLAIN, "items": [PLAIN, PLAIN]}},
        {"type": "claim_steps", "value": {"title": PLAIN, "steps": [{"title": PLAIN, "text": RICH}] * 2}},
        {
            "type": "table",
            "value": {
                "data": [[PLAIN, PLAIN], [PLAIN, PLAIN]],
                "first_row_is_table_header": True,
                "first_col_is_header": False,
                "table_header_choice": "row",
                "table_caption": PLAIN,
            },
        },
        {
            "type": "self_check",
            "value": {
                "question": PLAIN,
                "options": [
                    {"text": PLAIN, "correct": True, "feedback": PLAIN},
                    {"text": PLAIN, "correct": False, "feedback": PLAIN},
                ],
            },
        },
    ]
    page = NoticePage(title="t", slug="t", summary="s", date="2026-01-01", body=body)
    html = page.body.render_as_block()
    assert "&lt;script&gt;alert(1)" in html
    watch = Watch()
    watch.feed(html)
    assert not [found for found in watch.found if found in {"script", "img", "iframe"} or found[1:2] == ("onerror",)]
