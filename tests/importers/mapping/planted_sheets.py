"""Sheets made by code in many layouts; each knows the figures that it truly holds."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl

from lfjb_desk.importers.cells import place as cell_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

Days = tuple[date, date]
Label = tuple[Any, Days]


def days(year: int, month: int, months: int) -> Days:
    last = year * 12 + month - 1 + months
    end = date.fromordinal(date(last // 12, last % 12 + 1, 1).toordinal() - 1)
    return date(year, month, 1), end


QUARTERS: list[Label] = [(f"2024 Q{q}", days(2024, q * 3 - 2, 3)) for q in (1, 2, 3, 4)]
YEARS: list[Label] = [(year, days(year, 1, 12)) for year in (2022, 2023, 2024)]
FINANCIAL: list[Label] = [(f"{y}-{y % 100 + 1}", days(y, 4, 12)) for y in (2021, 2022, 2023)]
FINANCIAL_QUARTERS: list[Label] = [
    ("2022-23 Q4", days(2023, 1, 3)),
    *((f"2023-24 Q{q}", days(2023, 1 + q * 3, 3)) for q in (1, 2, 3)),
]
MONTHS: list[Label] = [
    (f"{name} 2024", days(2024, n, 1)) for n, name in enumerate(("January", "February", "March"), 1)
]
SHORT_MONTHS: list[Label] = [(f"{n}-24", days(2024, i, 1)) for i, n in ((4, "Apr"), (5, "May"))]
ENDS: list[Label] = [
    ("Quarter ending March 2024", days(2024, 1, 3)),
    ("Quarter ending June 2024", days(2024, 4, 3)),
]
YEAR_ENDS: list[Label] = [
    ("Year ending March 2023", days(2022, 4, 12)),
    ("Year ending March 2024", days(2023, 4, 12)),
]
SPANS: list[Label] = [
    ("January to March 2024", days(2024, 1, 3)),
    ("April to June 2024", days(2024, 4, 3)),
]
DATED: list[Label] = [
    (date(2024, 3, 31), days(2024, 1, 3)),
    (date(2024, 6, 30), days(2024, 4, 3)),
]
TEXT_DATES: list[Label] = [("31/03/2024", days(2024, 1, 3)), ("30/06/2024", days(2024, 4, 3))]
UNCLEAR_DATES: list[Label] = [("01/02/2024", days(2024, 2, 1)), ("01/03/2024", days(2024, 3, 1))]
SERIALS: list[Label] = [(45292, days(2024, 1, 3)), (45383, days(2024, 4, 3))]

AREAS = ("Birmingham", "Bristol", "Essex and Suffolk", "Humberside")
COUNCILS = ("Kent", "Medway", "Barnsley", "Leeds")
FCSQ_TITLE = "Ministry of Justice, Family Court Statistics Quarterly: duration of care cases"


@dataclass(frozen=True)
class Truth:
    """What a cell of figures truly says."""

    place: str
    days: Days
    measure: str
    value: Decimal | None
    marker: str | None = None


@dataclass
class Planted:
    """A sheet on the way to its file."""

    sheet: str = "Table 1"
    cells: dict[tuple[int, int], Any] = field(default_factory=dict)
    merges: list[str] = field(default_factory=list)
    truth: dict[str, Truth] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    row: int = 0

    def line(self, *values: Any) -> None:
        """Write a row from the first column."""
        for column, value in enumerate(values):
            self.cells[self.row, column] = value
        self.row += 1

    def put(self, column: int, shown: Any, truth: Truth) -> None:
        """Write a figure in the row that stands open."""
        self.cells[self.row, column] = shown
        self.truth[cell_name(self.row, column)] = truth

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        self.merges.append(f"{cell_name(top, left)}:{cell_name(bottom, right)}")

    def rows(self) -> Iterator[list[Any]]:
        height = max(row for row, _ in self.cells) + 1
        width = max(column for _, column in self.cells) + 1
        for row in range(height):
            yield [self.cells.get((row, column)) for column in range(width)]

    def save(self, folder: Path, name: str, others: dict[str, list[list[Any]]]) -> Path:
        """Write an .xlsx; other sheets called `hidden...` are hidden."""
        book = openpyxl.Workbook()
        page = book.worksheets[0]
        page.title = self.sheet
        for row in self.rows():
            page.append(row)
        for merge in self.merges:
            page.merge_cells(merge)
        for index in self.hidden_rows:
            page.row_dimensions[index + 1].hidden = True
        for title, rows in others.items():
            other = book.create_sheet(title)
            for row in rows:
                other.append(row)
            if title.startswith("hidden"):
                other.sheet_state = "hidden"
        path = folder / f"{name}.xlsx"
        book.save(path)
        return path

    def save_text(
        self, folder: Path, name: str, separator: str, encoding: str, *, comma: bool = False
    ) -> Path:
        out = io.StringIO()
        writer = csv.writer(out, delimiter=separator)
        for row in self.rows():
            writer.writerow([_written(cell, comma=comma) for cell in row])
        path = folder / f"{name}.csv"
        path.write_bytes(out.getvalue().encode(encoding))
        return path


def _written(cell: Any, *, comma: bool) -> str:
    said = "" if cell is None else f"{cell:%Y-%m-%d}" if isinstance(cell, date) else str(cell)
    return said.replace(".", ",") if comma and isinstance(cell, float) else said


def amount(place: int, period: int, measure: int = 0) -> Decimal:
    """Return an invented figure that no other cell of a sheet has."""
    return Decimal(200 + place * 37 + period * 11 + measure * 151) / 10


def plain(value: Decimal) -> Any:
    return float(value)


def wide(  # noqa: PLR0913 - each part of a layout has its own switch
    periods: Sequence[Label],
    *,
    above: Sequence[str] = (FCSQ_TITLE,),
    corner: str = "DFJ area",
    places: Sequence[str] = AREAS,
    split: str = "",
    groups: Sequence[str] = (),
    style: str = "merged",
    units: str = "",
    prefix: str = "",
    shown: Callable[[Decimal], Any] = plain,
    worth: Callable[[int, int, int], Decimal] = amount,
    after: Callable[[Planted], None] = lambda _: None,
    region: str = "",
    summary: str = "",
    between: dict[int, Sequence[Any]] | None = None,
) -> Planted:
    """Plant places down and periods across, in up to three rows of headings."""
    made = Planted()
    for line in above:
        made.line(line)
    names = 2 if region else 1
    first, many = names, len(periods)
    if groups:
        _group_row(made, groups, first, many, style)
    labels = [label for _ in groups or [""] for label, _ in periods]
    if split:
        _split_rows(made, labels, corner, first, split)
    else:
        head = [f"{prefix}{label}" if prefix else label for label in labels]
        made.line(*([region] if region else []), corner, *head, *([summary] if summary else []))
    if units:
        made.line(*[None] * names, *[units] * len(labels))
    for at, place in enumerate(places):
        for line in (between or {}).get(at, ()):
            made.line(*line)
        _wide_row(made, at, place, periods, groups, shown, worth, region)
        if summary:
            made.cells[made.row - 1, first + len(labels)] = 999.5
    after(made)
    return made


def _wide_row(
    made: Planted,
    at: int,
    place: str,
    periods: Sequence[Label],
    groups: Sequence[str],
    shown: Callable[[Decimal], Any],
    worth: Callable[[int, int, int], Decimal],
    region: str,
) -> None:
    first = 2 if region else 1
    for column, name in enumerate((["South"] if region else []) + [place]):
        made.cells[made.row, column] = name
    for group, measure in enumerate(groups or [""]):
        for number, (_, covered) in enumerate(periods):
            value = worth(at, number, group)
            column = first + group * len(periods) + number
            made.put(column, shown(value), Truth(place, covered, measure, value))
    made.row += 1


def _group_row(made: Planted, groups: Sequence[str], first: int, many: int, style: str) -> None:
    for group, name in enumerate(groups):
        left = first + group * many
        made.cells[made.row, left] = name
        if style == "merged":
            made.merge(made.row, left, made.row, left + many - 1)
        if style == "repeated":
            for column in range(left, left + many):
                made.cells[made.row, column] = name
    made.row += 1


def _split_rows(made: Planted, labels: Sequence[Any], corner: str, first: int, split: str) -> None:
    """Write `2024 Q1` as a year above its quarter."""
    runs: dict[str, list[int]] = {}
    for number, label in enumerate(labels):
        year, _, quarter = str(label).rpartition(" ")
        runs.setdefault(year, []).append(first + number)
        made.cells[made.row + 1, first + number] = quarter
    for year, columns in runs.items():
        written = columns if split == "repeated" else columns[:1]
        for column in written:
            made.cells[made.row, column] = year
        if split == "merged":
            made.merge(made.row, columns[0], made.row, columns[-1])
    made.cells[made.row + 1, 0] = corner
    made.row += 2


def long(  # noqa: PLR0913 - as above
    periods: Sequence[Label],
    measures: Sequence[str] = ("Average duration (weeks)",),
    *,
    above: Sequence[str] = (FCSQ_TITLE,),
    head: Sequence[str] = ("DFJ area", "Quarter"),
    places: Sequence[str] = AREAS,
    worth: Callable[[int, int, int], Decimal] = amount,
    shown: Callable[[Decimal], Any] = plain,
    stub: str = "each",
    by: str = "columns",
    after: Callable[[Planted], None] = lambda _: None,
) -> Planted:
    """Plant one row for each place and period, with one column for each measure or one name."""
    made = Planted()
    for line in above:
        made.line(line)
    made.line(*head, *(("Measure", "Value") if by == "rows" else measures))
    for at, place in enumerate(places):
        start = made.row
        for number, (label, covered) in enumerate(periods):
            named = place if stub == "each" or number == 0 else None
            said = label if isinstance(label, tuple) else (label,)
            for group, measure in enumerate(measures):
                if group == 0 or by == "rows":
                    for left, one in enumerate((named, *said)):
                        made.cells[made.row, left] = one
                value = worth(at, number, group)
                truth = Truth(place, covered, measure, value)
                column = 1 + len(said) + (1 if by == "rows" else group)
                if by == "rows":
                    made.cells[made.row, column - 1] = measure
                made.put(column, shown(value), truth)
                made.row += by == "rows"
            made.row += by != "rows"
        if stub == "merged":
            made.merge(start, 0, made.row - 1, 0)
    after(made)
    return made


def across(periods: Sequence[Label], *, above: Sequence[str] = (FCSQ_TITLE,)) -> Planted:
    """Plant periods down and places across."""
    made = Planted()
    for line in above:
        made.line(line)
    made.line("Quarter", *AREAS)
    for number, (label, covered) in enumerate(periods):
        made.cells[made.row, 0] = label
        for at, place in enumerate(AREAS):
            value = amount(at, number)
            made.put(1 + at, plain(value), Truth(place, covered, "", value))
        made.row += 1
    return made
