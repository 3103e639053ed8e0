from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lfjb_desk.importers.figures import Reading

Take = Callable[[Path], Reading]
Make = Callable[..., Path]

HEAD = [
    "Year",
    "Quarter",
    "Total Disposals\n[note 55]",
    "Mean disposal duration (weeks)\n[note 56]",
    "Median disposal duration (weeks)\n[note 57]",
    "Cases disposed in 26 weeks\n[note 58]",
]
TITLE = (
    "Table 8: Care proceedings timeliness, Annually 2011 - 2023 and quarterly Q1 2011 - "
    "Q4 2023 [note 54]"
)


def table(*rows: Sequence[Any], head: Sequence[Any] = HEAD, title: str = TITLE) -> list[list[Any]]:
    return [
        [title],
        ["This worksheet contains one table."],
        ["Source: invented for a test"],
        list(head),
        *map(list, rows),
    ]


ROWS = table(
    [2011, "Annual", 21000, 55.1, 52.3, 0.1],
    ["2022 [r]", "Annual", "[x]", "[x]", "[x]", "[x]"],
    [2011, "Q1", 5123, 54.9, 51.0, 0.26],
    [2023, "Q3 [r]", "4,801", "45.2 [r]", "[c]", "31%"],
    [2023, "Q4 [p]", 4700, 44.0, 41.5, 0.3125],
)
SHEETS = {
    "Cover": [["Family court tables"]],
    "Notes": [["Note number", "Note text"], ["note 57", "Half of the cases take less time."]],
    "Table_8": ROWS,
    "Table_12": [
        ["Table 12: something else"],
        ["Year", "Quarter", "Applications"],
        [2011, "Q1", 5],
    ],
}


@pytest.mark.parametrize("form", ["workbook", "ods"])
def test_table_8_gives_four_measures_for_each_row(
    take: Take, request: pytest.FixtureRequest, form: str
) -> None:
    reading = take(request.getfixturevalue(form)(SHEETS))

    figures: dict[tuple[str, str], Any] = {
        (f.measure_code, f.period_label): (f.value, f.marker) for f in reading.figures
    }
    assert (reading.read, len(figures), reading.refused) == (5, 20, ())
    assert figures["s31_mean_weeks", "2011 Annual"] == (Decimal("55.1"), None)
    assert figures["s31_median_weeks", "2011 Q1"] == (51, None)
    assert figures["s31_within_26_pct", "2011 Q1"] == (26, None)
    assert figures["s31_within_26_pct", "2023 Q3 [r]"] == (31, None)
    assert figures["s31_within_26_pct", "2023 Q4 [p]"] == (Decimal("31.25"), None)
    assert figures["fcsq_care_disposals", "2023 Q3 [r]"] == (4801, None)
    assert figures["s31_mean_weeks", "2023 Q3 [r]"] == (Decimal("45.2"), "[r]")
    assert figures["s31_median_weeks", "2023 Q3 [r]"] == (None, "[c]")
    assert figures["s31_within_26_pct", "2022 [r] Annual"] == (None, "[x]")


def test_the_figures_are_national_and_know_their_cells_and_days(take: Take, workbook: Make) -> None:
    reading = take(workbook(SHEETS))

    assert {(f.place_label, f.place_kind) for f in reading.figures} == {
        ("England and Wales", "nation")
    }
    (mean,) = [f for f in reading.figures if f.cell == "D9"]
    assert (mean.sheet, mean.measure_code) == ("Table_8", "s31_mean_weeks")
    assert mean.value == 44
    assert (mean.period_start.isoformat(), mean.period_end.isoformat()) == (
        "2023-10-01",
        "2023-12-31",
    )
    assert "Sheets not used: Cover, Notes, Table_12." in reading.notes
    assert reading.publisher == "FCSQ"


def test_a_percentage_may_be_printed_as_a_number_where_the_heading_says_so(
    take: Take, workbook: Make
) -> None:
    head = [*HEAD[:5], "% of cases disposed in 26 weeks"]
    reading = take(
        workbook({"T": table([2011, "Q1", 5, 1, 1, 26], [2011, "Q2", 5, 1, 1, 30.5], head=head)})
    )

    shares = [f.value for f in reading.figures if f.measure_code == "s31_within_26_pct"]
    assert shares == [26, Decimal("30.5")]


