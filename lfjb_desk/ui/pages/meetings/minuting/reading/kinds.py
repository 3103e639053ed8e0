"""What a line can be, what a chip of it stands for, and what can be in doubt about it."""

from __future__ import annotations

from enum import StrEnum


class EntryKind(StrEnum):
    """What is recorded."""

    NOTE = "note"
    ACTION = "action"
    DECISION = "decision"


class ChipKind(StrEnum):
    """What a chip stands for."""

    OWNER = "owner"
    BODY = "body"
    DATE = "date"
    LINES = "lines"
    """Another line begins inside the line."""


class Doubt(StrEnum):
    """Why a line is not recorded before the user says what it means."""

    UNKNOWN = "unknown"
    """A name after `@` that is nobody's, or more than one's."""
    OWNER = "owner"
    """Two people are named where the owner stands."""
    BODY = "body"
    DATE = "date"
    """Two days are given."""
    IMPOSSIBLE = "impossible"
    """The calendar has no such day."""
    PAST = "past"
    """The day is before the meeting."""
    VAGUE = "vague"
    """A month or a week is named, and no day."""
    YEAR = "year"
    """The day was in the weeks before the meeting, and no year says that next year's is meant."""
    FAR = "far"
    """The day is further away than anything of a board."""

    UNDATED = "undated"
    """Words speak of when, and name no day: `by Christmas`, `asap`."""
    UNSURE = "unsure"
    """A day stands among the words, and may say when or only tell of something: `on Monday`."""
    SEVERAL = "several"
    """Another `/a` or `/d` stands inside the line."""

    @property
    def chip(self) -> ChipKind:
        """The chip that it is about."""
        return _DOUBTED.get(self, ChipKind.DATE)


_DOUBTED = {
    Doubt.UNKNOWN: ChipKind.OWNER,
    Doubt.OWNER: ChipKind.OWNER,
    Doubt.BODY: ChipKind.BODY,
    Doubt.SEVERAL: ChipKind.LINES,
}
