"""Words of which some are marked: what was removed is struck out, what was added underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from lfjb_desk.domain.common.word_changes import Fate
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from lfjb_desk.domain.common.word_changes import WordRun
    from lfjb_desk.ui.look.theme import ActiveTheme

COLOURS = {Fate.KEPT: "text", Fate.REMOVED: "late", Fate.ADDED: "good"}
LINE_END = "\N{LINE SEPARATOR}"


class MarkedWords(QLabel):
    """Shows words with their marks; a screen reader speaks what became of each.

    The text stays the plain words, so that room is measured and read as of any label.
    """

    def __init__(self, theme: ActiveTheme, runs: Sequence[WordRun]) -> None:
        super().__init__("".join(run.text for run in runs))
        self._theme, self._runs = theme, runs
        self.setTextFormat(words().textFormat())
        self.setProperty("role", "body")
        self.setWordWrap(True)
        self.setAccessibleName(self._spoken())

    def _spoken(self) -> str:
        names = {Fate.REMOVED: self.tr("[removed: {0}]"), Fate.ADDED: self.tr("[added: {0}]")}
        return "".join(names.get(run.fate, "{0}").format(run.text) for run in self._runs)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.contentsRect()
        layout = QTextLayout(self.text().replace("\n", LINE_END), self.font())
        layout.setTextOption(QTextOption(self.alignment()))
        layout.setFormats(self._formats())
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(area.width())
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        layout.draw(painter, QPointF(area.topLeft()))

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats, start = [], 0
        for run in self._runs:
            before, marked, _ = run.parted()
            part = QTextLayout.FormatRange()
            part.start, part.length = start + _units(before), _units(marked)
            part.format = self._format(run.fate)
            formats.append(part)
            start += _units(run.text)
        return formats

    def _format(self, fate: Fate) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._theme.colour(COLOURS[fate]))
        made.setFontStrikeOut(fate is Fate.REMOVED)
        made.setFontUnderline(fate is Fate.ADDED)
        return made


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2
