"""Boxes that hold other things: cards, rows, hairlines, an empty state, a detail pane, more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from lfjb_desk.ui.widgets.flow import Flow
from lfjb_desk.ui.widgets.scrolling import Scrolled, from_top
from lfjb_desk.ui.widgets.text import IconMark, button, key_hint, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QLabel, QPushButton

    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme

PILL_SIDES = 36
DETAIL_WIDTH = 344
LEAST_DETAIL = 180
"""How high what a pane says is at least, unless it says less."""
Part = QWidget | QLayout | int | None
"""A widget, a layout, so many pixels of room, or None for room that stretches."""


def row(*parts: Part, gap: int = 8) -> QHBoxLayout:
    """Return parts side by side."""
    box = QHBoxLayout()
    box.setSpacing(gap)
    _fill(box, parts)
    return box


def column(*parts: Part, gap: int = 8) -> QVBoxLayout:
    """Return parts one under another."""
    box = QVBoxLayout()
    box.setSpacing(gap)
    _fill(box, parts)
    return box


def _fill(box: QHBoxLayout | QVBoxLayout, parts: Sequence[Part]) -> None:
    box.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)


def hairline() -> QFrame:
    """Return a thin line between rows."""
    line = QFrame()
    line.setProperty("role", "hairline")
    return line


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, so that it can be filled afresh."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class Card(QFrame):
    """A white box with a heading; fill its `body`."""

    def __init__(self, heading: str = "", *more: Part, flush: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*((1, 4, 1, 4) if flush else (20, 12, 20, 16)))
        outer.setSpacing(8)
        self.heading = words(heading, "lead", wrap=True)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        if heading:
            head = row(self.heading, *more)
            head.setStretch(0, 1)
            outer.addLayout(head)
        outer.addLayout(self.body, 1)


class Empty(QWidget):
    """What an empty page says: what is missing, what to do first, and the button for it."""

    def __init__(
        self,
        theme: ActiveTheme,
        icons: Icons,
        icon: str,
        missing: str,
        first: str,
        *buttons: QPushButton,
        keys: str = "",
    ) -> None:
        super().__init__()
        mark = IconMark(theme, icons, icon, "accent", 48)
        title, line = words(missing, "title", wrap=True), words(first, "soft", wrap=True)
        for label in (title, line):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        outer = QVBoxLayout(self)
        outer.setSpacing(12)
        outer.addStretch(1)
        outer.addLayout(row(None, mark, None))
        outer.addWidget(title)
        outer.addWidget(line)
        outer.addLayout(row(None, *buttons, None))
        self._hints: tuple[QWidget, ...] = ()
        if keys:
            before = words(self.tr("Or press"), "small")
            self._hints = (before, key_hint("Ctrl K"), words(keys, "small"))
            outer.addLayout(row(None, *self._hints, None))
        outer.addStretch(2)
        self.missing, self.first = title, line
        self._buttons = buttons

    def say(self, missing: str, first: str, *, can_start: bool = True) -> None:
        """Say what is missing and what to do first; its buttons show where that starts here."""
        self.missing.setText(missing)
        self.first.setText(first)
        for start in self._buttons:
            start.setVisible(can_start)
        for hint in self._hints:
            hint.setVisible(can_start)


class Detail(QFrame):
    """The pane beside a table: fill its `body`, put buttons in `foot`."""

    def __init__(self, theme: ActiveTheme, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(name)
        self._theme = theme
        self.body = QVBoxLayout()
        self.body.setContentsMargins(20, 16, 20, 8)
        self.body.setSpacing(6)
        self.foot = Flow()
        below = column(self.foot)
        below.setContentsMargins(20, 4, 20, 16)
        self._below = below
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.area = Scrolled(self.body, theme.px(LEAST_DETAIL))
        outer.addWidget(self.area, 1)
        outer.addLayout(below)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        """Be as wide as every such pane, or wider where the words on the buttons need it."""
        needed = self.foot.minimumSize().width()
        return QSize(max(self._theme.px(DETAIL_WIDTH), needed), super().sizeHint().height())

    def least_height(self, width: int) -> int:
        """Return the height with which it can do beside something else: its words scroll."""
        return self._theme.px(LEAST_DETAIL) + self._below.heightForWidth(width)

    def clear(self, about: object) -> None:
        """Empty the pane for a record to be shown; another than before is seen from its top."""
        clear(self.body)
        clear(self.foot)
        from_top(self.area, about)

    def add_fact(self, name: str, value: str | QLabel) -> None:
        """Add a line with a soft name at the left and what it is at the right."""
        label = words(value, wrap=True) if isinstance(value, str) else value
        label.setAlignment(Qt.AlignmentFlag.AlignRight)
        called = words(name, "soft")
        line = row(called, label)
        line.setStretch(1, 1)
        line.setAlignment(called, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)


class Pills(QWidget):
    """Filters of which one is chosen, in a row or, where they need more room, in two."""

    def __init__(self, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self._pills: dict[str, QPushButton] = {}
        self._box = Flow()
        self.setLayout(self._box)
        self._chosen = chosen
        self.current = ""

    def offer(self, pills: Sequence[tuple[str, str]], current: str) -> None:
        """Offer filters as pairs of key and words, with one of them chosen."""
        if tuple(self._pills) != tuple(key for key, _ in pills):
            clear(self._box)
            self._pills = {key: self._make(key) for key, _ in pills}
        for key, text in pills:
            pill = self._pills[key]
            pill.setText(text)
            pill.setAccessibleName(text)
        self._measure()
        self._mark(current)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._measure()

    def _measure(self) -> None:
        """Leave each pill the room that its words need once it is chosen, and so heavier."""
        for pill in self._pills.values():
            pill.ensurePolished()
            strong = QFont(pill.font())
            strong.setWeight(QFont.Weight.DemiBold)
            advance = QFontMetrics(strong).horizontalAdvance(pill.text())
            pill.setMinimumWidth(advance + PILL_SIDES)

    def _make(self, key: str) -> QPushButton:
        pill = button(key, "pill")
        pill.clicked.connect(lambda: self._choose(key))
        self._box.addWidget(pill)
        return pill

    def _choose(self, key: str) -> None:
        self._mark(key)
        self._chosen(key)

    def _mark(self, current: str) -> None:
        self.current = current
        for key, pill in self._pills.items():
            pill.setChecked(key == current)


def bullet(sentence: str) -> QHBoxLayout:
    """Return a sentence behind a point."""
    point = words("•", "soft")
    line = row(point, words(sentence, wrap=True))
    line.setAlignment(point, Qt.AlignmentFlag.AlignTop)
    line.setStretch(1, 1)
    return line


class More(QWidget):
    """Sentences that are hidden until they are asked for; without any there is no control."""

    def __init__(self) -> None:
        super().__init__()
        self._about = ""
        self.control = button(self.tr("More"), "quiet")
        self.control.setCheckable(True)
        self.control.toggled.connect(self._turn)
        self._sentences = QWidget()
        self._lines = QVBoxLayout(self._sentences)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self.setLayout(column(row(self.control, None), self._sentences, gap=4))
        self._turn(on=False)

    def show_sentences(self, about: str, sentences: Sequence[str]) -> None:
        """Keep sentences about something behind the control; those of another thing are closed."""
        if about != self._about:
            self.control.setChecked(False)
        self._about = about
        clear(self._lines)
        for sentence in sentences:
            self._lines.addLayout(bullet(sentence))
        if not sentences or self.parentWidget() is not None:  # alone it would be a window
            self.setVisible(bool(sentences))
        self._turn(on=self.control.isChecked())

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - the slot of a Qt signal
        self._sentences.setVisible(on)
        self.control.setText(self.tr("Less") if on else self.tr("More"))
        name = self.tr("Less about {0}") if on else self.tr("More about {0}")
        self.control.setAccessibleName(name.format(self._about))
