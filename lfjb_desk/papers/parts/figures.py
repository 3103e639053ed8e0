"""Figures in a paper: a claim, the measure, a native chart, two sentences, a table, a source."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import (
    MessageTitle,
    PaperColumn,
    Paragraph,
    Style,
    Table,
)
from lfjb_desk.domain.formatting import (
    MISSING,
    figure,
    marker_words,
    months,
    number,
)
from lfjb_desk.domain.read_models.figures.series import Direction, Frequency
from lfjb_desk.domain.read_models.figures.status import Judgement
from lfjb_desk.papers.parts.common import NOTHING, bold, lower_first, shorter, titled
from lfjb_desk.papers.parts.control_lines import rules_words
from lfjb_desk.papers.parts.series_chart import (
    axis_low,
    category,
    chart,
    charted,
    peer_values,
    shown,
    year_and_quarter,
)
from lfjb_desk.papers.parts.sources import source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from lfjb_desk.domain.blocks import Block
    from lfjb_desk.domain.read_models.figures.narratives import ShownNarrative
    from lfjb_desk.domain.read_models.figures.series import Point, Series


MOST_YEARS = 4
"""Years of quarters in a table; older ones stay in the window."""
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
    height_cm: float = 7.2,
    most_years: int = MOST_YEARS,
) -> tuple[Block, ...]:
    """Return all that a paper says of one series; `elsewhere` when it is not the area's own."""
    place = series.place if elsewhere else ""
    blocks: list[Block] = [
        MessageTitle(claim(series, place), anchor),
        Paragraph(measure_line(series), Style.MEASURE),
    ]
    if charted(series):
        blocks.append(chart(series, flags(series, _closed(series)), height_cm))
        rules = rules_words(series)
        blocks += [Paragraph(rules, Style.SOURCE)] if rules else []
    blocks += narrative_blocks(narrative) if narrative else [Paragraph(sentences(series))]
    blocks.append(table(series, most_years))
    return tuple(blocks)


def _closed(series: Series) -> list[tuple[date, str]]:
    return [(mark.closed, mark.ref) for mark in series.marks]


def flags(series: Series, closed: Iterable[tuple[date, str]]) -> tuple[tuple[int, str], ...]:
    """Return the places of the periods shown in which actions were closed, with a reference."""
    done = list(closed)
    found = []
    for place, point in enumerate(shown(series)):
        refs = [ref for day, ref in done if point.start <= day <= point.end]
        more = f" +{len(refs) - 1}" if refs[1:] else ""
        found += [(place, f"{refs[0]}{more}")] if refs else []
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
    """Return what the figure did, in at most 60 characters and without a cause."""
    name = shorter(series.measure.name)
    measure, latest = series.measure, series.latest
    value = figure(latest.value, measure.unit, measure.decimals, latest.marker)
    if latest.value is None:
        return titled(f"{name}: no newest figure", "The newest figure is not available")
    said = _said(series, name, value)
    if not place:
        return titled(said, f"{name}: {value}", f"The newest figure is {value}")
    # Another place's figure is never told without its name, or it would pass for the area's own.
    here = f"{place}: {lower_first(name)}, {value}"
    return titled(f"{place}: {lower_first(said)}", here, f"{place}: {value}")


def _said(series: Series, name: str, value: str) -> str:
    """Return what the figure did: by its signal where limits judge it, else by its last move."""
    signal = series.status.signal
    if signal is not None:
        return f"{name}: {value} and {'rising' if signal.high else 'falling'}"
    if series.status.judgement is Judgement.NO_CHANGE:
        return f"{name}: {value}, no change"
    moved = _MOVED.get(series.direction)
    return f"{name} {moved} {value}" if moved else f"{name}: {value}"


def measure_line(series: Series) -> str:
    """Return what is measured, where, for which periods, and where the axis starts."""
    points = shown(series)
    kind = {
        Frequency.MONTH: "each month",
        Frequency.QUARTER: "each quarter",
        Frequency.YEAR: "each year",
    }
    every = kind.get(series.series_key.frequency, "each period") if points[1:] else "one period"
    span = months(points[0].start, points[-1].end) if points else "no period"
    said = f"{series.measure.name}, {series.place}, {every}, {span}."
    if not charted(series):
        return f"{said} Too few figures for a chart."
    low = axis_low(series)
    unit = series.measure.unit
    return f"{said} The axis starts at {figure(low, unit, _plain_decimals(low))}."


