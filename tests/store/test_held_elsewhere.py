"""What is said, and what still works, while another program holds the database file."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Timer

import psutil
import pytest
from sqlmodel import select

from lfjb_desk.app import board as app_board
from lfjb_desk.app.environment import Environment
from lfjb_desk.domain.changes import Change, added, change
from lfjb_desk.domain.figures.figures import Snapshot
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind
from lfjb_desk.store.engine import sqlite
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.refusals import BusyError
from tests.store.conftest import NOW

Open = Callable[[Path], Database]


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait tenths of a second where the desk waits seconds."""
    monkeypatch.setitem(sqlite.SETTINGS, "busy_timeout", "100")


@contextmanager
def held(path: Path, how: str) -> Iterator[sqlite3.Connection]:
    """Hold a file as another program does."""
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute(f"BEGIN {how}")
        yield other


def an_import() -> Change:
    snapshot = Snapshot(
        publisher="Cafcass",
        layout="long",
        file_name="weeks.csv",
        sha256="0" * 64,
        imported_at=NOW,
        read=0,
        new=0,
        unchanged=0,
        revised=0,
        refused=0,
    )
    return change("Import weeks.csv", snapshot, [added(snapshot)])


def environment(path: Path) -> Environment:
    return Environment(path, path.parent / "backups", path.parent / "s.toml", path.parent / "log")


def test_a_question_while_another_program_holds_the_file_is_answered_with_who_holds_it(
    board: Path, open_file: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = open_file(board)
    # The holder is this very process, which the desk would not call another.
    pid = os.getpid()
    monkeypatch.setattr("lfjb_desk.store.engine.refusals.os.getpid", lambda: -1)
    monkeypatch.setattr(psutil, "process_iter", lambda: [psutil.Process(pid)])
    with (
        held(board, "EXCLUSIVE"),
        database.session() as session,
        pytest.raises(BusyError) as refused,
    ):
        session.exec(select(Organisation)).all()
    name = psutil.Process(pid).name()
    assert str(refused.value) == (
        f"board.lfjb cannot be read now, for {name} (process {pid}) holds it. "
        "Nothing was changed. Close it there, or wait, and try again."
    )
    with database.session() as session:
        assert [row.name for row in session.exec(select(Organisation))] == ["Samplefolk Council"]


def test_a_write_while_another_program_writes_says_what_was_not_saved(
    board: Path, open_file: Open
) -> None:
    database = open_file(board)
    body = Organisation(name="Another body", kind=OrganisationKind.OTHER)
    with held(board, "IMMEDIATE"), pytest.raises(BusyError, match="Add a body was not saved: "):
        database.apply(change("Add a body", body, [added(body)]))
    database.apply(change("Add a body", body, [added(body)]))


def test_an_import_waits_until_the_other_program_lets_go(board: Path, open_file: Open) -> None:
    database = open_file(board)
    with held(board, "IMMEDIATE") as other:
        letting_go = Timer(0.35, other.rollback)
        letting_go.start()
        app_board.write(environment(board), database, an_import())
        letting_go.join()
    with database.session() as session:
        assert [row.file_name for row in session.exec(select(Snapshot))] == ["weeks.csv"]


def test_an_import_that_waited_in_vain_can_be_tried_again(board: Path, open_file: Open) -> None:
    database, brought = open_file(board), an_import()
    with held(board, "IMMEDIATE"), pytest.raises(BusyError, match=r"Wait a moment and try again"):
        app_board.write(environment(board), database, brought)
    app_board.write(environment(board), database, brought)
    with database.session() as session:
        assert len(session.exec(select(Snapshot)).all()) == 1
