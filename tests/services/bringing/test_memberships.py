"""A membership list is brought in: people, bodies, seats and appointments in one change."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lfjb_desk.domain.governance.groups import Appointment, Office, Seat, SeatStanding
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.services.bringing.memberships import MembershipService
from lfjb_desk.services.bringing.preview import BroughtPreview, BroughtQuestion, RowFate
from lfjb_desk.services.governance.seats import SeatService
from lfjb_desk.store.queries.lookup import everything
from tests.services.bringing.habits.making import text, workbook
from tests.services.conftest import NOW, TODAY, Board

Opener = Callable[[str, bytes], BroughtPreview]
HEAD = "Name,Organisation,Post,E-mail,Seat,Office,Since"


@pytest.fixture
def service(peopled: Board) -> MembershipService:
    return MembershipService(peopled.database)


@pytest.fixture
def open_list(peopled: Board, service: MembershipService, tmp_path: Path) -> Opener:
    def opened(name: str, data: bytes) -> BroughtPreview:
        path = tmp_path / name
        path.write_bytes(data)
        return service.open(path, peopled.group, TODAY)

    return opened


def question(preview: BroughtPreview, words: str) -> BroughtQuestion:
    return next(each for each in preview.questions if words in each.text)


def choice(asked: BroughtQuestion, words: str) -> str:
    return next(each.key for each in asked.choices if words in f"{each.text} {each.under}")


def test_people_seats_and_appointments_come_in_one_change(
    peopled: Board, service: MembershipService, open_list: Opener
) -> None:
    data = text(
        HEAD,
        "Anwen Probert,Cafcass,Head of practice,anwen@example.org,Practice,Member,1/9/26",
        "Ivo Blake,Cafcass,Officer,,Watching,Observer,1 September 2026",
    )
    preview = open_list("members.csv", data)
    assert [row.fate for row in preview.rows] == [RowFate.NEW, RowFate.NEW]
    assert preview.questions == ()
    peopled.round_trip(service.commit(preview, NOW))
    with peopled.database.session() as session:
        people = {person.name: person for person in everything(session, Person)}
        seats = {seat.title: seat for seat in everything(session, Seat)}
        terms = {term.seat_id: term for term in everything(session, Appointment)}
    assert people["Anwen Probert"].email == "anwen@example.org"
    assert (seats["Practice"].counts_for_quorum, seats["Watching"].counts_for_quorum) == (
        True,
        False,
    )
    assert seats["Watching"].standing is SeatStanding.OBSERVER
    term = terms[seats["Practice"].id]
    assert (term.person_id, term.starts) == (people["Anwen Probert"].id, date(2026, 9, 1))


def test_no_office_is_taken_for_member_while_a_column_may_say_it(
    service: MembershipService, open_list: Opener
) -> None:
    data = text("Name,Organisation,Role,Seat,Since", "Ivo Blake,Cafcass,Vice-chair,Practice,1/9/26")
    preview = open_list("m.csv", data)
    assert (preview.rows[0].fate, preview.rows[0].reason) == (
        RowFate.WAITS,
        "asked what is in “Role”",
    )
    asked_column = question(preview, "What is in “Role”?")
    settled = service.answered(preview, {asked_column.key: "office"})
    assert (settled.rows[0].fate, settled.rows[0].cells[4]) == (RowFate.NEW, "vice-chair")


def test_an_unknown_body_is_asked_for_its_kind(
    peopled: Board, service: MembershipService, open_list: Opener
) -> None:
    preview = open_list("m.csv", text(HEAD, "Ivo Blake,The Bar,Counsel,,Bar,Member,1/9/26"))
    assert preview.rows[0].reason == "asked about: organisation"
    asked_body = question(preview, "Which body is “The Bar”?")
    legal = choice(asked_body, "Add The Bar legal profession")
    peopled.round_trip(service.commit(service.answered(preview, {asked_body.key: legal}), NOW))
    with peopled.database.session() as session:
        body = next(each for each in everything(session, Organisation) if each.name == "The Bar")
    assert body.kind is OrganisationKind.LEGAL


def test_who_is_there_is_not_doubled_and_a_namesake_is_asked_about(
    peopled: Board, service: MembershipService, open_list: Opener
) -> None:
    data = text(
        HEAD,
        "Helen Marsh,Suffolk Council,,,,,",
        "Helen Marsh,HMCTS,,,Clerk,Member,1/9/26",
        "Helen,HMCTS,,,Usher,Member,1/9/26",
    )
    preview = open_list("m.csv", data)
    assert [row.fate for row in preview.rows] == [RowFate.PRESENT, RowFate.WAITS, RowFate.WAITS]
    asked_person = question(preview, "Who is “Helen Marsh” of “HMCTS”?")
    assert asked_person.choices[0].under == "Suffolk Council"
    other = choice(asked_person, "Add Helen Marsh")
    settled = service.answered(preview, {asked_person.key: other})
    assert settled.rows[1].fate is RowFate.NEW


def test_a_taken_seat_and_a_second_chair_are_asked_about(
    peopled: Board, service: MembershipService, open_list: Opener
) -> None:
    data = text(HEAD, "Ivo Blake,HMCTS,Manager,,Chair,Chair,1/9/26")
    preview = open_list("m.csv", data)
    assert preview.rows[0].reason == "asked about: office and seat"
    asked_office = question(preview, "Tom Aldous is chair already")
    assert Office.CHAIR.value not in {each.key for each in asked_office.choices}
    asked_seat = question(preview, "Which seat takes Ivo Blake?")
    answers = {asked_office.key: "member", asked_seat.key: "new seat"}
    settled = service.answered(preview, answers)
    peopled.round_trip(service.commit(settled, NOW))


def test_an_empty_seat_is_filled_where_the_user_says_so(
    peopled: Board, service: MembershipService, open_list: Opener
) -> None:
    seats = SeatService(peopled.database)
    peopled.write(seats.add(peopled.group, peopled.court_service, "Courts, operations"))
    preview = open_list("m.csv", text(HEAD, "Ivo Blake,HMCTS,Manager,,,Member,"))
    asked_seat = question(preview, "Which seat takes Ivo Blake?")
    empty = choice(asked_seat, "Courts, operations")
    preview = service.answered(preview, {asked_seat.key: empty})
    asked_day = question(preview, "From which day")
    settled = service.answered(preview, {asked_seat.key: empty, asked_day.key: "1 October 2026"})
    peopled.write(service.commit(settled, NOW))
    row = next(
        row for row in seats.rows(peopled.group, TODAY) if row.seat.title == "Courts, operations"
    )
    assert row.name == "Ivo Blake"


def test_first_names_and_surnames_in_columns_of_their_own_make_a_name(open_list: Opener) -> None:
    rows = [
        ["Title", "First name", "Surname", "Organisation", "Job title"],
        ["Ms", "Helen", "Marsh", "Suffolk Council", "Head of service"],
        ["", "", "Vacant", "HMCTS", ""],
    ]
    preview = open_list("m.xlsx", workbook(rows))
    assert [row.fate for row in preview.rows] == [RowFate.PRESENT, RowFate.LEFT_OUT]


def test_contacts_as_vcards_are_people(open_list: Opener) -> None:
    cards = text(
        "BEGIN:VCARD",
        "VERSION:4.0",
        "FN:Gŵen Ŷnys",
        "N:Ŷnys;Gŵen;;;",
        "ORG:Suffolk Council;Children",
        "TITLE:Head of pra",
        " ctice",
        "item1.EMAIL;TYPE=work:gwen@example.org",
        "END:VCARD",
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:Blake;Ivo;;Mr;",
        "ORG:Cafcass",
        "END:VCARD",
    )
    preview = open_list("contacts.vcf", cards)
    assert [row.cells[:3] for row in preview.rows] == [
        ("Gŵen Ŷnys", "Suffolk Council", "Head of practice"),
        ("Mr Ivo Blake", "Cafcass", ""),
    ]
    assert preview.rows[0].fate is RowFate.WAITS
