"""The sample board: whole, the same every time, and gone at one undo."""

import csv
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import pytest
from sqlmodel import SQLModel

from lfjb_desk.domain.actions import Action, ActionStanding, ActionUpdate
from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.common.publishers import INVENTED
from lfjb_desk.domain.drivers import AreaDriver, Driver, Project
from lfjb_desk.domain.figures.figures import Measure, Observation, Snapshot
from lfjb_desk.domain.governance.governing_documents import Clause, DocumentVersion, VersionState
from lfjb_desk.domain.governance.groups import Appointment, Group, GroupKind, Seat, SeatStanding
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    MeetingState,
    MinuteNote,
)
from lfjb_desk.domain.meetings.minutes import CirculatedMinutes, MinutesAgreement
from lfjb_desk.domain.read_models.meetings.minutes_content import decode_minutes
from lfjb_desk.domain.rows import Row
from lfjb_desk.domain.tables import TABLES
from lfjb_desk.services.reference import ReferenceService
from lfjb_desk.services.sample.sample import SampleService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.sqlite import memory_engine
from lfjb_desk.store.queries.lookup import everything

ROOT = Path(__file__).parents[3]
PAGES = ROOT / "resources" / "sample"
FACTS = ROOT / "db" / "reference"
PUBLISHED = ROOT / "tests/data/published_figures.csv"
TODAY = date(2026, 11, 23)
Found = TypeVar("Found", bound=Row)


def with_facts(database: Database) -> SampleService:
    change = ReferenceService(database, ROOT / "db" / "reference").load()
    assert change is not None
    database.apply(change)
    return SampleService(database, PAGES, FACTS)


@pytest.fixture
def sample(database: Database) -> SampleService:
    return with_facts(database)


@pytest.fixture(scope="module")
def maker() -> Iterator[SampleService]:
    """Makes samples from the facts alone; nothing it makes is written."""
    engine = memory_engine()
    SQLModel.metadata.create_all(engine)
    database = Database(engine)
    yield with_facts(database)
    database.close()


@pytest.fixture(scope="module")
def made(maker: SampleService) -> Change:
    return maker.build(TODAY)


def new(change: Change, table: type[Found]) -> list[Found]:
    """Return the rows of a table that a change adds."""
    return [table.model_validate(edit.after) for edit in change.edits if edit.table is table]


def state(database: Database) -> set[str]:
    with database.session() as session:
        return {
            f"{table.__tablename__} {sorted(row.model_dump().items(), key=str)}"
            for table in TABLES
            for row in everything(session, table)
        }


def test_the_board_has_groups_seats_people_and_two_vacancies(made: Change) -> None:
    groups = new(made, Group)
    assert Counter(group.kind for group in groups) == {
        GroupKind.BOARD: 1,
        GroupKind.SUB_GROUP: 3,
    }
    assert all(group.sample for group in groups)
    board = next(group for group in groups if group.kind is GroupKind.BOARD)
    seats = [seat for seat in new(made, Seat) if seat.group_id == board.id]
    filled = {term.seat_id for term in new(made, Appointment) if term.holds_on(TODAY)}
    vacant = [seat for seat in seats if seat.id not in filled]
    assert len(seats) == 15
    assert {seat.title.split(",")[0] for seat in vacant} == {"Police", "Health"}
    left = {term.seat_id: term.ends for term in new(made, Appointment) if term.ends}
    assert [seat.vacant_since for seat in vacant] == [
        left[seat.id] + timedelta(days=1) for seat in vacant
    ]
    observers = [seat for seat in seats if seat.standing is SeatStanding.OBSERVER]
    assert not any(seat.counts_for_quorum for seat in observers)


def test_nobody_can_be_taken_for_a_real_official(made: Change) -> None:
    people = new(made, Person)
    assert len(people) == 20
    assert all(person.email.endswith("@example.org") for person in people)


