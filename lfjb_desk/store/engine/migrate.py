"""Bringing a file to the desk's schema: on a copy, in one transaction, checked, then swapped in."""

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.common.files import put_in_place
from lfjb_desk.domain.tables import TABLES
from lfjb_desk.store.engine import audit, sqlite
from lfjb_desk.store.engine.checks import check_database, is_whole, row_counts
from lfjb_desk.store.engine.files import copy_database, discard, need_space
from lfjb_desk.store.engine.identity import FileKind, read_header
from lfjb_desk.store.engine.refusals import StorageError
from lfjb_desk.store.engine.schema import run_migrations
from lfjb_desk.store.replaying.replay import StoredTables, live, replayed
from lfjb_desk.store.replaying.upgrade_record import upgrade_change

SCHEMA = 8
"""The schema that this desk writes: the number its newest migration begins with."""

AUDIT = "change_record"
"""The one table to which an upgrade may add."""

ROOM = 3
"""Times the size of the file that must be free: the backup, the copy, and its journal."""


def create(path: Path, migrations: Path) -> None:
    """Make an empty database; it appears under its name only when it is finished.

    Raises:
        StorageError: when it could not be made.
    """
    unfinished = path.with_name(path.name + ".new")
    discard(unfinished)
    _finish(unfinished, path, partial(_make, migrations=migrations), {})


def migrate(path: Path, migrations: Path, who: str, now: datetime) -> None:
    """Bring a database to the newest schema; a failure leaves it exactly as it was.

    What this changes in the rows is added to the audit, in the name of `who`.

    Raises:
        StorageError: when the migration or a check of its result failed.
    """
    need_space(path.parent, ROOM * path.stat().st_size, "Bringing the database up to date")
    unfinished = path.with_name(path.name + ".migrating")
    counts = row_counts(path)
    copy_database(path, unfinished)
    _finish(unfinished, path, partial(_upgrade, migrations=migrations, who=who, now=now), counts)


def is_older(path: Path) -> bool:
    """Tell whether a database was written by an older version and must be brought up to date."""
    header = read_header(path)
    return header.kind is FileKind.OURS and header.schema < SCHEMA


def beyond(path: Path, known: int = SCHEMA) -> str:
    """Return how far a file is ahead of the desk, for a sentence; empty when it is not."""
    schema = read_header(path).schema
    if schema <= known:
        return ""
    return f"was written by a newer LFJB Desk (schema {schema}; this one knows {known})"


def needed_version(path: Path) -> str:
    """Return the version of the desk that can write a newer file, for a sentence."""
    try:
        with closing(sqlite.plain_connection(path, read_only=True)) as connection:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError:
        row = None
    version = str(row[0]).partition("_")[2] if row else ""
    return f"version {version} or newer" if version else "a newer version"


def _finish(
    unfinished: Path, path: Path, make: Callable[[Path], None], counts: dict[str, int]
) -> None:
    try:
        unfinished.touch()
        make(unfinished)
        findings = check_database(unfinished)
        if not is_whole(findings):
            raise StorageError(_failed(path, findings[0].reason))
        after = row_counts(unfinished) | {AUDIT: counts.get(AUDIT, 0)}
        lost = [name for name, count in counts.items() if after.get(name, count) != count]
        if lost:
            raise StorageError(_failed(path, f"{lost[0]} would hold other rows than before"))
        put_in_place(unfinished, path)
    except (SQLAlchemyError, OSError) as error:
        cause = getattr(error, "orig", None) or error
        raise StorageError(_failed(path, str(cause))) from error
    finally:
        discard(unfinished)


def _make(path: Path, migrations: Path) -> None:
    """Run every migration on an empty file."""
    with _in_one_transaction(path) as connection:
        _number(connection, run_migrations(connection, migrations))


def _upgrade(path: Path, migrations: Path, who: str, now: datetime) -> None:
    """Run every migration that the file lacks, and record what they did to the rows."""
    with _in_one_transaction(path) as connection:
        raw: Any = connection.connection.driver_connection
        before, known = live(raw), _known(raw)
        newest = run_migrations(connection, migrations)
        _number(connection, newest)
        upgrade = upgrade_change(newest, before, live(raw), known)
        if upgrade is not None:
            audit.add_record(connection, upgrade, who, now)


def _known(connection: sqlite3.Connection) -> StoredTables:
    """Return what the audit leads to; nothing where it is damaged, which the check tells."""
    try:
        return replayed(connection)
    except (RuleError, zlib.error):
        return {table: {} for table in TABLES}


@contextmanager
def _in_one_transaction(path: Path) -> Iterator[Connection]:
    engine = sqlite.file_engine(path)
    try:
        with engine.execution_options(**{sqlite.WRITES: True}).connect() as connection:
            # A table that is rebuilt is gone for a moment; the check afterwards looks at links.
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                yield connection
    finally:
        engine.dispose()


def _number(connection: Connection, schema: int) -> None:
    connection.exec_driver_sql(f"PRAGMA user_version={schema}")
    connection.exec_driver_sql(f"PRAGMA application_id={sqlite.APPLICATION_ID}")


def _failed(path: Path, reason: str) -> str:
    return (
        f"{path.name} could not be made ready for this version of LFJB Desk ({reason}). "
        f"It is as it was; use the version that wrote it, or restore a backup."
    )
