"""Shares: 0.26, 26 and 26% are one figure, where it is clear which of them is meant."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import place
from lfjb_desk.importers.extract import check
from lfjb_desk.importers.figures import RefusalKind
from lfjb_desk.importers.language.markers import UnreadableCellError, Value, read_value
from lfjb_desk.importers.tables.values import PROPORTION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lfjb_desk.importers.cells import Cell, Grid
    from lfjb_desk.importers.extract import About, Extract
    from lfjb_desk.importers.figures import MeasureHint

_WHOLE = 100


def factor_of(grid: Grid, cells: Iterable[Cell], heading: str) -> int | None:
    """Return what makes the shares of a column percentages; None where that is unclear."""
    numbers = [number for cell in cells if (number := _plain(grid, cell)) is not None]
    if all(number <= 1 for number in numbers):
        return _WHOLE
    says = re.search(PROPORTION, heading)
    # One percent and less beside larger figures may be fractions that slipped in.
    clear = all(number > 1 or number == 0 for number in numbers)
    return 1 if says and clear and max(numbers) <= _WHOLE else None


def add_share(
    grid: Grid,
    at: tuple[int, int],
    measure: MeasureHint,
    about: About,
    factor: int | None,
    into: Extract,
) -> None:
    """Take the share in a cell, or refuse it with the reason."""
    try:
        value = _as_share(read_value(grid.cell(*at), decimal_comma=grid.decimal_comma), factor)
        check(value, measure)
    except UnreadableCellError as error:
        into.refuse(grid, at, f"{place(*at)} {error}.", RefusalKind.CELL)
        return
    into.take(grid, at, measure, about, value)


def _as_share(value: Value, factor: int | None) -> Value:
    """Return a value as a percentage.

    Raises:
        UnreadableCellError: when it may be a percentage, a fraction or a count.
    """
    if value.number is None or value.percent:
        return value
    if factor is None:
        raise UnreadableCellError(
            f"says {value.number:f}, which may be a percentage, a fraction or a count"
        )
    # A multiplication leaves noughts behind: 26.00 is 26.
    exact = Decimal(f"{(value.number * factor).normalize():f}")
    return Value(exact, value.marker, percent=True)


def _plain(grid: Grid, cell: Cell) -> Decimal | None:
    try:
        value = read_value(cell, decimal_comma=grid.decimal_comma)
    except UnreadableCellError:
        return None
    return None if value.percent else value.number
