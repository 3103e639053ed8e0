"""Control charts against published numbers, and what they say of gaps, steps and flat figures."""

import json
import math
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from lfjb_desk.analysis.spc import xmr
from lfjb_desk.domain.read_models.figures.control import (
    Assurance,
    ControlChart,
    LimitsStatus,
    PointType,
)
from tests.analysis import labels as published
from tests.analysis.labels import COMMON

REFERENCE = Path(__file__).parents[1] / "data/spc_reference_cases.json"
COLLAPSED = {
    "constant_series_unscreened": 0,
    "shift_exactly_7_from_start": 1,
    "all_zero_then_one": 0,
}
"""The cases that the package draws limits for although they could not hold the rounding of one
figure, with how many points are named all the same: seven 10s and then seven 11s drift."""
TOO_FEW = {"one_point"}
"""The cases for which the package has limits, or a mean alone, from fewer than 8 moving ranges."""
# `rnorm(20)` of R after `set.seed(123)`.
NORMAL = (
    *(-0.56047564655, -0.23017748948, 1.5587083141, 0.070508391425, 0.12928773516),
    *(1.7150649869, 0.46091620599, -1.2650612346, -0.68685285189, -0.4456619701),
    *(1.2240817974, 0.35981382706, 0.40077145059, 0.11068271595, -0.55584113475),
    *(1.7869131368, 0.49785047823, -1.9666171566, 0.70135590156, -0.47279140773),
)
SPIKED = (*NORMAL[:14], 10, *NORMAL[15:])
VIGNETTE = (1, 2, 1, 2, 10, *(1, 2) * 6, 1)
STEADY = (50, 52, 49, 51, 50, 53, 48, 51, 50, 52, 49, 51)


def shown(chart: ControlChart) -> tuple[float | None, ...]:
    return (chart.mean[0], chart.lpl[0], chart.upl[0])


def labels(chart: ControlChart) -> dict[int, str]:
    """Return the label of each flagged point by its index."""
    return {i: label for i, label in enumerate(published.labels(chart)) if label != COMMON}


@pytest.mark.parametrize(
    ("values", "screened", "expected"),
    [
        (NORMAL, True, (0.1416238, -3.01138, 3.294627)),
        (SPIKED, True, (0.6694159, -2.383666, 3.722497)),
        (SPIKED, False, (0.6694159, -4.596625, 5.935457)),
        (VIGNETTE, True, (1.944444, -0.715556, 4.604444)),
        (VIGNETTE, False, (1.944444, -3.062614, 6.951503)),
    ],
)
def test_the_limits_are_those_that_the_nhs_package_draws(
    values: tuple[float, ...], *, screened: bool, expected: tuple[float, ...]
) -> None:
    chart = xmr.chart(values, direction="increase", screen_outliers=screened)
    assert shown(chart) == pytest.approx(expected, abs=1e-5)
    assert chart.limits is LimitsStatus.FIRM


def listed(value: Any) -> list[Any]:
    """Return a list; the reference holds a list of one as its bare value."""
    return value if isinstance(value, list) else [value]


def reference() -> dict[str, Any]:
    cases: dict[str, Any] = json.loads(REFERENCE.read_text(encoding="utf-8"))
    return cases


@pytest.mark.parametrize("name", [*reference()])
def test_every_case_of_the_nhs_package_comes_out_equal_or_is_not_judged(name: str) -> None:
    case = reference()[name]
    given, expected = case["input"], case["expected"]
    chart = xmr.chart(listed(given.pop("y")), **given)
    if name in COLLAPSED:
        assert chart.limits.still
        assert chart.flagged == COLLAPSED[name]
        assert chart.note == "Too little variation for limits"
        return
    if name in TOO_FEW:
        assert chart.note.startswith("Too few to judge")
        assert (chart.flagged, set(chart.upl)) == (0, {None})
        return
    assert not chart.limits.still
    for limit in ("mean", "lpl", "upl"):
        assert getattr(chart, limit) == pytest.approx(listed(expected[limit]), abs=1e-6)
    assert published.labels(chart) == listed(expected["special_cause"])
    for column in ("point_type", "short_group", "rebase_group"):
        assert list(getattr(chart, column)) == listed(expected[column]), column
    assert chart.assurance == expected["assurance"]


