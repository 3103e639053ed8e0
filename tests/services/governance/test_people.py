"""What a secretariat may ask of people and organisations."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.governance.people import PeopleService

if TYPE_CHECKING:
    from tests.services.conftest import Board

TODAY = date(2026, 11, 23)


@pytest.fixture
def people(board: "Board") -> PeopleService:
    return PeopleService(board.database)


def test_people_and_organisations_are_listed_with_what_they_carry(
    board: "Board", people: PeopleService
) -> None:
    actions = ActionService(board.database)
    board.write(actions.add(board.group, "Ask", TODAY, TODAY, owner_id=board.helen))
    tom, helen = people.people()
    assert (helen.person.name, helen.organisation.name, helen.open_actions) == (
        "Helen Marsh",
        "Suffolk Council",
        1,
    )
    assert tom.open_actions == 0
    court, council = people.organisations()
    assert (court.people, court.seats, court.open_actions) == (1, 1, 0)
    assert (council.people, council.seats, council.open_actions) == (1, 1, 1)


def test_a_person_is_added_changed_and_removed(board: "Board", people: PeopleService) -> None:
    change = people.add_person("Priya Nair", board.court_service, "Manager", "p.nair@example.org")
    assert change.label == "Add Priya Nair"
    board.round_trip(change)
    key = change.key_of(Person)
    board.round_trip(people.edit_person(key, post="Head", organisation_id=board.council))
    board.round_trip(people.edit_person(key, "Priya N", email=""))
    board.round_trip(people.remove_person(key))
    assert len(people.people()) == 2


def test_the_same_person_is_not_entered_twice_unless_they_are_two(
    board: "Board", people: PeopleService
) -> None:
    with pytest.raises(RuleError, match="There is a Helen Marsh of Suffolk Council already"):
        people.add_person(" helen  MARSH", board.council)
    board.write(people.add_person("Helen Marsh", board.court_service))
    board.round_trip(people.add_person("Helen Marsh", board.council, is_namesake=True))
    assert [row.person.name for row in people.people()].count("Helen Marsh") == 3


def test_nobody_is_renamed_into_somebody_who_is_entered(
    board: "Board", people: PeopleService
) -> None:
    with pytest.raises(RuleError, match="There is a Helen Marsh of Suffolk Council already"):
        people.edit_person(board.tom, "Helen Marsh", organisation_id=board.council)
    board.write(people.edit_person(board.helen, "Helen Marsh", post="Director"))
    assert people.people()[1].person.post == "Director"


def test_people_are_listed_by_surname_and_not_by_title(
    board: "Board", people: PeopleService
) -> None:
    for name in ("HHJ Ada Siskin KC", "DJ Cai Zander", "Bea Avocet", "Her Honour Judge Nuthatch"):
        board.write(people.add_person(name, board.council))
    assert [row.person.name for row in people.people()] == [
        "Tom Aldous",
        "Bea Avocet",
        "Helen Marsh",
        "Her Honour Judge Nuthatch",
        "HHJ Ada Siskin KC",
        "DJ Cai Zander",
    ]


def test_a_person_who_sits_somewhere_stays(board: "Board", people: PeopleService) -> None:
    with pytest.raises(RuleError, match="Helen Marsh cannot be removed: 1 appointment uses it"):
        people.remove_person(board.helen)


@pytest.mark.parametrize("email", ["nobody", "a b@example.org", "@"])
def test_what_is_no_email_address_is_refused(
    board: "Board", people: PeopleService, email: str
) -> None:
    with pytest.raises(RuleError, match="is not an email address"):
        people.add_person("Priya Nair", board.council, email=email)


def test_an_organisation_is_added_changed_and_removed(
    board: "Board", people: PeopleService
) -> None:
    change = people.add_organisation("Essex Police", OrganisationKind.POLICE)
    board.round_trip(change)
    key = change.key_of(Organisation)
    board.round_trip(people.edit_organisation(key, "Police of Essex", kind=OrganisationKind.OTHER))
    board.round_trip(people.remove_organisation(key))
    with pytest.raises(RuleError, match="Suffolk Council cannot be removed: 1 person and 1 seat"):
        people.remove_organisation(board.council)


def test_two_organisations_do_not_share_a_name(board: "Board", people: PeopleService) -> None:
    with pytest.raises(RuleError, match="There is an organisation “HMCTS” already"):
        people.add_organisation("hmcts ", OrganisationKind.COURT_SERVICE)
    with pytest.raises(RuleError, match="There is an organisation “HMCTS” already"):
        people.edit_organisation(board.council, "HMCTS")
