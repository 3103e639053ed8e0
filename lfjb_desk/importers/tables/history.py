"""A history: places down, periods across, and one measure throughout.

Cafcass publishes several. Each is known by its shape and its words alone: no sheet name and no
row is taken for granted.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.months import LIKE_A_MONTH, months_between
from lfjb_desk.domain.common.publishers import CAFCASS
from lfjb_desk.importers.cells import Grid, place, text, words
from lfjb_desk.importers.extract import About, Extract, Source
from lfjb_desk.importers.figures import RefusalKind
from lfjb_desk.importers.language.markers import UnreadableCellError, read_value
from lfjb_desk.importers.tables.headings import PeriodHeadings, Wording, find_headings
from lfjb_desk.importers.tables.names import (
    is_nation,
    is_region,
    is_statistical_region,
    is_total_of_england,
    kind_said,
    unsaid_sum,
)
from lfjb_desk.importers.tables.rows import (
    RowKind,
    TableRow,
    as_note,
    line_of,
    repeats_note,
    without_figures,
)
from lfjb_desk.importers.tables.scales import refuse_scaled

if TYPE_CHECKING:
    from decimal import Decimal

    from lfjb_desk.importers.cells import Cell
    from lfjb_desk.importers.figures import MeasureHint, PlaceWord
    from lfjb_desk.importers.language.periods import Period

_NAME = re.compile(r"\b(?:dfj|djf|area|court|authority|la|council|name)\b")
_NO_NAME = re.compile(r"\b(?:code|region|circuit|ons|gss|id|no|number)\b")
_ENGLAND = re.compile(r"\bengland\b|\bnational\b")
_NATIONWIDE = 100  # rows; England has some 150 authorities
_TOP = 45  # rows within which the headings end
_LONGEST_NAME = 60  # letters; a longer line is a remark
_MONTHS = re.compile(LIKE_A_MONTH)


@dataclass(frozen=True, slots=True)
class HistoryTable:
    """What a history is of, and the words by which it is told from others."""

    measure: MeasureHint
    subject: re.Pattern[str]
    """What the file name, the sheet name or the rows down to the headings must say."""
    elsewhere: re.Pattern[str]
    """What they must not say."""
    wording: Wording
    next_table: re.Pattern[str]
    """What a row without figures says when it heads a table of something else."""
    months: frozenset[int] = frozenset()
    """How many months its periods may last; empty where it does not matter."""
    most: Decimal | None = None
    """A figure above it is something else."""
    least: Decimal | None = None
    """A figure between nought and it is something else, such as a part of 1."""
    adds_up: bool = False
    """Whether the places of a period add to its total."""
    total: str = ""
    """What a row called `Total` is about when Cafcass published it; empty where it may not be."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """The history in a grid: its headings, the column of names, and the columns that hint."""

    headings: PeriodHeadings
    name: int
    hints: tuple[int, ...]
    statistical: bool
    """Whether its regions are those of the statistics office, which are not those of HMCTS."""


def is_history(grid: Grid, source: Source, of: HistoryTable) -> bool:
    """Tell whether the words say what the history is of, and its shape is that of one."""
    if not of.subject.search(source.words_to(grid, _TOP)):
        return False  # most sheets: their headings need not be looked for
    headings = find_headings(grid, _publisher(grid, source), of.wording)
    if headings is None or min(headings.periods) == 0:
        return False
    title = source.words_to(grid, headings.last)
    if not of.subject.search(title) or of.elsewhere.search(title):
        return False
    names = [
        words(grid.cell(r, c))
        for r in range(headings.last + 1, len(grid.rows))
        for c in range(min(headings.periods))
    ]
    return not any(_MONTHS.fullmatch(name) for name in names)


def read_history(grid: Grid, source: Source, into: Extract, of: HistoryTable) -> None:
    """Read every row of a place into one figure for each period."""
    headings = find_headings(grid, _publisher(grid, source), of.wording)
    assert headings is not None  # noqa: S101 - is_history() found them
    into.publisher = into.publisher or _known_publisher(grid, source, headings, into, of.wording)
    shape = _shape(grid, headings)
    kind = _kind(grid, source, headings, shape)
    if not _may_be_read(grid, headings, into):
        return
    body = list(headings.table(grid).rows())
    with_figures = [row.index for row in body if row.kind is RowKind.FIGURES]
    if of.total and not _is_national(grid, source, headings, with_figures):
        of = replace(of, total="")
    rows: dict[int, About] = {}
    other = ""
    for row in body:
        index = row.index
        if row.kind is RowKind.HEADINGS:
            into.notes.append(repeats_note(index))
        elif row.kind is RowKind.LINE:
            _pass_over(grid, row, into)
            other = other or _other_table(grid, index, of)
        elif other:
            into.read += 1
            into.refuse(
                grid,
                (index, 0),
                f"Row {index + 1} stands below \u201c{other}\u201d, which may begin another table.",
                RefusalKind.OTHER_TABLE,
            )
        elif about := _about(grid, index, (shape, kind), into, of):
            rows[index] = about
    _take(grid, headings, rows, into, of)
    if of.adds_up:
        _check_sums(grid, headings, rows, into)


def _may_be_read(grid: Grid, headings: PeriodHeadings, into: Extract) -> bool:
    """List what is not used of the headings; tell whether figures are what they seem."""
    if refuse_scaled(grid, into):
        return False
    if headings.unused:
        into.notes.append(f"Columns not used: {', '.join(headings.unused)}.")
    for column, reason in headings.unclear.items():
        into.refuse(grid, (headings.last, column), f"The heading {reason}.", RefusalKind.HEADING)
    return True


def _is_national(grid: Grid, source: Source, headings: PeriodHeadings, rows: list[int]) -> bool:
    """Tell whether a total is that of England: a part of its authorities has a total too."""
    names = (words(grid.cell(row, c)) for row in rows for c in range(min(headings.periods)))
    title = source.words_to(grid, headings.first - 1)
    return len(rows) >= _NATIONWIDE or bool(_ENGLAND.search(title)) or "england" in names


def _publisher(grid: Grid, source: Source) -> str:
    return CAFCASS if "cafcass" in source.words_to(grid, len(grid.rows) - 1) else ""


def _known_publisher(
    grid: Grid, source: Source, headings: PeriodHeadings, into: Extract, wording: Wording
) -> str:
    """Return who published the history; quarters of financial years are those of Cafcass."""
    if publisher := _publisher(grid, source):
        return publisher
    financial = find_headings(grid, CAFCASS, wording)
    if financial is None or financial.periods != headings.periods:
        return ""
    if not any(period.start.month != period.end.month for period in headings.periods.values()):
        return ""
    into.notes.append("The file does not say who published it; taken as Cafcass by its periods.")
    return CAFCASS


def _other_table(grid: Grid, index: int, of: HistoryTable) -> str:
    """Return what a row without figures says, when it may head a table of something else."""
    line = line_of(grid, index)
    is_title = len(line) <= _LONGEST_NAME and of.next_table.search(words(line))
    return line if is_title else ""


def _shape(grid: Grid, headings: PeriodHeadings) -> _Shape | None:
    """Return which column names the places; None when two may, or none."""
    body = range(headings.last + 1, len(grid.rows))
    left = [
        column
        for column in range(min(headings.periods))
        if any(_is_name(grid.joined(row, column)) for row in body)
    ]
    names = left
    if len(left) > 1:
        above = {column: headings.over(grid, column) for column in left}
        names = [c for c in left if _NAME.search(above[c]) and not _NO_NAME.search(above[c])]
    if len(names) != 1:
        return None
    statistical = any(is_statistical_region(grid.text(row, c)) for row in body for c in left)
    hints = tuple(column for column in left if column != names[0])
    return _Shape(headings, names[0], hints, statistical)


def _is_name(cell: Cell) -> bool:
    return isinstance(cell, str) and any(c.isalpha() for c in cell)


def _kind(
    grid: Grid, source: Source, headings: PeriodHeadings, shape: _Shape | None
) -> PlaceWord | None:
    """Return what the places are, by the nearest words that tell; None when none do."""
    over = headings.over(grid, shape.name) if shape else ""
    title = " ".join(words(cell) for row in grid.rows[: headings.first] for cell in row)
    return kind_said((over, title, words(grid.sheet), words(source.file_name)))


def _pass_over(grid: Grid, row: TableRow, into: Extract) -> None:
    """Keep a row without figures as a note, or list it when it may be a place."""
    line, index = line_of(grid, row.index), row.index
    is_remark = len(line) > _LONGEST_NAME or line.casefold().startswith(("note", "source"))
    if row.is_below or is_remark:
        into.notes.append(as_note(index, line))
        return
    into.read += 1
    into.refuse(
        grid,
        (index, 0),
        without_figures(index, line),
        RefusalKind.NO_FIGURES,
    )


def _about(
    grid: Grid,
    index: int,
    known: tuple[_Shape | None, PlaceWord | None],
    into: Extract,
    of: HistoryTable,
) -> About | None:
    """Return what a row is about, its period still open; None after refusing it."""
    shape, kind = known
    into.read += 1
    label = text(grid.joined(index, shape.name)) if shape else ""
    whole = is_total_of_england(label) and bool(of.total) and into.publisher == CAFCASS
    reason = "" if whole else unsaid_sum(label)
    if shape is None:
        reason = "cannot be placed: it is not clear which column names the area or authority"
    elif not _is_name(label):
        reason = "does not name its area or authority"
    elif not reason and shape.statistical and (is_statistical_region(label) or is_region(label)):
        reason = f"is about {label}, a region of the statistics office and not one of HMCTS"
    if reason or shape is None:
        into.refuse(
            grid, (index, shape.name if shape else 0), f"Row {index + 1} {reason}.", RefusalKind.ROW
        )
        return None
    if whole:
        return About(of.total, "nation", _any_period(shape), label)
    hints = (text(grid.joined(index, column)) for column in shape.hints)
    hint = "; ".join(filter(None, hints))
    region: PlaceWord | None = "region" if is_region(label) else kind
    return About(label, "nation" if is_nation(label) else region, _any_period(shape), hint)


def _any_period(shape: _Shape) -> Period:
    return next(iter(shape.headings.periods.values()))


def _take(
    grid: Grid, headings: PeriodHeadings, rows: dict[int, About], into: Extract, of: HistoryTable
) -> None:
    """Turn the rows across into figures down, each with its period."""
    twice = _twice(headings)
    for row, about in rows.items():
        for column, period in headings.periods.items():
            if reason := _unfit(grid, (row, column), period, of):
                into.refuse(
                    grid, (row, column), f"{place(row, column)} {reason}.", RefusalKind.CELL
                )
            elif column in twice:
                into.refuse(
                    grid,
                    (row, column),
                    f"{place(row, column)} stands in one of two columns for {period.label}.",
                    RefusalKind.CELL,
                )
            else:
                into.add(grid, (row, column), of.measure, replace(about, period=period))


def _unfit(grid: Grid, at: tuple[int, int], period: Period, of: HistoryTable) -> str:
    """Return why a cell cannot be a figure of this history; empty where it can."""
    lasts = months_between(period.start, period.end) + 1
    if of.months and lasts not in of.months:
        return f"is for {period.label}, which is not as long as the periods of this table"
    number = _number(grid, at)
    if of.most is not None and number is not None and number > of.most:
        return f"says {number:f}, more than any {of.measure.unit} can be"
    if of.least is not None and number is not None and 0 < number < of.least:
        return f"says {number:f}, fewer {of.measure.unit} than such a figure can be"
    return ""


def _number(grid: Grid, at: tuple[int, int]) -> Decimal | None:
    try:
        return read_value(grid.cell(*at), decimal_comma=grid.decimal_comma).number
    except UnreadableCellError:
        return None


def _check_sums(
    grid: Grid, headings: PeriodHeadings, rows: dict[int, About], into: Extract
) -> None:
    """Say where the authorities do not add to the total of England that stands with them."""
    nation = [row for row, about in rows.items() if about.kind == "nation"]
    parts = [row for row, about in rows.items() if about.kind in {"area", "authority"}]
    for column in headings.periods:
        numbers = [number for row in parts if (number := _number(grid, (row, column))) is not None]
        for row in nation:
            total = _number(grid, (row, column))
            full = bool(numbers) and len(numbers) == len(parts)
            if full and total is not None and sum(numbers) != total:
                into.notes.append(
                    f"{place(row, column)} says {total:f} for {rows[row].label}, and the rows of "
                    f"that column add to {sum(numbers):f}. Each was taken as published."
                )


def _twice(headings: PeriodHeadings) -> set[int]:
    """Return the columns whose period another column has too."""
    spans = Counter((period.start, period.end) for period in headings.periods.values())
    return {c for c, period in headings.periods.items() if spans[period.start, period.end] > 1}
