"""People and organisations as a reader needs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import fold

if TYPE_CHECKING:
    from lfjb_desk.domain.governance.people import Organisation, Person

TITLES = frozenset(
    {"baroness", "canon", "cllr", "councillor", "dame", "ddj", "deputy", "district", "dj", "dr"}
    | {"her", "hhj", "his", "honour", "judge", "justice", "lady", "lord", "master", "miss", "mr"}
    | {"mrs", "ms", "prof", "professor", "recorder", "rev", "reverend", "sir"}
)
"""Words before a name that are no part of it, without full stops."""
LETTERS_AFTER = frozenset(
    {"ba", "cbe", "dbe", "jp", "kbe", "kc", "llb", "llm", "mbe", "msc", "obe", "phd", "qc", "qpm"}
)
"""Honours and degrees after a name."""


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


def surname_first(name: str) -> tuple[str, str, str]:
    """Return what sorts a person: surname, first names, then the whole name with its title.

    `HHJ Ada Siskin KC` sorts as Siskin, Ada. Where a name is nothing but a title, it stands as it
    is written.
    """
    whole = fold(name)
    words = [word.strip(".,") for word in whole.split()]
    while len(words) > 1 and words[0] in TITLES:
        del words[0]
    while len(words) > 1 and words[-1] in LETTERS_AFTER:
        del words[-1]
    return (words[-1] if words else "", " ".join(words[:-1]), whole)
