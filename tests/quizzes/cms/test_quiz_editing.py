"""Editing a quiz: a paper that the bank cannot fill is not published, whichever way; questions are chosen out of thousands."""

import pytest
from django.urls import reverse
from wagtail.models import WorkflowState

from factories.cms import block_data
from factories.questions import NOW, make_question, make_quiz, quiz_index, visitor
from factories.site import make_vocabulary
from home.actions.roles import BUREAU, EDITORS, MODERATORS
from quizzes.actions.attempts import start_attempt
from quizzes.cms.paper_summary import paper_lines
from quizzes.models import Category, QuizPage

pytestmark = pytest.mark.django_db
NO_COMMENTS = {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0, "comments-MIN_NUM_FORMS": 0}


def quiz_data(paper, **fields) -> dict[str, str]:
    """What the page editor sends. `paper`: as for QuizPage.paper."""
    topic, audience = make_vocabulary()
    quiz = QuizPage(paper=paper)
    data = NO_COMMENTS | {
        "title": "小测",
        "slug": "small",
        "summary": "五道题。",
        "topics": [topic.pk],
        "audiences": [audience.pk],
        "intro": "null",
        "bands-count": "0",
        "related-count": "0",
        "shuffle_questions": "on",
        "reveal_after": ["score", "key"],
        "reveal_closed": ["score", "answers", "key", "explanations"],
    }
    return data | block_data(quiz.paper.stream_block, quiz.paper, "paper") | fields


def draw(count: int, category: str = "测试") -> tuple:
    empty = {"topic": None, "audience": None, "type": "", "difficulty": "", "points": None}
    return ("draw", empty | {"count": count, "category": Category.at(category)})


@pytest.fixture
def draft(people):
    """A draft that asks for three questions where there is one."""
    make_question()
    quiz = QuizPage(title="小测", slug="small", summary="五道题。", live=False, paper=[draw(3)])
    quiz_index().add_child(instance=quiz)
    quiz.save_revision(user=people[EDITORS])
    return quiz


def edit(client, user, quiz, paper, action=None, **fields):
    client.force_login(user)
    data = quiz_data(paper, **fields) | ({action: "1"} if action else {})
    return client.post(reverse("wagtailadmin_pages:edit", args=[quiz.pk]), data)


@pytest.mark.parametrize("action", ["action-publish", "action-submit"])
def test_what_the_bank_cannot_fill_is_refused_at_the_paper(client, people, draft, action):
    response = edit(client, people[BUREAU], draft, [draw(3)], action)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["paper"]
    assert "要抽 3 道题，题库里符合条件的已发布题目只有 1 道" in str(response.context["form"].errors["paper"])
    draft.refresh_from_db()
    assert not draft.live
    assert not WorkflowState.objects.exists()


def test_the_draft_is_saved_all_the_same(client, people, draft):
    response = edit(client, people[EDITORS], draft, [draw(4)])
    assert response.status_code == 302, response.context["form"].errors
    assert QuizPage.objects.get(pk=draft.pk).get_latest_revision_as_object().paper[0].value["count"] == 4


def test_a_draft_of_a_published_quiz_is_saved_all_the_same(client, people):
    quiz = make_quiz([make_question()])
    assert edit(client, people[EDITORS], quiz, [draw(4)], slug=quiz.slug).status_code == 302
    response = edit(client, people[BUREAU], quiz, [draw(4)], "action-publish", slug=quiz.slug)
    assert list(response.context["form"].errors) == ["paper"]
    assert QuizPage.objects.get(pk=quiz.pk).paper[0].block_type == "fixed"


def test_what_the_bank_can_fill_is_published(client, people, draft):
    response = edit(client, people[BUREAU], draft, [draw(1)], "action-publish", reveal_during=["key"])
    assert response.status_code == 302, response.context["form"].errors
    draft.refresh_from_db()
    assert draft.live
    assert (draft.reveal_during, draft.reveal_after) == (["key"], ["score", "key"])


