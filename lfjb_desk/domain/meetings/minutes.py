"""Minutes from circulation on: as they were circulated, their agreement, and corrections."""

from datetime import date
from hashlib import sha256
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.rows import Row


def digest(content: str) -> str:
    """Return the SHA-256 of a content in UTF-8, as hexadecimal digits."""
    return sha256(content.encode()).hexdigest()


class CirculatedMinutes(Row, table=True):
    """The minutes of a meeting as they were circulated: added once, never altered."""

    __tablename__ = "circulated_minutes"

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    version: int = Field(ge=1)
    """Counts from 1; the highest holds, the others were taken back to draft."""
    circulated_on: date
    """The day of circulation; for `kept_later`, the day from which they are kept."""
    kept_later: bool = False
    """True where they were circulated before the desk kept minutes as they were."""
    content: str = Field(min_length=1)
    """All that the minutes tell, as `read_models.minutes_content` writes it."""
    sha256: str = Field(max_length=lengths.DIGEST)
    """The `digest` of the content; compared at each reading."""


class MinutesAgreement(Row, table=True):
    """How minutes were agreed and signed; names stand as they were on the day."""

    __tablename__ = "minutes_agreement"

    meeting_id: UUID = Field(foreign_key="meeting.id", unique=True)
    """The meeting that the minutes are of."""
    at_meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id")
    """The meeting that agreed them; None where they were agreed between meetings."""
    agreed_at: str = ""
    """What that meeting was called: `Board meeting 24`."""
    agreed_on: date | None = None
    """None where nobody recorded it: agreed before the desk asked, and signed since."""
    proposed_by: str = ""
    seconded_by: str = ""
    signed_by: str = ""
    signed_on: date | None = None


class MinutesCorrection(Row, table=True):
    """A correction noted to minutes that were circulated, which themselves stay."""

    __tablename__ = "minutes_correction"

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    """The meeting whose minutes are corrected."""
    item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id")
    """The item that it is about; None for the minutes as a whole."""
    number: int = Field(ge=1)
    """In the order noted, counted from 1."""
    text: str = Field(min_length=1)
    at_meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id")
    """The meeting that noted it; None where the secretariat did between meetings."""
    noted_at: str = ""
    """What that meeting was called."""
    noted_on: date
    noted_by: str = Field(min_length=1)
    restricted: bool = Field(default=False, sa_column_kwargs={"server_default": "0"})
    """Whether open papers leave it out; under a restricted item it is so anyway."""
