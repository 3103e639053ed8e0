"""The test of Mann and Kendall, held against counting by hand and against simulated figures."""

import math
import random
from statistics import NormalDist

import numpy as np
import pytest

from lfjb_desk.analysis.spc.drift import drifting
from lfjb_desk.analysis.spc.matrix import STATES, STILL, judge
from lfjb_desk.analysis.spc.rules import NHS_R
from lfjb_desk.domain.read_models.figures.control import SpecialCauseRule

SERIES = 4_000
"""So many series each simulation draws."""


def ways(*rows: list[float]) -> list[int]:
    matrix = np.array(rows, dtype=float)
    return [int(way) for way in drifting(matrix, np.zeros(len(rows)))]


def by_hand(row: list[float]) -> int:
    """Return the way of a row pair by pair, as the books of Mann and Kendall write it."""
    known = [value for value in row if not math.isnan(value)]
    size = len(known)
    score = sum(
        (later > earlier) - (later < earlier)
        for at, later in enumerate(known)
        for earlier in known[:at]
    )
    variance = size * (size - 1) * (2 * size + 5)
    for value in set(known):
        tied = known.count(value)
        variance -= tied * (tied - 1) * (2 * tied + 5)
    if variance <= 0 or abs(score) <= 1:
        return 0
    chance = 2 * (1 - NormalDist().cdf((abs(score) - 1) / math.sqrt(variance / 18)))
    return (score > 0) - (score < 0) if chance < 0.01 else 0


def test_ten_of_one_level_and_ten_of_another_drift_and_one_odd_figure_does_not() -> None:
    rise = [30.0] * 10 + [33.0] * 10
    assert ways(rise, rise[::-1], [30.0] * 19 + [33.0], [30.0] * 20) == [1, -1, 0, 0]


def test_a_gap_is_no_figure_and_rounding_no_difference() -> None:
    rise = [30.0] * 6 + [math.nan] * 3 + [31.0] * 6
    assert ways(rise, [math.nan] * 15) == [1, 0]
    level = np.array([[0.1 + 0.2] * 8 + [0.3] * 8])
    assert drifting(level, np.array([1e-12])).tolist() == [0]


@pytest.mark.parametrize("seed", range(60))
def test_any_series_drifts_as_it_does_by_hand(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - figures for a test
    slope = chance.choice([0, 0.05, 0.2, -0.1])
    rows = []
    for _ in range(20):
        row = [float(round(chance.gauss(40, 1) + slope * place)) for place in range(18)]
        rows.append([math.nan if chance.random() < 0.1 else value for value in row])
    assert ways(*rows) == [by_hand(row) for row in rows]


def named(matrix: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> tuple[float, float]:
    """Return the share of rows that drift, and of those of them that no limits can be drawn for."""
    rows = len(matrix)
    found = judge(
        matrix, np.full(rows, matrix.shape[1]), np.zeros(rows, dtype=int), NHS_R, screen=True
    )
    drifts = np.abs(found.codes[:, -1]) == SpecialCauseRule.DRIFT.value
    still = np.isin(found.state, STILL)
    assert not (drifts & ~still).any()
    return float(drifts.mean()), float(still.mean())


@pytest.mark.parametrize("points", [9, 13, 16, 24, 40, 60])
@pytest.mark.parametrize("spread", [0.1, 0.3, 0.5, 1.0])
def test_hardly_a_stable_series_of_whole_numbers_is_said_to_drift(
    points: int, spread: float
) -> None:
    """Four in a thousand at most, whatever the level is rounded from."""
    chance = np.random.default_rng(points)
    level = chance.uniform(39.5, 40.5, (SERIES, 1))
    share, _ = named(np.round(chance.normal(level, spread, (SERIES, points))))
    assert share <= 0.004 + 3 * math.sqrt(0.004 / SERIES)


@pytest.mark.parametrize("points", [16, 20, 30])
def test_a_level_that_moves_once_is_found_wherever_limits_cannot_be_drawn(points: int) -> None:
    for first in range(points // 3, points - points // 3):
        row = [40.0] * first + [43.0] * (points - first)
        assert STATES[STILL[0]].still
        assert named(np.array([row, row[::-1]])) == (1.0, 1.0), first
