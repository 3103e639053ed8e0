"""The bar over the page: where one stands, the find box, undo, redo and the last word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from lfjb_desk.ui.shell.finding.chooser import Chooser
from lfjb_desk.ui.widgets.push_button import PushButton
from lfjb_desk.ui.widgets.tips import set_tip

if not TYPE_CHECKING:
    # Only a mark on a method: typing_extensions would be a fifteenth of a bare start.
    from typing import final as override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.ui.history import History
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.shell.window_commands import WindowCommands

FIND_WIDTH = 360
TIGHT_FIND_WIDTH = 150
ICON_WIDTH = 40
LONG_NAME, SHORT_NAME = 32, 14
"""Letters of the area and the group, in the bar and in a small one."""
BESIDE_FIND = 8
LONGEST_NEWS = 40
"""Letters of the last word that fit at the right end."""


class BarForm(NamedTuple):
    """How much the bar says."""

    find_width: int
    """In pixels at text of 100 %; the narrowest is an icon, and there is no last word beside it."""
    letters: int
    """How many of the names of area and group are seen at most."""


FORMS = (
    BarForm(FIND_WIDTH, LONG_NAME),
    BarForm(TIGHT_FIND_WIDTH, LONG_NAME),
    BarForm(TIGHT_FIND_WIDTH, SHORT_NAME),
    BarForm(ICON_WIDTH, SHORT_NAME),
)
"""The forms of the bar, from the widest to the narrowest."""


class Bar(QFrame):
    """The bar over the page. Icons and deeds come after the first paint."""

    def __init__(self, theme: ActiveTheme) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._theme = theme
        self._icons: Icons | None = None
        self._commands: WindowCommands | None = None
        self.area = Chooser(theme, self.tr("Area"))
        self.group = Chooser(theme, self.tr("Group"))
        self.sample = QLabel(self.tr("Sample figures"))
        self.sample.setProperty("chip", "idle")
        self.sample.hide()
        self.finder = self._button("find", self.tr("Find a record or a command"))
        self.finder_keys = QLabel("Ctrl K")
        self.finder_keys.setProperty("role", "key")
        for small in (self.sample, self.finder_keys):  # no taller than their words
            small.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        inside = QHBoxLayout(self.finder)
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addStretch(1)
        inside.addWidget(self.finder_keys)
        self.back = self._button("icon", self.tr("Back"))
        self.forward = self._button("icon", self.tr("Forward"))
        self.undo = self._button("icon", self.tr("Undo"))
        self.redo = self._button("icon", self.tr("Redo"))
        self._said_mark = QLabel()
        self.news = QLabel()
        self._news = ""
        self._fitted: tuple[object, ...] = ()
        self.news.setProperty("role", "small")
        self._box = QHBoxLayout(self)
        self._lay_out()
        self._take(FORMS[0])

    def set_up(self, icons: Icons, history: History, commands: WindowCommands) -> None:
        """Put the icons on and let the buttons act."""
        self._icons, self._commands = icons, commands
        icons.set_icon(self.finder, commands.find.icon)
        for way, command in ((self.back, commands.back), (self.forward, commands.forward)):
            icons.set_icon(way, command.icon)
            way.clicked.connect(partial(command.run, None))
        icons.set_icon(self.undo, commands.undo.icon)
        icons.set_icon(self.redo, commands.redo.icon)
        icons.changed.connect(self._say_again)
        stack = history.stack
        self.undo.clicked.connect(stack.undo)
        self.redo.clicked.connect(stack.redo)
        stack.canUndoChanged.connect(self.undo.setEnabled)
        stack.canRedoChanged.connect(self.redo.setEnabled)
        # Methods of widgets, never lambdas: Qt lets go of those when the widget goes.
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)

    def say(self, text: str) -> None:
        """Show good news, such as when the last change was saved."""
        self._news = text
        # Late: what it needs of Qt costs a fifth of the first paint, before which nothing is said.
        from lfjb_desk.ui.widgets.text import elided  # noqa: PLC0415

        self.news.setText(elided(self.news, text, LONGEST_NEWS))
        set_tip(self.news, text)
        set_tip(self._said_mark, text)
        if self._icons is not None and text:
            side, ratio = self._theme.px(20), self.devicePixelRatioF()
            self._said_mark.setPixmap(self._icons.pixmap("check-circle", "good", side, ratio))

    def _say_again(self) -> None:
        self.say(self._news)

    def offer_ways(self, *, back: bool, forward: bool) -> None:
        """Offer the ways that there are."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        taken = super().event(event)
        if event.type() == event.Type.LayoutRequest:
            self._fit()
        return taken

    def _fit(self) -> None:
        """Say as much as there is room for without anything over anything else."""
        names = (self.area.accessibleName(), self.group.accessibleName(), self.news.text())
        fitted = (self.width(), self._theme.px(FIND_WIDTH), self.sample.isHidden(), *names)
        if fitted == self._fitted:
            return
        self._fitted = fitted
        for form in FORMS:
            self._take(form)
            if self._box.minimumSize().width() <= self.width():
                break

    def _take(self, form: BarForm) -> None:
        """Take a form: less of the find box, of the names and of the last word with each."""
        small = form.find_width == ICON_WIDTH
        self.finder.setFixedWidth(self._theme.px(form.find_width))
        whole = form.find_width == FIND_WIDTH
        words = self.finder.accessibleName() if whole else self.tr("Find")
        self.finder.setText("" if small else f"  {words}")
        self.finder.setProperty("small", small)
        set_tip(self.finder, f"{self.finder.accessibleName()} (Ctrl K)" if small else "")
        self.finder.style().unpolish(self.finder)
        self.finder.style().polish(self.finder)
        self.finder_keys.setHidden(small)
        self.news.setHidden(small)
        for chooser in (self.area, self.group):
            chooser.shorten(form.letters)
        self._box.invalidate()

    def _lay_out(self) -> None:
        box = self._box
        box.setContentsMargins(16, 8, 24, 8)
        box.setSpacing(4)
        slash = QLabel("/")
        slash.setProperty("role", "soft")
        box.addWidget(self.back)
        box.addWidget(self.forward)
        for part in (self.area, slash, self.group, self.sample):
            box.addWidget(part)
        box.addSpacing(BESIDE_FIND)
        box.addStretch(1)
        box.addWidget(self.finder)
        box.addStretch(1)
        box.addSpacing(BESIDE_FIND)
        box.addWidget(self.undo)
        box.addWidget(self.redo)
        box.addSpacing(8)
        box.addWidget(self._said_mark)
        box.addWidget(self.news)

    @staticmethod
    def _button(kind: str, name: str) -> QPushButton:
        made = PushButton()
        made.setProperty("kind", kind)
        made.setAccessibleName(name)
        made.setEnabled(kind == "find")
        set_tip(made, "" if kind == "find" else name)
        return made

    def _name_undo(self, step: str) -> None:
        if self._commands is not None:
            _name(self.undo, self._commands.undo.bind(step, step).label)

    def _name_redo(self, step: str) -> None:
        if self._commands is not None:
            _name(self.redo, self._commands.redo.bind(step, step).label)


def _name(step: QPushButton, name: str) -> None:
    step.setAccessibleName(name)
    set_tip(step, name)
