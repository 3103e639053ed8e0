"""The invented local figures of the sample: what they show, and that nobody can take them for real.

Each kind of thing that a chart can say is there, so that the first ten minutes show it.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from lfjb_desk.domain.common.publishers import INVENTED
from lfjb_desk.domain.figures.figures import Measure, Observation
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.series import Series
from lfjb_desk.domain.read_models.figures.status import Judgement, TargetVerdict, Welcome
from lfjb_desk.importers.figures import Figure
from lfjb_desk.services.collection.collection import CollectService
from lfjb_desk.services.collection.items import read_items
from lfjb_desk.services.collection.totals import totals
from lfjb_desk.services.figures.series import NamedPlace, load
from lfjb_desk.services.places import PlaceService
from lfjb_desk.services.reference import ReferenceService
from lfjb_desk.services.sample.sample import SampleService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.sqlite import memory_engine
from lfjb_desk.store.queries.lookup import everything

ROOT = Path(__file__).parents[3]
FACTS = ROOT / "db" / "reference"
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def sampled() -> Iterator[Database]:
    """A database with the reference facts and the sample board."""
    engine = memory_engine()
    SQLModel.metadata.create_all(engine)
    database = Database(engine)
    facts = ReferenceService(database, FACTS).load()
    assert facts is not None
    database.apply(facts)
    database.apply(SampleService(database, ROOT / "resources" / "sample", FACTS).build(TODAY))
    yield database
    database.close()


def of_place(database: Database, place: NamedPlace) -> dict[str, Series]:
    return {series.measure.code: series for series in load(database, place, TODAY)}


@pytest.fixture(scope="module")
def area(sampled: Database) -> dict[str, Series]:
    return of_place(sampled, NamedPlace(PlaceKind.AREA, "ESST", "Essex and Suffolk"))


def invented(database: Database) -> list[Observation]:
    with database.session() as session:
        return [row for row in everything(session, Observation) if row.publisher == INVENTED]


def test_there_are_sixteen_quarters_of_the_area_and_its_authorities(sampled: Database) -> None:
    rows = invented(sampled)
    starts = {row.period_start for row in rows}

    assert len(starts) == 16
    assert max(row.period_end for row in rows) == date(2026, 9, 30)
    assert {row.place_kind for row in rows} == {PlaceKind.AREA, PlaceKind.AUTHORITY}
    assert len({row.place_code for row in rows}) == 5


def test_a_signal_for_better_and_one_for_worse_stand_on_the_charts(area: dict[str, Series]) -> None:
    better, worse = area["guardian_alloc_days"].status, area["open_over_26"].status

    assert (better.judgement, better.welcome) == (Judgement.SIGNAL, Welcome.BETTER)
    assert (worse.judgement, worse.welcome) == (Judgement.SIGNAL, Welcome.WORSE)


def test_a_step_has_its_reason_and_no_signal_after_it(area: dict[str, Series]) -> None:
    listing = area["listing_fh_weeks"]

    assert [step.reason for step in listing.steps] == [
        "Listing began to keep days free for long final hearings"
    ]
    assert listing.status.signal is None
    assert listing.control is not None
    assert len(listing.control.phases) == 2


def test_a_target_is_missed(area: dict[str, Series]) -> None:
    assert area["cmh_in_time_pct"].status.target is TargetVerdict.NOT_MET


def test_a_gap_stays_a_gap_and_a_marker_a_marker(area: dict[str, Series]) -> None:
    points = area["experts_per_case"].points

    assert len(points) == 16
    assert [point.marker for point in points if point.value is None] == [None, None, "[x]"]


def test_other_measures_vary_as_usual(area: dict[str, Series]) -> None:
    for code in ("preproc_duration", "issued_via_plo_pct", "issue_to_cmh_days"):
        assert area[code].status.judgement is Judgement.NO_CHANGE, code


def test_the_cases_of_the_area_are_those_of_its_authorities(sampled: Database) -> None:
    rows = [
        row
        for row in invented(sampled)
        if row.period_start < date(2026, 7, 1) and row.measure_id == _id(sampled, "open_over_26")
    ]
    for start in {row.period_start for row in rows}:
        here = [row for row in rows if row.period_start == start]
        whole = next(row.value for row in here if row.place_kind is PlaceKind.AREA)
        parts = [row.value for row in here if row.place_kind is PlaceKind.AUTHORITY]
        assert sum(value or Decimal(0) for value in parts) == whole


def _id(database: Database, code: str) -> object:
    return of_place(database, NamedPlace(PlaceKind.AREA, "ESST", ""))[code].measure.id


def test_one_return_of_the_last_collection_is_missing_and_overdue(sampled: Database) -> None:
    collect, here = CollectService(sampled, FACTS), PlaceService(sampled).area("ESST")
    (row,) = collect.collections(here.id, TODAY)
    matrix = collect.matrix(row.collection.id, TODAY)
    back = {standing.authority: standing.returned for standing in matrix.standings}

    assert (row.returned, row.authorities, row.late) == (3, 4, 1)
    assert [name for name, returned in back.items() if not returned] == ["Thurrock"]


def test_each_return_adds_up(sampled: Database) -> None:
    items = {item.measure: item for item in read_items(FACTS)}
    rows = [row for row in invented(sampled) if row.place_kind is PlaceKind.AUTHORITY]
    with sampled.session() as session:
        codes = {measure.id: measure.code for measure in everything(session, Measure)}
    newest = [row for row in rows if row.period_end == date(2026, 9, 30)]
    returned = {row.place_label for row in newest if codes[row.measure_id].startswith("coll_")}
    assert returned == {"Essex", "Southend-on-Sea", "Suffolk"}
    for place in returned:
        figures = [
            Figure(
                measure_code=codes[row.measure_id],
                place_label=row.place_label,
                place_hint="",
                place_kind="authority",
                period_label=row.period_label,
                period_start=row.period_start,
                period_end=row.period_end,
                value=row.value,
                marker=row.marker,
                sheet=row.sheet,
                cell=row.cell,
            )
            for row in newest
            if row.place_label == place and codes[row.measure_id] in items
        ]
        assert {figure.measure_code for figure in figures} == set(items)
        assert list(totals(figures, items)) == []
