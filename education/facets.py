"""Faceted filters: every option shows how many results it would give, and the choice lives in the address."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Option:
    """One offered value of a facet with the number of results it gives beside the other facets' choices."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Facet:
    """A filter: its GET parameter, its label, its values, and the condition that a value stands for."""

    name: str
    label: str
    choices: list[tuple[str, str]]
    condition: Callable[[str], Q]
    options: list[Option] = field(default_factory=list)
    selected: str = ""

    @property
    def selected_label(self) -> str:
        return next((str(label) for value, label in self.choices if value == self.selected), "")


def topic_facet() -> Facet:
    """Filter by topic."""
    from .models.vocabulary import Topic

    return Facet("topic", _("主题"), list(Topic.objects.values_list("slug", "name")), lambda slug: Q(topics__slug=slug))


def audience_facet() -> Facet:
    """Filter by audience."""
    from .models.vocabulary import Audience

    choices = list(Audience.objects.values_list("slug", "name"))
    return Facet("audience", _("给谁看"), choices, lambda slug: Q(audiences__slug=slug))


def apply_facets(queryset: QuerySet, facets: list[Facet], params: QueryDict) -> tuple[QuerySet, list[Facet]]:
    """Filter `queryset` by what `params` chooses and count every option; unknown values are ignored.

    Returns the filtered queryset and the facets with options and counts: one query for each facet.
    """
    chosen: dict[str, str] = {}
    for facet in facets:
        value = params.get(facet.name, "")
        if any(value == key for key, _label in facet.choices):
            chosen[facet.name] = value

    def narrowed(skip: str = "") -> QuerySet:
        result = queryset
        for facet in facets:
            if facet.name in chosen and facet.name != skip:
                result = result.filter(facet.condition(chosen[facet.name]))
        return result

    filled = []
    for facet in facets:
        counts = (
            narrowed(skip=facet.name)
            .order_by()
            .aggregate(
                **{
                    f"n{number}": Count("pk", filter=facet.condition(value), distinct=True)
                    for number, (value, _label) in enumerate(facet.choices)
                }
            )
            if facet.choices
            else {}
        )
        options = [
            Option(value, str(label), counts[f"n{number}"], chosen.get(facet.name) == value)
            for number, (value, label) in enumerate(facet.choices)
        ]
        filled.append(
            Facet(facet.name, str(facet.label), facet.choices, facet.condition, options, chosen.get(facet.name, ""))
        )
    return narrowed().distinct() if chosen else queryset, filled
