"""The shape of every kind of page file, by kind. The kinds that are materials carry the keys of `Material.Kind`."""

from quizzes.models import Difficulty, Reveal
from quizzes.question_types import TYPES

from .block_fields import Body, GuideBody, HeadedBody, Panel, Steps
from .fields import Choice, Day, Flag, Integer, ListOf, Markdown, Place, Record, Slug, Text, TimeOfDay

Line = Text(80)
COMMON = {
    "title": Text(24),
    "slug": Slug,
    "summary": Text(80, least=30),
    "topics": ListOf(Slug, most=3),
    "audiences": ListOf(Slug),
}
COVERED = COMMON | {"cover_alt": Text(200)}
RELATED = {"related": ListOf(Slug, least=0, most=12)}
Section = Record({"title": Text(40), "anchor": Slug, "body": GuideBody})
ActivityStep = Record({"title": Text(40), "minutes": Integer(1, 240), "text": Markdown()})
InspectionItem = Record(
    {
        "product": Text(120),
        "producer": Text(120),
        "batch": Text(60),
        "place": Text(120),
        "finding": Text(300),
        "passed": Flag(),
    }
)
Event = Record({"start": TimeOfDay, "end": TimeOfDay, "place": Text(80)})


def sound_title(values: dict, at: Place) -> None:
    if values["title"].endswith(("。", ".")):
        (at / "title").wrong("标题末尾不加句号。")


def has_law(body: list) -> bool:
    return any(name == "law" for name, _value in body)


def needs_checked_on(values: dict, bodies: list[list], at: Place) -> None:
    if not values["checked_on"] and any(map(has_law, bodies)):
        (at / "checked_on").wrong("写了法条，就要写核对日期。")


def different(names: list[str], at: Place, what: str) -> None:
    """Report names that come twice."""
    for name in sorted({name for name in names if names.count(name) > 1}):
        at.wrong(f"{what}“{name}”出现了不止一次。")


def sound_lesson(values: dict, at: Place) -> None:
    """Progress is kept by step, and a step is known by its title."""
    sound_title(values, at)
    different([step["title"] for step in values["steps"]], at / "steps", "步骤标题")


def sound_chapter(values: dict, at: Place) -> None:
    sound_title(values, at)
    different([section["anchor"] for section in values["sections"]], at / "sections", "链接名")


def sound_activity(values: dict, at: Place) -> None:
    sound_title(values, at)
    total = sum(step["minutes"] for step in values["steps"])
    if total != values["minutes"]:
        (at / "minutes").wrong(f"各环节加起来是 {total} 分钟，这里写了 {values['minutes']}。")
    if values["group_min"] > values["group_max"]:
        (at / "group_max").wrong("最多人数不能少于最少人数。")
    needs_checked_on(values, [handout["body"] for handout in values["handouts"]], at)


def sound_notice(values: dict, at: Place) -> None:
    sound_title(values, at)
    needs_checked_on(values, [values["body"]], at)
    for name, kind in (("inspection_items", "inspection"), ("event", "training")):
        if bool(values[name]) != (values["kind"] == kind):
            (at / name).wrong(f"kind 是 {kind} 时要写，别的时候不写。")
    if values["event"] and values["event"]["start"] > values["event"]["end"]:
        (at / "event" / "end").wrong("结束时间不能早于开始时间。")


ACTIVITY = {
    "kind": Choice(("game", "role-play", "discussion", "lecture", "workshop", "investigation", "contest")),
    "setting": Choice(("indoor", "outdoor", "online")),
    "grade": Text(40),
    "minutes": Integer(1, 480),
    "group_min": Integer(1, 2000),
    "group_max": Integer(1, 2000),
    "goals": ListOf(Line),
    "materials": ListOf(Line),
    "steps": ListOf(ActivityStep),
    "handouts": ListOf(Record({"title": Text(40), "body": Body})),
}
NOTICE = {
    "kind": Choice(("tip", "inspection", "law", "news", "training")),
    "date": Day(),
    "body": HeadedBody,
}


