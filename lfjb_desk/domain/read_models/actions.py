"""Actions as a reader needs them: named, judged against a day, sorted and grouped."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import ActionStanding, ActionStatus
from lfjb_desk.domain.drivers import severity_word

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.actions import Action, ActionEvidence, ActionUpdate, LearningNote
    from lfjb_desk.domain.drivers import Driver
    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.meetings.meetings import Decision
    from lfjb_desk.domain.read_models.governance.escalations import EscalationRow

MOVED_OFTEN = 3
"""How many moves of the due date count as often."""


class Which(StrEnum):
    """Which actions are wanted."""

    OPEN = "open"
    LATE = "late"
    ON_HOLD = "on hold"
    CLOSED = "closed"
    ALL = "all"


class GroupBy(StrEnum):
    """What a list of actions is grouped by."""

    OWNER = "owner"
    BODY = "body"
    DRIVER = "driver"
    MEETING = "meeting"


@dataclass(frozen=True)
class ActionQuery:
    """A question to the actions of an area; what is None does not narrow it."""

    area_id: UUID
    group_id: UUID | None = None
    which: Which = Which.OPEN
    due_before: date | None = None
    """Due on an earlier day than this."""
    moved_at_least: int = 0
    closed_since: date | None = None
    owner_id: UUID | None = None
    accountable_id: UUID | None = None
    driver_id: UUID | None = None
    meeting_id: UUID | None = None

    def wants(self, row: ActionRow) -> bool:
        """Tell whether a row answers the question."""
        action = row.action
        wanted = (
            (self.due_before is None or action.due < self.due_before)
            and row.times_moved >= self.moved_at_least
            and (
                self.closed_since is None
                or (action.closed_on is not None and action.closed_on >= self.closed_since)
            )
        )
        pairs = (
            (self.owner_id, action.owner_id),
            (self.accountable_id, action.accountable_id),
            (self.driver_id, action.driver_id),
            (self.meeting_id, action.meeting_id),
        )
        return (
            wanted
            and self._which(row)
            and all(expected is None or expected == value for expected, value in pairs)
        )

    def _which(self, row: ActionRow) -> bool:
        if self.which is Which.ALL:
            return True
        if self.which is Which.CLOSED:
            return row.closed
        if self.which is Which.LATE:
            return row.standing is ActionStanding.LATE
        if self.which is Which.ON_HOLD:
            return row.standing is ActionStanding.ON_HOLD
        return not row.closed


@dataclass(frozen=True, kw_only=True)
class ActionRow:
    """One action with its names, as it stands on a day; an empty name means none is given."""

    action: Action
    group: str
    owner: str
    body: str
    driver: str
    meeting: str
    """Where it was raised: `Board meeting 24`."""
    meeting_on: date | None
    decision: str
    """The ref of the decision behind it."""
    standing: ActionStanding
    days_late: int
    days_to_due: int
    """Days until it is due; negative when the date has passed."""
    times_moved: int
    last_update: ActionUpdate | None
    restricted: bool = False
    """Whether it is restricted, itself or by its item or its decision."""

    @property
    def closed(self) -> bool:
        """Whether it is done or dropped."""
        return self.standing in {ActionStanding.DONE, ActionStanding.DROPPED}

    @property
    def status_words(self) -> str:
        """How it stands in words: `42 days late`, `In 4 days`, `On time`, `On hold`."""
        if self.standing is ActionStanding.LATE:
            return "1 day late" if self.days_late == 1 else f"{self.days_late:,} days late"
        if self.standing is ActionStanding.SOON:
            near = {0: "Today", 1: "Tomorrow"}
            return near.get(self.days_to_due, f"In {self.days_to_due} days")
        return self.standing.value.capitalize()

    @property
    def progress_words(self) -> str:
        """What is being done while it is open: `In progress`, `Blocked: waits for a room`."""
        if self.action.status is ActionStatus.BLOCKED:
            waits_for = self.action.blocked_by
            return f"Blocked: waits for {waits_for}" if waits_for else "Blocked"
        return "In progress" if self.action.status is ActionStatus.IN_PROGRESS else ""

    @property
    def moved_words(self) -> str:
        """How often its date was moved: `not moved`, `moved once`, `moved 3 times`."""
        few = {0: "not moved", 1: "moved once", 2: "moved twice"}
        return few.get(self.times_moved, f"moved {self.times_moved} times")


@dataclass(frozen=True)
class ActionCounts:
    """How many actions each saved filter would show."""

    open: int
    late: int
    due_before: int
    moved_often: int
    on_hold: int
    closed_since: int
    all: int


@dataclass(frozen=True)
class ActionGroup:
    """Actions that share an owner, a body, a driver or a meeting."""

    title: str
    rows: tuple[ActionRow, ...]
    late: int


@dataclass(frozen=True)
class DueDate:
    """One due date that an action has had, and who agreed it."""

    due: date
    agreed_by: str


@dataclass(frozen=True)
class LineOfSight:
    """What an action is for: driver, its severity here, its measures, the decision behind it."""

    driver: Driver | None
    severity: int
    """0 to 5; 0 when nobody has judged it."""
    measures: tuple[Measure, ...]
    decision: Decision | None

    @property
    def severity_word(self) -> str:
        """The word that stands beside the severity."""
        return severity_word(self.severity)


@dataclass(frozen=True, kw_only=True)
class ActionDetail:
    """All that the pane beside the list shows of one action."""

    row: ActionRow
    history: tuple[ActionUpdate, ...]
    """The oldest first."""
    due_dates: tuple[DueDate, ...]
    """The first due date and each later one, in the order they were agreed."""
    line: LineOfSight
    evidence: tuple[ActionEvidence, ...]
    """What shows that it was done."""
    learning: LearningNote | None
    escalations: tuple[EscalationRow, ...]
    """The questions put to others about it, the open ones first."""


def urgency(row: ActionRow) -> tuple[int, int, str]:
    """Return what rows sort by: longest overdue, then soonest due, on hold, latest closed."""
    order = {
        ActionStanding.LATE: 0,
        ActionStanding.SOON: 1,
        ActionStanding.ON_TIME: 1,
        ActionStanding.ON_HOLD: 2,
    }
    if row.closed:
        closed = row.action.closed_on
        return (3, -closed.toordinal() if closed else 0, row.action.ref)
    return (order[row.standing], row.action.due.toordinal(), row.action.ref)


def grouped(rows: Iterable[ActionRow], by: GroupBy) -> tuple[ActionGroup, ...]:
    """Return the rows under their headings, the most late heading first, order kept inside."""
    missing = {
        GroupBy.OWNER: "No owner yet",
        GroupBy.BODY: "No accountable body yet",
        GroupBy.DRIVER: "No driver named",
        GroupBy.MEETING: "Not raised at a meeting",
    }
    heaps: dict[str, list[ActionRow]] = {}
    for row in rows:
        name: str = getattr(row, by.value)
        heaps.setdefault(name or missing[by], []).append(row)
    groups = (
        ActionGroup(title, tuple(heap), sum(row.standing is ActionStanding.LATE for row in heap))
        for title, heap in heaps.items()
    )
    return tuple(sorted(groups, key=lambda group: (-group.late, group.title)))
