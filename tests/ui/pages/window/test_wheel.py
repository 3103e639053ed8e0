"""No turn of the mouse wheel changes an answer: the page scrolls, whatever has the focus."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from lfjb_desk.services.papers.registry import BOARD_PAPER
from lfjb_desk.ui.dialogs import Dialogs
from lfjb_desk.ui.questions import FormDialog
from lfjb_desk.ui.widgets.form.choosing import ChoiceBox
from lfjb_desk.ui.widgets.form.fields import FieldKind, FieldView
from tests.ui.pages import tour

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.shell.main_window import MainWindow
    from lfjb_desk.ui.widgets.form.form import Answer, Form

UI = Path(__file__).parents[4] / "lfjb_desk" / "ui"
STOPS = [stop for stop in tour.STOPS if stop[0] != "papers" or stop[1] == BOARD_PAPER.key]
MAKERS_OF_FIELDS = {"QComboBox", "QSpinBox", "QDoubleSpinBox", "QDateEdit", "QSlider"}


def turn_wheel(widget: QWidget) -> None:
    """Turn the mouse wheel over a widget, up and twice as far down."""
    place = QPointF(widget.rect().center())
    for step in (120, -120, -120):
        event = QWheelEvent(
            place,
            widget.mapToGlobal(place),
            QPoint(0, step),
            QPoint(0, step),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt's own signature
        )
        QApplication.sendEvent(widget, event)


def changed_by_wheel(field: FieldView) -> bool:
    """Turn the wheel over a field that has the focus, and tell whether its answer changed."""
    before = field.answer()
    field.control.setFocus()
    turn_wheel(field.control)
    inner = field.control.lineEdit() if isinstance(field.control, ChoiceBox) else None
    if inner is not None:
        turn_wheel(inner)
    return bool(field.answer() != before)


def test_the_wheel_changes_no_field_of_any_form(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed: list[str] = []
    kinds: list[FieldKind] = []

    def look(fields: list[FieldView]) -> None:
        kinds.extend(field.field.kind for field in fields)
        changed.extend(field.field.label for field in fields if changed_by_wheel(field))

    def ask_form(self: Dialogs, form: Form[Answer], keep: Callable[[Answer], str]) -> bool:
        dialog: FormDialog[Any] = FormDialog(form, self._theme, self._today, keep, self._window)
        dialog.open()
        look(list(dialog.view.fields.values()))
        dialog.reject()
        dialog.deleteLater()
        return False

    monkeypatch.setattr(Dialogs, "ask_form", ask_form)
    monkeypatch.setattr(Dialogs, "confirm", lambda *_: False)
    for name in ("choose_file", "choose_folder", "save_file"):
        monkeypatch.setattr(Dialogs, name, lambda *_: None)
    monkeypatch.setattr(Dialogs, "choose_files", lambda *_: ())
    for key, view in (*STOPS, ("settings", "")):
        page = window.shell.open_page(key)
        assert page is not None
        tour.turn(qtbot, page, view)
        look(page.findChildren(FieldView))
        for box in page.findChildren(ChoiceBox):
            chosen = box.currentIndex()
            box.setFocus()
            turn_wheel(box)
            if box.currentIndex() != chosen:
                changed.append(f"{key} {view} {box.accessibleName()}")
        labels = sorted({command.label for command in page.commands() if "…" in command.label})
        for label in labels:
            found = next((each for each in page.commands() if each.label == label), None)
            if found is not None:
                found.run()
                tour.settle(qtbot, page)
    assert changed == []
    assert kinds.count(FieldKind.CHOICE) > 40
    assert kinds.count(FieldKind.DATE) > 20
    assert FieldKind.NUMBER in kinds


def test_fields_that_a_wheel_could_turn_are_made_in_one_place() -> None:
    makers = {
        path.name
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        and path.name != "fields.py"  # it asks of what kind a control is, and makes ours
        and any(alias.name in MAKERS_OF_FIELDS for alias in node.names)
    }
    assert makers == {"choosing.py", "tips.py", "typed.py"}
