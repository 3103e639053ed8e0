"""A figure as one row of a tidy table, for programs that reckon with figures."""

from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple, get_args, get_type_hints


class ColumnNote(NamedTuple):
    """What is said of a column of the table wherever the table is written."""

    words: str
    """What it holds, in a sentence."""
    width: int
    """How wide a workbook shows it, in characters."""
    required: bool = True
    """Whether every row has it."""


class TidyFigure(NamedTuple):
    """A current figure or marker, with its place, measure and period, and where it was read."""

    area: Annotated[
        str, ColumnNote("Area code, GSS code of an authority, or name of a region or nation.", 16)
    ]
    place: Annotated[str, ColumnNote("The name of the place.", 30)]
    place_kind: Annotated[str, ColumnNote("What sort of place it is.", 14)]
    measure: Annotated[str, ColumnNote("The code of the measure.", 28)]
    period_start: Annotated[date, ColumnNote("The first day of the period.", 14)]
    period_end: Annotated[date, ColumnNote("The last day of the period.", 14)]
    period_label: Annotated[str, ColumnNote("The period as published.", 16, required=False)]
    value: Annotated[
        Decimal | None,
        ColumnNote("The figure with all its digits; else empty.", 14, required=False),
    ]
    marker: Annotated[
        str | None,
        ColumnNote("The marker as published, such as [c]; else empty.", 12, required=False),
    ]
    publisher: Annotated[str, ColumnNote("Who published the figure.", 24, required=False)]
    file: Annotated[str, ColumnNote("The file that it was read from.", 40, required=False)]
    sheet: Annotated[str, ColumnNote("The sheet of that file.", 24, required=False)]
    cell: Annotated[str, ColumnNote("The cell of that sheet.", 12, required=False)]


class ImportedFile(NamedTuple):
    """A file that figures were read from, as far as it tells whose own it is."""

    publisher: str
    name: str
    layout: str
    """As what it was read."""
    local_places: int
    """How many areas and authorities it gave figures of."""


class FrameColumn(NamedTuple):
    """A column of the table: its name, what it holds in Python, and what is said of it."""

    name: str
    holds: type
    about: ColumnNote


def _columns() -> tuple[FrameColumn, ...]:
    hints = get_type_hints(TidyFigure, include_extras=True)
    columns = []
    for name, hint in hints.items():
        kind, about = get_args(hint)
        columns.append(FrameColumn(name, (get_args(kind) or (kind,))[0], about))
    return tuple(columns)


COLUMNS = _columns()
"""The columns of the table in their order; all who write it ask here."""