@pytest.mark.parametrize("shares", [(26, 30), (0.26, 30), (1200, 1300)])
def test_a_share_that_may_be_a_count_is_listed_and_not_guessed(
    take: Take, workbook: Make, shares: tuple[float, float]
) -> None:
    first, second = shares
    reading = take(
        workbook({"T": table([2011, "Q1", 5, 1, 1, first], [2011, "Q2", 5, 1, 1, second])})
    )

    assert [r.cell for r in reading.refused] == ["F5", "F6"]
    assert "percentage, a fraction or a count" in reading.refused[0].reason
    assert len(reading.figures) == 6


def test_a_year_printed_once_counts_for_its_later_quarters_only(take: Take, workbook: Make) -> None:
    reading = take(
        workbook(
            {
                "T": table(
                    [2011, "Q1", 5, 1, 1, 0.1],
                    ["", "Q2", 5, 2, 1, 0.1],
                    ["", "Q1", 5, 3, 1, 0.1],
                    ["", "2012-Q1", 5, 4, 1, 0.1],
                    ["2011-12", "Q3", 5, 5, 1, 0.1],
                    [2013, "Spring", 5, 6, 1, 0.1],
                )
            }
        )
    )

    means = {f.period_label: f.value for f in reading.figures if f.measure_code == "s31_mean_weeks"}
    assert means == {"2011 Q1": 1, "2011 Q2": 2, "2012-Q1": 4}
    assert [r.cell for r in reading.refused] == ["A7", "A9", "A10"]
    assert reading.read == 6


def test_notes_beneath_the_table_are_kept_as_notes(take: Take, workbook: Make) -> None:
    reading = take(workbook({"T": [*ROWS, [], ["Note 57: half of the cases take less time."]]}))

    assert "Read as a note: T, row 11, \u201cNote 57: half of the cases take less time.\u201d." in (
        reading.notes
    )
    assert reading.read == 5


def test_table_9_gives_the_time_that_private_law_cases_take(take: Take, workbook: Make) -> None:
    title = "Table 9: Private law cases, time to final order"
    head = ["Year", "Quarter", "Total cases", "Mean duration (weeks)", "Median duration (weeks)"]
    reading = take(
        workbook(
            {
                "Table_8": ROWS,
                "Table_9": table([2023, "Q1", 900, 46.1, 40.2], head=head, title=title),
            }
        )
    )

    private = {f.measure_code: f.value for f in reading.figures if f.sheet == "Table_9"}
    assert private == {
        "s8_receipt_final_weeks": Decimal("46.1"),
        "fcsq_private_median_weeks": Decimal("40.2"),
        "fcsq_private_final_cases": 900,
    }


@pytest.mark.parametrize(
    "head",
    [
        ["Year", "Quarter", "Representation", "Total cases", "Mean duration (weeks)"],
        ["Year", "Quarter", "Mean duration (weeks)", "Mean duration, applicants (weeks)"],
    ],
)
def test_a_table_broken_down_further_is_not_taken_for_the_whole(
    take: Take, workbook: Make, head: list[str]
) -> None:
    title = "Table 10: Private law cases by representation"
    reading = take(
        workbook({"T": table([2023, "Q1", 5, 6, 7][: len(head)], head=head, title=title)})
    )

    assert reading.figures == ()
    assert [(use.sheet, use.reason) for use in reading.sheets] == [
        (
            "T",
            (
                "about time taken, by legal representation, "
                "none of its columns holds a measure that is known here"
            ),
        )
    ]


def test_a_hidden_sheet_is_named_and_not_used(take: Take, workbook: Make) -> None:
    reading = take(workbook({"Table_8": ROWS, "hidden working": ROWS}))

    assert {f.sheet for f in reading.figures} == {"Table_8"}
    assert "Hidden sheets, not used: hidden working." in reading.notes
