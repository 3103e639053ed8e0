"""Papers: made from what the board holds, written to Word, checked, and remembered."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import Change, RuleError, added, change, removed
from lfjb_desk.domain.groups import Group, Marking
from lfjb_desk.domain.meetings import Meeting
from lfjb_desk.domain.papers import PaperKind, WrittenPaper
from lfjb_desk.domain.places import LocalAuthority
from lfjb_desk.papers.action_log import action_log
from lfjb_desk.papers.agenda import agenda_paper
from lfjb_desk.papers.board_paper import board_paper
from lfjb_desk.papers.drivers import drivers_paper
from lfjb_desk.papers.minutes import minutes_paper
from lfjb_desk.papers.parts.report_data import AgendaFacts
from lfjb_desk.papers.performance import performance_paper
from lfjb_desk.papers.terms import terms_paper
from lfjb_desk.services.atomic_files import file_name
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.papers.performance_data import performance_facts
from lfjb_desk.services.papers.report_data import ReportGatherer
from lfjb_desk.store.queries import papers as store
from lfjb_desk.store.queries.figures import figures
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.domain.blocks import Paper
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.word.checking.findings import Finding

NAMES = {
    PaperKind.BOARD_PAPER: "Board paper",
    PaperKind.DRIVERS: "Progress against drivers",
    PaperKind.PERFORMANCE: "Performance report",
    PaperKind.AGENDA: "Agenda",
    PaperKind.MINUTES: "Minutes",
    PaperKind.ACTION_LOG: "Action log",
    PaperKind.TERMS_OF_REFERENCE: "Terms of reference",
}
"""What people call each paper."""

_OF_A_MEETING = {PaperKind.BOARD_PAPER, PaperKind.AGENDA, PaperKind.MINUTES}
_OF_TODAY = {
    *(PaperKind.DRIVERS, PaperKind.PERFORMANCE),
    *(PaperKind.ACTION_LOG, PaperKind.TERMS_OF_REFERENCE),
}


@dataclass(frozen=True)
class Written:
    """A paper in a file: where, its bytes' hash, and what the accessibility check found."""

    kind: PaperKind
    group_id: UUID
    meeting_id: UUID | None
    path: Path
    findings: tuple[Finding, ...]
    sha256: str


