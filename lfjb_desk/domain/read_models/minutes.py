"""Minutes as a reader needs them: who came, what was said, decided and agreed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.meetings import Presence

if TYPE_CHECKING:
    from lfjb_desk.domain.groups import Group, Seat
    from lfjb_desk.domain.meetings import AgendaItem, Attendance, Decision, Meeting, MinuteNote
    from lfjb_desk.domain.people import Organisation, Person
    from lfjb_desk.domain.read_models.actions import ActionRow


@dataclass(frozen=True)
class AttendanceRow:
    """One seat at a meeting: whose it is, who holds it, and who came."""

    seat: Seat
    organisation: Organisation
    person: Person | None
    """The one appointed when the mark was made, or on the day; None while it is vacant."""
    mark: Attendance | None
    """None while nobody has said who comes."""

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
        return holder or "Vacant"


@dataclass(frozen=True)
class Quorum:
    """Whether enough seats are filled in the room."""

    counted: int
    """Seats that count and are filled in the room."""
    seats: int
    """Seats that count."""
    needed: int | None
    """None while the group has agreed no quorum."""

    @property
    def met(self) -> bool | None:
        """Whether the quorum is met; None while there is no rule."""
        return None if self.needed is None else self.counted >= self.needed

    @property
    def words(self) -> str:
        """How it stands in words: `Quorum met: 9 of 14 seats, 7 needed`."""
        seats = f"{self.counted} of {count(self.seats, 'seat')}"
        if self.needed is None:
            return f"No quorum agreed yet: {seats}"
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


@dataclass(frozen=True)
class MinutedItem:
    """One agenda item with all that was recorded under it."""

    item: AgendaItem
    number: int
    presenter: str
    notes: tuple[MinuteNote, ...]
    decisions: tuple[DecisionRow, ...]
    actions: tuple[ActionRow, ...]

    @property
    def recorded(self) -> bool:
        """Whether anything was recorded under the item."""
        return bool(self.notes or self.decisions or self.actions)


@dataclass(frozen=True)
class MattersArising:
    """What the last meeting left: its decisions, and the actions that are open since before."""

    last: Meeting | None
    last_label: str
    decisions: tuple[DecisionRow, ...]
    actions: tuple[ActionRow, ...]


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

    @property
    def settled(self) -> bool:
        """Whether the minutes are agreed, so that their words stay."""
        return self.meeting.state.is_settled


def quorum_of(group: Group, rows: tuple[AttendanceRow, ...]) -> Quorum:
    """Return how the quorum of a group stands with the marks made so far."""
    counting = [row for row in rows if row.seat.counts_for_quorum]
    return Quorum(sum(row.here for row in counting), len(counting), group.quorum)
