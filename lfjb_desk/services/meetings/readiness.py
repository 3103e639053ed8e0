"""What a coming meeting has, and what it still lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import count, listed, long_date
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import Meeting, MeetingState
from lfjb_desk.domain.read_models.meetings.forecast import QuorumOutlook, forecast_of
from lfjb_desk.domain.read_models.meetings.meetings import AgendaView, Readiness
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.store.queries import meetings, minutes
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.read_models.meetings.minutes import AttendanceRow
    from lfjb_desk.store.engine.database import Database


TO_AGREE = frozenset({MeetingState.IN_SESSION, MeetingState.MINUTES_DRAFT, MeetingState.CIRCULATED})
"""The states of meetings that were held and whose minutes are still to be agreed."""


class ReadinessService:
    """Answers how ready a meeting is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lines(self, meeting_id: UUID) -> tuple[Readiness, ...]:
        """Return what the meeting has and lacks: agenda, presenters, quorum, earlier minutes.

        Of earlier minutes the last are named, and all others that were never agreed.
        """
        agenda = AgendaService(self._database).view(meeting_id)
        with self._database.session() as session:
            meeting = found(session, Meeting, meeting_id)
            group = found(session, Group, meeting.group_id)
            seats = minutes.attendance_rows(session, meeting)
            earlier = meetings.all_before(session, meeting)
        lines = [_agenda(agenda)]
        if agenda.lines:
            lines.append(_presenters(agenda))
        lines.append(_quorum(group, seats))
        unagreed = (each for each in earlier[1:] if each.state in TO_AGREE)
        return (*lines, *(_minutes(each) for each in (*earlier[:1], *unagreed)))


def _agenda(agenda: AgendaView) -> Readiness:
    if not agenda.lines:
        return Readiness(ready=False, title="Agenda to draft", words="It has no item yet")
    words = f"{count(len(agenda.lines), 'item')}, {agenda.time_words}"
    if agenda.over > 0:
        return Readiness(ready=False, title="Agenda too long", words=words)
    return Readiness(ready=True, title="Agenda drafted", words=words)


def _presenters(agenda: AgendaView) -> Readiness:
    titles = [line.item.title for line in agenda.lines if not line.presenter]
    if titles:
        words = listed(titles[:3]) if len(titles) <= len(titles[:3]) else count(len(titles), "item")
        return Readiness(ready=False, title="Presenters to name", words=words)
    return Readiness(ready=True, title="Presenters named", words="Each item has one")


def _quorum(group: Group, seats: tuple[AttendanceRow, ...]) -> Readiness:
    forecast = forecast_of(group.quorum, seats)
    titles = {
        QuorumOutlook.LIKELY: "Quorum likely",
        QuorumOutlook.NO_SPARE: "Quorum likely",
        QuorumOutlook.AT_RISK: "Quorum at risk",
        QuorumOutlook.NO_RULE: "Quorum to agree",
    }
    ready = forecast.outlook in {QuorumOutlook.LIKELY, QuorumOutlook.NO_SPARE}
    return Readiness(ready=ready, title=titles[forecast.outlook], words=forecast.words)


def _minutes(of: Meeting) -> Readiness:
    title = f"Minutes of {long_date(of.held_on)}"
    words = {
        MeetingState.PLANNED: "The meeting was never marked as held",
        MeetingState.AGENDA_ISSUED: "The meeting was never marked as held",
        MeetingState.IN_SESSION: "The meeting is still in session",
        MeetingState.MINUTES_DRAFT: "In draft, to be circulated",
        MeetingState.CIRCULATED: "Circulated, to be agreed",
        MeetingState.AGREED: "Agreed",
        MeetingState.SIGNED: "Signed",
        MeetingState.CANCELLED: "The meeting was cancelled",
    }
    return Readiness(
        ready=of.state.is_circulated,
        title=title,
        words=words[of.state],
    )
