"""Family Court Statistics Quarterly: orders and cases of each DFJ area and quarter (CSV)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.publishers import FCSQ
from lfjb_desk.importers.cells import words
from lfjb_desk.importers.extract import About, Extract, Layout, Published, Source
from lfjb_desk.importers.figures import MeasureHint, RefusalKind
from lfjb_desk.importers.language.periods import (
    FIRST_YEAR,
    LAST_YEAR,
    Period,
    calendar_quarter,
    quarter_of,
)
from lfjb_desk.importers.layouts.fcsq.csv_columns import has_columns, walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lfjb_desk.importers.cells import Grid
    from lfjb_desk.importers.layouts.fcsq.csv_columns import CsvColumns

_COLUMNS = ("category", "stage", "year", "quarter", "dfj new", "region", "count", "cases")
_STAGES = ("start", "end")
_PUBLIC = {"start": "pl_case_starts", "end": "pl_disposals"}
_LONGEST_CATEGORY = 40
_YEAR = re.compile(r"[0-9]{4}")
_TABLE = "FCSQ CSV, DFJ and regional level"


@dataclass(frozen=True, slots=True)
class _AreaRow:
    """One row that says all that it must."""

    index: int
    category: str
    stage: str
    area: str
    region: str
    period: Period

    @property
    def subject(self) -> tuple[str, str, str, str]:
        """What the row is about; no two rows may be about the same."""
        return words(self.category), self.stage, words(self.area), self.period.label


def recognise(grid: Grid, _: Source) -> bool:
    """Tell whether the first filled row has the eight headings, in any order."""
    return has_columns(grid, _COLUMNS)


def read(grid: Grid, _: Source, into: Extract) -> None:
    """Read every row into its two figures, orders and cases."""
    into.publisher = FCSQ
    columns, body = walk(grid, _COLUMNS, into)
    rows = [row for index in body if (row := _row(grid, index, columns, into))]
    for row in _without_clashes(grid, rows, columns, into):
        _take(grid, row, columns, into)


def _row(grid: Grid, index: int, columns: CsvColumns, into: Extract) -> _AreaRow | None:
    """Return a row, or None after refusing it with the reason."""
    cells = {name: grid.text(index, column) for name, column in columns.at.items()}
    reason = _fault(cells)
    if reason:
        into.refuse(grid, (index, 0), f"Row {index + 1} {reason}.", RefusalKind.ROW)
        return None
    quarter = quarter_of(cells["quarter"])
    assert quarter is not None  # noqa: S101 - _fault looked
    return _AreaRow(
        index,
        cells["category"],
        cells["stage"].casefold(),
        cells["dfj new"],
        cells["region"],
        calendar_quarter(f"{cells['year']} Q{quarter}", int(cells["year"]), quarter),
    )


def _fault(cells: dict[str, str]) -> str:
    """Return what is wrong with a row, or nothing."""
    category = words(cells["category"])
    if not category or len(category) > _LONGEST_CATEGORY:
        return "does not name a category"
    if cells["stage"].casefold() not in _STAGES:
        return f"has the stage \u201c{cells['stage']}\u201d, which is neither Start nor End"
    year = cells["year"]
    if not (_YEAR.fullmatch(year) and FIRST_YEAR <= int(year) <= LAST_YEAR):
        return f"has the year \u201c{year}\u201d"
    if quarter_of(cells["quarter"]) is None:
        return f"has the quarter \u201c{cells['quarter']}\u201d, which is not one of 1 to 4"
    return "" if words(cells["dfj new"]) else "does not name its area"


def _without_clashes(
    grid: Grid, rows: list[_AreaRow], columns: CsvColumns, into: Extract
) -> Iterable[_AreaRow]:
    """Return the rows that stand alone for what they are about; refuse the others."""
    regions: dict[str, Counter[str]] = defaultdict(Counter)
    groups: dict[tuple[str, str, str, str], list[_AreaRow]] = defaultdict(list)
    for row in rows:
        regions[words(row.area)][row.region] += 1
        groups[row.subject].append(row)
    for group in groups.values():
        if len(group) == 1:
            yield group[0]
        else:
            yield from _settled(grid, group, regions[words(group[0].area)], columns, into)


def _settled(
    grid: Grid, group: list[_AreaRow], regions: Counter[str], columns: CsvColumns, into: Extract
) -> Iterable[_AreaRow]:
    """Return the one row of several that may be kept: a repeat, or a stray from another region."""
    first, *others = group
    figures = {
        (grid.text(r.index, columns.at["count"]), grid.text(r.index, columns.at["cases"]))
        for r in group
    }
    if len(figures) == 1 and len({row.region for row in group}) == 1:
        for row in others:
            into.repeat(grid, (row.index, 0), f"Row {row.index + 1} repeats row {first.index + 1}.")
        return [first]
    home, _ = regions.most_common(1)[0]
    at_home = [row for row in group if row.region == home]
    if len(at_home) == 1 and regions[home] * 2 > regions.total():
        for row in group:
            if row is not at_home[0]:
                into.refuse(
                    grid,
                    (row.index, 0),
                    _stray(row, at_home[0], regions[home]),
                    RefusalKind.SECOND_ROW,
                )
        return at_home
    listed = " and ".join(str(row.index + 1) for row in group)
    for row in group:
        into.refuse(
            grid,
            (row.index, 0),
            f"Rows {listed} give different figures for {row.area} in {row.period.label}.",
            RefusalKind.SECOND_ROW,
        )
    return []


def _stray(row: _AreaRow, kept: _AreaRow, others: int) -> str:
    return (
        f"Row {row.index + 1} is a second one for {row.area} in {row.period.label}, under "
        f"{row.region or 'no region'}; {others} of its rows are under {kept.region}, and "
        f"row {kept.index + 1} was taken as published."
    )


def _take(grid: Grid, row: _AreaRow, columns: CsvColumns, into: Extract) -> None:
    about = About(row.area, "area", row.period, row.region)
    for column, unit in (("count", "orders"), ("cases", "cases")):
        into.add(
            grid, (row.index, columns.at[column]), _measure(row.category, row.stage, unit), about
        )


_EVENTS = {  # an order is applied for and made; a case starts and ends
    ("orders", True): "applied for",
    ("orders", False): "made",
    ("cases", True): "started",
    ("cases", False): "ended",
}


@lru_cache(maxsize=1_000)
def _measure(category_name: str, stage: str, unit: str) -> MeasureHint:
    category = words(category_name)
    event = _EVENTS[unit, stage == "start"]
    code = f"fcsq_{category.replace(' ', '_')}_{stage}_{unit}"
    if category == "public law" and unit == "cases":
        code = _PUBLIC[stage]
    definition = (
        f"{unit.capitalize()} in {category} that {'were ' if unit == 'orders' else ''}{event} in "
        "the quarter, as counted by FCSQ "
        "for each DFJ area"
    )
    return MeasureHint(
        code, f"{category_name.capitalize()} {unit} {event}", definition, unit, 0, _TABLE
    )


LAYOUT = Layout(
    "FCSQ figures for DFJ areas",
    "the FCSQ file of DFJ areas (a heading row with category, stage, year, quarter, dfj_new, "
    "region, count and cases)",
    recognise,
    read,
    family=FCSQ,
    published=Published.ALWAYS,
)
