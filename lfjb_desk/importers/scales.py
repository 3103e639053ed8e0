"""Whether a sheet says that it counts in thousands: no figure of it is what it seems."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Grid

SCALED = "says that figures count in thousands or more; write them out in full"
_SAYS = re.compile(
    r"\bin (?:thousands|millions|[\u00a3$]?000s)\b|\((?:thousands|millions)\)"
    r"|\A\W*(?:thousands|millions)\W*\Z|[\u00a3$'\u2019]\s?000s?\b|\b000s\b",
    re.IGNORECASE,
)
_LONGEST = 400  # letters of a line that are looked at


def scaled_line(grid: Grid) -> tuple[int, int] | None:
    """Return the first cell that says so, above the figures, beside them or in a note."""
    for row, cells in enumerate(grid.rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and _SAYS.search(cell[:_LONGEST]):
                return row, column
    return None
