"""What the Drivers page asks for: the forms of its commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.drivers import SEVERITY, WORST_SEVERITY, Stage
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.ui.widgets.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.domain.drivers import Driver, Initiative, Project
    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.drivers import DriverView, MeasureProgress
    from lfjb_desk.domain.read_models.minutes import DecisionRow
    from lfjb_desk.domain.read_models.people import PersonRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("DriverForms", text)


def leads(people: Sequence[PersonRow]) -> tuple[Choice, ...]:
    """Return the people who can lead, each with their organisation."""
    return tuple(Choice(one.person.id, one.person.name, one.organisation.name) for one in people)


def judge(view: DriverView, people: Sequence[PersonRow], today: date) -> Form:
    """Return the form that says how a driver stands here."""
    held = view.standing
    return Form(
        _tr("Judge “{0}”").format(view.driver.name),
        (
            Field(
                "severity",
                _tr("Severity here"),
                FieldKind.CHOICE,
                value=view.severity,
                choices=_severities(),
                required=True,
            ),
            Field("judged_on", _tr("Judged on"), FieldKind.DATE, value=today),
            Field(
                "rationale",
                _tr("Why"),
                FieldKind.LONG,
                value=held.rationale if held else "",
                help=_tr("What the board saw; figures rather than impressions"),
            ),
            Field(
                "lead_id",
                _tr("Lead"),
                FieldKind.CHOICE,
                value=held.lead_id if held else None,
                choices=leads(people),
            ),
            Field(
                "review_by",
                _tr("Review by"),
                FieldKind.DATE,
                value=held.review_by if held else None,
            ),
        ),
        save=_tr("Judge"),
        intro=view.driver.summary,
    )


def _severities() -> tuple[Choice, ...]:
    return tuple(
        Choice(level, f"{level}, {SEVERITY[level]}" if level else SEVERITY[0].capitalize())
        for level in range(WORST_SEVERITY, -1, -1)
    )


def link_measure(view: DriverView, measures: Sequence[Measure]) -> Form:
    """Return the form that links a measure to a driver."""
    linked = {one.measure.id for one in view.measures}
    free = sorted((one for one in measures if one.id not in linked), key=lambda one: one.name)
    return Form(
        _tr("Link a measure to “{0}”").format(view.driver.name),
        (
            Field(
                "measure_id",
                _tr("Measure"),
                FieldKind.CHOICE,
                choices=tuple(Choice(one.id, one.name, one.unit) for one in free),
                required=True,
            ),
            _baseline(None),
        ),
        save=_tr("Link measure"),
    )


def baseline(line: MeasureProgress) -> Form:
    """Return the form that counts a measure's progress from another day."""
    start = line.baseline.start if line.baseline else None
    return Form(_tr("Baseline of {0}").format(line.measure.name), (_baseline(start),))


def _baseline(value: date | None) -> Field:
    return Field(
        "baseline_start",
        _tr("Count progress from"),
        FieldKind.DATE,
        value=value,
        help=_tr("First day of the period; leave it empty for the earliest figure held"),
    )


def link_action(view: DriverView, actions: Sequence[ActionRow]) -> Form:
    """Return the form that ties an action to a driver."""
    free = [one for one in actions if one.action.driver_id != view.driver.id]
    choices = tuple(
        Choice(one.action.id, f"{one.action.ref} {one.action.title}", one.driver) for one in free
    )
    field = Field(
        "action_id",
        _tr("Action"),
        FieldKind.CHOICE,
        choices=choices,
        required=True,
        help=_tr("An action has one driver; a driver named here is the one it leaves"),
    )
    return Form(_tr("Link an action to “{0}”").format(view.driver.name), (field,), _tr("Link"))


def link_decision(view: DriverView, decisions: Sequence[DecisionRow]) -> Form:
    """Return the form that ties a decision to a driver."""
    choices = tuple(
        Choice(
            one.decision.id,
            f"{one.decision.ref} {one.decision.text}",
            long_date(one.decision.decided_on),
        )
        for one in decisions
        if one.decision.driver_id != view.driver.id
    )
    field = Field("decision_id", _tr("Decision"), FieldKind.CHOICE, choices=choices, required=True)
    return Form(_tr("Link a decision to “{0}”").format(view.driver.name), (field,), _tr("Link"))


def project(
    drivers: Sequence[Driver],
    people: Sequence[PersonRow],
    initiatives: Sequence[Initiative],
    held: Project | None = None,
    driver: Driver | None = None,
) -> Form:
    """Return the form of a project, filled in from the one that is changed."""
    start = {"driver_id": driver.id if driver else None, "stage": Stage.PROPOSED}

    def value(key: str) -> Any:
        return getattr(held, key) if held else start.get(key)

    def choose(key: str, label: str, choices: tuple[Choice, ...], *, needed: bool = False) -> Field:
        return Field(
            key, label, FieldKind.CHOICE, value=value(key), choices=choices, required=needed
        )

    stages = tuple(Choice(one, one.value.capitalize()) for one in Stage)
    hangs_on = tuple(Choice(one.id, one.name) for one in drivers)
    guide = tuple(Choice(one.id, one.title, one.place) for one in initiatives)
    return Form(
        _tr("Change “{0}”").format(held.title) if held else _tr("New project"),
        (
            Field(
                "title", _tr("Project"), value=value("title"), required=True, longest=lengths.NAME
            ),
            choose("driver_id", _tr("Driver"), hangs_on, needed=True),
            choose("initiative_id", _tr("Initiative of the guide"), guide),
            choose("stage", _tr("Stage"), stages, needed=True),
            choose("lead_id", _tr("Lead"), leads(people)),
            Field("starts", _tr("Starts"), FieldKind.DATE, value=value("starts")),
            Field("ends", _tr("Ends"), FieldKind.DATE, value=value("ends")),
            Field(
                "expected",
                _tr("What it should move"),
                FieldKind.LONG,
                value=value("expected"),
                help=_tr("Which measure, by how much and by when"),
            ),
        ),
        save=_tr("Save") if held else _tr("Add project"),
    )
