"""Figures in a paper: a claim, the measure, a native chart, two sentences, a table, a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import (
    CHART_CM,
    MessageTitle,
    Paragraph,
    Style,
)
from lfjb_desk.domain.formatting import figure, lower_first, months
from lfjb_desk.domain.read_models.figures.series import Direction
from lfjb_desk.domain.read_models.figures.status import Judgement
from lfjb_desk.papers.parts.common import LONGEST_TITLE, bold, shorter
from lfjb_desk.papers.parts.control_lines import rules_words
from lfjb_desk.papers.parts.figure_table import MOST_YEARS, table
from lfjb_desk.papers.parts.series_chart import (
    chart,
    charted,
    shown,
)

if TYPE_CHECKING:
    from lfjb_desk.domain.blocks import Block, Chart
    from lfjb_desk.domain.read_models.figures.narratives import ShownNarrative
    from lfjb_desk.domain.read_models.figures.series import Series


_LEADING = 2
"""Sentences that a narrative begins with in bold: the newest figure, and how it moved."""
_CAUTION = "A rise or fall of one period may be chance, and does not say why."
_STALE = "These words were written before the newest figures came in."
_MOVED = {Direction.UP: "rose to", Direction.DOWN: "fell to", Direction.SAME: "stayed at"}


def performance_blocks(
    series: Series,
    anchor: str,
    *,
    elsewhere: bool = False,
    narrative: ShownNarrative | None = None,
    height_cm: float = CHART_CM,
    most_years: int = MOST_YEARS,
) -> tuple[Block, ...]:
    """Return all that a paper says of one series; `elsewhere` when it is not the area's own."""
    place = series.place if elsewhere else ""
    drawn = chart(series, flags(series), height_cm) if charted(series) else None
    blocks: list[Block] = [
        MessageTitle(claim(series, place), anchor),
        Paragraph(measure_line(series, drawn), Style.MEASURE),
    ]
    if drawn is not None:
        blocks.append(drawn)
        rules = rules_words(series)
        blocks += [Paragraph(rules, Style.SOURCE)] if rules else []
    blocks += narrative_blocks(narrative) if narrative else [Paragraph(sentences(series))]
    blocks.append(table(series, most_years))
    return tuple(blocks)


def flags(series: Series) -> tuple[tuple[int, str], ...]:
    """Return the places of the periods shown in which actions were closed, the first by name."""
    found = []
    for index, point in enumerate(shown(series)):
        refs = [mark.ref for mark in series.marks if point.start <= mark.closed <= point.end]
        more = f" +{len(refs) - 1}" if refs[1:] else ""
        found += [(index, f"{refs[0]}{more}")] if refs else []
    return tuple(found)


def narrative_blocks(narrative: ShownNarrative) -> tuple[Block, ...]:
    """Return a narrative: a person's words by paragraph, marked when the figures have changed."""
    if not narrative.edited:
        first = " ".join(narrative.sentences[:_LEADING])
        return (Paragraph(bold(first, f" {' '.join(narrative.sentences[_LEADING:])}".rstrip())),)
    lines = [line.strip() for line in narrative.text.splitlines() if line.strip()]
    blocks: list[Block] = [Paragraph(line) for line in lines]
    if narrative.stale:
        blocks.append(Paragraph(_STALE, Style.SOURCE))
    return tuple(blocks)


def claim(series: Series, place: str = "") -> str:
    """Return what the figure did, on one line where it can be, and without a cause.

    It always names the measure, and so says of an invented figure that it is one.
    """
    name = shorter(series.name)
    measure, latest = series.measure, series.latest
    value = figure(latest.value, measure.unit, measure.decimals, latest.marker)
    if latest.value is None:
        return f"{name}: no newest figure"
    movement = _movement_words(series, name, value)
    if not place:
        return movement if len(movement) <= LONGEST_TITLE else f"{name}: {value}"
    # Another place's figure is never told without its name, or it would pass for the area's own.
    here = f"{place}: {lower_first(movement)}"
    return here if len(here) <= LONGEST_TITLE else f"{place}: {lower_first(name)}, {value}"


def _movement_words(series: Series, name: str, value: str) -> str:
    """Return what the figure did: by its signal where limits judge it, else by its last move."""
    signal = series.status.signal
    if signal is not None:
        return f"{name}: {value}, {signal.word}"
    if series.status.judgement is Judgement.NO_CHANGE:
        return f"{name}: {value}, no change"
    moved = _MOVED.get(series.direction)
    return f"{name} {moved} {value}" if moved else f"{name}: {value}"


def measure_line(series: Series, drawn: Chart | None) -> str:
    """Return what is measured, where, for which periods, and where the axis starts.

    `drawn` is the chart that stands under the line; None where there are too few figures for it.
    """
    points = shown(series)
    every = f"each {series.series_key.frequency.noun}" if points[1:] else "one period"
    span = months(points[0].start, points[-1].end) if points else "no period"
    words = f"{series.name}, {series.place}, {every}, {span}."
    if drawn is None:
        return f"{words} Too few figures for a chart."
    axis = drawn.axis
    return f"{words} The axis starts at {figure(axis.low, series.measure.unit, axis.decimals)}."


def sentences(series: Series) -> str:
    """Return what the figures say, with a caution where they moved and no limits judge it."""
    is_told = series.status.is_judged or series.direction is Direction.UNKNOWN
    return " ".join((*series.sentences, *(() if is_told else (_CAUTION,))))
