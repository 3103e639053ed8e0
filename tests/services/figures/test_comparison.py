"""A place beside others: fairly, or with a reason not at all."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity, Snapshot
from lfjb_desk.domain.places import (
    AreaAuthority,
    Confidence,
    DfjArea,
    LocalAuthority,
    PlaceKind,
)
from lfjb_desk.domain.read_models.figures.comparison import (
    ComparedPlace,
    ComparedStanding,
    Comparison,
    Method,
    Relation,
)
from lfjb_desk.services.figures.comparison import CompareService
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.figures.narratives import NarrativeService
from lfjb_desk.store.engine.database import Database

TODAY = date(2026, 11, 23)
QUARTER = (date(2026, 4, 1), date(2026, 6, 30))
EARLIER = (date(2026, 1, 1), date(2026, 3, 31))
YEAR = (date(2025, 7, 1), date(2026, 6, 30))
AREAS = 43


def measure(
    code: str, unit: str, decimals: int = 0, name: str = "", base: str = "", formula: str = ""
) -> Measure:
    return Measure(
        code=code,
        name=name or code.capitalize(),
        definition="invented",
        unit=unit,
        decimals=decimals,
        polarity=Polarity.HIGHER,
        source="invented",
        base=base,
        formula=formula,
    )


MEASURES = {
    one.code: one
    for one in (
        measure("share", "%", base="closed", name="Finished in time"),
        measure("closed", "cases"),
        measure("started", "cases"),
        measure("weeks", "weeks", 1),
        measure("clearance", "ratio", 2, formula="closed / started"),
        measure("rate", "rate", 1, name="Applications per 10,000 children", base="children"),
        measure("children", "children"),
    )
}


@dataclass
class World:
    """43 invented areas in five regions, two of them with authorities, and one file of figures."""

    database: Database
    areas: list[DfjArea]
    file: Snapshot

    def hold(
        self,
        code: str,
        values: dict[tuple[PlaceKind, str], int | str | None],
        period: tuple[date, date] = QUARTER,
        publisher: str = "Ministry",
    ) -> None:
        rows = [
            Observation(
                snapshot_id=self.file.id,
                measure_id=MEASURES[code].id,
                place_kind=kind,
                place_code=place,
                place_label=place,
                period_start=period[0],
                period_end=period[1],
                period_label="2026 Q2",
                value=None if value is None else Decimal(value),
                marker="[c]" if value is None else None,
                publisher=publisher,
                sheet="Table",
                cell=f"B{number}",
            )
            for number, ((kind, place), value) in enumerate(values.items(), start=2)
        ]
        self.database.apply(Change("Figures", tuple(added(row) for row in rows)))

    def compare(
        self, code: str, kind: PlaceKind = PlaceKind.AREA, place: str = "A00"
    ) -> Comparison | None:
        series = FigureService(self.database).series(MEASURES[code].id, kind, place, TODAY)
        assert series is not None
        return CompareService(self.database).beside(series, TODAY)


def every(value: int | str) -> dict[tuple[PlaceKind, str], int | str | None]:
    return {(PlaceKind.AREA, f"A{number:02}"): value for number in range(AREAS)}


def place(made: Comparison | None, name: str) -> ComparedPlace:
    assert made is not None
    return next(one for one in made.places if one.name == name)


def reasons(made: Comparison | None) -> dict[str, str]:
    assert made is not None
    return {one.name: one.reason for one in made.blocked}


@pytest.fixture
def world(database: Database) -> World:
    areas = [
        DfjArea(
            code=f"A{number:02}",
            name=f"Area {number:02}",
            region=f"Region {number % 5}",
            nation="England",
            courts="",
            source="invented",
        )
        for number in range(AREAS)
    ]
    bodies = [
        LocalAuthority(
            gss_code=f"E{number}", name=f"Council {number}", nation="England", source="x"
        )
        for number in range(8)
    ]
    links = [
        AreaAuthority(
            area_id=areas[number // 4].id,
            authority_id=body.id,
            confidence=Confidence.HIGH,
            source="x",
        )
        for number, body in enumerate(bodies)
    ]
    file = Snapshot(
        file_name="shares.csv",
        sha256="b" * 64,
        layout="invented",
        publisher="Ministry",
        imported_at=datetime(2026, 10, 1, tzinfo=UTC),
        read=1,
        new=1,
        unchanged=0,
        revised=0,
        refused=0,
    )
    copies = [Measure(**one.model_dump()) for one in MEASURES.values()]
    rows = (*areas, *bodies, *links, *copies, file)
    database.apply(Change("A world", tuple(added(row) for row in rows)))
    return World(database, areas, file)


def test_a_share_is_judged_by_limits_that_suit_its_base(world: World) -> None:
    world.hold("share", every(36) | {(PlaceKind.AREA, "A00"): 60})
    world.hold("closed", every(200))
    world.hold("share", {(PlaceKind.NATION, "England and Wales"): 36})
    made = world.compare("share")
    assert made is not None
    assert (made.method, made.centre, made.centre_name) == (
        Method.FUNNEL,
        Decimal(36),
        "England and Wales",
    )
    assert [one.name for one in made.places] == sorted(one.name for one in made.places)
    own = place(made, "Area 00")
    assert (own.relation, own.standing, own.base) == (
        Relation.OWN,
        ComparedStanding.ABOVE,
        Decimal(200),
    )
    assert own.source is not None
    assert own.source.words == "shares.csv, sheet Table, cell B2"
    assert place(made, "Area 07").standing is ComparedStanding.INSIDE
    assert made.sentences == (
        "In April to June 2026: England and Wales 36%.",
        "Area 00, at 60%, is higher than chance alone allows.",
        "By chance no more than 1 area in 1,000 would lie so high.",
    )
    assert made.limits == (
        "For 200 cases the limits are 26% to 47%, about 36%.",
        "Of 43 areas judged, 1 lies outside its limits.",
    )
    assert made.note.startswith("Funnel limits: exact binomial")
    assert made.curve
    assert made.inner


def test_figures_that_few_cases_stand_behind_are_not_shown(world: World) -> None:
    few: dict[tuple[PlaceKind, str], int | str | None] = {
        (PlaceKind.AREA, "A01"): 4,
        (PlaceKind.AREA, "A02"): 12,
    }
    world.hold("share", every(36) | {(PlaceKind.AREA, "A02"): 25})
    world.hold("closed", every(200) | few)
    made = world.compare("share")
    for name in ("Area 01", "Area 02"):
        hidden = place(made, name)
        assert (hidden.hidden, hidden.value, hidden.base, hidden.low) == (True, None, None, None)
    assert made is not None
    assert made.sentences[-1] == (
        "2 figures are left out of the comparison: fewer than five cases stand behind each."
    )
    counts = world.compare("closed")
    assert place(counts, "Area 01").hidden
    assert not place(counts, "Area 02").hidden
    assert counts is not None
    assert counts.quartiles == (Decimal(200), Decimal(200))


def test_areas_that_differ_by_more_than_chance_are_not_judged(world: World) -> None:
    spread: dict[tuple[PlaceKind, str], int | str | None] = {
        (PlaceKind.AREA, f"A{number:02}"): 10 + 80 * (number % 2) for number in range(AREAS)
    }
    world.hold("share", spread)
    world.hold("closed", every(200))
    made = world.compare("share")
    assert made is not None
    assert {one.standing for one in made.places} == {ComparedStanding.UNKNOWN}
    assert "none is judged" in " ".join(made.sentences)
    assert made.centre_name == "all areas with a figure"


def test_without_a_base_the_peers_give_a_range(world: World) -> None:
    values: dict[tuple[PlaceKind, str], int | str | None] = {
        (PlaceKind.AREA, f"A{number:02}"): 30 + number for number in range(AREAS)
    }
    world.hold("weeks", values)
    made = world.compare("weeks")
    assert made is not None
    assert (made.method, made.centre) == (Method.RANGE, Decimal(51))
    assert made.quartiles == (Decimal("40.5"), Decimal("61.5"))
    assert made.sentences == (
        "Area 00, at 30.0 weeks, is in the lowest quarter of the 43 areas compared.",
        "The middle half of them is 40.5 to 61.5 weeks.",
    )


def test_a_range_needs_half_of_the_areas_and_fewer_stand_by_name(world: World) -> None:
    half = AREAS // 2 + 1
    some = dict(list(every(40).items())[: half - 1])
    world.hold("weeks", some)
    named = world.compare("weeks")
    assert named is not None
    assert (named.method, named.quartiles) == (Method.NAMED, None)
    assert len([one for one in named.places if one.value is not None]) == half - 1
    some_of_all = f"Only {half - 1} of the {AREAS} areas have a figure that can be compared"
    assert named.sentences == (f"{some_of_all}, so they stand by name and no range is given.",)
    world.hold("weeks", {(PlaceKind.AREA, f"A{half - 1:02}"): 41})
    ranged = world.compare("weeks")
    assert ranged is not None
    assert ranged.method is Method.RANGE


def test_what_cannot_be_compared_is_named_with_its_reason(world: World) -> None:
    service = CompareService(world.database)
    chosen = [world.areas[number].id for number in (3, 4, 5, 6)]
    world.database.apply(service.set_neighbours(world.areas[0].id, chosen))
    missing = {(PlaceKind.AREA, f"A0{number}") for number in (4, 5, 6, 8)}
    values = {key: value for key, value in every(40).items() if key not in missing}
    world.hold("weeks", values | {(PlaceKind.AREA, "A03"): None})
    world.hold("weeks", {(PlaceKind.AREA, "A04"): 41}, EARLIER)
    world.hold("weeks", {(PlaceKind.AREA, "A05"): 41}, publisher="Cafcass")
    world.hold("weeks", {(PlaceKind.AREA, "A06"): 41}, YEAR)
    world.hold("weeks", {(PlaceKind.REGION, "Region 0"): 42}, EARLIER, publisher="Cafcass")
    made = world.compare("weeks")
    differs = "Published by Cafcass, not by Ministry; they may count differently"
    found = reasons(made)
    assert found["Area 03"] == "Published as [c]."
    assert found["Area 04"] == (
        "The newest figure is for January to March 2026, not for April to June 2026."
    )
    assert differs in found["Area 05"]
    assert found["Area 06"] == "Held for each year, not for each quarter."
    assert differs in found["Region 0"]
    assert found["England"] == "No figure is held."
    assert found["1 other area"] == "No figure of this publisher is held for this period."
    assert "Council 0" in found


def test_a_count_is_set_beside_places_of_its_own_kind_alone(world: World) -> None:
    world.hold("closed", every(200) | {(PlaceKind.NATION, "England"): 8600})
    made = world.compare("closed")
    assert reasons(made)["England"].startswith("A count is not compared")
    assert "Region 0" not in reasons(made), "a count that nobody holds is no loss"
    assert made is not None
    assert made.sentences[-1] == (
        "The areas differ in size, so a count says nothing of how one does."
    )


def test_a_derived_measure_is_compared_from_the_same_publisher(world: World) -> None:
    world.hold("closed", every(90) | {(PlaceKind.NATION, "England"): 3870})
    world.hold("started", every(100) | {(PlaceKind.NATION, "England"): 4300})
    made = world.compare("clearance")
    assert made is not None
    assert made.publisher == "Worked out here (Ministry)"
    assert (made.method, made.centre) == (Method.RANGE, Decimal("0.9"))
    assert place(made, "England").value == Decimal("0.9")
    source = place(made, "Area 01").source
    assert source is not None
    assert source.words == (
        "Closed (shares.csv, sheet Table, cell B3) divided by "
        "Started (shares.csv, sheet Table, cell B3)"
    )
    assert reasons(made)["Region 0"] == "No figure is held."


def test_a_rate_is_judged_by_what_its_name_says_it_is_out_of(world: World) -> None:
    world.hold("rate", every(9))
    world.hold("children", every(50_000))
    made = world.compare("rate")
    assert made is not None
    assert made.method is Method.FUNNEL
    assert "exact Poisson" in made.note


def test_an_authority_stands_beside_those_of_its_area(world: World) -> None:
    values = {(PlaceKind.AUTHORITY, f"E{number}"): 40 + number for number in range(7)}
    world.hold("weeks", {**values, (PlaceKind.AREA, "A00"): 41})
    made = world.compare("weeks", PlaceKind.AUTHORITY, "E0")
    assert made is not None
    relations = {one.name: one.relation for one in made.places}
    assert relations["Council 0"] is Relation.OWN
    assert relations["Council 1"] is Relation.SAME_AREA
    assert relations["Council 4"] is Relation.PEER
    assert relations["Area 00"] is Relation.OWN_AREA
    assert reasons(made)["1 other authority"]


def test_a_region_stands_beside_other_regions_and_a_nation_beside_nobody(world: World) -> None:
    values = {(PlaceKind.REGION, f"Region {number}"): 40 + number for number in range(5)}
    world.hold("weeks", {**values, (PlaceKind.NATION, "England"): 42})
    made = world.compare("weeks", PlaceKind.REGION, "Region 1")
    assert made is not None
    assert (made.method, len(made.places)) == (Method.RANGE, 6)
    assert world.compare("weeks", PlaceKind.NATION, "England") is None


def test_too_few_places_give_no_range_and_no_figure_no_comparison(world: World) -> None:
    world.hold("weeks", {(PlaceKind.AREA, "A00"): 40, (PlaceKind.AREA, "A01"): 41})
    world.hold("rate", {(PlaceKind.AREA, "A00"): None})
    made = world.compare("weeks")
    assert made is not None
    assert made.method is Method.NAMED
    assert made.sentences[0].startswith("Too few areas")
    assert world.compare("rate") is None


def test_a_period_that_has_not_ended_is_not_compared(world: World) -> None:
    world.hold("weeks", every(40))
    world.hold("weeks", every(41), (date(2026, 10, 1), date(2026, 12, 31)))
    made = world.compare("weeks")
    assert made is not None
    assert made.period == "April to June 2026"
    series = FigureService(world.database).series(
        MEASURES["weeks"].id, PlaceKind.AREA, "A00", TODAY
    )
    assert series is not None
    told = NarrativeService(world.database).for_series(series, made, TODAY)
    assert "The newest period that can be compared is April to June 2026." in told.more


def test_neighbours_are_chosen_changed_and_refused_in_words(world: World) -> None:
    service = CompareService(world.database)
    own, *others = [one.id for one in world.areas]
    world.database.apply(service.set_neighbours(own, others[:2]))
    assert [one.name for one in service.neighbours(own)] == ["Area 01", "Area 02"]
    world.database.apply(service.set_neighbours(own, others[1:3]))
    assert [one.name for one in service.neighbours(own)] == ["Area 02", "Area 03"]
    with pytest.raises(RuleError, match="nothing would change"):
        service.set_neighbours(own, others[1:3])
    with pytest.raises(RuleError, match="its own neighbour"):
        service.set_neighbours(own, [own])
    with pytest.raises(RuleError, match="not known"):
        service.set_neighbours(own, [world.file.id])
    with pytest.raises(RuleError, match="at most 10"):
        service.set_neighbours(own, others[:11])
