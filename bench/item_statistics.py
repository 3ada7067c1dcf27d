"""Exact item statistics: what counting an attempt costs, and what a tally saves against a pass over all marks.

    python bench/item_statistics.py [ATTEMPTS]

Prints one JSON object. `add_over_bare_loop`: counting all attempts against only looping over their marks.
`naive_over_tally`: a plain floating point pass over all marks against the statistics from the tally.
"""

import json
import random
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]

from quizzes.statistics import QuizTally, item_statistics, quiz_statistics  # noqa: E402

MAXIMA = [1, 1, 1, 2, 2, 2, 3, 3, 5, 5]


def seconds(call: Callable[[], object]) -> float:
    start = perf_counter()
    call()
    return perf_counter() - start


def attempts(count: int) -> list[bytes]:
    """The marks of every attempt: better participants score more on every item."""
    rng = random.Random(315)  # noqa: S311 - the same marks every time
    rows = []
    for _number in range(count):
        skill = rng.gauss(0.6, 0.2)
        rows.append(bytes(min(top, max(0, round(top * rng.gauss(skill, 0.3)))) for top in MAXIMA))
    return rows


def bare_loop(rows: list[bytes]) -> int:
    return sum(mark for row in rows for mark in row)


def naive(rows: list[bytes]) -> list[tuple[float, float, float, float]]:
    """Facility, deviation, discrimination and efficiency of each item from all marks."""
    totals = [sum(row) for row in rows]
    result = []
    for index, top in enumerate(MAXIMA):
        x = [row[index] for row in rows]
        rest = [total - mark for total, mark in zip(totals, x, strict=True)]
        covariance = statistics.covariance(x, rest)
        largest = statistics.covariance(sorted(x), sorted(rest))
        result.append(
            (
                100 * statistics.fmean(x) / top,
                100 * statistics.stdev(x) / top,
                100 * statistics.correlation(x, rest),
                100 * covariance / largest,
            )
        )
    return result


def main(count: int) -> dict:
    rows = attempts(count)
    tally = QuizTally.empty(MAXIMA)

    def add() -> None:
        for row in rows:
            tally.add(row)

    loop, adding = seconds(lambda: bare_loop(rows)), seconds(add)
    from_tally = seconds(lambda: (item_statistics(tally), quiz_statistics(tally)))
    return {
        "attempts": count,
        "items": len(MAXIMA),
        "add_over_bare_loop": round(adding / loop, 1),
        "add_microseconds_per_attempt": round(adding / count * 1e6, 2),
        "statistics_from_tally_ms": round(from_tally * 1000, 2),
        "naive_over_tally": round(seconds(lambda: naive(rows)) / from_tally),
        "cells": sum(len(item.joint) for item in tally.items),
        "json_kilobytes": round(len(json.dumps(tally.to_json(), separators=(",", ":"))) / 1000, 1),
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000), indent=2))
