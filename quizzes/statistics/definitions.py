"""Item and test statistics as Moodle defines them, from exact tallies.

Source: MoodleDocs, "Quiz statistics calculations" (docs.moodle.org/dev/Quiz_statistics_calculations), and what Moodle's
code does: question/classes/statistics/questions/calculator.php, mod/quiz/report/statistics/classes/calculator.php.
Notation: x points of one attempt for the item, T its total, X = T − x the rest; V and C are the sample variance and
covariance (divisor n − 1). Sums are integers or fractions; a float appears only as the result. What is not defined
(too few attempts, no variance, one item) is None, never NaN and never an exception.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import copysign, sqrt
from typing import NamedTuple

from .tallies import ItemTally, QuizTally

KELLEY = Fraction(27, 100)
"""Share of the attempts in the upper and in the lower group (Kelley 1939)."""


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """One item. Points are the tally's units; everything else is in per cent; None where undefined."""

    attempts: int
    maximum: int
    mean: float | None
    facility: float | None
    standard_deviation: float | None
    random_guess: float | None
    intended_weight: float | None
    effective_weight: float | None
    discrimination_index: float | None
    discriminative_efficiency: float | None
    upper_lower: float | None


@dataclass(frozen=True, slots=True)
class QuizStatistics:
    """One paper. `maximum`, `mean`, `median`, `standard_deviation`, `standard_error` in points of the tally;
    `internal_consistency` (Cronbach's alpha) and `error_ratio` in per cent; None where undefined.
    """

    attempts: int
    maximum: int
    mean: float | None
    median: float | None
    standard_deviation: float | None
    skewness: float | None
    kurtosis: float | None
    internal_consistency: float | None
    error_ratio: float | None
    standard_error: float | None


class Spread(NamedTuple):
    """Integer sums over n pairs (x, y). xx, yy and xy are n(n − 1) times V(x), V(y) and C(x, y)."""

    n: int
    sum_x: int
    sum_y: int
    xx: int
    yy: int
    xy: int


def item_statistics(
    tally: QuizTally, *, guesses: Sequence[Fraction | float | None] = (), paper_maximum: int | None = None
) -> list[ItemStatistics]:
    """One ItemStatistics per item.

    `guesses`: what a random guess scores, as a share of the maximum, per item; None where unknown.
    `paper_maximum`: points for a full paper; needed only where papers are drawn from a larger set of items.
    """
    spreads = [_with_rest(item) for item in tally.items]
    weights = _effective_weights(spreads)
    full = _paper_maximum(tally, paper_maximum)
    guesses = guesses or [None] * len(tally.items)
    return [
        ItemStatistics(
            attempts=spread.n,
            maximum=item.maximum,
            mean=spread.sum_x / spread.n if spread.n else None,
            facility=_facility(spread, item.maximum),
            standard_deviation=_item_deviation(spread, item.maximum),
            random_guess=None if guess is None else float(100 * guess),
            intended_weight=100 * item.maximum / full if full else None,
            effective_weight=weight,
            discrimination_index=_correlation(spread),
            discriminative_efficiency=_efficiency(item, spread),
            upper_lower=_upper_lower(item),
        )
        for item, spread, weight, guess in zip(tally.items, spreads, weights, guesses, strict=True)
    ]


def quiz_statistics(tally: QuizTally, *, paper_maximum: int | None = None) -> QuizStatistics:
    """The statistics of the totals and the reliability of the paper; `paper_maximum` as for `item_statistics`."""
    n = tally.attempts
    mean = Fraction(sum(total * count for total, count in tally.totals.items()), n) if n else None
    variance = _cumulant(tally.totals, mean, 2)
    deviation = sqrt(variance) if variance is not None else None
    noise = _error_variance(tally)
    return QuizStatistics(
        attempts=n,
        maximum=_paper_maximum(tally, paper_maximum),
        mean=float(mean) if n else None,
        median=_median(tally.totals),
        standard_deviation=deviation,
        skewness=_skewness(tally.totals, mean, variance),
        kurtosis=_kurtosis(tally.totals, mean, variance),
        internal_consistency=float(100 * (1 - noise)) if noise is not None else None,
        error_ratio=100 * sqrt(noise) if noise is not None else None,
        standard_error=deviation * sqrt(noise) if noise is not None else None,
    )


def _paper_maximum(tally: QuizTally, given: int | None) -> int:
    return sum(item.maximum for item in tally.items) if given is None else given


def _spread(pairs: Iterable[tuple[int, int, int]]) -> Spread:
    """The sums over (x, y, how often)."""
    n = sum_x = sum_y = sum_xx = sum_yy = sum_xy = 0
    for x, y, count in pairs:
        n += count
        sum_x += count * x
        sum_y += count * y
        sum_xx += count * x * x
        sum_yy += count * y * y
        sum_xy += count * x * y
    return Spread(n, sum_x, sum_y, n * sum_xx - sum_x**2, n * sum_yy - sum_y**2, n * sum_xy - sum_x * sum_y)


def _with_rest(item: ItemTally) -> Spread:
    """The spread of (x, X), the item against the rest of the test."""
    return _spread((points, total - points, count) for (points, total), count in item.joint.items())


def _facility(spread: Spread, maximum: int) -> float | None:
    """Facility index: 100 · mean(x) / max(x)."""
    return float(Fraction(100 * spread.sum_x, spread.n * maximum)) if spread.n and maximum else None


def _item_deviation(spread: Spread, maximum: int) -> float | None:
    """Standard deviation in per cent of the maximum: 100 · √V(x) / max(x)."""
    if spread.n < 2 or not maximum:
        return None
    return 100 * sqrt(Fraction(spread.xx, spread.n * (spread.n - 1) * maximum**2))


