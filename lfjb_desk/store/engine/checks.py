"""Checking a database file: is it whole, does every link lead somewhere, is its audit untouched."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from lfjb_desk.store.engine import audit, sqlite
from lfjb_desk.store.engine.identity import FileKind, read_header
from lfjb_desk.store.engine.refusals import StorageError, cut_off

THOROUGH = 32 * 1024 * 1024
"""Bytes up to which every start checks the indexes too: under a tenth of a second."""

KEEPS_MINUTES = "SELECT 1 FROM sqlite_master WHERE name = 'circulated_minutes'"
KEPT_MINUTES = """
    SELECT board_group.name, meeting.number, meeting.held_on, content, sha256
    FROM circulated_minutes
    JOIN meeting ON meeting.id = circulated_minutes.meeting_id
    JOIN board_group ON board_group.id = meeting.group_id
    ORDER BY meeting.held_on, version
"""

_PREAMBLE = "*** in database main ***"
"""SQLite's own first line, before the damage itself."""


@dataclass(frozen=True)
class DatabaseFinding:
    """One thing that is wrong with a database file."""

    check: str
    """`file`, `integrity`, `links`, `minutes` or `audit`."""
    reason: str


def check_database(path: Path, anchors: Sequence[str] = ()) -> tuple[DatabaseFinding, ...]:
    """Return what is wrong with a database file; nothing when it is whole. It is only read.

    `anchors` are beginnings of audit hashes noted elsewhere, such as in the names of backups.
    """
    header = read_header(path)
    if header.kind is not FileKind.OURS:
        return (DatabaseFinding("file", f"{path.name} is not a whole database of LFJB Desk"),)
    damage = damage_of(path, thorough=True)
    if damage:
        return (DatabaseFinding("integrity", damage),)
    return (*_links(path), *_minutes(path), *_audit(path, anchors))


def damage_of(path: Path, *, thorough: bool | None = None, read_only: bool = True) -> str:
    """Return what SQLite finds damaged in a file, or nothing; large files are checked quickly.

    Raises:
        StorageError: when the file cannot be looked at now, which is no damage.
    """
    if thorough is None:
        thorough = path.stat().st_size <= THOROUGH
    check = "integrity_check" if thorough else "quick_check"
    try:
        with closing(sqlite.plain_connection(path, read_only=read_only)) as connection:
            fault = str(connection.execute(f"PRAGMA {check}(1)").fetchone()[0])
    except sqlite3.DatabaseError as error:
        if sqlite.code(error) in ("SQLITE_BUSY", "SQLITE_LOCKED"):
            raise StorageError(
                f"{path.name} cannot be looked at now ({error}). Nothing was changed. "
                f"Close other programs that use it and try again."
            ) from error
        if sqlite.code(error) == "SQLITE_READONLY":
            raise cut_off(
                path, "it was opened only to be read", "Open it in the desk and try again."
            ) from error
        fault = str(error)
    except UnicodeDecodeError:
        fault = "its list of tables cannot be read"  # SQLite quotes the damage in its own message
    return "" if fault == "ok" else " ".join(fault.removeprefix(_PREAMBLE).split())


def row_counts(path: Path) -> dict[str, int]:
    """Return how many rows each table of a database file holds."""
    with closing(sqlite.plain_connection(path, read_only=True)) as connection:
        names = [
            row[0]
            for row in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            )
        ]
        # The names come from the file's own schema, quoted as SQL quotes names.
        questions = {
            name: 'SELECT count(*) FROM "' + name.replace('"', '""') + '"'  # noqa: S608 - see above
            for name in names
        }
        return {name: connection.execute(sql).fetchone()[0] for name, sql in questions.items()}


def _links(path: Path) -> list[DatabaseFinding]:
    with closing(sqlite.plain_connection(path, read_only=True)) as connection:
        broken = {(row[0], row[2]) for row in connection.execute("PRAGMA foreign_key_check")}
    return [
        DatabaseFinding("links", f"a row of {child} names a row of {parent} that is not there")
        for child, parent in sorted(broken)
    ]


def _minutes(path: Path) -> list[DatabaseFinding]:
    """Compare minutes as they are kept with the hash made when they were circulated."""
    with closing(sqlite.plain_connection(path, read_only=True)) as connection:
        if not connection.execute(KEEPS_MINUTES).fetchone():
            return []  # written before schema 4
        rows = connection.execute(KEPT_MINUTES).fetchall()
    return [
        DatabaseFinding(
            "minutes",
            f"the minutes of meeting {number} of {group}, held on {held_on}, "
            "are not as they were circulated",
        )
        for group, number, held_on, content, digest in rows
        if sha256(content.encode()).hexdigest() != digest
    ]


def _audit(path: Path, anchors: Sequence[str]) -> list[DatabaseFinding]:
    engine = sqlite.file_engine(path, read_only=True)
    try:
        with engine.connect() as connection:
            fault = audit.first_fault(connection, anchors)
    except (DBAPIError, ValueError) as error:
        return [DatabaseFinding("audit", f"it cannot be read: {error}")]
    finally:
        engine.dispose()
    return (
        []
        if fault is None
        else [DatabaseFinding("audit", f"record {fault.sequence}: {fault.reason}")]
    )
