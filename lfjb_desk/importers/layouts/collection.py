"""A sheet of our own quarterly collection that an authority has filled in and sent back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import BLANK
from lfjb_desk.domain.read_models.collection_sheet import (
    HEADINGS,
    OWN_CODE,
    TEMPLATE_VERSION,
    Identity,
    count_fault,
    read_identity,
)
from lfjb_desk.importers.cells import Grid, words
from lfjb_desk.importers.extract import About, Extract, Layout, Source, check
from lfjb_desk.importers.figures import ImportRefusedError, MeasureHint, RefusalKind
from lfjb_desk.importers.language.markers import UnreadableCellError, read_value
from lfjb_desk.importers.language.periods import PeriodError, read_period
from lfjb_desk.importers.reading.front_door import SAFE

if TYPE_CHECKING:
    from lfjb_desk.importers.language.periods import Period

_HEAD_ROWS = 20  # headings are looked for no further down
_HEADINGS = [words(heading) for heading in HEADINGS]
_LABEL, _, _CODE, _MEANING, _UNIT, _, _FIGURE = range(len(HEADINGS))


@dataclass(frozen=True, slots=True)
class _Start:
    """Whose sheet it is, and where its headings stand."""

    identity: Identity
    head: int


def recognise(grid: Grid, _: Source) -> bool:
    """Tell whether a sheet says whose it is, over the headings of the collection."""
    return _find(grid) is not None


def read(grid: Grid, source: Source, into: Extract) -> None:
    """Read each row into its figure; a cell that was left empty is refused, never a nought."""
    start = _find(grid)
    assert start is not None  # noqa: S101 - recognise() found it
    period = _checked(start.identity, source, into)
    about = About(start.identity.authority, "authority", period, start.identity.hint())
    for row in grid.filled():
        if row > start.head:
            into.read += 1
            _take(grid, row, about, into)


def _find(grid: Grid) -> _Start | None:
    identity = None
    for row in range(min(len(grid.rows), _HEAD_ROWS)):
        identity = identity or read_identity(grid.text(row, 0))
        headings = [words(cell) for cell in grid.rows[row][: len(_HEADINGS)]]
        if headings == _HEADINGS:
            return _Start(identity, row) if identity else None
    return None


def _checked(identity: Identity, source: Source, into: Extract) -> Period:
    """Return the quarter of a sheet of the version that is known here.

    Raises:
        ImportRefusedError: when its version or its quarter cannot be read.
    """
    name = source.file_name
    if identity.version != TEMPLATE_VERSION:
        raise ImportRefusedError(
            f"{name} was made from version {identity.version} of the collection sheet, and this "
            f"program reads version {TEMPLATE_VERSION}. {SAFE} Send the authority a new sheet."
        )
    into.publisher = identity.publisher
    try:
        return read_period(identity.quarter)
    except PeriodError as error:
        raise ImportRefusedError(f"{name} does not say its quarter: {error}. {SAFE}") from None


def _take(grid: Grid, row: int, about: About, into: Extract) -> None:
    at, code, label = (row, _FIGURE), grid.text(row, _CODE), grid.text(row, _LABEL)
    if not code:
        into.refuse(
            grid,
            at,
            f"Row {row + 1} has no code, so what its figure counts is unknown.",
            RefusalKind.ROW,
        )
        return
    measure = MeasureHint(
        code,
        label,
        grid.text(row, _MEANING),
        grid.text(row, _UNIT),
        source=into.publisher,
        settled=code.startswith(OWN_CODE),
    )
    kind = RefusalKind.ROW
    try:
        value = read_value(grid.cell(*at))
        # A small count goes no further than this: it may let somebody be recognised.
        fault = count_fault(value.number, measure.unit) if value.number is not None else ""
        if not fault:
            check(value, measure)
    except UnreadableCellError:
        # What was typed is not repeated: it may name a child, and a report is kept.
        fault = "holds neither a figure nor a sign it takes."
    else:
        if value.marker == BLANK:
            fault, kind = "is not filled in.", RefusalKind.NOT_FILLED_IN
        if not fault:
            into.take(grid, at, measure, about, value)
            return
    into.refuse(grid, at, f"{label} ({code}) {fault}", kind, code)


LAYOUT = Layout(
    "A returned sheet of the quarterly collection",
    "a returned sheet of our own quarterly collection",
    recognise,
    read,
)
