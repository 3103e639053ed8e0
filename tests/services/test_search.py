"""Finding any record by a few letters."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from lfjb_desk.domain.changes import Change, added
from lfjb_desk.domain.drivers import Driver, Initiative, Theme
from lfjb_desk.domain.figures.figures import Measure, Polarity
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, Meeting, MinuteNote
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.search import SearchService

if TYPE_CHECKING:
    from tests.services.conftest import Board


@pytest.fixture
def service(board: "Board") -> SearchService:
    theme = Theme(number=1, name="Workforce", summary="", source="x")
    rows = (
        theme,
        Driver(number=1, code="t", name="PLO tracking issues", summary="", source="x"),
        Measure(
            code="wait",
            name="Wait for a tracker",
            definition="",
            unit="weeks",
            polarity=Polarity.LOWER,
            source="x",
        ),
        Initiative(
            number=1,
            theme_id=theme.id,
            title="One tracker",
            place="Kent",
            summary="",
            outcomes="",
            source="x",
        ),
        Person(name="Siân Pugh", organisation_id=board.council, post="Head of service"),
        Decision(
            ref="ESST-D-007",
            group_id=board.group,
            meeting_id=board.meeting,
            text="Keep one tracker",
            decided_on=date(2026, 9, 10),
        ),
        Meeting(group_id=board.sub_group, number=3, held_on=date(2026, 10, 1)),
    )
    board.write(Change("Records", tuple(added(row) for row in rows)))
    board.write(
        ActionService(board.database).add(
            board.group, "Tracker for all", date(2026, 12, 1), date(2026, 11, 1)
        )
    )
    return SearchService(board.database)


def found(service: SearchService, board: "Board", text: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.title) for hit in service.find(text, board.area)]


def test_what_begins_with_the_word_comes_first(board: "Board", service: SearchService) -> None:
    assert found(service, board, "track") == [
        ("action", "Tracker for all"),
        ("decision", "Keep one tracker"),
        ("driver", "PLO tracking issues"),
        ("measure", "Wait for a tracker"),
        ("initiative", "One tracker"),
    ]


def test_case_and_accents_do_not_matter(board: "Board", service: SearchService) -> None:
    assert found(service, board, "SIAN") == [("person", "Siân Pugh")]
    assert found(service, board, "siân pugh") == [("person", "Siân Pugh")]


def test_a_ref_finds_its_record(board: "Board", service: SearchService) -> None:
    assert found(service, board, "esst-d-007") == [("decision", "Keep one tracker")]
    assert found(service, board, "007 keep") == [("decision", "Keep one tracker")]
    assert found(service, board, "a-001") == [("action", "Tracker for all")]


def test_every_word_must_be_there(board: "Board", service: SearchService) -> None:
    assert found(service, board, "meeting chelmsford") == [("meeting", "Board meeting 23")]
    assert found(service, board, "public october") == [("meeting", "Public law group meeting 3")]
    assert found(service, board, "tracker nowhere") == []
    assert found(service, board, "   ") == []


def test_people_show_post_and_body(board: "Board", service: SearchService) -> None:
    (hit,) = service.find("head of", board.area)
    assert hit.detail == "Head of service, Suffolk Council"
    assert ("organisation", "Suffolk Council") in found(service, board, "suffolk")


def test_another_areas_records_stay_out_and_the_list_is_cut(
    board: "Board", service: SearchService
) -> None:
    elsewhere = service.find("track", uuid4())
    assert {hit.kind for hit in elsewhere} == {"driver", "measure", "initiative"}
    assert len(service.find("track", None)) == 5
    assert len(service.find("track", None, limit=2)) == 2


def test_the_words_of_a_minute_note_are_found_and_lead_to_its_item(
    board: "Board", service: SearchService
) -> None:
    item = AgendaItem(meeting_id=board.meeting, position=1, title="Listing")
    note = MinuteNote(item_id=item.id, position=1, text="Ipswich will list on Tuesdays.")
    board.write(Change("Minute", (added(item), added(note))))
    (hit,) = service.find("ipswich tues", board.area)
    assert (hit.kind, hit.id, hit.title) == ("note", item.id, note.text)
    assert hit.detail == "Listing, Board meeting 23"
    assert service.find("ipswich tues", uuid4()) == ()


def test_a_first_name_finds_the_person_and_the_actions_that_they_own(
    board: "Board", service: SearchService
) -> None:
    board.write(
        ActionService(board.database).add(
            board.group, "Rota", date(2026, 12, 1), date(2026, 11, 1), owner_id=board.helen
        )
    )
    hits = service.find("helen", board.area)
    assert [hit.kind for hit in hits] == ["person", "action"]
    assert hits[1].title == "Rota"
    assert "Helen" in hits[1].detail


def test_a_person_comes_before_what_bears_their_name(
    board: "Board", service: SearchService
) -> None:
    add = ActionService(board.database).add
    board.write(add(board.group, "Siân to write to Kent", date(2026, 12, 1), date(2026, 11, 1)))
    board.write(add(board.group, "Pugh review", date(2026, 12, 1), date(2026, 11, 1)))
    assert found(service, board, "sian")[0] == ("person", "Siân Pugh")
    assert found(service, board, "pugh")[0] == ("person", "Siân Pugh")


def test_what_is_restricted_says_so_where_it_is_found(
    board: "Board", service: SearchService
) -> None:
    item = AgendaItem(
        meeting_id=board.meeting, position=9, title="A closed matter", restricted=True
    )
    note = MinuteNote(item_id=item.id, position=1, text="Zebra crossing of the court")
    board.write(Change("Minute", (added(item), added(note))))
    (hit,) = service.find("zebra", board.area)
    assert hit.detail.startswith("Restricted, A closed matter, ")
    open_item = AgendaItem(meeting_id=board.meeting, position=10, title="An open matter")
    told = MinuteNote(item_id=open_item.id, position=1, text="Giraffes were seen")
    board.write(Change("Minute", (added(open_item), added(told))))
    service.forget()
    (hit,) = service.find("giraffes", board.area)
    assert hit.detail.startswith("An open matter, ")
