"""What the window says and shows once a file was taken, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from lfjb_desk.ui.pages.performance.page import PerformancePage
from lfjb_desk.ui.questions import ConfirmDialog
from tests.ui.pages.hands import press, words
from tests.ui.pages.performance.test_performance_import import WAIT, choose, rest

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.shell.main_window import MainWindow
    from tests.ui.conftest import Scripted

GOOD = """area,period,measure,value
Essex and Suffolk,2026 Q1,s31_mean_weeks,50
Essex and Suffolk,2026 Q2,s31_mean_weeks,49
"""
CASES = "Case Number,Court,Outcome\nZW26C00001,Northwick,Order\n"


def written_file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def test_figures_that_were_taken_are_told_and_their_import_is_shown_the_latest_first(
    qtbot: QtBot, performance_page: PerformancePage, dialogs: Scripted, tmp_path: Path
) -> None:
    page = performance_page
    news: list[str] = []
    page.desk.notices.announced.connect(news.append)
    choose(page, dialogs, written_file(tmp_path, "invented.csv", GOOD))
    rest(qtbot, page)
    press(qtbot, page, "Take 2 figures")
    qtbot.waitUntil(lambda: page.title == "Imports", timeout=WAIT)
    assert news == ["2 figures taken from invented.csv"]
    table = page.imports.table
    assert table.currentIndex().row() == 0, "imported this morning, after all of the sample"
    current = table.current_row()
    assert current is not None
    assert current.snapshot.file_name == "invented.csv"
    assert "invented.csv" in words(page.imports.pane)
    press(qtbot, page, "Back to the figures")
    assert page.current is page.board


def test_a_refusal_covers_nothing_and_goes_once_the_next_file_is_read(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, shell = window.shell.open_page("performance"), window.shell
    assert isinstance(page, PerformancePage)
    QApplication.processEvents()
    files = [
        written_file(tmp_path, "cases.csv", CASES),
        written_file(tmp_path, "invented.csv", GOOD),
        written_file(tmp_path, "more_cases.csv", CASES),
    ]
    monkeypatch.setattr(shell.desk.dialogs, "choose_file", lambda *_: files.pop(0))

    def read_next() -> None:
        qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        rest(qtbot, page)

    read_next()
    qtbot.waitUntil(shell.refusal.isVisible, timeout=WAIT)
    assert "lists single cases" in shell.refusal.sentence.text()
    read_next()
    assert page.title == "Import figures"
    assert not shell.refusal.isVisible()
    read_next()
    qtbot.waitUntil(shell.refusal.isVisible, timeout=WAIT)
    QApplication.processEvents()
    buttons: list[QPushButton] = page.findChildren(QPushButton)
    seen = [each for each in buttons if each.isVisible()]
    assert any(each.text() == "Take 2 figures" for each in seen)
    strip = on_screen(shell.refusal)
    assert not [each.text() for each in seen if on_screen(each).intersects(strip)]
    assert not on_screen(page).intersects(strip)
    press(qtbot, page, "Take 2 figures")
    qtbot.waitUntil(lambda: page.title == "Imports", timeout=WAIT)
    assert not shell.refusal.isVisible()
    assert window.bar.news.toolTip() == "2 figures taken from invented.csv"


def test_an_unknown_file_is_refused_in_a_sentence_and_more_is_told_when_it_is_asked_for(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, shell = window.shell.open_page("performance"), window.shell
    assert isinstance(page, PerformancePage)
    path = written_file(tmp_path, "desks.csv", "Team,Desks\nNorth,4\nSouth,7\n")
    monkeypatch.setattr(shell.desk.dialogs, "choose_file", lambda *_: path)
    before: list[str] = []
    after: list[str] = []

    def read_on() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ConfirmDialog):
            QTimer.singleShot(50, read_on)
            return
        before.append(words(dialog))
        high = dialog.height()
        press(qtbot, dialog, "More")
        qtbot.waitUntil(lambda: dialog.height() > high)
        after.append(words(dialog))
        dialog.agree.setFocus()
        qtbot.keyClick(dialog.agree, Qt.Key.Key_Return)

    QTimer.singleShot(0, read_on)
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(after), timeout=WAIT)
    assert [text.splitlines()[1] for text in before] == [
        "desks.csv was not recognised: it holds no table that is known here. Nothing was imported."
    ]
    assert "a plain table (a heading row with area" in after[0]
    qtbot.waitUntil(lambda: page.current.key == page.mapping.key, timeout=WAIT)
