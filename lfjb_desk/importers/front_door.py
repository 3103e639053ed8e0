"""The front door: what a file is, and whether it is safe to hand to a parser."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Literal

from lfjb_desk.importers.figures import ImportRefusedError
from lfjb_desk.importers.parts import MOST_CELLS, UnsafePartError, look_through

if TYPE_CHECKING:
    from pathlib import Path

Kind = Literal["text", "xlsx", "ods"]

LARGEST_FILE = 50 << 20
MOST_ENTRIES = 2_000
LARGEST_TOTAL = 300 << 20
RATIO, RATIO_FROM = 200, 10 << 20
SAFE = "Nothing was imported."

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_PIECE = 8 << 20
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, KeyError, OSError, OverflowError, RuntimeError, ValueError),
)
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what workbooks are packed with
_PADDING = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_PACKAGES = (".zip", ".xlsx", ".xlsm", ".xlsb", ".ods", ".odt", ".docx", ".gz", ".7z", ".rar")
_ASIDES = {
    "macros": ("vbaproject",),
    "links to other files": ("xl/externallinks/",),
    "connections to outside data": ("xl/connections", "xl/querytables/"),
    "embedded objects": ("xl/embeddings/", "xl/activex/"),
}
_DRIVE = re.compile(r"[A-Za-z]:")
_OTHER = {  # what it is by the bytes that it begins with
    b"%PDF": "a PDF file, which holds no table that can be read exactly",
    b"{\\rtf": "a Rich Text file, not a table",
    b"\x1f\x8b": "a compressed file; unpack it and import the file inside",
    b"7z\xbc\xaf": "a compressed file; unpack it and import the file inside",
    b"SQLite format 3": "a database, not a table of figures",
}


@dataclass(frozen=True)
class Admitted:
    """A file that may be parsed: its bytes, so that nothing can change under the reader."""

    name: str
    data: bytes
    sha256: str
    kind: Kind
    notes: tuple[str, ...]


def admit(path: Path) -> Admitted:
    """Return the file when it is what it says and within the limits.

    Raises:
        ImportRefusedError: when it is not.
    """
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise ImportRefusedError(
            f"{path.name} is larger than {LARGEST_FILE >> 20} MB, more than a table of figures "
            f"needs. {SAFE} Save only the sheet you need."
        )
    data = path.read_bytes()
    kind, notes = _kind(path.name, data)
    return Admitted(path.name, data, hashlib.sha256(data).hexdigest(), kind, notes)


def _kind(name: str, data: bytes) -> tuple[Kind, tuple[str, ...]]:
    if not data.strip():
        raise ImportRefusedError(f"{name} is empty. {SAFE}")
    if data.startswith(_OLE):
        raise ImportRefusedError(
            f"{name} is protected by a password or saved in the old .xls format. {SAFE} "
            "Open it, save it as an .xlsx workbook without a password and import that."
        )
    if data.startswith(_ZIP):
        return _package(name, data)
    for start, what in _OTHER.items():
        if data.startswith(start):
            raise ImportRefusedError(f"{name} is {what}. {SAFE}")
    head = data[:4096].replace(b"\0", b"").lstrip(_PADDING)
    if head.startswith(b"<"):
        raise ImportRefusedError(
            f"{name} is a web page or another marked-up file, whatever its name says. {SAFE} "
            "Open it in a spreadsheet program, save it as .xlsx and import that."
        )
    return "text", ()


def _package(name: str, data: bytes) -> tuple[Kind, tuple[str, ...]]:
    """Look through a zip package, of which a workbook is one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _check_directory(name, entries)
            kind = _package_kind(name, {entry.filename for entry in entries}, package)
            _check_parts(name, package, kind)
            return kind, _asides(package, kind)
    except UnsafePartError as error:
        raise ImportRefusedError(f"{name} has {error}. {SAFE}") from None
    except _DAMAGE:
        raise ImportRefusedError(
            f"{name} is damaged or cut short. {SAFE} Fetch the file again and import that."
        ) from None


