"""Family Court Statistics Quarterly, the tables workbook: how long cases take, nationally."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import Grid, place, text, words
from lfjb_desk.importers.extract import About, Extract, Layout, Source, check
from lfjb_desk.importers.fcsq_measures import CARE, PRIVATE, WITHIN
from lfjb_desk.importers.markers import UnreadableError, Value, read_value
from lfjb_desk.importers.periods import (
    FCSQ,
    Manner,
    Period,
    PeriodError,
    calendar_quarter,
    quarter_of,
    read_period,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.importers.figures import MeasureHint

_PLACE = "England and Wales"
_HEAD_ROWS = 40  # the heading row is looked for no further down
_SHARE = ("%", "per cent", "percent", "percentage", "proportion")


@dataclass(frozen=True, slots=True)
class _Table:
    """Where the table of a sheet stands: its heading row, and the column of each measure."""

    head: int
    year: int
    quarter: int
    measures: dict[int, MeasureHint]


def recognise(grid: Grid, _: Source) -> bool:
    """Tell whether the sheet is the table of care timeliness, or of private law timeliness."""
    return _find(grid) is not None


def read(grid: Grid, _: Source, into: Extract) -> None:
    """Read every annual and quarterly row of a table into its figures for England and Wales."""
    table = _find(grid)
    assert table is not None  # noqa: S101 - recognise() found it
    into.publisher = FCSQ
    factor = _factor(grid, table)
    before: Period | None = None
    for index in (row for row in grid.filled() if row > table.head):
        held = [column for column in table.measures if grid.text(index, column)]
        if not held and not _numbered(grid.text(index, table.year)):
            into.notes.append(f"Read as a note: {_sheet(grid)}{_line(grid, index)}")
            continue
        into.read += 1
        try:
            before = _period(grid, index, table, before)
        except PeriodError as error:
            into.refuse(grid, (index, table.year), f"Row {index + 1}: {error}.")
            continue
        about = About(_PLACE, "nation", before)
        for column, measure in table.measures.items():
            if measure.code == WITHIN:
                _add_share(grid, (index, column), measure, about, factor, into)
            else:
                into.add(grid, (index, column), measure, about)


def _find(grid: Grid) -> _Table | None:
    for index in range(min(len(grid.rows), _HEAD_ROWS)):
        headings = [words(cell) for cell in grid.rows[index]]
        if {"year", "quarter"} <= set(headings) and any("duration" in h for h in headings):
            measures = _measures(grid, index, headings)
            if measures:
                return _Table(index, headings.index("year"), headings.index("quarter"), measures)
    return None


def _measures(grid: Grid, head: int, headings: Sequence[str]) -> dict[int, MeasureHint]:
    """Return what each column holds, empty when this is some other table."""
    title = " ".join(words(cell) for row in grid.rows[:head] for cell in row)
    within = [h for h in headings if re.search(r"\b26 weeks\b", h)]
    known = CARE if within else PRIVATE if "private law" in title else {}
    found: dict[int, MeasureHint] = {}
    for column, heading in enumerate(headings):
        kind = _kind(heading)
        if kind in known:
            if known[kind] in found.values():
                return {}  # two columns that read alike: a table of another shape
            found[column] = known[kind]
    left = headings[: min(found, default=0)]
    # A column before the figures that is neither year nor quarter breaks them down further.
    return found if set(left) <= {"year", "quarter", ""} else {}


def _kind(heading: str) -> str:
    if re.search(r"\b26 weeks\b", heading):
        return "within"
    if "duration" in heading or "weeks" in heading:
        for word, kind in (("median", "median"), ("mean", "mean"), ("average", "mean")):
            if word in heading.split():
                return kind
    totals = r"(?:total|number of) (?:disposals|cases)(?: disposed)?|disposals"
    return "total" if re.fullmatch(totals, heading) else ""


def _period(grid: Grid, index: int, table: _Table, before: Period | None) -> Period:
    """Return the period of a row from its year and its quarter, which may be `Annual`.

    Raises:
        PeriodError: when the two do not name one.
    """
    year, quarter = grid.text(index, table.year), grid.text(index, table.quarter)
    number = quarter_of(quarter)
    if not year and number and before and number > 1 and before.end.month == (number - 1) * 3:
        year = str(before.end.year)  # the year is printed once, for its first quarter
    if not year:
        return read_period(quarter, Manner(FCSQ))
    said = read_period(year, Manner(FCSQ))
    if not re.fullmatch(r"\d{4}", words(re.sub(r"\[.*?\]", "", year))):
        raise PeriodError(f"\u201c{year}\u201d is not a year")
    if words(re.sub(r"\[.*?\]", "", quarter)) in {"annual", "all year"}:
        return Period(f"{year} Annual", said.start, said.end)
    if number is None:
        raise PeriodError(f"\u201c{quarter}\u201d is neither Annual nor a quarter of {year}")
    return calendar_quarter(f"{year} {quarter}", said.start.year, number)


def _factor(grid: Grid, table: _Table) -> int | None:
    """Return what makes the share within 26 weeks a percentage; None where that is unclear."""
    column = next((c for c, m in table.measures.items() if m.code == WITHIN), None)
    if column is None:
        return None
    numbers = [
        cell
        for index in range(table.head + 1, len(grid.rows))
        if isinstance(cell := _plain(grid, index, column), Decimal)
    ]
    if all(number <= 1 for number in numbers):
        return 100
    says = any(share in words(grid.cell(table.head, column)) for share in _SHARE)
    # One percent and less beside larger figures may be fractions that slipped in.
    clear = all(number > 1 or number == 0 for number in numbers)
    return 1 if says and clear and max(numbers) <= 100 else None  # noqa: PLR2004 - per cent


def _plain(grid: Grid, index: int, column: int) -> Decimal | None:
    try:
        value = read_value(grid.cell(index, column), decimal_comma=grid.decimal_comma)
    except UnreadableError:
        return None
    return None if value.percent else value.number


def _add_share(
    grid: Grid,
    at: tuple[int, int],
    measure: MeasureHint,
    about: About,
    factor: int | None,
    into: Extract,
) -> None:
    """Take a share as a percentage: 0.26, 26% and 26 are one figure."""
    try:
        value = _share(read_value(grid.cell(*at), decimal_comma=grid.decimal_comma), factor)
        check(value, measure)
    except UnreadableError as error:
        into.refuse(grid, at, f"{place(*at)} {error}.")
        return
    into.take(grid, at, measure, about, value)


def _share(value: Value, factor: int | None) -> Value:
    if value.number is None or value.percent:
        return value
    if factor is None:
        raise UnreadableError(
            f"says {value.number:f}, which may be a percentage, a fraction or a count"
        )
    return Value(_exact(value.number * factor), value.marker, percent=True)


def _exact(number: Decimal) -> Decimal:
    """Return a number without the noughts that a multiplication leaves: 26.00 is 26."""
    return Decimal(f"{number.normalize():f}")


def _numbered(said: str) -> bool:
    return bool(re.match(r"\d{4}\b", said))


def _sheet(grid: Grid) -> str:
    return f"{grid.sheet}, " if grid.sheet else ""


def _line(grid: Grid, index: int) -> str:
    said = " ".join(filter(None, map(text, grid.rows[index])))
    return f"row {index + 1}, \u201c{said[:120]}\u201d."


LAYOUT = Layout(
    "FCSQ tables, time taken by care and private law cases",
    "the FCSQ tables workbook (a sheet with year, quarter, mean and median disposal duration and "
    "cases disposed in 26 weeks)",
    recognise,
    read,
)
