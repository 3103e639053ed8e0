"""Files that the desk hands out: put in place whole, and never over one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.common.files import save_whole
from lfjb_desk.domain.formatting import listed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NAMED = 3  # files that a refusal names before it counts the rest


def save(path: Path, data: bytes) -> Path:
    """Put bytes at a place at once; a file that is there already is replaced whole.

    Raises:
        RuleError: when the folder, the disk or an open file does not let it.
    """
    try:
        save_whole(path, data)
    except OSError as error:
        raise RuleError(
            f"“{path.name}” could not be saved ({error.strerror or error}). Nothing was changed "
            "there; close it if it is open, or choose another folder, and save again."
        ) from error
    return path


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


def file_name(*words: str, suffix: str) -> str:
    """Return a name that every system takes, made of words: `July 2026, Camden.xlsx`."""
    kept = ("".join(c if c.isalnum() or c in " -,'" else " " for c in word) for word in words)
    return ", ".join(" ".join(word.split()) for word in kept) + suffix
