"""What the Library page asks for: how an initiative is taken up here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.drivers import Stage, Stance
from lfjb_desk.ui.widgets.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.drivers import Driver, Project
    from lfjb_desk.domain.read_models.library import InitiativeDetail
    from lfjb_desk.domain.read_models.people import PersonRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("LibraryForms", text)


def take_up(detail: InitiativeDetail, people: Sequence[PersonRow]) -> Form:
    """Return the form that takes an initiative up as a project of the area."""
    stated = [driver for driver, stance in detail.stances if stance is Stance.PRESENT]
    others = [driver for driver, stance in detail.stances if stance is not Stance.PRESENT]
    start: dict[str, Any] = {"stage": Stage.PROPOSED}
    if len(stated) == 1:
        start["driver_id"] = stated[0].id
    return Form(
        _tr("Take up “{0}”").format(detail.initiative.title),
        _fields((*_named(stated, _tr("the guide states it")), *_named(others)), people, start),
        save=_tr("Take up"),
        intro=_tr("It becomes a project of this area, shown under its driver of delay."),
    )


def change(project: Project, detail: InitiativeDetail, people: Sequence[PersonRow]) -> Form:
    """Return the form that changes a project made from an initiative."""
    drivers = _named([driver for driver, _ in detail.stances])
    title = Field("title", _tr("Project"), value=project.title, required=True, longest=lengths.NAME)
    fields = _fields(drivers, people, project.model_dump())
    return Form(_tr("Change “{0}”").format(project.title), (title, *fields))


def _named(drivers: Sequence[Driver], note: str = "") -> tuple[Choice, ...]:
    return tuple(Choice(one.id, one.name, note) for one in drivers)


def _fields(
    drivers: tuple[Choice, ...], people: Sequence[PersonRow], start: dict[str, Any]
) -> tuple[Field, ...]:
    leads = tuple(Choice(one.person.id, one.person.name, one.organisation.name) for one in people)
    stages = tuple(Choice(one, one.value.capitalize()) for one in Stage)

    def choose(key: str, label: str, choices: tuple[Choice, ...], *, needed: bool) -> Field:
        value = start.get(key)
        return Field(key, label, FieldKind.CHOICE, value=value, choices=choices, required=needed)

    return (
        choose("driver_id", _tr("Driver of delay"), drivers, needed=True),
        choose("lead_id", _tr("Lead"), leads, needed=False),
        choose("stage", _tr("Stage"), stages, needed=True),
        Field("starts", _tr("Starts"), FieldKind.DATE, value=start.get("starts")),
        Field("ends", _tr("Ends"), FieldKind.DATE, value=start.get("ends")),
        Field(
            "expected",
            _tr("What it should move"),
            FieldKind.LONG,
            value=start.get("expected", ""),
            help=_tr("Which measure, by how much and by when"),
        ),
    )
