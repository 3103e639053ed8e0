"""Taking back a write that a crash or a full disk cut off, so that the file can be read again."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from lfjb_desk.store.engine import lock, sqlite
from lfjb_desk.store.engine.files import journal_of, read_only_part
from lfjb_desk.store.engine.identity import FileKind, read_header
from lfjb_desk.store.engine.refusals import cut_off

FIRST_READ = "SELECT count(*) FROM sqlite_master"
"""Any question that reads the file: SQLite takes a cut-off write back before it answers."""


def recover(path: Path, who: str, now: datetime, *, break_lock: bool = False) -> None:
    """Take back what was left half written beside a database; mostly there is nothing.

    A connection that only reads cannot do it, so the file is opened once for writing, under the
    lock. A file that is not ours is left alone, and damage is left for the check to tell.

    Raises:
        StorageError: when the file cannot be read before this is done, and it cannot be done now.
    """
    if not journal_of(path).exists() or read_header(path).kind is not FileKind.OURS:
        return
    if not _waits_for_a_writer(path):
        return
    part = read_only_part(path)
    if part:
        raise cut_off(
            path,
            f"{part} is read-only",
            f"Ask for the right to change it, or copy it together with {journal_of(path).name} "
            f"to a folder of your own and use the copy.",
        )
    try:
        taken = lock.take(path, who, now, break_lock=break_lock)
    except OSError:
        taken = None  # a full disk has no room for the note; SQLite's own lock guards the rest
    if isinstance(taken, lock.LockHolder):
        raise cut_off(
            path,
            f"it is open for writing by {taken.words()}",
            "Open and close it there, and try again.",
        )
    try:
        _take_back(path)
    finally:
        if taken is not None:
            taken.release()


def _waits_for_a_writer(path: Path) -> bool:
    """Tell whether the journal is of a write that was cut off; that of a live one is not."""
    try:
        with closing(sqlite.plain_connection(path, read_only=True)) as connection:
            connection.execute(FIRST_READ).fetchone()
    except sqlite3.DatabaseError as error:
        return sqlite.code(error) == "SQLITE_READONLY"
    except UnicodeDecodeError:
        return False
    return False


def _take_back(path: Path) -> None:
    try:
        with closing(sqlite.plain_connection(path)) as connection:
            connection.execute(FIRST_READ).fetchone()
    except sqlite3.DatabaseError as error:
        if sqlite.code(error) in ("SQLITE_CORRUPT", "SQLITE_NOTADB"):
            return
        raise cut_off(
            path,
            f"the disk or another program prevented it ({error})",
            "Free some space, close other programs that use it, and try again.",
        ) from error
    except UnicodeDecodeError:
        return
