"""The FCSQ tables workbook made by hand in both its forms, and every figure that it gives.

Headings, lines of text and the places of tables are those of the published workbook; figures
are invented, each different from all others, so that none can land in the place of another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl

from tests.importers.fcsq.printed import ACCESSIBLE, ASIDE, Table

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from lfjb_desk.importers.figures import Reading

YEARS = (2022, 2023)
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
Landed = dict[tuple[str, str], tuple[str, date, date, Decimal | None, str | None]]
"""Of each sheet and cell: the measure, the first and last day, the figure and the marker."""


@dataclass
class Figures:
    """Invents figures: one for each measure and period, the same wherever it is asked for."""

    known: dict[tuple[str, int, str], int] = field(default_factory=dict)

    def number(self, code: str, year: int, quarter: str) -> int:
        return self.known.setdefault((code, year, quarter), 1_001 + len(self.known))


def periods() -> list[tuple[int, str]]:
    """Return each year as a whole and then each quarter, as the tables list them."""
    return [*((y, "") for y in YEARS), *((y, q) for y in YEARS for q in QUARTERS)]


def days(year: int, quarter: str) -> tuple[date, date]:
    if not quarter:
        return date(year, 1, 1), date(year, 12, 31)
    last = int(quarter[1]) * 3
    return date(year, last - 2, 1), date(year, last, 30 if last in (6, 9) else 31)


def shown(code: str, number: int) -> tuple[Any, Decimal | None, str | None]:
    """Return a cell for an invented number, and the figure and marker that it stands for.

    Some cells hold a marker instead, or beside it.
    """
    value: int | float = number
    if "weeks" in code:
        value = number / 10
    elif code.endswith("pct"):
        value = number / 10_000
    figure = Decimal(str(value)) * (100 if code.endswith("pct") else 1)
    if marker := {0: "[c]", 1: "[z]", 2: "..", 3: "[c] [r]", 4: "-"}.get(number % 17):
        return marker, None, marker
    if number % 17 == 5:
        printed = f"{number / 100:.2f}%" if code.endswith("pct") else f"{value:,}"
        return f"{printed} [r]", figure, "[r]"
    return value, figure, None


def code_of(code: str, part: str) -> str:
    """Return the code of a column in the rows that name a part."""
    whole = code.format(part)
    if not whole or whole.startswith(("s31_", "s8_")):
        return whole
    whole = f"fcsq_{whole}"
    return {
        "fcsq_public_law_start_cases": "pl_case_starts",
        "fcsq_public_law_end_cases": "pl_disposals",
    }.get(whole, whole)


def accessible_sheet(
    table: Table, figures: Figures, order: list[int] | None = None
) -> tuple[list[list[Any]], Landed]:
    """Return the rows of an accessible sheet, its columns in an order, and all that it gives."""
    head = ["Year", "Quarter", *table.columns]
    if table.named:
        head.insert(2 if table.after else 0, table.heading)
    order = order or list(range(len(head)))
    number = table.name.removeprefix("Table_")
    rows: list[list[Any]] = [
        [
            (
                f"Table {number}: {table.title}, Annually {YEARS[0]} - {YEARS[-1]} and quarterly "
                f"Q1 {YEARS[0]} - Q4 {YEARS[-1]} [note {number}][note 1]"
            )
        ],
        ["This worksheet contains one table. Some cells refer to notes on the Notes worksheet."],
        ["Some shorthand is used in this table: [c] = confidential; [z] = not applicable."],
        ["Source: HMCTS FamilyMan and Core Case Data"],
        [head[at] for at in order],
    ]
    landed: Landed = {}
    for said, part in (table.named or {"": ""}).items():
        for year, quarter in periods():
            cells: dict[str, Any] = {"Year": year, "Quarter": quarter or table.annual}
            if table.named:
                cells[table.heading] = said
            for column, code in table.columns.items():
                whole = code_of(code, part)
                cell, value, marker = shown(whole, figures.number(whole or column, year, quarter))
                cells[column] = cell
                if whole:
                    at = f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[order.index(head.index(column))]}"
                    landed[table.name, f"{at}{len(rows) + 1}"] = (
                        *(whole, *days(year, quarter)),
                        *(value, marker),
                    )
            rows.append([cells[head[at]] for at in order])
    return rows, landed


def accessible() -> tuple[dict[str, list[list[Any]]], Landed]:
    """Return the sheets of an accessible workbook, and every figure that it gives.

    Cases in public and private law stand in two tables, alike; only the first gives them.
    """
    figures, sheets, landed = Figures(), front_sheets(), Landed()
    for table in ACCESSIBLE:
        sheets[table.name], found = accessible_sheet(table, figures)
        landed |= found
    for name, (title, head) in ASIDE.items():
        sheets[name] = [
            [f"{name.replace('_', ' ')}: {title}, Annually 2022 - 2023 [note 9]"],
            ["This worksheet contains one table."],
            ["Source: HMCTS FamilyMan"],
            head,
            *([2022 if h == "Year" else "Q1" if h == "Quarter" else 7 for h in head],) * 2,
        ]
    return sheets, landed


def front_sheets() -> dict[str, list[list[Any]]]:
    return {
        "Cover": [["Family Court Statistics Quarterly Tables"], ["Description", "Invented"]],
        "Contents": [["Table of contents"], ["Sheet name", "Sheet title"], ["Table_1", "Cases"]],
        "Notes": [
            ["Notes"],
            ["Table number", "Note number", "Note text"],
            ["All Tables", "[c]", "Confidential: suppressed."],
            ["Table 8", "[note 57]", "Half of the disposals take less time."],
        ],
    }


def write(path: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    """Write sheets as a workbook, with percentages shown as such and the headings frozen."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.freeze_panes = "C6"
        _percentages(sheet)
    book.save(path)
    return path


def _percentages(sheet: Worksheet) -> None:
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, float) and cell.value < 1:
                cell.number_format = "0%"


def landed(reading: Reading) -> Landed:
    """Return what a reading gives, by sheet and cell."""
    return {
        (f.sheet, f.cell): (f.measure_code, f.period_start, f.period_end, f.value, f.marker)
        for f in reading.figures
    }
