"""Meetings: agenda, attendance, minutes and decisions."""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.rows import Row, choice


class MeetingState(StrEnum):
    """How far a meeting has come, in the order it comes."""

    PLANNED = "planned"
    AGENDA_ISSUED = "agenda issued"
    IN_SESSION = "in session"
    MINUTES_DRAFT = "minutes in draft"
    CIRCULATED = "minutes circulated"
    AGREED = "minutes agreed"
    SIGNED = "minutes signed"
    CANCELLED = "cancelled"
    """Before it began; it keeps its agenda and its papers, and a later meeting can take them."""

    @property
    def is_coming(self) -> bool:
        """Whether the meeting has not begun."""
        return self in {MeetingState.PLANNED, MeetingState.AGENDA_ISSUED}

    @property
    def is_held(self) -> bool:
        """Whether the meeting is over; one in session or cancelled is neither coming nor held."""
        return self.is_begun and self is not MeetingState.IN_SESSION

    @property
    def is_begun(self) -> bool:
        """Whether the meeting took place, or is doing so: neither to come nor cancelled."""
        return not self.is_coming and self is not MeetingState.CANCELLED

    @property
    def is_circulated(self) -> bool:
        """Whether the minutes are circulated, so that their words stay."""
        return self in {MeetingState.CIRCULATED, MeetingState.AGREED, MeetingState.SIGNED}

    @property
    def is_minuting(self) -> bool:
        """Whether the meeting has begun, and more can be recorded in its minutes."""
        return self in {MeetingState.IN_SESSION, MeetingState.MINUTES_DRAFT}

    @property
    def is_agreed(self) -> bool:
        """Whether the minutes are agreed as a true record."""
        return self in {MeetingState.AGREED, MeetingState.SIGNED}


class Purpose(StrEnum):
    """What an agenda item is for."""

    DECIDE = "decide"
    DISCUSS = "discuss"
    NOTE = "note"


class ItemTopic(StrEnum):
    """What an agenda item is about: the part of the board paper that it leads to."""

    NONE = "none"
    MINUTES = "minutes"
    POSITION = "position"
    ACTIONS = "actions"
    PERFORMANCE = "performance"
    DRIVERS = "drivers"
    SUB_GROUPS = "sub-groups"
    ESCALATION = "escalation"
    """What a group below the board cannot settle; the board paper says so under the group."""
    MEMBERSHIP = "membership"
    DATES = "dates"


class ItemReason(StrEnum):
    """Why an item stands on an agenda, where that was worked out from how things stood."""

    NOT_REACHED = "not reached"
    OPEN_ACTION = "open action"
    MINUTES_TO_AGREE = "minutes to agree"
    TERMS_REVIEW = "terms due for review"
    DECISION_REVIEW = "decision due for review"
    SIGNAL = "measure signalled"
    CANCELLED_MEETING = "meeting cancelled"
    INTEREST = "interest declared"


class Presence(StrEnum):
    """Who came for a seat."""

    PRESENT = "present"
    DEPUTY = "deputy"
    APOLOGIES = "apologies"
    ABSENT = "absent"


class DecisionState(StrEnum):
    """Whether a decision stands."""

    IN_FORCE = "in force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class Meeting(Row, table=True):
    """One meeting of a group."""

    group_id: UUID = Field(foreign_key="board_group.id", index=True)
    number: int = Field(ge=1)
    """Which meeting of the group it is, counted from 1."""
    held_on: date
    starts: time | None = None
    minutes_planned: int | None = None
    """How long the meeting is meant to last."""
    place: str = ""
    state: MeetingState = Field(default=MeetingState.PLANNED, sa_type=choice(MeetingState))
    cancelled_why: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """Why it does not take place; empty for all others."""
    series_id: UUID | None = Field(default=None, foreign_key="meeting_series.id")
    """The series that its date was proposed by; None where a person chose it."""

    def is_over(self, today: date) -> bool:
        """Tell whether a meeting is behind one: it was closed, or its day has gone.

        One that was held this morning is over, and one that is in session is not.
        A cancelled one is over on the day after it would have been.
        """
        return self.state.is_held or self.held_on < today


