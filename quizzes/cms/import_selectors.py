"""What there is to know of imports, in a fixed number of queries."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from ..models import Category, ImportRow, QuestionImport

Verdict = ImportRow.Verdict
SKIPPED = (Verdict.UNCHANGED, Verdict.DUPLICATE)
NOT_TAKEN = (Verdict.REFUSED, Verdict.UNSUPPORTED)


@dataclass(frozen=True)
class Counts:
    """How many rows of an import have which fate (planned, or real once it is done)."""

    created: int = 0
    updated: int = 0
    skipped: int = 0
    refused: int = 0

    @property
    def total(self) -> int:
        return self.created + self.updated + self.skipped + self.refused

    @property
    def written(self) -> int:
        return self.created + self.updated


def counts_of_verdicts(verdicts: Counter) -> Counts:
    return Counts(
        created=verdicts[Verdict.CREATE],
        updated=verdicts[Verdict.UPDATE],
        skipped=sum(verdicts[verdict] for verdict in SKIPPED),
        refused=sum(verdicts[verdict] for verdict in NOT_TAKEN),
    )


def counts_of(imports: Iterable[QuestionImport]) -> dict[int, Counts]:
    """Return the counts of some imports by id. One query."""
    ids = [kept.pk for kept in imports]
    verdicts = {pk: Counter() for pk in ids}
    rows = ImportRow.objects.filter(belongs_to__in=ids).order_by().values_list("belongs_to", "verdict")
    for pk, verdict, count in rows.annotate(Count("pk")):
        verdicts[pk][verdict] = count
    return {pk: counts_of_verdicts(found) for pk, found in verdicts.items()}


def refusals_of(kept: QuestionImport) -> list[dict]:
    """Return why rows were refused, as the commands' JSON names it: {"row", "field", "message"}, one for each reason."""
    rows = kept.rows.filter(verdict__in=NOT_TAKEN).values_list("number", "unsupported", "problems")
    return [
        {"row": number, "field": field, "message": sentence}
        for number, unsupported, problems in rows
        for field, sentence in reasons(unsupported, problems)
    ]


def reasons(unsupported: str, problems: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the reasons of a refusal as (field, sentence)."""
    unknown = [("type", _("平台没有这种题型：%(type)s。") % {"type": unsupported})] if unsupported else []
    return unknown + [(field, sentence) for field, sentence in problems]


def new_categories(kept: QuestionImport) -> list[str]:
    """Return the paths that an unconfirmed import would add to the category tree."""
    written = kept.rows.filter(verdict__in=(Verdict.CREATE, Verdict.UPDATE)).order_by()
    paths = set(written.exclude(category="").values_list("category", flat=True).distinct())
    return sorted(paths - set(Category.objects.filter(path__in=paths).values_list("path", flat=True)))


def unsupported_types(kept: QuestionImport) -> list[tuple[str, int]]:
    """Return the types that the platform lacks, each with how many questions of it the file has."""
    rows = kept.rows.filter(verdict=Verdict.UNSUPPORTED).order_by()
    return list(rows.values_list("unsupported").annotate(Count("pk")).order_by("-pk__count", "unsupported"))


# What the preview lets people look at alone: name in the address → condition.
FILTERS = {
    "create": {"verdict": Verdict.CREATE},
    "update": {"verdict": Verdict.UPDATE},
    "similar": {"verdict": Verdict.CREATE, "other__isnull": False},
    "skipped": {"verdict__in": SKIPPED},
    "refused": {"verdict__in": NOT_TAKEN},
}


def rows_of(kept: QuestionImport, shown: str = "") -> QuerySet[ImportRow]:
    """Return the rows in order, without the bytes of their pictures; `shown` is a name of FILTERS or empty for all."""
    rows = kept.rows.select_related("question", "other").defer("picture", "source")
    return rows.filter(**FILTERS[shown]) if shown in FILTERS else rows
