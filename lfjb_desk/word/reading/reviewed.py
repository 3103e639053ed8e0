"""A paper that came back: its words, what was marked in them by whom, and the comments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - pydantic reads the annotations
from enum import StrEnum


class MarkKind(StrEnum):
    """What a tracked change did to words."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved here"
    MOVED_AWAY = "moved away"

    @property
    def is_new(self) -> bool:
        """Whether the words did not stand here before."""
        return self in {MarkKind.INSERTED, MarkKind.MOVED_HERE}


@dataclass(frozen=True)
class TrackedMark:
    """One tracked change on words, on the end of a paragraph or on a row."""

    kind: MarkKind
    author: str = ""
    made_at: datetime | None = None
    """As the file says; Word calls its local time universal."""
    move: str = ""
    """What both ends of a move are called."""


@dataclass(frozen=True)
class MarkedRun:
    """Words that bear the same marks, the outermost first, and the comments open over them."""

    text: str
    marks: tuple[TrackedMark, ...] = ()
    comments: tuple[str, ...] = ()

    @property
    def was_there(self) -> bool:
        """Whether the words stood here before anybody marked them."""
        return not any(mark.kind.is_new for mark in self.marks)

    @property
    def stays(self) -> bool:
        """Whether the words stand here once every mark is accepted."""
        return all(mark.kind.is_new for mark in self.marks)


@dataclass(frozen=True)
class MarkedParagraph:
    """A paragraph with its runs, and what was marked on its end and on its row."""

    runs: tuple[MarkedRun, ...]
    style: str = ""
    level: int = 0
    """The level of a heading; 0 for all else."""
    bookmarks: tuple[str, ...] = ()
    end: tuple[TrackedMark, ...] = ()
    """Marks on the end of the paragraph, which joins it with the next or parts them."""
    row: int = 0
    """The row of a table that it stands in, counted through the paper; 0 outside tables."""
    cell: int = 0
    row_marks: tuple[TrackedMark, ...] = ()
    in_contents: bool = False
    """Whether it is a line of the contents, which follows from the headings."""
    is_outside: bool = False
    """Whether it stands in a header, a footer or a note, and is there for its marks alone."""


@dataclass(frozen=True)
class PaperComment:
    """A comment: by whom, what it says, and the comment that it answers."""

    key: str
    text: str
    author: str = ""
    made_at: datetime | None = None
    replies_to: str = ""
    is_done: bool = False


@dataclass(frozen=True)
class ReviewedPaper:
    """A whole paper with all that was marked in it, and what it says of itself."""

    paragraphs: tuple[MarkedParagraph, ...]
    comments: tuple[PaperComment, ...] = ()
    formatting: int = 0
    """Tracked changes of the look alone, which are not read."""
    identifier: str = ""
    title: str = ""
    saved_by: str = ""
