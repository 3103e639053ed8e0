"""Writes a book as an accessible .xlsx file.

XlsxWriter is used alone: gptables, which lays statistical tables out on top of it, has neither
locked cells nor the checks on entry that a sheet to be filled in needs.
"""

from __future__ import annotations

import io
import textwrap
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from lfjb_desk.sheets.model import (
    Book,
    Cell,
    EntryCell,
    Number,
    SheetColumn,
    SheetNotWrittenError,
    TableSheet,
    check,
)
from lfjb_desk.sheets.tags import TITLE_SIZE, tagged

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FONT = {"font_name": "Arial", "font_size": 12, "valign": "top"}
_LETTERS = 0.95  # letters of the font that fit where one of the standard font would
_LINE, _HIGHEST = 16, 400  # points: a line of text, and what a row may have at most
_A4 = 9  # the number by which a workbook knows the size of paper
_FIRST_WIDTH = 44  # letters: column A holds the lines above the table too, wrapped
CONTENTS = "Contents"
_FREE = {"select_locked_cells": True, "select_unlocked_cells": True, "format_columns": True}


@dataclass(frozen=True)
class _Formats:
    """The few looks that a book has; none of them says anything by itself."""

    title: Any
    text: Any
    heading: Any
    link: Any
    entry: Any
    numbers: dict[int, Any]


def to_bytes(book: Book) -> bytes:
    """Return the book as the bytes of an .xlsx file; the same book gives the same bytes.

    Raises:
        SheetNotWrittenError: when it could not be read by everyone, or not be written whole.
    """
    check(book)
    out = io.BytesIO()
    made: Any = xlsxwriter.Workbook(out, _OPTIONS)
    made.set_properties(
        {
            "title": book.title,
            "subject": book.subject,
            "author": book.author,
            "created": book.created.replace(tzinfo=None),
        }
    )
    formats = _formats(made, book)
    for sheet in (_cover(book), _contents(book), _notes(book), *book.tables):
        _write(made, sheet, formats, locked=book.locked)
    made.close()
    return tagged(out.getvalue())


def _formats(made: Any, book: Book) -> _Formats:
    wrapped = {**_FONT, "text_wrap": True}
    decimals = {
        cell.decimals
        for table in book.tables
        for row in table.rows
        for cell in row
        if isinstance(cell, Number)
    }
    return _Formats(
        title=made.add_format({**_FONT, "bold": True, "font_size": TITLE_SIZE}),
        text=made.add_format(wrapped),
        heading=made.add_format({**wrapped, "bold": True, "bottom": 1}),
        link=made.add_format({**wrapped, "underline": 1, "font_color": "#12436D"}),
        entry=made.add_format({**wrapped, "border": 1, "locked": False, "align": "right"}),
        numbers={
            places: made.add_format({**_FONT, "num_format": _number_format(places)})
            for places in decimals
        },
    )


def _number_format(places: int) -> str:
    return f"#,##0.{'0' * places}" if places else "#,##0"


def _cover(book: Book) -> TableSheet:
    columns = (SheetColumn("What it is", 28), SheetColumn("In this workbook", 70))
    return TableSheet("Cover", book.title, book.lines, columns, book.facts)


def _contents(book: Book) -> TableSheet:
    rows = [("Notes", "Notes to the tables"), *((table.name, table.title) for table in book.tables)]
    return TableSheet(
        CONTENTS,
        "Contents",
        ("Each line of this table names a sheet of this workbook and links to it.",),
        (SheetColumn("Sheet", 18), SheetColumn("What it holds", 80)),
        tuple(rows),
    )


def _notes(book: Book) -> TableSheet:
    return TableSheet(
        "Notes",
        "Notes",
        ("The words note and a number in square brackets refer to this table.",),
        (SheetColumn("Note", 12), SheetColumn("What it says", 90)),
        tuple((f"note {number}", text) for number, text in enumerate(book.notes, 1)),
    )


def _write(made: Any, sheet: TableSheet, formats: _Formats, *, locked: bool) -> None:
    page = made.add_worksheet(sheet.name)
    page.write_string(0, 0, sheet.title, formats.title)
    page.set_row(0, TITLE_SIZE + _LINE // 2)
    widths = [column.width for column in sheet.columns]
    widths[0] = max(widths[0], _FIRST_WIDTH)
    for number, line in enumerate(sheet.lines, 1):
        page.write_string(number, 0, line, formats.text)
        page.set_row(number, _height([line], widths))
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    head = len(sheet.lines) + 1
    _write_table(page, sheet, head, formats)
    headings = tuple(column.heading for column in sheet.columns)
    for number, row in enumerate((headings, *sheet.rows), head):
        page.set_row(number, _height(row, widths))
    if locked:
        page.protect("", _FREE)
    page.set_selection(0, 0, 0, 0)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)  # printed, a table is as wide as the page and as long as it needs


def _height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """Return how high a row is, in points; not every program works that out from its words."""
    lines = [
        len(textwrap.wrap(cell, max(1, int(width * _LETTERS)))) if isinstance(cell, str) else 1
        for cell, width in zip(row, widths, strict=False)
    ]
    return min(_LINE * max(lines), _HIGHEST)


def _write_table(page: Any, sheet: TableSheet, head: int, formats: _Formats) -> None:
    headings = [
        {"header": column.heading, "header_format": formats.heading} for column in sheet.columns
    ]
    options = {
        "name": f"{sheet.name}_data",
        "columns": headings,
        "autofilter": False,
        "banded_rows": False,
        "style": None,
        "title": sheet.title,
    }
    page.add_table(head, 0, head + len(sheet.rows), len(sheet.columns) - 1, options)
    for row, cells in enumerate(sheet.rows, head + 1):
        for column, cell in enumerate(cells):
            if sheet.name == CONTENTS and column == 0:
                page.write_url(row, 0, f"internal:'{cell}'!A1", formats.link, str(cell))
            else:
                _write_cell(page, (row, column), cell, formats)
    _check_entries(page, sheet, head + 1)


def _check_entries(page: Any, sheet: TableSheet, first: int) -> None:
    """Have each run of cells alike checked as it is filled in, by one rule for the run."""
    for column in range(len(sheet.columns)):
        cells = enumerate((row[column] for row in sheet.rows), first)
        for cell, run in groupby(cells, key=itemgetter(1)):
            if isinstance(cell, EntryCell):
                rows = [row for row, _ in run]
                top = xl_rowcol_to_cell(rows[0], column)
                page.data_validation(rows[0], column, rows[-1], column, _taking(cell, top))


def _write_cell(page: Any, at: tuple[int, int], cell: Cell, formats: _Formats) -> None:
    if isinstance(cell, str):
        page.write_string(*at, cell, formats.text)
    elif isinstance(cell, Number):
        page.write_number(*at, _exact(cell.value), formats.numbers[cell.decimals])
    else:
        page.write_blank(*at, None, formats.entry)


def _taking(entry: EntryCell, name: str) -> dict[str, str]:
    return {
        "validate": "custom",
        "value": entry.formula.replace("{cell}", name),
        "input_title": entry.title,
        "input_message": entry.prompt,
        "error_title": "Not taken",
        "error_message": entry.fault,
    }


def _exact(value: Decimal) -> float:
    """Return a number as a workbook keeps it.

    Raises:
        SheetNotWrittenError: when some of its digits would be lost.
    """
    kept = float(value)
    if not value.is_finite() or Decimal(repr(kept)) != value:
        raise SheetNotWrittenError(
            f"{value} has more digits than a workbook can keep. No file was made; save the "
            "figures as CSV instead."
        )
    return kept
