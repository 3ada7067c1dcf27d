"""Who may do what: app tokens, the site's session with CSRF, visitors, and other people's attempts."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import signing
from django.test import Client

from factories.api import Caller, app, page, refusal, session_of, visitor_app
from factories.questions import make_question, make_quiz, make_user
from quizzes.api.visitor_tokens import GOOD_FOR, visitor_token
from quizzes.models import Attempt
from users.models import User

pytestmark = pytest.mark.django_db

ENDPOINTS = [
    ("get", "", None),
    ("post", "/answers", {"answers": {"0": {"raw": True}}}),
    ("post", "/check", {"slot": 0, "answer": {"raw": True}}),
    ("post", "/submit", None),
    ("get", "/result", None),
]
CALLERS = {
    "other user's app": lambda: app(make_user()),
    "other user's page": lambda: page(make_user()),
    "other visitor": visitor_app,
    "administrator's app": lambda: app(User.objects.create_superuser("boss", None, "x")),
    "administrator's page": lambda: page(User.objects.create_superuser("boss", None, "x")),
}
OWNERS = {"app": lambda: app(make_user()), "page": lambda: page(make_user()), "visitor": visitor_app}


@pytest.fixture
def quiz(site):
    return make_quiz([make_question("true_false")], reveal_during=["key"])


def started(caller: Caller, quiz) -> str:
    response = caller.post(f"/quizzes/{quiz.pk}/attempts")
    assert response.status_code == 200, response.content
    return f"/attempts/{response.json()['attempt']['id']}"


@pytest.mark.parametrize("owner", OWNERS)
def test_owners_may(quiz, owner):
    caller = OWNERS[owner]()
    address = started(caller, quiz)
    assert [caller.call(method, address + path, data).status_code for method, path, data in ENDPOINTS] == [200] * 5
    assert caller.get("/attempts").json()["count"] == 1
    assert len(caller.get(f"/quizzes/{quiz.pk}").json()["attempts"]) == 1


@pytest.mark.parametrize("other", CALLERS)
@pytest.mark.parametrize("owner", ["app", "visitor"])
def test_nobody_else_may(quiz, owner, other):
    address, caller = started(OWNERS[owner](), quiz), CALLERS[other]()
    before = Attempt.objects.values().get()
    for method, path, data in ENDPOINTS:
        assert refusal(caller.call(method, address + path, data)) == (404, "unknown_attempt"), path
    assert Attempt.objects.values().get() == before
    assert caller.get("/attempts").json()["count"] == 0
    assert caller.get(f"/quizzes/{quiz.pk}").json()["attempts"] == []


def test_strangers_are_asked_to_sign_in(quiz):
    address = started(app(make_user()), quiz)
    for method, path, data in ENDPOINTS:
        assert refusal(Caller().call(method, address + path, data)) == (401, "sign_in_needed"), path
    assert refusal(Caller().get("/attempts")) == (401, "sign_in_needed")


@pytest.mark.parametrize("header", ["X-Session-Token", "X-Visitor"])
@pytest.mark.parametrize("token", ["", "nonsense", "ä"])
def test_wrong_tokens_are_refused_everywhere(quiz, header, token):
    caller = Caller(**{header: token})
    assert refusal(caller.get("/quizzes")) == (401, "invalid_token")
    assert refusal(caller.post(f"/quizzes/{quiz.pk}/attempts")) == (401, "invalid_token")
    assert refusal(caller.get("/attempts")) == (401, "invalid_token")
    assert not Attempt.objects.exists()


def test_a_wrong_token_is_not_saved_by_a_cookie(quiz):
    caller = page(make_user())
    assert refusal(caller.get("/attempts", **{"X-Session-Token": "nonsense"})) == (401, "invalid_token")


def test_a_token_ends_with_its_session_and_its_user(quiz):
    user = make_user()
    token = session_of(user)
    caller = Caller(**{"X-Session-Token": token})
    assert caller.get("/attempts").status_code == 200
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert refusal(caller.get("/attempts")) == (401, "invalid_token")


class TestCsrf:
    def test_a_page_needs_its_token(self, quiz):
        caller = page(make_user())
        address = started(caller, quiz)
        del caller.headers["X-CSRFToken"]
        for method, path, data in ENDPOINTS:
            expected = (403, "csrf_failed")
            if method == "post":
                assert refusal(caller.call(method, address + path, data)) == expected, path
        assert refusal(caller.post(f"/quizzes/{quiz.pk}/attempts")) == (403, "csrf_failed")
        assert Attempt.objects.get().answers == {} and Attempt.objects.get().is_active

    def test_a_visitor_of_the_site_needs_it_too(self, quiz):
        browser = Client(enforce_csrf_checks=True)
        session = browser.session
        session["quiz_visitor"] = str(uuid4())
        session.save()
        caller = Caller()
        caller.client = browser
        browser.cookies["sessionid"] = session.session_key
        assert refusal(caller.post(f"/quizzes/{quiz.pk}/attempts")) == (403, "csrf_failed")
        browser.cookies["csrftoken"] = "c" * 32
        caller.headers["X-CSRFToken"] = "c" * 32
        started(caller, quiz)
        assert caller.get("/attempts").json()["count"] == 1

    def test_tokens_do_without(self, quiz):
        for caller in (app(make_user()), visitor_app()):
            caller.post(f"{started(caller, quiz)}/submit")
        assert not Attempt.objects.active().exists()


class TestVisitors:
    def test_renewing_keeps_the_visitor(self, quiz):
        caller = visitor_app()
        started(caller, quiz)
        renewed = caller.post("/visitors").json()["token"]
        assert Caller(**{"X-Visitor": renewed}).get("/attempts").json()["count"] == 1

    def test_two_visitors_are_two(self, quiz):
        started(visitor_app(), quiz)
        assert visitor_app().get("/attempts").json()["count"] == 0

    def test_tokens_of_other_makings_are_refused(self, quiz):
        visitor = uuid4()
        for token in (signing.dumps(visitor.hex, salt="other"), visitor.hex, visitor_token(visitor)[:-1]):
            assert refusal(Caller(**{"X-Visitor": token}).get("/attempts")) == (401, "invalid_token")

    def test_a_token_is_good_for_a_year(self, quiz, monkeypatch):
        token = visitor_token(uuid4())
        caller = Caller(**{"X-Visitor": token})
        now = signing.time.time()
        monkeypatch.setattr(signing.time, "time", lambda: now + (GOOD_FOR - timedelta(hours=1)).total_seconds())
        assert caller.get("/attempts").status_code == 200
        monkeypatch.setattr(signing.time, "time", lambda: now + (GOOD_FOR + timedelta(hours=1)).total_seconds())
        assert refusal(caller.get("/attempts")) == (401, "invalid_token")

    @pytest.mark.parametrize("make", [app, page])
    def test_signing_in_takes_over_what_the_visitor_did(self, quiz, make):
        visitor = visitor_app()
        address = started(visitor, quiz)
        caller = make(make_user())
        assert refusal(caller.get(address)) == (404, "unknown_attempt")
        assert caller.get(address, **visitor.headers).status_code == 200
        assert caller.get(address).status_code == 200
        assert refusal(visitor.get(address)) == (404, "unknown_attempt")

    def test_a_wrong_visitor_beside_an_account_is_refused(self, quiz):
        caller = app(make_user())
        assert refusal(caller.get("/attempts", **{"X-Visitor": "nonsense"})) == (401, "invalid_token")
