"""Setting up a real board from its area."""

from datetime import date
from pathlib import Path

import pytest

from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.governance.governing_documents import Clause, DocumentVersion, VersionState
from lfjb_desk.domain.governance.groups import Appointment, Group, GroupKind, Seat, SeatStanding
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.domain.rows import Row
from lfjb_desk.services.governance.setup import NOT_AGREED, SetupService
from lfjb_desk.services.reference import ReferenceService
from lfjb_desk.services.sample.sample import SampleService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries.lookup import everything

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 23)


@pytest.fixture
def setup(database: Database) -> SetupService:
    change = ReferenceService(database, ROOT / "db" / "reference").load()
    assert change is not None
    database.apply(change)
    return SetupService(database)


def count(database: Database, table: type[Row]) -> int:
    with database.session() as session:
        return len(everything(session, table))


def test_the_authorities_become_seats_beside_courts_cafcass_and_judges(
    database: Database, setup: SetupService
) -> None:
    change = setup.set_up("ESST", TODAY)
    database.apply(change)
    assert change.label == "Set up the board of Essex and Suffolk"
    with database.session() as session:
        board = everything(session, Group)[0]
        seats = sorted(everything(session, Seat), key=lambda seat: seat.position)
    assert board.name == "Essex and Suffolk Local Family Justice Board"
    assert board.kind is GroupKind.BOARD
    assert not board.sample
    assert [seat.title for seat in seats[:4]] == [
        "Children's services, Essex",
        "Children's services, Southend-on-Sea",
        "Children's services, Suffolk",
        "Children's services, Thurrock",
    ]
    assert all(seat.vacant_since == TODAY for seat in seats)
    observing = [seat for seat in seats if seat.standing is SeatStanding.OBSERVER]
    assert len(observing) == 2
    assert not any(seat.counts_for_quorum for seat in observing)


def test_nobody_is_invented_and_no_rule_is_written(database: Database, setup: SetupService) -> None:
    database.apply(setup.set_up("ESST", TODAY))
    assert count(database, Person) == count(database, Appointment) == 0
    with database.session() as session:
        clauses = everything(session, Clause)
        version = everything(session, DocumentVersion)[0]
        board = everything(session, Group)[0]
    assert version.state is VersionState.DRAFT
    assert board.quorum is None
    assert {clause.text for clause in clauses} == {NOT_AGREED}
    assert all(clause.rule is None for clause in clauses)


def test_a_welsh_board_has_cafcass_cymru(database: Database, setup: SetupService) -> None:
    database.apply(setup.set_up("NWALES", TODAY))
    with database.session() as session:
        bodies = everything(session, Organisation)
    guardians = [body.name for body in bodies if body.kind is OrganisationKind.CAFCASS]
    assert guardians == ["Cafcass Cymru"]


def test_a_second_board_of_the_area_is_refused(database: Database, setup: SetupService) -> None:
    database.apply(setup.set_up("ESST", TODAY))
    with pytest.raises(RuleError, match="Essex and Suffolk has a board already"):
        setup.set_up("ESST", TODAY)


def test_a_second_area_shares_the_courts_and_judges(
    database: Database, setup: SetupService
) -> None:
    database.apply(setup.set_up("ESST", TODAY))
    database.apply(setup.set_up("TRURO", TODAY))
    with database.session() as session:
        names = [body.name for body in everything(session, Organisation)]
    assert len(names) == len(set(names))


def test_an_organisation_that_is_there_already_is_used(
    database: Database, setup: SetupService
) -> None:
    mine = Organisation(name="Essex", kind=OrganisationKind.LOCAL_AUTHORITY)
    database.apply(Change("Add", (added(mine),)))
    database.apply(setup.set_up("ESST", TODAY))
    with database.session() as session:
        seats = everything(session, Seat)
    assert mine.id in {seat.organisation_id for seat in seats}


def test_a_real_board_can_stand_beside_the_sample(database: Database, setup: SetupService) -> None:
    sample = SampleService(database, ROOT / "resources" / "sample", ROOT / "db" / "reference")
    database.apply(sample.build(TODAY))
    database.apply(setup.set_up("ESST", TODAY))
    assert count(database, Group) == 5


def test_undo_takes_the_new_board_away(database: Database, setup: SetupService) -> None:
    change = setup.set_up("ESST", TODAY)
    database.apply(change)
    database.apply(change.inverse())
    assert count(database, Group) == count(database, Organisation) == count(database, Clause) == 0
