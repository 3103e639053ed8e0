"""The tables of a list: where their headings stand, what each column is, and every row below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from lfjb_desk.importers.cells import place, text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from lfjb_desk.importers.cells import Cell, Grid

Role = TypeVar("Role", bound=StrEnum)

LONGEST_HEADING = 60
LOWER = "\n"
"""Stands between the headings of two rows."""
SAMPLES = 3
_LEAST_ROLES = 2


class ListRowKind(StrEnum):
    """What a row below the headings is."""

    ENTRY = "entry"
    ALONE = "alone"
    """It has words in its main column and nothing else."""
    SECTION = "section"
    """One cell of words, which heads the rows below it."""
    OTHER = "other"
    """It has no words in its main column."""


@dataclass(frozen=True)
class ListColumn(Generic[Role]):
    """A column: where it stands, its heading, and what it holds as far as the heading says."""

    index: int
    heading: str
    role: Role | None
    samples: tuple[str, ...]
    """The first different words in it."""


@dataclass(frozen=True)
class ListRow:
    """A row: its place in the sheet, its kind, and its cells by column."""

    index: int
    kind: ListRowKind
    cells: Mapping[int, Cell]
    section: str = ""
    """The words that head it."""

    def words(self) -> str:
        """Return all that the row says."""
        return " | ".join(dict.fromkeys(filter(None, map(text, self.cells.values()))))


@dataclass(frozen=True)
class ListTable(Generic[Role]):
    """A table of a file: its sheet, its columns and its rows."""

    sheet: str
    number: int
    """Which table of the file it is, from 0."""
    columns: tuple[ListColumn[Role], ...]
    rows: tuple[ListRow, ...]
    main: int | None
    """The column that makes a row an entry; None where no heading says so."""

    def place(self, row: int, column: int | None = None) -> str:
        """Return where a row or a cell stands: `Open, row 4`, `C4`."""
        where = f"row {row + 1}" if column is None else place(row, column)
        return f"{self.sheet}, {where}" if self.sheet else where


def find_tables(
    grid: Grid, role_of: Callable[[str], Role | None], main: Role, key_roles: Collection[Role]
) -> list[ListTable[Role]]:
    """Return the tables of a sheet: those whose headings say `main` and a key role.

    Where there is none, the first row of at least two texts is taken for headings, of which a
    person says what they hold.
    """
    starts = [row for row in range(len(grid.rows)) if _is_head(grid, row, role_of, main, key_roles)]
    if not starts:
        starts = [row for row in range(len(grid.rows)) if len(_texts(grid, row)) >= _LEAST_ROLES][
            :1
        ]
    heads = {row: _head(grid, row, role_of) for row in starts}
    tables: list[ListTable[Role]] = []
    for at, row in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(grid.rows)
        _, below = heads[row]
        if tables and heads[row][0] == heads[starts[at - 1]][0]:
            before = tables.pop()  # the same headings again, as on each printed page
            rows = _rows(grid, below, end, before.main, before.rows)
            tables.append(_sampled(replace(before, rows=(*before.rows, *rows))))
            continue
        tables.append(_table(grid, heads[row], end, role_of, main))
    return [table for table in tables if table.rows]


def _is_head(
    grid: Grid,
    row: int,
    role_of: Callable[[str], Role | None],
    main: Role,
    key_roles: Collection[Role],
) -> bool:
    texts = _texts(grid, row)
    if any(len(each) > LONGEST_HEADING for each in texts.values()) or _has_other(grid, row):
        return False
    roles = [role_of(each) for each in texts.values()]
    below = [role_of(each) for each in _texts(grid, row + 1).values()]
    known = {role for role in (*roles, *below) if role is not None}
    return main in roles and not known.isdisjoint(key_roles)


def _texts(grid: Grid, row: int) -> dict[int, str]:
    """Return the cells of a row that hold words."""
    if row >= len(grid.rows):
        return {}
    cells = enumerate(grid.rows[row])
    return {at: text(cell) for at, cell in cells if isinstance(cell, str) and text(cell)}


def _has_other(grid: Grid, row: int) -> bool:
    """Tell whether a row holds a number or a date, which no heading is."""
    return any(not isinstance(cell, str) for cell in grid.rows[row])


def _head(
    grid: Grid, row: int, role_of: Callable[[str], Role | None]
) -> tuple[dict[int, str], int]:
    """Return the headings of a table, and the row below them; two rows may be its headings."""
    upper = {at: text(grid.joined(row, at)) for at in range(_width(grid))}
    headings = {at: heading for at, heading in upper.items() if heading}
    lower = _texts(grid, row + 1)
    alone = {at for at in lower if upper.get(at) and grid.inside(row, at) is None}
    shared = {at for at in lower if not grid.text(row, at) or _spreads(grid, row, at)}
    names = all(len(each) <= LONGEST_HEADING for each in lower.values())
    known = any(
        role_of(each) or role_of(f"{upper.get(at, '')} {each}") for at, each in lower.items()
    )
    is_head = lower and names and known and shared and alone <= shared
    if not is_head or row + 1 >= len(grid.rows) or _has_other(grid, row + 1):
        return headings, row + 1
    both = {
        at: f"{headings.get(at, '')}{LOWER}{lower.get(at, '')}".strip(LOWER)
        for at in {*headings, *lower}
    }
    return both, row + 2


def _spreads(grid: Grid, row: int, column: int) -> bool:
    """Tell whether a heading is joined with the cell to its right."""
    return any(
        merge.top <= row <= merge.bottom and merge.left == column and merge.right > column
        for merge in grid.merges
    )


def _width(grid: Grid) -> int:
    return max((len(row) for row in grid.rows), default=0)


def _table(
    grid: Grid,
    head: tuple[dict[int, str], int],
    end: int,
    role_of: Callable[[str], Role | None],
    main: Role,
) -> ListTable[Role]:
    headings, below = head
    columns = tuple(
        ListColumn(at, heading.replace(LOWER, " "), _role(heading, role_of), ())
        for at in range(_width(grid))
        for heading in (headings.get(at, ""),)
    )
    mains = [column.index for column in columns if column.role is main]
    at = mains[0] if len(mains) == 1 else None
    rows = tuple(_rows(grid, below, end, at, ()))
    return _sampled(ListTable(grid.title, 0, columns, rows, at))


def _role(heading: str, role_of: Callable[[str], Role | None]) -> Role | None:
    """Return the role of a heading; of two rows of headings the lower may say it alone."""
    _, _, lower = heading.partition(LOWER)
    return role_of(heading) or (role_of(lower) if lower else None)


def _sampled(table: ListTable[Role]) -> ListTable[Role]:
    """Return a table whose columns show what is in them; empty ones without a heading go."""
    columns = []
    for column in table.columns:
        contents = (text(row.cells.get(column.index, "")) for row in table.rows)
        samples = tuple(dict.fromkeys(filter(None, contents)))[:SAMPLES]
        if samples or column.heading:
            columns.append(replace(column, samples=samples))
    return replace(table, columns=tuple(columns))


def _rows(
    grid: Grid, start: int, end: int, main: int | None, before: tuple[ListRow, ...]
) -> Iterator[ListRow]:
    section = before[-1].section if before else ""
    for index in range(start, end):
        own = {at: cell for at, cell in enumerate(grid.rows[index]) if text(cell)}
        if not own:
            continue
        kind = _kind(grid, index, own, main)
        if kind is ListRowKind.SECTION:
            section = text(next(iter(own.values())))
        yield ListRow(
            index, kind, {at: _cell(grid, index, at) for at in _reach(grid, own, index)}, section
        )


def _kind(grid: Grid, index: int, own: Mapping[int, Cell], main: int | None) -> ListRowKind:
    only = next(iter(own)) if len(own) == 1 else None
    if main is None:
        return ListRowKind.ENTRY
    if only is not None and (only != main or _spreads(grid, index, only)):
        is_words = isinstance(own[only], str) and any(map(str.isalpha, text(own[only])))
        return ListRowKind.SECTION if is_words else ListRowKind.OTHER
    if only == main:
        return ListRowKind.ALONE if not _reach_more(grid, own, index) else ListRowKind.ENTRY
    return ListRowKind.ENTRY if main in own else ListRowKind.OTHER


def _reach(grid: Grid, own: Mapping[int, Cell], index: int) -> list[int]:
    return sorted({*own, *_reach_more(grid, own, index)})


def _reach_more(grid: Grid, own: Mapping[int, Cell], index: int) -> set[int]:
    """Return the columns in which a cell from above reaches down into a row."""
    return {
        merge.left
        for merge in grid.merges
        if merge.top < index <= merge.bottom and merge.left not in own
    }


def _cell(grid: Grid, index: int, column: int) -> Cell:
    return grid.joined(index, column)
