"""What can be done about one driver: asked for by button, menu, key or command."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.domain.drivers import Stage
from lfjb_desk.domain.read_models.actions import ActionQuery, Which
from lfjb_desk.ui.pages.drivers import forms
from lfjb_desk.ui.widgets.menus import menu_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QAction

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.drivers import Project
    from lfjb_desk.domain.read_models.drivers import DriverView
    from lfjb_desk.ui.pages.drivers.services import DriversServices
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.widgets.form import Answers, Form


class DriverCommands(QObject):
    """Asks what a command needs to know, and hands it to the history."""

    def __init__(self, desk: Desk, services: DriversServices, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ask = services
        self._doing: dict[str, Callable[[DriverView], object]] = {
            "judge": self._judge,
            "clear": self._clear,
            "link chart-line": self._link_measure,
            "link check-square": self._link_action,
            "link flag": self._link_decision,
            "project": self._add_project,
        }

    def do(self, command: str, view: DriverView) -> None:
        """Carry out a command by its name."""
        self._doing[command](view)

    def menus(self, view: DriverView) -> Sequence[tuple[str, Sequence[QAction]]]:
        """Return the menus of a driver: measures, actions, decisions, projects, more."""
        return (
            (self.tr("Measures"), self._measure_entries(view)),
            (self.tr("Actions"), self._action_entries(view)),
            (self.tr("Decisions"), self._decision_entries(view)),
            (self.tr("Projects"), self._project_entries(view)),
            (
                self.tr("More"),
                [self._entry(self.tr("Take back all that is said of it"), "clear", view)],
            ),
        )

    def _measure_entries(self, view: DriverView) -> list[QAction]:
        entries = [self._entry(self.tr("Link a measure…"), "link chart-line", view)]
        for line in view.measures:
            name = line.measure.name
            link = partial(self._ask.drivers.set_baseline, line.link_id)
            entries.append(
                self._act(
                    self.tr("Baseline of {0}…").format(name),
                    partial(self._keep_linked, forms.baseline(line), link),
                )
            )
            unlink = partial(self._ask.drivers.unlink_measure, line.link_id)
            entries.append(self._undoable(self.tr("Unlink {0}").format(name), unlink))
        return entries

    def _action_entries(self, view: DriverView) -> list[QAction]:
        entries = [self._entry(self.tr("Link an action…"), "link check-square", view)]
        for one in view.actions:
            key, named = one.action.id, f"{one.action.ref} {one.action.title}"
            entries.append(self._act(named, partial(self._go, "actions", "action", key)))
        for one in view.actions:
            unlink = partial(self._ask.drivers.link_action, one.action.id, None)
            entries.append(self._undoable(self.tr("Unlink {0}").format(one.action.ref), unlink))
        return entries

    def _decision_entries(self, view: DriverView) -> list[QAction]:
        entries = [self._entry(self.tr("Link a decision…"), "link flag", view)]
        for one in view.decisions:
            go = partial(self._go, "meetings", "meeting", one.meeting_id)
            entries.append(self._act(f"{one.ref} {one.text}", go))
        for one in view.decisions:
            unlink = partial(self._ask.drivers.link_decision, one.id, None)
            entries.append(self._undoable(self.tr("Unlink {0}").format(one.ref), unlink))
        return entries

    def _project_entries(self, view: DriverView) -> list[QAction]:
        entries = [self._entry(self.tr("New project…"), "project", view)]
        for line in view.projects:
            project = line.project
            change = partial(self._change_project, project)
            entries.append(self._act(self.tr("Change {0}…").format(project.title), change))
            for stage in Stage:
                if stage is not project.stage:
                    text = self.tr("{0}: {1}").format(project.title, stage.value)
                    move = partial(self._ask.projects.set_stage, project.id, stage)
                    entries.append(self._undoable(text, move))
            remove = partial(self._ask.projects.remove, project.id)
            entries.append(self._undoable(self.tr("Remove {0}").format(project.title), remove))
        return entries

    def _entry(self, text: str, command: str, view: DriverView) -> QAction:
        return self._act(text, partial(self.do, command, view))

    def _undoable(self, text: str, command: Callable[[], Change]) -> QAction:
        return self._act(text, partial(self._desk.history.do, command))

    def _act(self, text: str, run: Callable[[], object]) -> QAction:
        return menu_entry(text, run)

    def _go(self, page: str, kind: str, key: UUID) -> None:
        self._desk.context.go(page, kind, key)

    def _keep(self, form: Form, command: Callable[[Answers], Change]) -> None:
        self._desk.keep(form, command)

    def _keep_linked(self, form: Form, command: Callable[..., Change]) -> None:
        self._keep(form, lambda answers: command(**answers))

    def _area(self) -> UUID:
        area_id = self._desk.context.area_id
        if area_id is None:  # a driver is shown only in an area
            raise LookupError
        return area_id

    def _judge(self, view: DriverView) -> None:
        form = forms.judge(view, self._ask.people.people(), self._desk.context.today)
        area_id = self._area()
        self._keep(form, lambda a: self._ask.drivers.judge(area_id, view.driver.id, **a))

    def _clear(self, view: DriverView) -> None:
        self._desk.history.do(partial(self._ask.drivers.clear, self._area(), view.driver.id))

    def _link_measure(self, view: DriverView) -> None:
        area_id = self._area()
        form = forms.link_measure(view, self._ask.figures.measures())
        self._keep(form, lambda a: self._ask.drivers.link_measure(area_id, view.driver.id, **a))

    def _link_action(self, view: DriverView) -> None:
        query = ActionQuery(self._area(), which=Which.ALL)
        rows = self._ask.actions.rows(query, self._desk.context.today)
        command = partial(self._ask.drivers.link_action, driver_id=view.driver.id)
        self._keep_linked(forms.link_action(view, rows), command)

    def _link_decision(self, view: DriverView) -> None:
        rows = self._ask.decisions.rows(self._area())
        command = partial(self._ask.drivers.link_decision, driver_id=view.driver.id)
        self._keep_linked(forms.link_decision(view, rows), command)

    def _add_project(self, view: DriverView) -> None:
        command = partial(self._ask.projects.add, self._area())
        self._keep_linked(self._project_form(driver=view), command)

    def _change_project(self, project: Project) -> None:
        command = partial(self._ask.projects.edit, project.id)
        self._keep_linked(self._project_form(project), command)

    def _project_form(
        self, project: Project | None = None, driver: DriverView | None = None
    ) -> Form:
        initiatives = [one.initiative for one in self._ask.library.initiatives()]
        return forms.project(
            self._ask.drivers.drivers(),
            self._ask.people.people(),
            initiatives,
            project,
            driver.driver if driver else None,
        )
