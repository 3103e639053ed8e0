"""A place in a comparison is named by what it is to the one compared."""

import pytest

from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.comparison import Relation, relation_words


@pytest.mark.parametrize(
    ("relation", "kind", "words"),
    [
        (Relation.OWN, PlaceKind.AREA, "this area"),
        (Relation.OWN, PlaceKind.AUTHORITY, "this authority"),
        (Relation.OWN, PlaceKind.REGION, "this region"),
        (Relation.NATION, PlaceKind.NATION, "nation"),
        (Relation.REGION, PlaceKind.REGION, "region"),
        (Relation.NEIGHBOUR, PlaceKind.AREA, "chosen neighbour"),
        (Relation.OWN_AUTHORITY, PlaceKind.AUTHORITY, "authority of this area"),
        (Relation.OWN_AREA, PlaceKind.AREA, "area of this authority"),
        (Relation.SAME_AREA, PlaceKind.AUTHORITY, "authority of the same area"),
        (Relation.PEER, PlaceKind.AREA, "area"),
        (Relation.PEER, PlaceKind.AUTHORITY, "authority"),
        (Relation.PEER, PlaceKind.REGION, "region of the country"),
    ],
)
def test_a_relation_is_said_with_the_kind_of_place(
    relation: Relation, kind: PlaceKind, words: str
) -> None:
    assert relation_words(relation, kind) == words
