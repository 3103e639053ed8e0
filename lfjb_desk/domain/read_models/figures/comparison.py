"""A place beside others, as a screen or a paper shows it: fairly or, with a reason, not at all."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lfjb_desk.domain.figures.figures import Measure
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.provenance import Provenance


class Method(StrEnum):
    """How places are compared."""

    FUNNEL = "funnel limits"
    """A share or a rate against limits that widen where few cases stand behind it."""
    RANGE = "peer range"
    """The lowest, the middle half and the highest of the places that can be compared."""
    NAMED = "places by name"
    """Too few places for limits or a range: each stands by its name alone."""


class ComparedStanding(StrEnum):
    """Where a place stands against the limits, without a word on good or bad."""

    INSIDE = "as expected"
    ABOVE = "above the limits"
    BELOW = "below the limits"
    UNKNOWN = "not judged"


class Relation(StrEnum):
    """What a place in a comparison is to the one that is compared."""

    OWN = "own"
    """The place itself."""
    NATION = "nation"
    REGION = "region"
    """The region that the area or authority lies in."""
    NEIGHBOUR = "neighbour"
    """An area that the board has chosen to be compared with."""
    OWN_AUTHORITY = "own authority"
    """An authority of the area."""
    OWN_AREA = "own area"
    """An area that the authority lies in."""
    SAME_AREA = "same area"
    """Another authority of an area that the authority lies in."""
    PEER = "peer"
    """Any other place of the same kind."""


def relation_words(relation: Relation, kind: PlaceKind) -> str:
    """Return what a place of a kind is to the one compared: `this area`, `chosen neighbour`."""
    if relation is Relation.OWN:
        return f"this {kind.value}"
    if relation is Relation.PEER:
        return "region of the country" if kind is PlaceKind.REGION else kind.value
    words = {
        Relation.NEIGHBOUR: "chosen neighbour",
        Relation.OWN_AUTHORITY: "authority of this area",
        Relation.OWN_AREA: "area of this authority",
        Relation.SAME_AREA: "authority of the same area",
    }
    return words.get(relation, relation.value)


@dataclass(frozen=True)
class ComparedPlace:
    """One place in a comparison; places keep their order by name, never by figure."""

    kind: PlaceKind
    code: str
    name: str
    relation: Relation
    value: Decimal | None
    marker: str | None
    base: Decimal | None = None
    """What the share or rate is out of, where it is known."""
    low: Decimal | None = None
    high: Decimal | None = None
    """Limits for a place of this base; None where nothing is judged."""
    standing: ComparedStanding = ComparedStanding.UNKNOWN
    hidden: bool = False
    """Whether the figure is withheld because fewer than five cases stand behind it; value, base
    and limits are None then."""
    source: Provenance | None = None
    """Where the figure was read; None without one."""


@dataclass(frozen=True)
class Blocked:
    """A place that cannot be compared, and why, in a sentence."""

    name: str
    reason: str
    figure: str = ""
    """The newest figure that is held of it all the same, with its unit; it is not compared."""
    period: str = ""
    """The period of that figure."""


@dataclass(frozen=True)
class Comparison:
    """One measure in one period from one publisher, place beside place."""

    measure: Measure
    start: date
    end: date
    period: str
    publisher: str
    method: Method
    centre: Decimal | None
    """The nation's figure or, for a range, the middle of the peers."""
    centre_name: str
    places: tuple[ComparedPlace, ...]
    blocked: tuple[Blocked, ...]
    curve: tuple[tuple[Decimal, Decimal, Decimal], ...] = ()
    """For a funnel: base, lower limit, upper limit (99.8%), by rising base."""
    inner: tuple[tuple[Decimal, Decimal, Decimal], ...] = ()
    """For a funnel: the same for the 95% limits, which are drawn but judge nothing."""
    note: str = ""
    """How the limits or the range are worked out; stands beneath the chart."""
    quartiles: tuple[Decimal, Decimal] | None = None
    """For a range: where the middle half of the peers begins and ends."""
    sentences: tuple[str, ...] = ()
    """What the comparison says, in plain words; no ranks."""
    kindred: int = 0
    """How many places of the kind there are, with a figure or without."""
    limits: tuple[str, ...] = ()
    """What its limits are and how many places lie outside, for where its chart is shown."""
