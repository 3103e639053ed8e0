"""The control chart of a series as a paper draws it: average, limits, signals, and the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import ChartSeries, SeriesKind, SignalKind, Span, Tone
from lfjb_desk.domain.figures.targets import missed_words
from lfjb_desk.domain.formatting import worked_out
from lfjb_desk.domain.read_models.figures.control import PointType
from lfjb_desk.domain.read_models.figures.status import Judgement
from lfjb_desk.papers.parts.common import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from lfjb_desk.domain.blocks import Line
    from lfjb_desk.domain.read_models.figures.control import Phase
    from lfjb_desk.domain.read_models.figures.series import Point, Series

UPPER, AVERAGE, LOWER = "Upper limit", "Average", "Lower limit"
"""What the lines of a control chart are called."""
_KINDS = {
    PointType.IMPROVEMENT: SignalKind.BETTER,
    PointType.CONCERN: SignalKind.WORSE,
    PointType.NEUTRAL_HIGH: SignalKind.NEITHER,
    PointType.NEUTRAL_LOW: SignalKind.NEITHER,
}
_MOST_PERCENT = 100


def control_lines(series: Series, points: Sequence[Point]) -> tuple[ChartSeries, ...]:
    """Return the average and the limits over these points, one line for each stretch of them.

    A limit that no figure can reach, under nought or over 100%, is not drawn.
    """
    if series.control is None or not points:
        return ()
    first = series.points.index(points[0])
    lines: list[ChartSeries] = []
    for phase in series.control.phases:
        if not phase.limits.drawn or phase.last < first:
            continue
        for name, value, kind in (
            (UPPER, phase.upl, SeriesKind.LIMIT),
            (AVERAGE, phase.mean, SeriesKind.MEAN),
            (LOWER, phase.lpl, SeriesKind.LIMIT),
        ):
            level = _level(series, value)
            if level is not None:
                lines.append(
                    ChartSeries(name, _level_values(phase, first, len(points), level), kind)
                )
    return tuple(lines)


def _level_values(
    phase: Phase, first: int, count: int, level: Decimal
) -> tuple[Decimal | None, ...]:
    """Return the level at each place of the stretch, and a gap at every other."""
    return tuple(
        level if phase.first <= index <= phase.last else None
        for index in range(first, first + count)
    )


def _level(series: Series, value: float | None) -> Decimal | None:
    if value is None or value < 0 or (series.measure.unit == "%" and value > _MOST_PERCENT):
        return None
    return worked_out(value)  # rounded once, where it is read, or its label would differ


def control_signals(series: Series, points: Sequence[Point]) -> tuple[tuple[int, SignalKind], ...]:
    """Return the places among these points that a rule names, and what each means."""
    if series.control is None or not points:
        return ()
    first = series.points.index(points[0])
    types = series.control.point_type[first : first + len(points)]
    return tuple((index, _KINDS[kind]) for index, kind in enumerate(types) if kind in _KINDS)


def signal_cell(series: Series) -> Line:
    """Return the signal at the newest figure: `♦ Better, low`, `► No change`.

    A target that is missed stands before it; a measure that is not judged has no signal, and the
    cell says why in a word.
    """
    spans = _signal_spans(series)
    if not series.status.is_missed:
        return spans
    missed = missed_words(series.status.miss, series.measure)
    return (Span(f"{missed}\n", bold=True, tone=Tone.LATE), *spans)


def _signal_spans(series: Series) -> tuple[Span, ...]:
    status = series.status
    if status.signal is None:
        way = status.past_signal.word if status.past_signal else ""
        words = {
            Judgement.PAST_SIGNAL: f"{NOTHING} {way[:1].upper()}{way[1:]} as of {status.as_of}",
            Judgement.NO_CHANGE: "► No change",
            Judgement.NO_VARIATION: f"{NOTHING} Too little variation",
            Judgement.NO_FIGURE: f"{NOTHING} No figures to judge",
        }.get(status.judgement, f"{NOTHING} Too few to judge")
        return (Span(words),)
    way = status.signal.word
    if status.is_improvement:
        return (Span("♦ Better,", bold=True, tone=Tone.GOOD), Span(f" {way}"))
    if status.is_concern:
        return (Span("■ Worse,", bold=True, tone=Tone.LATE), Span(f" {way}"))
    return (Span(f"{'▲' if status.signal.high else '▼'} {way[:1].upper()}{way[1:]}"),)
