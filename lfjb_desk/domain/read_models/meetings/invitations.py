"""An invitation to a meeting, and who gets what goes out before or after one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Entitled
from lfjb_desk.domain.formatting import count, listed
from lfjb_desk.domain.governance.groups import Office, SeatStanding

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from lfjb_desk.domain.governance.groups import Marking
    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.domain.read_models.governance.groups import SeatRow
    from lfjb_desk.domain.read_models.meetings.meetings import AgendaLine

LONGEST_ADDRESS = 254
"""Signs that an address can have, by RFC 5321."""


@dataclass(frozen=True)
class Invitee:
    """Somebody with a seat in the group on the day of the meeting."""

    name: str
    email: str
    """Empty where none is held, or one that no mail program could use."""
    office: Office
    standing: SeatStanding


@dataclass(frozen=True)
class Invitees:
    """Everybody with a seat, each once, in the order of the seats."""

    people: tuple[Invitee, ...]

    @classmethod
    def of(cls, seats: Iterable[SeatRow]) -> Invitees:
        """Return who sits in some seats; somebody in two of them comes once, by the first."""
        people: dict[UUID, Invitee] = {}
        for seat in seats:
            if seat.holder is None:
                continue
            person, office = seat.holder.person, seat.holder.appointment.office
            email = person.email.strip() if is_usable(person.email.strip()) else ""
            people.setdefault(person.id, Invitee(person.name, email, office, seat.seat.standing))
        return cls(tuple(people.values()))

    @property
    def reached(self) -> tuple[Invitee, ...]:
        """Those who have an address; of several who share one mailbox the first."""
        boxes: dict[str, Invitee] = {}
        for person in self.people:
            if person.email:
                boxes.setdefault(person.email.casefold(), person)
        return tuple(boxes.values())

    @property
    def secretary(self) -> Invitee | None:
        """The secretary of the group who has an address, or None."""
        written = (person for person in self.people if person.email)
        return next((each for each in written if each.office is Office.SECRETARIAT), None)

    def entitled(self, to: Entitled) -> Invitees:
        """Return those of them who may read a paper with restricted matter."""
        chair = {Office.CHAIR}
        offices = chair if to is Entitled.CHAIR else chair | {Office.SECRETARIAT}
        return Invitees(
            tuple(
                each
                for each in self.people
                if each.office in offices
                or (to is Entitled.MEMBERS and each.standing is SeatStanding.MEMBER)
            )
        )

    @property
    def missing_words(self) -> str:
        """Who has no address, in a sentence; empty where everybody has one."""
        names = tuple(person.name for person in self.people if not person.email)
        if not names:
            return ""
        if not self.reached:
            return "Nobody in this group has an e-mail address here that a mail program can use."
        people = count(len(names), "person", "people").capitalize()
        verb = "has" if len(names) == 1 else "have"
        return f"{people} {verb} no usable e-mail address here and {_left_out(names)}"


@dataclass(frozen=True)
class Invitation:
    """All that an invitation to a meeting, or its cancellation, says."""

    meeting: Meeting
    title: str
    area: str
    marking: Marking
    lines: tuple[AgendaLine, ...]
    """The agenda as every member may read it."""
    invitees: Invitees
    times_changed: int
    """How often day, time, place or length were changed since the meeting was added."""
    made_at: datetime

    @property
    def organiser(self) -> Invitee | None:
        """Who invites; without an address nobody can be answered, so then there is none."""
        return self.invitees.secretary


def is_usable(email: str) -> bool:
    """Tell whether a mail program can send to an address, such as `ann.lee@example.org`.

    Only plain letters and signs, one `@`, and nothing that would begin another address or header.
    """
    local, at, domain = email.partition("@")
    return (
        bool(local and at and domain)
        and len(email) <= LONGEST_ADDRESS
        and email.isascii()
        and email.isprintable()
        and not set(email) & set(' "(),:;<>[\\]')
        and "@" not in domain
        and all(local.split(".") + domain.split("."))
    )


def _left_out(names: tuple[str, ...]) -> str:
    return f"will not get it: {listed(names)}."
