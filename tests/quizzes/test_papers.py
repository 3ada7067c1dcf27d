"""Drawing papers."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.questions import NOW, make_question, make_quiz, refused, visitor
from quizzes.actions.attempts import start_attempt
from quizzes.models import Category, Question
from quizzes.papers import Candidate, draw_paper, paper_problems, slot_pools


def pools_of(*ids):
    return [[Candidate(n, n, 1) for n in pool] for pool in ids]


def possible(pools) -> bool:
    """Whether every slot can have its own question, by trying everything (Hall's condition by brute force)."""

    def place(slot, used):
        if slot == len(pools):
            return True
        return any(place(slot + 1, used | {c.question}) for c in pools[slot] if c.question not in used)

    return place(0, frozenset())


@given(st.lists(st.lists(st.integers(0, 5), max_size=4, unique=True), max_size=5), st.integers())
def test_a_paper_is_found_whenever_there_is_one(ids, seed):
    pools = pools_of(*ids)
    drawn = draw_paper(pools, Random(seed))
    assert (drawn is not None) == possible(pools)
    if drawn is not None:
        assert len({candidate.question for candidate in drawn}) == len(pools)
        assert all(candidate in pool for candidate, pool in zip(drawn, pools, strict=True))


def test_every_question_is_drawn_about_equally_often():
    """3 of 10, 3,000 times: each is expected 900 times (standard deviation 25)."""
    counts = Counter(c.question for seed in range(3000) for c in draw_paper(pools_of(*[range(10)] * 3), Random(seed)))
    assert set(counts) == set(range(10))
    assert all(770 <= count <= 1030 for count in counts.values())


@pytest.mark.django_db
class TestPools:
    def test_draws_follow_category_type_difficulty(self, site):
        easy = make_question("single_choice", category="网购/退货", difficulty="easy")
        make_question("true_false", category="网购/退货", difficulty="easy")
        make_question("single_choice", category="网购/退货", difficulty="hard")
        make_question("single_choice", category="网购退货", difficulty="easy")
        make_question("single_choice", category="网购/退货", difficulty="easy", publish=False)
        quiz = make_quiz(
            draws=[
                {"count": 1, "category": Category.at("网购"), "type": "single_choice", "difficulty": "easy"},
                {"count": 3, "category": Category.at("网购")},
            ],
            live=False,
        )
        pools = slot_pools(quiz)
        assert [c.question for c in pools[0]] == [easy.pk]
        assert [len(pool) for pool in pools] == [1, 3, 3, 3]
        assert paper_problems(quiz) == ["各项的题目有重叠，凑不齐不重复的一份试卷。"]

    def test_the_editor_hears_what_is_missing(self, site):
        question = make_question(publish=False)
        quiz = make_quiz([question], draws=[{"count": 5, "category": question.category}], live=False)
        assert len(paper_problems(quiz)) == 2
        with refused("paper_unavailable"):
            start_attempt(quiz=quiz, person=visitor(), now=NOW)

    def test_an_edit_or_withdrawal_reaches_new_papers_only(self, site, django_capture_on_commit_callbacks):
        question = make_question(points=3)
        quiz = make_quiz([question])
        first = start_attempt(quiz=quiz, person=visitor(), now=NOW)
        with django_capture_on_commit_callbacks(execute=True):
            question.points = 7
            question.stem = "改过的题干？"
            question.save_revision().publish()
        second = start_attempt(quiz=quiz, person=visitor(), now=NOW)
        assert (first.maximum, second.maximum) == (3, 7)
        first.refresh_from_db()
        assert first.paper == [[question.versions.get(number=1).pk, 3]]
        assert second.paper == [[question.versions.get(number=2).pk, 7]]
        with django_capture_on_commit_callbacks(execute=True):
            Question.objects.get(pk=question.pk).unpublish()
        with refused("paper_unavailable"):
            start_attempt(quiz=quiz, person=visitor(), now=NOW)

    def test_publishing_without_a_change_makes_no_version(self, site):
        question = make_question()
        question.save_revision().publish()
        assert question.versions.count() == 1