def _correlation(spread: Spread) -> float | None:
    """Discrimination index: 100 · C(x, X) / √(V(x) · V(X)). Both squares are exact, so ±100 is reached exactly."""
    variances = spread.xx * spread.yy
    return copysign(100 * sqrt(Fraction(spread.xy**2, variances)), spread.xy) if variances else None


def _efficiency(item: ItemTally, spread: Spread) -> float | None:
    """Discriminative efficiency: 100 · C(x, X) / C_max, where C_max pairs both lists sorted."""
    points, rest = Counter(), Counter()
    for (x, total), count in item.joint.items():
        points[x] += count
        rest[total - x] += count
    largest = spread.n * _sorted_products(points, rest) - spread.sum_x * spread.sum_y
    return float(Fraction(100 * spread.xy, largest)) if largest else None


def _sorted_products(first: Mapping[int, int], second: Mapping[int, int]) -> int:
    """Σ x·y when two lists, given as {value: how often}, are both sorted; runs of equal pairs count at once."""
    result, y, left = 0, 0, 0
    partners = iter(sorted(second.items()))
    for x, count in sorted(first.items()):
        while count:
            if not left:
                y, left = next(partners)
            run = min(count, left)
            result += run * x * y
            count -= run
            left -= run
    return result


def _effective_weights(spreads: Sequence[Spread]) -> list[float | None]:
    """Effective weight: 100 · √C(x, T) / Σ √C(x, T) over the items; None for C < 0. C(x, T) = V(x) + C(x, X)."""
    roots = [
        sqrt(Fraction(spread.xx + spread.xy, spread.n * (spread.n - 1)))
        if spread.n > 1 and spread.xx + spread.xy >= 0
        else None
        for spread in spreads
    ]
    whole = sum(root for root in roots if root is not None)
    return [100 * root / whole if whole and root is not None else None for root in roots]


def _upper_lower(item: ItemTally) -> float | None:
    """Difference of the facility between the best and the weakest 27 % by total, in points of per cent (Kelley 1939).

    Attempts that tie at the border of a group count in proportion, so no order among them has to be invented.
    """
    by_total: dict[int, list[int]] = {}
    for (x, total), count in item.joint.items():
        group = by_total.setdefault(total, [0, 0])
        group[0] += count
        group[1] += count * x
    if len(by_total) < 2 or not item.maximum:
        return None
    size = KELLEY * item.attempts
    ranked = [by_total[total] for total in sorted(by_total)]
    difference = _points_of_first(reversed(ranked), size) - _points_of_first(ranked, size)
    return float(100 * difference / (size * item.maximum))


def _points_of_first(groups: Iterable[list[int]], size: Fraction) -> Fraction:
    """Points of the first `size` attempts of groups [attempts, points]."""
    points = Fraction(0)
    for count, group_points in groups:
        taken = min(size, count)
        points += group_points * taken / count
        size -= taken
        if not size:
            break
    return points


def _median(totals: Mapping[int, int]) -> float | None:
    """The middle total, or the mean of the two in the middle."""
    n, below, middle = sum(totals.values()), 0, []
    for total, count in sorted(totals.items()):
        below += count
        middle += [total for rank in ((n - 1) // 2, n // 2) if below - count <= rank < below]
    return sum(middle) / 2 if n else None


def _cumulant(totals: Mapping[int, int], mean: Fraction | None, order: int) -> Fraction | None:
    """Unbiased estimate k2, k3 or k4 of a cumulant; None for fewer than `order` attempts.

    k2 = n·m2/(n−1), k3 = n²·m3/((n−1)(n−2)), k4 = n²·((n+1)·m4 − 3(n−1)·m2²)/((n−1)(n−2)(n−3)), m the central moments.
    """
    n = sum(totals.values())
    if n < order:
        return None

    def moment(power: int) -> Fraction:
        return sum(count * (total - mean) ** power for total, count in totals.items()) / n

    if order == 2:
        return n * moment(2) / (n - 1)
    if order == 3:
        return n**2 * moment(3) / ((n - 1) * (n - 2))
    return n**2 * ((n + 1) * moment(4) - 3 * (n - 1) * moment(2) ** 2) / ((n - 1) * (n - 2) * (n - 3))


def _skewness(totals: Mapping[int, int], mean: Fraction | None, variance: Fraction | None) -> float | None:
    """k3 / k2^(3/2), Excel's SKEW."""
    k3 = _cumulant(totals, mean, 3)
    return copysign(sqrt(k3**2 / variance**3), k3) if variance and k3 is not None else None


def _kurtosis(totals: Mapping[int, int], mean: Fraction | None, variance: Fraction | None) -> float | None:
    """k4 / k2², Excel's KURT: 0 for a normal distribution."""
    k4 = _cumulant(totals, mean, 4)
    return float(k4 / variance**2) if variance and k4 is not None else None


def _error_variance(tally: QuizTally) -> Fraction | None:
    """1 − alpha, the share of V(T) that is error; alpha = k/(k−1) · (1 − Σ V(x)/V(T)).

    As in Moodle, from three attempts on. None when attempts had different items: alpha speaks of one set of items.
    """
    k, n = len(tally.items), tally.attempts
    if k < 2 or n < 3 or not tally.is_complete:
        return None
    whole = _spread((total, 0, count) for total, count in tally.totals.items()).xx
    if not whole:
        return None
    parts = sum(_with_rest(item).xx for item in tally.items)
    return 1 - Fraction(k, k - 1) * (1 - Fraction(parts, whole))
