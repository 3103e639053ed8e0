"""A file that nobody knows, opened to be looked at: its cells, joined cells and hidden rows."""

from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest

from lfjb_desk.importers import child
from lfjb_desk.importers.cells import Grid
from lfjb_desk.importers.figures import ImportRefusedError, NotRecognisedError
from lfjb_desk.importers.mapping import sheets
from lfjb_desk.importers.mapping.opening import view
from lfjb_desk.importers.process import read_file, view_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UNKNOWN = "Our own table\nDFJ area,Widgets 2024,Widgets 2025\nBristol,12,13\n"


def test_a_file_that_no_layout_knows_is_told_apart_and_can_be_looked_at(
    text_file: Callable[..., Path],
) -> None:
    path = text_file(UNKNOWN)
    with pytest.raises(NotRecognisedError, match="was not recognised"):
        read_file(path)
    seen = view_file(path)
    assert seen.notes == ("Read as UTF-8, separated by commas.",)
    (sheet,) = seen.sheets
    assert sheet.grid.cell(2, 0) == "Bristol"
    assert not sheet.is_cut


def test_numbers_dates_joined_cells_and_hidden_rows_come_through_the_process(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = "A & B"
    page.append(["Title", None])
    page.append([date(2024, 3, 31), 0.26])
    page.append(["hidden", 1])
    page.merge_cells("A1:B1")
    page.row_dimensions[3].hidden = True
    book.create_sheet("gone").sheet_state = "hidden"
    book.save(tmp_path / "book.xlsx")
    seen = view_file(tmp_path / "book.xlsx")
    first, second = seen.sheets
    assert first.grid.rows[1] == [date(2024, 3, 31), Decimal("0.26")]
    assert first.grid.joined(0, 1) == "Title"
    assert first.hidden_rows == {2}
    assert second.grid.hidden


def test_hidden_rows_of_an_open_document_are_found(ods_xml: Callable[..., Path]) -> None:
    row = '<table:table-row{0}><table:table-cell office:value-type="float" office:value="1"/>'
    rows = "".join(
        row.format(how) + "</table:table-row>"
        for how in ("", ' table:visibility="collapse" table:number-rows-repeated="2"', "")
    )
    seen = view(ods_xml(f'<table:table table:name="One">{rows}</table:table>'), lambda _: None)
    assert seen.sheets[0].hidden_rows == {1, 2}


def test_a_very_long_sheet_is_cut_and_says_so() -> None:
    grid = Grid("Long", [["a"] for _ in range(sheets.MOST_ROWS + 5)])
    cut = sheets.cut(grid, frozenset())
    assert cut.is_cut
    assert len(cut.grid.rows) == sheets.MOST_ROWS
    wide = sheets.cut(Grid("Wide", [["a"] * sheets.MOST_CELLS, ["b"]]), frozenset())
    assert wide.is_cut


def test_a_packed_release_cannot_be_looked_at_as_one_table(package: Callable[..., Path]) -> None:
    path = package({"one.csv": "a,b\n1,2\n"}, name="release.zip")
    with pytest.raises(ImportRefusedError, match="Unpack it"):
        view(path, lambda _: None)


def test_the_child_answers_with_sheets_when_asked(text_file: Callable[..., Path]) -> None:
    out = io.StringIO()
    child.answer(text_file(UNKNOWN), out, as_sheets=True)
    answer = json.loads(out.getvalue().splitlines()[-1])
    assert sheets.from_plain(answer["sheets"]).sheets[0].grid.rows[0] == ["Our own table"]
