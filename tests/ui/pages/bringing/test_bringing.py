"""An action log is brought in by mouse and keys: chosen or dropped, asked, kept, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    ClauseRule,
    DocumentVersion,
    VersionState,
)
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.services.bringing.action_logs import ActionLogService
from lfjb_desk.services.bringing.memberships import MembershipService
from lfjb_desk.services.bringing.terms.service import TermsService
from lfjb_desk.services.governance.governing_documents import GoverningService
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.ui.pages.bringing.page import BringingPage, BringingServices
from tests.plain_word import document, line
from tests.ui.pages.hands import press, undo, words
from tests.ui.pages.tour import settle

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.contract import Desk
    from tests.ui.conftest import Scripted

HEAD = "Ref,Action,Owner,Due,Status,Raised"
SURE = "A1,Send the list of invented cases,{owner},3/4/27,Open,12/3/26"
DOUBTFUL = "A2,Phone about rooms,{owner},next meeting,Open,12/3/26"


@pytest.fixture
def page(qtbot: QtBot, sample_desk: Desk, database: Database) -> BringingPage:
    services = BringingServices(
        ActionLogService(database), MembershipService(database), TermsService(database)
    )
    made = BringingPage(sample_desk, services)
    qtbot.addWidget(made)
    made.resize(1166, 712)
    made.show()
    return made


@pytest.fixture
def log(tmp_path: Path, database: Database) -> Path:
    with database.session() as session:
        name = everything(session, Person)[0].name
    path = tmp_path / "our log.csv"
    path.write_text("\n".join((HEAD, SURE.format(owner=name), DOUBTFUL.format(owner=name))))
    return path


def titles(database: Database) -> set[str]:
    with database.session() as session:
        return {action.title for action in everything(session, Action)}


def test_a_log_is_chosen_asked_about_kept_and_taken_back(
    qtbot: QtBot, page: BringingPage, dialogs: Scripted, log: Path, database: Database
) -> None:
    before = titles(database)
    dialogs.files = [log]
    press(qtbot, page, "Choose a file")
    settle(qtbot, page)
    assert "An action log with 2 actions. Nothing is kept until you keep it." in words(page)
    assert titles(database) == before

    (field,) = page.parts.questions.fields.values()
    control = field.control
    assert isinstance(control, QComboBox)
    line = control.lineEdit()
    assert line is not None
    line.setFocus()
    qtbot.keyClicks(line, "4 December 2026")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    settle(qtbot, page)
    press(qtbot, page, "Keep 2 actions")
    settle(qtbot, page)
    assert titles(database) - before == {"Send the list of invented cases", "Phone about rooms"}

    undo(page)
    assert titles(database) == before


def test_what_waits_is_not_kept_and_words_that_name_no_day_are_told(
    qtbot: QtBot, page: BringingPage, log: Path, database: Database
) -> None:
    before = titles(database)
    page.read(log)
    settle(qtbot, page)
    (field,) = page.parts.questions.fields.values()
    control = field.control
    assert isinstance(control, QComboBox)
    line = control.lineEdit()
    assert line is not None
    line.setFocus()
    qtbot.keyClicks(line, "whenever we can")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    settle(qtbot, page)
    assert "This names no day for certain" in words(page)

    press(qtbot, page, "Keep 1 action")
    settle(qtbot, page)
    assert titles(database) - before == {"Send the list of invented cases"}


def test_a_column_gets_another_role_by_hand(qtbot: QtBot, page: BringingPage, log: Path) -> None:
    page.read(log)
    settle(qtbot, page)
    press(qtbot, page, "Columns  6")
    owner = page.parts.columns.fields["column|owner"].control
    assert isinstance(owner, QComboBox)
    owner.setCurrentText("Leave this column out")
    settle(qtbot, page)
    press(qtbot, page, "Questions  2 of 2 open")
    assert "Who owns what has no owner in the file?" in words(page)


def test_a_file_is_dropped_and_a_refusal_keeps_the_page(
    qtbot: QtBot, page: BringingPage, tmp_path: Path
) -> None:
    path = tmp_path / "cases.csv"
    path.write_text("Action,Owner,Child\nSend,Jo,x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    refusals: list[str] = []
    page.desk.jobs.failed.connect(refusals.append)
    nothing = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *nothing))
    settle(qtbot, page)
    assert "tells of single cases" in refusals[0]
    assert page.preview is None
    assert page.choose_button.isVisible()


def test_giving_up_keeps_nothing(
    qtbot: QtBot, page: BringingPage, log: Path, database: Database
) -> None:
    before = titles(database)
    page.read(log)
    settle(qtbot, page)
    press(qtbot, page, "Cancel")
    QApplication.processEvents()
    assert page.preview is None
    assert titles(database) == before


def test_a_membership_list_is_brought_in_and_taken_back(
    qtbot: QtBot, page: BringingPage, dialogs: Scripted, tmp_path: Path, database: Database
) -> None:
    path = tmp_path / "members.csv"
    path.write_text(
        "Name,Organisation,Post,Seat,Since\nAnwen Probert,Cafcass,Head of practice,Practice,1/9/26"
    )
    dialogs.files = [path]
    page.carry_out("members")
    settle(qtbot, page)
    assert page.title == "Bring in a membership list"
    assert page.parts.member_rows.isVisible()
    press(qtbot, page, "Keep 1 member")
    settle(qtbot, page)
    with database.session() as session:
        assert "Anwen Probert" in {person.name for person in everything(session, Person)}
    undo(page)
    with database.session() as session:
        assert "Anwen Probert" not in {person.name for person in everything(session, Person)}


def without_drafts(page: BringingPage, database: Database) -> None:
    """Take away the drafts of the sample, so that another may be brought in."""
    with database.session() as session:
        versions = everything(session, DocumentVersion)
    for version in versions:
        if version.state in {VersionState.DRAFT, VersionState.IN_REVIEW}:
            database.apply(GoverningService(database).remove_version(version.id))


def test_terms_of_reference_are_asked_about_joined_kept_and_taken_back(
    qtbot: QtBot, page: BringingPage, dialogs: Scripted, tmp_path: Path, database: Database
) -> None:
    without_drafts(page, database)
    path = tmp_path / "our terms.docx"
    path.write_bytes(
        document(
            line("Version 4, invented")
            + line("1. Purpose")
            + line("To cut delay.")
            + line("2. Quorum")
            + line("Six members.")
            + line("3. Notes")
            + line("Kept by the clerk.")
        )
    )
    dialogs.files = [path]
    page.carry_out("terms")
    settle(qtbot, page)
    assert page.title == "Bring in terms of reference"
    assert "Clause 2, Quorum, says: “Six members.” Does it set a quorum of 6?" in words(page)
    (field,) = page.parts.questions.fields.values()
    control = field.control
    assert isinstance(control, QComboBox)
    typed = control.lineEdit()
    assert typed is not None
    typed.setFocus()
    typed.selectAll()
    qtbot.keyClicks(typed, "many")
    qtbot.keyClick(typed, Qt.Key.Key_Tab)
    settle(qtbot, page)
    assert "This is no number from 1" in words(page)
    typed.setFocus()
    typed.selectAll()
    qtbot.keyClicks(typed, "5")
    qtbot.keyClick(typed, Qt.Key.Key_Tab)
    settle(qtbot, page)

    press(qtbot, page, "Outline  4")
    joined = list(page.parts.outline.fields.values())[3].control
    assert isinstance(joined, QComboBox)
    joined.setCurrentText("Join to the clause before")
    settle(qtbot, page)
    press(qtbot, page, "Rows  3")
    assert page.parts.clause_rows.isVisible()
    with database.session() as session:
        before = {clause.id for clause in everything(session, Clause)}
    press(qtbot, page, "Keep 2 clauses")
    settle(qtbot, page)
    with database.session() as session:
        kept = [each for each in everything(session, Clause) if each.id not in before]
    by_heading = {clause.heading: clause for clause in kept}
    assert set(by_heading) == {"Purpose", "Quorum"}
    quorum = by_heading["Quorum"]
    assert (quorum.rule, quorum.rule_value) == (ClauseRule.QUORUM, 5)
    assert quorum.text == "Six members.\n3 Notes\nKept by the clerk."
    undo(page)
    with database.session() as session:
        assert {clause.id for clause in everything(session, Clause)} == before


def test_terms_with_a_draft_take_no_other_from_word(
    qtbot: QtBot, page: BringingPage, dialogs: Scripted, tmp_path: Path
) -> None:
    path = tmp_path / "our terms.docx"
    path.write_bytes(document(line("1. Purpose") + line("To cut delay.")))
    dialogs.files = [path]
    refusals: list[str] = []
    page.desk.jobs.failed.connect(refusals.append)
    page.carry_out("terms")
    settle(qtbot, page)
    assert "is being worked on already" in refusals[0]
    assert page.preview is None
