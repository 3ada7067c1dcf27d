"""Which pages of the question bank each group reaches, and what its menu offers."""

import pytest
from django.urls import reverse

from factories.questions import make_question
from home.actions.roles import BUREAU, EDITORS, MODERATORS
from quizzes.models import Category, Question

pytestmark = pytest.mark.django_db
SECTIONS = {
    "questions": "wagtailsnippets_quizzes_question:list",
    "new question": "wagtailsnippets_quizzes_question:add",
    "categories": "wagtailsnippets_quizzes_category:list",
    "new category": "wagtailsnippets_quizzes_category:add",
    "daily": "wagtailsnippets_quizzes_dailyquestion:list",
    "extra time": "wagtailsnippets_quizzes_extratime:list",
    "duplicates": "quizzes_cms_duplicates",
    "statistics": "quizzes_cms_statistics",
    "scores": "quizzes_cms_score_table",
    "re-grades": "quizzes_cms_regrades",
}
EVERYBODY = {"questions", "new question", "categories", "duplicates", "statistics", "scores"}


def reached(client) -> set[str]:
    return {section for section, name in SECTIONS.items() if client.get(reverse(name)).status_code == 200}


@pytest.mark.parametrize(
    ("group", "sections"),
    [
        (EDITORS, EVERYBODY),
        (MODERATORS, EVERYBODY | {"new category", "daily", "re-grades"}),
        (BUREAU, set(SECTIONS)),
    ],
)
def test_what_each_group_reaches(client, people, group, sections):
    client.force_login(people[group])
    assert reached(client) == sections


@pytest.mark.parametrize("group", [EDITORS, MODERATORS, BUREAU])
def test_everybody_who_edits_a_quiz_can_choose_what_it_draws_from(client, people, group):
    client.force_login(people[group])
    for model in ("quizzes_question", "quizzes_category", "education_topic", "education_audience"):
        assert client.get(reverse(f"wagtailsnippetchoosers_{model}:choose")).status_code == 200


def test_visitors_are_sent_to_sign_in(client, site):
    for name in SECTIONS.values():
        assert "/accounts/login/" in client.get(reverse(name)).url


@pytest.mark.parametrize(
    ("group", "entries"),
    [
        (EDITORS, {"questions", "question-categories", "question-duplicates", "quiz-statistics"}),
        (BUREAU, {"questions", "question-categories", "extra-time", "daily-questions", "regrades", "quiz-statistics"}),
    ],
)
def test_the_menu_offers_what_is_reached(rf, people, group, entries):
    from wagtail.admin.menu import admin_menu

    request = rf.get("/cms/")
    request.user = people[group]
    bank = next(item for item in admin_menu.menu_items_for_request(request) if item.name == "question-bank")
    shown = {item.name for item in bank.menu.menu_items_for_request(request)}
    assert entries <= shown
    assert ("extra-time" in shown) == (group == BUREAU)


def test_renaming_a_category_keeps_the_paths_below_and_refuses_a_twin(client, people):
    make_question(category="网购/退货")
    Category.at("预付")
    client.force_login(people[BUREAU])
    url = reverse("wagtailsnippets_quizzes_category:edit", args=[Category.at("网购").pk])
    assert client.post(url, {"name": "网络购物", "parent": ""}).status_code == 302
    assert Question.objects.get().category.path == "网络购物/退货"
    assert "name" in client.post(url, {"name": "预付", "parent": ""}).context["form"].errors
    listed = client.get(reverse("wagtailsnippets_quizzes_category:list")).context["object_list"]
    assert {(category.path, category.question_count, category.live_count) for category in listed} == {
        ("网络购物", 0, 0),
        ("网络购物/退货", 1, 1),
        ("预付", 0, 0),
    }


def test_both_ways_of_previewing_a_question_work(client, people):
    from factories.cms import question_data

    question = make_question(explanation="因为这样。", publish=False)
    client.force_login(people[EDITORS])
    url = reverse("wagtailsnippets_quizzes_question:preview_on_edit", args=[question.pk])
    assert client.post(url, question_data(explanation="因为这样。")).json()["is_valid"]
    assert "因为这样。" not in client.get(url, {"mode": ""}).content.decode()
    assert "因为这样。" in client.get(url, {"mode": "answered"}).content.decode()
