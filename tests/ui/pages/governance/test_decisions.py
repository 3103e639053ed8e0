from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlmodel import select

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import change, edited
from lfjb_desk.domain.governance.groups import GroupKind
from lfjb_desk.domain.meetings.meetings import DecisionState, Meeting, MeetingState
from lfjb_desk.services.governance.groups import GroupService
from lfjb_desk.services.meetings.decisions import DecisionService
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.ui.widgets.reference import Reference
from tests.ui.conftest import TODAY
from tests.ui.pages.hands import carry_out, menu_of_row, press, undo, words

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.domain.meetings.meetings import Decision
    from lfjb_desk.domain.read_models.meetings.register import RegisterRow
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.governance.page import GovernancePage
    from lfjb_desk.ui.shell.main_window import MainWindow
    from tests.ui.conftest import Scripted

FLOATING = "A floating list is tried for hearings of a day or less."
TRACKER = "The four authorities use one tracker with one set of words."


@pytest.fixture
def page(governance_page: GovernancePage) -> GovernancePage:
    governance_page.turn("decisions")
    return governance_page


@pytest.fixture
def sitting(database: Database, board: Group) -> Meeting:
    """The next meeting of the board, which has begun."""
    meeting = MeetingService(database).rows(board.id)[0].meeting
    edit = edited(meeting, state=MeetingState.IN_SESSION)
    database.apply(change("Begin", meeting, [edit]))
    return meeting


def shown(page: GovernancePage) -> list[str]:
    """Return the words of the decisions in the list, from its top."""
    return [row.decision.text for row in page.decisions.table.rows_model.rows()]


def chosen(page: GovernancePage) -> RegisterRow:
    row = page.decisions.table.current_row()
    assert row is not None
    return row


def choose(page: GovernancePage, text: str) -> Decision:
    """Choose the decision with these words."""
    row = next(row for row in page.decisions.table.rows_model.rows() if row.decision.text == text)
    page.decisions.table.choose(row.decision.id)
    return row.decision


def pill(page: GovernancePage, starts: str) -> QPushButton:
    pills = page.decisions.filters._pills.values()
    return next(each for each in pills if each.text().startswith(starts))


def filter_by(qtbot: QtBot, page: GovernancePage, starts: str) -> None:
    qtbot.mouseClick(pill(page, starts), Qt.MouseButton.LeftButton)


def reference(page: GovernancePage, starts: str) -> Reference:
    QApplication.processEvents()
    references: list[Reference] = page.decisions.pane.findChildren(Reference)
    return next(one for one in references if one.isVisible() and one.text().startswith(starts))


def state_cell(page: GovernancePage) -> str:
    at = page.decisions.table.currentIndex().siblingAtColumn(3)
    return str(at.data())


def test_the_register_lists_what_is_in_force_and_shows_one_whole(page: GovernancePage) -> None:
    assert FLOATING in shown(page)
    decision = choose(page, FLOATING)
    assert state_cell(page) == "In force, Review by 22 April 2027"
    told = words(page.decisions.pane)
    for text in (
        *(FLOATING, decision.ref, "It fills hours that are lost when a hearing ends early."),
        *("7 September 2026", "Board meeting 23", "Court capacity", "22 April 2027"),
    ):
        assert text in told


def test_typing_narrows_the_list_at_each_key_by_words_number_driver_and_meeting(
    qtbot: QtBot, page: GovernancePage
) -> None:
    everything = shown(page)
    for typed in ("floating", "COURT capac", "d-005", "ends early", "board meeting 23 court"):
        qtbot.keyClicks(page.decisions.finder, typed)
        assert shown(page) == [FLOATING], typed
        assert chosen(page).decision.text == FLOATING
        page.decisions.finder.clear()
    assert shown(page) == everything
    qtbot.keyClicks(page.decisions.finder, "zebra")
    assert "No decision answers this" in words(page)
    press(qtbot, page, "Show every decision")
    assert len(shown(page)) == len(everything)
    assert page.decisions.finder.text() == ""


