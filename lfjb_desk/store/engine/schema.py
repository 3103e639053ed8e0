"""The schema as the migrations make it, and what a file holds that is not of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from lfjb_desk.store.engine import audit, sqlite
from lfjb_desk.store.engine.identity import read_header
from lfjb_desk.store.engine.refusals import StorageError

PARTS = (
    "SELECT type, name, sql FROM sqlite_master "
    "WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY type, name"
)
"""All that a file is built of, but what SQLite keeps for itself."""

REACHED = "SELECT version_num FROM alembic_version"
"""The migration that a file has reached."""

SchemaParts = dict[tuple[str, str], str]
"""Kind (`table`, `index`, `trigger`, `view`) and name, to the SQL that made it, blanks levelled."""


class PartFault(Enum):
    """How a part of a file's schema differs from the one that the migrations make."""

    FOREIGN = "foreign"
    MISSING = "missing"
    ALTERED = "altered"


@dataclass(frozen=True)
class SchemaFault:
    """A table, index, trigger or view that is not as the migrations make it."""

    fault: PartFault
    kind: str
    name: str

    def words(self) -> str:
        """Return what is wrong, for a sentence about the file."""
        part = f"the {self.kind} “{self.name}”"
        match self.fault:
            case PartFault.FOREIGN:
                return f"it holds {part}, which LFJB Desk never made"
            case PartFault.MISSING:
                return f"{part} is missing"
            case PartFault.ALTERED:
                return f"{part} is not built as LFJB Desk builds it"


def schema_faults(path: Path, migrations: Path) -> tuple[SchemaFault, ...]:
    """Return all that differs from a pristine file of the same schema, foreign parts first.

    A file of a schema that the migrations do not reach is not judged.

    Raises:
        sqlite3.DatabaseError: when the file's schema cannot be read.
        StorageError: when the migrations cannot be run.
    """
    schema = read_header(path).schema
    if not 1 <= schema <= newest_schema(migrations):
        return ()
    with closing(sqlite.plain_connection(path, read_only=True)) as connection:
        found = _parts(connection)
    return tuple(sorted(_faults(pristine(migrations, schema), found), key=_foreign_first))


def disagreement(path: Path) -> str:
    """Return how the two numbers of a file's schema contradict one another; empty when they agree.

    One stands in its first bytes, where every start reads it, and one among its tables, from
    which the migrations go on: a file with two would be upgraded twice, or not at all.

    Raises:
        sqlite3.DatabaseError: when the table of the second cannot be read.
    """
    header = read_header(path).schema
    with closing(sqlite.plain_connection(path, read_only=True)) as connection:
        reached = [str(row[0]).partition("_")[0] for row in connection.execute(REACHED)]
    if reached == [f"{header:04}"]:
        return ""
    listed = " and ".join(number.lstrip("0") for number in reached) or "none"
    return f"it says of itself that its schema is {header}, and its migrations say {listed}"


def acting_parts(path: Path) -> bool:
    """Tell whether a file holds triggers or views beside those that guard the audit.

    Quick enough for every start, where the whole comparison is not made.
    """
    ours = {_levelled(guard) for guard in audit.GUARDS}
    with closing(sqlite.plain_connection(path, read_only=True)) as connection:
        parts = _parts(connection)
    return any(sql not in ours for (kind, _), sql in parts.items() if kind in ("trigger", "view"))


@cache
def pristine(migrations: Path, schema: int) -> SchemaParts:
    """Return the schema of a new file that was brought up to a number.

    Raises:
        StorageError: when the migrations cannot be run.
    """
    engine = sqlite.memory_engine()
    try:
        with engine.execution_options(**{sqlite.WRITES: True}).connect() as connection:
            with connection.begin():
                run_migrations(connection, migrations, schema)
            raw: Any = connection.connection.driver_connection
            return _parts(raw)
    finally:
        engine.dispose()


def newest_schema(migrations: Path) -> int:
    """Return the number of the newest migration in a folder."""
    return max((int(path.name[:4]) for path in migrations.glob("versions/[0-9]*.py")), default=0)


def run_migrations(connection: Connection, migrations: Path, up_to: int | None = None) -> int:
    """Run the migrations on a connection, all or up to a number; return that of the newest.

    Raises:
        StorageError: when they cannot be run.
    """
    # Imported here, for it takes a tenth of a second that an ordinary start need not spend.
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415 - see above
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - see above
    from alembic.util import CommandError  # noqa: PLC0415 - see above

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        scripts = ScriptDirectory.from_config(config)
        target = next(
            (
                script.revision
                for script in scripts.walk_revisions()
                if int(script.revision.partition("_")[0]) == up_to
            ),
            "head",
        )
        command.upgrade(config, target)
        newest = scripts.get_current_head() or "0"
    except CommandError as error:
        raise StorageError(f"The migrations in {migrations} cannot be run: {error}.") from error
    return int(newest.partition("_")[0])


def _parts(connection: sqlite3.Connection) -> SchemaParts:
    return {(kind, name): _levelled(sql or "") for kind, name, sql in connection.execute(PARTS)}


def _levelled(sql: str) -> str:
    return " ".join(sql.split())


def _faults(whole: SchemaParts, found: SchemaParts) -> Iterator[SchemaFault]:
    for (kind, name), sql in found.items():
        if (kind, name) not in whole:
            yield SchemaFault(PartFault.FOREIGN, kind, name)
        elif whole[kind, name] != sql:
            yield SchemaFault(PartFault.ALTERED, kind, name)
    for kind, name in whole.keys() - found.keys():
        yield SchemaFault(PartFault.MISSING, kind, name)


def _foreign_first(fault: SchemaFault) -> tuple[bool, int, str]:
    """Order faults by how much harm they can do."""
    kinds = ("trigger", "view", "table", "index")
    return fault.fault is not PartFault.FOREIGN, kinds.index(fault.kind), fault.name
