"""What the page says of a series: its signal, its rows and what stands round its chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.analysis.sentences import polarity_words
from lfjb_desk.analysis.target_status import verdict_words
from lfjb_desk.domain.formatting import NOT_HELD, explained, figure, months, number
from lfjb_desk.domain.read_models.figures.control import SpecialCauseRule
from lfjb_desk.domain.read_models.figures.series import Frequency
from lfjb_desk.domain.read_models.figures.status import TargetVerdict
from lfjb_desk.ui.look.theme import StatusTone

if TYPE_CHECKING:
    from decimal import Decimal

    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.read_models.figures.control import Signal
    from lfjb_desk.domain.read_models.figures.series import Point, Series, SeriesKey

VERDICT_TONES = {
    TargetVerdict.MET: StatusTone.GOOD,
    TargetVerdict.NOT_MET: StatusTone.MISSED,
    TargetVerdict.NO_FIGURE: StatusTone.SAME,
    TargetVerdict.NO_TARGET: StatusTone.PLAIN,
}
FORMULA_STARTS = ("=", "+", "@")
"""What would make a spreadsheet take pasted text for a formula."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Performance", text)


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


def aim_status(series: Series) -> tuple[StatusTone, str]:
    """Return how the newest figure stands against its target, in a symbol and words."""
    return VERDICT_TONES[series.status.target], verdict_words(series)


def cause_words(signal: Signal) -> str:
    """Return what picks out a figure, in words: `9 in a row above the average`."""
    high = signal.high
    match signal.cause.rule:
        case SpecialCauseRule.OUTSIDE:
            return _tr("above the upper limit") if high else _tr("below the lower limit")
        case SpecialCauseRule.SHIFT:
            row = (
                _tr("{0} in a row above the average")
                if high
                else _tr("{0} in a row below the average")
            )
            return row.format(signal.run)
        case SpecialCauseRule.TREND:
            row = _tr("{0} in a row rising") if high else _tr("{0} in a row falling")
            return row.format(signal.at - signal.since)
        case SpecialCauseRule.PAIR:
            return _tr("2 of 3 close to a limit")  # of either side, in one of the rule sets
        case SpecialCauseRule.DRIFT:
            return (
                _tr("drifting up, by a test of ranks")
                if high
                else _tr("drifting down, by a test of ranks")
            )
        case SpecialCauseRule.MOVE:
            return _tr("a large jump, upwards") if high else _tr("a large jump, downwards")


def latest_words(series: Series) -> str:
    """Return the newest figure with its unit, or its marker."""
    now, measure = series.latest, series.measure
    return figure(now.value, measure.unit, measure.decimals, now.marker)


def about(series: Series) -> str:
    """Return the line under the message: measure and unit, place, period and frequency."""
    measure = series.measure
    name = f"{measure.name}, {measure.unit}" if measure.unit else measure.name
    return _tr("{0}. {1}, {2}, {3}").format(
        name,
        series.place,
        months(series.points[0].start, series.points[-1].end),
        frequency_words(series.series_key.frequency),
    )


def frequency_words(frequency: Frequency) -> str:
    """Return a frequency in words: `by quarter`."""
    if frequency is Frequency.OTHER:
        return _tr("periods as published")
    return _tr("by {0}").format(frequency.value)


def strand_words(series_key: SeriesKey) -> str:
    """Return a publisher and a frequency in words: `FCSQ, by quarter`."""
    return f"{series_key.publisher}, {frequency_words(series_key.frequency)}"


def better_words(measure: Measure) -> str:
    """Return which way is better, in words."""
    return polarity_words(measure.polarity)


def rows_of(series: Series) -> tuple[FigureRow, ...]:
    """Return the figures as rows, the newest first."""
    peer = series.peer
    rows = []
    for index, point in enumerate(series.points):
        beside = ""
        if peer is not None:
            beside = _plain(series, peer.values[index], peer.markers[index])
        marker = point.marker if point.value is not None else None
        revised = _tr("revised") if point.revised else ""
        note = " ".join(part for part in (marker, revised) if part)
        value = _plain(series, point.value, point.marker)
        rows.append(FigureRow(index, point, value, beside, note))
    return tuple(reversed(rows))


def _plain(series: Series, value: Decimal | None, marker: str | None) -> str:
    return marker or NOT_HELD if value is None else number(value, series.measure.decimals)


def marks_of(series: Series) -> str:
    """Return what the markers in the table mean, in one line; empty when it has none."""
    beside = zip(series.peer.values, series.peer.markers, strict=True) if series.peer else ()
    found = [(point.value, point.marker) for point in series.points]
    return ", ".join(
        explained(marker for value, marker in (*found, *beside) if marker or value is None)
    )


def copied(series: Series) -> str:
    """Return the figures as tab-separated text, the newest first, each with its source."""
    unit = f" ({series.measure.unit})" if series.measure.unit else ""
    head = [_tr("Period"), f"{series.place}{unit}"]
    if series.peer is not None:
        head.append(f"{series.peer.name}{unit}")
    lines = [[*head, _tr("Note"), _tr("Source")]]
    for row in rows_of(series):
        cells = [row.point.label, _exact(row.point.value, row.figure)]
        if series.peer is not None:
            cells.append(_exact(series.peer.values[row.place], row.peer))
        lines.append([*cells, row.note, row.point.source_words])
    return "\n".join("\t".join(_safe(part) for part in line) for line in lines) + "\n"


def _exact(value: Decimal | None, otherwise: str) -> str:
    return otherwise if value is None else format(value, "f")


def _safe(text: str) -> str:
    """Return text on one line that no spreadsheet takes for a formula."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat.startswith(FORMULA_STARTS) else flat
