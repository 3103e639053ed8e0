"""The newest signal of many series at once is that of each series by itself."""

import random

import pytest

from lfjb_desk.analysis.spc import signals, xmr
from lfjb_desk.analysis.spc.rules import RULE_SETS
from lfjb_desk.analysis.spc.signals import Watched
from lfjb_desk.domain.read_models.figures.control import LimitsStatus
from tests.analysis.labels import label

SERIES = 400


def invented(number: int) -> Watched:
    """Return a series of some kind, with gaps, steps, baseline and rules of some sort."""
    chance = random.Random(number)  # noqa: S311 - figures for a test
    size, base = chance.randint(0, 70), chance.choice([0, 50, 100, -3])
    drift, spread = chance.choice([0, 0, 0.1, 0.3]), chance.choice([0, 1, 3])
    figures = [round(base + chance.gauss(0, spread) + drift * place, 1) for place in range(size)]
    values = [None if chance.random() < 0.05 else figure for figure in figures]
    steps = chance.sample(range(1, size + 1), min(size, chance.choice([0, 0, 1, 2])))
    return Watched(
        values=values,
        direction=chance.choice(["increase", "decrease", "neutral"]),
        rebase_index=steps or None,
        fix_after_n_points=chance.choice([None, 12, 20]),
        screen_outliers=chance.random() < 0.7,
        rules=chance.choice([*RULE_SETS]),
    )


def test_many_series_at_once_stand_as_each_by_itself() -> None:
    series = [invented(number) for number in range(SERIES)]
    found = signals.latest(series)
    signalled = 0
    for one, standing in zip(series, found, strict=True):
        chart = xmr.chart(
            one.values,
            direction=one.direction,
            rebase_index=one.rebase_index,
            fix_after_n_points=one.fix_after_n_points,
            screen_outliers=one.screen_outliers,
            rules=one.rules,
        )
        assert (standing.limits, standing.signal) == (chart.limits, chart.signal), one
        signalled += standing.signal is not None
    assert 20 < signalled < SERIES / 2


def test_no_series_and_series_without_figures_have_no_signal() -> None:
    assert signals.latest([]) == ()
    empty = signals.latest([Watched([], "increase"), Watched([None, None], "increase")])
    assert [(one.limits, one.signal) for one in empty] == [(LimitsStatus.EMPTY, None)] * 2


def test_a_stretch_without_figures_gives_way_to_the_one_before() -> None:
    values = [50, 52, 49, 51] * 4 + [70, None, None]
    standing = signals.latest([Watched(values, "increase", rebase_index=18)])[0]
    assert standing.signal is not None
    assert (standing.signal.at, label(standing.signal.cause)) == (16, "Above UCL")


def test_what_no_chart_could_be_made_of_is_refused() -> None:
    with pytest.raises(ValueError, match="There is no rule set"):
        signals.latest([Watched([1, 2], "increase", rules="ours")])
    with pytest.raises(ValueError, match="must be finite"):
        signals.latest([Watched([1, float("inf")], "increase")])
