"""Choosing a question in the CMS, out of thousands: published ones only, found by words, category and type."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from ..models import Category, Question
from ..models.categories import within
from ..models.questions import TYPE_CHOICES
from .filters import search_questions

CHANGED = {"data-chooser-modal-search-filter": True}


class QuestionSearchForm(BaseFilterForm):
    """Narrows the list down; a change of any field shows the list anew."""

    q = forms.CharField(
        label=gettext_lazy("题干或编号"),
        widget=forms.TextInput(attrs={"placeholder": gettext_lazy("输入题干里的几个字")}),
        required=False,
    )
    category = forms.ModelChoiceField(
        Category.objects.all(),
        label=gettext_lazy("分类（含下级）"),
        empty_label=gettext_lazy("所有分类"),
        required=False,
        widget=forms.Select(attrs=CHANGED),
    )
    type = forms.ChoiceField(
        choices=[("", gettext_lazy("所有题型")), *TYPE_CHOICES],
        label=gettext_lazy("题型"),
        required=False,
        widget=forms.Select(attrs=CHANGED),
    )

    def filter(self, objects):
        wanted = self.cleaned_data
        if wanted["category"]:
            objects = objects.filter(within(wanted["category"].path))
        if wanted["type"]:
            objects = objects.filter(type=wanted["type"])
        if wanted["q"]:
            self.is_searching, self.search_query = True, wanted["q"]
            objects = search_questions(objects, wanted["q"])
        return super().filter(objects)


class QuestionChoices:
    """The list of both views of the chooser."""

    filter_form_class = QuestionSearchForm

    def get_object_list(self):
        return Question.objects.filter(live=True, current__isnull=False).select_related("category")

    @property
    def columns(self) -> list[Column]:
        return [
            self.title_column,
            Column("type", label=_("题型"), accessor="get_type_display", width="12%"),
            Column("category", label=_("分类"), accessor="category.path", width="25%"),
            Column("difficulty", label=_("难度"), accessor="get_difficulty_display", width="8%"),
        ]


class QuestionChooseView(QuestionChoices, ChooseView):
    pass


class QuestionChooseResultsView(QuestionChoices, ChooseResultsView):
    pass


class QuestionChooserViewSet(SnippetChooserViewSet):
    choose_view_class = QuestionChooseView
    choose_results_view_class = QuestionChooseResultsView
    choose_one_text = gettext_lazy("选一道题")
    choose_another_text = gettext_lazy("换一道题")
    edit_item_text = gettext_lazy("编辑这道题")
    page_title = gettext_lazy("选一道已发布的题")
