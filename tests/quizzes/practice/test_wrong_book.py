"""The wrong book: how questions get in, from practice and from attempts, and how they leave."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.practice import answer, make_topic, make_topic_question
from factories.questions import NOW, RIGHT, after, make_question, make_quiz, make_user, user_person, visitor
from quizzes.actions import practice
from quizzes.actions.attempts import Given, deal_of, start_attempt, submit_attempt
from quizzes.actions.practice import collect_attempts
from quizzes.actions.visitors import adopt_visitor
from quizzes.models import Attempt, PracticeAnswer, Regrade, ReviewCard
from quizzes.people import Person
from quizzes.practice.selection import Today, card_numbers, collectable, pick_from_cards
from quizzes.versions import versions_by_id

pytestmark = pytest.mark.django_db
WRONG = PracticeAnswer.Mode.WRONG


def in_book(person) -> set[int]:
    return set(ReviewCard.objects.filter(**person.owner, in_wrong_book=True).values_list("question_id", flat=True))


def take(quiz, person, responses: dict, *, start=NOW, minutes=5) -> Attempt:
    """An attempt with these responses ({question: response in the author's numbering}), submitted after some minutes."""
    attempt = start_attempt(quiz=quiz, person=person, now=start)
    given = {}
    for slot, (version_id, _points) in enumerate(attempt.paper):
        version = versions_by_id([version_id])[version_id]
        for question, response in responses.items():
            if question.pk == version.question_id:
                given[slot] = Given(version.kind.show(version.body, response, deal_of(attempt, slot)))
    end = start + timedelta(minutes=minutes)
    return submit_attempt(attempt_id=attempt.pk, person=person, answers=given, now=end)


class TestFromPractice:
    @pytest.fixture
    def question(self):
        return make_topic_question(make_topic())

    def test_wrong_enters_at_once_and_two_right_in_a_row_leave(self, question):
        person = user_person()
        answer(person, question, NOW, right=False)
        assert in_book(person) == {question.pk}
        first = answer(person, question, after(1), mode=WRONG)
        assert in_book(person) == {question.pk} and not first.left_book
        second = answer(person, question, after(2), mode=WRONG)
        assert in_book(person) == set() and second.left_book
        assert pick_from_cards(WRONG, person, Today(), after(9)).left == 0

    def test_a_wrong_answer_in_between_starts_again(self, question):
        person = user_person()
        for minute, right in enumerate([False, True, False, True]):
            answer(person, question, after(minute), right=right)
        card = ReviewCard.objects.get()
        assert (card.in_wrong_book, card.right_streak, card.wrong_count) == (True, 1, 2)
        answer(person, question, after(5))
        assert in_book(person) == set()

    def test_right_from_the_start_never_enters(self, question):
        person = user_person()
        answer(person, question, NOW)
        assert in_book(person) == set()

    def test_half_right_enters(self):
        question, person = make_question("multiple_choice", points=4), user_person()
        exposition = practice.Exposition(question.current_id, "topic", "x", NOW)
        raw = question.current.kind.show(question.current.body, [0], exposition.deal)
        answered = practice.answer_question(person=person, shown=exposition, raw=raw, now=NOW)
        assert 0 < answered.mark.points < answered.mark.maximum
        assert in_book(person) == {question.pk}

    def test_a_visitors_book_goes_along_to_the_account(self, question):
        guest, user = visitor(), make_user()
        answer(guest, question, NOW, right=False)
        adopt_visitor(user_id=user.pk, visitor=guest.visitor)
        assert in_book(Person(user_id=user.pk)) == {question.pk} and in_book(guest) == set()


class TestFromAttempts:
    @pytest.fixture
    def three(self, site):
        return [make_question() for _ in range(3)]

    def test_what_was_answered_wrong_enters_once(self, three):
        right, wrong, _blank = three
        person = user_person()
        take(make_quiz(three), person, {right: RIGHT["single_choice"], wrong: 0})
        assert in_book(person) == set()
        assert collect_attempts(person=person, now=after(10)) == 1
        assert in_book(person) == {wrong.pk}, "not the right one, not the one left blank"
        card = ReviewCard.objects.get()
        assert (card.answered_at, card.wrong_count) == (after(5), 1)
        assert card.due == after(5) + timedelta(days=1)
        assert collect_attempts(person=person, now=after(11)) == 0
        card.refresh_from_db()
        assert card.wrong_count == 1

    @pytest.mark.parametrize("after_submitting", [[], ["score"], ["score", "answers"], ["explanations"]])
    def test_a_hidden_key_keeps_the_book_shut_until_it_is_revealed(self, three, after_submitting):
        person = user_person()
        quiz = make_quiz(three, closes_at=after(60), reveal_after=after_submitting, reveal_closed=["score", "key"])
        take(quiz, person, {three[0]: 0})
        assert not collectable(person, after(30)).exists()
        assert collect_attempts(person=person, now=after(30)) == 0
        assert in_book(person) == set() and not Attempt.objects.get().collected
        assert collect_attempts(person=person, now=after(60)) == 1
        assert in_book(person) == {three[0].pk}

    def test_many_hidden_attempts_do_not_stand_in_the_way(self, three, monkeypatch):
        monkeypatch.setattr(practice, "AT_ONCE", 2)
        person = user_person()
        hidden = make_quiz([three[0]], reveal_after=[], reveal_closed=[])
        shown = make_quiz([three[1]])
        for number in range(3):
            take(hidden, person, {three[0]: 0}, start=after(number * 10))
        for number in range(3):
            take(shown, person, {three[1]: 0}, start=after(100 + number * 10))
        assert [collect_attempts(person=person, now=after(500)) for _ in range(3)] == [2, 1, 0]
        assert in_book(person) == {three[1].pk}
        assert ReviewCard.objects.get().wrong_count == 3

    def test_a_running_attempt_is_left_alone(self, three):
        person = user_person()
        start_attempt(quiz=make_quiz(three), person=person, now=NOW)
        assert collect_attempts(person=person, now=after(5)) == 0

    def test_somebody_elses_attempts_stay_theirs(self, three):
        mine, other = user_person(), visitor()
        take(make_quiz(three), other, {three[0]: 0})
        assert collect_attempts(person=mine, now=after(10)) == 0
        assert collect_attempts(person=other, now=after(10)) == 1
        assert in_book(other) == {three[0].pk} and in_book(mine) == set()

    def regrade(self, question, kind, response=None):
        Regrade.objects.create(
            version=question.current, kind=kind, response=response, note="改分", status="running",
            created_at=NOW, applied_at=NOW,
        )  # fmt: skip

    def test_void_and_accepted_do_not_enter(self, three):
        void, accepted, wrong = three
        person = user_person()
        take(make_quiz(three), person, dict.fromkeys(three, 0))
        # In force, while the stored marks of the attempt are still the old ones.
        self.regrade(void, "void")
        self.regrade(accepted, "accept", response=0)
        collect_attempts(person=person, now=after(10))
        assert in_book(person) == {wrong.pk}

    def test_two_right_answers_later_than_the_attempt_count(self, three):
        question, person = three[0], user_person()
        quiz = make_quiz([question])
        take(quiz, person, {question: 0})
        answer(person, question, after(20))
        due = ReviewCard.objects.get().due
        collect_attempts(person=person, now=after(61))
        card = ReviewCard.objects.get()
        assert (card.in_wrong_book, card.wrong_count, card.due) == (True, 1, due), "scheduled by the later answer"
        answer(person, question, after(70))
        assert in_book(person) == set()

    def test_mastered_since_does_not_come_back(self, three):
        question, person = three[0], user_person()
        quiz = make_quiz([question])
        take(quiz, person, {question: 0})
        answer(person, question, after(20))
        answer(person, question, after(21))
        collect_attempts(person=person, now=after(61))
        assert in_book(person) == set()

    def test_taken_down_enters_but_is_not_shown(self, three):
        person = user_person()
        take(make_quiz(three), person, {three[0]: 0})
        three[0].unpublish()
        collect_attempts(person=person, now=after(10))
        assert card_numbers(person, after(10)).wrong == 0
        assert pick_from_cards(WRONG, person, Today(), after(10)).version_id is None

    def test_the_cost_does_not_grow_with_the_attempts(self, three):
        costs = []
        for count in (1, 6):
            person, quiz = user_person(), make_quiz(three)
            for number in range(count):
                take(quiz, person, dict.fromkeys(three, 0), start=after(number * 10))
            with CaptureQueriesContext(connection) as captured:
                assert collect_attempts(person=person, now=after(500)) == count
            costs.append(len(captured))
        assert costs[0] == costs[1]
