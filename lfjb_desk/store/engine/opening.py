"""Opening a database: whose it is, whether it is whole, who else has it, and what that allows."""

import re
import sqlite3
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, event

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.formatting import clock, long_date
from lfjb_desk.store.engine import lock
from lfjb_desk.store.engine.backup import Backup, backup, newest_good, set_aside
from lfjb_desk.store.engine.checks import damage_of
from lfjb_desk.store.engine.database import Clock, Database, utc_now
from lfjb_desk.store.engine.files import need_space, read_only_part
from lfjb_desk.store.engine.identity import FileKind, read_header
from lfjb_desk.store.engine.migrate import SCHEMA, beyond, create, migrate, needed_version
from lfjb_desk.store.engine.recovery import recover
from lfjb_desk.store.engine.refusals import refuse_while_held
from lfjb_desk.store.engine.schema import acting_parts, schema_faults
from lfjb_desk.store.engine.sqlite import file_engine

FRESH = 2_000_000
"""Bytes that an empty database with its reference facts needs, with room to spare."""


class DamagedError(RuleError):
    """The file is damaged; it was not opened, and `kept` is a copy of it as it was found."""

    def __init__(self, path: Path, kept: Path | None, good: Backup | None, reason: str) -> None:
        copy = f" A copy of it as found is {kept}." if kept else ""
        way = _way_back(good)
        super().__init__(f"{path} is damaged ({reason}) and was not opened.{copy} {way}")
        self.path = path
        self.kept = kept
        self.newest_good = good


def way_back(path: Path, backups: Path, migrations: Path) -> str:
    """Return which backup of a damaged database may be restored, and how."""
    return _way_back(newest_good(path, backups, migrations))


def _way_back(good: Backup | None) -> str:
    if good is None:
        return "There is no backup that is whole; choose another file."
    made = good.made_at
    return (
        f"The newest good backup is from {long_date(made.date())} at {clock(made.time())} UTC; "
        f"restore it with: restore {good.path}"
    )


@dataclass(frozen=True)
class Opening:
    """What opening a database needs to know: where things are, who asks, and what time it is."""

    migrations: Path
    backups: Path
    who: str = "unnamed"
    clock: Clock = utc_now
    schema: int = SCHEMA
    break_lock: bool = False
    """Take the lock of another machine; only after a person has confirmed it."""


def open_database(location: Path | str, opening: Opening) -> Database:
    """Open a database, making it when there is none; `read_only` says why it cannot be written.

    Raises:
        DamagedError: when the file is damaged; it carries the choices.
        RuleError: when it is another program's file, or cannot be made; its bytes are unchanged.
    """
    path = file_of(location)
    refuse_a_folder(path)
    kind = _recognised(path)
    if kind is FileKind.DAMAGED:
        raise _damaged(path, opening, "its first bytes are not those of a database")
    recover(path, opening.who, opening.clock(), break_lock=opening.break_lock)
    if beyond(path, opening.schema):
        return _reading(path, _newer(path, opening))
    reason = _unwritable(path) or _planted(path, opening)
    if reason:
        return _reading_only(path, opening, reason)
    try:
        taken = lock.take(path, opening.who, opening.clock(), break_lock=opening.break_lock)
    except OSError as error:
        return _reading_only(
            path,
            opening,
            f"{path.name} cannot be locked ({error.strerror}). To write, make room beside it or "
            f"copy it to a folder of your own.",
        )
    if isinstance(taken, lock.LockHolder):
        return _reading_only(path, opening, _in_use(path, opening, taken))
    try:
        return _writing(path, opening, taken)
    except BaseException:
        taken.release()
        raise


def open_to_read(location: Path | str, opening: Opening) -> Database:
    """Open a database that is there without taking its lock; nothing can be written to it.

    Raises:
        DamagedError: when the file is damaged; it carries the choices.
        RuleError: when there is none, or it is another program's or an older version's file.
    """
    path = existing_file(location)
    kind = _recognised(path)
    if kind is FileKind.DAMAGED:
        raise _damaged(path, opening, "its first bytes are not those of a database")
    recover(path, opening.who, opening.clock())
    if beyond(path, opening.schema):
        return _reading(path, _newer(path, opening))
    return _reading_only(path, opening, f"{path.name} was opened only to be read.")


def file_of(location: Path | str) -> Path:
    """Return the file that a path or a `sqlite:///` address names.

    Raises:
        RuleError: when it is the address of another kind of database.
    """
    address = re.fullmatch(r"(\w[\w+]+)://(.*)", str(location), re.DOTALL)
    if address is None:
        return Path(location)
    if address[1] != "sqlite" or not address[2].startswith("/") or address[2] == "/":
        raise RuleError(
            f"{address[1]} databases cannot be opened; give the path of a file, "
            f"or sqlite:/// and the path."
        )
    return Path(address[2][1:])


