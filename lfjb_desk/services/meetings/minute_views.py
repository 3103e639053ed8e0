"""Putting the minutes of meetings together, those of all meetings asked for read at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import ActionStatus
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.governance.groups import Group, Office
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.meetings.meetings import NOT_ENDED, DecisionState
from lfjb_desk.domain.read_models.actions import urgency
from lfjb_desk.domain.read_models.governance.groups import holder_of
from lfjb_desk.domain.read_models.meetings.meetings import item_numbers, meeting_label, time_after
from lfjb_desk.domain.read_models.meetings.minutes import (
    MattersArising,
    MinutedItem,
    MinutesView,
    quorum_of,
)
from lfjb_desk.domain.read_models.meetings.minutes_content import NOTHING_AROSE
from lfjb_desk.domain.read_models.meetings.minutes_words import altered_words
from lfjb_desk.services.meetings.kept_minutes import kept_minutes
from lfjb_desk.services.meetings.later_events import later_events
from lfjb_desk.services.meetings.next_dates import next_dates
from lfjb_desk.store.engine.withholding import withheld
from lfjb_desk.store.queries import actions, decisions, meetings, minutes
from lfjb_desk.store.queries.governance.groups import seat_rows
from lfjb_desk.store.queries.lookup import by_key
from lfjb_desk.store.queries.restriction import restriction

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.actions import Action
    from lfjb_desk.domain.meetings.meetings import AgendaItem, Meeting, MinuteNote
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.governance.groups import SeatRow
    from lfjb_desk.domain.read_models.meetings.minutes import AttendanceRow, DecisionRow
    from lfjb_desk.domain.read_models.restriction import Restriction
    from lfjb_desk.services.meetings.kept_minutes import KeptMinutes
    from lfjb_desk.store.queries.lookup import Reading


@dataclass(frozen=True)
class RecordedRows:
    """What was recorded at one meeting."""

    attendance: tuple[AttendanceRow, ...]
    items: Sequence[AgendaItem]
    notes: Sequence[MinuteNote]
    decisions: Sequence[DecisionRow]
    actions: Sequence[ActionRow]
    seats: Sequence[SeatRow]
    """The seats of the group on the day."""


def minutes_of(
    session: Reading, at: Sequence[Meeting], today: date, arising: Mapping[UUID, MattersArising]
) -> dict[UUID, MinutesView]:
    """Return meetings as their minutes tell them, by meeting.

    From circulation on they are as they were kept; `with_later` tells what happened since.
    """
    kept = kept_minutes(session, at)
    drafts = [meeting for meeting in at if kept[meeting.id].view is None]
    live = _live(session, drafts, today) if drafts else {}
    now, closed = restriction(session), withheld(session)
    return {
        key: replace(
            closed.minutes(_as_kept(recalled, now) or live[key]),
            arising=arising.get(key, NOTHING_AROSE),
            history=recalled.history,
        )
        for key, recalled in kept.items()
    }


def _as_kept(kept: KeptMinutes, now: Restriction) -> MinutesView | None:
    """Return minutes as they were kept; who may read what of them is as it is today."""
    return now.said_in(kept.view) if kept.view else None


def with_later(session: Reading, view: MinutesView, today: date) -> MinutesView:
    """Return minutes with what happened to their actions, decisions and names since."""
    keys = [view.meeting.id]
    made = decisions.rows(session, decisions.made_at(session, keys))
    raised = actions.rows(session, actions.raised_at(session, keys), today)
    later = later_events(session, view, raised, made)
    return replace(view, history=replace(view.history, later=later))


def whole_minutes(session: Reading, meeting: Meeting, today: date) -> MinutesView:
    """Return the minutes of a meeting with the next dates: all that is printed, and kept.

    Raises:
        RuleError: when what was kept of circulated minutes was altered outside the desk.
    """
    view = minutes_of(session, [meeting], today, {})[meeting.id]
    if not view.history.sound:
        raise RuleError(f"{altered_words(view)} Nothing was written.")
    if view.history.kept is not None:
        return view
    return replace(view, dates=next_dates(session, view.group, meeting.held_on, today))


def without_addresses(view: MinutesView) -> MinutesView:
    """Return minutes without the email addresses of people, which they do not tell."""
    rows = tuple(
        replace(row, person=row.person.model_copy(update={"email": ""})) if row.person else row
        for row in view.attendance
    )
    return replace(view, attendance=rows)


def as_agreed(row: ActionRow) -> ActionRow:
    """Return an action as its meeting agreed it: open, due on the first day that it was given."""
    action = row.action.model_copy(
        update={
            "due": row.action.original_due,
            "status": ActionStatus.OPEN,
            "closed_on": None,
            "outcome": "",
            "blocked_by": "",
            "sleeping_until": None,
        }
    )
    day = row.meeting_on or action.raised_on
    return replace(
        row,
        action=action,
        standing=action.standing(day),
        days_late=action.days_late(day),
        days_to_due=(action.due - day).days,
        times_moved=0,
        last_update=None,
    )


def as_decided(row: DecisionRow) -> DecisionRow:
    """Return a decision as its meeting took it: in force, and replaced by none."""
    stands = {"state": DecisionState.IN_FORCE, "superseded_by_id": None, **NOT_ENDED}
    decision = row.decision.model_copy(update=stands)
    return replace(row, decision=decision, superseded_by="")


def _live(session: Reading, at: Sequence[Meeting], today: date) -> dict[UUID, MinutesView]:
    """Return the minutes of meetings as the rows stand now, by meeting."""
    keys = [meeting.id for meeting in at]
    made = decisions.rows(session, decisions.made_at(session, keys))
    raised = actions.rows(session, actions.raised_at(session, keys), today)
    groups = by_key(session, Group, (meeting.group_id for meeting in at))
    seats = seat_rows(session, {(meeting.group_id, meeting.held_on) for meeting in at})
    attendance = minutes.attendance_rows_of(session, at)
    notes, items = meetings.notes_of(session, keys), meetings.items_of(session, keys)
    agendas = (item for agenda in items.values() for item in agenda)
    people = by_key(session, Person, (item.presenter_id for item in agendas))
    views = {}
    for meeting in at:
        key = meeting.id
        rows = RecordedRows(
            attendance=attendance[key],
            items=items[key],
            notes=notes[key],
            decisions=[as_decided(row) for row in made if row.decision.meeting_id == key],
            actions=[as_agreed(row) for row in raised if row.action.meeting_id == key],
            seats=seats[meeting.group_id, meeting.held_on],
        )
        views[key] = _view(meeting, groups[meeting.group_id], rows, people)
    return views


def _view(
    meeting: Meeting,
    group: Group,
    rows: RecordedRows,
    people: Mapping[UUID | None, Person],
) -> MinutesView:
    def minuted(number: str, item: AgendaItem) -> MinutedItem:
        presenter = people.get(item.presenter_id)
        return MinutedItem(
            item=item,
            number=number,
            presenter=presenter.name if presenter else "",
            notes=tuple(note for note in rows.notes if note.item_id == item.id),
            decisions=tuple(row for row in rows.decisions if row.decision.item_id == item.id),
            actions=tuple(row for row in rows.actions if row.action.item_id == item.id),
        )

    return MinutesView(
        meeting=meeting,
        group=group,
        label=meeting_label(group, meeting),
        attendance=rows.attendance,
        quorum=quorum_of(group, meeting, rows.attendance),
        items=tuple(map(minuted, item_numbers(rows.items), rows.items)),
        loose_decisions=tuple(row for row in rows.decisions if row.decision.item_id is None),
        loose_actions=tuple(row for row in rows.actions if row.action.item_id is None),
        arising=NOTHING_AROSE,
        chair=holder_of(rows.seats, Office.CHAIR),
        secretary=holder_of(rows.seats, Office.SECRETARIAT),
        ends=time_after(meeting.starts, sum(item.minutes for item in rows.items)),
    )


def arising_at(session: Reading, at: Sequence[Meeting], today: date) -> dict[UUID, MattersArising]:
    """Return what earlier meetings left for these, by meeting: decisions, and open actions."""
    groups = by_key(session, Group, (meeting.group_id for meeting in at))
    group_ids = {meeting.group_id for meeting in at}
    past = meetings.of_groups(session, group_ids)
    last = {meeting.id: meetings.latest_before(past[meeting.group_id], meeting) for meeting in at}
    before = [meeting.id for meeting in last.values() if meeting is not None]
    made = decisions.rows(session, decisions.made_at(session, before)) if before else ()
    earlier = [
        action
        for action in actions.of_groups(session, group_ids)
        if any(_still_open(action, meeting) for meeting in at)
    ]
    rows = actions.rows(session, earlier, today)
    return {
        meeting.id: MattersArising(
            last=(previous := last[meeting.id]),
            last_label=meeting_label(groups[meeting.group_id], previous) if previous else "",
            decisions=tuple(
                row for row in made if previous and row.decision.meeting_id == previous.id
            ),
            actions=tuple(
                sorted((row for row in rows if _still_open(row.action, meeting)), key=urgency)
            ),
        )
        for meeting in at
    }


def _still_open(action: Action, meeting: Meeting) -> bool:
    """Tell whether an action of the meeting's group is open, and was raised at an earlier one."""
    return (
        action.group_id == meeting.group_id
        and action.status.is_open
        and action.meeting_id != meeting.id
        and action.raised_on <= meeting.held_on
    )
