"""The published file of adoption figures, imported whole."""

import csv
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.figures.figures import Measure, Observation, Snapshot
from lfjb_desk.services.imports.imports import ImportService
from lfjb_desk.services.reference import ReferenceService
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from lfjb_desk.store.engine.database import Database

NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
ROOT = Path(__file__).parents[3]
REAL = ROOT / "../shared/samples/fcsq_dfj_and_regional_adoption_2011Q1-2021Q2.csv"
FIVE = {
    "Birmingham DJF": "2012 Q1",
    "Liverpool DFJ": "2014 Q3",
    "Leeds DFJ": "2016 Q2",
    "Newcastle upon Tyne DFJ": "2018 Q4",
    "Swansea DFJ": "2021 Q2",
}


def as_published(database: "Database") -> set[tuple[str, str, str, Decimal | None]]:
    """Return what is held for five areas and quarters."""
    with database.session() as session:
        names = {row.id: row.code for row in everything(session, Measure)}
        rows = everything(session, Observation)
    return {
        (row.place_label, row.period_label, names[row.measure_id], row.value)
        for row in rows
        if FIVE.get(row.place_label) == row.period_label
    }


def as_in_the_file() -> set[tuple[str, str, str, Decimal | None]]:
    """Return what the published file says of them, read with nothing but the csv module."""
    found: set[tuple[str, str, str, Decimal | None]] = set()
    with REAL.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            label, period = row["dfj_new"], f"{row['year']} Q{row['quarter']}"
            if FIVE.get(label) == period:
                stage = row["stage"].lower()
                count, cases = Decimal(row["count"]), Decimal(row["cases"])
                found.add((label, period, f"fcsq_adoption_{stage}_orders", count))
                found.add((label, period, f"fcsq_adoption_{stage}_cases", cases))
    assert len(found) == 4 * len(FIVE)
    return found


@pytest.mark.skipif(not REAL.is_file(), reason="the published file is not beside the project")
def test_every_row_of_the_published_file_is_accounted_for(database: "Database") -> None:
    facts = ReferenceService(database, ROOT / "db/reference").load()
    assert facts is not None
    database.apply(facts)
    service = ImportService(database)
    told: list[str] = []
    preview = service.preview(REAL, progress=told.append)
    assert told
    counts = preview.counts
    assert counts.read == 3821
    rows = {
        int("".join(c for c in cell if c.isdigit()))
        for cell in [
            *(one.figure.cell for one in preview.taken),
            *(one.cell for one in preview.refused),
            *(cell for question in preview.questions for _, cell in question.cells),
        ]
    }
    assert rows == set(range(2, 3823))
    assert counts.new + counts.asked == counts.figures
    change = service.commit(preview, NOW)
    database.apply(change)
    assert as_published(database) == as_in_the_file()
    assert service.understand(preview.reading).counts.new == 0
    with database.session() as session:
        assert len(everything(session, Observation)) == counts.new
        assert len(everything(session, Snapshot)) == 1
    database.apply(change.inverse())
    with database.session() as session:
        assert everything(session, Observation) == []
