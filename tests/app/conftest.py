"""What tests of the whole window share: places of their own, and a window over them."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from lfjb_desk.app.environment import Environment
from lfjb_desk.app.window import open_window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.shell.main_window import MainWindow

TODAY = date(2026, 11, 23)


@pytest.fixture
def where(tmp_path: Path) -> Environment:
    return Environment(
        database=tmp_path / "board.lfjb",
        backups=tmp_path / "backups",
        settings=tmp_path / "settings.toml",
        log=tmp_path / "desk.log",
    )


@pytest.fixture
def open_desk(qtbot: QtBot) -> Iterator[Callable[[Environment], MainWindow]]:
    """Opens the window of the program over some places, and waits until it is filled."""
    hook = sys.excepthook
    windows: list[MainWindow] = []

    def open_one(where: Environment) -> MainWindow:
        application, window = open_window(lambda: where, TODAY)
        # pytest-qt watches for what goes wrong in a slot; the program's own way is tested apart.
        sys.excepthook = hook
        windows.append(window)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.filled, timeout=30_000):
            window.show()
        assert isinstance(application, QApplication)
        return window

    yield open_one
    for window in windows:
        window.close()
        window.shell.desk.jobs.wait()
    QApplication.instance().aboutToQuit.emit()  # type: ignore[union-attr]  # qtbot made it
    sys.excepthook = hook