def existing_file(location: Path | str) -> Path:
    """Return the file of a database that is there.

    Raises:
        RuleError: when there is none.
    """
    path = file_of(location)
    refuse_a_folder(path)
    if not path.is_file():
        raise RuleError(f"There is no database at {path} yet. Nothing was changed.")
    return path


def refuse_a_folder(path: Path) -> None:
    """Refuse a folder where a database is meant.

    Raises:
        RuleError: when it is one.
    """
    if path.is_dir():
        raise RuleError(
            f"{path} is a folder, and a database is a file. Nothing was changed. "
            f"Name a file in it, such as {path / 'board.lfjb'}."
        )


def _recognised(path: Path) -> FileKind:
    """Return what the file is, having refused what is not ours."""
    try:
        kind = read_header(path).kind
    except OSError as error:
        raise RuleError(
            f"{path} cannot be read ({error.strerror}). Choose another file."
        ) from error
    if kind is FileKind.EMPTY:
        raise RuleError(
            f"{path} is an empty file and not a database of LFJB Desk. It was left as it is; "
            f"delete it or give another name, and a new database will be made."
        )
    if kind is FileKind.FOREIGN:
        raise RuleError(
            f"{path} belongs to another program and is not a database of LFJB Desk. "
            f"It was left as it is; choose another file."
        )
    return kind


def _writing(path: Path, opening: Opening, taken: lock.WriterLock) -> Database:
    """Open for writing under the lock: make, check and bring up to date as the file needs."""
    if not path.exists():
        need_space(path.parent, FRESH, "A new database")
        create(path, opening.migrations)
    # Reading it as a writer also takes back what a killed process left half done.
    damage = damage_of(path, read_only=False)
    if damage:
        raise _damaged(path, opening, damage)
    schema = read_header(path).schema
    if schema < opening.schema:
        backup(path, opening.backups, opening.clock(), note=f"pre-v{opening.schema}")
        migrate(path, opening.migrations, opening.who, opening.clock())
    return Database(
        _engine(path),
        who=opening.who,
        clock=opening.clock,
        place=path,
        release=taken.release,
    )


def _reading_only(path: Path, opening: Opening, reason: str) -> Database:
    """Open for reading what cannot be written now."""
    if not path.exists():
        raise RuleError(f"There is no database at {path}, and none can be made: {reason}")
    if read_header(path).schema < opening.schema:
        raise RuleError(
            f"{path.name} was written by an older version and must be brought up to date before "
            f"it can be shown, but it cannot be written: {reason}"
        )
    damage = damage_of(path)
    if damage:
        raise _damaged(path, opening, damage)
    return _reading(path, reason)


def _reading(path: Path, reason: str) -> Database:
    return Database(_engine(path, read_only=True), place=path, read_only=reason)


def _engine(path: Path, *, read_only: bool = False) -> Engine:
    engine = file_engine(path, read_only=read_only)
    event.listen(engine, "handle_error", partial(refuse_while_held, path))
    return engine


def _newer(path: Path, opening: Opening) -> str:
    return (
        f"{path.name} {beyond(path, opening.schema)}. You can read it; "
        f"to write, install {needed_version(path)}."
    )


def _in_use(path: Path, opening: Opening, holder: lock.LockHolder) -> str:
    sentence = f"{path.name} is open for writing by {holder.words()}."
    if read_header(path).schema < opening.schema:
        return f"{sentence} Wait until it is closed there, and try again."
    return f"{sentence} You can read it; to write, wait until it is closed there."


def _unwritable(path: Path) -> str:
    """Return why nothing can be written to a file or beside it; empty when it can."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return f"the folder {path.parent} cannot be made ({error.strerror})."
    part = read_only_part(path)
    if not part:
        return ""
    return (
        f"{path.name} can only be read, for {part} is read-only. To write, copy it to a "
        f"folder of your own or ask for the right to change it."
    )


def _planted(path: Path, opening: Opening) -> str:
    """Return why nothing is written to a file in which another program planted what acts on it."""
    try:
        if not path.exists() or not acting_parts(path):
            return ""
        faults = schema_faults(path, opening.migrations)
    except (sqlite3.Error, UnicodeDecodeError):
        return ""  # damage, or another program's hold on it, which are looked for next
    planted = [fault for fault in faults if fault.kind in ("trigger", "view")]
    if not planted:
        return ""
    return (
        f"{path.name} is only read, for {planted[0].words()}; it could change what is written. "
        f"To write, restore a backup, or ask who looks after this computer."
    )


def _damaged(path: Path, opening: Opening, reason: str) -> DamagedError:
    try:
        kept = set_aside(path, "damaged", opening.clock())
    except OSError:
        kept = None  # a full or read-only disk: the file itself is still there
    return DamagedError(path, kept, newest_good(path, opening.backups, opening.migrations), reason)
