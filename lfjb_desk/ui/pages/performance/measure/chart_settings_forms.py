"""The forms of a chart's rules and of its steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.read_models.actions import ActionRow
from lfjb_desk.domain.read_models.drivers import ProjectLine
from lfjb_desk.services.figures.control import RULES
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.figures.charts import ChartPlan, ChartStep
    from lfjb_desk.domain.read_models.figures.series import Series

Behind = tuple[Sequence[ActionRow], Sequence[ProjectLine]]
"""The actions and the projects that may stand behind a step."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("PerformanceForms", text)


@dataclass(frozen=True)
class ChartRulesAnswer:
    """By which rules a chart is judged."""

    rules: str
    fix_after: int | None
    screen_outliers: bool


@dataclass(frozen=True)
class ActionBehind:
    """An action that stands behind a step."""

    key: UUID


@dataclass(frozen=True)
class ProjectBehind:
    """A project that stands behind a step."""

    key: UUID


@dataclass(frozen=True)
class StepAnswer:
    """From when new limits hold, why, and what stands behind them."""

    starts: date
    reason: str
    behind: ActionBehind | ProjectBehind | None

    @property
    def action_id(self) -> UUID | None:
        """The action behind it, if one is."""
        return self.behind.key if isinstance(self.behind, ActionBehind) else None

    @property
    def project_id(self) -> UUID | None:
        """The project behind it, if one is."""
        return self.behind.key if isinstance(self.behind, ProjectBehind) else None


def plan(series: Series, existing: ChartPlan) -> Form[ChartRulesAnswer]:
    """Return the form that sets by which rules a measure is judged in a place."""
    return Form(
        _tr("How {0} is judged in {1}").format(series.measure.name, series.place),
        (
            Field(
                "rules",
                _tr("Rule set"),
                FieldKind.CHOICE,
                value=existing.rules,
                choices=tuple(Choice(name, name) for name in RULES),
                required=True,
                help=_tr("Its name stands under the chart"),
            ),
            Field(
                "fix_after",
                _tr("Limits from the first so many figures"),
                FieldKind.WHOLE,
                value=existing.fix_after,
                low=Decimal(1),
                help=_tr("Leave it empty to use every figure since the last step"),
            ),
            Field(
                "screen_outliers",
                _tr("Leave very large jumps out of the limits"),
                FieldKind.TICK,
                value=existing.screen_outliers,
            ),
        ),
        ChartRulesAnswer,
    )


def idle_words(series: Series, day: date) -> str:
    """Return why limits from a day on change nothing in a series; nothing where they do."""
    days = [point.start for point in series.points if point.value is not None]
    if not days or day > days[-1]:
        return _tr("No figure begins on this day or later, so nothing changes yet.")
    if day <= days[0]:
        return _tr("Every figure begins on this day or later, so nothing changes.")
    return ""


def step(
    series: Series, behind: Behind, starts: date, existing: ChartStep | None
) -> Form[StepAnswer]:
    """Return the form that adds a step from a day on, or changes the one that is held."""
    fields = (
        Field(
            "starts",
            _tr("New limits from"),
            FieldKind.DATE,
            looking=Looking.BACK,
            value=existing.starts if existing else starts,
            required=True,
            help=_tr("The first period that starts on this day or later begins them"),
            tell=lambda day: idle_words(series, day),
        ),
        Field(
            "reason",
            _tr("Why"),
            value=existing.reason if existing else "",
            required=True,
            longest=lengths.STEP_REASON,
            help=_tr("What was decided or done; it stands on the chart"),
        ),
        Field(
            "behind",
            _tr("Action or project behind it"),
            FieldKind.CHOICE,
            value=_held_behind(existing),
            choices=_choices(behind),
        ),
    )
    if existing is not None:
        return Form(_tr("Change a step of {0}").format(series.measure.name), fields, StepAnswer)
    title = _tr("New limits for {0} in {1}").format(series.measure.name, series.place)
    return Form(title, fields, StepAnswer, save=_tr("Add step"))


def _held_behind(existing: ChartStep | None) -> ActionBehind | ProjectBehind | None:
    if existing is None:
        return None
    if existing.action_id is not None:
        return ActionBehind(existing.action_id)
    return ProjectBehind(existing.project_id) if existing.project_id is not None else None


def _choices(behind: Behind) -> tuple[Choice, ...]:
    actions, projects = behind
    choices = [
        Choice(
            ActionBehind(action.action.id),
            f"{action.action.ref} {action.action.title}",
            _tr("action"),
        )
        for action in actions
    ]
    choices += [
        Choice(ProjectBehind(row.project.id), row.project.title, _tr("project")) for row in projects
    ]
    return tuple(choices)
