"""Targets: which is in force when, and how a figure stands against one, in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from lfjb_desk.analysis.trends import meets
from lfjb_desk.domain.figures.targets import binding_ends, target_words
from lfjb_desk.domain.formatting import figure
from lfjb_desk.domain.read_models.figures.control import Assurance, LimitsStatus
from lfjb_desk.domain.read_models.figures.status import TargetVerdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from lfjb_desk.domain.figures.figures import Measure, Polarity, Target
    from lfjb_desk.domain.read_models.figures.control import ControlChart
    from lfjb_desk.domain.read_models.figures.series import Point, Series


def in_force(targets: Iterable[Target], place_id: UUID | None, day: date) -> Target | None:
    """Return the target in force on a day: that of the area or authority before the national one.

    A target of an area holds for none of its authorities: no one set it for them.
    """
    candidates = [
        target
        for target in targets
        if target.starts <= day
        and (target.ends is None or target.ends >= day)
        and target.place_id in {None, place_id}
    ]
    return max(
        candidates, key=lambda target: (target.place_id is not None, target.starts), default=None
    )


def by_period(
    targets: Sequence[Target],
    place_id: UUID | None,
    points: Iterable[Point],
    today: date = date.max,
) -> tuple[Target | None, ...]:
    """Return the target in force on the last day of each period, or today in one that runs on.

    A figure is held against the target of its own period, whatever the target is by now.
    """
    return tuple(in_force(targets, place_id, min(point.end, today)) for point in points)


def miss(value: Decimal, target: Target, polarity: Polarity) -> Decimal:
    """Return by how much a figure misses the end of a target that binds; 0 where it does not."""
    if meets(value, target, polarity) is not False:
        return Decimal(0)
    ends = [end for end in binding_ends(target, polarity) if end is not None]
    return min(abs(value - end) for end in ends)


def distance_words(distance: Decimal, measure: Measure) -> str:
    """Return how far two figures lie apart: `4 weeks`, `3 percentage points`."""
    unit, decimals = measure.unit, measure.decimals
    if unit == "%":
        unit = "percentage points"
    finest = Decimal(1).scaleb(-decimals)
    if distance.quantize(finest) == 0 and distance:
        return f"less than {figure(finest, unit, decimals)}"
    return figure(distance, unit, decimals)


def verdict_words(series: Series) -> str:
    """Return how the newest figure stands against its target, short enough for a card.

    `Target met`, `Target not met by 4 weeks`, `Within the range 26 to 30 weeks`, `No figure`;
    empty where no target is set.
    """
    target, value, measure = series.target, series.latest.value, series.measure
    if target is None:
        return ""
    if value is None:
        return "No figure"
    if series.status.target is TargetVerdict.MET:
        return _met_words(value, target, measure)
    return f"Target not met by {distance_words(series.status.miss, measure)}"


def aim_words(series: Series) -> str:
    """Return whether the newest figure reaches the target, and if not by how much; or nothing."""
    target, value, measure = series.target, series.latest.value, series.measure
    if target is None or value is None:
        return ""
    words = target_words(target, measure)
    if series.status.target is TargetVerdict.MET:
        return f"The target of {words} is met."
    side = "below" if _lies_below(value, target) else "above"
    by = distance_words(series.status.miss, measure)
    return f"The target of {words} is not met: the figure is {by} {side} it."


def _lies_below(value: Decimal, target: Target) -> bool:
    return all(value < end for end in (target.low, target.high) if end is not None)


def _met_words(value: Decimal, target: Target, measure: Measure) -> str:
    low, high = target.low, target.high
    if low is None or high is None or low == high or not low <= value <= high:
        return "Target met"
    return f"Within the range {target_words(target, measure)}"


_EXPECTED = {
    Assurance.PASS: "will be met",
    Assurance.FAIL: "will not be met",
    Assurance.INCONSISTENT: "will be met at times and missed at times",
}
_LOW_END = {
    Assurance.PASS: "stay at or above",
    Assurance.FAIL: "stay below",
    Assurance.INCONSISTENT: "at times be at or above",
}
_HIGH_END = {
    Assurance.PASS: "stay at or below",
    Assurance.FAIL: "stay above",
    Assurance.INCONSISTENT: "at times be at or below",
}


def outlook_words(
    control: ControlChart | None, target: Target | None, measure: Measure
) -> tuple[str, ...]:
    """Return what firm limits say of a target while nothing changes; empty where there are none.

    Nothing is promised during a signal, which says that something has changed.
    A range is spoken of at either end, since its ends may fare differently.
    """
    if control is None or target is None or control.signal is not None:
        return ()
    if control.limits is not LimitsStatus.FIRM:
        return ()
    if target.low is not None and target.high is not None and target.low != target.high:
        ends = (
            (control.assurance_low, _LOW_END, target.low),
            (control.assurance_high, _HIGH_END, target.high),
        )
        return tuple(
            f"While nothing changes, figures will {verbs[verdict]} "
            f"{figure(end, measure.unit, measure.decimals)}."
            for verdict, verbs, end in ends
            if verdict is not None
        )
    if control.assurance is None:
        return ()
    words = target_words(target, measure)
    return (f"While nothing changes, the target of {words} {_EXPECTED[control.assurance]}.",)
