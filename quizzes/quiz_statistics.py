"""The statistics of one quiz, ready to show: from the sums that the worker keeps, never from the attempts."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from django.db.models import Q
from django.utils.translation import gettext as _

from . import statistics
from .models import Attempt, ItemTally, QuestionVersion, QuizPage, QuizTally
from .question_types import question_type
from .text import plain


@dataclass(frozen=True)
class ItemReport:
    """One item: `label` names it in tables, `options` counts what was answered, `flags` say what is weak, worst first."""

    tally_id: int
    label: str
    version: QuestionVersion
    part: int | None
    stem: str
    type: str
    figures: statistics.ItemStatistics
    options: list[statistics.OptionCount]
    flags: list[statistics.Flag]


@dataclass(frozen=True)
class QuizReport:
    """`table` is what screen, CSV and Excel show; `waiting` counts ended attempts that the worker has not added yet (at most 1,000)."""

    quiz: QuizPage
    tally: statistics.QuizTally
    figures: statistics.QuizStatistics
    items: list[ItemReport]
    table: statistics.ResultTable
    updated_at: datetime | None
    waiting: int


def statistics_of(quiz: QuizPage) -> QuizReport:
    """Return the report of a quiz: four queries, whatever the number of attempts."""
    kept = QuizTally.objects.filter(quiz=quiz).first()
    rows = list(
        ItemTally.objects.filter(quiz=quiz).select_related("version__question").order_by("version", "part", "pk")
    )
    pairs = [(row, statistics.ItemTally.from_json(row.data)) for row in rows]
    pairs = [(row, tally) for row, tally in pairs if tally.attempts]
    places = _places(quiz)
    pairs.sort(
        key=lambda pair: (places.get(pair[0].version.question_id, len(places)), pair[0].version_id, pair[0].part or 0)
    )
    tally = statistics.QuizTally([tally for _row, tally in pairs])
    if kept is not None:
        tally.totals = statistics.QuizTally.from_json(kept.data).totals
    full = max((maximum for maximum in _paper_maxima(quiz)), default=None)
    guesses = [_guess(*_item_of(row)) for row, _tally in pairs]
    figures = statistics.item_statistics(tally, guesses=guesses, paper_maximum=full)
    items = [
        _report(number, row, counts, figure)
        for number, ((row, counts), figure) in enumerate(zip(pairs, figures, strict=True), 1)
    ]
    overall = statistics.quiz_statistics(tally, paper_maximum=full)
    waiting = Attempt.objects.filter(~Q(status=Attempt.Status.STARTED), quiz=quiz, tallied=False)[:1000].count()
    return QuizReport(
        quiz,
        tally,
        overall,
        items,
        statistics.result_table(figures, overall, [item.label for item in items]),
        kept.updated_at if kept else None,
        waiting,
    )


def _places(quiz: QuizPage) -> dict[int, int]:
    """The place of each fixed question in the paper."""
    return {
        block["value"]["question"]: number
        for number, block in enumerate(quiz.paper.get_prep_value())
        if block["type"] == "fixed"
    }


def _paper_maxima(quiz: QuizPage) -> list[int]:
    """The maximum of the latest attempt: what a full paper is worth."""
    return list(Attempt.objects.filter(quiz=quiz).order_by("-started_at").values_list("maximum", flat=True)[:1])


def _item_of(row: ItemTally) -> tuple[str, dict]:
    version = row.version
    if row.part is None:
        return version.type, version.body
    part = version.body["parts"][row.part]
    return part["type"], part["body"]


def _guess(type_code: str, body: dict) -> Fraction | None:
    """The share of the points that a blind guess earns, where that is plain."""
    if type_code == "single_choice":
        return Fraction(1, len(body["options"]))
    return Fraction(1, 2) if type_code == "true_false" else None


def _report(number: int, row: ItemTally, tally: statistics.ItemTally, figures: statistics.ItemStatistics) -> ItemReport:
    type_code, body = _item_of(row)
    choices = question_type(type_code).choices(body)
    options = tally.option_counts(
        {choice.key: plain(choice.text) for choice in choices},
        {choice.key for choice in choices if choice.right},
        _("未作答"),
    )
    # Wrong places of an ordering and single blanks are no distractors that people choose between.
    distractors = options if type_code in {"single_choice", "multiple_choice", "true_false"} else []
    stem = row.version.stem if row.part is None else row.version.body["parts"][row.part]["stem"]
    words = plain(stem).replace("\n", " ")
    part = "" if row.part is None else f" ({row.part + 1})"
    label = f"{number}{part} {words if len(words) <= 24 else words[:23] + '…'}"
    return ItemReport(
        row.pk,
        label,
        row.version,
        row.part,
        stem,
        type_code,
        figures,
        options,
        statistics.item_flags(figures, distractors),
    )
