"""Words about figures as pages and papers show them: narratives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True)
class ShownNarrative:
    """A narrative: what is shown, what the desk says itself, and whether the words still hold."""

    text: str
    """What is shown: a person's words where there are some, else the sentences joined."""
    front: str
    """What the desk says first of the figures as they are now; empty for a place as a whole."""
    more: tuple[str, ...]
    """What the desk says behind it, sentence by sentence."""
    edited: bool
    """Whether a person wrote the text."""
    stale: bool
    """Whether the figures, their target or a step have changed since a person wrote it."""
    figures: str
    """SHA-256 of the figures as they are now."""
    written_at: datetime | None
    """When a person wrote the text; None for the desk's own words."""
