"""Words about figures as pages and papers show them: narratives and the state of a target."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Sign(StrEnum):
    """The symbol that stands before the words of a status; it never stands alone."""

    MET = "tick"
    NOT_MET = "cross"
    NO_TARGET = "dash"
    NO_FIGURE = "question"


@dataclass(frozen=True)
class TargetStatus:
    """How a figure stands against its target: in words, with a symbol."""

    words: str
    """`Target met`, `Target not met by 4 weeks`, `Within the range 26 to 30 weeks`,
    `No target set` or `No figure`."""
    sign: Sign
    met: bool | None = None
    """None where nobody can say."""
    outlook: tuple[str, ...] = ()
    """What the control chart says of the target from here on, in sentences; one for each end
    that binds."""


@dataclass(frozen=True)
class ShownNarrative:
    """A narrative: what is shown, what the desk says itself, and whether the words still hold."""

    text: str
    """What is shown: a person's words where there are some, else the sentences joined."""
    sentences: tuple[str, ...]
    """What the desk says of the figures as they are now."""
    edited: bool
    """Whether a person wrote the text."""
    stale: bool
    """Whether the figures have changed since a person wrote it."""
    figures: str
    """SHA-256 of the figures as they are now."""
    written_at: datetime | None
    """When a person wrote the text; None for the desk's own words."""
