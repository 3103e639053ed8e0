"""A board that knows better than the reference facts which authorities are in its area."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.services.collection.collection import CollectService
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.governance.area_authorities import AreaAuthorityService
from lfjb_desk.services.governance.people import PeopleService
from lfjb_desk.services.governance.setup import SetupService
from lfjb_desk.services.places import PlaceService
from lfjb_desk.services.reference import ReferenceService

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.store.engine.database import Database

REFERENCE = Path(__file__).parents[3] / "db" / "reference"
TODAY = date(2026, 11, 23)
SOURCE = "Trailblazer articles, 2024"


@pytest.fixture
def area(database: Database) -> UUID:
    """Central London, of which the reference facts name ten authorities, the articles twelve."""
    facts = ReferenceService(database, REFERENCE).load()
    assert facts is not None
    database.apply(facts)
    database.apply(SetupService(database).set_up("CLON", TODAY))
    return PlaceService(database).area("CLON").id


@pytest.fixture
def authorities(database: Database) -> AreaAuthorityService:
    return AreaAuthorityService(database)


def test_an_authority_that_is_added_is_known_to_figures_collections_and_members(
    database: Database, area: UUID, authorities: AreaAuthorityService
) -> None:
    croydon = next(each for each in authorities.outside(area) if each.name == "Croydon")
    assert len(authorities.inside(area)) == 10
    change = authorities.add(area, croydon.id, SOURCE)
    database.apply(change)
    assert [each.authority.name for each in authorities.inside(area) if each.by_board] == [
        "Croydon"
    ]
    assert croydon in FigureService(database).authorities(area)
    assert croydon in CollectService(database, REFERENCE).authorities(area)
    bodies = PeopleService(database).organisations()
    assert "Croydon" in {row.organisation.name for row in bodies}
    assert ReferenceService(database, REFERENCE).load() is None  # nothing is brought twice
    with pytest.raises(RuleError, match="Croydon is in Central London already"):
        authorities.add(area, croydon.id, SOURCE)
    database.apply(change.inverse())
    assert len(authorities.inside(area)) == 10


def test_what_the_board_added_is_taken_out_and_what_the_facts_name_is_not(
    database: Database, area: UUID, authorities: AreaAuthorityService
) -> None:
    croydon = next(each for each in authorities.outside(area) if each.name == "Croydon")
    database.apply(authorities.add(area, croydon.id, SOURCE))
    out = authorities.take_out(area, croydon.id)
    database.apply(out)
    assert croydon not in FigureService(database).authorities(area)
    database.apply(out.inverse())
    assert croydon in FigureService(database).authorities(area)
    camden = authorities.inside(area)[0].authority
    with pytest.raises(RuleError, match="by the reference facts"):
        authorities.take_out(area, camden.id)


def test_nobody_adds_an_authority_without_saying_where_that_comes_from(
    area: UUID, authorities: AreaAuthorityService
) -> None:
    croydon = next(each for each in authorities.outside(area) if each.name == "Croydon")
    with pytest.raises(RuleError, match="Where it comes from"):
        authorities.add(area, croydon.id, " ")


def test_only_authorities_of_the_nation_are_offered(
    area: UUID, authorities: AreaAuthorityService
) -> None:
    assert {each.nation for each in authorities.outside(area)} == {"England"}
