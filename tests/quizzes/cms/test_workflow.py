"""Draft, reviewed, published: through the admin's own views, with the three groups."""

import pytest
from django.urls import reverse
from wagtail.models import WorkflowContentType, WorkflowState

from factories.cms import question_data
from factories.questions import make_question
from home.actions.roles import BUREAU, EDITORS, MODERATORS, WORKFLOW, set_up_roles
from home.panels import ToDoPanel
from quizzes.models import Question

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_quizzes_question:list"


def save(client, user, question, action=None, **fields):
    client.force_login(user)
    data = question_data(stem=question.stem, **fields) | ({action: "1"} if action else {})
    return client.post(reverse("wagtailsnippets_quizzes_question:edit", args=[question.pk]), data)


def decide(client, user, question, action, comment=""):
    client.force_login(user)
    state = Question.objects.get(pk=question.pk).current_workflow_task_state
    url = reverse("wagtailsnippets_quizzes_question:workflow_action", args=[question.pk, action, state.pk])
    return client.post(url, {"comment": comment})


def to_do(rf, user) -> dict[str, list[str]]:
    request = rf.get("/cms/")
    request.user = user
    groups = ToDoPanel().get_context_data({"request": request})["groups"]
    return {group.title: [task.title for task in group.tasks] for group in groups}


def test_a_question_is_reviewed_twice_and_then_published(client, rf, people):
    question = make_question(publish=False, stem="七天能退吗？")
    assert save(client, people[EDITORS], question, "action-submit").status_code == 302
    assert to_do(rf, people[MODERATORS])["等我审核"] == ["七天能退吗？"]
    assert "等我审核" not in to_do(rf, people[BUREAU])
    assert "等初审" in client.get(reverse(LIST)).content.decode()

    decide(client, people[MODERATORS], question, "approve")
    question.refresh_from_db()
    assert (question.live, question.current) == (False, None)
    assert to_do(rf, people[BUREAU])["等我审核"] == ["七天能退吗？"]

    decide(client, people[BUREAU], question, "approve")
    question.refresh_from_db()
    assert question.live
    assert (question.current.number, question.current.created_by) == (1, people[BUREAU])
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED


def test_a_question_sent_back_shows_its_comment_to_the_author(client, rf, people):
    question = make_question(publish=False)
    save(client, people[EDITORS], question, "action-submit")
    decide(client, people[MODERATORS], question, "reject", "第二十五条改了。")
    panel = ToDoPanel()
    request = rf.get("/cms/")
    request.user = people[EDITORS]
    groups = {group.title: group for group in panel.get_context_data({"request": request})["groups"]}
    assert "第二十五条改了。" in groups["退回给我的"].tasks[0].detail
    assert groups["退回给我的"].tasks[0].url == reverse("wagtailsnippets_quizzes_question:edit", args=[question.pk])


@pytest.mark.parametrize("group", [EDITORS, MODERATORS])
def test_writers_may_not_publish(client, people, group):
    question = make_question(publish=False)
    save(client, people[group], question, "action-publish")
    question.refresh_from_db()
    assert not question.live
    assert not question.versions.exists()


def test_an_author_cannot_approve(client, people):
    question = make_question(publish=False)
    save(client, people[EDITORS], question, "action-submit")
    decide(client, people[EDITORS], question, "approve")
    assert Question.objects.get(pk=question.pk).current_workflow_task_state.task.name == "初审"


def test_publishing_again_makes_a_version_and_leaves_the_old_one(client, people):
    question = make_question(stem="旧的题干？")
    old = question.current
    before = {field.attname: getattr(old, field.attname) for field in old._meta.concrete_fields}
    client.force_login(people[BUREAU])
    data = question_data(stem="新的题干？") | {"action-publish": "1"}
    response = client.post(reverse("wagtailsnippets_quizzes_question:edit", args=[question.pk]), data)
    assert response.status_code == 302, response.context["form"].errors
    question.refresh_from_db()
    old.refresh_from_db()
    assert (question.current.number, question.current.stem) == (2, "新的题干？")
    assert {field.attname: getattr(old, field.attname) for field in old._meta.concrete_fields} == before


def test_a_draft_of_a_published_question_changes_no_version(client, people):
    question = make_question(stem="旧的题干？")
    client.force_login(people[EDITORS])
    url = reverse("wagtailsnippets_quizzes_question:edit", args=[question.pk])
    assert client.post(url, question_data(stem="草稿题干？")).status_code == 302
    question.refresh_from_db()
    assert (question.stem, question.current.stem, question.versions.count()) == ("旧的题干？", "旧的题干？", 1)
    assert question.has_unpublished_changes


def test_what_is_scheduled_is_frozen_when_its_time_comes(people, settings):
    from datetime import timedelta

    from django.core.management import call_command
    from django.utils import timezone

    question = make_question(publish=False)
    question.go_live_at = timezone.now() + timedelta(days=1)
    revision = question.save_revision()
    revision.publish(user=people[BUREAU])
    assert not question.versions.exists()
    content = revision.content | {"go_live_at": (timezone.now() - timedelta(minutes=1)).isoformat()}
    type(revision).objects.filter(pk=revision.pk).update(
        approved_go_live_at=timezone.now() - timedelta(minutes=1), content=content
    )
    call_command("publish_scheduled")
    assert question.versions.count() == 1


def test_the_workflow_is_attached_once_and_stays_when_changed(site):
    attached = WorkflowContentType.objects.get(content_type__model="question")
    assert attached.workflow.name == WORKFLOW
    other = type(attached.workflow).objects.create(name="自己的流程")
    WorkflowContentType.objects.update(workflow=other)
    set_up_roles()
    assert WorkflowContentType.objects.get().workflow == other
