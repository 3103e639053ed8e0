"""What the user can do with minutes once they are written: circulate, agree, sign, correct."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import Change, RuleError, added, change, edited
from lfjb_desk.domain.formatting import listed, long_date
from lfjb_desk.domain.governance.groups import Office
from lfjb_desk.domain.meetings.meetings import AgendaItem, Meeting, MeetingState
from lfjb_desk.domain.meetings.minutes import (
    CirculatedMinutes,
    MinutesAgreement,
    MinutesCorrection,
    digest,
)
from lfjb_desk.domain.read_models.meetings.minutes_content import encode_minutes
from lfjb_desk.services.meetings.meetings import label_of, stepping
from lfjb_desk.services.meetings.minute_views import whole_minutes, without_addresses
from lfjb_desk.services.rules import filled, quoted
from lfjb_desk.store.queries import actions, meetings
from lfjb_desk.store.queries import minutes as store
from lfjb_desk.store.queries.governance import groups
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.actions import Action
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading


class CirculationService:
    """Turns the commands on finished minutes into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unassigned(self, meeting_id: UUID) -> tuple[Action, ...]:
        """Return the open actions of a meeting that lack an owner or an accountable body."""
        with self._database.session() as session:
            return _unassigned(session, meeting_id)

    def circulate(self, meeting_id: UUID, today: date) -> Change:
        """Return the change that circulates minutes, and keeps them as they are now.

        Raises:
            RuleError: when an action of theirs has no owner, or no body answers for it.
        """
        with self._database.session() as session:
            meeting = stepping(session, meeting_id, MeetingState.CIRCULATED)
            label = label_of(session, meeting)
            if lacking := _unassigned(session, meeting_id):
                raise RuleError(
                    f"{unassigned_words(lacking)} The minutes of {label} can be circulated once "
                    "each has both; nothing was changed."
                )
            kept = as_they_are(session, meeting, today)
        edit = edited(meeting, state=MeetingState.CIRCULATED)
        circulated = f"{label}: {MeetingState.CIRCULATED.value}"
        return replace(change(circulated, meeting, [edit, added(kept)]), lasting=True)

    def keep(self, meeting_id: UUID, today: date) -> Change:
        """Return the change that keeps, as they now stand, minutes that an older desk circulated.

        Raises:
            RuleError: when they are not circulated, or are kept already.
        """
        with self._database.session() as session:
            meeting = _circulated(session, meeting_id, "There is nothing to keep yet.")
            label = label_of(session, meeting)
            if store.circulated_of(session, [meeting_id])[meeting_id]:
                raise RuleError(
                    f"The minutes of {label} are kept as they were circulated. Nothing was changed."
                )
            kept = as_they_are(session, meeting, today, later=True)
        return change(f"Keep the minutes of {label} as they stand", meeting, [added(kept)])

    def lacks_kept(self, meeting_id: UUID) -> bool:
        """Tell whether minutes were circulated, and are not kept as they were."""
        with self._database.session() as session:
            meeting = found(session, Meeting, meeting_id)
            kept = store.circulated_of(session, [meeting_id])[meeting_id]
        return meeting.state.is_circulated and not kept

    def chair_on(self, group_id: UUID, day: date) -> str:
        """Return the name of the one who chairs a group on a day; empty when nobody does."""
        with self._database.session() as session:
            rows = groups.seat_rows(session, [(group_id, day)])[group_id, day]
        return next((row.name for row in rows if row.office is Office.CHAIR), "")

    def agree(
        self,
        meeting_id: UUID,
        agreed_on: date,
        proposed_by: str,
        *,
        at_meeting_id: UUID | None = None,
        seconded_by: str = "",
    ) -> Change:
        """Return the change that marks minutes as agreed: at which meeting, when, proposed by whom.

        Without a meeting they were agreed between meetings.
        """
        with self._database.session() as session:
            meeting = stepping(session, meeting_id, MeetingState.AGREED)
            label = label_of(session, meeting)
            agreement = MinutesAgreement(
                meeting_id=meeting_id,
                at_meeting_id=at_meeting_id,
                agreed_at=_later_meeting(session, meeting, at_meeting_id),
                agreed_on=_since(meeting, label, agreed_on),
                proposed_by=filled(proposed_by, "Who proposed that they are agreed"),
                seconded_by=seconded_by.strip(),
            )
        edit = edited(meeting, state=MeetingState.AGREED)
        return change(f"{label}: {MeetingState.AGREED.value}", meeting, [edit, added(agreement)])

    def sign(self, meeting_id: UUID, signed_by: str, signed_on: date) -> Change:
        """Return the change that marks agreed minutes as signed: by whom, and on what day."""
        with self._database.session() as session:
            meeting = stepping(session, meeting_id, MeetingState.SIGNED)
            label = label_of(session, meeting)
            agreement = store.agreements_of(session, [meeting_id])[meeting_id]
            signed_by = filled(signed_by, "Who signed them")
            signed_on = _since(meeting, label, signed_on)
        if agreement is not None:
            signed = edited(agreement, signed_by=signed_by, signed_on=signed_on)
        else:
            # Agreed before the desk asked how.
            signed = added(
                MinutesAgreement(meeting_id=meeting_id, signed_by=signed_by, signed_on=signed_on)
            )
        edit = edited(meeting, state=MeetingState.SIGNED)
        return change(f"{label}: {MeetingState.SIGNED.value}", meeting, [edit, signed])

    def correct(
        self,
        meeting_id: UUID,
        text: str,
        noted_on: date,
        noted_by: str,
        *,
        item_id: UUID | None = None,
        at_meeting_id: UUID | None = None,
        restricted: bool = False,
    ) -> Change:
        """Return the change that notes a correction to circulated minutes, which stay as they are.

        Without a meeting the secretariat noted it between meetings.
        """
        text = filled(text, "The correction")
        with self._database.session() as session:
            meeting = _circulated(session, meeting_id, "Change their words instead.")
            label = label_of(session, meeting)
            if item_id is not None and found(session, AgendaItem, item_id).meeting_id != meeting_id:
                raise RuleError("That item belongs to another meeting. Nothing was changed.")
            earlier = store.corrections_of(session, [meeting_id])[meeting_id]
            correction = MinutesCorrection(
                meeting_id=meeting_id,
                item_id=item_id,
                number=len(earlier) + 1,
                text=text,
                at_meeting_id=at_meeting_id,
                noted_at=_later_meeting(session, meeting, at_meeting_id),
                noted_on=_since(meeting, label, noted_on),
                noted_by=filled(noted_by, "Who noted it"),
                restricted=restricted,
            )
        return change(
            f"Note correction {quoted(text)} to the minutes of {label}",
            meeting,
            [added(correction)],
        )


