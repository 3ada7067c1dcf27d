"""Winners as a function of list, rules and seed: who may win, how often, in which order; and that chance is fair."""

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.prizes.draw import draw, freeze
from factories.draws import digest, line, people, rules, tier

SEEDS = st.integers(0, 10**6).map(digest)
LIMITS = st.sampled_from(["once", "highest", "once_per_tier", "entry"])
LEVELS = st.sampled_from([[[100, 100]], [[100, 100], [99, 99]], [[98, 100]], [[0, 97], [98, 100]]])
TIERS = st.lists(
    st.builds(
        lambda quantity, reserves, levels: (quantity, reserves, levels), st.integers(1, 4), st.integers(0, 3), LEVELS
    ),
    min_size=1,
    max_size=4,
).map(lambda rows: [tier(f"t{rank}", rank, *row) for rank, row in enumerate(rows, 1)])
# Some people with one entry, some with several, of various levels.
ENTRIES = st.lists(st.tuples(st.integers(0, 6), st.integers(97, 100)), max_size=16)


def lines_of(entries: list[tuple[int, int]], limit: str) -> list[str]:
    return [line(number, None if limit == "entry" else person, level) for number, (person, level) in enumerate(entries)]


def result_of(lines: list[str], rule: dict, seed: str, excluded=()) -> dict:
    return draw(freeze(lines, rule["person_limit"]), rule, seed, excluded)


@st.composite
def draws(draw_value):
    """(lines, rules, seed) of any small draw; the tiers may be drawn in any order of their ranks."""
    limit = draw_value(LIMITS)
    rule = rules(*draw_value(st.permutations(draw_value(TIERS))), limit=limit, common=draw_value(st.integers(0, 3)))
    return lines_of(draw_value(ENTRIES), limit), rule, draw_value(SEEDS)


@given(draws(), st.randoms(use_true_random=False))
def test_the_same_input_in_any_order_gives_the_same_result(case, random):
    lines, rule, seed = case
    shuffled = random.sample(lines, len(lines))
    assert result_of(lines, rule, seed) == result_of(shuffled, rule, seed)


@given(draws())
def test_no_entry_holds_two_places_and_nobody_more_than_the_rules_allow(case):
    lines, rule, seed = case
    result = result_of(lines, rule, seed)
    places = result["winners"] + result["reserves"]
    assert all(count == 1 for count in Counter(place["entry"] for place in places).values())
    assert {f"{place['entry']} {place['person']} {place['level']}" for place in places} <= set(lines)
    holder = {
        "once": lambda place: place["person"],
        "highest": lambda place: place["person"],
        "once_per_tier": lambda place: (place["tier"], place["person"]),
        "entry": lambda place: place["entry"],
    }[rule["person_limit"]]
    assert all(count == 1 for count in Counter(map(holder, places)).values())


@given(draws())
def test_a_prize_stays_vacant_only_when_nobody_eligible_is_left(case):
    lines, rule, seed = case
    result = result_of(lines, rule, seed)
    vacant = {item["tier"]: item["quantity"] for item in result["vacant"]}
    places = result["winners"] + result["reserves"]
    used = {place["entry"] for place in places}
    for prize in rule["tiers"]:
        won = [place for place in result["winners"] if place["tier"] == prize["id"]]
        assert len(won) + vacant.get(prize["id"], 0) == prize["quantity"]
        assert [place["place"] for place in won] == list(range(1, len(won) + 1))
        if prize["id"] in vacant:
            for free in (entry for entry in lines if entry[:64] not in used):
                person, level = free.split(" ")[1:]
                fits = any(low <= int(level) <= high for low, high in prize["levels"])
                held = {
                    "entry": False,
                    "once_per_tier": any(one["person"] == person for one in places if one["tier"] == prize["id"]),
                }.get(rule["person_limit"], any(one["person"] == person for one in places))
                assert held or not fits


@given(draws())
def test_within_a_level_the_smaller_ticket_comes_first(case):
    lines, rule, seed = case
    result = result_of(lines, rule, seed)
    for prize in rule["tiers"]:
        for kind in ("winners", "reserves"):
            places = [place for place in result[kind] if place["tier"] == prize["id"]]
            ranks = [next(n for n, (low, high) in enumerate(prize["levels"]) if low <= place["level"] <= high) for place in places]  # fmt: skip
            assert [(rank, place["ticket"]) for rank, place in zip(ranks, places, strict=True)] == sorted(
                (rank, place["ticket"]) for rank, place in zip(ranks, places, strict=True)
            )


@given(ENTRIES, SEEDS)
def test_full_scorers_win_first_and_the_next_level_fills_up(entries, seed):
    rule = rules(tier(quantity=4, levels=[[100, 100], [99, 99]]), limit="entry")
    winners = result_of(lines_of(entries, "entry"), rule, seed)["winners"]
    full = sum(level == 100 for _person, level in entries)
    nearly = sum(level == 99 for _person, level in entries)
    expected = [100] * min(full, 4) + [99] * min(nearly, max(4 - full, 0))
    assert [place["level"] for place in winners] == expected


