"""The front door: what a file is, and whether it is safe to hand to a parser."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Literal

from lfjb_desk.importers.figures import ImportRefusedError
from lfjb_desk.importers.reading.xml_scan import MOST_CELLS, look_through
from lfjb_desk.intake.packages import (
    DAMAGE,
    OLE,
    LockedPackageError,
    PackageLimits,
    UnsafePartError,
    check_directory,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Kind = Literal["text", "xlsx", "ods", "zip"]
"""What is in the file; `zip` is a packed release of text files and at most one workbook."""

LARGEST_FILE = 50 << 20
LARGEST_TEXT = 1 << 30  # only for tables that are read row by row, whatever their length
WORKBOOK = PackageLimits(2_000, 300 << 20, "as no table of figures needs")
SAFE = "Nothing was imported."

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_PIECE = 8 << 20
_PADDING = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_UNTYPED = {*range(1, 32)} - set(b"\t\n\r\f")  # bytes that are no part of what a person types
_PACKAGES = (".zip", ".xlsx", ".xlsm", ".xlsb", ".ods", ".odt", ".docx", ".gz", ".7z", ".rar")
_WORKBOOKS = (".xlsx", ".xlsm", ".ods")  # of which a packed release may hold one
_TEXTS = (".csv", ".tsv", ".txt")
_ASIDES = {
    "macros": ("vbaproject",),
    "links to other files": ("xl/externallinks/",),
    "connections to outside data": ("xl/connections", "xl/querytables/"),
    "embedded objects": ("xl/embeddings/", "xl/activex/"),
}
_ERROR_CELL = b' t="e"'  # an .xlsx cell such as #REF!, of which the parser gives nothing
_IN_ERROR = "Some cells are in error, such as #REF!; they hold no figure and are read as empty."
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
    """Empty for text above `LARGEST_FILE`, which stays where it is and is read row by row."""
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
        return _admit_large(path, size)
    return admit_bytes(path.name, path.read_bytes())


def admit_bytes(name: str, data: bytes) -> Admitted:
    """Return the file of this name and content, as `admit` does.

    Raises:
        ImportRefusedError: when it is not what it says, or past a limit.
    """
    kind, notes = _kind(name, data)
    return Admitted(name, data, hashlib.sha256(data).hexdigest(), kind, notes)


def _admit_large(path: Path, size: int) -> Admitted:
    """Return a large file that is text; its content is looked at where it is read."""
    with path.open("rb") as file:
        head = file.read(4096)
        most = LARGEST_FILE if _kind_of_start(path.name, head) != "text" else LARGEST_TEXT
        if size > most:
            raise ImportRefusedError(
                f"{path.name} is larger than {most >> 20:,} MB, more than a table of figures "
                f"needs. {SAFE} Save only the sheet you need."
            )
        file.seek(0)
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return Admitted(path.name, b"", sha256, "text", ())


def _kind(name: str, data: bytes) -> tuple[Kind, tuple[str, ...]]:
    if not data.strip():
        raise ImportRefusedError(f"{name} is empty. {SAFE}")
    if _kind_of_start(name, data[:4096]) == "package":
        return _package(name, data)
    return "text", ()


def _kind_of_start(name: str, start: bytes) -> Literal["text", "package"]:
    """Return what a file is by the bytes it begins with; refuse what is neither."""
    if start.startswith(OLE):
        raise ImportRefusedError(
            f"{name} is protected by a password or saved in the old .xls format. {SAFE} "
            "Open it, save it as an .xlsx workbook without a password and import that."
        )
    if start.startswith(_ZIP):
        return "package"
    for mark, what in _OTHER.items():
        if start.startswith(mark):
            raise ImportRefusedError(f"{name} is {what}. {SAFE}")
    if start.replace(b"\0", b"").lstrip(_PADDING).startswith(b"<"):
        raise ImportRefusedError(
            f"{name} is a web page or another marked-up file, whatever its name says. {SAFE} "
            "Open it in a spreadsheet program, save it as .xlsx and import that."
        )
    if is_called_package(name) and not _UNTYPED.isdisjoint(start.replace(b"\0", b"")):
        raise ImportRefusedError(no_workbook(name))
    return "text"


def is_called_package(name: str) -> bool:
    """Tell whether a file has the name of a workbook or another package."""
    return name.casefold().endswith(_PACKAGES)


def no_workbook(name: str) -> str:
    """Return the refusal of a file that is called a workbook, or another package, and is none."""
    return (
        f"{name} is not a workbook that can be opened: it is damaged, or has a name that does "
        f"not belong to it. {SAFE} Fetch the file again; if it opens in a spreadsheet program, "
        "save it from there as .xlsx and import that."
    )


def _package(name: str, data: bytes) -> tuple[Kind, tuple[str, ...]]:
    """Look through a zip package, of which a workbook is one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            check_directory(entries, WORKBOOK)
            kind = _package_kind(name, {entry.filename for entry in entries}, package)
            _check_names(name, entries, kind)
            if kind == "zip":
                _check_release(name, package)
                return kind, ()
            in_error = _check_parts(name, package, kind)
            return kind, (*_asides(package, kind), *((_IN_ERROR,) if in_error else ()))
    except UnsafePartError as error:
        raise ImportRefusedError(f"{name} has {error}. {SAFE}") from None
    except LockedPackageError:
        raise ImportRefusedError(_locked(name)) from None
    except DAMAGE:
        raise ImportRefusedError(
            f"{name} is damaged or cut short. {SAFE} Fetch the file again and import that."
        ) from None


