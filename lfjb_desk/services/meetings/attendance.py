"""What the user can ask of attendance and quorum, and do to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.governance.groups import Group, Seat
from lfjb_desk.domain.meetings.meetings import Attendance, Meeting, Presence
from lfjb_desk.domain.read_models.meetings.minutes import AttendanceRow, Quorum, quorum_of
from lfjb_desk.services.meetings.kept_minutes import kept_minutes, kept_views
from lfjb_desk.services.rules import filled, open_meeting, quoted
from lfjb_desk.store.queries import minutes as store
from lfjb_desk.store.queries.governance import groups
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading


class AttendanceService:
    """Answers who came to a meeting, and turns commands into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, meeting_id: UUID) -> tuple[AttendanceRow, ...]:
        """Return the seats at a meeting in their order, with who came.

        From circulation on they are those of the minutes as they are kept.
        """
        with self._database.session() as session:
            meeting = found(session, Meeting, meeting_id)
            kept = kept_minutes(session, [meeting])[meeting_id].view
            return kept.attendance if kept else store.attendance_rows(session, meeting)

    def quorum(self, meeting_id: UUID) -> Quorum:
        """Return how the quorum of a meeting stands."""
        with self._database.session() as session:
            meeting = found(session, Meeting, meeting_id)
            group = found(session, Group, meeting.group_id)
            return quorums(session, group, [meeting])[meeting_id]

    def mark(
        self, meeting_id: UUID, seat_id: UUID, presence: Presence, deputy_name: str = ""
    ) -> Change:
        """Return the change that records who came for a seat, over what was recorded before."""
        deputy = deputy_name.strip()
        if presence is Presence.DEPUTY:
            deputy = filled(deputy_name, "The name of the deputy")
        elif deputy:
            raise RuleError(
                "A deputy is named, but the seat is not marked as filled by a deputy. "
                "Choose “deputy” or leave the name out; nothing was changed."
            )
        with self._database.session() as session:
            meeting = open_meeting(session, meeting_id)
            seat = found(session, Seat, seat_id)
            day = (meeting.group_id, meeting.held_on)
            seats = groups.seat_rows(session, [day])[day]
            row = next((row for row in seats if row.seat.id == seat_id), None)
            mark = store.mark_of(session, meeting_id, seat_id)
        if row is None:
            raise RuleError(
                f"{quoted(seat.title)} is a seat of another group. Nothing was changed."
            )
        person_id = row.holder.person.id if row.holder else None
        if person_id is None and presence is not Presence.DEPUTY:
            raise RuleError(
                f"{quoted(seat.title)} is vacant on that day. Appoint someone first, "
                "or name a deputy; nothing was changed."
            )
        label = f"{seat.title}: {presence.value}"
        if mark is not None:
            edit = edited(mark, presence=presence, deputy_name=deputy, person_id=person_id)
            return change(label, mark, [edit])
        mark = Attendance(
            meeting_id=meeting_id,
            seat_id=seat_id,
            person_id=person_id,
            presence=presence,
            deputy_name=deputy,
        )
        return change(label, mark, [added(mark)])

    def mark_the_rest(self, meeting_id: UUID, presence: Presence = Presence.PRESENT) -> Change:
        """Return the change that records one presence for every held seat without a mark."""
        if presence is Presence.DEPUTY:
            raise RuleError("Each deputy has a name. Mark them one by one; nothing was changed.")
        with self._database.session() as session:
            meeting = open_meeting(session, meeting_id)
            rows = store.attendance_rows(session, meeting)
        marks = [
            Attendance(
                meeting_id=meeting_id,
                seat_id=row.seat.id,
                person_id=row.person.id,
                presence=presence,
            )
            for row in rows
            if row.mark is None and row.person is not None
        ]
        return change(
            f"Mark the rest as {presence.value}", meeting, [added(mark) for mark in marks]
        )

    def clear(self, meeting_id: UUID, seat_id: UUID) -> Change:
        """Return the change that forgets what was recorded for a seat."""
        with self._database.session() as session:
            open_meeting(session, meeting_id)
            seat = found(session, Seat, seat_id)
            mark = store.mark_of(session, meeting_id, seat_id)
        if mark is None:
            raise RuleError(f"Nothing is recorded for {quoted(seat.title)}. Nothing was changed.")
        return change(f"Clear {quoted(seat.title)}", mark, [removed(mark)])


def quorums(session: Reading, group: Group, at: Sequence[Meeting]) -> dict[UUID, Quorum]:
    """Return how the quorum of meetings of a group stands, by meeting.

    From circulation on it is that of the minutes as they are kept.
    """
    kept = kept_views(session, at)
    drafts = [meeting for meeting in at if meeting.id not in kept]
    rows = store.attendance_rows_of(session, drafts) if drafts else {}
    live = {meeting.id: quorum_of(group, meeting, rows[meeting.id]) for meeting in drafts}
    return live | {key: view.quorum for key, view in kept.items()}
