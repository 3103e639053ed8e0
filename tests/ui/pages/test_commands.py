"""The commands of the whole window, over the sample board: keys, help, menus and Ctrl+K agree."""

from __future__ import annotations

import ast
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton

from lfjb_desk.services.papers.registry import PAPERS
from lfjb_desk.ui.commands import Command, page_command, page_group
from lfjb_desk.ui.pages.papers.page import PapersPage
from lfjb_desk.ui.pages.performance.page import PerformancePage
from lfjb_desk.ui.shell.finding.help_dialog import HelpDialog
from lfjb_desk.ui.tables.row_table import RowTable
from tests.ui.pages.hands import menu_of_row, press

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.shell.main_window import MainWindow
    from lfjb_desk.ui.shell.page import Page
    from lfjb_desk.ui.shell.window_commands import CommandPage

ROOT = Path(__file__).parents[3]
OFFERED_BY_OTHERS = {"PeopleSection: New organisation"}
"""The button of an empty list of people; the list of organisations offers the same."""
MAKERS = {"QAction", "QShortcut", "addAction", "addActions"}


def open_page(window: MainWindow, key: str) -> Page:
    page = window.shell.open_page(key)
    assert page is not None
    QApplication.processEvents()
    return page


def open_help(qtbot: QtBot, window: MainWindow) -> HelpDialog:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(HelpDialog)
    assert dialog is not None
    return dialog


def lines(dialog: HelpDialog) -> list[tuple[str, str, str]]:
    rows = dialog.table.rows_model.rows()
    return [(row.page, row.label, row.keys) for row in rows if not row.is_heading]


def test_f1_shows_every_command_and_every_shortcut_once(qtbot: QtBot, window: MainWindow) -> None:
    dialog = open_help(qtbot, window)
    shown = Counter((row.page, row.label, row.about, row.keys) for row in dialog._lines)
    assert {line for line, times in shown.items() if times > 1} == set()
    keys = Counter(
        (page, key) for page, _, held in lines(dialog) for key in held.split(", ") if key
    )
    # In the list of the agenda and in that of who came; in that and in the list of amendments.
    twice = {("Meetings", "Delete"), ("Meetings", "A")}
    assert {key for key, times in keys.items() if times > 1} == twice
    found = lines(dialog)
    for line in (
        ("Anywhere", "Keyboard shortcuts", "F1"),
        ("Anywhere", "Go to Settings", "Ctrl ,"),
        ("Anywhere", "Undo the last step", "Ctrl Z"),
        ("Actions", "New action", "Ctrl N"),
        ("Meetings", "Show the agenda", "Alt 1"),
        ("Meetings", "Move up", "Alt Up"),
        ("Performance", "Import figures", "Ctrl I"),
        ("In a list", "Show what can be done with it", "Menu, Shift F10"),
        ("In a form", "Save what the form asks", "Ctrl Enter, Ctrl Return"),
    ):
        assert line in found
    dialog.close()


def keys_of(page: CommandPage) -> list[str]:
    """Return the keys that work anywhere on a page."""
    return [
        QKeySequence(key).toString()
        for group in page.groups
        if not group.in_list
        for command in group.commands
        for key in command.shortcuts
    ]


def test_no_shortcut_collides_on_a_page(window: MainWindow) -> None:
    anywhere, *pages = window.shell.command_pages()
    everywhere = keys_of(anywhere)
    assert "F1" in everywhere
    for page in pages:
        used = Counter(everywhere + keys_of(page))
        assert {key for key, times in used.items() if times > 1} == set(), page.title
        for group in page.groups:
            in_list = [key for command in group.commands for key in command.shortcuts]
            assert len(in_list) == len(set(in_list))
            if group.in_list:
                assert not set(map(QKeySequence, in_list)) & set(map(QKeySequence, used))


def test_qt_knows_the_key_of_every_command(window: MainWindow) -> None:
    shortcuts = {
        key
        for page in window.shell.command_pages()
        for group in page.groups
        for command in group.commands
        for key in command.shortcuts
    }
    assert {"Ctrl+,", "Ctrl+1", "Delete"} <= shortcuts
    assert {key for key in shortcuts if not QKeySequence(key).toString()} == set()


def commands_of(owner: QObject) -> list[Command[Any]]:
    """Return the commands that an object keeps, one by one or several together."""
    kept: list[Command[Any]] = []
    for value in vars(owner).values():
        several = value if isinstance(value, tuple | list) else (value,)
        kept += [part for part in several if isinstance(part, Command)]
    return kept


