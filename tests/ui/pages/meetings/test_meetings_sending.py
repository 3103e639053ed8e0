"""What goes out about a meeting, clicked as a user clicks: invitations and e-mail drafts."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from lfjb_desk.domain.blocks import Entitled
from lfjb_desk.domain.changes import Change, edited
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.services.papers.definition import PaperRequest
from lfjb_desk.services.papers.registry import AGENDA
from lfjb_desk.store.queries.lookup import everything
from tests.mail_reading import addresses_of, subject_of
from tests.services.meetings.calendar_reading import read_calendar
from tests.ui.conftest import NOW, TODAY
from tests.ui.pages.hands import carry_out, menu_of_row, pick

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.meetings.page import MeetingsPage
    from tests.ui.conftest import Scripted

SENDING = {"Save the invitation…", "Save the cancellation…", "Draft the e-mail with papers…"}


@pytest.fixture
def said(meetings_page: MeetingsPage) -> list[str]:
    """What the page says and refuses."""
    heard: list[str] = []
    meetings_page.desk.notices.announced.connect(heard.append)
    meetings_page.desk.notices.refused.connect(heard.append)
    return heard


@pytest.fixture
def coming(meetings_page: MeetingsPage) -> MeetingRow:
    """The next meeting, chosen in the list."""
    row = meetings_page.listing.current()
    assert row is not None
    assert row.meeting.state.is_coming
    return row


def more(page: MeetingsPage) -> QPushButton:
    """Return the button of the pane that opens the rest of what can be done."""
    QApplication.processEvents()
    buttons: list[QPushButton] = page.listing.pane.findChildren(QPushButton)
    return next(b for b in buttons if b.accessibleName().startswith("More for ") and b.isVisible())


def forget_email(database: Database, name: str = "") -> list[str]:
    """Take the addresses of everybody away, or of one; return the names."""
    with database.session() as session:
        people = [each for each in everything(session, Person) if not name or each.name == name]
    edits = tuple(edited(person, email="") for person in people)
    database.apply(Change("Forget", edits))
    return [person.name for person in people]


def test_the_invitation_is_saved_from_the_pane(
    meetings_page: MeetingsPage,
    coming: MeetingRow,
    dialogs: Scripted,
    said: list[str],
    tmp_path: Path,
) -> None:
    out = tmp_path / "next.ics"
    dialogs.files.append(out)
    pick(more(meetings_page), "Save the invitation…")
    assert dialogs.asked == ["Save the invitation"]
    assert said == ["Saved next.ics"]
    calendar = read_calendar(out.read_bytes())
    assert calendar.one("METHOD").value == "REQUEST"
    event = calendar.part("VEVENT")
    assert event.one("UID").value == f"{coming.meeting.id}@lfjb-desk"
    assert event.one("DTSTART").value.startswith(f"{coming.meeting.held_on:%Y%m%d}T")
    assert event.all("ATTENDEE")


def test_the_cancellation_is_saved_by_command_and_takes_its_ending(
    meetings_page: MeetingsPage, dialogs: Scripted, said: list[str], tmp_path: Path
) -> None:
    dialogs.files.append(tmp_path / "called off")
    carry_out(meetings_page, "Save the cancellation…")
    assert said == ["Saved called off.ics"]
    calendar = read_calendar((tmp_path / "called off.ics").read_bytes())
    assert calendar.one("METHOD").value == "CANCEL"
    assert calendar.part("VEVENT").one("SEQUENCE").value == "1"


def test_a_file_whose_ending_was_left_out_is_not_replaced_unasked(
    meetings_page: MeetingsPage, dialogs: Scripted, said: list[str], tmp_path: Path
) -> None:
    there = tmp_path / "next.ics"
    there.write_text("mine")
    dialogs.files.append(tmp_path / "next")
    dialogs.agrees = False
    carry_out(meetings_page, "Save the invitation…")
    assert dialogs.asked[-1] == "Replace “next.ics”?"
    assert there.read_text() == "mine"
    assert said == []


def test_who_has_no_address_is_said_before_saving(
    meetings_page: MeetingsPage, coming: MeetingRow, database: Database, dialogs: Scripted
) -> None:
    forget_email(database, "Helen Wagtail")
    dialogs.agrees = False
    carry_out(meetings_page, "Save the invitation…")
    assert dialogs.asked == [f"Save the invitation to {coming.label} all the same?"]
    assert dialogs.details == [
        "1 person has no usable e-mail address here and will not get it: Helen Wagtail."
    ]


def test_nobody_is_invited_to_a_meeting_that_was_held(
    meetings_page: MeetingsPage,
) -> None:
    table = meetings_page.listing.table
    past = next(row for row in table.rows_model.rows() if row.meeting.state.is_held)
    table.choose(past.meeting.id)
    assert SENDING & set(menu_of_row(table)) == {"Draft the e-mail with papers…"}
    entries = {action.text() for action in more(meetings_page).menu().actions()}
    assert SENDING & entries == {"Draft the e-mail with papers…"}


def test_a_meeting_in_session_invites_nobody(
    meetings_page: MeetingsPage, coming: MeetingRow
) -> None:
    for state in (MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION):
        meetings_page.record_commands.step(coming.meeting.id, state)
    meetings_page.refresh()
    offered = {command.label for command in meetings_page.commands()}
    assert SENDING & offered == {"Draft the e-mail with papers…"}


def test_an_e_mail_needs_a_paper(
    meetings_page: MeetingsPage, coming: MeetingRow, dialogs: Scripted, said: list[str]
) -> None:
    carry_out(meetings_page, "Draft the e-mail with papers…")
    (refusal,) = said
    assert refusal == (
        f"No paper has been written for {coming.label} yet, so there is none to attach. "
        "Save its papers on the Papers page first."
    )
    assert dialogs.asked == []


def write_agenda(page: MeetingsPage, coming: MeetingRow, folder: Path) -> None:
    papers = page._ask.letters._papers()
    request = PaperRequest(AGENDA, coming.meeting.group_id, TODAY, meeting_id=coming.meeting.id)
    written = papers.write(request, folder)
    assert page.desk.history.do(lambda: papers.record(written, NOW))


def test_the_e_mail_is_drafted_with_the_papers_of_the_meeting(
    qtbot: QtBot,
    meetings_page: MeetingsPage,
    coming: MeetingRow,
    dialogs: Scripted,
    said: list[str],
    tmp_path: Path,
) -> None:
    write_agenda(meetings_page, coming, tmp_path)
    said.clear()
    out = tmp_path / "papers.eml"
    dialogs.files.append(out)
    dialogs.forms.append({})
    pick(more(meetings_page), "Draft the e-mail with papers…")
    qtbot.waitUntil(lambda: said == ["Saved papers.eml"], timeout=20_000)
    assert dialogs.asked == [f"E-mail with the papers of {coming.label}", "Save the e-mail draft"]
    data = out.read_bytes()
    assert subject_of(data).startswith("OFFICIAL-SENSITIVE: Papers for board meeting ")
    assert ("Helen Wagtail", "wagtail@example.org") in [
        (name, email.split(".", 1)[-1]) for name, email in addresses_of(data)
    ]
    (attached,) = message_from_bytes(data, policy=default).iter_attachments()
    assert attached.get_filename() == (
        f"OFFICIAL-SENSITIVE_agenda_{coming.meeting.held_on.isoformat()}.docx"
    )


def test_restricted_papers_go_to_those_entitled_alone(
    qtbot: QtBot,
    meetings_page: MeetingsPage,
    coming: MeetingRow,
    dialogs: Scripted,
    said: list[str],
    tmp_path: Path,
) -> None:
    write_agenda(meetings_page, coming, tmp_path)
    said.clear()
    out = tmp_path / "chair.eml"
    dialogs.files.append(out)
    dialogs.forms.append({"readers": Entitled.CHAIR})
    carry_out(meetings_page, "Draft the e-mail with papers…")
    qtbot.waitUntil(lambda: said == ["Saved chair.eml"], timeout=20_000)
    assert [name for name, _ in addresses_of(out.read_bytes())] == ["Helen Wagtail"]


def test_no_paper_chosen_is_said_in_the_form(
    meetings_page: MeetingsPage, coming: MeetingRow, dialogs: Scripted, tmp_path: Path
) -> None:
    write_agenda(meetings_page, coming, tmp_path)
    dialogs.forms.append({AGENDA.key: False})
    carry_out(meetings_page, "Draft the e-mail with papers…")
    assert dialogs.refusals == ["Choose at least one paper."]


def test_who_gets_no_e_mail_is_said_before_it_is_drafted(
    meetings_page: MeetingsPage,
    coming: MeetingRow,
    database: Database,
    dialogs: Scripted,
    tmp_path: Path,
) -> None:
    write_agenda(meetings_page, coming, tmp_path)
    forget_email(database)
    dialogs.forms.append({})
    dialogs.agrees = False
    carry_out(meetings_page, "Draft the e-mail with papers…")
    assert dialogs.asked[-1] == f"Draft the e-mail about {coming.label} all the same?"
    assert dialogs.details == [
        "Nobody in this group has an e-mail address here that a mail program can use."
    ]
