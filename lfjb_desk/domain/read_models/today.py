"""What waits on a day: the next meeting, late actions, moved figures, empty seats, reviews."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.figures.figures import Snapshot
    from lfjb_desk.domain.read_models.actions import ActionGroup, ActionRow
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.domain.read_models.governance.governing_documents import VersionView
    from lfjb_desk.domain.read_models.governance.groups import SeatRow
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow, Readiness


@dataclass(frozen=True)
class UpcomingMeeting:
    """The next meeting and what it has or still lacks."""

    row: MeetingRow
    days: int
    """Days until it is held; 0 today."""
    readiness: tuple[Readiness, ...]

    @property
    def days_words(self) -> str:
        """When it is, in words: `Today`, `Tomorrow`, `In 10 days`."""
        near = {0: "Today", 1: "Tomorrow"}
        return near.get(self.days, f"In {self.days} days")


@dataclass(frozen=True)
class PaperDue:
    """A paper that has to be written for a meeting, or has still to go out."""

    kind: str
    """The key of its kind."""
    meeting: MeetingRow
    words: str
    is_written: bool = False
    """Whether it lies in a file already, as minutes do that wait to be circulated."""


@dataclass(frozen=True)
class Waiting:
    """One thing that also waits, in a sentence, and what sort of thing it is."""

    kind: str
    """`ask`, `escalation`, `decision`, `form`, `seat`, `review`, `paper`, `return` or `import`."""
    text: str
    key: UUID | None = None
    """The record that it is about, where its page shows that; a meeting for `ask`."""


@dataclass(frozen=True)
class TodayView:
    """All that the Today page shows."""

    day: date
    meeting: UpcomingMeeting | None
    """None when no meeting is planned."""
    late: tuple[ActionRow, ...]
    """The longest overdue first."""
    soon: tuple[ActionRow, ...]
    """The soonest due first."""
    by_owner: tuple[ActionGroup, ...]
    """Late and soon-due actions under their owners, the owner with most late ones first."""
    figures: tuple[Series, ...]
    """The figures of the area, by name of measure."""
    moved: tuple[Series, ...]
    """Those that the last import moved."""
    last_import: Snapshot | None
    papers: tuple[PaperDue, ...]
    vacancies: tuple[SeatRow, ...]
    """The longest empty first."""
    reviews: tuple[VersionView, ...]
    """Governing documents in force whose review is near or past."""
    waiting: tuple[Waiting, ...]
    """What needs deciding, seats, reviews, papers, overdue returns and the last import."""
