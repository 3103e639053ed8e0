"""Every page in a language whose letters all have accents: what has none never went through tr."""

from __future__ import annotations

import ast
import re
from calendar import day_name, month_abbr, month_name
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from sqlmodel import col, select
from typing_extensions import override

from lfjb_desk.app.pages import pages
from lfjb_desk.domain.tables import TABLES
from lfjb_desk.services.settings import SettingsFile
from lfjb_desk.ui.questions import ConfirmDialog, FormDialog
from tests.ui.conftest import TODAY, Scripted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QAbstractItemModel
    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.shell.page import Page
    from lfjb_desk.ui.theme import ActiveTheme
    from lfjb_desk.ui.widgets.form import Answers, Form

ROOT = Path(__file__).parents[3]
PAGE_SIZE = (1166, 712)
"""A page in a window of 1366 by 768, beside the rail and below the bar."""
KEYS = (
    "welcome",
    "today",
    "meetings",
    "actions",
    "performance",
    "drivers",
    "governance",
    "library",
    "papers",
    "settings",
)
WORD = re.compile(r"[A-Za-z]{2,}")
BELOW = ("domain", "services", "analysis", "papers", "word", "importers", "store", "sheets")
"""The floors whose sentences stay English until a second language is asked for."""
KEY_CAPS = {"alt", "backspace", "ctrl", "delete", "enter", "esc", "shift"}
NAMES = {"lfjb", "desk", "docx", "csv", "xlsx", "ods"}


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(ROOT / "resources/i18n/lfjb_desk_en_XA.qm"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


class Reading(Scripted):
    """Reads every question that is asked, as it would stand on screen, and gives it up."""

    def __init__(self, window: QWidget, theme: ActiveTheme) -> None:
        super().__init__(window, theme)
        self.read: list[str] = []
        self.cut: list[str] = []

    @override
    def ask_form(self, form: Form, keep: Callable[[Answers], str]) -> bool:
        self._read(FormDialog(form, self._theme, TODAY, keep, self._window))
        return False

    @override
    def confirm(self, question: str, detail: str, verb: str) -> bool:
        self._read(ConfirmDialog(question, detail, verb, self._theme, self._window))
        return False

    @override
    def choose_file(self, title: str, pattern: str) -> Path | None:
        self.read += [title, pattern]
        return None

    @override
    def choose_files(self, title: str, pattern: str) -> tuple[Path, ...]:
        self.read += [title, pattern]
        return ()

    @override
    def choose_folder(self, title: str) -> Path | None:
        self.read.append(title)
        return None

    @override
    def save_file(self, title: str, suggested: str, pattern: str) -> Path | None:
        self.read += [title, pattern]
        return None

    def _read(self, dialog: QWidget) -> None:
        dialog.show()
        QApplication.processEvents()
        self.read += texts(dialog)
        self.cut += cut_buttons(dialog)
        dialog.close()
        dialog.deleteLater()


def texts(root: QWidget) -> list[str]:
    """Return all that a widget and those in it say, to the eye or to a screen reader."""
    heard: list[str] = []
    for widget in (root, *root.findChildren(QWidget)):
        heard += [widget.windowTitle(), widget.toolTip(), widget.statusTip()]
        heard += [widget.accessibleName(), widget.accessibleDescription()]
        match widget:
            case QLabel() | QAbstractButton():
                heard.append(widget.text())
            case QGroupBox() | QMenu():
                heard.append(widget.title())
            case QLineEdit() | QPlainTextEdit():
                heard.append(widget.placeholderText())
            case QComboBox():
                heard += [widget.itemText(place) for place in range(widget.count())]
            case QTabBar():
                heard += [widget.tabText(place) for place in range(widget.count())]
            case QAbstractItemView():
                heard += headings(widget)
            case _:
                pass
        heard += [action.text() for action in widget.actions()]
    return [text for text in heard if text]


def headings(view: QAbstractItemView) -> list[str]:
    """Return the headings of a table and the words of its cells."""
    model = cast("QAbstractItemModel | None", view.model())
    if model is None:
        return []
    across = [
        model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())
    ]
    cells = [
        model.index(row, column).data(role)
        for row in range(min(model.rowCount(), 40))
        for column in range(model.columnCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    ]
    return [text for text in (*across, *cells) if isinstance(text, str)]


def cut_buttons(root: QWidget) -> list[str]:
    """Return the words of the buttons that have less room than they need."""
    return [
        f"{one.text()}: {one.width()} of {one.sizeHint().width()}"
        for one in root.findChildren(QPushButton)
        if one.isVisible() and one.text() and one.width() < one.sizeHint().width()
    ]


@pytest.fixture(scope="module")
def sentences_below() -> set[str]:
    """The words of the floors below the window, which know no language but ours."""
    found = {*KEY_CAPS, *NAMES}
    for names in (day_name, month_name, month_abbr):
        found |= {name.casefold() for name in names}
    for floor in BELOW:
        for path in (ROOT / "lfjb_desk" / floor).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found |= {word.casefold() for word in WORD.findall(node.value)}
    return found


@pytest.fixture
def held(database: Database) -> set[str]:
    """The words of everything that the database holds."""
    found: set[str] = set()
    with database.session() as session:
        for table in TABLES:
            for row in session.exec(select(table).order_by(col(table.id))).all():
                for value in row.model_dump().values():
                    if isinstance(value, str):
                        found |= {word.casefold() for word in WORD.findall(value)}
    return found


def open_page(qtbot: QtBot, desk: Desk, database: Database, folder: Path, key: str) -> Page:
    page = pages(desk, database, SettingsFile(folder / "settings.toml"))[key]()
    qtbot.addWidget(page)
    page.resize(*PAGE_SIZE)
    page.show()
    QApplication.processEvents()
    return page


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("key", KEYS)
def test_every_text_of_a_page_and_its_questions_can_be_translated(
    qtbot: QtBot,
    sample_desk: Desk,
    database: Database,
    theme: ActiveTheme,
    tmp_path: Path,
    held: set[str],
    sentences_below: set[str],
    key: str,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialogs = Reading(window, theme)
    page = open_page(qtbot, replace(sample_desk, dialogs=dialogs), database, tmp_path, key)
    heard = texts(page)
    for command in page.commands():
        heard += [command.label, command.about, command.heading]
        command.run()
        QApplication.processEvents()
        heard += texts(page)
    heard += dialogs.read
    known = held | sentences_below
    faults = {text for text in heard for word in WORD.findall(text) if word.casefold() not in known}
    assert len(heard) > 5
    assert sorted(faults) == []
    assert cut_buttons(page) + dialogs.cut == []
