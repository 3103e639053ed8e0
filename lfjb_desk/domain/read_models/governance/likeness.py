"""Which entries of people may be of one person: by their names, or by their e-mail address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import fold
from lfjb_desk.domain.read_models.governance.people import surname_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.read_models.governance.people import PersonRow


class Likeness(StrEnum):
    """Why two entries may be of one person, the surest first."""

    EMAIL = "the same e-mail address"
    NAME = "the same name"
    INITIALS = "the same surname, and initials that fit"
    SURNAME = "the same surname and organisation, one of them without a first name"


@dataclass(frozen=True)
class LikePeople:
    """Two entries that may be of one person."""

    first: PersonRow
    second: PersonRow
    likeness: Likeness


def like_people(rows: Sequence[PersonRow]) -> tuple[LikePeople, ...]:
    """Return the pairs of entries that may be of one person, the surest first."""
    found = [
        LikePeople(first, second, likeness)
        for first, second in combinations(rows, 2)
        if (likeness := likeness_of(first, second)) is not None
    ]
    return tuple(sorted(found, key=lambda pair: list(Likeness).index(pair.likeness)))


def likeness_of(first: PersonRow, second: PersonRow) -> Likeness | None:
    """Return why two entries may be of one person; None where nothing speaks for it."""
    address = fold(first.person.email.strip())
    if address and address == fold(second.person.email.strip()):
        return Likeness.EMAIL
    (surname, given, _), (other_surname, other_given, _) = (
        surname_first(row.person.name) for row in (first, second)
    )
    if surname != other_surname:
        return None
    if given and given == other_given:
        return Likeness.NAME
    if given and other_given:
        return Likeness.INITIALS if _initials_fit(given, other_given) else None
    if first.organisation.id != second.organisation.id:
        return None
    return Likeness.NAME if given == other_given else Likeness.SURNAME


def _initials_fit(given: str, other: str) -> bool:
    """Tell whether first names agree as far as both say them, where one of them is an initial."""
    pairs = list(zip(_names(given), _names(other), strict=False))
    is_short = any(len(name) == 1 for pair in pairs for name in pair)
    return is_short and all(
        name == another or (1 in {len(name), len(another)} and name[0] == another[0])
        for name, another in pairs
    )


def _names(given: str) -> list[str]:
    """Return the parts of first names: `a. j.` gives a and j."""
    return [part for part in given.replace(".", " ").replace("-", " ").split() if part]
