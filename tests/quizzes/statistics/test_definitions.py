"""Definitions: against a hand-computed paper, published figures, and a plain computation over the raw marks."""

import statistics
from fractions import Fraction
from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.statistics import ItemStatistics, QuizTally, item_statistics, quiz_statistics

MAXIMA = (1, 2, 1)
# Five attempts at a paper of 1, 2 and 1 points. Totals 4, 3, 2, 1, 0.
HAND = [(1, 2, 1), (1, 2, 0), (1, 1, 0), (0, 0, 1), (0, 0, 0)]


def tally_of(rows, maxima) -> QuizTally:
    tally = QuizTally.empty(maxima)
    for row in rows:
        tally.add(row)
    return tally


def test_items_by_hand():
    """With n = 5, n(n−1) = 20 and sums xx = nΣx² − (Σx)², xy = nΣxX − ΣxΣX (X = total − x):

    item 1: x 1 1 1 0 0, X 3 2 1 1 0: xx = 15−9 = 6,   XX = 75−49 = 26,  xy = 30−21 = 9
    item 2: x 2 2 1 0 0, X 2 1 1 1 0: xx = 45−25 = 20, XX = 35−25 = 10,  xy = 35−25 = 10
    item 3: x 1 0 0 1 0, X 3 3 2 0 0: xx = 10−4 = 6,   XX = 110−64 = 46, xy = 15−16 = −1
    facility: 3/5, 5/10, 2/5; deviation √(xx/20)/max: √.3, √1/2, √.3
    discrimination xy/√(xx·XX): 9/√156, 10/√200, −1/√276
    efficiency: sorted lists give xy = 9, 10, and for item 3 5·(3+3) − 16 = 14, so 1, 1, −1/14
    effective weight √(xx+xy): √15 + √30 + √5 = 11.5863
    27 % of 5 are 1.35 attempts: item 1 (1+.35) − 0; item 2 (2+.7) − 0 over 2·1.35; item 3 1 − .35
    """
    one, two, three = item_statistics(tally_of(HAND, MAXIMA), guesses=[Fraction(1, 4), 0.5, None])
    assert one == ItemStatistics(
        attempts=5,
        maximum=1,
        mean=0.6,
        facility=60,
        standard_deviation=pytest.approx(54.7723, abs=5e-5),
        random_guess=25,
        intended_weight=25,
        effective_weight=pytest.approx(33.4273, abs=5e-5),
        discrimination_index=pytest.approx(72.0577, abs=5e-5),
        discriminative_efficiency=100,
        upper_lower=100,
    )
    assert two == ItemStatistics(
        attempts=5,
        maximum=2,
        mean=1,
        facility=50,
        standard_deviation=50,
        random_guess=50,
        intended_weight=50,
        effective_weight=pytest.approx(47.2734, abs=5e-5),
        discrimination_index=pytest.approx(70.7107, abs=5e-5),
        discriminative_efficiency=100,
        upper_lower=100,
    )
    assert three == ItemStatistics(
        attempts=5,
        maximum=1,
        mean=0.4,
        facility=40,
        standard_deviation=pytest.approx(54.7723, abs=5e-5),
        random_guess=None,
        intended_weight=25,
        effective_weight=pytest.approx(19.2993, abs=5e-5),
        discrimination_index=pytest.approx(-6.0193, abs=5e-5),
        discriminative_efficiency=pytest.approx(-7.1429, abs=5e-5),
        upper_lower=pytest.approx(48.1481, abs=5e-5),
    )


def test_paper_by_hand():
    """V(T) = 10/4; kurtosis: m2 = 2, m4 = 6.8, k4 = 25(6·6.8 − 3·4·4)/24 = −7.5, −7.5/2.5² = −1.2.

    alpha = 3/2 · (1 − (.3 + 1 + .3)/2.5) = .54; error ratio √.46; standard error √(2.5 · .46).
    """
    paper = quiz_statistics(tally_of(HAND, MAXIMA))
    assert (paper.attempts, paper.maximum, paper.mean, paper.median) == (5, 4, 2, 2)
    assert (paper.skewness, paper.kurtosis, paper.internal_consistency) == (0, -1.2, 54)
    assert paper.standard_deviation == pytest.approx(1.5811, abs=5e-5)
    assert paper.error_ratio == pytest.approx(67.8233, abs=5e-5)
    assert paper.standard_error == pytest.approx(1.0724, abs=5e-5)


