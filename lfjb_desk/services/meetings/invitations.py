"""Invitations to meetings and their cancellations, as files for calendars; nothing is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import Meeting, MeetingState
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.domain.read_models.meetings.invitations import Invitation, Invitees
from lfjb_desk.services.atomic_files import file_name, save
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.calendar_text import calendar_text
from lfjb_desk.services.meetings.meetings import label_of
from lfjb_desk.store.queries.audit import times_changed
from lfjb_desk.store.queries.governance import groups
from lfjb_desk.store.queries.lookup import found
from lfjb_desk.store.queries.restriction import restriction_of_minutes

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading

IN_CALENDAR = frozenset({"held_on", "starts", "minutes_planned", "place", "cancelled_why"})
"""What of a meeting stands in a calendar, so that a change of it makes an invitation new.

A meeting that was cancelled and is reinstated is so twice new: its invitation follows on the
cancellation.
"""


class InvitationService:
    """Makes what goes into the calendars of the members."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def can_invite(self, meeting: Meeting, today: date) -> bool:
        """Tell whether a meeting is still to come; one that is over or begun invites nobody."""
        return meeting.state.is_coming and not meeting.is_over(today)

    def can_call_off(self, meeting: Meeting, today: date) -> bool:
        """Tell whether calendars may still hold a meeting that does not take place."""
        is_cancelled = meeting.state is MeetingState.CANCELLED and not meeting.is_over(today)
        return is_cancelled or self.can_invite(meeting, today)

    def invitation(self, meeting_id: UUID, now: datetime, *, cancelled: bool = False) -> Invitation:
        """Return what an invitation to a meeting says, its agenda as every member may read it.

        Raises:
            RuleError: when the meeting has begun or its day has gone, or it is cancelled and not
                its cancellation is wanted.
        """
        with self._database.session() as session:
            meeting = found(session, Meeting, meeting_id)
            label = label_of(session, meeting)
            possible = self.can_call_off if cancelled else self.can_invite
            if not possible(meeting, now.date()):
                raise RuleError(
                    f"{label} of {long_date(meeting.held_on)} is not to come any more, so nobody "
                    "is invited to it. Nothing was written."
                )
            group = found(session, Group, meeting.group_id)
            area = found(session, DfjArea, group.area_id).name
            invitees = invitees_of(session, meeting)
            changes = times_changed(session, Meeting, meeting_id, IN_CALENDAR)
            withheld = restriction_of_minutes(session)
        with self._database.gathering(withheld) as gathered:
            lines = AgendaService(gathered).view(meeting_id).lines
        return Invitation(
            meeting=meeting,
            title=f"{label}, {area}",
            area=area,
            marking=group.marking,
            lines=lines,
            invitees=invitees,
            times_changed=changes,
            made_at=now,
        )

    def lacks(self, invitation: Invitation, *, cancelled: bool = False) -> tuple[str, ...]:
        """Return in sentences what an invitation does without; nothing where it has all."""
        meeting, invitees = invitation.meeting, invitation.invitees
        gaps = [invitees.missing_words]
        if not invitees.people:
            gaps.append("Nobody sits in this group on that day, so nobody is invited by name.")
        if invitees.reached and invitation.organiser is None:
            gaps.append(
                "Nobody of the secretariat has a seat and an e-mail address here, so it is an "
                "entry for a calendar that names no one and asks for no answer."
            )
        if not cancelled and meeting.starts is None:
            gaps.append("The meeting has no start yet, so it takes the whole day.")
        elif not cancelled and meeting.minutes_planned is None:
            gaps.append("The meeting has no length yet, so it has no end.")
        return tuple(filter(None, gaps))

    def file_name(self, invitation: Invitation, *, cancelled: bool = False) -> str:
        """Return the name that its file takes: marking, what it is, meeting and day."""
        marking = invitation.marking
        return file_name(
            *((marking.value,) if marking.is_sensitive else ()),
            "Cancellation" if cancelled else "Invitation",
            invitation.title,
            invitation.meeting.held_on.isoformat(),
            suffix=".ics",
        )

    def save(self, invitation: Invitation, out: Path, *, cancelled: bool = False) -> Path:
        """Write an invitation, or the cancellation of it, to a file, which is replaced.

        Raises:
            RuleError: when the file cannot be saved.
        """
        return save(out, calendar_text(invitation, cancelled=cancelled))


def invitees_of(session: Reading, meeting: Meeting) -> Invitees:
    """Return who sits in the group of a meeting on its day."""
    key = (meeting.group_id, meeting.held_on)
    return Invitees.of(groups.seat_rows(session, [key])[key])
