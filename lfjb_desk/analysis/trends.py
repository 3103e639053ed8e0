"""Comparing figures over time: frequency, gaps, direction and whether it is welcome."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.months import months_later
from lfjb_desk.domain.figures.figures import Measure, Polarity
from lfjb_desk.domain.figures.targets import binding_ends
from lfjb_desk.domain.formatting import long_date, months
from lfjb_desk.domain.read_models.figures.series import Direction, Frequency
from lfjb_desk.domain.read_models.figures.status import Welcome

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from lfjb_desk.domain.figures.figures import Target
    from lfjb_desk.domain.read_models.figures.series import Series


MONTHS = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.YEAR: 12}
"""Length of each regular frequency in months."""

NOT_COUNTS = frozenset({"%", "rate", "ratio", "weeks", "days", "months", "hours", "score", ""})
"""Units of figures that do not grow with the size of a place."""


def is_count(measure: Measure) -> bool:
    """Tell whether a measure counts cases, so that it grows with the size of a place."""
    return measure.decimals == 0 and measure.unit not in NOT_COUNTS


def month_start_later(day: date, number: int) -> date:
    """Return the first day of the month that lies so many months after a day's month."""
    return months_later(day.replace(day=1), number)


def frequency_of(start: date, end: date) -> Frequency:
    """Return the frequency of a period; OTHER unless it is whole months of a known length."""
    if start.day == 1:
        for kind, length in MONTHS.items():
            if month_start_later(start, length) - timedelta(days=1) == end:
                return kind
    return Frequency.OTHER


def missing_starts(kind: Frequency, starts: Sequence[date]) -> tuple[date, ...]:
    """Return the first days of the periods that lack between the first and the last start.

    A series that does not keep its frequency (years that begin in different months) has no gaps.
    """
    if kind is Frequency.OTHER or not starts:
        return ()
    held_starts = set(starts)
    expected = []
    day = min(held_starts)
    while day <= max(held_starts):
        expected.append(day)
        day = month_start_later(day, MONTHS[kind])
    if not held_starts <= set(expected):
        return ()
    return tuple(day for day in expected if day not in held_starts)


def period_end(kind: Frequency, start: date) -> date:
    """Return the last day of the period of a regular frequency that begins on a day."""
    return month_start_later(start, MONTHS[kind]) - timedelta(days=1)


def period_words(kind: Frequency, start: date, end: date) -> str:
    """Return a period in our own words: `January to March 2024`, `3 May 2024 to 9 June 2024`."""
    if kind is Frequency.OTHER:
        return f"{long_date(start)} to {long_date(end)}"
    return months(start, end)


def period_at(series: Series, index: int) -> str:
    """Return the period of a point in our own words."""
    point = series.points[index]
    return period_words(series.series_key.frequency, point.start, point.end)


def direction(before: Decimal | None, now: Decimal | None) -> Direction:
    """Return which way a figure went; not known while either is missing."""
    if before is None or now is None:
        return Direction.UNKNOWN
    if now == before:
        return Direction.SAME
    return Direction.UP if now > before else Direction.DOWN


def welcome(way: Direction, polarity: Polarity) -> Welcome:
    """Return whether a direction is welcome for a measure of that polarity."""
    if polarity is Polarity.CONTEXT or not way.is_move:
        return Welcome.NEITHER
    better = Direction.DOWN if polarity is Polarity.LOWER else Direction.UP
    return Welcome.BETTER if way is better else Welcome.WORSE


def meets(value: Decimal | None, target: Target, polarity: Polarity) -> bool | None:
    """Tell whether a figure reaches a target; None where there is no figure, or no end."""
    least, most = binding_ends(target, polarity)
    if value is None or (least is None and most is None):
        return None
    return (least is None or value >= least) and (most is None or value <= most)


def begins_at(starts: Sequence[date], day: date) -> int | None:
    """Return the index of the period from which a step on a day begins a new stretch.

    It is the first that starts on that day or later; None where the step begins none, since it
    lies before the second period or after the last.
    """
    index = next((place for place, start in enumerate(starts) if start >= day), 0)
    return index or None
