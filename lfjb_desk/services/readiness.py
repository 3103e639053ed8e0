"""What the next meeting has and still lacks, and which papers are due for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.groups import Group, GroupKind
from lfjb_desk.domain.meetings import Meeting, MeetingState
from lfjb_desk.domain.papers import PaperKind
from lfjb_desk.domain.views.meetings import Readiness
from lfjb_desk.domain.views.today import MeetingAhead, PaperDue
from lfjb_desk.domain.words import count, listed, long_date
from lfjb_desk.services.agenda import AgendaService
from lfjb_desk.services.meetings import MeetingService
from lfjb_desk.services.seats import SeatService
from lfjb_desk.store.lookup import found
from lfjb_desk.store.today import papers_written

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.views.meetings import MeetingRow
    from lfjb_desk.store.database import Database

BEFORE = {PaperKind.AGENDA: "the agenda", PaperKind.BOARD_PAPER: "the board paper"}
"""Papers that go out before a meeting."""
DRAFTED = frozenset({MeetingState.IN_SESSION, MeetingState.MINUTES_DRAFT})
"""States in which the minutes of a meeting that was held are still to be circulated."""


def ahead(database: Database, group_id: UUID, today: date) -> MeetingAhead | None:
    """Return the next meeting of a group with its readiness, or None when none is planned."""
    row = MeetingService(database).next(group_id, today)
    if row is None:
        return None
    lines = (
        _agenda(database, row),
        _quorum(database, row),
        _papers(database, row),
        _minutes(database, row),
    )
    return MeetingAhead(
        row=row,
        days=(row.meeting.held_on - today).days,
        readiness=tuple(line for line in lines if line is not None),
    )


def papers_due(database: Database, group_id: UUID, today: date) -> tuple[PaperDue, ...]:
    """Return the papers to write: those of the next meeting, and minutes not circulated."""
    meetings = MeetingService(database)
    coming, past = meetings.next(group_id, today), meetings.last(group_id, today)
    due = []
    if coming is not None:
        day = long_date(coming.meeting.held_on)
        due += [
            PaperDue(kind, coming, f"{BEFORE[kind].capitalize()} for {coming.label}, {day}")
            for kind in _missing(database, coming.meeting)
        ]
    if past is not None and past.meeting.state in DRAFTED:
        day = long_date(past.meeting.held_on)
        due.append(PaperDue(PaperKind.MINUTES, past, f"The minutes of {past.label}, {day}"))
    return tuple(due)


def _missing(database: Database, meeting: Meeting) -> list[PaperKind]:
    """Return the papers still to write; only a board has a board paper."""
    with database.session() as session:
        written = papers_written(session, meeting.id)
        board = found(session, Group, meeting.group_id).kind is GroupKind.BOARD
    return [
        kind
        for kind in BEFORE
        if kind not in written and (board or kind is not PaperKind.BOARD_PAPER)
    ]


def _agenda(database: Database, row: MeetingRow) -> Readiness:
    if row.items == 0:
        return Readiness(ready=False, title="No agenda yet", words="Start from the last one")
    view = AgendaService(database).view(row.meeting.id)
    words = f"{count(row.items, 'item')}, {view.time_words}"
    title = "Agenda too long" if view.over > 0 else "Agenda drafted"
    return Readiness(ready=view.over <= 0, title=title, words=words)


def _quorum(database: Database, row: MeetingRow) -> Readiness:
    with database.session() as session:
        quorum = found(session, Group, row.meeting.group_id).quorum
    seats = SeatService(database).rows(row.meeting.group_id, row.meeting.held_on)
    counting = [seat for seat in seats if seat.seat.counts_for_quorum]
    filled = sum(not seat.vacant for seat in counting)
    words = f"{filled} of {count(len(counting), 'seat')} that count are filled"
    if quorum is None:
        return Readiness(ready=False, title="No quorum agreed", words=words)
    title = "Quorum can be reached" if filled >= quorum else "Quorum cannot be reached"
    return Readiness(ready=filled >= quorum, title=title, words=f"{words}, {quorum} needed")


def _papers(database: Database, row: MeetingRow) -> Readiness:
    missing = [BEFORE[kind] for kind in _missing(database, row.meeting)]
    if missing:
        words = listed(missing).capitalize()
        return Readiness(
            ready=False, title=f"{count(len(missing), 'paper')} to write".capitalize(), words=words
        )
    return Readiness(ready=True, title="Papers written", words="Nothing to write")


def _minutes(database: Database, row: MeetingRow) -> Readiness | None:
    """Return how the minutes of the meeting before stand; None when there was none."""
    past = MeetingService(database).last(row.meeting.group_id, row.meeting.held_on)
    if past is None:
        return None
    state = past.meeting.state
    return Readiness(
        ready=state in {MeetingState.CIRCULATED, MeetingState.AGREED, MeetingState.SIGNED},
        title=f"Minutes of {long_date(past.meeting.held_on)}",
        words=f"{past.label}: {state.value}",
    )