def _plain_decimals(value: Decimal) -> int:
    return 0 if value == value.to_integral_value() else 1


def sentences(series: Series) -> str:
    """Return what the figures say, with a caution where they moved and no limits judge it."""
    is_told = series.status.is_judged or series.direction is Direction.UNKNOWN
    return " ".join((*series.sentences, *(() if is_told else (_CAUTION,))))


def table(series: Series, most_years: int = MOST_YEARS) -> Table:
    """Return the figures as a captioned table with markers explained and the source under it.

    Quarters stand by whole years, the newest `most_years` of those shown.
    """
    points = shown(series)
    quarters = series.series_key.frequency is Frequency.QUARTER
    if quarters:
        years = [year_and_quarter(series, point)[0] for point in points]
        wanted = set(list(dict.fromkeys(years))[-most_years:])
        points = tuple(p for p in series.points if year_and_quarter(series, p)[0] in wanted)
    columns, rows = (_by_quarter if quarters else _by_period)(series, points)
    measure = series.measure
    return Table(
        title=f"{measure.name}, {series.place}",
        description=f"{measure.name} by {'year and quarter' if quarters else 'period'}.",
        columns=columns,
        rows=rows,
        captioned=True,
        note=_note(series, points, rows),
        source=source(series, points),
    )


def _note(series: Series, points: Sequence[Point], rows: Rows) -> str:
    """Return what the figures are in, and what each marker of the table means."""
    cells = [cell for row in rows for cell in row[1:]]
    marks = sorted({mark for cell in cells for mark in re.findall(r"\[\w+\]", cell)})
    marks += sorted({p.marker for p in points if p.marker and p.marker not in marks})
    unit = series.measure.unit
    said = [] if unit in {"rate", "ratio", ""} else [f"Figures are {_unit(unit)}."]
    said += [f"{marker_words(mark)}." for mark in marks]
    said += [f"{NOTHING} means not published yet."] if NOTHING in cells else []
    return " ".join(said)


def _unit(unit: str) -> str:
    return "percentages" if unit == "%" else f"in {unit}"


def _value(series: Series, value: Decimal | None, marker: str | None) -> str:
    said = MISSING if value is None else number(value, series.measure.decimals)
    if value is None and marker:
        return marker
    return f"{said} {marker}" if marker else said


Rows = tuple[tuple[str, ...], ...]


def _by_quarter(series: Series, points: Sequence[Point]) -> tuple[tuple[PaperColumn, ...], Rows]:
    peer = dict(zip(points, peer_values(series, points), strict=True)) if series.peer else {}
    peered = any(value is not None for value in peer.values())
    columns = [PaperColumn("Year", 2.6 if peered else 4.0, bold=True)]
    columns += [PaperColumn("Place", 5.0)] if peered else []
    width = 2.3 if peered else 3.2
    columns += [PaperColumn(f"Q{quarter}", width, figures=True) for quarter in range(1, 5)]
    rows = []
    for year, held in groupby(points, key=lambda point: year_and_quarter(series, point)[0]):
        of_year = {year_and_quarter(series, point)[1]: point for point in held}
        cells = [
            _value(series, of_year[quarter].value, of_year[quarter].marker)
            if quarter in of_year
            else _absent(of_year, quarter)
            for quarter in range(1, 5)
        ]
        rows.append((year, series.place, *cells) if peered else (year, *cells))
        if peered and series.peer:
            named = [
                _value(series, peer.get(of_year[quarter]), None)
                if quarter in of_year
                else _absent(of_year, quarter)
                for quarter in range(1, 5)
            ]
            rows.append((year, series.peer.name, *named))
    return tuple(columns), tuple(rows)


def _absent(of_year: Mapping[int, Point], quarter: int) -> str:
    """Return what stands for a quarter without a point: not yet published, or never held."""
    return NOTHING if quarter > max(of_year) else MISSING


def _by_period(series: Series, points: Sequence[Point]) -> tuple[tuple[PaperColumn, ...], Rows]:
    peer = peer_values(series, points)
    peered = any(value is not None for value in peer)
    columns = [PaperColumn("Period", 5.6, bold=True), PaperColumn(series.place, 5.6, figures=True)]
    if peered and series.peer:
        columns.append(PaperColumn(series.peer.name, 5.6, figures=True))
    rows = []
    for place, point in enumerate(points):
        row = [category(series, point), _value(series, point.value, point.marker)]
        rows.append((*row, _value(series, peer[place], None)) if peered else tuple(row))
    return tuple(columns), tuple(rows)
