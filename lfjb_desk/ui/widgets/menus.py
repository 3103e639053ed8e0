"""Menus that own their entries: an entry goes when its menu goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def menu_entry(text: str, run: Callable[[], object]) -> QAction:
    """Return an entry that no widget owns yet; the menu that shows it takes it."""
    entry = QAction(text.replace("&", "&&"))
    entry.triggered.connect(lambda _checked=False: run())
    return entry


def menu_of(entries: Sequence[QAction], parent: QWidget) -> QMenu:
    """Return a menu with these entries, which it owns from now on."""
    menu = QMenu(parent)
    menu.addActions(list(entries))
    for entry in entries:
        entry.setParent(menu)
    return menu


def set_menu(opener: QPushButton, entries: Sequence[QAction]) -> None:
    """Give a button a menu in place of the one it has."""
    before = opener.menu()
    opener.setMenu(menu_of(entries, opener))
    opener.setEnabled(bool(entries))
    if before is not None:
        before.deleteLater()
