"""Keeps out the tidy table that the desk writes for analysis.

It says neither what its measures mean nor in which file a figure stands today, and it may hold
figures of many publishers: what is read back from it would have lost where it came from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.read_models.figures.frames import COLUMNS
from lfjb_desk.importers.cells import words
from lfjb_desk.importers.figures import ImportRefusedError
from lfjb_desk.importers.reading.front_door import SAFE

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Grid

_HEAD_ROWS = 40  # headings are looked for no further down
_HEADINGS = [words(column.name) for column in COLUMNS]


class AnalysisTableError(ImportRefusedError):
    """A file that holds the table for analysis; all of it is refused, packed or not."""


def keep_out_analysis(name: str, grid: Grid) -> None:
    """Refuse a sheet with the columns of the tidy table.

    Raises:
        AnalysisTableError: where one of its first rows is that of the headings.
    """
    for row in grid.rows[:_HEAD_ROWS]:
        if [words(cell) for cell in row[: len(_HEADINGS)]] == _HEADINGS:
            raise AnalysisTableError(
                f"{name} is the table that lfjb-desk figures writes for analysis. {SAFE} "
                "Import the published files."
            )
