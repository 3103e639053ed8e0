import calendar
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.importers.figures import Reading

Take = Callable[[Path], Reading]
Make = Callable[..., Path]
Sample = Callable[[str], Path]
Row = tuple[Any, ...]

TITLE = "Care applications received by Cafcass, by month and financial year"
MONTHS = ["Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec", "Jan", "Feb", "March"]
FIRST = [757, 984, 809, 996, 987, 879, 900, 910, 700, 820, 830, 840]
SECOND = ["1,026", "[c]", "..", 877, "828 [p]", 843, 880, 901, 0, 870, "", ""]


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


def month(at: int, year: int) -> tuple[str, str]:
    """Return the days of the month that stands so many places after April."""
    number, year = (at + 3) % 12 + 1, year + (at > 8)
    last = calendar.monthrange(year, number)[1]
    return f"{year}-{number:02}-01", f"{year}-{number:02}-{last}"


SAID: dict[Any, tuple[str | None, str | None]] = {
    "1,026": ("1026", None),
    "[c]": (None, "[c]"),
    "..": (None, ".."),
    "828 [p]": ("828", "[p]"),
}


def expected(where: Callable[[int, int], str], sheet: str) -> set[Row]:
    """Return the two planted years, each cell named by its month and its year."""
    planted: list[tuple[int, list[Any]]] = [(0, FIRST), (1, SECOND)]
    return {
        (
            *("s31_apps", "nation", "England", sheet, where(at, which)),
            *month(at, 2012 + which),
            *SAID.get(said, (str(said), None)),
        )
        for which, year in planted
        for at, said in enumerate(year)
        if said != ""
    }


def upright() -> list[list[Any]]:
    lines = [[name, FIRST[at], SECOND[at], "+3%"] for at, name in enumerate(MONTHS)]
    return [
        [TITLE],
        ["Note: a live database, so that figures move. [note 1]"],
        [],
        ["Month", "2012-13", "2013/14 [r]", "Change"],
        *lines[:6],
        [],
        *lines[6:],
        ["Total", sum(FIRST), "6,225", ""],
        [],
        ["Note 1: [c] stands for a figure kept back."],
    ]


def test_months_down_and_years_across_give_every_month_with_its_cell(
    take: Take, workbook: Make
) -> None:
    reading = take(workbook({"Public law": upright()}))

    rows = [5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17]
    assert full(reading) == expected(lambda at, year: f"{'BC'[year]}{rows[at]}", "Public law")
    assert reading.refused == ()
    assert (reading.publisher, reading.read) == ("Cafcass", 12)
    assert "Rows and columns not used: Change." in reading.notes
    assert "Empty after the last month, and not taken: C16, C17." in reading.notes
    assert "Totals that add up, and are not taken as months: 1." in reading.notes
    assert any("C18, “Total”, cannot be compared" in note for note in reading.notes)
    assert any("[c] stands for a figure kept back" in note for note in reading.notes)


def test_years_down_and_months_across_are_read_too(take: Take, ods: Make) -> None:
    heads: list[Any] = ["Year", *MONTHS, "Total"]
    rows: list[list[Any]] = [
        [TITLE],
        heads,
        ["2012-13", *FIRST, sum(FIRST)],
        ["2013-14", *SECOND, None],
        ["Total", 1783, *([None] * 12)],
    ]
    reading = take(ods({"Table": rows}))

    assert full(reading) == expected(lambda at, year: f"{'BCDEFGHIJKLM'[at]}{3 + year}", "Table")
    assert "Totals that add up, and are not taken as months: 2." in reading.notes
    assert reading.read == 2


def test_a_total_that_does_not_add_up_is_told_and_the_months_stand(
    take: Take, workbook: Make
) -> None:
    rows = upright()
    rows[-3] = ["Total", sum(FIRST) + 1, "", ""]
    rows.insert(7, ["Q1 total", sum(FIRST[:3]), "", ""])
    reading = take(workbook({"Public law": rows}))

    assert [(r.cell, r.reason) for r in reading.refused] == [
        (
            "B19",
            (
                "B19, “Total”, says 10,413, and its months add to 10,412. "
                "The months were taken as published."
            ),
        )
    ]
    assert len(reading.figures) == 22
    assert "Totals that add up, and are not taken as months: 1." in reading.notes


def test_every_month_of_the_real_sample_lands(take: Take, sample: Sample) -> None:
    reading = take(sample("cafcass_care_applications_monthly_2012-2016.csv"))

    planted = [
        (757, 919, 806, 956, 1226),
        (984, 983, 873, 924, 1160),
        (809, 853, 880, 1115, 1281),
        (996, 877, 1022, 1123, 1305),
        (987, 828, 903, 941, 1260),
        (879, 843, 913, 985, 1229),
    ]
    assert full(reading) == {
        (
            *("s31_apps", "nation", "England", "", f"{'BCDEF'[year]}{at + 2}"),
            *month(at, 2012 + year),
            *(str(number), None),
        )
        for at, row in enumerate(planted)
        for year, number in enumerate(row)
    }
    assert (reading.publisher, reading.refused, reading.read) == ("Cafcass", (), 6)


