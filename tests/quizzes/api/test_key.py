"""Nothing of the key leaves the server before the quiz reveals it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from factories.api import app
from factories.questions import BODIES, make_question, make_quiz, make_user
from factories.site import make_vocabulary
from quizzes.models import Attempt, DailyQuestion

pytestmark = pytest.mark.django_db

SECRET = "密钥标记"
SECRET_BODIES = {
    "single_choice": {
        "options": [{"text": "甲", "feedback": SECRET}, {"text": "乙", "right": True, "feedback": SECRET}]
    },
    "multiple_choice": {
        "options": [{"text": "甲", "right": True, "feedback": SECRET}, {"text": "乙", "right": True}, {"text": "丙"}]
    },
    "true_false": {"right": False, "feedback": {"true": SECRET, "false": SECRET}},
    "fill_in": {"blanks": [[SECRET], [f"{SECRET}二"]]},
    "numeric": {"answers": [{"value": "98765432", "tolerance": "0"}]},
    "ordering": BODIES["ordering"],
    "matching": BODIES["matching"],
    "case_study": {
        "parts": [
            {"type": "fill_in", "stem": "填 ____。", "points": 2, "explanation": SECRET, "blanks": [[SECRET]]},
            {
                "type": "single_choice",
                "stem": "选。",
                "points": 1,
                "options": [{"text": "甲", "right": True, "feedback": SECRET}, {"text": "乙"}],
            },
        ]
    },
}
# Names of a body's fields that say what is right.
TELLING = {
    "right",
    "weight",
    "accepted",
    "answers",
    "pairs",
    "extra",
    "tolerance",
    "rule_code",
    "seed",
    "body",
    "current",
    "version",
}


@pytest.fixture
def questions(site):
    extra = {"explanation": SECRET, "law": SECRET, "checked_on": "2026-11-25", "lesson": site.lessons[0]}
    return [make_question(code, body=body, **extra) for code, body in SECRET_BODIES.items()]


def names_in(value) -> set[str]:
    """Every field name of a JSON value; the right side of a matching is no verdict."""
    if isinstance(value, dict):
        names = {name for name, entry in value.items() if name != "right" or not isinstance(entry, list)}
        return names.union(*map(names_in, value.values()))
    return set().union(*map(names_in, value)) if isinstance(value, list) else set()


def tells(response) -> bool:
    """Whether an answer holds anything of the key."""
    text, seed = (
        response.content.decode(),
        str(Attempt.objects.order_by("-started_at").values_list("seed", flat=True).first()),
    )
    found = SECRET in str(response.json()) or "98765432" in text or seed in text
    return found or bool(names_in(response.json()) & TELLING)


def through_an_attempt(caller, quiz) -> list:
    """Every answer of the API on the way from the list to the result."""
    answers = [caller.get("/quizzes"), caller.get(f"/quizzes/{quiz.pk}"), caller.post(f"/quizzes/{quiz.pk}/attempts")]
    address = f"/attempts/{answers[-1].json()['attempt']['id']}"
    sent = {"answers": {str(slot): {"raw": [0]} for slot in range(len(SECRET_BODIES))}}
    answers += [
        caller.get(address),
        caller.post(f"{address}/answers", sent),
        caller.post(f"{address}/check", {"slot": 0}),
    ]
    answers += [
        caller.get(address),
        caller.get(f"{address}/result"),
        caller.post(f"{address}/submit"),
        caller.get(address),
    ]
    return [*answers, caller.get(f"{address}/result"), caller.get("/attempts"), caller.get(f"/quizzes/{quiz.pk}")]


@pytest.mark.parametrize("reveal_after", [[], ["score"], ["score", "answers"]])
def test_an_attempt_tells_nothing(questions, reveal_after):
    quiz = make_quiz(questions, reveal_after=reveal_after)
    answers = through_an_attempt(app(make_user()), quiz)
    assert [answer.request["PATH_INFO"] for answer in answers if tells(answer)] == []


def test_the_markers_would_be_found(questions):
    quiz = make_quiz(questions)
    answers = through_an_attempt(app(make_user()), quiz)
    assert [answer.request["PATH_INFO"].rsplit("/", 1)[1] for answer in answers if tells(answer)] == ["result"]


def test_what_is_revealed_after_closing_stays_hidden_until_then(questions):
    quiz = make_quiz(questions, reveal_after=["score"], closes_at=timezone.now() + timedelta(hours=1))
    caller = app(make_user())
    through_an_attempt(caller, quiz)
    address = f"/attempts/{Attempt.objects.get().pk}/result"
    assert not tells(caller.get(address))
    quiz.closes_at = timezone.now() - timedelta(seconds=1)
    quiz.save()
    assert tells(caller.get(address))


@pytest.mark.parametrize("number", range(len(SECRET_BODIES)))
def test_practice_tells_nothing_before_the_answer(questions, number):
    topic, _audience = make_vocabulary()
    questions[number].topics.set([topic])
    questions[number].save()
    questions[number].save_revision().publish()
    DailyQuestion.objects.create(date=timezone.localdate(), question=questions[number])
    caller = app(make_user())
    answers = [
        caller.get("/practice"),
        caller.get("/practice/daily"),
        caller.get(f"/practice/next?mode=topic&topic={topic.slug}"),
    ]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert [answer.request["PATH_INFO"] for answer in answers if tells(answer)] == []
