"""A plain long table: area, period, measure and value, one figure to a row, in any order."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from lfjb_desk.domain.common.publishers import CAFCASS, FCSQ
from lfjb_desk.importers.cells import Grid, text, words
from lfjb_desk.importers.extract import Extract, Layout, Source
from lfjb_desk.importers.figures import MeasureHint, RefusalKind
from lfjb_desk.importers.language.markers import UnreadableCellError
from lfjb_desk.importers.language.periods import PeriodError, period_convention
from lfjb_desk.importers.tables.columns import (
    TableColumns,
    about,
    begins_another,
    check_first,
    check_whole,
    check_width,
    find_columns,
    is_note,
    period_label,
    read_marked,
)
from lfjb_desk.importers.tables.rows import as_note
from lfjb_desk.importers.tables.scales import refuse_scaled
from lfjb_desk.importers.tables.values import PERCENT

_SCALED_UNITS = frozenset(("thousand", "thousands", "000s", "000", "million", "millions"))
_KINDS_OF_CASE = frozenset(("case type", "type of case", "type", "law", "jurisdiction", "category"))
_PUBLISHERS = {"cafcass": CAFCASS, "fcsq": FCSQ, "moj": FCSQ, "ministry of justice": FCSQ}


def _find(grid: Grid) -> TableColumns | None:
    return find_columns(grid, "measure", "value")


def recognise(grid: Grid, _: Source) -> bool:
    """Tell whether one row of headings names a place, a period, a measure and a value."""
    return _find(grid) is not None


def read(grid: Grid, _: Source, into: Extract) -> None:
    """Read every row into its figure."""
    columns = _find(grid)
    assert columns is not None  # noqa: S101 - recognise() found them
    if refuse_scaled(grid, into):
        return
    if columns.unused:
        into.notes.append(f"Columns not used: {', '.join(columns.unused.values())}.")
    body = [row for row in grid.filled() if row > columns.head]
    into.publisher = into.publisher or _publisher(grid, columns, body)
    labels = [period_label(grid, row, columns) for row in body]
    known = replace(period_convention(labels, into.publisher), monthly=columns.monthly)
    signed = _signed(grid, columns, body)
    other = ""
    for row in body:
        if is_note(grid, row):
            other = other or begins_another(grid, row)
            line = text(next(cell for cell in grid.rows[row] if text(cell)))
            into.notes.append(as_note(row, line))
            continue
        into.read += 1
        try:
            check_width(grid, row, columns)
            check_first(other)
            check_whole(grid, row, columns, _KINDS_OF_CASE)
            subject = about(grid, row, columns, known)
            measure = _measure(grid, row, columns, signed)
            value = read_marked(grid, row, columns, measure)
        except (PeriodError, UnreadableCellError) as error:
            into.refuse(
                grid, (row, columns.at["value"]), f"Row {row + 1} {error}.", RefusalKind.ROW
            )
        else:
            into.take(grid, (row, columns.at["value"]), measure, subject, value)


def _publisher(grid: Grid, columns: TableColumns, body: list[int]) -> str:
    """Return who published the figures, where a column or the lines above the table say so."""
    above = " ".join(words(cell) for row in grid.rows[: columns.head] for cell in row)
    names = (
        {words(grid.cell(row, columns.at["publisher"])) for row in body} - {""}
        if ("publisher" in columns.at)
        else {name for name in ("cafcass", "fcsq") if name in above.split()}
    )
    known = {_PUBLISHERS.get(name, "") for name in names}
    return known.pop() if len(known) == 1 else ""


def _signed(grid: Grid, columns: TableColumns, body: list[int]) -> dict[str, set[bool]]:
    """Return by measure whether its numbers stand with a per cent sign, without, or both."""
    signs: dict[str, set[bool]] = defaultdict(set)
    for row in body:
        figure = grid.text(row, columns.at["value"])
        if any(c.isdigit() for c in figure):
            signs[grid.text(row, columns.at["measure"])].add("%" in figure)
    return signs


def _measure(
    grid: Grid, row: int, columns: TableColumns, signed: dict[str, set[bool]]
) -> MeasureHint:
    label = grid.text(row, columns.at["measure"])
    if not label:
        raise UnreadableCellError("does not name its measure")
    unit = grid.text(row, columns.at["unit"]) if "unit" in columns.at else ""
    if words(unit) in _SCALED_UNITS:
        raise UnreadableCellError(f"counts in {unit}: write the figure out in full")
    if re.search(PERCENT, f"{label} {unit}".casefold()) or signed[label] == {True}:
        unit = "%"
    elif True in signed[label] and "%" in grid.text(row, columns.at["value"]):
        raise UnreadableCellError("has a % sign, and other figures of its measure have none")
    return MeasureHint(label, label, unit=unit, settled=False)


LAYOUT = Layout(
    "A plain table of area, period, measure and value",
    "a plain table (a heading row with area, period, measure and value, one figure to a row)",
    recognise,
    read,
    general=True,
)
