from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.importers.figures import Reading

Take = Callable[[Path], Reading]
Make = Callable[..., Path]
Row = tuple[Any, ...]

TITLE = "Care applications per 10,000 child population by local authority, 2021-22 to 2023-24"
HEAD = ("Local authority", "2021-22", "2022-23 [r]", "2023-24")


def published(
    *rows: list[Any], head: Sequence[str] = ("Local authority", "2021-22", "2022-23 [r]", "2023-24")
) -> list[list[Any]]:
    """Lay rows out as the yearly table of rates stands: title, note, headings, rows, notes."""
    return [
        ["Cafcass"],
        [TITLE],
        ["Figures may move: they are taken from a live database. [note 1]"],
        [],
        list(head),
        *rows,
        [],
        ["Note 1: [c] stands for a figure kept back."],
        ["Source: Cafcass and mid-year estimates of children aged 0 to 17"],
    ]


ROWS: list[list[Any]] = [
    ["Luton", 9.7, 10.1, 0],
    ["Central Bedfordshire", 4, "[c]", "7.25 [p]"],
    ["Môn", "..", "", "n/k"],
    ["England", 11.4, 10.9, 11.0],
    ["Total", 11.4, 10.9, 11.0],
]
YEARS = {"B": 2021, "C": 2022, "D": 2023}
EXPECTED = {
    ("authority", "Luton", "B6", "9.7", None),
    ("authority", "Luton", "C6", "10.1", None),
    ("authority", "Luton", "D6", "0", None),
    ("authority", "Central Bedfordshire", "B7", "4", None),
    ("authority", "Central Bedfordshire", "C7", None, "[c]"),
    ("authority", "Central Bedfordshire", "D7", "7.25", "[p]"),
    ("authority", "Môn", "B8", None, ".."),
    ("authority", "Môn", "C8", None, "blank"),
    ("nation", "England", "B9", "11.4", None),
    ("nation", "England", "C9", "10.9", None),
    ("nation", "England", "D9", "11", None),
}


def full(reading: Reading) -> set[Row]:
    """Return everything that each figure says of itself."""
    return {
        (
            *(f.measure_code, f.place_kind, f.place_label, f.sheet, f.cell),
            *(f.period_start.isoformat(), f.period_end.isoformat()),
            *(None if f.value is None else format(f.value, "f"), f.marker),
        )
        for f in reading.figures
    }


@pytest.mark.parametrize("kind", ["workbook", "ods"])
def test_every_rate_lands_with_its_year_and_cell(
    take: Take, request: pytest.FixtureRequest, kind: str
) -> None:
    rows = [row or [None] for row in published(*ROWS)]
    reading = take(request.getfixturevalue(kind)({"LA rates": rows}))

    assert full(reading) == {
        (
            *("apps_per_10k", place_kind, name, "LA rates", cell),
            *(f"{YEARS[cell[0]]}-04-01", f"{YEARS[cell[0]] + 1}-03-31"),
            *(value, marker),
        )
        for place_kind, name, cell, value, marker in EXPECTED
    }
    assert {r.cell for r in reading.refused} == {"D8"}
    assert {r.cell for r in reading.repeats} == {"B10", "C10", "D10"}
    assert "LA rates B10 repeats LA rates B9." in {r.reason for r in reading.repeats}
    assert (reading.publisher, reading.read) == ("Cafcass", 5)
    assert {hint.code: hint.decimals for hint in reading.measures} == {"apps_per_10k": 1}


def test_a_total_of_a_publisher_that_is_not_said_is_not_taken_as_england(
    take: Take, text_file: Make
) -> None:
    rows = "Care applications per 10 000 children,,\nLA,2021,2022\nLuton,9.7,10.1\nTotal,11,12\n"
    reading = take(text_file(rows))

    assert {f.place_label for f in reading.figures} == {"Luton"}
    assert [r.cell for r in reading.refused] == ["A4"]
    assert reading.publisher == ""


def test_counts_beside_the_rates_are_not_taken_for_rates(take: Take, workbook: Make) -> None:
    rows = [
        [TITLE, "Cafcass"],
        ["Local authority", "Number of applications", "", "Rate per 10,000", ""],
        ["", "2021-22", "2022-23", "2021-22", "2022-23"],
        ["Luton", 41, 52, 9.7, 10.1],
    ]
    joined = take(workbook({"x": rows}, {"x": ["B2:C2", "D2:E2"]}))
    apart = take(workbook({"x": rows}))

    assert [(f.cell, str(f.value)) for f in joined.figures] == [("D4", "9.7"), ("E4", "10.1")]
    assert {f.cell for f in apart.figures} <= {"D4", "E4"}


def test_a_figure_that_no_rate_can_be_is_listed(take: Take, workbook: Make) -> None:
    head = ["Local authority", "2021-22", "Q1: 2022-23", "2023-24"]
    reading = take(workbook({"x": published(["Luton", 1226, 9, "9.7%"], head=head)}))

    assert reading.figures == ()
    assert [(r.cell, r.reason.split(maxsplit=1)[1]) for r in reading.refused] == [
        ("B6", "says 1226, more than any rate can be."),
        ("C6", "is for Q1: 2022-23, which is not as long as the periods of this table."),
        ("D6", "says 9.7%, where rate should be."),
    ]


def test_regions_of_the_statistics_office_are_not_those_of_the_courts(
    take: Take, workbook: Make
) -> None:
    head = ["Region", "Local authority", "2021-22", "2022-23"]
    rows: list[list[Any]] = [["North East", "Durham", 20, 21], ["East Midlands", "Derby", 22, 23]]
    both = published(*rows, ["North East", "North East", 24, 25], head=head)
    alone = published(["", "Durham", 20, 21], ["", "North East", 24, 25], head=head)

    told, plain = take(workbook({"x": both})), take(workbook({"x": alone}, name="y.xlsx"))

    assert {(f.place_label, f.place_hint) for f in told.figures} == {
        ("Durham", "North East"),
        ("Derby", "East Midlands"),
    }
    assert [r.cell for r in told.refused] == ["B8"]
    assert {(f.place_label, f.place_kind) for f in plain.figures} == {
        ("Durham", "authority"),
        ("North East", "region"),
    }


@pytest.mark.parametrize(
    "title",
    [
        "Children looked after per 10,000, care applications apart",
        "Private law: care applications per 10,000",
        "Care applications by local authority",
    ],
)
def test_a_rate_of_something_else_is_not_recognised(take: Take, workbook: Make, title: str) -> None:
    rows = [[title], ["Local authority", "2021-22", "2022-23"], ["Luton", 9.7, 10.1]]
    try:
        reading = take(workbook({"x": rows}))
    except RuleError:
        return
    assert {f.measure_code for f in reading.figures} <= {"s31_apps"}
    assert reading.figures == ()  # a rate is no whole number of applications
