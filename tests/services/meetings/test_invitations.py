"""Invitations to meetings as a calendar program reads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import Change, RuleError, added, edited
from lfjb_desk.domain.governance.groups import Appointment, Group, Marking, Office, Seat
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.domain.read_models.meetings.invitations import is_usable
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.calendar_text import calendar_text
from lfjb_desk.services.meetings.invitations import InvitationService
from lfjb_desk.services.meetings.meetings import MeetingService
from tests.services.meetings.calendar_reading import Component, read_calendar

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from tests.services.conftest import Board

NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
LONG_NAME = "Professor Dr. Änne-Sophie Größenwahn-Łukaszewicz de la Fontaine y Muñoz-O'Hara, KC"


@dataclass(frozen=True)
class Inviting:
    """A board whose secretary has an address, and ways to invite to its meeting."""

    board: Board
    grace: UUID

    @property
    def service(self) -> InvitationService:
        return InvitationService(self.board.database)

    def move(self, **fields: object) -> Change:
        meetings = MeetingService(self.board.database)
        return self.board.write(meetings.edit(self.board.meeting, **fields))  # type: ignore[arg-type]

    def calendar(self, *, cancelled: bool = False) -> Component:
        made = self.service.invitation(self.board.meeting, NOW)
        return read_calendar(calendar_text(made, cancelled=cancelled))

    def event(self, *, cancelled: bool = False) -> Component:
        return self.calendar(cancelled=cancelled).part("VEVENT")

    def write_to(self, person_id: UUID, **fields: object) -> None:
        with self.board.database.session() as session:
            person = session.get_one(Person, person_id)
        self.board.write(Change("Mend", (edited(person, **fields),)))


@pytest.fixture
def inviting(board: Board) -> Inviting:
    grace = Person(
        name="Grace Finch", organisation_id=board.court_service, email="grace@example.org"
    )
    seat = Seat(
        group_id=board.group, organisation_id=board.court_service, title="Secretary", position=3
    )
    term = Appointment(
        seat_id=seat.id, person_id=grace.id, office=Office.SECRETARIAT, starts=date(2025, 1, 1)
    )
    board.write(Change("Seat", (added(grace), added(seat), added(term))))
    made = Inviting(board, grace.id)
    made.write_to(board.tom, email="tom@example.org")
    made.write_to(board.helen, email="helen@example.org", name=LONG_NAME)
    agenda = AgendaService(board.database)
    board.write(agenda.add(board.meeting, "Welcome, apologies; and more"))
    board.write(agenda.add(board.meeting, "The dismissal of a judge", restricted=True, why="Grave"))
    return made


def test_an_invitation_says_what_the_meeting_is(inviting: Inviting) -> None:
    calendar = inviting.calendar()
    assert calendar.one("VERSION").value == "2.0"
    assert calendar.one("METHOD").value == "REQUEST"
    zone, event = calendar.part("VTIMEZONE"), calendar.part("VEVENT")
    assert zone.one("TZID").value == "Europe/London"
    assert event.one("UID").value == f"{inviting.board.meeting}@lfjb-desk"
    assert event.one("SEQUENCE").value == "0"
    assert event.one("DTSTAMP").value == "20261123T091400Z"
    assert event.one("SUMMARY").text == "Board meeting 23, Essex"
    assert event.one("LOCATION").text == "Chelmsford"
    assert event.one("STATUS").value == "CONFIRMED"
    starts, ends = event.one("DTSTART"), event.one("DTEND")
    assert (starts.value, starts.parameters) == ("20261203T100000", {"TZID": "Europe/London"})
    assert (ends.value, ends.parameters) == ("20261203T123000", {"TZID": "Europe/London"})


def test_everybody_with_a_seat_and_an_address_is_asked(inviting: Inviting) -> None:
    event = inviting.event()
    assert event.one("ORGANIZER").value == "mailto:grace@example.org"
    asked = [(each.parameters["CN"], each.value) for each in event.all("ATTENDEE")]
    assert asked == [
        ("Tom Aldous", "mailto:tom@example.org"),
        (LONG_NAME, "mailto:helen@example.org"),
        ("Grace Finch", "mailto:grace@example.org"),
    ]
    chair, member, secretary = event.all("ATTENDEE")
    assert (chair.parameters["ROLE"], chair.parameters["RSVP"]) == ("CHAIR", "TRUE")
    assert member.parameters["ROLE"] == "REQ-PARTICIPANT"
    assert secretary.parameters["PARTSTAT"] == "ACCEPTED"
    assert "RSVP" not in secretary.parameters


def test_a_restricted_item_is_not_named_and_the_marking_stands_first(inviting: Inviting) -> None:
    event = inviting.event()
    assert event.one("DESCRIPTION").text == (
        "OFFICIAL-SENSITIVE\n\nAgenda\n1. Welcome, apologies; and more, 10am\n"
        "2. Restricted item, 10:10am\n\nFor the Essex Local Family Justice Board"
    )
    assert event.one("CLASS").value == "CONFIDENTIAL"
    made = inviting.service.invitation(inviting.board.meeting, NOW)
    text = calendar_text(made).replace(b"\r\n ", b"")
    assert b"dismissal" not in text
    assert b"Grave" not in text
    name = inviting.service.file_name(made)
    assert name == "OFFICIAL-SENSITIVE, Invitation, Board meeting 23, Essex, 2026-12-03.ics"


def test_an_open_group_invites_without_a_marking(inviting: Inviting) -> None:
    with inviting.board.database.session() as session:
        group = session.get_one(Group, inviting.board.group)
    inviting.board.write(Change("Lower", (edited(group, marking=Marking.OFFICIAL),)))
    event = inviting.event()
    assert event.one("DESCRIPTION").text.startswith("Agenda\n")
    assert not event.all("CLASS")


def test_each_move_makes_the_invitation_newer_and_keeps_what_it_is(inviting: Inviting) -> None:
    first = inviting.event()
    moved = inviting.move(held_on=date(2026, 12, 10), starts=time(14))
    second = inviting.event()
    assert second.one("UID").value == first.one("UID").value
    assert second.one("SEQUENCE").value == "2"
    assert second.one("DTSTART").value == "20261210T140000"
    inviting.board.undo(moved)
    assert inviting.event().one("SEQUENCE").value == "4"
    inviting.move(place="Ipswich")
    inviting.move(minutes_planned=60)
    assert inviting.event().one("SEQUENCE").value == "8"


def test_what_is_not_in_the_calendar_makes_no_newer_invitation(inviting: Inviting) -> None:
    inviting.move(number=24)
    inviting.board.write(
        MeetingService(inviting.board.database).move_to(
            inviting.board.meeting, MeetingState.AGENDA_ISSUED
        )
    )
    other = MeetingService(inviting.board.database).add(inviting.board.group, date(2027, 3, 4))
    inviting.board.write(other)
    event = inviting.event()
    assert event.one("SEQUENCE").value == "0"
    assert event.one("SUMMARY").text == "Board meeting 24, Essex"


def test_a_cancellation_follows_its_invitation_and_precedes_the_next(inviting: Inviting) -> None:
    inviting.move(held_on=date(2026, 12, 10))
    calendar = inviting.calendar(cancelled=True)
    event = calendar.part("VEVENT")
    assert calendar.one("METHOD").value == "CANCEL"
    assert event.one("STATUS").value == "CANCELLED"
    assert event.one("UID").value == f"{inviting.board.meeting}@lfjb-desk"
    assert event.one("SEQUENCE").value == "3"
    assert event.one("DESCRIPTION").text == (
        "OFFICIAL-SENSITIVE\n\nThis meeting is cancelled.\n\n"
        "For the Essex Local Family Justice Board"
    )
    assert all("RSVP" not in each.parameters for each in event.all("ATTENDEE"))
    assert len(event.all("ATTENDEE")) == 3
    inviting.move(held_on=date(2026, 12, 17))
    assert inviting.event().one("SEQUENCE").value == "4"


def test_without_a_secretary_it_is_an_entry_that_asks_nobody(inviting: Inviting) -> None:
    inviting.write_to(inviting.grace, email="")
    calendar = inviting.calendar()
    assert calendar.one("METHOD").value == "PUBLISH"
    assert not calendar.part("VEVENT").all("ORGANIZER")
    assert not calendar.part("VEVENT").all("ATTENDEE")
    made = inviting.service.invitation(inviting.board.meeting, NOW)
    nameless, entry = inviting.service.lacks(made)
    assert nameless == (
        "1 person has no usable e-mail address here and will not get it: Grace Finch."
    )
    assert entry == (
        "Nobody of the secretariat has a seat and an e-mail address here, so it is an entry for a "
        "calendar that names no one and asks for no answer."
    )


def test_without_any_address_it_says_so_once(board: Board) -> None:
    service = InvitationService(board.database)
    made = service.invitation(board.meeting, NOW)
    assert service.lacks(made) == (
        "Nobody in this group has an e-mail address here that a mail program can use.",
    )
    assert read_calendar(calendar_text(made)).one("METHOD").value == "PUBLISH"


def test_a_meeting_without_a_start_takes_the_whole_day(inviting: Inviting) -> None:
    inviting.move(starts=None)
    calendar = inviting.calendar()
    event = calendar.part("VEVENT")
    assert not [part for part in calendar.parts if part.name == "VTIMEZONE"]
    starts, ends = event.one("DTSTART"), event.one("DTEND")
    assert (starts.value, starts.parameters) == ("20261203", {"VALUE": "DATE"})
    assert (ends.value, ends.parameters) == ("20261204", {"VALUE": "DATE"})
    made = inviting.service.invitation(inviting.board.meeting, NOW)
    assert inviting.service.lacks(made) == (
        "The meeting has no start yet, so it takes the whole day.",
    )


def test_a_meeting_without_a_length_has_no_end_and_says_so(inviting: Inviting) -> None:
    inviting.move(minutes_planned=None)
    assert not inviting.event().all("DTEND")
    made = inviting.service.invitation(inviting.board.meeting, NOW)
    assert inviting.service.lacks(made) == ("The meeting has no length yet, so it has no end.",)
    assert inviting.service.lacks(made, cancelled=True) == ()


def test_a_long_evening_ends_on_the_next_day(inviting: Inviting) -> None:
    inviting.move(starts=time(23), minutes_planned=90)
    assert inviting.event().one("DTEND").value == "20261204T003000"


@pytest.mark.parametrize("state", [MeetingState.IN_SESSION, MeetingState.MINUTES_DRAFT])
def test_nobody_is_invited_to_a_meeting_that_has_begun(
    inviting: Inviting, state: MeetingState
) -> None:
    inviting.board.bring_to(state)
    with pytest.raises(RuleError, match="is not to come any more"):
        inviting.service.invitation(inviting.board.meeting, NOW)


def test_nobody_is_invited_to_a_day_that_has_gone(inviting: Inviting) -> None:
    on_the_day, after = datetime(2026, 12, 3, 9, tzinfo=UTC), datetime(2026, 12, 4, 9, tzinfo=UTC)
    made = inviting.service.invitation(inviting.board.meeting, on_the_day)
    assert made.title == "Board meeting 23, Essex"
    with pytest.raises(RuleError, match="Board meeting 23 of 3 December 2026"):
        inviting.service.invitation(inviting.board.meeting, after)


def test_the_file_is_put_in_place_whole(inviting: Inviting, tmp_path: Path) -> None:
    out = tmp_path / "invitation.ics"
    out.write_bytes(b"old")
    made = inviting.service.invitation(inviting.board.meeting, NOW)
    inviting.service.save(made, out)
    assert read_calendar(out.read_bytes()).one("METHOD").value == "REQUEST"


@pytest.mark.parametrize(
    "email",
    [
        "",
        "nobody",
        "a@b@c.org",
        "ann@example.org\r\nBcc: x@example.org",
        "ann@example.org, ben@example.org",
        "änne@example.org",
        "ann..lee@example.org",
        "ann@example.org;RSVP=TRUE",
        '"ann"@example.org',
        f"{'a' * 250}@example.org",
    ],
)
def test_an_address_that_no_mail_program_takes_is_none(email: str) -> None:
    assert not is_usable(email)


def test_usual_addresses_are_taken() -> None:
    assert is_usable("ann.lee+board@mail.example.org")
    assert is_usable("o'hara_1@example.org")