@pytest.mark.parametrize("later", range(8))
def test_on_every_weekday_the_actions_stand_alike(maker: SampleService, later: int) -> None:
    today = TODAY + timedelta(days=later)
    made = maker.build(today)
    standings = Counter(action.standing(today) for action in new(made, Action))
    assert standings == {
        ActionStanding.LATE: 5,
        ActionStanding.SOON: 4,
        ActionStanding.ON_TIME: 13,
        ActionStanding.ON_HOLD: 2,
        ActionStanding.DONE: 5,
        ActionStanding.DROPPED: 1,
    }


def test_what_the_meetings_say_of_actions_is_what_the_log_shows(made: Change) -> None:
    actions, updates = new(made, Action), new(made, ActionUpdate)
    moves = [update for update in updates if update.due_after]
    notes = {note.text for note in new(made, MinuteNote)}
    assert "Three dates were moved, with reasons." in notes
    assert sum("Board meeting 22," in (move.agreed_by or "") for move in moves) == 3
    times = Counter(move.action_id for move in moves)
    reasons = {item.why for item in new(made, AgendaItem)}
    assert "Five actions are late, and one date has moved three times." in reasons
    assert sorted(times.values())[-2:] == [1, 3]
    assert sum(action.standing(TODAY) is ActionStanding.LATE for action in actions) == 5
    assert "Three actions are late." in reasons
    day = next(m.held_on for m in new(made, Meeting) if m.number == 23)
    slipped = [move for move in moves if "Board meeting 23," in (move.agreed_by or "")]
    assert sum(move.due_before is not None and move.due_before < day for move in slipped) == 3


def test_each_slip_is_in_the_history_and_leads_to_the_date_now(made: Change) -> None:
    updates = new(made, ActionUpdate)
    for action in new(made, Action):
        moves = sorted(
            (u for u in updates if u.action_id == action.id and u.due_after),
            key=lambda update: update.noted_at,
        )
        dates = [action.original_due, *(move.due_after for move in moves)]
        assert [move.due_before for move in moves] == dates[:-1]
        assert dates[-1] == action.due
        assert all(move.agreed_by for move in moves)
    assert any("Board meeting 22, " in update.agreed_by for update in updates)


def test_three_board_meetings_were_held_and_the_next_has_its_agenda(made: Change) -> None:
    board = next(g for g in new(made, Group) if g.kind is GroupKind.BOARD)
    meetings = sorted(
        (m for m in new(made, Meeting) if m.group_id == board.id), key=lambda m: m.number
    )
    assert [meeting.state for meeting in meetings] == [
        MeetingState.SIGNED,
        MeetingState.AGREED,
        MeetingState.CIRCULATED,
        MeetingState.PLANNED,
    ]
    assert [meeting.held_on < TODAY for meeting in meetings] == [True, True, True, False]
    attended = Counter(each.meeting_id for each in new(made, Attendance))
    assert [attended[meeting.id] > 6 for meeting in meetings] == [True, True, True, False]
    assert len(new(made, MinuteNote)) == 30
    refs = [decision.ref for decision in new(made, Decision)]
    assert sorted(refs) == [f"ESST-D-{number:03d}" for number in range(1, 7)]


def test_its_past_minutes_are_kept_as_they_were_circulated_agreed_and_signed(
    made: Change,
) -> None:
    held = {m.id: m for m in new(made, Meeting) if m.state.is_circulated}
    kept = {row.meeting_id: decode_minutes(row.content) for row in new(made, CirculatedMinutes)}
    assert kept.keys() == held.keys()
    assert all(view.chair and view.items and view.dates for view in kept.values())
    agreed = sorted(
        (row.agreed_at, row.proposed_by, row.signed_by) for row in new(made, MinutesAgreement)
    )
    assert agreed == [
        ("", "Kwame Dotterel", ""),
        ("Board meeting 22", "Ruth Fieldfare", "Helen Wagtail"),
        ("Board meeting 23", "Marcus Heron", ""),
    ]


def test_terms_are_agreed_with_a_draft_of_the_next_version(made: Change) -> None:
    versions = sorted(new(made, DocumentVersion), key=lambda version: version.number)
    assert [version.state for version in versions] == [
        VersionState.SUPERSEDED,
        VersionState.AGREED,
        VersionState.DRAFT,
    ]
    assert versions[1].meeting_id is not None
    assert all(clause.text.endswith(".") for clause in new(made, Clause))


