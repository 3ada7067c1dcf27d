"""Every refusal has one form and two languages, whatever went wrong where."""

import pytest
from django.test import Client

from factories.api import Caller, app, refusal
from factories.questions import make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("zh-CN,zh;q=0.9", "zh-hans"),
        ("fr,en;q=0.5,zh;q=0.4", "en"),
        ("en;q=0.2,zh-Hans;q=0.9", "zh-hans"),
        ("fr", "zh-hans"),
        ("*", "zh-hans"),
        ("", "zh-hans"),
        ("x" * 2000, "zh-hans"),
    ],
)
def test_accept_language_decides(header, language):
    response = Caller().get("/attempts", **{"Accept-Language": header})
    assert response.headers["Content-Language"] == language
    assert "Accept-Language" in response.headers["Vary"]
    table = {entry["code"]: entry["message"] for entry in Caller().get("/errors").json()}
    assert response.json()["message"] == table["sign_in_needed"][language]


def test_without_it_the_sites_choice_counts():
    caller = Caller()
    caller.client.cookies["language"] = "en"
    assert caller.get("/attempts").headers["Content-Language"] == "en"
    assert caller.get("/attempts", **{"Accept-Language": "zh"}).headers["Content-Language"] == "zh-hans"


def test_only_the_api_listens_to_it(site):
    assert Client().get("/search/", headers={"Accept-Language": "en"}).headers["Content-Language"] == "zh-hans"


@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
@pytest.mark.parametrize("path", ["/nothing", "/quizzes/", "/quizzes/x", "/attempts/x", "/errors/x"])
def test_unknown_addresses(method, path):
    assert refusal(Caller().call(method, path)) == (404, "not_found")


def test_wrong_methods():
    response = Caller().call("delete", "/quizzes")
    assert refusal(response) == (405, "method_not_allowed") and response.headers["Allow"] == "GET"


def test_a_mistake_of_ours(monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("ours")

    monkeypatch.setattr("quizzes.api.routes.list_quizzes", fail)
    caller = Caller()
    caller.client.raise_request_exception = False
    response = caller.client.get("/api/v1/quizzes", headers={"Accept-Language": "en"})
    assert refusal(response) == (500, "server_error") and "ours" not in response.content.decode()


def test_nothing_is_kept_by_browsers_or_proxies():
    for response in (Caller().get("/quizzes"), app(make_user()).get("/attempts"), Caller().get("/attempts")):
        assert response.headers["Cache-Control"] == "no-store"
        assert not response.cookies


def test_a_length_that_is_none():
    response = Client().post("/api/v1/visitors", headers={"Content-Length": "many"}, CONTENT_LENGTH="many")
    assert refusal(response) == (413, "too_large")
