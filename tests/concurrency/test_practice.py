"""Two things at once in practice. Each race is run with the lock, and without it to show that it is the lock that holds."""

import pytest
from django.core.cache import cache
from django.db.models import QuerySet

from factories.practice import answer, make_topic, make_topic_question, raw_for, shown
from factories.questions import NOW, RIGHT, after, make_quiz, user_person
from factories.race import meeting, on_postgresql, run_together
from factories.site import SmallSite
from quizzes.actions import practice as actions
from quizzes.actions.attempts import Given, start_attempt, submit_attempt
from quizzes.actions.practice import answer_question, collect_attempts, ensure_daily_question
from quizzes.models import DailyQuestion, PracticeAnswer, ReviewCard
from quizzes.versions import forget_versions

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def question(db):
    cache.clear()
    forget_versions()
    SmallSite()
    return make_topic_question(make_topic())


def two_taps(question, monkeypatch) -> bool:
    """One showing is answered twice at once; whether it counts once."""
    person = user_person()
    answer(person, question, NOW, right=False)
    exposition = shown(question, person, after(1))
    raw = raw_for(exposition, question, RIGHT["single_choice"])
    with meeting(monkeypatch, (actions, "_note_answer")):
        results = run_together(*[lambda: answer_question(person=person, shown=exposition, raw=raw, now=after(2))] * 2)
    card = ReviewCard.objects.get(**person.owner)
    answers = PracticeAnswer.objects.filter(**person.owner, answered_at=after(2)).count()
    return (answers, card.right_streak, sorted(result.counted for result in results)) == (1, 1, [False, True])


def two_tabs_open_the_book(question, monkeypatch) -> bool:
    """The wrong book is opened twice at once; whether an attempt's wrong answers go in once."""
    person = user_person()
    quiz = make_quiz([question], shuffle_options=False)
    attempt = start_attempt(quiz=quiz, person=person, now=NOW)
    submit_attempt(attempt_id=attempt.pk, person=person, answers={0: Given(0)}, now=after(1))
    with meeting(monkeypatch, (actions, "_wrong_answers")):
        run_together(*[lambda: collect_attempts(person=person, now=after(2))] * 2)
    return ReviewCard.objects.get(**person.owner).wrong_count == 1


RACES = [two_taps, two_tabs_open_the_book]


@pytest.mark.parametrize("race", RACES, ids=lambda race: race.__name__)
def test_the_lock_holds(question, monkeypatch, race):
    assert race(question, monkeypatch)


@pytest.mark.parametrize("race", RACES, ids=lambda race: race.__name__)
def test_without_the_lock_it_fails(question, monkeypatch, race):
    if not on_postgresql():
        pytest.skip("SQLite locks the whole database")
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **_options: self)
    assert not race(question, monkeypatch)


def test_a_first_answer_twice_at_once_makes_one_card(question):
    person = user_person()
    exposition = shown(question, person, NOW)
    raw = raw_for(exposition, question, RIGHT["single_choice"])
    results = run_together(*[lambda: answer_question(person=person, shown=exposition, raw=raw, now=after(1))] * 8)
    assert sum(result.counted for result in results) == 1
    assert ReviewCard.objects.count() == PracticeAnswer.objects.count() == 1


def test_everybody_who_comes_first_gets_the_same_question_of_the_day(question):
    for _ in range(5):
        make_topic_question(make_topic())
    rows = run_together(*[lambda: ensure_daily_question(now=NOW)] * 8)
    assert {row.pk for row in rows} == {DailyQuestion.objects.get().pk}
