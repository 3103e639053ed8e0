"""Attendance by organisation: how often each came to the meetings of a group, and in what way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lfjb_desk.domain.meetings.meetings import Presence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.governance.people import Organisation
    from lfjb_desk.domain.read_models.meetings.minutes import AttendanceRow


class SeatMark(StrEnum):
    """What is known of one seat at one meeting, in the order in which it is counted."""

    PRESENT = "present"
    DEPUTY = "deputy"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    EMPTY = "empty"
    """Nobody sat in the seat, and nobody came for it."""
    NOT_RECORDED = "not recorded"


CAME = frozenset({SeatMark.PRESENT, SeatMark.DEPUTY})
_MARKS = {
    Presence.PRESENT: SeatMark.PRESENT,
    Presence.DEPUTY: SeatMark.DEPUTY,
    Presence.APOLOGIES: SeatMark.APOLOGIES,
    Presence.ABSENT: SeatMark.ABSENT,
}


@dataclass(frozen=True)
class AttendedMeeting:
    """A meeting that was held, with who came seat by seat."""

    id: UUID
    label: str
    held_on: date
    rows: tuple[AttendanceRow, ...]


@dataclass(frozen=True)
class OrganisationAttendance:
    """How an organisation came to each of some meetings."""

    organisation: Organisation
    by_meeting: Mapping[UUID, tuple[SeatMark, ...]]
    """What is known of each of its seats, by meeting; no entry where it held no seat."""

    @property
    def counts(self) -> Counter[SeatMark]:
        """How often its seats were marked in each way, over all the meetings."""
        return Counter(mark for marks in self.by_meeting.values() for mark in marks)

    @property
    def came(self) -> int:
        """How many times somebody came for one of its seats."""
        return sum(number for mark, number in self.counts.items() if mark in CAME)

    @property
    def expected(self) -> int:
        """How many times somebody could have come, as far as it is recorded."""
        counts = self.counts
        return counts.total() - counts[SeatMark.NOT_RECORDED]

    def words(self, meeting_id: UUID) -> str:
        """Return how it came to a meeting: `Present`, `2 present, 1 empty`, `No seat`."""
        marks = Counter(self.by_meeting.get(meeting_id, ()))
        if not marks:
            return "No seat"
        if marks.total() == 1:
            return next(iter(marks)).value.capitalize()
        return ", ".join(f"{marks[mark]} {mark.value}" for mark in SeatMark if marks[mark])


@dataclass(frozen=True)
class AttendanceHistory:
    """The latest meetings of a group, and how each organisation came to them."""

    meetings: tuple[AttendedMeeting, ...]
    """The latest first."""
    organisations: tuple[OrganisationAttendance, ...]
    """By name."""

    def latest(self, most: int) -> AttendanceHistory:
        """Return the same of the latest meetings alone."""
        return by_organisation(self.meetings[:most])


def by_organisation(meetings: Sequence[AttendedMeeting]) -> AttendanceHistory:
    """Return who came to meetings, given the latest first, by the organisation of each seat."""
    bodies: dict[UUID, Organisation] = {}
    marks: dict[UUID, dict[UUID, tuple[SeatMark, ...]]] = {}
    for meeting in meetings:
        for row in meeting.rows:
            body = bodies.setdefault(row.organisation.id, row.organisation)
            own = marks.setdefault(body.id, {})
            own[meeting.id] = (*own.get(meeting.id, ()), mark_of_seat(row))
    lines: Iterable[OrganisationAttendance] = (
        OrganisationAttendance(body, marks[key]) for key, body in bodies.items()
    )
    ordered = sorted(lines, key=lambda line: line.organisation.name.casefold())
    return AttendanceHistory(tuple(meetings), tuple(ordered))


def mark_of_seat(row: AttendanceRow) -> SeatMark:
    """Return what is known of a seat at a meeting."""
    if row.vacant:
        return SeatMark.EMPTY
    return _MARKS[row.presence] if row.presence is not None else SeatMark.NOT_RECORDED
