"""What the list of questions offers for several at once. Every button goes through actions/questions.py."""

from urllib.parse import urlsplit

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from ..actions import questions as actions
from ..errors import QuizError
from ..models import Category, Question
from .filters import QuestionFilterSet, current_questions, search_questions

# How many questions that stayed as they were are named in the message.
NAMED = 5


class QuestionBulkAction(SnippetBulkAction):
    """One button. `right` is asked of everybody who presses it; `perform` changes the questions."""

    models = [Question]
    template_name = "quizzes/cms/bulk_action.html"
    right = ""
    question = ""
    confirm = ""
    done = ""

    def check_perm(self, obj) -> bool:
        return self.request.user.has_perm(f"quizzes.{self.right}_question")

    def get_all_objects_in_listing_query(self, parent_id) -> list[int]:
        """All of the list as it was filtered, not all of the bank."""
        query = QueryDict(urlsplit(self.next_url).query)
        questions = QuestionFilterSet(query, current_questions(), request=self.request).qs
        if words := query.get("q"):
            questions = search_questions(questions, words)
        return list(questions.values_list("pk", flat=True)[: actions.MOST + 1])

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"action": self, "most": actions.MOST, "too_many": len(context["items"]) > actions.MOST}

    def perform(self, ids: list[int], now) -> actions.BulkOutcome:
        raise NotImplementedError

    def prepare_action(self, objects: list, objects_without_access: dict) -> HttpResponse:
        """Do it here: Wagtail would run `execute_action` inside a transaction of its own."""
        try:
            outcome = self.perform([question.pk for question in objects], timezone.now())  # noqa: TID251 -- a view
        except QuizError as refusal:
            messages.error(self.request, str(refusal))
            return redirect(self.next_url)
        if outcome.done:
            messages.success(self.request, self.done % {"count": outcome.done})
        if outcome.refused:
            named = "；".join(f"“{question}”{reason.rstrip('。')}" for question, reason in outcome.refused[:NAMED])
            messages.warning(
                self.request,
                _("%(count)d 道题没有动：%(named)s。") % {"count": len(outcome.refused), "named": named},
            )
        return redirect(self.next_url)


class PublishQuestions(QuestionBulkAction):
    display_name = gettext_lazy("发布")
    aria_label = gettext_lazy("发布所选的题")
    action_type = "publish"
    action_priority = 10
    right = "publish"
    question = gettext_lazy("发布以后，新的答卷就会抽到这些题。等你终审的，同时算批准。")
    confirm = gettext_lazy("发布")
    done = gettext_lazy("发布了 %(count)d 道题。")

    def perform(self, ids, now):
        return actions.publish_questions(ids=ids, by=self.request.user, now=now)


class SubmitQuestions(QuestionBulkAction):
    display_name = gettext_lazy("送审")
    aria_label = gettext_lazy("把所选的题送去审核")
    action_type = "submit"
    action_priority = 20
    right = "change"
    question = gettext_lazy("送审以后，审核的同事在“等我处理的事”里看得到。")
    confirm = gettext_lazy("送审")
    done = gettext_lazy("送审了 %(count)d 道题。")

    def perform(self, ids, now):
        return actions.submit_questions(ids=ids, by=self.request.user, now=now)


class MoveForm(forms.Form):
    """Where to."""

    category = forms.ModelChoiceField(Category.objects.all(), label=gettext_lazy("改到哪个分类"))


class MoveQuestions(QuestionBulkAction):
    display_name = gettext_lazy("改分类")
    aria_label = gettext_lazy("给所选的题改分类")
    action_type = "move"
    action_priority = 30
    form_class = MoveForm
    right = "change"
    question = gettext_lazy("题目的内容和版本不变，只换分类。")
    confirm = gettext_lazy("改分类")
    done = gettext_lazy("%(count)d 道题改了分类。")

    def perform(self, ids, now):
        category = self.cleaned_form.cleaned_data["category"]
        return actions.move_questions(ids=ids, category=category, by=self.request.user, now=now)


class UnpublishQuestions(QuestionBulkAction):
    display_name = gettext_lazy("下架")
    aria_label = gettext_lazy("下架所选的题")
    action_type = "unpublish"
    action_priority = 40
    right = "publish"
    question = gettext_lazy("下架以后，新的答卷抽不到这些题；正在答的和答完的不受影响。")
    confirm = gettext_lazy("下架")
    done = gettext_lazy("下架了 %(count)d 道题。")

    def perform(self, ids, now):
        return actions.unpublish_questions(ids=ids, by=self.request.user, now=now)


class DeleteQuestions(QuestionBulkAction):
    """In place of Wagtail's own, which knows nothing of versions."""

    display_name = gettext_lazy("删除草稿")
    aria_label = gettext_lazy("删除所选的草稿")
    action_type = "delete"
    action_priority = 50
    classes = {"serious"}
    right = "delete"
    question = gettext_lazy("没有发布过的草稿会删掉，不能恢复。发布过的题会留着：答卷和成绩要用它。")
    confirm = gettext_lazy("删除")
    done = gettext_lazy("删除了 %(count)d 道草稿。")

    def perform(self, ids, now):
        return actions.delete_drafts(ids=ids, by=self.request.user, now=now)


BULK_ACTIONS = (PublishQuestions, SubmitQuestions, MoveQuestions, UnpublishQuestions, DeleteQuestions)
