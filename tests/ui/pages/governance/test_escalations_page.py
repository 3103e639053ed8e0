"""Escalations on screen: raised, answered, put on an agenda, and found from what they are about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from sqlmodel import select

from lfjb_desk.domain.governance.escalations import Escalation
from lfjb_desk.services.governance.escalations import EscalationService
from lfjb_desk.ui.widgets.reference import Reference
from tests.ui.conftest import TODAY
from tests.ui.pages.hands import carry_out, menu_of_row, press, undo, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.actions.page import ActionsPage
    from lfjb_desk.ui.pages.governance.page import GovernancePage
    from lfjb_desk.ui.shell.main_window import MainWindow
    from tests.ui.conftest import Scripted

FUNDING = "Can funding for a second year of ParentAssess training be confirmed before April?"
TRACKER = "Who settles which day a tracker counts from, where two authorities differ?"


@pytest.fixture
def page(governance_page: GovernancePage) -> GovernancePage:
    governance_page.turn("escalations")
    return governance_page


def listed(page: GovernancePage) -> list[str]:
    return [row.escalation.question for row in page.escalations.table.rows_model.rows()]


def choose(page: GovernancePage, question: str) -> None:
    rows = page.escalations.table.rows_model.rows()
    page.escalations.table.choose(
        next(row.escalation.id for row in rows if row.escalation.question == question)
    )
    QApplication.processEvents()


def test_the_longest_open_question_comes_first_and_is_shown_whole(page: GovernancePage) -> None:
    assert listed(page)[0] == FUNDING
    assert listed(page)[-1] == TRACKER
    told = words(page.escalations.pane)
    for text in (FUNDING, "Family Justice Board", "Waits", "None yet"):
        assert text in told
    choose(page, TRACKER)
    told = words(page.escalations.pane)
    assert "The data and tracking group does" in told
    assert "Board meeting 22" in told


def test_every_control_has_a_name(
    page: GovernancePage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed(page.escalations) == []


def test_a_question_is_put_answered_and_its_answer_taken_back(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    before = len(listed(page))
    dialogs.forms.append({"question": "More rooms?", "answer_by": date(2027, 1, 15)})
    press(qtbot, page, "New escalation")
    assert len(listed(page)) == before + 1
    choose(page, "More rooms?")
    assert "Family Justice Board" in words(page.escalations.pane), "a board's usual addressee"
    dialogs.forms.append({"answer": "Two, from May.", "answered_by": "A letter"})
    press(qtbot, page, "Answer")
    assert "Two, from May." in words(page.escalations.pane)
    assert "Take the question back" not in menu_of_row(page.escalations.table)
    carry_out(page, "Take the answer back")
    assert "None yet" in words(page.escalations.pane)
    for _ in range(3):
        undo(page)
    assert len(listed(page)) == before


def test_a_body_that_is_not_on_the_list_is_typed(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    dialogs.forms.append({"question": "More rooms?", "to": "Ministry of Examples"})
    press(qtbot, page, "New escalation")
    choose(page, "More rooms?")
    assert "Ministry of Examples" in words(page.escalations.pane)


def test_the_question_of_a_sub_group_goes_on_the_agenda_of_the_board(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    row = next(
        row
        for row in page.escalations.table.rows_model.rows()
        if row.is_open and row.escalation.to_group_id is not None
    )
    choose(page, row.escalation.question)
    dialogs.forms.append({})
    press(qtbot, page, "Put on agenda")
    assert "Agenda item" in words(page.escalations.pane)
    assert "Put on an agenda…" not in menu_of_row(page.escalations.table)
    carry_out(page, "Take the question back")
    assert row.escalation.question not in listed(page)
    undo(page)
    undo(page)
    choose(page, row.escalation.question)
    assert "Put on an agenda…" in menu_of_row(page.escalations.table)


def test_without_any_the_page_says_what_to_do_and_offers_it(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    while listed(page):
        row = page.escalations.table.rows_model.rows()[0]
        choose(page, row.escalation.question)
        if not row.is_open:
            carry_out(page, "Take the answer back")
        carry_out(page, "Take the question back")
    assert "Nothing is escalated" in words(page)
    dialogs.forms.append({"question": "More rooms?"})
    press(qtbot, page.escalations, "New escalation")
    assert listed(page) == ["More rooms?"]


def test_an_action_is_escalated_and_leads_to_its_question_and_back(
    qtbot: QtBot, actions_page: ActionsPage, dialogs: Scripted, database: Database, board: Group
) -> None:
    went: list[tuple[str, str]] = []
    actions_page.desk.context.going.connect(lambda page, kind, _: went.append((page, kind)))
    dialogs.forms.append({"question": "May it be dropped?"})
    carry_out(actions_page, "Escalate…")
    told = words(actions_page.pane)
    assert "Escalated to" in told
    QApplication.processEvents()
    found: list[Reference] = actions_page.pane.findChildren(Reference)
    link = next(each for each in found if "raised today" in each.text())
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert went == [("governance", "escalation")]
    (row,) = (
        row
        for row in EscalationService(database).rows(board.id, TODAY)
        if row.escalation.question == "May it be dropped?"
    )
    assert row.action is not None


def test_today_and_the_box_lead_to_an_open_question(window: MainWindow, database: Database) -> None:
    page = window.shell.open_page("today")
    assert page is not None
    QApplication.processEvents()
    labels: list[QLabel] = page.findChildren(QLabel)
    assert any(FUNDING[:40] in label.text().replace("\u200b", "") for label in labels)
    with database.session() as session:
        key = session.exec(select(Escalation.id).where(Escalation.question == FUNDING)).one()
    window.shell.desk.context.go("governance", "escalation", key)
    QApplication.processEvents()
    governance = window.shell.open_page("governance")
    assert governance is not None
    assert governance.standing() == ("escalations", key)
