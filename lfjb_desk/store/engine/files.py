"""Copying database files safely, and what their places allow."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from lfjb_desk.store.engine import sqlite
from lfjb_desk.store.engine.refusals import (
    BusyError,
    StorageError,
    holding_programs,
    is_busy,
    megabytes,
)


def need_space(folder: Path, size: int, purpose: str) -> None:
    """Refuse, naming drive and space, when a folder's drive has less than `size` bytes free.

    Raises:
        StorageError: before anything was written.
    """
    free = shutil.disk_usage(folder).free
    if free < size:
        drive = folder.resolve().drive or str(folder.resolve())
        raise StorageError(
            f"{purpose} needs {megabytes(size)} free on the drive of {drive}, and "
            f"{megabytes(free)} are. Nothing was changed. Free some space and try again."
        )


def copy_database(source: Path, target: Path) -> None:
    """Copy a database through SQLite's own backup: whole, whoever is writing meanwhile.

    Raises:
        StorageError: when the copy could not be made; no part of it stays.
    """
    discard(target)
    try:
        target.touch()
        with (
            closing(sqlite.plain_connection(source, read_only=True)) as original,
            closing(sqlite.plain_connection(target)) as copy,
        ):
            original.backup(copy)
    except (sqlite3.Error, OSError) as error:
        discard(target)
        if is_busy(error):
            raise BusyError(
                f"No copy of {source.name} could be made now, for {holding_programs(source)} "
                f"holds it. Nothing was changed. Wait a moment and try again."
            ) from error
        raise StorageError(
            f"No copy of {source.name} could be made in {target.parent}: {error}. "
            f"The database itself is as it was."
        ) from error


def read_only_part(path: Path) -> str:
    """Return what keeps a file from being written, `the file` or `its folder`; empty when neither.

    What is not there yet keeps nothing from being written.
    """
    for place, part in ((path, "the file"), (path.parent, "its folder")):
        if place.exists() and not os.access(place, os.W_OK):
            return part
    return ""


def discard(path: Path) -> None:
    """Remove an unfinished file and its journal."""
    for leftover in (path, journal_of(path)):
        leftover.unlink(missing_ok=True)


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the journal of a file."""
    return path.with_name(path.name + "-journal")
