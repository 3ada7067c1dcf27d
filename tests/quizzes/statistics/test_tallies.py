"""Tallies: adding, removing and merging in any order give the same counts."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.statistics import BLANK, ItemTally, OptionCount, QuizTally

MAXIMA = (1, 2, 5)
attempt = st.tuples(
    st.tuples(*(st.none() | st.integers(0, maximum) for maximum in MAXIMA)),
    st.tuples(*(st.lists(st.sampled_from(["a", "b", "c", BLANK]), max_size=3) for _maximum in MAXIMA)),
)
attempts = st.lists(attempt, max_size=12)


def tally_of(entries) -> QuizTally:
    tally = QuizTally.empty(MAXIMA)
    for marks, choices in entries:
        tally.add(marks, choices)
    return tally


def test_what_one_attempt_counts():
    tally = QuizTally.empty(MAXIMA)
    tally.add([1, None, 3], [["a"], ["b"], ["a", "c", "c"]])
    assert tally.totals == {4: 1}
    assert [item.joint for item in tally.items] == [{(1, 4): 1}, {}, {(3, 4): 1}]
    assert [item.options for item in tally.items] == [{"a": 1}, {}, {"a": 1, "c": 1}]
    assert [item.attempts for item in tally.items] == [1, 0, 1]
    assert (tally.attempts, tally.is_complete) == (1, False)


@given(attempts, attempt, st.randoms())
def test_adding_then_removing_changes_nothing(entries, extra, random):
    tally = tally_of(entries)
    before = tally.to_json()
    order = [extra, *entries]
    random.shuffle(order)
    for marks, choices in order:
        tally.add(marks, choices)
    random.shuffle(order)
    for marks, choices in order:
        tally.remove(marks, choices)
    assert tally.to_json() == before


@given(attempts, attempts, attempts)
def test_merging_is_associative_and_commutative(one, two, three):
    first, second, third = map(tally_of, (one, two, three))
    assert first.merge(second) == second.merge(first) == tally_of(one + two)
    assert first.merge(second).merge(third) == first.merge(second.merge(third))


@given(attempts)
def test_json_there_and_back(entries):
    tally = tally_of(entries)
    assert QuizTally.from_json(json.loads(json.dumps(tally.to_json()))) == tally


@given(attempts, attempt)
def test_a_refused_removal_changes_nothing(entries, extra):
    tally = tally_of(entries)
    before = tally.to_json()
    if extra not in entries:
        try:
            tally.remove(*extra)
        except ValueError:
            assert tally.to_json() == before


def test_what_was_not_added_cannot_be_removed():
    tally = tally_of([((1, 2, 5), ((), (), ()))])
    with pytest.raises(ValueError, match="not in the tally"):
        tally.remove([1, 2, 4])


def test_lengths_and_papers_must_agree():
    tally = QuizTally.empty(MAXIMA)
    with pytest.raises(ValueError, match="one mark"):
        tally.add([1, 2])
    with pytest.raises(ValueError, match="one mark"):
        tally.add([1, 2, 3], [["a"]])
    with pytest.raises(ValueError, match="papers"):
        tally.merge(QuizTally.empty((1,)))
    with pytest.raises(ValueError, match="items"):
        tally.merge(QuizTally.empty((1, 2, 6)))


def test_size_does_not_depend_on_the_number_of_attempts():
    tally = QuizTally.empty((1, 1))
    for number in range(4000):
        tally.add([number % 2, number % 4 // 2], [["ab"[number % 2]], []])
    assert len(json.dumps(tally.to_json())) < 300


def test_options_are_listed_even_when_nobody_chose_them():
    item = ItemTally(1, options={"b": 3, BLANK: 2})
    assert item.option_counts({"a": "甲", "b": "乙"}, {"a"}, blank="未作答") == [
        OptionCount("a", "甲", 0, is_right=True),
        OptionCount("b", "乙", 3),
        OptionCount(BLANK, "未作答", 2),
    ]
