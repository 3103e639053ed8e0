"""Workbooks and CSV: text stays text, numbers stay numbers, and what does not fit is refused."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from lfjb_desk.sheets.delimited import to_csv
from lfjb_desk.sheets.model import (
    LONGEST_TEXT,
    Book,
    EntryCell,
    Number,
    SheetColumn,
    SheetNotWrittenError,
    TableSheet,
)
from lfjb_desk.sheets.writer import to_bytes
from tests.sheets.checklist import HOW_MANY, faults

if TYPE_CHECKING:
    from pathlib import Path

    from lfjb_desk.sheets.model import Cell

NOW = datetime(2026, 11, 22, 9, 14)  # noqa: DTZ001 - a workbook knows no time zone
STARTS = ("=", "+", "-", "@", "'=", "''-", "'", "\t=", "\n=", " =")
ENDS = ("1+1", 'HYPERLINK("http://x.invalid","y")', "cmd|' /C calc'!A0", "SUM(A1:A9)", "A1")
PAYLOADS = [start + end for start in STARTS for end in ENDS]


def book(*rows: tuple[Cell, ...], name: str = "Table_1", locked: bool = False) -> Book:
    table = TableSheet(
        name, "One table", ("A line.",), (SheetColumn("What"), SheetColumn("Figure")), rows
    )
    return Book(
        "A title", "A subject", "A board", NOW, ("A line.",), (("Area", "X"),), ("A note.",),
        (table,), locked,
    )  # fmt: skip


def test_a_workbook_meets_the_checklist_and_its_schema(tmp_path: Path) -> None:
    data = to_bytes(book(("One", Number(Decimal("1.50"), 2)), ("Two", "[c]")))
    (tmp_path / "book.xlsx").write_bytes(data)

    assert HOW_MANY == 23
    assert faults(data) == []
    assert list(OpenXmlValidator().validate(tmp_path / "book.xlsx").errors) == []
    assert to_bytes(book(("One", Number(Decimal("1.50"), 2)), ("Two", "[c]"))) == data


def test_what_looks_like_a_formula_stays_text() -> None:
    data = to_bytes(book(*((text, Number(Decimal(-5))) for text in PAYLOADS)))

    sheet = openpyxl.load_workbook(io.BytesIO(data))["Table_1"]
    rows = list(sheet.iter_rows(min_row=4))
    assert [row[0].value for row in rows] == PAYLOADS
    assert {row[0].data_type for row in rows} == {"s"}
    assert {row[1].value for row in rows} == {-5}


def test_csv_quotes_what_a_program_might_run_and_leaves_numbers_alone() -> None:
    data = to_csv(("What", "Figure"), ((text, Number(Decimal("-5.10"))) for text in PAYLOADS))

    _, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert {row[1] for row in rows} == {"-5.10"}
    assert not any(row[0].startswith(("=", "+", "-", "@", "\t", "\n")) for row in rows)
    assert [row[0].removeprefix("'") if row[0] != text else row[0] for row, text in
            zip(rows, PAYLOADS, strict=True)] == PAYLOADS  # fmt: skip


def test_a_cell_to_fill_in_is_open_and_checked_and_all_others_are_locked() -> None:
    entry = EntryCell("=ISNUMBER({cell})", "Row 1", "Write a number.", "Not a number.")
    sheet = openpyxl.load_workbook(io.BytesIO(to_bytes(book(("One", entry), locked=True))))[
        "Table_1"
    ]

    assert sheet.protection.sheet
    assert [cell.protection.locked for cell in sheet[4]] == [True, False]
    (rule,) = sheet.data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1, rule.errorStyle) == ("B4", "ISNUMBER(B4)", None)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (book(("x" * (LONGEST_TEXT + 1), "1")), "32,767 fit"),
        (book(("", "1")), "empty cell"),
        (book(("a\x00b", "1")), "cannot be seen"),
        (book(("a", "b", "c")), "3 cells under 2 headings"),
        (book(), "no row"),
        (book(("a", "b"), name="Notes"), "a name"),
        (book(("a", "b"), name="x/y"), "a name"),
        (book(("a", Number(Decimal("0.12345678901234567890")))), "more digits"),
    ],
    ids=["long", "empty", "unseen", "ragged", "bare", "taken", "odd", "digits"],
)
def test_what_cannot_be_written_whole_is_refused(made: Book, said: str) -> None:
    with pytest.raises(SheetNotWrittenError, match=said):
        to_bytes(made)


def test_a_book_without_a_table_and_csv_with_a_cell_to_fill_in_are_refused() -> None:
    empty = Book("A", "B", "C", NOW, (), (("a", "b"),), ("n",), ())
    with pytest.raises(SheetNotWrittenError, match="nothing to write"):
        to_bytes(empty)
    with pytest.raises(SheetNotWrittenError, match="no place in CSV"):
        to_csv(("A",), [(EntryCell("=TRUE", "t", "p", "f"),)])
