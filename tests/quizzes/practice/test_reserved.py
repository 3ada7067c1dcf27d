"""A question in a quiz that keeps its key secret cannot be practised until the quiz is over."""

import pytest
from django.core.cache import cache

from factories.practice import make_topic, make_topic_question
from factories.questions import NOW, after, make_quiz, refused, visitor
from factories.site import SmallSite
from quizzes.actions.practice import answer_question
from quizzes.papers import reserved_questions
from quizzes.practice.daily import choose_daily
from quizzes.practice.scheduling import read_token
from quizzes.practice.screens import new_screen
from quizzes.practice.selection import Scope, Today, pick_from_topic, practisable, topic_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic():
    SmallSite()
    return make_topic()


def test_neither_offered_nor_answered_until_the_quiz_closes(topic, django_capture_on_commit_callbacks):
    question, person = make_topic_question(topic), visitor()
    shown = read_token(new_screen(question.current_id, "topic", person, NOW).token)
    quiz = make_quiz([question], reveal_after=["score"], closes_at=after(60))
    cache.clear()

    assert reserved_questions(NOW) == {question.pk}
    assert topic_rows(person, NOW) == []
    assert choose_daily(NOW.date(), NOW) is None
    assert pick_from_topic(Scope(topic.slug), person, Today(), NOW).version_id is None
    with refused("question_reserved"):
        answer_question(person=person, shown=shown, raw=False, now=after(1))

    assert pick_from_topic(Scope(topic.slug), person, Today(), after(60)).version_id == question.current_id
    with django_capture_on_commit_callbacks(execute=True):
        quiz.unpublish()
    assert practisable(NOW).get() == question


@pytest.mark.parametrize(
    "settings", [{}, {"reveal_after": ["score", "key"]}, {"reveal_after": [], "reveal_during": ["key"]}]
)
def test_a_quiz_that_shows_its_key_reserves_nothing(topic, settings):
    question = make_topic_question(topic)
    make_quiz([question], closes_at=after(60), **settings)
    cache.clear()
    assert practisable(NOW).get() == question


def test_draws_reserve_their_whole_pool(topic):
    question = make_topic_question(topic)
    other = make_topic_question(topic, category="别的")
    make_quiz(draws=[{"count": 1, "category": question.category}], reveal_after=[], closes_at=after(60))
    cache.clear()
    assert practisable(NOW).get() == other
