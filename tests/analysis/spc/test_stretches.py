"""Where limits begin anew: at steps and behind long gaps, by a reckoning of its own."""

from __future__ import annotations

import random
from itertools import pairwise
from statistics import fmean

import pytest

from lfjb_desk.analysis.spc import signals, xmr
from lfjb_desk.analysis.spc.signals import Watched
from lfjb_desk.analysis.spc.stretches import stretch_starts
from lfjb_desk.domain.read_models.figures.control import (
    LimitsStatus,
    PointType,
    Side,
    SpecialCauseRule,
)
from tests.analysis.labels import label

ENGLAND = (44, 44, 45, 47, 44, 45, 46, 46, 44, 44, 43, 43, 42, 40, 39)
"""Mean weeks of care proceedings in England, by quarter, from April to June 2021."""
BEFORE = (29, None, None, None, 30, None, None, 31)
"""Three figures of the years before, which a gap of three years and more parts from them."""


def test_the_headline_of_england_is_an_improvement_and_owes_nothing_to_older_figures() -> None:
    values = [*BEFORE, *[None] * 14, *ENGLAND]
    chart = xmr.chart(values, direction="decrease")
    assert chart.limits is LimitsStatus.FIRM
    assert (chart.lpl[-1], chart.upl[-1]) == pytest.approx((40.88, 46.58), abs=0.005)
    assert chart.signal is not None
    assert chart.signal.cause.rule is SpecialCauseRule.OUTSIDE
    assert (chart.signal.cause.side, chart.point_type[-1]) == (Side.LOW, PointType.IMPROVEMENT)
    alone = xmr.chart(ENGLAND, direction="decrease")
    assert chart.upl[-15:] == alone.upl
    assert chart.causes[-15:] == alone.causes
    # Nothing is drawn where there are no figures, and the three old ones are too few for limits.
    assert set(chart.mean[8:22]) == {None}
    assert set(chart.upl[:22]) == {None}
    assert [phase.figures for phase in chart.phases] == [3, 0, 15]


def test_a_gap_of_four_periods_is_bridged_and_one_of_five_is_not() -> None:
    four = xmr.chart([*ENGLAND, *[None] * 4, *ENGLAND], direction="decrease")
    five = xmr.chart([*ENGLAND, *[None] * 5, *ENGLAND], direction="decrease")
    assert [(phase.figures, phase.ranges) for phase in four.phases] == [(30, 28)]
    assert [(phase.figures, phase.ranges) for phase in five.phases] == [(15, 14), (0, 0), (15, 14)]
    assert [(phase.first, phase.last) for phase in five.phases] == [(0, 14), (15, 19), (20, 34)]


def test_no_run_goes_on_across_a_long_gap() -> None:
    values = [*(50, 49, 51, 48) * 4, *(51, 52, 51, 52), *[None] * 5, *(51, 52, 51), *(48, 50) * 5]
    assert not any(xmr.chart(values, direction="increase").causes[16:20])


def test_a_series_that_begins_or_ends_with_a_long_gap_keeps_its_figures_together() -> None:
    chart = xmr.chart([*[None] * 6, *ENGLAND, *[None] * 6], direction="decrease")
    assert [(phase.first, phase.figures) for phase in chart.phases] == [(0, 0), (6, 15), (21, 0)]
    assert chart.signal is not None
    assert chart.signal.at == 20
    assert chart.current is chart.phases[1]


def test_a_step_in_a_long_gap_begins_the_stretch_behind_it() -> None:
    values = [*ENGLAND, *[None] * 6, *ENGLAND]
    assert stretch_starts(values, 18) == ([0, 15, 17, 21], [0, 0, 1, 1])
    assert stretch_starts(values, [1, 22]) == ([0, 15, 21], [1, 1, 2])
    assert stretch_starts([], None) == ([], [])


@pytest.mark.parametrize("seed", range(120))
def test_limits_of_the_last_stretch_are_those_of_its_figures_alone(seed: int) -> None:
    """The last stretch, found from its end: back to a step, or to five periods without a figure."""
    chance = random.Random(seed)  # noqa: S311 - figures for a test
    values: list[float | None] = [
        None if chance.random() < 0.05 else round(chance.gauss(50, 3), 1) for _ in range(60)
    ]
    for _ in range(chance.randint(0, 3)):
        first, length = chance.randint(0, 50), chance.randint(3, 8)
        values[first : first + length] = [None] * len(values[first : first + length])
    steps = set(chance.sample(range(1, 61), chance.choice([0, 0, 1, 2])))
    at = max(index for index, value in enumerate(values) if value is not None)
    first = at
    while first > 0 and first + 1 not in steps:
        before = values[max(0, first - 5) : first]
        if len(before) == 5 and set(before) == {None}:
            break
        first -= 1
    while values[first] is None and first + 1 not in steps:
        first += 1
    known = values[first : at + 1]
    moves = [
        abs(now - before)
        for before, now in pairwise(known)
        if now is not None and before is not None
    ]
    chart = xmr.chart(
        values, direction="increase", rebase_index=sorted(steps), screen_outliers=False
    )
    (newest,) = signals.latest(
        [Watched(values, "increase", rebase_index=sorted(steps), screen_outliers=False)]
    )
    assert chart.current is not None
    assert chart.current.ranges == len(moves)
    assert (newest.limits, newest.signal) == (chart.limits, chart.signal)
    if len(moves) < 8:
        assert chart.upl[at] is None
        assert chart.limits in {LimitsStatus.TOO_FEW, LimitsStatus.NONE}
        return
    assert chart.limits is (LimitsStatus.FIRM if len(moves) >= 12 else LimitsStatus.TRIAL)
    mean = fmean(value for value in known if value is not None)
    assert chart.mean[at] == pytest.approx(mean)
    assert chart.upl[at] == pytest.approx(mean + 2.66 * fmean(moves))
    assert chart.lpl[at] == pytest.approx(mean - 2.66 * fmean(moves))


def test_a_step_after_a_gap_is_told_apart_from_the_gap() -> None:
    chart = xmr.chart([*ENGLAND, *[None] * 5, *ENGLAND], direction="decrease", rebase_index=21)
    assert chart.rebase_group == (0,) * 20 + (1,) * 15
    assert label(chart.causes[-1]) == "Below LCL"
