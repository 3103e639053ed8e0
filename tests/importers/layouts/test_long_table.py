from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.importers.figures import Reading

Take = Callable[[Path], Reading]
Make = Callable[..., Path]


def test_one_figure_to_a_row_in_any_order_of_columns(take: Take, text_file: Make) -> None:
    reading = take(
        text_file(
            "Value,Measure,Period,Area\n41.2,s31_mean_weeks,2024 Q1,Luton\n"
            "[c],open_public,March 2024,Luton\n"
        )
    )

    assert [
        (f.measure_code, f.place_label, f.period_start.isoformat(), f.value, f.marker, f.cell)
        for f in reading.figures
    ] == [
        ("s31_mean_weeks", "Luton", "2024-01-01", Decimal("41.2"), None, "A2"),
        ("open_public", "Luton", "2024-03-01", None, "[c]", "A3"),
    ]
    assert {f.place_kind for f in reading.figures} == {None}
    assert not any(measure.settled for measure in reading.measures)


def test_headings_have_synonyms_and_say_what_the_places_are(take: Take, workbook: Make) -> None:
    reading = take(
        workbook(
            {
                "Our figures": [
                    ["Figures kept by the board"],
                    [],
                    [
                        "Local authority",
                        "Region",
                        "Indicator",
                        "Year",
                        "Quarter",
                        "Figure",
                        "Units",
                        "Remark",
                    ],
                    ["Suffolk", "East", "Issue to IRH", "2023-24", "Q4", 20.5, "weeks", "checked"],
                    ["England", "", "Issue to IRH", 2024, "Q1", 21, "weeks", ""],
                    ["Kept since 2023."],
                ]
            }
        )
    )

    assert [
        (f.place_label, f.place_kind, f.place_hint, f.period_start, f.value)
        for f in reading.figures
    ] == [
        ("Suffolk", "authority", "East", date(2024, 1, 1), Decimal("20.5")),
        ("England", "nation", "", date(2024, 1, 1), 21),
    ]
    assert (reading.read, reading.measures[0].unit) == (2, "weeks")
    assert "Columns not used: remark." in reading.notes
    assert any("Kept since 2023" in note for note in reading.notes)


def test_a_column_may_say_the_kind_of_place_the_publisher_and_the_marker(
    take: Take, text_file: Make
) -> None:
    reading = take(
        text_file(
            "Place,Level,Publisher,Period,KPI,Value,Marker\n"
            "Luton,DFJ area,Cafcass,Q4: 2023-24,s31_mean_weeks,41,[p]\n"
            "Luton,region,Cafcass,Q3: 2023-24,s31_mean_weeks,0,[low]\n"
            "Luton,town,Cafcass,Q2: 2023-24,s31_mean_weeks,41,\n"
            "Luton,area,Cafcass,2023 Q1,s31_mean_weeks,41,\n"
            "Luton,area,Cafcass,Q1: 2023-24,s31_mean_weeks,41,12\n"
        )
    )

    assert [(f.place_kind, f.value, f.marker) for f in reading.figures] == [
        ("area", 41, "[p]"),
        ("region", None, "[low]"),
    ]
    unclear = (
        "has a period that is not clear: \u201c2023 Q1\u201d may be in a calendar or a "
        "financial year."
    )
    assert [r.reason.split(" ", 2)[2] for r in reading.refused] == [
        "has \u201ctown\u201d as the kind of its place.",
        unclear,
        "has \u201c12\u201d as the marker of its value.",
    ]
    assert reading.publisher == "Cafcass"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",2024 Q1,s31_mean_weeks,41", "name its area"),
        ("Luton,Q1,s31_mean_weeks,41", "without its year"),
        ("Luton,2024 Q1,,41", "name its measure"),
        ('Luton,2024 Q1,s31_mean_weeks,"41,2"', "separator"),
        ("Luton,2024 Q1,s31_mean_weeks,-3", "less than nought"),
        ("Luton,2024 Q1,s31_mean_weeks", "has 3 cells under 4 headings"),
        ("Luton,2024 Q1,s31_mean_weeks,41,2", "has 5 cells under 4 headings"),
    ],
)
def test_a_broken_row_is_listed_with_the_reason(
    take: Take, text_file: Make, row: str, reason: str
) -> None:
    reading = take(text_file(f"area,period,measure,value\n{row}\nYork,2024 Q1,open_public,7\n"))

    (refusal,) = reading.refused
    assert reason in refusal.reason
    assert reading.read == 2
    assert [figure.value for figure in reading.figures] == [7]


@pytest.mark.parametrize(
    ("said", "value"), [("26%", 26), ("26", 26), ("0.26", None), ("0", 0), ("1", None)]
)
def test_a_percentage_that_may_be_a_fraction_is_listed(
    take: Take, text_file: Make, said: str, value: int | None
) -> None:
    reading = take(text_file(f"area,period,measure,value\nYork,2024 Q1,s31_within_26_pct,{said}\n"))

    assert [f.value for f in reading.figures] == ([] if value is None else [value])
    assert len(reading.refused) == (value is None)


def test_months_may_be_dates_where_the_heading_says_month(take: Take, workbook: Make) -> None:
    rows: list[list[Any]] = [
        ["Area", "Month", "Measure", "Value"],
        ["York", date(2024, 2, 1), "open_public", 7],
    ]
    (figure,) = take(workbook({"x": rows})).figures
    rows[0][1] = "Date"
    reading = take(workbook({"x": rows}))

    assert figure.period_end == date(2024, 2, 29)
    assert "is a day" in reading.refused[0].reason


def test_month_and_year_may_stand_apart(take: Take, text_file: Make) -> None:
    (figure,) = take(
        text_file("Region,Year,Month,Measure,Value\nLONDON,2024,January,open_public,7\n")
    ).figures

    assert (figure.period_start, figure.place_kind) == (date(2024, 1, 1), "region")


def test_repeats_are_taken_once_and_contradictions_not_at_all(take: Take, text_file: Make) -> None:
    reading = take(
        text_file(
            "area;period;measure;value\nYork;2024 Q1;m;7\nYORK;Q1 2024;m;7\n"
            "Luton;2024 Q1;m;7\nLuton;2024 Q1;m;8\n"
        )
    )

    assert [f.cell for f in reading.figures] == ["D2"]
    assert [(r.cell, r.reason) for r in reading.repeats] == [("D3", "D3 repeats D2.")]
    assert [(r.cell, r.reason) for r in reading.refused] == [
        ("D4", "D4, D5 give different figures for the same thing."),
        ("D5", "D4, D5 give different figures for the same thing."),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "area,period,value",
        "area,area,period,measure,value",
        "area,year,month,quarter,measure,value",
        "area,period,measure,value,value",
        "area,year,year,measure,value",
    ],
)
def test_headings_that_lack_a_column_or_have_it_twice_are_not_recognised(
    take: Take, text_file: Make, heading: str
) -> None:
    with pytest.raises(RuleError, match="was not recognised"):
        take(text_file(heading + "\n" + ",".join("1" for _ in heading.split(",")) + "\n"))


def test_headings_alone_are_said_to_hold_nothing(take: Take, text_file: Make) -> None:
    with pytest.raises(RuleError, match="no rows of figures"):
        take(text_file("area,period,measure,value\n"))
