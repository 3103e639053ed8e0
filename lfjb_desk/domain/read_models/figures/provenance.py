"""Where a figure was read, or what it was worked out from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

SIGN_WORDS = {"+": "plus", "-": "less", "*": "times", "/": "divided by"}
"""The signs of a formula, in words."""


@dataclass(frozen=True)
class CellSource:
    """The cell of a file that a figure was read from."""

    file: str
    """Empty where the import of the figure is no longer held."""
    sheet: str
    """The sheet, or the web page that a list of figures names; empty for a file of one sheet."""
    cell: str
    imported: date | None
    """The day of the import."""

    @property
    def words(self) -> str:
        """Return the cell in words: `history.xlsx, sheet Quarterly, cell F7`."""
        sheet = f"sheet {self.sheet}" if self.sheet else ""
        cell = f"cell {self.cell}" if self.cell else ""
        return ", ".join(part for part in (self.file, sheet, cell) if part)

    def cells(self, measure: str = "") -> Iterator[tuple[str, CellSource]]:
        """Yield the cell, with the name of the measure that it is a figure of."""
        yield measure, self


@dataclass(frozen=True)
class WorkedSource:
    """The two figures that a derived one was worked out from."""

    sign: str
    """One of + - * /."""
    factor: Decimal
    """What the result is multiplied by."""
    left: tuple[str, Provenance]
    """Name of the measure, and where its figure comes from."""
    right: tuple[str, Provenance]

    @property
    def words(self) -> str:
        """Return the formula in words, each measure with its cell: `A (...) divided by B (...)`."""
        left, right = (f"{name} ({source.words})" for name, source in (self.left, self.right))
        times = f", times {self.factor}" if self.factor != 1 else ""
        return f"{left} {SIGN_WORDS[self.sign]} {right}{times}"

    def cells(self, _measure: str = "") -> Iterator[tuple[str, CellSource]]:
        """Yield every cell that the figure rests on, with the name of its own measure."""
        for name, source in (self.left, self.right):
            yield from source.cells(name)


Provenance = CellSource | WorkedSource
