"""Family Court Statistics Quarterly, the tables workbook: national figures, table by table.

Every table of the workbook is recognised, in its accessible and in its older styled form. Those
without figures that a board reads are listed as not used, each with its reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.nations import ENGLAND_AND_WALES
from lfjb_desk.domain.common.publishers import FCSQ
from lfjb_desk.importers.cells import Grid, place, text
from lfjb_desk.importers.extract import About, Extract, Layout, Published, Source
from lfjb_desk.importers.figures import RefusalKind
from lfjb_desk.importers.language.markers import UnreadableCellError
from lfjb_desk.importers.language.periods import PeriodError
from lfjb_desk.importers.layouts.fcsq.columns import measure_of, topic_of, unused_of
from lfjb_desk.importers.layouts.fcsq.notes import explained, notes_for
from lfjb_desk.importers.layouts.fcsq.rows import Periods, whole_year
from lfjb_desk.importers.layouts.fcsq.sheets import (
    FcsqSheet,
    find_sheet,
    heading,
    is_heading,
    is_year,
    title_of,
)
from lfjb_desk.importers.tables.shares import add_share, factor_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lfjb_desk.importers.figures import MeasureHint
    from lfjb_desk.importers.layouts.fcsq.topics import Topic

_NUMBERED = re.compile(r"table \d+[a-z]?\b")
_COUNTS = re.compile(  # what a column says that only breaks a count down, or remarks on it
    r"\b(applications?|orders?|disposals?|cases|children|parties|age|duration|weeks|notes?|total)\b|%"
)
_LABEL = 80  # letters of a label that are looked at and shown
_NO_COLUMN = "none of its columns holds a measure that is known here"


@dataclass(frozen=True, slots=True)
class _KnownTable:
    """A table that is understood: the measure of each column, by what a row names."""

    sheet: FcsqSheet
    topic: Topic
    measures: dict[tuple[str, ...], dict[int, MeasureHint]]
    alike: tuple[int, ...]
    """Columns of which two name one measure; neither is taken."""

    @property
    def columns(self) -> list[int]:
        """Return the columns that hold a measure in some row."""
        return sorted({column for columns in self.measures.values() for column in columns})


def recognise(grid: Grid, _: Source) -> bool:
    """Tell whether the sheet is a table of the workbook, whether or not figures are taken."""
    title = title_of(grid)
    if not title:
        return False
    numbered = any(_NUMBERED.match(line) for line in title)
    if numbered and (topic := topic_of(title)) and topic.unused:
        return True
    sheet = find_sheet(grid)
    topic = _topic(title, sheet)
    if topic is None or sheet is None:
        return False
    return numbered or not (unused_of(sheet, topic) or _not_understood(_table(grid, sheet, topic)))


def read(grid: Grid, source: Source, into: Extract) -> None:
    """Read every annual and quarterly row into its figures for England and Wales."""
    sheet = find_sheet(grid)
    topic = _topic(title_of(grid), sheet)
    assert topic is not None  # noqa: S101 - recognise() found it
    into.publisher = FCSQ
    reason = topic.unused if sheet is None else unused_of(sheet, topic)
    if sheet is not None and not reason:
        table = _table(grid, sheet, topic)
        reason = _not_understood(table)
        if not reason:
            _read(grid, _explained(grid, table, source), into)
            return
    into.unused = f"about {topic.name}, {reason}"


def _topic(title: tuple[str, ...], sheet: FcsqSheet | None) -> Topic | None:
    if sheet is None:
        return topic_of(title)
    return topic_of(sheet.title, (part for parts in sheet.headings.values() for part in parts))


def _table(grid: Grid, sheet: FcsqSheet, topic: Topic) -> _KnownTable:
    measures: dict[tuple[str, ...], dict[int, MeasureHint]] = {}
    alike: set[int] = set()
    for named in {_named(grid, sheet, row) for row in _rows(grid, sheet)}:
        by_column = {
            column: measure
            for column, parts in sheet.headings.items()
            if all(named) and (measure := measure_of(topic, named, parts))
        }
        codes = [measure.code for measure in by_column.values()]
        alike |= {column for column, measure in by_column.items() if codes.count(measure.code) > 1}
        measures[named] = by_column
    return _KnownTable(
        sheet,
        topic,
        {
            n: {c: m for c, m in by_column.items() if c not in alike}
            for n, by_column in measures.items()
        },
        tuple(sorted(alike)),
    )


def _explained(grid: Grid, table: _KnownTable, source: Source) -> _KnownTable:
    """Return the table with what the publisher's notes say of its measures."""
    notes, numbers = notes_for(grid, source.sheets), table.sheet.notes
    measures = {
        named: {c: explained(measure, numbers[c], notes) for c, measure in by_column.items()}
        for named, by_column in table.measures.items()
    }
    return replace(table, measures=measures)


def _not_understood(table: _KnownTable) -> str:
    """Return why no figure can be taken though the table is of a known kind, or nothing."""
    if not table.columns:
        return _NO_COLUMN
    for column, parts in table.sheet.headings.items():
        phrase = " ".join(parts)
        if column not in {*table.columns, *table.alike} and not _COUNTS.search(phrase):
            return f"broken down by \u201c{phrase}\u201d, which is not known here"
    return ""


