"""Places: the areas to choose from, and what a published name means."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.places import Confidence, PlaceKind
from lfjb_desk.services.places import PlaceService, Resolver
from lfjb_desk.services.reference import ReferenceService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.sqlite import memory_engine

ROOT = Path(__file__).parents[2]
FCSQ = ROOT / "../shared/samples/fcsq_dfj_and_regional_adoption_2011Q1-2021Q2.csv"
DOUBTFUL = {
    "Batley & Dewsbury",
    "Caernarfon DFJ",
    "Cardiff DFJ",
    "Carmarthen & Dinefwr",
    "Exeter DFJ",
    "Oxford DFJ",
    "Plymouth DFJ",
    "Wrexham DFJ",
}
"""The spellings of the real FCSQ file that the user must settle."""


@pytest.fixture(scope="module")
def places() -> Iterator[PlaceService]:
    """The places of the reference data; the tests here only read."""
    engine = memory_engine()
    SQLModel.metadata.create_all(engine)
    database = Database(engine)
    change = ReferenceService(database, ROOT / "db" / "reference").load()
    assert change is not None
    database.apply(change)
    yield PlaceService(database)
    database.close()


@pytest.fixture(scope="module")
def resolver(places: PlaceService) -> Resolver:
    return places.resolver()


def test_the_chooser_lists_the_areas_with_their_authorities(places: PlaceService) -> None:
    areas = places.areas()
    assert len(areas) == 43
    assert places.choices() == [(area.id, area.name) for area in areas]
    essex = next(area for area in areas if area.code == "ESST")
    assert essex.name == "Essex and Suffolk"
    assert essex.region == "South East"
    assert essex.trailblazer
    assert essex.courts == ("Chelmsford",)
    assert [each.name for each in essex.authorities] == [
        "Essex",
        "Southend-on-Sea",
        "Suffolk",
        "Thurrock",
    ]


def test_durham_lies_in_two_areas(places: PlaceService) -> None:
    parts = {
        (area.code, each.part)
        for area in places.areas()
        for each in area.authorities
        if each.name == "County Durham"
    }
    assert parts == {("CLSD", "southern part"), ("NOND", "northern part")}


def test_a_doubtful_link_says_why(places: PlaceService) -> None:
    links = [each for area in places.areas() for each in area.authorities]
    doubtful = {each.name: each for each in links if each.confidence is not Confidence.HIGH}
    central = {each.name for each in places.area("CLON").authorities}
    assert len(central) == 10  # of which the articles count twelve
    assert set(doubtful) - central == {
        "Bridgend",
        "Buckinghamshire",
        "Lincolnshire",
        "Oxfordshire",
        "Powys",
        "Rutland",
    }
    assert central < set(doubtful)
    assert all(each.note for each in doubtful.values())
    assert doubtful["Rutland"].confidence is Confidence.LOW


def test_the_five_trailblazers_are_marked(places: PlaceService) -> None:
    marked = {area.code for area in places.areas() if area.trailblazer}
    assert marked == {"CLON", "LIV", "ESST", "GFORD", "WOLV"}


def test_an_area_is_found_by_its_code_in_any_case(places: PlaceService) -> None:
    assert places.area(" esst ").name == "Essex and Suffolk"


def test_an_unknown_code_is_refused_in_a_sentence(places: PlaceService) -> None:
    with pytest.raises(RuleError, match="no DFJ area with the code “NOPE”"):
        places.area("NOPE")


def test_the_profile_of_essex_and_suffolk_has_its_baseline(places: PlaceService) -> None:
    told = " ".join(passage.text for passage in places.profile("ESST"))
    assert "55 weeks" in told
    assert "44 weeks" in told
    assert "7 section 31 applications per 10,000 children" in told
    assert "9.2" in told
    assert places.profile("TRURO") == []


@pytest.mark.parametrize(
    ("label", "kind", "code"),
    [
        ("Chelmsford DFJ", PlaceKind.AREA, "ESST"),
        ("Essex & Suffolk", PlaceKind.AREA, "ESST"),
        ("ESSEX_AND_SUFFOLK", PlaceKind.AREA, "ESST"),
        ("Birmingham DJF", PlaceKind.AREA, "BHAM"),
        ("birmingham dfj", PlaceKind.AREA, "BHAM"),
        ("Central Family Court", PlaceKind.AREA, "CLON"),
        ("Kingston-upon-Hull DFJ", PlaceKind.AREA, "HUMB"),
        ("York", PlaceKind.AREA, "NYORK"),
        ("York", PlaceKind.AUTHORITY, "E06000014"),
        ("Cheshire and Merseyside", None, "LIV"),
        ("St Helens", None, "E08000013"),
        ("Bristol, City of", None, "E06000023"),
        ("E10000012", None, "E10000012"),
        ("E08000016", None, "E08000038"),
        ("SOUTH EAST", PlaceKind.REGION, "South East"),
        ("Wales", PlaceKind.NATION, "Wales"),
        ("England & Wales", None, "England and Wales"),
    ],
)
def test_a_plain_spelling_is_known(
    resolver: Resolver, label: str, kind: PlaceKind | None, code: str
) -> None:
    match = resolver.resolve(label, kind)
    assert (match.state, match.code) == ("known", code)
    assert match.kind is match.candidates[0].kind


def test_a_name_of_two_places_is_ambiguous_and_names_both(resolver: Resolver) -> None:
    match = resolver.resolve("York")
    assert (match.state, match.kind, match.code) == ("ambiguous", None, "")
    assert {each.name for each in match.candidates} == {"North Yorkshire", "York"}


def test_a_doubtful_name_brings_its_candidate_and_the_reason(resolver: Resolver) -> None:
    match = resolver.resolve("Cardiff DFJ", PlaceKind.AREA, "FCSQ")
    assert (match.state, match.kind, match.code) == ("doubtful", None, "")
    assert [each.name for each in match.candidates] == ["South East Wales"]
    assert "2014 Q2" in match.candidates[0].note


def test_a_council_that_was_divided_is_doubtful_between_its_successors(
    resolver: Resolver,
) -> None:
    match = resolver.resolve("Cumbria", PlaceKind.AUTHORITY)
    assert match.state == "doubtful"
    assert {each.name for each in match.candidates} == {"Cumberland", "Westmorland and Furness"}


def test_the_spelling_of_the_publisher_itself_counts_first(resolver: Resolver) -> None:
    assert resolver.resolve("Wrexham").state == "doubtful"
    assert resolver.resolve("Wrexham", publisher="ONS").code == "W06000006"


def test_a_name_nobody_uses_is_unknown(resolver: Resolver) -> None:
    match = resolver.resolve("Atlantis DFJ", PlaceKind.AREA, "FCSQ")
    assert (match.state, match.candidates) == ("unknown", ())


@pytest.mark.skipif(not FCSQ.exists(), reason="the real FCSQ file is not beside the project")
def test_every_spelling_of_the_real_file_is_known_or_listed_as_doubtful(
    resolver: Resolver,
) -> None:
    with FCSQ.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    states = {
        name: resolver.resolve(name, PlaceKind.AREA, "FCSQ").state
        for name in {line["dfj_new"] for line in lines}
    }
    assert {name for name, state in states.items() if state != "known"} == DOUBTFUL
    assert {states[name] for name in DOUBTFUL} == {"doubtful"}
    known = [resolver.resolve(name, PlaceKind.AREA, "FCSQ").code for name in states]
    kept = [code for code in known if code]
    assert len(kept) == len(set(kept)), "two spellings of one publisher would clash in one area"
    regions = {line["region"] for line in lines}
    assert {resolver.resolve(name, PlaceKind.REGION, "FCSQ").state for name in regions} == {"known"}
