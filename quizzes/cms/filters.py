"""What the list of questions can be narrowed down by."""

from datetime import timedelta

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import WorkflowState

from education.models import Audience, Topic

from ..models import Category, Difficulty, Question
from ..models.categories import within
from ..models.questions import TYPE_CHOICES
from .duplicates import duplicate_keys
from .weak_items import weak_versions

# A rule of law is looked up again after a year.
RECHECK_AFTER = timedelta(days=365)

STATES = [
    ("draft", _("草稿（没发布过）")),
    ("review", _("审核中")),
    ("live", _("已发布")),
    ("changed", _("已发布，有没发布的改动")),
    ("withdrawn", _("已下架")),
]
LOOK_AT = [
    ("recheck", _("法条一年没核对")),
    ("duplicate", _("题干有重复")),
    ("weak", _("统计有提醒")),
]


def in_review() -> Exists:
    """The condition that a question waits for approval."""
    return Exists(
        WorkflowState.objects.filter(
            status=WorkflowState.STATUS_IN_PROGRESS,
            base_content_type=ContentType.objects.get_for_model(Question),
            object_id=OuterRef("question_id_text"),
        )
    )


def with_state(questions: QuerySet, state: str) -> QuerySet:
    """Return the questions in one of STATES."""
    if state == "review":
        return questions.alias(question_id_text=Cast("pk", CharField())).filter(in_review())
    return questions.filter(
        {
            "draft": Q(current__isnull=True),
            "live": Q(live=True),
            "changed": Q(live=True, has_unpublished_changes=True),
            "withdrawn": Q(live=False, current__isnull=False),
        }[state]
    )


def to_look_at(questions: QuerySet, what: str, today) -> QuerySet:
    """Return the questions that need a look for one of the reasons of LOOK_AT."""
    if what == "recheck":
        return questions.filter(checked_on__lt=today - RECHECK_AFTER)
    if what == "duplicate":
        return questions.filter(stem_key__in=duplicate_keys())
    return questions.filter(current__in=weak_versions())


class QuestionFilterSet(WagtailFilterSet):
    type = django_filters.ChoiceFilter(label=_("题型"), choices=TYPE_CHOICES)
    category = django_filters.ModelChoiceFilter(
        label=_("分类（含下级）"), queryset=Category.objects.all(), method="filter_category", widget=forms.Select
    )
    topics = django_filters.ModelChoiceFilter(label=_("主题"), queryset=Topic.objects.all(), widget=forms.Select)
    audiences = django_filters.ModelChoiceFilter(label=_("读者"), queryset=Audience.objects.all(), widget=forms.Select)
    difficulty = django_filters.ChoiceFilter(label=_("难度"), choices=Difficulty.choices)
    state = django_filters.ChoiceFilter(label=_("状态"), choices=STATES, method="filter_state")
    look_at = django_filters.ChoiceFilter(label=_("要看一看的"), choices=LOOK_AT, method="filter_look_at")

    class Meta:
        model = Question
        fields: list[str] = []

    def filter_category(self, queryset, name, value):
        return queryset.filter(within(value.path))

    def filter_state(self, queryset, name, value):
        return with_state(queryset, value)

    def filter_look_at(self, queryset, name, value):
        return to_look_at(queryset, value, timezone.localdate())


def search_questions(questions: QuerySet, words: str) -> QuerySet:
    """Return the questions with these words in the stem or the code."""
    return questions.filter(Q(stem__icontains=words) | Q(code__icontains=words))


def current_questions() -> QuerySet:
    """Every question with what a list shows of it."""
    return Question.objects.select_related("category", "current", "latest_revision").annotate(
        version_number=F("current__number")
    )
