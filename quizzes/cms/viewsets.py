"""The question bank in the CMS: questions, categories, extra time, and the menu that they stand in."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q
from django.forms import CheckboxSelectMultiple, Select
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, StatusTagColumn
from wagtail.admin.widgets.button import Button
from wagtail.models import Revision, WorkflowState
from wagtail.snippets.views.snippets import CreateView as SnippetCreateView
from wagtail.snippets.views.snippets import DeleteView as SnippetDeleteView
from wagtail.snippets.views.snippets import EditView as SnippetEditView
from wagtail.snippets.views.snippets import IndexView as SnippetIndexView
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from ..models import Category, ExtraTime, Question
from ..question_types import TYPES
from .choosers import QuestionChooserViewSet
from .daily_viewset import DailyQuestionViewSet
from .filters import QuestionFilterSet, current_questions
from .panels import SameStemPanel
from .people import ExtraTimeForm
from .question_forms import CategoryForm, QuestionForm, new_question, type_cards
from .weak_items import weak_versions


class QuestionIndexView(SnippetIndexView):
    """The list. What it shows beside the rows costs one query for each kind, whatever the number of rows."""

    @cached_property
    def columns(self) -> list:
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="snippet"),
            self._get_title_column("__str__", width="38%"),
            Column("type", label=_("题型"), accessor="get_type_display", sort_key="type"),
            Column("category", label=_("分类"), accessor="category.path", sort_key="category__path"),
            Column("difficulty", label=_("难度"), accessor="get_difficulty_display", sort_key="difficulty"),
            StatusTagColumn(
                "state_words",
                label=_("状态"),
                sort_key="live",
                primary=lambda question: question.live,
                classname="mingbai-nowrap",
            ),
            Column("version", label=_("版本"), accessor="version_number", sort_key="current__number"),
            Column("weak", label=_("统计提醒"), accessor="weak_sentence", classname="mingbai-weak"),
        ]

    def paginate_queryset(self, queryset, page_size):
        paginator, page, _objects, is_paginated = super().paginate_queryset(queryset, page_size)
        questions = list(page.object_list)
        steps, scheduled = review_steps(questions), scheduled_ids(questions)
        weak = weak_versions() if questions else {}
        for question in questions:
            question.state_words = steps.get(question.pk) or state_words(question, question.pk in scheduled)
            item = weak.get(question.current_id)
            question.weak_sentence = item.sentence if item else ""
        page.object_list = questions
        return paginator, page, questions, is_paginated


def review_steps(questions: list[Question]) -> dict[int, str]:
    """Return for each question that is under review the name of the step that it waits for. One query."""
    states = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS,
        base_content_type=ContentType.objects.get_for_model(Question),
        object_id__in=[str(question.pk) for question in questions],
    ).values_list("object_id", "current_task_state__task__name")
    return {int(pk): _("等%(step)s") % {"step": step} for pk, step in states}


def scheduled_ids(questions: list[Question]) -> set[int]:
    """Return the questions with a draft that is going to be published at a set time. One query."""
    found = Revision.objects.filter(
        approved_go_live_at__isnull=False,
        base_content_type=ContentType.objects.get_for_model(Question),
        object_id__in=[str(question.pk) for question in questions],
    )
    return {int(pk) for pk in found.values_list("object_id", flat=True)}


def state_words(question: Question, scheduled: bool) -> str:
    """The state of a question that nobody is reviewing, in the words of the filter."""
    if scheduled:
        return _("等定时发布")
    if question.live:
        return _("已发布，有改动") if question.has_unpublished_changes else _("已发布")
    return _("已下架") if question.current_id else _("草稿")


class QuestionCreateView(SnippetCreateView):
    """First the type, then its form with the rows that such a question usually has."""

    @property
    def chosen_type(self) -> str:
        return self.request.GET.get("type", "")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.chosen_type not in TYPES:
            return render(request, "quizzes/cms/question_types.html", {"kinds": type_cards(), "add_url": self.add_url})
        return super().get(request, *args, **kwargs)

    def get_initial_form_instance(self) -> Question | None:
        return new_question(self.chosen_type) if self.chosen_type in TYPES else None


class QuestionEditView(SnippetEditView):
    """The form, with the way to the question's versions; the button for deleting stands only where one may delete."""

    @cached_property
    def can_delete(self) -> bool:
        return super().can_delete and self.object.current_id is None

    @cached_property
    def header_more_buttons(self) -> list:
        buttons = super().header_more_buttons
        url = reverse("quizzes_cms_versions", args=[self.object.pk])
        return [*buttons, Button(_("版本和改分"), url=url, icon_name="history", priority=5)]


