"""The public pages: the same for everybody, so they are cached."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup

from factories.questions import make_category, make_question, make_quiz
from factories.site import make_vocabulary
from quizzes.models import QuizIndexPage


@pytest.fixture
def quiz(home):
    quiz = make_quiz(
        [make_question()],
        time_limit=15,
        opens_at=datetime(2026, 3, 1, 2, 0, tzinfo=UTC),
        closes_at=datetime(2026, 3, 15, 16, 30, tzinfo=UTC),
    )
    topic, audience = make_vocabulary()
    quiz.topics.set([topic])
    quiz.audiences.set([audience])
    quiz.save()
    return quiz


def soup(client, path: str) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_the_front_of_a_quiz_is_cached_and_holds_nothing_personal(quiz, client):
    first, again = client.get(quiz.url), client.get(quiz.url)
    assert (first["X-Page-Cache"], again["X-Page-Cache"]) == ("miss", "hit")
    assert not client.cookies
    assert b"csrf" not in again.content


def test_times_are_told_in_words_in_shanghai_whatever_the_clock_says(quiz, client):
    words = soup(client, quiz.url).select_one(".quiz-period").get_text()
    assert "2026 年 3 月 1 日 10:00 开放" in words
    assert "2026 年 3 月 16 日 00:30 结束" in words


def test_the_front_tells_the_rules_and_leads_to_the_start(quiz, client):
    page = soup(client, quiz.url)
    assert page.select_one("a.quiz-front__go")["href"] == f"/quizzes/{quiz.pk}/start/"
    assert "限时 15 分钟" in page.select_one(".quiz-rules").get_text()


def test_cards_tell_questions_minutes_and_times(quiz, client):
    card = soup(client, "/quizzes/").select_one(".quiz-card")
    assert card.select_one(".quiz-card__count strong").get_text() == "1"
    assert "15 分钟" in card.get_text() and "3 月 16 日 00:30 结束" in card.get_text()


def test_drawn_questions_are_counted_on_the_card(home, client):
    category = make_category("抽")
    for _number in range(4):
        make_question(category="抽")
    make_quiz([make_question()], draws=[{"count": 3, "category": category}])
    assert soup(client, "/quizzes/").select_one(".quiz-card__count strong").get_text() == "4"


def test_facets_filter_the_list(quiz, client):
    make_quiz([make_question()])
    assert len(soup(client, "/quizzes/").select(".quiz-card")) == 2
    assert len(soup(client, "/quizzes/?topic=online-shopping").select(".quiz-card")) == 1


def test_an_empty_list_says_so(home, client):
    assert "这里还没有内容" in soup(client, "/quizzes/").get_text()


def test_a_longer_list_costs_no_more_queries(home, client, django_assert_max_num_queries):
    index = QuizIndexPage.objects.get()
    counts = []
    for _round in range(2):
        for _number in range(3):
            make_quiz([make_question()])
        with django_assert_max_num_queries(100) as captured:
            client.get(index.url + f"?page={len(counts) + 1}")
        counts.append(len(captured.captured_queries))
    assert counts[1] <= counts[0]
