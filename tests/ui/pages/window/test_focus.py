"""The focus stays with the record after every command of every page, its undo and its redo."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from lfjb_desk.services.papers.registry import BOARD_PAPER
from lfjb_desk.ui.dialogs import Dialogs
from lfjb_desk.ui.questions import FormDialog
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.widgets.form.fields import FieldKind
from tests.ui.conftest import TODAY
from tests.ui.pages import tour

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.ui.commands import BoundCommand
    from lfjb_desk.ui.shell.main_window import MainWindow
    from lfjb_desk.ui.shell.page import Page
    from lfjb_desk.ui.widgets.form.fields import FieldView
    from lfjb_desk.ui.widgets.form.form import Answer, Form, FormView

STOPS = [
    stop
    for stop in tour.STOPS
    if stop[1] not in {"preview", "mapping"} and (stop[0] != "papers" or stop[1] == BOARD_PAPER.key)
]
"""Each page at each view that stands without a file; one paper, for all have the same commands."""
LEAST = {
    "actions": 7,
    "drivers": 2,
    "governance": 12,
    "library": 2,
    "meetings": 3,
    "performance": 8,
}
"""So many commands of a page at least change something on the sample board."""


@pytest.fixture(autouse=True)
def _answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer what is asked as a person does, in the real dialogs; choose no file."""

    def ask_form(self: Dialogs, form: Form[Answer], keep: Callable[[Answer], str]) -> bool:
        dialog = FormDialog(form, self._theme, self._today, keep, self._window)
        dialog.open()
        QApplication.processEvents()
        fill(dialog.view)
        dialog.save.click()
        taken = not dialog.isVisible()
        dialog.reject()
        dialog.deleteLater()
        return taken

    monkeypatch.setattr(Dialogs, "ask_form", ask_form)
    monkeypatch.setattr(Dialogs, "confirm", lambda *_: True)
    for name in ("choose_file", "choose_folder", "save_file"):
        monkeypatch.setattr(Dialogs, name, lambda *_: None)
    monkeypatch.setattr(Dialogs, "choose_files", lambda *_: ())


def fill(view: FormView[Any]) -> None:
    """Answer every field that is wanted, and say something new in the words."""
    for asked in view.fields.values():
        control, field = asked.control, asked.field
        if isinstance(control, QPlainTextEdit):
            control.setPlainText(f"{control.toPlainText()} Looked at again.".strip())
        elif field.key == "email":
            asked.give("aoife.dunnock@example.org")
        elif field.kind is FieldKind.TEXT and isinstance(control, QLineEdit):
            control.setText(f"{control.text()} again".strip())
        elif field.kind is FieldKind.DATE and (field.required or field.value is not None):
            asked.give((field.value or TODAY) + timedelta(days=1))
        elif asked.answer() is None and field.required:
            asked.give(_first(asked))


def _first(asked: FieldView) -> object:
    return asked.field.choices[-1].value if asked.field.choices else 1


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Let the window come to rest: work beside it, what was put off, what is taken apart."""
    qtbot.waitUntil(lambda: not window.shell.desk.jobs.running(), timeout=60_000)
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def button_of(page: Page, command: BoundCommand) -> QPushButton | None:
    """Return the button that carries a command out, if one is seen."""
    label = command.label.rstrip("…")
    buttons: list[QPushButton] = page.findChildren(QPushButton)
    return next(
        (
            button
            for button in buttons
            if button.isVisible()
            and button.isEnabled()
            and f"{button.accessibleName()} ".startswith(f"{label} ")
        ),
        None,
    )


def carry_out(qtbot: QtBot, window: MainWindow, page: Page, command: BoundCommand) -> None:
    """Click the button of a command; where it has none, choose it in the Ctrl+K box."""
    button = button_of(page, command)
    if button is not None:
        button.setFocus()
        button.click()
    else:
        window.rail.button("today").setFocus()  # the worst place from which it may be asked
        command.run()
    settle(qtbot, window)


def astray(window: MainWindow, page: Page, change: Change) -> list[str]:
    """Return what is wrong with where the focus is after a change."""
    focused: QWidget | None = window.focusWidget()
    faults = []
    if focused is None or not page.isAncestorOf(focused) or not focused.isVisible():
        faults.append(f"focus on {type(focused).__name__} {_name(focused)}")
    if change.subject is not None:
        tables: list[RowTable[Any]] = page.findChildren(RowTable)
        showing = [table for table in tables if table.isVisible() and _holds(table, change)]
        if showing and all(table.current_key() != change.subject.key for table in showing):
            faults.append("another record is chosen")
    return faults


def _name(widget: QWidget | None) -> str:
    return "" if widget is None else widget.accessibleName()


def _holds(table: RowTable[Any], change: Change) -> bool:
    assert change.subject is not None
    return any(table._key(row) == change.subject.key for row in table.rows_model.rows())


@pytest.fixture
def changes(window: MainWindow) -> list[Change]:
    heard: list[Change] = []
    window.shell.desk.history.settled.connect(heard.append)
    return heard


@pytest.mark.parametrize("key", sorted({key for key, _ in STOPS}))
def test_the_focus_stays_with_the_record_after_every_command(
    qtbot: QtBot, window: MainWindow, changes: list[Change], key: str
) -> None:
    walked: set[str] = set()
    faults: dict[str, list[str]] = {}
    for view in (view for page, view in STOPS if page == key):
        labels = {command.label for command in _open(qtbot, window, key, view).commands()}
        for label in sorted(labels - walked):
            page = _open(qtbot, window, key, view)
            command = next((each for each in page.commands() if each.label == label), None)
            walked.add(label)
            if command is not None:
                changes.clear()
                carry_out(qtbot, window, page, command)
                if changes:
                    faults[label] = back_and_forth(qtbot, window, changes)
    assert len(faults) >= LEAST.get(key, 0), "too few commands were carried out to prove anything"
    assert {label: faulty for label, faulty in faults.items() if faulty} == {}


def back_and_forth(qtbot: QtBot, window: MainWindow, changes: list[Change]) -> list[str]:
    """Undo a command, do it again and undo it; return what is wrong after each of these."""
    page, stack = window.shell.page(), window.shell.desk.history.stack
    assert page is not None
    faults = astray(window, page, changes[-1])
    for step in (stack.undo, stack.redo, stack.undo):
        step()
        settle(qtbot, window)
        faults += astray(window, page, changes[-1])
    return faults


def _open(qtbot: QtBot, window: MainWindow, key: str, view: str) -> Page:
    page = window.shell.open_page(key)
    assert page is not None
    if not (key == "meetings" and page.title != "Meetings"):
        tour.turn(qtbot, page, view)
    settle(qtbot, window)
    return page
