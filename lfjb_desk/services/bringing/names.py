"""People and bodies by the names that a file gives them: exactly one, or asked about."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import fold
from lfjb_desk.domain.governance.people import Organisation
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.governance.people import LETTERS_AFTER, TITLES
from lfjb_desk.services.governance.organisations import COURTS
from lfjb_desk.services.places import Resolver
from lfjb_desk.store.queries import places
from lfjb_desk.store.queries.governance.people import people as people_rows
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from lfjb_desk.domain.read_models.governance.people import PersonRow
    from lfjb_desk.store.queries.lookup import Reading

OTHER_NAMES = {"hmcts": COURTS, "hm courts & tribunals service": COURTS}
NO_NAMES = frozenset(
    {"all", "everyone", "everybody", "tbc", "tba", "tbd", "various", "chair", "members", "leads"}
    | {"lead", "las", "la", "team", "group", "board", "partners", "agencies", "secretariat"}
    | {"court", "courts", "council", "councils", "authorities", "authority", "service", "services"}
    | {"judge", "judges", "legal", "head", "manager", "director", "officer", "sub", "cafcass"}
    | {"hmcts", "police", "health", "above", "as", "ditto", "and", "or", "to", "be", "confirmed"}
    | {"vice", "deputy", "heads", "the", "lfjb", "dfj", "unknown", "none", "nobody"}
)
"""Words that stand in place of a name."""
MOST_WORDS = 4
LEAST_LETTERS = 3
_WORD = re.compile(r"[^\W\d_](?:[\w'\u2019.-]*)")


@dataclass(frozen=True)
class PersonMatch:
    """Who a name may be: the one person so called, or people who come near it."""

    person: PersonRow | None
    candidates: tuple[PersonRow, ...]
    namesakes: bool = False
    """Whether more than one person is so called."""
    may_be_new: bool = False
    """Whether the words are a whole name, of somebody who is not entered."""


class NameFinder:
    """Finds people and bodies; it never guesses."""

    def __init__(
        self,
        people: Sequence[PersonRow],
        organisations: Sequence[Organisation],
        spellings: Resolver,
        authorities: Mapping[str, UUID],
    ) -> None:
        """`authorities` gives the id of each local authority by its code."""
        self.people = tuple(people)
        self.organisations = tuple(sorted(organisations, key=lambda body: fold(body.name)))
        self._spellings = spellings
        self._of_authority = {body.authority_id: body for body in organisations}
        self._authorities = authorities
        self._named: dict[tuple[str, ...], list[PersonRow]] = defaultdict(list)
        for row in people:
            self._named[bare_name(row.person.name)].append(row)
        self._bodies = {fold(body.name): body for body in organisations}

    def person(self, words: str) -> PersonMatch:
        """Return who is called so in full; a first name, initials or a post are nobody's name."""
        bare = bare_name(words)
        named = self._named.get(bare, []) if len(bare) > 1 else []
        if len(named) == 1 and not _titles_differ(words, named[0].person.name):
            return PersonMatch(named[0], tuple(named))
        near = tuple(named) or self._near(words)
        return PersonMatch(None, near, len(named) > 1, not named and is_name(words))

    def organisation(self, words: str) -> Organisation | None:
        """Return the body that is known by these words."""
        plain = fold(" ".join(words.split())).removeprefix("the ").strip(" .")
        body = self._bodies.get(plain) or self._bodies.get(fold(OTHER_NAMES.get(plain, "-")))
        if body is not None:
            return body
        match = self._spellings.resolve(" ".join(words.split()), PlaceKind.AUTHORITY)
        return self._of_authority.get(self._authorities.get(match.code)) if match.code else None

    def _near(self, words: str) -> tuple[PersonRow, ...]:
        """Return who comes near: named among the words, by initials, or by a part of the name."""
        folded = fold(words)
        parts = {part for part in _bare_words(words) if len(part) >= LEAST_LETTERS}
        letters = {
            "".join(filter(str.isalpha, part)) for part in re.split(r"[/,;&+]| and ", folded)
        }

        def nearness(row: PersonRow) -> int:
            own = bare_name(row.person.name)
            if own and " ".join(own) in folded:
                return 0
            if "".join(part[0] for part in own if part) in letters:
                return 1
            return 2 if parts & set(own) else 3

        near = [row for row in self.people if nearness(row) < 3]  # noqa: PLR2004 - the last is nobody
        return tuple(sorted(near, key=nearness))


def name_finder(session: Reading) -> NameFinder:
    """Return a finder over all who are entered, and over the spellings of authorities."""
    authorities = {each.gss_code: each for each in places.all_authorities(session)}
    titles = {(PlaceKind.AUTHORITY, code): each.name for code, each in authorities.items()}
    return NameFinder(
        people_rows(session),
        everything(session, Organisation),
        Resolver(places.all_names(session), titles),
        {code: each.id for code, each in authorities.items()},
    )


def bare_name(name: str) -> tuple[str, ...]:
    """Return the words of a name as they compare, without titles and letters after it."""
    words = _bare_words(name)
    while len(words) > 1 and words[0] in TITLES:
        del words[0]
    while len(words) > 1 and words[-1] in LETTERS_AFTER:
        del words[-1]
    return tuple(words)


def is_name(words: str) -> bool:
    """Tell whether words are a whole name: two to four of them, with capitals, and no post."""
    bare = bare_name(words)
    written = words.split()
    return (
        1 < len(bare) <= MOST_WORDS
        and NO_NAMES.isdisjoint(bare)
        and all(_WORD.fullmatch(word.strip(".,")) for word in written)
        and all(
            word[0].isupper() or word.casefold() in {"de", "van", "der", "ap", "ab"}
            for word in written
        )
        and "," not in words
        and all(len(word) > 1 for word in bare[-1:])
    )


def _bare_words(name: str) -> list[str]:
    return [stripped for word in fold(name).split() if (stripped := word.strip(".,()"))]


def _titles_differ(name: str, other: str) -> bool:
    """Tell whether two names have titles, and other ones: a judge is not a Mr of the same name."""
    first, second = (
        [word for word in _bare_words(each)[:-2] if word in TITLES] for each in (name, other)
    )
    return bool(first and second and first != second)