def test_all_ten_drivers_are_judged_and_projects_taken_up(made: Change) -> None:
    judged = new(made, AreaDriver)
    assert len(judged) == 10
    assert all(each.severity and each.rationale and each.lead_id for each in judged)
    assert all(project.initiative_id for project in new(made, Project))


def test_a_figure_published_twice_keeps_both_versions(made: Change) -> None:
    figures = {each.id: each for each in new(made, Observation)}
    revised = [each for each in figures.values() if each.replaces_id is not None]
    pairs = {(figures[each.replaces_id].value, each.value) for each in revised if each.replaces_id}
    assert pairs == {(Decimal(47), Decimal(46)), (Decimal("41.2"), Decimal(42))}
    assert all(each.current for each in revised)
    assert sum(not each.current for each in figures.values()) == 2


def test_each_figure_knows_the_cell_it_was_read_from(made: Change) -> None:
    with (PAGES / "published_figures.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    for figure in (each for each in new(made, Observation) if each.publisher != INVENTED):
        row = int(figure.cell[1:])
        assert figure.cell.startswith("H")
        assert Decimal(lines[row - 1][7]) == figure.value
        assert figure.sheet == lines[row - 1][9]
    for snapshot in new(made, Snapshot):
        assert snapshot.read == snapshot.new + snapshot.revised + snapshot.unchanged


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
    with (PAGES / "published_figures.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            key = (line["place_label"], line["period_label"], line["value"])
            assert key in stated | profile


def test_the_same_day_gives_the_same_rows(maker: SampleService, made: Change) -> None:
    assert maker.build(TODAY) == made


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
def test_another_area_can_be_looked_at(maker: SampleService, code: str) -> None:
    made = maker.build(TODAY, code)
    assert {action.ref[: len(code)] for action in new(made, Action)} == {code}
    names = {each.name for each in new(made, Organisation)}
    assert ("Cafcass Cymru" in names) is (code == "SWAN")


def test_the_sample_fits_round_what_is_there(database: Database, sample: SampleService) -> None:
    first = sample.build(TODAY)
    kept = {Organisation, Measure, Snapshot, Observation}
    figures = Change("Import", tuple(edit for edit in first.edits if edit.table in kept))
    database.apply(figures)
    area = next(edit for edit in first.edits if edit.table is AreaDriver)
    assert area.after is not None
    with database.session() as session:
        driver = everything(session, Driver)[0]
    own = AreaDriver(area_id=area.after["area_id"], driver_id=driver.id, severity=1)
    database.apply(Change("Judge", (added(own),)))
    again = sample.build(TODAY)
    counts = Counter(edit.table for edit in again.edits)
    assert counts[Observation] == counts[Organisation] == 0
    assert counts[AreaDriver] == 9


def test_the_sample_needs_the_reference_data(database: Database) -> None:
    with pytest.raises(RuleError, match="no DFJ area"):
        SampleService(database, PAGES, FACTS).build(TODAY)
    assert state(database) == set()


ELSEWHERE = """
import sys
from tests.services.sample.test_sample import sample_digest
sys.stdout.write(sample_digest())
"""
"""Prints the digest of the sample, in a process that orders its sets in a way of its own."""


def sample_digest() -> str:
    """Return the digest of every row of the sample, made in this process."""
    engine = memory_engine()
    SQLModel.metadata.create_all(engine)
    database = Database(engine)
    made = with_facts(database).build(TODAY)
    database.close()
    rows = [
        (edit.table.__name__, edit.key, sorted((edit.after or {}).items())) for edit in made.edits
    ]
    return sha256(repr(rows).encode()).hexdigest()


def test_another_machine_makes_the_same_sample_kept_minutes_and_their_hashes_too() -> None:
    def elsewhere(seed: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", ELSEWHERE],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        return done.stdout

    assert elsewhere("1") == elsewhere("2")
