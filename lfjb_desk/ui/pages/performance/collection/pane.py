"""What is under the matrix: the chosen authority, or what came of the files just taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from lfjb_desk.domain.formatting import count, days_late, long_date
from lfjb_desk.ui.widgets.beside import AS_NEEDED, Beside
from lfjb_desk.ui.widgets.boxes import Card, clear, row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.scrolling import Scrolled
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLabel, QPushButton

    from lfjb_desk.domain.read_models.collection import (
        ReturnFinding,
        ReturnLine,
        ReturnStanding,
        SheetRespondent,
    )
    from lfjb_desk.ui.commands import BoundCommand, CommandGroup
    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.widgets.text import Role

FINDINGS_SHOWN = 60
HIGH = 184
LEAST_WORDS = 200
"""How narrow words may be beside their buttons, in pixels of the pictures."""


class CollectionPane(Card):
    """Says in words how things stand with one authority, or with a batch of files."""

    def __init__(
        self,
        theme: ActiveTheme,
        of_standing: CommandGroup[ReturnStanding],
        of_respondent: CommandGroup[SheetRespondent],
    ) -> None:
        super().__init__(flush=True)
        self._theme = theme
        self._of_standing, self._of_respondent = of_standing, of_respondent
        theme.changed.connect(self._fit)
        self._fit()
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(20, 8, 20, 8)
        self._inside.setSpacing(4)
        area = Scrolled(self._inside)
        area.setAccessibleName(self.tr("How it stands"))
        self.body.addWidget(area)

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.px(HIGH))

    def show_nothing(self) -> None:
        """Say what would be shown here."""
        clear(self._inside)
        self._say(self.tr("Choose an authority to see what it has returned."), "soft")
        self._inside.addStretch(1)

    def show_standing(self, standing: ReturnStanding) -> None:
        """Show one authority: what came back, what was found in it, and who is asked."""
        clear(self._inside)
        taking_back, naming = self._of_standing.commands
        offered = [taking_back] if taking_back.offered(standing) else []
        buttons = [command_button(command.bind(standing), "quiet") for command in offered]
        self._show_with(words(standing.authority, "lead", wrap=True), *buttons)
        self._say(self._came(standing))
        self._show_findings(standing.findings)
        self._show_respondents(standing, naming.bind(standing))
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
            sentence = self.tr("{0}: {1} from {2}.")
            figures = count(line.taken, self.tr("figure"))
            self._say(sentence.format(line.authority, figures, line.file_name), "strong")
            self._show_findings(line.findings)
        self._inside.addStretch(1)

    def _came(self, standing: ReturnStanding) -> str:
        if standing.returned is None:
            return (
                self.tr("Nothing has come back, {0}.").format(days_late(standing.days_late))
                if standing.days_late
                else self.tr("Nothing has come back yet.")
            )
        sentence = self.tr("{0} came back on {1}").format(
            standing.returned.file_name, long_date(standing.returned.received_at.date())
        )
        return (
            f"{sentence}, {days_late(standing.days_late)}."
            if standing.days_late
            else f"{sentence}."
        )

    def _show_findings(self, findings: Sequence[ReturnFinding]) -> None:
        if not findings:
            return
        for finding in findings[:FINDINGS_SHOWN]:
            where = ", ".join(part for part in (finding.sheet, finding.cell) if part)
            self._say(f"{where}: {finding.sentence}" if where else finding.sentence, "small")
        more = len(findings) - FINDINGS_SHOWN
        if more > 0:
            self._say(self.tr("And {0} more.").format(f"{more:,}"), "small")

    def _show_respondents(self, standing: ReturnStanding, naming: BoundCommand) -> None:
        add = command_button(naming, "quiet")
        self._show_with(words(self.tr("Who fills it in"), "strong", wrap=True), add)
        for respondent in standing.respondents:
            self._show_respondent(respondent)
        if not standing.respondents:
            self._say(self.tr("Nobody is named, so a reminder has no address."), "soft")

    def _show_respondent(self, respondent: SheetRespondent) -> None:
        buttons = [
            command_button(command, "quiet") for command in self._of_respondent.offered(respondent)
        ]
        name_and_address = (
            f"{respondent.name}, {respondent.email}" if respondent.email else respondent.name
        )
        self._show_with(words(name_and_address, wrap=True), *buttons)

    def _show_with(self, label: QLabel, *buttons: QPushButton) -> None:
        """Show words with their buttons at the right, or under them where that is too narrow."""
        beside = Beside(self._theme, gap=4)
        beside.put(label, least=LEAST_WORDS)
        if buttons:
            beside.put(row(*buttons, gap=4), width=AS_NEEDED)
        self._inside.addLayout(beside)

    def _say(self, text: str, role: Role = "body") -> None:
        self._inside.addWidget(words(text, role, wrap=True))
