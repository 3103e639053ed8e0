"""Rows changed behind the desk's back: each is found, and named."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from lfjb_desk.domain.changes import Change
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.rows import Row
from lfjb_desk.domain.tables import TABLES
from lfjb_desk.store.engine.audit import change_of
from lfjb_desk.store.engine.backup import backup, newest_good
from lfjb_desk.store.engine.checks import DatabaseFinding, check_database
from lfjb_desk.store.engine.migrate import SCHEMA
from lfjb_desk.store.engine.opening import Opening, open_database
from lfjb_desk.store.replaying.replay import differences, live, replayed
from tests.store.conftest import MIGRATIONS, NOW
from tests.store.test_replay import Walk

ROUNDS, CHANGES_IN_ROUND, STEPS = 20, 10, 40
FLIPPED_FILES = 75

Place = tuple[type[Row], Any]
"""A table and the stored id of one of its rows."""


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database with rows of every table, done, undone and redone."""
    folder = tmp_path_factory.mktemp("walked")
    walk = Walk(Random(4))  # noqa: S311 - chance, not secrecy
    while walk.applied < STEPS or not all(walk.rows.values()):
        walk.step()
    opening = Opening(MIGRATIONS, folder / "backups", clock=lambda: NOW)
    database = open_database(folder / "board.lfjb", opening)
    steps = [change_of(record) for record in reversed(walk.database.history(limit=10_000))]
    for part in (steps[:-5], *([step] for step in steps[-5:])):
        database.apply(Change("Walk", tuple(edit for step in part for edit in step.edits)))
    database.close()
    walk.database.close()
    return folder / "board.lfjb"


@pytest.fixture
def copied(walked: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(walked, tmp_path / "board.lfjb"))


class Intruder:
    """Another program that writes to the file, and knows no links and no audit."""

    def __init__(self, connection: sqlite3.Connection, random: Random) -> None:
        self.connection = connection
        self.random = random
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.row_factory = sqlite3.Row

    def rows(self, table: type[Row]) -> list[dict[str, Any]]:
        sql = f'SELECT * FROM "{_sql(table)}"'  # noqa: S608 - our own names
        return [dict(row) for row in self.connection.execute(sql)]

    def strike(self, spared: set[Place]) -> Place:
        """Change, take out or put in one row that is not spared; return where."""
        while True:
            table = self.random.choice(TABLES)
            rows = [row for row in self.rows(table) if (table, row["id"]) not in spared]
            if not rows:
                continue
            try:
                struck = self.random.choice((self.update, self.delete, self.insert))(table, rows)
            except sqlite3.IntegrityError:
                continue  # this one the file's own rules refuse
            if struck is not None:
                return table, struck

    def update(self, table: type[Row], rows: list[dict[str, Any]]) -> Any:
        row = self.random.choice(rows)
        column = self.random.choice(sorted(row.keys() - {"id"}))
        value = self.random.choice([7, "other", None, "é" * 9, 0, "26.50"])
        sql = f'UPDATE "{_sql(table)}" SET "{column}" = ? WHERE id = ?'  # noqa: S608 - our own names
        self.connection.execute(sql, (value, row["id"]))
        return row["id"] if row not in self.rows(table) else None

    def delete(self, table: type[Row], rows: list[dict[str, Any]]) -> Any:
        key = self.random.choice(rows)["id"]
        sql = f'DELETE FROM "{_sql(table)}" WHERE id = ?'  # noqa: S608 - our own names
        self.connection.execute(sql, (key,))
        return key

    def insert(self, table: type[Row], rows: list[dict[str, Any]]) -> Any:
        row = self.random.choice(rows) | {"id": f"{self.random.getrandbits(128):032x}"}
        for name in ("code", "ref", "number", "name", "gss_code"):
            if name in row:
                row[name] = self.random.randrange(1000, 9999)
        names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
        sql = f'INSERT INTO "{_sql(table)}" ({names}) VALUES ({marks})'  # noqa: S608 - our own names
        self.connection.execute(sql, tuple(row.values()))
        return row["id"]


