"""What the user can ask of meetings, and do to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    Attendance,
    Meeting,
    MeetingState,
)
from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow, meeting_label
from lfjb_desk.services.meetings.agenda import AgendaFrom, drafted, on_time
from lfjb_desk.services.rules import filled, open_meeting, refuse_while_used
from lfjb_desk.store.queries import meetings as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, time
    from uuid import UUID

    from typing_extensions import Unpack

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading

LEGAL = {
    MeetingState.PLANNED: (MeetingState.AGENDA_ISSUED,),
    MeetingState.AGENDA_ISSUED: (MeetingState.IN_SESSION, MeetingState.PLANNED),
    MeetingState.IN_SESSION: (MeetingState.MINUTES_DRAFT,),
    MeetingState.MINUTES_DRAFT: (MeetingState.CIRCULATED,),
    MeetingState.CIRCULATED: (MeetingState.AGREED, MeetingState.MINUTES_DRAFT),
    MeetingState.AGREED: (MeetingState.SIGNED,),
    MeetingState.SIGNED: (),
    MeetingState.CANCELLED: (),
}
"""Which states a meeting can go to from each; the usual next step first."""

ON_AGENDA = frozenset({"held_on", "starts", "place", "number"})
"""What of a meeting stands on its agenda, so that one who has that would come wrongly."""


class MeetingDetails(TypedDict, total=False):
    """What a meeting says of itself besides its day; what is left out stays as it is."""

    starts: time | None
    minutes_planned: int | None
    place: str


class MeetingFields(MeetingDetails, total=False):
    """The same with day and number, for a meeting that is moved."""

    held_on: date
    number: int


class MeetingService:
    """Answers questions about meetings, and turns commands into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, group_id: UUID) -> tuple[MeetingRow, ...]:
        """Return the meetings of a group, the latest first."""
        return self.rows_of([group_id])[group_id]

    def rows_of(self, group_ids: Collection[UUID]) -> dict[UUID, tuple[MeetingRow, ...]]:
        """Return the meetings of groups by group, the latest first."""
        with self._database.session() as session:
            groups = [found(session, Group, key) for key in group_ids]
            rows = store.rows(session, groups)
        return {key: tuple(meetings) for key, meetings in rows.items()}

    def row(self, meeting_id: UUID) -> MeetingRow:
        """Return one meeting with its label and what it holds."""
        with self._database.session() as session:
            group_id = found(session, Meeting, meeting_id).group_id
        return next(row for row in self.rows(group_id) if row.meeting.id == meeting_id)

    def next(self, group_id: UUID, today: date) -> MeetingRow | None:
        """Return the first meeting of a group that is not over, or None."""
        return next_from(self.rows(group_id), today)

    def last(self, group_id: UUID, today: date) -> MeetingRow | None:
        """Return the latest meeting of a group that is over, or None."""
        return last_over(self.rows(group_id), today)

    def before(self, meeting: Meeting) -> MeetingRow | None:
        """Return the meeting of the same group that came before a meeting, or None."""
        with self._database.session() as session:
            earlier = store.before(session, meeting)
        return self.row(earlier.id) if earlier else None

    def moves(self, meeting_id: UUID) -> tuple[MeetingState, ...]:
        """Return the states that a meeting can go to now, the usual one first."""
        with self._database.session() as session:
            return LEGAL[found(session, Meeting, meeting_id).state]

    def add(
        self,
        group_id: UUID,
        held_on: date,
        *,
        number: int | None = None,
        agenda: AgendaFrom = AgendaFrom.EMPTY,
        **fields: Unpack[MeetingDetails],
    ) -> Change:
        """Return the change that adds a meeting, with an agenda to start from.

        It takes the number after the group's highest unless one is given.
        """
        with self._database.session() as session:
            group = found(session, Group, group_id)
            taken = [other.number for other in store.of_group(session, group_id)]
            if number is None:
                number = max(taken, default=0) + 1
            meeting = Meeting(group_id=group_id, held_on=held_on, number=number, **fields)
            _check(meeting_label(group, meeting), taken, number, meeting.minutes_planned)
            items = drafted(session, meeting, agenda)
        label = f"Add {meeting_label(group, meeting)}"
        return change(label, meeting, [added(meeting), *(added(item) for item in items)])

    def edit(self, meeting_id: UUID, **fields: Unpack[MeetingFields]) -> Change:
        """Return the change that gives a meeting another day, time, place, length or number.

        An agenda that was issued for another day, time or place is to be issued again.
        """
        with self._database.session() as session:
            meeting = open_meeting(session, meeting_id)
            label = label_of(session, meeting)
            others = store.of_group(session, meeting.group_id)
            items = store.items(session, meeting_id)
        taken = [other.number for other in others if other.id != meeting_id]
        planned = fields.get("minutes_planned", meeting.minutes_planned)
        _check(label, taken, fields.get("number", meeting.number), planned)
        is_misleading = meeting.state is MeetingState.AGENDA_ISSUED and any(
            getattr(meeting, name) != value for name, value in fields.items() if name in ON_AGENDA
        )
        if is_misleading:
            again = edited(meeting, **fields, state=MeetingState.PLANNED)
            return change(
                f"Change {label}, whose agenda is to be issued again",
                meeting,
                [again, *on_time(items)],
            )
        return change(f"Change {label}", meeting, [edited(meeting, **fields)])

    def move_to(self, meeting_id: UUID, state: MeetingState) -> Change:
        """Return the change that brings a meeting to another state, where that is legal.

        To circulate, agree and sign minutes takes more: `CirculationService` does so.

        Raises:
            ValueError: when the state is one of those three.
        """
        with self._database.session() as session:
            meeting = stepping(session, meeting_id, state)
            label = label_of(session, meeting)
            items = store.items(session, meeting_id)
        if state.is_circulated:
            raise ValueError(f"Use CirculationService to bring a meeting to “{state.value}”.")
        if state is MeetingState.AGENDA_ISSUED and not items:
            raise RuleError(
                f"{label} has no agenda item yet. Add one before the agenda is issued; "
                "nothing was changed."
            )
        anew = on_time(items) if state is MeetingState.PLANNED else []
        return change(f"{label}: {state.value}", meeting, [edited(meeting, state=state), *anew])

    def cancel(self, meeting_id: UUID, why: str) -> Change:
        """Return the change that cancels a meeting before it began; agenda and papers stay.

        It is neither the next nor the last meeting wherever one is sought.
        """
        with self._database.session() as session:
            meeting = found(session, Meeting, meeting_id)
            label = label_of(session, meeting)
        if meeting.state is MeetingState.CANCELLED:
            raise RuleError(f"{label} is cancelled already. Nothing was changed.")
        if not meeting.state.is_coming:
            raise RuleError(
                f"{label} is “{meeting.state.value}”, and only a meeting that has not begun can "
                "be cancelled. Nothing was changed."
            )
        why = filled(why, "Why the meeting is cancelled")
        edit = edited(meeting, state=MeetingState.CANCELLED, cancelled_why=why)
        return change(f"Cancel {label}", meeting, [edit])

    def reinstate(self, meeting_id: UUID) -> Change:
        """Return the change that plans a cancelled meeting again; its agenda is issued anew."""
        with self._database.session() as session:
            meeting = found(session, Meeting, meeting_id)
            label = label_of(session, meeting)
            items = store.items(session, meeting_id)
        if meeting.state is not MeetingState.CANCELLED:
            raise RuleError(f"{label} is not cancelled. Nothing was changed.")
        edit = edited(meeting, state=MeetingState.PLANNED, cancelled_why="")
        return change(f"Reinstate {label}", meeting, [edit, *on_time(items)])

    def remove(self, meeting_id: UUID) -> Change:
        """Return the change that removes a meeting with its agenda, attendance and notes."""
        with self._database.session() as session:
            meeting = found(session, Meeting, meeting_id)
            if meeting.state is not MeetingState.CANCELLED:
                meeting = open_meeting(session, meeting_id)
            label = label_of(session, meeting)
            refuse_while_used(session, meeting, label, besides=(AgendaItem, Attendance))
            parts = (
                *store.notes(session, meeting_id),
                *store.attendance(session, meeting_id),
                *store.items(session, meeting_id),
            )
        return change(
            f"Remove {label}", meeting, [*(removed(part) for part in parts), removed(meeting)]
        )


