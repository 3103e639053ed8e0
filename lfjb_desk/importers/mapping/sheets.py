"""A file as its sheets are, for a person to say how they are read."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from lfjb_desk.importers.cells import Cell, Grid, Merge
from lfjb_desk.importers.reading.cell_marks import CellMarks

NO_MARKS = CellMarks()
MOST_ROWS, MOST_CELLS = 20_000, 400_000  # of one sheet; more is no table to be read by eye


@dataclass(frozen=True, slots=True)
class SheetView:
    """One sheet: its cells, and the rows that are hidden in it, counted from 0."""

    grid: Grid
    hidden_rows: frozenset[int] = frozenset()
    rows: int = 0
    """How many rows the sheet has; `grid` holds fewer where it was cut short."""
    marks: CellMarks = NO_MARKS
    """How its cells are shown, as far as that was asked."""

    @property
    def is_cut(self) -> bool:
        """Whether only the first rows are here; such a sheet is never imported."""
        return self.rows > len(self.grid.rows)


@dataclass(frozen=True, slots=True)
class FileView:
    """A file that was opened safely and not yet understood."""

    file_name: str
    sha256: str
    notes: tuple[str, ...]
    """How it was read: its encoding and its separator."""
    sheets: tuple[SheetView, ...]


def cut(grid: Grid, hidden_rows: frozenset[int], marks: CellMarks = NO_MARKS) -> SheetView:
    """Return a sheet as it is, or its first rows when it is very long."""
    rows, cells = 0, 0
    for row in grid.rows[:MOST_ROWS]:
        cells += len(row)
        if cells > MOST_CELLS:
            break
        rows += 1
    kept = replace(grid, rows=[list(row) for row in grid.rows[:rows]])
    return SheetView(kept, hidden_rows, len(grid.rows), marks)


def as_plain(view: FileView) -> dict[str, Any]:
    """Return a file as data that JSON can hold; numbers and dates say what they are."""
    return {
        "file_name": view.file_name,
        "sha256": view.sha256,
        "notes": list(view.notes),
        "sheets": [_plain_sheet(sheet) for sheet in view.sheets],
    }


def from_plain(data: dict[str, Any]) -> FileView:
    """Return the file that the data of `as_plain` describes.

    Raises:
        KeyError, TypeError, ValueError, ArithmeticError: when it describes none.
    """
    return FileView(
        str(data["file_name"]),
        str(data["sha256"]),
        tuple(map(str, data["notes"])),
        tuple(map(_sheet, data["sheets"])),
    )


def _plain_sheet(view: SheetView) -> dict[str, Any]:
    grid = view.grid
    return {
        "sheet": grid.sheet,
        "file": grid.file,
        "hidden": grid.hidden,
        "comma": grid.decimal_comma,
        "merges": [[merge.top, merge.left, merge.bottom, merge.right] for merge in grid.merges],
        "rows": [[_plain(cell) for cell in row] for row in grid.rows],
        "hidden_rows": sorted(view.hidden_rows),
        "length": view.rows,
        "struck": sorted(view.marks.struck),
        "months": sorted(view.marks.months),
    }


def _sheet(data: dict[str, Any]) -> SheetView:
    grid = Grid(
        sheet=str(data["sheet"]),
        rows=[[_cell(cell) for cell in row] for row in data["rows"]],
        merges=tuple(Merge(*map(int, corners)) for corners in data["merges"]),
        hidden=bool(data["hidden"]),
        decimal_comma=data["comma"],
        file=str(data["file"]),
    )
    marks = CellMarks(_places(data["struck"]), _places(data["months"]))
    return SheetView(grid, frozenset(map(int, data["hidden_rows"])), int(data["length"]), marks)


def _places(data: list[list[int]]) -> frozenset[tuple[int, int]]:
    return frozenset((int(row), int(column)) for row, column in data)


def _plain(cell: Cell) -> str | list[str]:
    if isinstance(cell, str):
        return cell
    return ["d", cell.isoformat()] if isinstance(cell, date) else ["n", f"{cell:f}"]


def _cell(data: str | list[str]) -> Cell:
    if isinstance(data, str):
        return data
    kind, written = data
    return date.fromisoformat(written) if kind == "d" else Decimal(written)
