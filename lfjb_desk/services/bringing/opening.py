"""A list from outside, opened: each sheet of a workbook or table of a Word file as a grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.formatting import count
from lfjb_desk.importers.case_level import keep_out_cases_of_list
from lfjb_desk.importers.cells import Grid, Merge
from lfjb_desk.importers.mapping.sheets import MOST_ROWS, SheetView
from lfjb_desk.importers.process import view_list
from lfjb_desk.importers.reading.cell_marks import CellMarks
from lfjb_desk.word.process import read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from lfjb_desk.word.reading.document import WordDocument
    from lfjb_desk.word.reading.tables import WordTable
    from lfjb_desk.word.reading.words import LeftOut

WORD = (".docx", ".docm", ".dotx", ".doc", ".dot", ".rtf", ".odt")
"""How files of Word and its like are called; the front door for Word says which it takes."""
SHORT_TITLE = 60


@dataclass(frozen=True)
class OpenedList:
    """A file that was opened safely: its sheets, and what is to be said of how it was read."""

    file_name: str
    sheets: tuple[SheetView, ...]
    notes: tuple[str, ...]


def is_word(path: Path) -> bool:
    """Tell whether a file is called as those of Word are."""
    return path.suffix.casefold() in WORD


def open_list(
    path: Path, cancelled: Callable[[], bool], progress: Callable[[str], None]
) -> OpenedList:
    """Return the grids of a file, read in a process of its own.

    Raises:
        RuleError: with one plain sentence, when it may not be opened, or tells of single cases.
    """
    if is_word(path):
        progress("Reading the document")
        opened = _from_word(path.name, read_file(path, cancelled))
    else:
        file = view_list(path, cancelled, progress)
        opened = OpenedList(file.file_name, file.sheets, file.notes)
    for sheet in opened.sheets:
        if sheet.is_cut:
            raise RuleError(
                f"{path.name} has more than {MOST_ROWS:,} rows, more than a list of a board. "
                "Nothing was brought in. Save only the rows you need and choose that file."
            )
        keep_out_cases_of_list(path.name, sheet.grid)
    return opened


def _from_word(name: str, document: WordDocument) -> OpenedList:
    sheets = tuple(_sheet(at, table) for at, table in enumerate(document.tables, start=1))
    if not sheets:
        raise RuleError(
            f"“{name}” holds no table. Nothing was brought in. "
            "Choose the file that has the list in a table."
        )
    return OpenedList(name, sheets, tuple(left_out_words(document.left_out)))


def _sheet(number: int, table: WordTable) -> SheetView:
    title = " ".join((table.title or table.above).split())
    called = f"Table {number}"
    if title and len(title) <= SHORT_TITLE:
        called = f"{called}, {title}"
    merges = tuple(Merge(each.top, each.left, each.bottom, each.right) for each in table.joined)
    grid = Grid(called, table.rows, merges)
    return SheetView(grid, rows=len(table.rows), marks=CellMarks(frozenset(table.struck)))


def left_out_words(left_out: LeftOut) -> Iterator[str]:
    """Yield what is to be said of changes and hidden things in a document."""
    if left_out.insertions:
        yield f"Read as accepted: {count(left_out.insertions, 'tracked insertion')}."
    if left_out.deletions:
        yield f"Left out: {count(left_out.deletions, 'tracked deletion')}."
    if left_out.deleted_rows:
        yield f"Left out: {count(left_out.deleted_rows, 'row')} tracked as deleted."
    if left_out.hidden:
        yield f"Left out: {count(left_out.hidden, 'stretch', 'stretches')} of hidden text."
    if left_out.text_boxes:
        yield f"Left out: {count(left_out.text_boxes, 'text box', 'text boxes')}."
    if left_out.nested_tables:
        yield f"Read as lines of a cell: {count(left_out.nested_tables, 'table')} within a table."
