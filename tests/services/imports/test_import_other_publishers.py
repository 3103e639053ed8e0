"""Tables of Cafcass and HMCTS, imported whole beside the facts that the desk ships."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.figures.figures import Measure, Observation
from lfjb_desk.importers import reader
from lfjb_desk.services.imports.imports import ImportService, NothingNewError
from lfjb_desk.services.reference import ReferenceService
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from lfjb_desk.store.engine.database import Database

NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
ROOT = Path(__file__).parents[3]
MONTHLY = ROOT / "../shared/samples/cafcass_care_applications_monthly_2012-2016.csv"
RATES = (
    "Cafcass: care applications per 10 000 child population,,\n"
    "Local authority,2022-23,2023-24\nSuffolk,9.7,[c]\nLuton,11.2,10.4 [p]\nEngland,10.9,11.0\n"
)
INFORMATION = (
    "HMCTS management information,,,,\n"
    "DFJ area,Month,Public law receipts,Public law outstanding,Private law outstanding\n"
    "Humberside,Apr 2024,21,188,NA\nCentral London,Apr 2024,51,..,1210\n"
)


@pytest.fixture
def service(database: "Database") -> ImportService:
    facts = ReferenceService(database, ROOT / "db/reference").load()
    assert facts is not None
    database.apply(facts)
    return ImportService(database)


def bring_in(database: "Database", service: ImportService, path: Path) -> None:
    """Read a file in this process and take what it gives without an answer."""
    preview = service.understand(reader.read(path, lambda _: None))
    database.apply(service.commit(preview, NOW))
    with pytest.raises(NothingNewError):
        service.commit(service.understand(reader.read(path, lambda _: None)), NOW)


def held(database: "Database") -> set[tuple[str, str, str, date, Decimal | None, str | None]]:
    with database.session() as session:
        names = {row.id: row.code for row in everything(session, Measure)}
        rows = everything(session, Observation)
    return {
        (
            *(names[one.measure_id], one.place_code, one.publisher),
            *(one.period_start, one.value, one.marker),
        )
        for one in rows
    }


@pytest.mark.skipif(not MONTHLY.is_file(), reason="the published file is not beside the project")
def test_the_published_months_are_those_of_england(
    database: "Database", service: ImportService
) -> None:
    bring_in(database, service, MONTHLY)

    found = held(database)
    assert len(found) == 30
    assert {row[:3] for row in found} == {("s31_apps", "England", "Cafcass")}
    assert ("s31_apps", "England", "Cafcass", date(2016, 9, 1), Decimal(1229), None) in found


def test_rates_come_in_for_each_authority_and_for_england(
    database: "Database", service: ImportService, tmp_path: Path
) -> None:
    path = tmp_path / "rates.csv"
    path.write_text(RATES, encoding="utf-8")
    bring_in(database, service, path)

    first, second = date(2022, 4, 1), date(2023, 4, 1)
    suffolk, luton = "E10000029", "E06000032"
    assert held(database) == {
        ("apps_per_10k", suffolk, "Cafcass", first, Decimal("9.7"), None),
        ("apps_per_10k", suffolk, "Cafcass", second, None, "[c]"),
        ("apps_per_10k", luton, "Cafcass", first, Decimal("11.2"), None),
        ("apps_per_10k", luton, "Cafcass", second, Decimal("10.4"), "[p]"),
        ("apps_per_10k", "England", "Cafcass", first, Decimal("10.9"), None),
        ("apps_per_10k", "England", "Cafcass", second, Decimal("11.0"), None),
    }


def test_management_information_is_kept_apart_and_what_it_leaves_open_stays_out(
    database: "Database", service: ImportService, tmp_path: Path
) -> None:
    path = tmp_path / "information.csv"
    path.write_text(INFORMATION, encoding="utf-8")
    bring_in(database, service, path)

    april, said_by = date(2024, 4, 1), "HMCTS management information"
    assert held(database) == {
        ("pl_case_starts", "HUMB", said_by, april, Decimal(21), None),
        ("open_public", "HUMB", said_by, april, Decimal(188), None),
        ("pl_case_starts", "CLON", said_by, april, Decimal(51), None),
        ("open_public", "CLON", said_by, april, None, ".."),
        ("open_private", "CLON", said_by, april, Decimal(1210), None),
    }
    (line,) = service.imports()
    assert line.questions == ("Does “NA” mean that a figure is not available, or not applicable?",)
