"""Papers: made from what the board holds, written to Word, checked, and remembered."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from lfjb_desk.domain.changes import Change, RuleError, added, change, removed
from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.governance.governing_documents import DocumentVersion
from lfjb_desk.domain.governance.groups import Group, Marking
from lfjb_desk.domain.meetings.meetings import Meeting
from lfjb_desk.domain.meetings.minutes import (
    CirculatedMinutes,
    MinutesAgreement,
    MinutesCorrection,
)
from lfjb_desk.domain.papers import WrittenPaper
from lfjb_desk.domain.places import LocalAuthority
from lfjb_desk.domain.read_models.restriction import NOTHING_RESTRICTED
from lfjb_desk.services.atomic_files import file_name
from lfjb_desk.services.governance.governing_documents import GoverningService
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.papers.definition import OfGroup, OfMeeting, OfPlace, OfVersions
from lfjb_desk.services.papers.report_data import ReportGatherer
from lfjb_desk.store.engine.audit import change_of
from lfjb_desk.store.queries import papers as store
from lfjb_desk.store.queries.figures import figures
from lfjb_desk.store.queries.lookup import found
from lfjb_desk.store.queries.restriction import restriction_of_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from lfjb_desk.domain.blocks import Paper
    from lfjb_desk.domain.changes import Edit
    from lfjb_desk.domain.read_models.governance.governing_documents import DocumentRow
    from lfjb_desk.services.papers.definition import PaperDefinition, PaperRequest
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading
    from lfjb_desk.word.checking.findings import Finding

LOOKED_BACK = 50
"""How many records of the audit are looked at for what changed last."""
LONGEST_LISTING = 20_000
"""Bytes that no record of written papers has; a longer one need not be unpacked to know it."""


@dataclass(frozen=True)
class Written:
    """A paper in a file: where, its bytes' hash, and what the accessibility check found."""

    request: PaperRequest
    """What was asked for, with the meeting that the paper came to be of."""
    path: Path
    findings: tuple[Finding, ...]
    sha256: str
    restricted: bool = False
    """Whether it holds restricted matter."""
    marking: Marking = Marking.OFFICIAL