def test_seven_points_on_one_side_are_a_shift_and_six_are_not() -> None:
    six = xmr.chart([50, 49, 51, 48] * 4 + [51, 52, 51, 52, 51, 52], direction="increase")
    seven = xmr.chart([50, 49, 51, 48] * 4 + [51, 52, 51, 52, 51, 52, 51], direction="increase")
    assert labels(six) == {}
    assert labels(seven) == dict.fromkeys(range(16, 23), "7 Points Above CL")
    assert seven.signal is not None
    assert (seven.signal.since, seven.signal.at, seven.signal.high) == (16, 22, True)


def test_seven_points_that_rise_are_a_trend_and_a_tie_breaks_it() -> None:
    rising = xmr.chart([*STEADY, 47, 48, 49, 50, 51, 52, 53], direction="decrease")
    tied = xmr.chart([*STEADY, 47, 48, 49, 50, 50, 51, 52, 53], direction="decrease")
    assert labels(rising) == dict.fromkeys(range(12, 19), "7 Point Trend (Increasing)")
    assert rising.point_type[-1] is PointType.CONCERN
    assert labels(tied) == {}


def test_a_gap_is_left_out_of_mean_and_ranges_and_breaks_a_run() -> None:
    whole = xmr.chart(STEADY, direction="increase")
    gappy = xmr.chart([*STEADY[:6], None, 100, None, *STEADY[6:]], direction="increase")
    ranges = [abs(b - a) for a, b in pairwise(STEADY[:6])]
    ranges += [abs(b - a) for a, b in pairwise(STEADY[6:])]
    mean = (sum(STEADY) + 100) / 13
    reach = 2.66 * sum(ranges) / len(ranges)
    assert whole.lpl[0] != pytest.approx(mean - reach)
    assert shown(gappy) == pytest.approx((mean, mean - reach, mean + reach))
    assert gappy.values[6] is None
    assert gappy.causes[6] is None
    run = [50, 49, 51, 48] * 4
    broken = xmr.chart([*run, 51, 52, 51, None, 52, 51, 52, 51], direction="increase")
    assert labels(broken) == {}


def test_a_gap_at_the_end_leaves_the_signal_with_the_newest_figure() -> None:
    values = [50, 49, 51, 48] * 4 + [60, None]
    chart = xmr.chart(values, direction="decrease")
    assert chart.signal is not None
    assert (published.label(chart.signal.cause), chart.signal.at) == ("Above UCL", 16)
    assert chart.point_type[16] is PointType.CONCERN


def test_a_step_starts_a_stretch_of_its_own() -> None:
    values = [*STEADY, *(value + 10 for value in STEADY)]
    chart = xmr.chart(values, direction="increase", rebase_index=13)
    assert chart.rebase_group == (0,) * 12 + (1,) * 12
    assert [(one.first, one.last, one.figures) for one in chart.phases] == [
        (0, 11, 12),
        (12, 23, 12),
    ]
    assert chart.mean[11:13] == (50.5, 60.5)
    assert chart.limits is LimitsStatus.TRIAL
    assert chart.note == "Trial limits: fewer than 13 figures in a row"
    assert xmr.chart(values, direction="increase", rebase_index=[13]) == chart


def test_a_step_at_the_first_point_counts_as_one() -> None:
    assert xmr.chart(STEADY, direction="increase", rebase_index=1).rebase_group == (1,) * 12


def test_a_stretch_without_variation_is_not_judged_and_the_others_are() -> None:
    chart = xmr.chart([*STEADY, *[60] * 13], direction="increase", target=55, rebase_index=13)
    assert [one.limits for one in chart.phases] == [LimitsStatus.TRIAL, LimitsStatus.FLAT]
    assert chart.note == "Too little variation for limits"
    assert (chart.mean[-1], chart.lpl[-1], chart.assurance) == (60, None, None)


