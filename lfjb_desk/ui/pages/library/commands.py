"""What can be done with a project that an initiative was taken up as."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.ui.commands import Command, CommandGroup
from lfjb_desk.ui.pages.library import forms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lfjb_desk.domain.drivers import Project
    from lfjb_desk.services.drivers.library import LibraryService
    from lfjb_desk.services.drivers.projects import ProjectService
    from lfjb_desk.services.governance.people import PeopleService
    from lfjb_desk.ui.shell.contract import Desk


class LibraryCommands(QObject):
    """Asks what a command needs to know, and hands it to the history."""

    def __init__(
        self,
        desk: Desk,
        library: LibraryService,
        projects: ProjectService,
        people: PeopleService,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._library, self._projects, self._people = library, projects, people
        self.open_driver: Command[Project] = Command(
            self.tr("Its driver"), self._open_driver, "git-branch", offered=_has_driver
        )
        self.change: Command[Project] = Command(
            self.tr("Change…"), self._change, "pencil-simple", offered=_has_initiative
        )
        self.remove: Command[Project] = Command(self.tr("Remove"), self._remove, "trash")

    def group(self, projects: Callable[[], Sequence[Project]]) -> CommandGroup[Project]:
        """Return all that can be done with projects, in the order of their buttons."""
        return CommandGroup(
            self.tr("Project taken up here"),
            (self.open_driver, self.change, self.remove),
            projects,
            lambda project: project.title,
        )

    def _open_driver(self, project: Project) -> None:
        self._desk.context.go("drivers", "driver", project.driver_id)

    def _change(self, project: Project) -> None:
        if project.initiative_id is None:
            return
        detail = self._library.detail(project.initiative_id, project.area_id)
        self._desk.keep(
            forms.change(project, detail, self._people.people()),
            lambda answer: self._projects.edit(project.id, answer.title, **answer.fields()),
        )

    def _remove(self, project: Project) -> None:
        self._desk.history.do(partial(self._projects.remove, project.id))


def _has_driver(project: Project) -> bool:
    return project.driver_id is not None


def _has_initiative(project: Project) -> bool:
    return project.initiative_id is not None
