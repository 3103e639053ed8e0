"""E-mail drafts that circulate the papers of a meeting; nothing is ever sent from here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Entitled
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.formatting import lower_first, span, weekday_date
from lfjb_desk.domain.governance.groups import Group, GroupKind, Marking
from lfjb_desk.domain.meetings.meetings import Meeting, MeetingState, Purpose
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.domain.read_models.meetings.meetings import cancelled_words, time_after
from lfjb_desk.services.atomic_files import file_name
from lfjb_desk.services.mail_drafts import Attachment, mail_draft
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.invitations import invitees_of
from lfjb_desk.services.meetings.meetings import label_of
from lfjb_desk.services.papers.definition import PaperRequest
from lfjb_desk.services.papers.registry import MINUTES, PAPERS
from lfjb_desk.store.queries import papers as store
from lfjb_desk.store.queries.lookup import found
from lfjb_desk.store.queries.restriction import restriction_of_minutes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.read_models.meetings.invitations import Invitees
    from lfjb_desk.domain.read_models.meetings.meetings import AgendaLine
    from lfjb_desk.services.papers.definition import PaperDefinition
    from lfjb_desk.services.papers.papers import PaperService, Written
    from lfjb_desk.store.engine.database import Database


@dataclass(frozen=True)
class OfferedPaper:
    """A paper that can go with the e-mail of a meeting."""

    paper: PaperDefinition
    usual: bool
    """Whether it was written for this very meeting."""


@dataclass(frozen=True)
class MeetingLetter:
    """What an e-mail about a meeting says, as every member may read it."""

    meeting: Meeting
    label: str
    area: str
    is_board: bool
    lines: tuple[AgendaLine, ...]
    invitees: Invitees


class MeetingLetterService:
    """Drafts the e-mail with the papers of a meeting, which are made afresh for it.

    What makes `papers` is asked for once it is needed: it takes a second to bring in.
    """

    def __init__(self, database: Database, papers: Callable[[], PaperService]) -> None:
        self._database, self._papers = database, papers

    def offered(self, meeting_id: UUID) -> tuple[OfferedPaper, ...]:
        """Return the papers written for a meeting, and those the group has of no one meeting."""
        with self._database.session() as session:
            group_id = found(session, Meeting, meeting_id).group_id
            written = store.of_group(session, group_id)
        of_this = {row.kind for row in written if row.meeting_id == meeting_id}
        of_none = {row.kind for row in written if row.meeting_id is None}
        return tuple(
            OfferedPaper(paper, paper.key in of_this)
            for paper in PAPERS
            if paper.key in of_this or (paper.key in of_none and not paper.of_meeting)
        )

    def invitees(self, meeting_id: UUID, entitled: Entitled | None) -> Invitees:
        """Return who the e-mail goes to: everybody with a seat, or those entitled."""
        with self._database.session() as session:
            people = invitees_of(session, found(session, Meeting, meeting_id))
        return people if entitled is None else people.entitled(entitled)

    def file_name(self, meeting_id: UUID) -> str:
        """Return the name that the draft's file takes."""
        with self._database.session() as session:
            meeting = found(session, Meeting, meeting_id)
            label = label_of(session, meeting)
        return file_name("E-mail", label, meeting.held_on.isoformat(), suffix=".eml")

    def draft(
        self,
        meeting_id: UUID,
        papers: Sequence[PaperDefinition],
        today: date,
        entitled: Entitled | None = None,
        passed: Callable[[PaperDefinition], None] = lambda _: None,
    ) -> bytes:
        """Return the draft as a mail program opens it, ready to send, with its papers attached.

        Papers hold restricted matter only for those `entitled`, and it then goes to them alone;
        its own words never do. `passed` is told of each paper before it is made.

        Raises:
            RuleError: when a paper cannot be made, or none was chosen.
        """
        if not papers:
            raise RuleError("No paper is chosen. Choose at least one; nothing was written.")
        letter = self._letter(meeting_id, entitled)
        with TemporaryDirectory() as place:
            written, service = [], self._papers()
            for paper in papers:
                passed(paper)
                request = _request(paper, letter.meeting, today, entitled)
                written.append(service.write(request, Path(place)))
            return _message(letter, written, today, entitled)

    def _letter(self, meeting_id: UUID, entitled: Entitled | None) -> MeetingLetter:
        with self._database.session() as session:
            meeting = found(session, Meeting, meeting_id)
            group = found(session, Group, meeting.group_id)
            label = label_of(session, meeting)
            area = found(session, DfjArea, group.area_id).name
            withheld = restriction_of_minutes(session)
        with self._database.gathering(withheld) as gathered:
            lines = AgendaService(gathered).view(meeting_id).lines
        is_board = group.kind is GroupKind.BOARD
        people = self.invitees(meeting_id, entitled)
        return MeetingLetter(meeting, label, area, is_board, lines, people)


