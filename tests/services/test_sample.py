"""The sample board: whole, the same every time, from published figures, and gone at one undo."""

import csv
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest

from lfjb_desk.domain.actions import Action, ActionUpdate, Standing
from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.drivers import AreaDriver, Driver, Project
from lfjb_desk.domain.figures import Measure, Observation, Snapshot
from lfjb_desk.domain.governing import Clause, DocumentVersion, VersionState
from lfjb_desk.domain.groups import Appointment, Group, GroupKind, Seat
from lfjb_desk.domain.groups import Standing as SeatStanding
from lfjb_desk.domain.meetings import Attendance, Decision, Meeting, MeetingState, MinuteNote
from lfjb_desk.domain.people import Organisation, Person
from lfjb_desk.domain.rows import Row
from lfjb_desk.domain.tables import TABLES
from lfjb_desk.services.reference import ReferenceService
from lfjb_desk.services.sample import SampleService
from lfjb_desk.store.database import Database
from lfjb_desk.store.lookup import everything

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "resources" / "sample"
PUBLISHED = ROOT / "../shared/reference/published_figures.csv"
TODAY = date(2026, 11, 23)
Found = TypeVar("Found", bound=Row)


@pytest.fixture
def sample(database: Database) -> SampleService:
    change = ReferenceService(database, ROOT / "db" / "reference").load()
    assert change is not None
    database.apply(change)
    return SampleService(database, PAGES)


def rows(database: Database, table: type[Found]) -> list[Found]:
    with database.session() as session:
        return list(everything(session, table))


def state(database: Database) -> set[str]:
    return {
        f"{table.__tablename__} {sorted(row.model_dump().items(), key=str)}"
        for table in TABLES
        for row in rows(database, table)
    }


def test_the_board_has_groups_seats_people_and_two_vacancies(
    database: Database, sample: SampleService
) -> None:
    database.apply(sample.build(TODAY))
    groups = rows(database, Group)
    assert Counter(group.kind for group in groups) == {
        GroupKind.BOARD: 1,
        GroupKind.SUB_GROUP: 3,
    }
    assert all(group.sample for group in groups)
    board = next(group for group in groups if group.kind is GroupKind.BOARD)
    seats = [seat for seat in rows(database, Seat) if seat.group_id == board.id]
    held = {each.seat_id for each in rows(database, Appointment)}
    vacant = [seat for seat in seats if seat.id not in held]
    assert len(seats) == 15
    assert {seat.title.split(",")[0] for seat in vacant} == {"Police", "Health"}
    assert all(seat.vacant_since is not None for seat in vacant)
    observers = [seat for seat in seats if seat.standing is SeatStanding.OBSERVER]
    assert not any(seat.counts_for_quorum for seat in observers)


def test_nobody_can_be_taken_for_a_real_official(database: Database, sample: SampleService) -> None:
    database.apply(sample.build(TODAY))
    people = rows(database, Person)
    assert len(people) == 18
    assert all(person.email.endswith("@example.org") for person in people)


@pytest.mark.parametrize("later", range(8))
def test_on_every_weekday_the_actions_stand_alike(
    database: Database, sample: SampleService, later: int
) -> None:
    today = TODAY + timedelta(days=later)
    database.apply(sample.build(today))
    standings = Counter(action.standing(today) for action in rows(database, Action))
    assert standings == {
        Standing.LATE: 5,
        Standing.SOON: 4,
        Standing.ON_TIME: 13,
        Standing.ASLEEP: 2,
        Standing.DONE: 5,
        Standing.DROPPED: 1,
    }


def test_each_slip_is_in_the_history_and_leads_to_the_date_now(
    database: Database, sample: SampleService
) -> None:
    database.apply(sample.build(TODAY))
    updates = rows(database, ActionUpdate)
    for action in rows(database, Action):
        moves = sorted(
            (u for u in updates if u.action_id == action.id and u.due_after),
            key=lambda update: update.noted_at,
        )
        dates = [action.original_due, *(move.due_after for move in moves)]
        assert [move.due_before for move in moves] == dates[:-1]
        assert dates[-1] == action.due
        assert all(move.agreed_by for move in moves)
    assert any("Board meeting 22, " in update.agreed_by for update in updates)


def test_three_board_meetings_were_held_and_the_next_has_its_agenda(
    database: Database, sample: SampleService
) -> None:
    database.apply(sample.build(TODAY))
    board = next(g for g in rows(database, Group) if g.kind is GroupKind.BOARD)
    meetings = sorted(
        (m for m in rows(database, Meeting) if m.group_id == board.id), key=lambda m: m.number
    )
    assert [meeting.state for meeting in meetings] == [
        MeetingState.SIGNED,
        MeetingState.AGREED,
        MeetingState.CIRCULATED,
        MeetingState.PLANNED,
    ]
    assert [meeting.held_on < TODAY for meeting in meetings] == [True, True, True, False]
    attended = Counter(each.meeting_id for each in rows(database, Attendance))
    assert [attended[meeting.id] > 6 for meeting in meetings] == [True, True, True, False]
    assert len(rows(database, MinuteNote)) == 30
    refs = [decision.ref for decision in rows(database, Decision)]
    assert sorted(refs) == [f"ESST-D-{number:03d}" for number in range(1, 7)]


