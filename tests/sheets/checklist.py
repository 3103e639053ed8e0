"""The accessibility checklist for spreadsheets, as far as a program can go through it."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import openpyxl
from openpyxl.utils import range_boundaries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SIGN_OF_A_NOTE = re.compile(r"[*†‡§¹²³⁴]")


def faults(data: bytes, *, to_fill_in: bool = False) -> list[str]:
    """Return which of the checks a workbook fails; cells to fill in may be empty."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    names = {name for name, check in CHECKS.items() if not check(book)}
    if not to_fill_in and list(empty_cells(book)):
        names.add("no cell of a table is empty")
    if to_fill_in and not all(explained(sheet) for sheet in book.worksheets[3:]):
        names.add("blank cells are explained above the table")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names |= {name for name, part in PARTS.items() if not part(parts)}
    return sorted(names)


def bounds(sheet: Worksheet) -> tuple[int, int, int, int]:
    (table,) = sheet.tables.values()
    left, top, right, bottom = range_boundaries(table.ref)
    assert left
    assert top
    assert right
    assert bottom
    return left, top, right, bottom


def headings(sheet: Worksheet) -> list[str]:
    left, top, right, _ = bounds(sheet)
    return [str(sheet.cell(top, column).value or "") for column in range(left, right + 1)]


def empty_cells(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        left, top, right, bottom = bounds(sheet)
        for row in sheet.iter_rows(top, bottom, left, right):
            yield from (f"{sheet.title}!{c.coordinate}" for c in row if c.value in (None, ""))


def explained(sheet: Worksheet) -> bool:
    _, top, _, _ = bounds(sheet)
    return any("blank" in str(sheet.cell(row, 1).value) for row in range(1, top))


def lines_above(sheet: Worksheet) -> list[object]:
    _, top, _, _ = bounds(sheet)
    return [sheet.cell(row, 1).value for row in range(1, top)]


def every(check: Callable[[Worksheet], bool]) -> Callable[[Workbook], bool]:
    return lambda book: all(check(sheet) for sheet in book.worksheets)


def texts(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from (cell.value for cell in row if isinstance(cell.value, str))


def wrapped(sheet: Worksheet) -> bool:
    return all(
        cell.alignment.wrap_text
        for row in sheet.iter_rows(min_row=2)
        for cell in row
        if isinstance(cell.value, str)
    )


def titled(sheet: Worksheet) -> bool:
    return bool(sheet["A1"].value) and sheet["A1"].style == "Heading 1"


def links(book: Workbook) -> bool:
    rows = list(book["Contents"].iter_rows(min_row=4, max_col=1))
    return all(
        cell.hyperlink is not None and cell.value in book.sheetnames
        for (cell,) in rows
        if cell.value
    ) and bool(rows)


CHECKS: dict[str, Callable[[Workbook], bool]] = {
    "each sheet has one marked-up table": every(lambda s: len(s.tables) == 1),
    "no cell is merged": every(lambda s: not s.merged_cells.ranges),
    "each table has one row of headings": every(
        lambda s: all(table.headerRowCount == 1 for table in s.tables.values())
    ),
    "headings are unique and filled": every(
        lambda s: all(headings(s)) and len(set(headings(s))) == len(headings(s))
    ),
    "tables start at the left edge": every(lambda s: bounds(s)[0] == 1),
    "nothing stands below or beside a table": every(
        lambda s: (s.max_column, s.max_row) == bounds(s)[2:]
    ),
    "no row above a table is empty": every(lambda s: all(lines_above(s))),
    "text is wrapped": every(wrapped),
    "titles are tagged as headings": every(titled),
    "sheet names are unique": lambda b: (
        len({n.casefold() for n in b.sheetnames}) == len(b.sheetnames)
    ),
    "cover, contents and notes come first": lambda b: (
        b.sheetnames[:3] == ["Cover", "Contents", "Notes"]
    ),
    "contents link to every sheet by its name": links,
    "no heading or name uses a sign for a note": lambda b: (
        not any(map(SIGN_OF_A_NOTE.search, (h for s in b.worksheets for h in headings(s))))
    ),
    "notes are named in words": lambda b: (
        not any(re.search(r"\[\d+\]|\(\d+\)$", text) for text in texts(b))
    ),
    "no cell has a fill": every(
        lambda s: all(c.fill.fill_type is None for row in s.iter_rows() for c in row)
    ),
    "no panes are frozen and nothing is filtered": every(
        lambda s: (
            s.freeze_panes is None
            and not s.auto_filter.ref
            and all(table.autoFilter is None for table in s.tables.values())
        )
    ),
    "nothing is hidden": every(
        lambda s: (
            s.sheet_state == "visible"
            and not any(
                d.hidden for d in (*s.row_dimensions.values(), *s.column_dimensions.values())
            )
        )
    ),
    "the cursor is in A1 of the first sheet": lambda b: (
        b.active is b.worksheets[0]
        and every(lambda s: s.sheet_view.selection[0].activeCell in (None, "A1"))(b)
    ),
    "the properties are filled in": lambda b: all(
        (b.properties.title, b.properties.subject, b.properties.creator, b.properties.language)
    ),
    "tables have names": every(lambda s: all(t.displayName for t in s.tables.values())),
}
PARTS: dict[str, Callable[[zipfile.ZipFile], bool]] = {
    "there is no header or footer": lambda z: (
        not any(b"<headerFooter" in z.read(name) for name in z.namelist() if "worksheets/" in name)
    ),
    "there is no picture, shape or macro": lambda z: (
        not any(re.search(r"drawing|media|vba|comments", name) for name in z.namelist())
    ),
}
HOW_MANY = len(CHECKS) + len(PARTS) + 1
"""With the check of empty cells, or of the words that explain them."""
