"""The front door for Word files: what is damaged, foreign or a trap gets one plain sentence."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

from lxml import etree

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.common.files import not_a_file
from lfjb_desk.intake.markup import count_tags
from lfjb_desk.intake.packages import (
    DAMAGE,
    OLE,
    LockedPackageError,
    PackageLimits,
    UnsafePartError,
    check_directory,
)

LARGEST_FILE = 100 << 20
PAPER = PackageLimits(5_000, 300 << 20, "as no paper needs")
LARGEST_MARKUP = 64 << 20
"""Bytes of all XML parts together once unpacked; the longest paper of the desk has 3 MB."""
MOST_TAGS = 1_000_000
"""Start and end tags of all XML parts together, so half as many elements."""

_NEEDED = ("[Content_Types].xml", "word/document.xml")
_PIECE = 1 << 20


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
    if data.startswith(OLE[:4]):
        raise _locked(name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return WordFile(data, _parts(archive, name))
    except UnsafePartError as error:
        raise UnreadablePaperError(f"{name} has {error}; it was not opened.") from None
    except LockedPackageError:
        raise _locked(name) from None
    except DAMAGE as error:
        raise UnreadablePaperError(
            f"{name} is not a Word document (.docx), or it is damaged."
        ) from error


def _locked(name: str) -> UnreadablePaperError:
    return UnreadablePaperError(
        f"{name} is an old Word file or has a password; save it as .docx without one."
    )


def _read(path: Path) -> bytes:
    if words := not_a_file(path):
        raise UnreadablePaperError(words)
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadablePaperError(
                f"“{path.name}” is larger than a paper can be; it was not opened."
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadablePaperError(f"“{path.name}” cannot be read ({error.strerror}).") from error


def _parts(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    """Return the XML parts, after all of them were looked through in pieces."""
    entries = archive.infolist()
    check_directory(entries, PAPER)
    if not {entry.filename for entry in entries}.issuperset(_NEEDED):
        raise UnreadablePaperError(f"{name} is not a Word document (.docx).")
    marked_up = [entry for entry in entries if entry.filename.lower().endswith((".xml", ".rels"))]
    if sum(entry.file_size for entry in marked_up) > LARGEST_MARKUP:
        raise UnsafePartError(
            f"more than {LARGEST_MARKUP >> 20} MB of text and marks, more than a paper holds"
        )
    tags = 0
    for entry in marked_up:
        tags += count_tags(_pieces(archive, entry), MOST_TAGS - tags)
    return {entry.filename: archive.read(entry) for entry in marked_up}


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as part:
        yield from iter(partial(part.read, _PIECE), b"")


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
