"""Tables with one row of headings: which column holds the place, the period and the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import Grid, text, words
from lfjb_desk.importers.extract import About
from lfjb_desk.importers.language.markers import UnreadableCellError, Value
from lfjb_desk.importers.language.periods import (
    Period,
    PeriodConvention,
    PeriodError,
    names_two_years,
    read_period,
    unversioned,
)
from lfjb_desk.importers.tables.names import is_nation, is_region
from lfjb_desk.importers.tables.rows import TableShape
from lfjb_desk.importers.tables.values import marked, read_figure

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Cell
    from lfjb_desk.importers.figures import MeasureHint, PlaceWord

_HEAD_ROWS = 40  # headings are looked for no further down
ROLES = {
    "place": {
        "area",
        "dfj area",
        "dfj",
        "designated family judge area",
        "local authority",
        "la",
        "authority",
        "place",
        "area name",
        "la name",
        "geography",
        "court area",
    },
    "region": {"region", "hmcts region", "circuit"},
    "kind": {"place kind", "kind of place", "area type", "geography type", "level"},
    "period": {
        "period",
        "time period",
        "reporting period",
        "quarter",
        "month",
        "month ending",
        "month end",
        "year",
        "financial year",
        "calendar year",
        "year and quarter",
        "year quarter",
        "date",
    },
    "measure": {
        "measure",
        "indicator",
        "kpi",
        "metric",
        "kpi code",
        "measure code",
        "measure name",
        "indicator name",
    },
    "value": {"value", "figure", "result", "amount", "observation"},
    "unit": {"unit", "units", "unit of measure"},
    "marker": {"marker", "symbol", "flag", "shorthand", "value note"},
    "publisher": {"publisher", "published by"},
}
_MONTHLY = {"month", "month ending", "month end"}
_KINDS: dict[str, PlaceWord] = {
    "area": "area",
    "dfj area": "area",
    "dfj": "area",
    "authority": "authority",
    "local authority": "authority",
    "la": "authority",
    "region": "region",
    "nation": "nation",
    "country": "nation",
    "national": "nation",
}
_HEADED: dict[str, PlaceWord] = {
    "dfj area": "area",
    "dfj": "area",
    "designated family judge area": "area",
    "court area": "area",
    "local authority": "authority",
    "la": "authority",
    "authority": "authority",
    "la name": "authority",
    "region": "region",
}
_PARTS = frozenset(
    (
        *("gender", "sex", "age", "age group", "age band", "ethnicity", "ethnic group"),
        *("status", "statistic", "version", "release", "order type", "representation"),
        *("applicant type", "disability", "breakdown", "cohort", "stage", "scenario"),
    )
)
"""Headings of columns that make a figure one of a part, or of another kind."""
_WHOLES = frozenset(
    (
        *("all", "total", "both", "any", "everyone", "all ages", "all children", "overall"),
        *("actual", "final", "published", "latest", "persons", "all persons", "all cases"),
    )
)
_LONGEST_TITLE = 60  # letters; a longer line is a remark
_OTHER_TABLE = re.compile(
    r"\b(?:private|public|care|adoption|forecasts?|targets?|median|mean|children|percentages?|rates?"
    r"|changes?|revised|previous|estimates?|weeks|days|number|disposals|receipts|applications|table)\b|%"
)


@dataclass(frozen=True, slots=True)
class TableColumns:
    """Where each role stands; `periods` are one column, or a quarter or month and its year."""

    head: int
    at: dict[str, int]
    periods: tuple[int, ...]
    kind: PlaceWord | None
    monthly: bool
    unused: dict[int, str]
    """The other columns, each with its heading in plain words."""
    financial: bool = False
    """Whether the heading speaks of financial years, so that one year alone does not do."""

    def table(self, grid: Grid) -> TableShape:
        """Return the table that stands below the heading row."""
        return TableShape(grid, self.head, self.head, tuple(range(len(grid.rows[self.head]))))


def find_columns(grid: Grid, *needed: str) -> TableColumns | None:
    """Return the first row of headings with a place, a period and each needed role once."""
    for index in range(min(len(grid.rows), _HEAD_ROWS)):
        headings = [words(cell) for cell in grid.rows[index]]
        by_role = {
            role: [c for c, h in enumerate(headings) if h in names] for role, names in ROLES.items()
        }
        by_role["value"] = [c for c, h in enumerate(headings) if unversioned(h) in ROLES["value"]]
        periods = _periods(headings, by_role["period"])
        if not by_role["place"]:
            by_role["place"] = by_role["region"]
        if periods and all(len(by_role[role]) == 1 for role in ("place", *needed)):
            at = {role: columns[0] for role, columns in by_role.items() if len(columns) == 1}
            used = {*at.values(), *periods}
            unused = {c: h for c, h in enumerate(headings) if h and c not in used}
            monthly = headings[periods[0]] in _MONTHLY and len(periods) == 1
            kind = _HEADED.get(headings[at["place"]])
            financial = any(headings[column] == "financial year" for column in periods)
            return TableColumns(index, at, periods, kind, monthly, unused, financial)
    return None


def _periods(headings: list[str], columns: list[int]) -> tuple[int, ...]:
    """Return the columns that make up a period, in the order in which they are read."""
    named = {headings[column]: column for column in columns}
    if len(named) < len(columns):
        return ()
    for part in ("quarter", "month"):
        for year in ("year", "financial year", "calendar year"):
            if set(named) == {part, year}:
                return named[part], named[year]
    plain = [named[name] for name in ("period", "time period", "reporting period") if name in named]
    return tuple(columns if len(columns) == 1 else plain if len(plain) == 1 else ())


def is_note(grid: Grid, row: int) -> bool:
    """Tell whether a row is a remark in its first cell, rather than a row of the table."""
    filled = [column for column, cell in enumerate(grid.rows[row]) if text(cell)]
    return filled == [0]


def begins_another(grid: Grid, row: int) -> str:
    """Return what a line between rows says, where it may head figures of something else."""
    line = grid.text(row, 0)
    is_title = len(line) <= _LONGEST_TITLE and not line.endswith(".")
    return line if is_title and _OTHER_TABLE.search(words(line)) else ""


def check_first(other: str) -> None:
    """Refuse a row below a line that may begin another table.

    Raises:
        UnreadableCellError: with what that line says.
    """
    if other:
        raise UnreadableCellError(f"stands below \u201c{other}\u201d, maybe in another table")


def check_width(grid: Grid, row: int, columns: TableColumns) -> None:
    """Refuse a row that has fewer or more cells than the headings.

    Raises:
        UnreadableCellError: with both counts.
    """
    width, cells = len(grid.rows[columns.head]), grid.rows[row]
    if len(cells) < width or any(map(text, cells[width:])):
        raise UnreadableCellError(f"has {len(cells)} cells under {width} headings")


def period_label(grid: Grid, row: int, columns: TableColumns) -> Cell:
    """Return how a row names its period, both halves together where they stand apart."""
    if len(columns.periods) == 1:
        return grid.cell(row, columns.periods[0])
    return " ".join(grid.text(row, column) for column in columns.periods)


def _period(grid: Grid, row: int, columns: TableColumns, known: PeriodConvention) -> Period:
    label = period_label(grid, row, columns)
    if columns.financial and not (names_two_years(label) or known.compact):
        raise PeriodError(
            f"\u201c{text(label)}\u201d names one year where a financial year has two"
        )
    return read_period(label, known)


def about(grid: Grid, row: int, columns: TableColumns, known: PeriodConvention) -> About:
    """Return what a row is about.

    Raises:
        PeriodError, UnreadableCellError: when its period or its place is missing or unclear.
    """
    label = grid.text(row, columns.at["place"])
    if not any(c.isalpha() for c in label):
        raise UnreadableCellError("does not name its area or authority")
    kind = columns.kind
    if "kind" in columns.at:
        kind_word = grid.text(row, columns.at["kind"])
        if words(kind_word) not in _KINDS:
            raise UnreadableCellError(f"has \u201c{kind_word}\u201d as the kind of its place")
        kind = _KINDS[words(kind_word)]
    elif is_nation(label):
        kind = "nation"
    elif is_region(label):
        kind = "region"
    check_whole(grid, row, columns, _PARTS)
    try:
        period = _period(grid, row, columns, known)
    except PeriodError as error:
        raise PeriodError(f"has a period that is not clear: {error}") from None
    region = columns.at.get("region", columns.at["place"])
    hint = grid.text(row, region) if region != columns.at["place"] else ""
    return About(label, kind, period, hint)


def check_whole(grid: Grid, row: int, columns: TableColumns, parts: frozenset[str]) -> None:
    """Refuse a row that a column not used says to be about a part, such as one age group.

    Raises:
        UnreadableCellError: with what that column says.
    """
    for column, heading in columns.unused.items():
        part = grid.text(row, column)
        if heading in parts and part and words(part) not in _WHOLES:
            raise UnreadableCellError(
                f"says \u201c{part[:40]}\u201d under \u201c{heading}\u201d: it may be of a part"
            )


def read_checked(grid: Grid, at: tuple[int, int], measure: MeasureHint) -> Value:
    """Return what a cell says of a measure.

    Raises:
        UnreadableCellError: when it is not clear, or the measure cannot be so.
    """
    value = read_figure(grid, at, measure)
    if measure.unit == "%" and value.number and value.number <= 1 and not value.percent:
        raise UnreadableCellError(
            f"says {value.number:f} for a percentage, maybe a fraction: write it with a % sign"
        )
    return value


def read_marked(grid: Grid, row: int, columns: TableColumns, measure: MeasureHint) -> Value:
    """Return the value of a row, with the marker that a column of its own may hold.

    Raises:
        UnreadableCellError: when it is not clear what the value is.
    """
    value = read_checked(grid, (row, columns.at["value"]), measure)
    return marked(value, grid.cell(row, columns.at["marker"]) if "marker" in columns.at else "")