def _sql(table: type[Row]) -> str:
    return str(table.__tablename__)


def _silently(path: Path, sql: str, *values: Any) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        assert connection.execute(sql, values).rowcount == 1


def _found(path: Path) -> list[str]:
    return [finding.reason for finding in check_database(path) if finding.check == "rows"]


def test_every_silent_change_is_found_and_nothing_else(walked: Path) -> None:
    random = Random(6)  # noqa: S311 - chance, not secrecy
    with closing(sqlite3.connect(walked)) as reader:
        known = replayed(reader)
    struck_rows = 0
    for _ in range(ROUNDS):
        with closing(sqlite3.connect(":memory:")) as connection:
            with closing(sqlite3.connect(walked)) as source:
                source.backup(connection)
            intruder, struck = Intruder(connection, random), set[Place]()
            for _ in range(CHANGES_IN_ROUND):
                struck.add(intruder.strike(struck))
            connection.row_factory = None
            found = differences(known, live(connection), cover=True)
            assert {(row.table, row.key) for row in found} == struck
            struck_rows += len(struck)
    assert struck_rows == ROUNDS * CHANGES_IN_ROUND


def test_nothing_is_found_where_nothing_was_changed(walked: Path) -> None:
    found = check_database(walked, migrations=MIGRATIONS)

    # Minutes that chance wrote have no hash that fits them.
    assert [finding for finding in found if finding.check != "minutes"] == []


def test_what_was_changed_is_named_with_its_fields(board: Path, avery: Person) -> None:
    _silently(board, "UPDATE person SET email = 'x@example.org', post = 'Judge'")
    assert _found(board) == ["the person “Avery Sample” was changed outside LFJB Desk: post, email"]
    _silently(board, "UPDATE person SET name = 'Somebody Else'")
    assert _found(board) == [
        "the person “Avery Sample” was changed outside LFJB Desk: name, post, email"
    ]
    _silently(board, "DELETE FROM person WHERE id = ?", avery.id.hex)
    assert _found(board) == ["the person “Avery Sample” was taken out outside LFJB Desk"]


def test_what_was_put_in_is_named(board: Path, council: Organisation) -> None:
    sql = (
        "INSERT INTO person (id, name, organisation_id, post, email) "
        "VALUES (?, 'Planted Sample', ?, '', '')"
    )
    _silently(board, sql, "f" * 32, council.id.hex)
    assert _found(board) == ["the person “Planted Sample” was put in outside LFJB Desk"]


@pytest.mark.parametrize("value", [b"\xff\x61", b"a\0"])
def test_a_row_whose_bytes_were_damaged_is_named(board: Path, value: bytes) -> None:
    _silently(board, "UPDATE person SET email = CAST(? AS TEXT)", value)
    (reason,) = _found(board)
    assert "Avery Sample" in reason
    assert reason.endswith(": email")


def test_a_value_that_nothing_can_read_is_said_to_be_unreadable(
    board: Path, council: Organisation
) -> None:
    _silently(board, "UPDATE organisation SET kind = 'circus' WHERE id = ?", council.id.hex)
    assert _found(board) == ["the organisation “Samplefolk Council” cannot be read any more: kind"]


def test_a_row_without_words_of_its_own_is_named_by_what_it_belongs_to(copied: Path) -> None:
    with closing(sqlite3.connect(copied)) as connection:
        key, seat = connection.execute(
            "SELECT attendance.id, seat.title FROM attendance JOIN seat ON seat.id = seat_id"
        ).fetchone()
    _silently(copied, "UPDATE attendance SET deputy_name = 'Other Sample' WHERE id = ?", key)
    (reason,) = _found(copied)
    assert reason.startswith("the attendance “meeting ")
    assert " ".join(seat.split()) in reason


