"""Control charts as pages and papers show them: limits, signals and what may be said of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import NamedTuple


class SpecialCauseRule(Enum):
    """What can make a point a special cause."""

    OUTSIDE = 1
    """It lies beyond a limit."""
    TREND = 2
    """It stands in an unbroken rise or fall."""
    PAIR = 3
    """It is one of two in three that lie near a limit or beyond it."""
    SHIFT = 4
    """It stands in a row of points on one side of the average."""
    MOVE = 5
    """A very large step leads to it."""
    DRIFT = 6
    """No limits can be drawn, and a test of ranks finds that the figures drift."""


class Side(Enum):
    """Where a special cause lies: high or rising, or low or falling."""

    HIGH = 1
    LOW = -1


class SignalWord(StrEnum):
    """What a signal is called: each rule has words of its own, and no other rule may use them.

    A run on one side of the average is no rise, and a figure beyond a limit is no trend.
    """

    RISING = "rising"
    FALLING = "falling"
    """An unbroken trend, or a drift that a test of ranks finds."""
    HIGH = "high"
    LOW = "low"
    """A run of figures on one side of the average."""
    ABOVE = "above the usual range"
    BELOW = "below the usual range"
    """A figure beyond a limit."""
    NEAR = "two of three close to a limit"
    """Not surely the newest, and in one rule set not surely the same limit."""
    JUMPED = "far up in one step"
    DROPPED = "far down in one step"
    """A very large step."""


_SIGNAL_WORDS = {
    SpecialCauseRule.OUTSIDE: (SignalWord.ABOVE, SignalWord.BELOW),
    SpecialCauseRule.TREND: (SignalWord.RISING, SignalWord.FALLING),
    SpecialCauseRule.PAIR: (SignalWord.NEAR, SignalWord.NEAR),
    SpecialCauseRule.SHIFT: (SignalWord.HIGH, SignalWord.LOW),
    SpecialCauseRule.MOVE: (SignalWord.JUMPED, SignalWord.DROPPED),
    SpecialCauseRule.DRIFT: (SignalWord.RISING, SignalWord.FALLING),
}


class SpecialCause(NamedTuple):
    """The rule that picks out a point, and to which side."""

    rule: SpecialCauseRule
    side: Side
    points: int
    """How many points in a row the rule set asks for: 7 for a shift, 1 beyond a limit."""


class PointType(StrEnum):
    """What a point means for the board."""

    COMMON_CAUSE = "common_cause"
    IMPROVEMENT = "special_cause_improvement"
    CONCERN = "special_cause_concern"
    NEUTRAL_HIGH = "special_cause_neutral_high"
    NEUTRAL_LOW = "special_cause_neutral_low"


class Assurance(StrEnum):
    """Whether a target will be met while nothing changes."""

    PASS = "consistent_pass"  # noqa: S105 - a verdict, not a password
    FAIL = "consistent_fail"
    INCONSISTENT = "inconsistent"


class LimitsStatus(StrEnum):
    """What the limits of a stretch of figures are worth."""

    FIRM = "firm"
    TRIAL = "trial"
    TOO_FEW = "too few"
    NONE = "none"
    FLAT = "flat"
    NEARLY_FLAT = "nearly flat"
    EMPTY = "empty"

    @property
    def drawn(self) -> bool:
        """Tell whether there are limits to draw and to judge by."""
        return self in {LimitsStatus.FIRM, LimitsStatus.TRIAL}

    @property
    def still(self) -> bool:
        """Tell whether there is too little variation for limits to mean anything."""
        return self in {LimitsStatus.FLAT, LimitsStatus.NEARLY_FLAT}


FIRM_RANGES = 12
"""Limits from fewer moving ranges, steps from one figure to the next, are trial limits."""
TRIAL_RANGES = 8
"""From fewer moving ranges no limits are drawn."""
FIRM_FROM = FIRM_RANGES + 1
"""So many figures, one after another, give firm limits."""

NOTES = {
    LimitsStatus.FIRM: "",
    LimitsStatus.TRIAL: "Trial limits: fewer than {} figures in a row",
    LimitsStatus.TOO_FEW: "Too few to judge: fewer than {} figures in a row",
    LimitsStatus.NONE: "Too few to judge: no two figures follow each other",
    LimitsStatus.FLAT: "Too little variation for limits",
    LimitsStatus.NEARLY_FLAT: "Too little variation for limits: nearly all figures are the same",
    LimitsStatus.EMPTY: "No figures to chart",
}
"""What stands beneath a chart, in words; empty where nothing need be said."""


class ChartPoint(NamedTuple):
    """One point of a chart; limits are None where none are shown."""

    value: float | None
    """None for a gap."""
    mean: float | None
    lpl: float | None
    upl: float | None
    near_lpl: float | None
    near_upl: float | None
    cause: SpecialCause | None
    """None where no rule picks it out."""
    point_type: PointType
    short_group: bool
    rebase_group: int


class Phase(NamedTuple):
    """The points from one step to the next, which have one mean and one pair of limits."""

    first: int
    """Index of its first point."""
    last: int
    """Index of its last point."""
    figures: int
    """How many figures it has, gaps not counted."""
    used: int
    """How many of them, the first, its limits come from: all, or those of a set baseline."""
    ranges: int
    """How many moving ranges, steps from one of those to the next, its limits rest on."""
    mean: float | None
    lpl: float | None
    upl: float | None
    limits: LimitsStatus


class Signal(NamedTuple):
    """The special cause at the newest figure of a series."""

    cause: SpecialCause
    since: int
    """Index of the first point of the unbroken run, up to the newest figure, of which its word is
    true: each lies above the usual range, stands in the same rise, or lies on that side of the
    average; a gap ends the run. A drift is one of all figures of its stretch."""
    at: int
    """Index of the newest figure."""
    run: int
    """How many figures in a row, up to the newest, lie on its side of their average."""

    @property
    def high(self) -> bool:
        """Tell whether the figures are high or rising."""
        return self.cause.side is Side.HIGH

    @property
    def word(self) -> SignalWord:
        """Return what the signal is called, by its rule."""
        high, low = _SIGNAL_WORDS[self.cause.rule]
        return high if self.high else low


@dataclass(frozen=True)
class ControlChart:
    """One series judged by one rule set; all tuples have one entry for each point."""

    values: tuple[float | None, ...]
    mean: tuple[float | None, ...]
    lpl: tuple[float | None, ...]
    upl: tuple[float | None, ...]
    near_lpl: tuple[float | None, ...]
    near_upl: tuple[float | None, ...]
    causes: tuple[SpecialCause | None, ...]
    """None for a point that no rule picks out; a gap is such a point too."""
    point_type: tuple[PointType, ...]
    short_group: tuple[bool, ...]
    """Whether too few moving ranges stand behind its limits for them to be firm."""
    rebase_group: tuple[int, ...]
    phases: tuple[Phase, ...]
    direction: str
    """`increase`, `decrease` or `neutral`: which way is better."""
    rules: str
    """The name of the rule set; it is printed under each chart."""
    limits_from: int
    """How many moving ranges that rule set asks for before it draws limits."""
    assurance: Assurance | None
    """Against the end of the target that binds; None without target, direction or limits."""
    assurance_low: Assurance | None
    """Whether the figures will stay at or above the lower end of the target."""
    assurance_high: Assurance | None
    """Whether the figures will stay at or below the upper end of the target."""
    signal: Signal | None
    """The special cause at the newest figure, if there is one."""

    @property
    def points(self) -> tuple[ChartPoint, ...]:
        """Return the points one by one."""
        columns = (
            self.values,
            self.mean,
            self.lpl,
            self.upl,
            self.near_lpl,
            self.near_upl,
            self.causes,
            self.point_type,
            self.short_group,
            self.rebase_group,
        )
        return tuple(ChartPoint(*row) for row in zip(*columns, strict=True))

    @property
    def current(self) -> Phase | None:
        """Return the stretch that the newest figure stands in; None without a figure."""
        return next((phase for phase in reversed(self.phases) if phase.figures), None)

    @property
    def limits(self) -> LimitsStatus:
        """Return what the limits are worth where the newest figure stands."""
        return self.current.limits if self.current else LimitsStatus.EMPTY

    def missing_before(self, first: int) -> int:
        """Return how many periods without a figure end the stretch before one that begins there."""
        begins = first
        for phase in reversed(self.phases):
            if phase.last == begins - 1 and not phase.figures:
                begins = phase.first
        return first - begins

    @property
    def after_gaps(self) -> tuple[int, ...]:
        """Return where new limits begin since the periods before have no figure.

        A stretch too short for limits of its own, such as a lone figure, begins none.
        """
        begins = [phase.first for phase in self.phases if phase.limits.drawn]
        return tuple(first for first in begins if 0 < self.missing_before(first) < first)

    @property
    def note(self) -> str:
        """Return what must be said beneath the chart about its newest limits, or nothing."""
        return NOTES[self.limits].format(self.row_wanted)

    @property
    def row_wanted(self) -> int:
        """Return how many figures in a row give limits or, where there are some, firm ones."""
        return 1 + (self.limits_from if self.limits is LimitsStatus.TOO_FEW else FIRM_RANGES)

    @property
    def flagged(self) -> int:
        """Return how many points a rule names."""
        return sum(cause is not None for cause in self.causes)
