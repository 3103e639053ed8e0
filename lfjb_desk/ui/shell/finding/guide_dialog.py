"""The user guide, beside the work: its headings at the left, narrowed by what is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QLineEdit, QTextBrowser, QVBoxLayout
from typing_extensions import override

from lfjb_desk.domain.formatting import fold
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import Beside
from lfjb_desk.ui.widgets.boxes import Card, row
from lfjb_desk.ui.widgets.focus import FocusRing
from lfjb_desk.ui.widgets.form.list_keys import goes_to_list
from lfjb_desk.ui.widgets.placing import bounded
from lfjb_desk.ui.widgets.text import button, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QWidget

    from lfjb_desk.ui.shell.contract import Desk

WIDTH, HEIGHT, OUTLINE = 1120, 680, 300
LEAST, LEAST_TEXT = (320, 240), 360
MARGIN = 40
DEEPEST = 3
"""Headings below this level are not listed."""


@dataclass(frozen=True)
class GuideSection:
    """A part of the guide: its heading, where it begins, and its words for finding."""

    title: str
    level: int
    position: int
    text: str

    def answers(self, typed: str) -> bool:
        """Tell whether every word that was typed stands in the part."""
        kept = fold(self.text)
        return all(word in kept for word in fold(typed).split())


def sections_of(document: QTextDocument) -> list[GuideSection]:
    """Return the parts of a guide in their order; what stands before the first heading is none."""
    return [
        GuideSection(title, level, position, "\n".join(lines))
        for title, level, position, lines in _parts(document)
    ]


def _parts(document: QTextDocument) -> Iterator[tuple[str, int, int, list[str]]]:
    part: tuple[str, int, int, list[str]] | None = None
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if 0 < level <= DEEPEST:
            if part is not None:
                yield part
            part = (block.text(), level, block.position(), [])
        if part is not None:
            part[3].append(block.text())
        block = block.next()
    if part is not None:
        yield part


class GuideText(QTextBrowser):
    """The text of the guide; its pictures are never wider than it is."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._folder = path.parent
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QImage(str(self._folder / QUrl(name).toString()))
        widest = max(self.viewport().width() - MARGIN, LEAST[0] - MARGIN)
        if picture.width() <= widest:
            return picture
        return picture.scaledToWidth(widest, Qt.TransformationMode.SmoothTransformation)


class GuideDialog(QDialog):
    """Shows the guide in a window of its own, so that one can read and work at once."""

    def __init__(self, window: QWidget, desk: Desk, path: Path) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("User guide"))
        self._desk = desk
        self._markdown = path.read_text(encoding="utf-8")
        self.typed = QLineEdit()
        self.typed.setAccessibleName(self.tr("Find in the guide"))
        self.typed.setPlaceholderText(self.tr("Type what you want to do"))
        self.typed.setClearButtonEnabled(True)
        self.typed.textChanged.connect(self._narrow)
        self.typed.installEventFilter(self)
        self.outline: RowTable[GuideSection] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Parts of the guide"),
            (
                Column(
                    self.tr("Part"),
                    lambda part: Cell(
                        "    " * (part.level - 2) + part.title, strong=part.level < DEEPEST
                    ),
                    stretch=True,
                ),
            ),
            key=lambda part: part.position,
            sortable=False,
        )
        self.text = GuideText(path)
        self.text.setAccessibleName(self.windowTitle())
        self._lay_out()
        self.setMinimumSize(bounded(QSize(*LEAST), self))
        self.resize(bounded(QSize(desk.theme.px(WIDTH), desk.theme.px(HEIGHT)), self))
        FocusRing(self, desk.theme)
        self._load()
        self.outline.chosen.connect(self._show)
        desk.theme.changed.connect(self._load)
        self.typed.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and goes_to_list(event, self.typed):
            if event.type() == QKeyEvent.Type.KeyPress:
                self.outline.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        listed = Card(flush=True)
        listed.body.addWidget(self.outline)
        self.nothing = words(
            self.tr("No part of the guide has all these words."), "soft", wrap=True
        )
        listed.body.addWidget(self.nothing)
        reading = Card(flush=True)
        reading.body.addWidget(self.text)
        across = Beside(self._desk.theme)
        across.put(listed, width=OUTLINE)
        across.put(reading, least=LEAST_TEXT)
        close = button(self.tr("Close"), "primary")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(words(self.windowTitle(), "title"))
        outer.addWidget(self.typed)
        outer.addLayout(across, 1)
        foot = row(close)
        foot.insertStretch(0, 1)
        outer.addLayout(foot)

    def _load(self) -> None:
        """Set the text anew, in the size that is chosen now."""
        self.text.document().setDefaultFont(self._desk.theme.font())
        self.text.setMarkdown(self._markdown)
        self._sections = sections_of(self.text.document())
        self._narrow(self.typed.text())

    def _narrow(self, typed: str) -> None:
        """List the parts that hold every word that is typed, and show the first."""
        matches = [part for part in self._sections if part.level > 1 and part.answers(typed)]
        self.outline.set_rows(matches)
        self.outline.setVisible(bool(matches))
        self.nothing.setVisible(not matches)
        if matches:
            self.outline.selectRow(0)

    def _show(self, part: GuideSection | None) -> None:
        if part is None:
            return
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(part.position)
        # Upwards from the end, so that the heading comes to stand at the top.
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
