"""References of actions with a letter that checks them, as forms and e-mails carry them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXY"
"""The letters that check: 23, a prime, so that every digit that is wrong or swapped is found."""

_VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_REFERENCE = re.compile(
    r"(?<![A-Za-z0-9])(?P<ref>[A-Z]{2,8}-A-\d{3,6})(?:-(?P<letter>[A-Z]))?(?![A-Za-z0-9]|-[A-Za-z0-9])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class FoundReference:
    """A reference in a text: where it stands, and whether its letter is right."""

    ref: str
    """Without its letter: `ESST-A-014`."""
    start: int
    end: int
    is_checked: bool
    """Whether a letter stands behind it and is the right one."""
    has_letter: bool
    """Whether any letter stands behind it."""


def check_letter(ref: str) -> str:
    """Return the letter that checks a reference: the sum of place times value, modulo 23."""
    signs = (sign for sign in ref.upper() if sign in _VALUES)
    return LETTERS[sum(at * _VALUES.index(sign) for at, sign in enumerate(signs, 1)) % len(LETTERS)]


def checked_reference(ref: str) -> str:
    """Return a reference with its letter: `ESST-A-014-K`."""
    return f"{ref}-{check_letter(ref)}"


def plain_dashes(text: str) -> str:
    """Return a text in which every dash that a program may have made of a hyphen is one again.

    Places in it are those of the text, unless that held marks that nobody sees.
    """
    return visible(_DASHES.sub("-", text))


def references_in(text: str) -> Iterator[FoundReference]:
    """Yield the references of a text of `plain_dashes`, in order, large letters or small."""
    for match in _REFERENCE.finditer(text):
        ref, letter = match["ref"].upper(), (match["letter"] or "").upper()
        is_checked = letter == check_letter(ref)
        yield FoundReference(ref, match.start(), match.end(), is_checked, bool(letter))


def read_reference(text: str) -> str:
    """Return the one reference that a text is, its letter checked; empty where it is none."""
    plain = " ".join(plain_dashes(text).split())
    found = list(references_in(plain))
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(plain))
    return found[0].ref if whole and found[0].is_checked else ""
