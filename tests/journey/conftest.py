"""What journeys share: the real window over a new database, and hands that type and click."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from lfjb_desk.app.environment import Environment
from lfjb_desk.app.window import open_window
from lfjb_desk.ui.questions import FormDialog
from tests.ui.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.shell.main_window import MainWindow
    from lfjb_desk.ui.shell.page import Page

PATIENCE = 60_000
"""Milliseconds after which a journey gives up waiting."""


class Hands:
    """Types and clicks in the window as a person does."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def page(self) -> Page:
        page = self.window.shell.page()
        assert page is not None
        return page

    def settle(self) -> None:
        """Let the window lay itself out."""
        QApplication.processEvents()

    def press(self, name: str) -> None:
        """Click the button with a name, on the page or on the rail."""
        self.settle()
        found = [one for one in self.window.findChildren(QPushButton) if _is_named(one, name)]
        assert found, f"there is no button {name!r} to press on {self.page.title!r}"
        self.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
        self.settle()

    def answer(self, name: str, typed: Mapping[str, str]) -> None:
        """Click a button that opens a form, type into its fields and save it."""
        faults: list[str] = []
        watch = QTimer(self.window)
        watch.setInterval(20)
        watch.timeout.connect(lambda: self._fill(watch, typed, faults))
        watch.start()
        self.press(name)
        assert not watch.isActive(), f"{name!r} opened no form"
        assert faults == []

    def keys(self, keys: str) -> None:
        """Press keys such as `Ctrl+Z` in the window."""
        key, *held = reversed(keys.split("+"))
        modifier = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifier |= {
                "Ctrl": Qt.KeyboardModifier.ControlModifier,
                "Shift": Qt.KeyboardModifier.ShiftModifier,
            }[one]
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.qtbot.keyClick(self.window, getattr(Qt.Key, f"Key_{key}"), modifier)
        self.settle()

    def _fill(self, watch: QTimer, typed: Mapping[str, str], faults: list[str]) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, FormDialog):
            return  # not open yet
        watch.stop()
        views = {view.field.label: view for view in dialog.view.fields.values()}
        try:
            for label, text in typed.items():
                self._type(views[label].control, text)
            self.qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        finally:
            if dialog.isVisible():  # it was refused: say why, and let the journey end
                faults += [view.fault() for view in views.values()] + [dialog.view.refusal()]
                dialog.reject()

    def _type(self, control: QWidget, text: str) -> None:
        field = control.lineEdit() if isinstance(control, QComboBox) else control
        assert isinstance(field, (QLineEdit, QPlainTextEdit))
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)


def _is_named(button: QPushButton, name: str) -> bool:
    said = {button.text().strip(), button.accessibleName()}
    return button.isVisible() and button.isEnabled() and name in said


@pytest.fixture
def where(tmp_path: Path) -> Environment:
    return Environment(
        database=tmp_path / "data" / "board.lfjb",
        backups=tmp_path / "backups",
        settings=tmp_path / "settings.toml",
        log=tmp_path / "desk.log",
    )


@pytest.fixture
def hands(qtbot: QtBot, where: Environment) -> Iterator[Hands]:
    before = sys.excepthook
    _, window = open_window(lambda: where, TODAY)
    sys.excepthook = before
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.is_furnished, timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.shell.page() is not None, timeout=PATIENCE)
    yield Hands(qtbot, window)
    window.close()
    QApplication.instance().aboutToQuit.emit()  # type: ignore[union-attr]  # lets the database go
