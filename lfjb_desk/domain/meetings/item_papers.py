"""Papers of agenda items: who owes which by when, and the files that came."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.rows import Row


class KeptFile(Row, table=True):
    """A file kept beside the database, in a folder of its own and under its digest.

    Its bytes are never altered: another version of a file is another row.
    """

    __tablename__ = "kept_file"

    name: str = Field(min_length=1, max_length=lengths.NAME)
    """What it was called where it came from, made safe for every system."""
    size: int = Field(ge=0)
    """In bytes."""
    sha256: str = Field(max_length=lengths.DIGEST)
    kept_on: date


class ItemPaper(Row, table=True):
    """A paper for an agenda item: promised, or here."""

    __tablename__ = "item_paper"

    item_id: UUID = Field(foreign_key="agenda_item.id", index=True)
    position: int = Field(ge=1)
    title: str = Field(min_length=1, max_length=lengths.NAME)
    owed_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    """Who writes it; None where nobody was named."""
    due: date | None = None
    """The day by which it should be here; None for the group's usual day before a meeting."""
    file_id: UUID | None = Field(default=None, foreign_key="kept_file.id")
    """The file; None until it is here."""
    received_on: date | None = None
