"""The annex of the terms on attendance: how each organisation came to the latest meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Heading, Paragraph, Style
from lfjb_desk.domain.formatting import count, short_date
from lfjb_desk.papers.parts.tables import RowColumn, table_of

if TYPE_CHECKING:
    from datetime import date

    from lfjb_desk.domain.blocks import Block
    from lfjb_desk.domain.read_models.meetings.attendance_history import (
        AttendanceHistory,
        AttendedMeeting,
        OrganisationAttendance,
    )

MOST_MEETINGS = 5
"""How many meetings have room side by side."""
NAME_WIDTH, CAME_WIDTH, WIDTH = 3.8, 1.8, 16.8
"""Centimetres: of the organisations, of the last column, of the whole table."""


def attendance_annex(history: AttendanceHistory, today: date) -> tuple[Block, ...]:
    """Return how each organisation came to the latest meetings; nothing where none was held."""
    recent = history.latest(MOST_MEETINGS)
    if not recent.meetings:
        return ()
    room = (WIDTH - NAME_WIDTH - CAME_WIDTH) / len(recent.meetings)
    table = table_of(
        "Attendance by organisation",
        "Each organisation: how its seats were filled at each meeting, how often somebody came.",
        (
            RowColumn("Organisation", NAME_WIDTH, _name, bold=True),
            *(_column(meeting, room, today) for meeting in reversed(recent.meetings)),
            RowColumn("Came", CAME_WIDTH, lambda line: f"{line.came} of {line.expected}"),
        ),
        recent.organisations,
    )
    number = count(len(recent.meetings), "meeting")
    note = (
        f"The latest {number} that took place. “Came” counts those present and deputies; it leaves "
        "out what is not recorded."
    )
    return (
        Heading("Annex: attendance by organisation", 2, "attendance"),
        table,
        Paragraph(note, Style.SOURCE),
    )


def _name(line: OrganisationAttendance) -> str:
    return line.organisation.name


def _column(
    meeting: AttendedMeeting, room: float, today: date
) -> RowColumn[OrganisationAttendance]:
    def words(line: OrganisationAttendance) -> str:
        return line.words(meeting.id)

    return RowColumn(short_date(meeting.held_on, today), room, words)