def _rows(grid: Grid, sheet: FcsqSheet) -> Iterator[int]:
    """Yield the rows of the table that name a year or a quarter beside what they count."""
    for row in range(sheet.body, len(grid.rows)):
        if is_year(grid.text(row, sheet.year)) or grid.text(row, sheet.quarter):
            yield row


def _named(grid: Grid, sheet: FcsqSheet, row: int) -> tuple[str, ...]:
    """Return what a row says of all its figures; without a column for it, what the sheet says."""
    if not sheet.dimensions:
        return sheet.chosen
    return tuple(heading(grid.cell(row, column)) for column in sheet.dimensions)


def _read(grid: Grid, table: _KnownTable, into: Extract) -> None:
    _say_columns(grid, table, into)
    sheet, columns, remarks = table.sheet, table.columns, list[int]()
    rows = (row for row in range(sheet.body, len(grid.rows)) if is_year(grid.text(row, sheet.year)))
    periods = Periods(whole_year(grid.text(row, sheet.quarter)[:_LABEL] for row in rows))
    factors = _factors(grid, table)
    for row in (r for r in grid.filled() if r >= sheet.body):
        if not _is_data(grid, table, row, columns):
            remarks.append(row)
            continue
        into.read += 1
        try:
            named, about = _about(grid, table, row, periods)
        except (PeriodError, UnreadableCellError) as error:
            into.refuse(grid, (row, sheet.year), f"Row {row + 1}: {error}.", RefusalKind.ROW)
            continue
        for column, measure in table.measures[named].items():
            if column in factors:
                add_share(grid, (row, column), measure, about, factors[column], into)
            else:
                into.add(grid, (row, column), measure, about)
    _say_remarks(grid, remarks, into)


def _factors(grid: Grid, table: _KnownTable) -> dict[int, int | None]:
    """Return what makes the shares of each column of shares percentages."""
    measures = (pair for columns in table.measures.values() for pair in columns.items())
    body = range(table.sheet.body, len(grid.rows))
    return {
        column: factor_of(
            grid,
            (grid.cell(row, column) for row in body),
            " ".join(table.sheet.headings[column]),
        )
        for column in {column for column, measure in measures if measure.unit == "%"}
    }


def _is_data(grid: Grid, table: _KnownTable, row: int, columns: list[int]) -> bool:
    sheet = table.sheet
    if is_heading(grid, row, sheet):
        return False  # the headings again
    return is_year(grid.text(row, sheet.year)) or any(grid.text(row, column) for column in columns)


def _about(
    grid: Grid, table: _KnownTable, row: int, periods: Periods
) -> tuple[tuple[str, ...], About]:
    """Return what a row names, and what its figures are about.

    Raises:
        PeriodError: when it does not name a period.
        UnreadableCellError: when what it counts is missing or not known.
    """
    sheet = table.sheet
    named = _named(grid, sheet, row)
    if not table.measures.get(named):
        labels = " ".join(grid.text(row, column)[:_LABEL] for column in sheet.dimensions)
        raise UnreadableCellError(
            f"\u201c{labels}\u201d is nothing that this table is known to count"
            if labels
            else "it does not say what it counts"
        )
    year, quarter = (grid.text(row, c)[:_LABEL] for c in (sheet.year, sheet.quarter))
    if not quarter and not any(grid.text(row, column) for column in table.columns):
        raise PeriodError(f"it names {year} and holds no figure")
    return named, About(ENGLAND_AND_WALES, "nation", periods.of(year, quarter, named))


def _say_columns(grid: Grid, table: _KnownTable, into: Extract) -> None:
    """List the columns that are not taken, and why those are not that read alike."""
    sheet = table.sheet
    taken = {*table.columns, *table.alike}
    left = [" ".join(parts) for column, parts in sheet.headings.items() if column not in taken]
    if left:
        into.notes.append(
            f"{_sheet(grid)}columns not used, counted elsewhere or broken down further: "
            f"{'; '.join(left)}."
        )
    for column in table.alike:
        into.refuse(
            grid,
            (sheet.first, column),
            f"Column {place(0, column)[:-1]} reads like another one of this table: "
            f"\u201c{' '.join(sheet.headings[column])}\u201d; neither was taken.",
            RefusalKind.HEADING,
        )


def _say_remarks(grid: Grid, rows: list[int], into: Extract) -> None:
    """List the lines between and beneath the figures, which are no rows of the table."""
    if not rows:
        return
    quoted = " to ".join(
        f"\u201c{_line(grid, row)}\u201d" for row in dict.fromkeys(rows[:: len(rows) - 1 or 1])
    )
    numbers = ", ".join(str(row + 1) for row in rows)
    what = "a note" if len(rows) == 1 else "notes"
    into.notes.append(
        f"Read as {what}: {_sheet(grid)}row{'s' * (len(rows) > 1)} {numbers}, {quoted}."
    )


def _sheet(grid: Grid) -> str:
    return f"{grid.title}, " if grid.title else ""


def _line(grid: Grid, row: int) -> str:
    return " ".join(filter(None, map(text, grid.rows[row])))[:120]


LAYOUT = Layout(
    "FCSQ tables",
    "the FCSQ tables workbook (its sheets called Table_1, Table_2 and on, with a year and a "
    "quarter in each row)",
    recognise,
    read,
    family="FCSQ",
    published=Published.ALWAYS,
)
