"""The question of the day: one row for each day whoever comes first, chosen ahead or by the date."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from factories.practice import answer, make_topic, make_topic_question
from factories.questions import NOW, after, make_question, user_person
from quizzes.actions.practice import ensure_daily_question
from quizzes.models import DailyQuestion, PracticeAnswer
from quizzes.practice.daily import PAUSE, choose_daily, daily_log, daily_versions

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 15)
DAILY = PracticeAnswer.Mode.DAILY


@pytest.fixture
def bank():
    topic = make_topic()
    kinds = ["single_choice", "multiple_choice", "true_false"] * 2
    return [make_topic_question(topic, kind) for kind in kinds]


def test_the_first_to_come_makes_the_row_and_it_stays(bank):
    row = ensure_daily_question(now=NOW)
    assert row.date == TODAY and row.question in bank
    assert ensure_daily_question(now=after(60)).pk == row.pk
    assert DailyQuestion.objects.count() == 1


def test_the_day_begins_at_midnight_in_shanghai(bank):
    midnight = NOW.replace(hour=16, minute=0)
    assert ensure_daily_question(now=midnight - timedelta(seconds=1)).date == TODAY
    assert ensure_daily_question(now=midnight).date == TODAY + timedelta(days=1)


def test_an_editors_choice_stands(bank):
    chosen = next(question for question in bank if question.pk != choose_daily(TODAY, NOW))
    DailyQuestion.objects.create(date=TODAY, question=chosen)
    assert ensure_daily_question(now=NOW).question == chosen


def test_a_choice_that_is_not_published_is_replaced(bank):
    bank[0].unpublish()
    DailyQuestion.objects.create(date=TODAY, question=bank[0])
    assert daily_versions(NOW) == (None, None)
    assert ensure_daily_question(now=NOW).question in bank[1:]
    assert DailyQuestion.objects.count() == 1


def test_who_comes_second_in_a_race_gets_the_row_of_the_first(bank, monkeypatch):
    """Both find no row and choose; the second insert meets the first one's row."""
    from quizzes.actions import practice

    first = bank[0]

    def meanwhile(day, now):
        DailyQuestion.objects.create(date=day, question=first)
        return bank[1].pk

    monkeypatch.setattr(practice, "choose_daily", meanwhile)
    assert ensure_daily_question(now=NOW).question == first
    assert DailyQuestion.objects.count() == 1


def test_the_database_keeps_one_row_for_a_day(bank):
    DailyQuestion.objects.create(date=TODAY, question=bank[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        DailyQuestion.objects.create(date=TODAY, question=bank[1])


def test_the_choice_follows_from_the_date(bank):
    days = [TODAY + timedelta(days=number) for number in range(30)]
    assert [choose_daily(day, NOW) for day in days] == [choose_daily(day, NOW) for day in days]
    assert len({choose_daily(day, NOW) for day in days}) > 2


def test_no_question_twice_within_the_pause_as_long_as_there_are_others(bank):
    used = []
    for number in range(len(bank)):
        used.append(ensure_daily_question(now=NOW + timedelta(days=number)).question_id)
    assert sorted(used) == sorted(question.pk for question in bank)
    again = ensure_daily_question(now=NOW + timedelta(days=len(bank)))
    assert again.question_id == used[0], "all used lately: the one used longest ago"


def test_after_the_pause_a_question_may_come_again(bank):
    DailyQuestion.objects.create(date=TODAY, question=bank[0])
    others = DailyQuestion.objects.exclude(question=bank[0])
    for number, question in enumerate(bank[1:], 1):
        DailyQuestion.objects.create(date=TODAY + timedelta(days=number), question=question)
    assert others.count() == 5
    assert choose_daily(TODAY + PAUSE, NOW) == bank[0].pk


def test_what_an_editor_chose_for_a_later_day_is_not_taken_before(bank):
    for number, question in enumerate(bank[1:], 1):
        DailyQuestion.objects.create(date=TODAY + timedelta(days=number), question=question)
    assert ensure_daily_question(now=NOW).question == bank[0]


def test_only_short_questions_with_a_topic():
    make_topic_question(make_topic(), "ordering")
    make_question("single_choice")
    assert ensure_daily_question(now=NOW) is None
    short = make_topic_question(make_topic(), "true_false")
    assert ensure_daily_question(now=NOW).question == short


class TestLog:
    def daily(self, person, bank, days):
        for number in days:
            now = NOW + timedelta(days=number)
            row = ensure_daily_question(now=now)
            question = next(entry for entry in bank if entry.pk == row.question_id)
            answer(person, question, now, mode=DAILY)

    @pytest.fixture
    def choices(self):
        topic = make_topic()
        return [make_topic_question(topic) for _ in range(3)]

    def test_days_in_a_row(self, choices):
        person = user_person()
        self.daily(person, choices, [0, 2, 3, 4])
        assert daily_log(person, NOW + timedelta(days=4)).streak == 3
        assert daily_log(person, NOW + timedelta(days=5)).streak == 3
        assert daily_log(person, NOW + timedelta(days=6)).streak == 0
        assert daily_log(None, NOW).streak == 0

    def test_other_practice_is_no_daily_question(self, choices):
        person = user_person()
        answer(person, choices[0], NOW)
        log = daily_log(person, NOW)
        assert (log.streak, log.today) == (0, None)

    def test_once_a_day_even_when_shown_again(self, choices):
        person = user_person()
        question = choices[0]
        DailyQuestion.objects.create(date=TODAY, question=question)
        assert answer(person, question, NOW, right=False, mode=DAILY).counted
        again = answer(person, question, after(60), mode=DAILY)
        assert not again.counted and again.mark.points == 0
        assert daily_log(person, after(61)).today.question_id == question.pk

    def test_practised_before_it_is_still_the_days_question(self, choices):
        person = user_person()
        answer(person, choices[0], NOW)
        assert answer(person, choices[0], after(1), mode=DAILY).counted
