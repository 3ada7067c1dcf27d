"""What a participant may see when, and what becomes of a visitor's attempts."""

import json
from dataclasses import asdict

import pytest

from factories.questions import NOW, after, make_question, make_quiz, make_user, refused, visitor
from quizzes.actions.attempts import Given, check_answer, start_attempt, submit_attempt
from quizzes.actions.visitors import adopt_visitor
from quizzes.models import Attempt, Reveal
from quizzes.people import Person
from quizzes.results import checked_outcome, result_of
from quizzes.sheets import sheet_of

pytestmark = pytest.mark.django_db
BODY = {
    "options": [{"text": "甲", "feedback": "泄露反馈"}, {"text": "乙", "right": True}, {"text": "丙"}],
}


@pytest.fixture
def question(site):
    return make_question(body=BODY, points=4, explanation="泄露解析", law="《某法》第一条", checked_on=NOW.date())


def words(thing) -> str:
    return json.dumps(thing, default=str, ensure_ascii=False)


def ended(quiz):
    person = visitor()
    attempt = start_attempt(quiz=quiz, person=person, now=NOW)
    return submit_attempt(attempt_id=attempt.pk, person=person, answers={0: Given(0)}, now=after(1))


@pytest.mark.parametrize("shown", [[], ["score"], ["answers"], ["key"], ["explanations"], list(Reveal.values)])
def test_a_result_shows_exactly_what_is_revealed(question, shown):
    quiz = make_quiz(
        [question], shuffle_options=False, reveal_after=shown, closes_at=after(60), reveal_closed=["score"]
    )
    result = result_of(ended(quiz), after(2))
    assert (result.points is not None) == ("score" in shown)
    said = words([asdict(row.outcome) for row in result.rows])
    assert ("乙" in said) == ("key" in shown)
    assert ("甲" in said) == ("answers" in shown)
    assert ("泄露解析" in said and "泄露反馈" in said and "某法" in said) == ("explanations" in shown)
    closed = result_of(Attempt.objects.select_related("quiz").get(), after(61))
    assert closed.points == 0 and not closed.rows


def test_a_running_sheet_says_nothing_of_the_key(question):
    quiz = make_quiz([question], reveal_during=["key", "explanations"])
    person = visitor()
    attempt = start_attempt(quiz=quiz, person=person, now=NOW)
    with refused("not_checkable"):
        checked_outcome(attempt, 0)
    sheet = sheet_of(attempt, NOW)
    assert "泄露" not in words([question.__dict__ for question in sheet.questions])
    assert "right" not in words([question.presented for question in sheet.questions])


def test_a_checked_answer_is_locked(question):
    quiz = make_quiz([question], shuffle_options=False, reveal_during=["key", "explanations"])
    person = visitor()
    attempt = start_attempt(quiz=quiz, person=person, now=NOW)
    ids = {"attempt_id": attempt.pk, "person": person, "now": after(1)}
    with refused("not_answered"):
        check_answer(slot=0, given=None, **ids)
    checked = check_answer(slot=0, given=Given(0), **ids)
    outcome = checked_outcome(checked, 0)
    assert (outcome.state, outcome.right_answer, outcome.points) == ("wrong", ["乙"], None)
    done = submit_attempt(attempt_id=attempt.pk, person=person, answers={0: Given(1)}, now=after(2))
    assert done.points == 0, "the answer that was checked counts, not one given after the key was seen"


def test_checking_needs_a_quiz_that_allows_it(question):
    quiz = make_quiz([question], reveal_during=["score"])
    person = visitor()
    attempt = start_attempt(quiz=quiz, person=person, now=NOW)
    with refused("not_checkable"):
        check_answer(attempt_id=attempt.pk, person=person, slot=0, given=Given(0), now=NOW)


def test_grade_bands(question):
    bands = [
        ("band", {"from_percent": 0, "title": "再学学", "feedback": "", "lessons": []}),
        ("band", {"from_percent": 60, "title": "消费达人", "feedback": "", "lessons": []}),
    ]
    quiz = make_quiz([question], shuffle_options=False, bands=bands)
    assert quiz.band_for(59)["title"] == "再学学"
    assert quiz.band_for(60)["title"] == "消费达人"
    assert result_of(ended(quiz), after(2)).band["title"] == "再学学"


def test_signing_in_keeps_the_attempts(question):
    quiz, other = make_quiz([question]), make_quiz([question])
    user, guest = make_user(), visitor()
    person = Person(user_id=user.pk)
    for owner in (person, guest):
        attempt = start_attempt(quiz=quiz, person=owner, now=NOW)
        submit_attempt(attempt_id=attempt.pk, person=owner, now=after(1))
    running = start_attempt(quiz=other, person=guest, now=NOW)
    assert adopt_visitor(user_id=user.pk, visitor=guest.visitor) == 2
    assert adopt_visitor(user_id=user.pk, visitor=guest.visitor) == 0
    assert list(Attempt.objects.of(person).filter(quiz=quiz).order_by("number").values_list("number", flat=True)) == [
        1,
        2,
    ]
    assert start_attempt(quiz=other, person=person, now=after(1)).pk == running.pk


def test_two_running_attempts_do_not_collide_on_signing_in(question):
    quiz, user, guest = make_quiz([question], time_limit=5), make_user(), visitor()
    own = start_attempt(quiz=quiz, person=Person(user_id=user.pk), now=NOW)
    start_attempt(quiz=quiz, person=guest, now=NOW)
    assert adopt_visitor(user_id=user.pk, visitor=guest.visitor) == 0
    assert Attempt.objects.of(Person(user_id=user.pk)).get().pk == own.pk
    assert Attempt.objects.of(guest).count() == 1
