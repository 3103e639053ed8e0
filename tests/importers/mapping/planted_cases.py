"""The sixty planted layouts by name, and whether each is read or asks first."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tests.importers.mapping.planted_sheets import (
    AREAS,
    COUNCILS,
    DATED,
    ENDS,
    FCSQ_TITLE,
    FINANCIAL,
    FINANCIAL_QUARTERS,
    MONTHS,
    QUARTERS,
    SERIALS,
    SHORT_MONTHS,
    SPANS,
    TEXT_DATES,
    UNCLEAR_DATES,
    YEAR_ENDS,
    YEARS,
    Planted,
    Truth,
    across,
    days,
    long,
    plain,
    wide,
)

if TYPE_CHECKING:
    from collections.abc import Callable

READ, ASKS = "read", "asks"
NOTE = "Source: invented for this test. Figures are rounded, and 12 cases are left out."


@dataclass(frozen=True)
class Case:
    """One planted layout, how it is saved, and what its proposal must come to."""

    name: str
    make: Callable[[], Planted]
    comes_to: str
    text: tuple[str, str] | None = None
    """Separator and encoding of a text file; None for a workbook."""
    comma: bool = False
    others: dict[str, list[list[Any]]] = field(default_factory=dict)


def share(place: int, period: int, measure: int) -> Decimal:
    return Decimal(260 + place * 37 + period * 11 + measure * 101) / 10


def whole(place: int, period: int, measure: int) -> Decimal:
    return Decimal(26 + place * 37 + period * 11 + measure * 101)


def large(place: int, period: int, measure: int) -> Decimal:
    return Decimal(1026 + place * 1137 + period * 411 + measure * 101)


def fraction(value: Decimal) -> Any:
    return float(value / 100)


def signed(value: Decimal) -> Any:
    return f"{value}%"


def thousands(value: Decimal) -> Any:
    return f"{value:,}"


def total_row(made: Planted) -> None:
    columns = sorted({c for r, c in made.cells if r == made.row - 1} - {0})
    made.line("Total")
    for column in columns:
        made.cells[made.row - 1, column] = 9_999.5


def england_row(made: Planted) -> None:
    covered = [truth.days for cell, truth in made.truth.items() if cell.endswith(str(made.row))]
    made.line("England and Wales")
    made.row -= 1
    for column, one in enumerate(covered, 1):
        made.put(
            column, 41.5 + column, Truth("England and Wales", one, "", Decimal("41.5") + column)
        )
    made.row += 1


def notes_below(made: Planted) -> None:
    made.row += 1
    for line in ("Notes", NOTE, "1. 2024 figures are provisional."):
        made.line(line)


def heading_again(made: Planted) -> None:
    head = [made.cells.get((1, column)) for column in range(6)]
    made.line(*head)
    made.line("Northampton")
    made.row -= 1
    for column, (_, covered) in enumerate(QUARTERS, 1):
        value = Decimal("51.5") + column
        made.put(column, plain(value), Truth("Northampton", covered, "", value))
    made.row += 1


def another_table(made: Planted) -> None:
    made.row += 1
    made.line("Table 2: Private law cases started")
    made.line(*[made.cells.get((1, column)) for column in range(5)])
    made.line("Bristol", 11, 12, 13, 14)


def repeated_row(made: Planted) -> None:
    last = [made.cells.get((made.row - 1, column)) for column in range(5)]
    made.line(*last)  # the very same row once more: taken once


def contradicting_row(made: Planted) -> None:
    name = made.cells[made.row - 1, 0]
    for cell in [cell for cell in made.truth if cell.endswith(str(made.row))]:
        del made.truth[cell]  # neither of two that differ is taken
    made.line(str(name).upper(), 1.5, 2.5, 3.5, 4.5)


def spelt_three_ways() -> Planted:
    made = wide(QUARTERS, places=("Bristol", "BRISTOL ", "Bristol DFJ"))
    for cell in [cell for cell, truth in made.truth.items() if "DFJ" not in truth.place]:
        del made.truth[cell]  # the first two are one name with two figures: neither is taken
    return made


def markers(made: Planted) -> None:
    made.line("Northampton")
    made.row -= 1
    for column, marker in enumerate(("[c]", "[low]", "..", "[x]"), 1):
        covered = QUARTERS[column - 1][1]
        made.put(column, marker, Truth("Northampton", covered, "", None, marker))
    made.row += 1


def hidden_row(made: Planted) -> None:
    made.hidden_rows.append(made.row)
    made.line("Northampton", 91, 92, 93, 94)
    made.line("Nottingham")
    made.row -= 1
    made.put(1, 61.5, Truth("Nottingham", QUARTERS[0][1], "", Decimal("61.5")))
    for column, (_, covered) in enumerate(QUARTERS[1:], 2):
        made.put(column, None, Truth("Nottingham", covered, "", None, "blank"))
    made.row += 1


def for_one_quarter() -> Planted:
    made = Planted()
    made.line(f"{FCSQ_TITLE}, 2024 Q3")
    made.line("DFJ area", "Care cases started", "Care cases closed")
    for at, area in enumerate(AREAS):
        made.line(area)
        made.row -= 1
        for column, name in enumerate(("Care cases started", "Care cases closed"), 1):
            value = whole(at, column, 0)
            made.put(column, int(value), Truth(area, days(2024, 7, 3), name, value))
        made.row += 1
    return made


def measures_down() -> Planted:
    made = Planted(sheet="Bristol")
    made.line(FCSQ_TITLE)
    made.line("Measure", *(label for label, _ in QUARTERS))
    for at, name in enumerate(("Cases started", "Cases closed")):
        made.line(name)
        made.row -= 1
        for column, (_, covered) in enumerate(QUARTERS, 1):
            value = whole(at, column, 0)
            made.put(column, int(value), Truth("Bristol", covered, name, value))
        made.row += 1
    return made


def marker_column() -> Planted:
    made = long(QUARTERS, ("Average duration (weeks)",))
    made.cells[1, 3] = "Flag"
    for row in range(2, made.row):
        cell = f"C{row + 1}"
        made.cells[row, 3] = "[p]" if row % 3 == 0 else None
        if row % 3 == 0:
            was = made.truth[cell]
            made.truth[cell] = Truth(was.place, was.days, was.measure, was.value, "[p]")
    return made


def side_by_side() -> Planted:
    made = Planted()
    made.line("DFJ area", "2024 Q1", None, "DFJ area", "2024 Q1")
    made.line("Bristol", 31, None, "Humberside", 32)
    made.line("Birmingham", 33, None, "Northampton", 34)
    return made


def codes_beside() -> Planted:
    made = Planted()
    made.line(FCSQ_TITLE)
    made.line("ONS code", "Local authority", "Rank", "2024 Q1", "2024 Q2", "% change")
    for at, council in enumerate(COUNCILS):
        made.line(f"E0800001{at}", council, at + 1, None, None, 12.5)
        made.row -= 1
        for column, (_, covered) in enumerate(QUARTERS[:2], 3):
            value = whole(at, column, 0)
            made.put(column, int(value), Truth(council, covered, "", value))
        made.row += 1
    return made


def annual_among_quarters() -> Planted:
    made = Planted()
    made.line(FCSQ_TITLE)
    made.line("DFJ area", "Year", "Quarter", "Cases started")
    for at, area in enumerate(AREAS):
        for quarter in (None, "Q1", "Q2"):
            covered = (
                days(2024, 1, 12) if quarter is None else days(2024, int(quarter[1]) * 3 - 2, 3)
            )
            made.line(area, 2024, quarter)
            made.row -= 1
            value = whole(at, int((quarter or "Q0")[1]), 0)
            made.put(3, int(value), Truth(area, covered, "Cases started", value))
            made.row += 1
    return made


PAIRS = [(("2024", "Q1"), days(2024, 1, 3)), (("2024", "Q2"), days(2024, 4, 3))]
FINANCIAL_PAIRS = [
    (("2023-24", "Q1"), days(2023, 4, 3)),
    (("2023-24", "Q4"), days(2024, 1, 3)),
]
MONTH_PAIRS = [((2024, "March"), days(2024, 3, 1)), ((2024, "April"), days(2024, 4, 1))]
TWO = ("Public law", "Private law")
COUNTS = ("Cases started", "Cases closed")
SHARES = ("Finished within 26 weeks (%)",)
UNTOLD = ("Average duration of care cases",)
BARE = ("Cases",)

CASES: tuple[Case, ...] = (
    # periods across
    Case("quarters across", lambda: wide(QUARTERS), READ),
    Case("years across as numbers", lambda: wide(YEARS), READ),
    Case("financial years across", lambda: wide(FINANCIAL, above=UNTOLD), READ),
    Case("financial quarters across", lambda: wide(FINANCIAL_QUARTERS, above=UNTOLD), READ),
    Case("months across", lambda: wide(MONTHS, above=UNTOLD), READ),
    Case("short months across", lambda: wide(SHORT_MONTHS, above=UNTOLD), READ),
    Case("quarters that end", lambda: wide(ENDS, above=UNTOLD), READ),
    Case("years that end", lambda: wide(YEAR_ENDS, above=UNTOLD), READ),
    Case("spans of months", lambda: wide(SPANS, above=UNTOLD), READ),
    Case("one year, of nobody known", lambda: wide(YEARS, above=UNTOLD), ASKS),
    Case("one-year quarters, of nobody known", lambda: wide(QUARTERS, above=UNTOLD), ASKS),
    Case("dates across", lambda: wide(DATED), ASKS),
    Case("dates as text across", lambda: wide(TEXT_DATES), ASKS),
    Case("serial numbers across", lambda: wide(SERIALS), ASKS),
    Case("no title at all", lambda: wide(FINANCIAL, above=()), ASKS),
    # stacked and merged headings
    Case("year merged over quarters", lambda: wide(QUARTERS, split="merged"), READ),
    Case("year once over quarters", lambda: wide(QUARTERS, split="blank"), READ),
    Case("year repeated over quarters", lambda: wide(QUARTERS, split="repeated"), READ),
    Case("financial year over quarters", lambda: wide(FINANCIAL_QUARTERS, split="merged"), READ),
    Case("measures merged over quarters", lambda: wide(QUARTERS, groups=TWO), READ),
    Case("measures once", lambda: wide(QUARTERS, groups=TWO, style="blank"), READ),
    Case("measures repeated", lambda: wide(QUARTERS, groups=TWO, style="repeated"), READ),
    Case(
        "three rows of headings",
        lambda: wide(QUARTERS, groups=TWO, split="merged"),
        READ,
    ),
    Case("a row of units", lambda: wide(QUARTERS, units="weeks"), READ),
    Case("measure and period in one cell", lambda: wide(QUARTERS, prefix="Duration "), READ),
    # what stands around and between
    Case("notes above", lambda: wide(QUARTERS, above=(FCSQ_TITLE, NOTE, "", "Weeks")), READ),
    Case("notes below", lambda: wide(QUARTERS, after=notes_below), READ),
    Case("a total below", lambda: wide(QUARTERS, after=total_row), READ),
    Case("the nation below", lambda: wide(QUARTERS, after=england_row), READ),
    Case("a column of change", lambda: wide(QUARTERS, summary="Change"), READ),
    Case("a column of totals", lambda: wide(QUARTERS, summary="Total"), READ),
    Case("headings printed again", lambda: wide(QUARTERS, after=heading_again), READ),
    Case("another table below", lambda: wide(QUARTERS, after=another_table), ASKS),
    Case("a group line between", lambda: wide(QUARTERS, between={2: [("South",)]}), ASKS),
    Case("an empty row between", lambda: wide(QUARTERS, between={2: [(None,)]}), READ),
    Case("a region beside", lambda: wide(QUARTERS, region="Region"), READ),
    Case("codes and ranks beside", codes_beside, READ),
    Case("two tables side by side", side_by_side, ASKS),
    Case("a hidden row", lambda: wide(QUARTERS, after=hidden_row), READ),
    Case(
        "a hidden sheet",
        lambda: wide(QUARTERS),
        READ,
        others={"hidden old": [["DFJ area", "2024 Q1"], ["Bristol", 1]]},
    ),
    # the same thing more than once
    Case("a row repeated", lambda: wide(QUARTERS, after=repeated_row), READ),
    Case("two rows that contradict", lambda: wide(QUARTERS, after=contradicting_row), READ),
    Case("an area spelt three ways", spelt_three_ways, READ),
    # markers and percentages
    Case("markers among figures", lambda: wide(QUARTERS, after=markers), READ),
    Case("a column of markers", marker_column, READ),
    Case("percentages as 26", lambda: long(QUARTERS, SHARES, worth=share), READ),
    Case("percentages as 0.26", lambda: long(QUARTERS, SHARES, worth=share, shown=fraction), ASKS),
    Case("percentages as 26%", lambda: long(QUARTERS, SHARES, worth=share, shown=signed), READ),
    Case("0.26 of nothing said", lambda: long(QUARTERS, BARE, worth=share, shown=fraction), ASKS),
    # one row for each figure or place
    Case("measures side by side", lambda: long(QUARTERS, COUNTS, worth=whole), READ),
    Case("measures by name", lambda: long(QUARTERS, COUNTS, worth=whole, by="rows"), READ),
    Case(
        "year and quarter apart",
        lambda: long(PAIRS, COUNTS, head=("Area", "Year", "Quarter"), worth=whole),
        READ,
    ),
    Case(
        "financial year and quarter apart",
        lambda: long(
            FINANCIAL_PAIRS, COUNTS, head=("Area", "Year", "Quarter"), worth=whole, above=()
        ),
        READ,
    ),
    Case(
        "year and month apart",
        lambda: long(MONTH_PAIRS, COUNTS, head=("Area", "Year", "Month"), worth=whole),
        READ,
    ),
    Case("annual rows among quarters", annual_among_quarters, ASKS),
    Case("areas merged down", lambda: long(QUARTERS, COUNTS, worth=whole, stub="merged"), READ),
    Case("areas named once", lambda: long(QUARTERS, COUNTS, worth=whole, stub="once"), ASKS),
    Case("dates down", lambda: long(DATED, COUNTS, head=("Area", "Date"), worth=whole), ASKS),
    Case("serials down", lambda: long(SERIALS, COUNTS, head=("Area", "Date"), worth=whole), ASKS),
    Case(
        "unclear text dates down",
        lambda: long(UNCLEAR_DATES, COUNTS, head=("Area", "Month"), worth=whole),
        ASKS,
    ),
    Case("one quarter in the title", for_one_quarter, READ),
    Case("places across", lambda: across(QUARTERS), READ),
    Case("measures down for one area", measures_down, READ),
    # text files
    Case("semicolons", lambda: wide(QUARTERS), READ, (";", "utf-8")),
    Case("tabs in UTF-16", lambda: wide(QUARTERS), READ, ("\t", "utf-16")),
    Case(
        "Windows letters",
        lambda: wide(QUARTERS, above=(f"{FCSQ_TITLE} \u2013 \u00a3",)),
        READ,
        ("|", "cp1252"),
    ),
    Case("decimal commas", lambda: wide(QUARTERS), READ, (";", "utf-8"), comma=True),
    Case(
        "thousands with commas",
        lambda: long(QUARTERS, COUNTS, worth=large, shown=thousands),
        READ,
        (",", "utf-8-sig"),
    ),
)
