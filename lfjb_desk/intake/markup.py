"""A look through XML in pieces, before any tree is built of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lfjb_desk.intake.packages import UnsafePartError

if TYPE_CHECKING:
    from collections.abc import Iterable

_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)", re.IGNORECASE)
_USUAL_ENCODINGS = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_LONGEST_DECLARATION = 64
"""Bytes kept of the piece before, so that a declaration across two pieces is seen too."""


def check_encoding(start: bytes) -> None:
    """Refuse a part whose first bytes say another encoding than UTF-8, which would blind searches.

    Raises:
        UnsafePartError: when they do.
    """
    declared = _ENCODING.search(start[:400])
    if start.startswith(_WIDE_BOMS) or (
        declared and declared[1].strip().lower() not in _USUAL_ENCODINGS
    ):
        raise UnsafePartError("a part that is not written in UTF-8")


def check_declarations(piece: bytes) -> None:
    """Refuse a piece that declares a document type or an entity.

    Raises:
        UnsafePartError: when it does.
    """
    if b"<!" in piece and _DECLARATION.search(piece):
        raise UnsafePartError(
            "a document type (DOCTYPE) or entity declaration, which no file needs"
        )


def count_tags(pieces: Iterable[bytes], most: int) -> int:
    """Return how many tags a part has at most, start, end and other, having looked at all of it.

    A tag begins with `<`, and text cannot hold a bare one, so counting them bounds the elements.

    Raises:
        UnsafePartError: when there are more than `most`, or the part is no plain UTF-8 markup.
    """
    tags, tail = 0, b""
    for number, piece in enumerate(pieces):
        if number == 0:
            check_encoding(piece)
        check_declarations(tail + piece)
        tail = piece[-_LONGEST_DECLARATION:]
        tags += piece.count(b"<")
        if tags > most:
            raise UnsafePartError("more elements than a file of its kind needs")
    return tags
