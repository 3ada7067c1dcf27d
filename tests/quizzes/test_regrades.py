"""Re-grades and the sums of the statistics, through the actions."""

import pytest
from django.contrib.auth.models import Permission

from factories.questions import NOW, after, make_question, make_quiz, make_user, refused, user_person, visitor
from quizzes import statistics
from quizzes.actions.attempts import Given, deal_of, start_attempt, submit_attempt
from quizzes.actions.regrades import create_regrade, preview_regrade, run_regrades
from quizzes.actions.tallies import tally_attempts
from quizzes.models import Attempt, QuizTally, Regrade
from quizzes.quiz_statistics import statistics_of
from quizzes.versions import versions_by_id

pytestmark = pytest.mark.django_db


def take(quiz, responses: list, *, person=None, minute: float = 0) -> Attempt:
    """One whole attempt: responses in the author's numbering, in the order of the (unshuffled) paper; None is left blank."""
    person = person or visitor()
    attempt = start_attempt(quiz=quiz, person=person, now=after(minute))
    versions = versions_by_id(v for v, _points in attempt.paper)
    answers = {}
    for slot, response in enumerate(responses):
        version = versions[attempt.paper[slot][0]]
        answers[slot] = Given(version.kind.show(version.body, response, deal_of(attempt, slot)))
    return submit_attempt(attempt_id=attempt.pk, person=person, answers=answers, now=after(minute + 1))


@pytest.fixture
def officer(db):
    user = make_user("officer")
    user.user_permissions.add(Permission.objects.get(codename="add_regrade"))
    return user


@pytest.fixture
def quiz(site):
    questions = [
        make_question("single_choice", points=4),
        make_question("true_false", points=2),
        make_question("case_study"),
    ]
    return make_quiz(questions, shuffle_questions=False, pass_percent=50)


def regrade(quiz, officer, slot=0, **fields):
    version = make_version(quiz, slot)
    return create_regrade(version=version, note="第 1 题的答案更正了。", by=officer, now=after(10), **fields)


def make_version(quiz, slot):
    return quiz.paper[slot].value["question"].current


def points(*attempts):
    return [(a.points, a.maximum, a.passed) for a in map(fresh, attempts)]


def fresh(attempt):
    return Attempt.objects.get(pk=attempt.pk)


def test_a_wrong_key_is_replaced_accepted_voided_or_given_to_all(quiz, officer):
    chose_key, chose_c, blank = (take(quiz, [n, None, None]) for n in (1, 2, None))
    assert points(chose_key, chose_c, blank) == [(4, 11, False), (0, 11, False), (0, 11, False)]

    seen = preview_regrade(version=make_version(quiz, 0), kind="accept", response=2)
    assert (seen.attempts, seen.changed, seen.up, seen.down, seen.exact) == (3, 1, 1, 0, True)
    regrade(quiz, officer, kind="accept", response=2)
    assert points(chose_c) == [(0, 11, False)], "nothing changes before the worker has come"
    assert run_regrades(now=after(11)) == 1
    assert points(chose_key, chose_c, blank) == [(4, 11, False), (4, 11, False), (0, 11, False)]

    regrade(quiz, officer, kind="replace", response=2)
    run_regrades(now=after(12))
    assert points(chose_key, chose_c, blank) == [(0, 11, False), (4, 11, False), (0, 11, False)]

    regrade(quiz, officer, kind="full")
    run_regrades(now=after(13))
    assert points(chose_key, chose_c, blank) == [(4, 11, False)] * 3

    regrade(quiz, officer, kind="void")
    run_regrades(now=after(14))
    assert points(chose_key, chose_c, blank) == [(0, 7, False)] * 3
    assert list(Regrade.objects.order_by("pk").values_list("status", "seen", "changed")) == [
        ("done", 3, 1),
        ("done", 3, 1),
        ("done", 3, 2),
        ("done", 3, 3),
    ]


def test_whoever_is_marked_later_is_marked_with_the_regrade(quiz, officer):
    regrade(quiz, officer, kind="accept", response=0)
    run_regrades(now=after(11))
    assert take(quiz, [0], minute=20).points == 4


def test_a_part_of_a_case_study_is_regraded_alone(quiz, officer):
    attempt = take(quiz, [None, None, [False, 0]])
    assert fresh(attempt).marks[2] == [3, 5, [[0, 2], [3, 3]]]
    regrade(quiz, officer, slot=2, part=0, kind="full")
    run_regrades(now=after(11))
    assert fresh(attempt).marks[2] == [5, 5, [[2, 2], [3, 3]]]
    regrade(quiz, officer, slot=2, part=1, kind="void")
    run_regrades(now=after(12))
    assert fresh(attempt).marks[2] == [2, 2, [[2, 2], [0, 0]]]


def test_passing_follows(quiz, officer):
    attempt = take(quiz, [0, False, [True, None]])
    assert points(attempt) == [(4, 11, False)]
    regrade(quiz, officer, kind="void")
    run_regrades(now=after(11))
    assert points(attempt) == [(4, 7, True)]


def test_only_officers_regrade_and_only_sensibly(quiz, officer):
    with refused("forbidden"):
        regrade(quiz, make_user(), kind="void")
    with refused("invalid_regrade"):
        regrade(quiz, officer, kind="accept")
    with refused("invalid_regrade"):
        regrade(quiz, officer, slot=2, kind="accept", response=[True, 0])
    with refused("invalid_regrade"):
        regrade(quiz, officer, slot=2, part=7, kind="void")
    with refused("invalid_regrade"):
        create_regrade(version=make_version(quiz, 0), kind="void", note=" ", by=officer, now=NOW)
    assert not Regrade.objects.exists()


def test_the_sums_follow_submissions_and_regrades(quiz, officer):
    """Kept step by step, the sums equal those counted from nothing."""
    people = [[1, False, [True, 0]], [2, False, None], [0, True, [False, 0]], [None, None, None], [1, True, [True, 1]]]
    for minute, responses in enumerate(people):
        take(quiz, responses, minute=minute)
    assert tally_attempts(now=after(8)) == 5
    assert tally_attempts(now=after(8)) == 0
    regrade(quiz, officer, kind="replace", response=2)
    regrade(quiz, officer, slot=2, part=0, kind="void")
    take(quiz, [2, True, [True, 0]], minute=9)
    run_regrades(now=after(11))
    tally_attempts(now=after(12))
    kept = statistics_of(quiz)
    QuizTally.objects.all().delete()
    quiz.item_tallies.all().delete()
    Attempt.objects.update(tallied=False)
    tally_attempts(now=after(13))
    counted = statistics_of(quiz)
    assert kept.tally == counted.tally
    assert kept.figures == counted.figures
    assert [item.figures.attempts for item in kept.items] == [6, 6, 6]
    assert kept.items[0].options[2] == statistics.OptionCount("2", "丙", 2, False)


def test_attempts_of_drawn_papers_are_counted_by_item(site):
    category = make_question("single_choice", points=3, category="抽题").category
    for _n in range(5):
        make_question("single_choice", points=3, category="抽题")
    quiz = make_quiz(draws=[{"count": 2, "category": category}])
    for _n in range(12):
        take(quiz, [1, 0])
    tally_attempts(now=after(5))
    report = statistics_of(quiz)
    assert sum(item.figures.attempts for item in report.items) == 24
    assert report.tally.totals == {3: 12}
    assert report.figures.maximum == 6


def test_users_and_visitors_count_alike(quiz):
    take(quiz, [1], person=user_person())
    take(quiz, [1])
    assert tally_attempts(now=after(5)) == 2
