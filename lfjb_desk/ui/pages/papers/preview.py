"""The pane that shows a paper as it will be written, and what came of writing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextBrowser, QVBoxLayout

from lfjb_desk.domain.blocks import Chart
from lfjb_desk.domain.formatting import count
from lfjb_desk.ui.charts.strokes import PaperColours
from lfjb_desk.ui.look.theme import LIGHT, StatusTone
from lfjb_desk.ui.pages.papers.markup import CHART, markup, sheet
from lfjb_desk.ui.pages.papers.picture import picture
from lfjb_desk.ui.widgets.boxes import Card, Empty, clear, hairline, row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import StatusLabel, button, chip, words
from lfjb_desk.ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from pathlib import Path

    from lfjb_desk.domain.blocks import Paper
    from lfjb_desk.services.papers.papers import Written
    from lfjb_desk.ui.commands import CommandGroup
    from lfjb_desk.ui.pages.papers.saving import EveryPaper
    from lfjb_desk.ui.shell.contract import Desk

PAPER, INK = LIGHT["surface"], LIGHT["text"]
MARGIN = 20
CORNER = QPoint(30, 30)
"""Where the first line that is seen stands."""


class PreviewPane(Card):
    """Shows one paper from its blocks; or why there is none, and the way on."""

    def __init__(self, desk: Desk, openers: CommandGroup[Path]) -> None:
        self._marking = QHBoxLayout()
        super().__init__(" ", self._marking)
        self._desk, self._openers = desk, openers
        self.paper: Paper | None = None
        self.heading.setText(self.tr("Preview"))
        self._result = QFrame()
        self._lines = QVBoxLayout(self._result)
        self._lines.setContentsMargins(0, 0, 0, 4)
        self._lines.setSpacing(6)
        self.view = QTextBrowser()
        self.view.setAccessibleName(self.tr("Preview of the paper"))
        # Paper is white, whatever the window wears.
        self.view.setStyleSheet(f"QTextBrowser {{ background: {PAPER}; color: {INK}; }}")
        self.view.setOpenLinks(False)
        self.view.anchorClicked.connect(self._go_to)
        self.way = button(self.tr("Go to Meetings"), "primary")
        self.way.clicked.connect(self._go_on)
        self._page = ""
        self.empty = Empty(desk.theme, desk.icons, "file-text", "", "", self.way)
        self.empty.hide()
        self._result.hide()
        self.body.setSpacing(8)
        self.body.addWidget(self._result)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.empty, 1)
        desk.theme.changed.connect(self._draw)

    def show_paper(self, paper: Paper, name: str) -> None:
        """Show a paper from its start; the same one again keeps its place."""
        self.heading.setText(name)
        if paper == self.paper:
            return
        same = self.paper is not None and paper.title == self.paper.title
        self.paper = paper
        clear(self._marking)
        self._marking.addWidget(chip(self.tr("Marked {0}").format(paper.marking)))
        self.empty.hide()
        self.view.show()
        self._draw(keep=same)

    def show_refusal(self, name: str, reason: str, page: str, way: str) -> None:
        """Say why a paper cannot be made, and offer the page where that is mended."""
        self.paper = None
        self._page = page
        self.heading.setText(name)
        clear(self._marking)
        self.view.hide()
        self.empty.say(self.tr("This paper cannot be made yet"), reason)
        self.way.setText(way)
        self.way.setAccessibleName(way)
        self.empty.show()

    def say_written(self, written: Written, unrecorded: str) -> None:
        """Say where a paper was saved and what the accessibility check found."""
        clear(self._lines)
        theme, icons = self._desk.theme, self._desk.icons
        findings = written.findings
        saved_as = StatusLabel(theme, icons, StatusTone.GOOD, self.tr("Saved as"), strong=True)
        name = words(written.path.name, "strong")
        set_tip(name, str(written.path))
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        across = row(saved_as, name, *map(command_button, self._openers.offered(written.path)))
        across.setStretch(1, 1)
        self._lines.addLayout(across)
        if unrecorded:
            self._lines.addWidget(
                StatusLabel(theme, icons, StatusTone.LATE, self.tr("It is not listed below"))
            )
            self._lines.addWidget(words(unrecorded, "soft", wrap=True))
        if not findings:
            fine = self.tr("The accessibility check found nothing to mend.")
            self._lines.addWidget(StatusLabel(theme, icons, StatusTone.GOOD, fine))
        else:
            text = self.tr("The accessibility check has {0}:").format(
                count(len(findings), self.tr("finding"))
            )
            self._lines.addWidget(StatusLabel(theme, icons, StatusTone.SOON, text))
        for finding in findings:
            where = f" ({finding.where})" if finding.where else ""
            self._lines.addWidget(words(f"{finding.message}{where}", "soft", wrap=True))
        self._lines.addWidget(hairline())
        self._result.show()

    def say_every(self, every: EveryPaper, unrecorded: str) -> None:
        """Say which papers were saved into a folder, and which were not and why."""
        clear(self._lines)
        theme, icons = self._desk.theme, self._desk.icons
        number = count(len(every.written), self.tr("paper")).capitalize()
        saved_in = self.tr("{0} saved in {1}").format(number, every.folder.name)
        head = StatusLabel(theme, icons, StatusTone.GOOD, saved_in, strong=True, wrap=True)
        across = row(head, *map(command_button, self._openers.offered(every.folder)[:1]))
        self._lines.addLayout(across)
        for written in every.written:
            found = count(len(written.findings), self.tr("finding"))
            line = self.tr("{0}: {1} in the accessibility check").format(written.path.name, found)
            self._lines.addWidget(words(line, "soft", wrap=True))
        for definition, why in every.refused:
            line = self.tr("{0} is not saved. {1}").format(definition.title, why)
            self._lines.addWidget(StatusLabel(theme, icons, StatusTone.LATE, line, wrap=True))
        if unrecorded:
            self._lines.addWidget(StatusLabel(theme, icons, StatusTone.LATE, unrecorded, wrap=True))
        self._lines.addWidget(hairline())
        self._result.show()

    def forget_result(self) -> None:
        """Say no longer what was written: another paper is shown."""
        self._result.hide()

    def _draw(self, *, keep: bool = True) -> None:
        if self.paper is None:
            return
        place = self.view.cursorForPosition(CORNER).position() if keep else 0
        document = self.view.document()
        document.setDocumentMargin(self._desk.theme.px(MARGIN))
        document.setDefaultStyleSheet(sheet())
        charts = [block for block in self.paper.blocks if isinstance(block, Chart)]
        for number, chart in enumerate(charts):
            url = QUrl(f"{CHART}:{number}")
            drawn = picture(chart, PaperColours(self._desk.theme))
            document.addResource(QTextDocument.ResourceType.ImageResource.value, url, drawn)
        self.view.setHtml(markup(self.paper))
        cursor = QTextCursor(document)
        cursor.setPosition(min(place, document.characterCount() - 1))
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + self.view.cursorRect(cursor).top() if place else 0)

    def _go_to(self, url: QUrl) -> None:
        self.view.scrollToAnchor(url.fragment())

    def _go_on(self) -> None:
        self._desk.context.go(self._page)
