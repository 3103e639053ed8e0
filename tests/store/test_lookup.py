"""Rows by their id, and what still refers to them."""

from datetime import date
from uuid import uuid4

import pytest

from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.governance.groups import Appointment, Group, GroupKind, Seat
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.domain.meetings.meetings import AgendaItem, Meeting
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries.lookup import by_key, everything, found, table_words, uses


@pytest.fixture
def group(database: Database) -> Group:
    """A board with a group under it, a meeting, and a seat that two people held."""
    area = DfjArea(code="ESST", name="Essex", region="", nation="", courts="", source="invented")
    group = Group(area_id=area.id, kind=GroupKind.BOARD, name="Board")
    under = Group(
        area_id=area.id, parent_id=group.id, kind=GroupKind.SUB_GROUP, name="Public law group"
    )
    body = Organisation(name="HMCTS", kind=OrganisationKind.COURT_SERVICE)
    tom = Person(name="Tom Aldous", organisation_id=body.id)
    seat = Seat(group_id=group.id, organisation_id=body.id, title="Chair")
    rows = (
        area,
        group,
        under,
        body,
        tom,
        seat,
        Appointment(seat_id=seat.id, person_id=tom.id, starts=date(2025, 1, 1)),
        Appointment(seat_id=seat.id, person_id=tom.id, starts=date(2026, 1, 1)),
        Meeting(group_id=group.id, number=1, held_on=date(2026, 12, 3)),
    )
    database.apply(Change("Set up", tuple(added(row) for row in rows)))
    return group


def test_what_uses_a_row_is_counted_in_words(database: Database, group: Group) -> None:
    with database.session() as session:
        (seat,) = everything(session, Seat)
        assert uses(session, group) == {"group": 1, "seat": 1, "meeting": 1}
        assert uses(session, group, besides=(Seat, Meeting)) == {"group": 1}
        assert uses(session, seat) == {"appointment": 2}


def test_rows_are_found_by_their_ids_and_unknown_ones_are_left_out(
    database: Database, group: Group
) -> None:
    with database.session() as session:
        assert by_key(session, Group, [group.id, None, uuid4()]) == {group.id: group}
        assert by_key(session, Group, [None]) == {}
        assert found(session, Group, group.id).name == "Board"


def test_a_row_that_is_gone_is_a_sentence_and_no_traceback(database: Database) -> None:
    nowhere = uuid4()
    with (
        database.session() as session,
        pytest.raises(RuleError, match="This agenda item is no longer there"),
    ):
        found(session, AgendaItem, nowhere)


def test_tables_have_names_that_people_use() -> None:
    assert table_words(Group) == "group"
    assert table_words(Organisation) == "organisation"
