"""What a file that is brought in would give, before anything is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from lfjb_desk.domain.changes import RuleError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.domain.changes import Change, Edit

Answers = Mapping[str, str]
"""What the user has answered: the key of a question with the key of a choice, or words typed."""

LEAVE_OUT = "leave out"
NOBODY = "nobody"
DAY = "day:"
"""Begins the key of an answer that is a day, in ISO form."""


class OutdatedBringingError(RuleError):
    """What is held has changed since the preview was made; it must be looked at again."""


class RowFate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    PRESENT = "there already"
    WAITS = "waits for an answer"
    LEFT_OUT = "left out"


@dataclass(frozen=True)
class AnswerChoice:
    """Something that may be answered: its key, its words, and quieter words."""

    key: str
    text: str
    under: str = ""


@dataclass(frozen=True)
class BroughtQuestion:
    """What a file leaves open, asked once for all rows that hang on it."""

    key: str
    text: str
    rows: int
    """How many rows wait for it; 0 where it changes how others are read."""
    first: str
    """Where the first of them stands in the file."""
    choices: tuple[AnswerChoice, ...]
    """The likely ones first."""
    takes_day: bool = False
    """Whether any day may be typed, too."""
    takes_number: bool = False
    """Whether any number may be typed, too."""
    answered: bool = False
    """Whether it has an answer that it can use."""


@dataclass(frozen=True)
class ColumnUse:
    """A column of the file, what is in it, and what it was taken for."""

    key: str
    """Also the key of the answer that gives it another role."""
    heading: str
    samples: tuple[str, ...]
    role: str
    """The key of one of `roles`; empty while it is a question."""
    roles: tuple[AnswerChoice, ...]


@dataclass(frozen=True)
class OutlineLine:
    """A part of a document, and whether it is a clause."""

    key: str
    """Also the key of the answer that gives it another role."""
    name: str
    text: str
    """How it begins; empty where its name tells it."""
    role: str
    """The key of one of `roles` that it has from the start."""
    roles: tuple[AnswerChoice, ...]


@dataclass(frozen=True)
class BroughtRow:
    """A row of the file and what becomes of it."""

    place: str
    cells: tuple[str, ...]
    """As many as the preview has headings."""
    fate: RowFate
    reason: str = ""


class BringingService(Protocol):
    """What reads one kind of file: a log, a list of members, terms of reference."""

    def open(
        self,
        path: Path,
        group_id: UUID,
        today: date,
        cancelled: Callable[[], bool],
        progress: Callable[[str], None],
    ) -> BroughtPreview:
        """Return what a file would give."""
        ...

    def answered(self, preview: BroughtPreview, answers: Answers) -> BroughtPreview:
        """Return a preview as it stands with these answers."""
        ...

    def commit(self, preview: BroughtPreview, now: datetime) -> Change:
        """Return the one change that keeps what a preview shows as new."""
        ...


@dataclass(frozen=True)
class BroughtPreview:
    """What a file would give; frozen, and another is made with each answer."""

    file_name: str
    taken_for: str
    """What the file was taken for, in words: `An action log with 42 actions`."""
    headings: tuple[str, ...]
    rows: tuple[BroughtRow, ...]
    label: str
    """What the change that keeps it is called."""
    noun: str
    """What its rows are: `action`."""
    edits: tuple[Edit, ...] = field(compare=False, default=())
    questions: tuple[BroughtQuestion, ...] = ()
    columns: tuple[ColumnUse, ...] = ()
    outline: tuple[OutlineLine, ...] = ()
    notes: tuple[str, ...] = ()
    answers: Answers = field(default_factory=dict)

    def counted(self, fate: RowFate) -> int:
        """Return how many rows have a fate."""
        return sum(row.fate is fate for row in self.rows)

    @property
    def open_questions(self) -> int:
        """How many questions have no answer."""
        return sum(not question.answered for question in self.questions)

    @property
    def keeps(self) -> int:
        """How many rows would be kept."""
        return self.counted(RowFate.NEW)
