"""Sheets as people and publishers spoil them by accident: no wrong figure is taken silently.

Each sheet is read by the layout that knows it, and by the mapping that is proposed for it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lfjb_desk.importers.cells import words
from lfjb_desk.importers.figures import NotRecognisedError, Reading
from lfjb_desk.importers.mapping.apply import Known, apply
from lfjb_desk.importers.mapping.opening import view
from lfjb_desk.importers.mapping.propose import propose

if TYPE_CHECKING:
    from lfjb_desk.importers.figures import Figure

Take = Callable[[Path], Reading]
Make = Callable[..., Path]
Rows = list[list[Any]]

NAMES = Path(__file__).resolve().parents[3] / "db" / "reference" / "area_names.csv"
WEEKS = "Cafcass: average duration of care cases in weeks by DFJ area"
LOOSE = "Average duration of care cases (weeks) by DFJ area"
APPLIED = "Cafcass: care applications received by local authority"
RATES = "Cafcass: care applications per 10,000 children by local authority"
HMCTS = "HMCTS management information"
PLAIN = ["Area", "Period", "Measure", "Value"]
QUARTERS = ["Q1 2023-24", "Q2 2023-24"]
FIRST = [31.5, 33]
SECOND = [36, 38.5]
ALL = "B3 C3 B4 C4"


@dataclass(frozen=True)
class Accident:
    """A sheet, the cells that must not be taken, and those that its layout takes all the same."""

    name: str
    rows: Rows
    wrong: str
    taken: str = ""
    merges: tuple[str, ...] = ()


def history(
    *more: str,
    title: str = WEEKS,
    heads: list[Any] = QUARTERS,
    beside: tuple[list[Any], list[Any]] = ([], []),
    below: Rows | None = None,
) -> Rows:
    """Return two places down and periods across, from row 3, with what was added by accident."""
    corner = "Local authority" if "authority" in title else "DFJ area"
    names = ("Kent", "Leeds") if "authority" in title else ("Bristol", "Humberside")
    return [
        [title],
        [corner, *heads, *more],
        [names[0], *FIRST, *beside[0]],
        [names[1], *SECOND, *beside[1]],
        *(below or []),
    ]


def column(heading: str) -> Accident:
    """Return a history with one column more, which is no period like the others."""
    rows = history(heading, beside=([88], [89]))
    is_known = "%" not in heading  # else the sheet may be of shares, and no layout knows it
    return Accident(f"a column “{heading}”", rows, "D3 D4", ALL if is_known else "")


def value(said: Any) -> Accident:
    """Return a history with one cell that is no plain figure."""
    rows = history()
    rows[2][1] = said
    return Accident(f"the value {said!r}", rows, "B3", "C3 B4 C4")


def hmcts(heading: str) -> Accident:
    rows: Rows = [[HMCTS], ["DFJ area", "Period", heading, "Public law disposals"]]
    rows.append(["Bristol", "2024 Q1", 41, 43])
    is_scaled = "000s" in heading  # then nothing of the sheet is what it seems
    return Accident(f"HMCTS, a column “{heading}”", rows, "C3", "" if is_scaled else "D3")


def plain(name: str, *rows: list[Any], wrong: str, taken: str = "", head: Any = None) -> Accident:
    return Accident(f"plain, {name}", [head or PLAIN, *rows], wrong, taken)


def stacked(name: str, years: list[Any], under: list[str], wrong: str, taken: str) -> Accident:
    many = range(len(under))
    rows: Rows = [[WEEKS], [None, *years], ["DFJ area", *under]]
    rows += [["Bristol", *[31 + n for n in many]], ["Humberside", *[41 + n for n in many]]]
    return Accident(name, rows, wrong, taken)


ROW = ["Bristol", "2024 Q1", "s31_mean_weeks", 41]
ACCIDENTS = [
    *map(column, ("Change since last quarter", "% change", "Rank", "Lower 95% CI", "Target")),
    *map(column, ("Annual average", "Number of cases 2023-24", "2023-24 Q3 forecast")),
    *map(column, ("YTD 2023-24", "Q1 2022-23 to Q1 2023-24", "2023-24 (9 months)", "2024")),
    *map(column, ("Q3 2023-24 %", "March1 2024", "Q31 2023-24", "2023-24 Q3 (Jan-Mar)")),
    *map(value, ("(12)", "-12", "12 (25%)", "12²", "1'234", "1.2.3", "<5", "12%", "0.26")),
    *map(hmcts, ("Public law receipts change", "Public law receipts per judge")),
    *map(hmcts, ("Public law receipts (000s)", "Private and public law receipts")),
    Accident(
        "the revised beside the first version",
        history("Q3 2023-24", "Q3 2023-24 revised", beside=([88, 77], [89, 78])),
        "D3 E3 D4 E4",
        ALL,
    ),
    stacked(
        "months under a year that stands over the first",
        ["2023-24", None, None, "2024-25", None, None],
        ["Apr", "May", "Jun", "Apr", "May", "Jun"],
        "B4 C4 D4 E4 F4 G4 B5 C5 D5 E5 F5 G5",
        "",
    ),
    stacked(
        "a year that lost its label",
        ["2023-24", None, None, None, None, "2025-26"],
        ["Q2", "Q3", "Q4", "Q1", "Q2", "Q1"],
        "E4 F4 E5 F5",
        "B4 C4 D4 G4 B5 C5 D5 G5",
    ),
    Accident(
        "another measure beside, after an empty column",
        [
            [WEEKS],
            [None, None, None, None, "Number of cases"],
            ["DFJ area", *QUARTERS, None, "Q1 2022-23", "Q2 2022-23"],
            ["Bristol", *FIRST, None, 155, 156],
            ["Humberside", *SECOND, None, 157, 158],
        ],
        "E4 F4 E5 F5",
        "B4 C4 B5 C5",
    ),
    Accident(
        "another table below",
        history(below=[[], ["Number of cases"], ["Norfolk", 155, 156]]),
        "B7 C7",
        ALL,
    ),
    Accident(
        "joined down", [*history()[:3], ["Humberside", None, 38.5]], "B3 B4", "C3 C4", ("B3:B4",)
    ),
    Accident("joined across", [*history()[:2], ["Bristol", 31.5, None]], "B3 C3", "", ("B3:C3",)),
    Accident("a line that says thousands", history(below=[["Figures are in thousands"]]), ALL),
    Accident("£000s above", [["£000s"], *history(title=APPLIED)], "B4 C4 B5 C5"),
    Accident(
        "a year alone among financial ones",
        history("2024", title=LOOSE, beside=([88], [89])),
        "D3 D4",
        ALL,
    ),
    Accident(
        "the total of a few authorities is not England",
        history(title=RATES, heads=["2021-22", "2022-23"], below=[["Total", 99, 98]]),
        "B5 C5",
        ALL,
    ),
    Accident(
        "a place twice with other figures",
        history(below=[["BRISTOL [note 3]", 91, 92]]),
        "B3 C3 B5 C5",
        "B4 C4",
    ),
    Accident(
        "HMCTS, another law further down",
        [
            [f"{HMCTS}: public law"],
            ["DFJ area", "Period", "Receipts", "Disposals"],
            ["Bristol", "2024 Q1", 41, 43],
            ["Private law"],
            ["Humberside", "2024 Q1", 99, 98],
        ],
        "C5 D5",
        "C3 D3",
    ),
    plain(
        "one year of a financial one",
        ["Bristol", 2023, "Q1", "s31_mean_weeks", 41],
        wrong="E2",
        head=["Area", "Financial year", "Quarter", "Measure", "Value"],
    ),
    plain(
        "a part of the whole",
        [*ROW, "Male"],
        ["Kent", *ROW[1:], "All"],
        wrong="D2",
        taken="D3",
        head=[*PLAIN, "Gender"],
    ),
    plain("a forecast", [*ROW, "Forecast"], wrong="D2", head=[*PLAIN, "Status"]),
    plain("two versions", [*ROW, 42], wrong="D2 E2", head=[*PLAIN, "Value (revised)"]),
    plain("a forecast below", ROW, ["Forecast"], ["Kent", *ROW[1:]], wrong="D4", taken="D2"),
    plain("a unit of thousands", [*ROW, "thousands"], wrong="D2", head=[*PLAIN, "Unit"]),
    plain("one with a sign", ROW, ["Kent", *ROW[1:3], "12%"], wrong="D3", taken="D2"),
    Accident(
        "another grid of months beside",
        [
            ["Cafcass care applications received each month, England"],
            [None, "Applications", None, None, "Children"],
            ["Month", "2022-23", "2023-24", None, "2020-21", "2021-22"],
            *(
                [month, 50 + n, 60 + n, None, 90 + n, 95 + n]
                for n, month in enumerate(("April", "May", "June", "July"))
            ),
        ],
        "E4 F4 E5 F5 E6 F6 E7 F7",
        "B4 C4 B5 C5 B6 C6 B7 C7",
    ),
]


@cache
def known() -> Known:
    with NAMES.open(encoding="utf-8", newline="") as file:
        return Known(frozenset(words(row["name"]) for row in csv.DictReader(file)))


@pytest.fixture
def spoilt(workbook: Make) -> Callable[[Accident], Path]:
    return lambda case: workbook({"Table": case.rows}, {"Table": case.merges})


def cells(figures: tuple[Figure, ...]) -> set[str]:
    return {figure.cell for figure in figures}


@pytest.mark.parametrize("case", ACCIDENTS, ids=lambda case: case.name)
def test_a_layout_takes_no_wrong_figure_and_lists_what_it_left(
    case: Accident, spoilt: Callable[[Accident], Path], take: Take
) -> None:
    try:
        reading = take(spoilt(case))
    except NotRecognisedError:
        assert case.taken == ""
        return
    assert cells(reading.figures) == set(case.taken.split())
    assert reading.refused or any("not used" in note for note in reading.notes)


@pytest.mark.parametrize("case", ACCIDENTS, ids=lambda case: case.name)
def test_a_proposal_takes_no_wrong_figure_under_the_name_of_the_others(
    case: Accident, spoilt: Callable[[Accident], Path]
) -> None:
    sheet = view(spoilt(case), lambda _: None).sheets[0]
    proposal = propose(sheet, "figures.xlsx", known())
    applied = apply(sheet, proposal.rules, known()) if proposal else None
    figures = applied.figures if applied else ()

    wrong = {one.cell: one for one in figures if one.cell in case.wrong.split()}
    rightly_named = {one.measure_code for one in figures if one.cell not in wrong}
    # One that is named apart is asked about by that name before it is taken.
    assert {cell for cell, one in wrong.items() if one.measure_code in rightly_named} == set()
    assert not wrong or rightly_named


def test_there_are_enough_accidents() -> None:
    assert len({case.name for case in ACCIDENTS}) == len(ACCIDENTS) == 50
