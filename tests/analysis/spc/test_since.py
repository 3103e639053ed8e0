"""Since when a signal has lasted: its word is true of every figure from there on, and not before.

The formulas stand here anew, over one series at a time; nothing comes from what is tested but the
average and the limits that the chart shows.
"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lfjb_desk.analysis.spc import xmr
from lfjb_desk.analysis.spc.rules import RULE_SETS
from lfjb_desk.domain.read_models.figures.control import (
    ControlChart,
    Side,
    Signal,
    SpecialCauseRule,
)

STEADY = [50, 52, 49, 51, 50, 53, 48, 51, 50, 52, 49, 51, 50]
ENDINGS = st.one_of(
    st.lists(st.integers(30, 75), max_size=9),
    st.lists(st.integers(52, 58), min_size=4, max_size=9),
    st.integers(51, 54).map(lambda first: [*range(first, first + 8)]),
    st.lists(st.sampled_from([49, 54, 55, 57, 70]), min_size=3, max_size=6),
)


def is_so(chart: ControlChart, signal: Signal, at: int) -> bool:
    """Tell whether the word of a signal is true of the figure at a place, which is no gap."""
    side = signal.cause.side.value
    value, mean = chart.values[at], chart.mean[at]
    assert value is not None
    assert mean is not None
    match signal.cause.rule:
        case SpecialCauseRule.OUTSIDE:
            limit = chart.upl[at] if side > 0 else chart.lpl[at]
            return limit is not None and (value - limit) * side > 0
        case SpecialCauseRule.SHIFT:
            return (value - mean) * side > 0
        case SpecialCauseRule.PAIR:
            near = chart.near_upl[at] if side > 0 else chart.near_lpl[at]
            return near is not None and (value - near) * side > 0
        case _:
            return True


def signal_of(values: list[int | None], rules: str) -> tuple[ControlChart, Signal] | None:
    chart = xmr.chart(values, direction="neutral", rules=rules)
    if chart.signal is None or chart.signal.cause.rule is SpecialCauseRule.DRIFT:
        return None
    return chart, chart.signal


@given(ending=ENDINGS, gap=st.integers(0, 14), rules=st.sampled_from(sorted(RULE_SETS)))
def test_every_figure_since_then_is_as_the_signal_says(
    ending: list[int], gap: int, rules: str
) -> None:
    figures: list[int | None] = [*STEADY, *ending]
    if gap < len(ending):
        figures[len(STEADY) + gap] = None
    found = signal_of(figures, rules)
    if found is None or (rules == "NHSI SQL 2019" and found[1].cause.rule is SpecialCauseRule.PAIR):
        return  # those rules flag all three of two in three, near a limit or not
    chart, signal = found
    held = chart.values[signal.since : signal.at + 1]
    assert None not in held
    assert all(is_so(chart, signal, at) for at in range(signal.since, signal.at + 1))
    before = chart.values[signal.since - 1] if signal.since else None
    side = signal.cause.side.value
    if signal.cause.rule in {SpecialCauseRule.OUTSIDE, SpecialCauseRule.SHIFT}:
        assert before is None or not is_so(chart, signal, signal.since - 1)
    if signal.cause.rule is SpecialCauseRule.TREND:
        steps = [(now - then) * side for then, now in pairwise(held) if now and then]
        assert all(step > 0 for step in steps)
        assert len(held) >= signal.cause.points - (rules == "NHSI SQL 2019")


@pytest.mark.parametrize(
    ("ending", "rule", "since"),
    [
        # Seven lie above the average, but only the last two above the upper limit.
        ([53, 53, 53, 53, 53, 75, 75], SpecialCauseRule.OUTSIDE, 18),
        # One beyond the limit stands in the middle of a run above the average.
        ([53, 53, 53, 75, 53, 53, 53], SpecialCauseRule.SHIFT, 13),
        # A gap ends a run beyond the limit.
        ([75, None, 76, 77], SpecialCauseRule.OUTSIDE, 15),
    ],
)
def test_a_signal_lasts_as_long_as_its_own_word_is_true(
    ending: list[int | None], rule: SpecialCauseRule, since: int
) -> None:
    found = signal_of([*STEADY, *STEADY, *ending], "NHS-R 0.2.2")
    assert found is not None
    _, signal = found
    assert (signal.cause.rule, signal.cause.side) == (rule, Side.HIGH)
    assert signal.since == since + len(STEADY)
