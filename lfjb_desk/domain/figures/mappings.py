"""Mappings: how a user said that files of one shape are to be read."""

from datetime import datetime

from sqlmodel import Field

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.rows import Row


class FileMapping(Row, table=True):
    """How the sheets of one shape are read, and what they held when they last were."""

    __tablename__ = "file_mapping"

    shape: str = Field(index=True, max_length=lengths.DIGEST)
    """SHA-256 of what stays alike from one release to the next; what a file is matched by."""
    name: str = Field(min_length=1)
    publisher: str
    file_name: str
    """The file that it was last used for."""
    used_at: datetime
    rules: str
    """JSON: the heading rows, and what each column, row and label means."""
    seen: str = "{}"
    """JSON: headings, labels and figures as last read, to tell what has drifted since."""
