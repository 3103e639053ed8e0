"""Entries that may be of one person are found, and merged by one change that undo takes back."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.governance.groups import Office
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.meetings.meetings import AgendaItem
from lfjb_desk.domain.read_models.governance.likeness import Likeness
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.governance.merging import MergingService
from lfjb_desk.services.governance.people import PeopleService
from lfjb_desk.services.governance.seats import SeatService
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.store.queries.lookup import everything
from tests.services.conftest import HELD, TODAY

if TYPE_CHECKING:
    from tests.services.conftest import Board


@pytest.fixture
def merging(board: "Board") -> MergingService:
    return MergingService(board.database)


def entered(board: "Board", name: str, email: str = "", body: UUID | None = None) -> UUID:
    people = PeopleService(board.database)
    change = people.add_person(
        name, body or board.council, "Head of service", email, is_namesake=True
    )
    return board.write(change).key_of(Person)


@pytest.mark.parametrize(
    ("name", "likeness"),
    [
        ("Dr Helen Marsh OBE", Likeness.NAME),
        ("HÉLEN  marsh", Likeness.NAME),
        ("H Marsh", Likeness.INITIALS),
        ("H. J. Marsh", Likeness.INITIALS),
        ("Ms Marsh", Likeness.SURNAME),
        ("Harriet Marsh", None),
        ("T Marsh", None),
        ("Helen Marshall", None),
    ],
)
def test_people_are_alike_by_their_names(
    board: "Board", merging: MergingService, name: str, likeness: Likeness | None
) -> None:
    entered(board, name)
    found = {pair.likeness for pair in merging.like_people()}
    assert found == ({likeness} if likeness else set())


def test_a_bare_surname_of_another_body_speaks_for_nothing(
    board: "Board", merging: MergingService
) -> None:
    entered(board, "Ms Marsh", body=board.court_service)
    assert merging.like_people() == ()


def test_one_address_is_the_surest_sign_and_an_empty_one_is_none(
    board: "Board", merging: MergingService
) -> None:
    entered(board, "Nell Marsh-Aldous", "h.marsh@example.org")
    entered(board, "H Marsh")
    board.write(PeopleService(board.database).edit_person(board.helen, email="H.Marsh@example.org"))
    pairs = merging.like_people()
    assert [pair.likeness for pair in pairs] == [Likeness.EMAIL, Likeness.INITIALS]


def owned(board: "Board", person: UUID) -> tuple[UUID, UUID]:
    """Give a person an action and an item, and return their ids."""
    action = ActionService(board.database).add(
        board.group, "List the trackers", HELD, TODAY, owner_id=person
    )
    item = AgendaService(board.database).add(board.meeting, "Listing", presenter_id=person)
    return board.write(action).key_of(Action), board.write(item).key_of(AgendaItem)


def test_all_that_hangs_on_the_other_entry_goes_over_and_one_undo_brings_it_back(
    board: "Board", merging: MergingService
) -> None:
    double = entered(board, "H Marsh", "h.marsh@example.org")
    action, item = owned(board, double)
    assert merging.hanging(double) == "1 agenda item and 1 action"
    assert merging.hanging(board.helen) == "1 appointment"
    board.round_trip(merging.merge(board.helen, double))
    with board.database.session() as session:
        people = {person.id: person for person in everything(session, Person)}
        owners = {row.id: row.owner_id for row in everything(session, Action)}
        presenters = {row.id: row.presenter_id for row in everything(session, AgendaItem)}
    assert double not in people
    assert owners[action] == presenters[item] == board.helen
    kept = people[board.helen]
    assert (kept.name, kept.post, kept.email) == (
        *("Helen Marsh", "Head of service", "h.marsh@example.org"),
    )


def test_what_the_kept_entry_says_itself_stays(board: "Board", merging: MergingService) -> None:
    double = entered(board, "H Marsh", "h.marsh@example.org")
    people = PeopleService(board.database)
    board.write(people.edit_person(board.helen, post="Director", email="helen@example.org"))
    board.write(merging.merge(board.helen, double))
    kept = next(row.person for row in people.people() if row.person.id == board.helen)
    assert (kept.post, kept.email) == ("Director", "helen@example.org")


def test_nobody_is_merged_with_themselves_or_sits_twice_in_one_seat(
    board: "Board", merging: MergingService
) -> None:
    with pytest.raises(RuleError, match="Choose another entry"):
        merging.merge(board.helen, board.helen)
    double = entered(board, "H Marsh")
    seats = SeatService(board.database)
    deputy = seats.appoint(board.council_seat, double, date(2026, 2, 1), Office.DEPUTY)
    board.write(deputy)
    before = board.state()
    with pytest.raises(RuleError, match="sit in “Council” on 1 February 2026"):
        merging.merge(board.helen, double)
    assert board.state() == before
