"""Invented series of every sort, the same ones at each run, and places to set them beside."""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from lfjb_desk.analysis.comparison import peers
from lfjb_desk.analysis.narrative.measure_narrative import tell
from lfjb_desk.analysis.spc import xmr
from lfjb_desk.analysis.spc.rules import RULE_SETS
from lfjb_desk.analysis.trends import (
    MONTHS,
    direction,
    month_start_later,
    period_end,
    period_words,
)
from lfjb_desk.domain.figures.figures import Measure, Polarity, Target
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.comparison import (
    Blocked,
    ComparedPlace,
    Comparison,
    Relation,
)
from lfjb_desk.domain.read_models.figures.provenance import CellSource
from lfjb_desk.domain.read_models.figures.series import (
    ActionMark,
    Frequency,
    Peer,
    Point,
    Series,
    SeriesKey,
    StepMark,
)
from tests.analysis.restating import status_of

UNITS = (
    ("weeks", 0),
    ("weeks", 1),
    ("%", 0),
    ("%", 1),
    ("%", 0),
    ("cases", 0),
    ("ratio", 2),
    ("rate", 1),
    ("days", 1),
)
SHAPES = ("noise", "shift", "trend", "spike", "flat", "wave", "jump", "nearly flat", "shift")
TOWARD = {Polarity.LOWER: "decrease", Polarity.HIGHER: "increase", Polarity.CONTEXT: "neutral"}
PLACE = "Northshire"


def invented(seed: int) -> Series:
    """Return the series of a number: its shape, length, gaps, target and the rest by chance."""
    chance = random.Random(seed)  # noqa: S311 - invented figures, not secrets
    unit, decimals = chance.choice(UNITS)
    measure = Measure(
        code=f"m{seed}",
        name="Wait for a hearing",
        definition="invented",
        unit=unit,
        decimals=decimals,
        polarity=chance.choice(list(Polarity)),
        source="invented",
    )
    frequency = chance.choice(
        (Frequency.MONTH, Frequency.QUARTER, Frequency.QUARTER, Frequency.YEAR)
    )
    points = _points(chance, SHAPES[seed % len(SHAPES)], decimals, frequency)
    target = _target(chance, measure)
    steps = _steps(chance, points)
    at = [
        next(n for n, point in enumerate(points, 1) if point.start >= step.starts) for step in steps
    ]
    before = points[-2].value if points[1:] else None
    way = direction(before, points[-1].value)
    peer = _peer(chance, points)
    control = xmr.chart(
        [point.value for point in points],
        direction=TOWARD[measure.polarity],
        target=(target.low, target.high) if target else None,
        rebase_index=at or None,
        rules=chance.choice(list(RULE_SETS)),
    )
    made = Series(
        measure=measure,
        place_kind=PlaceKind.AREA,
        place_code="NOSH",
        place=PLACE,
        series_key=SeriesKey("Ministry", frequency),
        points=points,
        peer=peer,
        target=target,
        direction=way,
        status=status_of(measure, points[-1].value, target, control),
        origin="Ministry",
        others=(),
        control=control,
        steps=steps,
        marks=_marks(chance, points),
    )
    return replace(made, narrative=tell(made))


def compared(series: Series, seed: int) -> Comparison | None:
    """Return the series beside invented areas, a nation and a region; None where it has no figure.

    Three comparisons in four have bases, so that shares are judged by a funnel.
    """
    chance = random.Random(seed)  # noqa: S311 - invented figures, not secrets
    now = series.latest
    if now.value is None:
        return None
    based, wide = seed % 4 != 1, chance.choice((2, 10, 40))
    centre = now.value * Decimal(chance.randint(60, 140)) / 100
    frame = peers.ComparisonSubject(
        measure=series.measure,
        start=now.start,
        end=now.end,
        period=period_words(series.series_key.frequency, now.start, now.end),
        publisher="Ministry",
        own=(PlaceKind.AREA, "NOSH"),
        nation="England",
        base_unit="disposals",
    )

    def place(kind: PlaceKind, code: str, relation: Relation, value: Decimal) -> ComparedPlace:
        base = Decimal(chance.randint(3, 400)) if based else None
        return ComparedPlace(kind, code, code, relation, max(Decimal(0), value), None, base)

    found = [
        place(
            PlaceKind.AREA,
            f"Area {n:02}",
            Relation.PEER,
            centre * chance.randint(100 - wide, 100 + wide) / 100,
        )
        for n in range(chance.choice((2, 12, 30)))
    ]
    found.append(place(PlaceKind.NATION, "England", Relation.NATION, centre))
    found.append(place(PlaceKind.REGION, "North", Relation.REGION, centre))
    own = ComparedPlace(
        PlaceKind.AREA,
        "NOSH",
        PLACE,
        Relation.OWN,
        now.value,
        None,
        Decimal(150) if based else None,
    )
    return peers.compare(frame, [*found, own], [Blocked("Area 99", "No figure is held.")])


