"""The front door for Word files: what is damaged, foreign or a trap gets one plain sentence."""

import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from lxml import etree

from lfjb_desk.domain.changes import RuleError

LARGEST_FILE = 200_000_000
LARGEST_INSIDE = 600_000_000
"""Bytes of all parts together once unpacked."""
MOST_PARTS = 10_000

_NEEDED = ("[Content_Types].xml", "word/document.xml")
_OLD = b"\xd0\xcf\x11\xe0"
_PROLOGUE = 65_536
"""A declaration stands before the root element, and that begins within so many bytes."""
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
"""What reading a damaged zip may raise."""
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class UnreadablePaperError(RuleError):
    """A file that is not a Word document we may read."""


@dataclass(frozen=True)
class WordFile:
    """A Word document that passed the front door: its bytes, and its XML parts unpacked."""

    data: bytes
    parts: dict[str, bytes]


def word_file(source: Path | bytes) -> WordFile:
    """Return a Word document, looked over.

    Raises:
        UnreadablePaperError: when it is missing, not a .docx, damaged, too large, or holds a
            DOCTYPE.
    """
    name = "This file" if isinstance(source, bytes) else f"“{source.name}”"
    data = source if isinstance(source, bytes) else _read(source)
    if data.startswith(_OLD):
        raise UnreadablePaperError(
            f"{name} is an old Word file or has a password; save it as .docx without one."
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return WordFile(data, _parts(archive, name))
    except DAMAGE as error:
        raise UnreadablePaperError(
            f"{name} is not a Word document (.docx), or it is damaged."
        ) from error


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadablePaperError(
                f"“{path.name}” is larger than a paper can be; it was not opened."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadablePaperError(f"There is no file “{path}”.") from error
    except OSError as error:
        raise UnreadablePaperError(f"“{path.name}” cannot be read ({error.strerror}).") from error


def _parts(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_INSIDE:
        raise UnreadablePaperError(
            f"{name} unpacks to more than a paper can hold; it was not opened."
        )
    names = {entry.filename for entry in entries}
    if not names.issuperset(_NEEDED):
        raise UnreadablePaperError(f"{name} is not a Word document (.docx).")
    if len(names) != len(entries):
        raise UnreadablePaperError(f"{name} holds the same part twice, so it was not opened.")
    parts = {
        entry.filename: archive.read(entry)
        for entry in entries
        if entry.filename.lower().endswith((".xml", ".rels"))
    }
    if any(_DOCTYPE.search(part, 0, _PROLOGUE) for part in parts.values()):
        raise UnreadablePaperError(
            f"{name} holds a DOCTYPE, which a Word document never needs; it was not opened."
        )
    return parts


def parse(data: bytes, part: str) -> etree._Element:
    """Return the root of a part, read without entities, network or limits lifted.

    Raises:
        UnreadablePaperError: when it is not well-formed XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadablePaperError(
            f"The part “{part}” of the document is damaged: {error.msg}."
        ) from error
