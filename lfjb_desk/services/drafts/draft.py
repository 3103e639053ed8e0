"""A draft: words typed into a box or a form that are not recorded yet, and its line on disk."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PLACE = "place/"
"""How the keys begin that hold no words, only where somebody stood."""
SUM = 8
"""Hexadecimal digits of the checksum that each line begins with."""


@dataclass(frozen=True)
class DraftPlace:
    """Where a draft was typed, so that the window finds the way back."""

    page: str = ""
    kind: str = ""
    """The kind of the record that was shown there, as a page takes it; empty for none."""
    record: UUID | None = None
    area: UUID | None = None
    group: UUID | None = None
    """The area and the group that the user stood in."""
    command: str = ""
    """The label of the command that opened a form."""
    subject: str = ""
    """The id of the record that the command was carried out on; empty where it needed none."""


@dataclass(frozen=True)
class Draft:
    """What was typed, what it belongs to, and where the cursor stood."""

    key: str
    """What it belongs to, such as `minute/` and the id of an agenda item."""
    title: str
    """What it is called when it is offered, such as `3. Performance`."""
    words: Mapping[str, str]
    """What was typed, by field; a tick is `yes` or nothing."""
    at: datetime
    place: DraftPlace = field(default_factory=DraftPlace)
    field: str = ""
    """The field that the cursor stood in."""
    cursor: int = 0
    """The place of the cursor there, in letters from the start."""

    def text(self) -> str:
        """Return all its words, for whoever wants to copy them."""
        return "\n".join(filter(None, self.words.values()))


@dataclass(frozen=True)
class JournalLine:
    """One line of the journal: what a key stands for from then on."""

    database: str
    """Which database it belongs to."""
    key: str
    draft: Draft | None
    """None where the words were recorded, or thrown away."""


def to_line(line: JournalLine) -> bytes:
    """Return the line as it is written: a checksum, then JSON, then the end of the line."""
    values: dict[str, Any] = {"database": line.database, "key": line.key, "draft": None}
    if line.draft is not None:
        values["draft"] = asdict(line.draft) | {"words": dict(line.draft.words)}
    body = json.dumps(values, ensure_ascii=False, default=str).encode("utf-8", "replace")
    return b"%08x %s\n" % (zlib.crc32(body), body)


def read_lines(data: bytes) -> Iterator[JournalLine]:
    """Give the whole lines of a journal in order; what a kill or a full disk tore is passed by."""
    for line in data.split(b"\n"):
        digits, body = line[:SUM], line[SUM + 1 :]
        if body and digits == b"%08x" % zlib.crc32(body):
            try:
                yield _from_json(json.loads(body))
            except (ValueError, TypeError, KeyError):  # whole, and written by another version
                continue


def _from_json(values: dict[str, Any]) -> JournalLine:
    made = values["draft"]
    if made is not None:
        made = Draft(
            key=values["key"],
            title=made["title"],
            words={str(key): str(word) for key, word in made["words"].items()},
            at=datetime.fromisoformat(made["at"]),
            place=_place(made["place"]),
            field=made["field"],
            cursor=int(made["cursor"]),
        )
    return JournalLine(values["database"], values["key"], made)


def _place(values: dict[str, Any]) -> DraftPlace:
    ids = {key: UUID(values[key]) if values[key] else None for key in ("record", "area", "group")}
    return DraftPlace(**{**values, **ids})
