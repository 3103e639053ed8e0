"""The next meeting of a group, and the papers that are due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import count, listed, long_date
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.meetings.meetings import Meeting, MeetingState
from lfjb_desk.domain.read_models.meetings.meetings import Readiness
from lfjb_desk.domain.read_models.today import PaperDue, UpcomingMeeting
from lfjb_desk.services.meetings.meetings import MeetingService, next_from
from lfjb_desk.services.meetings.readiness import ReadinessService
from lfjb_desk.services.papers.definition import PaperOffer
from lfjb_desk.services.papers.registry import offered
from lfjb_desk.store.queries.lookup import found
from lfjb_desk.store.queries.today import papers_written

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow
    from lfjb_desk.services.papers.definition import PaperDefinition
    from lfjb_desk.store.engine.database import Database

DRAFTED = frozenset({MeetingState.IN_SESSION, MeetingState.MINUTES_DRAFT})
"""States in which the minutes of a meeting that was held are still to be circulated."""


def upcoming_meeting(database: Database, group_id: UUID, today: date) -> UpcomingMeeting | None:
    """Return the next meeting of a group with its readiness, or None when none is planned."""
    row = MeetingService(database).next(group_id, today)
    if row is None:
        return None
    lines = ReadinessService(database).lines(row.meeting.id)
    return UpcomingMeeting(
        row=row,
        days=(row.meeting.held_on - today).days,
        readiness=(*lines, _papers(database, row.meeting)),
    )


def papers_due(database: Database, group_id: UUID, today: date) -> tuple[PaperDue, ...]:
    """Return the papers to write: those of the next meeting, and all minutes not circulated."""
    rows = MeetingService(database).rows(group_id)
    due = []
    coming = next_from(rows, today)
    if coming is not None:
        day = long_date(coming.meeting.held_on)
        due += [
            PaperDue(
                paper.key, coming, f"{paper.in_sentence.capitalize()} for {coming.label}, {day}"
            )
            for paper in _missing(database, coming.meeting)
        ]
    for past in rows:
        if past.meeting.state in DRAFTED and past.meeting.is_over(today):
            due += _drafted(database, past)
    return tuple(due)


def _drafted(database: Database, past: MeetingRow) -> list[PaperDue]:
    """Return the minutes of a meeting that are still to go out."""
    with database.session() as session:
        written = papers_written(session, past.meeting.id)
    day = long_date(past.meeting.held_on)
    return [
        PaperDue(
            paper.key,
            past,
            f"{paper.in_sentence.capitalize()} of {past.label}, {day}",
            is_written=paper.key in written,
        )
        for paper in offered(PaperOffer.AFTER_MEETING)
    ]


def _missing(database: Database, meeting: Meeting) -> list[PaperDefinition]:
    """Return the papers still to write before a meeting."""
    with database.session() as session:
        written = papers_written(session, meeting.id)
        board = found(session, Group, meeting.group_id).kind is GroupKind.BOARD
    offers = (PaperOffer.BEFORE_MEETING, *([PaperOffer.BEFORE_BOARD_MEETING] if board else []))
    return [paper for paper in offered(*offers) if paper.key not in written]


def _papers(database: Database, meeting: Meeting) -> Readiness:
    missing = [paper.in_sentence for paper in _missing(database, meeting)]
    if not missing:
        return Readiness(ready=True, title="Papers written", words="Nothing to write")
    title = f"{count(len(missing), 'paper')} to write".capitalize()
    return Readiness(ready=False, title=title, words=listed(missing).capitalize())
