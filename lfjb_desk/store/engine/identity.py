"""Whose file it is, told from its first hundred bytes, before anything opens it."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from lfjb_desk.store.engine.sqlite import APPLICATION_ID

MAGIC = b"SQLite format 3\0"
SCHEMA_AT, APPLICATION_AT, HEADER = 60, 68, 100


class FileKind(Enum):
    """What a file is to the desk."""

    MISSING = "missing"
    EMPTY = "empty"
    FOREIGN = "foreign"
    DAMAGED = "damaged"
    OURS = "ours"


@dataclass(frozen=True)
class Header:
    """What the first bytes of a file say."""

    kind: FileKind
    schema: int = 0


def read_header(path: Path) -> Header:
    """Return what a file is; only its first bytes are read, and nothing is locked or changed."""
    if not path.exists():
        return Header(FileKind.MISSING)
    with path.open("rb") as file:
        head = file.read(HEADER)
    if not head:
        return Header(FileKind.EMPTY)
    ours = head[APPLICATION_AT : APPLICATION_AT + 4] == APPLICATION_ID.to_bytes(4, "big")
    if not ours or len(head) < HEADER:
        return Header(FileKind.FOREIGN)
    if not head.startswith(MAGIC):
        return Header(FileKind.DAMAGED)
    return Header(FileKind.OURS, int.from_bytes(head[SCHEMA_AT : SCHEMA_AT + 4], "big"))
