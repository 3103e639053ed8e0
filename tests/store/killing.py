"""Starts writers on a database file and kills them at random moments; run by `test_killed.py`.

python killing.py edits|import FOLDER RUNS, or upgrade FOLDER SCHEMA, prints an object of counts.
Each run forks a writer that opens the file as the desk does and says on a pipe what it has applied;
once SIGKILL has struck, the file is opened again and compared with what the writer had said.
"""

import json
import os
import select
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random
from typing import NoReturn

from sqlalchemy import Engine, event, func
from sqlmodel import select as question

from lfjb_desk.domain.changes import Change, added, change
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity, Snapshot
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.store.engine.checks import check_database
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.identity import read_header
from lfjb_desk.store.engine.migrate import migrate
from lfjb_desk.store.engine.opening import Opening, open_database

NOW = datetime(2026, 11, 21, tzinfo=UTC)
MIGRATIONS = Path(__file__).parents[2] / "db/migrations"
ROWS, PERSONS = 8_000, 5
Writer = Callable[[Database, int], NoReturn]


def figures() -> tuple[Change, Change]:
    """Return the change that makes ready for an import, and an import of 8,000 figures."""
    measure = Measure(
        code="weeks", name="", definition="", unit="", polarity=Polarity.LOWER, source=""
    )
    moment = NOW
    snapshot = Snapshot(
        file_name="",
        sha256="",
        layout="",
        publisher="",
        imported_at=moment,
        read=ROWS,
        new=ROWS,
        unchanged=0,
        revised=0,
        refused=0,
    )
    rows = [
        Observation(
            snapshot_id=snapshot.id,
            measure_id=measure.id,
            place_kind=PlaceKind.AREA,
            place_code="SMPL",
            place_label="Samplefolk",
            period_start=date(2026, 1, 1),
            period_end=date(2026, 3, 31),
            period_label="2026 Q1",
            value=Decimal(number),
            publisher="",
            sheet="",
            cell=f"A{number}",
        )
        for number in range(ROWS)
    ]
    ready = change("Measure", None, [added(measure)])
    return ready, change("Import", None, [added(snapshot), *(added(row) for row in rows)])


def edit_for_ever(database: Database, pipe: int) -> NoReturn:
    """Add five persons at a time, and say so after each."""
    while True:
        body = Organisation(name=os.urandom(8).hex(), kind=OrganisationKind.OTHER)
        people = [Person(name="Sample", organisation_id=body.id) for _ in range(PERSONS)]
        database.apply(change("Add", None, [added(row) for row in (body, *people)]))
        os.write(pipe, b".")


def import_for_ever(bulk: Change, database: Database, pipe: int) -> NoReturn:
    """Import 8,000 figures in one change and take them back, saying so after each."""
    with database.session() as session:
        there = session.exec(question(Snapshot.id)).first() is not None
    while True:
        database.apply(bulk.inverse() if there else bulk)
        os.write(pipe, b".")
        there = not there


def struck(path: Path, opening: Opening, write: Writer, delay: float, at_least: int) -> int:
    """Start a writer and kill it a while after its first changes; return how many it said."""
    inlet, outlet = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            database = open_database(path, opening)
            os.write(outlet, b"o")
            write(database, outlet)
        finally:
            os._exit(1)
    os.close(outlet)
    os.read(inlet, 1)
    said = b"".join(os.read(inlet, 1) for _ in range(at_least))
    end = time.monotonic() + delay
    while (left := end - time.monotonic()) > 0:
        if select.select([inlet], [], [], left)[0]:
            said += os.read(inlet, 4096)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        sys.exit("the writer ended by itself")
    while more := os.read(inlet, 4096):
        said += more
    os.close(inlet)
    return len(said)


def kill_writers(folder: Path, runs: int, kind: str) -> Counter[str]:
    """Kill a writer at random moments and count what was found afterwards."""
    random = Random(2611)  # noqa: S311 - chance, not secrecy
    ready, bulk = figures()
    write: Writer = edit_for_ever
    longest = 0.15
    if kind == "import":
        write, longest = partial(import_for_ever, bulk), 0.8
    counts = Counter(runs=0, acknowledged=0, lost=0, damaged=0, parts=0, journals=0)
    opening, path = Opening(MIGRATIONS, folder / "backups"), folder / "board.lfjb"
    database = open_database(path, opening)
    database.apply(ready)
    database.close()
    for run in range(runs):
        database = open_database(path, opening)
        before = database.audit_head().sequence
        database.close()
        acknowledged = struck(
            path, opening, write, random.uniform(0.01, longest), int(run % 5 == 0)
        )
        counts["runs"] += 1
        counts["acknowledged"] += acknowledged
        counts["journals"] += path.with_name(path.name + "-journal").exists()
        database = open_database(path, opening)
        counts["lost"] += max(0, before + acknowledged - database.audit_head().sequence)
        counts["parts"] += parts(database)
        database.close()
        counts["damaged"] += len(check_database(path))
    return counts


def parts(database: Database) -> int:
    """Return 1 when some part of a change is there without the rest."""
    with database.session() as session:
        held = {
            table: session.exec(question(func.count()).select_from(table)).one()
            for table in (Organisation, Person, Snapshot, Observation)
        }
    whole = held[Person] == PERSONS * held[Organisation]
    return int(not (whole and held[Observation] == ROWS * held[Snapshot]))


def kill_upgrades(folder: Path, newest: int, _kind: str) -> Counter[str]:
    """Kill an upgrade to the newest schema at each statement in turn, until one goes through."""
    oldest = read_header(folder / "old.lfjb").schema
    counts = Counter(runs=0, old=0, new=0, neither=0, damaged=0, failed_again=0)
    struck_at, finished = 0, False
    while not finished:
        struck_at += 1
        path = folder / "board.lfjb"
        shutil.copyfile(folder / "old.lfjb", path)
        child = os.fork()
        if child == 0:
            die_at(struck_at)
            migrate(path, folder / "migrations", "Avery", NOW)
            os._exit(0)
        finished = os.waitpid(child, 0)[1] == 0
        counts["runs"] += not finished
        schema = read_header(path).schema
        counts[{oldest: "old", newest: "new"}.get(schema, "neither")] += not finished
        counts["damaged"] += len(check_database(path))
        if schema == oldest:
            migrate(path, folder / "migrations", "Avery", NOW)
        counts["failed_again"] += read_header(path).schema != newest
    return counts


def die_at(statement: int) -> None:
    """Kill this process just before it executes its n-th statement."""
    seen = Counter[str]()

    def count(*_: object) -> None:
        seen["statements"] += 1
        if seen["statements"] == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)


if __name__ == "__main__":
    work = kill_upgrades if sys.argv[1] == "upgrade" else kill_writers
    print(json.dumps(work(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[1])))  # noqa: T201 - its answer