def next_from(rows: Sequence[MeetingRow], today: date) -> MeetingRow | None:
    """Return the first that is not over of the meetings of a group, which are the latest first.

    One that was cancelled is neither the next nor the last.
    """
    ahead = [row for row in _not_cancelled(rows) if not row.meeting.is_over(today)]
    return ahead[-1] if ahead else None


def last_over(rows: Sequence[MeetingRow], today: date) -> MeetingRow | None:
    """Return the last that is over of the meetings of a group, which are the latest first."""
    return next((row for row in _not_cancelled(rows) if row.meeting.is_over(today)), None)


def last_held(rows: Sequence[MeetingRow], today: date) -> MeetingRow | None:
    """Return the last that was held, which one that was only planned was not."""
    return last_over([row for row in rows if row.meeting.state.is_begun], today)


def _not_cancelled(rows: Sequence[MeetingRow]) -> list[MeetingRow]:
    return [row for row in rows if row.meeting.state is not MeetingState.CANCELLED]


def stepping(session: Reading, meeting_id: UUID, state: MeetingState) -> Meeting:
    """Return a meeting that is to go to another state.

    Raises:
        RuleError: when it cannot go there from where it is.
    """
    meeting = found(session, Meeting, meeting_id)
    if state not in LEGAL[meeting.state]:
        ways = " or ".join(f"“{way.value}”" for way in LEGAL[meeting.state])
        can = f"From here it can go to {ways}." if ways else "That is its last state."
        raise RuleError(
            f"{label_of(session, meeting)} is “{meeting.state.value}” and cannot go to "
            f"“{state.value}”. {can} Nothing was changed."
        )
    return meeting


def label_of(session: Reading, meeting: Meeting) -> str:
    """Return how people call a meeting."""
    return meeting_label(found(session, Group, meeting.group_id), meeting)


def _check(label: str, taken: list[int], number: int, planned: int | None) -> None:
    if number < 1:
        raise RuleError("Meetings are numbered from 1. Choose another number; nothing was changed.")
    if number in taken:
        raise RuleError(
            f"There is a meeting {number} already, so {label} needs another number. "
            "Nothing was changed."
        )
    if planned is not None and planned < 1:
        raise RuleError("A meeting lasts at least a minute. Nothing was changed.")
