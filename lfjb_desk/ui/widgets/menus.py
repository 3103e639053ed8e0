"""What is made of commands: menus that own their entries, buttons, and the keys of a page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from lfjb_desk.ui.commands import BoundCommand
from lfjb_desk.ui.widgets.text import button
from lfjb_desk.ui.widgets.tips import unmarked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from lfjb_desk.ui.commands import AnyGroup, Command
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.widgets.text import Kind

Key = TypeVar("Key")
HELD_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""The keys that make another key a shortcut; a capital letter is the same key in a list."""
HELD_KEYS_AND_SHIFT = HELD_KEYS | Qt.KeyboardModifier.ShiftModifier


def fill_menu(menu: QMenu, commands: Sequence[BoundCommand]) -> None:
    """Fill a menu afresh; it owns its entries, so they go when it goes."""
    menu.clear()
    for command in commands:
        label = unmarked(command.label)
        keys = f"\t{shortcut_words(command.shortcut)}" if command.shortcut else ""
        entry = QAction(f"{label}{keys}", menu)
        entry.triggered.connect(lambda _checked=False, run=command.run: run())
        entry.setCheckable(command.is_chosen is not None)
        entry.setChecked(bool(command.is_chosen))
        menu.addAction(entry)


def menu_of(commands: Sequence[BoundCommand], parent: QWidget) -> QMenu:
    """Return a menu of commands."""
    menu = QMenu(parent)
    fill_menu(menu, commands)
    return menu


def set_menu(opener: QPushButton, commands: Sequence[BoundCommand]) -> None:
    """Give a button a menu in place of the one it has."""
    before = opener.menu()
    opener.setMenu(menu_of(commands, opener))
    opener.setEnabled(bool(commands))
    if before is not None:
        before.deleteLater()


def set_choices(
    opener: QPushButton, text: str, names: Mapping[Key, str], choose: Callable[[Key], object]
) -> None:
    """Let a button say what is chosen, and its menu choose another."""
    set_menu(opener, [BoundCommand(name, partial(choose, key)) for key, name in names.items()])
    opener.setText(text)
    opener.setAccessibleName(text)


def command_button(
    command: BoundCommand, kind: Kind = "plain", *, icons: Icons | None = None, text: str = ""
) -> QPushButton:
    """Return a button that carries a command out; with `icons` it shows the command's icon.

    `text` is a part of the label, for where there is no room for all of it.
    """
    words = "" if kind == "icon" else text or command.label
    label = command.label.rstrip("…") if command.about else command.label
    made = button(words, kind, name=f"{label} {command.about}".strip())
    if icons is not None:
        icons.set_icon(made, command.icon, "on_accent" if kind == "primary" else "soft")
    made.clicked.connect(lambda _checked=False: command.run())
    return made


def add_shortcuts(page: QWidget, groups: Sequence[AnyGroup]) -> None:
    """Let the keys of commands work while a page is seen, whatever has the focus there."""
    for group in groups:
        for command in () if group.in_list else group.commands:
            if command.shortcuts:
                action = QAction(unmarked(command.label), page)
                action.setShortcuts([QKeySequence(key) for key in command.shortcuts])
                action.triggered.connect(partial(_carry_out, group, command))
                page.addAction(action)


def press(event: QKeyEvent, group: AnyGroup) -> bool:
    """Carry out the command of a list that has a key; tell whether it is one's key."""
    pressed = {
        QKeySequence(QKeyCombination(event.modifiers() & keys, Qt.Key(event.key())))
        for keys in (HELD_KEYS, HELD_KEYS_AND_SHIFT)
    }
    for command in group.commands:
        if any(QKeySequence(key) in pressed for key in command.shortcuts):
            group.carry_out(command)
            return True
    return False


def shortcut_words(shortcut: str) -> str:
    """Return a key as it is shown: `Ctrl K` for `Ctrl+K`."""
    return shortcut.replace("+", " ")


def _carry_out(group: AnyGroup, command: Command[Any], _checked: object = None) -> None:
    group.carry_out(command)
