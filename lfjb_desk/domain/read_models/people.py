"""People and organisations as a reader needs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.domain.people import Organisation, Person


@dataclass(frozen=True)
class PersonRow:
    """A person with the body they come from."""

    person: Person
    organisation: Organisation
    open_actions: int


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation with how much it brings."""

    organisation: Organisation
    people: int
    seats: int
    open_actions: int
