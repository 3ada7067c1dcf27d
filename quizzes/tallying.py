"""From a marked attempt to what the statistics count of it. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from . import statistics
from .question_types import question_type

# An item: version id, number of the part in a case study or None, points for a full answer.
Item = tuple[int, int | None, int]


@dataclass(frozen=True)
class ItemAnswer:
    """What one attempt contributes to one item."""

    item: Item
    points: int
    choices: list[str]


def item_answers(paper: list, answers: Mapping, marks: list, versions: Mapping[int, Any]) -> Iterator[ItemAnswer]:
    """Yield an attempt's items with its points and choices; voided items count for nothing and are left out."""
    for slot, (version_id, _points) in enumerate(paper):
        version, (points, maximum, parts) = versions[version_id], marks[slot]
        entry = answers.get(str(slot))
        response = entry[0] if entry else None
        if not parts:
            yield from _item((version_id, None, maximum), version.type, version.body, response, points)
            continue
        for number, (part, (earned, full)) in enumerate(zip(version.body["parts"], parts, strict=True)):
            own = None if response is None else response[number]
            yield from _item((version_id, number, full), part["type"], part["body"], own, earned)


def _item(item: Item, type_code: str, body: dict, response: Any, points: int) -> Iterator[ItemAnswer]:
    if item[2]:
        chosen = [statistics.BLANK] if response is None else question_type(type_code).tally(body, response)
        yield ItemAnswer(item, points, chosen)


@dataclass
class Change:
    """What is to be added to (and, negative, taken from) the sums of one quiz."""

    totals: Counter = field(default_factory=Counter)
    joint: dict[Item, Counter] = field(default_factory=dict)
    options: dict[Item, Counter] = field(default_factory=dict)

    def count(self, answers: list[ItemAnswer], total: int, sign: int = 1) -> None:
        """Add an attempt with these items and this total; sign −1 takes it out."""
        self.totals[total] += sign
        for answer in answers:
            self.joint.setdefault(answer.item, Counter())[answer.points, total] += sign
            options = self.options.setdefault(answer.item, Counter())
            for key in set(answer.choices):
                options[key] += sign


def apply_counts(counts: Mapping, change: Mapping) -> dict:
    """Return counts after a change, without zeros; raise ValueError when one would fall below zero."""
    result = dict(counts)
    for key, difference in change.items():
        value = result.pop(key, 0) + difference
        if value < 0:
            raise ValueError("more attempts taken out of the statistics than were in them")
        if value:
            result[key] = value
    return result
