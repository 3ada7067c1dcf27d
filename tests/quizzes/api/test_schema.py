"""Generated requests against the whole API: no server error, and every answer as the document says."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from config.wsgi import application
from factories.api import app, session_of
from factories.questions import BODIES, make_question, make_quiz, make_user
from factories.site import make_vocabulary

pytestmark = pytest.mark.django_db


def within_the_test(environ, start_response):
    """The application as a server calls it, but in the test's transaction: the connection stays open after the request."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        response = application(environ, start_response)
        body = b"".join(response)
        response.close()
        return [body]
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", within_the_test)
bounded = settings(
    max_examples=10,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True)
def without_limits(settings):
    settings.QUIZ_RATE_LIMITS = {action: {} for action in settings.QUIZ_RATE_LIMITS}


def send(case, **headers: str) -> None:
    """Hold an answer against the document. A request that fits the schema may be refused, but never as an invalid one."""
    response = case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance])
    if case.meta.generation.mode.is_positive and response.status_code == 422:
        assert "fields" not in response.json(), response.json()


@schema.parametrize()
@bounded
def test_for_strangers(case):
    send(case)


@pytest.fixture
def world(site):
    """A signed-in app, and the ids of things that are there: without them nearly every call ends at 404."""
    topic, audience = make_vocabulary()
    questions = [make_question(code) for code in BODIES]
    for question in questions:
        question.topics.set([topic])
        question.audiences.set([audience])
        question.save()
        question.save_revision().publish()
    user = make_user()
    quiz = make_quiz(questions, reveal_during=["key"])
    attempt = app(user).post(f"/quizzes/{quiz.pk}/attempts").json()["attempt"]["id"]
    ids = {"quiz_id": quiz.pk, "attempt_id": attempt, "lesson_id": site.lessons[0].pk}
    return {"X-Session-Token": session_of(user)}, ids


@schema.parametrize()
@bounded
def test_for_accounts(world, case):
    headers, ids = world
    case.path_parameters = {name: ids[name] for name in case.path_parameters or {}}
    send(case, **headers)
