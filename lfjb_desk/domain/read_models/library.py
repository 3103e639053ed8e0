"""The Good Practice Guide as a reader needs it: initiatives by theme and driver."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.drivers import CancellationReason, Driver, Initiative, Stance, Theme
    from lfjb_desk.domain.read_models.drivers import ProjectLine


@dataclass(frozen=True)
class LibraryQuery:
    """A question to the library; what is empty does not narrow it."""

    text: str = ""
    """Words that must all be there, in any order; case and accents do not matter."""
    theme_id: UUID | None = None
    driver_id: UUID | None = None
    """A driver for which the guide's map states that the initiative is present."""
    area_id: UUID | None = None
    """The area whose projects tell what is taken up."""


@dataclass(frozen=True)
class InitiativeRow:
    """One initiative in a list."""

    initiative: Initiative
    theme: Theme
    drivers: tuple[Driver, ...]
    """The drivers for which the guide's map states that it is present."""
    taken_up: bool
    """Whether the area asked about has a project from it that was not stopped."""


@dataclass(frozen=True)
class InitiativeDetail:
    """One initiative with all that is held about it."""

    initiative: Initiative
    theme: Theme
    stances: tuple[tuple[Driver, Stance], ...]
    """Every driver in order, and what the guide's map says of it."""
    projects: tuple[ProjectLine, ...]
    """The projects by which the area has taken it up."""


@dataclass(frozen=True)
class ReasonGroup:
    """The reasons for cancelling a hearing that one body answers for."""

    owner: str
    reasons: tuple[CancellationReason, ...]
