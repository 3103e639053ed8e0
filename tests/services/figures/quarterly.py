"""Invented quarterly figures that tests of charts and of the nation write."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from lfjb_desk.analysis.trends import month_start_later
from lfjb_desk.domain.changes import added, change
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity, Snapshot
from lfjb_desk.domain.places import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.rows import Row
    from lfjb_desk.store.engine.database import Database

STEADY = (50, 52, 49, 51, 50, 53, 48, 51, 50, 52, 49, 51)
FIRST = date(2020, 1, 1)


def measure(
    code: str = "s31_mean_weeks", name: str = "Length of care cases", **other: Any
) -> Measure:
    """Return a measure of which less is better."""
    plain = {"definition": "", "unit": "weeks", "source": "invented", "polarity": Polarity.LOWER}
    return Measure(**{"code": code, "name": name, **plain, **other})


def snapshot() -> Snapshot:
    """Return an import."""
    return Snapshot(
        file_name="weeks.csv",
        sha256="b" * 64,
        layout="",
        publisher="Cafcass",
        imported_at=datetime(2026, 11, 4, tzinfo=UTC),
        read=0,
        new=0,
        unchanged=0,
        revised=0,
        refused=0,
    )


def quarterly(
    measure_id: UUID,
    snapshot_id: UUID,
    values: "Sequence[int | float | str | None]",
    first: int = 0,
    **other: Any,
) -> list[Observation]:
    """Return a figure a quarter from January 2020 or `first` quarters later.

    A text is a marker, and None leaves the quarter out.
    """
    rows = []
    for place, value in enumerate(values, first):
        start = month_start_later(FIRST, 3 * place)
        columns: dict[str, Any] = {
            "snapshot_id": snapshot_id,
            "measure_id": measure_id,
            "place_kind": PlaceKind.AREA,
            "place_code": "ESST",
            "place_label": "Essex",
            "period_start": start,
            "period_end": month_start_later(start, 3) - timedelta(days=1),
            "period_label": f"{start.year} Q{start.month // 3 + 1}",
            "value": Decimal(str(value)) if isinstance(value, int | float) else None,
            "marker": value if isinstance(value, str) else None,
            "publisher": "Cafcass",
            "sheet": "Data",
            "cell": f"B{place + 2}",
        }
        if value is not None:
            rows.append(Observation(**(columns | other)))
    return rows


def write(database: "Database", *rows: "Row") -> None:
    """Write rows as one change."""
    database.apply(change("Set up", None, [added(row) for row in rows]))
