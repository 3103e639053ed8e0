"""The chart of a series: which periods it shows, its axis, target, peer and words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import CHART_CM, Chart, ChartSeries, SeriesKind
from lfjb_desk.domain.common.months import quarter_of_month
from lfjb_desk.domain.figures.targets import line_words, target_words
from lfjb_desk.domain.formatting import (
    beside,
    figure,
    is_uncertain,
    month,
    telling_decimals,
    worked_out,
)
from lfjb_desk.domain.read_models.figures.series import Frequency
from lfjb_desk.papers.parts.common import NONE, shorter
from lfjb_desk.papers.parts.control_lines import (
    AVERAGE,
    LOWER,
    UPPER,
    control_lines,
    control_signals,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lfjb_desk.domain.figures.figures import Target
    from lfjb_desk.domain.read_models.figures.series import Point, Series

FEWEST_FOR_CHART = 5
"""Under five figures a table says it better than a chart."""
MOST_SHOWN = 16
"""Periods shown; older ones stay in the window."""
LONGEST_ALT = 250
_DENSE = Decimal("0.6")
"""The share of periods shown that must have a figure or a marker."""
_APRIL = 4
_FAR = 3
"""An axis begins at 0 where the highest value is more than so many times the lowest."""


def shown(series: Series) -> tuple[Point, ...]:
    """Return the newest periods, from the first after which gaps are few."""
    points = series.points[-MOST_SHOWN:]
    known = [index for index, point in enumerate(points) if not _gap(point)]
    for before, first in enumerate(known):
        run = points[first : known[-1] + 1]
        if len(known) - before >= len(run) * _DENSE:
            return run
    return ()


def _gap(point: Point) -> bool:
    return point.value is None and point.marker is None


def charted(series: Series) -> bool:
    """Tell whether a series has figures enough for a chart."""
    return sum(point.value is not None for point in shown(series)) >= FEWEST_FOR_CHART


def axis_floor(lines: Iterable[ChartSeries], target: Target | None) -> Decimal | None:
    """Return 0 where the axis starts there, or None where all values lie high above it."""
    ends = (target.low, target.high) if target else ()
    drawn = (*(value for line in lines for value in line.values), *ends)
    values = [value for value in drawn if value is not None]
    lowest, highest = min(values), max(values)
    return Decimal(0) if lowest <= 0 or lowest * _FAR < highest else None


def chart(series: Series, flags: tuple[tuple[int, str], ...], height_cm: float = CHART_CM) -> Chart:
    """Return the native chart of a series: peer, target, limits and signals; a gap stays a gap."""
    points, measure = shown(series), series.measure
    lines = [ChartSeries(series.place, tuple(point.value for point in points))]
    lines += control_lines(series, points)
    low = axis_floor(lines, series.target)
    peer = tuple(value for value, _ in peer_figures(series, points))
    if any(value is not None for value in peer):
        lines.append(ChartSeries(series.peer.name if series.peer else "", peer, SeriesKind.PEER))
    band, target = _aim(series.target)
    if target is not None and series.target is not None:
        name = f"Target {line_words(series.target, measure)}"
        lines.append(ChartSeries(name, (target,) * len(points), SeriesKind.TARGET))
    return Chart(
        title=shorter(series.name),
        alt=_alt(series, points, lines),
        categories=tuple(category(series, point) for point in points),
        series=tuple(lines),
        unit=measure.unit,
        decimals=_label_decimals(series),
        low=low,
        band=band,
        height_cm=height_cm,
        signals=control_signals(series, points),
        flags=flags,
        anew=_anew(series, points),
        unsettled=tuple(
            index
            for index, point in enumerate(points)
            if point.value is not None and is_uncertain(point.marker)
        ),
    )


def _label_decimals(series: Series) -> int:
    """Return with how many decimals figures drawn beyond the limits of now do not read as these."""
    decimals = series.measure.decimals
    current = series.control.current if series.control else None
    if current is None:
        return decimals
    drawn = shown(series)
    values = [
        point.value
        for point in series.points[current.first : current.last + 1]
        if point.value is not None and point in drawn
    ]
    beyond = [
        (value, worked_out(limit))
        for value in values
        for limit, sign in ((current.upl, 1), (current.lpl, -1))
        if limit is not None and sign * (float(value) - limit) > 0
    ]
    return max((telling_decimals(*pair, decimals) for pair in beyond), default=decimals)


def _anew(series: Series, points: Sequence[Point]) -> tuple[int, ...]:
    """Return the places among these points from which limits start anew, after a gap."""
    if series.control is None or not points:
        return ()
    first = series.points.index(points[0])
    return tuple(place - first for place in series.control.after_gaps if place >= first)


def drawn_note(series: Series) -> tuple[str, ...]:
    """Return the note of a series; limits that start anew are said where a paper draws that."""
    points, narrative = shown(series), series.narrative
    current = series.control.current if series.control else None
    if not points or current is None or current.first < series.points.index(points[0]):
        return narrative.note
    return narrative.full_note


def peer_figures(
    series: Series, points: Sequence[Point]
) -> tuple[tuple[Decimal | None, str | None], ...]:
    """Return the nation's figures for these periods, each with its marker; empty without a peer."""
    if series.peer is None:
        return ()
    figures = zip(series.peer.values, series.peer.markers, strict=True)
    by_start = dict(zip((point.start for point in series.points), figures, strict=True))
    return tuple(by_start.get(point.start, (None, None)) for point in points)


