"""Figures that the window of the desk saved, as a workbook or as CSV."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import BLANK
from lfjb_desk.domain.read_models.figures.exported import HEADINGS, NO_MARKER, NOT_STATED
from lfjb_desk.importers.cells import text, words
from lfjb_desk.importers.extract import About, Extract, Layout, Source, check
from lfjb_desk.importers.figures import MeasureHint, RefusalKind
from lfjb_desk.importers.language.markers import UnreadableCellError, Value, read_value
from lfjb_desk.importers.language.periods import Period

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Grid
    from lfjb_desk.importers.figures import PlaceWord

_HEAD_ROWS = 40  # headings are looked for no further down
_HEADINGS = [words(heading) for heading in HEADINGS]
_AT = {heading: column for column, heading in enumerate(HEADINGS)}
_KINDS: dict[str, PlaceWord] = {
    "area": "area",
    "authority": "authority",
    "region": "region",
    "nation": "nation",
}
# A quote that was put before a text lest a spreadsheet program take it for a formula.
_QUOTED = re.compile(r"'+[=+\-@]")


def recognise(grid: Grid, _: Source) -> bool:
    """Tell whether a sheet has the headings of our own table."""
    return _head(grid) is not None


def read(grid: Grid, _: Source, into: Extract) -> None:
    """Read each row into its figure; the rows of a second publisher are refused."""
    head = _head(grid)
    assert head is not None  # noqa: S101 - recognise() found it
    for row in grid.filled():
        if row <= head:
            continue
        into.read += 1
        at = (row, _AT["Figure"])
        try:
            _check_publisher(_text_of(grid, row, "Publisher"), into)
            about, measure = _about(grid, row), _measure(grid, row)
            value = _value(grid, row)
            check(value, measure)
        except UnreadableCellError as error:
            into.refuse(grid, at, f"Row {row + 1} {error}.", RefusalKind.ROW)
        else:
            into.take(grid, at, measure, about, value)


def _check_publisher(publisher: str, into: Extract) -> None:
    into.publisher = into.publisher or publisher
    if publisher != into.publisher:
        raise UnreadableCellError(
            f"is published by {publisher}, and the rows before by {into.publisher}: save the "
            "figures of each publisher as a file of their own"
        )


def _head(grid: Grid) -> int | None:
    for row in range(min(len(grid.rows), _HEAD_ROWS)):
        if [words(cell) for cell in grid.rows[row][: len(_HEADINGS)]] == _HEADINGS:
            return row
    return None


def _text_of(grid: Grid, row: int, heading: str) -> str:
    """Return what a cell says, without the quote that our CSV puts before a formula's signs."""
    cell_text = grid.text(row, _AT[heading])
    cell_text = cell_text[1:] if _QUOTED.match(cell_text) else cell_text
    if not cell_text:
        raise UnreadableCellError(f"has nothing under {heading}")
    return "" if cell_text == NOT_STATED else cell_text


def _about(grid: Grid, row: int) -> About:
    kind = _KINDS.get(_text_of(grid, row, "Kind of place"))
    if kind is None:
        raise UnreadableCellError("has a kind of place that is not known here")
    first, last = _day(grid, row, "First day"), _day(grid, row, "Last day")
    if last < first:
        raise UnreadableCellError("has a period that ends before it starts")
    return About(
        _text_of(grid, row, "Place"), kind, Period(_text_of(grid, row, "Period"), first, last)
    )


def _day(grid: Grid, row: int, heading: str) -> date:
    try:
        return date.fromisoformat(text(grid.cell(row, _AT[heading])))
    except ValueError:
        raise UnreadableCellError(f"has no day under {heading}") from None


def _measure(grid: Grid, row: int) -> MeasureHint:
    code, name = _text_of(grid, row, "Measure code"), _text_of(grid, row, "Measure")
    return MeasureHint(code, name, unit=_text_of(grid, row, "Unit"), settled=False)


def _value(grid: Grid, row: int) -> Value:
    cell_text = grid.text(row, _AT["Figure"])
    cell = cell_text[1:] if _QUOTED.match(cell_text) else grid.cell(row, _AT["Figure"])
    value = Value(None, BLANK) if cell_text == BLANK else read_value(cell)
    marker = _text_of(grid, row, "Marker")
    if marker == NO_MARKER:
        return value
    if value.number is None or value.marker:
        raise UnreadableCellError("has a marker beside a marker")
    return Value(value.number, marker, value.percent)


LAYOUT = Layout(
    "Figures that this program saved",
    "figures that the window of this program saved as a workbook or as CSV",
    recognise,
    read,
)
