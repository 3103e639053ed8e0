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
        column_profile
        for column in range(width)
        if (column_profile := _profile(grid, (first, last), column, rows, places)).filled
        or column_profile.heading
    )


def _profile(
    grid: Grid, head: tuple[int, int], column: int, rows: list[int], places: frozenset[str]
) -> Profile:
    cells = [cell for row in rows if text(cell := grid.joined(row, column))]
    over = TableShape(grid, *head, ()).over(column)
    filled = max(1, len(cells))
    plain = [words(cell) for cell in cells]
    return Profile(
        column=column,
        heading=words(once(over)),
        filled=len(cells),
        numbers=sum(isinstance(c, Decimal) or _is_figure(c) for c in cells) / filled,
        markers=sum(map(_is_marker, cells)) / filled,
        periods=sum(
            isinstance(c, date) or bool(_PERIOD_LIKE.fullmatch(p))
            for c, p in zip(cells, plain, strict=True)
        )
        / filled,
        places=sum(name in places for name in plain) / filled,
        letters=sum(any(c.isalpha() for c in name) for name in plain) / filled,
    )


def _is_marker(cell: Cell) -> bool:
    try:
        return isinstance(cell, str) and read_value(cell).number is None
    except UnreadableCellError:
        return False


def role_of(column_profile: Profile) -> Role:
    """Return what a column seems to hold."""
    head = column_profile.heading
    named = column_profile.letters > _MOST and column_profile.markers < _MOST
    is_code = bool(_CODE.search(head))
    is_period = column_profile.periods > _MOST and (
        _PERIOD.search(head) or column_profile.numbers < 1 - _MOST
    )
    is_place = column_profile.places > 1 - _MOST or _PLACE.search(head) or _REGION.search(head)
    looks_so = {
        Role.UNUSED: is_code,
        Role.MARKER: _MARKER.search(head) and column_profile.markers > _MOST,
        Role.MEASURE: _MEASURE.search(head) and named,
        Role.PLACE: named and is_place and column_profile.periods < _MOST,
        Role.PERIOD: column_profile.filled and (is_period or (_names_time(head) and not named)),
        Role.FIGURES: column_profile.filled
        and column_profile.numbers >= _MOST
        and head not in TOTALS,
    }
    first_fit = next((role for role, fits in looks_so.items() if fits), Role.UNUSED)
    return (
        Role.PLACE
        if first_fit is Role.UNUSED and not head and named and not column_profile.column
        else first_fit
    )


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
    cells = [cell for column in figures if text(cell := grid.joined(row, column))]
    if not cells:
        return HeadingLine.UNUSED
    plain = [words(cell) for cell in cells]
    periods = sum(
        isinstance(cell, date) or bool(_PERIOD_LIKE.fullmatch(name)) or _ends_in_period(name)
        for cell, name in zip(cells, plain, strict=True)
    )
    if periods * 2 > len(cells) or (periods > 1 and _rest_sums_up(plain)):
        return HeadingLine.PERIOD
    if all(name in _UNITS for name in plain):
        return HeadingLine.UNIT
    if sum(name in places for name in plain) * 2 > len(cells):
        return HeadingLine.PLACE
    return HeadingLine.MEASURE


def _ends_in_period(heading: str) -> bool:
    parts = heading.split()
    return any(
        bool(_PERIOD_LIKE.fullmatch(" ".join(parts[at:])))
        and bool(re.search(r"\d{4}|\d q", heading))
        for at in range(1, len(parts))
    )


def _rest_sums_up(plain: list[str]) -> bool:
    rest = [heading for heading in plain if not _PERIOD_LIKE.fullmatch(heading)]
    return all(_SUMMARY.search(heading) for heading in rest)


def names_period(grid: Grid, rules: Rules, column: int) -> bool:
    """Tell whether the headings of a column name a period and nothing that sums periods up."""
    headings = [
        words(cell)
        for line, cell in zip(rules.lines, stack(grid, rules, column), strict=True)
        if line is HeadingLine.PERIOD and text(cell)
    ]
    if not headings or any(
        _SUMMARY.search(heading) and not re.search(r"\d", heading) for heading in headings
    ):
        return False
    return any(re.search(r"\d", heading) for heading in headings)


def quarters_rise(stacks: list[tuple[str, ...]]) -> bool:
    """Tell whether the quarters under each group heading rise, so that none is of another year."""
    before: tuple[tuple[str, ...], int] = ((), 0)
    for texts in stacks:
        quarter = re.fullmatch(r"(?:q|qtr|quarter) ?([1-4])", texts[-1])
        if quarter and texts[:-1] == before[0] and int(quarter[1]) <= before[1]:
            return False
        before = texts[:-1], int(quarter[1]) if quarter else 0
    return True
