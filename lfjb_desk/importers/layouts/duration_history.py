"""A history of how long care cases take: areas or authorities down, periods across.

Cafcass publishes two of these. It is known by its shape and its words alone: no sheet name
and no row is taken for granted.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import Grid, place, text, words
from lfjb_desk.importers.extract import About, Extract, Layout, Source
from lfjb_desk.importers.figures import MeasureHint
from lfjb_desk.importers.layouts.headings import Headings, find_headings
from lfjb_desk.importers.periods import CAFCASS

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Cell
    from lfjb_desk.importers.figures import PlaceWord

_SUBJECT = re.compile(r"\bdurations?\b|\bhow long\b|\b(?:average|mean)\b.{0,60}\bweeks\b")
_OTHER_SUBJECT = re.compile(
    r"\bprivate law\b|\bmedian\b|%|\bper ?cent|\bproportion\b|\bwithin 26\b"
)
_OTHER_TABLE = re.compile(r"\b(?:number|count|applications|children|cases|rate|private|median)\b|%")
_AREA = re.compile(r"\b(?:dfj|djf|designated family judge)\b")
_AUTHORITY = re.compile(r"\b(?:la|las|local authorit(?:y|ies)|councils?)\b")
_NAME = re.compile(r"\b(?:dfj|djf|area|court|authority|la|council|name)\b")
_NO_NAME = re.compile(r"\b(?:code|region|circuit|ons|gss|id|no|number)\b")
_NATIONS = {"england", "wales", "england and wales"}
_TOTALS = {
    "total",
    "grand total",
    "national",
    "average",
    "all",
    "all areas",
    "overall",
    "mean",
    "national average",
}
_LONGEST_NAME = 60  # letters; a longer line is a remark
_MONTHS = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*")

WEEKS = MeasureHint(
    "s31_mean_weeks",
    "Average duration of section 31 cases",
    "Mean weeks from issue to completion of care applications",
    "weeks",
    0,
    "Cafcass duration history",
)


@dataclass(frozen=True, slots=True)
class _Shape:
    """The history in a grid: its headings, the column of names, and the columns that hint."""

    headings: Headings
    name: int
    hints: tuple[int, ...]


def recognise(grid: Grid, source: Source) -> bool:
    """Tell whether the words say duration of care cases, and the shape is that of a history."""
    headings = find_headings(grid, _publisher(grid, source))
    if headings is None or min(headings.periods) == 0:
        return False
    said = _said(grid, source, headings.last)
    if not _SUBJECT.search(said) or _OTHER_SUBJECT.search(said):
        return False
    names = [
        words(grid.cell(r, c))
        for r in range(headings.last + 1, len(grid.rows))
        for c in range(min(headings.periods))
    ]
    return not any(_MONTHS.fullmatch(name) for name in names)


def read(grid: Grid, source: Source, into: Extract) -> None:
    """Read every row of a place into one figure for each period."""
    headings = find_headings(grid, _publisher(grid, source))
    assert headings is not None  # noqa: S101 - recognise() found them
    into.publisher = into.publisher or _known_publisher(grid, source, headings, into)
    shape = _shape(grid, headings)
    kind = _kind(grid, source, headings, shape)
    if headings.unused:
        into.notes.append(f"Columns not used: {', '.join(headings.unused)}.")
    for column, reason in headings.unclear.items():
        into.refuse(grid, (headings.last, column), f"The heading {reason}.")
    body = [row for row in grid.filled() if row > headings.last]
    last = max((row for row in body if _has_figures(grid, row, headings)), default=0)
    rows: dict[int, About] = {}
    other = ""
    for index in body:
        if _is_heading_again(grid, index, headings):
            into.notes.append(f"Row {index + 1} repeats the headings.")
        elif not _has_figures(grid, index, headings):
            _pass_over(grid, index, into, after=index > last)
            other = other or _other_table(grid, index)
        elif other:
            into.read += 1
            into.refuse(
                grid,
                (index, 0),
                f"Row {index + 1} stands below \u201c{other}\u201d, which may begin another table.",
            )
        elif about := _about(grid, index, shape, kind, into):
            rows[index] = about
    _take(grid, headings, rows, into)


def _publisher(grid: Grid, source: Source) -> str:
    return CAFCASS if "cafcass" in _said(grid, source, len(grid.rows) - 1) else ""


def _known_publisher(grid: Grid, source: Source, headings: Headings, into: Extract) -> str:
    """Return who published the history; quarters of financial years are those of Cafcass."""
    if publisher := _publisher(grid, source):
        return publisher
    financial = find_headings(grid, CAFCASS)
    if financial is None or financial.periods != headings.periods:
        return ""
    if not any(period.start.month != period.end.month for period in headings.periods.values()):
        return ""
    into.notes.append("The file does not say who published it; taken as Cafcass by its periods.")
    return CAFCASS


def _other_table(grid: Grid, index: int) -> str:
    """Return what a row without figures says, when it may head a table of something else."""
    said = " ".join(filter(None, map(text, grid.rows[index])))
    is_title = len(said) <= _LONGEST_NAME and _OTHER_TABLE.search(words(said))
    return said if is_title else ""


def _said(grid: Grid, source: Source, last: int) -> str:
    """Return the words of the file name, the sheet name and the rows down to this one."""
    cells = (cell for row in grid.rows[: last + 1] for cell in row if isinstance(cell, str))
    return " ".join(map(words, (source.file_name, grid.sheet, *cells)))


def _shape(grid: Grid, headings: Headings) -> _Shape | None:
    """Return which column names the places; None when two may, or none."""
    left = [
        column
        for column in range(min(headings.periods))
        if any(
            _is_name(grid.joined(row, column)) for row in range(headings.last + 1, len(grid.rows))
        )
    ]
    names = left
    if len(left) > 1:
        above = {column: _above(grid, headings, column) for column in left}
        names = [c for c in left if _NAME.search(above[c]) and not _NO_NAME.search(above[c])]
    if len(names) != 1:
        return None
    return _Shape(headings, names[0], tuple(column for column in left if column != names[0]))


def _above(grid: Grid, headings: Headings, column: int) -> str:
    rows = range(headings.first, headings.last + 1)
    return " ".join(dict.fromkeys(words(grid.joined(row, column)) for row in rows))


def _is_name(cell: Cell) -> bool:
    return isinstance(cell, str) and any(c.isalpha() for c in cell)


def _kind(grid: Grid, source: Source, headings: Headings, shape: _Shape | None) -> PlaceWord | None:
    """Return what the places are, by the nearest words that tell; None when none do."""
    over = _above(grid, headings, shape.name) if shape else ""
    title = " ".join(words(cell) for row in grid.rows[: headings.first] for cell in row)
    for said in (over, title, words(grid.sheet), words(source.file_name)):
        area, authority = _AREA.search(said), _AUTHORITY.search(said)
        if bool(area) != bool(authority):
            return "area" if area else "authority"
    return None


def _has_figures(grid: Grid, index: int, headings: Headings) -> bool:
    return any(text(grid.cell(index, column)) for column in headings.periods)


def _is_heading_again(grid: Grid, index: int, headings: Headings) -> bool:
    """Tell whether a row prints the headings once more, as on a new page."""
    lines = [
        [words(grid.cell(row, c)) for c in headings.periods]
        for row in range(headings.first, headings.last + 1)
    ]
    return [words(grid.cell(index, c)) for c in headings.periods] in lines


def _pass_over(grid: Grid, index: int, into: Extract, *, after: bool) -> None:
    """Keep a row without figures as a note, or list it when it may be a place."""
    said = " ".join(filter(None, map(text, grid.rows[index])))
    if after or len(said) > _LONGEST_NAME or said.casefold().startswith(("note", "source")):
        into.notes.append(f"Read as a note: row {index + 1}, \u201c{said[:120]}\u201d.")
        return
    into.read += 1
    into.refuse(grid, (index, 0), f"Row {index + 1}, \u201c{said}\u201d, holds no figures.")


def _about(
    grid: Grid, index: int, shape: _Shape | None, kind: PlaceWord | None, into: Extract
) -> About | None:
    """Return what a row is about, its period still open; None after refusing it."""
    into.read += 1
    label = text(grid.joined(index, shape.name)) if shape else ""
    reason = ""
    if shape is None:
        reason = "cannot be placed: it is not clear which column names the area or authority"
    elif not _is_name(label):
        reason = "does not name its area or authority"
    elif words(label) in _TOTALS:
        reason = f"is called \u201c{label}\u201d, which does not say of what"
    if reason or shape is None:
        into.refuse(grid, (index, shape.name if shape else 0), f"Row {index + 1} {reason}.")
        return None
    nation = words(label) in _NATIONS
    hints = (text(grid.joined(index, column)) for column in shape.hints)
    first = next(iter(shape.headings.periods.values()))
    return About(label, "nation" if nation else kind, first, "; ".join(filter(None, hints)))


def _take(grid: Grid, headings: Headings, rows: dict[int, About], into: Extract) -> None:
    """Turn the rows across into figures down, each with its period."""
    import pandas as pd  # noqa: PLC0415 - half a second, which other layouts need not pay

    wide = pd.DataFrame.from_dict(
        {row: {c: place(row, c) for c in headings.periods} for row in rows}, orient="index"
    )
    twice = _twice(headings)
    down = wide.melt(ignore_index=False, var_name="column").sort_index(kind="stable")
    for row, column in down["column"].items():
        if column in twice:
            into.refuse(
                grid,
                (row, column),
                f"{place(row, column)} stands in one of two columns "
                f"for {headings.periods[column].label}.",
            )
        else:
            about = replace(rows[row], period=headings.periods[column])
            into.add(grid, (row, column), WEEKS, about)


def _twice(headings: Headings) -> set[int]:
    """Return the columns whose period another column has too."""
    spans = Counter((period.start, period.end) for period in headings.periods.values())
    return {c for c, period in headings.periods.items() if spans[period.start, period.end] > 1}


LAYOUT = Layout(
    "A history of the duration of care cases",
    "a history of the duration of care cases (areas or authorities down, at least two quarters "
    "or years across, and a title that says duration)",
    recognise,
    read,
    general=True,
)
