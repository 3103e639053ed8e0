import sqlite3
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from sqlalchemy import func
from sqlmodel import select, update

from lfjb_desk.domain.changes import Change, Edit, RuleError, added, change, edited, removed
from lfjb_desk.domain.figures.figures import Measure, Polarity, Snapshot
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.store.engine.audit import change_of
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.refusals import ReadOnlyError, failed_write


@pytest.fixture
def staffed(database: Database, council: Organisation, avery: Person) -> Database:
    database.apply(change("Set up", None, [added(council), added(avery)]))
    return database


def names(database: Database) -> list[str]:
    with database.session() as session:
        return sorted(session.exec(select(Person.name)).all())


def test_a_change_is_written_and_taken_back(staffed: Database, avery: Person) -> None:
    rename = change("Rename", None, [edited(avery, name="Avery Specimen")])

    staffed.apply(rename)
    assert names(staffed) == ["Avery Specimen"]
    staffed.apply(rename.inverse())
    assert names(staffed) == ["Avery Sample"]


def test_rows_may_be_added_before_those_they_name(
    database: Database, council: Organisation, avery: Person
) -> None:
    database.apply(change("Set up", None, [added(avery), added(council)]))

    assert names(database) == ["Avery Sample"]


def test_one_row_may_change_twice_in_a_change(staffed: Database, avery: Person) -> None:
    twice = (
        Edit(Person, avery.id, {"name": "Avery Sample"}, {"name": "A"}),
        Edit(Person, avery.id, {"name": "A"}, {"name": "B"}),
    )

    staffed.apply(Change("Rename twice", twice))
    assert names(staffed) == ["B"]
    staffed.apply(Change("Rename twice", twice).inverse())
    assert names(staffed) == ["Avery Sample"]


def test_a_change_that_fails_at_its_end_leaves_no_part(staffed: Database, avery: Person) -> None:
    newcomer = Person(name="Blake Sample", organisation_id=avery.organisation_id)
    late = Edit(Person, avery.id, {"name": "Somebody else"}, {"name": "X"})

    with pytest.raises(RuleError):
        staffed.apply(Change("Both", (added(newcomer), late)))

    assert names(staffed) == ["Avery Sample"]
    assert len(staffed.history()) == 1


def test_what_someone_else_changed_is_not_overwritten(staffed: Database, avery: Person) -> None:
    mine = change("Mine", None, [edited(avery, name="Mine")])
    staffed.apply(change("Theirs", None, [edited(avery, name="Theirs")]))

    with pytest.raises(RuleError, match="name of the person was changed by someone else"):
        staffed.apply(mine)

    assert names(staffed) == ["Theirs"]


def test_different_columns_of_one_row_do_not_get_in_each_others_way(
    staffed: Database, avery: Person
) -> None:
    mine = change("Mine", None, [edited(avery, post="Clerk")])
    staffed.apply(change("Theirs", None, [edited(avery, name="Theirs")]))

    staffed.apply(mine)

    assert names(staffed) == ["Theirs"]


@pytest.mark.parametrize("command", ["edit", "remove"])
def test_a_row_that_is_gone_is_said_to_be_gone(
    staffed: Database, avery: Person, command: str
) -> None:
    staffed.apply(change("Remove", None, [removed(avery)]))
    edit = edited(avery, name="X") if command == "edit" else removed(avery)

    with pytest.raises(RuleError, match="the person has been removed meanwhile"):
        staffed.apply(change("Late", None, [edit]))


def test_removing_expects_the_whole_row_as_it_was(staffed: Database, avery: Person) -> None:
    staffed.apply(change("Post", None, [edited(avery, post="Clerk")]))

    with pytest.raises(RuleError, match="post of the person was changed"):
        staffed.apply(change("Remove", None, [removed(avery)]))


def test_what_is_still_used_is_not_removed(staffed: Database, council: Organisation) -> None:
    with pytest.raises(RuleError) as refusal:
        staffed.apply(change("Remove the council", None, [removed(council)]))

    assert str(refusal.value) == (
        "Remove the council: the organisation is still used by one person. Nothing was written."
    )
    with staffed.session() as session:
        assert session.get(Organisation, council.id) is not None


def test_users_of_a_row_are_counted(
    staffed: Database, council: Organisation, avery: Person
) -> None:
    blake = Person(name="Blake Sample", organisation_id=council.id)
    staffed.apply(change("Add Blake", None, [added(blake)]))

    with pytest.raises(RuleError, match="still used by 2 persons"):
        staffed.apply(change("Remove", None, [removed(council)]))


def test_a_row_that_names_nobody_is_refused(database: Database, avery: Person) -> None:
    with pytest.raises(RuleError, match="the person names organisation that is not there"):
        database.apply(change("Add", None, [added(avery)]))

    assert names(database) == []


def test_a_name_that_must_be_single_is_refused(staffed: Database) -> None:
    double = Organisation(name="Samplefolk Council", kind=OrganisationKind.POLICE)

    with pytest.raises(RuleError, match="another organisation with the same name"):
        staffed.apply(change("Add", None, [added(double)]))


def test_the_same_row_is_not_added_twice(staffed: Database, avery: Person) -> None:
    with pytest.raises(RuleError, match="the person is there already"):
        staffed.apply(change("Again", None, [added(avery)]))