class QuestionDeleteView(SnippetDeleteView):
    """Only a question that never was published can be deleted; the others can be taken out of the bank."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.user_has_permission("delete") and self.object.versions.exists():
            context = {
                "question": self.object,
                "may_unpublish": self.object.live and self.user_has_permission("publish"),
            }
            return render(request, "quizzes/cms/question_kept.html", context)
        return super().dispatch(request, *args, **kwargs)


class QuestionViewSet(SnippetViewSet):
    """题目."""

    model = Question
    icon = "help"
    menu_label = gettext_lazy("题目")
    menu_name = "questions"
    list_per_page = 50
    search_backend_name = None
    search_fields = ["stem", "code"]
    filterset_class = QuestionFilterSet
    index_view_class = QuestionIndexView
    add_view_class = QuestionCreateView
    edit_view_class = QuestionEditView
    delete_view_class = QuestionDeleteView
    chooser_viewset_class = QuestionChooserViewSet
    chooser_per_page = 20
    edit_handler = ObjectList(
        [
            SameStemPanel(),
            FieldPanel("stem"),
            FieldPanel("answer", classname="mingbai-answer"),
            FieldPanel("explanation"),
            FieldRowPanel(
                [
                    FieldPanel("category", widget=Select),
                    FieldPanel("difficulty"),
                    FieldPanel("points"),
                ]
            ),
            MultiFieldPanel(
                [FieldPanel("law"), FieldPanel("checked_on")], heading=gettext_lazy("法律依据"), icon="gavel"
            ),
            MultiFieldPanel(
                [FieldPanel("picture"), FieldPanel("picture_alt")],
                heading=gettext_lazy("题干图片"),
                icon="image",
                classname="collapsed",
            ),
            MultiFieldPanel(
                [
                    FieldPanel("topics", widget=CheckboxSelectMultiple),
                    FieldPanel("audiences", widget=CheckboxSelectMultiple),
                    FieldPanel("lesson"),
                    FieldPanel("code"),
                ],
                heading=gettext_lazy("更多"),
                icon="cogs",
                classname="collapsed",
            ),
        ],
        base_form_class=QuestionForm,
    )

    def get_queryset(self, request):
        return current_questions()


class CategoryDeleteView(SnippetDeleteView):
    """A category that still holds something stays; say what it holds."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.user_has_permission("delete"):
            questions, children = self.object.questions.count(), self.object.children.count()
            if questions or children:
                messages.error(
                    request,
                    _("“%(category)s”里还有 %(questions)d 道题、%(children)d 个下级分类，先移走才能删除。")
                    % {"category": self.object.path, "questions": questions, "children": children},
                )
                return redirect(self.index_url_name)
        return super().dispatch(request, *args, **kwargs)


class CategoryViewSet(SnippetViewSet):
    """分类."""

    model = Category
    icon = "folder-open-1"
    menu_label = gettext_lazy("分类")
    menu_name = "question-categories"
    list_display = [
        Column("path", label=gettext_lazy("分类"), sort_key="path"),
        Column("question_count", label=gettext_lazy("题目（不含下级）"), sort_key="question_count"),
        Column("live_count", label=gettext_lazy("其中已发布"), sort_key="live_count"),
    ]
    ordering = ["path"]
    list_per_page = 200
    search_backend_name = None
    search_fields = ["path"]
    delete_view_class = CategoryDeleteView
    edit_handler = ObjectList([FieldPanel("name"), FieldPanel("parent", widget=Select)], base_form_class=CategoryForm)

    def get_queryset(self, request):
        return Category.objects.annotate(
            question_count=Count("questions"), live_count=Count("questions", filter=Q(questions__live=True))
        )


class ExtraTimeViewSet(SnippetViewSet):
    """延长时间."""

    model = ExtraTime
    icon = "time"
    menu_label = gettext_lazy("延长时间")
    menu_name = "extra-time"
    list_display = [
        "label",
        Column("quiz", label=gettext_lazy("测验"), accessor="quiz.title"),
        Column("minutes", label=gettext_lazy("多给几分钟"), sort_key="minutes"),
        Column("people", label=gettext_lazy("几个人"), sort_key="people"),
    ]
    list_per_page = 50
    search_backend_name = None
    search_fields = ["label", "quiz__title"]
    edit_handler = ObjectList(
        [
            FieldPanel("quiz"),
            FieldRowPanel([FieldPanel("label"), FieldPanel("minutes")]),
            FieldPanel("users"),
            FieldPanel("more_people"),
        ],
        base_form_class=ExtraTimeForm,
    )

    def get_queryset(self, request):
        return ExtraTime.objects.select_related("quiz").annotate(people=Count("users"))


class QuestionBankGroup(SnippetViewSetGroup):
    """题库. Other entries of the menu come through the hook `register_question_bank_menu_item`."""

    items = (QuestionViewSet, CategoryViewSet, DailyQuestionViewSet, ExtraTimeViewSet)
    menu_label = gettext_lazy("题库")
    menu_icon = "help"
    menu_name = "question-bank"
    menu_order = 240
    submenu_hook = "register_question_bank_menu_item"
