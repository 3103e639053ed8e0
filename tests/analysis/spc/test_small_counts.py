"""Exact limits for small counts: against Poisson's law summed by hand, and in simulated figures."""

import math

import numpy as np
import pytest

from lfjb_desk.analysis.spc import xmr
from lfjb_desk.analysis.spc.matrix import judge
from lfjb_desk.analysis.spc.rules import NHS_R
from lfjb_desk.analysis.spc.small_counts import count_limits, count_side, follow_the_law
from lfjb_desk.domain.read_models.figures.control import (
    LimitsStatus,
    PointType,
    SpecialCauseRule,
)
from tests.analysis.labels import label

FALLEN = [9, 12, 7, 11, 6, 11, 8, 12, 7, 11, 8, 12, 14, 0]
"""Applications by quarter: nine as a rule, then fourteen and then none."""
SERIES = 4_000


def chance(mean: float, count: int) -> float:
    return math.exp(-mean) * mean**count / math.factorial(count)


def at_most(mean: float, count: int) -> float:
    return sum(chance(mean, number) for number in range(count + 1))


@pytest.mark.parametrize("mean", [0.05, 0.3, 1.0, 2.5, 4.0, 6.6, 6.7, 8.9, 9.99])
def test_the_limits_are_the_last_counts_that_chance_allows(mean: float) -> None:
    limits = count_limits(np.array([mean]))
    for low, high, risk in (
        (limits.lpl[0], limits.upl[0], 0.00135),
        (limits.near_lpl[0], limits.near_upl[0], 0.02275),
    ):
        assert at_most(mean, int(low)) >= risk
        assert low == 0 or at_most(mean, int(low) - 1) < risk
        assert 1 - at_most(mean, int(high) - 1) >= risk
        assert 1 - at_most(mean, int(high)) < risk


def test_a_count_is_high_or_low_where_fewer_than_half_would_be_so() -> None:
    counts = np.array([[0.0, 1.0, 2.0, 3.0, math.nan, 90.0]])
    assert count_side(counts, np.array([1.0])).tolist() == [[-1, 0, 1, 1, 0, 1]]
    assert count_side(counts, np.array([2.5])).tolist() == [[-1, -1, 0, 1, 0, 1]]
    assert count_side(counts, np.array([0.0])).tolist() == [[0, 1, 1, 1, 0, 1]]


def test_a_fall_from_fourteen_to_none_is_a_signal_and_the_chart_shows_the_limits() -> None:
    chart = xmr.chart(FALLEN, direction="decrease", is_count=True)
    assert chart.limits is LimitsStatus.FIRM
    assert (chart.lpl[-1], chart.upl[-1]) == (2, 19)
    assert chart.signal is not None
    assert label(chart.signal.cause) == "Below LCL"
    assert chart.point_type[-1] is PointType.IMPROVEMENT
    # By moving ranges the lower limit lies under nought, and no fall could ever reach it.
    usual = xmr.chart(FALLEN, direction="decrease")
    assert usual.signal is None
    assert (usual.lpl[-1] or 0) < 0


def test_only_whole_small_counts_that_scatter_as_chance_does_have_exact_limits() -> None:
    rows = np.array(
        [
            [4.0, 7, 2, 5, 3, 6, 4, 5, 3, 6],
            [4.5, 7, 2, 5, 3, 6, 4, 5, 3, 6],
            [-1.0, 7, 2, 5, 3, 6, 4, 5, 3, 6],
            [14.0, 17, 12, 15, 13, 16, 14, 15, 13, 16],
            [0.0, 18, 0, 17, 0, 16, 0, 19, 0, 17],
        ]
    )
    ranges = np.abs(np.diff(rows, axis=1)).mean(axis=1)
    fits = follow_the_law(rows, rows.mean(axis=1), ranges)
    assert fits.tolist() == [True, False, False, False, False]


def test_counts_that_are_all_the_same_are_not_judged() -> None:
    for level in (0, 5):
        chart = xmr.chart([level] * 15, direction="decrease", is_count=True)
        assert (chart.limits, chart.flagged) == (LimitsStatus.FLAT, 0)


def test_a_long_row_of_low_counts_is_a_shift_and_the_middle_breaks_it() -> None:
    before = [4, 6, 3, 5, 4, 6, 5, 3, 6, 4, 5, 6]
    low = xmr.chart([*before, *[2] * 7], direction="decrease", is_count=True)
    assert label(low.causes[-1]) == "7 Points Below CL"
    middle = xmr.chart([*before, *[2] * 5, 4, 2, 2], direction="decrease", is_count=True)
    assert middle.causes[-1] is None


@pytest.mark.parametrize("mean", [0.5, 1, 2, 4, 8])
@pytest.mark.parametrize("points", [9, 13, 24, 60])
def test_stable_small_counts_hardly_ever_give_a_signal(mean: float, points: int) -> None:
    counts = np.random.default_rng(points).poisson(mean, (SERIES, points)).astype(float)
    found = judge(
        counts,
        np.full(SERIES, points),
        np.zeros(SERIES, dtype=int),
        NHS_R,
        screen=True,
        counts=np.ones(SERIES, dtype=bool),
    )
    assert (found.codes[:, -1] != 0).mean() < 0.01
    assert not (np.abs(found.codes) == SpecialCauseRule.MOVE.value).any()