def _aim(target: Target | None) -> tuple[tuple[Decimal, Decimal] | None, Decimal | None]:
    """Return a target as a band, or as one line."""
    if target is None:
        return None, None
    if target.low is not None and target.high is not None and target.low < target.high:
        return (target.low, target.high), None
    return None, target.high if target.low is None else target.low


def target_cell(series: Series | None) -> str:
    """Return the target of a series for a table; `None set` where it has none."""
    if series is None or series.target is None:
        return "None set"
    return target_words(series.target, series.measure)


def since_cell(series: Series) -> str:
    """Return the period with which the signal began; the word None where there is no signal."""
    signal = series.status.signal
    return NONE if signal is None else category(series, series.points[signal.since])


def _alt(series: Series, points: Sequence[Point], lines: Sequence[ChartSeries]) -> str:
    """Return what a chart shows in words; what is least needed goes first where they are many."""
    measure = series.measure
    known = [point for point in points if point.value is not None]
    first, last = known[0], known[-1]
    low = min(known, key=lambda point: point.value or Decimal(0))
    high = max(known, key=lambda point: point.value or Decimal(0))

    def said(point: Point) -> str:
        return f"{figure(point.value, measure.unit, measure.decimals)} in {category(series, point)}"

    needed = [
        f"Line chart, {len(points)} periods, {series.place}.",
        f"From {said(first)} to {said(last)}.",
        *_limit_words(lines, measure.unit, _label_decimals(series)),
    ]
    if series.target is not None:
        needed.append(f"Target {target_words(series.target, measure)}.")
    more = [f"Lowest {said(low)}, highest {said(high)}."]
    if _anew(series, points):
        more.append("The limits start anew after a gap.")
    more += [f"Also {line.name}." for line in lines if line.kind is SeriesKind.PEER]
    while more and len(" ".join((*needed, *more))) > LONGEST_ALT:
        more.pop()
    text = " ".join((*needed, *more))
    return text if len(text) <= LONGEST_ALT else f"{text[: LONGEST_ALT - 1]}…"


def _limit_words(lines: Sequence[ChartSeries], unit: str, decimals: int) -> tuple[str, ...]:
    """Return the average and the limits that a chart draws at its newest period."""
    newest = {
        line.name: figure(line.values[-1], beside(unit), decimals)
        for line in lines
        if line.kind in {SeriesKind.MEAN, SeriesKind.LIMIT} and line.values[-1] is not None
    }
    low, high = newest.get(LOWER), newest.get(UPPER)
    if AVERAGE not in newest:
        return ()
    if low and high:
        return (f"Average {newest[AVERAGE]}, limits {low} to {high}.",)
    drawn = f", upper limit {high}" if high else f", lower limit {low}" if low else ""
    return (f"Average {newest[AVERAGE]}{drawn}.",)


def category(series: Series, point: Point) -> str:
    """Return the short name of a period on an axis: `2023-24 Q4`, `2024 Q1`, `2023-24`."""
    kind = series.series_key.frequency
    if kind is Frequency.QUARTER:
        year, quarter = year_and_quarter(series, point)
        return f"{year} Q{quarter}"
    if kind is Frequency.YEAR:
        return _year(point, financial=point.start.month == _APRIL)
    return month(point.start) if kind is Frequency.MONTH else point.label


def _year(point: Point, *, financial: bool) -> str:
    year = point.start.year
    if not financial:
        return str(year)
    begins = year if point.start.month >= _APRIL else year - 1
    return f"{begins}-{(begins + 1) % 100:02}"


def year_and_quarter(series: Series, point: Point) -> tuple[str, int]:
    """Return year and quarter, in financial years where the publisher counts in them."""
    financial = any(re.search(r"\d{4}-\d\d\b", point.label) for point in series.points)
    quarter = quarter_of_month(point.start.month, _APRIL if financial else 1)
    return _year(point, financial=financial), quarter