class PaperService:
    """Makes, writes and remembers papers.

    `office` is LibreOffice's program, which finds the page numbers of the contents; without it
    the contents are links.
    """

    def __init__(self, database: Database, template: Path, office: Path | None = None) -> None:
        self._database = database
        self._template = template
        self._office = office

    def usual_meeting(self, paper: PaperDefinition, group_id: UUID, today: date) -> Meeting | None:
        """Return the meeting that a paper is of by default.

        That is the next one, else the last; for a paper that looks back the last one held, else
        the next.
        """
        return _usual_meeting(self._database, paper, group_id, today)

    def authorities(self, group_id: UUID) -> Sequence[LocalAuthority]:
        """Return the authorities that a paper of a place may be about, by name."""
        with self._database.session() as session:
            return figures.authorities_of(session, found(session, Group, group_id).area_id)

    def documents(self, group_id: UUID) -> Sequence[DocumentRow]:
        """Return the governing documents of which a paper may compare two versions."""
        return GoverningService(self._database).documents(group_id)

    def paper(self, request: PaperRequest) -> Paper:
        """Return a paper as blocks.

        Raises:
            RuleError: when the group does not hold what the paper tells of.
        """
        with _reading(self._database, request) as database:
            return _build(database, request)[0]

    def file_name(self, request: PaperRequest, paper: Paper | None = None) -> str:
        """Return the name that a paper's file takes: marking, paper, subject and day.

        One with restricted matter has another name than the open one, so that neither replaces
        the other.
        The marking is that of what the paper holds, so it is made anew unless it is at hand.
        """
        made = self.paper(request) if paper is None else paper
        return self._name(request, Marking(made.marking), restricted=made.restricted)

    def possible_names(self, request: PaperRequest) -> frozenset[str]:
        """Return the names that its file may take, without making the paper, by each marking."""
        return frozenset(
            self._name(request, marking, restricted=restricted)
            for marking in Marking
            for restricted in (False, True)
        )

    def _name(self, request: PaperRequest, marking: Marking, *, restricted: bool) -> str:
        with self._database.gathering() as database, database.session() as session:
            _, meeting = _group_and_meeting(database, request)
            key = request.authority_id
            about = [found(session, LocalAuthority, key).name] if key else []
            about += _numbers(session, request)
        day = meeting.held_on if meeting and request.paper.of_meeting else request.today
        apart = ["restricted"] if restricted else []
        first = [marking.value] if marking.is_sensitive else []
        return file_name(
            *first,
            request.paper.key,
            *apart,
            *about,
            day.isoformat(),
            suffix=".docx",
            between="_",
            blank="-",
        )

    def write(self, request: PaperRequest, out: Path) -> Written:
        """Write a paper and check it: to a file, which is replaced, or by its name into a folder.

        Raises:
            RuleError: when the paper cannot be made, or the file cannot be saved; when a paper
                with restricted matter would have a name that does not say how it is marked.
        """
        # Late: to look at a paper, and to list what was written, Word's parts are not needed.
        from lfjb_desk.word.writing.engine import write  # noqa: PLC0415
        from lfjb_desk.word.writing.pages import find_pages  # noqa: PLC0415

        with _reading(self._database, request) as database:
            paper, meeting = _build(database, request)
        if out.is_dir() and out.suffix.lower() != ".docx":
            out /= self.file_name(request, paper)
        if paper.restricted:
            _refuse_unmarked(out, paper)
            self._refuse_open_name(request, out)
        pages = find_pages(paper, self._template, self._office)
        findings = write(paper, self._template, out, pages)
        meeting_id = meeting.id if meeting and request.paper.of_meeting else None
        return Written(
            request=replace(request, meeting_id=meeting_id),
            path=out,
            findings=findings,
            sha256=hashlib.sha256(out.read_bytes()).hexdigest(),
            restricted=paper.restricted,
            marking=Marking(paper.marking),
        )

    def _refuse_open_name(self, request: PaperRequest, out: Path) -> None:
        """Refuse the name of the open paper to one with restricted matter."""
        opened = {self._name(request, marking, restricted=False) for marking in Marking}
        if out.name.casefold() in {name.casefold() for name in opened}:
            named = self._name(request, Marking.OFFICIAL_SENSITIVE, restricted=True)
            raise RuleError(
                f"“{out.name}” is the name of the open paper, which every member reads. No paper "
                f"was written; choose another name, such as “{named}”."
            )

    def record(self, written: Written, now: datetime) -> Change:
        """Return the change that remembers a paper that was written."""
        row = _row_of(written, now)
        return change(f"Write “{row.file_name}”{_for_whom([written])}", row, [added(row)])

    def record_all(self, papers: Sequence[Written], now: datetime) -> Change:
        """Return the one change that remembers several papers that were written together."""
        label = f"Write {count(len(papers), 'paper')}{_for_whom(papers)}"
        return change(label, None, [added(_row_of(written, now)) for written in papers])

    def forget(self, paper_id: UUID) -> Change:
        """Return the change that takes a written paper off the list; its file stays."""
        with self._database.session() as session:
            row = found(session, WrittenPaper, paper_id)
        return change(f"Take “{row.file_name}” off the list", row, [removed(row)])

    def written(self, group_id: UUID) -> Sequence[WrittenPaper]:
        """Return the papers written for a group, the latest first."""
        with self._database.session() as session:
            return store.of_group(session, group_id)

    def fresh(self) -> frozenset[UUID]:
        """Return the papers that nothing has changed since: the others may be out of date.

        Minutes that were circulated stand whatever the board does, until they are agreed, signed,
        corrected or circulated again.
        """
        with self._database.session() as session:
            kept = store.of_circulated(session)
        fresh: set[UUID] = set()
        is_changed, changed = False, set[UUID]()
        for record in self._database.history(limit=LOOKED_BACK):
            if is_changed and not kept:
                break  # only minutes that were circulated outlast a change
            long = len(record.payload) > LONGEST_LISTING
            for edit in () if long else change_of(record).edits:
                if edit.table is not WrittenPaper:
                    is_changed = True
                    changed |= _minutes_of(edit)
                elif (edit.key in kept and kept[edit.key] not in changed) or (
                    edit.key not in kept and not is_changed
                ):
                    fresh.add(edit.key)
            is_changed = is_changed or long
        return frozenset(fresh)


