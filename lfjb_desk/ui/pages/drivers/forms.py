"""What the Drivers page asks for: the forms of its commands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.drivers import SEVERITY, WORST_SEVERITY
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.ui.forms import choices
from lfjb_desk.ui.forms.project_form import (
    ProjectAnswer,
    driver_field,
    lead_field,
    plan_fields,
    stage_field,
    title_field,
)
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.drivers import Driver, Initiative, Project
    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.drivers import DriverView, MeasureProgress
    from lfjb_desk.domain.read_models.governance.people import PersonRow
    from lfjb_desk.domain.read_models.meetings.minutes import DecisionRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("DriverForms", text)


@dataclass(frozen=True)
class JudgementAnswer:
    """How severe a driver is here, since when, why, and who leads on it."""

    severity: int
    judged_on: date | None
    rationale: str
    lead_id: UUID | None
    review_by: date | None


@dataclass(frozen=True)
class MeasureLinkAnswer:
    """Which measure shows whether a driver moves, and from when progress counts."""

    measure_id: UUID
    baseline_start: date | None


@dataclass(frozen=True)
class BaselineAnswer:
    """From when progress counts; None from the earliest figure held."""

    baseline_start: date | None


@dataclass(frozen=True, kw_only=True)
class NewProjectAnswer(ProjectAnswer):
    """A project under its title, and the initiative of the guide that it takes up."""

    title: str
    initiative_id: UUID | None


@dataclass(frozen=True)
class ActionLinkAnswer:
    """Which action is tied."""

    action_id: UUID


@dataclass(frozen=True)
class DecisionLinkAnswer:
    """Which decision is tied."""

    decision_id: UUID


def judge(view: DriverView, people: Sequence[PersonRow], today: date) -> Form[JudgementAnswer]:
    """Return the form that says how a driver stands here."""
    return Form(
        _tr("Judge “{0}”").format(view.driver.name),
        _judgement_fields(view, people, today),
        JudgementAnswer,
        save=_tr("Judge"),
        intro=view.driver.summary,
        remarks=partial(_remarks_on_judgement, view),
    )


def _judgement_fields(
    view: DriverView, people: Sequence[PersonRow], today: date
) -> tuple[Field, ...]:
    existing = view.standing
    return (
        Field(
            "severity",
            _tr("Severity here"),
            FieldKind.CHOICE,
            value=view.severity,
            choices=_severities(),
            required=True,
        ),
        Field("judged_on", _tr("Judged on"), FieldKind.DATE, looking=Looking.BACK, value=today),
        Field(
            "rationale",
            _tr("Why"),
            FieldKind.LONG,
            value=existing.rationale if existing else "",
            help=_tr("What the board saw; figures rather than impressions"),
        ),
        Field(
            "lead_id",
            _tr("Lead"),
            FieldKind.CHOICE,
            value=existing.lead_id if existing else None,
            choices=choices.people(people),
        ),
        Field(
            "review_by",
            _tr("Review by"),
            FieldKind.DATE,
            looking=Looking.AHEAD,
            value=existing.review_by if existing else None,
        ),
    )


def _remarks_on_judgement(view: DriverView, given: Mapping[str, Any]) -> dict[str, str]:
    """Remark on a reason that was left as it was while the severity is another."""
    before = view.standing.rationale if view.standing else ""
    is_left = bool(before) and given["rationale"] == before.strip()
    if not is_left or given["severity"] in {None, view.severity}:
        return {}
    return {
        "rationale": _tr("The reason is that of the former judgement. Say why it is another now.")
    }


def _severities() -> tuple[Choice, ...]:
    return tuple(
        Choice(level, f"{level}, {SEVERITY[level]}" if level else SEVERITY[0].capitalize())
        for level in range(WORST_SEVERITY, -1, -1)
    )


def link_measure(view: DriverView, measures: Sequence[Measure]) -> Form[MeasureLinkAnswer]:
    """Return the form that links a measure to a driver."""
    linked = {line.measure.id for line in view.measures}
    free = sorted(
        (measure for measure in measures if measure.id not in linked),
        key=lambda measure: measure.name,
    )
    return Form(
        _tr("Link a measure to “{0}”").format(view.driver.name),
        (
            Field(
                "measure_id",
                _tr("Measure"),
                FieldKind.CHOICE,
                choices=tuple(Choice(measure.id, measure.name, measure.unit) for measure in free),
                required=True,
            ),
            _baseline(None),
        ),
        MeasureLinkAnswer,
        save=_tr("Link measure"),
    )


def baseline(line: MeasureProgress) -> Form[BaselineAnswer]:
    """Return the form that counts a measure's progress from another day."""
    start = line.baseline.start if line.baseline else None
    return Form(
        _tr("Baseline of {0}").format(line.measure.name), (_baseline(start),), BaselineAnswer
    )


