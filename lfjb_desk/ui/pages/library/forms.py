"""What the Library page asks for: how an initiative is taken up here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.drivers import Stance
from lfjb_desk.ui.forms.project_form import (
    ProjectAnswer,
    driver_field,
    lead_field,
    plan_fields,
    stage_field,
    title_field,
)
from lfjb_desk.ui.widgets.form.fields import Choice, Field
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.drivers import Driver, Project
    from lfjb_desk.domain.read_models.governance.people import PersonRow
    from lfjb_desk.domain.read_models.library import InitiativeDetail


def _tr(text: str) -> str:
    return QCoreApplication.translate("LibraryForms", text)


@dataclass(frozen=True, kw_only=True)
class TitledProjectAnswer(ProjectAnswer):
    """A project under its title; its initiative stays."""

    title: str


def take_up(detail: InitiativeDetail, people: Sequence[PersonRow]) -> Form[ProjectAnswer]:
    """Return the form that takes an initiative up as a project of the area."""
    stated = [driver for driver, stance in detail.stances if stance is Stance.PRESENT]
    others = [driver for driver, stance in detail.stances if stance is not Stance.PRESENT]
    drivers = (*_named(stated, _tr("the guide states it")), *_named(others))
    return Form(
        _tr("Take up “{0}”").format(detail.initiative.title),
        _fields(drivers, people, None, stated[0].id if len(stated) == 1 else None),
        ProjectAnswer,
        save=_tr("Take up"),
        intro=_tr("It becomes a project of this area, shown under its driver of delay."),
    )


def change(
    project: Project, detail: InitiativeDetail, people: Sequence[PersonRow]
) -> Form[TitledProjectAnswer]:
    """Return the form that changes a project made from an initiative."""
    drivers = _named([driver for driver, _ in detail.stances])
    fields = _fields(drivers, people, project, project.driver_id)
    title = _tr("Change “{0}”").format(project.title)
    return Form(title, (title_field(project), *fields), TitledProjectAnswer)


def _fields(
    drivers: tuple[Choice, ...],
    people: Sequence[PersonRow],
    project: Project | None,
    driver_id: UUID | None,
) -> tuple[Field, ...]:
    return (
        driver_field(_tr("Driver of delay"), drivers, driver_id),
        lead_field(people, project),
        stage_field(project),
        *plan_fields(project),
    )


def _named(drivers: Sequence[Driver], note: str = "") -> tuple[Choice, ...]:
    return tuple(Choice(driver.id, driver.name, note) for driver in drivers)
