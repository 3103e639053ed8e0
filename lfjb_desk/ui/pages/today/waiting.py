"""The card of all else that waits: empty seats, reviews, papers, the last import."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from lfjb_desk.ui.widgets.boxes import Card, clear, row
from lfjb_desk.ui.widgets.text import IconMark, breakable, button, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.read_models.today import Waiting
    from lfjb_desk.ui.shell.contract import Desk

HOMES = {
    "ask": ("meetings", "scales"),
    "escalation": ("governance", "arrow-fat-up"),
    "decision": ("governance", "check-circle"),
    "form": ("action_forms", "paper-plane-tilt"),
    "seat": ("governance", "armchair"),
    "review": ("governance", "article"),
    "paper": ("papers", "file-text"),
    "return": ("performance", "table"),
    "import": ("performance", "download-simple"),
}
"""The page and icon of each sort of thing that waits."""

RECORDS = {"ask": "meeting", "decision": "decision", "escalation": "escalation"}
"""What the record is that a thing of some sort is about."""


class WaitingCard(Card):
    """Lists what also waits, and leads to the page where it is dealt with."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(" ")
        self.heading.setText(self.tr("Also waiting"))
        self._desk = desk
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Show one line for each thing, or that there is none."""
        clear(self._lines)
        if not waiting:
            self._lines.addWidget(words(self.tr("Nothing else waits."), "soft"))
        for task in waiting:
            page, icon = HOMES[task.kind]
            mark = IconMark(self._desk.theme, self._desk.icons, icon, "soft", 20)
            show = button("", "icon", name=self.tr("Go to this: {0}").format(task.text))
            self._desk.icons.set_icon(show, "caret-right")
            show.clicked.connect(partial(self._open, page, task))
            across = row(mark, words(breakable(task.text), wrap=True), show, gap=10)
            across.setStretch(1, 1)
            self._lines.addLayout(across)

    def _open(self, page: str, task: Waiting) -> None:
        if task.key is None:
            self._desk.context.go(page)
        else:
            self._desk.context.go(page, RECORDS[task.kind], task.key)
