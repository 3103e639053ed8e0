"""Files that the desk hands out: put in place whole, and never over one that is there."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.common.files import save_all, save_whole
from lfjb_desk.domain.formatting import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

LONGEST_NAME = 120
"""Bytes of a file's name: enough to say what it is, and to stand in a deep folder."""
NAMELESS = "paper"
"""What a file is called of whose words nothing can stand in a name."""
DEVICES = ("CONIN$", "CONOUT$")
"""Names that Windows keeps to itself beside those that pathvalidate knows."""
_NAMED = 3  # files that a refusal names before it counts the rest


def save(path: Path, data: bytes) -> Path:
    """Put bytes at a place at once; a file that is there already is replaced whole.

    Raises:
        RuleError: when the folder, the disk or an open file does not let it.
    """
    try:
        save_whole(path, data)
    except OSError as error:
        raise _not_saved([path.name], error) from error
    return path


def save_together(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Put files that belong together into a folder, all of them or none.

    Files that are there already are replaced whole.

    Raises:
        RuleError: when the folder cannot be made, or one of the files not saved.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RuleError(
            f"The folder {folder} cannot be made ({error.strerror}), so nothing was written. "
            "Choose another folder."
        ) from error
    paths = {folder / name: data for name, data in files.items()}
    try:
        save_all(paths)
    except OSError as error:
        raise _not_saved(files, error) from error
    return tuple(paths)


def _not_saved(names: Iterable[str], error: OSError) -> RuleError:
    quoted = listed(tuple(f"“{name}”" for name in names))
    return RuleError(
        f"{quoted} could not be saved ({error.strerror or error}). Nothing was changed "
        "there; close it if it is open, or choose another folder, and save again."
    )


def save_new(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Put new files into a folder, all of them or, where one name is taken, none.

    Raises:
        RuleError: when a file of one of these names is there, for it may hold work.
    """
    if not folder.is_dir():
        raise RuleError(f"There is no folder {folder}. Nothing was written; choose another.")
    there = [name for name in files if (folder / name).exists()]
    if there:
        more = f" and {len(there) - _NAMED} more" if len(there) > _NAMED else ""
        raise RuleError(
            f"The folder {folder.name} holds {listed(tuple(there[:_NAMED]))}{more} already, and "
            "they may have been worked on. Nothing was written; choose another folder."
        )
    return tuple(save(folder / name, data) for name, data in files.items())


def file_name(*words: str, suffix: str, between: str = ", ", blank: str = " ") -> str:
    """Return a name that every system takes, made of words: `July 2026, Camden.xlsx`.

    `blank` stands for blanks and for what no name may hold; `between` stands between the words.
    A name is at most `LONGEST_NAME` bytes long, its suffix included.
    """
    # Late: a window that hands out no file need not wait for it.
    from pathvalidate import sanitize_filename  # noqa: PLC0415

    stem = between.join(" ".join(_printable(word).split()) for word in words)
    # A blank for what is forbidden may come to stand beside another, so runs of them are one.
    allowed = sanitize_filename(stem, replacement_text=" ", platform="universal", max_len=None)
    edge = f" .,{blank}"
    stem = blank.join(allowed.split()).strip(edge)
    stem = sanitize_filename(
        stem or NAMELESS,
        platform="universal",
        max_len=LONGEST_NAME - len(suffix),
        additional_reserved_names=DEVICES,
    )
    return f"{stem.rstrip(edge)}{suffix}"


def _printable(word: str) -> str:
    """Return a word with accents joined to their letters, without signs that nobody sees."""
    plain = unicodedata.normalize("NFC", " ".join(word.split()))
    return "".join(letter for letter in plain if unicodedata.category(letter)[0] != "C")
