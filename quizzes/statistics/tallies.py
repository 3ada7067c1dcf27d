"""Exact counts from which every statistic of a quiz follows, kept up to date attempt by attempt.

Scores are whole points. A tally grows with the number of different scores, never with the number of attempts: an item of
at most p points in a paper of at most t points needs no more than (p + 1)(t + 1) cells. Counts are integers, so the
order of adding, removing and merging never shows in a result.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat

BLANK = ""
"""The option key of an item that the participant left blank."""


def _merged[Key](first: Mapping[Key, int], second: Mapping[Key, int]) -> dict[Key, int]:
    """The sum of two counts."""
    return {key: first.get(key, 0) + second.get(key, 0) for key in first.keys() | second.keys()}


@dataclass(frozen=True, slots=True)
class OptionCount:
    """How often one option of an item was chosen; `label` is what a person reads."""

    key: str
    label: str
    count: int
    is_right: bool = False


@dataclass(slots=True)
class ItemTally:
    """Counts of one item.

    `maximum`: points for a full answer. `joint`: {(points for the item, total of the attempt): attempts}.
    `options`: {option key: attempts that chose it}; in a multiple choice one attempt counts for several keys.
    """

    maximum: int
    joint: dict[tuple[int, int], int] = field(default_factory=dict)
    options: dict[str, int] = field(default_factory=dict)

    @property
    def attempts(self) -> int:
        """How many attempts had the item in their paper."""
        return sum(self.joint.values())

    def option_counts(self, labels: Mapping[str, str], right: Collection[str], blank: str = "") -> list[OptionCount]:
        """Every option of `labels` in its order, chosen or not; then the blank answers, labelled `blank`, if any."""
        counts = [OptionCount(key, label, self.options.get(key, 0), key in right) for key, label in labels.items()]
        if self.options.get(BLANK):
            counts.append(OptionCount(BLANK, blank, self.options[BLANK]))
        return counts

    def merge(self, other: "ItemTally") -> "ItemTally":
        """The counts of both. Raises ValueError when the maximum differs."""
        if self.maximum != other.maximum:
            raise ValueError("tallies of different items")
        return ItemTally(self.maximum, _merged(self.joint, other.joint), _merged(self.options, other.options))

    def to_json(self) -> dict:
        """{"maximum": m, "joint": [[points, total, attempts], …], "options": {key: attempts}}, in a fixed order."""
        joint = [[points, total, count] for (points, total), count in sorted(self.joint.items())]
        return {"maximum": self.maximum, "joint": joint, "options": dict(sorted(self.options.items()))}

    @classmethod
    def from_json(cls, data: Mapping) -> "ItemTally":
        joint = {(points, total): count for points, total, count in data["joint"]}
        return cls(data["maximum"], joint, dict(data["options"]))


@dataclass(slots=True)
class QuizTally:
    """Counts of one paper: `totals` {total points: attempts} and one ItemTally per item."""

    items: list[ItemTally]
    totals: dict[int, int] = field(default_factory=dict)

    @classmethod
    def empty(cls, maxima: Sequence[int]) -> "QuizTally":
        """A tally without attempts for items of these maximum points."""
        return cls([ItemTally(maximum) for maximum in maxima])

    @property
    def attempts(self) -> int:
        return sum(self.totals.values())

    @property
    def is_complete(self) -> bool:
        """Whether every attempt had every item; false once items are drawn at random from a larger set."""
        attempts = self.attempts
        return all(item.attempts == attempts for item in self.items)

    def add(self, marks: Sequence[int | None], choices: Sequence[Collection[str]] = ()) -> None:
        """Count one attempt.

        `marks`: points per item, None for an item that this attempt's paper did not have.
        `choices`: chosen option keys per item, `[BLANK]` where left blank, empty for an item without options.
        Raises ValueError when a length differs from the number of items.
        """
        for counts, key in self._cells(marks, choices):
            counts[key] = counts.get(key, 0) + 1

    def remove(self, marks: Sequence[int | None], choices: Sequence[Collection[str]] = ()) -> None:
        """Take one attempt out again, with the marks and choices that it was added with.

        Raises ValueError, and changes nothing, when no such attempt can have been added.
        """
        cells = list(self._cells(marks, choices))
        if any(key not in counts for counts, key in cells):
            raise ValueError("this attempt is not in the tally")
        for counts, key in cells:
            counts[key] -= 1
            if not counts[key]:
                del counts[key]

    def merge(self, other: "QuizTally") -> "QuizTally":
        """A new tally with the attempts of both; associative and commutative. Raises ValueError for different papers."""
        if len(self.items) != len(other.items):
            raise ValueError("tallies of different papers")
        items = [first.merge(second) for first, second in zip(self.items, other.items, strict=True)]
        return QuizTally(items, _merged(self.totals, other.totals))

    def to_json(self) -> dict:
        """{"totals": [[total, attempts], …], "items": [ItemTally.to_json(), …]}; equal tallies give equal JSON."""
        totals = [[total, count] for total, count in sorted(self.totals.items())]
        return {"totals": totals, "items": [item.to_json() for item in self.items]}

    @classmethod
    def from_json(cls, data: Mapping) -> "QuizTally":
        return cls([ItemTally.from_json(item) for item in data["items"]], dict(map(tuple, data["totals"])))

    def _cells(self, marks: Sequence[int | None], choices: Sequence[Collection[str]]) -> Iterator[tuple[dict, object]]:
        """Each (counts, key) that one attempt raises by one; no key comes twice."""
        if len(marks) != len(self.items) or (choices and len(choices) != len(self.items)):
            raise ValueError("one mark and one choice per item expected")
        total = sum(mark for mark in marks if mark is not None)
        yield self.totals, total
        for item, mark, chosen in zip(self.items, marks, choices or repeat(()), strict=False):
            if mark is not None:
                yield item.joint, (mark, total)
                for key in set(chosen):
                    yield item.options, key
