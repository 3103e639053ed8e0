"""What any form of a project asks, wherever the project is met; the one home of its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.drivers import Stage
from lfjb_desk.services.drivers.projects import ProjectPlan
from lfjb_desk.ui.forms import choices
from lfjb_desk.ui.forms.answers import fields_of
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.drivers import Project
    from lfjb_desk.domain.read_models.governance.people import PersonRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("DriverForms", text)


@dataclass(frozen=True, kw_only=True)
class ProjectAnswer:
    """Which driver a project is to move, who leads on it, and how far it has come."""

    driver_id: UUID
    lead_id: UUID | None
    stage: Stage
    starts: date | None
    ends: date | None
    expected: str

    def fields(self) -> ProjectPlan:
        """Return the answer as the service takes it."""
        return cast("ProjectPlan", fields_of(self, ProjectPlan.__annotations__))


def title_field(project: Project | None) -> Field:
    """Return the field that asks what a project is called."""
    title = project.title if project else None
    return Field("title", _tr("Project"), value=title, required=True, longest=lengths.NAME)


def driver_field(label: str, drivers: tuple[Choice, ...], driver_id: UUID | None) -> Field:
    """Return the field that asks which driver a project is to move."""
    return _choose("driver_id", label, drivers, driver_id, required=True)


def stage_field(project: Project | None) -> Field:
    """Return the field that asks how far a project has come."""
    stage = project.stage if project else Stage.PROPOSED
    return _choose("stage", _tr("Stage"), choices.named(Stage), stage, required=True)


def lead_field(people: Sequence[PersonRow], project: Project | None) -> Field:
    """Return the field that asks who leads on a project."""
    lead_id = project.lead_id if project else None
    return _choose("lead_id", _tr("Lead"), choices.people(people), lead_id)


def plan_fields(project: Project | None) -> tuple[Field, ...]:
    """Return the fields that ask from when to when a project runs and what it should move."""
    return (
        Field(
            "starts",
            _tr("Starts"),
            FieldKind.DATE,
            looking=Looking.NEAR,
            value=project.starts if project else None,
        ),
        Field(
            "ends",
            _tr("Ends"),
            FieldKind.DATE,
            looking=Looking.AHEAD,
            value=project.ends if project else None,
        ),
        Field(
            "expected",
            _tr("What it should move"),
            FieldKind.LONG,
            value=project.expected if project else None,
            help=_tr("Which measure, by how much and by when"),
        ),
    )


def _choose(
    key: str, label: str, offered: tuple[Choice, ...], value: object, *, required: bool = False
) -> Field:
    return Field(key, label, FieldKind.CHOICE, value=value, choices=offered, required=required)
