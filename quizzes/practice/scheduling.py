"""Practice without a database: what a question put before somebody carries with it, when it comes up again, and days.

An *exposition* is one showing of one question. Its token goes to the browser with the question and comes back with the answer,
so nothing has to be stored while somebody thinks. The token is signed and says which version was shown, in which mode, when, and
the name of the deal; the deal's seed follows from that name by a keyed hash, so the order of options cannot be traced back.

An exposition counts once: an answer counts unless this person has answered this version since it was shown (see actions/practice.py).
A token needs no end: what was answered stays answered, and whoever takes a week to think may take it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.core import signing
from django.utils import timezone
from django.utils.crypto import salted_hmac
from fsrs import Card, Rating, Scheduler

from ..errors import QuizError
from ..people import Person
from ..question_types import Deal, Mark

_SALT = "quizzes.practice.scheduling"
# Right answers in a row until a question leaves the book of wrong answers and counts as mastered.
RIGHT_ENOUGH = 2
# What was just answered rests this long before it comes up again, even when nothing else is left.
REST = timedelta(minutes=5)

# Steps of minutes suit an evening with flash cards. Here a question comes up again after days, and everything is due at the
# same moment on every machine: no fuzz.
SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=365, enable_fuzzing=False)


@dataclass(frozen=True)
class Exposition:
    """One showing of a version in a mode (PracticeAnswer.Mode). `deal_name` is public, the seed behind it is not."""

    version_id: int
    mode: str
    deal_name: str
    shown_at: datetime

    @property
    def deal(self) -> Deal:
        return Deal(salted_hmac(f"{_SALT}.deal", f"{self.version_id}/{self.deal_name}", algorithm="sha256").hexdigest())

    @property
    def token(self) -> str:
        """The exposition as a signed text, safe in a form field."""
        microseconds = (self.shown_at - datetime.fromtimestamp(0, UTC)) // timedelta(microseconds=1)
        return signing.Signer(salt=_SALT).sign_object([self.version_id, self.mode, self.deal_name, microseconds])


def exposition_of(version_id: int, mode: str, person: Person | None, now: datetime) -> Exposition:
    """Return the showing of a version to a person: for one person the options lie the same all day (`now` is any aware time)."""
    name = salted_hmac(f"{_SALT}.name", f"{person}/{version_id}/{day_of(now)}", algorithm="sha256").hexdigest()[:16]
    return Exposition(version_id, mode, name, now)


def read_token(token: str) -> Exposition:
    """Return the exposition of a token; raise QuizError invalid_request when it is not one of ours."""
    try:
        version_id, mode, name, microseconds = signing.Signer(salt=_SALT).unsign_object(token)
    except (signing.BadSignature, TypeError, ValueError) as error:
        raise QuizError("invalid_request") from error
    return Exposition(version_id, mode, name, datetime.fromtimestamp(0, UTC) + timedelta(microseconds=microseconds))


def chance_of(*parts: object) -> float:
    """Return a number in [0, 1) that follows from the parts: the same parts give the same number, nobody else can tell it."""
    digest = salted_hmac(f"{_SALT}.chance", "/".join(map(str, parts)), algorithm="sha256").digest()
    return int.from_bytes(digest[:6]) / 2**48


def rating_of(mark: Mark) -> Rating:
    """Return how well a question (worth something) was remembered: full marks Good, a part of them Hard, nothing Again."""
    if mark.points == mark.maximum:
        return Rating.Good
    return Rating.Hard if mark.points else Rating.Again


def reviewed(card: dict | None, *, question_id: int, rating: Rating, at: datetime) -> tuple[dict, datetime]:
    """Return the scheduler's card after an answer, and when the question is due again. `card` is None the first time."""
    at = at.astimezone(UTC)
    before = Card.from_dict(card) if card else Card(card_id=question_id, due=at)
    after, _log = SCHEDULER.review_card(before, rating, at)
    return dict(after.to_dict()), after.due


def day_of(moment: datetime) -> date:
    """Return the day in the site's time zone."""
    return timezone.localdate(moment, timezone.get_default_timezone())


def day_start(day: date) -> datetime:
    """Return the first moment of a day in the site's time zone."""
    return datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())


def streak_of(days: Iterable[date], today: date) -> int:
    """Return how many days in a row end today, or yesterday as long as today is still to come."""
    done = set(days)
    day = today if today in done else today - timedelta(days=1)
    length = 0
    while day in done:
        length, day = length + 1, day - timedelta(days=1)
    return length
