"""Answering in practice: marked at once, counted once, scheduled by the mark."""

from datetime import timedelta

import pytest

from factories.practice import answer, make_topic, make_topic_question, raw_for, shown
from factories.questions import BODIES, NOW, RIGHT, after, make_question, make_user, refused, user_person, visitor
from quizzes.actions.practice import answer_question
from quizzes.actions.visitors import adopt_visitor
from quizzes.models import PracticeAnswer, Regrade, ReviewCard
from quizzes.people import Person
from quizzes.practice.scheduling import Exposition, read_token

pytestmark = pytest.mark.django_db


@pytest.fixture
def question():
    return make_topic_question(make_topic())


@pytest.mark.parametrize("type", BODIES)
def test_every_type_is_right_with_its_right_answer(type):
    question, person = make_question(type), visitor()
    exposition = shown(question, person, NOW)
    raw = raw_for(exposition, question, RIGHT[type])
    answered = answer_question(person=person, shown=exposition, raw=raw, now=after(1))
    assert answered.counted and answered.mark.points == answered.mark.maximum
    row = PracticeAnswer.objects.get()
    assert (row.person, row.points, row.maximum, row.answered_at) == (person, row.maximum, row.maximum, after(1))


def test_an_exposition_counts_once(question):
    person = user_person()
    exposition = shown(question, person, NOW)
    wrong, right = (raw_for(exposition, question, response) for response in (0, RIGHT["single_choice"]))
    first = answer_question(person=person, shown=exposition, raw=wrong, now=after(1))
    again = answer_question(person=person, shown=exposition, raw=right, now=after(2))
    assert (first.counted, again.counted) == (True, False)
    assert (again.response, again.mark.points) == (0, 0), "the first answer stands, whatever is sent later"
    assert PracticeAnswer.objects.count() == 1
    assert ReviewCard.objects.get().wrong_count == 1


def test_the_next_exposition_counts_again(question):
    person = user_person()
    assert answer(person, question, NOW).counted and answer(person, question, after(1)).counted
    assert PracticeAnswer.objects.count() == 2


def test_an_old_token_is_still_good(question):
    person = user_person()
    exposition = shown(question, person, NOW)
    raw = raw_for(exposition, question, RIGHT["single_choice"])
    answered = answer_question(person=person, shown=read_token(exposition.token), raw=raw, now=after(60 * 24 * 30))
    assert answered.counted and answered.mark.points == 1


def test_somebody_who_signs_in_between_is_not_counted_twice(question):
    guest, user = visitor(), make_user()
    exposition = shown(question, guest, NOW)
    raw = raw_for(exposition, question, RIGHT["single_choice"])
    answer_question(person=guest, shown=exposition, raw=raw, now=after(1))
    adopt_visitor(user_id=user.pk, visitor=guest.visitor)
    again = answer_question(person=Person(user_id=user.pk), shown=exposition, raw=raw, now=after(2))
    assert not again.counted
    assert [row.user_id for row in PracticeAnswer.objects.all()] == [user.pk]
    assert [card.user_id for card in ReviewCard.objects.all()] == [user.pk]


def test_tokens_come_back_whole_and_cannot_be_made(question):
    exposition = shown(question, visitor(), NOW + timedelta(microseconds=123))
    assert read_token(exposition.token) == exposition
    for bad in ("", "x", exposition.token[:-1], exposition.token + "x", "é"):
        with refused("invalid_request"):
            read_token(bad)


def test_the_order_of_options_cannot_be_read_from_the_token(question):
    """The seed is behind a keyed hash: what the token says in the clear must not be the seed itself."""
    exposition = shown(question, visitor(), NOW)
    assert exposition.deal.seed not in exposition.token
    assert exposition.deal_name != exposition.deal.seed


def test_options_lie_the_same_all_day_for_one_person_and_differ_between_people(question):
    person = visitor()
    assert shown(question, person, NOW).deal == shown(question, person, after(30)).deal
    orders = {tuple(shown(question, visitor(), NOW).deal.order(4)) for _ in range(20)}
    assert len(orders) > 5


def test_impossible_empty_and_unknown(question):
    person = visitor()
    exposition = shown(question, person, NOW)
    with refused("bad_answer"):
        answer_question(person=person, shown=exposition, raw=99, now=NOW)
    with refused("not_answered"):
        answer_question(person=person, shown=exposition, raw=None, now=NOW)
    with refused("unknown_question"):
        gone = Exposition(10**9, "topic", "x", NOW)
        answer_question(person=person, shown=gone, raw=0, now=NOW)
    assert not PracticeAnswer.objects.exists() and not ReviewCard.objects.exists()


class TestSchedule:
    def test_the_better_the_mark_the_later_it_comes_back(self):
        question = make_question("multiple_choice", points=4)
        due = []
        for response in ([2], [0], [0, 1]):  # wrong, half, right
            person = user_person()
            exposition = shown(question, person, NOW)
            raw = raw_for(exposition, question, response)
            answer_question(person=person, shown=exposition, raw=raw, now=NOW)
            due.append(ReviewCard.objects.get(**person.owner).due)
        wrong, half, right = due
        assert NOW + timedelta(days=1) <= wrong <= half < right

    def test_right_answers_make_longer_and_longer_pauses(self, question):
        person, now, pauses = user_person(), NOW, []
        for _ in range(4):
            answer(person, question, now)
            card = ReviewCard.objects.get()
            pauses.append(card.due - now)
            now = card.due
        assert pauses == sorted(pauses) and len(set(pauses)) == 4
        assert pauses[-1] <= timedelta(days=365)

    def test_the_same_answers_give_the_same_times(self, question):
        """No fuzz: two people who answer alike at the same times see the question at the same time."""
        people = [user_person(), user_person()]
        for person in people:
            answer(person, question, NOW)
            answer(person, question, after(60 * 24 * 5))
        first, second = ReviewCard.objects.order_by("pk")
        assert first.due == second.due and first.card == second.card


class TestRegrades:
    def regrade(self, question, kind, response=None):
        Regrade.objects.create(
            version=question.current,
            kind=kind,
            response=response,
            note="另一个答案也对。",
            status=Regrade.Status.DONE,
            created_at=NOW,
            applied_at=NOW,
        )

    def test_an_accepted_answer_is_right(self, question):
        self.regrade(question, Regrade.Kind.ACCEPT, response=0)
        answered = answer(user_person(), question, after(1), right=False)
        assert answered.mark.points == answered.mark.maximum == 1
        assert not ReviewCard.objects.get().in_wrong_book

    def test_a_void_question_counts_for_nothing(self, question):
        self.regrade(question, Regrade.Kind.VOID)
        answered = answer(user_person(), question, after(1), right=False)
        assert (answered.counted, answered.mark.maximum) == (False, 0)
        assert not PracticeAnswer.objects.exists() and not ReviewCard.objects.exists()

    def test_without_a_regrade_the_same_answer_is_wrong(self, question):
        assert answer(user_person(), question, after(1), right=False).mark.points == 0
