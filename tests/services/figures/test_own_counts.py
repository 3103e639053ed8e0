"""Counts of an area's own authorities: shown with their periods, and not compared."""

from lfjb_desk.domain.places import PlaceKind
from tests.services.figures.test_comparison import EARLIER, World, every, world

__all__ = ["world"]


def test_the_counts_of_own_authorities_stand_with_their_periods_and_unranked(world: World) -> None:
    def council(number: int) -> tuple[PlaceKind, str]:
        return PlaceKind.AUTHORITY, f"E{number}"

    world.hold("closed", every(200))
    world.hold("closed", {council(0): 18, council(2): 3}, publisher="Publisher not stated")
    world.hold("closed", {council(1): 28}, EARLIER)
    made = world.compare("closed")
    assert made is not None
    told = {one.name: (one.figure, one.period, one.reason) for one in made.blocked}
    apart = "A count is not compared with that of a larger or a smaller kind of place."
    assert told["Council 0"] == ("18 cases", "April to June 2026", apart)
    assert told["Council 1"] == (
        "28 cases",
        "January to March 2026",
        "Its newest figure is for January to March 2026, not for April to June 2026.",
    )
    assert told["Council 2"] == ("under 5, not shown", "April to June 2026", apart)
    assert told["Council 3"] == ("", "", "No figure is held.")
    names = [one.name for one in made.blocked]
    assert names == sorted(names)


def test_an_older_count_is_the_newest_of_its_publisher_where_another_has_a_newer(
    world: World,
) -> None:
    council: dict[tuple[PlaceKind, str], int | str | None] = {(PlaceKind.AUTHORITY, "E1"): 28}
    world.hold("closed", every(200))
    world.hold("closed", council, EARLIER)
    world.hold("closed", {(PlaceKind.AUTHORITY, "E1"): 66}, publisher="Publisher not stated")
    made = world.compare("closed")
    assert made is not None
    (told,) = [one for one in made.blocked if one.name == "Council 1"]
    assert told.reason == (
        "Its newest figure of this publisher is for January to March 2026, "
        "not for April to June 2026. "
        "Publisher not stated has 66 cases for April to June 2026."
    )
