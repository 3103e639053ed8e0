"""Names that Qt would take for more than words: for mark-up in tooltips, for marks of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QWidget


def plain_tip(text: str) -> str:
    """Return text that a tooltip shows as it is written, tags and all."""
    if "<" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped}</qt>"


def unmarked(text: str) -> str:
    """Return text of a button, an entry or a field whose `&` is shown, and makes no shortcut."""
    return text.replace("&", "&&")


def set_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip; a picture or a link in a name is neither loaded nor shown as one."""
    widget.setToolTip(plain_tip(text))


def set_choice_tip(box: QComboBox, place: int, text: str) -> None:
    """Give the choice at a place of a drop-down list a tooltip."""
    box.setItemData(place, plain_tip(text), Qt.ItemDataRole.ToolTipRole)
