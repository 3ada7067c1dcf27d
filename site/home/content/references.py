"""What one content file says about another: slugs, topics, audiences, links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from . import richtext
from .fields import Place

if TYPE_CHECKING:
    from .schema import Content, PageFile

# Pages that a list of related materials, or the front page's shelf, may name.
MATERIALS = {"course", "lesson", "guide", "chapter", "activity", "comic-series", "comic", "notice", "quiz"}

# Pages that have a cover of their own.
COVERED = MATERIALS - {"notice", "quiz"}


def check(content: Content, errors: list[str]) -> None:
    """Report whatever names something that isn't there, or is there twice."""
    vocabularies = {
        "topics": unique(content.topics, "slug", "topics.yaml", errors),
        "audiences": unique(content.audiences, "slug", "audiences.yaml", errors),
    }
    unique(content.glossary, "term", "glossary.yaml", errors)
    kinds = dict.fromkeys(content.unsound) | {page.slug: page.kind for page in content.pages}
    counts = Counter(page.slug for page in content.pages)
    for page in content.pages:
        at = Place(page.source, errors)
        if counts[page.slug] > 1:
            (at / "slug").wrong(f"“{page.slug}”不止一个文件在用。")
        for name, known in vocabularies.items():
            for slug in page.values.get(name) or []:
                if slug not in known:
                    (at / name).wrong(f"{name}.yaml 里没有“{slug}”。")
        check_links(page, kinds, at)
    for name, items in content.menus.items():
        for number, item in enumerate(items):
            known_page(item["page"], kinds, None, Place("pages/menus.yaml", errors) / name / number / "page")


def unique(entries: list[dict], name: str, file: str, errors: list[str]) -> set[str]:
    """The keys of a vocabulary; doubles are reported."""
    counts = Counter(entry[name] for entry in entries if entry)
    for value, count in counts.items():
        if count > 1:
            Place(file, errors).wrong(f"“{value}”写了两次。")
    return set(counts)


def check_links(page: PageFile, kinds: dict[str, str | None], at: Place) -> None:
    for name, allowed in (("related", MATERIALS), ("featured", MATERIALS), ("activities", {"activity"})):
        for number, slug in enumerate(page.values.get(name) or []):
            known_page(slug, kinds, allowed, at / name / number)
            if slug == page.slug:
                (at / name / number).wrong("不能指向自己。")
    if page.kind == "quiz":
        known_page(page.values["cover"], kinds, COVERED, at / "cover")
        for number, band in enumerate(page.values["bands"] or []):
            for slug in band["lessons"] or []:
                known_page(slug, kinds, MATERIALS, at / "bands" / number / "lessons")
    for text in sorted(set(texts(page.values))):
        for slug in richtext.page_links(text):
            known_page(slug, kinds, None, at)


def known_page(slug: str, kinds: dict[str, str | None], allowed: set[str] | None, at: Place) -> None:
    """Report a slug that no file has, or whose kind is not allowed here. The kind of a refused file is None."""
    if slug not in kinds:
        at.wrong(f"没有链接名是“{slug}”的页面。")
    elif allowed and kinds[slug] and kinds[slug] not in allowed:
        at.wrong(f"“{slug}”是 {kinds[slug]}，不能放在这里。")


def texts(value: Any) -> Iterator[str]:
    """Every string in a checked value that may hold a link."""
    if isinstance(value, str):
        if "](page:" in value:
            yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)
