"""What is known of a kind of paper: what it tells of, how it is made, and where it is offered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Entitled

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.blocks import Paper
    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.domain.read_models.governance.governing_documents import ComparedVersions
    from lfjb_desk.services.papers.report_data import ReportGatherer


@dataclass(frozen=True)
class OfMeeting:
    """A paper of one meeting of the group; without a meeting there is none."""

    build: Callable[[ReportGatherer, Meeting], Paper]
    looks_back: bool = False
    """Whether its usual meeting is the last one held; else it is the next."""


@dataclass(frozen=True)
class UpToMeeting:
    """A paper of the group as it stands today, read for its next meeting where there is one."""

    build: Callable[[ReportGatherer, Meeting | None], Paper]


@dataclass(frozen=True)
class OfGroup:
    """A paper of the group as it stands today."""

    build: Callable[[ReportGatherer], Paper]


@dataclass(frozen=True)
class OfPlace:
    """A paper of the area of the group, or of one of its authorities."""

    build: Callable[[ReportGatherer, UUID | None], Paper]


@dataclass(frozen=True)
class OfVersions:
    """A paper of two versions of a governing document; without a choice, of the latest two."""

    build: Callable[[ReportGatherer, ComparedVersions | None], Paper]


class PaperOffer(Enum):
    """Where a paper is offered besides the Papers page, the command box and the command line."""

    BEFORE_MEETING = auto()
    """It goes out before each meeting of any group."""
    BEFORE_BOARD_MEETING = auto()
    """It goes out before each meeting of a board."""
    AFTER_MEETING = auto()
    """It goes out once a meeting was held."""
    DRIVERS = auto()
    """It is the last stop of the line of sight from a driver."""


@dataclass(frozen=True)
class PaperDefinition:
    """A kind of paper."""

    key: str
    """Its name to a machine: on the command line, in its file's name and in the database."""
    title: str
    """What people call it."""
    tells_of: OfMeeting | UpToMeeting | OfGroup | OfPlace | OfVersions
    offers: frozenset[PaperOffer] = frozenset()
    other_names: str = ""
    """What else people call it, for finding: `pack`, `brief`."""
    mended_on: str = "meetings"
    """The page where that is added without which it cannot be made."""

    @property
    def in_sentence(self) -> str:
        """Its title within a sentence: `the board paper`, `the minutes`."""
        return f"the {self.title[:1].lower()}{self.title[1:]}"

    @property
    def of_meeting(self) -> bool:
        """Whether it is of one meeting, whose day it then bears."""
        return isinstance(self.tells_of, OfMeeting)

    @property
    def takes_meeting(self) -> bool:
        """Whether a meeting may be chosen for it."""
        return isinstance(self.tells_of, OfMeeting | UpToMeeting)

    @property
    def takes_authority(self) -> bool:
        """Whether it may be about one authority."""
        return isinstance(self.tells_of, OfPlace)

    @property
    def takes_versions(self) -> bool:
        """Whether it is of two versions of a governing document, which may be chosen."""
        return isinstance(self.tells_of, OfVersions)


@dataclass(frozen=True)
class PaperRequest:
    """One paper that is wanted; what its kind does not take is not looked at."""

    paper: PaperDefinition
    group_id: UUID
    today: date
    meeting_id: UUID | None = None
    """The meeting that it is of; None for its usual one."""
    authority_id: UUID | None = None
    """The authority that it is about; None for the area."""
    restricted: bool = False
    """Whether it holds restricted matter, for those entitled; else it is open to every member."""
    entitled: Entitled = Entitled.SECRETARIAT
    """Who may read it where it does."""
    versions: ComparedVersions | None = None
    """The versions that it compares; None for the latest two of the terms of reference."""