def as_they_are(
    session: Reading, meeting: Meeting, today: date, *, later: bool = False
) -> CirculatedMinutes:
    """Return the minutes of a meeting as they are now, to be kept."""
    view = without_addresses(whole_minutes(session, meeting, today))
    circulated = view.meeting.model_copy(update={"state": MeetingState.CIRCULATED})
    content = encode_minutes(replace(view, meeting=circulated))
    return CirculatedMinutes(
        meeting_id=meeting.id,
        version=len(store.circulated_of(session, [meeting.id])[meeting.id]) + 1,
        circulated_on=today,
        kept_later=later,
        content=content,
        sha256=digest(content),
    )


def unassigned_words(actions: Sequence[Action]) -> str:
    """Return in a sentence which actions lack an owner, an accountable body, or both."""
    lacks = {
        (True, True): "an owner and an accountable body",
        (True, False): "an owner",
        (False, True): "an accountable body",
    }
    named = [
        f"{action.ref} lacks {lacks[action.owner_id is None, action.accountable_id is None]}"
        for action in actions
    ]
    return f"{listed(named)}."


def _unassigned(session: Reading, meeting_id: UUID) -> tuple[Action, ...]:
    return tuple(
        action
        for action in actions.raised_at(session, [meeting_id])
        if action.status.is_open and (action.owner_id is None or action.accountable_id is None)
    )


def _circulated(session: Reading, meeting_id: UUID, instead: str) -> Meeting:
    meeting = found(session, Meeting, meeting_id)
    if not meeting.state.is_circulated:
        raise RuleError(
            f"The minutes of {label_of(session, meeting)} are not circulated. {instead} "
            "Nothing was changed."
        )
    return meeting


def _later_meeting(session: Reading, meeting: Meeting, at_meeting_id: UUID | None) -> str:
    """Return what the meeting is called that looked at the minutes of an earlier one."""
    if at_meeting_id is None:
        return ""
    at = found(session, Meeting, at_meeting_id)
    label = label_of(session, at)
    if at.state is MeetingState.CANCELLED:
        raise RuleError(
            f"{label} was cancelled, so it looked at no minutes. Choose a meeting that was held; "
            "nothing was changed."
        )
    if at.state.is_coming:
        raise RuleError(
            f"{label} has not begun, so it has looked at no minutes yet. "
            "Open that meeting first, or choose one that was held; nothing was changed."
        )
    if at.group_id != meeting.group_id or meetings.latest_before([meeting], at) is None:
        raise RuleError(
            f"{label} did not come after {label_of(session, meeting)}. "
            "Choose a later meeting of the same group; nothing was changed."
        )
    return label


def _since(meeting: Meeting, label: str, day: date) -> date:
    """Return a day that is not before a meeting."""
    if day < meeting.held_on:
        raise RuleError(
            f"{label} was held on {long_date(meeting.held_on)}, and {long_date(day)} is before "
            "that. Choose a later day; nothing was changed."
        )
    return day
