"""How figures are judged: by which rules, from which steps on, and what the chart then says."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from lfjb_desk.analysis.spc.rules import NHS_R, RULE_SETS
from lfjb_desk.analysis.trends import begins_at, is_count
from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.drivers import Project
from lfjb_desk.domain.figures.charts import ChartPlan, ChartStep
from lfjb_desk.domain.figures.figures import Measure, Polarity
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.services.rules import filled
from lfjb_desk.store.queries.figures import control as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from typing_extensions import Unpack

    from lfjb_desk.domain.figures.figures import Target
    from lfjb_desk.domain.places import PlaceKind
    from lfjb_desk.domain.read_models.figures.control import ControlChart
    from lfjb_desk.domain.read_models.figures.series import Point
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading

RULES = tuple(RULE_SETS)
"""The names of the rule sets, the usual one first."""

DIRECTIONS = {
    Polarity.LOWER: "decrease",
    Polarity.HIGHER: "increase",
    Polarity.CONTEXT: "neutral",
}


class StepFields(TypedDict, total=False):
    """From when new limits hold, why, and what stands behind; what is left out stays as it is."""

    starts: date
    reason: str
    action_id: UUID | None
    project_id: UUID | None


class ControlService:
    """Answers how a measure is charted in a place, and turns commands about it into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def plan(self, measure_id: UUID, kind: PlaceKind, code: str) -> ChartPlan:
        """Return by which rules a measure is judged in a place; the usual ones when none are set.

        A plan that was never set is returned as a row that is not in the database.
        """
        with self._database.session() as session:
            plan = store.plan_of(session, measure_id, kind, code)
        return plan or usual_plan(measure_id, kind, code)

    def set_plan(
        self,
        measure_id: UUID,
        kind: PlaceKind,
        code: str,
        rules: str,
        fix_after: int | None,
        screen_outliers: bool,  # noqa: FBT001 - always given by name
    ) -> Change:
        """Return the change that sets by which rules a measure is judged in a place.

        Raises:
            RuleError: when the rule set is unknown or the baseline too short.
        """
        if rules not in RULE_SETS:
            raise RuleError(f"There is no rule set “{rules}”. Choose one that is listed.")
        least = RULE_SETS[rules].baseline_from
        if fix_after is not None and fix_after < least:
            raise RuleError(
                f"A baseline needs at least {least} points. Choose {least} or more, or set the "
                "limits by all points; nothing was changed."
            )
        values = {"rules": rules, "fix_after": fix_after, "screen_outliers": screen_outliers}
        with self._database.session() as session:
            measure = found(session, Measure, measure_id)
            plan = store.plan_of(session, measure_id, kind, code)
        row = plan or usual_plan(measure_id, kind, code)
        new = added(ChartPlan(**{**row.model_dump(), **values}))
        edit = edited(row, **values) if plan else new
        return change(f"Set how “{measure.name}” is charted", row, [edit])

    def steps(self, measure_id: UUID, kind: PlaceKind, code: str) -> tuple[ChartStep, ...]:
        """Return the days from which the limits are worked out anew, the earliest first."""
        with self._database.session() as session:
            return store.steps_of(session, measure_id, kind, code)

    def add_step(
        self,
        measure_id: UUID,
        kind: PlaceKind,
        code: str,
        starts: date,
        reason: str,
        action_id: UUID | None = None,
        project_id: UUID | None = None,
    ) -> Change:
        """Return the change by which the limits are worked out anew from a day on.

        Raises:
            RuleError: without a reason, or when there is a step on that day already.
        """
        step = ChartStep(
            measure_id=measure_id,
            place_kind=kind,
            place_code=code,
            starts=starts,
            reason=filled(reason, "The reason for the step", lengths.STEP_REASON),
            action_id=action_id,
            project_id=project_id,
        )
        with self._database.session() as session:
            measure = found(session, Measure, measure_id)
            _check_step(session, step)
        return change(f"Begin new limits for “{measure.name}”", step, [added(step)])

    def change_step(self, step_id: UUID, **values: Unpack[StepFields]) -> Change:
        """Return the change that gives a step another day, reason, action or project.

        Raises:
            RuleError: as for a new step.
        """
        if "reason" in values:
            values["reason"] = filled(
                values["reason"], "The reason for the step", lengths.STEP_REASON
            )
        with self._database.session() as session:
            step = found(session, ChartStep, step_id)
            measure = found(session, Measure, step.measure_id)
            _check_step(session, ChartStep(**{**step.model_dump(), **values}))
        return change(f"Change a step of “{measure.name}”", step, [edited(step, **values)])

    def remove_step(self, step_id: UUID) -> Change:
        """Return the change that removes a step, so that the limits run on."""
        with self._database.session() as session:
            step = found(session, ChartStep, step_id)
            measure = found(session, Measure, step.measure_id)
        return change(f"Remove a step of “{measure.name}”", step, [removed(step)])


def _check_step(session: Reading, step: ChartStep) -> None:
    """Refuse a step that names what is gone, or a day that has a step already."""
    if step.action_id is not None:
        found(session, Action, step.action_id)
    if step.project_id is not None:
        found(session, Project, step.project_id)
    for other in store.steps_of(session, step.measure_id, step.place_kind, step.place_code):
        if other.starts == step.starts and other.id != step.id:
            raise RuleError(
                f"There is a step on {long_date(step.starts)} already. Change that one, or choose "
                "another day; nothing was changed."
            )


def usual_plan(measure_id: UUID, kind: PlaceKind, code: str) -> ChartPlan:
    """Return how a measure is charted when nobody has said otherwise."""
    return ChartPlan(measure_id=measure_id, place_kind=kind, place_code=code, rules=NHS_R.name)


def rules_of(plan: ChartPlan | None) -> str:
    """Return the rule set of a plan; the usual one for a name that this version does not know."""
    return plan.rules if plan is not None and plan.rules in RULE_SETS else NHS_R.name


def step_points(starts: Sequence[date], steps: Iterable[date]) -> tuple[int, ...]:
    """Return the points, counted from 1, that begin a new stretch.

    A step before the first period or after the last begins none.
    """
    begins = {begins_at(starts, day) for day in steps}
    return tuple(sorted(index + 1 for index in begins if index is not None))


def control_chart(
    points: Sequence[Point],
    measure: Measure,
    target: Target | None,
    plan: ChartPlan | None,
    steps: Iterable[date],
) -> ControlChart | None:
    """Return the control chart of the points of one strand; a marker alone is a gap.

    Points without any figure have no chart.
    """
    if all(point.value is None for point in points):
        return None
    # Late: the arithmetic is heavy to load, and a board without figures never needs it.
    from lfjb_desk.analysis.spc import xmr  # noqa: PLC0415

    return xmr.chart(
        [point.value for point in points],
        direction=DIRECTIONS[measure.polarity],
        target=None if target is None else (target.low, target.high),
        rebase_index=step_points([point.start for point in points], steps),
        fix_after_n_points=plan.fix_after if plan else None,
        screen_outliers=plan.screen_outliers if plan else True,
        rules=rules_of(plan),
        is_count=is_count(measure),
    )
