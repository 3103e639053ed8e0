"""Whether a sheet says that it counts in thousands: no figure of it is what it seems."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import place
from lfjb_desk.importers.figures import RefusalKind

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Grid
    from lfjb_desk.importers.extract import Extract

SCALED = "says that figures count in thousands or more; write them out in full"
_SAYS = re.compile(
    r"\bin (?:thousands|millions|[\u00a3$]?000s)\b|\((?:thousands|millions)\)"
    r"|\A\W*(?:thousands|millions)\W*\Z|[\u00a3$'\u2019]\s?000s?\b|\b000s\b",
    re.IGNORECASE,
)
_TOP = 40  # rows at the beginning and at the end that are looked at
_LONGEST = 400  # letters of a line that are looked at


def refuse_scaled(grid: Grid, into: Extract) -> bool:
    """List the line that says so, and tell whether there is one: nothing else is then read."""
    line = scaled_line(grid)
    if line:
        into.read += 1
        into.refuse(
            grid,
            line,
            f"{place(*line)}, \u201c{grid.text(*line)[:60]}\u201d, {SCALED}.",
            RefusalKind.SCALED,
        )
    return line is not None


def scaled_line(grid: Grid) -> tuple[int, int] | None:
    """Return the first cell that says so, above the figures, beside them or in a note."""
    rows = len(grid.rows)
    for row in sorted({*range(min(rows, _TOP)), *range(max(0, rows - _TOP), rows)}):
        cells = grid.rows[row]
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and _SAYS.search(cell[:_LONGEST]):
                return row, column
    return None
