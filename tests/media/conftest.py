"""Pages and people that the tests of media share."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from markdown_it import MarkdownIt
from PIL import Image
from wagtail.models import Page, Site

import education.wagtail_hooks_strips  # noqa: F401  its hooks, as education/wagtail_hooks.py takes them in
from education.models import (
    ActivityIndexPage,
    ActivityPage,
    ChapterPage,
    ComicEpisodePage,
    ComicIndexPage,
    ComicSeriesPage,
    GuideIndexPage,
    GuidePage,
    NoticeIndexPage,
    NoticePage,
)
from home.models import HomePage
from media.models import LibraryImage

CONTENT = Path(__file__).resolve().parents[2] / "education" / "content"
RICH = {"text", "teacher_note", "plain", "situation", "action", "basis", "fact"}


def html(text: str) -> str:
    """Markdown of the content files → the HTML that the editor would store."""
    # Markdown does not see bold that touches Chinese punctuation.
    rendered = MarkdownIt("commonmark", {"html": True}).render(re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text))
    return re.sub(r'href="page:[^"]*"', 'href="/guides/"', rendered)


def block(entry: dict) -> dict:
    """One block of a content file → the raw data of a stream block."""
    ((kind, value),) = entry.items()
    if kind in {"text", "teacher_note"}:
        return {"type": kind, "value": html(value)}
    if kind == "table":
        value = {
            "data": [value["header"], *value["rows"]],
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_header_choice": "row",
            "table_caption": value["caption"],
        }
    elif kind == "claim_steps":
        value = {**value, "steps": [{**step, "text": html(step["text"])} for step in value["steps"]]}
    elif kind == "self_check":
        value = {
            **value,
            "options": [{"correct": False, "feedback": "", **option} for option in value["options"]],
        }
    else:
        value = {key: html(item) if key in RICH else item for key, item in value.items()}
    if "checked_on" in value:
        value["checked_on"] = str(value["checked_on"])
    return {"type": kind, "value": value}


def body(entries: list[dict]) -> list[dict]:
    return [block(entry) for entry in entries if "picture" not in entry]


def read(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    """Every test has a media folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def picture_bytes(size=(640, 400), colour=(28, 100, 87), kind="PNG") -> bytes:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


def library_image(**kwargs) -> LibraryImage:
    file = SimpleUploadedFile("cover.png", picture_bytes(**kwargs), content_type="image/png")
    return LibraryImage.objects.create(title="三名中学生围着课桌", file=file)


@pytest.fixture
def home(db) -> HomePage:
    site = Site.objects.get(is_default_site=True)
    page = HomePage(title="首页", slug="front", headline="明白消费", lead="导语", hero=library_image())
    site.root_page.add_child(instance=page) if site.root_page.depth == 1 else Page.get_first_root_node().add_child(
        instance=page
    )
    site.root_page = page
    site.save()
    return page


def base(values: dict, model, **extra):
    """An unsaved page of `model` with the fields that every material has."""
    return model(
        title=values["title"],
        slug=values["slug"],
        summary=values["summary"],
        checked_on=values.get("checked_on"),
        **extra,
    )


@pytest.fixture
def guide(home) -> GuidePage:
    """The guide of the content folder, as far as it is written."""
    index = home.add_child(instance=GuideIndexPage(title="指南", slug="guides"))
    folder = CONTENT / "guides" / "middle-school-guide"
    values = read(folder / "guide.yaml")
    page = base(values, GuidePage, edition=values["edition"], intro=html(values["intro"]), cover=library_image())
    page.checked_on = date(2026, 11, 25)
    index.add_child(instance=page)
    for path in sorted(folder.glob("0*.yaml")):
        chapter = read(path)
        sections = [
            {"type": "section", "value": {"title": s["title"], "anchor": s["anchor"], "body": body(s["body"])}}
            for s in chapter["sections"]
        ]
        page.add_child(instance=base(chapter, ChapterPage, sections=sections))
    return page


@pytest.fixture
def activity(home) -> ActivityPage:
    """A class activity of the content folder."""
    index = home.add_child(instance=ActivityIndexPage(title="教案", slug="activities"))
    values = read(CONTENT / "activities" / "label-detectives.yaml")
    page = base(
        values,
        ActivityPage,
        activity_kind=values["kind"],
        setting=values["setting"],
        grade=values["grade"],
        group_min=values["group_min"],
        group_max=values["group_max"],
        goals=[{"type": "goal", "value": goal} for goal in values["goals"]],
        materials=[{"type": "item", "value": item} for item in values["materials"]],
        steps=[{"type": "step", "value": {**step, "text": html(step["text"])}} for step in values["steps"]],
        handouts=[
            {"type": "handout", "value": {"title": h["title"], "body": body(h["body"])}} for h in values["handouts"]
        ],
    )
    index.add_child(instance=page)
    return page


@pytest.fixture
def editor_client(client, django_user_model, db):
    """A client logged in as somebody who may edit everything."""
    editor = django_user_model.objects.create_superuser(
        username="chief", email="chief@example.cn", password="secret-1234"
    )
    client.force_login(editor)
    client.editor = editor
    return client


@pytest.fixture
def plain_client(client, django_user_model, db):
    """A client logged in as an ordinary reader."""
    client.force_login(django_user_model.objects.create_user(username="reader", password="secret-1234"))
    return client


@pytest.fixture
def outsider_client(client, django_user_model, db):
    """A client logged in as somebody who may enter the admin but edit no page."""
    outsider = django_user_model.objects.create_user(username="outsider", password="secret-1234")
    outsider.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(outsider)
    return client


@pytest.fixture
def strip_bytes():
    """Makes a strip: (bytes, cuts)."""

    def make(heights=(300, 420, 260), gutter=40, ground="white", kind="PNG", width=600):
        strip = Image.new("RGB", (width, sum(heights) + gutter * (len(heights) + 1)), ground)
        top, cuts = gutter, []
        for number, height in enumerate(heights):
            panel = Image.new("RGB", (width - 40, height), (40 + number * 37 % 160, 90, 120))
            panel.paste(
                (255, 255, 255), (60, 40, width - 140, height - 60)
            )  # white inside that does not span the panel
            strip.paste(panel, (20, top))
            cuts.append((top, top + height))
            top += height + gutter
        out = BytesIO()
        strip.save(out, kind, quality=85)
        return out.getvalue(), cuts

    return make


@pytest.fixture
def episode(home):
    index = home.add_child(instance=ComicIndexPage(title="漫画", slug="comics"))
    series = index.add_child(instance=ComicSeriesPage(title="弄堂", slug="lane", summary="弄堂里的故事"))
    return series.add_child(instance=ComicEpisodePage(title="中奖短信", slug="prize", summary="一条短信", live=False))


@pytest.fixture
def notice(home):
    index = home.add_child(instance=NoticeIndexPage(title="公告", slug="notices"))
    page = NoticePage(
        title="冷饮抽检", slug="cold", summary="抽检", date=date(2026, 6, 30), notice_kind="inspection", live=False
    )
    return index.add_child(instance=page)