def test_the_shortest_baseline_that_may_be_set_gives_firm_limits() -> None:
    """Twelve figures have eleven moving ranges; with a gap among them, too few for firm limits."""
    for rules in ("NHS-R 0.2.2", "Making Data Count 2023"):
        chart = xmr.chart(
            [*STEADY, 50, 51], direction="decrease", fix_after_n_points=12, rules=rules
        )
        assert (chart.limits, chart.short_group[0]) == (LimitsStatus.FIRM, False)
        assert (chart.phases[0].used, chart.phases[0].ranges) == (12, 11)
    gappy = [*STEADY[:6], None, *STEADY[6:], 50, 51]
    chart = xmr.chart(gappy, direction="decrease", fix_after_n_points=12)
    assert (chart.limits, chart.short_group[0]) == (LimitsStatus.TRIAL, True)


def test_a_baseline_sets_the_limits_and_later_points_are_still_judged() -> None:
    chart = xmr.chart([*STEADY, 70, 71], direction="decrease", fix_after_n_points=12)
    assert chart.mean[0] == 50.5
    assert labels(chart) == {12: "Above UCL", 13: "Above UCL"}


@pytest.mark.parametrize(
    "values",
    [
        [5] * 15,
        [0.1 + 0.2, 0.3] * 8,
        [100] * 14 + [99],
        [100] * 13 + [99.9, 95],
        [100] * 9 + [99] + [100] * 9 + [97] + [100],
        [100] * 8 + [99.5] + [100] * 7 + [98, 100, 90],
        [0] * 20 + [1] * 2,
        [Decimal("0.1")] * 12,
        [None, 7, 7, None, *[7] * 9],
    ],
)
@pytest.mark.parametrize("rules", ["NHS-R 0.2.2", "Making Data Count 2023", "NHSI SQL 2019"])
@pytest.mark.parametrize("screened", [True, False])
def test_a_flat_or_nearly_flat_series_flags_no_point(
    values: list[float | Decimal | None], *, rules: str, screened: bool
) -> None:
    chart = xmr.chart(
        values, direction="increase", target=101, rules=rules, screen_outliers=screened
    )
    if rules == "NHS-R 0.2.2" and screened:
        assert chart.limits.still
        assert chart.note.startswith("Too little variation for limits")
    if not chart.limits.drawn:
        assert chart.flagged == 0
        assert chart.assurance is None
        assert set(chart.upl) == {None}


def test_a_long_fall_from_a_flat_level_is_still_told() -> None:
    chart = xmr.chart([100] * 45 + [62, 65, 58, 61, 60, 64, 59, 63, 66, 57], direction="increase")
    assert chart.signal is not None
    assert chart.point_type[-1] is PointType.CONCERN


@pytest.mark.parametrize(
    ("values", "note"),
    [
        ([], "No figures to chart"),
        ([None, None], "No figures to chart"),
        ([5], "Too few to judge: no two figures follow each other"),
        ([5, None, 6], "Too few to judge: no two figures follow each other"),
        ([5, 6, 4], "Too few to judge: fewer than 9 figures in a row"),
        ([5, 6, 4, 5, 7, 5, 6, 4, 5], "Trial limits: fewer than 13 figures in a row"),
    ],
)
def test_a_short_series_says_what_its_limits_are_worth(values: list[int | None], note: str) -> None:
    chart = xmr.chart(values, direction="neutral", target=(1, 9))
    assert (chart.note, chart.flagged) == (note, 0)
    assert len(chart.points) == len(values)


def test_figures_too_large_for_limits_show_none() -> None:
    chart = xmr.chart([1e308, -1e308, 1e308, 1.5e308] * 4, direction="increase")
    assert set(chart.lpl) == {None}
    assert chart.flagged == 0
    wide = xmr.chart([0, 6.758e307] * 5, direction="increase", screen_outliers=False)
    assert set(wide.upl) == {None}
    near = xmr.chart([0, 1e307] * 5, direction="increase", screen_outliers=False)
    assert near.upl == pytest.approx((3.16e307,) * 10, rel=1e-3)


