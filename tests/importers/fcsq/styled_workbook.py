"""The FCSQ tables workbook in its older, styled form, and every figure that it gives.

Headings are joined over several rows, groups stand apart by empty columns, whole years come
first and quarters after them, and notes stand beneath, their numbers glued to the headings.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.utils import get_column_letter

from tests.importers.fcsq.workbook import Figures, Landed, code_of, days, periods, shown

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

Stack = tuple[tuple[str, ...], str] | None
"""The headings over a column from the top down with its code; None for an empty column."""
NOTES = (
    "Source:",
    "HMCTS FamilyMan system",
    None,
    "Notes:",
    "1) '-' indicates data not available.",
    "2) 2011 figures may be revised in later publications.",
)


@dataclass
class Styled:
    """One styled sheet: its first lines, the row where data begins, and its columns."""

    name: str
    lines: tuple[tuple[str, ...], ...]
    start: int
    stacks: tuple[Stack, ...]
    part: str = ""
    """What `{}` stands for in all codes."""
    low: bool = False
    """Whether Year and Quarter stand in the lowest row of headings, not joined over all."""
    once: bool = True
    """Whether a year is printed once, for its first quarter."""


def _law(tops: dict[str, tuple[str, ...]], columns: dict[str, str]) -> tuple[Stack, ...]:
    """Return the columns of public law and of private law, apart by an empty one."""
    stacks: list[Stack] = []
    for law, part in (("Public law", "public_law"), ("Private law", "private_law")):
        stacks += [
            ((law, *tops.get(said, ()), said), code.format(part)) for said, code in columns.items()
        ]
        stacks.append(None)
    return tuple(stacks[:-1])


_TYPES = {
    "Public Law": "public_law",
    "Private Law": "private_law",
    "Matrimonial matters8": "matrimonial_matters",
    "Financial Remedy3": "financial_remedy",
    "Domestic Violence": "domestic_violence",
    "Forced Marriage Protection4": "forced_marriage",
    "Female Genital Mutilation Protection9": "female_genital_mutilation",
    "Adoption5": "adoption",
    "Total": "all",
}
_APPLIED, _MADE = ("Applications",), ("Disposals",)
_WHO = (
    ("Both Applicant and Respondent6", "_both"),
    ("Applicant only", "_applicant"),
    ("Respondent only", "_respondent"),
    ("Neither Applicant nor Respondent", "_neither"),
    ("All types7", ""),
)
STYLED = (
    Styled(
        "Table_1",
        (("Table 1",), ("Cases starting and cases concluding in Family courts, England & Wales1",)),
        7,
        (
            *((("Cases started", said), f"{code}_start_cases") for said, code in _TYPES.items()),
            None,
            *((("Cases closed2", said), f"{code}_end_cases") for said, code in _TYPES.items()),
        ),
    ),
    Styled(
        "Table_2",
        (
            ("Table 2: Children Act - public and private law cases started and disposed1,2",),
            ("Counted by case, individual children, applications and disposals",),
        ),
        11,
        _law(
            {
                "Individual children involved in applications4,5": _APPLIED,
                "Applications made6": _APPLIED,
                "Total orders applied for7": _APPLIED,
                "Orders made9": _MADE,
                "Disposals made9": _MADE,
                "Disposal events10": _MADE,
            },
            {
                "Individual children involved in applications4,5": "{}_individual_children",
                "Applications made6": "{}_applications",
                "Total orders applied for7": "{}_start_orders",
                "Cases starting8": "{}_start_cases",
                "Orders made9": "{}_end_orders",
                "Disposals made9": "{}_disposals",
                "Disposal events10": "{}_disposal_events",
                "Cases disposed8,11": "{}_end_cases",
            },
        ),
    ),
    Styled(
        "Table_5",
        (
            ("Table 5",),
            ("Number of individual children involved in Children Act applications, by age",),
        ),
        8,
        _law(
            {},
            {
                "Less than 1 year": "{}_children_under_1",
                "1-4 years": "{}_children_1_to_4",
                "5-9 years": "{}_children_5_to_9",
                "10-14 years": "{}_children_10_to_14",
                "15-17 years": "{}_children_15_to_17",
                "Other3": "{}_children_other_age",
                "Unknown4": "{}_children_unknown_age",
                "Total": "",
            },
        ),
        low=True,
        once=False,
    ),
    Styled(
        "Table_8",
        (("Table 8: Time to first definitive disposal for care proceedings, England and Wales",),),
        8,
        (
            (("Total disposals1",), "care_disposals"),
            (("Disposal duration (weeks)", "Mean"), "s31_mean_weeks"),
            (("Disposal duration (weeks)", "Median3"), "s31_median_weeks"),
            (("Cases disposed in 26 weeks (%)",), "s31_within_26_pct"),
        ),
    ),
    Styled(
        "Table_9",
        (("Table 9: Private law cases, from issue to final order, England and Wales",),),
        6,
        (
            (("Total cases",), "private_final_cases"),
            (("Mean case duration (weeks)",), "s8_receipt_final_weeks"),
            (("Median case duration (weeks)2",), "private_median_weeks"),
        ),
        once=False,
    ),
    Styled(
        "Table_10",
        (
            ("Table 10: Number of disposals and average time to first definitive disposal, by",),
            ("case type and legal representation of parties, England and Wales",),
            ("Case type:", "Public Law"),
        ),
        13,
        tuple(
            stack
            for who, end in _WHO
            for stack in (
                (
                    (who, "Number of disposals"),
                    f"{{}}_disposals{end}" if end else "{}_first_disposals",
                ),
                ((who, "Mean duration in weeks8,9"), f"{{}}_mean_weeks{end}"),
                None,
            )
        )[:-1],
        part="public_law",
    ),
    Styled(
        "Table_15",
        (
            ("Table 15",),
            ("Applications and disposals for financial remedy (formerly ancillary relief) orders",),
        ),
        7,
        (
            (("Applications3,4", "Uncontested"), "financial_remedy_applications_uncontested"),
            (("Applications3,4", "Contested"), "financial_remedy_applications_contested"),
            (("Applications3,4", "Total"), "financial_remedy_applications"),
            (("Cases starting",), ""),
            None,
            (("Disposals5", "Uncontested"), "financial_remedy_disposals_uncontested"),
            (
                ("Disposals5", "Initially contested"),
                "financial_remedy_disposals_initially_contested",
            ),
            (("Disposals5", "Contested"), "financial_remedy_disposals_contested"),
            (("Disposals5", "Total"), "financial_remedy_disposals"),
            (("Cases closed",), ""),
        ),
    ),
    Styled(
        "Table_15_2",  # domestic violence has stood under more than one number
        (
            ("Table 16",),
            ("Applications and orders made for domestic violence remedies, England and Wales",),
            ("Application type:", "Exparte"),
        ),
        10,
        (
            (("Orders applied for3", "Non-Molestation"), "{}_start_orders_non_molestation"),
            (("Orders applied for3", "Occupation"), "{}_start_orders_occupation"),
            (("Orders applied for3", "Total"), "{}_start_orders"),
            (("Applications made3",), "{}_applications"),
            (("Cases started6",), ""),
            None,
            (("Orders made", "Non-Molestation"), "{}_end_orders_non_molestation"),
            (("Orders made", "Occupation"), "{}_end_orders_occupation"),
            (("Orders made", "Total"), "{}_end_orders"),
            (("Cases concluding6",), ""),
        ),
        part="domestic_violence_ex_parte",
    ),
)
ASIDE = {
    "Index": ("Family Court Statistics Quarterly, October to December 2023",),
    "Table_3": ("Table 3: Orders applied for, public and private law, by type of order",),
    "Table_21": ("Table 21", "Applications under the Mental Capacity Act"),
    "Table_24": ("Table 24: Applications and grants of representation in probate proceedings",),
}


def styled(path: Path) -> tuple[Path, Landed]:
    """Write a styled workbook; return it with every figure that it gives."""
    book, figures, landed = openpyxl.Workbook(), Figures(), Landed()
    book.remove(book.worksheets[0])
    for name, lines in ASIDE.items():
        for number, line in enumerate(lines, start=1):
            (book[name] if name in book.sheetnames else book.create_sheet(name)).cell(
                number, 1, line
            )
    for table in STYLED:
        landed |= styled_sheet(book.create_sheet(table.name), table, figures)
    source = book.create_sheet("Table_10_source")
    source.append(["Lookup", "Year", "Quarter", "Both"])
    source.append(["Adoption|2022|", 2022, "", 5])
    source.sheet_state = "hidden"
    book.save(path)
    return path, landed


def styled_sheet(sheet: Worksheet, table: Styled, figures: Figures) -> Landed:
    """Print one table on an empty sheet; return every figure that it gives."""
    for number, line in enumerate(table.lines[:2], start=1):
        sheet.cell(number, 1, line[0])
    sheet.cell(3, 1, "Annually 2022 - 2023 and quarterly Q1 2022 - Q4 2023")
    for line in table.lines[2:]:  # what is chosen from a list
        sheet.cell(4, 1, line[0])
        sheet.cell(4, 2, line[1])
    _headings(sheet, table)
    landed: Landed = {}
    row, before = table.start, 0
    for year, quarter in periods():
        if not (quarter and table.once and year == before):
            sheet.cell(row, 1, year)
        before = year if quarter else 0
        sheet.cell(row, 2, quarter or None)
        for column, stack in enumerate(table.stacks, start=3):
            if stack is None:
                continue
            code = code_of(stack[1], table.part)
            cell, value, marker = shown(code, figures.number(code or str(stack), year, quarter))
            _put(sheet, row, column, cell)
            if code:
                at = f"{get_column_letter(column)}{row}"
                landed[table.name, at] = (code, *days(year, quarter), value, marker)
        row += 1
    for number, note in enumerate(NOTES, start=row + 1):
        sheet.cell(number, 1, note)
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=8)
    return landed


def _put(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    cell = sheet.cell(row, column, value)
    cell.number_format = "0%" if isinstance(value, float) and value < 1 else "#,##0"


def _headings(sheet: Worksheet, table: Styled) -> None:
    """Print the headings, groups joined to the right and single ones downwards."""
    depth = max(len(stack[0]) for stack in table.stacks if stack)
    top, low = table.start - depth, table.start - 1
    for column, said in ((1, "Year"), (2, "Quarter")):
        sheet.cell(low if table.low else top, column, said)
        if low > top and not table.low:
            sheet.merge_cells(start_row=top, end_row=low, start_column=column, end_column=column)
    for level in range(depth):
        cells = [
            (column, stack[0][: level + 1])
            for column, stack in enumerate(table.stacks, start=3)
            if stack and level < len(stack[0])
        ]
        for over, group in groupby(cells, key=lambda cell: cell[1]):
            columns = [column for column, _ in group]
            last = len(over) == len(
                next(s[0] for s in table.stacks if s and s[0][: level + 1] == over)
            )
            sheet.cell(top + level, columns[0], over[-1])
            bottom = low if last and len(columns) == 1 else top + level
            if len(columns) > 1 or bottom > top + level:
                sheet.merge_cells(
                    start_row=top + level,
                    end_row=bottom,
                    start_column=columns[0],
                    end_column=columns[-1],
                )