def _minutes_of(edit: Edit) -> set[UUID]:
    """Return the meeting whose minutes an edit brings to another state, or corrects."""
    if edit.table is Meeting:
        return {edit.key}
    values = {**(edit.before or {}), **(edit.after or {})}
    kept = edit.table in {CirculatedMinutes, MinutesAgreement, MinutesCorrection}
    return {values["meeting_id"]} if kept and "meeting_id" in values else set()


def _row_of(written: Written, now: datetime) -> WrittenPaper:
    return WrittenPaper(
        group_id=written.request.group_id,
        meeting_id=written.request.meeting_id,
        kind=written.request.paper.key,
        file_name=written.path.name,
        sha256=written.sha256,
        written_at=now,
        findings=len(written.findings),
    )


def _for_whom(papers: Sequence[Written]) -> str:
    """Return who may read what of these papers is restricted; empty where none is."""
    restricted = [written for written in papers if written.restricted]
    if not restricted:
        return ""
    return f" with restricted matter for {restricted[0].request.entitled.value}"


def _numbers(session: Reading, request: PaperRequest) -> list[str]:
    """Return which versions were chosen for a paper, as its file's name says it."""
    pair = request.versions
    if pair is None:
        return []
    first, second = sorted(
        found(session, DocumentVersion, key).number for key in (pair.before, pair.after)
    )
    return [f"versions {first} and {second}"]


@contextmanager
def _reading(database: Database, request: PaperRequest) -> Iterator[Database]:
    """Give the database as the readers of a paper may see it, for as long as it is gathered.

    The one filter of every paper: an open paper is gathered from a database that does not answer
    with restricted matter, so that no part of it can print any.
    """
    if request.restricted:
        withheld = NOTHING_RESTRICTED
    else:
        with database.session() as session:
            withheld = restriction_of_minutes(session)
    with database.gathering(withheld) as gathered:
        yield gathered


def _refuse_unmarked(out: Path, paper: Paper) -> None:
    """Refuse a name that hides what a paper with restricted matter is."""
    if not out.name.upper().startswith(paper.marking):
        raise RuleError(
            f"A paper with restricted matter is marked {paper.marking}, and the name of its file "
            f"begins so: “{paper.marking}_{out.name}”. No paper was written; choose such a name."
        )


def _usual_meeting(
    database: Database, paper: PaperDefinition, group_id: UUID, today: date
) -> Meeting | None:
    meetings = MeetingService(database)
    coming, last = meetings.next(group_id, today), meetings.last(group_id, today)
    looks_back = isinstance(paper.tells_of, OfMeeting) and paper.tells_of.looks_back
    row = (last or coming) if looks_back else (coming or last)
    return row.meeting if row else None


def _group_and_meeting(database: Database, request: PaperRequest) -> tuple[Group, Meeting | None]:
    """Return the group of a paper and the meeting that it is read for, where it takes one."""
    key = request.meeting_id if request.paper.takes_meeting else None
    with database.session() as session:
        group = found(session, Group, request.group_id)
        meeting = found(session, Meeting, key) if key else None
    if meeting is not None and meeting.group_id != group.id:
        raise RuleError(f"That meeting is not one of “{group.name}”. No paper was made.")
    if meeting is None and request.paper.takes_meeting:
        meeting = _usual_meeting(database, request.paper, group.id, request.today)
    return group, meeting


def _build(database: Database, request: PaperRequest) -> tuple[Paper, Meeting | None]:
    """Return a paper and the meeting that it was read for, if it takes one."""
    group, meeting = _group_and_meeting(database, request)
    gatherer = ReportGatherer(database, group, request.today, request.restricted, request.entitled)
    source = request.paper.tells_of
    if isinstance(source, OfGroup):
        return source.build(gatherer), None
    if isinstance(source, OfPlace):
        return source.build(gatherer, request.authority_id), None
    if isinstance(source, OfVersions):
        return source.build(gatherer, request.versions), None
    if not isinstance(source, OfMeeting):
        return source.build(gatherer, meeting), meeting
    if meeting is None:
        raise RuleError(
            f"“{group.name}” has no meeting yet, so no paper was made. "
            "Add a meeting under Meetings first."
        )
    return source.build(gatherer, meeting), meeting
