"""Contacts as vCards (3.0 and 4.0), as a table of people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import Grid

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGIN = "BEGIN:VCARD"
HEADINGS = ("Name", "Organisation", "Job title", "E-mail")
_FOLDED = re.compile(r"\r?\n[ \t]")
_ESCAPED = re.compile(r"\\([\\,;nN])")
_PARTS = re.compile(r"(?<!\\);")


def is_vcards(content: str) -> bool:
    """Tell whether a text is a list of vCards."""
    return content.lstrip("\ufeff \r\n").upper().startswith(BEGIN)


def vcard_grid(content: str) -> Grid:
    """Return the contacts of a text as a table under headings, one row a card."""
    return Grid("", [list(HEADINGS), *_rows(_FOLDED.sub("", content))])


def _rows(content: str) -> Iterator[list[str]]:
    card: dict[str, str] = {}
    for line in content.splitlines():
        named, separator, value = line.partition(":")
        name = named.split(";")[0].split(".")[-1].strip().upper()
        if name == "BEGIN":
            card = {}
        elif name == "END":
            if any(card.values()):
                full = card.get("FN") or _name(card.get("N", ""))
                body, post, address = (card.get(key, "") for key in ("ORG", "TITLE", "EMAIL"))
                yield [_plain(each) for each in (full, _PARTS.split(body)[0], post, address)]
        elif separator and name not in card:  # of several addresses the first is the preferred
            card[name] = value.strip()


def _name(parts: str) -> str:
    """Return a name of its parts: surname, first name, further names, title."""
    surname, first, further, title, *_ = [*_PARTS.split(parts), "", "", "", ""]
    return " ".join(filter(None, (title, first, further, surname)))


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda match: " " if match[1] in "nN" else match[1], value).strip()
