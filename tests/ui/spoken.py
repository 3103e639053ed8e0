"""All that a window says, and in the pseudo-language what of it never went through `tr()`."""

from __future__ import annotations

import ast
import re
from calendar import day_name, month_abbr, month_name
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from sqlmodel import col, select

from lfjb_desk.domain.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QAbstractItemModel

    from lfjb_desk.store.engine.database import Database

PACKAGE = Path(__file__).parents[2] / "lfjb_desk"
WORD = re.compile(r"[A-Za-z]{2,}")
"""The pseudo-language has an accent on each letter, so this is a word of another origin."""
BELOW = ("domain", "services", "analysis", "papers", "word", "importers", "store", "sheets")
"""The floors whose sentences stay English until a second language is asked for."""
ROWS = 40
"""How many rows of a table are read; the others say the like."""
KEY_CAPS = {"alt", "backspace", "ctrl", "delete", "enter", "esc", "home", "end", "shift"}
NAMES = {"lfjb", "desk", "docx", "csv", "xlsx", "ods"}


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
    columns = 1 if isinstance(view, QListView) else model.columnCount()
    across = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(columns)]
    cells = [
        model.index(row, place).data(role)
        for row in range(min(model.rowCount(), ROWS))
        for place in range(columns)
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


@cache
def words_below() -> frozenset[str]:
    """Return the words of the floors below the window, which know no language but ours."""
    found = {*KEY_CAPS, *NAMES}
    for names in (day_name, month_name, month_abbr):
        found |= {name.casefold() for name in names}
    for floor in BELOW:
        for path in (PACKAGE / floor).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found |= {word.casefold() for word in WORD.findall(node.value)}
    return frozenset(found)


def words_held(database: Database) -> set[str]:
    """Return the words of everything that a database holds."""
    found: set[str] = set()
    with database.session() as session:
        for table in TABLES:
            for row in session.exec(select(table).order_by(col(table.id))).all():
                for value in row.model_dump().values():
                    if isinstance(value, str):
                        found |= {word.casefold() for word in WORD.findall(value)}
    return found


def bare(heard: Iterable[str], held: set[str]) -> list[str]:
    """Return the texts with a word that is neither data, nor of the floors below, nor pseudo."""
    known = held | words_below()
    return sorted(
        text
        for text in set(heard)
        if any(word.casefold() not in known for word in WORD.findall(text))
    )
