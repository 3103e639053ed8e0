"""Room that scrolls, parts that go one under another, and a stack as small as what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lfjb_desk.ui.widgets.beside import AS_NEEDED, Beside
from lfjb_desk.ui.widgets.boxes import Detail
from lfjb_desk.ui.widgets.flow import EvenFlow
from lfjb_desk.ui.widgets.scrolling import Scrolled, Stack
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.look.theme import ActiveTheme


def block(width: int, height: int) -> QWidget:
    made = QWidget()
    made.setMinimumSize(width, height)
    return made


def test_what_is_higher_than_the_room_scrolls_and_what_is_lower_fills_it(qtbot: QtBot) -> None:
    box = QVBoxLayout()
    box.addWidget(block(50, 300))
    room = Scrolled(box)
    qtbot.addWidget(room)
    room.resize(400, 200)
    room.show()
    QApplication.processEvents()
    assert room.verticalScrollBar().maximum() > 0
    assert room.horizontalScrollBar().maximum() == 0
    room.resize(400, 500)
    QApplication.processEvents()
    assert room.verticalScrollBar().maximum() == 0
    assert box.geometry().height() == 500


def test_words_that_come_later_make_the_room_scroll(qtbot: QtBot) -> None:
    box, label = QVBoxLayout(), words("Short", wrap=True)
    box.addWidget(label)
    room = Scrolled(box)
    qtbot.addWidget(room)
    room.resize(200, 100)
    room.show()
    QApplication.processEvents()
    assert room.verticalScrollBar().maximum() == 0
    label.setText("A sentence that goes on. " * 40)
    qtbot.waitUntil(lambda: room.verticalScrollBar().maximum() > 0)
    assert label.height() >= label.heightForWidth(label.width())


def test_parts_go_one_under_another_where_they_have_too_little_room(
    qtbot: QtBot, theme: ActiveTheme
) -> None:
    holder, main, side, gone = QWidget(), block(50, 40), block(50, 60), block(50, 50)
    qtbot.addWidget(holder)
    across = Beside(theme)
    across.put(main, least=300)
    across.put(side, width=200)
    across.put(gone, width=AS_NEEDED)
    holder.setLayout(across)
    gone.hide()
    holder.resize(700, 300)
    holder.show()
    assert (main.y(), side.y()) == (0, 0)
    assert side.width() == theme.px(200)
    assert main.width() == 700 - 16 - side.width()
    holder.resize(400, 300)
    assert side.width() == main.width() == 400
    assert main.geometry().bottom() < side.y()
    assert side.geometry().bottom() == 299
    assert across.minimumHeightForWidth(400) == 40 + 16 + 60
    assert across.minimumSize().width() == 50


def test_buttons_of_one_width_fill_each_line(qtbot: QtBot, theme: ActiveTheme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    line = EvenFlow(theme, least=100)
    buttons = [QPushButton(str(number)) for number in range(5)]
    for button in buttons:
        line.addWidget(button)
    holder.setLayout(line)
    holder.resize(theme.px(100) * 3 + 2 * 8, 200)
    holder.show()
    assert len({button.width() for button in buttons}) == 1
    assert [button.y() for button in buttons[:3]] == [0, 0, 0]
    assert buttons[3].y() > 0
    assert buttons[3].x() == 0


def test_a_stack_needs_the_room_of_what_it_shows_and_passes_the_focus_on(qtbot: QtBot) -> None:
    stack, large, small = Stack(), block(900, 700), QWidget()
    line, button = QLineEdit(large), QPushButton("Go", small)
    qtbot.addWidget(stack)
    for part in (small, large):
        stack.addWidget(part)
    stack.show()
    assert stack.currentWidget() is small
    assert stack.minimumSizeHint().width() < 900
    button.setFocus()
    stack.setCurrentWidget(large)
    assert stack.focusWidget() is line
    assert not small.isVisible()
    assert stack.minimumSizeHint().width() == 900
    stack.setCurrentIndex(0)
    assert stack.focusWidget() is button
    stack.removeWidget(small)
    assert stack.currentWidget() is large
    stack.removeWidget(large)
    assert stack.currentWidget() is None


def test_another_record_is_shown_from_its_top(qtbot: QtBot, theme: ActiveTheme) -> None:
    pane = Detail(theme, "Chosen action")
    qtbot.addWidget(pane)
    pane.resize(300, 260)
    pane.show()
    bar = pane.area.verticalScrollBar()

    def show(action: str) -> None:
        pane.clear(action)
        for line in range(40):
            pane.body.addWidget(block(50, 30 + line))
        for _ in range(3):
            QApplication.processEvents()

    show("ESST-A-001")
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    show("ESST-A-002")
    assert bar.value() == 0
