"""Two versions of a document side by side, with what became of each clause in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from lfjb_desk.domain.read_models.governance.governing_documents import Difference
from lfjb_desk.ui.widgets.boxes import column, hairline, row
from lfjb_desk.ui.widgets.text import IconMark, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QBoxLayout

    from lfjb_desk.domain.governance.governing_documents import Clause
    from lfjb_desk.domain.read_models.governance.governing_documents import ComparedClause
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme

MARKS = {
    Difference.SAME: ("equals-bold", "soft"),
    Difference.RENUMBERED: ("equals-bold", "soon"),
    Difference.CHANGED: ("pencil-simple-bold", "soon"),
    Difference.ADDED: ("plus-bold", "good"),
    Difference.REMOVED: ("minus-bold", "late"),
}
"""The symbol of what became of a clause, and its colour; the word stands beside it."""
TOP = Qt.AlignmentFlag.AlignTop


def _tr(text: str) -> str:
    return QCoreApplication.translate("VersionComparison", text)


def outcome_words(lines: Sequence[ComparedClause]) -> str:
    """Return how many clauses are the same, renumbered, changed, added and removed."""
    counts = [
        (difference, sum(line.difference is difference for line in lines))
        for difference in Difference
    ]
    return ", ".join(f"{number} {difference.value}" for difference, number in counts)


class VersionComparison(QScrollArea):
    """Scrolls over two versions; the arrows and Page Down move it."""

    def __init__(self, theme: ActiveTheme, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_tr("Comparison of two versions"))

    def show_lines(self, before: str, after: str, lines: Sequence[ComparedClause]) -> None:
        """Show the clauses of two versions under their names."""
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        grid = QGridLayout(inside)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for index, heading in enumerate((_tr("Clause"), before, after)):
            grid.addWidget(words(heading, "label"), 0, index)
        for number, line in enumerate(lines):
            at = 2 * number + 1
            grid.addWidget(hairline(), at, 0, 1, 3)
            word = line.difference.value.capitalize()
            mark = IconMark(self._theme, self._icons, *MARKS[line.difference], size=16)
            grid.addLayout(row(mark, words(word, "strong")), at + 1, 0, TOP)
            grid.addLayout(_clause(line.before), at + 1, 1)
            grid.addLayout(_clause(line.after), at + 1, 2)
        grid.setRowStretch(2 * len(lines) + 1, 1)
        self.setWidget(inside)


def _clause(clause: Clause | None) -> QBoxLayout:
    if clause is None:
        return column(words(_tr("Not there"), "soft"), None, gap=2)
    head = " ".join(part for part in (clause.number, clause.heading) if part)
    return column(
        words(head, "strong", wrap=True), words(clause.text, "body", wrap=True), None, gap=2
    )
