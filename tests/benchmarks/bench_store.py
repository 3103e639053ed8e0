"""Measure an import as one change against the same rows by bare `executemany`, in pairs.

Both write to a new file with the same tables, indexes and settings, and commit once. The change
also checks every value, compares, and writes its record in the audit. Figures are medians.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from lfjb_desk.domain.changes import Change, added, change
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity, Snapshot
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.store.engine import sqlite
from lfjb_desk.store.engine.opening import Opening, open_database

ROWS, PAIRS = 20_000, 3
MIGRATIONS = Path(__file__).parents[2] / "db/migrations"


def figures() -> tuple[Change, Change]:
    """Return the change that makes ready for the figures, and the figures."""
    measure = Measure(
        code="weeks", name="", definition="", unit="", polarity=Polarity.LOWER, source=""
    )
    snapshot = Snapshot(
        file_name="",
        sha256="",
        layout="",
        publisher="",
        imported_at=datetime(2026, 11, 21, tzinfo=UTC),
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
            value=Decimal(number) / 10,
            publisher="",
            sheet="",
            cell=f"A{number}",
        )
        for number in range(ROWS)
    ]
    ready = change("Ready", None, [added(measure), added(snapshot)])
    return ready, change("Import", None, [added(row) for row in rows])


def timed(work: Callable[[], None]) -> float:
    """Return how many seconds a piece of work took."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def raw_rows(path: Path) -> list[tuple[object, ...]]:
    """Return the figures of a file as SQLite holds them."""
    with closing(sqlite.plain_connection(path)) as connection:
        return connection.execute("SELECT * FROM observation").fetchall()


def write_raw(path: Path, rows: list[tuple[object, ...]]) -> None:
    """Write rows as the quickest program would."""
    with closing(sqlite.plain_connection(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        marks = ",".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO observation VALUES ({marks})", rows)  # noqa: S608 - marks alone
        connection.execute("COMMIT")


def pair(folder: Path) -> tuple[float, float, float]:
    """Return the seconds of a change, of taking it back, and of the bare rows."""
    ready, bulk = figures()
    path = folder / "board.lfjb"
    database = open_database(path, Opening(MIGRATIONS, folder))
    database.apply(ready)
    whole = timed(lambda: database.apply(bulk))
    rows = raw_rows(path)
    back = timed(lambda: database.apply(bulk.inverse()))
    database.close()
    bare = timed(lambda: write_raw(path, rows))
    return whole, back, bare


def main() -> None:
    """Measure and print."""
    runs = []
    for _ in range(PAIRS):
        with tempfile.TemporaryDirectory() as folder:
            runs.append(pair(Path(folder)))
    bare = statistics.median(run[2] for run in runs)
    whole = statistics.median(run[0] / run[2] for run in runs)
    back = statistics.median(run[1] / run[2] for run in runs)
    sys.stdout.write(
        f"{ROWS:,} figures by bare executemany: {bare:.2f} s\n"
        f"as one change, checked and audited: {whole:.1f} times; taken back: {back:.1f} times\n"
    )


if __name__ == "__main__":
    main()
