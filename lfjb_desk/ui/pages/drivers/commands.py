"""What can be done about one driver: asked for by button, menu, key or command."""

from __future__ import annotations

from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from lfjb_desk.domain.drivers import Stage
from lfjb_desk.domain.read_models.actions import ActionQuery, Which
from lfjb_desk.domain.read_models.drivers import EventKind
from lfjb_desk.ui.commands import Command, CommandGroup, chosen
from lfjb_desk.ui.pages.drivers import forms
from lfjb_desk.ui.pages.drivers.stops import StopKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from lfjb_desk.domain.drivers import Project
    from lfjb_desk.domain.meetings.meetings import Decision
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.drivers import DriverView, MeasureProgress
    from lfjb_desk.ui.commands import AnyGroup, BoundCommand
    from lfjb_desk.ui.pages.drivers.matrix import DriverChange
    from lfjb_desk.ui.pages.drivers.services import DriversServices
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.widgets.form.form import Form

Subject = TypeVar("Subject")
LONGEST = 60
"""Letters of a title that the words of a command hold."""

ACTION, DECISION = ("actions", "action"), ("governance", "decision")
EVENT_HOMES = {
    EventKind.DONE: ACTION,
    EventKind.DROPPED: ACTION,
    EventKind.RAISED: ACTION,
    EventKind.MOVED: ACTION,
    EventKind.DECIDED: DECISION,
}
"""The page and the kind of the record that something happened to, if not to the driver itself."""


