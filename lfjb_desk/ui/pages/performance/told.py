"""What the page says of a series: its message, its direction, its chart and its rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.analysis.narrative import polarity_words, target_words
from lfjb_desk.domain.views.series import Direction, Rhythm, Welcome
from lfjb_desk.domain.words import MISSING, figure, marker_words, months, number, short_month
from lfjb_desk.ui.charts.data import ChartData, Comparison
from lfjb_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from lfjb_desk.domain.figures import Measure
    from lfjb_desk.domain.views.series import Point, Series, Strand

TONES = {
    (Direction.UP, Welcome.BETTER): Tone.RISING_WELL,
    (Direction.UP, Welcome.WORSE): Tone.RISING_BADLY,
    (Direction.UP, Welcome.NEITHER): Tone.RISING,
    (Direction.DOWN, Welcome.BETTER): Tone.FALLING_WELL,
    (Direction.DOWN, Welcome.WORSE): Tone.FALLING_BADLY,
    (Direction.DOWN, Welcome.NEITHER): Tone.FALLING,
}
"""The symbol and colour of a direction; what is not here has no signal."""
FORMULA_STARTS = ("=", "+", "@")
"""What would make a spreadsheet take pasted text for a formula."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Performance", text)


LONGEST_LABEL = 12
"""Letters of a period that fit under the chart."""
ZERO_WIDTH_SPACE = "\u200b"


@dataclass(frozen=True)
class FigureRow:
    """One period as the table shows it."""

    place: int
    """Its place in the series, oldest first."""
    point: Point
    figure: str
    peer: str
    note: str
    """The marker that stands beside a figure, and whether the figure was revised."""


def breakable(name: str) -> str:
    """Return the name of a file so that it can be broken after its underlines and dots."""
    return re.sub(r"(?<=[_.-])(?=\w)", ZERO_WIDTH_SPACE, name)


def tone(series: Series) -> Tone:
    """Return the symbol and colour of the direction."""
    return TONES.get((series.direction, series.welcome), Tone.SAME)


def direction_words(series: Series) -> str:
    """Return the direction and whether it is welcome: `Falling, better`."""
    if series.direction is Direction.UNKNOWN:
        one = len(series.points) == 1
        return _tr("One period only") if one else _tr("Cannot be compared")
    if series.direction is Direction.SAME:
        return _tr("No change")
    way = _tr("Rising") if series.direction is Direction.UP else _tr("Falling")
    if series.welcome is Welcome.NEITHER:
        return way
    liking = _tr("better") if series.welcome is Welcome.BETTER else _tr("worse")
    return f"{way}, {liking}"


def latest_words(series: Series) -> str:
    """Return the newest figure with its unit, or its marker."""
    now, measure = series.latest, series.measure
    return figure(now.value, measure.unit, measure.decimals, now.marker)


def message(series: Series) -> str:
    """Return the message of the chart: what the newest figure is and which way it went."""
    now = figure(series.latest.value, series.measure.unit, series.measure.decimals)
    period = series.latest.label
    if series.latest.value is None:
        return _tr("No figure is available for {0}").format(period)
    if series.direction is Direction.UNKNOWN:
        return _tr("{0} in {1}").format(now, period)
    if series.direction is Direction.SAME:
        return _tr("Unchanged at {0} in {1}").format(now, period)
    way = _tr("Up to {0} in {1}") if series.direction is Direction.UP else _tr("Down to {0} in {1}")
    liking = {
        Welcome.BETTER: _tr(", which is better"),
        Welcome.WORSE: _tr(", which is worse"),
        Welcome.NEITHER: "",
    }[series.welcome]
    return way.format(now, period) + liking


def about(series: Series) -> str:
    """Return the line under the message: measure and unit, place, period and rhythm."""
    measure = series.measure
    name = f"{measure.name}, {measure.unit}" if measure.unit else measure.name
    return _tr("{0}. {1}, {2}, {3}").format(
        name,
        series.place,
        months(series.points[0].start, series.points[-1].end),
        rhythm_words(series.strand.rhythm),
    )


def rhythm_words(rhythm: Rhythm) -> str:
    """Return a rhythm in words: `by quarter`."""
    if rhythm is Rhythm.OTHER:
        return _tr("periods as published")
    return _tr("by {0}").format(rhythm.value)


