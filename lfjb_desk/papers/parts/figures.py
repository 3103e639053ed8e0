"""Figures in a paper: a claim, the place, a native chart, its note, a table, a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import (
    CHART_CM,
    MessageTitle,
    Paragraph,
    SignalKind,
    Style,
)
from lfjb_desk.domain.formatting import figure, listed, long_date, lower_first, months
from lfjb_desk.papers.parts.common import shorter
from lfjb_desk.papers.parts.figure_table import MOST_YEARS, newest_table, table
from lfjb_desk.papers.parts.series_chart import (
    chart,
    charted,
    drawn_note,
    shown,
)

if TYPE_CHECKING:
    from lfjb_desk.domain.blocks import Block, Chart
    from lfjb_desk.domain.read_models.figures.narratives import ShownNarrative
    from lfjb_desk.domain.read_models.figures.series import Series


_POINTS = {
    SignalKind.BETTER: "♦ better",
    SignalKind.WORSE: "■ worse",
    SignalKind.NEITHER: "○ where neither way is welcome",
}
_WRITTEN = "Written by a person on {0}."
_STALE = "Written by a person on {0}, before the figures, their target or a step changed."


def performance_blocks(
    series: Series,
    anchor: str,
    *,
    elsewhere: bool = False,
    narrative: ShownNarrative | None = None,
    height_cm: float = CHART_CM,
    most_years: int | None = MOST_YEARS,
) -> tuple[Block, ...]:
    """Return all that a paper says of one series; `elsewhere` when it is not the area's own.

    Claim, chart, note and table stay on one page, so that two series share one where they fit.
    Without `most_years` the table has the newest figures alone.
    """
    place = series.place if elsewhere else ""
    drawn = chart(series, flags(series), height_cm) if charted(series) else None
    blocks: list[Block] = [
        MessageTitle(claim(series, place), anchor),
        Paragraph(measure_line(series, drawn), Style.MEASURE),
    ]
    if drawn is not None:
        blocks.append(drawn)
    blocks += written_blocks(narrative)
    blocks += note_blocks(series, narrative)
    whole = newest_table(series) if most_years is None else table(series, most_years)
    blocks.append(whole)
    return tuple(blocks)


def note_blocks(series: Series, narrative: ShownNarrative | None) -> tuple[Block, ...]:
    """Return the note of a figure: what the desk says behind its claim, and how it is judged.

    Where a person has written of the figure, the desk says no more of it itself.
    """
    more = series.narrative.more
    if narrative is not None:
        more = () if narrative.edited else narrative.more
    note = " ".join((*more, *drawn_note(series)))
    return (Paragraph(note, Style.SOURCE, keeps=True),) if note else ()


def flags(series: Series) -> tuple[tuple[int, str], ...]:
    """Return the places of the periods shown in which actions were closed, the first by name."""
    found = []
    for index, point in enumerate(shown(series)):
        refs = [mark.ref for mark in series.marks if point.start <= mark.closed <= point.end]
        more = f" +{len(refs) - 1}" if refs[1:] else ""
        found += [(index, f"{refs[0]}{more}")] if refs else []
    return tuple(found)


def written_blocks(narrative: ShownNarrative | None) -> tuple[Block, ...]:
    """Return a person's words by paragraph, their day, and whether they are behind; or nothing."""
    if narrative is None or not narrative.edited:
        return ()
    lines = [line.strip() for line in narrative.text.splitlines() if line.strip()]
    blocks: list[Block] = [Paragraph(line) for line in lines]
    if narrative.written_at is not None:
        words = _STALE if narrative.stale else _WRITTEN
        day = long_date(narrative.written_at.date())
        blocks.append(Paragraph(words.format(day), Style.SOURCE))
    return tuple(blocks)


def place_blocks(narrative: ShownNarrative) -> tuple[Block, ...]:
    """Return what is said of a place over all its measures, by a person or by the desk."""
    return written_blocks(narrative) or (Paragraph(" ".join(narrative.more)),)


def claim(series: Series, place: str = "") -> str:
    """Return the message of a series as the title over its chart.

    Another place's figure is never told without its name, or it would pass for the area's own; nor
    any without what is measured, which a message that counts something says itself.
    """
    message = series.narrative.message
    names = [place] if place else []
    if message is None or not message.thing:
        name = shorter(series.name)
        names.append(lower_first(name) if place else name)
    front = series.narrative.front
    if message is not None and message.thing and series.is_invented:
        front = f"Invented: {lower_first(front)}"
    if not names:
        return front
    joint = ": " if series.latest.value is None else ", "
    return f"{', '.join(names)}{joint}{lower_first(front)}"


def measure_line(series: Series, drawn: Chart | None) -> str:
    """Return which place and periods the figures of a claim are for, and how to read their chart.

    `drawn` is the chart that stands under the line; None where there are too few figures for it.
    """
    points = shown(series)
    every = f"each {series.series_key.frequency.noun}" if points[1:] else "one period"
    span = months(points[0].start, points[-1].end) if points else "no period"
    words = f"{series.place}, {every}, {span}."
    if drawn is None:
        return f"{words} Too few figures for a chart."
    axis = drawn.axis
    starts = f"The axis starts at {figure(axis.low, series.measure.unit, axis.decimals)}."
    return " ".join((words, starts, *_key(drawn)))


def _key(drawn: Chart) -> tuple[str, ...]:
    """Return what the points that a rule picks out mean, as far as the chart has them."""
    found = {kind for _, kind in drawn.signals}
    signs = [words for kind, words in _POINTS.items() if kind in found]
    return (f"Signals: {listed(signs)}.",) if signs else ()
