"""The life of an attempt, through the actions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.questions import (
    BODIES,
    NOW,
    RIGHT,
    after,
    make_question,
    make_quiz,
    make_user,
    refused,
    user_person,
    visitor,
)
from quizzes.actions.attempts import Given, deal_of, save_answers, start_attempt, submit_attempt, time_out_attempt
from quizzes.models import Attempt, ExtraTime
from quizzes.people import Person
from quizzes.versions import forget_versions, versions_by_id

pytestmark = pytest.mark.django_db


def raw_of(attempt, slot, response):
    """The raw answer that a browser would send for a response in the author's numbering."""
    version = versions_by_id([attempt.paper[slot][0]])[attempt.paper[slot][0]]
    return version.kind.show(version.body, response, deal_of(attempt, slot))


def type_at(attempt, slot):
    return versions_by_id([attempt.paper[slot][0]])[attempt.paper[slot][0]].type


@pytest.fixture
def all_types(site):
    return make_quiz([make_question(code, points=12) for code in BODIES], time_limit=10, pass_percent=60)


def test_right_answers_of_every_type_earn_everything(all_types):
    person = user_person()
    attempt = start_attempt(quiz=all_types, person=person, now=NOW)
    answers = {n: Given(raw_of(attempt, n, RIGHT[type_at(attempt, n)])) for n in range(len(BODIES))}
    saved = save_answers(attempt_id=attempt.pk, person=person, answers=answers, now=after(1))
    assert sorted(saved.kept) == list(range(len(BODIES)))
    done = submit_attempt(attempt_id=attempt.pk, person=person, now=after(2))
    assert (done.points, done.maximum, done.passed) == (7 * 12 + 5, 7 * 12 + 5, True)
    assert submit_attempt(attempt_id=attempt.pk, person=person, now=after(3)).submitted_at == after(2)


def test_nothing_answered_earns_nothing(all_types):
    person = visitor()
    attempt = start_attempt(quiz=all_types, person=person, now=NOW)
    done = submit_attempt(attempt_id=attempt.pk, person=person, now=after(1))
    assert (done.points, done.passed) == (0, False)


def test_starting_twice_is_starting_once(all_types):
    person = user_person()
    first = start_attempt(quiz=all_types, person=person, now=NOW)
    again = start_attempt(quiz=all_types, person=person, now=after(5))
    assert (again.pk, again.deadline) == (first.pk, after(10))
    assert Attempt.objects.count() == 1


def test_the_deadline_is_the_earlier_of_limit_and_closing(site):
    quiz = make_quiz([make_question()], time_limit=30, closes_at=after(20))
    assert start_attempt(quiz=quiz, person=user_person(), now=NOW).deadline == after(20)
    assert start_attempt(quiz=quiz, person=user_person(), now=after(-60)).deadline == after(-30)


def test_extra_time_goes_to_those_named(all_types):
    user = make_user()
    grant = ExtraTime.objects.create(quiz=all_types, label="初二（3）班", minutes=5)
    grant.users.add(user)
    assert start_attempt(quiz=all_types, person=Person(user_id=user.pk), now=NOW).deadline == after(15)
    assert start_attempt(quiz=all_types, person=user_person(), now=NOW).deadline == after(10)


def test_elder_mode_has_no_limit_where_the_quiz_allows_it(all_types):
    assert start_attempt(quiz=all_types, person=visitor(), elder=True, now=NOW).deadline is None
    all_types.untimed_in_elder_mode = False
    assert start_attempt(quiz=all_types, person=visitor(), elder=True, now=NOW).deadline == after(10)


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"opens_at": after(1)}, "not_open_yet"),
        ({"closes_at": NOW}, "closed"),
        ({"needs_account": True}, "account_needed"),
    ],
)
def test_a_start_is_refused_with_its_reason(site, settings, code):
    quiz = make_quiz([make_question()], **settings)
    with refused(code):
        start_attempt(quiz=quiz, person=visitor(), now=NOW)
    assert not Attempt.objects.exists()


def test_attempts_are_counted(site):
    quiz, person = make_quiz([make_question()], max_attempts=2), visitor()
    for number in (1, 2):
        attempt = start_attempt(quiz=quiz, person=person, now=after(number))
        assert attempt.number == number
        submit_attempt(attempt_id=attempt.pk, person=person, now=after(number))
    with refused("no_attempts_left"):
        start_attempt(quiz=quiz, person=person, now=after(3))
    assert Attempt.objects.count() == 2


