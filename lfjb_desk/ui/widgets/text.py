"""Words on screen: titles, soft lines, chips, keys, statuses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from lfjb_desk.ui.look.painting import paint_blocks
from lfjb_desk.ui.look.theme import SYMBOLS, WORDS_COLOUR, StatusTone
from lfjb_desk.ui.widgets.flow import Flow
from lfjb_desk.ui.widgets.push_button import PushButton
from lfjb_desk.ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme

Role = Literal[
    "body", "title", "lead", "figure", "strong", "soft", "small", "prose", "label", "fault", "late"
]
Kind = Literal["plain", "primary", "quiet", "icon", "pill", "chip"]
ZERO_WIDTH_SPACE = "\u200b"
LONG_WORD = 24
"""Letters from which a word may be broken, for a line must end somewhere."""


def words(text: str = "", role: Role = "body", *, wrap: bool = False) -> QLabel:
    """Return a label in one of the house's roles; its text is never taken for mark-up."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(wrap)
    return label


class FaultLine(QLabel):
    """What is wrong with what was given, in one sentence after a sign; hidden while nothing is."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "fault")
        self.setWordWrap(True)
        self.hide()

    def show_fault(self, sentence: str) -> None:
        """Show a sentence, or nothing."""
        self.sentence = sentence
        self.setText(f"▲ {sentence}" if sentence else "")
        self.setVisible(bool(sentence))


def breakable(text: str) -> str:
    """Return text so that long names and paths of files in it can be broken over lines."""
    return re.sub(rf"\S{{{LONG_WORD},}}", lambda match: _parted(match[0]), text)


def _parted(word: str) -> str:
    parts = re.sub(r"(?<=[_./\\-])(?=\w)", ZERO_WIDTH_SPACE, word)
    long_part = rf"([^{ZERO_WIDTH_SPACE}]{{{LONG_WORD}}})(?=[^{ZERO_WIDTH_SPACE}])"
    return re.sub(long_part, rf"\1{ZERO_WIDTH_SPACE}", parts)


def elided(label: QLabel, text: str, letters: int) -> str:
    """Return text for one line of a label: its middle is left out where it is longer than that."""
    metrics = label.fontMetrics()
    room = letters * metrics.averageCharWidth()
    return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)


def chip(text: str, tone: StatusTone = StatusTone.PLAIN) -> QLabel:
    """Return a small filled label, such as `Sample figures`."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    kind = tone.value if tone in {StatusTone.LATE, StatusTone.SOON, StatusTone.GOOD} else "idle"
    label.setProperty("chip", kind)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


def key_hint(text: str) -> QLabel:
    """Return a key as it is drawn beside a hint, such as `Ctrl K`."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "key")
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


def key_hints(*pairs: tuple[str, str]) -> QWidget:
    """Return keys, each with what it does: `("Enter", "open")`; the rest go below a full line."""
    hints = QWidget()
    flow = Flow(16)
    for key, does in pairs:
        pair = QWidget()
        box = QHBoxLayout(pair)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(key_hint(key))
        box.addWidget(words(does, "small"))
        flow.addWidget(pair)
    hints.setLayout(flow)
    return hints


def button(text: str, kind: Kind = "plain", *, name: str = "") -> QPushButton:
    """Return a button; one with an icon alone needs a `name`, which is its tooltip too."""
    made = PushButton(text)
    made.setProperty("kind", kind)
    made.setAccessibleName(name or text)
    if not text:
        set_tip(made, name)
    if kind == "pill":
        made.setCheckable(True)
    return made


def say_again(label: QLabel, text: str, role: Role) -> None:
    """Give a label other words in another role."""
    label.setText(text)
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)


class IconMark(QWidget):
    """One icon as a picture; it says nothing, so words stand beside it."""

    def __init__(
        self, theme: ActiveTheme, icons: Icons, name: str, colour: str = "soft", size: int = 20
    ) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self._name, self._colour, self._size = name, colour, size
        icons.changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_as(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.px(self._size)
        return QSize(side, side)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._name:
            return
        side = min(self.width(), self.height())
        picture = self._icons.pixmap(self._name, self._colour, side, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)
        painter.end()


class StatusLabel(QWidget):
    """A status: a symbol, a word, then a colour."""

    def __init__(
        self,
        theme: ActiveTheme,
        icons: Icons,
        tone: StatusTone,
        text: str,
        *,
        strong: bool = False,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._mark = IconMark(theme, icons, SYMBOLS[tone], size=18)
        self._words = words(text, wrap=wrap)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        above = Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter
        box.addWidget(self._mark, 0, above)
        box.addWidget(self._words, 1)
        self._tone, self._strong = tone, strong
        self.say(tone, text)
        theme.changed.connect(self._colour)

    def say(self, tone: StatusTone, text: str) -> None:
        """Say another status."""
        self._tone = tone
        self._words.setText(text)
        self._mark.setVisible(bool(SYMBOLS[tone]))
        self._mark.show_as(SYMBOLS[tone], WORDS_COLOUR.get(tone, "soft"))
        self.setAccessibleName(text)
        self._colour()

    def text(self) -> str:
        """Return the words."""
        return self._words.text()

    def _colour(self) -> None:
        weight = 600 if self._strong else 400
        colour = self._theme.tone(self._tone).name()
        self._words.setStyleSheet(f"color: {colour}; font-weight: {weight};")


class Severity(QWidget):
    """Five blocks and a word."""

    def __init__(self, theme: ActiveTheme, filled: int, text: str) -> None:
        super().__init__()
        self._theme, self._filled = theme, filled
        self.setAccessibleName(text)
        box = QHBoxLayout(self)
        box.setContentsMargins(76, 0, 0, 0)
        self._words = words(text)
        box.addWidget(self._words)
        self.setMinimumHeight(theme.px(20))

    def say(self, filled: int, text: str) -> None:
        """Say another severity."""
        self._filled = filled
        self._words.setText(text)
        self.setAccessibleName(text)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_blocks(painter, 0, self.height() / 2, self._filled, self._theme)
        painter.end()
