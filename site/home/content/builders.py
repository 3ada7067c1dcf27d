"""What each kind of page file sets on its page: plain data by field name, the same on every load of the same file."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from education.models import (
    ActivityIndexPage,
    ActivityPage,
    ChapterPage,
    ComicEpisodePage,
    ComicIndexPage,
    ComicSeriesPage,
    CourseIndexPage,
    CoursePage,
    GuideIndexPage,
    GuidePage,
    LessonPage,
    NoticeIndexPage,
    NoticePage,
)
from quizzes.models import QuizIndexPage, QuizPage

from ..models import HomePage, PlainPage
from .blocks import Renderer
from .schema import PageFile

SHANGHAI = ZoneInfo("Asia/Shanghai")
MODELS = {
    "activity": ActivityPage,
    "chapter": ChapterPage,
    "comic": ComicEpisodePage,
    "comic-series": ComicSeriesPage,
    "course": CoursePage,
    "guide": GuidePage,
    "home": HomePage,
    "lesson": LessonPage,
    "notice": NoticePage,
    "plain": PlainPage,
    "quiz": QuizPage,
}
SECTIONS = {
    "activities": ActivityIndexPage,
    "comics": ComicIndexPage,
    "courses": CourseIndexPage,
    "guides": GuideIndexPage,
    "notices": NoticeIndexPage,
    "quizzes": QuizIndexPage,
}
HERO = "hero.webp"


def model_for(page: PageFile) -> type:
    return SECTIONS[page.values["lists"]] if page.kind == "section" else MODELS[page.kind]


def art_of(page: PageFile) -> dict[str, str]:
    """The pictures that a page wants: path below art/ to alternative text."""
    wanted = {}
    if page.kind == "home":
        wanted[HERO] = page.values["hero_alt"]
    if page.values.get("cover_alt"):
        wanted[f"covers/{page.slug}.webp"] = page.values["cover_alt"]
    if page.kind == "comic":
        for number, panel in enumerate(page.values["panels"], 1):
            wanted[f"panels/{page.slug}/{number:02}.webp"] = panel["alt"]
    wanted.update({f"pictures/{picture['art']}.webp": picture["alt"] for picture in pictures(page.values)})
    return wanted


def pictures(value: Any) -> list[dict]:
    """Every picture block anywhere in a checked value."""
    if isinstance(value, dict):
        return [found for part in value.values() for found in pictures(part)]
    if isinstance(value, list):
        return [found for part in value for found in pictures(part)]
    if isinstance(value, tuple):
        return [value[1]] if value[0] == "picture" else pictures(value[1])
    return []


def build(page: PageFile, renderer: Renderer, ids: Callable[[str, list[str]], list[int]]) -> dict[str, Any]:
    """The page's fields. `ids(model name, slugs)` gives the ids of topics or audiences."""
    fields = {"title": page.values["title"], "slug": page.slug}
    if "summary" in page.values:
        fields |= {
            "summary": page.values["summary"],
            "topics": ids("topic", page.values["topics"]),
            "audiences": ids("audience", page.values["audiences"]),
            "checked_on": page.values.get("checked_on"),
            "cover_id": renderer.image_id(f"covers/{page.values.get('cover') or page.slug}.webp"),
            "related": renderer.pages("related", "page", page.values["related"]),
        }
    return fields | BUILDERS[page.kind](page.values, renderer)


def build_home(values: dict, renderer: Renderer) -> dict:
    texts = {name: values[name] for name in ("kicker", "headline", "lead", "hero_alt")}
    featured = renderer.pages("featured", "page", values["featured"])
    return texts | {"hero_id": renderer.image_id(HERO), "featured": featured}


def build_intro(values: dict, renderer: Renderer) -> dict:
    return {"intro": renderer.html(values["intro"])}


def build_plain(values: dict, renderer: Renderer) -> dict:
    return {"body": renderer.body("body", values["body"]), "updated_on": values["updated_on"]}


