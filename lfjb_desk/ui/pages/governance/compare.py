"""Two versions of a document side by side: each clause's fate in words, and each word's marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from lfjb_desk.domain.common.word_changes import Fate, WordRun, word_changes
from lfjb_desk.domain.read_models.governance.governing_documents import (
    ComparedVersions,
    Difference,
)
from lfjb_desk.ui.commands import page_command
from lfjb_desk.ui.shell.paper_errands import comparison_errand
from lfjb_desk.ui.widgets.boxes import column, hairline, row
from lfjb_desk.ui.widgets.marked_words import MarkedWords
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import IconMark, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QBoxLayout, QLabel

    from lfjb_desk.domain.governance.governing_documents import Clause
    from lfjb_desk.domain.read_models.governance.governing_documents import (
        ComparedClause,
        VersionView,
    )
    from lfjb_desk.ui.shell.contract import Desk

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

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.versions: ComparedVersions | None = None
        """What is compared; None while nothing is."""
        self.save = page_command(
            _tr("Save the comparison as Word…"),
            self._save,
            "file-arrow-down",
            offered=lambda: self.versions is not None,
            other_names=_tr("tracked changes, differences between versions"),
        )
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_tr("Comparison of two versions"))

    def show_versions(
        self, before: VersionView, after: VersionView, lines: Sequence[ComparedClause]
    ) -> str:
        """Show the clauses of two versions under their names; return in words what changed."""
        self.versions = ComparedVersions(before.version.id, after.version.id)
        names = [_tr("Version {0}").format(view.version.number) for view in (before, after)]
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        legend = words(_tr("Words that are left out are struck out, new ones underlined."), "soft")
        legend.setWordWrap(True)
        save = command_button(self.save.bind(None), icons=self._desk.icons)
        head = row(legend, save)
        head.setStretch(0, 1)
        box = column(head, self._grid(names, lines), None, gap=12)
        box.setContentsMargins(16, 12, 16, 12)
        inside.setLayout(box)
        self.setWidget(inside)
        beside = _tr("{0} beside {1}").format(names[0], names[1].lower())
        return f"{beside}: {outcome_words(lines)}."

    def _grid(self, names: Sequence[str], lines: Sequence[ComparedClause]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for index, heading in enumerate((_tr("Clause"), *names)):
            grid.addWidget(words(heading, "label"), 0, index)
        for number, line in enumerate(lines):
            at = 2 * number + 1
            grid.addWidget(hairline(), at, 0, 1, 3)
            word = line.difference.value.capitalize()
            mark = IconMark(self._desk.theme, self._desk.icons, *MARKS[line.difference], size=16)
            grid.addLayout(row(mark, words(word, "strong")), at + 1, 0, TOP)
            grid.addLayout(self._clause(line.before, line.after, Fate.REMOVED), at + 1, 1)
            grid.addLayout(self._clause(line.after, line.before, Fate.ADDED), at + 1, 2)
        return grid

    def _clause(self, clause: Clause | None, beside: Clause | None, fate: Fate) -> QBoxLayout:
        """Return a clause; its words that the one beside it has not are marked with their fate."""
        if clause is None:
            return column(words(_tr("Not there"), "soft"), None, gap=2)
        head = " ".join(part for part in (clause.number, clause.heading) if part)
        text = MarkedWords(self._desk.theme, _side(clause, beside, fate))
        rule = (clause.rule, clause.rule_value)
        parts: list[QLabel] = [words(head, "strong", wrap=True), text]
        if beside is not None and rule != (beside.rule, beside.rule_value):
            stated = f"{clause.rule.value} {clause.rule_value}" if clause.rule else _tr("none")
            parts.append(words(_tr("Rule in a number: {0}.").format(stated), "soft", wrap=True))
        return column(*parts, None, gap=2)

    def _save(self) -> None:
        """Have the Papers page save what is shown."""
        if self.versions is not None:
            self._desk.context.ask("papers", comparison_errand(self.versions))


def _side(clause: Clause, beside: Clause | None, fate: Fate) -> tuple[WordRun, ...]:
    """Return the words of a clause as the side of a comparison whose own words have a fate."""
    if beside is None:
        return (WordRun(clause.text, fate),)
    texts = (clause.text, beside.text) if fate is Fate.REMOVED else (beside.text, clause.text)
    return tuple(run for run in word_changes(*texts) if run.fate in {Fate.KEPT, fate})
