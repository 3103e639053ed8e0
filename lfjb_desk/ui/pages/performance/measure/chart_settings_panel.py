"""How a measure is judged in a place: rule set, baseline, steps, and the targets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.read_models.actions import ActionQuery, Which
from lfjb_desk.ui.commands import Command, CommandGroup, page_command, page_group
from lfjb_desk.ui.pages.performance.measure import chart_settings_forms as forms
from lfjb_desk.ui.pages.performance.measures.targets import ShownSeries, Targets
from lfjb_desk.ui.widgets.boxes import clear, column, hairline, row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.reference import reference_to
from lfjb_desk.ui.widgets.scrolling import Scrolled, from_top
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QLabel

    from lfjb_desk.domain.figures.charts import ChartPlan, ChartStep
    from lfjb_desk.domain.figures.figures import Target
    from lfjb_desk.domain.figures.targets import TargetPlace
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk


class ChartSettingsPanel(Scrolled):
    """Shows and changes the rules, steps and targets of one measure in one place."""

    def __init__(
        self, desk: Desk, services: PerformanceServices, chosen_day: Callable[[Series], date]
    ) -> None:
        """Begin a new step where `chosen_day` says that the chosen figure begins."""
        self._body = column(gap=6)
        self._body.setContentsMargins(0, 0, 8, 0)
        super().__init__(self._body)
        self._desk, self._ask, self._chosen_day = desk, services, chosen_day
        self._series: Series | None = None
        self._plan: ChartPlan | None = None
        self._steps: tuple[ChartStep, ...] = ()
        self.targets = Targets(desk, services, self)
        self._build_commands()
        self.setAccessibleName(self.tr("Limits, steps and targets"))

    def show_series(
        self, series: Series, plan: ChartPlan, targets: Sequence[Target], place: TargetPlace
    ) -> None:
        """Show how a series is judged."""
        self._series, self._plan = series, plan
        here = (series.measure.id, series.place_kind, series.place_code)
        self._steps = self._ask.control.steps(*here)
        clear(self._body)
        from_top(self, here)
        self._add_rules(series, plan)
        self._add_steps(series)
        self._body.addWidget(hairline())
        first, last = series.points[0], series.latest
        on_page = ShownSeries(place, first.end, last.start, last.end, series.aims)
        self.targets.fill(self._body, series.measure, targets, on_page)
        self._body.addWidget(hairline())
        self._body.addWidget(words(self.tr("What it means"), "strong"))
        self._body.addWidget(words(series.measure.definition, wrap=True))
        if series.parts:
            parts = ", ".join(part.name for part in series.parts)
            worked = self.tr("Worked out, never typed: {0}. From {1}.")
            text = worked.format(series.measure.formula, parts)
            self._body.addWidget(words(text, "small", wrap=True))
        self._body.addStretch(1)

    def command_groups(self) -> Sequence[AnyGroup]:
        """Return all that can be done with the limits, steps and targets."""
        measure = page_group(self.tr("The measure shown"), self._choose_rules, self._new_step)
        return (measure, self._of_step, *self.targets.command_groups())

    def _build_commands(self) -> None:
        def has_series() -> bool:
            return self._series is not None

        self._choose_rules = page_command(
            self.tr("Choose how it is judged"), self.change_plan, "sliders", offered=has_series
        )
        self._new_step = page_command(
            self.tr("New step"), self.add_step, "plus-bold", offered=has_series
        )
        self._of_step: CommandGroup[ChartStep] = CommandGroup(
            self.tr("A step of the measure"),
            (
                Command(self.tr("Change…"), self.change_step, "pencil-simple"),
                Command(self.tr("Remove"), lambda step: self._remove(step.id), "trash"),
            ),
            lambda: self._steps,
            lambda step: self.tr("the step {0}").format(step.reason),
        )

    def change_plan(self) -> None:
        """Ask by which rules the measure is judged here, and keep them."""
        series, plan = self._series, self._plan
        if series is not None and plan is not None:
            place = (series.measure.id, series.place_kind, series.place_code)
            self._desk.keep(
                forms.plan(series, plan),
                lambda answer: self._ask.control.set_plan(
                    *place,
                    rules=answer.rules,
                    fix_after=answer.fix_after,
                    screen_outliers=answer.screen_outliers,
                ),
            )

    def add_step(self) -> None:
        """Ask from which day on the limits are worked out anew, and why."""
        series = self._series
        if series is not None:
            place = (series.measure.id, series.place_kind, series.place_code)
            form = forms.step(series, self._behind(), self._chosen_day(series), None)
            self._desk.keep(
                form,
                lambda answer: self._ask.control.add_step(
                    *place,
                    starts=answer.starts,
                    reason=answer.reason,
                    action_id=answer.action_id,
                    project_id=answer.project_id,
                ),
            )

    def change_step(self, step: ChartStep) -> None:
        """Ask for another day, reason or thing behind a step."""
        if self._series is not None:
            form = forms.step(self._series, self._behind(), step.starts, step)
            self._desk.keep(
                form,
                lambda answer: self._ask.control.change_step(
                    step.id,
                    starts=answer.starts,
                    reason=answer.reason,
                    action_id=answer.action_id,
                    project_id=answer.project_id,
                ),
            )

    def _add_rules(self, series: Series, plan: ChartPlan) -> None:
        change = command_button(self._choose_rules.bind(None), "quiet")
        self._body.addLayout(row(words(self.tr("Rules and limits"), "strong"), None, change))
        self._body.addWidget(words(" ".join(series.narrative.full_note), wrap=True))
        screened = self.tr("Very large jumps are left out of the limits once.")
        kept = self.tr("Every jump counts for the limits.")
        self._body.addWidget(words(screened if plan.screen_outliers else kept, "small", wrap=True))
        self._body.addWidget(hairline())

    def _add_steps(self, series: Series) -> None:
        new = command_button(self._new_step.bind(None), "quiet")
        self._body.addLayout(row(words(self.tr("Steps"), "strong"), None, new))
        marks = {mark.step_id: mark for mark in series.steps}
        for step in self._steps:
            mark = marks.get(step.id)
            buttons = [command_button(command, "quiet") for command in self._of_step.offered(step)]
            sentence = self.tr("New limits from {0}: {1}").format(
                long_date(step.starts), step.reason
            )
            line = row(words(sentence, wrap=True), *buttons, gap=4)
            line.setStretch(0, 1)
            self._body.addLayout(line)
            if mark is not None and mark.behind:
                self._body.addWidget(self._behind_step(step, mark.behind))
            idle = forms.idle_words(series, step.starts)
            if idle:
                self._body.addWidget(words(idle, "small", wrap=True))
        if not self._steps:
            none = self.tr("No step: one average and one pair of limits for all figures.")
            if series.control is not None and len(series.control.phases) > 1:
                none = self.tr("No step: a gap in the figures alone makes the limits start anew.")
            self._body.addWidget(words(none, "soft", wrap=True))

    def _behind_step(self, step: ChartStep, text: str) -> QLabel:
        """Return what stands behind a step: an action opens, a project on its driver."""
        go = self._desk.context.go
        if step.action_id is not None:
            return reference_to(text, go, "actions", "action", step.action_id)
        projects = self._behind()[1]
        found = (each.project for each in projects if each.project.id == step.project_id)
        project = next(found, None)
        if project is not None and project.driver_id is not None:
            return reference_to(text, go, "drivers", "driver", project.driver_id)
        return words(text, "small", wrap=True)

    def _remove(self, step_id: UUID) -> None:
        self._desk.history.do(partial(self._ask.control.remove_step, step_id))

    def _behind(self) -> forms.Behind:
        """Return the actions and projects of the area, of which one may stand behind a step."""
        area = self._desk.context.area_id
        if area is None:
            return (), ()
        today = self._desk.context.today
        actions = self._ask.actions.rows(ActionQuery(area, which=Which.ALL), today)
        return actions, self._ask.projects.projects(area)