def strand_words(strand: Strand) -> str:
    """Return a publisher and a rhythm in words: `FCSQ, by quarter`."""
    return f"{strand.publisher}, {rhythm_words(strand.rhythm)}"


def better_words(measure: Measure) -> str:
    """Return which way is better, in words."""
    return polarity_words(measure.polarity)


def chart_of(series: Series) -> ChartData:
    """Return what the chart draws: gaps stay gaps, and the nation is drawn beside the place."""
    target = series.target
    ends = None
    if target is not None:
        found = [end for end in (target.low, target.high) if end is not None]
        ends = (float(found[0]), float(found[-1]))
    peer = series.peer
    beside = (Comparison(peer.name, _floats(peer.values)),) if peer else ()
    return ChartData(
        title=f"{series.measure.name}, {series.place}",
        summary=_tr("{0}. {1} The figures are in the table beside the chart.").format(
            message(series), " ".join(series.sentences)
        ),
        unit="" if series.measure.unit in {"rate", "ratio"} else series.measure.unit,
        name=series.place,
        labels=_labels(series),
        values=_floats(series.values),
        target=ends,
        target_name=_tr("Target {0}").format(target_words(target, series.measure))
        if target
        else "",
        comparisons=beside,
        decimals=series.measure.decimals,
    )


def _labels(series: Series) -> tuple[str, ...]:
    """Return the periods as published; by their last month where that would be too long."""
    labels = tuple(point.label for point in series.points)
    if all(len(label) <= LONGEST_LABEL for label in labels):
        return labels
    if series.strand.rhythm is Rhythm.MONTH:
        return tuple(short_month(point.end) for point in series.points)
    return tuple(_tr("to {0}").format(short_month(point.end)) for point in series.points)


def trend_of(series: Series) -> tuple[float | None, ...]:
    """Return the values of the small line."""
    return _floats(series.values)


def _floats(values: Sequence[Decimal | None]) -> tuple[float | None, ...]:
    return tuple(None if value is None else float(value) for value in values)


def rows_of(series: Series) -> tuple[FigureRow, ...]:
    """Return the figures as rows, the newest first."""
    peer = series.peer
    rows = []
    for place, point in enumerate(series.points):
        beside = ""
        if peer is not None:
            beside = _plain(series, peer.values[place], peer.markers[place])
        marker = point.marker if point.value is not None else None
        revised = _tr("revised") if point.revised else ""
        note = " ".join(part for part in (marker, revised) if part)
        shown = _plain(series, point.value, point.marker)
        rows.append(FigureRow(place, point, shown, beside, note))
    return tuple(reversed(rows))


def _plain(series: Series, value: Decimal | None, marker: str | None) -> str:
    return marker or MISSING if value is None else number(value, series.measure.decimals)


def marks_of(series: Series) -> str:
    """Return what the markers in the table mean, in one line; empty when it has none."""
    beside = zip(series.peer.values, series.peer.markers, strict=True) if series.peer else ()
    found = [(point.value, point.marker) for point in series.points]
    seen = {marker or MISSING for value, marker in (*found, *beside) if marker or value is None}
    return ", ".join(marker_words(one) for one in sorted(seen))


def copied(series: Series) -> str:
    """Return the figures as tab-separated text, the newest first, each with its source."""
    unit = f" ({series.measure.unit})" if series.measure.unit else ""
    head = [_tr("Period"), f"{series.place}{unit}"]
    if series.peer is not None:
        head.append(f"{series.peer.name}{unit}")
    lines = [[*head, _tr("Note"), _tr("Source")]]
    for row in rows_of(series):
        shown = [row.point.label, _exact(row.point.value, row.figure)]
        if series.peer is not None:
            shown.append(_exact(series.peer.values[row.place], row.peer))
        lines.append([*shown, row.note, row.point.source])
    return "\n".join("\t".join(_safe(part) for part in line) for line in lines) + "\n"


def _exact(value: Decimal | None, otherwise: str) -> str:
    return otherwise if value is None else format(value, "f")


def _safe(text: str) -> str:
    """Return text on one line that no spreadsheet takes for a formula."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat.startswith(FORMULA_STARTS) else flat