def test_skewness_and_kurtosis_as_published():
    """Microsoft's documentation of SKEW and KURT: 0.359543071 and −0.151799637."""
    paper = quiz_statistics(tally_of([(score,) for score in (3, 4, 5, 2, 3, 4, 5, 6, 4, 7)], (7,)))
    assert paper.skewness == pytest.approx(0.359543071, abs=1e-9)
    assert paper.kurtosis == pytest.approx(-0.151799637, abs=1e-9)


def test_alpha_as_published():
    """Wuensch, "The Kuder-Richardson 20" (core.ecu.edu/wuenschk/StatHelp/KR20.txt): Σpq = 2.18, variance 5.84."""
    rows = (
        "1111110110 1011011101 1111011001 0010001000 0000010010 1110111111 1101110111 1111111101 0101111101 1101101110"
    )
    tally = tally_of([tuple(map(int, row)) for row in rows.split()], [1] * 10)
    assert [item.facility for item in item_statistics(tally)] == [70, 70, 60, 70, 60, 80, 70, 70, 50, 60]
    paper = quiz_statistics(tally)
    assert paper.standard_deviation**2 * 9 / 10 == pytest.approx(5.84)
    assert paper.internal_consistency == pytest.approx(100 * 10 / 9 * (1 - 2.18 / 5.84))


# ---- the same by a plain computation over the raw marks ----

maxima_of = st.lists(st.integers(1, 4), min_size=1, max_size=4)
papers = maxima_of.flatmap(
    lambda maxima: st.tuples(
        st.just(maxima),
        st.lists(st.tuples(*(st.none() | st.integers(0, maximum) for maximum in maxima)), max_size=14),
    )
)
complete_papers = maxima_of.flatmap(
    lambda maxima: st.tuples(
        st.just(maxima),
        st.lists(st.tuples(*(st.integers(0, maximum) for maximum in maxima)), max_size=14),
    )
)


def near(result: float | None, expected: float | None) -> bool:
    if result is None or expected is None:
        return result is expected
    return isclose(result, expected, rel_tol=1e-9, abs_tol=1e-9)


def naive_covariance(first, second) -> float | None:
    return statistics.covariance(first, second) if len(first) > 1 else None


def naive_item(rows, index, maximum) -> dict[str, float | None]:
    mine = [row for row in rows if row[index] is not None]
    x = [row[index] for row in mine]
    rest = [sum(filter(None, row)) - row[index] for row in mine]
    varied = len(set(x)) > 1 and len(set(rest)) > 1
    largest = naive_covariance(sorted(x), sorted(rest))
    return {
        "attempts": len(x),
        "facility": 100 * statistics.mean(x) / maximum if x else None,
        "standard_deviation": 100 * statistics.stdev(x) / maximum if len(x) > 1 else None,
        "discrimination_index": 100 * statistics.correlation(x, rest) if varied else None,
        "discriminative_efficiency": 100 * naive_covariance(x, rest) / largest if varied else None,
    }


@given(papers)
def test_items_as_from_the_raw_marks(paper):
    maxima, rows = paper
    for index, item in enumerate(item_statistics(tally_of(rows, maxima))):
        for name, expected in naive_item(rows, index, maxima[index]).items():
            assert near(getattr(item, name), expected), name


@given(papers)
def test_effective_weights_as_from_the_raw_marks(paper):
    maxima, rows = paper
    roots = []
    for index in range(len(maxima)):
        mine = [row for row in rows if row[index] is not None]
        totals = [sum(filter(None, row)) for row in mine]
        covariance = naive_covariance([row[index] for row in mine], totals)
        covariance = 0 if covariance is not None and abs(covariance) < 1e-12 else covariance
        roots.append(sqrt(covariance) if covariance is not None and covariance >= 0 else None)
    whole = sum(filter(None, roots))
    expected = [100 * root / whole if whole and root is not None else None for root in roots]
    found = [item.effective_weight for item in item_statistics(tally_of(rows, maxima))]
    assert all(map(near, found, expected))


def naive_moment(values, power) -> float:
    mean = statistics.mean(values)
    return sum((value - mean) ** power for value in values) / len(values)