def test_a_value_out_of_bounds_is_refused(staffed: Database, avery: Person) -> None:
    with pytest.raises(RuleError, match="name of the person must not be empty"):
        staffed.apply(change("Rename", None, [edited(avery, name="")]))
    nobody = Person(name="", organisation_id=avery.organisation_id)
    with pytest.raises(RuleError, match="must not be empty"):
        staffed.apply(change("Add", None, [added(nobody)]))


def test_a_number_that_no_column_holds_is_refused(database: Database) -> None:
    huge = Measure(
        code="x",
        name="x",
        definition="",
        unit="",
        polarity=Polarity.LOWER,
        source="",
        decimals=2**70,
    )

    with pytest.raises(RuleError, match="too large"):
        database.apply(change("Add", None, [added(huge)]))


def test_after_every_refusal_the_next_change_goes_through(
    staffed: Database, council: Organisation, avery: Person
) -> None:
    with pytest.raises(RuleError):
        staffed.apply(change("Remove", None, [removed(council)]))

    staffed.apply(change("Post", None, [edited(avery, post="Clerk")]))

    assert [record.label for record in staffed.history()] == ["Post", "Set up"]


def test_the_history_tells_who_did_what_and_when(database: Database, council: Organisation) -> None:
    moment = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    mine = Database(database._engine, who="Avery", clock=lambda: moment)

    mine.apply(change("Add the council", None, [added(council)]))

    (record,) = mine.history(limit=5)
    assert (record.who, record.label, record.at) == ("Avery", "Add the council", moment)
    assert change_of(record).edits == (added(council),)
    assert mine.audit_head().sequence == 1
    assert mine.audit_head().hash == record.hash


def test_a_database_marked_read_only_says_why(database: Database, council: Organisation) -> None:
    marked = Database(database._engine, read_only="The folder is read-only.")

    with pytest.raises(ReadOnlyError, match="The folder is read-only"):
        marked.apply(change("Add", None, [added(council)]))


def test_a_reading_session_does_not_write(staffed: Database, avery: Person) -> None:
    with staffed.session() as session:
        session.get_one(Person, avery.id).name = "X"
        with pytest.raises(RuntimeError, match=r"Database\.apply"):
            session.flush()
    with staffed.session() as session, pytest.raises(RuntimeError, match=r"Database\.apply"):
        session.exec(update(Person).values(name="X"))

    assert names(staffed) == ["Avery Sample"]


def test_two_thousand_five_hundred_rows_come_and_go_as_one_change(database: Database) -> None:
    rows = [
        Snapshot(
            file_name=f"{number}.csv",
            sha256="",
            layout="",
            publisher="",
            imported_at=datetime(2026, 11, 21, tzinfo=UTC),
            read=number,
            new=0,
            unchanged=0,
            revised=0,
            refused=0,
        )
        for number in range(2_500)
    ]
    bulk = change("Import", None, [added(row) for row in rows])

    database.apply(bulk)
    with database.session() as session:
        assert session.exec(select(func.count()).select_from(Snapshot)).one() == 2_500
    assert change_of(database.history()[0]) == bulk
    database.apply(bulk.inverse())
    with database.session() as session:
        assert session.exec(select(func.count()).select_from(Snapshot)).one() == 0


def test_an_edit_of_many_rows_keeps_each_value(database: Database) -> None:
    areas = [
        DfjArea(code=f"A{n}", name=f"Area {n}", region="R", nation="England", courts="", source="-")
        for n in range(30)
    ]
    database.apply(change("Add", None, [added(area) for area in areas]))

    database.apply(change("Courts", None, [edited(area, courts=area.code) for area in areas]))

    with database.session() as session:
        assert {area.courts for area in session.exec(select(DfjArea))} == {a.code for a in areas}


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        ("SQLITE_FULL", "the disk is full"),
        ("SQLITE_BUSY", "another program is using the database"),
        ("SQLITE_LOCKED_SHAREDCACHE", "another program is using the database"),
        ("SQLITE_CORRUPT_VTAB", "the database is damaged"),
        ("SQLITE_IOERR_WRITE", "the disk refused the write"),
    ],
)
def test_what_the_disk_says_is_put_in_plain_words(error: str, sentence: str) -> None:
    fault = sqlite3.OperationalError("fault")
    fault.sqlite_errorname = error

    refusal = failed_write("Close the action", fault, None)

    assert str(refusal).startswith(f"Close the action was not saved: {sentence}")


def test_a_change_by_an_unknown_key_changes_nothing(database: Database) -> None:
    lost = Edit(Person, uuid4(), {"name": "x"}, {"name": "y"})

    with pytest.raises(RuleError, match="removed meanwhile"):
        database.apply(Change("Lost", (lost,)))


def test_what_a_change_would_bring_is_read_and_nothing_of_it_stays(database: Database) -> None:
    body = Organisation(name="Cafcass", kind=OrganisationKind.CAFCASS)
    with (
        database.supposing(change("Add", body, [added(body)])) as supposed,
        supposed.session() as session,
    ):
        assert session.exec(select(Organisation.name)).all() == ["Cafcass"]
    with database.session() as session:
        assert session.exec(select(Organisation.name)).all() == []
    assert database.history() == []
    twice = change("Add", body, [added(body), added(body)])
    with pytest.raises(RuleError), database.supposing(twice):
        pytest.fail("it cannot be written")
