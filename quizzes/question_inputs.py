"""The controls of one question, ready to be written as HTML: what `quizzes/question_inputs.html` draws.

Names of form fields, for the prefix `q3` (read back by answer_forms.py):

    one choice, true or false, number      q3
    several choices                        q3, once for each box
    blanks                                 q3-0, q3-1, … as they stand in the stem
    ordering                               q3-0, q3-1, … the place (from 1) of each item as dealt
    matching                               q3-0, q3-1, … the position of the right side for each left side as dealt
    case study                             q3.0, q3.1, … the prefixes of its parts

Values are positions as they were dealt to this person; nothing here comes from the key.
"""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from .question_types.base import MAX_ANSWER, letter
from .question_types.numeric import MAX_INPUT
from .sheets import ShownQuestion
from .text import BLANK


@dataclass(frozen=True)
class Option:
    """One thing to choose. `value` is what the form sends."""

    value: str
    text: str
    chosen: bool
    letter: str = ""


@dataclass(frozen=True)
class TextField:
    """A field to write in. `number` counts the blanks of a question from 1."""

    name: str
    value: str
    limit: int
    number: int = 1
    alone: bool = True


@dataclass(frozen=True)
class Piece:
    """A stretch of a stem, and the blank that follows it (None after the last one)."""

    text: str
    blank: TextField | None


@dataclass(frozen=True)
class Row:
    """One line with its own choice: an item to be put in order, or a left side to be matched."""

    name: str
    text: str
    position: int
    options: list[Option]
    place: int | None = None


@dataclass(frozen=True)
class Input:
    """The controls of a question, or of one part of a case study (`part` counts from 1 and is None for a whole question)."""

    type: str
    field: str
    stem: str
    locked: bool
    part: int | None = None
    points: int = 0
    options: list[Option] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    text: TextField | None = None
    units: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    parts: list["Input"] = field(default_factory=list)

    @property
    def template(self) -> str:
        return f"quizzes/types/{self.type}.html"


def input_of(question: ShownQuestion, prefix: str) -> Input:
    """Return the controls of a question whose form fields begin with `prefix`."""
    if question.type != "case_study":
        controls = CONTROLS[question.type](question.presented, question.raw, prefix, question.stem)
        return Input(question.type, prefix, question.stem, question.locked, points=question.points, **controls)
    raws = question.raw or [None] * len(question.presented["parts"])
    parts = [
        Input(
            part["type"],
            part_field(prefix, number),
            part["stem"],
            question.locked,
            part=number + 1,
            points=part["points"],
            **CONTROLS[part["type"]](part, raw, part_field(prefix, number), part["stem"]),
        )
        for number, (part, raw) in enumerate(zip(question.presented["parts"], raws, strict=True))
    ]
    return Input(question.type, prefix, question.stem, question.locked, points=question.points, parts=parts)


def part_field(prefix: str, number: int) -> str:
    """Return the prefix of one part of a case study."""
    return f"{prefix}.{number}"


def row_field(prefix: str, number: int) -> str:
    """Return the name of one blank, item or left side."""
    return f"{prefix}-{number}"


def _single_choice(presented: dict, raw: Any, prefix: str, stem: str) -> dict:
    return _options(presented, [] if raw is None else [raw])


def _multiple_choice(presented: dict, raw: Any, prefix: str, stem: str) -> dict:
    return _options(presented, raw or [])


def _options(presented: dict, chosen: list[int]) -> dict:
    return {
        "options": [
            Option(str(number), option["text"], number in chosen, letter(number))
            for number, option in enumerate(presented["options"])
        ]
    }


def _true_false(presented: dict, raw: Any, prefix: str, stem: str) -> dict:
    return {"options": [Option("true", _("对"), raw is True), Option("false", _("错"), raw is False)]}


def _fill_in(presented: dict, raw: Any, prefix: str, stem: str) -> dict:
    count = presented["blanks"]
    words = raw or [""] * count
    blanks = [TextField(row_field(prefix, n), words[n], MAX_ANSWER, n + 1, count == 1) for n in range(count)]
    # A single blank that the stem does not mark stands after it.
    texts = stem.split(BLANK) if BLANK in stem else [stem, ""]
    return {"pieces": [Piece(text, blank) for text, blank in zip(texts, [*blanks, None], strict=True)]}


def _numeric(presented: dict, raw: Any, prefix: str, stem: str) -> dict:
    return {"text": TextField(prefix, raw or "", MAX_INPUT), "units": presented["units"]}


def _ordering(presented: dict, raw: Any, prefix: str, stem: str) -> dict:
    """Items in the order given, the others after them as dealt."""
    items, given = presented["items"], raw or []
    rows = []
    for position in [*given, *(n for n in range(len(items)) if n not in given)]:
        place = given.index(position) + 1 if position in given else None
        options = [Option(str(n), str(n), n == place) for n in range(1, len(items) + 1)]
        rows.append(Row(row_field(prefix, position), items[position], position, options, place))
    return {"rows": rows}


def _matching(presented: dict, raw: Any, prefix: str, stem: str) -> dict:
    given = raw or [None] * len(presented["left"])
    rights = [Option(str(n), text, False, letter(n)) for n, text in enumerate(presented["right"])]
    rows = [
        Row(
            row_field(prefix, position),
            left,
            position,
            [Option(o.value, o.text, o.value == str(given[position]), o.letter) for o in rights],
        )
        for position, left in enumerate(presented["left"])
    ]
    return {"rows": rows, "options": rights}


CONTROLS = {
    "single_choice": _single_choice,
    "multiple_choice": _multiple_choice,
    "true_false": _true_false,
    "fill_in": _fill_in,
    "numeric": _numeric,
    "ordering": _ordering,
    "matching": _matching,
}
