"""The start page: the rules, why one may not start, going on with a running attempt."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from factories.participants import finish
from factories.questions import make_category, make_question, make_quiz, make_user
from quizzes.models import Attempt, QuizPage
from quizzes.question_types import TYPES


def start_page(client: Client, quiz: QuizPage) -> BeautifulSoup:
    response = client.get(f"/quizzes/{quiz.pk}/start/")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_the_page_tells_the_rules_and_the_scoring_of_every_type(all_types, client):
    page = start_page(client, all_types)
    words = page.get_text()
    assert "限时 10 分钟" in words and "60%" in words
    for kind in TYPES.values():
        assert str(kind.label) in page.select_one(".scoring").get_text()
    assert "全部选对得 12 分，少选得 6 分" in words


def test_scoring_rules_follow_what_is_published(home, client):
    category = make_category("抽题")
    make_question(category="抽题", points=2)
    quiz = make_quiz(draws=[{"count": 1, "category": category}])
    assert "数值题" not in start_page(client, quiz).get_text()
    make_question("numeric", category="抽题", points=2)
    cache.clear()
    assert "数值题" in start_page(client, quiz).select_one(".scoring").get_text()


@pytest.mark.parametrize(
    ("settings", "status", "words"),
    [
        ({"opens_at": timedelta(days=1)}, 409, "还没有开放"),
        ({"closes_at": timedelta(days=-1)}, 409, "已经结束"),
        ({"needs_account": True}, 401, "要登录才能答"),
    ],
)
def test_who_may_not_start_is_told_why_and_what_to_do(home, client, settings, status, words):
    settings = {k: timezone.now() + v if isinstance(v, timedelta) else v for k, v in settings.items()}
    quiz = make_quiz([make_question()], **settings)
    page = start_page(client, quiz)
    assert words in page.select_one("[role=alert]").get_text()
    assert page.select(".quiz-refusal a.button")
    assert not page.select(".quiz-start__form")
    refused = client.post(f"/quizzes/{quiz.pk}/start/", {"view": "one"})
    assert refused.status_code == status
    assert words in refused.content.decode()
    assert not Attempt.objects.exists()
    assert "sessionid" not in client.cookies  # nobody gets an identity for nothing


def test_the_login_leads_back(home, client):
    quiz = make_quiz([make_question()], needs_account=True)
    link = start_page(client, quiz).select_one(".quiz-refusal a.button")
    assert link["href"] == f"/accounts/login/?next=/quizzes/{quiz.pk}/start/"


def test_attempts_run_out(home, member):
    quiz = make_quiz([make_question()], max_attempts=1)
    assert "还可以答 1 次" in start_page(member.client, quiz).get_text()
    finish(member, member.start(quiz))
    page = start_page(member.client, quiz)
    assert "次数已经用完了" in page.get_text()
    assert len(page.select(".attempt-lines__item")) == 1
    assert member.client.post(f"/quizzes/{quiz.pk}/start/", {"view": "one"}).status_code == 409


def test_a_paper_that_cannot_be_filled(home, client):
    question = make_question()
    quiz = make_quiz([question])
    question.unpublish()
    cache.clear()
    refused = client.post(f"/quizzes/{quiz.pk}/start/", {"view": "one"})
    assert refused.status_code == 409
    assert "还没有准备好" in refused.content.decode()


def test_a_running_attempt_is_gone_on_with(all_types, visitor):
    attempt = visitor.start(all_types)
    page = start_page(visitor.client, all_types)
    assert "接着答" in page.select_one(".quiz-start__go").get_text()
    assert visitor.start(all_types).pk == attempt.pk
    assert Attempt.objects.count() == 1


def test_running_out_of_time_does_not_bar_the_next_attempt(all_types, visitor):
    first = visitor.start(all_types)
    Attempt.objects.update(
        started_at=timezone.now() - timedelta(hours=1), deadline=timezone.now() - timedelta(minutes=50)
    )
    assert "时间到了" in start_page(visitor.client, all_types).get_text()
    second = visitor.start(all_types)
    assert second.pk != first.pk
    first.refresh_from_db()
    assert first.status == Attempt.Status.TIMED_OUT


def test_elder_mode_starts_without_a_limit(all_types, join):
    assert join(mode="elder").start(all_types).deadline is None
    assert join(mode="normal").start(all_types).deadline is not None


def test_the_order_on_the_screen_is_remembered(all_types, visitor):
    attempt = visitor.start(all_types, view="all")
    assert visitor.client.cookies["quiz_view"].value == "all"
    assert visitor.page(attempt).select_one("#sheet")["data-view"] == "all"
    assert start_page(visitor.client, all_types).select_one("input[name=view][checked]")["value"] == "all"


def test_what_a_visitor_did_goes_along_to_the_account(all_types, visitor):
    attempt = visitor.start(all_types)
    user = make_user()
    session = visitor.client.session
    identity = session["quiz_visitor"]
    visitor.client.force_login(user)
    session = visitor.client.session
    session["quiz_visitor"] = identity  # as allauth keeps the session through a login
    session.save()
    assert visitor.client.get(f"/attempts/{attempt.pk}/").status_code == 200
    attempt.refresh_from_db()
    assert (attempt.user_id, attempt.visitor) == (user.pk, None)


def test_earlier_results_are_told_as_far_as_revealed(home, member):
    shown, hidden = make_quiz([make_question("true_false")]), make_quiz([make_question()], reveal_after=["answers"])
    for quiz in (shown, hidden):
        finish(member, member.start(quiz))
    assert "0%" in start_page(member.client, shown).select_one(".attempt-lines").get_text()
    assert "%" not in start_page(member.client, hidden).select_one(".attempt-lines").get_text()


def test_unpublished_and_foreign_pages_are_not_there(home, client):
    quiz = make_quiz([make_question()])
    assert client.get(f"/quizzes/{quiz.pk + 1}/start/").status_code == 404
    assert client.get(f"/quizzes/{home.pk}/start/").status_code == 404
    quiz.unpublish()
    assert client.get(f"/quizzes/{quiz.pk}/start/").status_code == 404


def test_a_private_quiz_is_for_those_who_may_see_it(home, client, member):
    quiz = make_quiz([make_question()])
    PageViewRestriction.objects.create(page=quiz, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(f"/quizzes/{quiz.pk}/start/").status_code == 404
    assert member.client.get(f"/quizzes/{quiz.pk}/start/").status_code == 200


def test_starting_needs_the_form_token(all_types):
    client = Client(enforce_csrf_checks=True)
    assert client.post(f"/quizzes/{all_types.pk}/start/").status_code == 403
    token = start_page(client, all_types).select_one("input[name=csrfmiddlewaretoken]")["value"]
    assert client.post(f"/quizzes/{all_types.pk}/start/", {"csrfmiddlewaretoken": token}).status_code == 302


def test_the_page_is_never_kept(all_types, client):
    for _time in range(2):
        response = client.get(f"/quizzes/{all_types.pk}/start/")
        assert "no-store" in response["Cache-Control"]
        assert "X-Page-Cache" not in response