@given(ENTRIES, SEEDS, st.permutations(["gold", "silver", "bronze"]))
def test_who_is_drawn_for_two_prizes_keeps_the_highest(entries, seed, sequence):
    """However the prizes are listed, the better prize is filled first, as if all were drawn and doubles handed down."""
    ranks = {"gold": 1, "silver": 2, "bronze": 3}
    rule = rules(*(tier(name, ranks[name], quantity=2) for name in sequence), limit="highest")
    listed = rules(*(tier(name, ranks[name], quantity=2) for name in ranks), limit="once")
    lines = lines_of(entries, "highest")
    won, as_listed = (
        {(place["tier"], place["place"]): place["entry"] for place in result_of(lines, one, seed)["winners"]}
        for one in (rule, listed)
    )
    assert won == as_listed


def test_drawn_from_the_lowest_a_person_keeps_what_came_first():
    """The control of the test above: `once` goes by the order listed, so the first drawn takes the lowest prize."""
    lines, seed = people(2), digest("seed")
    low_first = [tier("bronze", 2), tier("gold", 1)]
    once = result_of(lines, rules(*low_first, limit="once"), seed)["winners"]
    highest = result_of(lines, rules(*low_first, limit="highest"), seed)["winners"]
    assert [place["tier"] for place in once] == [place["tier"] for place in highest] == ["bronze", "gold"]
    assert [place["entry"] for place in once] == [place["entry"] for place in reversed(highest)]


@given(draws(), st.sets(st.integers(0, 6)))
def test_the_excluded_never_win_and_nobody_else_is_passed_over(case, banned):
    lines, rule, seed = case
    key = 0 if rule["person_limit"] == "entry" else 1
    numbers = {digest(f"entry {number}") for number in banned} | {digest(f"person {number}") for number in banned}
    excluded = {entry.split(" ")[key] for entry in lines} & numbers
    remaining = [entry for entry in lines if entry.split(" ")[key] not in excluded]
    assert result_of(lines, rule, seed, excluded) == result_of(remaining, rule, seed)


def test_one_entry_taken_out_leaves_everybody_elses_ticket():
    lines, rule = people(30), rules(tier(quantity=30))
    before, after = (
        {place["entry"]: place["ticket"] for place in result_of(some, rule, digest("seed"))["winners"]}
        for some in (lines, lines[1:])
    )
    assert before.items() - after.items() == {(lines[0][:64], before[lines[0][:64]])}


def test_nobody_entered():
    result = result_of([], rules(tier(quantity=3)), digest("seed"))
    assert result == {"winners": [], "reserves": [], "vacant": [{"tier": "first", "quantity": 3}]}


# Chance. The seeds are fixed, so these tests say the same every time; significance 0.001.

CHI_SQUARE_999 = {11: 31.264, 23: 49.728}  # upper 0.1 % points of χ² by degrees of freedom
DRAWS = 6000


def chi_square(counts: Counter, cells: list) -> float:
    expected = counts.total() / len(cells)
    return sum((counts[cell] - expected) ** 2 / expected for cell in cells)


@pytest.fixture(scope="module")
def orders() -> list[tuple[str, ...]]:
    """The order of all twelve entries under each of the seeds."""
    frozen, rule = freeze(people(12), "once"), rules(tier(quantity=12))
    return [
        tuple(place["entry"] for place in draw(frozen, rule, digest(f"seed {number}"))["winners"])
        for number in range(DRAWS)
    ]


@pytest.mark.parametrize("place", [0, 1, 5, 11])
def test_every_entry_has_the_same_chance_for_every_place(orders, place):
    cells = sorted(entry[:64] for entry in people(12))
    assert chi_square(Counter(order[place] for order in orders), cells) < CHI_SQUARE_999[11]


def test_every_order_of_four_entries_has_the_same_chance(orders):
    four = [entry[:64] for entry in people(4)]
    seen = Counter(tuple(entry for entry in order if entry in four) for order in orders)
    assert chi_square(seen, list(permutations(four))) < CHI_SQUARE_999[23]


def test_the_measure_finds_a_draw_that_is_not_fair():
    """The control: the low four bits of a hash modulo twelve favour four of the twelve cells."""
    skewed = Counter(int(digest(f"seed {number}")[0], 16) % 12 for number in range(DRAWS))
    assert chi_square(skewed, list(range(12))) > 5 * CHI_SQUARE_999[11]


def test_a_person_with_three_of_six_entries_wins_half_of_the_time():
    frozen = freeze([line(n, "diligent") for n in range(3)] + [line(n, n) for n in range(3, 6)], "once")
    wins = sum(
        draw(frozen, rules(), digest(f"seed {number}"))["winners"][0]["person"] == digest("person diligent")
        for number in range(DRAWS)
    )
    assert abs(wins - DRAWS / 2) < 3.29 * (DRAWS / 4) ** 0.5  # two-sided 0.001 of the normal distribution
