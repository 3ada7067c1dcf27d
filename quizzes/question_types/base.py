"""What every question type does: check a body, show it without its key, read an answer, mark it, say its rule.

A *body* is the part of a question that its type defines, as plain JSON values, key included. A *response* is an answer in the
author's numbering (options are counted from 0 in the order in which they were written); None is no answer. A *raw* answer
is what a browser sends: positions as they were dealt to this person. Types are pure: no database, no clock, no chance.
"""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from fractions import Fraction
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from ..text import tidy

MAX_TEXT = 4000
MAX_ANSWER = 500
SHARE = re.compile(r"-?\d{1,9}(\.\d{1,12}|/0*[1-9]\d{0,8})?")


class InvalidBody(ValueError):
    """A body that cannot be used; `problems` are sentences for its author."""

    def __init__(self, *problems: str):
        super().__init__(" ".join(problems))
        self.problems = problems


class BadResponse(ValueError):
    """An answer that does not fit its question: not a wrong one, an impossible one."""


@dataclass(frozen=True)
class Mark:
    """Points for one question. A case study has one part for each sub-question."""

    points: int
    maximum: int
    parts: tuple["Mark", ...] = ()


@dataclass(frozen=True)
class Choice:
    """One thing that could be answered, for counting: `key` as in `tally`, and whether the key says it is right."""

    key: str
    text: str
    right: bool


@dataclass(frozen=True)
class Deal:
    """How options are laid out for one person: a permutation that follows from a secret seed and stays the same.

    Sorting by a hash needs no generator whose output could change between Python versions, and tells nothing about the seed.
    """

    seed: str
    shuffled: bool = True

    def order(self, count: int, *, always: bool = False) -> list[int]:
        """Return the author's numbers in the order in which they are dealt; `always` ignores that shuffling is off."""
        numbers = list(range(count))
        if not (self.shuffled or always):
            return numbers
        return sorted(numbers, key=lambda number: sha256(f"{self.seed}/{number}".encode()).digest())

    def part(self, number: int) -> "Deal":
        """Return the deal of one part of a case study, or of a second list of the same question."""
        return Deal(f"{self.seed}/part{number}", self.shuffled)


@dataclass(frozen=True)
class Answer:
    """What can be said about a response: lines in the participant's words, and feedback on them."""

    lines: list[str] = field(default_factory=list)
    feedback: list[str] = field(default_factory=list)


class QuestionType(ABC):
    """One type of question. Bodies given to any method but `clean` have passed `clean`."""

    code: str
    label: Any
    icon: str = "help"

    @abstractmethod
    def clean(self, body: dict) -> dict:
        """Return the body in its one canonical form; raise InvalidBody."""

    def check_stem(self, stem: str, body: dict) -> list[str]:
        """Return what is wrong between the stem and the body."""
        return [] if stem else [_("请填写题干。")]

    @abstractmethod
    def present(self, body: dict, deal: Deal) -> dict:
        """Return what a participant may see before answering, laid out by `deal`. Never anything that gives the key away."""

    @abstractmethod
    def read(self, body: dict, raw: Any, deal: Deal) -> Any:
        """Turn a raw answer into a response (None when it is empty); raise BadResponse."""

    @abstractmethod
    def show(self, body: dict, response: Any, deal: Deal) -> Any:
        """Turn a response into the raw answer that gave it."""

    @abstractmethod
    def grade(self, body: dict, response: Any, points: int) -> Mark:
        """Mark a response."""

    @abstractmethod
    def rule(self, body: dict, points: int) -> str:
        """Say in one sentence how points are given."""

    @abstractmethod
    def right_answer(self, body: dict) -> list[str]:
        """Return the right answer in lines for people."""

    @abstractmethod
    def answer(self, body: dict, response: Any) -> Answer:
        """Return a response in lines for people, with its feedback."""

    @abstractmethod
    def choices(self, body: dict) -> list[Choice]:
        """Return everything that `tally` may count."""

    @abstractmethod
    def tally(self, body: dict, response: Any) -> list[str]:
        """Return the keys of `choices` that a response counts for; no answer counts for none."""

    def same(self, body: dict, one: Any, other: Any) -> bool:
        """Whether two responses are the same answer."""
        return one == other

    def searchable(self, body: dict) -> list[str]:
        """Return the body's words, for search and for finding duplicates."""
        return [choice.text for choice in self.choices(body)]

    def full_mark(self, body: dict, points: int) -> Mark:
        """Return the mark of a perfect answer."""
        return Mark(points, points)


def text_of(value: Any, *, what: str, limit: int = MAX_TEXT) -> str:
    """Return a tidy text; raise InvalidBody when there is none or it is too long."""
    words = tidy(str(value)) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
    if not words:
        raise InvalidBody(_("%(what)s是空的。") % {"what": what})
    if len(words) > limit:
        raise InvalidBody(_("%(what)s超过 %(limit)d 个字。") % {"what": what, "limit": limit})
    return words


def weight_of(value: Any) -> Fraction:
    """Return a share of the points, from "1/3", "50%", 0.5 or 1; raise InvalidBody for others and outside −1 … 1."""
    words = str(value).strip()
    number = words.removesuffix("%")
    if not SHARE.fullmatch(number):
        raise InvalidBody(_("分值比例“%(value)s”不是数字。") % {"value": words[:30]})
    share = Fraction(number) / (100 if words.endswith("%") else 1)
    if not -1 <= share <= 1:
        raise InvalidBody(_("分值比例要在 −100%% 到 100%% 之间。"))
    return share


def share_of(points: int, share: Fraction) -> int:
    """Return a share of the points, rounded down to whole points, never below 0."""
    return max(0, int(points * min(share, Fraction(1)))) if share > 0 else 0


def pick_rule(value: Any, allowed: tuple[str, ...]) -> str:
    """Return the scoring rule's code, the first one by default; raise InvalidBody."""
    if value in (None, ""):
        return allowed[0]
    if value not in allowed:
        raise InvalidBody(_("没有“%(value)s”这种计分规则。") % {"value": value})
    return value


def known_fields(body: dict, *names: str) -> None:
    """Raise InvalidBody when the body carries a field that its type does not know."""
    unknown = sorted(set(body) - set(names))
    if unknown:
        raise InvalidBody(_("这种题没有“%(name)s”这一项。") % {"name": "、".join(unknown)})


def entries_of(value: Any, *, what: str, least: int, most: int) -> list:
    """Return a list of the right length; raise InvalidBody."""
    entries = value if isinstance(value, list) else []
    if not least <= len(entries) <= most:
        raise InvalidBody(
            _("%(what)s要有 %(least)d 到 %(most)d 个，现在是 %(count)d 个。")
            % {"what": what, "least": least, "most": most, "count": len(entries)}
        )
    return entries


def position(raw: Any, count: int) -> int:
    """Return a raw position within 0 … count − 1; raise BadResponse."""
    if isinstance(raw, bool) or not isinstance(raw, int) or not 0 <= raw < count:
        raise BadResponse(_("没有这个选项。"))
    return raw


def raw_list(raw: Any, limit: int) -> list:
    """Return a raw list of at most `limit` entries; raise BadResponse."""
    if not isinstance(raw, list) or len(raw) > limit:
        raise BadResponse(_("答案的格式不对。"))
    return raw


def letter(number: int) -> str:
    """Return the letter of an option: 0 → A."""
    return chr(ord("A") + number)
