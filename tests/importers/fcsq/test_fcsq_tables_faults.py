"""FCSQ tables that are not quite as they should be: right, or listed with the reason."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lfjb_desk.importers.cells import Cell, Grid
from lfjb_desk.importers.extract import Extract, Source
from lfjb_desk.importers.figures import Reading
from lfjb_desk.importers.layouts.fcsq import tables
from tests.importers.fcsq.printed import ACCESSIBLE
from tests.importers.fcsq.workbook import Figures, accessible_sheet

Take = Callable[[Path], Reading]
Make = Callable[..., Path]
Rows = list[list[Any]]

SUMMARY = "Table 2: Public and Private (Children Act) cases started and disposed, counted by case"
CARE = "Table 8: Time to first disposal for care proceedings in England and Wales"
HEAD = ["Category", "Year", "Quarter", "Cases starting", "Cases disposed"]


def table(*rows: list[Any], title: str = SUMMARY, head: list[Any] = HEAD) -> Rows:
    return [[title], ["Source: invented for a test"], head, *rows]


def by_cell(reading: Reading) -> dict[str, tuple[Any, ...]]:
    return {
        f.cell: (f.measure_code, f.period_start.isoformat(), f.value or f.marker)
        for f in reading.figures
    }


def refused(reading: Reading) -> dict[str, str]:
    return {refusal.cell: refusal.reason for refusal in reading.refused}


def test_a_table_is_known_by_its_title_whatever_its_number_and_its_sheet(
    take: Take, workbook: Make
) -> None:
    for printed in ACCESSIBLE:
        rows, expected = accessible_sheet(printed, Figures())
        rows[0] = [f"Table 99: {printed.title}"]

        reading = take(workbook({"Sheet one": rows}))

        assert {f.cell for f in reading.figures} == {cell for _, cell in expected}


def test_a_row_that_names_nothing_known_is_listed_and_the_others_are_taken(
    take: Take, workbook: Make
) -> None:
    reading = take(
        workbook(
            {
                "T": table(
                    ["Public law", 2023, "Annual", 50, 40],
                    ["Sundry law", 2023, "Annual", 60, 41],
                    ["", 2023, "Q1", 70, 42],
                    ["Private law", 2023, "Q1", 80, 43],
                )
            }
        )
    )

    assert by_cell(reading) == {
        "D4": ("pl_case_starts", "2023-01-01", 50),
        "E4": ("pl_disposals", "2023-01-01", 40),
        "D7": ("fcsq_private_law_start_cases", "2023-01-01", 80),
        "E7": ("fcsq_private_law_end_cases", "2023-01-01", 43),
    }
    assert refused(reading) == {
        "B5": "Row 5: \u201cSundry law\u201d is nothing that this table is known to count.",
        "B6": "Row 6: it does not say what it counts.",
    }
    assert reading.read == 4


def test_a_year_without_a_quarter_is_a_whole_year_only_before_the_quarters(
    take: Take, workbook: Make
) -> None:
    reading = take(
        workbook(
            {
                "T": table(
                    ["Public law", 2022, "", 1, 2],
                    ["Public law", 2023, "", 3, 4],
                    ["Public law", 2022, "Q1", 5, 6],
                    ["Public law", 2022, "", 7, 8],
                    ["Private law", 2022, "", 9, 10],
                )
            }
        )
    )

    days = {f.cell: (f.period_start, f.period_end) for f in reading.figures}
    year = (date(2022, 1, 1), date(2022, 12, 31))
    assert (days["D4"], days["D8"]) == (year, year)
    assert days["D5"] == (date(2023, 1, 1), date(2023, 12, 31))
    assert days["D6"] == (date(2022, 1, 1), date(2022, 3, 31))
    assert refused(reading) == {
        "B7": "Row 7: \u201c\u201d is neither Annual nor a quarter of 2022."
    }


def test_a_year_without_any_figure_is_listed(take: Take, workbook: Make) -> None:
    reading = take(
        workbook({"T": table(["Public law", 2022, "", "", ""], ["Public law", 2022, "Q1", 5, ""])})
    )

    assert by_cell(reading) == {
        "D5": ("pl_case_starts", "2022-01-01", 5),
        "E5": ("pl_disposals", "2022-01-01", "blank"),
    }
    assert refused(reading) == {"B4": "Row 4: it names 2022 and holds no figure."}


def test_headings_printed_again_and_lines_between_are_read_as_notes(
    take: Take, workbook: Make
) -> None:
    reading = take(
        workbook(
            {
                "T": table(
                    ["Public law", 2022, "Q1", 1, 2],
                    ["Some cells refer to notes."],
                    HEAD,
                    [],
                    ["Public law", 2022, "Q2", 3, 4],
                )
            }
        )
    )

    assert set(by_cell(reading)) == {"D4", "E4", "D8", "E8"}
    assert reading.refused == ()
    assert any("Read as notes: T, rows 5, 6, " in note for note in reading.notes)


def test_marks_that_stand_for_no_figure_are_kept_as_published(take: Take, ods: Make) -> None:
    signs = ["-", "..", ":", ".", "*", "**", "#REF!", "[c]", "[z]", "[c][r]", "[z] [r]"]
    rows = [["Public law", 2000 + n, "Annual", sign, f"{n} [r]"] for n, sign in enumerate(signs)]
    reading = take(ods({"T": table(*rows)}))

    ended = [f for f in reading.figures if f.measure_code == "pl_disposals"]
    starts = [f for f in reading.figures if f.measure_code == "pl_case_starts"]
    assert [f.marker for f in starts] == signs
    assert all(f.value is None for f in starts)
    assert [str(f.value) for f in ended] == [str(n) for n in range(len(signs))]
    assert all(f.marker == "[r]" for f in ended)


@pytest.mark.parametrize("cell", [-1, 1.5, "26%", "five", "12 (8)"])
def test_a_count_that_cannot_be_one_is_listed(take: Take, workbook: Make, cell: Any) -> None:
    rows = [["Public law", 2023, "Q1", cell, 4], ["Public law", 2023, "Q2", 3, 5]]
    reading = take(workbook({"T": table(*rows)}))

    assert set(by_cell(reading)) == {"E4", "D5", "E5"}
    assert set(refused(reading)) == {"D4"}


def test_two_columns_that_read_alike_are_both_left(take: Take, workbook: Make) -> None:
    head = ["Category", "Year", "Quarter", "Cases starting", "Cases started", "Cases disposed"]
    reading = take(workbook({"T": table(["Public law", 2023, "Q1", 4, 5, 6], head=head)}))

    assert set(by_cell(reading)) == {"F4"}
    assert set(refused(reading)) == {"D3", "E3"}
    assert refused(reading)["D3"] == (
        "Column D reads like another one of this table: \u201ccases starting\u201d; "
        "neither was taken."
    )


@pytest.mark.parametrize(
    ("title", "head", "row", "reason"),
    [
        (
            SUMMARY,
            ["Category", "Stage", "Year", "Quarter", "Cases starting"],
            ["Public law", "Applications", 2023, "Q1", 5],
            "broken down by more than one thing, deeper than the desk keeps",
        ),
        (
            "Table 8: Care proceedings in England, time to first disposal",
            ["Year", "Quarter", "Total disposals"],
            [2023, "Q1", 5],
            "about England alone",
        ),
        (
            "Table 8: Care proceedings, time to first disposal by DFJ area",
            ["Year", "Quarter", "Total disposals"],
            [2023, "Q1", 5],
            "broken down by dfj",
        ),
        (
            CARE,
            ["Year", "Quarter", "Region", "Total disposals"],
            [2023, "Q1", 4, 5],
            "broken down by \u201cregion\u201d, which is not known here",
        ),
        (
            CARE,
            ["Year", "Quarter", "Total disposals after 26 weeks"],
            [2023, "Q1", 5],
            "none of its columns holds a measure that is known here",
        ),
    ],
)
def test_a_table_that_says_less_than_the_whole_nation_is_not_used(
    take: Take, workbook: Make, title: str, head: list[Any], row: list[Any], reason: str
) -> None:
    reading = take(workbook({"T": table(row, title=title, head=head)}))

    assert reading.figures == ()
    (use,) = reading.sheets
    assert use.reason.endswith(f", {reason}")


def test_a_table_by_region_in_a_column_of_words_is_listed_row_by_row_or_not_used(
    take: Take, workbook: Make
) -> None:
    head = ["Year", "Quarter", "Region", "Total disposals"]
    reading = take(
        workbook(
            {"T": table([2023, "Q1", "London", 5], [2023, "Q1", "Wales", 6], title=CARE, head=head)}
        )
    )

    assert reading.figures == ()
    assert reading.sheets[0].reason.endswith("holds a measure that is known here")


def test_a_choice_from_a_list_counts_for_all_figures_of_its_table(
    take: Take, workbook: Make
) -> None:
    title = "Table 16: Applications and orders made for domestic violence remedies"
    head = ["Year", "Quarter", "Applications made", "Orders made"]

    def read(*choice: str) -> set[str]:
        rows = [[title], [], list(choice), [], head, [2023, "Q1", 5, 6]]
        return {f.measure_code for f in take(workbook({"T": rows})).figures}

    whole = {"fcsq_domestic_violence_applications", "fcsq_domestic_violence_end_orders"}
    assert read("Application type:", "All") == whole
    assert read("Source:", "HMCTS FamilyMan") == whole
    assert read("Application type:", "On notice") == {
        "fcsq_domestic_violence_notice_applications",
        "fcsq_domestic_violence_notice_end_orders",
    }
    assert read("Application type:", "By post") == set()


def test_a_way_back_beside_a_title_and_short_headings_disturb_nothing(
    take: Take, workbook: Make
) -> None:
    rows = [
        ["Table 8", "", "", "", "Return to index"],
        ["Care proceedings, time to first disposal", "Contents"],
        ["Annually 2011 - 2023 and quarterly Q1 2011 - Q4 2023"],
        ["Year", "Qtr", "Number of cases1", "Mean (weeks)2", "% disposed of within 26 weeks"],
        ["2023 (r)", "Q4 (p)", 5, 41.5, 0.25],
    ]
    reading = take(workbook({"T": rows}))

    assert by_cell(reading) == {
        "C5": ("fcsq_care_disposals", "2023-10-01", 5),
        "D5": ("s31_mean_weeks", "2023-10-01", Decimal("41.5")),
        "E5": ("s31_within_26_pct", "2023-10-01", 25),
    }


def test_a_sheet_whose_title_is_not_known_is_not_a_table_of_the_workbook(
    take: Take, workbook: Make
) -> None:
    rows = table(["Public law", 2023, "Q1", 5, 6])
    reading = take(workbook({"T": rows, "Table_26": [["Table 26: Sundry matters"], *rows[1:]]}))

    assert {f.sheet for f in reading.figures} == {"T"}
    assert "Sheets not used: Table_26." in reading.notes


def test_a_number_where_a_category_should_be_costs_only_its_own_row(
    take: Take, workbook: Make
) -> None:
    rows = [["Public law", 2023, f"Q{n}", n, n + 10] for n in (1, 2, 3)]
    rows[0][0] = -3
    reading = take(workbook({"T": table(*rows)}))

    assert set(by_cell(reading)) == {"D5", "E5", "D6", "E6"}
    assert refused(reading) == {
        "B4": "Row 4: \u201c-3\u201d is nothing that this table is known to count."
    }


@pytest.mark.parametrize("filling", ["[", "[note 1", ",", "1,", "(1,1", "2011", "Q1", "duration "])
def test_cells_of_any_length_are_read_or_listed_without_end(filling: str) -> None:
    long = filling * 200_000
    figures: list[list[Cell]] = [
        ["Public law", Decimal(2020 + n), "Annual", Decimal(n), Decimal(7)] for n in range(3)
    ]
    rows: list[list[Cell]] = [
        [SUMMARY],
        [long],
        [*HEAD, long],
        *figures,
        [long, Decimal(2021), "Q1", Decimal(5), Decimal(6)],
        ["Public law", long, "Q2", Decimal(5), Decimal(6)],
        ["Public law", Decimal(2021), long, Decimal(5), Decimal(6)],
    ]
    extract = Extract()
    source = Source("long.xlsx")

    assert tables.recognise(Grid("T", rows), source)
    tables.read(Grid("T", rows), source, extract)

    assert {figure.cell[1:] for figure in extract.figures} <= {"4", "5", "6"}
    assert {refusal.cell for refusal in extract.refused} == {"B7", "B8", "B9"} or extract.unused


@pytest.mark.parametrize(
    "rows",
    [
        [[2022, "Annual"], [2023, ""]],  # the other rows say that they are whole years
        [[2023, ""], [2022, ""]],  # whole years rise
        [[2022, "[z]"], [2023, ""]],  # a table has one way to print them
    ],
)
def test_a_missing_quarter_does_not_make_a_whole_year(
    take: Take, workbook: Make, rows: list[list[Any]]
) -> None:
    reading = take(workbook({"T": table(*(["Public law", *row, 5, 6] for row in rows))}))

    assert set(by_cell(reading)) == {"D4", "E4"}
    assert set(refused(reading)) == {"B5"}
