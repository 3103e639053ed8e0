"""The forms of a chart's rules and of its steps."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.read_models.actions import ActionRow
from lfjb_desk.domain.read_models.drivers import ProjectLine
from lfjb_desk.services.figures.control import RULES
from lfjb_desk.ui.widgets.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form import Form

if TYPE_CHECKING:
    from datetime import date

    from lfjb_desk.domain.figures.charts import ChartPlan, ChartStep
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.ui.widgets.form import Answers

Behind = tuple[Sequence[ActionRow], Sequence[ProjectLine]]
"""The actions and the projects that may stand behind a step."""
NOTHING = ("", None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PerformanceForms", text)


def plan(series: Series, held: ChartPlan) -> Form:
    """Return the form that sets by which rules a measure is judged in a place."""
    return Form(
        _tr("How {0} is judged in {1}").format(series.measure.name, series.place),
        (
            Field(
                "rules",
                _tr("Rule set"),
                FieldKind.CHOICE,
                value=held.rules,
                choices=tuple(Choice(name, name) for name in RULES),
                required=True,
                help=_tr("Its name stands under the chart"),
            ),
            Field(
                "fix_after",
                _tr("Limits from the first so many figures"),
                FieldKind.NUMBER,
                value=held.fix_after,
                low=Decimal(1),
                help=_tr("Leave it empty to use every figure since the last step"),
            ),
            Field(
                "screen_outliers",
                _tr("Leave very large jumps out of the limits"),
                FieldKind.TICK,
                value=held.screen_outliers,
            ),
        ),
    )


def plan_values(answers: Answers) -> dict[str, Any]:
    """Return what the answers set."""
    first = answers["fix_after"]
    return {
        "rules": answers["rules"],
        "fix_after": None if first is None else int(first),
        "screen_outliers": bool(answers["screen_outliers"]),
    }


def step(series: Series, behind: Behind, today: date, held: ChartStep | None) -> Form:
    """Return the form that adds a step, or changes the one that is held."""
    fields = (
        Field(
            "starts",
            _tr("New limits from"),
            FieldKind.DATE,
            value=held.starts if held else today,
            required=True,
            help=_tr("The first period that starts on this day or later begins them"),
        ),
        Field(
            "reason",
            _tr("Why"),
            value=held.reason if held else "",
            required=True,
            longest=lengths.STEP_REASON,
            help=_tr("What was decided or done; it stands on the chart"),
        ),
        Field(
            "behind",
            _tr("Action or project behind it"),
            FieldKind.CHOICE,
            value=_held_behind(held),
            choices=_choices(behind),
        ),
    )
    if held is not None:
        return Form(_tr("Change a step of {0}").format(series.measure.name), fields)
    title = _tr("New limits for {0} in {1}").format(series.measure.name, series.place)
    return Form(title, fields, save=_tr("Add step"))


def step_values(answers: Answers) -> dict[str, Any]:
    """Return what the answers set: the day, the reason and what stands behind the step."""
    kind, key = answers["behind"] or NOTHING
    return {
        "starts": answers["starts"],
        "reason": answers["reason"],
        "action_id": key if kind == "action" else None,
        "project_id": key if kind == "project" else None,
    }


def _held_behind(held: ChartStep | None) -> tuple[str, Any] | None:
    if held is None:
        return None
    if held.action_id is not None:
        return "action", held.action_id
    return ("project", held.project_id) if held.project_id is not None else None


def _choices(behind: Behind) -> tuple[Choice, ...]:
    actions, projects = behind
    found = [
        Choice(("action", one.action.id), f"{one.action.ref} {one.action.title}", _tr("action"))
        for one in actions
    ]
    found += [
        Choice(("project", one.project.id), one.project.title, _tr("project")) for one in projects
    ]
    return tuple(found)
