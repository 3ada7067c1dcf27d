"""Two things at once to one attempt. Each race is run with the lock, and without it to show that it is the lock that holds."""

import pytest
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.db import connection

from factories.questions import NOW, RIGHT, after, make_question, make_quiz, make_user, user_person, visitor
from factories.race import holding, meeting, on_postgresql, run_together, without_row_locks
from factories.site import SmallSite
from quizzes.actions import attempts as attempt_actions
from quizzes.actions import tallies as tally_actions
from quizzes.actions.attempts import Given, deal_of, save_answers, start_attempt, submit_attempt, time_out_attempt
from quizzes.actions.regrades import create_regrade, run_regrades
from quizzes.actions.tallies import tally_batch
from quizzes.errors import QuizError
from quizzes.models import Attempt, QuizTally
from quizzes.versions import forget_versions, versions_by_id

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def quiz(db):
    cache.clear()
    forget_versions()
    SmallSite()
    questions = [make_question("single_choice", points=4), make_question("true_false", points=2)]
    return make_quiz(questions, time_limit=10, shuffle_questions=False, shuffle_options=False)


def right(attempt, slot):
    version = versions_by_id([attempt.paper[slot][0]])[attempt.paper[slot][0]]
    return Given(version.kind.show(version.body, RIGHT[version.type], deal_of(attempt, slot)))


def double_submit(quiz, monkeypatch) -> bool:
    """Two submits at once; whether both report one and the same result."""
    person = user_person()
    attempt = start_attempt(quiz=quiz, person=person, now=NOW)
    ids = {"attempt_id": attempt.pk, "person": person}
    with meeting(monkeypatch, (attempt_actions, "mark_paper")):
        one, two = run_together(
            lambda: submit_attempt(**ids, answers={0: right(attempt, 0)}, now=after(1)),
            lambda: submit_attempt(**ids, answers={1: right(attempt, 1)}, now=after(2)),
        )
    stored = Attempt.objects.get(pk=attempt.pk)
    results = {(a.points, a.submitted_at, str(a.answers)) for a in (one, two, stored)}
    return len(results) == 1


def submit_against_time_out(quiz, monkeypatch) -> bool:
    """A submit in time and the worker's time-out at once; whether the submit reports what is stored."""
    person = user_person()
    attempt = start_attempt(quiz=quiz, person=person, now=NOW)
    with meeting(monkeypatch, (attempt_actions, "mark_paper")):
        submitted, timed_out = run_together(
            lambda: submit_attempt(
                attempt_id=attempt.pk, person=person, answers={0: right(attempt, 0)}, now=after(9.99)
            ),
            lambda: time_out_attempt(attempt_id=attempt.pk, now=after(10.01)),
        )
    stored = Attempt.objects.get(pk=attempt.pk)
    return (submitted.status, submitted.points) == (stored.status, stored.points) and timed_out == (
        stored.status == "timed_out"
    )


def save_against_submit(quiz, monkeypatch) -> bool:
    """A save and a submit at once; whether an acknowledged answer counts."""
    person = user_person()
    attempt = start_attempt(quiz=quiz, person=person, now=NOW)
    with meeting(monkeypatch, (attempt_actions, "_store"), (attempt_actions, "mark_paper")):
        saved, _submitted = run_together(
            lambda: save_answers(attempt_id=attempt.pk, person=person, answers={0: right(attempt, 0)}, now=after(1)),
            lambda: submit_attempt(attempt_id=attempt.pk, person=person, now=after(1)),
        )
    acknowledged = not isinstance(saved, QuizError)
    return Attempt.objects.get(pk=attempt.pk).points == (4 if acknowledged else 0)


def two_saves(quiz, monkeypatch) -> bool:
    """Two tabs save different answers at once; whether both are there."""
    person = user_person()
    attempt = start_attempt(quiz=quiz, person=person, now=NOW)
    ids = {"attempt_id": attempt.pk, "person": person, "now": after(1)}
    with meeting(monkeypatch, (attempt_actions, "_store")):
        run_together(
            lambda: save_answers(answers={0: right(attempt, 0)}, **ids),
            lambda: save_answers(answers={1: right(attempt, 1)}, **ids),
        )
    return set(Attempt.objects.get(pk=attempt.pk).answers) == {"0", "1"}


