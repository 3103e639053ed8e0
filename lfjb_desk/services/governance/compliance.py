"""Whether a group keeps what its governing documents promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.domain.read_models.compliance import (
    Compliance,
    Conduct,
    PastMeeting,
    checked,
)
from lfjb_desk.domain.read_models.meetings.meetings import meeting_label
from lfjb_desk.services.meetings.attendance import quorums
from lfjb_desk.store.queries import meetings
from lfjb_desk.store.queries.governance import governing_documents, groups
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.read_models.governance.governing_documents import VersionView
    from lfjb_desk.store.engine.database import Database


class ComplianceService:
    """Checks the clauses in force against the meetings, the seats and the days that are held."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_group(self, group_id: UUID, today: date) -> tuple[Compliance, ...]:
        """Return every governing document in force that states a rule in a number, checked."""
        with self._database.session() as session:
            rows = governing_documents.documents(session, group_id)
        versions = [row.agreed for row in rows if row.agreed is not None]
        ruled = [view for view in versions if any(clause.rule for clause in view.clauses)]
        if not ruled:
            return ()
        conduct = self._conduct(group_id, today)
        return tuple(checked(view, conduct) for view in ruled)

    def of_version(self, version: VersionView, today: date) -> Compliance:
        """Return one version in force, checked."""
        return checked(version, self._conduct(version.document.group_id, today))

    def _conduct(self, group_id: UUID, today: date) -> Conduct:
        with self._database.session() as session:
            group = found(session, Group, group_id)
            past = [
                meeting
                for meeting in meetings.of_group(session, group_id)
                if meeting.held_on <= today
                and meeting.is_over(today)
                and meeting.state is not MeetingState.CANCELLED
            ]
            stood = quorums(session, group, past)
            seats = groups.seat_rows(session, [(group_id, today)])[group_id, today]
        rows = (
            PastMeeting(
                id=meeting.id,
                label=meeting_label(group, meeting),
                held_on=meeting.held_on,
                is_held=meeting.state.is_held,
                quorum=stood[meeting.id],
            )
            for meeting in past
        )
        latest_first = sorted(rows, key=lambda row: row.held_on, reverse=True)
        return Conduct(today, tuple(latest_first), tuple(seats))
