"""What comes next: not yet seen, then due, then oldest; never twice in a row; at a fixed cost."""

import random
import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.practice import answer, make_topic, make_topic_question
from factories.questions import NOW, after, user_person, visitor
from factories.site import make_vocabulary
from quizzes.models import PracticeAnswer, Regrade, ReviewCard
from quizzes.practice.daily import daily_versions
from quizzes.practice.scheduling import REST, chance_of, streak_of
from quizzes.practice.selection import (
    Scope,
    Today,
    card_numbers,
    pick_from_cards,
    pick_from_topic,
    today_of,
    topic_rows,
)

pytestmark = pytest.mark.django_db
WRONG, REVIEW = PracticeAnswer.Mode.WRONG, PracticeAnswer.Mode.REVIEW


@pytest.fixture
def topic():
    return make_topic()


def questions(topic, count, **fields):
    return [make_topic_question(topic, **fields) for _ in range(count)]


def pick(topic, person, now, **options):
    scope = Scope(topic.slug, options.pop("difficulty", ""), options.pop("audience", ""))
    return pick_from_topic(scope, person, today_of(person, now), now, **options)


def question_of(version_id, among):
    return next(question for question in among if question.current_id == version_id)


class TestTopic:
    def test_everything_comes_once_before_anything_comes_again(self, topic):
        bank, person = questions(topic, 8), user_person()
        seen = []
        for minute in range(8):
            chosen = question_of(pick(topic, person, after(minute)).version_id, bank)
            answer(person, chosen, after(minute), right=minute % 2 == 0)
            seen.append(chosen.pk)
        assert sorted(seen) == sorted(question.pk for question in bank)

    def test_then_what_is_due_the_longest_due_first(self, topic):
        first, second, third = questions(topic, 3)
        person = user_person()
        answer(person, second, NOW, right=False)
        answer(person, first, after(10), right=False)
        answer(person, third, after(20))
        tomorrow = NOW + timedelta(days=1, minutes=11)  # the wrong ones are due again, the right one is not
        assert pick(topic, person, tomorrow).version_id == second.current_id

    def test_then_the_one_not_seen_for_longest(self, topic):
        first, second, third = questions(topic, 3)
        person = user_person()
        for minute, question in enumerate((second, third, first)):
            answer(person, question, after(minute))
        assert pick(topic, person, after(5)).version_id == second.current_id

    def test_never_twice_in_a_row(self, topic):
        bank, person, rng = questions(topic, 4), user_person(), random.Random(5)
        now, last = NOW, None
        for _ in range(40):
            chosen = question_of(pick(topic, person, now).version_id, bank)
            assert chosen != last
            answer(person, chosen, now, right=rng.random() < 0.5)
            last, now = chosen, now + timedelta(minutes=rng.choice([1, 30, 60 * 26]))

    def test_loading_again_shows_the_same_question(self, topic):
        questions(topic, 20)
        person = user_person()
        assert len({pick(topic, person, after(minute)).version_id for minute in range(5)}) == 1

    def test_people_begin_in_different_places(self, topic):
        questions(topic, 10)
        assert len({pick(topic, user_person(), NOW).version_id for _ in range(20)}) > 3

    def test_a_visitor_without_an_id_gets_a_question(self, topic):
        bank = questions(topic, 3)
        assert pick(topic, None, NOW).version_id in {question.current_id for question in bank}

    def test_a_skipped_question_gives_way(self, topic):
        bank, person = questions(topic, 3), user_person()
        first = question_of(pick(topic, person, NOW).version_id, bank)
        assert pick(topic, person, NOW, skip=first.pk).version_id not in (None, first.current_id)

    def test_the_last_one_left_rests_and_comes_back(self, topic):
        (only,), person = questions(topic, 1), user_person()
        answer(person, only, NOW)
        assert pick(topic, person, NOW + REST - timedelta(seconds=1)).version_id is None
        assert pick(topic, person, NOW + REST).version_id == only.current_id

    def test_filters_narrow(self, topic):
        easy = make_topic_question(topic, difficulty="easy")
        hard = make_topic_question(topic, difficulty="hard")
        hard.audiences.set([make_vocabulary()[1]])
        hard.save()
        for seed in range(5):
            person = user_person()
            assert pick(topic, person, NOW, difficulty="easy").version_id == easy.current_id, seed
            assert pick(topic, person, NOW, audience="junior").version_id == hard.current_id
        assert pick(topic, person, NOW, difficulty="easy", audience="junior").version_id is None

    def test_only_the_topic(self, topic):
        questions(make_topic("other"), 5)
        mine = questions(topic, 1)
        assert pick(topic, user_person(), NOW).version_id == mine[0].current_id

    def test_unknown_topic(self):
        assert pick_from_topic(Scope("no-such-topic"), None, Today(), NOW) is None

    def test_what_is_not_published_or_void_does_not_come(self, topic):
        gone, void = questions(topic, 2)
        make_topic_question(topic).unpublish()
        gone.unpublish()
        Regrade.objects.create(
            version=void.current, kind="void", note="作废", status="done", created_at=NOW, applied_at=NOW
        )
        cache.clear()
        assert pick(topic, user_person(), NOW).version_id is None
        assert topic_rows(None, NOW) == []


