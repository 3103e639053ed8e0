from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from lfjb_desk.importers.figures import NotRecognisedError, Reading

Take = Callable[[Path], Reading]
Make = Callable[..., Path]
Rows = list[list[Any]]

TITLE = "Public law: care application duration history by DFJ area (average weeks)"


def history(*rows: Sequence[Any], head: Sequence[Any], title: str = TITLE) -> Rows:
    return [
        ["Cafcass"],
        [title],
        [],
        list(head),
        *map(list, rows),
        [],
        ["Note: durations are whole calendar weeks, from issue to completion."],
    ]


def by_cell(reading: Reading) -> dict[str, tuple[Any, ...]]:
    return {
        f.cell: (
            f.place_label,
            f.period_start.isoformat(),
            f.period_end.isoformat(),
            f.value if f.marker is None else f.marker,
        )
        for f in reading.figures
    }


QUARTERS = ["DFJ area", "Q3: 2023-24", "Q4: 2023-24", "2023-24"]


def test_areas_down_and_quarters_across_become_one_figure_each(take: Take, workbook: Make) -> None:
    reading = take(
        workbook(
            {
                "Data": history(
                    ["Essex and Suffolk", 41, 43, 42],
                    ["Humberside", "[c]", "..", 38],
                    ["England", 45, 46, 45],
                    head=QUARTERS,
                )
            }
        )
    )

    assert by_cell(reading)["C5"] == ("Essex and Suffolk", "2024-01-01", "2024-03-31", 43)
    assert by_cell(reading)["D6"] == ("Humberside", "2023-04-01", "2024-03-31", 38)
    assert by_cell(reading)["B6"][3] == "[c]"
    assert by_cell(reading)["C6"][3] == ".."
    assert (reading.read, len(reading.figures), reading.refused) == (3, 9, ())
    assert {f.measure_code for f in reading.figures} == {"s31_mean_weeks"}
    assert {(f.place_label, f.place_kind) for f in reading.figures} == {
        ("Essex and Suffolk", "area"),
        ("Humberside", "area"),
        ("England", "nation"),
    }
    assert reading.publisher == "Cafcass"


@pytest.mark.parametrize("joined", [True, False])
def test_years_joined_over_their_quarters_are_read_together(
    take: Take,
    workbook: Make,
    joined: bool,  # noqa: FBT001 - one case each
) -> None:
    rows = [
        ["Cafcass care application duration history, local authorities"],
        ["Local authority", "2022-23", "", "", "", "", "2023-24", ""],
        ["", "Q1", "Q2", "Q3", "Q4", "Whole year", "Q1", "Q2"],
        ["Suffolk", 40, 41, 42, 43, 44, 45, 46],
    ]
    merges = {"Sheet A": ["B2:F2", "G2:H2", "A2:A3"]} if joined else {}
    reading = take(workbook({"Sheet A": rows}, merges))

    read: list[Any] = [(f.period_start.isoformat(), f.value) for f in reading.figures]
    assert read == [
        ("2022-04-01", 40),
        ("2022-07-01", 41),
        ("2022-10-01", 42),
        ("2023-01-01", 43),
        ("2022-04-01", 44),
        ("2023-04-01", 45),
        ("2023-07-01", 46),
    ]
    assert {f.place_kind for f in reading.figures} == {"authority"}
    assert reading.figures[4].period_end.isoformat() == "2023-03-31"


def test_older_labels_with_and_without_dashes_are_read(take: Take, workbook: Make) -> None:
    reading = take(
        workbook(
            {
                "x": history(
                    ["Luton", 30, 31, 32],
                    head=["DFJ", "2017 - 18 Q1", "Q2 1718", "Q1 2021"],
                )
            }
        )
    )

    assert [f.period_start.isoformat() for f in reading.figures] == [
        "2017-04-01",
        "2017-07-01",
        "2020-04-01",
    ]


def test_counts_beside_the_durations_are_not_taken_for_weeks(take: Take, workbook: Make) -> None:
    rows = [
        [TITLE],
        ["DFJ area", "Q1 2022-23", "", "Q2 2022-23", "", "Trend"],
        ["", "Applications", "Average duration", "Applications", "Average duration", ""],
        ["Luton", 90, 41, 80, 42, "rising"],
    ]
    reading = take(workbook({"x": rows}, {"x": ["B2:C2", "D2:E2"]}))

    assert {cell: figure[3] for cell, figure in by_cell(reading).items()} == {"C4": 41, "E4": 42}
    assert any("Q1 2022-23 Applications" in note and "Trend" in note for note in reading.notes)