def forgotten(owners: Iterable[QObject], groups: Iterable[AnyGroup]) -> set[str]:
    """Return each command that objects of a class keep and no group offers of any of them."""
    offered = [command for group in groups for command in group.commands]
    kept = [
        (f"{type(owner).__name__}: {command.label}", command)
        for owner in owners
        for command in commands_of(owner)
    ]
    return {name for name, _ in kept} - {name for name, command in kept if command in offered}


def test_every_command_stands_in_a_group(window: MainWindow) -> None:
    groups = [group for page in window.shell.command_pages() for group in page.groups]
    owners = [window, *window.findChildren(QObject)]
    kept = {type(owner).__name__ for owner in owners if commands_of(owner)}
    assert {"ActionCommands", "DriverCommands", "MeetingCommands", "LibraryCommands"} <= kept
    assert {"CollectionCommands", "MeasureCommands", "SideCommands", "WindowCommands"} <= kept
    assert forgotten(owners, groups) == OFFERED_BY_OTHERS


def test_a_command_that_no_group_has_is_found_out() -> None:
    class Holder(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.offered = page_command("Offered", self.deleteLater)
            self.lost = page_command("Lost", self.deleteLater)
            self.several = (self.offered, page_command("Lost among several", self.deleteLater))

    holder = Holder()
    groups = [page_group("Heading", holder.offered)]
    assert forgotten([holder], groups) == {"Holder: Lost", "Holder: Lost among several"}


def test_the_help_is_searched_and_read_by_the_keyboard_alone(
    qtbot: QtBot, window: MainWindow, unnamed: Callable[[QWidget], list[str]]
) -> None:
    dialog = open_help(qtbot, window)
    assert unnamed(dialog) == []
    qtbot.waitUntil(dialog.typed.hasFocus)
    focus = QApplication.focusWidget()
    assert focus is dialog.typed
    qtbot.keyClicks(focus, "chosen action DUE")
    assert lines(dialog) == [("Actions", "Move due date…", "")]
    dialog.typed.clear()
    first = dialog.table.currentIndex().row()
    qtbot.keyClick(focus, Qt.Key.Key_Down)
    assert dialog.table.currentIndex().row() == first + 1
    qtbot.keyClicks(focus, "no such command")
    assert dialog.total.text() == "No command"
    assert not dialog.table.isVisible()
    assert dialog.nothing.isVisible()
    assert dialog.nothing.text().startswith("No command answers this.")
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_help_finds_the_beginnings_of_words_first(qtbot: QtBot, window: MainWindow) -> None:
    dialog = open_help(qtbot, window)
    qtbot.keyClicks(dialog.typed, "move")
    labels = [label for _, label, _ in lines(dialog)]
    assert {"Move up", "Move down", "Move due date…"} <= set(labels)
    assert [label for label in labels if label.startswith("Remove")] == []
    assert dialog.table.isVisible()
    assert not dialog.nothing.isVisible()
    dialog.typed.clear()
    qtbot.keyClicks(dialog.typed, "emov")
    assert {label.split()[0] for _, label, _ in lines(dialog)} == {"Remove"}
    dialog.close()


def test_ctrl_k_puts_the_exact_name_first(qtbot: QtBot, window: MainWindow) -> None:
    open_page(window, "performance")
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = window.shell.command_box
    qtbot.keyClicks(box.typed, "Figures")
    first, *others = box.offers()
    assert first == "Figures"
    assert any(offer.startswith("Import figures") for offer in others)
    box.dismiss()


def test_enter_presses_the_button_that_has_the_focus_on_every_page(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.shell.command_pages()  # which makes every page
    buttons: list[QPushButton] = window.findChildren(QPushButton)
    deaf = [
        button.accessibleName()
        for button in buttons
        if button.focusPolicy() != Qt.FocusPolicy.NoFocus and not button.autoDefault()
    ]
    assert deaf == []
    actions = window.rail.button("actions")
    actions.setFocus()
    qtbot.waitUntil(actions.hasFocus)
    qtbot.keyClick(actions, Qt.Key.Key_Return)
    page = window.shell.page()
    assert page is not None
    assert page.title == "Actions"


def test_enter_in_a_text_box_of_a_page_presses_no_button(qtbot: QtBot, window: MainWindow) -> None:
    page = open_page(window, "library")
    finder = page.findChild(QLineEdit)
    assert finder is not None
    pressed: list[str] = []
    for button in window.findChildren(QPushButton):
        button.clicked.connect(partial(pressed.append, button.accessibleName()))
    finder.setFocus()
    qtbot.waitUntil(finder.hasFocus)
    qtbot.keyClick(finder, Qt.Key.Key_Return)
    assert pressed == []


def test_ctrl_k_leads_to_the_help(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = window.shell.command_box
    qtbot.keyClicks(box.typed, "keyboard short")
    assert box.offers() == ["Keyboard shortcuts, F1"]
    qtbot.keyClick(box.typed, Qt.Key.Key_Return)
    dialog = window.findChild(HelpDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


@pytest.mark.parametrize("key", ["actions", "meetings", "governance", "papers", "performance"])
def test_what_a_menu_offers_ctrl_k_offers_too(window: MainWindow, key: str) -> None:
    page = open_page(window, key)
    tables: list[RowTable[object]] = [
        table for table in page.findChildren(RowTable) if table.isVisible() and menu_of_row(table)
    ]
    assert tables or key in {"papers", "performance"}
    offered = {(one.label, one.about) for one in page.commands()}
    for table in tables:
        assert {(one.label, one.about) for one in menu_of_row(table).values()} <= offered


def test_figures_and_charts_are_copied_and_saved_only_where_they_are_seen(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = open_page(window, "performance")
    assert isinstance(page, PerformancePage)

    def offered() -> set[str]:
        QApplication.processEvents()
        labels = {command.label for command in window.shell.commands()}
        papers = {f"Save {paper.in_sentence}" for paper in PAPERS}  # these from everywhere
        starts = ("Copy the", "Save the", "Next me")
        return {label for label in labels - papers if label.startswith(starts)}

    figures = {
        "Copy the figures shown",
        "Save the figures as a table (CSV)",
        "Save the figures as a spreadsheet (XLSX)",
        "Next measure",
    }
    chart = {"Copy the chart", "Save the chart as a picture (PNG)"}
    assert offered() == set()
    page.open("measure")
    assert offered() == figures | chart
    press(qtbot, page, "Limits, steps and targets")
    assert offered() == figures
    entries = page.measure.saving.button.menu()
    entries.aboutToShow.emit()
    assert {entry.text().split("\t")[0] for entry in entries.actions()} == figures - {
        "Next measure"
    }
    for view in ("imports", "figures", "measures"):
        page.open(view)
        assert offered() == set()
    page.open("national")
    assert offered() == {"Save the signals as a spreadsheet (XLSX)"}


def test_a_command_on_the_chosen_record_is_found_by_its_name(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = open_page(window, "actions")
    table = page.findChild(RowTable)
    assert isinstance(table, RowTable)
    about = menu_of_row(table)["Close…"].about
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = window.shell.command_box
    qtbot.keyClicks(box.typed, f"close {about.split()[0]}")
    assert [line for line in box.offers() if line.startswith("Close…, ")]
    box.dismiss()


def test_a_hundred_menus_of_each_page_leave_no_action_more(window: MainWindow) -> None:
    for key in ("actions", "meetings", "governance"):
        page = open_page(window, key)
        table = next(
            one for one in page.findChildren(RowTable) if one.isVisible() and menu_of_row(one)
        )

        def open_and_close(table: RowTable[object] = table) -> int:
            table.show_menu()
            menu = table.findChild(QMenu)
            assert menu is not None
            menu.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            return len(window.findChildren(QAction))

        once = open_and_close()
        assert {open_and_close() for _ in range(99)} == {once}


def test_menus_and_keys_are_made_of_commands_in_one_place() -> None:
    made: set[str] = set()
    for path in (ROOT / "lfjb_desk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
                name = node.func.id if isinstance(node.func, ast.Name) else called
                if name in MAKERS:
                    made.add(path.name)
    assert made == {"menus.py"}


@pytest.mark.parametrize(
    ("typed", "offer"),
    [
        ("help", "Keyboard shortcuts"),
        ("settings", "Go to Settings"),
        ("board paper", "Board paper, Paper"),
        ("brief", "Chair's brief, Paper"),
        ("pack", "Board paper, Paper"),
        ("bring in an action log", "Bring in an action log"),
        ("membership list", "Bring in a membership list"),
        ("minutes", "Minutes, Paper"),
        ("tracker", "Action log, Paper"),
    ],
)
def test_ctrl_k_finds_what_people_call_things(
    qtbot: QtBot, window: MainWindow, typed: str, offer: str
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = window.shell.command_box
    qtbot.keyClicks(box.typed, typed)
    qtbot.waitUntil(lambda: any(line.startswith(offer) for line in box.offers()))
    box.dismiss()


def test_a_paper_found_is_shown_when_it_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    group_id = window.shell.desk.context.group_id
    window.shell.go("papers", "minutes", group_id)
    page = window.shell.page()
    assert isinstance(page, PapersPage)
    chosen = page.table.current_row()
    assert chosen is not None
    assert chosen.definition.key == "minutes"
    qtbot.waitUntil(lambda: not page.desk.jobs.running(), timeout=60_000)
