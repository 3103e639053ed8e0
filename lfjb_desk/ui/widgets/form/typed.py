"""What stands in a control as it was typed, finished or not, and how it is put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TICKED = "yes"


def typed_in(control: QWidget) -> str:
    """Return what stands in a control; a tick is `yes` or nothing."""
    if isinstance(control, QCheckBox):
        return TICKED if control.isChecked() else ""
    if isinstance(control, QPlainTextEdit):
        return control.toPlainText()
    if isinstance(control, QComboBox):
        return control.currentText()
    return control.text() if isinstance(control, QLineEdit) else ""


def type_into(control: QWidget, text: str) -> None:
    """Put back what stood in a control; a choice that is no longer there stays as words."""
    if isinstance(control, QCheckBox):
        control.setChecked(text == TICKED)
    elif isinstance(control, QPlainTextEdit):
        control.setPlainText(text)
    elif isinstance(control, QComboBox):
        control.setCurrentIndex(control.findText(text))
        control.setEditText(text)
    elif isinstance(control, QLineEdit):
        control.setText(text)


def cursor_in(control: QWidget) -> int:
    """Return where the cursor stands in a control, in letters from the start."""
    if isinstance(control, QPlainTextEdit):
        return control.textCursor().position()
    line = control.lineEdit() if isinstance(control, QComboBox) else control
    return line.cursorPosition() if isinstance(line, QLineEdit) else 0


def put_cursor(control: QWidget, place: int) -> None:
    """Put the cursor of a control where it stood, and the focus there."""
    if isinstance(control, QPlainTextEdit):
        cursor = control.textCursor()
        cursor.setPosition(min(place, control.document().characterCount() - 1))
        control.setTextCursor(cursor)
    control.setFocus()
    line = control.lineEdit() if isinstance(control, QComboBox) else control
    if isinstance(line, QLineEdit):
        line.setCursorPosition(place)
