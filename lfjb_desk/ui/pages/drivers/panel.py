"""What unfolds under a driver: its line of sight, what is said of it, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout

from lfjb_desk.domain.formatting import days_late, long_date, short_date
from lfjb_desk.domain.meetings import DecisionState
from lfjb_desk.services.papers.definition import PaperOffer
from lfjb_desk.services.papers.registry import offered
from lfjb_desk.ui.pages.drivers.table import way
from lfjb_desk.ui.theme import StatusTone
from lfjb_desk.ui.widgets.boxes import row
from lfjb_desk.ui.widgets.menus import menu_of
from lfjb_desk.ui.widgets.text import IconMark, StatusLabel, button, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.read_models.drivers import DriverView, ProjectLine
    from lfjb_desk.domain.read_models.meetings import MeetingRow
    from lfjb_desk.ui.icons import Icons
    from lfjb_desk.ui.pages.drivers.commands import DriverCommands
    from lfjb_desk.ui.shell.context import Context
    from lfjb_desk.ui.theme import ActiveTheme

LONGEST = 52
"""How many letters of a title a box shows; its tooltip has them all."""
HIGH = 112
"""How high a box is, in pixels of a 14 pixel text."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("DriverPanel", text)


@dataclass(frozen=True)
class Stop:
    """One stop of the line of sight, and the page and record that it leads to."""

    icon: str
    head: str
    text: str
    note: str = ""
    tone: StatusTone = StatusTone.PLAIN
    page: Literal["", "performance", "actions", "meetings", "papers"] = ""
    kind: str = ""
    key: UUID | None = None


def stops(view: DriverView, coming: MeetingRow | None, today: date) -> tuple[Stop, ...]:
    """Return the line of sight: driver, measure, actions, decision, paper."""
    return (_driver(view, today), _measure(view), _actions(view), _decision(view), _paper(coming))


def _driver(view: DriverView, today: date) -> Stop:
    held = view.standing
    note = view.severity_word.capitalize()
    if held is not None and held.judged_on is not None:
        note = _tr("{0}, {1}").format(note, short_date(held.judged_on, today))
    return Stop("git-branch", _tr("Driver"), view.driver.name, note, StatusTone.OPEN)


def _measure(view: DriverView) -> Stop:
    if not view.measures:
        return Stop("chart-line", _tr("Measure"), _tr("None linked"))
    first = view.measures[0]
    tone, note = way(first)
    name, key = first.measure.name, first.measure.id
    return Stop("chart-line", _tr("Measure"), name, note, tone, "performance", "measure", key)


def _actions(view: DriverView) -> Stop:
    if not view.open:
        return Stop("check-square", _tr("Actions"), _tr("None open"))
    first = view.open[0]
    tone, note = StatusTone.OPEN, first.status_words
    if first.days_late > 0:
        tone, note = StatusTone.LATE, days_late(first.days_late)
    text = f"{first.action.ref} {first.action.title}"
    return Stop(
        "check-square", _tr("Actions"), text, note, tone, "actions", "action", first.action.id
    )


def _decision(view: DriverView) -> Stop:
    if not view.decisions:
        return Stop("flag", _tr("Decision"), _tr("None recorded"))
    newest = view.decisions[0]
    stands = newest.state is DecisionState.IN_FORCE
    return Stop(
        "flag",
        _tr("Decision"),
        f"{newest.ref} {newest.text}",
        newest.state.value.capitalize(),
        StatusTone.GOOD if stands else StatusTone.SAME,
        "meetings",
        "meeting",
        newest.meeting_id,
    )


def _paper(coming: MeetingRow | None) -> Stop:
    note = _tr("No meeting is planned")
    if coming is not None:
        note = _tr("For {0}").format(long_date(coming.meeting.held_on))
    title = ", ".join(paper.title for paper in offered(PaperOffer.DRIVERS))
    return Stop("file-text", _tr("Paper"), title, note, StatusTone.PLAIN, "papers")


class StopBox(QPushButton):
    """A stop of the line of sight as a button that leads there."""

    def __init__(self, theme: ActiveTheme, icons: Icons, stop: Stop) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setAccessibleName(
            ", ".join(part for part in (stop.head, stop.text, stop.note) if part)
        )
        self.setToolTip(stop.text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(4)
        head = words(stop.head, "small")
        box.addLayout(row(IconMark(theme, icons, stop.icon, "accent", 16), head, None))
        box.addWidget(words(shorten(stop.text, LONGEST, placeholder="…"), "strong", wrap=True))
        box.addStretch(1)
        if stop.note:
            box.addWidget(
                StatusLabel(theme, icons, stop.tone, stop.note, strong=stop.tone is StatusTone.LATE)
            )
        for child in self.findChildren(QFrame):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedHeight(theme.px(HIGH))


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
        self._theme, self._icons, self._record_commands = theme, icons, record_commands
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(16, 12, 16, 12)
        self._body.setSpacing(6)
        self._show_line(stops(view, coming, context.today), context.go, view)
        self._show_words(view)
        self._show_buttons(view)

    def _show_line(
        self,
        line: tuple[Stop, ...],
        go: Callable[[str, str, UUID | None], None],
        view: DriverView,
    ) -> None:
        across = row(gap=8)
        for place, stop in enumerate(line):
            if place:
                across.addWidget(IconMark(self._theme, self._icons, "arrow-right", "soft", 16))
            box = StopBox(self._theme, self._icons, stop)
            if stop.page:
                box.clicked.connect(lambda _=False, s=stop: go(s.page, s.kind, s.key))
            else:
                command = "judge" if place == 0 else f"link {stop.icon}"
                box.clicked.connect(
                    lambda _=False, command=command: self._record_commands.do(command, view)
                )
            across.addWidget(box, 1)
        self._body.addLayout(across)

    def _show_words(self, view: DriverView) -> None:
        said = []
        if view.standing is not None and view.standing.rationale:
            said.append(view.standing.rationale)
        if view.lead:
            said.append(_tr("Lead: {0}.").format(view.lead))
        if view.standing is not None and view.standing.review_by is not None:
            said.append(_tr("Review by {0}.").format(long_date(view.standing.review_by)))
        if said:
            self._body.addWidget(words(" ".join(said), wrap=True))
        for line in view.measures:
            if line.now is not None:
                self._body.addWidget(words(f"{line.measure.name}: {line.sentence}", wrap=True))
        for one in view.projects:
            self._body.addWidget(words(self.project_words(one), wrap=True))
        for gap in view.gaps:
            self._body.addWidget(StatusLabel(self._theme, self._icons, StatusTone.SOON, gap))
        if view.measures and view.actions:
            note = _tr("The order of events is shown; it is no proof of cause.")
            self._body.addWidget(words(note, "small", wrap=True))

    def _show_buttons(self, view: DriverView) -> None:
        judge = button(_tr("Judge severity…"))
        judge.clicked.connect(lambda: self._record_commands.do("judge", view))
        made: list[QPushButton] = [judge]
        for text, entries in self._record_commands.menus(view):
            opener = button(text)
            opener.setMenu(menu_of(entries, opener))
            made.append(opener)
        self._body.addLayout(row(*made, None))

    @staticmethod
    def project_words(line: ProjectLine) -> str:
        """Return a project in one sentence: its stage, lead and end."""
        project = line.project
        said = _tr("Project: {0}, {1}").format(project.title, project.stage.value)
        if line.lead:
            said += _tr(", led by {0}").format(line.lead)
        if project.ends is not None:
            said += _tr(", to {0}").format(long_date(project.ends))
        return f"{said}."
