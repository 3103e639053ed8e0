"""Targets: which end binds, and the words in which every screen, sentence and paper says one."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from lfjb_desk.domain.figures.figures import Measure, Polarity, Target
from lfjb_desk.domain.formatting import beside, figure, half_up


@dataclass(frozen=True)
class TargetPlace:
    """Where a target may hold: in an area, or for one authority; with neither in the nation."""

    name: str = ""
    area_id: UUID | None = None
    authority_id: UUID | None = None

    @property
    def id(self) -> UUID | None:
        """The area or the authority; None for the nation."""
        return self.authority_id or self.area_id


NATION = TargetPlace()


def binding_ends(target: Target, polarity: Polarity) -> tuple[Decimal | None, Decimal | None]:
    """Return the least and the most that a figure may be to meet a target; None for no bound.

    Where lower is better only the upper end binds, where higher is better only the lower end; for
    context both do. An end that stands alone binds, whichever it was typed as.
    """
    low, high = target.low, target.high
    if polarity is Polarity.LOWER:
        return None, low if high is None else high
    if polarity is Polarity.HIGHER:
        return high if low is None else low, None
    return low, high


def target_words(target: Target, measure: Measure) -> str:
    """Return a target: `26 to 30 weeks`, `at most 26 weeks`, `at least 60%`.

    An end that stands alone is said as it binds, by `binding_ends`.
    """
    return _words(target, measure, measure.unit)


def line_words(target: Target, measure: Measure) -> str:
    """Return a target as the key of a chart names it, whose axis has the unit: `at most 26`."""
    return _words(target, measure, beside(measure.unit))


def _words(target: Target, measure: Measure, unit: str) -> str:
    low, high = target.low, target.high
    words = figure(low if high is None else high, unit, measure.decimals)
    if low is not None and high is not None:
        return words if low == high else f"{figure(low, beside(unit), measure.decimals)} to {words}"
    least, _ = binding_ends(target, measure.polarity)
    return f"at most {words}" if least is None else f"at least {words}"


def distance_words(distance: Decimal, measure: Measure) -> str:
    """Return how far two figures lie apart: `4 weeks`, `3 percentage points`."""
    unit, decimals = measure.unit, measure.decimals
    if unit == "%":
        unit = "percentage points"
    finest = Decimal(1).scaleb(-decimals)
    if distance and not half_up(distance, decimals):
        return f"less than {figure(finest, unit, decimals)}"
    return figure(distance, unit, decimals)


def missed_words(distance: Decimal, measure: Measure) -> str:
    """Return by how much a target is missed: `Target not met by 4 weeks`."""
    return f"Target not met by {distance_words(distance, measure)}"
