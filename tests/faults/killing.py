"""Kills the whole program at random moments; run by `test_killed.py`.

python killing.py import|edits FOLDER RUNS  prints one JSON object of counts.
Each run forks a process that does what a person does: `lfjb-desk import FILE`, or changes made
through the services. Once SIGKILL has struck, the database is opened again and looked over.
"""

import json
import os
import select
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

from sqlmodel import func
from sqlmodel import select as question

from lfjb_desk import cli
from lfjb_desk.app import board
from lfjb_desk.app.environment import Environment
from lfjb_desk.domain.figures.figures import Observation, Snapshot
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.services.governance.people import PeopleService
from lfjb_desk.services.imports.imports import ImportService
from lfjb_desk.store.engine.checks import check_database
from lfjb_desk.store.engine.database import Database

ROWS = 2_000
AREAS = ("Birmingham", "Essex and Suffolk", "Luton", "Wolverhampton", "Worcester")
Work = Callable[[Path, int, int], None]


def figures(path: Path, run: int) -> None:
    """Write a table of 2,000 figures; each run has values of its own, so all are revised."""
    lines = ["DFJ area,Period,Measure,Value"]
    for number in range(ROWS // len(AREAS)):
        day = date(1990 + number // 12, number % 12 + 1, 1)  # 400 months: none is to come
        lines += [f"{area},{day:%B %Y},s31_mean_weeks,{run}.{number}" for area in AREAS]
    path.write_text("\n".join(lines), encoding="utf-8")


def bring_in(database: Path, run: int, pipe: int) -> None:
    """Import a file as the command line does, and say so when it is about to be written."""
    commit = ImportService.commit

    def said(*given: Any) -> Any:
        made = commit(*given)
        os.write(pipe, b"c")
        return made

    setattr(ImportService, "commit", said)  # noqa: B010 - only to know the moment
    sys.stdout = StringIO()
    path = database.with_name(f"figures-{run}.csv")
    command = ["--database", str(database), "import", "--accept-revisions", str(path)]
    if cli.main(command) == cli.DONE:
        os.write(pipe, b".")


def edit(database: Path, run: int, pipe: int) -> None:
    """Add bodies with a person each, through the services, saying so after each change."""
    with board.opened(places(database)) as opened:
        people = PeopleService(opened)
        for number in range(1_000_000):
            name = f"Samplefolk {run} {number}"
            body = people.add_organisation(name, OrganisationKind.OTHER)
            opened.apply(body)
            os.write(pipe, b".")
            opened.apply(people.add_person(name, body.key_of(Organisation)))
            os.write(pipe, b".")


def places(database: Path) -> Environment:
    """Return the places of a run."""
    folder = database.parent
    return Environment(database, folder / "backups", folder / "settings.toml", folder / "desk.log")


def struck(database: Path, run: int, work: Work, random: Random, longest: float) -> bytes:
    """Start the work and kill it at a random moment; return what it had said until then.

    Every second run is struck only once an import is about to be written.
    """
    inlet, outlet = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setpgid(0, 0)
            work(database, run, outlet)
        finally:
            os._exit(0)
    os.close(outlet)
    said = os.read(inlet, 1) if run % 2 else b""
    longest = longest / 2 if said else longest
    end = time.monotonic() + random.uniform(0.0, longest)
    while (left := end - time.monotonic()) > 0 and select.select([inlet], [], [], left)[0]:
        more = os.read(inlet, 4096)
        if not more:
            break
        said += more
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while more := os.read(inlet, 4096):
        said += more
    os.close(inlet)
    return said + (b"k" if os.WIFSIGNALED(status) else b"")


def look_over(where: Environment, counts: Counter[str]) -> Counter[type]:
    """Open the database as the next start does; count what is wrong and return what it holds."""
    with board.opened(where) as database:
        counts["read_only"] += bool(database.read_only)
        held = count_rows(database)
    counts["damaged"] += len(check_database(Path(where.database)))
    # Each import brings all its figures, and keeps those that it revises.
    counts["halves"] += held[Observation] != ROWS * held[Snapshot]
    return held


def count_rows(database: Database) -> Counter[type]:
    """Return how many rows there are of what the runs write."""
    with database.session() as session:
        return Counter(
            {
                table: session.exec(question(func.count()).select_from(table)).one()
                for table in (Organisation, Person, Snapshot, Observation)
            }
        )


def main(kind: str, folder: Path, runs: int) -> Counter[str]:
    """Kill the program `runs` times while it is at work, and count what was found afterwards."""
    random = Random(2611)  # noqa: S311 - chance, not secrecy
    where = places(folder / "board.lfjb")
    path = Path(where.database)
    counts = Counter(killed=0, writing=0, acknowledged=0, lost=0, damaged=0, halves=0, read_only=0)
    before = look_over(where, counts)
    work, longest = (bring_in, 0.9) if kind == "import" else (edit, 0.6)
    run = 0
    while counts["killed"] < runs:
        run += 1
        figures(folder / f"figures-{run}.csv", run)
        said = struck(path, run, work, random, longest)
        counts["killed"] += said.endswith(b"k")
        counts["writing"] += b"c" in said and b"." not in said
        counts["acknowledged"] += said.count(b".")
        after = look_over(where, counts)
        written = sum(after[table] - before[table] for table in (Organisation, Person, Snapshot))
        counts["lost"] += max(0, said.count(b".") - written)
        before = after
    return counts


if __name__ == "__main__":
    answer = main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
    os.write(1, json.dumps(answer).encode())
