"""What an import gives: figures with the cell each came from, and what was refused."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from lfjb_desk.domain.changes import RuleError

PlaceWord = Literal["area", "authority", "region", "nation"]
"""The values of `domain.places.PlaceKind`, which brings a database with it."""


class ImportRefusedError(RuleError):
    """A file that is not imported; nothing was taken from it."""


class NotRecognisedError(ImportRefusedError):
    """A file that is sound and that no layout knows; a person may say how it is read."""


class ImportCancelledError(ImportRefusedError):
    """An import that the user stopped."""


@dataclass(frozen=True, slots=True)
class MeasureHint:
    """What a measure in the file is called, in case the store has no such measure yet.

    `settled` tells that the layout fixes the code (one of the reference measures, or one that
    begins with `fcsq_`). Where it is false the code is the name as the file spells it, and
    must be matched with the code or the name of a measure, or asked about.
    """

    code: str
    name: str
    definition: str = ""
    unit: str = ""
    decimals: int = 0
    source: str = ""
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure or marker as published, with the cell it was read from.

    At least one of `value` and `marker` is set; both are when a marker such as `[p]` qualifies
    a figure. Percentages are given out of 100. `place_kind` is None where the file does not say
    whether its places are areas or authorities.
    """

    measure_code: str
    place_label: str
    place_hint: str
    """What else the row says about the place, such as its region; often empty."""
    place_kind: PlaceWord | None
    period_label: str
    period_start: date
    period_end: date
    value: Decimal | None
    marker: str | None
    sheet: str
    """Empty for a text file."""
    cell: str
    """In the letters and numbers of a spreadsheet, for a text file too: `G12`."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row or a cell that was not taken, or not taken again, and why."""

    sheet: str
    cell: str
    reason: str


@dataclass(frozen=True, slots=True)
class MarkerQuestion:
    """A marker that may mean two things; the figures of its cells wait for the answer."""

    key: str
    """The marker as published."""
    text: str
    """The question in a sentence."""
    choices: tuple[str, ...]
    """The markers that it may mean."""
    cells: tuple[tuple[str, str], ...]
    """Sheet and cell of each figure that waits."""


@dataclass(frozen=True, slots=True)
class SheetUse:
    """What came of one sheet of a workbook, or of one file of a packed release.

    Every row that was read gave figures, was refused, or is one of `passed`.
    """

    sheet: str
    layout: str
    """What it was recognised as; empty where no layout knows it."""
    read: int
    """Rows of data."""
    taken: int
    """Figures."""
    passed: int
    """Rows that only break a published figure down further; counted, never taken."""
    reason: str
    """Why it is not used, in a few words; empty where it is."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was understood: none of its rows of data has vanished.

    Each is in `figures`, `repeats` or `refused`, or counted in `sheets` where it only breaks a
    published figure down further.
    """

    file_name: str
    sha256: str
    layout: str
    """What the file was recognised as, in words for the user."""
    publisher: str
    """`FCSQ`, `Cafcass`, or empty where the file does not say who published it."""
    read: int
    """Rows of data in the file: headings, notes and empty rows are not counted."""
    measures: tuple[MeasureHint, ...]
    """One for each measure code among the figures."""
    figures: tuple[Figure, ...]
    refused: tuple[Refusal, ...]
    notes: tuple[str, ...]
    """How the file was read: its encoding, its separator, hidden sheets, sheets not used."""
    sheets: tuple[SheetUse, ...] = ()
    """Each sheet of the file in its order; for a text file the one that it is."""
    asks: tuple[MarkerQuestion, ...] = ()
    """What must be settled before the figures of some cells are taken."""
    repeats: tuple[Refusal, ...] = ()
    """Figures and rows equal to one that was taken, each with where that one stands."""
