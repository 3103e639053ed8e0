"""What rows and columns of an unknown sheet look like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.months import LIKE_A_MONTH
from lfjb_desk.importers.cells import text, words
from lfjb_desk.importers.language.markers import UnreadableCellError, read_value
from lfjb_desk.importers.mapping.headings import stack
from lfjb_desk.importers.mapping.rules import HeadingLine, Role
from lfjb_desk.importers.tables.names import TOTALS
from lfjb_desk.importers.tables.rows import TableShape, once

if TYPE_CHECKING:
    from lfjb_desk.importers.cells import Cell, Grid
    from lfjb_desk.importers.mapping.rules import Rules

_PLACE = re.compile(
    r"\b(?:area|dfj|djf|authority|la|council|court|place|geography|borough|county)\b"
)
_PERIOD = re.compile(r"\b(?:period|quarter|qtr|month|year|date|fy|week ending|time)\b")
_MEASURE = re.compile(r"^(?:measure|indicator|kpi|metric)(?: name)?$")
_MARKER = re.compile(r"^(?:marker|flag|symbol|shorthand|notes?|value note)$")
_REGION = re.compile(r"\b(?:region|circuit|nation|country|division)\b")
_CODE = re.compile(r"\b(?:code|ons|gss|id|rank|ref|number of notes)\b|^(?:no|#|row)$")
_SUMMARY = re.compile(
    r"\b(?:change|difference|total|average|mean|trend|variance|target|rank|ytd|rolling|all)\b"
)
_UNITS = {  # words that name no measure by themselves
    *("weeks", "days", "months", "%", "per cent", "number", "cases", "orders", "count", "no"),
    *("value", "values", "figure", "figures", "rate", "percentage", "average", "mean", "median"),
}
_YEARS = range(1990, 2100)
_PERIOD_LIKE = re.compile(
    r"(?:fy ?)?(?:19|20)\d{2}(?: (?:to )?(?:\d{4}|\d{2}))?(?: (?:q|qtr|quarter) ?[1-4])?"
    r"|(?:q|qtr|quarter) ?[1-4](?: (?:fy ?)?(?:19|20)\d{2}(?: \d{4}| \d{2})?)?"
    rf"|(?:\d{{1,2}} )?{LIKE_A_MONTH}(?: (?:to )?{LIKE_A_MONTH})?(?: \d{{2,4}})?"
    r"|\d{1,4} \d{1,2} \d{1,4}(?: 00 00(?: 00)?)?"
    r"|.*\b(?:ending|ended|months to|year to|quarter to)\b.*\d{4}"
)
_MOST = 0.8
_SHORT = 3  # words of a heading that names nothing but a time


@dataclass(frozen=True, slots=True)
class Profile:
    """One column below the headings, in shares of its filled cells."""

    column: int
    heading: str
    filled: int
    numbers: float
    markers: float
    periods: float
    places: float
    letters: float


def is_heading(grid: Grid, row: int) -> bool:
    """Tell whether a row may hold headings: two texts or more, and no figure."""
    cells = [cell for cell in _row(grid, row) if text(cell)]
    return len(cells) > 1 and not any(_is_figure(cell) for cell in cells)


def is_data(grid: Grid, row: int) -> bool:
    """Tell whether a row holds a figure or a marker."""
    return any(_is_figure(cell) for cell in grid.rows[row])


def stands_above(grid: Grid, row: int, last: int) -> bool:
    """Tell whether a row belongs to the headings that end in the row `last`."""
    cells = [column for column, cell in enumerate(grid.rows[row]) if text(cell)]
    if not cells or any(_is_figure(grid.cell(row, column)) for column in cells):
        return False
    return max(cells) > 0 and max(cells) <= _width(grid, last)


def _row(grid: Grid, row: int) -> list[Cell]:
    """Return a row with joined cells filled, save those that run across from its first cell."""
    return [grid.cell(row, column) for column in range(_width(grid, row) + 1)]


def _width(grid: Grid, row: int) -> int:
    return max((c for c, cell in enumerate(grid.rows[row]) if text(cell)), default=0)


def _is_figure(cell: Cell) -> bool:
    """Tell whether a cell holds a figure or marker, and not the number of a year."""
    if isinstance(cell, Decimal):
        return cell not in _YEARS and not _is_serial(cell)
    if isinstance(cell, date) or not text(cell) or _PERIOD_LIKE.fullmatch(words(cell)):
        return False
    try:
        value = read_value(cell, decimal_comma=None)
    except UnreadableCellError:
        return bool(re.fullmatch(r"[+-]?[0-9][0-9.,\s]*%?", text(cell)))
    return value.number is not None or value.marker is not None


def _is_serial(number: Decimal) -> bool:
    return number == number.to_integral_value() and 40_000 <= number <= 50_000  # noqa: PLR2004


def profiles(
    grid: Grid, first: int, last: int, rows: list[int], places: frozenset[str]
) -> tuple[Profile, ...]:
    """Return what each column holds below the headings."""
    width = max(len(grid.rows[row]) for row in (*range(first, last + 1), *rows))
    return tuple(
        one
        for column in range(width)
        if (one := _profile(grid, (first, last), column, rows, places)).filled or one.heading
    )


def _profile(
    grid: Grid, head: tuple[int, int], column: int, rows: list[int], places: frozenset[str]
) -> Profile:
    cells = [cell for row in rows if text(cell := grid.joined(row, column))]
    over = TableShape(grid, *head, ()).over(column)
    many = max(1, len(cells))
    plain = [words(cell) for cell in cells]
    return Profile(
        column=column,
        heading=words(once(over)),
        filled=len(cells),
        numbers=sum(isinstance(c, Decimal) or _is_figure(c) for c in cells) / many,
        markers=sum(map(_is_marker, cells)) / many,
        periods=sum(
            isinstance(c, date) or bool(_PERIOD_LIKE.fullmatch(p))
            for c, p in zip(cells, plain, strict=True)
        )
        / many,
        places=sum(one in places for one in plain) / many,
        letters=sum(any(c.isalpha() for c in one) for one in plain) / many,
    )


def _is_marker(cell: Cell) -> bool:
    try:
        return isinstance(cell, str) and read_value(cell).number is None
    except UnreadableCellError:
        return False


def role_of(one: Profile) -> Role:
    """Return what a column seems to hold."""
    head = one.heading
    named = one.letters > _MOST and one.markers < _MOST
    is_code = bool(_CODE.search(head))
    is_period = one.periods > _MOST and (_PERIOD.search(head) or one.numbers < 1 - _MOST)
    is_place = one.places > 1 - _MOST or _PLACE.search(head) or _REGION.search(head)
    looks_so = {
        Role.UNUSED: is_code,
        Role.MARKER: _MARKER.search(head) and one.markers > _MOST,
        Role.MEASURE: _MEASURE.search(head) and named,
        Role.PLACE: named and is_place and one.periods < _MOST,
        Role.PERIOD: one.filled and (is_period or (_names_time(head) and not named)),
        Role.FIGURES: one.filled and one.numbers >= _MOST and head not in TOTALS,
    }
    found = next((role for role, fits in looks_so.items() if fits), Role.UNUSED)
    return Role.PLACE if found is Role.UNUSED and not head and named and not one.column else found


def _names_time(head: str) -> bool:
    return bool(_PERIOD.search(head)) and len(head.split()) <= _SHORT


def is_region(head: str) -> bool:
    """Tell whether a heading speaks of regions."""
    return bool(_REGION.search(head))


def lines_over(
    grid: Grid, first: int, last: int, figures: list[int], places: frozenset[str]
) -> tuple[HeadingLine, ...]:
    """Return what each heading row says over the columns of figures."""
    return tuple(_line(grid, row, figures, places) for row in range(first, last + 1))


def _line(grid: Grid, row: int, figures: list[int], places: frozenset[str]) -> HeadingLine:
    said = [cell for column in figures if text(cell := grid.joined(row, column))]
    if not said:
        return HeadingLine.UNUSED
    plain = [words(cell) for cell in said]
    periods = sum(
        isinstance(cell, date) or bool(_PERIOD_LIKE.fullmatch(one)) or _ends_in_period(one)
        for cell, one in zip(said, plain, strict=True)
    )
    if periods * 2 > len(said) or (periods > 1 and _rest_sums_up(plain)):
        return HeadingLine.PERIOD
    if all(one in _UNITS for one in plain):
        return HeadingLine.UNIT
    if sum(one in places for one in plain) * 2 > len(said):
        return HeadingLine.PLACE
    return HeadingLine.MEASURE


def _ends_in_period(said: str) -> bool:
    parts = said.split()
    return any(
        bool(_PERIOD_LIKE.fullmatch(" ".join(parts[at:]))) and bool(re.search(r"\d{4}|\d q", said))
        for at in range(1, len(parts))
    )


def _rest_sums_up(plain: list[str]) -> bool:
    rest = [one for one in plain if not _PERIOD_LIKE.fullmatch(one)]
    return all(_SUMMARY.search(one) for one in rest)


def names_period(grid: Grid, rules: Rules, column: int) -> bool:
    """Tell whether the headings of a column name a period and nothing that sums periods up."""
    said = [
        words(cell)
        for line, cell in zip(rules.lines, stack(grid, rules, column), strict=True)
        if line is HeadingLine.PERIOD and text(cell)
    ]
    if not said or any(_SUMMARY.search(one) and not re.search(r"\d", one) for one in said):
        return False
    return any(re.search(r"\d", one) for one in said)


def quarters_rise(stacks: list[tuple[str, ...]]) -> bool:
    """Tell whether the quarters under each group heading rise, so that none is of another year."""
    before: tuple[tuple[str, ...], int] = ((), 0)
    for one in stacks:
        found = re.fullmatch(r"(?:q|qtr|quarter) ?([1-4])", one[-1])
        if found and one[:-1] == before[0] and int(found[1]) <= before[1]:
            return False
        before = one[:-1], int(found[1]) if found else 0
    return True
