"""Cells and grids: what every reader of a file gives and every layout reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Cell = str | Decimal | date
"""Text, a number or a date; an empty cell is the empty text."""

_SHORT = 60  # letters of a text that is worth remembering
_NOTE = re.compile(r"\[\s*note[s]?\s*[\d,\s]+\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells joined into one; rows and columns count from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet of a workbook, or a whole text file (whose sheet has no name)."""

    sheet: str
    rows: Sequence[Sequence[Cell]]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    decimal_comma: bool | None = False
    """Whether `41,2` is a number; None where the file does not make it clear."""
    file: str = ""
    """The file of a packed release that the sheet stands in."""

    @property
    def title(self) -> str:
        """What the sheet is called in a list, its file first; empty for a text file."""
        if not self.file or not self.sheet:
            return self.file or self.sheet
        return f"{self.file} \u203a {self.sheet}"

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell, empty where the row is shorter."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell."""
        return text(self.cell(row, column))

    def joined(self, row: int, column: int) -> Cell:
        """Return a cell, or for one inside joined cells what their first cell says."""
        for merge in self.merges:
            if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right:
                return self.cell(merge.top, merge.left)
        return self.cell(row, column)

    def inside(self, row: int, column: int) -> tuple[int, int] | None:
        """Return the first of the joined cells that a cell lies behind; None where it stands."""
        for merge in self.merges:
            if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right:
                first = merge.top, merge.left
                return first if first != (row, column) else None
        return None

    def filled(self) -> Iterator[int]:
        """Yield the numbers of the rows that hold anything."""
        return (index for index, cells in enumerate(self.rows) if any(map(text, cells)))


def text(cell: Cell) -> str:
    """Return a cell as one line of text that can be seen, without the space around it."""
    if isinstance(cell, str):
        return _line(cell) if len(cell) <= _SHORT else " ".join(visible(cell).split())
    return cell.isoformat() if isinstance(cell, date) else f"{cell:f}"


@lru_cache(maxsize=10_000)  # a table says the same few words in row after row
def _line(content: str) -> str:
    return " ".join(visible(content).split())


def words(cell: Cell) -> str:
    """Return a heading or a name without notes, case and punctuation, to compare it by.

    A heading `Mean duration (weeks) [note 57]` gives `mean duration weeks`.
    """
    return _words(text(cell))


@lru_cache(maxsize=10_000)  # the same
def _words(content: str) -> str:
    plain = _NOTE.sub(" ", content).casefold().replace("&", " and ")
    return " ".join("".join(c if c.isalnum() or c == "%" else " " for c in plain).split())


def place(row: int, column: int) -> str:
    """Return the spreadsheet name of a cell: row 0, column 0 is `A1`."""
    return f"{_letters(column)}{row + 1}"


@lru_cache(maxsize=1_000)
def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters
