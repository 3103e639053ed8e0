"""Minutes that were circulated before the desk kept them: opened from old files and reprinted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from lfjb_desk.domain.changes import Change, edited
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.services.meetings.circulation import CirculationService
from lfjb_desk.services.papers.definition import PaperDefinition, PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.papers.registry import AGENDA, MINUTES
from lfjb_desk.store.engine.checks import check_database, is_whole
from lfjb_desk.store.engine.opening import Opening, open_database
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.word.reading.read import read

if TYPE_CHECKING:
    from lfjb_desk.store.engine.database import Database

TOP = Path(__file__).parents[3]
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
HELD, LATER = date(2026, 9, 4), date(2027, 6, 1)
BEFORE_MINUTES_WERE_KEPT = (1, 2, 3)


def put(connection: sqlite3.Connection, table: str, **values: Any) -> str:
    """Put a row into an old file, as the desk of its day did; return its key."""
    key = uuid4().hex
    row = {"id": key} | values
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - names of this test
    connection.execute(statement, tuple(row.values()))
    return key


def circulate_in(path: Path) -> UUID:
    """Put a meeting with circulated minutes into an old file; return its key."""
    with closing(sqlite3.connect(path)) as connection, connection:
        (group,) = connection.execute("SELECT id FROM board_group").fetchone()
        (person,) = connection.execute("SELECT id FROM person").fetchone()
        (body,) = connection.execute("SELECT id FROM organisation").fetchone()
        meeting = put(
            connection,
            "meeting",
            group_id=group,
            number=7,
            held_on=str(HELD),
            place="Chelmsford",
            state="minutes circulated",
        )
        item = put(
            connection,
            "agenda_item",
            meeting_id=meeting,
            position=1,
            title="What is late",
            why="",
            purpose="decide",
            presenter_id=person,
            minutes=10,
            standing=0,
            restricted=0,
        )
        put(connection, "minute_note", item_id=item, position=1, text="Rotas came up twice.")
        put(
            connection,
            "decision",
            ref="SMPL-D-001",
            group_id=group,
            meeting_id=meeting,
            item_id=item,
            text="Publish the rota.",
            reason="",
            decided_on=str(HELD),
            state="in force",
        )
        seat = put(
            connection,
            "seat",
            group_id=group,
            organisation_id=body,
            title="Council",
            standing="member",
            counts_for_quorum=1,
            position=1,
        )
        put(
            connection,
            "appointment",
            seat_id=seat,
            person_id=person,
            office="chair",
            starts="2025-01-01",
        )
    return UUID(meeting)


def printed(
    database: Database, meeting: UUID, path: Path, paper: PaperDefinition = MINUTES
) -> tuple[bytes, str]:
    """Return the bytes of the minutes, or of another paper, in Word, and all the words in it."""
    with database.session() as session:
        group = next(iter(everything(session, Group)))
    request = PaperRequest(paper, group.id, LATER, meeting)
    PaperService(database, TOP / "templates" / "house.docx").write(request, path)
    data = path.read_bytes()
    return data, repr(read(path))


@pytest.mark.parametrize("schema", BEFORE_MINUTES_WERE_KEPT)
def test_minutes_circulated_in_an_old_file_are_printed_kept_and_printed_again(
    schema: int, tmp_path: Path
) -> None:
    path = tmp_path / "old.lfjb"
    path.write_bytes((TOP / f"db/samples/v{schema}.lfjb").read_bytes())
    meeting = circulate_in(path)
    opening = Opening(TOP / "db/migrations", tmp_path / "backups", who="Test", clock=lambda: NOW)
    with closing(open_database(path, opening)) as database:
        first, told = printed(database, meeting, tmp_path / "first.docx")
        for words in ("What is late", "Rotas came up twice.", "Publish the rota.", "Avery Sample"):
            assert words in told
        assert "circulated before the desk kept them as they were" in told
        assert printed(database, meeting, tmp_path / "again.docx")[0] == first

        database.apply(CirculationService(database).keep(meeting, LATER))
        with database.session() as session:
            person = next(iter(everything(session, Person)))
        database.apply(Change("Rename", (edited(person, name="Avery Newname"),)))
        _, kept = printed(database, meeting, tmp_path / "kept.docx")
        _, agenda = printed(database, meeting, tmp_path / "agenda.docx", AGENDA)
        for reprinted in (kept, agenda):  # both with the names of their day
            assert "Avery Sample" in reprinted
            assert "Avery Newname" not in reprinted
    assert is_whole(check_database(path))
