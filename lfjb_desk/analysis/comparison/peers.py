"""One place beside others: limits, range and words, from figures that can be compared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from lfjb_desk.analysis.comparison import words
from lfjb_desk.analysis.comparison.funnel import (
    FEWEST,
    INNER,
    Counted,
    Counting,
    Funnel,
    curve,
    overdispersed,
    peer_range,
    pooled,
)
from lfjb_desk.analysis.trends import is_count
from lfjb_desk.domain.read_models.figures.comparison import (
    Blocked,
    ComparedPlace,
    ComparedStanding,
    Comparison,
    Method,
    Relation,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.places import PlaceKind

SMALL = 5
"""A figure that fewer cases stand behind is not shown."""
PERCENT = 100
NOTES = {
    law: f"Funnel limits: exact {law.value}, 99.8% and 95% (D. J. Spiegelhalter, 2005)"
    for law in Counting
}


@dataclass(frozen=True)
class ComparisonSubject:
    """What is compared: one measure in one period from one publisher."""

    measure: Measure
    start: date
    end: date
    period: str
    publisher: str
    own: tuple[PlaceKind, str]
    """The place that the comparison is for; those of its kind are its peers."""
    nation: str
    """The nation whose figure is the centre of a funnel, where it is held."""
    base_unit: str = ""
    """What the base counts, such as `disposals`; empty without a base."""
    kindred: int = 0
    """How many places of the kind there are, with a figure or without."""


def counting(measure: Measure) -> tuple[Counting, int] | None:
    """Return by which law a measure is judged and what a figure is out of; None for neither.

    A rate says what it is out of in its name: `Care applications per 10,000 children`.
    """
    if measure.unit == "%":
        return Counting.SHARE, PERCENT
    if measure.unit != "rate":
        return None
    _, _, after = measure.name.partition(" per ")
    number = after.split(" ")[0].replace(",", "")
    return (Counting.RATE, int(number)) if number.isdecimal() and int(number) else None


def withheld(place: ComparedPlace, measure: Measure) -> ComparedPlace:
    """Return a place without its figure where fewer than five cases stand behind it."""
    behind = [place.base]
    if is_count(measure):
        behind.append(place.value)
    law = counting(measure)
    if law is not None and place.value is not None and place.base is not None:
        behind.append((place.value * place.base / law[1]).quantize(Decimal(1)))
    if all(number is None or number >= SMALL for number in behind):
        return place
    return replace(place, value=None, base=None, hidden=True)


def compare(
    frame: ComparisonSubject, compared: Iterable[ComparedPlace], blocked: Sequence[Blocked]
) -> Comparison:
    """Return the comparison of a place with others, by the name of the place."""
    places = sorted(
        (withheld(place, frame.measure) for place in compared),
        key=lambda place: place.name.casefold(),
    )
    peers = [place for place in places if place.kind is frame.own[0] and place.value is not None]
    funnel = _funnel(frame, places, peers)
    plain = Comparison(
        measure=frame.measure,
        start=frame.start,
        end=frame.end,
        period=frame.period,
        publisher=frame.publisher,
        method=Method.NAMED,
        centre=None,
        centre_name="",
        places=tuple(places),
        blocked=tuple(blocked),
        kindred=frame.kindred,
    )
    made = (
        _by_range(plain, frame, peers)
        if funnel is None
        else _by_funnel(plain, frame, funnel, peers)
    )
    return replace(
        made,
        sentences=words.sentences(made, frame.own),
        limits=words.limits(made, frame.own, frame.base_unit),
    )


def _counted(place: ComparedPlace) -> Counted | None:
    if place.value is None or place.base is None:
        return None
    return Counted(place.value, place.base)


def _nation(frame: ComparisonSubject, places: Iterable[ComparedPlace]) -> Decimal | None:
    return next(
        (
            place.value
            for place in places
            if place.relation is Relation.NATION and place.name == frame.nation
        ),
        None,
    )


def _funnel(
    frame: ComparisonSubject, places: Sequence[ComparedPlace], peers: Sequence[ComparedPlace]
) -> Funnel | None:
    """Return the funnel of these places; None where none can be drawn."""
    law = counting(frame.measure)
    known = [peer for peer in map(_counted, peers) if peer is not None]
    if law is None or len(known) < FEWEST:
        return None
    nation = _nation(frame, places)
    centre = pooled(known) if nation is None else nation
    most = max(peer.value for peer in known)
    if centre is None or centre <= 0:
        return None
    if law[0] is Counting.SHARE and (centre >= law[1] or most > law[1]):
        return None
    return Funnel(centre, *law)


def _by_funnel(
    plain: Comparison, frame: ComparisonSubject, funnel: Funnel, peers: Sequence[ComparedPlace]
) -> Comparison:
    known = [peer for peer in map(_counted, peers) if peer is not None]
    judged = not overdispersed(funnel, known)
    places = tuple(
        _against(funnel, place, judged=judged) if place in peers else place
        for place in plain.places
    )
    bases = [peer.base for peer in known]
    nation = _nation(frame, plain.places)
    return replace(
        plain,
        method=Method.FUNNEL,
        centre=funnel.centre,
        centre_name=words.ALL_PEERS[frame.own[0]] if nation is None else frame.nation,
        places=places,
        note=NOTES[funnel.counting],
        curve=curve(funnel, bases),
        inner=curve(funnel, bases, INNER),
    )


def _against(funnel: Funnel, place: ComparedPlace, *, judged: bool) -> ComparedPlace:
    """Return a place with its limits and, where places may be judged, where it stands."""
    if place.value is None or place.base is None:
        return place
    low, high = funnel.limits(place.base)
    standing = ComparedStanding.INSIDE
    if not judged:
        standing = ComparedStanding.UNKNOWN
    elif place.value > high:
        standing = ComparedStanding.ABOVE
    elif place.value < low:
        standing = ComparedStanding.BELOW
    return replace(place, low=low, high=high, standing=standing)


def _by_range(
    plain: Comparison, frame: ComparisonSubject, peers: Sequence[ComparedPlace]
) -> Comparison:
    """Return the comparison with the range of at least half of all peers; fewer are only named.

    Figures of a few places, such as those that the press chose, are no range of all.
    """
    if 2 * len(peers) < frame.kindred:
        return plain
    spread = peer_range([peer.value for peer in peers if peer.value is not None])
    if spread is None:
        return plain
    return replace(
        plain,
        method=Method.RANGE,
        centre=spread.middle,
        centre_name="the middle of the peers",
        note="Peer range: the lowest, the middle half and the highest of the places compared",
        quartiles=(spread.quarter, spread.three_quarters),
    )
