"""Places: the DFJ areas, their local authorities, and how each publisher spells them."""

from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.common.visible import visible
from lfjb_desk.domain.rows import Row, choice


class PlaceKind(StrEnum):
    """What sort of place a figure is about."""

    AREA = "area"
    AUTHORITY = "authority"
    REGION = "region"
    NATION = "nation"


class Confidence(StrEnum):
    """How sure we are that an authority belongs to an area."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    BOARD = "settled by the board"


class DfjArea(Row, table=True):
    """One of the 43 areas that a Designated Family Judge leads."""

    __tablename__ = "dfj_area"

    code: str = Field(unique=True, max_length=12)
    """Short code that starts every reference, such as ESST."""
    name: str = Field(unique=True)
    region: str
    """HMCTS region, in full: `South East`."""
    nation: str
    """`England` or `Wales`."""
    courts: str
    """Hearing courts, separated by semicolons."""
    trailblazer: bool = False
    source: str


class AreaProfile(Row, table=True):
    """One titled passage or baseline figure that a publication states about an area."""

    __tablename__ = "area_profile"

    area_id: UUID = Field(foreign_key="dfj_area.id", index=True)
    position: int
    heading: str
    text: str
    source: str


class LocalAuthority(Row, table=True):
    """One of the 175 authorities that bring care proceedings."""

    __tablename__ = "local_authority"

    gss_code: str = Field(unique=True, max_length=9)
    name: str = Field(unique=True)
    nation: str
    source: str


class AreaAuthority(Row, table=True):
    """An authority, or a part of one, in an area."""

    __tablename__ = "area_authority"

    area_id: UUID = Field(foreign_key="dfj_area.id", index=True)
    authority_id: UUID = Field(foreign_key="local_authority.id", index=True)
    part: str = ""
    """Which part of the authority, where it is split; empty for the whole."""
    confidence: Confidence = Field(sa_type=choice(Confidence))
    note: str = ""
    source: str


class AreaName(Row, table=True):
    """How one publisher spells a place.

    A doubtful spelling is shown for the user to settle; an importer never takes it by itself.
    """

    __tablename__ = "area_name"

    place_kind: PlaceKind = Field(sa_type=choice(PlaceKind))
    place_code: str = Field(index=True)
    """Area code, GSS code, region name or nation name."""
    publisher: str
    name: str
    folded: str = Field(index=True)
    """The name as `fold()` gives it; what an import is matched by."""
    doubtful: bool = False
    note: str = ""
    """Why the spelling is doubtful, in a sentence for the person who must settle it."""
    source: str


def fold(name: str) -> str:
    """Return a name without case, punctuation and runs of space, for matching spellings."""
    words = "".join(
        c if c.isalnum() else " " for c in visible(name).casefold().replace("&", " and ")
    )
    return " ".join(words.split())
