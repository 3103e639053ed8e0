"""Targets: which is in force when, and how a figure stands against one, in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from lfjb_desk.analysis.trends import meets
from lfjb_desk.domain.figures.targets import (
    binding_ends,
    distance_words,
    missed_words,
    target_words,
)
from lfjb_desk.domain.formatting import count
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


def verdict_words(series: Series, *, brief: bool = False) -> str:
    """Return how the newest figure stands against its target, short enough for a card.

    `Target met`, `Target not met by 4 weeks`, `Within the range 26 to 30 weeks`, `No figure`;
    empty where no target is set. In brief it does not say by how much a target is not met.
    """
    target, value, measure = series.target, series.latest.value, series.measure
    if target is None:
        return ""
    if value is None:
        return "No figure"
    if series.status.target is TargetVerdict.MET:
        return _met_words(value, target, measure)
    if brief:
        return "Target not met"
    return missed_words(series.status.miss, measure)


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


class Outlook(Enum):
    """Whether a target will be met while nothing changes, from the worst to the best."""

    NEVER = "will not be met"
    SELDOM = "will seldom be met"
    """It lies within the limits and yet near the one beyond which it would never be met."""
    AT_TIMES = "will be met at times and missed at times"
    MOSTLY = "will nearly always be met"
    ALWAYS = "will be met"


def outlook(control: ControlChart, target: Target, polarity: Polarity) -> Outlook | None:
    """Return what firm limits say of a target, by the worse of the ends that bind.

    None where there are no firm limits and during a signal, which says that something has changed.
    """
    if control.signal is not None or control.limits is not LimitsStatus.FIRM or not control.current:
        return None
    at = control.current.last
    low, high = binding_ends(target, polarity)
    near = control.near_lpl[at], control.near_upl[at]
    found = [
        _outlook_of(control.assurance_low, low, near),
        _outlook_of(control.assurance_high, high, (near[1], near[0])),
    ]
    known = [each for each in found if each is not None]
    return min(known, key=list(Outlook).index, default=None)


def _outlook_of(
    assurance: Assurance | None, end: Decimal | None, near: tuple[float | None, float | None]
) -> Outlook | None:
    """Return what is to be expected of one end, by the lines near the limits.

    Of `near` the first is the line up to which the end is easily reached, the other that from which
    it hardly ever is.
    """
    easy, hard = near
    if assurance is None or end is None or easy is None or hard is None:
        return None
    if assurance is not Assurance.INCONSISTENT:
        return Outlook.ALWAYS if assurance is Assurance.PASS else Outlook.NEVER
    place = (float(end) - easy) / (hard - easy) if hard != easy else 0.5
    if place < 0:
        return Outlook.MOSTLY
    return Outlook.SELDOM if place > 1 else Outlook.AT_TIMES


def outlook_words(series: Series) -> str:
    """Return what is to be expected of the target while nothing changes; empty for nothing.

    Where the figures of the stretch all lie on one side of a target that the limits leave open,
    that is said, and not that the target is met at times, seldom or nearly always.
    """
    control, target, measure = series.control, series.target, series.measure
    found = outlook(control, target, measure.polarity) if control and target else None
    if found is None or target is None or control is None:
        return ""
    words = target_words(target, measure)
    if found not in {Outlook.NEVER, Outlook.ALWAYS} and control.current is not None:
        stretch = series.values[control.current.first : control.current.last + 1]
        reached = {meets(value, target, measure.polarity) for value in stretch} - {None}
        periods = count(len(stretch), series.series_key.frequency.noun)
        if reached == {False}:
            return f"No figure of the last {periods} meets the target of {words}."
        if reached == {True}:
            return f"Every figure of the last {periods} meets the target of {words}."
    return f"While nothing changes, the target of {words} {found.value}."
