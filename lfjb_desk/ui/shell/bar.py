"""The bar over the page: where one stands, the find box, undo, redo and the last word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from lfjb_desk.ui.shell.chooser import Chooser
from lfjb_desk.ui.widgets.text import Mark, button, chip, key_hint, words

if TYPE_CHECKING:
    from lfjb_desk.ui.history import History
    from lfjb_desk.ui.icons import Icons
    from lfjb_desk.ui.theme import Theme

FIND_WIDTH = 360


class Bar(QFrame):
    """The bar over the page."""

    def __init__(self, theme: Theme, icons: Icons, history: History) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._theme = theme
        self.area = Chooser(theme, self.tr("Area"))
        self.group = Chooser(theme, self.tr("Group"))
        self.sample = chip(self.tr("Sample figures"))
        self.sample.hide()
        self.finder = self._build_find(icons)
        self.undo = self._build_step(icons, "arrow-counter-clockwise", self.tr("Undo"))
        self.redo = self._build_step(icons, "arrow-clockwise", self.tr("Redo"))
        self._said_mark = Mark(theme, icons, "check-circle", "good")
        self._said_mark.hide()
        self.said = words("", "small")
        self._lay_out()
        self._follow(history)

    def say(self, text: str) -> None:
        """Show good news, such as when the last change was saved."""
        self.said.setText(text)
        self._said_mark.setVisible(bool(text))

    def tighten(self, *, tight: bool) -> None:
        """Make the find box narrow where there is little room."""
        self.finder.setFixedWidth(self._theme.px(220 if tight else FIND_WIDTH))
        self._find_keys.setVisible(not tight)

    def _lay_out(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 8, 24, 8)
        box.setSpacing(4)
        for part in (self.area, words("/", "soft"), self.group, self.sample):
            box.addWidget(part)
        box.addStretch(1)
        box.addWidget(self.finder)
        box.addStretch(1)
        box.addWidget(self.undo)
        box.addWidget(self.redo)
        box.addSpacing(8)
        box.addWidget(self._said_mark)
        box.addWidget(self.said)

    def _build_find(self, icons: Icons) -> QPushButton:
        find = QPushButton(self.tr("  Find a record or a command"))
        find.setProperty("kind", "find")
        find.setAccessibleName(self.tr("Find a record or a command"))
        icons.dress(find, "magnifying-glass")
        inside = QHBoxLayout(find)
        inside.setContentsMargins(0, 0, 10, 0)
        self._find_keys: QLabel = key_hint("Ctrl K")
        self._find_keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside.addStretch(1)
        inside.addWidget(self._find_keys)
        find.setFixedWidth(self._theme.px(FIND_WIDTH))
        return find

    @staticmethod
    def _build_step(icons: Icons, icon: str, name: str) -> QPushButton:
        step = button("", "icon", name=name)
        icons.dress(step, icon)
        step.setEnabled(False)
        return step

    def _follow(self, history: History) -> None:
        stack = history.stack
        self.undo.clicked.connect(stack.undo)
        self.redo.clicked.connect(stack.redo)
        stack.canUndoChanged.connect(self.undo.setEnabled)
        stack.canRedoChanged.connect(self.redo.setEnabled)
        stack.undoTextChanged.connect(lambda label: self._name(self.undo, self.tr("Undo"), label))
        stack.redoTextChanged.connect(lambda label: self._name(self.redo, self.tr("Redo"), label))

    @staticmethod
    def _name(step: QPushButton, verb: str, label: str) -> None:
        named = f"{verb}: {label}" if label else verb
        step.setAccessibleName(named)
        step.setToolTip(named)
