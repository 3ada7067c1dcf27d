"""Two steps of approval, through the admin's own views: author → 初审 → 终审 → live, and back with a comment."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page, TaskState, Workflow, WorkflowPage, WorkflowState

from education.models import GlossaryTerm, Topic
from factories.site import add, make_home, text_body
from home.actions.roles import BUREAU, EDITORS, MODERATORS, ROLES, WORKFLOW, set_up_roles
from home.models import PlainPage

pytestmark = pytest.mark.django_db
NO_COMMENTS = {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0, "comments-MIN_NUM_FORMS": 0}


@pytest.fixture(autouse=True)
def no_page_of_another_test():
    cache.clear()


@pytest.fixture
def home():
    set_up_roles()
    return make_home()


@pytest.fixture
def people(home):
    """One person of each role, by the role's group."""
    found = {}
    for number, role in enumerate(ROLES):
        user = get_user_model().objects.create_user(f"user-{number}", email=f"user-{number}@example.org")
        user.groups.add(Group.objects.get(name=role.name))
        found[role.name] = user
    return found


@pytest.fixture
def page(home):
    return add(home, PlainPage(title="关于我们", slug="about", body=text_body("旧的一句。")))


def edit(client, user, page, text, action=None):
    """Save the edit form as `user`; `action` is the name of the pressed button."""
    client.force_login(user)
    paragraph = {
        "key": "aaaaa",
        "text": text,
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [],
    }
    data = NO_COMMENTS | {
        "title": page.title,
        "slug": page.slug,
        "updated_on": "2026-11-25",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "text",
        "body-0-id": "6d1f0a52-5b0c-5c3e-9d0e-6d696e676261",
        "body-0-value": json.dumps({"blocks": [paragraph], "entityMap": {}}),
    }
    if action:
        data[action] = "1"
    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert response.status_code == 302, response.context["form"].errors
    return response


def decide(client, user, page, action, comment=""):
    """Approve or reject as a reviewer does from the page's edit view."""
    client.force_login(user)
    state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    # What publishing sets off (the page cache's new generation) runs when the transaction ends.
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(url, {"comment": comment})


def shown() -> str:
    """The page as the public sees it."""
    return Client().get("/about/").content.decode()


def test_two_people_look_before_anything_is_public(client, people, page):
    edit(client, people[EDITORS], page, "新的一句。", "action-submit")
    assert page.current_workflow_task_state.task.name == "初审"
    assert "旧的一句" in shown()

    decide(client, people[MODERATORS], page, "approve", "写得清楚。")
    page.refresh_from_db()
    assert page.current_workflow_task_state.task.name == "终审"
    assert "旧的一句" in shown()

    decide(client, people[BUREAU], page, "approve")
    page.refresh_from_db()
    assert page.current_workflow_state is None
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED
    assert "新的一句" in shown()
    assert not page.has_unpublished_changes


def test_a_page_sent_back_comes_with_a_comment_and_can_be_submitted_again(client, people, page):
    edit(client, people[EDITORS], page, "第一稿。", "action-submit")
    decide(client, people[MODERATORS], page, "reject", "第二十五条的版本没写。")
    state = WorkflowState.objects.get()
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert TaskState.objects.get().comment == "第二十五条的版本没写。"
    client.force_login(people[EDITORS])
    dashboard = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "退回给我的" in dashboard
    assert "第二十五条的版本没写。" in dashboard

    edit(client, people[EDITORS], page, "第二稿。", "action-restart-workflow")
    assert page.current_workflow_task_state.task.name == "初审"


def test_nobody_skips_a_step(client, people, page):
    """An author can't approve, a moderator can't give the final approval nor publish."""
    edit(client, people[EDITORS], page, "新的一句。", "action-submit")
    decide(client, people[EDITORS], page, "approve")
    assert page.current_workflow_task_state.task.name == "初审"
    decide(client, people[MODERATORS], page, "approve")
    decide(client, people[MODERATORS], page, "approve")
    assert page.current_workflow_task_state.task.name == "终审"
    assert "旧的一句" in shown()


