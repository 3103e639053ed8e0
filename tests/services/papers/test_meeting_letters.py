"""E-mail drafts with the papers of a meeting, as a mail program reads them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document

from lfjb_desk.domain.blocks import Entitled
from lfjb_desk.domain.changes import Change, RuleError, added, edited
from lfjb_desk.domain.governance.groups import Appointment, Group, Marking, Office, Seat
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.meetings.meetings import MeetingState, Purpose
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.papers.definition import PaperRequest
from lfjb_desk.services.papers.meeting_letters import MeetingLetterService
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.papers.registry import ACTION_LOG, AGENDA, MINUTES
from tests.mail_reading import addresses_of, subject_of

if TYPE_CHECKING:
    from email.message import EmailMessage
    from uuid import UUID

    from lfjb_desk.services.papers.definition import PaperDefinition
    from tests.services.conftest import Board

TODAY, LATER = date(2026, 11, 23), date(2026, 12, 10)
NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
TEMPLATE = Path(__file__).parents[3] / "templates" / "house.docx"
LONG_NAME = "Professor Dr. Änne-Sophie Größenwahn-Łukaszewicz de la Fontaine y Muñoz-O'Hara, KC"


@dataclass(frozen=True)
class Draft:
    """A draft as a mail program reads it."""

    data: bytes

    @property
    def message(self) -> EmailMessage:
        return message_from_bytes(self.data, policy=default)

    @property
    def subject(self) -> str:
        return subject_of(self.data)

    @property
    def body(self) -> str:
        part = self.message.get_body(("plain",))
        assert part is not None
        return str(part.get_content()).replace("\r\n", "\n")

    @property
    def to(self) -> list[tuple[str, str]]:
        return addresses_of(self.data)

    @property
    def emails(self) -> list[str]:
        return [email for _, email in self.to]

    @property
    def attached(self) -> dict[str, str]:
        """The words of each attached Word file by its name."""
        found = {}
        for part in self.message.iter_attachments():
            document = Document(io.BytesIO(part.get_content()))
            cells = [cell.text for table in document.tables for cell in table._cells]
            paragraphs = [paragraph.text for paragraph in document.paragraphs]
            found[part.get_filename() or ""] = "\n".join((*paragraphs, *cells))
        return found


@dataclass(frozen=True)
class Writing:
    """A board with a secretary and an agenda, one of whose items is restricted."""

    board: Board
    papers: PaperService
    letters: MeetingLetterService

    def draft(
        self,
        *papers: PaperDefinition,
        today: date = TODAY,
        entitled: Entitled | None = None,
    ) -> Draft:
        data = self.letters.draft(self.board.meeting, papers, today, entitled)
        assert b"\n" not in data.replace(b"\r\n", b"")
        return Draft(data)

    def write_to(self, person_id: UUID, **fields: object) -> None:
        with self.board.database.session() as session:
            person = session.get_one(Person, person_id)
        self.board.write(Change("Mend", (edited(person, **fields),)))

    def save(self, folder: Path, *papers: PaperDefinition) -> None:
        for paper in papers:
            request = PaperRequest(paper, self.board.group, TODAY, meeting_id=self.board.meeting)
            written = self.papers.write(request, folder)
            self.board.write(self.papers.record(written, NOW))


@pytest.fixture
def writing(board: Board) -> Writing:
    grace = Person(
        name="Grace Finch", organisation_id=board.court_service, email="grace@example.org"
    )
    seat = Seat(
        group_id=board.group, organisation_id=board.court_service, title="Secretary", position=3
    )
    term = Appointment(
        seat_id=seat.id, person_id=grace.id, office=Office.SECRETARIAT, starts=date(2025, 1, 1)
    )
    board.write(Change("Seat", (added(grace), added(seat), added(term))))
    papers = PaperService(board.database, TEMPLATE)
    made = Writing(board, papers, MeetingLetterService(board.database, lambda: papers))
    made.write_to(board.tom, email="tom@example.org")
    made.write_to(board.helen, email="helen@example.org", name=LONG_NAME)
    agenda, decide = AgendaService(board.database), Purpose.DECIDE
    board.write(agenda.add(board.meeting, "Welcome", purpose=Purpose.NOTE))
    board.write(agenda.add(board.meeting, "Terms", purpose=decide, why="Agree the new\nterms"))
    board.write(
        agenda.add(board.meeting, "Removing a judge", purpose=decide, restricted=True, why="Grave")
    )
    return made


def test_the_draft_says_what_the_meeting_is_and_what_it_is_asked(writing: Writing) -> None:
    message = writing.draft(AGENDA)
    assert message.message["X-Unsent"] == "1"
    assert message.message["From"] is None
    assert message.subject == (
        "OFFICIAL-SENSITIVE: Papers for board meeting 23, Essex, Thursday 3 December 2026"
    )
    assert message.body == (
        "Dear colleagues,\n\n"
        "Board meeting 23 is on Thursday 3 December 2026, 10am to 12:30pm, Chelmsford.\n\n"
        "The board is asked to decide:\n2. Terms: Agree the new terms\n3. Restricted item\n\n"
        "Attached:\n- Agenda\n\n"
        "If you cannot come, please tell us, and who will come in your place.\n\n"
        "These papers are marked OFFICIAL-SENSITIVE. Please do not pass them on.\n\n"
        "Grace Finch\nFor the Essex Local Family Justice Board\n"
    )


def test_it_is_addressed_to_everybody_with_an_address(writing: Writing) -> None:
    assert writing.draft(AGENDA).to == [
        ("Tom Aldous", "tom@example.org"),
        (LONG_NAME, "helen@example.org"),
        ("Grace Finch", "grace@example.org"),
    ]
    writing.write_to(writing.board.helen, email="")
    assert writing.draft(AGENDA).emails == [
        "tom@example.org",
        "grace@example.org",
    ]
    assert writing.letters.invitees(writing.board.meeting, None).missing_words == (
        f"1 person has no usable e-mail address here and will not get it: {LONG_NAME}."
    )


def test_without_any_address_the_draft_has_none(board: Board) -> None:
    letters = MeetingLetterService(board.database, lambda: PaperService(board.database, TEMPLATE))
    board.write(AgendaService(board.database).add(board.meeting, "Welcome"))
    data = letters.draft(board.meeting, [AGENDA], TODAY)
    message = Draft(data).message
    assert message["To"] is None
    assert message["X-Unsent"] == "1"


def test_a_shared_mailbox_is_written_to_once(writing: Writing) -> None:
    writing.write_to(writing.board.helen, email="Tom@example.org")
    assert writing.draft(AGENDA).to == [
        ("Tom Aldous", "tom@example.org"),
        ("Grace Finch", "grace@example.org"),
    ]


def test_open_papers_hold_nothing_restricted(writing: Writing) -> None:
    ((name, words),) = writing.draft(AGENDA).attached.items()
    assert name == "OFFICIAL-SENSITIVE_agenda_2026-12-03.docx"
    assert "Welcome" in words
    assert "Restricted item" in words
    assert "Removing a judge" not in words


def test_restricted_matter_goes_to_those_entitled_alone(writing: Writing) -> None:
    message = writing.draft(AGENDA, entitled=Entitled.SECRETARIAT)
    assert message.emails == ["tom@example.org", "grace@example.org"]
    ((name, words),) = message.attached.items()
    assert name == "OFFICIAL-SENSITIVE_agenda_restricted_2026-12-03.docx"
    assert "Removing a judge" in words
    assert "Removing a judge" not in message.body
    assert (
        "These papers hold restricted matter for the chair and the secretariat alone. "
        "Please do not pass them on."
    ) in message.body
    chair = writing.draft(AGENDA, entitled=Entitled.CHAIR)
    assert chair.emails == ["tom@example.org"]
    members = writing.draft(AGENDA, entitled=Entitled.MEMBERS)
    assert len(members.to) == 3


def test_a_low_marking_stands_in_the_subject_too(writing: Writing) -> None:
    with writing.board.database.session() as session:
        group = session.get_one(Group, writing.board.group)
    writing.board.write(Change("Lower", (edited(group, marking=Marking.OFFICIAL),)))
    message = writing.draft(AGENDA)
    assert message.subject.startswith("OFFICIAL: Papers for board meeting 23")
    assert "Please do not pass them on." not in message.body
    assert list(message.attached) == ["agenda_2026-12-03.docx"]


def test_minutes_go_out_after_the_meeting(writing: Writing) -> None:
    writing.board.bring_to(MeetingState.MINUTES_DRAFT)
    message = writing.draft(MINUTES, today=LATER)
    assert message.subject == (
        "OFFICIAL-SENSITIVE: Minutes of board meeting 23, Essex, Thursday 3 December 2026"
    )
    words = message.body
    assert "Board meeting 23 was held on Thursday 3 December 2026" in words
    assert "Attached:\n- Minutes\n" in words
    assert "Please tell us what in the minutes is not right." in words
    assert "is asked to decide" not in words


def test_the_papers_written_for_the_meeting_are_the_usual_ones(
    writing: Writing, tmp_path: Path
) -> None:
    assert writing.letters.offered(writing.board.meeting) == ()
    writing.save(tmp_path, AGENDA, ACTION_LOG)
    offered = writing.letters.offered(writing.board.meeting)
    assert [(each.paper, each.usual) for each in offered] == [(AGENDA, True), (ACTION_LOG, False)]


def test_several_papers_are_attached_in_their_order(writing: Writing) -> None:
    told: list[PaperDefinition] = []
    data = writing.letters.draft(
        writing.board.meeting, [AGENDA, ACTION_LOG], TODAY, passed=told.append
    )
    assert list(Draft(data).attached) == [
        "OFFICIAL-SENSITIVE_agenda_2026-12-03.docx",
        "OFFICIAL-SENSITIVE_action-log_2026-11-23.docx",
    ]
    assert told == [AGENDA, ACTION_LOG]


def test_a_draft_without_a_paper_is_refused(writing: Writing) -> None:
    with pytest.raises(RuleError, match="No paper is chosen"):
        writing.draft()


def test_the_file_says_which_meeting_it_is_about(writing: Writing) -> None:
    assert writing.letters.file_name(writing.board.meeting) == (
        "E-mail, Board meeting 23, 2026-12-03.eml"
    )