def _baseline(value: date | None) -> Field:
    return Field(
        "baseline_start",
        _tr("Count progress from"),
        FieldKind.DATE,
        looking=Looking.BACK,
        value=value,
        help=_tr("First day of the period; leave it empty for the earliest figure held"),
    )


def link_action(view: DriverView, actions: Sequence[ActionRow]) -> Form[ActionLinkAnswer]:
    """Return the form that ties an action to a driver."""
    free = [row for row in actions if row.action.driver_id != view.driver.id]
    offered = tuple(
        Choice(row.action.id, f"{row.action.ref} {row.action.title}", row.driver) for row in free
    )
    field = Field(
        "action_id",
        _tr("Action"),
        FieldKind.CHOICE,
        choices=offered,
        required=True,
        help=_tr("An action has one driver; a driver named here is the one it leaves"),
    )
    return Form(
        _tr("Link an action to “{0}”").format(view.driver.name),
        (field,),
        ActionLinkAnswer,
        save=_tr("Link"),
    )


def link_decision(view: DriverView, decisions: Sequence[DecisionRow]) -> Form[DecisionLinkAnswer]:
    """Return the form that ties a decision to a driver."""
    offered = tuple(
        Choice(
            decision.decision.id,
            f"{decision.decision.ref} {decision.decision.text}",
            long_date(decision.decision.decided_on),
        )
        for decision in decisions
        if decision.decision.driver_id != view.driver.id
    )
    field = Field(
        "decision_id",
        _tr("Decision"),
        FieldKind.CHOICE,
        choices=offered,
        required=True,
        help=_tr("Without a driver, a decision under an item on drivers is on all of them"),
    )
    return Form(
        _tr("Link a decision to “{0}”").format(view.driver.name),
        (field,),
        DecisionLinkAnswer,
        save=_tr("Link"),
    )


def project(
    drivers: Sequence[Driver],
    people: Sequence[PersonRow],
    initiatives: Sequence[Initiative],
    existing: Project | None = None,
    driver: Driver | None = None,
) -> Form[NewProjectAnswer]:
    """Return the form of a project, filled in from the one that is changed."""
    chosen = existing.driver_id if existing else driver.id if driver else None
    guide = Field(
        "initiative_id",
        _tr("Initiative of the guide"),
        FieldKind.CHOICE,
        value=existing.initiative_id if existing else None,
        choices=tuple(
            Choice(initiative.id, initiative.title, initiative.place) for initiative in initiatives
        ),
    )
    hangs_on = tuple(Choice(driver.id, driver.name) for driver in drivers)
    return Form(
        _tr("Change “{0}”").format(existing.title) if existing else _tr("New project"),
        (
            title_field(existing),
            driver_field(_tr("Driver"), hangs_on, chosen),
            guide,
            stage_field(existing),
            lead_field(people, existing),
            *plan_fields(existing),
        ),
        NewProjectAnswer,
        save=_tr("Save") if existing else _tr("Add project"),
    )