@pytest.mark.parametrize(
    ("direction", "target", "binding", "low", "high"),
    [
        ("increase", 60, Assurance.FAIL, Assurance.FAIL, None),
        ("increase", 40, Assurance.PASS, Assurance.PASS, None),
        ("increase", 51, Assurance.INCONSISTENT, Assurance.INCONSISTENT, None),
        ("decrease", 40, Assurance.FAIL, None, Assurance.FAIL),
        ("decrease", 60, Assurance.PASS, None, Assurance.PASS),
        ("neutral", 60, None, None, None),
        ("increase", None, None, None, None),
        ("decrease", (40, 60), Assurance.PASS, Assurance.PASS, Assurance.PASS),
        ("decrease", (30, 40), Assurance.FAIL, Assurance.PASS, Assurance.FAIL),
        ("increase", (60, 70), Assurance.FAIL, Assurance.FAIL, Assurance.PASS),
        ("neutral", (40, 60), Assurance.PASS, Assurance.PASS, Assurance.PASS),
        ("neutral", (40, 51), Assurance.INCONSISTENT, Assurance.PASS, Assurance.INCONSISTENT),
        ("neutral", (60, 70), Assurance.FAIL, Assurance.FAIL, Assurance.PASS),
        ("neutral", (None, 60), Assurance.PASS, None, Assurance.PASS),
        ("increase", (None, 60), Assurance.FAIL, Assurance.FAIL, None),
        ("decrease", (40, None), Assurance.FAIL, None, Assurance.FAIL),
    ],
)
def test_a_target_or_either_end_of_a_range_is_met_always_never_or_now_and_then(
    direction: str,
    target: Any,
    binding: Assurance | None,
    low: Assurance | None,
    high: Assurance | None,
) -> None:
    chart = xmr.chart(STEADY, direction=direction, target=target)
    assert (chart.assurance, chart.assurance_low, chart.assurance_high) == (binding, low, high)


def test_a_target_at_the_limit_is_inconsistent_save_by_making_data_count() -> None:
    values = [4, 6] * 8
    limit = xmr.chart(values, direction="increase").upl[0]
    assert limit is not None
    nhs = xmr.chart(values, direction="increase", target=limit)
    other = xmr.chart(values, direction="increase", target=limit, rules="Making Data Count 2023")
    assert (nhs.assurance, other.assurance) == (Assurance.INCONSISTENT, Assurance.FAIL)


def test_the_other_way_of_better_turns_improvement_into_concern() -> None:
    up, down, neither = (
        xmr.chart([*STEADY, 70], direction=way) for way in ("increase", "decrease", "neutral")
    )
    low = xmr.chart([*STEADY, 30], direction="neutral")
    assert up.point_type[-1] is PointType.IMPROVEMENT
    assert down.point_type[-1] is PointType.CONCERN
    assert neither.point_type[-1] is PointType.NEUTRAL_HIGH
    assert low.point_type[-1] is PointType.NEUTRAL_LOW


def test_a_point_beyond_the_limit_counts_for_two_in_three_by_making_data_count_alone() -> None:
    values = [*(50, 51, 50, 49) * 3, 50, 51, 57, 53.4, 51.2]
    nhs = xmr.chart(values, direction="increase")
    screened = xmr.chart(values, direction="increase", screen_outliers=False)
    other = xmr.chart(values, direction="increase", rules="Making Data Count 2023")
    assert labels(nhs) == {14: "Above UCL"}
    assert shown(other) == shown(screened)
    assert published.label(other.causes[14]) == "Above UCL"
    pair = [*(50, 51, 50, 49) * 4, 56, 54.4, 51.2]
    assert xmr.chart(pair, direction="increase", screen_outliers=False).causes[17] is None
    taken = xmr.chart(pair, direction="increase", rules="Making Data Count 2023")
    assert labels(taken) == {16: "Above UCL", 17: "2 in 3 Above CL"}


