"""The user guide: opened by F1, narrowed by what is typed, and true of its own pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication

from lfjb_desk.app.environment import shipped
from lfjb_desk.ui.shell.finding.guide_dialog import GuideDialog
from lfjb_desk.ui.shell.finding.help_dialog import HelpDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.shell.main_window import MainWindow

GUIDE = shipped().guide
PICTURES = re.compile(r"!\[([^\]]+)\]\((pictures/[a-z-]+\.png)\)")


@pytest.fixture
def guide(qtbot: QtBot, window: MainWindow) -> GuideDialog:
    """Return the guide, opened by pressing F1 twice."""
    qtbot.keyClick(window, Qt.Key.Key_F1)
    keys = window.findChild(HelpDialog)
    assert keys is not None
    qtbot.waitUntil(keys.isVisible)
    keys.windowHandle().requestActivate()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is keys)
    qtbot.keyClick(keys.windowHandle(), Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.findChild(GuideDialog) is not None)
    dialog = window.findChild(GuideDialog)
    assert dialog is not None
    QApplication.processEvents()
    return dialog


def titles(dialog: GuideDialog) -> list[str]:
    return [part.title for part in dialog.outline.rows_model.rows()]


def test_f1_twice_opens_the_guide_at_its_first_part(guide: GuideDialog) -> None:
    assert guide.isVisible()
    assert titles(guide)[0] == "Begin"
    headings = re.findall(r"^#{2,3} (.+)$", GUIDE.read_text("utf-8"), re.MULTILINE)
    assert titles(guide) == headings


def test_typing_leaves_the_parts_that_hold_every_word(qtbot: QtBot, guide: GuideDialog) -> None:
    qtbot.keyClicks(guide.typed, "quorum forecast")
    assert titles(guide) == ["Before the day"]
    place = guide.text.textCursor().block()
    assert place.text() == "Before the day"
    qtbot.keyClicks(guide.typed, " xylophone")
    assert titles(guide) == []
    assert guide.nothing.isVisible()


def test_down_and_enter_walk_the_parts_while_the_keys_stay_in_the_box(
    qtbot: QtBot, guide: GuideDialog
) -> None:
    qtbot.keyClick(guide.typed, Qt.Key.Key_Down)
    assert guide.text.textCursor().block().text() == titles(guide)[1]


def test_every_picture_is_there_named_and_never_wider_than_the_text(guide: GuideDialog) -> None:
    shown = PICTURES.findall(GUIDE.read_text("utf-8"))
    assert len(shown) >= 10
    assert {path for _, path in shown} == {
        f"pictures/{path.name}" for path in GUIDE.with_name("pictures").iterdir()
    }
    for alternative, path in shown:
        assert len(alternative) > 10
        kind = QTextDocument.ResourceType.ImageResource.value
        picture = guide.text.loadResource(kind, QUrl(path))
        assert isinstance(picture, QImage)
        assert 0 < picture.width() <= guide.text.viewport().width()


def test_the_guide_says_so_where_it_was_not_installed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: list[str] = []
    window.shell.desk.notices.refused.connect(refused.append)
    monkeypatch.setattr("pathlib.Path.is_file", lambda _: False)
    window.shell.show_guide()
    assert refused == ["The user guide is not here: install the program again to have it."]
