"""Groups as a reader needs them: the tree, who sits where, and which seats are empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.governance.groups import Appointment, Group, Office, Seat
    from lfjb_desk.domain.governance.people import Organisation, Person


@dataclass(frozen=True)
class SeatHolder:
    """A person appointed to a seat."""

    appointment: Appointment
    person: Person


@dataclass(frozen=True)
class SeatRow:
    """One seat on a day: whose it is, who sits in it, or since when it is empty."""

    seat: Seat
    organisation: Organisation
    holder: SeatHolder | None
    """The one who sits; None while the seat is vacant."""
    deputies: tuple[SeatHolder, ...]
    vacant_since: date | None
    """None when the seat is filled, or when nobody has said since when it is empty."""
    meetings_missed: int | None
    """Meetings held since it fell empty; None when filled or when the day is not known."""

    @property
    def vacant(self) -> bool:
        """Whether nobody sits in it."""
        return self.holder is None

    @property
    def name(self) -> str:
        """The name of the one who sits, or `Vacant`."""
        return self.holder.person.name if self.holder else "Vacant"

    @property
    def office(self) -> Office | None:
        """What the one who sits does."""
        return self.holder.appointment.office if self.holder else None


@dataclass(frozen=True)
class Approver:
    """Somebody who may agree to a lower marking, by the office they hold."""

    person_id: UUID
    name: str
    office: Office
    group: str

    @property
    def words(self) -> str:
        """Who they are: `Helen Marsh, chair of the Public law group`."""
        return f"{self.name}, {self.office.value} of {self.group}"


@dataclass(frozen=True)
class GroupNode:
    """A group with the groups under it, and what its line in the tree says."""

    group: Group
    seats: int
    vacant: int
    chair: str
    """The name of its chair; empty while there is none."""
    carrier: str
    """The name of the one who carries its business to the parent; empty while there is none."""
    children: tuple[GroupNode, ...]


def holder_of(seats: Iterable[SeatRow], office: Office) -> str:
    """Return who holds an office, with post and body; empty when nobody does."""
    for seat in seats:
        if seat.office is office and seat.holder is not None:
            person = seat.holder.person
            parts = (person.name, person.post, seat.organisation.name)
            return ", ".join(part for part in parts if part)
    return ""
