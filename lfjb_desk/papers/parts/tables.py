"""Tables of papers: each column knows its heading, its width and what it shows of a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from lfjb_desk.domain.blocks import PaperColumn, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lfjb_desk.domain.blocks import Line

Row = TypeVar("Row")


@dataclass(frozen=True)
class RowColumn(Generic[Row]):
    """A column: its heading, its width in cm and what it shows of a row.

    Figures stand to the right; a name may be bold.
    """

    heading: str
    width_cm: float
    cell: Callable[[Row], Line]
    figures: bool = False
    bold: bool = False
    name: str = ""
    """What a description calls it; empty where that is its heading in small letters."""


def names(columns: Iterable[RowColumn[Row]]) -> str:
    """Return what a table has in its columns, for its description: `owner, due date, status`."""
    return ", ".join(column.name or column.heading.lower() for column in columns)


def table_of(
    title: str,
    description: str,
    columns: Sequence[RowColumn[Row]],
    rows: Iterable[Row],
    *,
    captioned: bool = False,
    note: str = "",
    source: str = "",
) -> Table:
    """Return a table with one line for each row."""
    return Table(
        title,
        description,
        tuple(
            PaperColumn(column.heading, column.width_cm, figures=column.figures, bold=column.bold)
            for column in columns
        ),
        tuple(tuple(column.cell(row) for column in columns) for row in rows),
        captioned=captioned,
        note=note,
        source=source,
    )
