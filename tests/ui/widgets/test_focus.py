from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QTableView, QVBoxLayout, QWidget

from lfjb_desk.ui.widgets.focus import FocusRing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.look.theme import ActiveTheme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    made.resize(300, 200)
    made.show()
    qtbot.waitActive(made)
    return made


def put(window: QWidget, part: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(part)


def test_the_ring_goes_round_what_has_the_focus_two_pixels_outside(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme
) -> None:
    ring = FocusRing(window, theme)
    first, second = QLineEdit(), QPushButton("Save")
    put(window, first)
    put(window, second)
    first.setFocus()
    qtbot.waitUntil(lambda: ring.target() is first)
    second.setFocus()
    qtbot.waitUntil(lambda: ring.target() is second)
    qtbot.waitUntil(lambda: ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4))
    assert ring.isVisible()
    picture = window.grab().toImage()
    edge = ring.geometry()
    assert picture.pixelColor(edge.center().x(), edge.top() + 1) == theme.colour("focus")


def test_the_ring_goes_when_its_control_goes(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme
) -> None:
    ring = FocusRing(window, theme)
    only = QPushButton("Save")
    put(window, only)
    only.setFocus()
    qtbot.waitUntil(ring.isVisible)
    only.hide()
    qtbot.waitUntil(ring.isHidden)
    only.deleteLater()
    qtbot.waitUntil(lambda: ring.target() is None)
    assert ring.ring().isEmpty()


def test_a_table_has_no_ring_of_its_own(qtbot: QtBot, window: QWidget, theme: ActiveTheme) -> None:
    ring = FocusRing(window, theme)
    table = QTableView()
    put(window, table)
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    assert ring.target() is None


def test_the_ring_is_cut_where_its_scroll_area_ends(
    qtbot: QtBot, window: QWidget, theme: ActiveTheme
) -> None:
    ring = FocusRing(window, theme)
    area, tall = QScrollArea(), QPushButton("Tall")
    tall.setFixedSize(80, 900)
    area.setWidget(tall)
    put(window, area)
    tall.setFocus()
    qtbot.waitUntil(lambda: ring.target() is tall)
    qtbot.waitUntil(ring.isVisible)
    assert ring.ring().height() <= area.viewport().height()
    area.verticalScrollBar().setValue(100)
    assert ring.isVisible()
    assert ring.geometry() == ring.ring()