def test_the_answer_given_later_stays_whichever_arrives_later(all_types):
    person = user_person()
    attempt = start_attempt(quiz=all_types, person=person, now=NOW)
    slot = next(n for n in range(len(BODIES)) if type_at(attempt, n) == "single_choice")
    save_answers(attempt_id=attempt.pk, person=person, answers={slot: Given(raw_of(attempt, slot, 1))}, now=after(3))
    late = save_answers(
        attempt_id=attempt.pk,
        person=person,
        answers={slot: Given(raw_of(attempt, slot, 0), age_ms=2 * 60 * 1000)},
        now=after(4),
    )
    assert late.newer == [slot]
    assert late.attempt.answers[str(slot)][0] == 1


def test_a_browser_that_follows_the_clock_says_when_it_was(all_types):
    person = user_person()
    attempt = start_attempt(quiz=all_types, person=person, now=NOW)
    slot = next(n for n in range(len(BODIES)) if type_at(attempt, n) == "true_false")

    def save(raw, given_ms, minutes):
        answers = {slot: Given(raw, given_ms=given_ms)}
        return save_answers(attempt_id=attempt.pk, person=person, answers=answers, now=after(minutes))

    assert save(True, 60_000, 2).kept == [slot]
    assert save(False, 59_999, 3).newer == [slot]
    assert save(False, 60_001, 4).kept == [slot]
    assert save(True, 10**12, 5).attempt.answers[str(slot)][1] == 5 * 60_000


def test_an_impossible_answer_is_refused_alone(all_types):
    person = user_person()
    attempt = start_attempt(quiz=all_types, person=person, now=NOW)
    choice = next(n for n in range(len(BODIES)) if type_at(attempt, n) == "single_choice")
    number = next(n for n in range(len(BODIES)) if type_at(attempt, n) == "numeric")
    saved = save_answers(
        attempt_id=attempt.pk, person=person, answers={choice: Given(17), number: Given("500"), 99: Given(1)}, now=NOW
    )
    assert (saved.kept, sorted(saved.refused)) == ([number], sorted([choice, 99]))


def test_after_the_deadline_nothing_is_saved_and_the_worker_submits(all_types):
    person = user_person()
    attempt = start_attempt(quiz=all_types, person=person, now=NOW)
    slot = next(n for n in range(len(BODIES)) if type_at(attempt, n) == "true_false")
    save_answers(attempt_id=attempt.pk, person=person, answers={slot: Given(False)}, now=after(9))
    with refused("time_over"):
        save_answers(attempt_id=attempt.pk, person=person, answers={slot: Given(True)}, now=after(10))
    assert not time_out_attempt(attempt_id=attempt.pk, now=after(9.9))
    assert time_out_attempt(attempt_id=attempt.pk, now=after(12))
    attempt.refresh_from_db()
    assert (attempt.status, attempt.points, attempt.submitted_at) == ("timed_out", 12, after(10))


def test_another_person_has_no_access(all_types):
    attempt = start_attempt(quiz=all_types, person=user_person(), now=NOW)
    for other in (user_person(), visitor()):
        with refused("unknown_attempt"):
            save_answers(attempt_id=attempt.pk, person=other, answers={0: Given(0)}, now=NOW)
        with refused("unknown_attempt"):
            submit_attempt(attempt_id=attempt.pk, person=other, now=NOW)


def queries(captured) -> list[str]:
    """The statements, without those that open and close transactions."""
    return [q["sql"] for q in captured if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]


@pytest.mark.parametrize("length", [1, 40])
def test_an_attempt_costs_few_queries_whatever_its_length(site, length):
    questions = [make_question() for _n in range(length)]
    quiz = make_quiz(questions, draws=[{"count": 1, "category": make_question(category="别处").category}], time_limit=5)
    person = user_person()
    with CaptureQueriesContext(
        connection,
    ) as start:
        attempt = start_attempt(quiz=quiz, person=person, now=NOW)
    forget_versions()
    answers = {n: Given(0) for n in range(length + 1)}
    with CaptureQueriesContext(connection) as save:
        save_answers(attempt_id=attempt.pk, person=person, answers=answers, now=after(1))
    forget_versions()
    with CaptureQueriesContext(connection) as submit:
        submit_attempt(attempt_id=attempt.pk, person=person, answers=answers, now=after(2))
    assert len(queries(start.captured_queries)) <= 6
    assert len(queries(save.captured_queries)) <= 3
    assert len(queries(submit.captured_queries)) <= 6
