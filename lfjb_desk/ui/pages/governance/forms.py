"""What is asked about groups, seats, people and organisations."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.groups import GroupKind, Marking, Office, SeatStanding
from lfjb_desk.domain.people import OrganisationKind
from lfjb_desk.ui.widgets.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from enum import StrEnum

    from lfjb_desk.domain.groups import Group, Seat
    from lfjb_desk.domain.people import Organisation, Person
    from lfjb_desk.domain.read_models.groups import SeatHolder
    from lfjb_desk.domain.read_models.people import OrganisationRow, PersonRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("GovernanceForms", text)


def _named(members: Iterable[StrEnum]) -> tuple[Choice, ...]:
    return tuple(Choice(one, one.value[:1].upper() + one.value[1:]) for one in members)


def _day(key: str, label: str, value: date | None = None, note: str = "", **more: Any) -> Field:
    return Field(key, label, FieldKind.DATE, value=value, help=note, **more)


def new_group(groups: Sequence[Group], under: Group | None) -> Form:
    """Return the form of a new group, under the chosen one."""
    kind = GroupKind.SUB_GROUP if under else GroupKind.BOARD
    kinds = Field(
        "kind", _tr("Kind"), FieldKind.CHOICE, value=kind, choices=_named(GroupKind), required=True
    )
    name = Field("name", _tr("Name"), required=True, longest=lengths.NAME)
    fields = _group_fields(groups, {"parent_id": under.id if under else None})
    return Form(_tr("New group"), (name, kinds, *fields), save=_tr("Add group"))


def change_group(group: Group, groups: Sequence[Group]) -> Form:
    """Return the form that changes a group."""
    name = Field("name", _tr("Name"), value=group.name, required=True, longest=lengths.NAME)
    others = [one for one in groups if one.id != group.id]
    fields = _group_fields(others, group.model_dump())
    if group.kind is GroupKind.BOARD:
        fields = tuple(one for one in fields if one.key not in {"parent_id", "carried_by"})
    return Form(_tr("Change “{0}”").format(group.name), (name, *fields))


def _group_fields(groups: Sequence[Group], start: dict[str, Any]) -> tuple[Field, ...]:
    return (
        Field(
            "parent_id",
            _tr("Reports to"),
            FieldKind.CHOICE,
            value=start.get("parent_id"),
            choices=tuple(Choice(one.id, one.name) for one in groups),
        ),
        Field("purpose", _tr("Purpose"), FieldKind.LONG, value=start.get("purpose")),
        Field(
            "carried_by",
            _tr("Who carries its business up"),
            FieldKind.CHOICE,
            value=start.get("carried_by"),
            choices=_named(Office),
            help=_tr("The office in this group that reports to the one above"),
        ),
        Field(
            "quorum",
            _tr("Quorum"),
            FieldKind.NUMBER,
            value=start.get("quorum"),
            help=_tr("How many seats that count must be filled in the room"),
            low=Decimal(1),
        ),
        Field(
            "marking",
            _tr("Marking of its papers"),
            FieldKind.CHOICE,
            value=start.get("marking", Marking.OFFICIAL_SENSITIVE),
            choices=tuple(Choice(one, one.value) for one in Marking),
            required=True,
        ),
    )


def close_group(group: Group, today: date) -> Form:
    """Return the form that closes a group."""
    day = _day("on", _tr("Closed on"), today, required=True)
    return Form(_tr("Close “{0}”").format(group.name), (day,), save=_tr("Close group"))


def seat(bodies: Sequence[OrganisationRow], held: Seat | None = None) -> Form:
    """Return the form of a seat, filled in from the one that is changed."""
    organisations = tuple(Choice(one.organisation.id, one.organisation.name) for one in bodies)
    fields = (
        Field(
            "title",
            _tr("Seat"),
            value=held.title if held else "",
            required=True,
            longest=lengths.NAME,
        ),
        Field(
            "organisation_id",
            _tr("Held by"),
            FieldKind.CHOICE,
            value=held.organisation_id if held else None,
            choices=organisations,
            required=True,
        ),
        Field(
            "standing",
            _tr("Takes part as"),
            FieldKind.CHOICE,
            value=held.standing if held else SeatStanding.MEMBER,
            choices=_named(SeatStanding),
            required=True,
        ),
        Field(
            "counts_for_quorum",
            _tr("Counts for quorum"),
            FieldKind.TICK,
            value=held.counts_for_quorum if held else True,
        ),
        _day("vacant_since", _tr("Vacant since"), held.vacant_since if held else None),
    )
    title = _tr("Change “{0}”").format(held.title) if held else _tr("New seat")
    return Form(title, fields, save=_tr("Save") if held else _tr("Add seat"))


def appoint(held: Seat, people: Sequence[PersonRow], today: date) -> Form:
    """Return the form that puts a person into a seat."""
    own = [one for one in people if one.organisation.id == held.organisation_id]
    rest = [one for one in people if one.organisation.id != held.organisation_id]
    choices = tuple(
        Choice(one.person.id, one.person.name, one.organisation.name) for one in (*own, *rest)
    )
    return Form(
        _tr("Appoint to “{0}”").format(held.title),
        (
            Field("person_id", _tr("Person"), FieldKind.CHOICE, choices=choices, required=True),
            _office(Office.MEMBER),
            _day("starts", _tr("From"), today, required=True),
        ),
        save=_tr("Appoint"),
        intro=_tr("A person who is not listed is added under People first."),
    )


def _office(value: Office) -> Field:
    offices = _named(Office)
    return Field(
        "office", _tr("Office"), FieldKind.CHOICE, value=value, choices=offices, required=True
    )


def end(holder: SeatHolder, today: date) -> Form:
    """Return the form that ends an appointment."""
    day = _day("last_day", _tr("Last day in the seat"), today, required=True)
    title = _tr("End the appointment of {0}").format(holder.person.name)
    return Form(title, (day,), save=_tr("End appointment"))


def change_appointment(holder: SeatHolder) -> Form:
    """Return the form that changes an appointment."""
    term = holder.appointment
    return Form(
        _tr("Change the appointment of {0}").format(holder.person.name),
        (
            _office(term.office),
            _day("starts", _tr("From"), term.starts, required=True),
            _day("ends", _tr("Last day"), term.ends),
        ),
    )


def person(bodies: Sequence[OrganisationRow], held: Person | None = None) -> Form:
    """Return the form of a person."""
    organisations = tuple(Choice(one.organisation.id, one.organisation.name) for one in bodies)
    return Form(
        _tr("Change {0}").format(held.name) if held else _tr("New person"),
        (
            Field(
                "name",
                _tr("Name"),
                value=held.name if held else "",
                required=True,
                longest=lengths.NAME,
            ),
            Field(
                "organisation_id",
                _tr("Organisation"),
                FieldKind.CHOICE,
                value=held.organisation_id if held else None,
                choices=organisations,
                required=True,
            ),
            Field("post", _tr("Post"), value=held.post if held else ""),
            Field("email", _tr("Email"), value=held.email if held else ""),
        ),
        save=_tr("Save") if held else _tr("Add person"),
    )


def organisation(held: Organisation | None = None) -> Form:
    """Return the form of an organisation."""
    return Form(
        _tr("Change {0}").format(held.name) if held else _tr("New organisation"),
        (
            Field(
                "name",
                _tr("Name"),
                value=held.name if held else "",
                required=True,
                longest=lengths.NAME,
            ),
            Field(
                "kind",
                _tr("Kind"),
                FieldKind.CHOICE,
                value=held.kind if held else None,
                choices=_named(OrganisationKind),
                required=True,
            ),
        ),
        save=_tr("Save") if held else _tr("Add organisation"),
    )
