"""The question of the day in the CMS: chosen ahead for some dates; the other days choose themselves."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from ..models import DailyQuestion


class DailyQuestionViewSet(SnippetViewSet):
    """每日一题."""

    model = DailyQuestion
    icon = "date"
    menu_label = _("每日一题")
    menu_name = "daily-questions"
    list_display = [
        Column("date", label=_("日期"), sort_key="date"),
        Column("question", label=_("题目")),
        Column("live", label=_("已发布"), accessor="question.live"),
    ]
    ordering = ["-date"]
    list_per_page = 50
    search_backend_name = None
    search_fields = ["question__stem"]
    edit_handler = ObjectList(
        [
            HelpPanel(_("没有选题的日子，由系统按日期从题库里选一道。选的题当天要是已发布的，否则也由系统另选。")),
            FieldPanel("date"),
            FieldPanel("question"),
        ]
    )

    def get_queryset(self, request):
        return DailyQuestion.objects.select_related("question")
