"""Every page on a small screen, at every size of text: nothing is out of reach, nothing is cut."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QSlider,
    QTabBar,
    QWidget,
)

from lfjb_desk.app import board
from lfjb_desk.app.environment import shipped
from lfjb_desk.services.papers.registry import PAPERS
from lfjb_desk.services.sample.sample import SampleService
from lfjb_desk.ui.dialogs import Dialogs
from lfjb_desk.ui.look.theme import Look, StatusTone
from lfjb_desk.ui.questions import FormDialog
from lfjb_desk.ui.shell.contract import ChooserEntry
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.widgets.form.choosing import ChoiceBox
from lfjb_desk.ui.widgets.scrolling import Scrolled
from tests.app.conftest import TODAY
from tests.ui.pages.tour import STOPS, turn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lfjb_desk.app.environment import Environment
    from lfjb_desk.ui.shell.bar import Bar
    from lfjb_desk.ui.shell.main_window import MainWindow
    from lfjb_desk.ui.widgets.form.form import Form

SMALL = (1366, 768)
TURNED = (QComboBox, QAbstractSpinBox, QSlider, QTabBar)
"""What Qt turns by the wheel, seen or not; the house's own box is tested for it apart."""
LEAST_TARGET = 24
"""How wide and high at least is what one presses, in pixels (WCAG 2.2, 2.5.8)."""
SIZES = (
    (*SMALL, 100),
    (SMALL[0] // 2, SMALL[1] // 2, 100),
    (*SMALL, 130),
    (*SMALL, 150),
    (*SMALL, 200),
)
"""Width, height and text in per cent; the second is what a system at 200 % leaves of the screen."""
WALK = (
    *(stop for stop in STOPS if stop[0] != "papers"),
    ("papers", PAPERS[0].key),
    ("settings", ""),
    ("welcome", ""),
    ("bringing", ""),
)


def sample_window(where: Environment, open_desk: Callable[[Environment], MainWindow]) -> MainWindow:
    with board.opened(where) as database:
        database.apply(SampleService(database, shipped().sample, shipped().reference).build(TODAY))
    return open_desk(where)


def settle() -> None:
    """Let layouts within layouts come to rest: each tells the one around it a round later."""
    for _ in range(8):
        QApplication.processEvents()


def out_of_reach(button: QPushButton, window: QWidget) -> bool:
    """Tell whether no scrolling up and down would bring a button into sight as a whole."""
    area = QRect(QPoint(0, 0), button.size())
    widget: QWidget = button
    while widget is not window:
        parent = widget.parentWidget()
        assert parent is not None
        area.translate(widget.pos())
        around = parent.parentWidget()
        if isinstance(around, QAbstractScrollArea) and parent is around.viewport():
            # What is seen of it can be chosen from top to bottom, not from side to side.
            if area.left() < 0 or area.right() >= parent.width():
                return True
            area = QRect(QPoint(0, 0), parent.size())
        widget = parent
    return not window.rect().contains(area)


def cut_words(page: QWidget) -> list[str]:
    """Return the labels that have less room than their words need, and no tooltip for them."""
    found = []
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text() or label.toolTip():
            continue
        if label.wordWrap():
            short = label.height() < label.heightForWidth(label.width()) - 2
        else:
            short = label.width() < label.sizeHint().width() - 1
        if short:
            found.append(label.text())
    return found


def cut_cells(page: QWidget) -> list[str]:
    """Return the days, numbers and states in lists that have less room than they need.

    A mark under a heading of the same words may be cut: the heading says it.
    """
    tables: list[RowTable[Any]] = page.findChildren(RowTable)
    return [
        f"cut: {cell.sentence()}"
        for table in tables
        if table.isVisible()
        for place, column in enumerate(table.rows_model.columns)
        if not table.isColumnHidden(place) and not column.stretch
        for cell in map(column.cell_of, table.rows_model.rows())
        if column.right or cell.tone is not StatusTone.PLAIN
        if cell.text != column.heading
        if table.columnWidth(place) < table._delegate.width_of(cell)
    ]


def overlapping(bar: Bar) -> list[str]:
    """Return what lies over its neighbour in the bar, or touches it."""
    parts = sorted(
        (part for part in bar.children() if isinstance(part, QWidget) and part.isVisible()),
        key=QWidget.x,
    )
    return [
        f"over its neighbour in the bar: {part.accessibleName() or type(part).__name__}"
        for part, after in pairwise(parts)
        if part.geometry().right() >= after.x() or after.geometry().right() > bar.width()
    ]


def faults(window: MainWindow, page: QWidget) -> list[str]:
    found = [f"cut: {text}" for text in cut_words(page)] + cut_cells(page)
    found += overlapping(window.bar)
    for button in window.findChildren(QPushButton):
        name = button.text() or button.accessibleName()
        if not button.isVisible():
            continue
        least = button.sizeHint().width() if button.text() else LEAST_TARGET
        if button.width() < least or button.height() < LEAST_TARGET:
            found.append(f"no room: {name}")
        elif out_of_reach(button, window):
            found.append(f"out of reach: {name}")
        elif (around := button.parentWidget()) and not around.rect().contains(button.geometry()):
            found.append(f"cut by what is around it: {name}")
    found += [
        f"scrolls sideways by {area.horizontalScrollBar().maximum()}"
        for area in page.findChildren(Scrolled)
        if area.isVisible() and area.horizontalScrollBar().maximum()
    ]
    found += [
        f"turned by a passing wheel: {widget.accessibleName()}"
        for widget in page.findChildren(QWidget)
        if isinstance(widget, TURNED) and not isinstance(widget, ChoiceBox)
    ]
    tables: list[QAbstractItemView] = page.findChildren(QAbstractItemView)
    found += [
        f"a slit: {table.accessibleName()}"
        for table in tables
        if table.isVisible()
        and not isinstance(table, QHeaderView)
        and table.height() < table.fontMetrics().height() * 3
    ]
    return found


def test_no_command_is_out_of_reach_and_no_word_is_cut(
    qtbot: QtBot, where: Environment, open_desk: Callable[[Environment], MainWindow]
) -> None:
    """Walk every view at every size, in one window: to open one for each size takes a minute."""
    window = sample_window(where, open_desk)
    found: dict[str, list[str]] = {}
    for width, height, percent in SIZES:
        window.shell.desk.theme.apply(Look.LIGHT, percent)
        window.resize(width, height)
        for key, view in WALK:
            page = window.shell.open_page(key)
            assert page is not None
            turn(qtbot, page, view)
            settle()
            where_to = f"{key} {view} at {width} x {height}, {percent} %"
            assert (window.width(), window.height()) == (width, height), where_to
            wrong = faults(window, page)
            if wrong:
                found[where_to] = wrong
    window.shell.desk.theme.apply(Look.LIGHT)
    assert found == {}


REFUSAL = (
    "The minutes of Board meeting 24 are circulated, so their words stay as they are. Take them "
    "back to draft, or note a correction; nothing was changed."
)


def forms_of(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[Form[Any]]:
    """Return every form that the pages ask, by its title."""
    asked: dict[str, Form[Any]] = {}

    def ask_form(_dialogs: Dialogs, form: Form[Any], _keep: Callable[[Any], str]) -> bool:
        asked[form.title] = form
        return False

    monkeypatch.setattr(Dialogs, "ask_form", ask_form)
    monkeypatch.setattr(Dialogs, "confirm", lambda *_: False)
    for name in ("choose_file", "choose_folder", "save_file"):
        monkeypatch.setattr(Dialogs, name, lambda *_: None)
    monkeypatch.setattr(Dialogs, "choose_files", lambda *_: ())
    for key, view in WALK:
        page = window.shell.open_page(key)
        assert page is not None
        turn(qtbot, page, view)
        for label in sorted({each.label for each in page.commands() if "…" in each.label}):
            found = next((each for each in page.commands() if each.label == label), None)
            if found is not None:
                found.run()
    return list(asked.values())


def test_no_word_of_a_form_is_cut_and_what_refuses_it_is_in_sight(
    qtbot: QtBot,
    where: Environment,
    open_desk: Callable[[Environment], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = sample_window(where, open_desk)
    window.resize(*SMALL)
    forms = forms_of(qtbot, window, monkeypatch)
    assert len(forms) > 20
    found: dict[str, list[str]] = {}
    theme = window.shell.desk.theme
    for percent in sorted({percent for _, _, percent in SIZES}):
        theme.apply(Look.LIGHT, percent)
        for form in forms:
            dialog: FormDialog[Any] = FormDialog(form, theme, TODAY, lambda _: REFUSAL, window)
            dialog.open()
            dialog.view.submit()
            dialog.view._refusal.show_fault(REFUSAL)
            dialog.view.faulted.emit()
            settle()
            wrong = cut_words(dialog)
            line = dialog.view.first_fault()
            assert line is not None
            if line.visibleRegion().boundingRect().height() < line.fontMetrics().height():
                wrong.append(f"out of sight: {line.sentence}")
            if wrong:
                found[f"{form.title} at {percent} %"] = wrong
            dialog.reject()
            dialog.deleteLater()
    theme.apply(Look.LIGHT)
    assert found == {}


@pytest.mark.parametrize("percent", [100, 130, 150])
def test_a_long_group_and_a_long_word_leave_room_in_the_bar(
    where: Environment, open_desk: Callable[[Environment], MainWindow], percent: int
) -> None:
    window = sample_window(where, open_desk)
    window.resize(*SMALL)
    window.shell.desk.theme.apply(Look.LIGHT, percent)
    bar = window.bar
    names = {"": uuid4(), "Workforce and training group for the two counties": uuid4()}
    for name, key in names.items():
        bar.group.show_places((ChooserEntry(key, name or "Board"),), key)
        for news in ("Saved 9:19pm", "Settings kept", "Taken: 7,046 figures from the spreadsheet"):
            bar.say(news)
            settle()
            assert overlapping(bar) == [], (name, news)
            assert bar.finder.width() > LEAST_TARGET
    bar.group.show_places((ChooserEntry(names[""], "Board"),), names[""])
    bar.say("")
    settle()
    assert bar.finder.text().strip() == "Find a record or a command", "it widens again"
    window.shell.desk.theme.apply(Look.LIGHT)


def test_a_long_line_in_the_minute_box_leaves_the_window_as_it_is(
    qtbot: QtBot, where: Environment, open_desk: Callable[[Environment], MainWindow]
) -> None:
    window = sample_window(where, open_desk)
    window.resize(*SMALL)
    page = window.shell.open_page("meetings")
    assert page is not None
    turn(qtbot, page, "minutes")
    minuting = page.minuting  # type: ignore[attr-defined]  # the page of meetings
    minuting.composer.setVisible(True)
    minuting.composer.box.setPlainText("/a " + "unbroken" * 60 + " @Helen by 1 March " + "x" * 300)
    settle()
    assert (window.width(), window.height()) == SMALL
    areas: list[Scrolled] = page.findChildren(Scrolled)
    assert areas
    assert not any(area.isVisible() and area.horizontalScrollBar().maximum() for area in areas)
    assert minuting.composer.box.width() <= page.width()


def test_the_window_comes_back_where_it_stood_and_maximised(
    where: Environment, open_desk: Callable[[Environment], MainWindow]
) -> None:
    first = open_desk(where)
    first.setGeometry(120, 80, 1100, 700)
    settle()
    first.close()

    second = open_desk(where)
    settle()
    assert second.geometry().getRect() == (120, 80, 1100, 700)
    assert not second.isMaximized()
    second.showMaximized()
    settle()
    second.close()

    third = open_desk(where)
    settle()
    assert third.isMaximized()
    assert third.normalGeometry().getRect() == (120, 80, 1100, 700)


LONGEST = 600
"""Seconds after which a program that never ends fails its test, on however busy a machine."""
SCALED = """
import json, sys
from pathlib import Path
from datetime import date
from lfjb_desk.app.environment import Environment
from lfjb_desk.app.window import open_window

folder = Path(sys.argv[1])
where = Environment(folder / "b.lfjb", folder / "bk", folder / "s.toml", folder / "d.log")
application, window = open_window(lambda: where, date(2026, 11, 23))
filled = []
window.filled.connect(lambda: filled.append(True))
window.show()
while not filled:
    application.processEvents()
sizes = []
for key, _, _ in window.places():
    window.shell.open_page(key)
    for _ in range(3):
        application.processEvents()
    sizes.append((window.frameGeometry().width(), window.frameGeometry().height()))
room = window.screen().availableGeometry()
window.close()
application.aboutToQuit.emit()
print(json.dumps({"room": [room.width(), room.height()], "sizes": sizes}))
"""


@pytest.mark.parametrize("scale", [{"QT_SCALE_FACTOR": "2"}, {"QT_FONT_DPI": "192"}])
def test_a_system_that_enlarges_everything_does_not_push_the_window_off_the_screen(
    tmp_path: Path, scale: dict[str, str]
) -> None:
    screen = {"name": "small", "x": 0, "y": 0, "width": SMALL[0], "height": SMALL[1]}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    (tmp_path / "screen.json").write_text(
        json.dumps({"windowFrameMargins": False, "screens": [screen]}), encoding="utf-8"
    )
    platform = f"offscreen:configfile={os.path.relpath(tmp_path / 'screen.json')}"
    done = subprocess.run(
        [sys.executable, "-c", SCALED, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=LONGEST,
        env={**os.environ, "QT_QPA_PLATFORM": platform, **scale},
    )
    answer = json.loads(done.stdout.splitlines()[-1])
    wide, high = answer["room"]
    assert (wide, high) in {SMALL, (SMALL[0] // 2, SMALL[1] // 2)}
    assert all(w <= wide and h <= high for w, h in answer["sizes"]), answer