@pytest.mark.parametrize("name", [EDITORS, MODERATORS])
def test_writers_may_not_publish(client, people, page, name):
    edit(client, people[name], page, "偷偷发布。", "action-publish")
    page.refresh_from_db()
    assert page.has_unpublished_changes
    assert "旧的一句" in shown()


def test_what_each_role_reaches_in_the_admin(client, people, home):
    """Status of the admin's sections by role: 200 open, 302 sent away."""
    Topic.objects.create(slug="t", name="网络购物")
    GlossaryTerm.objects.create(term="定金", explanation="<p>说好了的钱。</p>")
    sections = {
        "images": reverse("wagtailimages:index"),
        "documents": reverse("wagtaildocs:index"),
        "topics": reverse("wagtailsnippets_education_topic:list"),
        "glossary": reverse("wagtailsnippets_education_glossaryterm:list"),
        "redirects": reverse("wagtailredirects:index"),
        "settings": reverse("wagtailsettings:edit", args=["home", "sitetexts"]),
        "users": reverse("wagtailusers_users:index"),
        "groups": reverse("wagtailusers_groups:index"),
        "workflows": reverse("wagtailadmin_workflows:index"),
    }
    open_to = {}
    for name, user in people.items():
        client.force_login(user)
        open_to[name] = {
            key
            for key, url in sections.items()
            if client.get(url, follow=True).redirect_chain == []
            or (key == "settings" and client.get(url, follow=True).resolver_match.url_name == "edit")
        }
    assert open_to[EDITORS] == {"images", "documents"}
    assert open_to[MODERATORS] == {"images", "documents", "glossary"}
    assert open_to[BUREAU] == {"images", "documents", "topics", "glossary", "redirects", "settings", "users"}


def test_the_bureau_manages_accounts_but_makes_no_administrator(client, people, home):
    admin = get_user_model().objects.create_superuser("root", password="x")
    client.force_login(people[BUREAU])
    form = {"username": "new", "email": "new@example.org", "password1": "long-enough-9", "password2": "long-enough-9"}
    form |= {"first_name": "新", "last_name": "人"}
    client.post(reverse("wagtailusers_users:add"), form | {"is_superuser": "on"})
    assert not get_user_model().objects.filter(username="new").exists()
    response = client.post(reverse("wagtailusers_users:add"), form)
    assert response.status_code == 302, response.context["form"].errors
    assert get_user_model().objects.filter(username="new", is_superuser=False).exists()

    url = reverse("wagtailusers_users:edit", args=[admin.pk])
    assert client.get(url).status_code == 302
    client.post(url, form | {"username": "root"})
    admin.refresh_from_db()
    assert admin.check_password("x")
    author = people[EDITORS]
    client.post(
        reverse("wagtailusers_users:edit", args=[author.pk]),
        form | {"username": author.username, "email": author.email, "is_superuser": "on"},
    )
    author.refresh_from_db()
    assert not author.is_superuser


def test_setting_up_again_changes_nothing_and_takes_nothing_away(home):
    extra = Group.objects.get(name=EDITORS)
    root = Page.get_first_root_node()
    publish = (
        GroupPagePermission.objects.filter(group__name=BUREAU, permission__codename="publish_page").get().permission
    )
    GroupPagePermission.objects.create(group=extra, page=root, permission=publish)
    before = (Group.objects.count(), GroupPagePermission.objects.count(), Workflow.objects.count())
    call_command("setup_site")
    assert before == (Group.objects.count(), GroupPagePermission.objects.count(), Workflow.objects.count())
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
    assert WorkflowPage.objects.get(page=root).workflow.name == WORKFLOW
    assert [workflow.name for workflow in Workflow.objects.filter(active=True)] == [WORKFLOW]


def test_another_workflow_chosen_by_an_administrator_stays(home):
    own = Workflow.objects.create(name="自己的流程")
    WorkflowPage.objects.update(workflow=own)
    call_command("setup_site")
    assert WorkflowPage.objects.get().workflow == own
