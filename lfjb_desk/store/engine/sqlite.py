"""What is SQLite's own: how a connection is set up, how a write begins, what its errors mean."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

APPLICATION_ID = 0x4C464A42
"""`LFJB` in the file's header: how the desk knows its own files."""

SETTINGS = {
    "journal_mode": "DELETE",
    "synchronous": "EXTRA",
    "foreign_keys": "ON",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "mmap_size": "0",
    "secure_delete": "ON",
    "busy_timeout": "5000",
}
"""Set on every connection: nothing acknowledged is lost, nothing deleted stays readable."""

WRITES = "lfjb_writes"
"""Execution option of a connection that is about to write."""


def file_engine(path: Path, *, read_only: bool = False) -> Engine:
    """Return an engine over a file, which must be there already."""
    address = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rw'}"
    return _engine(lambda: _connection(address))


def memory_engine() -> Engine:
    """Return an engine over an empty database in memory, which lives as long as the engine."""
    address = f"file:/{uuid4().hex}?vfs=memdb"
    keeper = _connection(address)

    engine = _engine(lambda: _connection(address))
    # The rows go with the last connection, so one is held for as long as the engine lives.
    event.listen(engine, "engine_disposed", lambda _engine: keeper.close())
    return engine


def plain_connection(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Return a connection without SQLAlchemy, for copies and checks."""
    connection = _connection(f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rw'}")
    try:
        settle(connection)
    except (sqlite3.Error, UnicodeDecodeError):
        connection.close()
        raise
    return connection


def settle(connection: Any, _record: object = None) -> None:
    """Give a connection its settings."""
    for name, value in SETTINGS.items():
        connection.execute(f"PRAGMA {name}={value}").close()


def _connection(address: str) -> sqlite3.Connection:
    # isolation_level None: Python then begins nothing by itself, and `_begin` below decides.
    return sqlite3.connect(
        address, uri=True, isolation_level=None, check_same_thread=False, timeout=5
    )


def _engine(connect: Callable[[], sqlite3.Connection]) -> Engine:
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, hide_parameters=True)
    event.listen(engine, "connect", settle)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Begin a write with the lock it needs: a read that turns into a write may fail at once."""
    if not connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql("BEGIN")
        return
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    # Rows of one change may name each other in any order; they are judged at the commit.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")


def dangling(connection: Connection) -> list[tuple[str, str]]:
    """Return child and parent table of each row that names a parent which is not there."""
    raw: Any = connection.connection.driver_connection
    rows = raw.execute("PRAGMA foreign_key_check").fetchall()
    return [(row[0], row[2]) for row in rows]


def violated(error: BaseException | None) -> tuple[str, str, str] | None:
    """Return the kind of a broken constraint, such as `unique`, its table and its column."""
    text = str(error)
    kind, separator, where = text.partition(" constraint failed")
    if not separator:
        return None
    table, _, column = where.removeprefix(": ").split(",")[0].partition(".")
    return kind.lower(), table, column


def code(error: BaseException | None) -> str:
    """Return SQLite's own name of an error, such as `SQLITE_FULL`; empty when it has none."""
    name = getattr(error, "sqlite_errorname", "")
    return "_".join(str(name).split("_")[:2])
