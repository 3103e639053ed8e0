"""The rows below the headings: rows of figures, notes, totals, headings printed again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import place as cell_name
from lfjb_desk.importers.cells import text, words
from lfjb_desk.importers.language.periods import (
    PeriodConvention,
    PeriodError,
    month_of,
    names_two_years,
    period_convention,
)
from lfjb_desk.importers.mapping.rules import Role, Years
from lfjb_desk.importers.mapping.times import OpenPeriodError, joined_label, period_of
from lfjb_desk.importers.tables.names import unsaid_sum
from lfjb_desk.importers.tables.rows import (
    RowKind,
    TableRow,
    as_note,
    line_of,
    repeats_note,
    without_figures,
)

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Cell, Grid
    from lfjb_desk.importers.language.periods import Period
    from lfjb_desk.importers.mapping.rules import Rules
    from lfjb_desk.importers.mapping.sheets import SheetView

_FINANCIAL = re.compile(r"\bfinancial\b|\bfy\b")
_LONGEST_LINE = 60  # letters of a line that a question repeats
_FEW = 3  # places that a sentence names before it says how many more


@dataclass(frozen=True, slots=True)
class MappedRow:
    """One row of figures: what it says they are about, or why it is not taken."""

    index: int
    place: str = ""
    hint: str = ""
    measure: str = ""
    period: Period | None = None
    markers: dict[int, str] = field(default_factory=dict)
    """By the column of the figure that each stands beside."""
    reason: str = ""
    column: int = 0


@dataclass(slots=True)
class TableBody:
    """What stands below the headings."""

    rows: list[MappedRow] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    questions: list[tuple[str, str]] = field(default_factory=list)
    between: list[str] = field(default_factory=list)
    """Lines between rows of figures that may group them or begin another table."""


@dataclass(slots=True)
class _Walk:
    """The way down the rows."""

    grid: Grid
    rules: Rules
    places: frozenset[str]
    period_convention: PeriodConvention
    body: TableBody
    above: dict[int, Cell] = field(default_factory=dict)
    empty: dict[int, list[int]] = field(default_factory=dict)
    """Rows of figures in which a column that names something is empty."""


def rows_of(view: SheetView, rules: Rules, places: frozenset[str]) -> TableBody:
    """Return what stands below the headings of a sheet."""
    grid, body = view.grid, TableBody()
    hidden = [row for row in grid.filled() if row > rules.last and row in view.hidden_rows]
    if hidden and not rules.hidden_rows:
        body.notes.append(f"Hidden rows, not used: {_listed(hidden)}.")
    rows = list(rules.table(grid).rows(() if rules.hidden_rows else view.hidden_rows))
    labels = [_label(grid, rules, row.index, {}) for row in rows]
    walk = _Walk(grid, rules, places, period_convention(labels, rules.publisher), body)
    for row in rows:
        _go(walk, row)
    _ask_empty(walk)
    return body


def _go(walk: _Walk, row: TableRow) -> None:
    if row.kind is RowKind.HEADINGS:
        walk.body.notes.append(repeats_note(row.index))
    elif row.kind is RowKind.FIGURES:
        walk.body.rows.append(_row(walk, row.index))
    else:
        _pass_over(walk, row)


def _pass_over(walk: _Walk, row: TableRow) -> None:
    """Keep a line as a note, list it when it is a place, else ask what it is."""
    body, index = walk.body, row.index
    line = line_of(walk.grid, index)
    places = [column.column for column in walk.rules.with_role(Role.PLACE)]
    if row.is_below or words(line) in map(words, walk.rules.within):
        body.notes.append(as_note(index, line))
    elif any(words(walk.grid.cell(index, column)) in walk.places for column in places):
        body.refused.append((index, without_figures(index, line[:_LONGEST_LINE])))
    else:
        question = (
            f"Row {index + 1}, \u201c{line[:_LONGEST_LINE]}\u201d, stands between rows of figures. "
            "Does it only group them, or does it begin another table?"
        )
        body.questions.append(("within", question))
        body.between.append(line)


def _row(walk: _Walk, row: int) -> MappedRow:
    grid, rules = walk.grid, walk.rules
    place, at = _place(walk, row)
    reason = ""
    if rules.with_role(Role.PLACE):
        if place and not any(c.isalpha() for c in place):
            reason = f"has \u201c{place[:40]}\u201d where its area or authority should be"
        else:
            reason = unsaid_sum(place)
    period = None
    if not reason:
        try:
            period = _period(walk, row)
        except PeriodError as error:
            reason = f"has a period that is not clear: {error}"
    measures = [text(_cell(walk, row, column.column)) for column in rules.with_role(Role.MEASURE)]
    measure = measures[0] if measures else ""
    if measures and not measure and not reason:
        reason = "does not name its measure"
    return MappedRow(
        index=row,
        place=place,
        measure=measure,
        period=period,
        markers=_markers(grid, rules, row),
        reason=f"Row {row + 1} {reason}." if reason else "",
        column=at,
    )


def _place(walk: _Walk, row: int) -> tuple[str, int]:
    for column in walk.rules.with_role(Role.PLACE):
        return text(_cell(walk, row, column.column)), column.column
    return "", 0


def _cell(walk: _Walk, row: int, column: int) -> Cell:
    """Return what a naming cell says; an empty one takes what stands above where rules say so."""
    cell = walk.grid.joined(row, column)
    if text(cell):
        walk.above[column] = cell
    elif column in walk.rules.fill and column in walk.above:
        return walk.above[column]
    elif column not in walk.rules.bare:
        walk.empty.setdefault(column, []).append(row)
    return cell


def _label(grid: Grid, rules: Rules, row: int, above: dict[int, Cell]) -> Cell:
    cells = [
        above.get(column.column, grid.joined(row, column.column))
        for column in rules.with_role(Role.PERIOD)
    ]
    return joined_label(cells) if cells else ""


def _period(walk: _Walk, row: int) -> Period | None:
    columns = walk.rules.with_role(Role.PERIOD)
    if not columns:
        return None
    cells = [_cell(walk, row, column.column) for column in columns]
    if not any(map(text, cells)):
        return None  # asked about for all such rows together
    label = joined_label(cells)
    is_financial = any(_FINANCIAL.search(words(column.heading)) for column in columns)
    if is_financial and walk.rules.years is Years.OPEN and not names_two_years(label):
        walk.body.questions.append(("years", f"Which financial year does “{text(label)}” name?"))
        return None
    if is_financial and not names_two_years(label) and _names_month(text(label)):
        raise PeriodError(f"“{text(label)}” names a month and one year of two")
    try:
        return period_of(label, walk.rules, walk.period_convention)
    except OpenPeriodError as error:
        walk.body.questions.append((error.about, str(error)))
        return None


def _names_month(label: str) -> bool:
    return any(month_of(word) for word in label.split())


def _markers(grid: Grid, rules: Rules, row: int) -> dict[int, str]:
    markers: dict[int, str] = {}
    for column in rules.with_role(Role.MARKER):
        left = [c.column for c in rules.with_role(Role.FIGURES) if c.column < column.column]
        if left and (marker := grid.text(row, column.column)):
            markers[max(left)] = marker
    return markers


def _ask_empty(walk: _Walk) -> None:
    for column, rows in walk.empty.items():
        question = (
            f"Column {cell_name(0, column)[:-1]} is empty in {_listed(rows)} beside figures. "
            "Does what stands above hold there too?"
        )
        walk.body.questions.append(("fill", question))


def _listed(rows: list[int]) -> str:
    first_rows = ", ".join(str(row + 1) for row in rows[:_FEW])
    more = f" and {len(rows) - _FEW} more" if len(rows) > _FEW else ""
    return f"{'row' if len(rows) == 1 else 'rows'} {first_rows}{more}"