def test_the_final_approval_is_refused_when_the_bank_has_shrunk(
    client, people, draft, django_capture_on_commit_callbacks
):
    question = make_question()
    assert edit(client, people[EDITORS], draft, [draw(2)], "action-submit").status_code == 302
    state = QuizPage.objects.get(pk=draft.pk).current_workflow_task_state
    state.task.specific.on_action(state, people[MODERATORS], "approve")
    with django_capture_on_commit_callbacks(execute=True):
        question.unpublish()
    draft = QuizPage.objects.get(pk=draft.pk)
    client.force_login(people[BUREAU])
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", draft.current_workflow_task_state.pk]
    )
    response = client.post(url, {"comment": ""}, follow=True)
    assert "只有 1 道" in " ".join(str(message) for message in response.context["messages"])
    modal = client.post(url, {"comment": ""}, headers={"x-requested-with": "XMLHttpRequest"})
    assert modal.json()["redirect"] == reverse("wagtailadmin_pages:edit", args=[draft.pk])
    draft.refresh_from_db()
    assert not draft.live
    assert draft.current_workflow_task_state.task.name == "终审"


def test_a_schedule_goes_on_whatever_the_bank_holds(draft):
    draft.get_latest_revision().publish()
    assert QuizPage.objects.get(pk=draft.pk).live


def test_the_editor_sees_what_each_entry_finds(client, people, draft):
    fixed = make_question(points=2)
    draft.paper = [("fixed", {"question": fixed, "points": None}), draw(3), draw(2, "空的")]
    lines = paper_lines(draft)
    assert [(line.wanted, line.found, line.enough) for line in lines] == [(1, 1, True), (3, 2, False), (2, 0, False)]
    assert (lines[0].low, lines[0].high) == (2, 2)
    assert "测试" in lines[1].what
    client.force_login(people[EDITORS])
    page = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert "题目够不够" in page
    assert "只有 2 道" in page
    assert "北京时间" in page


def choices(client, **query) -> set[str]:
    response = client.get(reverse("wagtailsnippetchoosers_quizzes_question:choose_results"), query)
    return {str(question) for question in response.context["results"]}


def test_the_chooser_offers_published_questions_by_words_category_and_type(client, people):
    make_question(stem="七天能退吗？", category="网购/退货")
    make_question("true_false", stem="定金能退。", category="预付")
    make_question(stem="草稿？", category="网购/退货", publish=False)
    gone = make_question(stem="下架的？", category="网购/退货")
    gone.unpublish()
    client.force_login(people[EDITORS])
    assert choices(client) == {"七天能退吗？", "定金能退。"}
    assert choices(client, q="能退") == {"七天能退吗？", "定金能退。"}
    assert choices(client, q="七天") == {"七天能退吗？"}
    assert choices(client, category=Category.at("网购").pk) == {"七天能退吗？"}
    assert choices(client, type="true_false") == {"定金能退。"}
    page = client.get(reverse("wagtailsnippetchoosers_quizzes_question:choose")).json()["html"]
    for words in ("网购/退货", "判断题", "所有分类"):
        assert words in page


def test_a_quiz_with_attempts_is_not_deleted_and_says_why(client, people):
    quiz = make_quiz([make_question()])
    client.force_login(people[BUREAU])
    start_attempt(quiz=quiz, person=visitor(), now=NOW)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    for url in (
        reverse("wagtailadmin_pages:delete", args=[quiz.pk]),
        reverse("wagtailadmin_pages:delete", args=[quiz_index().pk]),
        f"{bulk}?id={quiz.pk}&next=/cms/",
    ):
        response = client.post(url, follow=True)
        assert QuizPage.objects.filter(pk=quiz.pk).exists()
        assert "有人答过" in " ".join(str(message) for message in response.context["messages"])


def test_a_quiz_that_nobody_answered_is_deleted(client, people):
    quiz = make_quiz([make_question()])
    client.force_login(people[BUREAU])
    client.post(reverse("wagtailadmin_pages:delete", args=[quiz.pk]))
    assert not QuizPage.objects.filter(pk=quiz.pk).exists()