def test_terms_are_agreed_with_a_draft_of_the_next_version(
    database: Database, sample: SampleService
) -> None:
    database.apply(sample.build(TODAY))
    versions = sorted(rows(database, DocumentVersion), key=lambda version: version.number)
    assert [version.state for version in versions] == [
        VersionState.SUPERSEDED,
        VersionState.AGREED,
        VersionState.DRAFT,
    ]
    assert versions[1].meeting_id is not None
    assert all(clause.text.endswith(".") for clause in rows(database, Clause))


def test_all_ten_drivers_are_judged_and_projects_taken_up(
    database: Database, sample: SampleService
) -> None:
    database.apply(sample.build(TODAY))
    judged = rows(database, AreaDriver)
    assert len(judged) == 10
    assert all(each.severity and each.rationale and each.lead_id for each in judged)
    assert all(project.initiative_id for project in rows(database, Project))


def test_a_figure_published_twice_keeps_both_versions(
    database: Database, sample: SampleService
) -> None:
    database.apply(sample.build(TODAY))
    figures = {each.id: each for each in rows(database, Observation)}
    revised = [each for each in figures.values() if each.replaces_id is not None]
    pairs = {(figures[each.replaces_id].value, each.value) for each in revised if each.replaces_id}
    assert pairs == {(Decimal(47), Decimal(46)), (Decimal("41.2"), Decimal(42))}
    assert all(each.current for each in revised)
    assert sum(not each.current for each in figures.values()) == 2


def test_each_figure_knows_the_cell_it_was_read_from(
    database: Database, sample: SampleService
) -> None:
    database.apply(sample.build(TODAY))
    with (PAGES / "figures.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    for figure in rows(database, Observation):
        row = int(figure.cell[1:])
        assert figure.cell.startswith("H")
        assert Decimal(lines[row - 1][7]) == figure.value
        assert figure.sheet == lines[row - 1][9]
    for snapshot in rows(database, Snapshot):
        assert snapshot.read == snapshot.new + snapshot.revised + snapshot.unchanged


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published figures are not beside us")
def test_every_figure_was_published() -> None:
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        stated = {
            (line["area"], line["period_label_as_published"], line["value"])
            for line in csv.DictReader(file)
        }
    profile = {
        ("Essex & Suffolk", "2023-24", "55"),
        ("National average", "2023-24", "44"),
        ("Essex & Suffolk", "2023-24", "7"),
        ("National average", "2023-24", "9.2"),
    }
    with (PAGES / "figures.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            key = (line["place_label"], line["period_label"], line["value"])
            assert key in stated | profile


def test_the_same_day_gives_the_same_rows(database: Database, sample: SampleService) -> None:
    assert sample.build(TODAY) == sample.build(TODAY)


def test_undo_takes_the_whole_sample_away(database: Database, sample: SampleService) -> None:
    before = state(database)
    change = sample.build(TODAY)
    database.apply(change)
    database.apply(change.inverse())
    assert state(database) == before


def test_a_second_sample_is_refused_and_changes_nothing(
    database: Database, sample: SampleService
) -> None:
    database.apply(sample.build(TODAY))
    before = state(database)
    with pytest.raises(RuleError, match="sample board is there already"):
        sample.build(TODAY)
    assert state(database) == before


@pytest.mark.parametrize("code", ["GFORD", "SWAN", "CLON"])
def test_another_area_can_be_looked_at(
    database: Database, sample: SampleService, code: str
) -> None:
    database.apply(sample.build(TODAY, code))
    assert {action.ref[: len(code)] for action in rows(database, Action)} == {code}
    names = {each.name for each in rows(database, Organisation)}
    assert ("Cafcass Cymru" in names) is (code == "SWAN")


def test_the_sample_fits_round_what_is_there(database: Database, sample: SampleService) -> None:
    first = sample.build(TODAY)
    kept = {Organisation, Snapshot, Observation}
    figures = Change("Import", tuple(edit for edit in first.edits if edit.table in kept))
    database.apply(figures)
    area = next(edit for edit in first.edits if edit.table is AreaDriver)
    assert area.after is not None
    driver = rows(database, Driver)[0]
    own = AreaDriver(area_id=area.after["area_id"], driver_id=driver.id, severity=1)
    database.apply(Change("Judge", (added(own),)))
    again = sample.build(TODAY)
    counts = Counter(edit.table for edit in again.edits)
    assert counts[Observation] == counts[Organisation] == 0
    assert counts[AreaDriver] == 9


def test_the_sample_needs_the_reference_data(database: Database) -> None:
    with pytest.raises(RuleError, match="no DFJ area"):
        SampleService(database, PAGES).build(TODAY)
    assert rows(database, Measure) == []
