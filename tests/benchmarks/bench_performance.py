"""Measure the Performance pages: what stands behind them, then each switch until it is painted.

43 areas x 44 measures x 60 quarters are written through the one door into a file that is kept
beside the other temporary files and used again. Figures are medians of warm runs; the first run
stands beside them.
"""

import itertools
import math
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from lfjb_desk.analysis.trends import month_start_later
from lfjb_desk.app.environment import Environment
from lfjb_desk.app.window import open_window
from lfjb_desk.domain.changes import Edit, added, change
from lfjb_desk.domain.common.nations import ENGLAND_AND_WALES
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity, Snapshot
from lfjb_desk.domain.places import DfjArea, PlaceKind
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.figures.national import NationalService
from lfjb_desk.services.places import PlaceService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.opening import Opening, open_database
from lfjb_desk.ui.pages.performance.page import PerformancePage

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
AREAS, MEASURES, QUARTERS, RUNS = 43, 44, 60, 7
SIZE = (1366, 768)
TODAY = date(2026, 11, 23)
MIGRATIONS = Path(__file__).parents[2] / "db/migrations"
PLACES = [(PlaceKind.AREA, f"A{number:02}") for number in range(AREAS)]
PLACES.append((PlaceKind.NATION, ENGLAND_AND_WALES))


def measures() -> list[Measure]:
    """Return the measures, one way better and the other by turns."""
    polarities = (Polarity.LOWER, Polarity.HIGHER, Polarity.CONTEXT)
    return [
        Measure(
            code=f"m{number:02}",
            name=f"Measure {number}",
            definition="",
            unit="weeks",
            decimals=1,
            polarity=polarities[number % 3],
            source="invented",
        )
        for number in range(MEASURES)
    ]


def figure(place: int, measure: int, quarter: int) -> Decimal:
    """Return a figure that wanders within limits, and in some series has risen for two years."""
    wander = math.sin(place * 12.9898 + measure * 78.233 + quarter * 37.719) * 43758.5453
    late = 4 if (place + measure) % 17 == 0 and quarter > QUARTERS - 9 else 0
    return Decimal(round(400 + 60 * (wander - math.floor(wander)) + 10 * late)) / 10


def observations(rows: list[Measure], snapshot: Snapshot) -> Iterator[Edit]:
    """Yield the figures as an import brings them in."""
    for number, (kind, code) in enumerate(PLACES):
        for index, measure in enumerate(rows):
            for quarter in range(QUARTERS):
                start = month_start_later(date(2011, 10, 1), 3 * quarter)
                row: dict[str, Any] = {
                    "id": uuid4(),
                    "snapshot_id": snapshot.id,
                    "measure_id": measure.id,
                    "place_kind": kind,
                    "place_code": code,
                    "place_label": code,
                    "period_start": start,
                    "period_end": month_start_later(start, 3) - timedelta(days=1),
                    "period_label": f"{start.year} Q{(start.month + 2) // 3}",
                    "value": figure(number, index, quarter),
                    "marker": None,
                    "publisher": "Family Court Statistics Quarterly",
                    "sheet": "Table_8",
                    "cell": f"B{quarter + 6}",
                    "current": True,
                    "replaces_id": None,
                }
                yield Edit(Observation, row["id"], None, row)


def fill(database: Database) -> None:
    """Write the areas, the measures and all figures."""
    rows = measures()
    areas = [
        DfjArea(code=code, name=f"Area {code}", region="", nation="England", courts="", source="")
        for kind, code in PLACES
        if kind is PlaceKind.AREA
    ]
    size = len(PLACES) * MEASURES * QUARTERS
    snapshot = Snapshot(
        file_name="figures.csv",
        sha256="a" * 64,
        layout="",
        publisher="Family Court Statistics Quarterly",
        imported_at=datetime(2026, 11, 21, tzinfo=UTC),
        read=size,
        new=size,
        unchanged=0,
        revised=0,
        refused=0,
    )
    database.apply(change("Ready", None, [added(row) for row in (*areas, *rows, snapshot)]))
    database.apply(change("Import", None, observations(rows, snapshot)))


def kept(folder: Path) -> Path:
    """Return where the filled database is, by when its tables changed last."""
    newest = max(path.stat().st_mtime for path in (MIGRATIONS / "versions").glob("*.py"))
    return folder / f"performance-{int(newest)}.lfjb"


def opened(folder: Path) -> Database:
    """Return the filled database, made at the first run and whenever its tables have changed."""
    path = kept(folder)
    made = path.exists()
    database = open_database(path, Opening(MIGRATIONS, folder / "backups"))
    if not made:
        begun = time.perf_counter()
        fill(database)
        sys.stdout.write(f"database written in {time.perf_counter() - begun:.0f} s\n")
    return database


def told(what: str, work: Callable[[], object]) -> None:
    """Print how long a piece of work takes: the first time, and as a rule."""
    took = []
    for _ in range(RUNS + 1):
        begun = time.perf_counter()
        work()
        took.append((time.perf_counter() - begun) * 1000)
    usual = statistics.median(took[1:])
    sys.stdout.write(f"{what:<52}{usual:7.0f} ms (first {took[0]:.0f} ms)\n")


def switch(folder: Path, areas: Sequence[UUID]) -> None:
    """Print how long each switch in the window takes, until it is painted."""
    beside = [folder / name for name in ("backups", "settings.toml", "log.txt")]
    application, window = open_window(lambda: Environment(kept(folder), *beside), TODAY)
    window.resize(*SIZE)
    window.show()
    while not window.is_furnished():
        application.processEvents()
    page = window.shell.open_page("performance")
    if not isinstance(page, PerformancePage):
        return
    keys = itertools.cycle(areas)

    def painted(work: Callable[..., object], *asked: object) -> None:
        work(*asked)
        page.repaint()
        application.processEvents()

    def next_area() -> None:
        painted(page.desk.context.choose, next(keys), None)

    next_area()
    told("another area, all its measures (goal 200 ms)", next_area)
    page.open("measure")
    told("another measure on its page", lambda: painted(page.measure.strip.step, 1))
    told("another area on the page of a measure", next_area)
    told("the nation", lambda: painted(page.open, "national"))
    window.close()


def main() -> None:
    """Measure and print."""
    folder = Path(tempfile.gettempdir()) / "lfjb-desk-bench"
    folder.mkdir(exist_ok=True)
    database = opened(folder)
    figures = FigureService(database)
    measure = figures.measures()[0]
    code = PLACES[0][1]
    told(
        "one measure in one area (goal 100 ms)",
        lambda: figures.series(measure.id, PlaceKind.AREA, code, TODAY),
    )
    told(
        f"all {MEASURES} measures of one area",
        lambda: figures.for_place(PlaceKind.AREA, code, TODAY),
    )
    told(
        f"national view of {AREAS} areas (goal 300 ms)",
        lambda: NationalService(database).view(TODAY),
    )
    areas = [one.id for one in PlaceService(database).areas()]
    database.close()
    switch(folder, areas)


if __name__ == "__main__":
    main()
