"""Warnings on weak items."""

from dataclasses import replace

import pytest

from quizzes.statistics import BLANK, ItemStatistics, OptionCount, Severity, item_flags

SOUND = ItemStatistics(
    attempts=100,
    maximum=1,
    mean=0.6,
    facility=60,
    standard_deviation=49,
    random_guess=25,
    intended_weight=10,
    effective_weight=10,
    discrimination_index=35,
    discriminative_efficiency=40,
    upper_lower=45,
)


def codes(options=(), **changes) -> list[str]:
    return [flag.code for flag in item_flags(replace(SOUND, **changes), options)]


def options(**counts: int) -> list[OptionCount]:
    """Options A to D, of which C is right, and the blank answers."""
    shown = [OptionCount(key, key, counts.get(key, 0), is_right=key == "C") for key in "ABCD"]
    return [*shown, OptionCount(BLANK, "未作答", counts.get("blank", 0))]


def test_a_sound_item_has_no_flag():
    assert codes(options(A=10, B=15, C=60, D=15)) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"attempts": 9, "facility": 0, "discrimination_index": -50}, ["few_attempts"]),
        ({"attempts": 10}, []),
        ({"discrimination_index": -0.1}, ["negative_discrimination"]),
        ({"discrimination_index": 0}, ["weak_discrimination"]),
        ({"discrimination_index": 19.99}, ["weak_discrimination"]),
        ({"discrimination_index": 20}, []),
        ({"discrimination_index": None, "facility": 100}, ["too_easy"]),
        ({"facility": 95}, ["too_easy"]),
        ({"facility": 94.9}, []),
        ({"facility": 25}, ["near_guessing"]),
        ({"facility": 25.1}, []),
        ({"facility": 20, "random_guess": None}, ["too_hard"]),
        ({"facility": 20.1, "random_guess": None}, []),
        ({"facility": None, "discrimination_index": None}, []),
    ],
)
def test_limits(changes, expected):
    assert codes(**changes) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"A": 10, "B": 60, "C": 20, "D": 10}, ["dominant_distractor"]),
        ({"A": 10, "B": 45, "C": 35, "D": 10}, ["strong_distractor"]),
        ({"A": 10, "B": 40, "C": 40, "D": 10}, []),
        ({"A": 0, "B": 30, "C": 70, "D": 0}, ["unused_option"]),
        ({"A": 10, "B": 10, "C": 11, "D": 10, "blank": 90}, []),
    ],
)
def test_options(counts, expected):
    assert codes(options(**counts)) == expected


def test_a_wrong_option_against_the_least_chosen_of_several_right_ones():
    chosen = [
        OptionCount("a", "退款", 90, is_right=True),
        OptionCount("b", "换货", 30, is_right=True),
        OptionCount("c", "吃亏", 50),
    ]
    assert [flag.sentence for flag in item_flags(SOUND, chosen)] == ["选“吃亏”的人比选标准答案“换货”的人还多。"]


def test_the_worst_comes_first_and_says_what_to_look_at():
    item = replace(SOUND, facility=10, discrimination_index=-20)
    flags = item_flags(item, options(B=88, C=10, D=2))
    assert [flag.severity for flag in flags] == [Severity.SERIOUS] * 2 + [Severity.WARNING, Severity.NOTE]
    assert "88% 的人选了“B”，而标准答案是“C”，请检查标准答案。" in [flag.sentence for flag in flags]
    assert flags[-1].sentence == "没有人选“A”，可以换一个更像的干扰项。"


def test_options_without_a_right_one_are_not_judged():
    assert codes([OptionCount("a", "赞成", 90), OptionCount("b", "反对", 10)]) == []
