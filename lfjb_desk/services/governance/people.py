"""What the user can ask of people and organisations, and do to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.formatting import fold
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.services.rules import email_address, filled, quoted, refuse_while_used
from lfjb_desk.store.queries.governance import people as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from uuid import UUID

    from typing_extensions import Unpack

    from lfjb_desk.domain.read_models.governance.people import OrganisationRow, PersonRow
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading


class PersonFields(TypedDict, total=False):
    """What is known of a person besides the name; what is left out stays as it is."""

    organisation_id: UUID
    post: str
    email: str


class OrganisationFields(TypedDict, total=False):
    """What is known of an organisation besides the name; what is left out stays as it is."""

    kind: OrganisationKind
    authority_id: UUID | None


class PeopleService:
    """Answers questions about people and organisations, and turns commands into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def people(self) -> tuple[PersonRow, ...]:
        """Return everybody by surname, with their organisation."""
        with self._database.session() as session:
            return tuple(store.people(session))

    def organisations(self) -> tuple[OrganisationRow, ...]:
        """Return the organisations by name."""
        with self._database.session() as session:
            return tuple(store.organisations(session))

    def double(self, name: str, organisation_id: UUID) -> PersonRow | None:
        """Return somebody of a body who is entered under a name already."""
        with self._database.session() as session:
            return _double(session, name, organisation_id)

    def add_person(
        self,
        name: str,
        organisation_id: UUID,
        post: str = "",
        email: str = "",
        *,
        is_namesake: bool = False,
    ) -> Change:
        """Return the change that adds a person.

        `is_namesake` says that another of the same name and body is somebody else.
        """
        with self._database.session() as session:
            person = new_person(
                session, name, organisation_id, post, email, is_namesake=is_namesake
            )
        return change(f"Add {person.name}", person, [added(person)])

    def edit_person(
        self,
        person_id: UUID,
        name: str | None = None,
        *,
        is_namesake: bool = False,
        **fields: Unpack[PersonFields],
    ) -> Change:
        """Return the change that gives a person another name, body, post or address."""
        with self._database.session() as session:
            person = found(session, Person, person_id)
            new = person.name if name is None else filled(name, "The name", lengths.NAME)
            body = found(
                session, Organisation, fields.get("organisation_id", person.organisation_id)
            )
            if (fold(new), body.id) != (fold(person.name), person.organisation_id):
                _refuse_double(session, new, body, is_namesake=is_namesake)
        if "email" in fields:
            fields["email"] = email_address(fields["email"])
        return change(f"Change {person.name}", person, [edited(person, name=new, **fields)])

    def remove_person(self, person_id: UUID) -> Change:
        """Return the change that removes a person whom nothing refers to."""
        with self._database.session() as session:
            person = found(session, Person, person_id)
            refuse_while_used(
                session, person, person.name, instead="End their appointment instead."
            )
        return change(f"Remove {person.name}", person, [removed(person)])

    def add_organisation(
        self, name: str, kind: OrganisationKind, authority_id: UUID | None = None
    ) -> Change:
        """Return the change that adds an organisation under a name that is free."""
        name = filled(name, "The name", lengths.NAME)
        with self._database.session() as session:
            _refuse_taken(session, name, None)
        body = Organisation(name=name, kind=kind, authority_id=authority_id)
        return change(f"Add {name}", body, [added(body)])

    def edit_organisation(
        self, organisation_id: UUID, name: str | None = None, **fields: Unpack[OrganisationFields]
    ) -> Change:
        """Return the change that gives an organisation another name, kind or authority."""
        with self._database.session() as session:
            body = found(session, Organisation, organisation_id)
            new = body.name if name is None else filled(name, "The name", lengths.NAME)
            _refuse_taken(session, new, body)
        return change(f"Change {body.name}", body, [edited(body, name=new, **fields)])

    def remove_organisation(self, organisation_id: UUID) -> Change:
        """Return the change that removes an organisation that nothing refers to."""
        with self._database.session() as session:
            body = found(session, Organisation, organisation_id)
            refuse_while_used(session, body, body.name)
        return change(f"Remove {body.name}", body, [removed(body)])


def new_person(
    session: Reading,
    name: str,
    organisation_id: UUID,
    post: str = "",
    email: str = "",
    *,
    is_namesake: bool = False,
) -> Person:
    """Return a person who is not entered yet.

    Raises:
        RuleError: when the name or the address cannot be, or somebody of the same body bears the
            name and it is not said that they are two.
    """
    body = found(session, Organisation, organisation_id)
    name = " ".join(filled(name, "The name", lengths.NAME).split())
    _refuse_double(session, name, body, is_namesake=is_namesake)
    return Person(name=name, organisation_id=body.id, post=post.strip(), email=email_address(email))


def _double(session: Reading, name: str, organisation_id: UUID) -> PersonRow | None:
    sought = (fold(" ".join(name.split())), organisation_id)
    rows = store.people(session)
    return next(
        (row for row in rows if (fold(row.person.name), row.organisation.id) == sought), None
    )


def _refuse_double(session: Reading, name: str, body: Organisation, *, is_namesake: bool) -> None:
    double = None if is_namesake else _double(session, name, body.id)
    if double is not None:
        post = f", {double.person.post}," if double.person.post else ""
        raise RuleError(
            f"There is a {double.person.name}{post} of {body.name} already. Use that entry, or "
            "say that this is somebody else of the same name; nothing was changed."
        )


def _refuse_taken(session: Reading, name: str, own: Organisation | None) -> None:
    other = store.named(session, name)
    if other is not None and (own is None or other.id != own.id):
        raise RuleError(
            f"There is an organisation {quoted(other.name)} already. "
            "Use that one or choose another name; nothing was changed."
        )
