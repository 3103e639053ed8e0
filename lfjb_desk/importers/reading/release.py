"""Packed releases: the files in a zip as published, each of which is admitted by itself."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

from lfjb_desk.importers.figures import ImportRefusedError
from lfjb_desk.importers.reading.front_door import SAFE, admit_bytes
from lfjb_desk.intake.packages import DAMAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lfjb_desk.importers.reading.front_door import Admitted

_ASIDE = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")  # what systems leave in a zip


def members(file: Admitted) -> Iterator[tuple[str, Admitted | str]]:
    """Yield each file of a packed release by its name, or why that file is not taken.

    Only one of them is held at a time. One that is damaged does not stop the others.
    """
    with zipfile.ZipFile(io.BytesIO(file.data)) as package:
        entries = [entry for entry in package.infolist() if not _aside(entry)]
        bare = Counter(_bare(entry.filename) for entry in entries)
        for entry in entries:
            once = bare[_bare(entry.filename)] == 1
            name = _printable(_bare(entry.filename) if once else entry.filename)
            yield name, _admitted(name, package, entry)


def shortened(error: ImportRefusedError) -> str:
    """Return the sentence of one file's refusal for a list in which others were taken."""
    return str(error).replace(f" {SAFE}", "")


def _admitted(name: str, package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Admitted | str:
    try:
        file = admit_bytes(name, package.read(entry))
    except ImportRefusedError as error:
        return shortened(error)
    except DAMAGE:
        return f"{name} is damaged or cut short."
    return f"{name} is a packed file inside a packed file." if file.kind == "zip" else file


def _aside(entry: zipfile.ZipInfo) -> bool:
    path = entry.filename.casefold()
    return entry.is_dir() or path.startswith(_ASIDE) or path.endswith(_ASIDE)


def _bare(path: str) -> str:
    return posixpath.basename(path.replace("\\", "/"))


def _printable(name: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)
