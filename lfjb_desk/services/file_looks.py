"""What is looked at before a file is kept: what it is called, how it begins, what is packed in it.

What other programs would run is refused; Word files and workbooks pass the same look as those
that are read here.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.intake.packages import (
    DAMAGE,
    LockedPackageError,
    PackageLimits,
    UnsafePartError,
    check_directory,
)

LARGEST = 25 << 20
"""Bytes of one kept file: more would pass no mail server."""
PROGRAMS = frozenset(
    {
        *(".exe", ".com", ".scr", ".pif", ".cpl", ".dll", ".msi", ".msp", ".msix", ".appx"),
        *(".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe", ".js", ".jse", ".mjs", ".wsf", ".wsh"),
        *(".hta", ".jar", ".sh", ".bash", ".zsh", ".command", ".app", ".desktop", ".run", ".bin"),
        *(".py", ".pyw", ".pyz", ".rb", ".pl", ".php", ".lnk", ".url", ".webloc", ".reg", ".inf"),
        *(".scf", ".chm", ".msc", ".gadget", ".application", ".iso", ".img", ".dmg", ".pkg"),
        *(".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".pptm", ".potm", ".ppam", ".ppsm"),
    }
)
"""Endings of what a system or an office program would run: programs, scripts, links, macros."""
ARCHIVES = frozenset({".zip", ".7z", ".rar", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".cab"})
_WORD = frozenset({".docx", ".dotx"})
_WORKBOOKS = frozenset({".xlsx", ".ods"})
_PACKAGES = frozenset({".pptx", ".potx", ".ppsx", ".odt", ".odp", ".xltx"})
_OTHER_PACKAGES = PackageLimits(5_000, 300 << 20, "as no paper needs")
_BEGINNINGS = (b"MZ", b"\x7fELF", b"#!", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
"""How programs begin, whatever they are called."""
SAFE = "It was not kept, and nothing was changed."


def look(name: str, content: bytes) -> None:
    """Look over a file before it is kept.

    Raises:
        RuleError: when it is empty, too large, something that runs, or a broken or unsafe package.
    """
    ending = PurePath(name.rstrip(" .")).suffix.casefold()
    if not content:
        raise RuleError(f"“{name}” is empty. {SAFE} Choose another file.")
    if len(content) > LARGEST:
        raise too_large(name, len(content))
    if ending in PROGRAMS or content.startswith(_BEGINNINGS):
        raise RuleError(
            f"“{name}” is something that a computer runs, or may hold macros. {SAFE} "
            "Save it as a document without macros, or as a PDF, and choose that."
        )
    if ending in ARCHIVES:
        raise RuleError(
            f"“{name}” is packed, and what is in it cannot be looked over. {SAFE} "
            "Unpack it and choose the files one by one."
        )
    _look_inside(name, ending, content)


def too_large(name: str, size: int) -> RuleError:
    """Return the refusal of a file that is larger than one that is kept can be."""
    return RuleError(
        f"“{name}” has {size / (1 << 20):,.0f} MB, and a file kept with the board can have "
        f"{LARGEST >> 20} MB. {SAFE} Save a smaller copy and choose that."
    )


def _look_inside(name: str, ending: str, content: bytes) -> None:
    # Late: each brings in what reads such files, which a window that keeps none need not wait for.
    if ending in _WORD:
        from lfjb_desk.word.front_door import UnreadablePaperError, word_file  # noqa: PLC0415

        try:
            word_file(content)
        except UnreadablePaperError as error:
            raise RuleError(f"“{name}” was not kept. {error} Nothing was changed.") from error
    elif ending in _WORKBOOKS:
        from lfjb_desk.importers.figures import ImportRefusedError  # noqa: PLC0415
        from lfjb_desk.importers.reading.front_door import admit_bytes  # noqa: PLC0415

        try:
            admit_bytes(name, content)
        except ImportRefusedError as error:
            raise RuleError(f"{error} The file was not kept.") from error
    elif ending in _PACKAGES:
        _look_over_package(name, content)


def _look_over_package(name: str, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            check_directory(package.infolist(), _OTHER_PACKAGES)
    except UnsafePartError as error:
        raise RuleError(f"“{name}” has {error}. {SAFE}") from None
    except LockedPackageError:
        raise RuleError(
            f"“{name}” is protected by a password. {SAFE} Save it without one and choose that."
        ) from None
    except DAMAGE:
        raise RuleError(
            f"“{name}” is damaged, or is not what its name says. {SAFE} Fetch it again."
        ) from None
