"""Workbooks: every sheet of an .xlsx or .ods file as a grid of cells."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
    WorksheetNotFound,
)

from lfjb_desk.importers.cells import Grid, Merge
from lfjb_desk.importers.figures import ImportRefusedError
from lfjb_desk.importers.front_door import SAFE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lfjb_desk.importers.cells import Cell


def read_workbook(name: str, data: bytes) -> Iterator[Grid]:
    """Yield the sheets of a workbook in their order, hidden ones marked.

    Raises:
        ImportRefusedError: when the workbook is damaged.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for sheet in book.sheets_metadata:
            hidden = sheet.visible != SheetVisibleEnum.Visible
            yield _grid(book.get_sheet_by_name(sheet.name), hidden=hidden)
    except PasswordError:
        raise ImportRefusedError(f"{name} is protected by a password. {SAFE}") from None
    except (CalamineError, WorksheetNotFound, OSError, ValueError):
        raise ImportRefusedError(
            f"{name} cannot be read as a workbook: it is damaged or not quite what it says. "
            f"{SAFE} Open it in a spreadsheet program, save it as a new file and import that."
        ) from None


def _grid(sheet: CalamineSheet, *, hidden: bool) -> Grid:
    merges = [
        Merge(top, left, bottom, right)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
    rows = [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    return Grid(sheet.name, rows, tuple(merges), hidden)


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        # The shortest digits that give the same number: 0.26, not 0.26000000000000000888.
        number = Decimal(repr(value))
        return Decimal(int(value)) if number.is_finite() and value == int(value) else number
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value.isoformat()
    return value if isinstance(value, date) else str(value)
