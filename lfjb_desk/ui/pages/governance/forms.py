"""What is asked about seats, people and organisations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.governance.groups import Office, SeatStanding
from lfjb_desk.domain.governance.people import OrganisationKind
from lfjb_desk.ui.forms import choices
from lfjb_desk.ui.forms.choices import named
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.governance.groups import Seat
    from lfjb_desk.domain.governance.people import Organisation, Person
    from lfjb_desk.domain.places import LocalAuthority
    from lfjb_desk.domain.read_models.governance.groups import SeatHolder, SeatRow
    from lfjb_desk.domain.read_models.governance.people import OrganisationRow, PersonRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("GovernanceForms", text)


@dataclass(frozen=True)
class SeatAnswer:
    """What a seat is called, who holds it, and how it counts."""

    title: str
    organisation_id: UUID
    standing: SeatStanding
    counts_for_quorum: bool
    vacant_since: date | None


@dataclass(frozen=True)
class AppointmentAnswer:
    """Who takes a seat, in which office, and from when."""

    person: UUID | str
    """The key of somebody who is entered, or the name of a new person."""
    office: Office
    starts: date
    email: str


@dataclass(frozen=True)
class OfficeAnswer:
    """Which office someone in a seat has, and from when."""

    office: Office
    starts: date


@dataclass(frozen=True)
class LastDayAnswer:
    """The last day in a seat."""

    last_day: date


@dataclass(frozen=True)
class TermAnswer:
    """The office and the days of an appointment."""

    office: Office
    starts: date
    ends: date | None


@dataclass(frozen=True)
class PersonAnswer:
    """Who a person is, and where they work."""

    name: str
    organisation_id: UUID
    post: str
    email: str
    is_namesake: bool
    """Whether another of the same name and body is somebody else."""


@dataclass(frozen=True)
class AreaAuthorityAnswer:
    """Which authority belongs to the area as well, and where that comes from."""

    authority_id: UUID
    source: str


@dataclass(frozen=True)
class OrganisationAnswer:
    """What an organisation is called, and of which kind it is."""

    name: str
    kind: OrganisationKind


def _day(key: str, label: str, looking: Looking, value: date | None = None, **more: Any) -> Field:
    return Field(key, label, FieldKind.DATE, looking=looking, value=value, **more)


def seat(bodies: Sequence[OrganisationRow], existing: Seat | None = None) -> Form[SeatAnswer]:
    """Return the form of a seat, filled in from the one that is changed."""
    fields = (
        Field(
            "title",
            _tr("Seat"),
            value=existing.title if existing else "",
            required=True,
            longest=lengths.NAME,
        ),
        Field(
            "organisation_id",
            _tr("Held by"),
            FieldKind.CHOICE,
            value=existing.organisation_id if existing else None,
            choices=choices.bodies(bodies),
            required=True,
        ),
        Field(
            "standing",
            _tr("Takes part as"),
            FieldKind.CHOICE,
            value=existing.standing if existing else SeatStanding.MEMBER,
            choices=named(SeatStanding),
            required=True,
        ),
        Field(
            "counts_for_quorum",
            _tr("Counts for quorum"),
            FieldKind.TICK,
            value=existing.counts_for_quorum if existing else True,
        ),
        _day(
            "vacant_since",
            _tr("Vacant since"),
            Looking.BACK,
            existing.vacant_since if existing else None,
        ),
    )
    title = _tr("Change “{0}”").format(existing.title) if existing else _tr("New seat")
    return Form(title, fields, SeatAnswer, save=_tr("Save") if existing else _tr("Add seat"))


def appoint(line: SeatRow, people: Sequence[PersonRow], today: date) -> Form[AppointmentAnswer]:
    """Return the form that puts a person into a seat, one who is entered or a new one."""
    own = [row for row in people if row.organisation.id == line.organisation.id]
    rest = [row for row in people if row.organisation.id != line.organisation.id]
    return Form(
        _tr("Appoint to “{0}”").format(line.seat.title),
        (
            Field(
                "person",
                _tr("Person"),
                FieldKind.CHOICE,
                choices=choices.people((*own, *rest)),
                required=True,
                longest=lengths.NAME,
                takes_new=True,
                tell=partial(_whose, line.organisation, people),
            ),
            _office(Office.MEMBER),
            _day("starts", _tr("From"), Looking.NEAR, today, required=True),
            Field("email", _tr("Email"), help=_tr("Empty leaves the address as it is")),
        ),
        AppointmentAnswer,
        save=_tr("Appoint"),
        intro=_tr("Choose who is entered, or write the whole name of a new person."),
    )


def _whose(body: Organisation, people: Sequence[PersonRow], person: UUID | str) -> str:
    """Say who is meant for a seat of a body, where it is not one of its own people."""
    if isinstance(person, str):
        return _tr("New person: {0}, {1}").format(person, body.name)
    row = next(row for row in people if row.person.id == person)
    if row.organisation.id == body.id:
        return f"{row.person.name}, {body.name}"
    return _tr("{0} comes from {1}; the seat belongs to {2}.").format(
        row.person.name, row.organisation.name, body.name
    )


def _office(value: Office) -> Field:
    offices = named(Office)
    return Field(
        "office", _tr("Office"), FieldKind.CHOICE, value=value, choices=offices, required=True
    )


def change_office(holder: SeatHolder, today: date) -> Form[OfficeAnswer]:
    """Return the form that gives someone in a seat another office."""
    term = holder.appointment
    return Form(
        _tr("Change the office of {0}").format(holder.person.name),
        (
            _office(term.office),
            _day("starts", _tr("From"), Looking.NEAR, max(today, term.starts), required=True),
        ),
        OfficeAnswer,
        save=_tr("Change office"),
        intro=_tr("The office held until then stays on record: it ends the day before."),
    )


def end(holder: SeatHolder, today: date) -> Form[LastDayAnswer]:
    """Return the form that ends an appointment."""
    day = _day("last_day", _tr("Last day in the seat"), Looking.BACK, today, required=True)
    title = _tr("End the appointment of {0}").format(holder.person.name)
    return Form(title, (day,), LastDayAnswer, save=_tr("End appointment"))


def change_appointment(holder: SeatHolder) -> Form[TermAnswer]:
    """Return the form that changes an appointment."""
    term = holder.appointment
    return Form(
        _tr("Correct the appointment of {0}").format(holder.person.name),
        (
            _office(term.office),
            _day("starts", _tr("From"), Looking.NEAR, term.starts, required=True),
            _day("ends", _tr("Last day"), Looking.NEAR, term.ends),
        ),
        TermAnswer,
    )


def person(bodies: Sequence[OrganisationRow], existing: Person | None = None) -> Form[PersonAnswer]:
    """Return the form of a person."""
    return Form(
        _tr("Change {0}").format(existing.name) if existing else _tr("New person"),
        (
            Field(
                "name",
                _tr("Name"),
                value=existing.name if existing else "",
                required=True,
                longest=lengths.NAME,
            ),
            Field(
                "organisation_id",
                _tr("Organisation"),
                FieldKind.CHOICE,
                value=existing.organisation_id if existing else None,
                choices=choices.bodies(bodies),
                required=True,
            ),
            Field("post", _tr("Post"), value=existing.post if existing else ""),
            Field("email", _tr("Email"), value=existing.email if existing else ""),
            Field("is_namesake", _tr("Somebody else of the same name"), FieldKind.TICK),
        ),
        PersonAnswer,
        save=_tr("Save") if existing else _tr("Add person"),
    )


def area_authority(authorities: Sequence[LocalAuthority]) -> Form[AreaAuthorityAnswer]:
    """Return the form that brings one of some authorities into the area."""
    return Form(
        _tr("Add an authority to the area"),
        (
            Field(
                "authority_id",
                _tr("Authority"),
                FieldKind.CHOICE,
                choices=tuple(Choice(each.id, each.name, each.gss_code) for each in authorities),
                required=True,
            ),
            Field(
                "source",
                _tr("Where it comes from"),
                required=True,
                help=_tr("Such as the board's terms of reference or a decision and its day"),
            ),
        ),
        AreaAuthorityAnswer,
        save=_tr("Add to the area"),
        intro=_tr("Figures, collections and seats know it from then on."),
    )


def organisation(existing: Organisation | None = None) -> Form[OrganisationAnswer]:
    """Return the form of an organisation."""
    return Form(
        _tr("Change {0}").format(existing.name) if existing else _tr("New organisation"),
        (
            Field(
                "name",
                _tr("Name"),
                value=existing.name if existing else "",
                required=True,
                longest=lengths.NAME,
            ),
            Field(
                "kind",
                _tr("Kind"),
                FieldKind.CHOICE,
                value=existing.kind if existing else None,
                choices=named(OrganisationKind),
                required=True,
            ),
        ),
        OrganisationAnswer,
        save=_tr("Save") if existing else _tr("Add organisation"),
    )
