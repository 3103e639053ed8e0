"""FCSQ tables planted at random: a figure is right, or it is listed; none lands elsewhere."""

import os
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from lfjb_desk.importers.agreement import without_clashes
from lfjb_desk.importers.cells import Cell, Grid, Merge
from lfjb_desk.importers.extract import Extract, Source
from lfjb_desk.importers.layouts.fcsq import tables
from tests.importers.fcsq.printed import ACCESSIBLE, Table
from tests.importers.fcsq.styled_workbook import STYLED, Styled, styled_sheet
from tests.importers.fcsq.workbook import Figures, Landed, accessible_sheet

Rows = list[list[Any]]
CASES = int(os.environ.get("LFJB_PLANTED", "60"))
HEAD = 4  # the row of headings, counted from 0
LINES = ["", "Some cells refer to notes.", "[c] = confidential", "1) 2011 figures were revised"]
FAULTS: list[Any] = ["five", "", -3, 1.05, "26%", "2023 Q9", "1.234.567", "[q]", "see note"]
SOURCE = Source("planted.xlsx")


def cell(value: Any) -> Cell:
    return Decimal(repr(value)) if isinstance(value, int | float) else value or ""


def read(rows: Rows) -> Extract:
    grid = Grid("T", [[cell(value) for value in row] for row in rows])
    extract = Extract()
    assert tables.recognise(grid, SOURCE)
    tables.read(grid, SOURCE, extract)
    return extract


def row_of(name: str) -> int:
    """Return the row that a cell such as `C12` stands in, counted from 0."""
    return int(re.sub("[A-Z]", "", name)) - 1


@st.composite
def shuffled(draw: st.DrawFn) -> tuple[Table, Rows, Landed]:
    """Draw a table with its columns in any order."""
    table = draw(st.sampled_from(ACCESSIBLE))
    width = len(table.columns) + 2 + bool(table.named)
    rows, landed = accessible_sheet(
        table, Figures(), draw(st.permutations(range(width)) | st.just(list(range(width))))
    )
    return table, rows, {("T", at): told for (_, at), told in landed.items()}


def given_by(extract: Extract) -> Landed:
    return {
        ("T", f.cell): (f.measure_code, f.period_start, f.period_end, f.value, f.marker)
        for f in without_clashes(extract)
    }


def styled_grid(table: Styled, *, joined: bool, blank: int) -> tuple[Grid, Landed]:
    """Return a styled sheet with its joined cells or without, lower by some empty rows."""
    sheet = openpyxl.Workbook().create_sheet(table.name)
    landed = styled_sheet(sheet, table, Figures())
    if blank:
        sheet.insert_rows(4, blank)
    rows = [[cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    merges = tuple(
        Merge(m.min_row - 1 + blank, m.min_col - 1, m.max_row - 1 + blank, m.max_col - 1)
        for m in sheet.merged_cells.ranges
    )
    moved = {
        ("T", f"{at.rstrip('0123456789')}{row_of(at) + 1 + blank}"): told
        for (_, at), told in landed.items()
    }
    return Grid("T", rows, merges if joined else ()), moved


@settings(max_examples=CASES, deadline=None)
@given(
    table=st.sampled_from(STYLED),
    joined=st.booleans(),
    apart=st.booleans(),
    low=st.booleans(),
    once=st.booleans(),
    blank=st.integers(0, 3),
    left_out=st.sets(st.integers(0, 20), max_size=2),
)
def test_styled_headings_of_any_build_give_the_right_figures(
    table: Styled,
    *,
    joined: bool,
    apart: bool,
    low: bool,
    once: bool,
    blank: int,
    left_out: set[int],
) -> None:
    stacks = [s for n, s in enumerate(table.stacks) if n not in left_out and (apart or s)]
    grid, expected = styled_grid(
        replace(table, stacks=tuple(stacks), low=low, once=once), joined=joined, blank=blank
    )
    extract = Extract()

    # A table of which nothing but columns counted elsewhere is left is not one to take.
    if tables.recognise(grid, SOURCE):
        tables.read(grid, SOURCE, extract)

    assert given_by(extract) == expected
    assert not extract.refused


@settings(max_examples=CASES, deadline=None)
@given(
    planted=shuffled(),
    lines=st.lists(st.tuples(st.integers(1, 40), st.sampled_from(LINES)), max_size=8),
    empty=st.integers(0, 2),
)
def test_the_order_of_columns_and_lines_between_change_no_figure(
    planted: tuple[Table, Rows, Landed], lines: list[tuple[int, str]], empty: int
) -> None:
    _, rows, expected = planted
    numbered = list(enumerate(rows))
    for at, line in lines:
        numbered.insert(min(at, len(numbered)), (-1, [line]))
    moved = {old: new for new, (old, _) in enumerate(numbered) if old >= 0}

    extract = read([[*row, *[None] * empty] for _, row in numbered])

    assert given_by(extract) == {
        (sheet, f"{at.rstrip('0123456789')}{moved[row_of(at)] + 1}"): told
        for (sheet, at), told in expected.items()
    }
    between = {new for new, (old, _) in enumerate(numbered) if old < 0}
    assert {row_of(refusal.cell) for refusal in extract.refused} <= between


@settings(max_examples=CASES, deadline=None)
@given(
    planted=shuffled(),
    faults=st.lists(
        st.tuples(st.integers(0, 200), st.integers(0, 30), st.sampled_from(FAULTS)),
        min_size=1,
        max_size=5,
    ),
)
def test_a_fault_in_any_cell_is_listed_and_moves_no_figure(
    planted: tuple[Table, Rows, Landed], faults: list[tuple[int, int, Any]]
) -> None:
    _, rows, expected = planted
    spoilt: dict[str, Any] = {}
    for down, along, fault in faults:
        row = HEAD + 1 + down % (len(rows) - HEAD - 1)
        column = along % len(rows[HEAD])
        rows[row][column] = fault
        spoilt[f"{chr(65 + column)}{row + 1}"] = fault

    extract = read(rows)

    figures = given_by(extract)
    for (sheet, at), told in figures.items():
        if at not in spoilt:
            assert told == expected[sheet, at]
        elif spoilt[at] == "":
            assert told[3:] == (None, "blank")
        else:  # a number that the measure may have, such as 1.05 weeks
            assert told[3] in {Decimal("1.05"), Decimal(26), Decimal(105)}
        assert told[:3] == expected[sheet, at][:3]
    listed = {row_of(refusal.cell) for refusal in extract.refused}
    missing = {row_of(at) for _, at in set(expected) - set(figures)}
    assert missing <= listed
