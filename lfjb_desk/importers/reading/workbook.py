"""Workbooks: every sheet of an .xlsx or .ods file as a grid of cells."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, overload

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
from lfjb_desk.importers.reading.delimited import STEERING
from lfjb_desk.importers.reading.front_door import SAFE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typing_extensions import override

    from lfjb_desk.importers.cells import Cell
else:  # the true one is slow to load, and a reading process loads no more than it needs
    from typing import final as override


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
    return Grid(sheet.name, _Rows(sheet.to_python(skip_empty_area=False)), tuple(merges), hidden)


class _Rows(Sequence[Sequence["Cell"]]):
    """Rows whose cells are made exact when they are looked at: most of a workbook never is."""

    def __init__(self, raw: list[list[Any]]) -> None:
        self._raw = raw
        self._made: dict[int, list[Cell]] = {}

    @override
    def __len__(self) -> int:
        return len(self._raw)

    @overload
    def __getitem__(self, index: int) -> list[Cell]: ...
    @overload
    def __getitem__(self, index: slice) -> list[list[Cell]]: ...
    @override
    def __getitem__(self, index: int | slice) -> list[Cell] | list[list[Cell]]:
        if isinstance(index, slice):
            return [self[row] for row in range(*index.indices(len(self._raw)))]
        made = self._made.get(index)
        if made is None:
            made = self._made[index] = [
                value if type(value) is str and value.isprintable() else _cell(value)
                for value in self._raw[index]
            ]
        return made


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        if STEERING.search(value):
            raise ImportRefusedError(
                "The workbook holds a control character in a cell, which no table has. "
                f"{SAFE} Save it as a new file and import that."
            )
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value.isoformat()
    return value if isinstance(value, date) else str(value)


@lru_cache(maxsize=20_000)
def _number(value: float) -> Decimal:
    """Return the shortest digits that give the same number: 0.26, not 0.26000000000000000888."""
    number = Decimal(repr(value))
    return Decimal(int(value)) if number.is_finite() and value == int(value) else number
