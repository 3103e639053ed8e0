"""The audit: one record for each change, chained by hash."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from lfjb_desk.domain.common import lengths


class ChangeRecord(SQLModel, table=True):
    """A change that was written; never updated, never deleted."""

    __tablename__ = "change_record"

    sequence: int = Field(primary_key=True)
    at: datetime
    who: str
    label: str
    payload: bytes
    """The change as canonical JSON, compressed with zlib."""
    previous_hash: str = Field(max_length=lengths.DIGEST)
    hash: str = Field(max_length=lengths.DIGEST)
    """SHA-256 over previous hash, sequence, time, who, label and the JSON."""
