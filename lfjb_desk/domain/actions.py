"""Actions: what was agreed, who owns it, who answers for it, and by when."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.rows import Row, choice

SOON = 14
"""Days before the due date from which an action counts as due soon."""


class ActionStatus(StrEnum):
    """Where an action stands."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    BLOCKED = "blocked"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self not in CLOSED


CLOSED = frozenset({ActionStatus.DONE, ActionStatus.DROPPED})
"""How an action stands that needs nothing more."""


class EvidenceKind(StrEnum):
    """What shows that an action was done."""

    TEXT = "text"
    LINK = "link"
    FILE = "file"


class WouldRepeat(StrEnum):
    """Whether those who did it would do it again."""

    YES = "yes"
    WITH_CHANGES = "with changes"
    NO = "no"


class ActionStanding(StrEnum):
    """How an action stands on a given day, as the reader needs it."""

    LATE = "late"
    SOON = "due soon"
    ON_TIME = "on time"
    ON_HOLD = "on hold"
    DONE = "done"
    DROPPED = "dropped"


class Action(Row, table=True):
    """One agreed action."""

    ref: str = Field(unique=True, max_length=lengths.REFERENCE)
    group_id: UUID = Field(foreign_key="board_group.id", index=True)
    title: str = Field(min_length=1, max_length=lengths.ACTION)
    owner_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    accountable_id: UUID | None = Field(default=None, foreign_key="organisation.id", index=True)
    meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id", index=True)
    """The meeting where it was raised."""
    item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id")
    decision_id: UUID | None = Field(default=None, foreign_key="decision.id")
    driver_id: UUID | None = Field(default=None, foreign_key="driver.id", index=True)
    """The driver of delay that it is meant to move."""
    measure_id: UUID | None = Field(default=None, foreign_key="measure.id")
    """The measure by which one will see whether it worked."""
    project_id: UUID | None = Field(default=None, foreign_key="project.id")
    raised_on: date
    original_due: date
    due: date
    status: ActionStatus = Field(default=ActionStatus.OPEN, sa_type=choice(ActionStatus))
    closed_on: date | None = None
    outcome: str = ""
    blocked_by: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """What it waits for while it is blocked; empty otherwise."""
    sleeping_until: date | None = None
    restricted: bool = False
    """Whether it is restricted of itself; under a restricted item or decision it is so anyway."""
    sequence: int | None = None
    """When it was recorded under its item, as `MinuteNote` has it."""

    def standing(self, today: date) -> ActionStanding:
        """Return how the action stands on a day."""
        if self.status is ActionStatus.DONE:
            return ActionStanding.DONE
        if self.status is ActionStatus.DROPPED:
            return ActionStanding.DROPPED
        if self.sleeping_until is not None and self.sleeping_until > today:
            return ActionStanding.ON_HOLD
        if self.due < today:
            return ActionStanding.LATE
        return ActionStanding.SOON if (self.due - today).days <= SOON else ActionStanding.ON_TIME

    def days_late(self, today: date) -> int:
        """Return by how many days the action is past its due date; 0 when it is not late."""
        return (today - self.due).days if self.standing(today) is ActionStanding.LATE else 0


class ActionUpdate(Row, table=True):
    """One line of an action's history: added to, never altered."""

    __tablename__ = "action_update"

    action_id: UUID = Field(foreign_key="action.id", index=True)
    noted_at: datetime
    text: str = ""
    agreed_by: str = ""
    """Who agreed it and where: `Board 22, 9 July 2026`, `chair, 13 May 2026`."""
    due_before: date | None = None
    due_after: date | None = None
    status_before: ActionStatus | None = Field(default=None, sa_type=choice(ActionStatus))
    status_after: ActionStatus | None = Field(default=None, sa_type=choice(ActionStatus))

    @property
    def moves(self) -> bool:
        """Whether it moves the due date."""
        before, after = self.due_before, self.due_after
        return before is not None and after is not None and before != after


class ActionEvidence(Row, table=True):
    """One thing that shows what came of an action."""

    __tablename__ = "action_evidence"

    action_id: UUID = Field(foreign_key="action.id", index=True)
    kind: EvidenceKind = Field(sa_type=choice(EvidenceKind))
    text: str = Field(min_length=1)
    """What it is in words; for a link its address, for a file what it is called."""
    file_id: UUID | None = Field(default=None, foreign_key="kept_file.id")
    """The file; None for words and links."""
    noted_on: date


class LearningNote(Row, table=True):
    """What a board learnt from an action that was done."""

    __tablename__ = "learning_note"

    action_id: UUID = Field(foreign_key="action.id", unique=True)
    done: str = Field(min_length=1)
    """What was done, in a few sentences that another board can follow."""
    figures: str = ""
    """What the figure did before and after, in the words of its chart on the day of the note."""
    repeat: WouldRepeat = Field(sa_type=choice(WouldRepeat))
    repeat_why: str = ""
    noted_on: date
