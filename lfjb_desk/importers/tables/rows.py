"""The rows below the headings of any table: its figures, headings printed again, lines between.

Layouts and mappings both go down a table by it. What becomes of a line between the figures is
for them to say: a layout knows what its publisher writes there, a mapping what a person said.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import text, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lfjb_desk.importers.cells import Cell, Grid

_LONGEST_NOTE = 120  # letters of a line that a note repeats


class RowKind(Enum):
    """What a row below the headings is."""

    FIGURES = auto()
    HEADINGS = auto()
    """The headings printed again, as on a new page."""
    LINE = auto()


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row that holds anything."""

    index: int
    kind: RowKind
    is_below: bool
    """Whether it stands below the last row of figures."""


@dataclass(frozen=True, slots=True)
class TableShape:
    """Where a table stands in its sheet; rows and columns count from 0."""

    grid: Grid
    first: int
    last: int
    """The heading rows, the last one included."""
    figures: tuple[int, ...]
    """The columns of figures."""
    naming: tuple[int, ...] = ()
    """Columns that say what a row is about: a row that fills two or more, and all of them, is
    one of the table though its figures be missing."""

    def rows(self, left_out: Collection[int] = ()) -> Iterator[TableRow]:
        """Yield the rows below the headings, but for those that are left out."""
        below = [row for row in self.grid.filled() if row > self.last and row not in left_out]
        kinds = {row: self._kind(row) for row in below}
        lowest = max((row for row in below if kinds[row] is RowKind.FIGURES), default=-1)
        return (TableRow(row, kinds[row], row > lowest) for row in below)

    def repeats_headings(self, row: int) -> bool:
        """Tell whether a row says over the columns of figures what a heading row says."""
        texts = self._over_figures(row)
        return any(texts) and any(
            texts == self._over_figures(heading) for heading in range(self.first, self.last + 1)
        )

    def over(self, column: int) -> list[str]:
        """Return the texts over a column, the top one first; joined cells speak for all."""
        return list(map(text, self.cells_over(column)))

    def cells_over(self, column: int, *, reaching: bool = False) -> list[Cell]:
        """Return the cells over a column, the top one first.

        `reaching` says that a heading holds for the empty cells to its right, but for those in
        the last heading row.
        """
        rows = range(self.first, self.last + 1)
        return [
            self._reaching(row, column)
            if reaching and row < self.last
            else self.grid.joined(row, column)
            for row in rows
        ]

    def _over_figures(self, row: int) -> list[str]:
        return [words(self.grid.cell(row, column)) for column in self.figures]

    def _reaching(self, row: int, column: int) -> Cell:
        """Return the nearest filled cell from a column to the left, as far as there are figures."""
        leftmost = min(self.figures, default=0)
        while column > leftmost and not text(self.grid.joined(row, column)):
            column -= 1
        return self.grid.joined(row, column)

    def _kind(self, row: int) -> RowKind:
        if any(text(self.grid.cell(row, column)) for column in self.figures):
            return RowKind.HEADINGS if self.repeats_headings(row) else RowKind.FIGURES
        is_named = len(self.naming) > 1 and all(
            text(self.grid.joined(row, column)) for column in self.naming
        )
        return RowKind.FIGURES if is_named else RowKind.LINE


def line_of(grid: Grid, row: int) -> str:
    """Return what a row says as one line, each text once."""
    return once(map(text, grid.rows[row]))


def once(texts: Iterator[str] | Collection[str]) -> str:
    """Return texts as one line, without the empty ones and those that were there before."""
    return " ".join(dict.fromkeys(filter(None, texts)))


def as_note(row: int, line: str) -> str:
    """Return the note that keeps a line which is no row of the table."""
    return f"Read as a note: row {row + 1}, \u201c{line[:_LONGEST_NOTE]}\u201d."


def repeats_note(row: int) -> str:
    """Return the note of a row that prints the headings again."""
    return f"Row {row + 1} repeats the headings."


def without_figures(row: int, line: str) -> str:
    """Return why a line that should have figures is refused."""
    return f"Row {row + 1}, \u201c{line}\u201d, holds no figures."