def test_a_changed_value_that_means_the_same_is_a_change(copied: Path) -> None:
    with closing(sqlite3.connect(copied, isolation_level=None)) as connection:
        connection.execute("UPDATE target SET low = low || '.0' WHERE low NOT LIKE '%.%'")
        connection.execute("UPDATE target SET low = low || '0' WHERE low LIKE '%.%'")
        (changed,) = connection.execute("SELECT count(low) FROM target").fetchone()
    assert changed == len(_found(copied)) > 0


def test_a_backup_is_made_of_what_differs_and_says_so(board: Path, tmp_path: Path) -> None:
    _silently(board, "UPDATE person SET post = 'Judge'")
    made = backup(board, tmp_path / "backups", NOW)
    assert made.findings == (
        DatabaseFinding("rows", "the person “Avery Sample” was changed outside LFJB Desk: post"),
    )
    assert newest_good(board, tmp_path / "backups") is not None


@pytest.mark.parametrize("schema", range(1, SCHEMA))
def test_an_upgrade_is_recorded_so_that_every_column_is_covered(
    tmp_path: Path, schema: int
) -> None:
    path = tmp_path / "board.lfjb"
    shutil.copyfile(MIGRATIONS.parent / f"samples/v{schema}.lfjb", path)
    opening = Opening(MIGRATIONS, tmp_path / "backups", who="Avery", clock=lambda: NOW)
    open_database(path, opening).close()
    assert check_database(path, migrations=MIGRATIONS) == ()


def test_an_upgrade_does_not_bless_what_was_changed_before_it(tmp_path: Path) -> None:
    path = tmp_path / "board.lfjb"
    shutil.copyfile(MIGRATIONS.parent / "samples/v1.lfjb", path)
    _silently(path, "UPDATE organisation SET name = 'Planted' WHERE rowid = 1")
    before = _found(path)
    opening = Opening(MIGRATIONS, tmp_path / "backups", who="Avery", clock=lambda: NOW)
    open_database(path, opening).close()
    assert before == _found(path) != []


def test_flipped_bytes_are_refused_found_or_change_no_row(copied: Path) -> None:
    random, whole = Random(9), copied.read_bytes()  # noqa: S311 - chance, not secrecy
    with closing(sqlite3.connect(copied)) as connection:
        rows = live(connection)
    outcomes = {"found": 0, "no row differs": 0}
    for _ in range(FLIPPED_FILES):
        spoilt = bytearray(whole)
        spoilt[random.randrange(len(whole))] ^= 1 << random.randrange(8)
        copied.write_bytes(spoilt)
        if check_database(copied):
            outcomes["found"] += 1
            continue
        with closing(sqlite3.connect(copied)) as connection:
            assert live(connection) == rows
        outcomes["no row differs"] += 1
    assert sum(outcomes.values()) == FLIPPED_FILES
    assert outcomes["found"] > FLIPPED_FILES // 5


def test_a_row_put_in_under_an_id_that_is_none_is_named_as_put_in(
    board: Path, council: Organisation
) -> None:
    sql = (
        "INSERT INTO person (id, name, organisation_id, post, email) "
        "VALUES ('no id', 'Planted Sample', ?, '', '')"
    )
    _silently(board, sql, council.id.hex)
    assert _found(board) == [
        "the person “Planted Sample” was put in outside LFJB Desk, and cannot be read: id"
    ]


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("PRAGMA user_version=5", f"that its schema is 5, and its migrations say {SCHEMA}"),
        (
            "UPDATE alembic_version SET version_num = '0003_0.3.0'",
            f"that its schema is {SCHEMA}, and its migrations say 3",
        ),
        ("DELETE FROM alembic_version", f"its schema is {SCHEMA}, and its migrations say none"),
    ],
)
def test_a_file_whose_two_numbers_of_the_schema_differ_is_named(
    board: Path, sql: str, words: str
) -> None:
    with closing(sqlite3.connect(board, isolation_level=None)) as connection:
        connection.execute(sql)
    findings = check_database(board, migrations=MIGRATIONS)
    assert any(
        finding.check == "schema" and finding.reason.endswith(words) for finding in findings
    ), findings
