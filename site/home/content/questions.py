"""The shipped questions: read and checked with the other files, then brought into the bank as published questions."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import yaml

from quizzes.exchange.export import latest_first
from quizzes.exchange.writes import Write, Writer
from quizzes.models import Question
from quizzes.models.categories import MAX_LEVELS, SEPARATOR
from quizzes.papers import Candidate, draw_paper
from quizzes.question_data import Picture, QuestionData, from_mapping
from quizzes.question_types import InvalidBody

from .fields import Place
from .ledger import Ledger, digest

if TYPE_CHECKING:
    from .schema import Content, PageFile

FOLDER = "questions"
SHARED = {"category", "topics", "audiences", "checked_on", "lesson"}


@dataclass(frozen=True)
class ShippedQuestion:
    """One question of a file, checked; `art` is the path of its picture below art/, or empty."""

    source: str
    data: QuestionData
    art: str = ""
    alt: str = ""


class Loader(yaml.CSafeLoader):
    """YAML in which only true, false, whole numbers and dates are more than text (12:30, 1.10 and no stay as written), and a
    key that comes twice is an error."""

    yaml_implicit_resolvers: dict = {}

    def construct_mapping(self, node, deep=False):
        names = [key.value for key, _value in node.value]
        for key, _value in node.value:
            if names.count(key.value) > 1:
                raise yaml.constructor.ConstructorError(None, None, f"“{key.value}”写了两次", key.start_mark)
        return super().construct_mapping(node, deep=deep)


for tag, pattern, first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^(?:0|-?[1-9]\d*)$", "-0123456789"),
    ("timestamp", r"^\d{4}-\d\d-\d\d$", "0123456789"),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def read_file(path: Path, at: Place, comics: dict[str, list[dict]]) -> list[ShippedQuestion]:
    """Return the sound questions of a file; what is wrong goes to `at`. `comics`: the panels of every episode by slug."""
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506 - a safe loader with fewer types
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f"第 {mark.line + 1} 行：" if mark else ""
        return at.wrong(f"{line}不是有效的 YAML（{getattr(error, 'problem', None) or error}）。") or []
    if not isinstance(raw, dict) or not isinstance(raw.get("questions"), list):
        return at.wrong("要有 questions，是一个题目的列表。") or []
    for name in raw.keys() - SHARED - {"questions"}:
        (at / str(name)).wrong(f"不认识这个词；可以用：{'、'.join(sorted(SHARED))}、questions。")
    shared = {name: raw[name] for name in SHARED & raw.keys()}
    read = [read_question(entry, shared, at / "questions" / n, comics) for n, entry in enumerate(raw["questions"])]
    return [question for question in read if question]


def read_question(entry: Any, shared: dict, at: Place, comics: dict[str, list[dict]]) -> ShippedQuestion | None:
    if not isinstance(entry, dict):
        return at.wrong("这里要写一道题。")
    before = len(at.errors)
    sound_fields(shared | entry, at)
    if len(at.errors) > before:
        return None
    art, alt = picture_of(entry, at, comics)
    try:
        data = from_mapping(entry, shared).cleaned()
    except InvalidBody as error:
        for problem in error.problems:
            at.wrong(problem)
        return None
    return ShippedQuestion(at.file, data, art, alt)


def sound_fields(values: dict, at: Place) -> None:
    """Report fields of the wrong kind, and what a shipped question must have beyond an imported one."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", str(values.get("code") or "")):
        (at / "code").wrong("要用小写英文、数字和短横线。")
    for name in ("topics", "audiences"):
        if not isinstance(values.get(name), list):
            (at / name).wrong("应该是一个列表。")
    if not isinstance(values.get("checked_on"), date | None):
        (at / "checked_on").wrong("日期要写成 2026-11-25 这样。")
    if not values.get("explanation"):
        (at / "explanation").wrong("要写解析。")
    category = str(values.get("category") or "")
    if not category or category.count(SEPARATOR) >= MAX_LEVELS:
        (at / "category").wrong(f"要写分类，最多 {MAX_LEVELS} 级。")


def picture_of(entry: dict, at: Place, comics: dict[str, list[dict]]) -> tuple[str, str]:
    """The picture of a question: its path below art/ and its description; both empty when it has none."""
    picture, panel = entry.get("picture"), entry.get("panel")
    if picture and panel:
        at.wrong("picture 和 panel 只能写一个。")
    elif picture:
        if isinstance(picture, dict) and picture.keys() == {"art", "alt"} and picture["alt"]:
            return f"pictures/{picture['art']}.webp", str(picture["alt"])
        (at / "picture").wrong("要写 art 和 alt。")
    elif panel:
        found = (
            comics.get(panel.get("comic")) if isinstance(panel, dict) and panel.keys() == {"comic", "number"} else None
        )
        number = panel["number"] if found else 0
        if found and isinstance(number, int) and 1 <= number <= len(found):
            return f"panels/{panel['comic']}/{number:02}.webp", found[number - 1]["alt"]
        (at / "panel").wrong("要写 comic（一话的链接名）和 number（第几格），而且要有这一格。")
    return "", ""


