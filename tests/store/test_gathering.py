"""A gathering reads through one session, asks each question once, and nobody writes through it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import delete, event, func, insert, text
from sqlalchemy.exc import OperationalError
from sqlmodel import col, select, update

from lfjb_desk.domain.changes import RuleError, added, change, edited
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.store.engine import edits
from lfjb_desk.store.engine.database import Database, utc_now
from lfjb_desk.store.engine.refusals import ReadOnlyError, StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def staffed(database: Database, council: Organisation, avery: Person) -> Database:
    database.apply(change("Set up", council, [added(council), added(avery)]))
    return database


@pytest.fixture
def statements(staffed: Database) -> Iterator[list[str]]:
    """The statements that the database is asked from now on."""
    seen: list[str] = []

    def note(*given: Any) -> None:
        if given[2].startswith("SELECT"):
            seen.append(given[2])

    event.listen(staffed._engine, "before_cursor_execute", note)
    yield seen
    event.remove(staffed._engine, "before_cursor_execute", note)


def names(database: Database, starts: str = "") -> list[str]:
    with database.session() as session:
        return list(session.exec(select(Person.name).where(col(Person.name).startswith(starts))))


def test_a_question_is_asked_once_in_a_gathering_and_again_in_the_next(
    staffed: Database, avery: Person, statements: list[str]
) -> None:
    with staffed.gathering() as gathered:
        assert [names(gathered) for _ in range(3)] == [["Avery Sample"]] * 3
        assert len(statements) == 1
    staffed.apply(change("Rename", avery, [edited(avery, name="Avery Specimen")]))
    statements.clear()
    with staffed.gathering() as gathered:
        assert names(gathered) == ["Avery Specimen"]
    assert names(staffed) == names(staffed) == ["Avery Specimen"]
    assert len(statements) == 3, "outside a gathering each question is asked"


def test_questions_that_differ_in_a_value_alone_have_answers_of_their_own(
    staffed: Database,
) -> None:
    by_name = select(Person.name).where(col(Person.name) == text(":name"))
    with staffed.gathering() as gathered:
        assert names(gathered, "A") == ["Avery Sample"]
        assert names(gathered, "B") == []
        with gathered.session() as session:
            found = [
                session.execute(by_name, {"name": name}).all()
                for name in ("Avery Sample", "Nobody")
            ]
    assert [len(rows) for rows in found] == [1, 0]


def test_a_gathering_has_one_session_that_stays_open_until_its_end(staffed: Database) -> None:
    with staffed.gathering() as gathered:
        with gathered.session() as first:
            person = first.exec(select(Person)).one()
        with gathered.session() as second, gathered.gathering() as within:
            assert first is second
            assert within is gathered
            assert person in second
            assert second.execute(text("SELECT 1")).scalar_one() == 1
    assert person not in first
    assert person.name == "Avery Sample"


def test_a_question_that_cannot_be_told_from_others_is_asked_each_time(
    staffed: Database, statements: list[str]
) -> None:
    with staffed.gathering() as gathered, gathered.session() as session:
        for _ in range(2):
            session.exec(select(func.count()).select_from(Person)).one()
        once = len(statements)
        for _ in range(2):
            session.execute(text("SELECT name FROM person")).all()
    assert (once, len(statements)) == (1, 3)


def test_nothing_is_written_through_a_gathering(staffed: Database, avery: Person) -> None:
    with (
        staffed.gathering() as gathered,
        pytest.raises(ReadOnlyError, match="Nothing is written while a paper or a page is"),
    ):
        gathered.apply(change("Rename", avery, [edited(avery, name="X")]))
    assert names(staffed) == ["Avery Sample"]


def test_a_reading_session_refuses_what_would_add_change_or_remove(
    staffed: Database, council: Organisation, avery: Person
) -> None:
    values = {"name": "X", "organisation_id": council.id}
    for statement in (insert(Person).values(**values), update(Person).values(name="X")):
        with (
            staffed.session() as session,
            pytest.raises(RuntimeError, match=r"^A reading session was about to write: use Data"),
        ):
            session.execute(statement)
    with staffed.session() as session, pytest.raises(RuntimeError, match=r"Database\.apply"):
        session.execute(delete(Person))
    with staffed.session() as session:
        session.add(Person(name="Y", organisation_id=council.id))
        with pytest.raises(RuntimeError, match=r"^A reading session was about to write: use Data"):
            session.flush()
    with staffed.session() as session:
        session.delete(session.get_one(Person, avery.id))
        with pytest.raises(RuntimeError, match=r"Database\.apply"):
            session.flush()
    assert names(staffed) == ["Avery Sample"]


def test_a_database_that_is_told_nothing_names_nobody_and_reads_the_clock(
    staffed: Database,
) -> None:
    before = datetime.now(UTC)  # noqa: TID251 - what the clock of the store is held against
    assert utc_now() >= before
    assert utc_now().tzinfo is UTC
    (record,) = staffed.history()
    assert record.who == "unnamed"
    assert abs((record.at - before).total_seconds()) < 600
    assert staffed.read_only == ""


def test_the_history_gives_the_newest_records_and_no_more_than_asked(
    staffed: Database, avery: Person
) -> None:
    for number in range(101):
        staffed.apply(change(f"Post {number}", avery, [edited(avery, post=str(number))]))
        avery.post = str(number)
    assert [record.label for record in staffed.history(2)] == ["Post 100", "Post 99"]
    assert len(staffed.history()) == 100


def test_the_audit_is_verified_with_the_anchors_that_were_noted(staffed: Database) -> None:
    head = staffed.audit_head()
    assert staffed.verify_audit() is None
    assert staffed.verify_audit([str(head.hash)[:12]]) is None
    fault = staffed.verify_audit(["000000000000"])
    assert fault is not None
    assert "000000000000" in fault.reason


def test_a_database_is_closed_once_and_then_lets_others_write(database: Database) -> None:
    released: list[str] = []
    engine = database._engine
    disposed: list[object] = []
    event.listen(engine, "engine_disposed", disposed.append)
    opened = Database(engine, release=lambda: released.append("released"))
    opened.close()
    opened.close()
    assert released == ["released"]
    assert len(disposed) == 2
    Database(engine).close()


def test_a_write_that_the_disk_refuses_says_which_disk(
    staffed: Database, avery: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "board.lfjb"
    place.write_bytes(bytes(2_000_000))
    fault = OSError("no room")
    fault.sqlite_errorname = "SQLITE_FULL"  # type: ignore[attr-defined]

    def full(*_: object) -> None:
        raise OperationalError("INSERT", {}, fault)

    monkeypatch.setattr(edits, "write", full)
    database = Database(staffed._engine, place=place)
    with pytest.raises(StorageError, match=f"Rename was not saved: the disk that holds {place}"):
        database.apply(change("Rename", avery, [edited(avery, name="X")]))
    monkeypatch.undo()
    database.apply(change("Rename", avery, [edited(avery, name="X")]))
    assert names(database) == ["X"]


def test_an_error_of_our_own_in_a_write_takes_all_back(
    staffed: Database, avery: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = edits.write

    def broken(*given: Any) -> None:
        write(*given)
        raise RuleError("A rule that was found late.")

    monkeypatch.setattr(edits, "write", broken)
    with pytest.raises(RuleError, match="found late"):
        staffed.apply(change("Rename", avery, [edited(avery, name="X")]))
    assert names(staffed) == ["Avery Sample"]
    assert len(staffed.history()) == 1
