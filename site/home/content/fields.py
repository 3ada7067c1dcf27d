"""A small language for the shape of a content file: each field reads one raw YAML value and reports what is wrong.

Raw values are strings, lists and dictionaries only (see `schema.read_yaml`), so that `9:30` and `no` stay what the
writer wrote. `read` returns the value in its real type, or None after it has reported why it can't.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Protocol

from . import richtext


@dataclass(frozen=True)
class Place:
    """A spot in a content file. Reports go to one shared list of sentences, each `path: spot: reason`."""

    file: str
    errors: list[str] = field(default_factory=list)
    spot: str = ""

    def __truediv__(self, step: str | int) -> "Place":
        """The spot below this one; list positions count from 1, as a person does."""
        if isinstance(step, int):
            return replace(self, spot=f"{self.spot}[{step + 1}]")
        return replace(self, spot=f"{self.spot}.{step}" if self.spot else step)

    def wrong(self, reason: str) -> None:
        """Report `reason` here; gives None, so that a field can return it."""
        self.errors.append(f"{self.file}: {self.spot}: {reason}" if self.spot else f"{self.file}: {reason}")


class Field(Protocol):
    """Anything that reads a raw value at a place."""

    def read(self, raw: Any, at: Place) -> Any: ...


@dataclass(frozen=True)
class Text:
    """Words without markup. `most` and `least` count characters."""

    most: int
    least: int = 1

    def read(self, raw: Any, at: Place) -> str | None:
        if not isinstance(raw, str):
            return at.wrong("应该是一段文字。")
        value = raw.strip()
        if not self.least <= len(value) <= self.most:
            if not value:
                return at.wrong("不能为空。")
            return at.wrong(f"要 {self.least} 到 {self.most} 个字，现在 {len(value)} 个。")
        if "**" in value or "](" in value:
            return at.wrong("这里只能写纯文字，不能用 ** 或链接。")
        return value


@dataclass(frozen=True)
class Markdown:
    """Reduced Markdown, as the content README describes it. `features`: see `richtext.problems`."""

    features: frozenset[str] = richtext.PROSE

    def read(self, raw: Any, at: Place) -> str | None:
        if not isinstance(raw, str):
            return at.wrong("应该是一段文字。")
        value = raw.strip()
        if not value:
            return at.wrong("不能为空。")
        problems = richtext.problems(value, self.features)
        for problem in problems:
            at.wrong(problem)
        return None if problems else value


@dataclass(frozen=True)
class Pattern:
    """A string of a fixed form; `hint` says which."""

    pattern: str
    hint: str

    def read(self, raw: Any, at: Place) -> str | None:
        if not isinstance(raw, str) or not re.fullmatch(self.pattern, raw):
            return at.wrong(f"{self.hint}，现在是“{raw}”。")
        return raw


Slug = Pattern(r"[a-z0-9]+(-[a-z0-9]+)*", "要用小写英文、数字和短横线")


@dataclass(frozen=True)
class Choice:
    """One of some words."""

    words: tuple[str, ...]

    def read(self, raw: Any, at: Place) -> str | None:
        return raw if raw in self.words else at.wrong(f"“{raw}”不在可选的词里：{'、'.join(self.words)}。")


@dataclass(frozen=True)
class Flag:
    """true or false."""

    def read(self, raw: Any, at: Place) -> bool | None:
        return {"true": True, "false": False}[raw] if raw in ("true", "false") else at.wrong("要写 true 或 false。")


@dataclass(frozen=True)
class Integer:
    """A whole number between two bounds, both allowed."""

    low: int
    high: int

    def read(self, raw: Any, at: Place) -> int | None:
        if not isinstance(raw, str) or not raw.isascii() or not raw.isdigit() or not self.low <= int(raw) <= self.high:
            return at.wrong(f"要 {self.low} 到 {self.high} 之间的整数，现在是“{raw}”。")
        return int(raw)


@dataclass(frozen=True)
class Moment:
    """A date (`2026-11-25`), or a date with a time of day in Shanghai (`2026-11-25 14:00`)."""

    form: str
    example: str

    def read(self, raw: Any, at: Place) -> datetime | None:
        try:
            return datetime.strptime(raw, self.form)
        except (TypeError, ValueError):
            return at.wrong(f"日期要写成 {self.example} 这样，现在是“{raw}”。")


@dataclass(frozen=True)
class Day:
    """A date."""

    def read(self, raw: Any, at: Place) -> date | None:
        moment = Moment("%Y-%m-%d", "2026-11-25").read(raw, at)
        return moment and moment.date()


TimeOfDay = Moment("%Y-%m-%d %H:%M", "“2026-12-05 14:00”")


@dataclass(frozen=True)
class ListOf:
    """A list of `item` with `least` to `most` entries."""

    item: Field
    least: int = 1
    most: int = 200

    def read(self, raw: Any, at: Place) -> list | None:
        if not isinstance(raw, list):
            return at.wrong("应该是一个列表。")
        if not self.least <= len(raw) <= self.most:
            at.wrong(f"要 {self.least} 到 {self.most} 项，现在 {len(raw)} 项。")
        return [self.item.read(entry, at / number) for number, entry in enumerate(raw)]


@dataclass(frozen=True)
class Record:
    """Named values. `check(values, at)` runs when every part is sound. Optional values left out are None."""

    required: dict[str, Field]
    optional: dict[str, Field] = field(default_factory=dict)
    check: Callable[[dict, Place], None] | None = None

    def read(self, raw: Any, at: Place) -> dict | None:
        if not isinstance(raw, dict):
            return at.wrong(f"这里要写：{'、'.join(self.required)}。")
        before = len(at.errors)
        fields = self.required | self.optional
        for name in raw.keys() - fields.keys():
            (at / name).wrong(f"不认识这个词；可以用：{'、'.join(fields)}。")
        for name in self.required.keys() - raw.keys():
            at.wrong(f"缺少 {name}。")
        values = {name: fields[name].read(raw[name], at / name) if name in raw else None for name in fields}
        if self.check and len(at.errors) == before:
            self.check(values, at)
        return values


@dataclass(frozen=True)
class Blocks:
    """A body: a list in which each entry has exactly one key, the block's name. Gives (name, value) pairs."""

    kinds: dict[str, Field]

    def read(self, raw: Any, at: Place) -> list[tuple[str, Any]] | None:
        if not isinstance(raw, list) or not raw:
            return at.wrong("应该是一个块的列表，至少一块。")
        found = []
        for number, entry in enumerate(raw):
            here = at / number
            if not isinstance(entry, dict) or len(entry) != 1:
                here.wrong("每一块只写一个块名，后面跟内容。")
                continue
            ((name, value),) = entry.items()
            if name not in self.kinds:
                here.wrong(f"没有“{name}”这种块；可以用：{'、'.join(self.kinds)}。")
                continue
            found.append((name, self.kinds[name].read(value, here / name)))
        return found