def test_the_grid_and_the_authorities_by_quarter_come_in_together(
    take: Take, workbook: Make
) -> None:
    by_quarter: list[list[Any]] = [
        ["Care applications received by Cafcass, by local authority"],
        ["Local authority", "2023-24", "", "", "", "", "2024-25"],
        ["", "Q1", "Q2", "Q3", "Q4", "Year total", "Q1"],
        ["Luton", 11, 12, "[c]", 9, 44, 10],
        ["Bedford", 5, 6, 7, 8, 26, "-"],
        ["England", 16, 18, 30, 18, 70, 10],
    ]
    path = workbook({"Monthly": upright(), "By LA": by_quarter})
    reading = take(path)

    periods = {
        "B": ("2023-04-01", "2023-06-30"),
        "C": ("2023-07-01", "2023-09-30"),
        "D": ("2023-10-01", "2023-12-31"),
        "E": ("2024-01-01", "2024-03-31"),
        "F": ("2023-04-01", "2024-03-31"),
        "G": ("2024-04-01", "2024-06-30"),
    }
    markers: dict[Any, Row] = {"[c]": (None, "[c]"), "-": (None, "-")}
    quarters = {
        (
            *("s31_apps", "nation" if row[0] == "England" else "authority", row[0]),
            *("By LA", f"{letter}{line}", *periods[letter]),
            *markers.get(said, (str(said), None)),
        )
        for line, row in enumerate(by_quarter[3:], start=4)
        for letter, said in zip("BCDEFG", row[1:], strict=True)
    }
    assert {row for row in full(reading) if row[3] == "By LA"} == quarters
    assert len(reading.figures) == len(quarters) + 22
    assert [note for note in reading.notes if "add to" in note] == [
        (
            "E6 says 18 for England, and the rows of that column add to 17. "
            "Each was taken as published."
        )
    ]


@pytest.mark.parametrize(
    ("name", "title"),
    [("monthly.csv", "Care applications in Essex by month"), ("care applications Kent.csv", "")],
)
def test_a_grid_that_may_be_of_one_place_asks_which(
    take: Take, text_file: Make, name: str, title: str
) -> None:
    rows = f"{title}|||\nMonth|2012-13|2013-14|2014-15\nApr|1|2|3\nMay|4|5|6\nJun|7|8|9\n"
    reading = take(text_file(rows, name))

    assert {(f.place_label, f.place_kind) for f in reading.figures} == {(title or name, None)}


def test_a_year_that_may_be_of_either_kind_is_not_taken(take: Take, text_file: Make) -> None:
    head = "Care applications by month,,,\nMonth,2012,2013,2012-13\n"
    from_april = take(text_file(head + "Apr,1,2,3\nMay,4,5,6\nJun,7,8,9\n"))
    calendar_years = "Care applications by month,,\nMonth,2012,2013\nJan,1,2\nFeb,4,5\nMar,7,8\n"
    from_january = take(text_file(calendar_years))

    assert {f.cell[0] for f in from_april.figures} == {"D"}
    assert [r.cell for r in from_april.refused] == ["B2", "C2"]
    assert {(f.cell, f.period_start.isoformat()) for f in from_january.figures} == {
        (f"{letter}{row}", f"{year}-{row - 2:02}-01")
        for letter, year in (("B", 2012), ("C", 2013))
        for row in (3, 4, 5)
    }


def test_years_named_twice_and_a_second_table_below_are_not_taken(
    take: Take, text_file: Make
) -> None:
    reading = take(
        text_file(
            "Care applications by month,,,\nMonth,2012-13,2012-13,2013-14\n"
            "Apr,1,2,3\nMay,4,5,6\nJun,7,8,9\nJul,x,1,2\nTotal,1,1,1\n\nPrivate law,,,\n"
            "Month,2012-13,2013-14,2014-15\nApr,91,92,93\nMay,94,95,96\n"
        )
    )

    assert {f.cell for f in reading.figures} == {"D3", "D4", "D5", "D6"}
    reasons = {r.cell: r.reason for r in reading.refused}
    assert reasons["B2"] == "The heading “2012-13” is named twice."
    assert reasons["A11"] == "Row 11 stands below the table, maybe in another one."
    assert set(reasons) == {"B2", "C2", "A11", "A12"}


@pytest.mark.parametrize(
    "title",
    ["Private law applications by month", "Care applications: average weeks by month", "Months"],
)
def test_a_grid_of_something_else_is_not_recognised(
    take: Take, text_file: Make, title: str
) -> None:
    rows = f"{title},,\nMonth,2012-13,2013-14\nApr,1,2\nMay,4,5\nJun,7,8\n"
    with pytest.raises(RuleError, match="was not recognised"):
        take(text_file(rows))


def test_totals_that_cannot_be_compared_say_why(take: Take, text_file: Make) -> None:
    reading = take(
        text_file(
            "Care applications by month\nMonth|2012-13|2013-14|2012-13 to 2013-14|Total\n"
            "Apr|1|2|9|3\nMay|about 4|5|9|9\nJun|7|8|9|16\nTotal|12|n/a||[c]\n"
        )
    )

    assert {f.cell for f in reading.figures} == {"B3", "C3", "C4", "B5", "C5"}
    assert {r.cell: r.reason.split(", and")[0] for r in reading.refused} == {
        "B4": "B4 says “about 4”, neither a figure nor a known marker.",
        "E5": "E5, “Total”, says 16",
    }
    notes = " ".join(reading.notes)
    assert "B6, “Total”, cannot be compared with its months" in notes
    assert "E4, “Total”, cannot be compared with its months" in notes
    assert "C6, “Total”, holds no number to compare with its months." in notes
    assert "E6, “Total, Total”, holds no number" in notes
    assert "Rows and columns not used: 2012-13 to 2013-14." in notes