def build_lesson(values: dict, renderer: Renderer) -> dict:
    def step(way: str, record: dict) -> dict:
        return {"title": record["title"], "body": renderer.body(way, record["body"])}

    return {
        "objectives": renderer.strings("objectives", "objective", values["objectives"]),
        "steps": renderer.titled("steps", "step", values["steps"], step),
    }


def build_guide(values: dict, renderer: Renderer) -> dict:
    return {"intro": renderer.html(values["intro"]), "edition": values["edition"]}


def build_chapter(values: dict, renderer: Renderer) -> dict:
    def section(way: str, record: dict) -> dict:
        return record | {"body": renderer.body(way, record["body"])}

    return {
        "sections": renderer.titled("sections", "section", values["sections"], section),
        "activities": renderer.pages("activities", "activity", values["activities"]),
    }


def build_activity(values: dict, renderer: Renderer) -> dict:
    def step(_way: str, record: dict) -> dict:
        return record | {"text": renderer.html(record["text"])}

    def handout(way: str, record: dict) -> dict:
        return record | {"body": renderer.body(way, record["body"])}

    return {
        "activity_kind": values["kind"],
        **{name: values[name] for name in ("setting", "grade", "group_min", "group_max")},
        "goals": renderer.strings("goals", "goal", values["goals"]),
        "materials": renderer.strings("materials", "item", values["materials"]),
        "steps": renderer.titled("steps", "step", values["steps"], step),
        "handouts": renderer.titled("handouts", "handout", values["handouts"], handout),
    }


def build_comic(values: dict, renderer: Renderer) -> dict:
    return {"panels": renderer.panels(values["panels"])}


def build_notice(values: dict, renderer: Renderer) -> dict:
    event = values["event"] or {"start": None, "end": None, "place": ""}
    return {
        "notice_kind": values["kind"],
        "date": values["date"],
        "body": renderer.body("body", values["body"]),
        "event_start": local(event["start"]),
        "event_end": local(event["end"]),
        "event_place": event["place"],
        "inspection_items": values["inspection_items"] or [],
    }


def build_quiz(values: dict, renderer: Renderer) -> dict:
    def band(way: str, record: dict) -> dict:
        texts = {"title": record["title"], "feedback": record["feedback"]}
        lessons = renderer.pages(f"{way}/lessons", "item", record["lessons"])
        return texts | {"from_percent": record["from"], "lessons": lessons}

    return {
        "intro": renderer.html(values["intro"]),
        "paper": [paper_entry(f"paper/{number}", entry, renderer) for number, entry in enumerate(values["paper"])],
        "time_limit": values["minutes"],
        "pass_percent": values["pass_percent"],
        "max_attempts": values["max_attempts"],
        "shuffle_questions": not values["keep_order"],
        "reveal_during": values["reveal_during"] or [],
        "bands": renderer.titled("bands", "band", values["bands"] or [], band),
    }


def paper_entry(way: str, entry: dict, renderer: Renderer) -> dict:
    """One entry of a paper: a question that everybody gets, or a draw."""
    if entry["question"]:
        value = {"question": renderer.row_id("question", entry["question"]), "points": entry["points"]}
        return renderer.item(way, "fixed", value)
    chosen = {name: renderer.row_id(name, entry[name]) for name in ("category", "topic", "audience")}
    plain = {"type": entry["type"] or "", "difficulty": entry["difficulty"] or "", "points": entry["points"]}
    return renderer.item(way, "draw", {"count": entry["draw"]} | chosen | plain)


def local(moment: datetime | None) -> datetime | None:
    """A wall-clock time of Shanghai as a moment."""
    return moment and moment.replace(tzinfo=SHANGHAI)


def nothing_more(_values: dict, _renderer: Renderer) -> dict:
    return {}


BUILDERS = {
    "activity": build_activity,
    "chapter": build_chapter,
    "comic": build_comic,
    "comic-series": nothing_more,
    "course": build_intro,
    "guide": build_guide,
    "home": build_home,
    "lesson": build_lesson,
    "notice": build_notice,
    "plain": build_plain,
    "quiz": build_quiz,
    "section": build_intro,
}
