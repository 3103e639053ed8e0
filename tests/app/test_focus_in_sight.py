"""What has the focus is in sight on a small screen with large text, and both redo keys redo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.ui.look.theme import Look
from lfjb_desk.ui.questions import FormDialog
from tests.app.test_sizes import SMALL, WALK, sample_window, settle
from tests.ui.pages.hands import carry_out
from tests.ui.pages.tour import turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from lfjb_desk.app.environment import Environment
    from lfjb_desk.ui.shell.main_window import MainWindow

    Open = Callable[[Environment], MainWindow]

MOST_TABS = 30
"""How far each view is walked by Tab."""
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(where: Environment, open_desk: Open, qtbot: QtBot) -> Iterator[MainWindow]:
    """The sample board on a small screen, with text at 200 per cent."""
    made = sample_window(where, open_desk)
    made.shell.desk.theme.apply(Look.LIGHT, 200)
    made.resize(*SMALL)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.shell.desk.theme.apply(Look.LIGHT)


@pytest.fixture
def minuting(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The minutes of the next meeting, in session."""
    settle()
    page: Any = window.shell.open_page("meetings")
    settle()
    monkeypatch.setattr(window.shell.desk.dialogs, "confirm", lambda *_: True)
    meeting_id = page.listing.table.rows_model.rows()[0].meeting.id
    for state in (MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION):
        page.record_commands.step(meeting_id, state)
    page.open(meeting_id, "minutes")
    settle()
    return page.minuting


def seen(control: QWidget) -> QRect:
    """Return the part of a control, or of the current row of a list, that is in sight."""
    part = control.rect()
    if isinstance(control, QAbstractItemView) and control.currentIndex().isValid():
        part = control.visualRect(control.currentIndex()) & control.viewport().rect()
        part.translate(control.viewport().pos())
    return control.visibleRegion().boundingRect() & part


def keys(window: MainWindow, text: str) -> None:
    for letter in text:
        QTest.keyClick(window.windowHandle(), letter)  # type: ignore[call-overload]  # is a key
        settle()


def test_the_minute_box_is_in_sight_while_one_types(
    qtbot: QtBot, window: MainWindow, minuting: Any
) -> None:
    box = minuting.composer.box
    qtbot.waitUntil(lambda: QApplication.focusWidget() is box)
    qtbot.waitUntil(lambda: seen(box).height() == box.height())
    for letter in "/a Ask both courts for their lists and the bar for its dates +2w":
        keys(window, letter)
        qtbot.wait(1)
        assert seen(box).height() == box.height(), letter
    assert not minuting.composer.chips.visibleRegion().isEmpty()


def test_after_looking_elsewhere_the_next_key_brings_the_box_back(
    qtbot: QtBot, window: MainWindow, minuting: Any
) -> None:
    box = minuting.composer.box
    qtbot.waitUntil(lambda: seen(box).height() == box.height())
    page: Any = window.shell.page()
    qtbot.wait(200)
    page.turning.emit()  # a page scrolls to its top
    settle()
    keys(window, "S")
    qtbot.waitUntil(lambda: seen(box).height() == box.height())


def test_nothing_that_tab_goes_to_is_out_of_sight(qtbot: QtBot, window: MainWindow) -> None:
    found: list[str] = []
    for key, view in WALK:
        page = window.shell.open_page(key)
        assert page is not None
        turn(qtbot, page, view)
        settle()
        page.take_focus_again(None)
        for _ in range(MOST_TABS):
            settle()
            control = QApplication.focusWidget()
            if control is not None and seen(control).isEmpty() and not control.rect().isEmpty():
                found.append(f"{key} {view}: {control.accessibleName() or control!r}")
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert found == []


@pytest.mark.parametrize("redo", [(Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT)])
def test_both_keys_redo_what_was_typed_in_a_box(
    window: MainWindow, minuting: Any, redo: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    box = minuting.composer.box
    box.setFocus()
    keys(window, "Said")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, CONTROL)
    assert box.toPlainText() == ""
    QTest.keyClick(window.windowHandle(), *redo)
    assert box.toPlainText() == "Said"


@pytest.mark.parametrize("redo", [(Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT)])
def test_both_keys_redo_in_a_form_too(
    window: MainWindow, redo: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    texts: list[str] = []

    def type_in(dialog: FormDialog[Any]) -> None:
        control: Any = dialog.view.fields["title"].control
        control.setFocus()
        QTest.keyClicks(control, "Rota")
        QTest.keyClick(control, Qt.Key.Key_Z, CONTROL)
        texts.append(control.text())
        QTest.keyClick(control, *redo)
        texts.append(control.text())
        dialog.view.fields["title"].give("")
        dialog.reject()

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FormDialog)
        try:
            type_in(dialog)
        finally:
            dialog.reject()

    page = window.shell.open_page("actions")
    assert page is not None
    QTimer.singleShot(50, now)
    carry_out(page, "New action")
    assert texts == ["", "Rota"]


def test_once_nothing_typed_is_left_the_keys_redo_the_last_step_of_the_board(
    window: MainWindow, minuting: Any
) -> None:
    box = minuting.composer.box
    box.setFocus()
    keys(window, "Said")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    assert len(minuting.record.entries) == 1
    stack = window.shell.desk.history.stack
    stack.undo()
    settle()
    assert minuting.record.entries == ()
    box.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, CONTROL | SHIFT)
    settle()
    assert len(minuting.record.entries) == 1
