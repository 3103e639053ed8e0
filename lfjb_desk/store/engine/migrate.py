"""Bringing a file to the desk's schema: on a copy, in one transaction, checked, then swapped in."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from lfjb_desk.domain.common.files import put_in_place
from lfjb_desk.store.engine import sqlite
from lfjb_desk.store.engine.checks import check_database, row_counts
from lfjb_desk.store.engine.files import copy_database, discard, need_space
from lfjb_desk.store.engine.identity import FileKind, read_header
from lfjb_desk.store.engine.refusals import StorageError

SCHEMA = 5
"""The schema that this desk writes: the number its newest migration begins with."""

ROOM = 3
"""Times the size of the file that must be free: the backup, the copy, and its journal."""


def create(path: Path, migrations: Path) -> None:
    """Make an empty database; it appears under its name only when it is finished.

    Raises:
        StorageError: when it could not be made.
    """
    unfinished = path.with_name(path.name + ".new")
    discard(unfinished)
    _finish(unfinished, path, migrations, {})


def migrate(path: Path, migrations: Path) -> None:
    """Bring a database to the newest schema; a failure leaves it exactly as it was.

    Raises:
        StorageError: when the migration or a check of its result failed.
    """
    need_space(path.parent, ROOM * path.stat().st_size, "Bringing the database up to date")
    unfinished = path.with_name(path.name + ".migrating")
    counts = row_counts(path)
    copy_database(path, unfinished)
    _finish(unfinished, path, migrations, counts)


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


def _finish(unfinished: Path, path: Path, migrations: Path, counts: dict[str, int]) -> None:
    try:
        unfinished.touch()
        _upgrade(unfinished, migrations)
        findings = check_database(unfinished)
        if findings:
            raise StorageError(_failed(path, findings[0].reason))
        after = row_counts(unfinished)
        lost = [name for name, count in counts.items() if after.get(name, count) != count]
        if lost:
            raise StorageError(_failed(path, f"{lost[0]} would hold other rows than before"))
        put_in_place(unfinished, path)
    except (SQLAlchemyError, OSError) as error:
        cause = getattr(error, "orig", None) or error
        raise StorageError(_failed(path, str(cause))) from error
    finally:
        discard(unfinished)


def _upgrade(path: Path, migrations: Path) -> None:
    """Run every migration that the file lacks, in one transaction with its schema number."""
    engine = sqlite.file_engine(path)
    try:
        with engine.execution_options(**{sqlite.WRITES: True}).connect() as connection:
            # A table that is rebuilt is gone for a moment; the check afterwards looks at links.
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                newest = _run(connection, migrations)
                connection.exec_driver_sql(f"PRAGMA user_version={newest}")
                connection.exec_driver_sql(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
    finally:
        engine.dispose()


def _run(connection: Connection, migrations: Path) -> int:
    """Run the migrations on a connection; return the number of the newest."""
    # Imported here, for it takes a tenth of a second that an ordinary start need not spend.
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415 - see above
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - see above
    from alembic.util import CommandError  # noqa: PLC0415 - see above

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        command.upgrade(config, "head")
        newest = ScriptDirectory.from_config(config).get_current_head() or "0"
    except CommandError as error:
        raise StorageError(f"The migrations in {migrations} cannot be run: {error}.") from error
    return int(newest.partition("_")[0])


def _failed(path: Path, reason: str) -> str:
    return (
        f"{path.name} could not be made ready for this version of LFJB Desk ({reason}). "
        f"It is as it was; use the version that wrote it, or restore a backup."
    )