def regrade_against_submit(quiz, monkeypatch) -> bool:
    """A re-grade is activated and carried out while a submit has read the old rules; whether it holds in the end."""
    person = user_person()
    attempt = start_attempt(quiz=quiz, person=person, now=NOW)
    officer = make_user()
    officer.user_permissions.add(Permission.objects.get(codename="add_regrade"))
    version = quiz.paper[0].value["question"].current
    create_regrade(version=version, kind="full", note="人人得满分。", by=officer, now=after(1))
    # The submit is held after it has read the rules in force.
    with holding(monkeypatch, attempt_actions, "mark_paper") as (held, done):

        def worker():
            held.wait(10)
            run_regrades(now=after(2))
            done.set()

        run_together(lambda: submit_attempt(attempt_id=attempt.pk, person=person, now=after(2)), worker)
    return Attempt.objects.get(pk=attempt.pk).points == 4


def tally_against_tally(quiz, monkeypatch) -> bool:
    """Two workers add up at once; whether every attempt is counted once."""
    person = visitor()
    attempt = start_attempt(quiz=quiz, person=person, now=NOW)
    submit_attempt(attempt_id=attempt.pk, person=person, now=after(1))
    with meeting(monkeypatch, (tally_actions, "apply_change")):
        run_together(lambda: tally_batch(now=after(2)), lambda: tally_batch(now=after(2)))
    return QuizTally.objects.get(quiz=quiz).data["totals"] == [[0, Attempt.objects.filter(quiz=quiz).count()]]


RACES = [
    double_submit,
    submit_against_time_out,
    save_against_submit,
    two_saves,
    regrade_against_submit,
    tally_against_tally,
]


@pytest.mark.parametrize("race", RACES, ids=lambda race: race.__name__)
def test_the_lock_holds(quiz, monkeypatch, race):
    for _round in range(3):
        assert race(quiz, monkeypatch)


@pytest.mark.parametrize("race", RACES, ids=lambda race: race.__name__)
def test_without_the_lock_it_fails(quiz, monkeypatch, race):
    if not on_postgresql():
        pytest.skip("SQLite locks the whole database")
    without_row_locks(monkeypatch)
    assert not all(race(quiz, monkeypatch) for _round in range(3))


def test_one_person_starting_in_many_tabs_starts_once(quiz):
    person = user_person()
    results = run_together(*[lambda: start_attempt(quiz=quiz, person=person, now=NOW)] * 12)
    assert {result.pk for result in results} == {Attempt.objects.get().pk}


def test_without_the_constraint_one_person_starts_twice(quiz, monkeypatch):
    if not on_postgresql():
        pytest.skip("SQLite locks the whole database")
    person = user_person()
    constraints = [c for c in Attempt._meta.constraints if c.name.endswith("_per_user")]
    with connection.schema_editor() as editor:
        for constraint in constraints:
            editor.remove_constraint(Attempt, constraint)
    try:
        with meeting(monkeypatch, (attempt_actions, "draw_paper")):
            run_together(*[lambda: start_attempt(quiz=quiz, person=person, now=NOW)] * 2)
        assert Attempt.objects.count() == 2
    finally:
        Attempt.objects.all().delete()
        with connection.schema_editor() as editor:
            for constraint in constraints:
                editor.add_constraint(Attempt, constraint)


def test_two_hundred_people_start_at_once(quiz):
    """Twenty connections at a time (a server has a bounded number of threads), every one gets an attempt of their own."""
    people = [visitor() for _n in range(200)]

    def start(part):
        return [start_attempt(quiz=quiz, person=person, now=NOW).visitor for person in part]

    results = run_together(*[lambda part=people[n::20]: start(part) for n in range(20)])
    assert sorted(v for part in results for v in part) == sorted(person.visitor for person in people)
    assert Attempt.objects.filter(number=1, status="started").count() == 200
