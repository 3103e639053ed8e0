"""Papers that were written, and the record of them."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.rows import Row


class WrittenPaper(Row, table=True):
    """A paper that was written to a file: what, where and which bytes."""

    __tablename__ = "written_paper"

    group_id: UUID = Field(foreign_key="board_group.id", index=True)
    meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id")
    kind: str = Field(max_length=lengths.PAPER_KIND)
    """The key of its kind in the registry of papers."""
    file_name: str
    sha256: str = Field(max_length=lengths.DIGEST)
    written_at: datetime
    findings: int = 0
    """How many findings the accessibility check had."""
