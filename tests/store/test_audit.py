# ruff: noqa: S608 - these tests forge the audit with SQL of their own making
from collections.abc import Iterator
from random import Random

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from lfjb_desk.domain.audit import ChangeRecord
from lfjb_desk.domain.changes import RuleError, added, change, edited
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.store.engine import sqlite
from lfjb_desk.store.engine.audit import AuditFault, change_of, first_fault
from lfjb_desk.store.engine.database import Database

LENGTH = 60
TAMPERS = 1_000
COLUMNS = "at, who, label, payload, previous_hash, hash"
FORGED = "VALUES (1, '', '', '', x'', '', '')"
UPSERT = f"INSERT INTO change_record {FORGED} ON CONFLICT DO UPDATE SET who = 'nobody'"


@pytest.fixture
def long_history(database: Database, council: Organisation, avery: Person) -> Database:
    database.apply(change("Set up", None, [added(council), added(avery)]))
    for number in range(LENGTH - 1):
        before = "" if number == 0 else str(number - 1)
        avery.post = before
        database.apply(change(f"Post {number}", None, [edited(avery, post=str(number))]))
    return database


@pytest.fixture
def opened_up(long_history: Database) -> Iterator[Connection]:
    """A connection to the history with its guards taken off, as a tamperer would."""
    engine = long_history._engine.execution_options(**{sqlite.WRITES: True})
    with engine.connect() as connection:
        for guard in ("stays", "is_kept", "follows"):
            connection.exec_driver_sql(f"DROP TRIGGER change_record_{guard}")
        connection.commit()
        yield connection


def shift(connection: Connection, place: int, by: int) -> None:
    """Move the numbers of all records after a place, by way of negative numbers."""
    connection.execute(
        text("UPDATE change_record SET sequence = -sequence - :by WHERE sequence > :place"),
        {"by": by, "place": place},
    )
    connection.execute(text("UPDATE change_record SET sequence = -sequence WHERE sequence < 0"))


def edit_one(connection: Connection, place: int, column: str) -> None:
    value = {"payload": "x'00'", "at": "'2001-01-01 00:00:00.000000'"}.get(column, "'forged'")
    connection.exec_driver_sql(
        f"UPDATE change_record SET {column} = {value} WHERE sequence = {place}"
    )


def delete_one(connection: Connection, place: int) -> None:
    connection.exec_driver_sql(f"DELETE FROM change_record WHERE sequence = {place}")
    shift(connection, place, -1)


def insert_one(connection: Connection, place: int) -> None:
    shift(connection, place - 1, 1)
    connection.exec_driver_sql(
        f"INSERT INTO change_record (sequence, {COLUMNS}) "
        f"SELECT {place}, {COLUMNS} FROM change_record WHERE sequence = {place + 1}"
    )


def swap(connection: Connection, place: int) -> None:
    for old, new in ((place, -1), (place + 1, place), (-1, place + 1)):
        connection.exec_driver_sql(
            f"UPDATE change_record SET sequence = {new} WHERE sequence = {old}"
        )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change_record SET who = 'nobody'",
        "UPDATE OR REPLACE change_record SET sequence = 2 WHERE sequence = 1",
        "DELETE FROM change_record",
        f"REPLACE INTO change_record (sequence, {COLUMNS}) {FORGED}",
        f"INSERT OR REPLACE INTO change_record (sequence, {COLUMNS}) {FORGED}",
        UPSERT,
    ],
)
def test_no_statement_alters_the_audit(long_history: Database, statement: str) -> None:
    with (
        long_history._engine.connect() as connection,
        pytest.raises(IntegrityError, match="The audit is"),
    ):
        connection.exec_driver_sql(statement)

    assert long_history.verify_audit() is None


def test_an_untouched_history_is_found_whole(long_history: Database) -> None:
    assert long_history.verify_audit() is None
    assert long_history.audit_head().sequence == LENGTH


def test_each_of_a_thousand_tampers_is_found_at_its_first_bad_record(
    opened_up: Connection,
) -> None:
    random = Random(20261121)  # noqa: S311 - chance, not secrecy
    found = 0
    for _ in range(TAMPERS):
        place = random.randint(2, LENGTH - 1)
        kind = random.choice(("edit", "delete", "insert", "swap"))
        first_bad = place
        if kind == "edit":
            edit_one(opened_up, place, random.choice(COLUMNS.split(", ")))
        elif kind == "delete":
            delete_one(opened_up, place)
        elif kind == "insert":
            # The inserted record is a copy of the next, so that only the one after it stands out.
            insert_one(opened_up, place)
            first_bad = place + 1
        else:
            swap(opened_up, place)
        fault = first_fault(opened_up)
        assert fault is not None
        assert fault.sequence == first_bad, kind
        found += 1
        opened_up.rollback()
    assert found == TAMPERS
    assert first_fault(opened_up) is None
    print(f"\n{found} of {TAMPERS} tampered records were found at their place")  # noqa: T201 - the count is the evidence


def test_a_record_that_is_missing_is_named(opened_up: Connection) -> None:
    opened_up.exec_driver_sql("DELETE FROM change_record WHERE sequence = 7")

    assert first_fault(opened_up) == AuditFault(7, "a record is missing here")


def test_a_cut_end_is_found_by_an_anchor_noted_elsewhere(opened_up: Connection) -> None:
    anchor = str(
        opened_up.exec_driver_sql(
            f"SELECT hash FROM change_record WHERE sequence = {LENGTH}"
        ).scalar_one()
    )[:12]
    assert first_fault(opened_up, [anchor]) is None

    opened_up.exec_driver_sql(f"DELETE FROM change_record WHERE sequence > {LENGTH - 5}")

    assert first_fault(opened_up) is None
    fault = first_fault(opened_up, [anchor])
    assert fault is not None
    assert fault.sequence == LENGTH - 4
    assert anchor in fault.reason


def test_a_damaged_record_is_not_taken_for_a_change(long_history: Database) -> None:
    record = long_history.history(1)[0]
    damaged = ChangeRecord(**{**record.model_dump(), "payload": b"nonsense"})

    with pytest.raises(RuleError, match="of the audit is damaged"):
        change_of(damaged)