def _points(
    chance: random.Random, shape: str, decimals: int, frequency: Frequency
) -> tuple[Point, ...]:
    many = chance.choice((1, 2, 5, 9, 13, 16, 24, 24, 32, 40))
    level, spread = chance.randint(20, 80), chance.choice((1, 3, 8))
    turn = chance.randint(0, many)
    first = month_start_later(date(2014, 4, 1), chance.randint(0, 12))
    found = []
    for number in range(many):
        start = month_start_later(first, number * MONTHS[frequency])
        end = period_end(frequency, start)
        value = _value(chance, shape, (number, turn, many), level, spread)
        exact = Decimal(repr(round(max(0.0, value), decimals + 1)))
        gap, marker = chance.random() < 0.06, None
        if gap:
            marker = chance.choice((None, "[c]", "[x]"))
        elif chance.random() < 0.1:
            marker = chance.choice(("[p]", "[r]", "[e]"))
        found.append(
            Point(
                start=start,
                end=end,
                label=f"period {number}",
                value=None if gap else exact,
                marker=marker,
                source=None
                if gap and marker is None
                else CellSource("invented.csv", "", f"B{number}", None),
                revised=not gap and chance.random() < 0.05,
            )
        )
    return tuple(found)


def _value(
    chance: random.Random, shape: str, when: tuple[int, int, int], level: int, spread: int
) -> float:
    number, turn, many = when
    noise = chance.gauss(0, spread)
    if shape == "flat":
        return level
    if shape == "nearly flat":
        return level + (1 if number == turn else 0)
    side, left = (1 if turn % 2 else -1), many - number
    moved = {
        "noise": 0.0,
        "shift": 1.5 * side if left <= 9 else 0.0,
        "trend": side * (2.2 - 0.55 * left) if left <= 8 else 0.0,
        "spike": 6.0 * side if left == 1 else 0.0,
        "wave": 2.0 * side if left <= 2 else 0.0,
        "jump": {1: 2.0 * side, 2: -2.0 * side}.get(left, 0.0),
    }[shape]
    quieter = 0.05 if shape in {"trend", "wave", "jump"} and left <= 8 else 1
    return level + moved * spread + noise * quieter


def _target(chance: random.Random, measure: Measure) -> Target | None:
    sort = chance.choice(("none", "low", "high", "both", "one"))
    low = Decimal(chance.randint(15, 85))
    high = low + chance.randint(1, 10)
    ends = {
        "none": None,
        "low": (low, None),
        "high": (None, high),
        "both": (low, high),
        "one": (low, low),
    }[sort]
    if ends is None:
        return None
    start = date(2014, 1, 1)
    return Target(measure_id=measure.id, low=ends[0], high=ends[1], starts=start, source="invented")


def _peer(chance: random.Random, points: tuple[Point, ...]) -> Peer | None:
    if chance.random() < 0.5:
        return None
    values = tuple(
        None if chance.random() < 0.1 else Decimal(chance.randint(5, 90)) for _ in points
    )
    return Peer("England", values, tuple(None for _ in points))


def _steps(chance: random.Random, points: tuple[Point, ...]) -> tuple[StepMark, ...]:
    if len(points) < 24 or chance.random() < 0.6:
        return ()
    start = points[chance.randint(3, len(points) - 3)].start
    return (StepMark(UUID(int=chance.getrandbits(128)), start, "the court moved house"),)


def _marks(chance: random.Random, points: tuple[Point, ...]) -> tuple[ActionMark, ...]:
    days = [chance.choice(points).end for _ in range(chance.choice((0, 0, 1, 2, 5)))]
    return tuple(
        ActionMark(UUID(int=number), f"NOSH-A-{number:03}", "An invented action", day)
        for number, day in enumerate(sorted(days), start=1)
    )