def test_the_filters_tell_what_stands_what_is_due_and_what_is_over(
    qtbot: QtBot, page: GovernancePage, database: Database, board: Group
) -> None:
    decisions = DecisionService(database)
    due, over = choose(page, TRACKER), choose(page, FLOATING)
    meeting = MeetingService(database).row(over.meeting_id).meeting
    history = page.desk.history
    history.do(lambda: decisions.edit(due.id, review_by=TODAY))
    history.do(lambda: decisions.withdraw(over.id, meeting.id, "It did not help"))
    assert FLOATING not in shown(page)
    number = len(shown(page))
    assert pill(page, "In force").text() == f"In force  {number}"
    assert f"{number} in force, 1 due for review" in words(page)
    filter_by(qtbot, page, "Review due")
    assert shown(page) == [TRACKER]
    assert state_cell(page) == "Review due, Review by 23 November"
    filter_by(qtbot, page, "Superseded")
    assert shown(page) == [FLOATING]
    assert state_cell(page) == "Withdrawn"
    filter_by(qtbot, page, "All")
    assert len(shown(page)) == number + 1
    undo(page)
    undo(page)
    filter_by(qtbot, page, "Review due")
    assert "No decision is due for review" in words(page)


def test_the_decisions_of_a_group_under_the_board_are_listed_with_those_of_the_board(
    page: GovernancePage, database: Database, board: Group
) -> None:
    group = next(
        each
        for each in GroupService(database).all(board.area_id)
        if each.parent_id == board.id and each.kind is GroupKind.SUB_GROUP
    )
    made = MeetingService(database).add(group.id, date(2026, 11, 12))
    database.apply(made)
    meeting_id = made.key_of(Meeting)
    text = "The group looks at one court a month."
    page.desk.history.do(lambda: DecisionService(database).add(meeting_id, text))
    assert shown(page)[0] == text
    assert "groups under it counted too" in words(page)
    page.desk.context.choose(board.area_id, group.id)
    assert shown(page) == [text]
    before = choose(page, text)
    board_decision = DecisionService(database).rows(board.area_id, board.id)[0].decision
    page.show_record("decision", board_decision.id)
    assert page.desk.context.group_id == board.id
    assert chosen(page).decision.id == board_decision.id != before.id