@given(complete_papers)
def test_papers_as_from_the_raw_marks(paper):
    maxima, rows = paper
    totals, n, k = [sum(row) for row in rows], len(rows), len(maxima)
    result = quiz_statistics(tally_of(rows, maxima))
    varied = len(set(totals)) > 1
    deviation = statistics.stdev(totals) if n > 1 else None
    assert near(result.mean, statistics.mean(totals) if n else None)
    assert near(result.median, statistics.median(totals) if n else None)
    assert near(result.standard_deviation, deviation)
    # the adjusted Fisher-Pearson coefficients, written in the population's moments
    skew = kurtosis = alpha = None
    if varied and n > 2:
        skew = sqrt(n * (n - 1)) / (n - 2) * naive_moment(totals, 3) / naive_moment(totals, 2) ** 1.5
    if varied and n > 3:
        excess = naive_moment(totals, 4) / naive_moment(totals, 2) ** 2 - 3
        kurtosis = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6)
    if varied and n > 2 and k > 1:
        parts = sum(statistics.variance(column) for column in zip(*rows, strict=True))
        alpha = k / (k - 1) * (1 - parts / statistics.variance(totals))
    assert near(result.skewness, skew)
    assert near(result.kurtosis, kurtosis)
    assert near(result.internal_consistency, None if alpha is None else 100 * alpha)
    noise = None if alpha is None else sqrt(max(0, 1 - alpha))
    assert (result.error_ratio is None) == (noise is None)
    if noise is not None:  # a root near zero halves the digits of the plain computation
        assert isclose(result.error_ratio, 100 * noise, rel_tol=1e-6, abs_tol=1e-5)
        assert isclose(result.standard_error, deviation * noise, rel_tol=1e-6, abs_tol=1e-5)


def naive_upper_lower(rows, index, maximum) -> float | None:
    """Each attempt is cut in 100 slices, ties share alike: 27 slices of 100 per attempt on either end."""
    by_total = sorted(rows, key=sum)
    totals = [sum(row) for row in by_total]
    if len(set(totals)) < 2:
        return None
    averaged = [Fraction(statistics.mean(Fraction(r[index]) for r in rows if sum(r) == total)) for total in totals]
    slices = [value for value in averaged for _slice in range(100)]
    size = 27 * len(rows)
    return float(100 * (sum(slices[-size:]) - sum(slices[:size])) / (size * maximum))


@given(complete_papers)
def test_upper_and_lower_group_as_from_the_raw_marks(paper):
    maxima, rows = paper
    for index, item in enumerate(item_statistics(tally_of(rows, maxima))):
        assert near(item.upper_lower, naive_upper_lower(rows, index, maxima[index]))


# ---- what is not defined ----


@pytest.mark.parametrize("rows", [[], [(1, 2)], [(1, 2), (1, 2), (1, 2)]])
def test_without_variance_nothing_is_claimed(rows):
    tally = tally_of(rows, (1, 2))
    for item in item_statistics(tally):
        assert item.discrimination_index is item.discriminative_efficiency is item.effective_weight is None
        assert item.upper_lower is None
    paper = quiz_statistics(tally)
    assert paper.skewness is paper.kurtosis is paper.internal_consistency is paper.standard_error is None


def test_a_single_item_has_no_consistency():
    assert quiz_statistics(tally_of([(0,), (1,), (1,)], (1,))).internal_consistency is None


def test_negative_consistency_stands_and_a_negative_weight_does_not():
    tally = tally_of([(4, 0), (0, 1), (3, 0), (1, 1)], (4, 1))
    assert quiz_statistics(tally).internal_consistency < 0
    assert item_statistics(tally)[1].effective_weight is None


def test_items_drawn_at_random():
    """Intended weights speak of the paper, not of the set it is drawn from; alpha speaks of one set of items."""
    tally = tally_of([(1, None, 1), (None, 1, 0), (0, 1, None), (1, 0, None)], (1, 1, 1))
    assert [item.attempts for item in item_statistics(tally)] == [3, 3, 2]
    assert {item.intended_weight for item in item_statistics(tally, paper_maximum=2)} == {50}
    assert quiz_statistics(tally, paper_maximum=2).maximum == 2
    assert quiz_statistics(tally).internal_consistency is None


def test_an_item_without_points_and_scores_of_any_size():
    none, huge = item_statistics(tally_of([(0, 10**40), (0, 0)], (0, 10**40)))
    assert (none.facility, none.standard_deviation, none.upper_lower) == (None, None, None)
    assert (huge.facility, huge.upper_lower) == (50, 100)
