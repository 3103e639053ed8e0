"""What a layout gathers while it reads a grid."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from lfjb_desk.domain.figures.bounds import COUNTED, beyond_bounds, short
from lfjb_desk.domain.formatting import BLANK
from lfjb_desk.importers.cells import Grid, place, words
from lfjb_desk.importers.figures import (
    Figure,
    ImportRefusedError,
    MeasureHint,
    PlaceWord,
    Refusal,
    RefusalKind,
)
from lfjb_desk.importers.language.markers import UnreadableCellError, Value, read_value
from lfjb_desk.importers.reading.front_door import SAFE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lfjb_desk.importers.cells import Cell
    from lfjb_desk.importers.language.periods import Period

MOST_FIGURES, MOST_REFUSED = 500_000, 50_000  # more than any publication; keeps memory bounded


@dataclass(frozen=True, slots=True)
class About:
    """What a row says its figures are about."""

    label: str
    kind: PlaceWord | None
    period: Period
    hint: str = ""


@dataclass(slots=True)
class Extract:
    """Figures, refusals and notes as they come, with the count of the rows they came from."""

    publisher: str = ""
    read: int = 0
    passed: int = 0
    """Rows that only break a figure down further: counted here and said in a note."""
    unused: str = ""
    """Why a sheet that was recognised holds nothing to take, in a few words."""
    measures: dict[str, MeasureHint] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    repeats: list[Refusal] = field(default_factory=list)
    """Figures and rows that say once more what another has said: taken once."""
    notes: list[str] = field(default_factory=list)

    def add(self, grid: Grid, at: tuple[int, int], measure: MeasureHint, about: About) -> None:
        """Take the figure in a cell, or refuse it with the reason."""
        self.put(grid, at, grid.cell(*at), measure, about)

    def put(
        self, grid: Grid, at: tuple[int, int], cell: Cell, measure: MeasureHint, about: About
    ) -> None:
        """Do as `add` with what a cell said, of a row that may have passed since."""
        try:
            # Text is read once for all cells that say the same; a number has its own digits.
            how = _read_text if isinstance(cell, str) else read_value
            value = how(cell, decimal_comma=grid.decimal_comma)
            check(value, measure)
        except UnreadableCellError as error:
            self.refuse(grid, at, f"{place(*at)} {error}.", RefusalKind.CELL)
            return
        self.take(grid, at, measure, about, value)

    def take(
        self, grid: Grid, at: tuple[int, int], measure: MeasureHint, about: About, value: Value
    ) -> None:
        """Take a value that was read from a cell; cells that are joined hold no figure for each."""
        if grid.merges and (first := grid.inside(*at)):
            self._refuse_joined(grid, first, at)
            return
        self.measures.setdefault(measure.code, measure)
        self.figures.append(
            Figure(
                measure_code=measure.code,
                place_label=about.label,
                place_hint=about.hint,
                place_kind=about.kind,
                period_label=about.period.label,
                period_start=about.period.start,
                period_end=about.period.end,
                value=value.number,
                marker=value.marker,
                sheet=grid.title,
                cell=place(*at),
            )
        )
        if len(self.figures) > MOST_FIGURES:
            raise ImportRefusedError(_too_many(f"gives more than {MOST_FIGURES:,} figures"))

    def _refuse_joined(self, grid: Grid, first: tuple[int, int], at: tuple[int, int]) -> None:
        """Refuse a cell behind a joined one, and the figure that may be for them all."""
        reason = f"{place(*first)} is joined with {place(*at)}: it may be the figure of both."
        where = grid.title, place(*first)
        taken_there = [figure for figure in self.figures if (figure.sheet, figure.cell) == where]
        if taken_there:
            self.figures.remove(taken_there[0])
            self.refuse(grid, first, reason, RefusalKind.JOINED)
        self.refuse(grid, at, reason, RefusalKind.JOINED)

    def repeat(self, grid: Grid, at: tuple[int, int], reason: str) -> None:
        """List a cell or row that repeats an equal one."""
        self.repeats.append(Refusal(grid.title, place(*at), reason, RefusalKind.REPEAT))

    def refuse(
        self, grid: Grid, at: tuple[int, int], reason: str, kind: RefusalKind, measure: str = ""
    ) -> None:
        """List a cell or row that is not taken; `measure` is its code, where the row says it."""
        self.refused.append(Refusal(grid.title, place(*at), reason, kind, measure))
        if len(self.refused) > MOST_REFUSED:
            raise ImportRefusedError(
                _too_many(f"has more than {MOST_REFUSED:,} rows or cells that cannot be read")
            )


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of the file besides its cells."""

    file_name: str
    sheets: Sequence[Grid] = ()
    """All sheets of a workbook, such as the one that explains its notes."""

    def words_to(self, grid: Grid, last: int) -> str:
        """Return the words of the file name, the sheet name and the rows down to the last one."""
        cells = (cell for row in grid.rows[: last + 1] for cell in row if isinstance(cell, str))
        return " ".join(map(words, (self.file_name, grid.sheet, *cells)))


class Published(IntEnum):
    """Whether a table of a layout is a publisher's own, the surest last."""

    NEVER = auto()
    """Anybody may have filled it in."""
    WHEN_NATIONAL = auto()
    """Boards keep tables of this shape too; a publisher's own is of the whole country."""
    ALWAYS = auto()
    """Its headings are those of a publisher and of nobody else."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of table: its name, what shows it, and how it is read.

    `looked_for` says it in a few words, listed when nothing was recognised. Each file
    of `layouts` that holds a `LAYOUT` is found by itself: a new one touches nothing else. A
    sheet belongs to the first layout that recognises it, the general ones asked last.
    """

    name: str
    looked_for: str
    recognise: Callable[[Grid, Source], bool]
    read: Callable[[Grid, Source, Extract], None]
    family: str = ""
    """Tables of one family may stand in one file, such as a workbook or a packed release."""
    published: Published = Published.NEVER
    general: bool = False
    """Whether it would recognise tables that a more particular layout knows better."""
    streams: bool = False
    """Whether `read` goes down the rows once, from the first to the last, and holds none: a
    file of any length can then be read in little memory."""


_read_text = lru_cache(maxsize=20_000)(read_value)


def check(value: Value, measure: MeasureHint) -> None:
    """Refuse a value that its measure cannot have.

    Raises:
        UnreadableCellError: for a count that is not whole, a negative, a stray percentage, or
            what no figure of its unit can be.
    """
    if value.number is None:
        return
    if beyond := beyond_bounds(value.number, measure.unit):
        raise UnreadableCellError(f"says {short(value.number)}, {beyond}")
    if value.number < 0:
        raise UnreadableCellError(
            f"says {value.number:f}, and nothing here can be less than nought"
        )
    if measure.unit in COUNTED and value.number != value.number.to_integral_value():
        raise UnreadableCellError(
            f"says {value.number:f}, which is no whole number of {measure.unit}"
        )
    if value.percent and measure.unit not in ("%", ""):
        raise UnreadableCellError(f"says {value.number:f}%, where {measure.unit} should be")


def _too_many(what: str) -> str:
    return f"The file {what}. {SAFE} Save only the rows you need."


def reread(cell: Cell) -> bool:
    """Tell whether a cell would be read as a number or a marker that is not blank."""
    try:
        value = read_value(cell)
    except UnreadableCellError:
        return False
    return value.number is not None or value.marker != BLANK
