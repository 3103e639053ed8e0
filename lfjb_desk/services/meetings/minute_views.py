"""Putting the minutes of meetings together, those of all meetings asked for read at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import ActionStatus
from lfjb_desk.domain.groups import Group
from lfjb_desk.domain.people import Person
from lfjb_desk.domain.read_models.actions import urgency
from lfjb_desk.domain.read_models.meetings import meeting_label
from lfjb_desk.domain.read_models.minutes import MattersArising, MinutedItem, MinutesView, quorum_of
from lfjb_desk.store.queries import actions, decisions, meetings, minutes
from lfjb_desk.store.queries.lookup import by_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.actions import Action
    from lfjb_desk.domain.meetings import AgendaItem, Meeting, MinuteNote
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.minutes import AttendanceRow, DecisionRow
    from lfjb_desk.store.queries.lookup import Reading

NOTHING_AROSE = MattersArising(None, "", (), ())


@dataclass(frozen=True)
class RecordedRows:
    """What was recorded at one meeting."""

    attendance: tuple[AttendanceRow, ...]
    items: Sequence[AgendaItem]
    notes: Sequence[MinuteNote]
    decisions: Sequence[DecisionRow]
    actions: Sequence[ActionRow]


def minutes_of(
    session: Reading, at: Sequence[Meeting], today: date, arising: Mapping[UUID, MattersArising]
) -> dict[UUID, MinutesView]:
    """Return meetings as their minutes tell them, by meeting; actions are judged against today."""
    keys = [meeting.id for meeting in at]
    groups = by_key(session, Group, (meeting.group_id for meeting in at))
    attendance = minutes.attendance_rows_of(session, at)
    notes, items = meetings.notes_of(session, keys), meetings.items_of(session, keys)
    made, raised = defaultdict(list), defaultdict(list)
    for decision in decisions.rows(session, decisions.made_at(session, keys)):
        made[decision.decision.meeting_id].append(decision)
    for action in actions.rows(session, actions.raised_at(session, keys), today):
        raised[action.action.meeting_id].append(action)
    agendas = (item for agenda in items.values() for item in agenda)
    people = by_key(session, Person, (item.presenter_id for item in agendas))
    views = {}
    for meeting in at:
        key = meeting.id
        rows = RecordedRows(attendance[key], items[key], notes[key], made[key], raised[key])
        arose = arising.get(key, NOTHING_AROSE)
        views[key] = _view(meeting, groups[meeting.group_id], rows, people, arose)
    return views


def _view(
    meeting: Meeting,
    group: Group,
    rows: RecordedRows,
    people: Mapping[UUID | None, Person],
    arising: MattersArising,
) -> MinutesView:
    def minuted(number: int, item: AgendaItem) -> MinutedItem:
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
        quorum=quorum_of(group, rows.attendance),
        items=tuple(minuted(number, item) for number, item in enumerate(rows.items, start=1)),
        loose_decisions=tuple(row for row in rows.decisions if row.decision.item_id is None),
        loose_actions=tuple(row for row in rows.actions if row.action.item_id is None),
        arising=arising,
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
        and action.status is ActionStatus.OPEN
        and action.meeting_id != meeting.id
        and action.raised_on <= meeting.held_on
    )