def _request(
    paper: PaperDefinition, meeting: Meeting, today: date, entitled: Entitled | None
) -> PaperRequest:
    return PaperRequest(
        paper,
        meeting.group_id,
        today,
        meeting_id=meeting.id,
        restricted=entitled is not None,
        entitled=entitled or Entitled.SECRETARIAT,
    )


def _message(
    letter: MeetingLetter, written: Sequence[Written], today: date, entitled: Entitled | None
) -> bytes:
    marking = Marking.highest(paper.marking for paper in written)
    to = [(each.name, each.email) for each in letter.invitees.reached]
    subject = f"{marking.value}: {_subject(letter, written)}"
    text = "\n\n".join(_body(letter, written, today, marking, entitled)) + "\n"
    files = [Attachment(paper.path.name, paper.path.read_bytes()) for paper in written]
    return mail_draft(to, subject, text, files)


def _subject(letter: MeetingLetter, written: Sequence[Written]) -> str:
    titles = [paper.request.paper for paper in written]
    what = MINUTES.title if titles == [MINUTES] else "Papers"
    between = "of" if titles == [MINUTES] else "for"
    return (
        f"{what} {between} {lower_first(letter.label)}, {letter.area}, "
        f"{weekday_date(letter.meeting.held_on)}"
    )


def _body(
    letter: MeetingLetter,
    written: Sequence[Written],
    today: date,
    marking: Marking,
    entitled: Entitled | None,
) -> Iterator[str]:
    is_cancelled = letter.meeting.state is MeetingState.CANCELLED
    is_over = letter.meeting.is_over(today) or is_cancelled
    yield "Dear colleagues,"
    yield (
        cancelled_words(letter.label, letter.meeting)
        if is_cancelled
        else _when(letter, is_over=is_over)
    )
    if not is_over:
        yield _asked(letter)
    titles = [paper.request.paper.title for paper in written]
    yield "\n".join(("Attached:", *(f"- {title}" for title in titles)))
    if not is_over:
        yield "If you cannot come, please tell us, and who will come in your place."
    elif MINUTES.title in titles and not letter.meeting.state.is_agreed:
        yield "Please tell us what in the minutes is not right."
    if any(paper.restricted for paper in written) and entitled is not None:
        yield (
            f"These papers hold restricted matter for {entitled.value} alone. "
            "Please do not pass them on."
        )
    elif marking.is_sensitive:
        yield f"These papers are marked {marking.value}. Please do not pass them on."
    secretary = letter.invitees.secretary
    signed = (secretary.name,) if secretary is not None else ()
    yield "\n".join((*signed, f"For the {letter.area} Local Family Justice Board"))


def _when(letter: MeetingLetter, *, is_over: bool) -> str:
    meeting = letter.meeting
    parts = [weekday_date(meeting.held_on)]
    if meeting.starts is not None:
        planned = meeting.minutes_planned
        ends = None if planned is None else time_after(meeting.starts, planned)
        parts.append(span(meeting.starts, ends))
    if meeting.place:
        parts.append(meeting.place)
    verb = "was held on" if is_over else "is on"
    return f"{letter.label} {verb} {', '.join(parts)}."


def _asked(letter: MeetingLetter) -> str:
    """Return what the group is asked to decide, item by item."""
    who = "board" if letter.is_board else "group"
    decisions = [_numbered(line) for line in letter.lines if line.item.purpose is Purpose.DECIDE]
    if not decisions:
        return f"The {who} is asked to decide nothing at this meeting."
    return "\n".join((f"The {who} is asked to decide:", *decisions))


def _numbered(line: AgendaLine) -> str:
    words = ": ".join(filter(None, (line.item.title, line.item.ask or line.item.why)))
    return " ".join(f"{line.number}. {words}".split())
