"""What the charts of the page draw of a series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.analysis.trends import begins_at
from lfjb_desk.domain.figures.targets import target_words
from lfjb_desk.domain.formatting import UNNAMED_UNITS, short_month
from lfjb_desk.domain.read_models.figures.series import Frequency
from lfjb_desk.ui.charts.data import ChartData, ChartMark, ComparisonLine, LineKind, Shape
from lfjb_desk.ui.charts.series import floats, line_of, means_of, shapes_of, unsettled_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.domain.figures.figures import Target
    from lfjb_desk.domain.read_models.figures.series import Point, Series
    from lfjb_desk.ui.charts.data import LineData, Values

MOST_YEARS = 10
"""How far back the small charts look."""
LONGEST_LABEL = 12
"""Letters of a period that fit under the chart."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Performance", text)


def chart_of(series: Series) -> ChartData:
    """Return the chart of a series, with the target that was in force in each period."""
    control, measure, aims = series.control, series.measure, series.aims
    return ChartData(
        title=f"{series.name}, {series.place}",
        summary=_tr("{0}. The figures are in the table beside the chart.").format(
            series.narrative.front
        ),
        unit="" if measure.unit in UNNAMED_UNITS else measure.unit,
        name=series.place,
        labels=_labels(series),
        values=floats(series.values),
        shapes=shapes_of(series),
        unsettled=unsettled_of(series),
        means=means_of(series),
        lows=control.lpl if control else (),
        highs=control.upl if control else (),
        trial=control.short_group if control else (),
        target_lows=_ends(aims, low=True),
        target_highs=_ends(aims, low=False),
        target_name=_aim_words(series, aims),
        beside=(ComparisonLine(series.peer.name, floats(series.peer.values)),)
        if series.peer
        else (),
        marks=_marks(series),
        steps=_steps(series),
        decimals=measure.decimals,
    )


def window_of(series: Sequence[Series]) -> tuple[date, date]:
    """Return the window of time that the small charts of several series share."""
    last = max(each.points[-1].end for each in series)
    first = min(each.points[0].start for each in series)
    return max(first, last.replace(year=last.year - MOST_YEARS, day=1)), last


def small_of(series: Series, first: date, last: date) -> LineData:
    """Return the small chart of a series in a window of time; what lies before it is left out."""
    points = series.points
    kept = [index for index, point in enumerate(points) if point.end >= first]
    span = max(1, (last - first).days)
    places = tuple((points[index].end - first).days / span for index in kept)
    return line_of(series).part(kept, places)


def legend_of(series: Sequence[Series]) -> str:
    """Return what the marks and lines mean that the small charts of these series have."""
    lines = [line_of(each) for each in series]
    drawn: set[Shape | LineKind] = {shape for line in lines for shape in line.shapes}
    levels = [level for line in lines for level in line.levels]
    drawn |= {level.kind for level in levels if any(value is not None for value in level.values)}
    meanings = {
        Shape.BETTER: _tr("♦ better"),
        Shape.WORSE: _tr("■ worse"),
        Shape.HIGH: _tr("▲ high"),
        Shape.LOW: _tr("▼ low"),
        LineKind.AVERAGE: _tr("― average"),
        LineKind.LIMIT: _tr("╌ limits"),
        LineKind.TRIAL: _tr("┈ trial limits"),
    }
    return "  ".join(words for mark, words in meanings.items() if mark in drawn)


def _aim_words(series: Series, aims: Sequence[Target | None]) -> str:
    aim = aims[-1] if aims else None
    return _tr("Target {0}").format(target_words(aim, series.measure)) if aim else ""


def _ends(aims: Sequence[Target | None], *, low: bool) -> Values:
    """Return one end of each period's target; an end that stands alone is drawn as a line."""
    if not any(aims):
        return ()
    found = [None if aim is None else aim.low if low else aim.high for aim in aims]
    return floats(found)


def _marks(series: Series) -> tuple[ChartMark, ...]:
    found = [(_place(series.points, mark.closed), mark) for mark in series.marks]
    return tuple(
        ChartMark(place, mark.ref, mark.restricted) for place, mark in found if place is not None
    )


def _place(points: Sequence[Point], day: date) -> float | None:
    """Return where a day stands among the periods."""
    for index, point in enumerate(points):
        if point.start <= day <= point.end:
            days = (point.end - point.start).days + 1
            return index - 0.5 + (day - point.start).days / days
    return None


def _steps(series: Series) -> tuple[ChartMark, ...]:
    starts = [point.start for point in series.points]
    marks = ((begins_at(starts, step.starts), step.reason) for step in series.steps)
    steps = {index: reason for index, reason in marks if index is not None}
    after_gaps = series.control.after_gaps if series.control else ()
    new = {index: _tr("New limits after a gap") for index in after_gaps}
    return tuple(ChartMark(index - 0.5, words) for index, words in sorted((new | steps).items()))


def _labels(series: Series) -> tuple[str, ...]:
    """Return the periods as published; by their last month where that would be too long."""
    labels = tuple(point.label for point in series.points)
    if all(len(label) <= LONGEST_LABEL for label in labels):
        return labels
    if series.series_key.frequency is Frequency.MONTH:
        return tuple(short_month(point.end) for point in series.points)
    return tuple(_tr("to {0}").format(short_month(point.end)) for point in series.points)
