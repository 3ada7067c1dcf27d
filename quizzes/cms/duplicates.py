"""Questions whose stems differ in width, case, spaces and punctuation alone."""

from dataclasses import dataclass

from django.db.models import Count

from ..models.questions import Question


@dataclass(frozen=True)
class DuplicateGroup:
    """Questions with one folded stem, the oldest first."""

    stem: str
    questions: list[Question]


def duplicate_keys():
    """Return the folded stems that more than one question has, as a queryset of `stem_key`."""
    return (
        Question.objects.order_by()
        .values("stem_key")
        .annotate(found=Count("pk"))
        .filter(found__gt=1)
        .values("stem_key")
    )


def duplicate_groups(keys: list[str]) -> list[DuplicateGroup]:
    """Return the groups of these folded stems in their order. One query."""
    groups: dict[str, list[Question]] = {key: [] for key in keys}
    rows = Question.objects.filter(stem_key__in=keys).select_related("category", "current").order_by("pk")
    for question in rows:
        groups[question.stem_key].append(question)
    return [DuplicateGroup(questions[0].stem, questions) for questions in groups.values() if questions]


def same_stem(question: Question) -> list[Question]:
    """Return the other questions with the same folded stem; none for a question that was never saved."""
    if not question.stem_key:
        return []
    others = Question.objects.filter(stem_key=question.stem_key).exclude(pk=question.pk)
    return list(others.select_related("category").order_by("pk")[:10])
