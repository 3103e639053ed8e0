"""Measure control charts of 1,900 series beside a plain pass over the same figures, in turns.

The plain pass takes the mean and the mean moving range of each series over one matrix, and no more:
no limits, no rules, no gaps. Figures are medians.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable

import numpy as np

from lfjb_desk.analysis.spc import signals, xmr
from lfjb_desk.analysis.spc.signals import Watched

SERIES, POINTS, ROUNDS, CHARTS = 1_900, 60, 9, 44


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds a piece of work took."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def plain(rows: list[list[float]]) -> tuple[object, object]:
    """Return mean and mean moving range of each row."""
    matrix = np.array(rows)
    return matrix.mean(axis=1), np.abs(np.diff(matrix, axis=1)).mean(axis=1)


def main() -> None:
    """Measure and print."""
    chance = random.Random(1)  # noqa: S311 - invented figures
    rows = [[round(chance.gauss(40, 3), 1) for _ in range(POINTS)] for _ in range(SERIES)]
    watched = [Watched(row, "decrease") for row in rows]
    works: dict[str, Callable[[], object]] = {
        "plain": lambda: plain(rows),
        "signals": lambda: signals.latest(watched),
        "charts": lambda: [xmr.chart(row, direction="decrease") for row in rows[:CHARTS]],
    }
    rounds = [{name: timed(work) for name, work in works.items()} for _ in range(ROUNDS)]
    middle = {name: statistics.median(took[name] * 1000 for took in rounds) for name in works}
    sys.stdout.write(
        f"{SERIES:,} series of {POINTS} points, mean and moving range by numpy alone: "
        f"{middle['plain']:.1f} ms\n"
        f"the newest signal of each, limits and all rules: {middle['signals']:.1f} ms, "
        f"{middle['signals'] / middle['plain']:.1f} times\n"
        f"{CHARTS} whole charts one by one, as an area's page shows: {middle['charts']:.1f} ms\n"
    )


if __name__ == "__main__":
    main()
