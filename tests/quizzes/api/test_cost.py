"""How many queries a call costs, session and user included: a class starts, saves and submits within seconds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.api import app, page, visitor_app
from factories.questions import BODIES, make_question, make_quiz, make_user
from factories.site import make_image

pytestmark = pytest.mark.django_db
CONTROL = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")
CALLERS = {"app": lambda: app(make_user()), "page": lambda: page(make_user()), "visitor": visitor_app}


def queries_of(call) -> list[str]:
    """The statements of a call that succeeds, without those that only open and close transactions."""
    with CaptureQueriesContext(connection) as captured:
        response = call()
    assert response.status_code == 200, response.content
    return [query["sql"] for query in captured if not query["sql"].startswith(CONTROL)]


@pytest.fixture
def quiz(site):
    """A quiz with a time limit over every type of question, with pictures and lessons."""
    extra = {"picture": make_image(), "picture_alt": "图", "lesson": site.lessons[0]}
    return make_quiz([make_question(code, **extra) for code in BODIES], time_limit=10, reveal_during=["key"])


@pytest.fixture(params=CALLERS)
def caller(request, quiz):
    """A caller, after somebody else has been through the quiz: what a process keeps is kept by then."""
    through(visitor_app(), quiz)
    caller = CALLERS[request.param]()
    assert caller.get("/attempts").status_code == 200
    return caller


def through(caller, quiz) -> dict[str, int]:
    """Go from the start to the result; the number of queries of each call."""
    costs, address = {}, ""

    def cost(name: str, call):
        answers = []
        costs[name] = len(queries_of(lambda: answers.append(call()) or answers[0]))
        return answers[0].json()

    started = cost("start", lambda: caller.post(f"/quizzes/{quiz.pk}/attempts"))
    address = f"/attempts/{started['attempt']['id']}"
    cost("read", lambda: caller.get(address))
    sent = {"answers": {str(slot): {"raw": None} for slot in range(len(BODIES))}}
    cost("save", lambda: caller.post(f"{address}/answers", sent))
    cost("submit", lambda: caller.post(f"{address}/submit", sent))
    cost("result", lambda: caller.get(f"{address}/result"))
    cost("detail", lambda: caller.get(f"/quizzes/{quiz.pk}"))
    cost("list", lambda: caller.get("/attempts"))
    return costs


def test_the_calls_of_an_attempt(caller, quiz):
    costs = through(caller, quiz)
    assert costs["start"] <= 6 and costs["save"] <= 3 and costs["submit"] <= 6, costs
    assert costs["read"] <= 4 and costs["result"] <= 6 and costs["list"] <= 3, costs


def test_the_length_of_a_paper_costs_no_query(site):
    short, long = (make_quiz([make_question() for _ in range(length)]) for length in (1, 12))
    caller = app(make_user())
    for quiz in (short, long):
        through(visitor_app(), quiz)
    assert through(caller, short) == through(caller, long)
