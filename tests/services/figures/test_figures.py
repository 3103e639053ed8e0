"""Figures of an area as a board reads them: series, gaps, targets and where each came from."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity, Snapshot
from lfjb_desk.domain.figures.targets import NATION, TargetPlace
from lfjb_desk.domain.places import (
    AreaAuthority,
    Confidence,
    LocalAuthority,
    PlaceKind,
)
from lfjb_desk.domain.read_models.figures.series import Direction, Frequency, SeriesKey
from lfjb_desk.domain.read_models.figures.status import TargetVerdict
from lfjb_desk.services.figures.figures import FigureService

if TYPE_CHECKING:
    from tests.services.conftest import Board

TODAY = date(2026, 11, 23)
WEEKS = Measure(
    code="s31_mean_weeks",
    name="Length of care cases",
    definition="Mean weeks from issue to disposal.",
    unit="weeks",
    polarity=Polarity.LOWER,
    source="invented",
)
QUARTERS = {
    1: (date(2026, 1, 1), date(2026, 3, 31)),
    2: (date(2026, 4, 1), date(2026, 6, 30)),
    3: (date(2026, 7, 1), date(2026, 9, 30)),
}
FILE = Snapshot(
    file_name="durations.xlsx",
    sha256="a" * 64,
    layout="Duration history",
    publisher="Cafcass",
    imported_at=datetime(2026, 11, 4, tzinfo=UTC),
    read=3,
    new=3,
    unchanged=0,
    revised=0,
    refused=0,
)


def observed(quarter: int, value: int | None, cell: str = "B4", **other: object) -> Observation:
    start, end = QUARTERS[quarter]
    values: dict[str, object] = {
        "snapshot_id": FILE.id,
        "measure_id": WEEKS.id,
        "place_kind": PlaceKind.AREA,
        "place_code": "ESST",
        "place_label": "Essex",
        "period_start": start,
        "period_end": end,
        "period_label": f"2026 Q{quarter}",
        "value": None if value is None else Decimal(value),
        "publisher": "Cafcass",
        "sheet": "Table",
        "cell": cell,
    }
    return Observation.model_validate(values | other)


def nation(quarter: int, value: int, name: str = "England") -> Observation:
    return observed(quarter, value, place_kind=PlaceKind.NATION, place_code=name)


@pytest.fixture
def service(board: "Board") -> FigureService:
    rows = (Measure(**WEEKS.model_dump()), Snapshot(**FILE.model_dump()))
    board.write(Change("A measure and a file", tuple(added(row) for row in rows)))
    return FigureService(board.database)


def hold(board: "Board", *rows: Observation) -> None:
    board.write(Change("Figures", tuple(added(row) for row in rows)))


def test_an_area_without_figures_has_no_series(board: "Board", service: FigureService) -> None:
    assert service.for_area(board.area, TODAY) == ()
    assert service.series(WEEKS.id, PlaceKind.AREA, "ESST", TODAY) is None


def test_the_words_say_what_moved_and_call_no_single_step_good_or_bad(
    board: "Board", service: FigureService
) -> None:
    hold(board, observed(1, 48), observed(2, 46), nation(2, 41))
    board.write(
        service.set_target(WEEKS.id, NATION, None, Decimal(26), date(2014, 4, 1), "statute")
    )
    (series,) = service.for_area(board.area, TODAY)
    assert series.direction is Direction.DOWN
    assert series.narrative.front == (
        "46 weeks, down from 48: two figures cannot show a trend; England 41"
    )
    assert series.narrative.more == (
        "The newest figure is for April to June 2026.",
        "The target of at most 26 weeks is not met: the figure is 20 weeks above it.",
    )
    assert series.narrative.note == ("Too few to judge: fewer than 9 figures in a row.",)
    assert series.source_words == (
        "Cafcass: durations.xlsx, sheet Table, cell B4, imported 4 November 2026."
    )
    assert (series.latest.value, series.before) == (Decimal(46), series.points[0])


def test_a_period_that_lacks_is_a_gap_and_not_a_nought(
    board: "Board", service: FigureService
) -> None:
    hold(board, observed(1, 48), observed(3, 46), nation(1, 40))
    (series,) = service.for_area(board.area, TODAY)
    assert series.values == (Decimal(48), None, Decimal(46))
    gap = series.points[1]
    assert (gap.label, gap.source_words, gap.observation_id) == ("April to June 2026", "", None)
    assert series.direction is Direction.UNKNOWN
    assert series.peer is not None
    assert series.peer.values == (Decimal(40), None, None)


def test_a_suppressed_figure_is_told_by_its_marker(board: "Board", service: FigureService) -> None:
    hold(board, observed(1, 48), observed(2, None, marker="[c]"))
    (series,) = service.for_area(board.area, TODAY)
    assert series.narrative.front == (
        "No figure for April to June 2026; the last was 48 weeks, in January to March 2026"
    )
    assert series.narrative.more == ("[c] means kept back so that nobody can be recognised.",)


def test_a_single_figure_says_only_what_it_is(board: "Board", service: FigureService) -> None:
    hold(board, observed(1, 48))
    (series,) = service.for_area(board.area, TODAY)
    assert series.narrative.front == "48 weeks in January to March 2026, the only figure so far"
    assert (series.before, series.peer, series.target) == (None, None, None)


def test_publishers_and_rhythms_are_never_merged(board: "Board", service: FigureService) -> None:
    year = observed(
        1, 47, period_start=date(2025, 4, 1), period_end=date(2026, 3, 31), period_label="2025-26"
    )
    hold(board, observed(1, 48), observed(2, 46), observed(2, 44, publisher="FCSQ"), year)
    (best,) = service.for_area(board.area, TODAY)
    assert best.series_key == SeriesKey("Cafcass", Frequency.QUARTER)
    assert set(best.others) == {
        SeriesKey("FCSQ", Frequency.QUARTER),
        SeriesKey("Cafcass", Frequency.YEAR),
    }
    other = service.series(WEEKS.id, PlaceKind.AREA, "ESST", TODAY, publisher="FCSQ")
    assert other is not None
    assert other.values == (Decimal(44),)
    yearly = service.series(WEEKS.id, PlaceKind.AREA, "ESST", TODAY, frequency=Frequency.YEAR)
    assert yearly is not None
    assert yearly.narrative.front == "47 weeks in the year to March 2026, the only figure so far"
    assert service.series(WEEKS.id, PlaceKind.AREA, "ESST", TODAY, publisher="Else") is None


def test_the_nation_falls_back_to_england_and_wales(board: "Board", service: FigureService) -> None:
    hold(board, observed(1, 48), nation(1, 42, "England and Wales"))
    (series,) = service.for_area(board.area, TODAY)
    assert series.peer is not None
    assert (series.peer.name, series.peer.values) == ("England and Wales", (Decimal(42),))


def test_authorities_regions_and_nations_have_series_too(
    board: "Board", service: FigureService
) -> None:
    body = LocalAuthority(gss_code="E10000029", name="Suffolk", nation="England", source="x")
    link = AreaAuthority(
        area_id=board.area, authority_id=body.id, confidence=Confidence.HIGH, source="x"
    )
    board.write(Change("An authority", (added(body), added(link))))
    hold(
        board,
        observed(1, 50, place_kind=PlaceKind.AUTHORITY, place_code="E10000029"),
        observed(1, 45, place_kind=PlaceKind.REGION, place_code="East"),
        nation(1, 41),
    )
    assert [one.name for one in service.authorities(board.area)] == ["Suffolk"]
    told = {}
    for kind, code in (
        (PlaceKind.AUTHORITY, "E10000029"),
        (PlaceKind.REGION, "East"),
        (PlaceKind.NATION, "England"),
    ):
        series = service.series(WEEKS.id, kind, code, TODAY)
        assert series is not None
        told[series.place] = series.peer.name if series.peer else None
    assert told == {"Suffolk": "England", "East": "England", "England": None}


def test_figures_about_a_place_that_is_not_known_are_still_shown(
    board: "Board", service: FigureService
) -> None:
    hold(
        board,
        observed(1, 50, place_code="GONE"),
        observed(1, 50, place_kind=PlaceKind.AUTHORITY, place_code="E0"),
        observed(1, 50, place_kind=PlaceKind.REGION, place_code="Nowhere"),
    )
    for kind, code in (
        (PlaceKind.AREA, "GONE"),
        (PlaceKind.AUTHORITY, "E0"),
        (PlaceKind.REGION, "Nowhere"),
    ):
        series = service.series(WEEKS.id, kind, code, TODAY)
        assert series is not None
        assert series.place == code


def test_a_figure_is_held_against_the_target_of_its_own_period(
    board: "Board", service: FigureService
) -> None:
    """A target that begins after the newest period is no target of it, in no place."""
    hold(board, observed(1, 29))
    board.write(
        service.set_target(WEEKS.id, NATION, None, Decimal(26), date(2026, 4, 1), "statute")
    )
    (series,) = service.for_area(board.area, TODAY)
    assert (series.target, series.aims) == (None, (None,))
    assert series.status.target is TargetVerdict.NO_TARGET
    board.write(service.set_target(WEEKS.id, NATION, None, Decimal(30), date(2026, 3, 31), "board"))
    (series,) = service.for_area(board.area, TODAY)
    assert series.target is series.aims[-1]
    assert series.status.target is TargetVerdict.MET


def test_the_areas_own_target_goes_before_the_national_one(
    board: "Board", service: FigureService
) -> None:
    hold(board, observed(1, 29))
    start = date(2026, 3, 31)
    board.write(service.set_target(WEEKS.id, NATION, None, Decimal(26), start, "statute"))
    own = service.set_target(
        WEEKS.id, TargetPlace(area_id=board.area), Decimal(26), Decimal(30), start, "board"
    )
    board.round_trip(own)
    (series,) = service.for_area(board.area, TODAY)
    assert series.narrative.more[-1] == "The target of 26 to 30 weeks is met."
    (earlier,) = service.for_area(board.area, date(2026, 3, 1))
    assert earlier.target is None


def test_a_target_of_an_authority_holds_there_and_nowhere_else(
    board: "Board", service: FigureService
) -> None:
    bodies = [
        LocalAuthority(gss_code=f"E1000000{place}", name=name, nation="England", source="x")
        for place, name in enumerate(("Essex", "Suffolk"))
    ]
    board.write(Change("Two authorities", tuple(added(body) for body in bodies)))
    essex, suffolk = (
        observed(1, 29, place_kind=PlaceKind.AUTHORITY, place_code=body.gss_code) for body in bodies
    )
    hold(board, observed(1, 29), essex, suffolk)
    places = (NATION, TargetPlace(area_id=board.area), TargetPlace(authority_id=bodies[0].id))
    ends = (Decimal(26), Decimal(28), Decimal(30))
    for place, high in zip(places, ends, strict=True):
        made = service.set_target(WEEKS.id, place, None, high, date(2026, 1, 1), "board")
        board.round_trip(made)

    def held_against(kind: PlaceKind, code: str) -> tuple[Decimal | None, str]:
        series = service.series(WEEKS.id, kind, code, TODAY)
        assert series is not None
        assert series.target is not None
        return series.target.high, series.narrative.more[-1]

    met = "The target of at most 30 weeks is met."
    assert held_against(PlaceKind.AUTHORITY, "E10000000") == (Decimal(30), met)
    assert held_against(PlaceKind.AREA, "ESST")[0] == Decimal(28)
    assert held_against(PlaceKind.AUTHORITY, "E10000001")[0] == Decimal(26)


def test_targets_are_changed_and_removed(board: "Board", service: FigureService) -> None:
    board.write(
        service.set_target(
            WEEKS.id, TargetPlace(area_id=board.area), None, Decimal(30), date(2026, 4, 1), "board"
        )
    )
    (target,) = service.targets(WEEKS.id)
    board.round_trip(service.edit_target(target.id, high=Decimal(28)))
    board.round_trip(service.remove_target(target.id))
    assert service.targets(WEEKS.id) == []


@pytest.mark.parametrize(
    ("low", "high", "ends", "source", "reason"),
    [
        (None, None, None, "board", "lower end, an upper end or both"),
        (3, 2, None, "board", "cannot be above"),
        (None, 2, date(2026, 1, 1), "board", "starts on 1 April 2026 cannot end before"),
        (None, 2, None, " ", "where the target comes from"),
    ],
)
def test_a_target_that_makes_no_sense_is_refused(
    board: "Board",
    service: FigureService,
    low: int | None,
    high: int | None,
    ends: date | None,
    source: str,
    reason: str,
) -> None:
    with pytest.raises(RuleError, match=reason):
        service.set_target(
            WEEKS.id,
            NATION,
            None if low is None else Decimal(low),
            None if high is None else Decimal(high),
            date(2026, 4, 1),
            source,
            ends,
        )


def test_measures_are_added_and_reworded(board: "Board", service: FigureService) -> None:
    mine = Measure(
        code="local",
        name="Local count",
        definition="",
        unit="cases",
        polarity=Polarity.CONTEXT,
        source="our own",
    )
    board.round_trip(service.add_measure(mine))
    assert [one.name for one in service.measures()] == ["Length of care cases", "Local count"]
    with pytest.raises(RuleError, match="already a measure with the code local"):
        service.add_measure(mine)
    board.round_trip(service.edit_measure(mine.id, name="Count of our own"))
    with pytest.raises(RuleError, match="needs a code and a name"):
        service.edit_measure(mine.id, name=" ")
    with pytest.raises(RuleError, match="no longer there"):
        service.edit_measure(uuid4(), name="x")


def test_a_series_of_odd_periods_has_no_gaps(board: "Board", service: FigureService) -> None:
    odd = observed(1, 48, period_start=date(2026, 1, 5), period_end=date(2026, 2, 3))
    later = observed(1, 47, period_start=date(2026, 9, 1), period_end=date(2026, 9, 13))
    hold(board, odd, later)
    (series,) = service.for_area(board.area, TODAY)
    assert series.series_key.frequency is Frequency.OTHER
    assert series.values == (Decimal(48), Decimal(47))
    assert "1 September 2026 to 13 September 2026" in series.narrative.more[0]


def test_an_area_that_is_gone_is_told(service: FigureService) -> None:
    with pytest.raises(RuleError, match="no longer there"):
        service.for_area(uuid4(), TODAY)


def test_all_measures_of_any_place_come_by_name(board: "Board", service: FigureService) -> None:
    hold(board, observed(1, 46), nation(1, 40), nation(2, 41))
    (found,) = service.for_place(PlaceKind.NATION, "England", TODAY)
    assert [point.value for point in found.points] == [Decimal(40), Decimal(41)]
    assert service.for_place(PlaceKind.NATION, "Wales", TODAY) == ()
