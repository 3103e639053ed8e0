"""A plain long table: area, period, measure and value, one figure to a row, in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import Grid, text, words
from lfjb_desk.importers.extract import About, Extract, Layout, Source, check
from lfjb_desk.importers.figures import MeasureHint
from lfjb_desk.importers.markers import BLANK, UnreadableError, Value, read_value
from lfjb_desk.importers.periods import CAFCASS, FCSQ, Manner, PeriodError, manner, read_period

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Cell
    from lfjb_desk.importers.figures import PlaceWord

_HEAD_ROWS = 40  # headings are looked for no further down
_ROLES = {
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
_NATIONS = {"england", "wales", "england and wales"}
_PERCENT = re.compile(r"%|\bper ?cent|_pct\b|\bpercentage")
_PUBLISHERS = {"cafcass": CAFCASS, "fcsq": FCSQ, "moj": FCSQ, "ministry of justice": FCSQ}


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each role stands; `periods` are one column, or a year and then a quarter."""

    head: int
    at: dict[str, int]
    periods: tuple[int, ...]
    kind: PlaceWord | None
    monthly: bool
    unused: tuple[str, ...]


def recognise(grid: Grid, _: Source) -> bool:
    """Tell whether one row of headings names a place, a period, a measure and a value."""
    return _find(grid) is not None


def read(grid: Grid, _: Source, into: Extract) -> None:
    """Read every row into its figure."""
    columns = _find(grid)
    assert columns is not None  # noqa: S101 - recognise() found them
    if columns.unused:
        into.notes.append(f"Columns not used: {', '.join(columns.unused)}.")
    body = [row for row in grid.filled() if row > columns.head]
    into.publisher = into.publisher or _publisher(grid, columns, body)
    labels = [_period_label(grid, row, columns) for row in body]
    known = replace(manner(labels, into.publisher), monthly=columns.monthly)
    for row in body:
        if _is_note(grid, row, columns):
            said = text(next(cell for cell in grid.rows[row] if text(cell)))
            into.notes.append(f"Read as a note: row {row + 1}, \u201c{said[:120]}\u201d.")
            continue
        into.read += 1
        try:
            _check_width(grid, row, columns)
            about = _about(grid, row, columns, known)
            measure = _measure(grid, row, columns)
            value = _value(grid, row, columns, measure)
        except (PeriodError, UnreadableError) as error:
            into.refuse(grid, (row, columns.at["value"]), f"Row {row + 1} {error}.")
        else:
            into.take(grid, (row, columns.at["value"]), measure, about, value)


def _find(grid: Grid) -> _Columns | None:
    for index in range(min(len(grid.rows), _HEAD_ROWS)):
        headings = [words(cell) for cell in grid.rows[index]]
        found = {
            role: [c for c, h in enumerate(headings) if h in names]
            for role, names in _ROLES.items()
        }
        periods = _periods(headings, found["period"])
        if not found["place"]:
            found["place"] = found["region"]
        if periods and all(len(found[role]) == 1 for role in ("place", "measure", "value")):
            at = {role: columns[0] for role, columns in found.items() if len(columns) == 1}
            used = {*at.values(), *periods}
            unused = tuple(h for c, h in enumerate(headings) if h and c not in used)
            monthly = headings[periods[0]] == "month" and len(periods) == 1
            kind = _HEADED.get(headings[at["place"]])
            return _Columns(index, at, periods, kind, monthly, unused)
    return None


def _periods(headings: list[str], found: list[int]) -> tuple[int, ...]:
    """Return the columns that make up a period, in the order in which they are read."""
    named = {headings[column]: column for column in found}
    if len(named) < len(found):
        return ()
    for part in ("quarter", "month"):
        for year in ("year", "financial year", "calendar year"):
            if set(named) == {part, year}:
                return named[part], named[year]
    plain = [named[name] for name in ("period", "time period", "reporting period") if name in named]
    return tuple(found if len(found) == 1 else plain if len(plain) == 1 else ())


