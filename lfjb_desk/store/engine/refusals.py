"""Why a write was refused: what the database says, in words that a person can act on."""

import os
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import psutil
from sqlalchemy import ExceptionContext
from sqlalchemy.exc import IntegrityError

from lfjb_desk.domain.changes import Change, RuleError
from lfjb_desk.domain.formatting import listed
from lfjb_desk.domain.serialisation import column_words, table_words
from lfjb_desk.domain.tables import BY_NAME
from lfjb_desk.store.engine import sqlite


class ReadOnlyError(RuleError):
    """Nothing can be written to this database; the sentence says why."""


class StorageError(RuleError):
    """The disk or the file refused the write; what was saved before is safe."""


class BusyError(StorageError):
    """Another program holds the database just now; nothing was written, and patience helps."""


def is_busy(error: BaseException | None) -> bool:
    """Tell whether SQLite says that another program holds the file."""
    return sqlite.code(error) in ("SQLITE_BUSY", "SQLITE_LOCKED")


def holding_programs(path: Path | None) -> str:
    """Return which programs have a file open, for a sentence: `another program`, or its name.

    Windows does not tell; elsewhere the programs of the same user can be known.
    """
    if path is None or sys.platform == "win32":
        return "another program"
    wanted, names = str(path.resolve()), set[str]()
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if process.pid != os.getpid() and any(
                file.path == wanted for file in process.open_files()
            ):
                names.add(f"{process.name()} (process {process.pid})")
    return listed(sorted(names)) if names else "another program"


def cannot_read(path: Path) -> BusyError:
    """Return the refusal for a file that another program does not even let be read."""
    return BusyError(
        f"{path.name} cannot be read now, for {holding_programs(path)} holds it. "
        f"Nothing was changed. Close it there, or wait, and try again."
    )


def refuse_while_held(path: Path, context: ExceptionContext) -> None:
    """Say who holds a file that a question could not be put to; a write says so by itself.

    Raises:
        BusyError: when another program holds it.
    """
    reading = context.connection
    is_write = reading is not None and reading.get_execution_options().get(sqlite.WRITES)
    if is_busy(context.original_exception) and not is_write:
        raise cannot_read(path) from context.original_exception


def megabytes(size: int) -> str:
    """Return a size in words, such as `12 MB`; less than one is `1 MB`."""
    return f"{max(1, round(size / 1_000_000)):,} MB"


def broken_rule(
    change: Change, error: IntegrityError, dangling: list[tuple[str, str]]
) -> RuleError:
    """Return the refusal for a broken constraint; `dangling` names child and parent tables."""
    kind, table, column = sqlite.violated(error.orig) or ("", "", "")
    if dangling and kind == "foreign key":
        return RuleError(f"{change.label}: {_dangling(change, dangling)} Nothing was written.")
    if kind == "unique" and column == "id":
        reason = f"the {_words(table)} is there already."
    elif kind == "unique":
        reason = f"there is another {_words(table)} with the same {column_words(column)}."
    else:
        reason = f"the {column_words(column) or 'change'} does not fit the rules of the database."
    return RuleError(f"{change.label}: {reason} Nothing was written.")


def failed_write(label: str, error: BaseException | None, place: Path | None) -> RuleError:
    """Return the refusal for a write that the disk, the file or another program prevented."""
    code = sqlite.code(error)
    where = f" that holds {place}" if place else ""
    room = megabytes(3 * place.stat().st_size) if place else "some space"
    if code == "SQLITE_FULL":
        return StorageError(
            f"{label} was not saved: the disk{where} is full. Everything saved before is safe. "
            f"Free at least {room} and try again."
        )
    if is_busy(error):
        return BusyError(
            f"{label} was not saved: {holding_programs(place)} is using the database. "
            f"Everything saved before is safe. Wait a moment and try again."
        )
    if code in ("SQLITE_CORRUPT", "SQLITE_NOTADB"):
        return StorageError(
            f"{label} was not saved: the database is damaged. "
            f"Close the desk and start it again; it will offer the newest good backup."
        )
    return StorageError(
        f"{label} was not saved: the disk{where} refused the write ({error}). "
        f"Everything saved before is safe. Check the disk and try again."
    )


def cut_off(path: Path, obstacle: str, way_on: str) -> RuleError:
    """Return the refusal for a file in which a write was cut off that cannot be taken back now."""
    return StorageError(
        f"A crash or a full disk cut off a write to {path.name}, and it must be taken back before "
        f"the file can be read, which cannot be done now, for {obstacle}. "
        f"Everything saved before is safe. {way_on}"
    )


def _dangling(change: Change, dangling: list[tuple[str, str]]) -> str:
    removed = {str(edit.table.__tablename__) for edit in change.edits if edit.after is None}
    (child, parent), count = Counter(dangling).most_common(1)[0]
    if parent in removed:
        users = f"{count} {_words(child)}s" if count > 1 else f"one {_words(child)}"
        return f"the {_words(parent)} is still used by {users}."
    return f"the {_words(child)} names {_words(parent)} that is not there."


def _words(table: str) -> str:
    return table_words(BY_NAME[table]) if table in BY_NAME else table.replace("_", " ")
