"""Reads and checks every content file before anything is written. All errors come at once, each `path: reason`."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from . import page_fields, references
from .fields import Field, ListOf, Place
from .questions import FOLDER, ShippedQuestion, check_papers, check_questions, read_file


class ContentError(Exception):
    """Files that break a rule. `errors`: sentences `path: spot: reason`."""

    def __init__(self, errors: list[str]):
        super().__init__("\n".join(errors))
        self.errors = errors


@dataclass(frozen=True)
class PageFile:
    """One page to be. `parent` is the slug of the page it stands under; None for the front page."""

    source: str
    kind: str
    parent: str | None
    values: dict[str, Any]

    @property
    def slug(self) -> str:
        return self.values["slug"]


@dataclass
class Content:
    """Everything in the content folder, checked. `pages` come in reading order, parents before children."""

    root: Path
    topics: list[dict] = field(default_factory=list)
    audiences: list[dict] = field(default_factory=list)
    glossary: list[dict] = field(default_factory=list)
    menus: dict[str, list[dict]] = field(default_factory=dict)
    pages: list[PageFile] = field(default_factory=list)
    questions: list[ShippedQuestion] = field(default_factory=list)
    # Slugs, going by their names, of files that are refused: a link to one of them is not a second mistake.
    unsound: set[str] = field(default_factory=set)

    def of_kind(self, *kinds: str) -> list[PageFile]:
        return [page for page in self.pages if page.kind in kinds]


class Loader(yaml.CBaseLoader):
    """YAML in which every scalar stays a string, and a key that comes twice is an error."""

    def construct_mapping(self, node, deep=False):
        names = [key.value for key, _value in node.value]
        for key, _value in node.value:
            if names.count(key.value) > 1:
                raise yaml.constructor.ConstructorError(None, None, f"“{key.value}”写了两次", key.start_mark)
        return super().construct_mapping(node, deep=deep)


def read_yaml(path: Path, at: Place) -> Any:
    """The raw value of a file: strings, lists and dictionaries only. None after a reported error."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506 - builds nothing but strings
    except FileNotFoundError:
        return at.wrong("没有这个文件。")
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f"第 {mark.line + 1} 行：" if mark else ""
        return at.wrong(f"{line}不是有效的 YAML（{getattr(error, 'problem', None) or error}）。")


# Folders of folders: the file that describes the folder, its kind of page, the kind of the numbered files beside it.
NESTED = {
    "courses": ("course.yaml", "course", "lesson"),
    "guides": ("guide.yaml", "guide", "chapter"),
    "comics": ("series.yaml", "comic-series", "comic"),
}
# Folders of single pages, and the word in front of the slug in a file's name.
FLAT = {"activities": "activity", "notices": "notice", "quizzes": "quiz"}
VOCABULARIES = {
    "topics": page_fields.Topic,
    "audiences": page_fields.Audience,
    "glossary": page_fields.Term,
}
PAGES_FOLDER = "pages"
SITE_FILES = {"home.yaml", "sections.yaml", "menus.yaml"}


def read_content(root: Path) -> Content:
    """Read and check every file under `root`. Raises ContentError with every sentence there is to say."""
    reading = Reading(Content(root), [])
    reading.vocabularies()
    reading.frame()
    for folder, layout in NESTED.items():
        reading.nested(folder, *layout)
    for folder, kind in FLAT.items():
        reading.flat(folder, kind)
    reading.questions()
    reading.strays()
    references.check(reading.content, reading.errors)
    check_questions(reading.content, reading.errors)
    check_papers(reading.content, reading.errors)
    if reading.errors:
        raise ContentError(list(dict.fromkeys(reading.errors)))
    return reading.content


