"""Collections as the page shows them: who has returned what, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.figures.collections import Collection, CollectionReturn


class PartState(StrEnum):
    """How much of one part an authority has returned."""

    COMPLETE = "complete"
    CHECK = "to check"
    """All figures were taken, and something does not add up."""
    PARTLY = "partly"
    NONE = "not returned"


@dataclass(frozen=True)
class ReturnFinding:
    """One thing found in a returned sheet, in a sentence."""

    part: int
    """The part it is about; 0 for the sheet as a whole."""
    sheet: str
    cell: str
    sentence: str
    missing: tuple[str, ...] = ()
    """Codes of the measures whose figures were not taken; empty where all were."""


@dataclass(frozen=True)
class SheetRespondent:
    """Who at an authority fills in the sheet."""

    id: UUID
    name: str
    email: str


@dataclass(frozen=True)
class CollectionRow:
    """One collection as the list shows it."""

    collection: Collection
    quarter: str
    """In words: `July to September 2026`."""
    authorities: int
    returned: int
    late: int
    """Authorities that have not returned it although the day is past."""

    @property
    def id(self) -> UUID:
        """Return the id of the collection."""
        return self.collection.id


@dataclass(frozen=True)
class ReturnStanding:
    """One authority in the matrix of a collection."""

    authority_id: UUID
    gss_code: str
    authority: str
    respondents: tuple[SheetRespondent, ...]
    returned: CollectionReturn | None
    """The newest sheet that came back."""
    parts: tuple[PartState, ...]
    """In the order of the parts."""
    days_late: int
    """Days after the due day: until it came back, or until today; 0 when in time."""
    findings: tuple[ReturnFinding, ...]

    @property
    def is_late(self) -> bool:
        """Tell whether it is still awaited after the due day."""
        return self.returned is None and self.days_late > 0


@dataclass(frozen=True)
class ReturnMatrix:
    """Who has returned what in one collection."""

    row: CollectionRow
    area: str
    standings: tuple[ReturnStanding, ...]


@dataclass(frozen=True)
class ReturnLine:
    """What came of one file that was taken in."""

    file_name: str
    authority: str
    """Empty where the file was refused."""
    taken: int
    """Figures."""
    findings: tuple[ReturnFinding, ...]
    refused: str = ""
    """Why the whole file was refused, in a sentence; empty where it was taken."""
    collection_id: UUID | None = None
    """The collection that it was taken in for."""


@dataclass(frozen=True)
class LetterDraft:
    """One e-mail draft that was written."""

    authority: str
    file_name: str
    addressed: bool
    """Whether a respondent with an address is held."""
