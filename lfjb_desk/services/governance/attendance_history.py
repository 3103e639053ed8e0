"""What the user can ask of attendance over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.read_models.meetings.attendance_history import (
    AttendanceHistory,
    AttendedMeeting,
    by_organisation,
)
from lfjb_desk.domain.read_models.meetings.meetings import meeting_label
from lfjb_desk.services.meetings.kept_minutes import kept_views
from lfjb_desk.store.queries import meetings
from lfjb_desk.store.queries.lookup import found
from lfjb_desk.store.queries.minutes import attendance_rows_of

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from lfjb_desk.store.engine.database import Database

MOST_MEETINGS = 12
"""How many meetings are looked back on: two years of a board that meets six times a year."""


class AttendanceHistoryService:
    """Answers how often each organisation came to the meetings of a group."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_group(self, group_id: UUID, today: date) -> AttendanceHistory:
        """Return who came to the latest meetings that were held, by organisation.

        Once minutes are circulated they say who came, whatever became of the seats since. A
        meeting that was cancelled was not held.
        """
        with self._database.session() as session:
            group = found(session, Group, group_id)
            met = [
                meeting
                for meeting in meetings.of_group(session, group_id)
                if meeting.state.is_held and meeting.held_on <= today
            ][:MOST_MEETINGS]
            kept = kept_views(session, met)
            drafts = [meeting for meeting in met if meeting.id not in kept]
            rows = attendance_rows_of(session, drafts) if drafts else {}
        rows |= {key: tuple(view.attendance) for key, view in kept.items()}
        return by_organisation(
            [
                AttendedMeeting(
                    meeting.id, meeting_label(group, meeting), meeting.held_on, rows[meeting.id]
                )
                for meeting in met
            ]
        )
