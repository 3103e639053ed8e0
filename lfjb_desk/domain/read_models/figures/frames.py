"""A figure as one row of a tidy table, for programs that reckon with figures."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple


class TidyFigure(NamedTuple):
    """A current figure or marker, with its place, measure and period, and where it was read."""

    area: str
    """Area code, GSS code of an authority, or the name of a region or nation."""
    place: str
    place_kind: str
    measure: str
    period_start: date
    period_end: date
    period_label: str
    value: Decimal | None
    marker: str | None
    publisher: str
    file: str
    sheet: str
    cell: str