def check_questions(content: "Content", errors: list[str]) -> None:
    """Report what questions name that is not there, or is there twice."""
    words = {
        "topics": {entry["slug"] for entry in content.topics if entry},
        "audiences": {entry["slug"] for entry in content.audiences if entry},
    }
    lessons = {page.slug for page in content.pages} | content.unsound
    seen: set[str] = set()
    for question in content.questions:
        at = Place(question.source, errors, question.data.code)
        if question.data.code in seen:
            at.wrong("编号用了不止一次。")
        seen.add(question.data.code)
        for name, known in words.items():
            for slug in set(getattr(question.data, name)) - known:
                (at / name).wrong(f"{name}.yaml 里没有“{slug}”。")
        if question.data.lesson and question.data.lesson not in lessons:
            (at / "lesson").wrong(f"没有链接名是“{question.data.lesson}”的页面。")
        if question.art and not (content.root / "art" / question.art).exists():
            at.wrong(f"没有 art/{question.art} 这张图。")


def check_papers(content: "Content", errors: list[str]) -> None:
    """Report quizzes whose papers the shipped questions cannot fill."""
    for page in content.of_kind("quiz"):
        at = Place(page.source, errors) / "paper"
        pools = paper_pools(page, content.questions, at)
        if all(pools) and draw_paper(pools, Random(0)) is None:  # noqa: S311 - only whether there is one
            at.wrong("各项的题目有重叠，凑不齐不重复的一份试卷。")


def paper_pools(page: "PageFile", questions: list[ShippedQuestion], at: Place) -> list[list[Candidate]]:
    """What may stand in each slot, by the questions' places in the list."""
    pools: list[list[Candidate]] = []
    for number, entry in enumerate(page.values["paper"]):
        fitting = [
            Candidate(place, place, 1) for place, question in enumerate(questions) if is_wanted(question.data, entry)
        ]
        count = entry["draw"] or 1
        if len(fitting) < count:
            (at / number).wrong(f"要 {count} 道题，题库里只有 {len(fitting)} 道合适的。")
        pools += [fitting] * count
    return pools


def is_wanted(question: QuestionData, entry: dict) -> bool:
    """Whether an entry of a paper would take this question."""
    if entry["question"]:
        return question.code == entry["question"]
    category = entry["category"]
    return (
        (not category or f"{question.category}{SEPARATOR}".startswith(f"{category}{SEPARATOR}"))
        and (not entry["topic"] or entry["topic"] in question.topics)
        and (not entry["audience"] or entry["audience"] in question.audiences)
        and entry["type"] in (None, question.type)
        and entry["difficulty"] in (None, question.difficulty)
    )


@dataclass
class BankOutcome:
    """What a load did to the bank, in numbers."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: int = 0


def load_questions(content: "Content", ledger: Ledger, now: datetime) -> BankOutcome:
    """Bring the bank up to date with the shipped questions, published. What an editor has touched or deleted is left alone.

    Inside a transaction; lessons and pictures must be there.
    """
    outcome, writes = BankOutcome(), []
    entries = {question.data.code: ledger.get(key_of(question)) for question in content.questions}
    codes = latest_first(Question.objects.filter(code__in=entries)).select_related("current")
    standing = {question.pk: question for question in codes}
    taken = {question.code for question in standing.values()}
    for shipped in content.questions:
        data, entry = with_picture(shipped, content.root), entries[shipped.data.code]
        state = digest(state_of(data))
        question = standing.get(entry.pk) if entry else None
        if entry is None and data.code not in taken:
            writes.append((shipped, state, Write(data)))
            outcome.created += 1
        elif question is None or left(question) != entry.left:
            outcome.kept += 1
        elif state == entry.state:
            outcome.unchanged += 1
        else:
            writes.append((shipped, state, Write(data, question)))
            outcome.updated += 1
    written = Writer(publish=True, user=None, now=now, files=[]).write([write for _shipped, _state, write in writes])
    for (shipped, state, _write), question in zip(writes, written, strict=True):
        ledger.loaded(key_of(shipped), question, state, left(question))
    return outcome


def key_of(question: ShippedQuestion) -> str:
    return f"question/{question.data.code}"


def left(question: Question) -> str:
    """A digest by which an editor's later change shows."""
    return digest([question.latest_revision_id, question.live])


def with_picture(question: ShippedQuestion, root: Path) -> QuestionData:
    """The question's data with the bytes of its picture, as the loaded library keeps them."""
    if not question.art:
        return question.data
    content = (root / "art" / question.art).read_bytes()
    return replace(question.data, picture=Picture(question.art.replace("/", "-"), content, question.alt))


def state_of(data: QuestionData) -> dict:
    """What a question says, as plain values."""
    values = dict(vars(data))
    if data.picture:
        values["picture"] = [hashlib.sha256(data.picture.content).hexdigest(), data.picture.alt]
    return values
