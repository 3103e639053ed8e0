"""Control charts of any figures whatever: nothing breaks, nothing absurd is shown.

`SPC_EXAMPLES` in the environment sets how many series each test tries; 200 as a rule, 1,000 in all.
"""

import math
import os

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lfjb_desk.analysis.spc import xmr
from lfjb_desk.domain.read_models.figures.control import (
    ControlChart,
    LimitsStatus,
    PointType,
    SpecialCauseRule,
)

EXAMPLES = int(os.environ.get("SPC_EXAMPLES", "200"))
many = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
anything = st.one_of(
    st.none(),
    st.integers(0, 12),
    st.integers(-1000, 1000),
    st.floats(allow_infinity=False, width=32),
    st.floats(allow_infinity=False),
    st.decimals(-100, 100, places=1),
)
grid = st.integers(-400, 400).map(lambda number: number / 4)
directions = st.sampled_from(["increase", "decrease", "neutral"])
rule_names = st.sampled_from(["NHS-R 0.2.2", "Making Data Count 2023", "NHSI SQL 2019"])
turned = {
    PointType.IMPROVEMENT: PointType.CONCERN,
    PointType.CONCERN: PointType.IMPROVEMENT,
    PointType.COMMON_CAUSE: PointType.COMMON_CAUSE,
}


def limits(chart: ControlChart) -> list[float | None]:
    columns = (chart.mean, chart.lpl, chart.upl, chart.near_lpl, chart.near_upl)
    return [value for column in columns for value in column]


@many
@given(
    st.lists(anything, max_size=60),
    directions,
    rule_names,
    st.booleans(),
    st.sampled_from([None, 12, 20]),
    st.sets(st.integers(1, 60), max_size=3),
    st.booleans(),
)
def test_any_series_is_charted_without_an_error_or_a_limit_that_is_no_number(
    values: list[float | None],
    direction: str,
    rules: str,
    screened: bool,  # noqa: FBT001 - Hypothesis gives it by place
    baseline: int | None,
    steps: set[int],
    counted: bool,  # noqa: FBT001 - as above
) -> None:
    chart = xmr.chart(
        values,
        direction=direction,
        target=(0, 10),
        rules=rules,
        screen_outliers=screened,
        fix_after_n_points=baseline,
        rebase_index=[step for step in steps if step <= len(values)],
        is_count=counted,
    )
    assert all(limit is None or math.isfinite(limit) for limit in limits(chart))
    for point in chart.points:
        if point.cause is not None:
            assert point.value is not None
            assert (point.lpl is None) == (point.cause.rule is SpecialCauseRule.DRIFT)
    for point in chart.points:
        if point.lpl is not None and point.mean is not None and point.upl is not None:
            assert point.lpl <= point.mean <= point.upl
    for one in chart.phases:
        if not one.limits.drawn:
            named = [cause for cause in chart.causes[one.first : one.last + 1] if cause]
            assert len(named) <= one.limits.still
    if not any(one.limits.drawn or one.limits.still for one in chart.phases):
        assert (chart.flagged, chart.assurance, chart.signal) == (0, None, None)


@many
@given(grid, st.integers(9, 40), st.lists(st.tuples(st.integers(0, 39), grid), max_size=1))
def test_a_series_that_stands_still_save_once_flags_nothing(
    level: float, size: int, moves: list[tuple[int, float]]
) -> None:
    values = [level] * size
    for place, other in moves:
        if size >= 15:
            values[place % size] = other
    chart = xmr.chart(values, direction="increase", target=level)
    assert (chart.limits.drawn, chart.flagged, chart.assurance) == (False, 0, None)
    assert chart.note.startswith("Too little variation for limits")


@many
@given(st.lists(grid, min_size=2, max_size=40), st.integers(-50, 50))
def test_adding_a_constant_moves_the_limits_by_it_and_changes_no_verdict(
    values: list[float], by: int
) -> None:
    chart = xmr.chart(values, direction="increase")
    moved = xmr.chart([value + by for value in values], direction="increase")
    assert moved.causes == chart.causes
    for before, after in zip(limits(chart), limits(moved), strict=True):
        assert (before is None) == (after is None)
        assert before is None or after is None or math.isclose(before + by, after, abs_tol=1e-9)


@many
@given(st.lists(grid, min_size=2, max_size=40), st.sampled_from([0.25, 2, 1024]))
def test_another_unit_scales_the_limits_and_changes_no_verdict(
    values: list[float], by: float
) -> None:
    chart = xmr.chart(values, direction="increase")
    scaled = xmr.chart([value * by for value in values], direction="increase")
    assert scaled.causes == chart.causes
    for before, after in zip(limits(chart), limits(scaled), strict=True):
        assert (before is None) == (after is None)
        assert before is None or after is None or math.isclose(before * by, after, abs_tol=1e-9)


@many
@given(st.lists(grid, max_size=40))
def test_the_other_direction_swaps_improvement_and_concern_and_nothing_else(
    values: list[float],
) -> None:
    up, down = (xmr.chart(values, direction=way) for way in ("increase", "decrease"))
    assert down.causes == up.causes
    assert down.point_type == tuple(turned[kind] for kind in up.point_type)
    assert limits(down) == limits(up)
    assume(up.limits is not LimitsStatus.EMPTY)
    mirrored = xmr.chart([-value for value in values], direction="decrease")
    assert mirrored.point_type == up.point_type
