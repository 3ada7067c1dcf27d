"""Participants for the tests of pages, and a quiz with every type."""

from collections.abc import Callable

import pytest
from django.test import Client

from factories.participants import Participant
from factories.questions import BODIES, make_question, make_quiz, make_user
from factories.site import make_home
from home.models import HomePage
from quizzes.models import QuizIndexPage, QuizPage


@pytest.fixture
def join(db) -> Callable[..., Participant]:
    """Make a participant: join() is a visitor, join(user) is signed in."""

    def made(user=None, **cookies) -> Participant:
        client = Client()
        if user is not None:
            client.force_login(user)
        client.cookies.load(cookies)
        return Participant(client)

    return made


@pytest.fixture
def visitor(join) -> Participant:
    return join()


@pytest.fixture
def member(join) -> Participant:
    return join(make_user())


@pytest.fixture
def home(db) -> HomePage:
    """A front page with nothing but the list of quizzes below it."""
    home = make_home()
    home.add_child(instance=QuizIndexPage(title="测验", slug="quizzes"))
    return home


@pytest.fixture
def all_types(home) -> QuizPage:
    """One question of each type, in the order of BODIES."""
    return make_quiz(
        [make_question(code, points=12) for code in BODIES], time_limit=10, pass_percent=60, shuffle_questions=False
    )
