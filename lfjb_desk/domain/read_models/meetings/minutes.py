"""Minutes as a reader needs them: who came, what was said, decided and agreed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.meetings.meetings import MinuteNote, Presence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time
    from uuid import UUID

    from lfjb_desk.domain.actions import ActionStatus
    from lfjb_desk.domain.governance.groups import Group, Seat
    from lfjb_desk.domain.governance.people import Organisation, Person
    from lfjb_desk.domain.meetings.meetings import (
        AgendaItem,
        Attendance,
        Decision,
        DecisionState,
        Meeting,
    )
    from lfjb_desk.domain.meetings.minutes import (
        CirculatedMinutes,
        MinutesAgreement,
        MinutesCorrection,
    )
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.meetings.meetings import NextDate


@dataclass(frozen=True)
class AttendanceRow:
    """One seat at a meeting: whose it is, who holds it, and who came."""

    seat: Seat
    organisation: Organisation
    person: Person | None
    """The one appointed when the mark was made, or on the day; None while it is vacant."""
    mark: Attendance | None
    """None while nobody has said who comes."""
    vacant_since: date | None = None
    """Since when the seat was empty on the day; None while it is filled, or nobody has said."""
    unnamed: bool = False
    """Whether somebody sat in it whom the desk cannot name: the seat fell empty later."""

    @property
    def presence(self) -> Presence | None:
        """Who came, or None while it is not recorded."""
        return self.mark.presence if self.mark else None

    @property
    def here(self) -> bool:
        """Whether the seat is filled in the room, by its holder or a deputy."""
        return self.presence in {Presence.PRESENT, Presence.DEPUTY}

    @property
    def expected(self) -> bool:
        """Whether someone holds the seat and nothing is recorded of them yet."""
        return self.mark is None and self.person is not None

    @property
    def who(self) -> str:
        """The name that the minutes give: `Ann Lee for Helen Marsh`, or `Vacant`."""
        holder = self.person.name if self.person else ""
        if self.mark is not None and self.mark.presence is Presence.DEPUTY:
            deputy = self.mark.deputy_name
            return f"{deputy} for {holder}" if holder else deputy
        if not holder and self.unnamed:
            return "Not known"
        return holder or "Vacant"

    @property
    def vacant(self) -> bool:
        """Whether nobody sat in the seat on the day, and nobody came for it."""
        return self.person is None and self.mark is None and not self.unnamed


@dataclass(frozen=True)
class Quorum:
    """Whether enough seats are filled in the room."""

    counted: int
    """Seats that count and are filled in the room."""
    seats: int
    """Seats that count."""
    needed: int | None
    """None while the group has agreed no quorum."""
    recorded: bool = True
    """Whether it is recorded of any seat who came; else nothing is known of the quorum."""
    is_held: bool = False
    """Whether the meeting is over, so that nobody else will come."""

    @property
    def met(self) -> bool | None:
        """Whether the quorum is met; None while there is no rule, or nobody is recorded."""
        if self.needed is None or not self.recorded:
            return None
        return self.counted >= self.needed

    @property
    def words(self) -> str:
        """How it stands in words: `Quorum met: 9 of 14 seats, 7 needed`."""
        if not self.recorded and self.is_held:
            return "Attendance is not recorded, so it is not known whether there was a quorum"
        seats = f"{self.counted} of {count(self.seats, 'seat')}"
        if self.needed is None:
            return f"No quorum agreed yet: {seats}"
        if not self.recorded:
            return f"Attendance is not recorded yet: {seats}, {self.needed} needed"
        return f"Quorum {'met' if self.met else 'not met'}: {seats}, {self.needed} needed"


@dataclass(frozen=True)
class DecisionRow:
    """One decision with its names; an empty name means none is given."""

    decision: Decision
    meeting: str
    item: str
    driver: str
    superseded_by: str
    """The ref of the decision that replaced it."""
    actions: tuple[str, ...]
    """The refs of the actions that carry it out."""
    restricted: bool = False
    """Whether it is restricted, itself or by its item."""


@dataclass(frozen=True)
class MinutedItem:
    """One agenda item with all that was recorded under it."""

    item: AgendaItem
    number: str
    """As `item_numbers` gives it."""
    presenter: str
    notes: tuple[MinuteNote, ...]
    decisions: tuple[DecisionRow, ...]
    actions: tuple[ActionRow, ...]
    withheld: bool = False
    """Whether the reader may not see what it is about, nor what was recorded."""

    @property
    def recorded(self) -> bool:
        """Whether anything was recorded under the item."""
        return bool(self.notes or self.decisions or self.actions)

    @property
    def discussed(self) -> tuple[MinuteNote | DecisionRow | ActionRow, ...]:
        """All that was recorded, in the order of the discussion.

        Where that is not known notes come first, then decisions, then actions. Notes that were
        moved among themselves take one another's places.
        """
        everything: list[tuple[int | None, MinuteNote | DecisionRow | ActionRow]] = [
            *((note.sequence, note) for note in self.notes),
            *((row.decision.sequence, row) for row in self.decisions),
            *((row.action.sequence, row) for row in self.actions),
        ]
        everything.sort(key=lambda placed: placed[0] or 0)
        notes = iter(self.notes)
        return tuple(
            next(notes) if isinstance(record, MinuteNote) else record for _, record in everything
        )


@dataclass(frozen=True)
class MattersArising:
    """What the last meeting left: its decisions, and the actions that are open since before."""

    last: Meeting | None
    last_label: str
    decisions: tuple[DecisionRow, ...]
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True)
class LaterAction:
    """What became of an action after its meeting; None and empty where all is as it was."""

    due: date | None = None
    """The day that it was moved to."""
    status: ActionStatus | None = None
    """How it was closed."""
    closed_on: date | None = None
    title: str = ""
    owner: str = ""
    """Somebody else, who owns it now."""
    body: str = ""
    """Another body, which answers for it now."""


@dataclass(frozen=True)
class LaterDecision:
    """What became of a decision after its meeting; None and empty where all is as it was."""

    state: DecisionState | None = None
    superseded_by: str = ""
    """The ref of the decision that replaced it."""
    superseded_by_id: UUID | None = None
    review_by: date | None = None
    """Another day for its review."""


@dataclass(frozen=True)
class Renamed:
    """A person, body or group that the minutes know by an earlier name."""

    was: str
    now: str


@dataclass(frozen=True)
class LaterEvents:
    """What happened after the meeting to what its minutes tell: shown beside them, as later."""

    actions: Mapping[UUID, LaterAction] = field(default_factory=dict)
    """By the action; those without a later fact are left out."""
    decisions: Mapping[UUID, LaterDecision] = field(default_factory=dict)
    """By the decision, in the same way."""
    renamed: tuple[Renamed, ...] = ()


@dataclass(frozen=True)
class MinutesHistory:
    """What became of minutes from circulation on."""

    kept: CirculatedMinutes | None = None
    """As they were circulated; None in draft, and where the desk did not yet keep them."""
    sound: bool = True
    """False where what is kept is not what was circulated: it was altered outside the desk."""
    earlier: tuple[CirculatedMinutes, ...] = ()
    """Versions that were taken back to draft, the oldest first."""
    agreement: MinutesAgreement | None = None
    corrections: tuple[MinutesCorrection, ...] = ()
    """In the order noted."""
    later: LaterEvents = LaterEvents()

    @property
    def as_of(self) -> date | None:
        """The day from which they read as they do: of circulation, agreement or a correction."""
        if self.kept is None:
            return None
        agreed = self.agreement
        known = [agreed.agreed_on, agreed.signed_on] if agreed else []
        days = [self.kept.circulated_on, *(each.noted_on for each in self.corrections)]
        return max([*days, *(day for day in known if day is not None)])


@dataclass(frozen=True)
class MinutesView:
    """A meeting as its minutes tell it."""

    meeting: Meeting
    group: Group
    label: str
    attendance: tuple[AttendanceRow, ...]
    quorum: Quorum
    items: tuple[MinutedItem, ...]
    loose_decisions: tuple[DecisionRow, ...]
    """Decisions under no item."""
    loose_actions: tuple[ActionRow, ...]
    """Actions under no item."""
    arising: MattersArising
    chair: str = ""
    """Who chaired the group on the day: name, post and body."""
    secretary: str = ""
    ends: time | None = None
    """When the agenda ends; None while the meeting has no starting time."""
    dates: tuple[NextDate, ...] = ()
    """The next meetings, where they were asked for."""
    history: MinutesHistory = MinutesHistory()

    @property
    def decisions(self) -> tuple[DecisionRow, ...]:
        """All decisions, in the order of the items, those under none last."""
        under_items = (row for item in self.items for row in item.decisions)
        return (*under_items, *self.loose_decisions)

    @property
    def actions(self) -> tuple[ActionRow, ...]:
        """All actions, in the same order."""
        return (*(row for item in self.items for row in item.actions), *self.loose_actions)

    @property
    def settled(self) -> bool:
        """Whether the minutes are circulated, so that their words stay."""
        return self.meeting.state.is_circulated


def quorum_of(group: Group, meeting: Meeting, rows: tuple[AttendanceRow, ...]) -> Quorum:
    """Return how the quorum of a group stands at a meeting with the marks made so far."""
    counting = [row for row in rows if row.seat.counts_for_quorum]
    return Quorum(
        counted=sum(row.here for row in counting),
        seats=len(counting),
        needed=group.quorum,
        recorded=any(row.mark is not None for row in rows),
        is_held=meeting.state.is_held,
    )
