"""Too often: 429 with Retry-After, per person and per address, and wide enough for a class."""

import pytest
from django.conf import settings as configured
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.api import Caller, app, refusal, visitor_app
from factories.questions import make_question, make_quiz, make_user
from factories.site import make_vocabulary

pytestmark = pytest.mark.django_db
CLASS = 45


@pytest.fixture
def quiz(site):
    question = make_question("true_false")
    question.topics.set([make_vocabulary()[0]])
    question.save()
    question.save_revision().publish()
    return make_quiz([question], reveal_during=["key"])


def once(settings, action: str, source: str) -> None:
    """Let `action` happen once a minute."""
    settings.QUIZ_RATE_LIMITS = settings.QUIZ_RATE_LIMITS | {action: {source: "1/60"}}


def calls(quiz, caller: Caller) -> dict:
    """One call for each limited action."""
    address = f"/attempts/{caller.post(f'/quizzes/{quiz.pk}/attempts').json()['attempt']['id']}"
    token = caller.get("/practice/next?mode=topic&topic=online-shopping").json()["token"]
    return {
        "save": lambda who: who.post(f"{address}/answers", {"answers": {}}),
        "check": lambda who: who.post(f"{address}/check", {"slot": 0, "answer": {"raw": True}}),
        "submit": lambda who: who.post(f"{address}/submit"),
        "practise": lambda who: who.post("/practice/answers", {"token": token, "raw": True}),
        "start": lambda who: who.post(f"/quizzes/{quiz.pk}/attempts"),
        "visitor": lambda who: who.post("/visitors"),
    }


@pytest.mark.parametrize("action", ["start", "save", "check", "submit", "practise"])
@pytest.mark.parametrize("make", [lambda: app(make_user()), visitor_app])
def test_a_person_who_comes_too_often_waits(quiz, settings, action, make):
    caller, other = make(), app(make_user())
    call = calls(quiz, caller)[action]
    once(settings, action, "person")
    assert call(caller).status_code == 200
    response = call(caller)
    assert refusal(response) == (429, "rate_limited")
    assert 1 <= int(response.headers["Retry-After"]) <= 60
    assert call(other).status_code != 429


@pytest.mark.parametrize("action", ["start", "save", "check", "submit", "practise", "visitor"])
def test_an_address_that_comes_too_often_waits(quiz, settings, action):
    caller = app(make_user())
    call = calls(quiz, caller)[action]
    once(settings, action, "address")
    call(caller)
    assert refusal(call(app(make_user()))) == (429, "rate_limited")
    elsewhere = app(make_user())
    elsewhere.client.defaults["REMOTE_ADDR"] = "10.9.8.7"
    assert call(elsewhere).status_code != 429


def test_refused_calls_change_nothing_and_ask_nothing(quiz, settings):
    caller = visitor_app()
    call = calls(quiz, caller)["save"]
    once(settings, "save", "person")
    call(caller)
    with CaptureQueriesContext(connection) as queries:
        assert call(caller).status_code == 429
    assert len(queries) == 0


def test_a_class_starts_saves_and_submits_at_once(quiz):
    for _ in range(CLASS):
        caller = visitor_app()
        address = f"/attempts/{caller.post(f'/quizzes/{quiz.pk}/attempts').json()['attempt']['id']}"
        assert caller.post(f"{address}/answers", {"answers": {"0": {"raw": True}}}).status_code == 200
        assert caller.post(f"{address}/submit").status_code == 200


@pytest.mark.parametrize("action", configured.QUIZ_RATE_LIMITS)
def test_an_address_may_do_what_several_classes_do(action):
    """Every member of three classes at one school may use up the own limit of a tenth of a minute."""
    rates = {source: int(rate.split("/")[0]) for source, rate in configured.QUIZ_RATE_LIMITS[action].items()}
    assert rates["address"] >= 3 * CLASS * max(1, rates.get("person", 1) // 10)
