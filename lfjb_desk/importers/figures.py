"""What an import gives: figures with the cell each came from, and what was refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from lfjb_desk.domain.changes import RuleError

if TYPE_CHECKING:
    from typing_extensions import override
else:  # the true one is slow to load, and a reading process loads no more than it needs
    from typing import final as override

PlaceWord = Literal["area", "authority", "region", "nation"]
"""The values of `domain.places.PlaceKind`, which brings a database with it."""


class ImportRefusedError(RuleError):
    """A file that is not imported; nothing was taken from it."""


class NotRecognisedError(ImportRefusedError):
    """A file that is sound and that no layout knows; a person may say how it is read.

    `looked_for` are the tables that are known, each in a few words, for who asks for more.
    """

    def __init__(self, sentence: str, looked_for: Sequence[str] = ()) -> None:
        super().__init__(sentence)
        self.looked_for = tuple(looked_for)


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


class RefusalKind(StrEnum):
    """What sort of reason a row or a cell is not taken for."""

    UNSTATED = "unstated"
    """In reports of imports that were kept before there were kinds."""
    CELL = "cell"
    """What a cell says is no figure of its measure, or not clearly one."""
    ROW = "row"
    """A row does not say clearly what it is about, or what its figure is."""
    HEADING = "heading"
    NO_FIGURES = "no figures"
    NOT_FILLED_IN = "not filled in"
    NOT_COLLECTED = "not collected"
    """A row of a returned sheet that is not, or not so, a row of the collection."""
    KEPT_BACK = "kept back"
    """An average that would tell a count which is itself kept back."""
    OTHER_TABLE = "other table"
    """It stands below what may be another table."""
    SCALED = "scaled"
    JOINED = "joined"
    TOTAL = "total"
    """A published total that its parts do not add up to."""
    SECOND_ROW = "second row"
    """Another row is about the same and says something else."""
    CONTRADICTION = "contradiction"
    """Other cells give another figure for the same thing."""
    REPEAT = "repeat"
    LEFT_OUT = "left out"
    """The user chose to leave out its place, its measure or its marker."""
    MISFIT = "misfit"
    """It is in a unit that its measure has not."""
    AHEAD = "ahead"
    """Its period has not begun, and it is not marked as a forecast."""
    BROKEN_FILE = "broken file"

    @classmethod
    @override
    def _missing_(cls, _: object) -> "RefusalKind":
        return cls.UNSTATED  # kept by a newer version, which knew more kinds

    @property
    def names_cell(self) -> bool:
        """Whether the sentence names the cell, so that only its sheet is left to be told."""
        return self in _NAMING_A_CELL

    @property
    def names_place(self) -> bool:
        """Whether the sentence names the sheet and the cell."""
        return self in _NAMING_A_PLACE


_NAMING_A_CELL = frozenset(
    (RefusalKind.CELL, RefusalKind.SCALED, RefusalKind.JOINED, RefusalKind.TOTAL)
)
_NAMING_A_PLACE = frozenset(
    (RefusalKind.CONTRADICTION, RefusalKind.REPEAT, RefusalKind.MISFIT, RefusalKind.AHEAD)
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row or a cell that was not taken, or not taken again, and why."""

    sheet: str
    cell: str
    reason: str
    """In a sentence."""
    kind: RefusalKind
    measure: str = ""
    """The code of the measure, where the row says it."""


def refusal_of(saved: Mapping[str, str]) -> Refusal:
    """Return a refusal as the report of an import kept it, of this or an earlier version."""
    return Refusal(
        sheet=saved["sheet"],
        cell=saved["cell"],
        reason=saved["reason"],
        kind=RefusalKind(saved.get("kind", RefusalKind.UNSTATED)),
        measure=saved.get("measure", ""),
    )


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