def test_making_data_count_shows_an_improvement_where_rules_disagree() -> None:
    values = [*(50, 52) * 8, 40, 41, 42, 43, 44, 45, 46]
    nhs = xmr.chart(values, direction="increase", screen_outliers=False)
    other = xmr.chart(values, direction="increase", rules="Making Data Count 2023")
    assert nhs.point_type[16] is PointType.CONCERN
    assert other.point_type[16] is PointType.IMPROVEMENT
    assert published.label(nhs.causes[16]) == "Below LCL"
    assert published.label(other.causes[16]) == "7 Point Trend (Increasing)"


def test_two_levels_with_one_step_between_them_are_a_drift_of_the_whole_stretch() -> None:
    """Ten quarters of 30 and then ten of 33 have no limits that could hold 30 or 33."""
    chart = xmr.chart([30] * 10 + [33] * 10, direction="decrease")
    assert chart.limits is LimitsStatus.FLAT
    assert chart.signal is not None
    assert (published.label(chart.signal.cause), chart.signal.since) == ("Drift (Increasing)", 0)
    assert (chart.signal.at, chart.point_type[-1], chart.flagged) == (19, PointType.CONCERN, 1)
    after_a_step = xmr.chart([12] + [30] * 10 + [33] * 10, direction="decrease", rebase_index=2)
    assert after_a_step.signal is not None
    assert after_a_step.signal.since == 1


def test_making_data_count_draws_no_limits_below_thirteen_points() -> None:
    chart = xmr.chart(STEADY, direction="increase", target=60, rules="Making Data Count 2023")
    assert chart.note == "Too few to judge: fewer than 13 figures in a row"
    assert (chart.lpl[0], chart.assurance) == (None, None)


def test_the_sql_tool_flags_five_of_six_rising_points_and_large_moves() -> None:
    rules = "NHSI SQL 2019"
    rising = xmr.chart([*STEADY, 48, 49, 50, 51, 52, 53], direction="increase", rules=rules)
    assert labels(rising) == dict.fromkeys(range(13, 18), "6 Point Trend (Increasing)")
    moved = xmr.chart(VIGNETTE, direction="increase", rules=rules)
    assert labels(moved) == {4: "Above UCL", 5: "Moving Range (Below CL)"}


def test_the_sql_tool_flags_all_of_two_in_three_on_either_side() -> None:
    values = [*(50, 49, 51, 50) * 4, 53.2, 50, 46.4, 50]
    chart = xmr.chart(values, direction="increase", rules="NHSI SQL 2019")
    assert {16: "2 in 3 Above CL", 18: "2 in 3 Below CL"}.items() <= labels(chart).items()
    assert labels(xmr.chart(values, direction="increase", screen_outliers=False)) == {}


def test_each_point_can_be_had_with_all_that_is_said_of_it() -> None:
    chart = xmr.chart([Decimal("50.0"), 52, 49.5] * 3, direction="increase")
    point = chart.points[0]
    assert (point.value, point.cause, point.rebase_group) == (50.0, None, 0)
    assert point.short_group
    assert point.lpl == chart.lpl[0]
    assert point.near_upl == pytest.approx(
        (chart.mean[0] or 0) + 2 / 3 * ((chart.upl[0] or 0) - (chart.mean[0] or 0))
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"direction": "up"}, "“up” is no direction"),
        ({"rules": "NHS-R"}, "There is no rule set “NHS-R”"),
        ({"fix_after_n_points": 11}, "A baseline needs at least 12 points; 11 cannot serve."),
        ({"rebase_index": 13}, "There is no point 13 to start anew at"),
        ({"rebase_index": [0, 4]}, "There is no point 0 to start anew at"),
        ({"target": (30, 26)}, "The lower end of a target cannot be above its upper end."),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said.replace("(", r"\(")):
        xmr.chart(STEADY, **{"direction": "increase", **wrong})


def test_an_infinite_figure_is_refused_and_one_that_is_no_number_is_a_gap() -> None:
    with pytest.raises(ValueError, match="must be finite"):
        xmr.chart([1, math.inf], direction="increase")
    assert xmr.chart([1, math.nan, 2], direction="increase").values == (1, None, 2)
