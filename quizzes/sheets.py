"""What a participant sees of a running attempt: questions as dealt, and the answers saved so far. Nothing of the key.

Web pages, the API and previews all show this.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any

from media.models import LibraryImage

from .actions.attempts import GIVEN, LOCKED, RESPONSE, deal_of
from .models import Attempt, QuestionVersion
from .question_types import Deal
from .versions import versions_by_id


@dataclass(frozen=True)
class ShownQuestion:
    """One question as it is put before somebody.

    `presented` is what its type presents (options, items, …); a case study has `presented["parts"]`. `raw` is the saved answer
    as the browser sent it. `picture` is None or a library image with its renditions fetched.
    """

    slot: int
    type: str
    type_label: str
    stem: str
    picture: LibraryImage | None
    picture_alt: str
    points: int
    rule: str
    presented: dict
    raw: Any = None
    locked: bool = False

    @property
    def number(self) -> int:
        """The slot as people count it."""
        return self.slot + 1

    @property
    def is_answered(self) -> bool:
        return self.raw is not None


@dataclass(frozen=True)
class Sheet:
    """A running attempt. `seconds_left` is None without a time limit."""

    attempt: Attempt
    questions: list[ShownQuestion]
    seconds_left: int | None

    @property
    def answered(self) -> int:
        return sum(question.is_answered for question in self.questions)


def show_question(
    version: QuestionVersion,
    deal: Deal,
    *,
    slot: int = 0,
    points: int | None = None,
    response: Any = None,
    locked: bool = False,
    pictures: dict[int, LibraryImage] | None = None,
) -> ShownQuestion:
    """Lay out one version for one person."""
    kind, worth = version.kind, version.full_points if points is None else points
    return ShownQuestion(
        slot=slot,
        type=version.type,
        type_label=str(kind.label),
        stem=version.stem,
        picture=(pictures or {}).get(version.picture_id),
        picture_alt=version.picture_alt,
        points=worth,
        rule=kind.rule(version.body, worth),
        presented=kind.present(version.body, deal),
        raw=kind.show(version.body, response, deal),
        locked=locked,
    )


def pictures_of(versions) -> dict[int, LibraryImage]:
    """Return the pictures of some versions with their renditions; no query when there are none."""
    ids = {version.picture_id for version in versions if version.picture_id}
    return {p.pk: p for p in LibraryImage.objects.filter(pk__in=ids).prefetch_related("renditions")} if ids else {}


def sheet_of(attempt: Attempt, now: datetime) -> Sheet:
    """Return the sheet of an attempt: at most three queries, whatever its length."""
    versions = versions_by_id(version_id for version_id, _points in attempt.paper)
    pictures = pictures_of(versions.values())
    questions = []
    for slot, (version_id, points) in enumerate(attempt.paper):
        entry = attempt.answers.get(str(slot), [])
        questions.append(
            show_question(
                versions[version_id],
                deal_of(attempt, slot),
                slot=slot,
                points=points,
                response=entry[RESPONSE] if entry else None,
                locked=is_locked(attempt, slot),
                pictures=pictures,
            )
        )
    return Sheet(attempt, questions, seconds_left(attempt, now))


def seconds_left(attempt: Attempt, now: datetime) -> int | None:
    """Return the whole seconds until the deadline, rounded up, never below 0; None without a time limit."""
    return None if attempt.deadline is None else max(0, ceil((attempt.deadline - now).total_seconds()))


def elapsed_ms(attempt: Attempt, now: datetime) -> int:
    """Return the milliseconds since the start: the clock by which a browser says when an answer was given."""
    return int((now - attempt.started_at).total_seconds() * 1000)


def last_given_ms(attempt: Attempt) -> int:
    """Return when the latest saved answer was given, in milliseconds since the start; 0 without any."""
    return max((entry[GIVEN] for entry in attempt.answers.values()), default=0)


def raw_answers(attempt: Attempt, slots: Iterable[int]) -> dict[int, Any]:
    """Return the saved answers of some slots as the browser sends them; None where there is none."""
    wanted = {slot: attempt.answers.get(str(slot), [None])[RESPONSE] for slot in slots}
    versions = versions_by_id(attempt.paper[slot][0] for slot in wanted)
    raws = {}
    for slot, response in wanted.items():
        version = versions[attempt.paper[slot][0]]
        raws[slot] = version.kind.show(version.body, response, deal_of(attempt, slot))
    return raws


def is_locked(attempt: Attempt, slot: int) -> bool:
    """Whether the answer was checked during the attempt and stays as it is."""
    return attempt.answers.get(str(slot), [])[LOCKED:] == [True]