class TestCards:
    def test_due_in_the_order_of_their_times(self, topic):
        bank, person = questions(topic, 3), user_person()
        due = [NOW - timedelta(days=days) for days in (1, 3, 2)]
        for question, moment in zip(bank, due, strict=True):
            ReviewCard.objects.create(**person.owner, question=question, card={}, due=moment, answered_at=moment)
        found = pick_from_cards(REVIEW, person, Today(), NOW)
        assert (found.version_id, found.left) == (bank[1].current_id, 3)
        before = pick_from_cards(REVIEW, person, Today(), NOW - timedelta(days=2, hours=12))
        assert (before.version_id, before.left) == (bank[1].current_id, 1)
        assert pick_from_cards(REVIEW, person, Today(), NOW - timedelta(days=4)).version_id is None
        numbers = card_numbers(person, NOW - timedelta(days=2, hours=12))
        assert (numbers.due, numbers.next_due, numbers.wrong) == (1, due[2], 0)

    def test_other_peoples_cards_stay_theirs(self, topic):
        (question,), person = questions(topic, 1), user_person()
        answer(person, question, NOW, right=False)
        assert pick_from_cards(WRONG, user_person(), Today(), after(9)).left == 0
        assert pick_from_cards(WRONG, visitor(), Today(), after(9)).left == 0
        assert pick_from_cards(WRONG, None, Today(), after(9)).left == 0

    def test_the_wrong_book_goes_round(self, topic):
        bank, person = questions(topic, 3), user_person()
        for minute, question in enumerate(bank):
            answer(person, question, after(minute), right=False)
        order = []
        for minute in range(10, 16):
            now = after(minute)
            found = pick_from_cards(WRONG, person, today_of(person, now), now)
            order.append(found.version_id)
            answer(person, question_of(found.version_id, bank), now, right=False, mode=WRONG)
        assert order == [question.current_id for question in bank] * 2

    def test_a_skipped_one_comes_last(self, topic):
        bank, person = questions(topic, 2), user_person()
        for minute, question in enumerate(bank):
            answer(person, question, after(minute), right=False)
        now = after(9)
        today = today_of(person, now)
        assert pick_from_cards(WRONG, person, today, now).version_id == bank[0].current_id
        assert pick_from_cards(WRONG, person, today, now, skip=bank[0].pk).version_id == bank[1].current_id

    def test_questions_taken_down_are_not_shown(self, topic):
        (question,), person = questions(topic, 1), user_person()
        answer(person, question, NOW, right=False)
        question.unpublish()
        assert pick_from_cards(WRONG, person, Today(), after(9)).left == 0
        assert card_numbers(person, after(9)).wrong == 0


def test_today_counts_from_midnight_in_shanghai(topic):
    first, second, third = questions(topic, 3)
    person = user_person()
    midnight = NOW.replace(hour=16, minute=0)  # 2026-03-16 00:00 in Shanghai
    answer(person, first, midnight - timedelta(seconds=1))
    answer(person, second, midnight)
    answer(person, third, midnight + timedelta(hours=3), right=False)
    today = today_of(person, midnight + timedelta(hours=4))
    assert (today.answered, today.right, today.last_question) == (2, 1, third.pk)


def test_mastered_is_right_twice_in_a_row(topic):
    first, second = questions(topic, 2)
    person = user_person()
    for minute, (question, right) in enumerate([(first, True), (second, True), (first, True), (second, False)]):
        answer(person, question, after(minute), right=right)
    (row,) = topic_rows(person, NOW)
    assert (row.topic, row.questions, row.mastered) == (topic, 2, 1)


class TestCost:
    def selected(self, topic, person, now) -> int:
        pick(topic, person, now)  # the sizes are kept from here on
        with CaptureQueriesContext(
            connection,
        ) as captured:
            pick(topic, person, now)
            pick_from_cards(WRONG, person, today_of(person, now), now)
            topic_rows(person, NOW)
            card_numbers(person, now)
        return len(captured)

    def test_the_same_number_of_queries_for_any_number_of_questions(self, topic):
        person = user_person()
        answer(person, questions(topic, 1)[0], NOW)
        few = self.selected(topic, person, after(1))
        for minute, question in enumerate(questions(topic, 12)):
            answer(person, question, after(minute + 1), right=minute % 2 == 0)
        questions(topic, 5)
        assert self.selected(topic, person, after(60)) == few == 7

    @pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's plan")
    def test_no_step_goes_through_the_whole_bank(self, topic):
        person, now = user_person(), after(1)
        answer(person, questions(topic, 3)[0], NOW)
        topic_rows(person, NOW)  # the sizes, which do go through it, are kept from here on
        with CaptureQueriesContext(connection) as captured:
            pick(topic, person, now)
            for mode in (WRONG, REVIEW):
                pick_from_cards(mode, person, Today(), now)
            card_numbers(person, now)
            topic_rows(person, NOW)
            daily_versions(now)
        steps = []
        with connection.cursor() as cursor:
            for query in captured:
                cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
                steps += [row[3] for row in cursor.fetchall()]
        through_a_table = re.compile(r"SCAN (?!CONSTANT|\(subquery)|quizzes_question_draw")
        assert len(steps) > 20 and not [step for step in steps if through_a_table.search(step)], steps


def test_chance_is_even_and_repeatable():
    values = [chance_of("x", number) for number in range(2000)]
    assert values == [chance_of("x", number) for number in range(2000)]
    assert all(0 <= value < 1 for value in values) and 0.47 < sum(values) / 2000 < 0.53


def test_streaks():
    day = NOW.date()
    back = [day - timedelta(days=number) for number in range(10)]
    assert streak_of([], day) == 0
    assert streak_of(back[:3], day) == 3
    assert streak_of(back[1:4], day) == 3, "today is still to come"
    assert streak_of(back[2:4], day) == 0, "a day was left out"
    assert streak_of([back[0], *back[2:6]], day) == 1