def _publisher(grid: Grid, columns: _Columns, body: list[int]) -> str:
    """Return who published the figures, where a column or the lines above the table say so."""
    above = " ".join(words(cell) for row in grid.rows[: columns.head] for cell in row)
    said = (
        {words(grid.cell(row, columns.at["publisher"])) for row in body} - {""}
        if ("publisher" in columns.at)
        else {name for name in ("cafcass", "fcsq") if name in above.split()}
    )
    known = {_PUBLISHERS.get(name, "") for name in said}
    return known.pop() if len(known) == 1 else ""


def _is_note(grid: Grid, row: int, columns: _Columns) -> bool:
    """Tell whether a row is a remark in its first cell, rather than a row of the table."""
    held = [column for column, cell in enumerate(grid.rows[row]) if text(cell)]
    return held == [0] and len(columns.at) > 1


def _check_width(grid: Grid, row: int, columns: _Columns) -> None:
    width, cells = len(grid.rows[columns.head]), grid.rows[row]
    if len(cells) < width or any(map(text, cells[width:])):
        raise UnreadableError(f"has {len(cells)} cells under {width} headings")


def _period_label(grid: Grid, row: int, columns: _Columns) -> Cell:
    if len(columns.periods) == 1:
        return grid.cell(row, columns.periods[0])
    return " ".join(grid.text(row, column) for column in columns.periods)


def _about(grid: Grid, row: int, columns: _Columns, known: Manner) -> About:
    """Return what a row is about.

    Raises:
        PeriodError, UnreadableError: when its period or its place is missing or unclear.
    """
    label = grid.text(row, columns.at["place"])
    if not any(c.isalpha() for c in label):
        raise UnreadableError("does not name its area or authority")
    kind = columns.kind
    if "kind" in columns.at:
        said = grid.text(row, columns.at["kind"])
        if words(said) not in _KINDS:
            raise UnreadableError(f"has \u201c{said}\u201d as the kind of its place")
        kind = _KINDS[words(said)]
    elif words(label) in _NATIONS:
        kind = "nation"
    try:
        period = read_period(_period_label(grid, row, columns), known)
    except PeriodError as error:
        raise PeriodError(f"has a period that is not clear: {error}") from None
    region = columns.at.get("region", columns.at["place"])
    hint = grid.text(row, region) if region != columns.at["place"] else ""
    return About(label, kind, period, hint)


def _measure(grid: Grid, row: int, columns: _Columns) -> MeasureHint:
    label = grid.text(row, columns.at["measure"])
    if not label:
        raise UnreadableError("does not name its measure")
    unit = grid.text(row, columns.at["unit"]) if "unit" in columns.at else ""
    if _PERCENT.search(f"{label} {unit}".casefold()):
        unit = "%"
    return MeasureHint(label, label, unit=unit, settled=False)


def _value(grid: Grid, row: int, columns: _Columns, measure: MeasureHint) -> Value:
    """Return the value of a row, with the marker that a column of its own may hold.

    Raises:
        UnreadableError: when it is not clear what the value is.
    """
    value = read_value(grid.cell(row, columns.at["value"]), decimal_comma=grid.decimal_comma)
    check(value, measure)
    if measure.unit == "%" and value.number and value.number <= 1 and not value.percent:
        raise UnreadableError(
            f"says {value.number:f} for a percentage, maybe a fraction: write it with a % sign"
        )
    marker = grid.cell(row, columns.at["marker"]) if "marker" in columns.at else ""
    if not text(marker):
        return value
    beside = read_value(marker)
    if beside.marker is None or (value.marker and value.marker not in {BLANK, beside.marker}):
        raise UnreadableError(f"has \u201c{text(marker)}\u201d as the marker of its value")
    low = beside.marker.casefold().startswith("[low") and not value.number
    return Value(None if low else value.number, beside.marker, value.percent)


LAYOUT = Layout(
    "A plain table of area, period, measure and value",
    "a plain table (a heading row with area, period, measure and value, one figure to a row)",
    recognise,
    read,
    general=True,
)
