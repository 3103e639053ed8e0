"""The text of a calendar file (RFC 5545, RFC 5546), which any calendar program opens.

A library for calendars would bring a time zone database with it, for one event with one zone.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

from lfjb_desk.domain.common.visible import visible
from lfjb_desk.domain.formatting import clock
from lfjb_desk.domain.governance.groups import Office, SeatStanding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.domain.read_models.meetings.invitations import Invitation, Invitee
    from lfjb_desk.domain.read_models.meetings.meetings import AgendaLine

LONGEST_LINE = 75
"""Octets of a line without its end; what is longer goes on after a line break and a blank."""
LINE_END = "\r\n"
ZONE_NAME = "Europe/London"

ZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE_NAME}",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T010000",
    "TZNAME:BST",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T020000",
    "TZNAME:GMT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""The hours of England and Wales as they have been since 1996, so that no other table is needed."""

_UNQUOTABLE = re.compile(r'["\r\n\t]+')


def calendar_text(invitation: Invitation, *, cancelled: bool = False) -> bytes:
    """Return an invitation, or the cancellation of a meeting, as the bytes of an `.ics` file.

    With an organiser it asks each invitee for an answer (REQUEST). Without one there is nobody to
    answer, so it is an entry for a calendar (PUBLISH) that names nobody.
    """
    asks = "REQUEST" if invitation.organiser is not None else "PUBLISH"
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//LFJB Desk//Invitations//EN",
        "CALSCALE:GREGORIAN",
        f"METHOD:{'CANCEL' if cancelled else asks}",
        *(ZONE if invitation.meeting.starts is not None else ()),
        *_event(invitation, cancelled=cancelled),
        "END:VCALENDAR",
    )
    return "".join(folded(line) + LINE_END for line in lines).encode()


def _event(invitation: Invitation, *, cancelled: bool) -> Iterator[str]:
    meeting = invitation.meeting
    yield "BEGIN:VEVENT"
    yield f"UID:{meeting.id}@lfjb-desk"
    # In steps of two, so that a cancellation stands between the invitation that it takes back
    # and the one that follows if the meeting is moved and called after all.
    yield f"SEQUENCE:{2 * invitation.times_changed + cancelled}"
    yield f"DTSTAMP:{_digits(invitation.made_at.astimezone(UTC))}Z"
    yield from _times(meeting)
    yield f"SUMMARY:{escaped(invitation.title)}"
    if meeting.place:
        yield f"LOCATION:{escaped(meeting.place)}"
    yield f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}"
    if invitation.marking.is_sensitive:
        yield "CLASS:CONFIDENTIAL"
    yield from _people(invitation, cancelled=cancelled)
    yield f"DESCRIPTION:{escaped(_description(invitation, cancelled=cancelled))}"
    yield "END:VEVENT"


def _times(meeting: Meeting) -> Iterator[str]:
    """Yield start and end: the whole day where no start is set, no end where no length is."""
    if meeting.starts is None:
        yield f"DTSTART;VALUE=DATE:{meeting.held_on:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{meeting.held_on + timedelta(days=1):%Y%m%d}"
        return
    starts = datetime.combine(meeting.held_on, meeting.starts)
    yield f"DTSTART;TZID={ZONE_NAME}:{_digits(starts)}"
    if meeting.minutes_planned is not None:
        ends = starts + timedelta(minutes=meeting.minutes_planned)
        yield f"DTEND;TZID={ZONE_NAME}:{_digits(ends)}"


def _people(invitation: Invitation, *, cancelled: bool) -> Iterator[str]:
    organiser = invitation.organiser
    if organiser is None:
        return
    yield f"ORGANIZER;CN={in_quotes(organiser.name)}:{_mail_to(organiser)}"
    for invitee in invitation.invitees.reached:
        answers = "" if cancelled else ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
        if invitee.email.casefold() == organiser.email.casefold():
            answers = "" if cancelled else ";PARTSTAT=ACCEPTED"
        name = in_quotes(invitee.name)
        yield f"ATTENDEE;CN={name};ROLE={_role(invitee)}{answers}:{_mail_to(invitee)}"


def _role(invitee: Invitee) -> str:
    if invitee.office is Office.CHAIR:
        return "CHAIR"
    member = invitee.standing is SeatStanding.MEMBER
    return "REQ-PARTICIPANT" if member else "OPT-PARTICIPANT"


def _description(invitation: Invitation, *, cancelled: bool) -> str:
    marking = (invitation.marking.value,) if invitation.marking.is_sensitive else ()
    board = f"For the {invitation.area} Local Family Justice Board"
    if cancelled:
        return "\n\n".join((*marking, "This meeting is cancelled.", board))
    agenda = "\n".join(_agenda(invitation.lines))
    return "\n\n".join((*marking, *filter(None, (agenda,)), board))


def _agenda(lines: Iterable[AgendaLine]) -> Iterator[str]:
    for index, line in enumerate(lines):
        if index == 0:
            yield "Agenda"
        begins = f", {clock(line.starts)}" if line.starts is not None else ""
        yield f"{line.number}. {line.item.title}{begins}"


def escaped(text: str) -> str:
    """Return words as the value of a text property has them."""
    plain = "\n".join(visible(text).splitlines())
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def in_quotes(text: str) -> str:
    """Return words as the value of a parameter, which can hold no quotation mark of its own."""
    return f'"{_UNQUOTABLE.sub(" ", visible(text).replace(chr(34), chr(39)))}"'


def folded(line: str) -> str:
    """Return a line of content in pieces of at most 75 octets, cut between letters."""
    pieces, piece, octets = [], "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > LONGEST_LINE:
            pieces.append(piece)
            piece, octets = "", 1  # the blank that begins each further piece
        piece += letter
        octets += size
    return f"{LINE_END} ".join((*pieces, piece))


def _mail_to(invitee: Invitee) -> str:
    return f"mailto:{quote(invitee.email, safe='@.!$&*+-/=_~')}"


def _digits(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}"
