"""Tooltips, which Qt would take for mark-up where a name holds a tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def plain_tip(text: str) -> str:
    """Return text that a tooltip shows as it is written, tags and all."""
    if "<" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped}</qt>"


def set_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip; a picture or a link in a name is neither loaded nor shown as one."""
    widget.setToolTip(plain_tip(text))
