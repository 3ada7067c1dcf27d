"""Marking an attempt: pure, from versions, responses and the re-grades that hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .question_types import Mark, question_type


@dataclass(frozen=True)
class Adjustment:
    """A re-grade as grading needs it: kind is a Regrade.Kind, part and response as there."""

    kind: str
    part: int | None = None
    response: Any = None


def mark_question(
    type_code: str, body: dict, response: Any, points: int, adjustments: Iterable[Adjustment] = ()
) -> Mark:
    """Mark one question. Later adjustments win over earlier ones; parts of a case study are adjusted on their own."""
    kind = question_type(type_code)
    adjustments = list(adjustments)
    whole = [a for a in adjustments if a.part is None]
    inner = [a for a in adjustments if a.part is not None]
    mark = kind.grade(body, response, points)
    if inner and mark.parts:
        parts = []
        for number, (part, own) in enumerate(zip(body["parts"], mark.parts, strict=True)):
            entry = None if response is None else response[number]
            here = [Adjustment(a.kind, None, a.response) for a in inner if a.part == number]
            parts.append(mark_question(part["type"], part["body"], entry, own.maximum, here) if here else own)
        mark = Mark(sum(p.points for p in parts), sum(p.maximum for p in parts), tuple(parts))
    for adjustment in whole:
        mark = _adjust(kind, body, response, points, mark, adjustment)
    return mark


def _adjust(kind, body: dict, response: Any, points: int, mark: Mark, adjustment: Adjustment) -> Mark:
    full = kind.full_mark(body, points)
    if adjustment.kind == "void":
        return Mark(0, 0, tuple(Mark(0, 0) for _part in mark.parts))
    if adjustment.kind == "full":
        return full
    if response is not None and kind.same(body, response, adjustment.response):
        return full
    if adjustment.kind == "replace":
        return Mark(0, full.maximum, tuple(Mark(0, part.maximum) for part in full.parts))
    return mark


def mark_paper(
    paper: list, answers: Mapping, versions: Mapping[int, Any], adjustments: Mapping[int, list[Adjustment]]
) -> list[Mark]:
    """Mark every slot of a paper ([[version id, points], …]) from the stored answers ({slot: [response, …]})."""
    marks = []
    for slot, (version_id, points) in enumerate(paper):
        version = versions[version_id]
        entry = answers.get(str(slot))
        marks.append(
            mark_question(
                version.type, version.body, entry[0] if entry else None, points, adjustments.get(version_id, ())
            )
        )
    return marks


def store_mark(mark: Mark) -> list:
    """Return a mark as plain JSON: [points, maximum, parts]."""
    return [mark.points, mark.maximum, [[part.points, part.maximum] for part in mark.parts]]
