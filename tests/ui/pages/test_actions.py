from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu

from lfjb_desk.domain.actions import ActionStanding
from lfjb_desk.domain.read_models.actions import ActionRow, GroupBy
from lfjb_desk.ui.pages.actions.page import ActionsPage, GroupHeading
from lfjb_desk.ui.widgets.reference import Reference
from tests.ui.conftest import NOW
from tests.ui.pages.hands import carry_out, menu_of_row, press, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.widgets.form.form import FormView
    from tests.ui.conftest import Scripted


@pytest.fixture
def page(actions_page: ActionsPage) -> ActionsPage:
    return actions_page


def shown(page: ActionsPage) -> list[ActionRow]:
    return [line for line in page.table.rows_model.rows() if isinstance(line, ActionRow)]


def test_the_longest_overdue_action_comes_first_and_is_shown_beside_the_list(
    page: ActionsPage,
) -> None:
    rows = shown(page)
    assert rows[0].standing is ActionStanding.LATE
    assert rows[0].days_late == max(row.days_late for row in rows)
    assert rows[0].action.title in words(page.pane)
    assert rows[0].status_words in words(page.pane)
    assert "Line of sight" in words(page.pane)


def test_every_control_has_a_name(
    page: ActionsPage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed(page) == []


def test_a_filter_shows_as_many_actions_as_it_promises(qtbot: QtBot, page: ActionsPage) -> None:
    for key in ("late", "board", "moved", "on-hold", "open", "closed", "all"):
        pill = page.pills._pills[key]
        qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
        assert pill.text().endswith(f"  {len(shown(page))}")


def test_a_new_action_is_listed_and_undo_takes_it_away(
    qtbot: QtBot, page: ActionsPage, dialogs: Scripted
) -> None:
    before = len(shown(page))
    dialogs.forms.append({"title": "Publish the duty rota", "due": date(2026, 12, 1)})
    press(qtbot, page, "New action")
    assert "Publish the duty rota" in [row.action.title for row in shown(page)]
    page.desk.history.stack.undo()
    assert len(shown(page)) == before


def test_a_closed_action_leaves_the_list_and_undo_brings_it_back(
    qtbot: QtBot, page: ActionsPage, dialogs: Scripted
) -> None:
    first = shown(page)[0]
    dialogs.forms.append({"outcome": "Agreed with all four authorities"})
    press(qtbot, page, "Close")
    assert first.action.id not in {row.action.id for row in shown(page)}
    assert page.desk.history.stack.undoText().startswith("Close")
    page.desk.history.stack.undo()
    assert shown(page)[0].action.id == first.action.id
    page.desk.history.stack.redo()
    assert first.action.id not in {row.action.id for row in shown(page)}


def test_a_moved_due_date_says_who_agreed_it(
    qtbot: QtBot, page: ActionsPage, dialogs: Scripted
) -> None:
    first = shown(page)[0]
    dialogs.forms.append({"due": date(2027, 1, 20), "agreed_by": "chair, 23 November 2026"})
    press(qtbot, page, "Move")
    page.table.choose(first.action.id)
    assert "20 January 2027" in words(page.pane)
    assert "chair, 23 November 2026" in words(page.pane)


def test_a_date_before_the_action_was_raised_is_refused_in_the_form(
    qtbot: QtBot, page: ActionsPage, dialogs: Scripted
) -> None:
    dialogs.forms.append({"due": date(2020, 1, 1), "agreed_by": "chair"})
    press(qtbot, page, "Move")
    assert "cannot be due before that" in dialogs.refusals[0]


def test_an_update_stands_in_the_history(
    qtbot: QtBot, page: ActionsPage, dialogs: Scripted
) -> None:
    dialogs.forms.append({"text": "Two of four authorities have answered"})
    press(qtbot, page, "Record update")
    assert "Two of four authorities have answered" in words(page.pane)


@pytest.mark.parametrize(
    ("label", "answers", "standing"),
    [
        ("Drop…", {"reason": "Overtaken by the new listing plan"}, ActionStanding.DROPPED),
        ("Put on hold…", {"until": date(2027, 3, 1), "agreed_by": "chair"}, ActionStanding.ON_HOLD),
        ("Change…", {"title": "Agree one meaning for each date"}, ActionStanding.LATE),
    ],
)
def test_the_menu_of_an_action_carries_out_its_commands(
    page: ActionsPage,
    dialogs: Scripted,
    label: str,
    answers: dict[str, object],
    standing: ActionStanding,
) -> None:
    first = shown(page)[0]
    dialogs.forms.append(answers)
    page.table.choose(first.action.id)
    menu_of_row(page.table)[label].run()
    service = page._ask.actions
    assert service.row(first.action.id, page.desk.context.today).standing is standing


def test_a_hundred_menus_leave_no_more_behind_than_one(page: ActionsPage) -> None:
    page.table.choose(shown(page)[0].action.id)

    def open_and_close() -> int:
        page.table.show_menu()
        menu = page.table.findChild(QMenu)
        assert menu is not None
        assert menu.actions()
        menu.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return len(page.findChildren(QAction))

    once = open_and_close()
    assert {open_and_close() for _ in range(99)} == {once}
    assert page.table.findChild(QMenu) is None
    for row in shown(page):
        assert page.table.choose(row.action.id)
        assert menu_of_row(page.table)
    page.table.choose(shown(page)[0].action.id)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(page.findChildren(QAction)) == once, "a menu that was never shown leaves nothing"


def test_an_action_is_handed_over_to_another_group_and_undo_brings_it_back(
    page: ActionsPage, dialogs: Scripted
) -> None:
    first = shown(page)[0].action
    page.table.choose(first.id)
    other = page._other_groups(first)[0]
    dialogs.forms.append({"group_id": other.id, "agreed_by": "chair, 23 November 2026"})
    menu_of_row(page.table)["Hand over…"].run()
    assert first.id not in {row.action.id for row in shown(page)}
    moved = page._ask.actions.row(first.id, page.desk.context.today).action
    assert (moved.group_id, moved.ref) == (other.id, first.ref)
    page.desk.history.stack.undo()
    assert first.id in {row.action.id for row in shown(page)}


def test_a_sleeping_action_wakes_and_a_closed_one_opens_again(
    qtbot: QtBot, page: ActionsPage, dialogs: Scripted
) -> None:
    qtbot.mouseClick(page.pills._pills["on-hold"], Qt.MouseButton.LeftButton)
    asleep = shown(page)[0]
    carry_out(page, "Take off hold")
    assert asleep.action.id not in {row.action.id for row in shown(page)}
    qtbot.mouseClick(page.pills._pills["closed"], Qt.MouseButton.LeftButton)
    closed = shown(page)[0]
    page.table.choose(closed.action.id)
    dialogs.forms.append({"reason": "The figures were not sent"})
    press(qtbot, page, "Reopen")
    assert closed.action.id not in {row.action.id for row in shown(page)}


def test_an_action_without_a_history_can_be_removed_and_one_with_a_history_cannot(
    page: ActionsPage, dialogs: Scripted, qtbot: QtBot
) -> None:
    refused: list[str] = []
    page.desk.history.refused.connect(refused.append)
    dialogs.forms += [
        {"title": "Entered by mistake", "due": date(2026, 12, 1)},
        {"text": "Started all the same"},
    ]
    press(qtbot, page, "New action")
    new = next(row for row in shown(page) if row.action.title == "Entered by mistake")
    page.table.choose(new.action.id)
    press(qtbot, page, "Record update")
    carry_out(page, "Remove")
    assert "has a history" in refused[0]
    page.desk.history.stack.undo()
    page.table.choose(new.action.id)
    carry_out(page, "Remove")
    assert new.action.id not in {row.action.id for row in shown(page)}


@pytest.mark.parametrize("by", list(GroupBy))
def test_actions_can_be_grouped_under_headings(page: ActionsPage, by: GroupBy) -> None:
    before = {row.action.id for row in shown(page)}
    page._group(by, by.value)
    lines = page.table.rows_model.rows()
    assert isinstance(lines[0], GroupHeading)
    assert {row.action.id for row in shown(page)} == before
    page.table.selectRow(0)
    assert "Choose an action" in words(page.pane)
    page._group(None, "None")
    assert not any(isinstance(line, GroupHeading) for line in page.table.rows_model.rows())


def test_a_record_found_by_the_command_box_is_shown(page: ActionsPage) -> None:
    page.pills._choose("late")
    waiting = next(row for row in _all_rows(page) if row.standing is ActionStanding.ON_TIME)
    page.show_record("action", waiting.action.id)
    current = page.table.current_row()
    assert isinstance(current, ActionRow)
    assert current.action.id == waiting.action.id


def _all_rows(page: ActionsPage) -> list[ActionRow]:
    page.pills._choose("open")
    rows = shown(page)
    page.pills._choose("late")
    return rows


def test_an_empty_log_says_what_to_do_first(page: ActionsPage) -> None:
    group_id = page.desk.context.group_id
    area_id = page.desk.context.area_id
    page.desk.context.choose(area_id, None)
    assert "Choose an area at the top" in words(page)
    page.desk.context.choose(area_id, group_id)
    assert shown(page)


def body_shown(form: FormView[Any]) -> str:
    box = form.fields["accountable_id"].control
    assert isinstance(box, QComboBox)
    return box.currentText()


def answered(page: ActionsPage, action_id: UUID) -> str:
    """Return the body that answers for an action, as the list has it."""
    return next(row.body for row in shown(page) if row.action.id == action_id)


@pytest.mark.parametrize("chosen_body", [None, "Cafcass"])
def test_the_body_shown_follows_the_owner_unless_another_is_chosen_and_is_the_one_saved(
    page: ActionsPage, dialogs: Scripted, chosen_body: str | None
) -> None:
    people, bodies = page._ask.people.people(), page._ask.people.organisations()
    first = next(row for row in shown(page) if row.owner == "Ruth Fieldfare")
    carys = next(row for row in people if row.person.name.startswith("Carys"))
    assert first.body == "HM Courts and Tribunals Service" != carys.organisation.name
    answers = {"owner_id": carys.person.id}
    body_id = next((b.organisation.id for b in bodies if b.organisation.name == chosen_body), None)
    if body_id is not None:
        answers = {"accountable_id": body_id, **answers}
    dialogs.forms.append(answers)
    page.table.choose(first.action.id)
    carry_out(page, "Change…", first.action.ref)
    expected = chosen_body or carys.organisation.name
    assert body_shown(dialogs.views[-1]) == expected
    assert answered(page, first.action.id) == expected


def test_an_action_is_marked_restricted_in_its_form_and_says_so_in_list_and_pane(
    qtbot: QtBot, page: ActionsPage, dialogs: Scripted
) -> None:
    first = shown(page)[0]
    assert "Restricted" not in words(page.pane).split("\n")
    dialogs.forms.append({"restricted": True})
    carry_out(page, "Change…", first.action.ref)
    page.table.choose(first.action.id)
    assert shown(page)[0].restricted
    assert "Restricted" in words(page.pane).split("\n")
    column = next(c for c in page._columns() if c.heading == "Action")
    assert "Restricted" in column.cell_of(shown(page)[0]).under
    page.desk.history.stack.undo()
    assert not shown(page)[0].restricted


def test_the_line_of_sight_opens_what_it_names_by_mouse_and_by_key(
    qtbot: QtBot, actions_page: ActionsPage
) -> None:
    gone: list[tuple[str, str]] = []
    actions_page.desk.context.going.connect(lambda page, kind, _key: gone.append((page, kind)))
    seen: set[tuple[str, str]] = set()
    for index in range(actions_page.table.rows_model.rowCount()):
        actions_page.table.go_to(index)
        references: list[Reference] = actions_page.pane.findChildren(Reference)
        for reference in references:
            if reference.isVisible():
                gone.clear()
                qtbot.mouseClick(reference, Qt.MouseButton.LeftButton)
                qtbot.keyClick(reference, Qt.Key.Key_Return)
                assert len(gone) == 2
                assert gone[0] == gone[1]
                seen.add(gone[0])
    assert seen >= {("drivers", "driver"), ("performance", "measure")}


def test_where_an_action_was_raised_leads_to_its_line_of_the_minutes(
    qtbot: QtBot, page: ActionsPage
) -> None:
    raised = next(row for row in shown(page) if row.action.item_id is not None)
    page.table.choose(raised.action.id)
    gone: list[tuple[str, str, UUID]] = []
    page.desk.context.going.connect(lambda *where: gone.append(where))
    references: list[Reference] = page.pane.findChildren(Reference)
    (meeting,) = (one for one in references if one.text().startswith(raised.meeting))
    qtbot.mouseClick(meeting, Qt.MouseButton.LeftButton)
    assert gone == [("meetings", "raised", raised.action.id)]


def test_an_action_that_was_closed_long_ago_is_shown_when_it_is_asked_for(
    page: ActionsPage,
) -> None:
    page.pills._choose("all")
    closed = {row.action.id for row in shown(page) if row.closed}
    page.pills._choose("closed")
    long_ago = closed - {row.action.id for row in shown(page)}
    assert long_ago
    for key in long_ago:
        page.pills._choose("open")
        page.show_record("action", key)
        assert page.table.current_key() == key


def test_an_action_of_a_group_is_shown_among_those_of_its_group(page: ActionsPage) -> None:
    context = page.desk.context
    assert context.area_id is not None
    board, group = page._ask.groups.all(context.area_id)[:2]
    first = shown(page)[0].action
    page.desk.history.do(lambda: page._ask.actions.hand_over(first.id, group.id, "chair", NOW))
    assert first.id not in {row.action.id for row in shown(page)}
    page.show_record("action", first.id)
    assert (context.group_id, page.table.current_key()) == (group.id, first.id)
    assert board.id != group.id
