"""The table of the figures of a series, with its markers explained and its source beneath."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from lfjb_desk.domain.blocks import PaperColumn, Table
from lfjb_desk.domain.formatting import NOT_HELD, UNNAMED_UNITS, explained, number
from lfjb_desk.domain.read_models.figures.series import Frequency
from lfjb_desk.papers.parts.series_chart import category, peer_figures, shown, year_and_quarter
from lfjb_desk.papers.parts.sources import source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from lfjb_desk.domain.read_models.figures.series import Point, Series

MOST_YEARS = 4
"""Years of quarters in a table; older ones stay in the window."""


NEWEST = 5
"""Periods in a table of the newest: a year of quarters and the one a year before."""


class _Entry(NamedTuple):
    """What stands in a cell, and the marker in it that is explained under the table."""

    text: str
    marker: str | None = None

    @property
    def is_explained(self) -> bool:
        """Tell whether the note says what stands here: a marker, or that nothing is held."""
        return self.marker is not None or self.text == NOT_HELD


class _Row(NamedTuple):
    heads: tuple[str, ...]
    entries: tuple[_Entry, ...]


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
        title=f"{series.name}, {series.place}",
        description=f"{series.name} by {'year and quarter' if quarters else 'period'}.",
        columns=columns,
        rows=tuple((*row.heads, *(entry.text for entry in row.entries)) for row in rows),
        captioned=True,
        note=_note(measure.unit, [entry for row in rows for entry in row.entries]),
        source=source(series, points),
    )


def newest_table(series: Series) -> Table:
    """Return the newest figures alone, a period a column, where a paper has little room.

    What they are in stands in the title, so that a note is there for markers alone.
    """
    points = shown(series)[-NEWEST:]
    rows = [_Row((series.place,), tuple(_entry(series, p.value, p.marker) for p in points))]
    peer = peer_figures(series, points)
    if series.peer and any(value is not None for value, _ in peer):
        rows.append(_Row((series.peer.name,), tuple(_entry(series, *each) for each in peer)))
    unit = series.measure.unit
    in_unit = "" if unit in UNNAMED_UNITS else _unit(unit)
    periods = [category(series, point) for point in points]
    return Table(
        title=", ".join(part for part in (series.name, series.place, in_unit) if part),
        description=f"{series.name} by place and period, the newest periods alone.",
        columns=(
            PaperColumn("Place", 4.3, bold=True),
            *(PaperColumn(period, 12.5 / len(points), figures=True) for period in periods),
        ),
        rows=tuple((*row.heads, *(entry.text for entry in row.entries)) for row in rows),
        captioned=True,
        note=_marked([entry for row in rows for entry in row.entries], first=True),
        source=source(series, points),
    )


def _note(unit: str, entries: Sequence[_Entry]) -> str:
    """Return what the figures are in, and what each marker of the table means."""
    sentences = [] if unit in UNNAMED_UNITS else [f"Figures are {_unit(unit)}."]
    return " ".join(part for part in (*sentences, _marked(entries, first=not sentences)) if part)


def _marked(entries: Sequence[_Entry], *, first: bool) -> str:
    """Return what each marker of a table means; `first` where nothing stands before it.

    A dash that a paragraph begins with would read as one of a list that was typed by hand.
    """
    marked = explained(entry.marker for entry in entries if entry.is_explained)
    text = " ".join(f"{words}." for words in marked)
    return f"The sign {text}" if first and text.startswith(NOT_HELD) else text


def _unit(unit: str) -> str:
    return "percentages" if unit == "%" else f"in {unit}"


def _entry(series: Series, value: Decimal | None, marker: str | None = None) -> _Entry:
    if value is None:
        return _Entry(marker or NOT_HELD, marker)
    text = number(value, series.measure.decimals)
    return _Entry(f"{text} {marker}" if marker else text, marker)


def _by_quarter(
    series: Series, points: Sequence[Point]
) -> tuple[tuple[PaperColumn, ...], list[_Row]]:
    peer = dict(zip(points, peer_figures(series, points), strict=True)) if series.peer else {}
    peered = any(value is not None for value, _ in peer.values())
    columns = [PaperColumn("Year", 2.6 if peered else 4.0, bold=True)]
    columns += [PaperColumn("Place", 5.0)] if peered else []
    width = 2.3 if peered else 3.2
    columns += [PaperColumn(f"Q{quarter}", width, figures=True) for quarter in range(1, 5)]
    rows = []
    for year, group in groupby(points, key=lambda point: year_and_quarter(series, point)[0]):
        of_year = {year_and_quarter(series, point)[1]: point for point in group}
        own = {
            quarter: _entry(series, point.value, point.marker) for quarter, point in of_year.items()
        }
        rows.append(_Row((year, series.place) if peered else (year,), _quarters(own)))
        if peered and series.peer:
            nation = {quarter: _entry(series, *peer[point]) for quarter, point in of_year.items()}
            rows.append(_Row((year, series.peer.name), _quarters(nation)))
    return tuple(columns), rows


def _quarters(entries: Mapping[int, _Entry]) -> tuple[_Entry, ...]:
    """Return the four quarters of a year, with a mark for each that is not held."""
    return tuple(entries.get(quarter, _Entry(NOT_HELD)) for quarter in range(1, 5))


def _by_period(
    series: Series, points: Sequence[Point]
) -> tuple[tuple[PaperColumn, ...], list[_Row]]:
    peer = peer_figures(series, points)
    peered = any(value is not None for value, _ in peer)
    columns = [PaperColumn("Period", 5.6, bold=True), PaperColumn(series.place, 5.6, figures=True)]
    if peered and series.peer:
        columns.append(PaperColumn(series.peer.name, 5.6, figures=True))
    rows = []
    for index, point in enumerate(points):
        entries = [_entry(series, point.value, point.marker)]
        entries += [_entry(series, *peer[index])] if peered else []
        rows.append(_Row((category(series, point),), tuple(entries)))
    return tuple(columns), rows
