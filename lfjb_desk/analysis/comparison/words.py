"""What a comparison of places says, in plain words: no ranks, no praise and no cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.analysis.trends import is_count
from lfjb_desk.domain.formatting import count, figure, listed, number
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
WHERE = {
    ComparedStanding.INSIDE: "within",
    ComparedStanding.ABOVE: "above",
    ComparedStanding.BELOW: "below",
}
"""On which side of its limits a place lies."""
SAID_BY_NAME = (Relation.NATION, Relation.OWN_AREA, Relation.REGION, Relation.NEIGHBOUR)
"""The places whose figures a sentence gives, in its order."""
MOST_NAMED = 3
"""So many places of one relation are named in a sentence."""


def sentences(made: Comparison, own: tuple[PlaceKind, str], base_unit: str) -> tuple[str, ...]:
    """Return what a comparison says of the place that it is for."""
    mine = next((place for place in made.places if (place.kind, place.code) == own), None)
    return (
        *_others(made),
        *_standing(made, mine, own[0], base_unit),
        *_limits_of_it(made, own[0]),
    )


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


def _standing(
    made: Comparison, mine: ComparedPlace | None, kind: PlaceKind, base_unit: str
) -> list[str]:
    if mine is None or mine.value is None:
        return []
    if made.method is Method.FUNNEL:
        return _in_funnel(made, mine, kind, base_unit)
    if made.method is Method.RANGE and made.quartiles is not None:
        low, high = made.quartiles
        where = "within"
        if mine.value > high:
            where = "above"
        elif mine.value < low:
            where = "below"
        ends = _between(made, low, high, mine.value)
        places = count(_peers(made, kind), ONE[kind], MANY[kind])
        return [
            f"The middle half of the {places} compared is {ends}.",
            f"{mine.name}, at {_figure(made, mine.value)}, lies {where} it.",
        ]
    return [f"Too few {MANY[kind]} have a figure that can be compared for a range to be given."]


def _in_funnel(made: Comparison, mine: ComparedPlace, kind: PlaceKind, base_unit: str) -> list[str]:
    if mine.value is None or mine.base is None or mine.low is None or mine.high is None:
        return [f"What the figure of {mine.name} is out of is not known, so it is not judged."]
    if mine.standing is ComparedStanding.UNKNOWN:
        return [f"The {MANY[kind]} differ by more than chance allows, so none is judged by limits."]
    ends = _between(made, mine.low, mine.high, mine.value)
    size = f"{number(mine.base)} {base_unit}".strip()
    where = WHERE[mine.standing]
    sentences = [f"{mine.name}, at {_figure(made, mine.value)}, lies {where} the limits."]
    sentences.append(f"For {size} the limits are {ends}, about {_figure(made, made.centre)}.")
    if mine.standing is not ComparedStanding.INSIDE:
        far = "high" if mine.standing is ComparedStanding.ABOVE else "low"
        sentences.append(f"By chance alone no more than 1 {ONE[kind]} in 1,000 would lie so {far}.")
    return sentences


def _between(made: Comparison, low: Decimal, high: Decimal, mine: Decimal) -> str:
    """Return two ends in words, finer where a figure beyond an end would else look like it."""
    decimals = made.measure.decimals
    for end in (low, high):
        if end != mine and number(end, decimals) == number(mine, decimals):
            decimals = made.measure.decimals + 1
    return f"{number(low, decimals)} to {figure(high, made.measure.unit, decimals)}"


def _peers(made: Comparison, kind: PlaceKind) -> int:
    return sum(place.kind is kind and place.value is not None for place in made.places)


def _limits_of_it(made: Comparison, kind: PlaceKind) -> list[str]:
    """Return how far the comparison can be trusted."""
    sentences = []
    if made.method is Method.FUNNEL:
        judged = [place for place in made.places if place.standing is not ComparedStanding.UNKNOWN]
        outside = sum(place.standing is not ComparedStanding.INSIDE for place in judged)
        if judged:
            places = count(len(judged), ONE[kind], MANY[kind])
            sentences.append(f"Of {places} judged, {outside or 'none'} lies outside its limits.")
            if outside > 1:
                sentences[-1] = f"Of {places} judged, {outside} lie outside their limits."
    elif made.method is Method.RANGE and is_count(made.measure):
        sentences.append(
            f"The {MANY[kind]} differ in size, so a count says nothing of how one does."
        )
    hidden = sum(place.hidden for place in made.places)
    if hidden:
        verb = "is" if hidden == 1 else "are"
        sentences.append(
            f"{count(hidden, 'figure').capitalize()} {verb} not shown: "
            "fewer than five cases stand behind."
        )
    return sentences
