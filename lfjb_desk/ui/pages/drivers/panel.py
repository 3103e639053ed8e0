"""What unfolds under a driver: its line of sight, what is said of it, and what can be done."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from lfjb_desk.domain.formatting import long_date
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.drivers.stops import Stop, stops
from lfjb_desk.ui.widgets.boxes import row
from lfjb_desk.ui.widgets.flow import EvenFlow, Flow
from lfjb_desk.ui.widgets.menus import command_button, menu_of
from lfjb_desk.ui.widgets.push_button import PushButton
from lfjb_desk.ui.widgets.reference import reference_to
from lfjb_desk.ui.widgets.text import IconMark, StatusLabel, button, words
from lfjb_desk.ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.read_models.drivers import DriverView, ProjectLine
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.pages.drivers.commands import DriverCommands
    from lfjb_desk.ui.shell.context import Context

LONGEST = 52
"""How many letters of a title a box shows; its tooltip has them all."""
LEAST_STOP = 184
"""How narrow a stop of the line of sight may be; the others go below."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("DriverPanel", text)


class StopBox(PushButton):
    """A stop of the line of sight as a button that leads there."""

    def __init__(self, theme: ActiveTheme, icons: Icons, stop: Stop) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setAccessibleName(
            ", ".join(part for part in (stop.head, stop.text, stop.note) if part)
        )
        set_tip(self, stop.text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(4)
        head = words(stop.head, "small")
        box.addLayout(row(IconMark(theme, icons, stop.icon, "accent", 16), head, None))
        box.addWidget(words(shorten(stop.text, LONGEST, placeholder="…"), "strong", wrap=True))
        box.addStretch(1)
        if stop.note:
            late = stop.tone is StatusTone.LATE
            box.addWidget(StatusLabel(theme, icons, stop.tone, stop.note, strong=late, wrap=True))
        for child in self.findChildren(QFrame):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class DriverPanel(QFrame):
    """The open row of a driver."""

    def __init__(
        self,
        theme: ActiveTheme,
        icons: Icons,
        view: DriverView,
        coming: MeetingRow | None,
        record_commands: DriverCommands,
        context: Context,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._theme, self._icons, self._commands = theme, icons, record_commands
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(16, 12, 16, 12)
        self._body.setSpacing(6)
        self._show_line(stops(view, coming, context.today), context.go, view)
        self._show_words(view)
        self._show_measures(view, context.go)
        self._show_rest(view)
        self._show_buttons(view)

    def _show_line(
        self,
        line: tuple[Stop, ...],
        go: Callable[[str, str, UUID | None], None],
        view: DriverView,
    ) -> None:
        across = EvenFlow(self._theme, LEAST_STOP)
        for index, stop in enumerate(line):
            box = StopBox(self._theme, self._icons, stop)
            if stop.page:
                box.clicked.connect(lambda _=False, s=stop: go(s.page, s.kind, s.key))
            else:
                command = self._commands.of_stop(stop.place).bind(view)
                box.clicked.connect(lambda _=False, run=command.run: run())
            step = QWidget()
            arrow = IconMark(self._theme, self._icons, "arrow-right", "soft", 16)
            arrow.setVisible(index + 1 < len(line))
            inside = row(box, arrow)
            inside.setStretch(0, 1)
            step.setLayout(inside)
            across.addWidget(step)
        self._body.addLayout(across)

    def _show_words(self, view: DriverView) -> None:
        sentences = []
        if view.standing is not None and view.standing.rationale:
            sentences.append(view.standing.rationale)
        if view.lead:
            sentences.append(_tr("Lead: {0}.").format(view.lead))
        if view.standing is not None and view.standing.review_by is not None:
            sentences.append(_tr("Review by {0}.").format(long_date(view.standing.review_by)))
        if sentences:
            self._body.addWidget(words(" ".join(sentences), wrap=True))

    def _show_measures(self, view: DriverView, go: Callable[[str, str, UUID], None]) -> None:
        """Show every measure of the driver, not the first alone, and where each has come to."""
        for line in view.measures:
            name = reference_to(line.name, go, "performance", "measure", line.measure.id)
            self._body.addWidget(name)
            if line.now is not None:  # what has no figure stands among the gaps
                self._body.addWidget(words(line.sentence, wrap=True))

    def _show_rest(self, view: DriverView) -> None:
        for project in view.projects:
            self._body.addWidget(words(self.project_words(project), wrap=True))
        for gap in view.gaps:
            self._body.addWidget(
                StatusLabel(self._theme, self._icons, StatusTone.SOON, gap.sentence)
            )
        if view.measures and view.actions:
            note = _tr("The order of events is shown; it is no proof of cause.")
            self._body.addWidget(words(note, "small", wrap=True))

    def _show_buttons(self, view: DriverView) -> None:
        made: list[QPushButton] = [command_button(self._commands.judge.bind(view))]
        for text, commands in self._commands.menus(view):
            opener = button(text)
            opener.setMenu(menu_of(commands, opener))
            made.append(opener)
        buttons = Flow()
        for opener in made:
            buttons.addWidget(opener)
        self._body.addLayout(buttons)

    @staticmethod
    def project_words(line: ProjectLine) -> str:
        """Return a project in one sentence: its stage, lead and end."""
        project = line.project
        sentence = _tr("Project: {0}, {1}").format(project.title, project.stage.value)
        if line.lead:
            sentence += _tr(", led by {0}").format(line.lead)
        if project.ends is not None:
            sentence += _tr(", to {0}").format(long_date(project.ends))
        return f"{sentence}."
