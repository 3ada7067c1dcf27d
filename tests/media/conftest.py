"""Pages and people that the tests of media share."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from home.models import HomePage
from markdown_it import MarkdownIt
from PIL import Image
from wagtail.models import Page, Site

from education.models import ActivityIndexPage, ActivityPage, ChapterPage, GuideIndexPage, GuidePage
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
        title=values["title"], slug=values["slug"], summary=values["summary"], checked_on=values.get("checked_on"), **extra
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
        handouts=[{"type": "handout", "value": {"title": h["title"], "body": body(h["body"])}} for h in values["handouts"]],
    )
    index.add_child(instance=page)
    return page
