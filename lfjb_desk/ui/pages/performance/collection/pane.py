"""What is under the matrix: the chosen authority, or what came of the files just taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from lfjb_desk.domain.formatting import count, days_late, long_date
from lfjb_desk.ui.widgets.boxes import Card, clear, row
from lfjb_desk.ui.widgets.text import button, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.read_models.collection import (
        ReturnFinding,
        ReturnLine,
        ReturnStanding,
        SheetRespondent,
    )
    from lfjb_desk.ui.theme import ActiveTheme
    from lfjb_desk.ui.widgets.text import Role

FINDINGS_SHOWN = 60
HIGH = 184


class CollectionPane(Card):
    """Says in words how things stand with one authority, or with a batch of files."""

    respondent_wanted = Signal(object)
    """The `ReturnStanding` for which a respondent is to be named."""
    change_wanted = Signal(object)
    """The `SheetRespondent` whose name or address is to be changed."""
    removal_wanted = Signal(object)
    """The `SheetRespondent` who is to be taken off the list."""
    take_back_wanted = Signal(object)
    """The `ReturnStanding` whose return is to be taken out again."""

    def __init__(self, theme: ActiveTheme) -> None:
        super().__init__(flush=True)
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(20, 8, 20, 8)
        self._inside.setSpacing(4)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("How it stands"))
        area.setWidget(inside)
        self.body.addWidget(area)

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.px(HIGH))

    def show_nothing(self) -> None:
        """Say what would be shown here."""
        clear(self._inside)
        self._say(self.tr("Choose an authority to see what it has returned."), "soft")
        self._inside.addStretch(1)

    def show_standing(self, one: ReturnStanding) -> None:
        """Show one authority: what came back, what was found in it, and who is asked."""
        clear(self._inside)
        head = row(words(one.authority, "lead"), None)
        if one.returned is not None:
            back = button(self.tr("Take this return back"), "quiet")
            back.clicked.connect(lambda: self.take_back_wanted.emit(one))
            head.addWidget(back)
        self._inside.addLayout(head)
        self._say(self._came(one))
        self._show_findings(one.findings)
        self._show_respondents(one)
        self._inside.addStretch(1)

    def show_lines(self, lines: Sequence[ReturnLine]) -> None:
        """Show what came of the files that were taken in together."""
        clear(self._inside)
        taken = sum(not line.refused for line in lines)
        head = self.tr("{0} taken in, {1} refused")
        self._say(head.format(count(taken, self.tr("file")), len(lines) - taken), "lead")
        for line in lines:
            if line.refused:
                self._say(f"▲ {line.refused}", "fault")
                continue
            said = self.tr("{0}: {1} from {2}.")
            figures = count(line.taken, self.tr("figure"))
            self._say(said.format(line.authority, figures, line.file_name), "strong")
            self._show_findings(line.findings)
        self._inside.addStretch(1)

    def _came(self, one: ReturnStanding) -> str:
        if one.returned is None:
            return (
                self.tr("Nothing has come back, {0}.").format(days_late(one.days_late))
                if one.days_late
                else self.tr("Nothing has come back yet.")
            )
        said = self.tr("{0} came back on {1}").format(
            one.returned.file_name, long_date(one.returned.received_at.date())
        )
        return f"{said}, {days_late(one.days_late)}." if one.days_late else f"{said}."

    def _show_findings(self, findings: Sequence[ReturnFinding]) -> None:
        if not findings:
            return
        for finding in findings[:FINDINGS_SHOWN]:
            where = ", ".join(part for part in (finding.sheet, finding.cell) if part)
            self._say(f"{where}: {finding.sentence}" if where else finding.sentence, "small")
        more = len(findings) - FINDINGS_SHOWN
        if more > 0:
            self._say(self.tr("And {0} more.").format(f"{more:,}"), "small")

    def _show_respondents(self, one: ReturnStanding) -> None:
        add = button(self.tr("Add respondent"), "quiet")
        add.clicked.connect(lambda: self.respondent_wanted.emit(one))
        self._inside.addLayout(row(words(self.tr("Who fills it in"), "strong"), None, add))
        for asked in one.respondents:
            self._show_respondent(asked)
        if not one.respondents:
            self._say(self.tr("Nobody is named, so a reminder has no address."), "soft")

    def _show_respondent(self, asked: SheetRespondent) -> None:
        change = button(self.tr("Change"), "quiet", name=self.tr("Change {0}").format(asked.name))
        change.clicked.connect(lambda: self.change_wanted.emit(asked))
        remove = button(self.tr("Remove"), "quiet", name=self.tr("Remove {0}").format(asked.name))
        remove.clicked.connect(lambda: self.removal_wanted.emit(asked))
        said = f"{asked.name}, {asked.email}" if asked.email else asked.name
        self._inside.addLayout(row(words(said), None, change, remove, gap=4))

    def _say(self, text: str, role: Role = "body") -> None:
        self._inside.addWidget(words(text, role, wrap=True))
