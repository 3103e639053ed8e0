"""The quarterly collection: what an area asks of its authorities, and what came back."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.rows import Row


class Collection(Row, table=True):
    """One quarter's collection from the authorities of an area."""

    area_id: UUID = Field(foreign_key="dfj_area.id", index=True)
    starts: date
    """First day of the quarter that the figures are about."""
    ends: date
    due: date
    """The day by which the sheets are to be back."""
    note: str = ""
    """What the area says to its authorities this quarter."""


class Respondent(Row, table=True):
    """Who at an authority fills in the collection of an area."""

    area_id: UUID = Field(foreign_key="dfj_area.id", index=True)
    authority_id: UUID = Field(foreign_key="local_authority.id", index=True)
    name: str = Field(min_length=1)
    email: str = ""


class CollectionReturn(Row, table=True):
    """A sheet that came back, with what was found in it."""

    __tablename__ = "collection_return"

    collection_id: UUID = Field(foreign_key="collection.id", index=True)
    authority_id: UUID = Field(foreign_key="local_authority.id", index=True)
    received_at: datetime
    file_name: str
    sha256: str = Field(max_length=lengths.DIGEST)
    snapshot_id: UUID | None = Field(default=None, foreign_key="snapshot.id")
    """The import of its figures; None while they were not taken."""
    complete: bool
    report: str = "[]"
    """JSON: what is missing or does not add up, each a sentence with its sheet and cell."""
