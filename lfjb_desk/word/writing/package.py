"""The zip around a paper: the same bytes each time, and a file that is whole or not there."""

import errno
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from docx.opc.package import OpcPackage

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.common.files import save_whole
from lfjb_desk.word.look import PACKAGE, XML

_STORED = (".png", ".jpg", ".jpeg", ".xlsx")
"""Files that are packed already."""


class PaperNotSavedError(RuleError):
    """A paper could not be written; what stood at its place is as it was."""


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files as a zip whose dates are fixed, so that the same files give the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            stored = name.lower().endswith(_STORED)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


def package_files(package: OpcPackage, replaced: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a package in a fixed order; `replaced` gives parts other bytes."""
    parts = list(package.iter_parts())
    kinds = "".join(
        f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>'
        for part in parts
    )
    yield (
        "[Content_Types].xml",
        (
            f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>'
        ).encode(),
    )
    yield "_rels/.rels", _bytes(package.rels.xml)
    for part in parts:
        name = part.partname.membername
        yield name, replaced.get(name) or part.blob
        if part.rels:
            yield part.partname.rels_uri.membername, _bytes(part.rels.xml)


def _bytes(xml: str | bytes) -> bytes:
    return xml.encode() if isinstance(xml, str) else xml


def save(out: Path, data: bytes) -> None:
    """Put bytes at a place at once: a reader finds the old file or the whole new one.

    Raises:
        PaperNotSavedError: when the folder, the disk or an open file does not let it.
    """
    try:
        save_whole(out, data)
    except OSError as error:
        raise PaperNotSavedError(_sentence(out, error)) from error


def _sentence(out: Path, error: OSError) -> str:
    safe = "Nothing was changed there"
    if error.errno == errno.ENOSPC:
        return f"The disk is full, so “{out.name}” was not saved. {safe}; make room and save again."
    if error.errno == errno.ENOENT:
        return f"There is no folder “{out.parent}”, so “{out.name}” was not saved. Choose another."
    if isinstance(error, PermissionError):
        return (
            f"“{out.name}” could not be saved: it is open in Word, or the folder is closed to you. "
            f"{safe}; close it or choose another folder, and save again."
        )
    return f"“{out.name}” could not be saved ({error.strerror}). {safe}; choose another place."