class DriverCommands(QObject):
    """Asks what a command needs to know, and hands it to the history."""

    def __init__(self, desk: Desk, services: DriversServices, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ask = services
        self.judge = Command(self.tr("Judge severity…"), self._judge, "gauge")
        self.link_measure = Command(self.tr("Link a measure…"), self._link_measure, "chart-line")
        self.link_action = Command(self.tr("Link an action…"), self._link_action, "check-square")
        self.link_decision = Command(self.tr("Link a decision…"), self._link_decision, "flag")
        self.new_project = Command(self.tr("New project…"), self._add_project, "plus-bold")
        self.clear = Command(
            self.tr("Take back all that is said of it"), self._clear, "arrow-counter-clockwise"
        )
        self._build_ties()

    def _build_ties(self) -> None:
        """Make the commands on what is tied to a driver."""
        go_to, unlink = self.tr("Go to {0}"), self.tr("Unlink {0}")
        self._open_measure: Command[MeasureProgress] = Command(
            go_to, lambda line: self._go("performance", "measure", line.measure.id), "chart-line"
        )
        self._baseline: Command[MeasureProgress] = Command(
            self.tr("Baseline of {0}…"), self._set_baseline, "ruler"
        )
        self._unlink_measure: Command[MeasureProgress] = Command(
            unlink, self._drop_measure, "link-break"
        )
        self._open_action: Command[ActionRow] = Command(
            go_to, lambda row: self._go("actions", "action", row.action.id), "check-square"
        )
        self._unlink_action: Command[ActionRow] = Command(unlink, self._drop_action, "link-break")
        self._open_decision: Command[Decision] = Command(
            go_to, lambda decision: self._go("governance", "decision", decision.id), "flag"
        )
        self._unlink_decision: Command[Decision] = Command(
            unlink, self._drop_decision, "link-break", offered=_has_a_driver
        )
        self._project_commands: tuple[Command[Project], ...] = (
            Command(self.tr("Change {0}…"), self._change_project, "pencil-simple"),
            *map(self._stage_command, Stage),
            Command(self.tr("Remove {0}"), self._remove_project, "trash"),
        )

    def group(self, current: Callable[[], DriverView | None]) -> CommandGroup[DriverView]:
        """Return all that can be done about the current driver."""
        of_driver = (
            *(self.judge, self.link_measure, self.link_action),
            *(self.link_decision, self.new_project, self.clear),
        )
        return CommandGroup(
            self.tr("The chosen driver"),
            of_driver,
            chosen(current),
            lambda view: view.driver.name,
        )

    def ties(self, current: Callable[[], DriverView | None]) -> Sequence[AnyGroup]:
        """Return all that can be done with what is tied to the current driver."""
        return (
            CommandGroup(
                self.tr("Linked measure"),
                (self._open_measure, self._baseline, self._unlink_measure),
                _tied(current, lambda view: view.measures),
                lambda line: line.measure.name,
                self.tr("a measure"),
            ),
            CommandGroup(
                self.tr("Linked action"),
                (self._open_action, self._unlink_action),
                _tied(current, lambda view: view.actions),
                lambda row: _short(f"{row.action.ref} {row.action.title}"),
                self.tr("an action"),
            ),
            CommandGroup(
                self.tr("Linked decision"),
                (self._open_decision, self._unlink_decision),
                _tied(current, lambda view: view.decisions),
                lambda decision: _short(f"{decision.ref} {decision.text}"),
                self.tr("a decision"),
            ),
            CommandGroup(
                self.tr("Project of the driver"),
                self._project_commands,
                _tied(current, lambda view: [line.project for line in view.projects]),
                lambda project: project.title,
                self.tr("a project"),
            ),
        )

    def changes(self, current: Callable[[], Sequence[DriverChange]]) -> CommandGroup[DriverChange]:
        """Return what can be done with one thing that changed."""
        return CommandGroup(
            self.tr("What changed"),
            (
                Command(
                    self.tr("Go to {0}"), self.open_change, "arrow-right", offered=_is_of_record
                ),
                Command(
                    self.tr("Show its driver"),
                    lambda line: self._go("drivers", "driver", line.driver.id),
                    "git-branch",
                ),
            ),
            current,
            lambda line: line.event.ref,
        )

    def open_change(self, line: DriverChange) -> None:
        """Open the record that something happened to, or else the driver."""
        home = EVENT_HOMES.get(line.event.kind)
        if home is None:
            self._go("drivers", "driver", line.driver.id)
        else:
            self._go(*home, line.event.record_id)

    def of_stop(self, stop: StopKind) -> Command[DriverView]:
        """Return what a stop of the line of sight does that leads nowhere yet."""
        return {
            StopKind.MEASURE: self.link_measure,
            StopKind.ACTIONS: self.link_action,
            StopKind.DECISION: self.link_decision,
        }.get(stop, self.judge)

    def menus(self, view: DriverView) -> Sequence[tuple[str, Sequence[BoundCommand]]]:
        """Return the menus of a driver: measures, actions, decisions, projects, more."""
        measures, actions, decisions, projects = self.ties(lambda: view)
        ties = (
            (self.tr("Measures"), self.link_measure, measures),
            (self.tr("Actions"), self.link_action, actions),
            (self.tr("Decisions"), self.link_decision, decisions),
            (self.tr("Projects"), self.new_project, projects),
        )
        return (
            *((name, (first.bind(view), *tied.ready())) for name, first, tied in ties),
            (self.tr("More"), (self.clear.bind(view),)),
        )

    def _go(self, page: str, kind: str, key: UUID) -> None:
        self._desk.context.go(page, kind, key)

    def _area(self) -> UUID:
        area_id = self._desk.context.area_id
        if area_id is None:  # a driver is shown only in an area
            raise LookupError
        return area_id

    def _judge(self, view: DriverView) -> None:
        form = forms.judge(view, self._ask.people.people(), self._desk.context.today)
        area_id = self._area()
        self._desk.keep(
            form,
            lambda answer: self._ask.drivers.judge(
                area_id,
                view.driver.id,
                severity=answer.severity,
                judged_on=answer.judged_on,
                rationale=answer.rationale,
                lead_id=answer.lead_id,
                review_by=answer.review_by,
            ),
        )

    def _clear(self, view: DriverView) -> None:
        self._desk.history.do(partial(self._ask.drivers.clear, self._area(), view.driver.id))

    def _link_measure(self, view: DriverView) -> None:
        area_id = self._area()
        form = forms.link_measure(view, self._ask.figures.measures())
        self._desk.keep(
            form,
            lambda answer: self._ask.drivers.link_measure(
                area_id, view.driver.id, answer.measure_id, answer.baseline_start
            ),
        )

    def _link_action(self, view: DriverView) -> None:
        query = ActionQuery(self._area(), which=Which.ALL)
        rows = self._ask.actions.rows(query, self._desk.context.today)
        self._desk.keep(
            forms.link_action(view, rows),
            lambda answer: self._ask.drivers.link_action(answer.action_id, view.driver.id),
        )

    def _link_decision(self, view: DriverView) -> None:
        rows = self._ask.decisions.rows(self._area())
        self._desk.keep(
            forms.link_decision(view, rows),
            lambda answer: self._ask.drivers.link_decision(answer.decision_id, view.driver.id),
        )

    def _add_project(self, view: DriverView) -> None:
        area_id = self._area()
        self._desk.keep(
            self._project_form(driver=view),
            lambda answer: self._ask.projects.add(
                area_id, answer.title, initiative_id=answer.initiative_id, **answer.fields()
            ),
        )

    def _set_baseline(self, line: MeasureProgress) -> None:
        self._desk.keep(
            forms.baseline(line),
            lambda answer: self._ask.drivers.set_baseline(line.link_id, answer.baseline_start),
        )

    def _drop_measure(self, line: MeasureProgress) -> None:
        self._desk.history.do(partial(self._ask.drivers.unlink_measure, line.link_id))

    def _drop_action(self, row: ActionRow) -> None:
        self._desk.history.do(partial(self._ask.drivers.link_action, row.action.id, None))

    def _drop_decision(self, decision: Decision) -> None:
        self._desk.history.do(partial(self._ask.drivers.link_decision, decision.id, None))

    def _stage_command(self, stage: Stage) -> Command[Project]:
        label = self.tr("{0}: {1}").replace("{1}", stage.value)
        return Command(
            label,
            lambda project: self._desk.history.do(
                partial(self._ask.projects.set_stage, project.id, stage)
            ),
            offered=lambda project: project.stage is not stage,
        )

    def _remove_project(self, project: Project) -> None:
        self._desk.history.do(partial(self._ask.projects.remove, project.id))

    def _change_project(self, project: Project) -> None:
        self._desk.keep(
            self._project_form(project),
            lambda answer: self._ask.projects.edit(
                project.id, answer.title, initiative_id=answer.initiative_id, **answer.fields()
            ),
        )

    def _project_form(
        self, project: Project | None = None, driver: DriverView | None = None
    ) -> Form[forms.NewProjectAnswer]:
        initiatives = [row.initiative for row in self._ask.library.initiatives()]
        return forms.project(
            self._ask.drivers.drivers(),
            self._ask.people.people(),
            initiatives,
            project,
            driver.driver if driver else None,
        )


def _tied(
    current: Callable[[], DriverView | None], pick: Callable[[DriverView], Sequence[Subject]]
) -> Callable[[], Sequence[Subject]]:
    """Return what of a kind is tied to the current driver, as the subjects of a group."""

    def subjects() -> Sequence[Subject]:
        view = current()
        return () if view is None else pick(view)

    return subjects


def _has_a_driver(decision: Decision) -> bool:
    """Tell whether a decision is on a driver by name; one on all drivers is not unlinked."""
    return decision.driver_id is not None


def _is_of_record(line: DriverChange) -> bool:
    return line.event.kind in EVENT_HOMES


def _short(text: str) -> str:
    return shorten(text, LONGEST, placeholder="…")