def sound_quiz(values: dict, at: Place) -> None:
    sound_title(values, at)
    for number, entry in enumerate(values["paper"]):
        if bool(entry["question"]) == bool(entry["draw"]):
            (at / "paper" / number).wrong("要么写 question（题目的编号），要么写 draw（抽几道）。")
    different([str(band["from"]) for band in values["bands"] or []], at / "bands", "起点")


PAPER_ENTRY = Record(
    {},
    {
        "question": Slug,
        "draw": Integer(1, 200),
        "category": Text(140),
        "topic": Slug,
        "audience": Slug,
        "type": Choice(tuple(TYPES)),
        "difficulty": Choice(tuple(Difficulty.values)),
        "points": Integer(1, 1000),
    },
)
BAND = Record({"from": Integer(0, 100), "title": Text(20), "feedback": Text(200)}, {"lessons": ListOf(Slug, most=4)})
REVEAL = ListOf(Choice(tuple(Reveal.values)), least=0)
QUIZ_RULES = {
    "minutes": Integer(1, 600),
    "pass_percent": Integer(1, 100),
    "max_attempts": Integer(1, 100),
    "keep_order": Flag(),
    "reveal_during": REVEAL,
    "bands": ListOf(BAND, most=8),
}

PAGES: dict[str, Record] = {
    "course": Record(COVERED | {"intro": Markdown()}, RELATED, sound_title),
    "lesson": Record(
        COVERED | {"objectives": ListOf(Text(60), least=2, most=4), "checked_on": Day(), "steps": Steps},
        RELATED,
        sound_lesson,
    ),
    "guide": Record(COVERED | {"intro": Markdown(), "edition": Text(30)}, RELATED, sound_title),
    "chapter": Record(
        COVERED | {"checked_on": Day(), "sections": ListOf(Section)},
        RELATED | {"activities": ListOf(Slug, least=0)},
        sound_chapter,
    ),
    "activity": Record(COVERED | ACTIVITY, RELATED | {"checked_on": Day()}, sound_activity),
    "comic-series": Record(COVERED, RELATED, sound_title),
    "comic": Record(COVERED | {"checked_on": Day(), "panels": ListOf(Panel)}, RELATED, sound_title),
    "notice": Record(
        COMMON | NOTICE,
        RELATED
        | {"cover_alt": Text(200), "checked_on": Day(), "inspection_items": ListOf(InspectionItem), "event": Event},
        sound_notice,
    ),
    # `cover`: the slug of the page whose cover it shares.
    "quiz": Record(
        COMMON | {"cover": Slug, "intro": Markdown(), "paper": ListOf(PAPER_ENTRY)}, RELATED | QUIZ_RULES, sound_quiz
    ),
    "plain": Record({"title": Text(24), "slug": Slug, "body": HeadedBody, "updated_on": Day()}, check=sound_title),
    "home": Record(
        {
            "title": Text(24),
            "slug": Slug,
            "kicker": Text(40),
            "headline": Text(40),
            "lead": Text(160),
            "hero_alt": Text(120),
            "featured": ListOf(Slug, most=6),
        }
    ),
    "section": Record(
        {
            "title": Text(24),
            "slug": Slug,
            "lists": Choice(("courses", "guides", "activities", "comics", "quizzes", "notices")),
            "intro": Markdown(),
        }
    ),
}

MenuItem = Record({"label": Text(12), "page": Slug})
Menus = Record({"main": ListOf(MenuItem), "footer": ListOf(MenuItem)})
Topic = Record(
    {"slug": Slug, "name": Text(20)},
    {"summary": Text(60), "colour": Choice(("seal", "jade", "ochre", "indigo", "plum"))},
)
Audience = Record({"slug": Slug, "name": Text(20)})
Term = Record({"term": Text(30), "explanation": Markdown(frozenset())}, {"also": ListOf(Text(30), most=8)})
