"""The one reader of table rows that layouts and mappings share."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lfjb_desk.importers.cells import Cell, Grid
from lfjb_desk.importers.figures import MeasureHint
from lfjb_desk.importers.language.markers import UnreadableCellError, Value
from lfjb_desk.importers.tables.names import (
    is_nation,
    is_region,
    is_statistical_region,
    is_total_of_england,
    kind_said,
    unsaid_sum,
)
from lfjb_desk.importers.tables.rows import RowKind, TableShape, as_note, line_of
from lfjb_desk.importers.tables.values import marked, read_figure

ROWS: list[list[Cell]] = [
    ["Length of cases", "", ""],
    ["Area", "2024", "2025"],
    ["Essex", Decimal(46), Decimal(45)],
    ["", "", ""],
    ["The south", "", ""],
    ["Area", "2024", "2025"],
    ["Kent", "", Decimal(41)],
    ["Note: weeks", "", ""],
]
TABLE = TableShape(Grid("", ROWS), first=0, last=1, figures=(1, 2))


def test_each_row_below_the_headings_is_told_apart() -> None:
    assert [(row.index, row.kind, row.is_below) for row in TABLE.rows()] == [
        (2, RowKind.FIGURES, False),
        (4, RowKind.LINE, False),
        (5, RowKind.HEADINGS, False),
        (6, RowKind.FIGURES, False),
        (7, RowKind.LINE, True),
    ]


def test_rows_that_are_left_out_do_not_count_as_the_last() -> None:
    assert [(row.index, row.is_below) for row in TABLE.rows(left_out={5, 6})] == [
        (2, False),
        (4, True),
        (7, True),
    ]


def test_a_line_is_no_heading_for_being_as_empty_as_a_title_over_the_figures() -> None:
    assert not TABLE.repeats_headings(7)
    assert TABLE.repeats_headings(5)


def test_a_row_that_names_its_place_and_period_is_one_though_its_figure_is_missing() -> None:
    grid = Grid("", [["Area", "Period", "Value"], ["Essex", "2024", ""], ["Kent", "", ""]])
    table = TableShape(grid, 0, 0, figures=(2,), naming=(0, 1))
    assert [row.kind for row in table.rows()] == [RowKind.FIGURES, RowKind.LINE]


def test_a_line_says_each_text_once() -> None:
    grid = Grid("", [["Total", "", "Total", "of all"]])
    assert line_of(grid, 0) == "Total of all"
    assert as_note(3, "x" * 200) == f"Read as a note: row 4, \u201c{'x' * 120}\u201d."


def test_names_are_read_alike_wherever_they_stand() -> None:
    assert is_nation("England and Wales")
    assert not is_nation("Total England")
    assert is_total_of_england("Total England")
    assert [is_region(name) for name in ("London", "London region", "London total")] == [True] * 3
    assert is_statistical_region("East of England")
    assert not is_region("East of England")
    assert unsaid_sum("Overall") == "is called \u201cOverall\u201d, which does not say of what"
    assert unsaid_sum("Essex") == ""


def test_the_first_words_that_tell_say_what_places_are() -> None:
    assert kind_said(("name", "dfj area and local authority", "local authorities")) == "authority"
    assert kind_said(("dfj areas",)) == "area"
    assert kind_said(("name",)) is None


def test_a_figure_takes_the_marker_beside_it_and_no_second_one() -> None:
    grid = Grid("", [["46", "46 [p]"]])
    weeks = MeasureHint("weeks", "Weeks", unit="weeks")
    figure = read_figure(grid, (0, 0), weeks)
    assert marked(figure, "[r]") == Value(Decimal(46), "[r]")
    assert marked(figure, "") == figure
    with pytest.raises(UnreadableCellError, match="as the marker of its value"):
        marked(read_figure(grid, (0, 1), weeks), "[r]")
    with pytest.raises(UnreadableCellError, match="as the marker of its value"):
        marked(figure, "7")


def test_what_a_percentage_is_part_of_is_settled_before_its_measure_is_checked() -> None:
    grid = Grid("", [["0.26"]])
    weeks = MeasureHint("weeks", "Weeks", unit="weeks")
    with pytest.raises(UnreadableCellError, match="26%, where weeks should be"):
        read_figure(grid, (0, 0), weeks, lambda _: Value(Decimal(26), None, percent=True))


def test_a_heading_reaches_right_as_far_as_there_are_figures_when_told_so() -> None:
    rows: list[list[Cell]] = [
        ["Area", "2024", "", "2025"],
        ["", "Q1", "", "Q1"],
        ["Essex", "1", "2", "3"],
    ]
    table = TableShape(Grid("", rows), 0, 1, figures=(1, 2, 3))
    assert [table.over(column) for column in (1, 2, 3)] == [
        ["2024", "Q1"],
        ["", ""],
        ["2025", "Q1"],
    ]
    assert table.cells_over(2, reaching=True) == ["2024", ""], "the last row stands for itself"
    assert table.cells_over(1, reaching=True) == ["2024", "Q1"]
    assert table.cells_over(0, reaching=True) == ["Area", ""]
