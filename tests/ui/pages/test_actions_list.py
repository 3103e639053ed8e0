"""The list of actions: what its cells say, its commands by name, its filters and its groups."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from sqlmodel import select

from lfjb_desk.domain.actions import Action, ActionStanding, WouldRepeat
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.actions.page import ActionsPage, GroupHeading
from lfjb_desk.ui.tables.tables import LATE_ROLE, Cell
from tests.ui.pages.hands import pick, press, words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.commands import BoundCommand
    from tests.ui.conftest import Scripted

FILTERS = ["late", "board", "moved", "on-hold", "open", "closed", "all"]


@pytest.fixture
def page(actions_page: ActionsPage) -> ActionsPage:
    return actions_page


def listed(page: ActionsPage) -> list[ActionRow]:
    return [line for line in page.table.rows_model.rows() if not isinstance(line, GroupHeading)]


def cells(page: ActionsPage, row: int) -> dict[str, Cell]:
    """Return the cells of a line by the headings of their columns."""
    line = page.table.rows_model.rows()[row]
    return {column.heading: column.cell_of(line) for column in page.table.rows_model.columns}


def command(page: ActionsPage, label: str) -> BoundCommand:
    return next(one for one in page.commands() if one.label == label)


def add(page: ActionsPage, title: str, due: date) -> None:
    group_id = page.desk.context.group_id
    assert group_id is not None
    service = page._ask.actions
    page.desk.history.do(lambda: service.add(group_id, title, due, raised_on=date(2026, 9, 1)))


def test_a_line_says_status_action_owner_and_due_date(page: ActionsPage) -> None:
    first = listed(page)[0]
    assert page.table.current_row() == first
    shown = cells(page, 0)
    action, owner, due = shown["Action"], shown["Owner and body"], shown["Due"]
    assert shown["Status"] == Cell(first.status_words, tone=StatusTone.LATE)
    assert action.text == first.action.title
    assert action.under == f"{first.action.ref}  ·  {first.driver}"
    assert action.strong
    assert (owner.text, owner.under) == (first.owner, first.body)
    assert (due.text, due.under) == ("12 October 2026", "moved 3 times")
    on_time = next(n for n, row in enumerate(listed(page)) if row.days_late == 0)
    assert not cells(page, on_time)["Action"].strong
    columns = page.table.rows_model.columns
    assert [column.heading for column in columns if column.stretch] == ["Action"]
    assert [column.heading for column in columns if column.right] == ["Due"]
    order = [column.heading for column in columns]
    assert order[:2] == ["Status", "Action"], "what is late and what it is come first"


def test_an_action_of_nobody_and_no_driver_says_what_is_missing(page: ActionsPage) -> None:
    add(page, "Publish the duty rota", date(2026, 12, 1))
    place = [row.action.title for row in listed(page)].index("Publish the duty rota")
    action, owner = cells(page, place)["Action"], cells(page, place)["Owner and body"]
    assert action.under == listed(page)[place].action.ref
    assert (owner.text, owner.under) == ("No owner yet", "")


def test_a_late_line_is_marked_as_late_and_no_other_is(page: ActionsPage) -> None:
    model = page.table.rows_model
    marks = [model.index(row, 0).data(LATE_ROLE) for row in range(model.rowCount())]
    assert marks == [row.standing is ActionStanding.LATE for row in listed(page)]
    assert marks[0]
    assert not all(marks)


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Status", lambda row: (row.closed, row.action.due)),
        ("Action", lambda row: row.action.title.casefold()),
        ("Owner and body", lambda row: (row.owner.casefold(), row.body.casefold())),
        ("Due", lambda row: row.action.due),
    ],
)
def test_each_column_sorts_by_what_it_shows(page: ActionsPage, heading: str, key: object) -> None:
    assert callable(key)
    assert page.table.isSortingEnabled()
    column = [column.heading for column in page.table.rows_model.columns].index(heading)
    page.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    keys = [key(row) for row in listed(page)]
    assert keys == sorted(keys)
    assert len(set(keys)) > 1


def test_the_commands_of_the_page_act_on_the_chosen_action(
    page: ActionsPage, dialogs: Scripted
) -> None:
    first = listed(page)[0].action
    new, bring, change, *others = page.commands()
    assert bring.label == "Bring in an action log"
    assert (new.label, new.icon, new.shortcut) == ("New action", "plus-bold", "Ctrl+N")
    assert change.about == f"{first.ref} {first.title}"
    assert [one.label for one in others] == [
        "Record update…",
        "Move due date…",
        "Close…",
        "Set in progress",
        "Say what blocks it…",
        "Add evidence…",
        "Put on hold…",
        "Hand over…",
        "Escalate…",
        "Drop…",
        "Remove",
    ]
    headings = [group.heading for group in page.command_groups()]
    assert headings == ["Actions", "The chosen action"]
    dialogs.forms += [
        {"title": "Publish the duty rota", "due": date(2026, 12, 1)},
        {"text": "Two have answered"},
        {"due": date(2027, 1, 20), "agreed_by": "chair, 23 November 2026"},
        {"outcome": "On the court's page"},
    ]
    new.run()
    added = next(row for row in listed(page) if row.action.title == "Publish the duty rota")
    assert added.action.raised_on == page.desk.context.today
    page.table.choose(added.action.id)
    command(page, "Record update…").run()
    assert "Two have answered" in words(page.pane)
    command(page, "Move due date…").run()
    assert "20 January 2027" in words(page.pane)
    command(page, "Close…").run()
    assert added.action.id not in {row.action.id for row in listed(page)}


def test_what_is_done_about_an_action_stands_in_its_line_and_beside_it(
    page: ActionsPage, dialogs: Scripted
) -> None:
    key = listed(page)[0].action.id

    def status() -> Cell:
        return cells(page, [row.action.id for row in listed(page)].index(key))["Status"]

    late = status().text
    command(page, "Set in progress").run()
    assert (status().text, status().under) == (late, "In progress"), "it is no less late"
    assert "Set in progress" not in [each.label for each in page.commands()]
    dialogs.forms.append({"blocked_by": "a listing officer", "told_by": "Ruth Fieldfare"})
    command(page, "Say what blocks it…").run()
    assert status().under == "Blocked"
    assert "Blocked: waits for a listing officer" in words(page.pane)
    dialogs.forms += [
        {"outcome": "Agreed", "proof": "The letter of 2 November", "link": "the page"},
        {"outcome": "Agreed", "proof": "The letter of 2 November", "link": "https://example.org/a"},
        {"proof": "Read out at the board"},
        {"done": "Two courts shared one list", "repeat": WouldRepeat.YES, "repeat_why": "Quick"},
    ]
    command(page, "Close…").run()
    assert "is not the address of a page" in dialogs.refusals[-1]
    command(page, "Close…").run()
    page.show_record("action", key)
    command(page, "Add evidence…").run()
    command(page, "Note what was learnt…").run()
    beside = words(page.pane)
    for text in (
        *("Blocked: waits for a listing officer", "The letter of 2 November"),
        *("https://example.org/a", "Read out at the board"),
        *("Two courts shared one list", "We would do it again: Quick"),
    ):
        assert text in beside
    page.desk.history.stack.undo()
    assert "Two courts shared one list" not in words(page.pane)


def test_a_line_that_is_opened_asks_for_its_changes(page: ActionsPage, dialogs: Scripted) -> None:
    add(page, "Publish the rota", date(2026, 12, 1))
    row = next(row for row in listed(page) if row.action.title == "Publish the rota")
    page.table.choose(row.action.id)
    dialogs.forms.append({"title": "Publish the duty rota"})
    page.table.opened.emit(row)
    assert "Publish the duty rota" in [row.action.title for row in listed(page)]


def test_the_head_counts_and_each_filter_names_its_day(page: ActionsPage) -> None:
    rows = listed(page)
    late = sum(row.standing is ActionStanding.LATE for row in rows)
    assert page.title == "Actions"
    assert f"{len(rows)} open, {late} late" in words(page)
    assert page.accessibleName() == page.table.accessibleName() == "Actions"
    assert list(page.pills._pills) == FILTERS
    assert [pill.text().rsplit("  ", 1)[0] for pill in page.pills._pills.values()] == [
        "Late",
        "Due before 4 December",
        "Moved 3 times or more",
        "On hold",
        "All open",
        "Closed since 7 September",
        "All",
    ]
    assert page.pills.current == "open"


def test_each_filter_shows_what_it_is_named_for(page: ActionsPage) -> None:
    found: dict[str, list[ActionRow]] = {}
    for key in FILTERS:
        page.pills._choose(key)
        found[key] = listed(page)
    assert all(found.values()), "the sample has an action for every filter"
    assert {row.standing for row in found["late"]} == {ActionStanding.LATE}
    assert {row.standing for row in found["on-hold"]} == {ActionStanding.ON_HOLD}
    assert all(row.action.due < date(2026, 12, 4) and not row.closed for row in found["board"])
    assert all(row.times_moved >= 3 for row in found["moved"])
    days = [row.action.closed_on for row in found["closed"]]
    assert all(day is not None and day >= date(2026, 9, 7) for day in days)


def test_the_button_says_by_what_the_list_is_grouped_to_eye_and_ear(page: ActionsPage) -> None:
    def heard() -> str:
        return QAccessible.queryAccessibleInterface(page.group_button).text(QAccessible.Text.Name)

    assert page.group_button.text() == heard() == "Group: none"
    entries = [entry.text() for entry in page.group_button.menu().actions()]
    assert entries == ["None", "Owner", "Accountable body", "Driver of delay", "Meeting"]
    pick(page.group_button, "Accountable body")
    assert page.group_button.text() == heard() == "Group: accountable body"
    assert not page.table.isSortingEnabled(), "a sorted list would tear the groups apart"
    lines = page.table.rows_model.rows()
    heading = lines[0]
    assert isinstance(heading, GroupHeading)
    end = next(n for n, line in enumerate(lines[1:], 1) if isinstance(line, GroupHeading))
    under = listed(page)[: end - 1]
    assert {row.body for row in under} == {heading.title}
    late = sum(row.standing is ActionStanding.LATE for row in under)
    number = "1 action" if len(under) == 1 else f"{len(under)} actions"
    assert heading.under == f"{number}, {late} late"
    shown = cells(page, 0)
    assert shown.pop("Action") == Cell(heading.title, heading.under, strong=True)
    assert set(map(repr, shown.values())) == {repr(Cell(""))}
    pick(page.group_button, "None")
    assert page.group_button.text() == heard() == "Group: none"
    assert page.table.isSortingEnabled()


def test_a_heading_of_a_group_offers_no_command(page: ActionsPage, dialogs: Scripted) -> None:
    pick(page.group_button, "Owner")
    heading = page.table.rows_model.rows()[0]
    page.table.selectRow(0)
    assert page.table.current_row() == heading
    assert [one.label for one in page.commands()] == ["New action", "Bring in an action log"]
    page.table.opened.emit(heading)
    assert not dialogs.asked
    assert page._menu(heading) == ()
    assert not page.table.rows_model.index(0, 0).data(LATE_ROLE)
    entries = page._menu(listed(page)[0])
    assert [entry.label for entry in entries][:2] == ["Change…", "Record update…"]


def test_a_new_action_is_tied_to_what_the_board_has(page: ActionsPage, dialogs: Scripted) -> None:
    dialogs.forms.append({"title": "Publish the duty rota", "due": date(2026, 12, 1)})
    command(page, "New action").run()
    fields = dialogs.views[0].fields
    keys = ("owner_id", "accountable_id", "driver_id", "meeting_id")
    assert all(fields[key].field.choices for key in keys)
    assert fields["meeting_id"].field.choices[0].text.startswith("Board meeting")


def test_where_no_board_is_chosen_nothing_can_be_added(page: ActionsPage) -> None:
    page.desk.context.choose(page.desk.context.area_id, None)
    assert page._choices().meetings == ()
    assert not [each for each in page.commands() if each.label == "New action"]
    parts = (page._empty, page._full, page.pills, page.pane)
    assert [part.isVisible() for part in parts] == [True, False, False, False]
    assert "No board is chosen" in words(page)


def test_a_board_without_actions_says_how_the_first_one_comes(
    qtbot: QtBot, page: ActionsPage, dialogs: Scripted, database: Database
) -> None:
    with database.session() as session:
        other = next(
            group
            for group in session.exec(select(Group))
            if group.kind is GroupKind.SUB_GROUP
            and not session.exec(select(Action).where(Action.group_id == group.id)).first()
        )
    page.desk.context.choose(other.area_id, other.id)
    parts = (page._empty, page._full, page.pills, page.pane)
    assert [part.isVisible() for part in parts] == [True, False, False, False]
    assert "No action has been agreed yet" in words(page)
    assert "Add the first one here, record it while you minute a meeting, or bring in" in words(
        page
    )
    assert "and type" in words(page)
    dialogs.forms.append({"title": "The first", "due": date(2026, 12, 1)})
    press(qtbot, page._empty, "New action")
    assert [part.isVisible() for part in parts] == [False, True, True, True]
    assert page.table.current_row() == listed(page)[0]
    command(page, "Remove").run()
    assert page._empty.isVisible()


def test_a_filter_that_finds_nothing_is_not_an_empty_log(page: ActionsPage) -> None:
    page.pills._choose("on-hold")
    for row in listed(page):
        page.table.choose(row.action.id)
        command(page, "Take off hold").run()
    assert listed(page) == []
    assert page._full.isVisible()
    assert not page._empty.isVisible()


def test_a_closed_record_is_shown_among_the_closed(page: ActionsPage) -> None:
    page.pills._choose("closed")
    closed = listed(page)[0]
    page.pills._choose("late")
    page.show_record("action", closed.action.id)
    assert page.pills.current == "closed"
    current = page.table.current_row()
    assert current is not None
    assert not isinstance(current, GroupHeading)
    assert current.action.id == closed.action.id
    here = listed(page)[-1]
    page.show_record("action", here.action.id)
    assert page.pills.current == "closed", "what is in the list is chosen where it stands"
    assert page.table.current_key() == here.action.id
