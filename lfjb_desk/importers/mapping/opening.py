"""Opening a file for a person to look at: the same front door and readers as for any import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.importers.board_lists.vcards import is_vcards, vcard_grid
from lfjb_desk.importers.case_level import keep_out_cases
from lfjb_desk.importers.figures import ImportRefusedError
from lfjb_desk.importers.mapping.hidden import hidden_rows
from lfjb_desk.importers.mapping.sheets import NO_MARKS, FileView, cut
from lfjb_desk.importers.reading.cell_marks import cell_marks
from lfjb_desk.importers.reading.delimited import read_delimited
from lfjb_desk.importers.reading.front_door import SAFE, Admitted, admit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lfjb_desk.importers.cells import Grid


def _read_text(file: Admitted, *, as_list: bool) -> tuple[Grid, tuple[str, ...]]:
    """Return a text as a table; a list of people may be vCards."""
    if as_list and is_vcards(file.data[:100].decode("latin-1")):
        content = file.data.decode("utf-8-sig", "replace")
        return vcard_grid(content), ()
    return read_delimited(file.name, file.data)


def view(path: Path, progress: Callable[[str], None], *, as_list: bool = False) -> FileView:
    """Return the sheets of a file as they are, read in this very process.

    A list of people or actions is opened with how its cells are shown; who reads it looks for
    cases in it, since names of people are no fault there.

    Raises:
        ImportRefusedError: with one plain sentence, when the file may not be opened.
    """
    progress("Checking that the file is safe to open")
    file = admit(path)
    if file.kind == "zip" or not file.data:
        raise ImportRefusedError(
            f"{file.name} is a packed or very large file, which no one can read by eye. {SAFE} "
            "Unpack it, or save only the rows you need."
        )
    progress("Reading the cells")
    if file.kind == "text":
        grid, notes = _read_text(file, as_list=as_list)
        grids, hidden = [grid], {}
        marks = {}
    else:
        from lfjb_desk.importers.reading.workbook import read_workbook  # noqa: PLC0415 - needs its engine

        grids, notes = list(read_workbook(file.name, file.data)), ()
        hidden = hidden_rows(file.data, ods=file.kind == "ods")
        marks = cell_marks(file.data) if as_list and file.kind == "xlsx" else {}
    for grid in () if as_list else grids:
        keep_out_cases(file.name, grid)
    sheets = tuple(
        cut(grid, hidden.get(grid.sheet, frozenset()), marks.get(grid.sheet, NO_MARKS))
        for grid in grids
    )
    return FileView(file.name, file.sha256, (*file.notes, *notes), sheets)
