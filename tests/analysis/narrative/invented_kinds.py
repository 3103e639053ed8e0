"""Series of the kinds that a board has, each by chance and the same ones at each run."""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from uuid import UUID

from lfjb_desk.analysis.spc import xmr
from lfjb_desk.analysis.trends import (
    MONTHS,
    begins_at,
    direction,
    is_count,
    month_start_later,
    period_end,
)
from lfjb_desk.domain.figures.figures import Measure, Polarity
from lfjb_desk.domain.read_models.figures.series import Frequency, Peer, Point, Series, StepMark
from tests.analysis.invented_series import TOWARD, invented
from tests.analysis.restating import restated

KINDS = (
    "stable",
    "trend",
    "step",
    "gap",
    "small counts",
    "few points",
    "markers",
    "ratios",
    "percentages",
    "sparse",
)
MEASURES = {
    "small counts": ("Final hearings vacated", "cases", 0),
    "ratios": ("Clearance ratio", "ratio", 2),
    "percentages": ("Heard in time", "%", 0),
    "few points": ("Care applications per 10,000 children", "rate", 1),
    "markers": ("Experts per case", "experts", 1),
    "sparse": ("Wait for a final hearing", "days", 1),
}
"""Name, unit and decimals of the measure of a kind; of the others the length of cases in weeks."""
Values = list[float | None]


def values_of(kind: str, seed: int) -> Values:
    """Return the figures of a kind, None for a period without one."""
    chance = random.Random(f"{kind} {seed}")  # noqa: S311 - invented figures, not secrets
    length = chance.choice((2, 3, 5, 8)) if kind == "few points" else chance.choice((14, 20, 28))
    level, spread = chance.choice(((40, 2), (30, 3), (60, 5)))
    values: Values = [chance.gauss(level, spread) for _ in range(length)]
    match kind:
        case "trend":
            way, steps = chance.choice((-1, 1)), chance.choice((3, 4, 6, 9))
            values[-steps:] = [level + way * spread * 0.7 * n for n in range(1, steps + 1)]
            values += [level] if chance.random() < 0.3 else []
        case "step":
            moved = chance.choice((-4, -1.2, 1.2, 4)) * spread
            last = chance.choice((1, 3, 8, 10))
            values[-last:] = [(value or 0) + moved for value in values[-last:]]
            values += [level] if chance.random() < 0.3 else []
        case "gap":
            at, wide = chance.randint(2, length - 2), chance.choice((2, 6))
            values[at:at] = [None] * wide
        case "small counts":
            mean = chance.choice((0.8, 2.5, 6))
            values = [float(_poisson(chance, mean)) for _ in range(length)]
            if chance.random() < 0.5:
                values[-8:] = [float(_poisson(chance, mean * 3)) for _ in range(8)]
        case "ratios":
            values = [round(chance.gauss(0.95, 0.06), 2) for _ in range(length)]
        case "markers":
            values = [None if chance.random() < 0.2 else chance.gauss(1.4, 0.2) for _ in values]
        case "sparse":
            values = [None if chance.random() < 0.6 else value for value in values]
    return values if any(value is not None for value in values) else [40.0]


def _poisson(chance: random.Random, mean: float) -> int:
    """Return a count of Poisson's law, by the arrivals within one unit of time."""
    count, time = 0, chance.expovariate(mean)
    while time < 1:
        count, time = count + 1, time + chance.expovariate(mean)
    return count


def measure_of(kind: str, seed: int) -> Measure:
    """Return the measure that a series of a kind is of; which way is better differs by seed."""
    name, unit, decimals = MEASURES.get(kind, ("Length of care cases", "weeks", seed % 2))
    return Measure(
        code=f"{kind.replace(' ', '_')}_{seed}",
        name=name,
        definition="invented",
        unit=unit,
        decimals=decimals,
        polarity=list(Polarity)[seed % 3],
        source="invented",
    )


def points_of(kind: str, seed: int) -> tuple[Point, ...]:
    """Return the points of a series of a kind: by month, quarter or year."""
    frequency = (Frequency.QUARTER, Frequency.MONTH, Frequency.YEAR)[seed % 3]
    decimals = measure_of(kind, seed).decimals
    found = []
    for place, value in enumerate(values_of(kind, seed)):
        start = month_start_later(date(2012, 4, 1), place * MONTHS[frequency])
        exact = None if value is None else Decimal(repr(round(max(0.0, value), decimals + 1)))
        whole = exact is not None and exact == exact.to_integral_value()
        found.append(
            Point(
                start=start,
                end=period_end(frequency, start),
                label=f"period {place}",
                value=exact.quantize(Decimal(1)) if whole and exact is not None else exact,
                marker="[c]" if value is None and kind == "markers" else None,
            )
        )
    return tuple(found)


@cache
def invented_of(kind: str, seed: int) -> Series:
    """Return the series of a kind and a number, told in words."""
    points, measure = points_of(kind, seed), measure_of(kind, seed)
    starts = [point.start for point in points]
    steps: tuple[StepMark, ...] = ()
    if kind == "step" and seed % 4 == 0:
        steps = (StepMark(UUID(int=seed), starts[len(starts) * 2 // 3], "A new list"),)
    at = [begins_at(starts, step.starts) for step in steps]
    control = xmr.chart(
        [point.value for point in points],
        direction=TOWARD[measure.polarity],
        rebase_index=[place + 1 for place in at if place is not None] or None,
        is_count=is_count(measure),
    )
    nation = Peer("England", tuple(Decimal(9) for _ in points), (None,) * len(points))
    before = points[-2].value if points[1:] else None
    return restated(
        replace(invented(0), target=None, marks=(), others=()),
        measure=measure,
        points=points,
        peer=nation if seed % 5 == 0 and not is_count(measure) else None,
        direction=direction(before, points[-1].value),
        control=control,
        steps=steps,
        series_key=replace(
            invented(0).series_key,
            frequency=(Frequency.QUARTER, Frequency.MONTH, Frequency.YEAR)[seed % 3],
        ),
    )
