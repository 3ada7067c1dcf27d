"""Several questions at once, through the buttons of the list: who may, what happens, what is written down."""

from urllib.parse import quote

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from factories.questions import NOW, make_question, refused
from home.actions.roles import BUREAU, EDITORS, MODERATORS
from quizzes.actions import questions as actions
from quizzes.models import Category, Question

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_quizzes_question:list"


def press(client, user, action, questions, *, all_of_list="", **data):
    client.force_login(user)
    url = reverse("wagtail_bulk_action", args=["quizzes", "question", action])
    ids = "id=all" if all_of_list is True or all_of_list else "&".join(f"id={question.pk}" for question in questions)
    following = reverse(LIST) + (all_of_list if isinstance(all_of_list, str) else "")
    url = f"{url}?{ids}&next={quote(following)}"
    assert client.get(url).status_code == 200
    return client.post(url, data, follow=True)


def said(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def log_actions(question) -> list[str]:
    entries = ModelLogEntry.objects.filter(object_id=str(question.pk)).order_by("pk")
    return [entry.action for entry in entries]


def test_the_bureau_publishes_and_takes_down(client, people):
    questions = [make_question(publish=False), make_question(publish=False)]
    done = make_question()
    response = press(client, people[BUREAU], "publish", [*questions, done])
    assert "发布了 2 道题" in said(response)
    assert "1 道题没有动" in said(response)
    for question in questions:
        question.refresh_from_db()
        assert (question.live, question.current.created_by) == (True, people[BUREAU])
        assert "wagtail.publish" in log_actions(question)
    assert "下架了 3 道题" in said(press(client, people[BUREAU], "unpublish", [*questions, done]))
    assert not Question.objects.filter(live=True).exists()
    assert "wagtail.unpublish" in log_actions(done)


def test_publishing_what_waits_for_the_bureau_is_its_approval(client, people):
    question = make_question(publish=False)
    press(client, people[EDITORS], "submit", [question])
    state = Question.objects.get(pk=question.pk).current_workflow_task_state
    state.task.specific.on_action(state, people[MODERATORS], "approve")
    assert "发布了 1 道题" in said(press(client, people[BUREAU], "publish", [question]))
    assert question.workflow_states.get().status == "approved"
    question.refresh_from_db()
    assert question.current.number == 1


def test_what_others_review_stays_with_them(client, people):
    question = make_question(publish=False)
    press(client, people[EDITORS], "submit", [question])
    assert "正由别人审核" in said(press(client, people[BUREAU], "publish", [question]))
    question.refresh_from_db()
    assert not question.live


def test_an_editor_sends_drafts_into_the_review(client, people):
    draft, done = make_question(publish=False), make_question()
    response = press(client, people[EDITORS], "submit", [draft, done])
    assert "送审了 1 道题" in said(response)
    assert Question.objects.get(pk=draft.pk).current_workflow_task_state.task.name == "初审"
    assert not done.workflow_in_progress


@pytest.mark.parametrize("action", ["publish", "unpublish"])
def test_those_who_may_not_publish_cannot_press_the_button(client, people, action):
    question = make_question(publish=action == "unpublish")
    live = question.live
    press(client, people[MODERATORS], action, [question])
    question.refresh_from_db()
    assert question.live == live
    perform = {"publish": actions.publish_questions, "unpublish": actions.unpublish_questions}[action]
    with refused("forbidden"):
        perform(ids=[question.pk], by=people[MODERATORS], now=NOW)


def test_moving_changes_the_category_of_draft_and_published_state_but_no_version(client, people):
    question = make_question(category="旧")
    question.stem = "没发布的改动？"
    question.save_revision()
    plain = make_question(category="旧")
    target = Category.at("新/下级")
    response = press(client, people[BUREAU], "move", [question, plain], category=target.pk)
    assert "2 道题改了分类" in said(response)
    for one in (question, plain):
        one = Question.objects.get(pk=one.pk)
        assert one.category == target
        assert one.get_latest_revision_as_object().category == target
        assert one.versions.count() == 1
        assert "quizzes.move" in log_actions(one)
    question = Question.objects.get(pk=question.pk)
    assert (question.stem == "没发布的改动？", question.has_unpublished_changes) == (False, True)
    assert not Question.objects.get(pk=plain.pk).has_unpublished_changes


def test_moving_a_published_question_needs_the_right_to_publish(client, people):
    live, draft = make_question(category="旧"), make_question(category="旧", publish=False)
    press(client, people[MODERATORS], "move", [live, draft], category=Category.at("新").pk)
    assert Question.objects.get(pk=live.pk).category.path == "旧"
    assert Question.objects.get(pk=draft.pk).category.path == "新"


def test_drafts_are_deleted_and_what_was_published_is_kept(client, people):
    draft, kept = make_question(publish=False), make_question()
    response = press(client, people[EDITORS], "delete", [draft, kept])
    assert "删除了 1 道草稿" in said(response)
    assert "不能删除" in said(response)
    assert list(Question.objects.all()) == [kept]


def test_all_means_all_of_the_filtered_list(client, people):
    wanted = make_question("true_false", publish=False)
    other = make_question(publish=False)
    press(client, people[BUREAU], "publish", [], all_of_list="?type=true_false")
    assert Question.objects.get(pk=wanted.pk).live
    assert not Question.objects.get(pk=other.pk).live


def test_too_many_at_once_are_refused(people, monkeypatch):
    monkeypatch.setattr(actions, "MOST", 1)
    questions = [make_question(publish=False), make_question(publish=False)]
    with refused("too_many"):
        actions.publish_questions(ids=[question.pk for question in questions], by=people[BUREAU], now=NOW)
    assert not Question.objects.filter(live=True).exists()


def test_a_question_with_versions_cannot_be_deleted_but_taken_down(client, people):
    question, draft = make_question(), make_question(publish=False)
    client.force_login(people[BUREAU])
    url = reverse("wagtailsnippets_quizzes_question:delete", args=[question.pk])
    page = client.get(url).content.decode()
    assert "这道题不能删除" in page
    assert reverse("wagtailsnippets_quizzes_question:unpublish", args=[question.pk]) in page
    client.post(url)
    assert Question.objects.filter(pk=question.pk).exists()
    client.post(reverse("wagtailsnippets_quizzes_question:delete", args=[draft.pk]))
    assert not Question.objects.filter(pk=draft.pk).exists()


def test_a_category_with_questions_stays_and_says_so(client, people):
    make_question(category="网购/退货")
    client.force_login(people[BUREAU])
    for path in ("网购", "网购/退货"):
        url = reverse("wagtailsnippets_quizzes_category:delete", args=[Category.at(path).pk])
        assert "先移走才能删除" in said(client.post(url, follow=True))
    assert Category.objects.filter(path="网购/退货").exists()
