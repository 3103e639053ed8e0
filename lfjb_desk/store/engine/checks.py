"""Checking a database file: is it whole, do its links lead somewhere, do audit and rows agree."""

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.meetings.minutes import digest
from lfjb_desk.store.engine import audit, sqlite
from lfjb_desk.store.engine.identity import FileKind, read_header
from lfjb_desk.store.engine.refusals import cannot_read, cut_off, is_busy
from lfjb_desk.store.engine.schema import disagreement, newest_schema, schema_faults
from lfjb_desk.store.replaying.row_names import differing_rows

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
    """`file`, `integrity`, `schema`, `links`, `minutes`, `audit`, or `rows` that differ from it."""
    reason: str


def check_database(
    path: Path, anchors: Sequence[str] = (), migrations: Path | None = None
) -> tuple[DatabaseFinding, ...]:
    """Return what is wrong with a database file; nothing when it is whole. It is only read.

    `anchors` are beginnings of audit hashes noted elsewhere, such as in the names of backups.
    With the folder of the `migrations` the file's schema is compared with the one they make, and
    in one of the newest schema every column of every row must be named in the audit; in older
    ones migrations filled some that no record names.
    """
    header = read_header(path)
    if header.kind is not FileKind.OURS:
        return (DatabaseFinding("file", f"{path.name} is not a whole database of LFJB Desk"),)
    damage = damage_of(path, thorough=True)
    if damage:
        return (DatabaseFinding("integrity", damage),)
    schema = [] if migrations is None else _schema(path, migrations)
    findings = (*schema, *_links(path), *_minutes(path), *_audit(path, anchors))
    if any(finding.check == "audit" for finding in findings):
        return findings  # an audit that was altered says nothing about the rows
    newest = migrations is not None and header.schema == newest_schema(migrations)
    return (*findings, *_rows(path, cover=newest))


def is_whole(findings: Iterable[DatabaseFinding]) -> bool:
    """Tell whether a file can be kept and worked with: single rows that differ do not forbid it."""
    return all(finding.check == "rows" for finding in findings)


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
        if is_busy(error):
            raise cannot_read(path) from error
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


def _schema(path: Path, migrations: Path) -> list[DatabaseFinding]:
    try:
        numbers = disagreement(path)
    except sqlite3.DatabaseError:
        numbers = ""  # the table is gone, which the comparison of the parts says
    faults = [fault.words() for fault in schema_faults(path, migrations)]
    return [DatabaseFinding("schema", words) for words in (numbers, *faults) if words]


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
        for group, number, held_on, content, kept_digest in rows
        if digest(content) != kept_digest
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


def _rows(path: Path, *, cover: bool) -> list[DatabaseFinding]:
    """Return each row that is not what the audit leads to."""
    with closing(sqlite.plain_connection(path, read_only=True)) as connection:
        try:
            differing = differing_rows(connection, cover=cover)
        except (RuleError, zlib.error) as error:
            return [DatabaseFinding("audit", f"it cannot be replayed: {error}")]
        except sqlite3.DatabaseError as error:
            return [DatabaseFinding("integrity", f"its rows cannot be read: {error}")]
    return [DatabaseFinding("rows", words) for words in differing]
