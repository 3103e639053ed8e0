"""Where a window is put: always on the screen, and never larger than it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from lfjb_desk.ui.widgets.placing import WindowPlace, bounded, fitted, place_of, put_in_place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOM = QRect(0, 0, 1366, 728)


@pytest.mark.parametrize(
    ("wished", "given"),
    [
        ((100, 50, 800, 600), (100, 50, 800, 600)),
        ((900, 400, 800, 600), (566, 128, 800, 600)),
        ((-300, -40, 800, 600), (0, 0, 800, 600)),
        ((2000, 100, 1920, 1080), (0, 0, 1366, 728)),
    ],
)
def test_an_area_is_moved_and_shrunk_until_it_fits(
    wished: tuple[int, int, int, int], given: tuple[int, int, int, int]
) -> None:
    assert fitted(QRect(*wished), ROOM).getRect() == given


def test_a_window_that_stood_on_a_screen_that_is_gone_comes_to_the_first(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    put_in_place(window, WindowPlace(9000, 9000, 5000, 4000))
    assert window.screen().availableGeometry().contains(window.geometry())
    assert not place_of(window).is_maximised


def test_a_window_too_large_for_a_first_start_takes_the_whole_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(9000, 9000)
    put_in_place(window, None)
    assert window.isMaximized()


def test_a_dialog_leaves_room_for_its_frame(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    size = bounded(QSize(9000, 9000), window)
    assert size.width() < room.width()
    assert size.height() < room.height()
    assert bounded(QSize(300, 200), window) == QSize(300, 200)