def _check_names(name: str, entries: list[zipfile.ZipInfo], kind: Kind) -> None:
    """Refuse packed files inside, save the one workbook of a packed release."""
    inside = [entry.orig_filename for entry in entries]
    packed = [path for path in inside if path.casefold().endswith(_PACKAGES)]
    books = [path for path in packed if kind == "zip" and is_workbook(path)]
    if len(books) > 1:
        raise ImportRefusedError(
            f"{name} has more than one workbook inside. {SAFE} Unpack it and import each."
        )
    if len(packed) > len(books):
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
        what = "a Word document, not a workbook; save its table as a workbook and import that"
    elif any(part.endswith((*_TEXTS, *_WORKBOOKS)) for part in folded):
        return "zip"
    else:
        what = "a packed file, but not a workbook"
    raise ImportRefusedError(f"{name} is {what}. {SAFE}")


def is_workbook(path: str) -> bool:
    """Tell whether a file of a packed release is called as a workbook is."""
    return path.casefold().endswith(_WORKBOOKS)


def _check_parts(name: str, package: zipfile.ZipFile, kind: Kind) -> bool:
    """Look through every part that is marked up; tell whether a cell is in error."""
    cells = 0
    errors: list[bool] = []
    for entry in package.infolist():
        with package.open(entry) as part:
            head = part.read(64)
            if head.startswith(_ZIP):
                raise ImportRefusedError(f"{name} has a packed file inside it. {SAFE}")
            if head.lstrip(_PADDING).startswith(b"<"):
                pieces = chain((head,), iter(partial(part.read, _PIECE), b""))
                rows = kind == "ods" and entry.filename == "content.xml"
                cells += look_through(_watched(pieces, errors), ods=rows)
    if cells > MOST_CELLS * 2:
        raise UnsafePartError(f"sheets that spread over {cells:,} cells in all")
    return any(errors)


def _watched(pieces: Iterable[bytes], errors: list[bool]) -> Iterator[bytes]:
    """Yield the pieces of a part, and keep for each whether it holds a cell in error."""
    for piece in pieces:
        errors.append(_ERROR_CELL in piece)
        yield piece


def _check_release(name: str, package: zipfile.ZipFile) -> None:
    """Refuse a packed file inside a release, whatever it is called; the one workbook apart."""
    for entry in package.infolist():
        if is_workbook(entry.filename):
            continue  # it goes through this door by itself
        try:
            head = _head(package, entry.filename, 64)
        except DAMAGE:
            continue  # said of this file alone, when its turn comes
        if head.startswith(_ZIP):
            raise ImportRefusedError(f"{name} has a packed file inside it. {SAFE}")


def _asides(package: zipfile.ZipFile, kind: Kind) -> tuple[str, ...]:
    """Return what is in the workbook but is never run, followed or kept."""
    names = [name.casefold() for name in package.namelist()]
    asides = [
        what
        for what, marks in _ASIDES.items()
        if kind == "xlsx" and any(mark in name for mark in marks for name in names)
    ]
    return (f"Left alone in the workbook: {', '.join(asides)}.",) if asides else ()


def _head(package: zipfile.ZipFile, part: str, size: int) -> bytes:
    with package.open(part) as opened:
        return opened.read(size)


def _locked(name: str) -> str:
    return f"{name} is protected by a password. {SAFE} Save it without one and import that."
