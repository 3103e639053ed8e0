"""A figure as one row of a tidy table, for programs that reckon with figures."""

from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple, get_args, get_type_hints


class About(NamedTuple):
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
        str, About("Area code, GSS code of an authority, or name of a region or nation.", 16)
    ]
    place: Annotated[str, About("The name of the place.", 30)]
    place_kind: Annotated[str, About("What sort of place it is.", 14)]
    measure: Annotated[str, About("The code of the measure.", 28)]
    period_start: Annotated[date, About("The first day of the period.", 14)]
    period_end: Annotated[date, About("The last day of the period.", 14)]
    period_label: Annotated[str, About("The period as published.", 16, required=False)]
    value: Annotated[
        Decimal | None,
        About("The figure with all its digits; empty where there is none.", 14, required=False),
    ]
    marker: Annotated[
        str | None,
        About("The marker as published, such as [c]; else empty.", 12, required=False),
    ]
    publisher: Annotated[str, About("Who published the figure.", 24, required=False)]
    file: Annotated[str, About("The file that it was read from.", 40, required=False)]
    sheet: Annotated[str, About("The sheet of that file.", 24, required=False)]
    cell: Annotated[str, About("The cell of that sheet.", 12, required=False)]


class FrameColumn(NamedTuple):
    """A column of the table: its name, what it holds in Python, and what is said of it."""

    name: str
    holds: type
    about: About


def _columns() -> tuple[FrameColumn, ...]:
    hints = get_type_hints(TidyFigure, include_extras=True)
    columns = []
    for name, hint in hints.items():
        kind, about = get_args(hint)
        columns.append(FrameColumn(name, (get_args(kind) or (kind,))[0], about))
    return tuple(columns)


COLUMNS = _columns()
"""The columns of the table in their order; all who write it ask here."""
