"""What a group brings to the one above it: its return, and what it cannot settle itself."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.meetings.meetings import ItemTopic, Purpose
from lfjb_desk.domain.rows import Row, choice


class StandingItem(Row, table=True):
    """An item that a group has on each of its agendas, in place of the usual ones."""

    __tablename__ = "standing_item"

    group_id: UUID = Field(foreign_key="board_group.id", index=True)
    position: int = Field(ge=1)
    title: str = Field(min_length=1, max_length=lengths.NAME)
    topic: ItemTopic = Field(default=ItemTopic.NONE, sa_type=choice(ItemTopic))
    purpose: Purpose = Field(default=Purpose.DISCUSS, sa_type=choice(Purpose))
    minutes: int = Field(default=10, ge=0)


class PointKind(StrEnum):
    """What a point of a return is for."""

    DONE = "done"
    DECIDE = "to decide"
    NOTE = "to note"
    ESCALATE = "to escalate"
    FIGURE = "figure"


class GroupReturn(Row, table=True):
    """A group's one-page return to a meeting of the group above it.

    Its id is the export id that the Word file carries.
    """

    __tablename__ = "group_return"

    group_id: UUID = Field(foreign_key="board_group.id", index=True)
    """The group that returns it."""
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    """The meeting of the group above that it is for."""
    sent_on: date
    back_by: date
    returned_on: date | None = None
    """None until it was read in."""
    file_name: str = ""
    sha256: str = Field(default="", max_length=lengths.DIGEST)


class ReturnPoint(Row, table=True):
    """One point of a return."""

    __tablename__ = "return_point"

    return_id: UUID = Field(foreign_key="group_return.id", index=True)
    position: int = Field(ge=1)
    kind: PointKind = Field(sa_type=choice(PointKind))
    text: str = Field(min_length=1)
    item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id")
    """The item that it became on the agenda above; None where it is only told."""


class Escalation(Row, table=True):
    """A question that a group put to a body above it; it stands until it is answered."""

    area_id: UUID = Field(foreign_key="dfj_area.id", index=True)
    group_id: UUID = Field(foreign_key="board_group.id", index=True)
    """The group that asks."""
    to_group_id: UUID | None = Field(default=None, foreign_key="board_group.id")
    """The group that is asked; None where it is outside the area."""
    to_body: str = ""
    """Who is asked outside the area: `Family Justice Board`; empty for a group."""
    question: str = Field(min_length=1)
    raised_on: date
    answer_by: date | None = None
    action_id: UUID | None = Field(default=None, foreign_key="action.id")
    """The action that it is about."""
    point_id: UUID | None = Field(default=None, foreign_key="return_point.id")
    """The point of a return that it came with."""
    item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id")
    """The item of the agenda above that takes it up."""
    answer: str = ""
    answered_on: date | None = None
    answered_by: str = ""
    """Who answered, and where: `Board meeting 25`."""