class AgendaItem(Row, table=True):
    """One item of an agenda."""

    __tablename__ = "agenda_item"

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    position: int
    title: str = Field(min_length=1, max_length=lengths.NAME)
    topic: ItemTopic = Field(default=ItemTopic.NONE, sa_type=choice(ItemTopic))
    purpose: Purpose = Field(default=Purpose.DISCUSS, sa_type=choice(Purpose))
    presenter_id: UUID | None = Field(default=None, foreign_key="person.id")
    minutes: int = Field(default=10, ge=0)
    standing: bool = False
    restricted: bool = False
    why: str = ""
    """Why the item is here, in a sentence of the secretariat's."""
    ask: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """What the meeting is asked to do, after "The board is asked to"."""
    reason: ItemReason | None = Field(default=None, sa_type=choice(ItemReason))
    """Why it was offered; None where a person thought of it or it is a standing item."""
    reason_id: UUID | None = None
    """The record that the reason is about, in the table that the reason names; an item for
    `NOT_REACHED` and `CANCELLED_MEETING`. What became of that record does not change the item."""
    added_late: bool = Field(default=False, sa_column_kwargs={"server_default": "0"})
    """Whether it was added once the agenda was issued, so that it takes no issued number."""
    begun_at: time | None = None
    """When the meeting turned to it; None where nobody recorded that."""
    ended_at: time | None = None
    restricted_why: str = Field(default="", sa_column_kwargs={"server_default": ""})
    restricted_audience: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """Who may read it: `judiciary and HMCTS`; empty where it is open."""
    restricted_until: date | None = None
    """The day from which it need not be restricted; None for as long as it stands."""


class Attendance(Row, table=True):
    """Who came to a meeting for a seat."""

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    seat_id: UUID = Field(foreign_key="seat.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    """The person appointed at the time; for a deputy, the one they came for."""
    presence: Presence = Field(sa_type=choice(Presence))
    deputy_name: str = ""
    arrived: time | None = None
    """When they came in, where that was after the start."""
    left: time | None = None
    """When they went, where that was before the end."""


class ItemAbsence(Row, table=True):
    """Someone who was at the meeting and out of the room for an item."""

    __tablename__ = "item_absence"

    item_id: UUID = Field(foreign_key="agenda_item.id", index=True)
    seat_id: UUID = Field(foreign_key="seat.id", index=True)
    why: str = ""
    """Why they stepped out: the interest that they had declared, or what they said."""


class MinuteNote(Row, table=True):
    """What the minutes say under an item."""

    __tablename__ = "minute_note"

    item_id: UUID = Field(foreign_key="agenda_item.id", index=True)
    position: int
    """Where it stands among the notes of its item, from 1."""
    text: str = Field(min_length=1)
    sequence: int | None = None
    """When it was recorded among all that is recorded under its item, from 1; None where that is
    not known: such a record comes first."""


class Decision(Row, table=True):
    """What a group decided."""

    ref: str = Field(unique=True, max_length=lengths.REFERENCE)
    group_id: UUID = Field(foreign_key="board_group.id", index=True)
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id")
    driver_id: UUID | None = Field(default=None, foreign_key="driver.id", index=True)
    measure_id: UUID | None = Field(default=None, foreign_key="measure.id")
    """The measure by which one will see whether it worked."""
    text: str = Field(min_length=1)
    reason: str = ""
    decided_on: date
    seats_in_room: int | None = None
    """How many seats that count were filled when it was made; None where that is not known."""
    state: DecisionState = Field(default=DecisionState.IN_FORCE, sa_type=choice(DecisionState))
    review_by: date | None = None
    restricted: bool = False
    """Whether it is restricted of itself; under a restricted item it is so anyway."""
    superseded_by_id: UUID | None = Field(default=None, foreign_key="decision.id")
    ended_on: date | None = None
    """When it was superseded or withdrawn; None while it stands, and where nobody recorded it."""
    ended_by: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """Who withdrew it, and where: `Board meeting 25`."""
    ended_why: str = Field(default="", sa_column_kwargs={"server_default": ""})
    sequence: int | None = None
    """When it was recorded under its item, as `MinuteNote` has it."""


NOT_ENDED: Mapping[str, date | str | None] = {"ended_on": None, "ended_by": "", "ended_why": ""}
"""What a decision in force says of its end."""
