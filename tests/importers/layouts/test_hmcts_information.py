from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lfjb_desk.importers.figures import Reading

Take = Callable[[Path], Reading]
Make = Callable[..., Path]
Row = tuple[Any, ...]

TITLE = "HMCTS management information: family courts, England and Wales, by DFJ area"
WIDE: list[list[Any]] = [
    [TITLE],
    ["These figures differ from official statistics and are revised each month."],
    [],
    [
        *("Region", "DFJ area", "Month", "Public law receipts", "Public law disposals"),
        *("Public law outstanding", "Open public law cases over 26 weeks"),
        *(
            "Open public law > 52 weeks",
            "Private law outstanding",
            "Average age of open care cases",
        ),
        *("Care: mean weeks to first disposal", "% of care disposals within 26 weeks"),
    ],
    ["London", "Central London", "Apr 2024", 51, 47, "1,210", 400, 90, 3100, 33.4, 41.2, "31%"],
    ["London", "Central London", "May 2024", "[c]", 40, "..", "-", 91, 3120, "", 40.9, 30],
    ["Wales", "North Wales", "Apr 2024", 12, 0, 88, 20, 4, 300, 25, "36 [p]", 0.4],
    ["", "England and Wales", "Apr 2024", 1500, 1400, 12000, 5000, 900, 41000, 30, 41, "28%"],
    ["", "Total", "Apr 2024", 1500, 1400, 12000, 5000, 900, 41000, 30, 41, "28%"],
    [],
    ["Note 1: [c] stands for a count kept back."],
]
CODES = {
    "D": "pl_case_starts",
    "E": "pl_disposals",
    "F": "open_public",
    "G": "open_over_26",
    "H": "open_over_52",
    "I": "open_private",
    "J": "open_avg_age",
    "K": "s31_mean_weeks",
    "L": "s31_within_26_pct",
}
SAID: dict[Any, Row] = {
    "1,210": ("1210", None),
    "31%": ("31", None),
    "28%": ("28", None),
    "36 [p]": ("36", "[p]"),
    "[c]": (None, "[c]"),
    "..": (None, ".."),
    "-": (None, "-"),
    "": (None, "blank"),
}


def full(reading: Reading) -> set[Row]:
    """Return everything that each figure says of itself."""
    return {
        (
            *(f.measure_code, f.place_kind, f.place_label, f.place_hint, f.sheet, f.cell),
            *(f.period_start.isoformat(), f.period_end.isoformat()),
            *(None if f.value is None else format(f.value, "f"), f.marker),
        )
        for f in reading.figures
    }


def test_every_figure_of_a_wide_table_lands_with_its_cell(take: Take, workbook: Make) -> None:
    reading = take(workbook({"MI by DFJ area": WIDE}))

    days = {"Apr 2024": ("2024-04-01", "2024-04-30"), "May 2024": ("2024-05-01", "2024-05-31")}
    expected = {
        (
            *(CODES[letter], "nation" if row[1] == "England and Wales" else "area", row[1], row[0]),
            *("MI by DFJ area", f"{letter}{line}", *days[row[2]]),
            *SAID.get(said, (str(said), None)),
        )
        for line, row in enumerate(WIDE[4:8], start=5)
        for letter, said in zip("DEFGHIJKL", row[3:], strict=True)
        if letter in CODES and (line, letter) != (7, "L")
    }
    assert full(reading) == expected
    assert {r.cell: r.reason for r in reading.refused} == {
        "L7": "L7 says 0.4 for a percentage, maybe a fraction: write it with a % sign.",
        "B9": "Row 9 is called “Total”, which does not say of what.",
    }
    assert (reading.publisher, reading.read) == ("HMCTS management information", 5)


def test_a_long_table_gives_the_same_measures_and_asks_about_the_others(
    take: Take, text_file: Make
) -> None:
    reading = take(
        text_file(
            "Area,Month,Case type,Measure,Value,Marker\n"
            'York,2024-04,Public Law,Receipts,"1,021",\n'
            "York,2024-04,Private Law,Receipts,88,[p]\n"
            "York,2024-04,Public Law,Outstanding over 100 weeks,,[c]\n"
            "York,2024-04,Adoption,Receipts,3,\n"
            "York,2024-05,Public Law,Sitting days,12,\n"
            "York,2024-05,Care,Timeliness (weeks),41.5,\n",
            "HMCTS family MI.csv",
        )
    )

    april, may = ("2024-04-01", "2024-04-30"), ("2024-05-01", "2024-05-31")
    area = (None, "York", "", "")
    assert full(reading) == {
        ("pl_case_starts", *area, "E2", *april, "1021", None),
        ("hmcts_private_receipts", *area, "E3", *april, "88", "[p]"),
        ("open_over_100", *area, "E4", *april, None, "[c]"),
        ("Adoption: Receipts", *area, "E5", *april, "3", None),
        ("Public Law: Sitting days", *area, "E6", *may, "12", None),
        ("s31_mean_weeks", *area, "E7", *may, "41.5", None),
    }
    assert {hint.code for hint in reading.measures if not hint.settled} == {
        "Adoption: Receipts",
        "Public Law: Sitting days",
    }
    assert reading.publisher == "HMCTS management information"