class PaperService:
    """Makes, writes and remembers papers.

    `office` is LibreOffice's program, which finds the page numbers of the contents; without it
    the contents are links.
    """

    def __init__(self, database: Database, template: Path, office: Path | None = None) -> None:
        self._database = database
        self._template = template
        self._office = office

    def meeting_for(self, kind: PaperKind, group_id: UUID, today: date) -> Meeting | None:
        """Return the meeting that a paper is of by default.

        That is the next one, else the last; for minutes the last one held, else the next.
        """
        return _meeting_for(self._database, kind, group_id, today)

    def authorities(self, group_id: UUID) -> Sequence[LocalAuthority]:
        """Return the authorities that a performance report may be about, by name."""
        with self._database.session() as session:
            return figures.authorities_of(session, found(session, Group, group_id).area_id)

    def paper(
        self,
        kind: PaperKind,
        group_id: UUID,
        meeting_id: UUID | None,
        today: date,
        authority_id: UUID | None = None,
    ) -> Paper:
        """Return a paper as blocks, of a meeting or (with None) of the one by default.

        A performance report is about the area or (with an id) about one of its authorities.

        Raises:
            RuleError: when the group has no meeting, or no terms of reference, to tell of.
        """
        with self._database.gathering() as database:
            group, meeting = _asked(database, kind, group_id, meeting_id, today)
            return _made(ReportGatherer(database, group, today), kind, meeting, authority_id)

    def file_name(
        self,
        kind: PaperKind,
        group_id: UUID,
        meeting_id: UUID | None,
        today: date,
        authority_id: UUID | None = None,
    ) -> str:
        """Return the name that a paper's file takes: marking, paper, authority and day."""
        group, meeting = _asked(self._database, kind, group_id, meeting_id, today)
        day = meeting.held_on if meeting and kind in _OF_A_MEETING else today
        marked = group.marking is Marking.OFFICIAL_SENSITIVE
        parts = [group.marking.value] if marked else []
        with self._database.session() as session:
            about = [found(session, LocalAuthority, authority_id).name] if authority_id else []
        words = (*parts, kind.value, *about, day.isoformat())
        return file_name(*words, suffix=".docx", between="_", blank="-")

    def write(
        self,
        kind: PaperKind,
        group_id: UUID,
        meeting_id: UUID | None,
        today: date,
        out: Path,
        authority_id: UUID | None = None,
    ) -> Written:
        """Write a paper to a file and check it; what was there before is replaced.

        Raises:
            RuleError: when the paper cannot be made, or the file cannot be saved.
        """
        # Late: to look at a paper, and to list what was written, Word's parts are not needed.
        from lfjb_desk.word.writing.engine import write  # noqa: PLC0415
        from lfjb_desk.word.writing.pages import find_pages  # noqa: PLC0415

        made = self.paper(kind, group_id, meeting_id, today, authority_id)
        _, meeting = _asked(self._database, kind, group_id, meeting_id, today)
        pages = find_pages(made, self._template, self._office)
        findings = write(made, self._template, out, pages)
        return Written(
            kind=kind,
            group_id=group_id,
            meeting_id=meeting.id if meeting and kind not in _OF_TODAY else None,
            path=out,
            findings=findings,
            sha256=hashlib.sha256(out.read_bytes()).hexdigest(),
        )

    def record(self, written: Written, now: datetime) -> Change:
        """Return the change that remembers a paper that was written."""
        row = WrittenPaper(
            group_id=written.group_id,
            meeting_id=written.meeting_id,
            kind=written.kind,
            file_name=written.path.name,
            sha256=written.sha256,
            written_at=now,
            findings=len(written.findings),
        )
        return change(f"Write “{written.path.name}”", row, [added(row)])

    def forget(self, paper_id: UUID) -> Change:
        """Return the change that takes a written paper off the list; its file stays."""
        with self._database.session() as session:
            row = found(session, WrittenPaper, paper_id)
        return change(f"Take “{row.file_name}” off the list", row, [removed(row)])

    def written(self, group_id: UUID) -> Sequence[WrittenPaper]:
        """Return the papers written for a group, the latest first."""
        with self._database.session() as session:
            return store.of_group(session, group_id)


def _meeting_for(
    database: Database, kind: PaperKind, group_id: UUID, today: date
) -> Meeting | None:
    meetings = MeetingService(database)
    coming, last = meetings.next(group_id, today), meetings.last(group_id, today)
    row = (last or coming) if kind is PaperKind.MINUTES else (coming or last)
    return row.meeting if row else None


def _asked(
    database: Database, kind: PaperKind, group_id: UUID, meeting_id: UUID | None, today: date
) -> tuple[Group, Meeting | None]:
    with database.session() as session:
        group = found(session, Group, group_id)
        meeting = found(session, Meeting, meeting_id) if meeting_id else None
    if meeting is not None and meeting.group_id != group_id:
        raise RuleError(f"That meeting is not one of “{group.name}”. No paper was made.")
    return group, meeting or _meeting_for(database, kind, group_id, today)


def _made(
    gathering: ReportGatherer, kind: PaperKind, meeting: Meeting | None, authority_id: UUID | None
) -> Paper:
    of_today: dict[PaperKind, Callable[[], Paper]] = {
        PaperKind.TERMS_OF_REFERENCE: lambda: terms_paper(gathering.terms()),
        PaperKind.ACTION_LOG: lambda: action_log(gathering.action_log(meeting)),
        PaperKind.DRIVERS: lambda: drivers_paper(gathering.drivers_report(meeting)),
        PaperKind.PERFORMANCE: lambda: performance_paper(
            performance_facts(gathering, authority_id)
        ),
    }
    if kind in of_today:
        return of_today[kind]()
    if meeting is None:
        raise RuleError(
            f"“{gathering.group.name}” has no meeting yet, so no paper was made. "
            "Add a meeting under Meetings first."
        )
    if kind is PaperKind.AGENDA:
        return agenda_paper(AgendaFacts(gathering.board(), gathering.meeting(meeting)))
    if kind is PaperKind.MINUTES:
        return minutes_paper(gathering.minutes(meeting))
    return board_paper(gathering.board_paper(meeting))
