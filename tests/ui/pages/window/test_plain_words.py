"""What a person typed is shown as it was typed: no name is taken for mark-up, no picture loaded."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMenu,
    QStyleOptionViewItem,
    QTextBrowser,
    QToolTip,
    QWidget,
)

from lfjb_desk.domain.changes import Change, edited
from lfjb_desk.domain.tables import TABLES
from lfjb_desk.services.papers.registry import BOARD_PAPER
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.ui.dialogs import Dialogs
from lfjb_desk.ui.questions import FormDialog
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.widgets.form.fields import Field, FieldKind, FieldView
from lfjb_desk.ui.widgets.tips import plain_tip
from tests.ui.pages import tour

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.main_window import MainWindow
    from lfjb_desk.ui.widgets.form.form import Answer, Form

ROOT = Path(__file__).parents[4]
TAG = "<img src=x>"
TYPED = {"name", "title", "text", "note", "purpose", "reason", "rationale", "place", "post"} | {
    *("outcome", "file_name", "courts", "words", "heading", "deputy_name", "definition"),
    *("why", "agreed_by"),
}
"""The columns of words that may hold anything."""
STOPS = [stop for stop in tour.STOPS if stop[0] != "papers" or stop[1] == BOARD_PAPER.key]


BOTH = "A & B"


@pytest.fixture
def tagged(database: Database) -> Database:
    """The sample board with a tag in every field that a person may have typed."""
    return put_before_all_words(database, TAG)


@pytest.fixture
def joined(database: Database) -> Database:
    """The sample board with an `&` in every field that a person may have typed."""
    return put_before_all_words(database, BOTH)


def put_before_all_words(database: Database, mark: str) -> Database:
    with database.session() as session:
        rows = [row for table in TABLES for row in everything(session, table)]
    edits = [
        edited(
            row,
            **{
                field: f"{mark} {words}"[:60]
                for field, words in row.model_dump().items()
                if field in TYPED and type(words) is str
            },
        )
        for row in rows
    ]
    database.apply(Change("Mark", tuple(edit for edit in edits if edit.after)))
    return database


def marked_up(root: QWidget) -> list[str]:
    """Return what under a widget would take a tag for mark-up."""
    plain = Qt.TextFormat.PlainText
    labels: list[QLabel] = root.findChildren(QLabel)
    return [
        *(label.text() for label in labels if label.textFormat() != plain),
        *(each.toolTip() for each in root.findChildren(QWidget) if TAG in each.toolTip()),
    ]


def test_no_widget_takes_a_name_for_mark_up(
    qtbot: QtBot, tagged: Database, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    load = QTextBrowser.loadResource

    def load_resource(view: QTextBrowser, kind: int, name: QUrl) -> object:
        loaded.append(name.toString())
        return load(view, kind, name)

    monkeypatch.setattr(QTextBrowser, "loadResource", load_resource)
    shown = ""
    for key, view in STOPS:
        page = window.shell.open_page(key)
        assert page is not None
        if not (key == "meetings" and page.title != "Meetings"):
            tour.turn(qtbot, page, view)
        assert marked_up(window) == [], (key, view)
        shown += "\n".join(tour.seen(page))
    assert shown.count(TAG) > 100
    assert loaded == []
    window.bar.say(TAG)
    assert marked_up(window) == []
    assert window.bar.news.toolTip() == "<qt>&lt;img src=x&gt;</qt>"


def marks_of_keys(root: QWidget) -> list[str]:
    """Return what under a widget takes a letter behind an `&` for the key that presses it."""
    buttons: list[QAbstractButton] = root.findChildren(QAbstractButton)
    labels: list[QLabel] = root.findChildren(QLabel)
    menus: list[QMenu] = root.findChildren(QMenu)
    texts = [
        *(QAbstractButton.text(each) for each in buttons),
        *(label.text() for label in labels if label.buddy() is not None),
        *(entry.text() for menu in menus for entry in menu.actions()),
    ]
    return [text for text in texts if re.search("&", text.replace("&&", ""))]


def test_no_name_with_an_and_sign_makes_a_shortcut(
    qtbot: QtBot, joined: Database, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    shown = ""

    def ask_form(self: Dialogs, form: Form[Answer], keep: Callable[[Answer], str]) -> bool:
        dialog: FormDialog[Any] = FormDialog(form, self._theme, self._today, keep, self._window)
        asked.extend(field.label for field in form.fields)
        assert marks_of_keys(dialog) == [], form.title
        dialog.deleteLater()
        return False

    monkeypatch.setattr(Dialogs, "ask_form", ask_form)
    monkeypatch.setattr(Dialogs, "confirm", lambda *_: False)
    for name in ("choose_file", "choose_folder", "save_file"):
        monkeypatch.setattr(Dialogs, name, lambda *_: None)
    monkeypatch.setattr(Dialogs, "choose_files", lambda *_: ())
    for key, view in STOPS:
        page = window.shell.open_page(key)
        assert page is not None
        if not (key == "meetings" and page.title != "Meetings"):
            tour.turn(qtbot, page, view)
        assert marks_of_keys(window) == [], (key, view)
        shown += "\n".join(tour.seen(page))
        for label in sorted({command.label for command in page.commands() if "…" in command.label}):
            found = next((each for each in page.commands() if each.label == label), None)
            if found is not None:
                found.run()
                tour.settle(qtbot, page)
    assert shown.count(BOTH) > 100
    assert len(asked) > 40


def test_the_name_of_a_field_shows_its_and_sign(qtbot: QtBot) -> None:
    question = "Which place is “Batley & Dewsbury”?"
    for kind in (FieldKind.CHOICE, FieldKind.TICK):
        view = FieldView(Field("place", question, kind, required=True), date(2026, 11, 23))
        qtbot.addWidget(view)
        assert marks_of_keys(view) == []
        assert view.control.accessibleName() == question


def test_the_tooltip_of_a_cut_cell_is_plain(
    qtbot: QtBot, tagged: Database, window: MainWindow
) -> None:
    page = window.shell.open_page("actions")
    assert page is not None
    table = page.findChild(RowTable)
    assert isinstance(table, RowTable)
    QApplication.processEvents()
    told: list[str] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(QToolTip, "showText", lambda _where, text, _view: told.append(text))
        for column in range(table.rows_model.columnCount()):
            tip_of(table, column)
    assert any("&lt;img" in text for text in told)
    assert not any(TAG in text for text in told)


def tip_of(table: RowTable[object], column: int) -> None:
    """Rest the mouse on a cell of the first row that is too narrow for its words."""
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 10, 10)
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1))
    index = table.rows_model.index(0, column)
    assert table._delegate.helpEvent(event, table, option, index)


@pytest.mark.parametrize(
    ("typed", "tip"),
    [
        ("Legal aid & advice", "Legal aid & advice"),
        ("a < b", "<qt>a &lt; b</qt>"),
        ("<b>&amp;</b>", "<qt>&lt;b&gt;&amp;amp;&lt;/b&gt;</qt>"),
    ],
)
def test_a_tip_is_escaped_where_it_holds_a_tag(typed: str, tip: str) -> None:
    assert plain_tip(typed) == tip


def test_tooltips_are_made_in_one_place() -> None:
    makers = {
        path.name
        for path in (ROOT / "lfjb_desk").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"setToolTip", "ToolTipRole"}
    }
    assert makers == {"tips.py"}