def test_a_decision_is_withdrawn_and_put_back_into_force(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    decision = choose(page, FLOATING)
    filter_by(qtbot, page, "All")
    dialogs.forms += [{"reason": "It did not help"}, {"reason": "It was too early to tell"}]
    press(qtbot, page, "Withdraw")
    assert chosen(page).decision.state is DecisionState.WITHDRAWN
    assert page.desk.history.stack.undoText() == (
        f"Withdraw {decision.ref} at Board meeting 23: It did not help"
    )
    press(qtbot, page, "Reinstate")
    assert chosen(page).decision.state is DecisionState.IN_FORCE
    undo(page)
    undo(page)
    assert chosen(page).decision == decision
    assert dialogs.asked == [f"Withdraw {decision.ref}", f"Reinstate {decision.ref}"]


def test_a_decision_is_replaced_at_a_meeting_that_has_begun_and_each_leads_to_the_other(
    qtbot: QtBot, sitting: Meeting, page: GovernancePage, dialogs: Scripted
) -> None:
    old = choose(page, FLOATING)
    dialogs.forms.append({"text": "Every list is floating.", "reason": "The trial went well."})
    press(qtbot, page, "Replace")
    assert FLOATING not in shown(page)
    new = choose(page, "Every list is floating.")
    assert new.meeting_id == sitting.id
    gone: list[tuple[str, str, UUID]] = []
    page.desk.context.going.connect(lambda *where: gone.append(where))
    assert "In place of" in words(page.decisions.pane)
    qtbot.mouseClick(reference(page, old.ref), Qt.MouseButton.LeftButton)
    assert gone == [("governance", "decision", old.id)]
    page.show_record("decision", old.id)
    assert chosen(page).decision.id == old.id
    assert state_cell(page) == f"Superseded, By {new.ref}"
    assert reference(page, new.ref).text() == f"{new.ref} Every list is floating."
    undo(page)
    assert chosen(page).decision == old


def test_without_a_meeting_that_can_decide_nothing_is_replaced_and_the_pane_says_so(
    page: GovernancePage,
) -> None:
    choose(page, FLOATING)
    assert "Replace…" not in menu_of_row(page.decisions.table)
    assert "It can be replaced at a meeting of its group that has begun" in words(page)


def test_the_review_date_and_the_driver_change_from_the_page(
    page: GovernancePage, dialogs: Scripted
) -> None:
    decision = choose(page, FLOATING)
    drivers = page.decisions.ask.drivers.drivers()
    other = next(each for each in drivers if each.id != decision.driver_id)
    dialogs.forms += [{"review_by": date(2027, 6, 1)}, {"driver_id": other.id}]
    carry_out(page, "Change the review date…")
    assert chosen(page).decision.review_by == date(2027, 6, 1)
    assert "1 June 2027" in words(page.decisions.pane)
    carry_out(page, "Link to a driver…")
    assert other.name in words(page.decisions.pane)
    undo(page)
    undo(page)
    assert chosen(page).decision == decision


def test_what_a_decision_rests_on_and_leads_to_opens(
    qtbot: QtBot, page: GovernancePage, database: Database
) -> None:
    decision = choose(page, TRACKER)
    with database.session() as session:
        raised = session.exec(select(Action).where(Action.decision_id == decision.id)).first()
    assert raised is not None
    gone: list[tuple[str, str, UUID]] = []
    page.desk.context.going.connect(lambda *where: gone.append(where))
    row = chosen(page)
    for starts in (row.names.meeting, row.names.item, row.names.driver, raised.ref):
        qtbot.keyClick(reference(page, starts), Qt.Key.Key_Return)
    qtbot.keyClick(page.decisions.table, Qt.Key.Key_Return)
    assert gone == [
        ("meetings", "meeting", decision.meeting_id),
        ("meetings", "decision", decision.id),
        ("drivers", "driver", decision.driver_id),
        ("actions", "action", raised.id),
        ("meetings", "decision", decision.id),
    ]


def test_a_restricted_decision_is_marked_in_the_list_and_beside_it(
    page: GovernancePage, database: Database
) -> None:
    decision = choose(page, FLOATING)
    page.desk.history.do(lambda: DecisionService(database).edit(decision.id, restricted=True))
    at = page.decisions.table.currentIndex().siblingAtColumn(0)
    assert at.data() == f"{decision.ref}, Restricted"
    assert "Restricted" in words(page.decisions.pane).splitlines()


def test_a_board_without_decisions_says_where_the_first_is_recorded(
    page: GovernancePage, database: Database, board: Group
) -> None:
    empty = next(
        each for each in GroupService(database).all(board.area_id) if each.parent_id == board.id
    )
    page.desk.context.choose(board.area_id, empty.id)
    assert "No decision is recorded yet" in words(page)
    assert "Record the first one while you minute a meeting." in words(page)
    assert not page.decisions.finder.isVisible()
    assert "Add to what is shown here" not in {each.label for each in page.commands()}


def test_the_finder_of_the_window_opens_a_decision_in_the_register_and_from_there_in_the_minutes(
    qtbot: QtBot, window: MainWindow
) -> None:
    box = window.shell.command_box
    box.open()
    qtbot.keyClicks(box.typed, "floating list is tried")
    qtbot.waitUntil(lambda: any(FLOATING in offer for offer in box.offers()))
    qtbot.keyClick(box.typed, Qt.Key.Key_Return)
    QApplication.processEvents()
    register = window.shell.page()
    assert register is not None
    assert register.title == "Governance"
    assert FLOATING in words(register)
    carry_out(register, "Open in the minutes")
    QApplication.processEvents()
    minutes = window.shell.page()
    assert minutes is not None
    assert minutes.title == "Board meeting 23"
    assert FLOATING in words(minutes)


@pytest.mark.parametrize("typed", ["supersede", "replace"])
def test_a_decision_is_replaced_by_either_word(
    qtbot: QtBot, sitting: Meeting, window: MainWindow, typed: str
) -> None:
    page = window.shell.open_page("governance")
    assert page is not None
    page.stand_at("decisions", None)
    box = window.shell.command_box
    box.open()
    qtbot.keyClicks(box.typed, typed)
    assert any(offer.startswith("Replace…") for offer in box.offers())
    box.hide()