def test_a_heading_that_is_half_understood_is_not_taken_for_a_year(
    take: Take, workbook: Make
) -> None:
    rows = [
        [TITLE],
        ["DFJ area", "2021-22", "2022-23", "2023-24"],
        ["", "Average weeks", "Q1 average weeks", "Mean duration"],
        ["Luton", 40, 41, 42],
    ]
    reading = take(workbook({"x": rows}))

    assert set(by_cell(reading)) == {"B4", "D4"}
    assert any("2022-23 Q1 average weeks" in note for note in reading.notes)


def test_a_quarter_without_its_year_is_refused_and_the_rest_kept(
    take: Take, workbook: Make
) -> None:
    reading = take(
        workbook(
            {
                "x": history(
                    ["Luton", 30, 31, 32, 33],
                    head=["DFJ area", "Q1 2022-23", "Q2 2022-23", "Q3", "2023 Q4"],
                )
            }
        )
    )

    assert set(by_cell(reading)) == {"B5", "C5"}
    assert [r.cell for r in reading.refused] == ["D4", "E4"]
    assert "without its year" in reading.refused[0].reason
    assert "calendar or a financial year" in reading.refused[1].reason


def test_two_columns_for_one_period_are_not_chosen_between(take: Take, workbook: Make) -> None:
    reading = take(
        workbook(
            {
                "x": history(
                    ["Luton", 30, 31, 32],
                    head=["DFJ area", "Q1 2022-23", "Q1: 2022-23", "Q2 2022-23"],
                )
            }
        )
    )

    assert set(by_cell(reading)) == {"D5"}
    assert [r.cell for r in reading.refused] == ["B5", "C5"]


def test_a_region_column_is_a_hint_and_joined_regions_count_for_their_rows(
    take: Take, workbook: Make
) -> None:
    rows = history(
        ["Midlands", "Derby", 30, 31],
        ["", "Coventry", 32, 33],
        ["North East", "York", 34, 35],
        head=["Region", "DFJ area", "Q1 2022-23", "Q2 2022-23"],
    )
    reading = take(workbook({"x": rows}, {"x": ["A5:A6"]}))

    assert {(f.place_label, f.place_hint) for f in reading.figures} == {
        ("Derby", "Midlands"),
        ("Coventry", "Midlands"),
        ("York", "North East"),
    }


def test_rows_that_cannot_be_placed_are_listed(take: Take, workbook: Make) -> None:
    reading = take(
        workbook(
            {
                "x": history(
                    ["Luton", 30, 31],
                    ["", 32, 33],
                    ["Total", 34, 35],
                    ["NORTH WEST", "", ""],
                    ["DFJ area", "Q1 2022-23", "Q2 2022-23"],
                    ["York", "about 40", 37],
                    head=["DFJ area", "Q1 2022-23", "Q2 2022-23"],
                )
            }
        )
    )

    assert {f.cell for f in reading.figures} == {"B5", "C5", "C10"}
    assert [(r.cell, r.reason) for r in reading.refused] == [
        ("A6", "Row 6 does not name its area or authority."),
        ("A7", "Row 7 is called \u201cTotal\u201d, which does not say of what."),
        ("A8", "Row 8, \u201cNORTH WEST\u201d, holds no figures."),
        ("B10", "B10 says \u201cabout 40\u201d, neither a figure nor a known marker."),
    ]
    assert reading.read == 5
    assert "Row 9 repeats the headings." in reading.notes
    assert any("whole calendar weeks" in note for note in reading.notes)


def test_two_columns_that_may_name_the_place_are_not_chosen_between(
    take: Take, workbook: Make
) -> None:
    reading = take(
        workbook(
            {
                "x": history(
                    ["Luton", "Bedford", 30, 31],
                    head=["One", "Two", "Q1 2022-23", "Q2 2022-23"],
                )
            }
        )
    )

    assert not reading.figures
    assert "not clear which column" in reading.refused[0].reason


def test_the_kind_of_place_is_left_open_where_nothing_tells(take: Take, workbook: Make) -> None:
    rows = history(
        ["Luton", 30, 31], head=["Name", "Q1 2022-23", "Q2 2022-23"], title="Care duration history"
    )

    assert {f.place_kind for f in take(workbook({"x": rows})).figures} == {None}
    named = take(workbook({"x": rows}, name="Public - LA Duration History.xlsx"))
    assert {f.place_kind for f in named.figures} == {"authority"}