def test_a_column_for_the_kind_of_case_settles_what_is_counted(take: Take, workbook: Make) -> None:
    rows = [
        [
            "Court area",
            "Year",
            "Month",
            "Jurisdiction",
            "Receipts",
            "Disposals",
            "Open > 100 weeks",
        ],
        ["York", 2024, "April", "Public Law", 10, 9, 1],
        ["York", 2024, "April", "Private Law", 80, 70, 5],
        ["York", 2024, "April", "Divorce", 300, 299, 0],
        [
            "Court area",
            "Year",
            "Month",
            "Jurisdiction",
            "Receipts",
            "Disposals",
            "Open > 100 weeks",
        ],
        ["Essex", date(2024, 4, 1), "April", "Public Law", 11, 12, 2],
    ]
    reading = take(workbook({"Sheet1": rows}))

    assert {(f.measure_code, f.cell, str(f.value)) for f in reading.figures} == {
        ("pl_case_starts", "E2", "10"),
        ("pl_disposals", "F2", "9"),
        ("hmcts_private_receipts", "E3", "80"),
        ("hmcts_private_disposals", "F3", "70"),
        ("open_over_100", "G2", "1"),
        ("open_priv_over_100", "G3", "5"),
    }
    assert {f.place_kind for f in reading.figures} == {"area"}
    assert {r.cell for r in reading.refused} == {"D4", "A6"}
    assert reading.publisher == ""


def test_counts_that_do_not_say_their_law_are_not_taken(take: Take, text_file: Make) -> None:
    rows = "area,month,Receipts,Disposals\nYork,Apr 2024,10,9\n"
    silent = take(text_file(rows))
    said = take(text_file(rows, "Private law by area.csv"))

    assert silent.figures == ()
    assert {r.cell for r in silent.refused} == {"C1", "D1"}
    assert {f.measure_code for f in said.figures} == {
        "hmcts_private_receipts",
        "hmcts_private_disposals",
    }


def test_a_month_may_be_the_date_of_its_first_or_its_last_day(take: Take, workbook: Make) -> None:
    rows = [
        ["Area", "Month ending", "Public law outstanding", "Private law outstanding"],
        ["York", date(2024, 4, 30), 10, 20],
        ["York", date(2024, 5, 1), 11, 21],
        ["York", date(2024, 6, 12), 12, 22],
    ]
    reading = take(workbook({"x": rows}))

    assert {(f.cell, f.period_start.isoformat()) for f in reading.figures} == {
        ("C2", "2024-04-01"),
        ("D2", "2024-04-01"),
        ("C3", "2024-05-01"),
        ("D3", "2024-05-01"),
    }
    assert [r.cell for r in reading.refused] == ["A4"]


@pytest.mark.parametrize(
    "heading",
    [
        "Public law receipts change on last month",
        "Public law children received",
        "Public law outstanding 26 to 52 weeks",
        "Public law receipts per sitting day",
        "Clearance of public law receipts and disposals",
        "Public law open over 26 weeks (%)",
        "Public law open >= 26 weeks",
        "Private law cases open over 52 weeks",
        "Median age of public law",
        "Public and private law receipts",
    ],
)
def test_a_heading_that_is_not_wholly_understood_is_not_used(
    take: Take, text_file: Make, heading: str
) -> None:
    rows = (
        f"area,month,Public law outstanding,Public law disposals,{heading}\nYork,Apr 2024,1,2,3\n"
    )
    reading = take(text_file(rows))

    assert {f.cell for f in reading.figures} == {"C2", "D2"}


def test_a_title_of_two_laws_settles_neither(take: Take, text_file: Make) -> None:
    rows = "{},,,\narea,month,Receipts,Public and private law disposals\nYork,Apr 2024,10,9\n"
    both = take(text_file(rows.format("Public law. Timeliness is of care cases alone"), "a.csv"))
    one = take(text_file(rows.format("Public law by area"), "b.csv"))

    assert both.figures == ()
    assert [r.cell for r in both.refused] == ["C2"]
    assert [(f.measure_code, f.cell) for f in one.figures] == [("pl_case_starts", "C3")]
    assert "Columns not used: public and private law disposals." in one.notes
