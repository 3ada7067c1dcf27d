"""Practice over HTTP: the next question, its answer, the book of wrong answers, the question of the day."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from factories.api import Caller, app, page, refusal, visitor_app
from factories.questions import make_question, make_quiz, make_user
from factories.site import make_vocabulary
from quizzes.models import DailyQuestion, PracticeAnswer

pytestmark = pytest.mark.django_db


def in_topic(question):
    topic, audience = make_vocabulary()
    question.topics.set([topic])
    question.audiences.set([audience])
    question.save()
    question.save_revision().publish()
    return question


@pytest.fixture
def question(site):
    return in_topic(make_question("true_false", explanation="因为。"))


NEXT = "/practice/next?mode=topic&topic=online-shopping"


@pytest.mark.parametrize("make", [lambda: app(make_user()), lambda: page(make_user()), visitor_app])
def test_a_wrong_answer_goes_into_the_book(question, make):
    caller = make()
    shown = caller.get(NEXT).json()
    assert (shown["question"]["type"], shown["question_id"], shown["left"]) == ("true_false", question.pk, 1)
    done = caller.post("/practice/answers", {"token": shown["token"], "raw": True}).json()
    assert done["counted"] and done["visitor_token"] is None
    assert (done["outcome"]["state"], done["outcome"]["right_answer"]) == ("wrong", ["错"])
    assert done["outcome"]["explanation"] == "因为。"
    numbers = caller.get("/practice").json()
    assert (numbers["wrong"], numbers["answered_today"], numbers["right_today"]) == (1, 1, 0)
    assert numbers["topics"] == [{"topic": "online-shopping", "name": "网络购物", "questions": 1, "mastered": 0}]


def test_answering_twice_is_answering_once(question):
    caller = app(make_user())
    token = caller.get(NEXT).json()["token"]
    caller.post("/practice/answers", {"token": token, "raw": True})
    again = caller.post("/practice/answers", {"token": token, "raw": False}).json()
    assert not again["counted"] and again["outcome"]["state"] == "wrong"
    assert PracticeAnswer.objects.count() == 1


def test_a_stranger_becomes_a_visitor(question):
    token = Caller().get(NEXT).json()["token"]
    done = Caller().post("/practice/answers", {"token": token, "raw": True}).json()
    assert Caller(**{"X-Visitor": done["visitor_token"]}).get("/practice").json()["wrong"] == 1
    assert Caller().get("/practice").json()["wrong"] == 0


def test_wrong_answers_of_a_quiz_come_into_the_book(question):
    caller = app(make_user())
    address = f"/attempts/{caller.post(f'/quizzes/{make_quiz([question]).pk}/attempts').json()['attempt']['id']}"
    caller.post(f"{address}/submit", {"answers": {"0": {"raw": True}}})
    shown = caller.get("/practice/next?mode=wrong").json()
    assert (shown["question_id"], shown["left"]) == (question.pk, 1)


def test_skipping(question):
    other = in_topic(make_question("true_false"))
    caller = app(make_user())
    assert caller.get(f"{NEXT}&skip={question.pk}").json()["question_id"] == other.pk
    assert caller.get(f"{NEXT}&skip={other.pk}").json()["question_id"] == question.pk


@pytest.mark.parametrize(
    "query",
    [
        "mode=wrong",
        "mode=review",
        "mode=topic",
        "mode=topic&topic=nothing",
        "mode=topic&topic=online-shopping&difficulty=hard",
    ],
)
def test_nothing_to_practise(question, query):
    for caller in (app(make_user()), Caller()):
        assert refusal(caller.get(f"/practice/next?{query}")) == (404, "nothing_to_practise")


@pytest.mark.parametrize(
    "query", ["", "mode=daily", "mode=topic&difficulty=x", "mode=topic&skip=0", f"mode=topic&skip={10**30}"]
)
def test_invalid_queries(site, query):
    assert refusal(Caller().get(f"/practice/next?{query}")) == (422, "invalid_request")


@pytest.mark.parametrize(
    ("raw", "expected"), [(7, (422, "bad_answer")), (None, (422, "not_answered")), ("", (422, "not_answered"))]
)
def test_unusable_answers(question, raw, expected):
    caller = app(make_user())
    token = caller.get(NEXT).json()["token"]
    assert refusal(caller.post("/practice/answers", {"token": token, "raw": raw})) == expected
    assert not PracticeAnswer.objects.exists()


def test_a_question_of_a_secret_quiz(question):
    caller = app(make_user())
    token = caller.get(NEXT).json()["token"]
    make_quiz([question], reveal_after=["score"], closes_at=timezone.now() + timedelta(hours=1))
    cache.clear()
    response = caller.post("/practice/answers", {"token": token, "raw": True})
    assert refusal(response) == (409, "question_reserved") and not PracticeAnswer.objects.exists()


def test_a_token_of_ones_own_making(question):
    assert refusal(app(make_user()).post("/practice/answers", {"token": "x", "raw": 1})) == (422, "invalid_request")


class TestDaily:
    def test_the_same_for_everybody_and_once(self, question):
        DailyQuestion.objects.create(date=timezone.localdate(), question=question)
        caller = app(make_user())
        daily = caller.get("/practice/daily").json()
        assert daily["question"]["stem"] == question.stem == Caller().get("/practice/daily").json()["question"]["stem"]
        assert (daily["streak"], daily["outcome"]) == (0, None)
        caller.post("/practice/answers", {"token": daily["token"], "raw": False})
        after = caller.get("/practice/daily").json()
        assert (after["streak"], after["token"], after["outcome"]["state"]) == (1, None, "right")

    def test_chosen_when_nobody_has(self, question):
        assert Caller().get("/practice/daily").json()["question"]["stem"] == question.stem

    def test_an_empty_bank(self, site):
        assert refusal(Caller().get("/practice/daily")) == (404, "nothing_to_practise")