@pytest.mark.parametrize(
    "rows",
    [
        history(
            ["Luton", 30, 31],
            head=["Area", "Q1 2022-23", "Q2 2022-23"],
            title="Children in care proceedings",
        ),
        history(
            ["Luton", 30, 31],
            head=["Area", "Q1 2022-23", "Q2 2022-23"],
            title="Private law duration history",
        ),
        history(
            ["Luton", 30, 31],
            head=["Area", "Q1 2022-23", "Q2 2022-23"],
            title="Duration: % of care cases within 26 weeks",
        ),
        history(["Luton", 30], head=["Area", "Q1 2022-23"]),
        history(["Apr", 30, 31], ["May", 30, 31], head=["Month", "2012-13", "2013-14"]),
    ],
)
def test_a_table_of_another_subject_or_shape_is_not_taken(
    take: Take, workbook: Make, rows: Rows
) -> None:
    with pytest.raises(NotRecognisedError) as refused:
        take(workbook({"x": rows}))
    assert any("duration" in table for table in refused.value.looked_for)


def test_a_second_table_below_is_not_taken_for_weeks(take: Take, workbook: Make) -> None:
    head = ["DFJ area", "Q1 2022-23", "Q2 2022-23"]
    reading = take(
        workbook(
            {
                "x": history(
                    ["Luton", 30, 31],
                    [],
                    ["Number of applications"],
                    head,
                    ["York", 90, 91],
                    head=head,
                )
            }
        )
    )

    assert {f.cell for f in reading.figures} == {"B5", "C5"}
    assert [r.cell for r in reading.refused] == ["A7", "A9"]
    assert "below \u201cNumber of applications\u201d" in reading.refused[1].reason


def test_quarters_of_financial_years_are_those_of_cafcass_though_it_is_not_named(
    take: Take, workbook: Make
) -> None:
    rows: Rows = [
        ["Care duration history"],
        ["DFJ area", "Q4: 2023-24", "2023-24"],
        ["Luton", 30, 31],
    ]
    reading = take(workbook({"x": rows}))
    rows[1][1:] = ["January 2024", "February 2024"]
    monthly = take(workbook({"x": rows}))

    assert reading.publisher == "Cafcass"
    assert any("does not say who published it" in note for note in reading.notes)
    assert monthly.publisher == ""


def test_a_text_file_of_the_same_shape_is_read_too(take: Take, text_file: Make) -> None:
    reading = take(
        text_file(
            "Care duration history (weeks) by DFJ area,,\nArea,2022 Q1,2022 Q2\nLuton,30,31\n"
        )
    )

    assert by_cell(reading)["C3"] == ("Luton", "2022-04-01", "2022-06-30", 31)
    assert reading.publisher == ""


@pytest.mark.parametrize(
    "heading",
    [
        *("2022-23 average", "Whole year average: 2022-23", "Annual average 2022/23"),
        *("2022-23 (year)", "2022-23 full year", "2022-23"),
    ],
)
def test_a_whole_year_average_beside_the_quarters_is_the_figure_of_the_year(
    take: Take, workbook: Make, heading: str
) -> None:
    head = ["Local authority", "Q3: 2022-23", "Q4: 2022-23 (Jan - Mar)", heading]
    reading = take(workbook({"x": history(["Luton", 30, 31, 32], head=head)}))

    assert by_cell(reading)["C5"][1:3] == ("2023-01-01", "2023-03-31")
    assert by_cell(reading)["D5"][1:3] == ("2022-04-01", "2023-03-31")
    assert {f.period_label for f in reading.figures if f.cell == "D5"} == {heading}


@pytest.mark.parametrize(
    "heading", ["2022-23 to date", "2022-23 total", "2021-22 to 2022-23 average", "2022-23 change"]
)
def test_a_column_that_is_not_wholly_of_its_year_is_not_taken(
    take: Take, workbook: Make, heading: str
) -> None:
    head = ["Local authority", "Q3: 2022-23", "Q4: 2022-23", heading]
    reading = take(workbook({"x": history(["Luton", 30, 31, 32], head=head)}))

    assert set(by_cell(reading)) == {"B5", "C5"}
    assert f"Columns not used: {heading}." in reading.notes
