"""The pane beside the list: one initiative in full, and what this area made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.drivers import Stance
from lfjb_desk.domain.formatting import listed, long_date
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.widgets.boxes import Detail, row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.reference import reference_to
from lfjb_desk.ui.widgets.text import StatusLabel, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from lfjb_desk.domain.drivers import Project
    from lfjb_desk.domain.read_models.drivers import ProjectLine
    from lfjb_desk.domain.read_models.library import InitiativeDetail
    from lfjb_desk.ui.commands import BoundCommand, CommandGroup
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme


class InitiativePane(Detail):
    """Shows one initiative, and offers to take it up."""

    def __init__(
        self,
        theme: ActiveTheme,
        icons: Icons,
        take_up: BoundCommand,
        projects: CommandGroup[Project],
        go: Callable[[str, str, UUID], None],
    ) -> None:
        """`go` opens a page (its key) and a record there (its kind and id)."""
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Chosen initiative"))
        self._theme, self._icons = theme, icons
        self._take_up, self._projects, self._go = take_up, projects, go

    def show_initiative(self, detail: InitiativeDetail | None) -> None:
        """Show an initiative, or say how to choose one."""
        self.clear(detail and detail.initiative.id)
        if detail is None:
            self.body.addWidget(words(self.tr("Choose an initiative to read it here."), "soft"))
            self.body.addStretch(1)
            return
        initiative = detail.initiative
        self.body.addWidget(words(initiative.title, "lead", wrap=True))
        self.body.addWidget(
            words(f"{detail.theme.name}  ·  {initiative.place}", "small", wrap=True)
        )
        for line in detail.projects:
            self._show_project(line)
        self._add_text(self.tr("What it is"), initiative.summary)
        self._add_text(self.tr("What came of it"), initiative.outcomes or self.tr("Not stated"))
        self._show_map(detail)
        self._add_text(self.tr("Source"), initiative.source, small=True)
        self.body.addStretch(1)
        self.foot.addWidget(command_button(self._take_up, "primary"))

    def _show_project(self, line: ProjectLine) -> None:
        project = line.project
        self._add_heading(self.tr("Here"))
        status = StatusLabel(
            self._theme, self._icons, StatusTone.GOOD, project.stage.value.capitalize()
        )
        self.body.addWidget(status)
        parts = [line.lead or self.tr("Nobody leads on it")]
        if project.starts is not None:
            parts.append(self.tr("from {0}").format(long_date(project.starts)))
        if project.ends is not None:
            parts.append(self.tr("to {0}").format(long_date(project.ends)))
        self.body.addWidget(words(", ".join(parts), wrap=True))
        if project.expected:
            self.body.addWidget(words(project.expected, wrap=True))
        made = [command_button(command) for command in self._projects.offered(project)]
        self.body.addLayout(row(*made, None))

    def _show_map(self, detail: InitiativeDetail) -> None:
        self._add_heading(self.tr("Drivers of delay, as the guide's map says"))
        for stance in Stance:
            drivers = [driver for driver, own in detail.stances if own is stance]
            if not drivers:
                continue
            names = listed([driver.name for driver in drivers])
            text = names if len(drivers) < len(detail.stances) else self.tr("all ten")
            self.body.addWidget(words(f"{stance.value.capitalize()}: {text}.", wrap=True))
            if stance is Stance.PRESENT:
                for driver in drivers:
                    self.body.addWidget(
                        reference_to(driver.name, self._go, "drivers", "driver", driver.id)
                    )

    def _add_text(self, heading: str, text: str, *, small: bool = False) -> None:
        self._add_heading(heading)
        self.body.addWidget(words(text, "small" if small else "body", wrap=True))

    def _add_heading(self, text: str) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(words(text, "strong", wrap=True))
