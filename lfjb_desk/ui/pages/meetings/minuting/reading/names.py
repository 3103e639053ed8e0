"""Who can be named in a line of the minutes, and who is meant by the letters typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

PERSON, BODY = "@", "@@"
"""The signs before a person's name and before a body's."""

_MENTION = re.compile(r"(?<![^\s(,;/&])(@@?)(?=[^\W\d_])")
_BEGUN = re.compile(r"(?<![^\s(,;/&])(@@?)([^\s@\d][^@\n]{0,60})?$")
_TOKEN = re.compile(r"[\w'\u2019-]+")
_OWNS = re.compile(r"['\u2019]s\b")


@dataclass(frozen=True)
class Named:
    """A person or a body that can be named in a line; `under` is a person's body."""

    id: UUID
    name: str
    under: str = ""


@dataclass(frozen=True)
class Names:
    """Everybody who can be named: people after `@`, bodies after `@@`."""

    people: tuple[Named, ...] = ()
    bodies: tuple[Named, ...] = ()

    def of(self, sign: str) -> tuple[Named, ...]:
        """Return those whom a sign can name."""
        return self.bodies if sign == BODY else self.people

    def has_first_name(self, word: str) -> bool:
        """Tell whether a person's name begins with a word: `May` of May Linnet, but no surname."""
        return any(fold(person.name).split()[:1] == [fold(word)] for person in self.people)

    def joins(self, before: str, after: str) -> bool:
        """Tell whether two words stand one after the other in a person's name."""
        pair = [fold(before), fold(after)]
        return any(pair in _pairs(fold(person.name).split()) for person in self.people)


@dataclass(frozen=True)
class Begun:
    """A name that is being typed: its sign, what is there of it, and where it starts."""

    sign: str
    letters: str
    start: int


@dataclass(frozen=True)
class Mention:
    """A name after its sign in a line, from `start` to `end`; nobody where it is not known."""

    start: int
    end: int
    sign: str
    named: Named | None
    is_possessive: bool = False
    """Whether it is `@Tom's`, which names somebody and gives nothing to do."""


def begun_name(before: str) -> Begun | None:
    """Return the name that is being typed at the end of a text, or None."""
    match = _BEGUN.search(before)
    return Begun(match[1], match[2] or "", match.start()) if match else None


def matching(begun: Begun, names: Names) -> Sequence[Named]:
    """Return those whose name, or a word of it, begins with the letters typed."""
    typed = fold(begun.letters)
    everybody = names.of(begun.sign)
    first = [person for person in everybody if fold(person.name).startswith(typed)]
    others = [
        person for person in everybody if person not in first and _has_word(person.name, typed)
    ]
    return [*first, *others]


def mentions_in(line: str, names: Names) -> list[Mention]:
    """Return the names after a sign in a line, in order; an e-mail address is none."""
    found: list[Mention] = []
    for sign in _MENTION.finditer(line):
        if not found or sign.start() >= found[-1].end:
            named, length = _whose(line[sign.end() :], names.of(sign[1]))
            end = sign.end() + length
            owns = bool(_OWNS.match(line, end))
            found.append(Mention(sign.start(), end, sign[1], named, owns))
    return found


def _whose(rest: str, everybody: Sequence[Named]) -> tuple[Named | None, int]:
    """Return who is named at the start of a text, and how many letters name them."""
    whole = [
        person
        for person in everybody
        if rest[: len(person.name)].casefold() == person.name.casefold()
        and not rest[len(person.name) : len(person.name) + 1].isalnum()
    ]
    if whole:
        longest = max(whole, key=lambda named: len(named.name))
        return longest, len(longest.name)
    token = _TOKEN.match(rest)
    letters = token[0] if token else ""
    meant = _only(letters, everybody)
    own = _OWNS.search(letters)
    if meant is None and own is not None and own.end() == len(letters):
        letters = letters[: own.start()]
        meant = _only(letters, everybody)
    return meant, len(letters)


def _only(letters: str, everybody: Sequence[Named]) -> Named | None:
    """Return the only one whose name has a word that begins so, or the only one so called."""
    typed = fold(letters)
    known = [named for named in everybody if _has_word(named.name, typed)]
    called = [named for named in known if fold(named.name) == typed]
    fitting = called or known
    return fitting[0] if len(fitting) == 1 else None


def _has_word(name: str, typed: str) -> bool:
    return any(word.startswith(typed) for word in fold(name).split())


def _pairs(words: Sequence[str]) -> list[list[str]]:
    return [[before, after] for before, after in pairwise(words)]