@dataclass
class Reading:
    """One pass over the folder: fills `content` with what is sound, `errors` with what is not."""

    content: Content
    errors: list[str]
    seen: set[Path] = field(default_factory=set)

    def place(self, path: Path) -> Place:
        return Place(path.relative_to(self.content.root).as_posix(), self.errors)

    def read(self, path: Path, shape: Field, *, missing: Any = None) -> Any:
        """The checked value of a file; `missing`, when given, stands for a file that need not exist."""
        self.seen.add(path)
        if missing is not None and not path.exists():
            return missing
        at = self.place(path)
        before = len(self.errors)
        raw = read_yaml(path, at)
        return None if len(self.errors) > before else shape.read(raw, at)

    def add(self, path: Path, kind: str, parent: str | None) -> PageFile | None:
        """Read one page file and keep it when it is sound."""
        before = len(self.errors)
        values = self.read(path, page_fields.PAGES[kind])
        if len(self.errors) > before:
            self.content.unsound.add(path.stem.lstrip("0123456789-"))
            return None
        page = PageFile(self.place(path).file, kind, parent, values)
        self.content.pages.append(page)
        return page

    def vocabularies(self) -> None:
        for name, shape in VOCABULARIES.items():
            optional = [] if name == "glossary" else None
            values = self.read(self.content.root / f"{name}.yaml", ListOf(shape, least=0, most=500), missing=optional)
            setattr(self.content, name, values or [])

    def frame(self) -> None:
        """The front page, the sections below it, the plain pages and the menus."""
        folder = self.content.root / PAGES_FOLDER
        home = self.add(folder / "home.yaml", "home", None)
        top = home.slug if home else "home"
        sections = folder / "sections.yaml"
        for number, values in enumerate(self.read(sections, ListOf(page_fields.PAGES["section"])) or []):
            if values and all(values.values()):
                source = f"{self.place(sections).file}[{number + 1}]"
                self.content.pages.append(PageFile(source, "section", top, values))
        for path in sorted(folder.glob("*.yaml")):
            if path.name not in SITE_FILES:
                page = self.add(path, "plain", top)
                self.named(path, path.stem, page)
        self.content.menus = self.read(folder / "menus.yaml", page_fields.Menus) or {}

    def section(self, lists: str) -> str:
        """The slug of the section that lists a folder's pages."""
        found = (page.slug for page in self.content.of_kind("section") if page.values["lists"] == lists)
        return next(found, lists)

    def nested(self, folder: str, index: str, kind: str, child_kind: str) -> None:
        for group in sorted(path for path in (self.content.root / folder).glob("*") if path.is_dir()):
            parent = self.add(group / index, kind, self.section(folder))
            for path in sorted(group.glob("*.yaml")):
                if path.name != index:
                    # A broken folder file must not hide what is wrong with the files beside it.
                    page = self.add(path, child_kind, parent.slug if parent else group.name)
                    number, _dash, rest = path.stem.partition("-")
                    self.named(path, rest if number.isdigit() else "", page, before="01-")

    def flat(self, folder: str, kind: str) -> None:
        for path in sorted((self.content.root / folder).glob("*.yaml")):
            page = self.add(path, kind, self.section(folder))
            if kind != "notice":
                self.named(path, path.stem, page)
            elif page:
                self.named(path, path.stem.removeprefix(f"{page.values['date']}-"), page, before="日期-")

    def questions(self) -> None:
        """The question bank, in the order of the files' names."""
        comics = {page.slug: page.values["panels"] for page in self.content.of_kind("comic")}
        for path in sorted((self.content.root / FOLDER).glob("*.yaml")):
            self.seen.add(path)
            self.content.questions += read_file(path, self.place(path), comics)

    def named(self, path: Path, slug: str, page: PageFile | None, before: str = "") -> None:
        """A file's name says its slug, so that one is found by the other."""
        if page and page.slug != slug:
            self.place(path).wrong(f"文件名应该是 {before}{page.slug}.yaml。")

    def strays(self) -> None:
        """Files that no page would be made of."""
        for path in sorted(self.content.root.rglob("*.y*ml")):
            if path not in self.seen:
                self.place(path).wrong("放错了地方，或者扩展名不是 .yaml：没有页面会用到它。")
