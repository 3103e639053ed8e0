"""Figures in cells: their value, checked against their measure, and the marker beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import BLANK
from lfjb_desk.importers.cells import text
from lfjb_desk.importers.extract import check
from lfjb_desk.importers.language.markers import UnreadableCellError, Value, read_value, with_marker

if TYPE_CHECKING:
    from collections.abc import Callable

    from lfjb_desk.importers.cells import Cell, Grid
    from lfjb_desk.importers.figures import MeasureHint

PERCENT = r"%|\bper ?cent|_pct\b|\bpercentage"
"""What a heading in small letters says where its figures are percentages."""
PROPORTION = rf"{PERCENT}|\bproportion\b|\bshare\b"
"""The same, or where they are parts of 1."""


def read_figure(
    grid: Grid,
    at: tuple[int, int],
    measure: MeasureHint,
    settle: Callable[[Value], Value] = lambda value: value,
) -> Value:
    """Return what a cell says of a measure; `settle` knows what its percentages are parts of.

    Raises:
        UnreadableCellError: when it is not clear, or the measure cannot be so.
    """
    value = settle(read_value(grid.cell(*at), decimal_comma=grid.decimal_comma))
    check(value, measure)
    return value


def marked(value: Value, marker: Cell) -> Value:
    """Return a value with the marker that a column beside it holds, if that holds any.

    Raises:
        UnreadableCellError: when that is none, or the value has another one.
    """
    if not text(marker):
        return value
    beside = read_value(marker)
    if beside.marker is None or (value.marker and value.marker not in {BLANK, beside.marker}):
        raise UnreadableCellError(f"has \u201c{text(marker)}\u201d as the marker of its value")
    return with_marker(value, beside.marker)
