"""Control charts for single figures over time (XmR), with their rules, gaps and steps.

The formulas are those of NHSRplotthedots 0.2.2 and of the variants in `spc_rules`, restated as
plain functions over numpy. No library serves: the one in Python that does the same is licensed
under GPL-3, and the sums are few.

A gap is respected: it is left out of the mean, no moving range is taken across it, and no run,
trend or window of three continues across it. Each step, and each gap of more than four periods,
starts a stretch that is computed alone. Its limits are firm from 12 moving ranges, trial limits
from 8, and below that there are none.

Three things differ from that package. It draws limits from two figures on; it draws them where
screening has left no moving range that is not nought, and then flags nearly every point; and it
knows no exact limits for small counts, see `small_counts`. Where figures are too much alike for
limits, a test of ranks tells whether they drift, see `drift`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from lfjb_desk.analysis.spc.matrix import STATES, TOWARD, floats, judge
from lfjb_desk.analysis.spc.rules import RuleSet, rule_set
from lfjb_desk.analysis.spc.stretches import stretch_starts
from lfjb_desk.domain.read_models.figures.control import (
    Assurance,
    ControlChart,
    Phase,
    PointType,
    Signal,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from lfjb_desk.analysis.spc.matrix import Judged

    Number = int | float | Decimal
    Target = Number | tuple[Number | None, Number | None]

TYPES = {
    (1, 1): PointType.IMPROVEMENT,
    (1, -1): PointType.CONCERN,
    (-1, -1): PointType.IMPROVEMENT,
    (-1, 1): PointType.CONCERN,
    (0, 1): PointType.NEUTRAL_HIGH,
    (0, -1): PointType.NEUTRAL_LOW,
}
"""Type of a special cause by the direction that is better and the side it lies on."""


def chart(
    values: Sequence[Number | None],
    *,
    direction: str,
    target: Target | None = None,
    rebase_index: int | Sequence[int] | None = None,
    fix_after_n_points: int | None = None,
    screen_outliers: bool = True,
    rules: str = "NHS-R 0.2.2",
    is_count: bool = False,
) -> ControlChart:
    """Return the control chart of a series, oldest figure first, None for a gap.

    Args:
        values: the figures; a float that is not a number counts as a gap.
        direction: which way is better: `increase`, `decrease` or `neutral`.
        target: a figure, or the lower and upper end of a range, either of which may be None.
            The upper end binds where a decrease is better and the lower end where an increase is;
            an end that stands alone binds. Where neither is better a range binds at both ends, and
            a single figure at none.
        rebase_index: the points, counted from 1, that each start a new stretch.
        fix_after_n_points: the limits of a stretch come from its first so many figures alone.
        screen_outliers: leave out very large moving ranges once, where the rule set does.
        rules: the name of the rule set.
        is_count: whether the figures count cases, so that small ones have exact limits.

    Raises:
        ValueError: in a plain sentence, when an argument makes no sense.
    """
    chosen = rule_set(rules)
    toward = toward_of(direction)
    check_baseline(fix_after_n_points, chosen)
    row = floats(values)
    starts, groups = stretch_starts(row.tolist(), rebase_index)
    lengths = np.diff([*starts, len(row)])[: len(starts)]
    matrix = np.full((len(starts), max(lengths, default=0)), np.nan)
    for number, (start, length) in enumerate(zip(starts, lengths, strict=True)):
        matrix[number, :length] = row[start : start + length]
    size = len(starts)
    judged = judge(
        matrix,
        np.full(size, fix_after_n_points or len(row)),
        np.full(size, toward),
        chosen,
        screen=screen_outliers,
        counts=np.full(size, is_count),
    )
    return _assembled(row, starts, groups, judged, toward, target, chosen)


def _phases(starts: Sequence[int], lengths: Sequence[int], judged: Judged) -> tuple[Phase, ...]:
    return tuple(
        Phase(
            first=start,
            last=start + lengths[number] - 1,
            figures=int(judged.figures[number]),
            used=int(judged.used[number]),
            ranges=int(judged.ranges[number]),
            mean=shown(judged.mean[number]),
            lpl=shown(judged.lpl[number]),
            upl=shown(judged.upl[number]),
            limits=STATES[judged.state[number]],
        )
        for number, start in enumerate(starts)
    )


def toward_of(direction: str) -> int:
    """Return 1 where an increase is better, -1 where a decrease is, and 0 where neither.

    Raises:
        ValueError: for any other word.
    """
    if direction not in TOWARD:
        raise ValueError(f"“{direction}” is no direction; it is increase, decrease or neutral.")
    return TOWARD[direction]


def check_baseline(points: int | None, rules: RuleSet) -> None:
    """Refuse a baseline of too few points.

    Raises:
        ValueError: in a plain sentence.
    """
    if points is not None and points < rules.baseline_from:
        raise ValueError(
            f"A baseline needs at least {rules.baseline_from} points; {points} cannot serve."
        )


def _assembled(
    row: np.ndarray[tuple[int], np.dtype[np.float64]],
    starts: list[int],
    groups: list[int],
    judged: Judged,
    toward: int,
    target: Target | None,
    rules: RuleSet,
) -> ControlChart:
    lengths = np.diff([*starts, len(row)])[: len(starts)]
    owner = np.repeat(np.arange(len(starts)), lengths).tolist()
    inside = np.arange(judged.codes.shape[1]) < lengths[:, None]
    codes = judged.codes[inside].tolist()
    phases = _phases(starts, lengths.tolist(), judged)
    current = next((phase for phase in reversed(phases) if phase.figures), None)
    low, high = target_ends(target, toward)
    below, above = _assured(current, low, 1, rules), _assured(current, high, -1, rules)
    values = tuple(shown(value) for value in row.tolist())
    return ControlChart(
        values=values,
        mean=_spread(judged.mean, owner),
        lpl=_spread(judged.lpl, owner),
        upl=_spread(judged.upl, owner),
        near_lpl=_spread(judged.near_lpl, owner),
        near_upl=_spread(judged.near_upl, owner),
        causes=tuple(rules.cause(code) for code in codes),
        point_type=tuple(point_type(code, toward) for code in codes),
        short_group=tuple(bool(judged.short[number]) for number in owner),
        rebase_group=tuple(groups[number] for number in owner),
        phases=phases,
        direction=next(word for word, way in TOWARD.items() if way == toward),
        rules=rules.name,
        limits_from=rules.limits_from,
        assurance=_binding(below, above, toward, target),
        assurance_low=below,
        assurance_high=above,
        signal=_signal(values, phases, judged, rules),
    )


def point_type(code: int, toward: int) -> PointType:
    """Return what a signed rule number means where that direction is better."""
    if code == 0:
        return PointType.COMMON_CAUSE
    return TYPES[toward, 1 if code > 0 else -1]


def shown(value: float) -> float | None:
    """Return a limit as a number, or None where there is none."""
    return float(value) if math.isfinite(value) else None


def _spread(
    limits: np.ndarray[tuple[int], np.dtype[np.float64]], owner: Sequence[int]
) -> tuple[float | None, ...]:
    """Return the limit of each stretch at each of its points."""
    each = [shown(value) for value in limits.tolist()]
    return tuple(each[number] for number in owner)


def target_ends(target: Target | None, toward: int) -> tuple[float | None, float | None]:
    """Return the lower and the upper end of a target; a single figure is the end that binds.

    Raises:
        ValueError: when the lower end lies above the upper one.
    """
    if target is None:
        return None, None
    if isinstance(target, tuple):
        low, high = (None if end is None else float(end) for end in target)
        if low is not None and high is not None and low > high:
            raise ValueError("The lower end of a target cannot be above its upper end.")
        if toward > 0 and low is None:
            return high, None
        return (None, low) if toward < 0 and high is None else (low, high)
    ends = {1: (float(target), None), -1: (None, float(target))}
    return ends.get(toward, (None, None))


def _assured(phase: Phase | None, end: float | None, side: int, rules: RuleSet) -> Assurance | None:
    """Return whether figures will stay above (side 1) or below (side -1) an end of a target."""
    if phase is None or end is None or phase.lpl is None or phase.upl is None:
        return None
    far, near = (phase.upl, phase.lpl) if side > 0 else (phase.lpl, phase.upl)
    if side * (end - far) > 0 or (rules.fails_at_limit and end == far):
        return Assurance.FAIL
    return Assurance.PASS if side * (end - near) < 0 else Assurance.INCONSISTENT


def _binding(
    below: Assurance | None, above: Assurance | None, toward: int, target: Target | None
) -> Assurance | None:
    """Return the assurance against the end that binds."""
    if toward > 0:
        return below or above
    if toward < 0:
        return above or below
    ends = {below, above} - {None}
    if not isinstance(target, tuple) or not ends:
        return None
    if Assurance.FAIL in ends:
        return Assurance.FAIL
    return Assurance.PASS if ends == {Assurance.PASS} else Assurance.INCONSISTENT


def _signal(
    values: Sequence[float | None], phases: Sequence[Phase], judged: Judged, rules: RuleSet
) -> Signal | None:
    """Return the special cause at the newest figure, in the last stretch that has figures."""
    number = next((n for n in range(len(phases) - 1, -1, -1) if phases[n].figures), None)
    if number is None:
        return None
    first, last = phases[number].first, phases[number].last
    at = next(index for index in range(last, -1, -1) if values[index] is not None)
    cause = rules.cause(int(judged.codes[number, at - first]))
    if cause is None:
        return None
    since, run = int(judged.since[number]), int(judged.runs[number, at - first])
    return Signal(cause, first + since, at, run)
