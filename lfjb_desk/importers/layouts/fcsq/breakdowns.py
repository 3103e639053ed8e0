"""Long files that break figures down, and the few of their rows that stand for a whole.

Such a row is taken as it stands; rows are never added up. A row stands for a whole when all the
columns that break its figure down say `All`, or when they are blank and no other row is about
the same thing: beside others, blank may as well mean that the answer is not known.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import words
from lfjb_desk.importers.figures import ImportRefusedError
from lfjb_desk.importers.layouts.fcsq.csv_columns import of_sheet, walk
from lfjb_desk.importers.reading.front_door import SAFE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lfjb_desk.importers.cells import Cell, Grid
    from lfjb_desk.importers.extract import Extract

MOST_SUBJECTS = 50_000
_ALL = {"all", "total", "both", "all ages", "all genders", "any"}
_BLANK = {"", "na", "n a", "null"}


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Which columns say what a row is about, which break it down, and which holds the count."""

    subject: tuple[str, ...]
    parts: tuple[str, ...]
    value: str

    @property
    def columns(self) -> tuple[str, ...]:
        """All of them, as the headings that the file must have."""
        return (*self.subject, *self.parts, self.value)

    def name(self, column: str) -> str:
        """Return what a column goes by, of the names it may have."""
        return column.partition("|")[0]


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row that stands for a whole: where its count is, what it is about and what it says."""

    at: tuple[int, int]
    subject: dict[str, str]
    cell: Cell


@dataclass(slots=True)
class _Group:
    """The rows about one thing: how many, and the one among them that may be the whole."""

    rows: int = 0
    level: int = 0
    """2 where the columns of `first` say All, 1 where they are blank, 0 where there is none."""
    alike: int = 0
    """How many rows are as whole as that."""
    first: int = 0
    cell: Cell = field(default="")

    def is_whole(self) -> bool:
        """Tell whether there is one row that stands for the whole."""
        return self.alike == 1 and (self.level > 1 or self.rows == 1)


def wholes(grid: Grid, split: Breakdown, into: Extract) -> Iterator[TotalRow]:
    """Yield the rows that stand for a whole, having gone through the file once.

    All others are counted as passed, and a note says what they break down.

    Raises:
        ImportRefusedError: when the rows are about more things than any publication counts.
    """
    columns, rows = walk(grid, split.columns, into)
    subject_of = _picker([columns.at[split.name(name)] for name in split.subject])
    parts_of = _picker([columns.at[split.name(name)] for name in split.parts])
    value = columns.at[split.value]
    groups: dict[tuple[Cell, ...], _Group] = {}
    broken = 0
    for index in rows:
        row = grid.rows[index]
        subject = subject_of(row)
        group = groups.get(subject)
        if group is None:
            group = groups[subject] = _Group()
            if len(groups) > MOST_SUBJECTS:
                raise ImportRefusedError(
                    f"The file counts more than {MOST_SUBJECTS:,} different things. {SAFE} "
                    "Save only the rows you need."
                )
        group.rows += 1
        level, by = _wholeness(parts_of(row))
        broken |= by
        if level and level >= group.level:
            if level > group.level:
                group.level, group.alike, group.first, group.cell = level, 0, index, row[value]
            group.alike += 1
    yield from _settled(groups, split, value, into)
    _say(grid, into, [name for bit, name in enumerate(split.parts) if broken >> bit & 1])


def _settled(
    groups: dict[tuple[Cell, ...], _Group], split: Breakdown, value: int, into: Extract
) -> Iterator[TotalRow]:
    for subject, group in groups.items():
        if group.is_whole():
            into.passed += group.rows - 1
            texts = dict(zip(map(split.name, split.subject), map(_text, subject), strict=True))
            yield TotalRow((group.first, value), texts, group.cell)
        else:
            into.passed += group.rows


def pass_whole(into: Extract) -> None:
    """Count the row of a whole that is of no use by itself among those passed over."""
    into.passed += 1


def _say(grid: Grid, into: Extract, by: Sequence[str]) -> None:
    if not into.passed:
        return
    rows = "1 row breaks" if into.passed == 1 else f"{into.passed:,} rows break"
    note = f"{rows} figures down by {', '.join(by) or 'something'}: not used."
    into.notes.append(of_sheet(grid, note))


@lru_cache(maxsize=50_000)
def _wholeness(parts: tuple[Cell, ...]) -> tuple[int, int]:
    """Return how surely these cells break nothing down, and which of them do, as bits."""
    plain = [words(part) for part in parts]
    by = sum(1 << bit for bit, part in enumerate(plain) if part not in _ALL | _BLANK)
    if by:
        return 0, by
    return (2 if any(part in _ALL for part in plain) else 1), 0


def _text(cell: Cell) -> str:
    return " ".join(str(cell).split())


def _picker(columns: list[int]) -> Callable[[Sequence[Cell]], tuple[Cell, ...]]:
    """Return what picks these cells of a row, as a tuple even of one."""
    if len(columns) == 1:
        only = columns[0]
        return lambda row: (row[only],)
    return itemgetter(*columns)
