"""Gathering what a paper tells: each part asked of the service that answers for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Entitled
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.common.days import is_since
from lfjb_desk.domain.governance.governing_documents import DocumentKind
from lfjb_desk.domain.governance.groups import Group, Office
from lfjb_desk.domain.meetings.meetings import ItemTopic, Purpose
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.domain.read_models.actions import ActionQuery, Which
from lfjb_desk.domain.read_models.governance.groups import holder_of
from lfjb_desk.domain.read_models.restriction import NOTHING_RESTRICTED
from lfjb_desk.papers.parts.report_data import (
    ActionLogReportData,
    AgendaReportData,
    BoardPaperReportData,
    BoardReportData,
    ChairsBriefReportData,
    DriversReportData,
    LogReportData,
    MeetingReportData,
    MinutesReportData,
    MovedDate,
    TermsComparisonData,
    TermsReportData,
)
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.drivers.drivers import DriverService
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.governance.attendance_history import AttendanceHistoryService
from lfjb_desk.services.governance.commitments import CommitmentService
from lfjb_desk.services.governance.compliance import ComplianceService
from lfjb_desk.services.governance.escalations import EscalationService
from lfjb_desk.services.governance.forums import ForumService
from lfjb_desk.services.governance.governing_documents import GoverningService
from lfjb_desk.services.governance.groups import GroupService
from lfjb_desk.services.governance.seats import SeatService
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.amendment_views import amendments_view
from lfjb_desk.services.meetings.meetings import MeetingService, last_held
from lfjb_desk.services.meetings.minutes import MinutesService
from lfjb_desk.services.meetings.next_dates import family_of, next_dates
from lfjb_desk.services.meetings.register import RegisterService
from lfjb_desk.services.papers.figure_data import FigureGatherer
from lfjb_desk.services.papers.marking import Data, Markings
from lfjb_desk.services.papers.sub_groups import sub_groups
from lfjb_desk.store.engine.withholding import withholds
from lfjb_desk.store.queries.actions import updates_of
from lfjb_desk.store.queries.lookup import found
from lfjb_desk.store.queries.restriction import restriction_of_minutes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.drivers import DriverView
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.domain.read_models.governance.governing_documents import (
        ComparedVersions,
        DocumentRow,
    )
    from lfjb_desk.domain.read_models.governance.groups import SeatRow
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow, NextDate
    from lfjb_desk.domain.read_models.meetings.minutes import MinutesView
    from lfjb_desk.store.engine.database import Database


@dataclass(frozen=True)
class ReportGatherer:
    """The data of the papers of one group, as they stand on a day."""

    database: Database
    group: Group
    today: date
    restricted: bool = False
    """Whether the paper is for those entitled to restricted matter; `database` then tells it."""
    entitled: Entitled = Entitled.SECRETARIAT
    """Who they are."""

    def board(self, seats: Sequence[SeatRow] | None = None) -> BoardReportData:
        """Return the group with its area, chair and secretary; its seats may be at hand already."""
        with self.database.session() as session:
            area = found(session, DfjArea, self.group.area_id)
            leaves_out = withholds(session)
        seats = self.seats() if seats is None else seats
        return BoardReportData(
            group=self.group,
            board=self.group.name,
            area=area.name,
            chair=holder_of(seats, Office.CHAIR),
            secretary=holder_of(seats, Office.SECRETARIAT),
            today=self.today,
            entitled=self.entitled,
            leaves_out=leaves_out,
        )

    @property
    def figures(self) -> FigureGatherer:
        """What gathers the figures of the area, and the nation's where those are longer."""
        return FigureGatherer(self.database, self.group.area_id, self.today)

    def marked(self, data: Data) -> Data:
        """Return the data of a paper with its marking, once all of it is gathered."""
        groups = GroupService(self.database).all(self.group.area_id, closed=True)
        with self.database.session() as session:
            restricted = restriction_of_minutes(session) if self.restricted else NOTHING_RESTRICTED
        return Markings.of(groups, self.group).marked(data, restricted)

    def seats(self) -> tuple[SeatRow, ...]:
        """Return the seats of the group today."""
        return SeatService(self.database).rows(self.group.id, self.today)

    def meeting(self, minutes: MinutesView) -> MeetingReportData:
        """Return a meeting with its agenda, its minutes as they were read, and asked-for drafts."""
        agenda = AgendaService(self.database).view(minutes.meeting.id)
        # What is drafted today was not what a past meeting was asked to agree.
        may_ask = not minutes.meeting.is_over(self.today) and any(
            line.item.purpose is Purpose.DECIDE and line.item.topic is ItemTopic.NONE
            for line in agenda.lines
        )
        documents = (
            GoverningService(self.database).documents(minutes.meeting.group_id) if may_ask else ()
        )
        return MeetingReportData(agenda, minutes, documents)

    def minutes_view(self, meeting: Meeting) -> MinutesView:
        """Return a meeting as its minutes tell it."""
        return MinutesService(self.database).view(meeting.id, self.today)

    def log(self, meeting: Meeting | None, last: MeetingRow | None) -> LogReportData:
        """Return the actions of the group and those under it, from its last meeting to another."""
        since, until = last.meeting.held_on if last else None, self.until(meeting)
        rows = self._actions()
        return LogReportData(
            rows=rows,
            since=since,
            meeting_on=meeting.held_on if meeting and not meeting.is_over(self.today) else None,
            moved=self._moved(rows, since, until),
            until=until,
        )

    def until(self, meeting: Meeting | None) -> date | None:
        """Return the day until which a paper tells what has changed: of a past meeting its own."""
        return meeting.held_on if meeting and meeting.is_over(self.today) else None

    def before(self, meeting: Meeting | None) -> MeetingRow | None:
        """Return the meeting before a meeting, or the last one held when there is none."""
        meetings = MeetingService(self.database)
        return meetings.before(meeting) if meeting else meetings.last(self.group.id, self.today)

    def _actions(self) -> tuple[ActionRow, ...]:
        query = ActionQuery(self.group.area_id, which=Which.ALL)
        rows = ActionService(self.database).rows(query, self.today)
        own = {group.id for group in self._family()}
        return tuple(row for row in rows if row.action.group_id in own)

    def _family(self) -> tuple[Group, ...]:
        """Return the group and all groups under it, the closed ones too."""
        with self.database.session() as session:
            return family_of(session, self.group)

    def _moved(
        self, rows: Iterable[ActionRow], since: date | None, until: date | None
    ) -> tuple[MovedDate, ...]:
        if since is None:
            return ()
        refs = {row.action.id: row.action.ref for row in rows}
        with self.database.session() as session:
            updates = updates_of(session, refs)
        newest = {
            refs[key]: update.due_after
            for key, history in updates.items()
            for update in history
            if update.due_after and update.moves and is_since(update.noted_at.date(), since, until)
        }
        return tuple(MovedDate(ref, to) for ref, to in sorted(newest.items()))

    def drivers(
        self,
        since: date | None,
        figures: Sequence[Series] | None = None,
        until: date | None = None,
    ) -> tuple[DriverView, ...]:
        """Return the drivers of the area, with what changed after a day, until another or today.

        Their actions and decisions are those of the group and of the groups under it, as in its
        action log. `figures` are those of the area, where they are at hand already.
        """
        service = DriverService(self.database)
        own = frozenset(group.id for group in self._family())
        return service.views(self.group.area_id, self.today, since, figures, own, until)

    def dates(self, after: date) -> tuple[NextDate, ...]:
        """Return the coming meetings of the group and those under it, after a day."""
        with self.database.session() as session:
            return next_dates(session, self.group, after, self.today)

    def _meetings(self) -> dict[UUID, tuple[MeetingRow, ...]]:
        """Return the meetings of the group and of those under it, the latest first."""
        return MeetingService(self.database).rows_of([group.id for group in self._family()])

    def _groups_under(self) -> list[Group]:
        """Return the open groups right under this one."""
        groups = GroupService(self.database).all(self.group.area_id)
        return [group for group in groups if group.parent_id == self.group.id]

    def board_paper(self, meeting: Meeting) -> BoardPaperReportData:
        """Return all that the board paper tells."""
        return self.marked(self._board_paper(meeting))

    def chairs_brief(self, meeting: Meeting) -> ChairsBriefReportData:
        """Return all that the chair's brief tells."""
        due = RegisterService(self.database).due(self.group.id, meeting.held_on)
        board_paper, last, amendments = self._board_paper(meeting), self.before(meeting), None
        if last is not None:
            with self.database.session() as session:
                amendments = amendments_view(session, last.meeting)
        return self.marked(
            ChairsBriefReportData(**vars(board_paper), due=due, amendments=amendments)
        )

    def _board_paper(self, meeting: Meeting) -> BoardPaperReportData:
        meetings, last = self._meetings(), self.before(meeting)
        lasts = [last_held(meetings[group.id], self.today) for group in self._groups_under()]
        reported = [meeting.id, *(row.meeting.id for row in (last, *lasts) if row)]
        figures = FigureService(self.database).for_area(self.group.area_id, self.today)
        drivers = self.drivers(last.meeting.held_on if last else None, figures)
        minutes = MinutesService(self.database).views(reported, self.today)
        log = self.log(meeting, last)
        seats = SeatService(self.database).rows_of(meetings, self.today)
        own_seats = seats[self.group.id]
        performance, missing = self.figures.performance(drivers, figures)
        escalated = EscalationService(self.database).rows(self.group.id, self.today)
        return BoardPaperReportData(
            board=self.board(own_seats),
            next=self.meeting(minutes[meeting.id]),
            last=minutes[last.meeting.id] if last else None,
            log=log,
            performance=performance,
            missing=missing,
            drivers=drivers,
            groups=sub_groups(
                self._groups_under(), meetings, minutes, seats, log.rows, escalated, self.today
            ),
            escalations=tuple(row for row in escalated if row.group.id == self.group.id),
            seats=own_seats,
            dates=self.dates(meeting.held_on),
        )

    def agenda(self, meeting: Meeting) -> AgendaReportData:
        """Return all that the agenda tells; once minutes are circulated, with the names of theirs.

        An agenda that is printed again after its meeting says who led then, not who leads today.
        """
        if not meeting.state.is_circulated:
            coming = self.meeting(self.minutes_view(meeting))
            return self.marked(AgendaReportData(self.board(), coming))
        kept = MinutesService(self.database).to_print(meeting.id, self.today)
        led = {item.item.id: item.presenter for item in kept.items}
        then = self.meeting(kept)
        lines = tuple(
            replace(line, presenter=led.get(line.item.id) or line.presenter)
            for line in then.agenda.lines
        )
        agenda = replace(then.agenda, lines=lines, label=kept.label)
        return self.marked(AgendaReportData(self._board_of(kept), replace(then, agenda=agenda)))

    def drivers_report(self, meeting: Meeting | None) -> DriversReportData:
        """Return all that the report on drivers tells."""
        last = self.before(meeting)
        since = last.meeting.held_on if last else None
        coming = self.meeting(self.minutes_view(meeting)) if meeting else None
        until = self.until(meeting)
        drivers = self.drivers(since, until=until)
        context = self.figures.context(drivers)
        narratives = self.figures.driver_narratives(drivers)
        return self.marked(
            DriversReportData(self.board(), coming, since, drivers, context, narratives, until)
        )

    def minutes(self, meeting: Meeting) -> MinutesReportData:
        """Return all that the minutes tell: the group, chair and day are theirs, not today's."""
        return self.minutes_as(MinutesService(self.database).to_print(meeting.id, self.today))

    def minutes_as(self, view: MinutesView) -> MinutesReportData:
        """Return all that minutes tell, as a view has them."""
        return self.marked(MinutesReportData(self._board_of(view), view))

    def _board_of(self, view: MinutesView) -> BoardReportData:
        """Return the group, its chair and the day as minutes tell them."""
        with self.database.session() as session:
            area = found(session, DfjArea, view.group.area_id)
            leaves_out = withholds(session)
        return BoardReportData(
            group=view.group,
            board=view.group.name,
            area=area.name,
            chair=view.chair,
            secretary=view.secretary,
            today=view.history.as_of or self.today,
            entitled=self.entitled,
            leaves_out=leaves_out,
        )

    def action_log(self, meeting: Meeting | None) -> ActionLogReportData:
        """Return all that the action log tells."""
        last = self.before(meeting)
        log, label = self.log(meeting, last), last.label if last else ""
        return self.marked(ActionLogReportData(self.board(), log, label, self.until(meeting)))

    def terms(self) -> TermsReportData:
        """Return all that the terms of reference tell.

        Raises:
            RuleError: when the group has none.
        """
        board, terms = self.board(), self._terms()
        agreed, ruled = terms.agreed, None
        if agreed is not None and any(clause.rule for clause in agreed.clauses):
            ruled = ComplianceService(self.database).of_version(agreed, board.today)
        given = CommitmentService(self.database).of_group(self.group.id, self.today.year)
        came = AttendanceHistoryService(self.database).of_group(self.group.id, self.today)
        own = tuple(
            row
            for row in ForumService(self.database).rows(self.group.area_id)
            if row.tie is not None and row.tie.group.id == self.group.id
        )
        return self.marked(TermsReportData(board, terms, self.seats(), ruled, given, own, came))

    def terms_comparison(self, versions: ComparedVersions | None) -> TermsComparisonData:
        """Return two versions of a governing document of the group, the older one first.

        Without a choice they are the draft and the version in force, else the latest two.

        Raises:
            RuleError: when there are no two versions of it.
        """
        if versions is None:
            pair = self._terms().latest_two
        else:
            wanted = {versions.before, versions.after}
            documents = GoverningService(self.database).documents(self.group.id)
            chosen = (
                [view for view in row.versions if view.version.id in wanted] for row in documents
            )
            pair = next(((two[1], two[0]) for two in chosen if len(two) > 1), None)
        if pair is None:
            raise RuleError(
                f"“{self.group.name}” has no two versions of its terms of reference to compare, "
                "so no paper was made. Start a draft under Governance first."
            )
        return self.marked(TermsComparisonData(self.board(), *pair))

    def _terms(self) -> DocumentRow:
        """Return the terms of reference of the group."""
        documents = GoverningService(self.database).documents(self.group.id)
        terms = [row for row in documents if row.document.kind is DocumentKind.TERMS_OF_REFERENCE]
        if not terms:
            raise RuleError(
                f"“{self.group.name}” has no terms of reference yet, so no paper was made. "
                "Add them under Governance first."
            )
        return terms[0]
