"""Groups: the board, its sub-groups, their seats and who sits in them."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.rows import Row, choice


class GroupKind(StrEnum):
    """What sort of group it is."""

    BOARD = "board"
    SUB_GROUP = "sub-group"
    TASK_AND_FINISH = "task and finish group"


class SeatStanding(StrEnum):
    """How a seat takes part."""

    MEMBER = "member"
    OBSERVER = "observer"
    IN_ATTENDANCE = "in attendance"


class Office(StrEnum):
    """What a person does in the seat."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    SECRETARIAT = "secretariat"
    MEMBER = "member"
    DEPUTY = "deputy"


class Marking(StrEnum):
    """The protective marking that a group's papers carry."""

    OFFICIAL = "OFFICIAL"
    OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE"

    @property
    def is_sensitive(self) -> bool:
        """Whether a file that carries it says so in its name."""
        return self is not Marking.OFFICIAL

    @staticmethod
    def highest(markings: Iterable["Marking"]) -> "Marking":
        """Return the highest of some markings; of none the lowest that there is."""
        return max(markings, key=tuple(Marking).index, default=Marking.OFFICIAL)


class Group(Row, table=True):
    """A board or one of the groups under it."""

    __tablename__ = "board_group"

    area_id: UUID = Field(foreign_key="dfj_area.id", index=True)
    parent_id: UUID | None = Field(default=None, foreign_key="board_group.id", index=True)
    kind: GroupKind = Field(sa_type=choice(GroupKind))
    name: str = Field(min_length=1, max_length=lengths.NAME)
    purpose: str = ""
    carried_by: Office | None = Field(default=None, sa_type=choice(Office))
    """For a sub-group: which office carries its business to the parent."""
    quorum: int | None = None
    """How many seats that count must be filled in the room; None until it is agreed."""
    marking: Marking = Field(default=Marking.OFFICIAL_SENSITIVE, sa_type=choice(Marking))
    closed_on: date | None = None
    sample: bool = False
    """True for the sample board, whose people and actions are invented."""


class Seat(Row, table=True):
    """A place that an organisation holds in a group; vacant while nobody is appointed."""

    group_id: UUID = Field(foreign_key="board_group.id", index=True)
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    title: str = Field(min_length=1, max_length=lengths.NAME)
    standing: SeatStanding = Field(default=SeatStanding.MEMBER, sa_type=choice(SeatStanding))
    counts_for_quorum: bool = True
    position: int = 0
    vacant_since: date | None = None
    """When the seat was made or last fell empty, as far as anyone has said."""


class Appointment(Row, table=True):
    """A person in a seat, from a day until another."""

    seat_id: UUID = Field(foreign_key="seat.id", index=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    office: Office = Field(default=Office.MEMBER, sa_type=choice(Office))
    starts: date
    ends: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether the person sits in the seat on a day."""
        return self.starts <= day and (self.ends is None or day <= self.ends)
