"""Derived measures: worked out when asked for, never stored, with both cells named."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity, Snapshot
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.series import Frequency, Part, Series, SeriesKey
from lfjb_desk.services.figures.figures import FigureService

if TYPE_CHECKING:
    from tests.services.conftest import Board

TODAY = date(2026, 11, 23)
ENDS = {1: 31, 4: 30, 7: 30, 10: 31}
FILE = Snapshot(
    file_name="cases.csv",
    sha256="d" * 64,
    layout="invented",
    publisher="Ministry",
    imported_at=datetime(2026, 10, 1, tzinfo=UTC),
    read=1,
    new=1,
    unchanged=0,
    revised=0,
    refused=0,
)


def measure(code: str, unit: str = "cases", decimals: int = 0, formula: str = "") -> Measure:
    return Measure(
        code=code,
        name=code.capitalize(),
        definition="invented",
        unit=unit,
        decimals=decimals,
        polarity=Polarity.HIGHER,
        source="invented",
        formula=formula,
    )


CLOSED, STARTED = measure("closed"), measure("started")
CLEARANCE = measure("clearance", "ratio", 2, "closed / started")
PERCENT = measure("percent", "%", 1, "clearance * hundred")
HUNDRED, BOTH = measure("hundred"), measure("both", formula="closed + started")
ALL = (CLOSED, STARTED, CLEARANCE, PERCENT, HUNDRED, BOTH)


def observed(
    about: Measure,
    month: int,
    value: int | str | None,
    cell: str,
    publisher: str = "Ministry",
    place: tuple[PlaceKind, str] = (PlaceKind.AREA, "ESST"),
) -> Observation:
    return Observation(
        snapshot_id=FILE.id,
        measure_id=about.id,
        place_kind=place[0],
        place_code=place[1],
        place_label=place[1],
        period_start=date(2026, month, 1),
        period_end=date(2026, month + 2, ENDS[month]),
        period_label=f"2026 Q{month // 3 + 1}",
        value=None if value is None else Decimal(value),
        marker="[c]" if value is None else None,
        publisher=publisher,
        sheet="Cases",
        cell=cell,
    )


@pytest.fixture
def service(board: "Board") -> FigureService:
    facts = [Measure(**one.model_dump()) for one in ALL]
    rows = (*facts, Snapshot(**FILE.model_dump()))
    board.write(Change("Measures", tuple(added(row) for row in rows)))
    return FigureService(board.database)


def hold(board: "Board", *rows: Observation) -> None:
    board.write(Change("Figures", tuple(added(row) for row in rows)))


def clearance(service: FigureService, publisher: str | None = None) -> Series:
    series = service.series(CLEARANCE.id, PlaceKind.AREA, "ESST", TODAY, publisher=publisher)
    assert series is not None
    return series


def test_a_derived_series_stands_among_the_others_and_names_both_cells(
    board: "Board", service: FigureService
) -> None:
    hold(
        board,
        observed(CLOSED, 1, 90, "B2"),
        observed(STARTED, 1, 100, "C2"),
        observed(CLOSED, 4, 110, "B3"),
        observed(STARTED, 4, 100, "C3"),
    )
    found = {one.measure.code: one for one in service.for_area(board.area, TODAY)}
    assert set(found) == {"closed", "started", "clearance", "both"}
    series = found["clearance"]
    assert series == clearance(service)
    assert series.values == (Decimal("0.9"), Decimal("1.1"))
    assert series.series_key == SeriesKey("Worked out here (Ministry)", Frequency.QUARTER)
    assert series.parts == (Part("closed", "Closed"), Part("started", "Started"))
    assert series.latest.source_words == (
        "Closed (cases.csv, sheet Cases, cell B3) divided by "
        "Started (cases.csv, sheet Cases, cell C3)"
    )
    assert series.latest.observation_id is None
    assert series.source_words == f"Worked out here (Ministry): {series.latest.source_words}."
    assert (series.origin, series.imported) == ("Ministry", None)
    assert series.narrative.front.startswith("A ratio of 1.10, up from 0.90")
    assert found["closed"].parts == ()


def test_nothing_is_stored(board: "Board", service: FigureService) -> None:
    hold(board, observed(CLOSED, 1, 90, "B2"), observed(STARTED, 1, 100, "C2"))
    before = board.state()
    assert clearance(service).values == (Decimal("0.9"),)
    assert board.state() == before


def test_a_marker_in_a_part_is_a_marker_in_the_result(
    board: "Board", service: FigureService
) -> None:
    hold(
        board,
        observed(CLOSED, 1, None, "B2"),
        observed(STARTED, 1, 100, "C2"),
        observed(CLOSED, 4, 110, "B3"),
        observed(STARTED, 4, 0, "C3"),
    )
    points = clearance(service).points
    assert [(one.value, one.marker) for one in points] == [(None, "[x]"), (None, "[z]")]
    total = service.series(BOTH.id, PlaceKind.AREA, "ESST", TODAY)
    assert total is not None
    assert [(one.value, one.marker) for one in total.points] == [
        (None, "[partial: 100]"),
        (Decimal(110), None),
    ]


def test_a_part_that_lacks_leaves_a_gap(board: "Board", service: FigureService) -> None:
    hold(
        board,
        *(observed(CLOSED, month, 90, f"B{month}") for month in (1, 4, 7)),
        *(observed(STARTED, month, 100, f"C{month}") for month in (1, 7)),
    )
    assert clearance(service).values == (Decimal("0.9"), None, Decimal("0.9"))


def test_publishers_are_never_mixed_and_a_published_version_stands_beside(
    board: "Board", service: FigureService
) -> None:
    hold(
        board,
        observed(CLOSED, 1, 90, "B2"),
        observed(STARTED, 1, 100, "C2"),
        observed(STARTED, 1, 50, "D2", publisher="Council"),
        observed(CLEARANCE, 1, "0.95", "E2"),
    )
    own = clearance(service, "Worked out here (Ministry)")
    theirs = clearance(service, "Ministry")
    assert (own.values, theirs.values) == ((Decimal("0.9"),), (Decimal("0.95"),))
    assert theirs.parts == ()
    assert theirs.latest.observation_id is not None
    assert set(own.others) == {SeriesKey("Ministry", Frequency.QUARTER)}


def test_a_derived_measure_may_rest_on_another(board: "Board", service: FigureService) -> None:
    hold(
        board,
        observed(CLOSED, 1, 90, "B2"),
        observed(STARTED, 1, 100, "C2"),
        observed(HUNDRED, 1, 100, "D2"),
    )
    series = service.series(PERCENT.id, PlaceKind.AREA, "ESST", TODAY)
    assert series is not None
    assert series.values == (Decimal(90),)
    assert "Started (cases.csv, sheet Cases, cell C2)" in series.latest.source_words


def test_the_nation_is_worked_out_alike(board: "Board", service: FigureService) -> None:
    nation = (PlaceKind.NATION, "England")
    hold(
        board,
        observed(CLOSED, 1, 90, "B2"),
        observed(STARTED, 1, 100, "C2"),
        observed(CLOSED, 1, 880, "B9", place=nation),
        observed(STARTED, 1, 1000, "C9", place=nation),
    )
    peer = clearance(service).peer
    assert peer is not None
    assert (peer.name, peer.values) == ("England", (Decimal("0.88"),))


def test_a_revised_part_makes_a_revised_figure(board: "Board", service: FigureService) -> None:
    old, new = observed(CLOSED, 1, 90, "B2"), observed(CLOSED, 1, 95, "B7")
    old.current, new.replaces_id = False, old.id
    hold(board, old, new, observed(STARTED, 1, 100, "C2"))
    (point,) = clearance(service).points
    assert (point.value, point.revised) == (Decimal("0.95"), True)


def test_a_formula_is_checked_when_a_measure_is_added_or_changed(
    board: "Board", service: FigureService
) -> None:
    board.round_trip(service.add_measure(measure("backlog", formula="started - closed")))
    with pytest.raises(RuleError, match=r"cannot be read"):
        service.add_measure(measure("odd", formula="started and closed"))
    with pytest.raises(RuleError, match="names “gone”"):
        service.edit_measure(CLEARANCE.id, formula="closed / gone")
    with pytest.raises(RuleError, match="leads back to “closed”"):
        service.edit_measure(CLOSED.id, formula="clearance * started")
    with pytest.raises(RuleError, match="leads back to “closed”"):
        service.edit_measure(CLOSED.id, formula="closed * started")
    with pytest.raises(RuleError, match="code “gone”"):
        service.edit_measure(CLOSED.id, base="gone")
    with pytest.raises(RuleError, match="rests on the code “closed”"):
        service.edit_measure(CLOSED.id, code="shut")
    board.round_trip(service.edit_measure(PERCENT.id, code="share"))
    board.round_trip(service.edit_measure(CLEARANCE.id, formula="closed / started * 100"))
    board.round_trip(service.edit_measure(CLEARANCE.id, base="started"))