def _check_directory(name: str, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse a package by what its table of contents says."""
    if len(entries) > MOST_ENTRIES:
        raise ImportRefusedError(f"{name} has more than {MOST_ENTRIES:,} parts. {SAFE}")
    if len({entry.filename for entry in entries}) < len(entries):
        raise ImportRefusedError(f"{name} has two parts of the same name. {SAFE}")
    if sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        raise ImportRefusedError(
            f"{name} unpacks to more than {LARGEST_TOTAL >> 20} MB. {SAFE} "
            "Save only the sheet you need."
        )
    for entry in entries:
        if entry.compress_type not in _PACKINGS:
            raise ImportRefusedError(f"{name} is packed in a way that no workbook is. {SAFE}")
        if entry.flag_bits & 1:
            raise ImportRefusedError(_locked(name))
        if entry.file_size > max(RATIO_FROM, RATIO * entry.compress_size):
            raise ImportRefusedError(
                f"{name} has a part packed more than {RATIO} times smaller than it is, "
                f"as no table of figures needs. {SAFE}"
            )
        path = entry.orig_filename
        if path.startswith(("/", "\\")) or _DRIVE.match(path) or ".." in re.split(r"[/\\]", path):
            raise ImportRefusedError(f"{name} has a part that would unpack elsewhere. {SAFE}")
        if path.casefold().endswith(_PACKAGES):
            raise ImportRefusedError(f"{name} has a packed file inside it. {SAFE}")


def _package_kind(name: str, parts: set[str], package: zipfile.ZipFile) -> Kind:
    folded = {part.casefold() for part in parts}
    if "META-INF/manifest.xml" in parts and b"encryption-data" in _head(
        package, "META-INF/manifest.xml", 1 << 20
    ):
        raise ImportRefusedError(_locked(name))
    if "mimetype" in parts and _head(package, "mimetype", 200).startswith(_ODS_TYPE):
        return "ods"
    if "xl/workbook.xml" in folded:
        return "xlsx"
    if "xl/workbook.bin" in folded:
        what = "a workbook in the binary .xlsb format; save it as .xlsx and import that"
    elif "word/document.xml" in folded:
        what = "a Word document, not a workbook"
    elif any(part.endswith(".csv") for part in folded):
        what = "a packed folder of files; unpack it and import the one you need"
    else:
        what = "a packed file, but not a workbook"
    raise ImportRefusedError(f"{name} is {what}. {SAFE}")


def _check_parts(name: str, package: zipfile.ZipFile, kind: Kind) -> None:
    """Look through every part that is marked up, whatever it is called."""
    cells = 0
    for entry in package.infolist():
        with package.open(entry) as part:
            head = part.read(64)
            if head.startswith(_ZIP):
                raise ImportRefusedError(f"{name} has a packed file inside it. {SAFE}")
            if head.lstrip(_PADDING).startswith(b"<"):
                pieces = chain((head,), iter(partial(part.read, _PIECE), b""))
                rows = kind == "ods" and entry.filename == "content.xml"
                cells += look_through(pieces, ods=rows)
    if cells > MOST_CELLS * 2:
        raise UnsafePartError(f"sheets that spread over {cells:,} cells in all")


def _asides(package: zipfile.ZipFile, kind: Kind) -> tuple[str, ...]:
    """Return what is in the workbook but is never run, followed or kept."""
    names = [name.casefold() for name in package.namelist()]
    found = [
        what
        for what, marks in _ASIDES.items()
        if kind == "xlsx" and any(mark in name for mark in marks for name in names)
    ]
    return (f"Left alone in the workbook: {', '.join(found)}.",) if found else ()


def _head(package: zipfile.ZipFile, part: str, size: int) -> bytes:
    with package.open(part) as opened:
        return opened.read(size)


def _locked(name: str) -> str:
    return f"{name} is protected by a password. {SAFE} Save it without one and import that."
