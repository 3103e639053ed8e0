"""What a comparison of places says, in plain words: no ranks, no praise and no cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.analysis.comparison.funnel import FEWEST
from lfjb_desk.analysis.trends import is_count
from lfjb_desk.domain.formatting import beside, count, figure, listed, number
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.comparison import (
    ComparedPlace,
    ComparedStanding,
    Comparison,
    Method,
    Relation,
)

if TYPE_CHECKING:
    from decimal import Decimal

ONE = {
    PlaceKind.AREA: "area",
    PlaceKind.AUTHORITY: "authority",
    PlaceKind.REGION: "region",
    PlaceKind.NATION: "nation",
}
MANY = {
    PlaceKind.AREA: "areas",
    PlaceKind.AUTHORITY: "authorities",
    PlaceKind.REGION: "regions",
    PlaceKind.NATION: "nations",
}
ALL_PEERS = {kind: f"all {plural} with a figure" for kind, plural in MANY.items()}
SAID_BY_NAME = (Relation.NATION, Relation.OWN_AREA, Relation.REGION, Relation.NEIGHBOUR)
"""The places whose figures a sentence gives, in its order."""
MOST_NAMED = 3
"""So many places of one relation are named in a sentence."""


def sentences(made: Comparison, own: tuple[PlaceKind, str]) -> tuple[str, ...]:
    """Return what a comparison says of the place that it is for."""
    return (*_others(made), *_standing(made, _own(made, own), own[0]), *_caution(made, own[0]))


def limits(made: Comparison, own: tuple[PlaceKind, str], base_unit: str) -> tuple[str, ...]:
    """Return what the limits are for a place, and how many places lie outside theirs."""
    judged = [place for place in made.places if place.standing is not ComparedStanding.UNKNOWN]
    if made.method is not Method.FUNNEL or not judged:
        return ()
    statements = []
    mine, kind = _own(made, own), own[0]
    if mine and mine.value is not None and mine.base and mine.low is not None and mine.high:
        ends = _between(made, mine.low, mine.high, mine.value)
        size = f"{number(mine.base)} {base_unit}".strip()
        statements.append(f"For {size} the limits are {ends}, about {_figure(made, made.centre)}.")
    outside = sum(place.standing is not ComparedStanding.INSIDE for place in judged)
    places = count(len(judged), ONE[kind], MANY[kind])
    lie = "lie outside their limits" if outside > 1 else "lies outside its limits"
    statements.append(f"Of {places} judged, {outside or 'none'} {lie}.")
    return tuple(statements)


def _own(made: Comparison, own: tuple[PlaceKind, str]) -> ComparedPlace | None:
    return next((place for place in made.places if (place.kind, place.code) == own), None)


def _figure(made: Comparison, value: Decimal | None) -> str:
    return figure(value, made.measure.unit, made.measure.decimals)


def _others(made: Comparison) -> list[str]:
    """Return the figures of nation, region and chosen neighbours for the same period."""
    named = []
    for relation in SAID_BY_NAME:
        places = [
            place for place in made.places if place.relation is relation and place.value is not None
        ]
        if len(places) <= MOST_NAMED:
            named += [f"{place.name} {_figure(made, place.value)}" for place in places]
    return [f"In {made.period}: {listed(named)}."] if named else []


def _standing(made: Comparison, mine: ComparedPlace | None, kind: PlaceKind) -> list[str]:
    if mine is None or mine.value is None:
        return []
    if made.method is Method.FUNNEL:
        return _in_funnel(made, mine, kind)
    if made.method is Method.RANGE and made.quartiles is not None:
        low, high = made.quartiles
        places = count(_peers(made, kind), ONE[kind], MANY[kind])
        own = f"{mine.name}, at {_figure(made, mine.value)}, is"
        return [
            f"{own} {_in_range(made, low, high, mine.value)} of the {places} compared.",
            f"The middle half of them is {_range(made, low, high, made.measure.decimals)}.",
        ]
    peers = _peers(made, kind)
    if peers >= FEWEST and 2 * peers < made.kindred:
        some = f"{peers} of the {made.kindred} {MANY[kind]} have a figure that can be compared"
        return [f"Only {some}, so they stand by name and no range is given."]
    return [f"Too few {MANY[kind]} have a figure that can be compared for a range to be given."]


def _in_range(made: Comparison, low: Decimal, high: Decimal, mine: Decimal) -> str:
    """Return where a figure lies in a range; what looks like the end of a quarter is about that."""
    if low <= mine <= high:
        return "in the middle half"
    end, quarter = (low, "lowest") if mine < low else (high, "highest")
    decimals = made.measure.decimals
    is_about = number(end, decimals) == number(mine, decimals)
    return f"about the same as the {quarter} quarter" if is_about else f"in the {quarter} quarter"


def _in_funnel(made: Comparison, mine: ComparedPlace, kind: PlaceKind) -> list[str]:
    if mine.value is None or mine.base is None or mine.low is None or mine.high is None:
        return [f"What the figure of {mine.name} is out of is not known, so it is not judged."]
    if mine.standing is ComparedStanding.UNKNOWN:
        return [f"The {MANY[kind]} differ by more than chance allows, so none is judged by limits."]
    own = f"{mine.name}, at {_figure(made, mine.value)}, is"
    if mine.standing is ComparedStanding.INSIDE:
        return [f"{own} within what chance alone allows."]
    far = "high" if mine.standing is ComparedStanding.ABOVE else "low"
    return [
        f"{own} {far}er than chance alone allows.",
        f"By chance no more than 1 {ONE[kind]} in 1,000 would lie so {far}.",
    ]


def _between(made: Comparison, low: Decimal, high: Decimal, mine: Decimal) -> str:
    """Return two ends in words, finer where a figure beyond an end would else look like it."""
    decimals = made.measure.decimals
    for end in (low, high):
        if end != mine and number(end, decimals) == number(mine, decimals):
            decimals = made.measure.decimals + 1
    return _range(made, low, high, decimals)


def _range(made: Comparison, low: Decimal, high: Decimal, decimals: int) -> str:
    """Return two ends in words: `23% to 38%`, `17 to 31 cases`."""
    unit = made.measure.unit
    return f"{figure(low, beside(unit), decimals)} to {figure(high, unit, decimals)}"


def _peers(made: Comparison, kind: PlaceKind) -> int:
    return sum(place.kind is kind and place.value is not None for place in made.places)


def _caution(made: Comparison, kind: PlaceKind) -> list[str]:
    """Return how far the comparison can be trusted."""
    statements = []
    if made.method is Method.RANGE and is_count(made.measure):
        statements.append(
            f"The {MANY[kind]} differ in size, so a count says nothing of how one does."
        )
    hidden = sum(place.hidden for place in made.places)
    if hidden:
        verb, each = ("is", "it") if hidden == 1 else ("are", "each")
        statements.append(
            f"{count(hidden, 'figure').capitalize()} {verb} left out of the comparison: "
            f"fewer than five cases stand behind {each}."
        )
    return statements
