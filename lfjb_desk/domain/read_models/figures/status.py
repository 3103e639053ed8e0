"""How a measure stands at its newest figure: judged or not, its signal, and its target."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.figures.control import Signal


class Welcome(StrEnum):
    """Whether something is welcome, by which way is better."""

    BETTER = "better"
    WORSE = "worse"
    NEITHER = "neither"


class Judgement(StrEnum):
    """What a control chart can say of the newest figure."""

    SIGNAL = "signal"
    """A rule picks it out."""
    PAST_SIGNAL = "past signal"
    """A rule picks it out, but it is from too long ago to tell of now."""
    NO_CHANGE = "no change"
    """Firm limits hold it: the figures vary as usual."""
    TOO_FEW = "too few"
    """Too few figures for firm limits, and nothing that trial limits would pick out."""
    NO_VARIATION = "no variation"
    """The figures hardly differ, so that limits mean nothing."""
    NO_FIGURE = "no figure"
    """There is nothing to judge."""


class TargetVerdict(StrEnum):
    """How the newest period stands against the target in force."""

    MET = "met"
    NOT_MET = "not met"
    NO_TARGET = "no target"
    NO_FIGURE = "no figure"
    """There is a target, but the newest period has no figure."""


class Urgency(IntEnum):
    """In which order measures are listed: what is unwelcome first, what is old last."""

    WORSE_AND_MISSED = 0
    WORSE = 1
    """An unwelcome signal."""
    MISSED = 2
    BETTER = 3
    NEITHER = 4
    """A signal where neither way is better."""
    OLD_MISS = 5
    """A missed target at a figure too old to tell of now."""
    QUIET = 6
    OLD = 7


@dataclass(frozen=True)
class MeasureStatus:
    """The status of a measure in a place; every card, count, sentence and paper reads this one."""

    judgement: Judgement
    signal: Signal | None
    """The special cause at the newest figure; None unless the judgement is a signal of now."""
    welcome: Welcome
    """Whether the signal is welcome, by the polarity of the measure."""
    is_trial: bool
    """Whether the limits come from too few figures to be firm."""
    target: TargetVerdict
    miss: Decimal = Decimal(0)
    """By how much the newest figure misses its target, in the unit of the measure."""
    past_signal: Signal | None = None
    """The special cause at a newest figure that is too old to tell of now; it counts as none."""
    as_of: str = ""
    """The period of the newest figure where that is too long ago to tell of now; else empty."""

    @property
    def is_judged(self) -> bool:
        """Tell whether the chart can say something: that figures changed, or vary as usual."""
        return self.judgement in {Judgement.SIGNAL, Judgement.PAST_SIGNAL, Judgement.NO_CHANGE}

    @property
    def found_signal(self) -> Signal | None:
        """Return the special cause at the newest figure, however old that is."""
        return self.signal or self.past_signal

    @property
    def is_missed(self) -> bool:
        """Tell whether the newest figure misses its target."""
        return self.target is TargetVerdict.NOT_MET

    @property
    def asks_for_a_look(self) -> bool:
        """Tell whether the measure is to be shown before others: a signal, or a missed target."""
        return self.urgency <= Urgency.OLD_MISS

    @property
    def urgency(self) -> Urgency:
        """Return how soon the measure is to be looked at; every list of measures goes by it."""
        if self.as_of:
            return Urgency.OLD_MISS if self.is_missed else Urgency.OLD
        if self.is_concern:
            return Urgency.WORSE_AND_MISSED if self.is_missed else Urgency.WORSE
        if self.is_missed:
            return Urgency.MISSED
        if self.signal is None:
            return Urgency.QUIET
        return Urgency.BETTER if self.is_improvement else Urgency.NEITHER

    @property
    def is_improvement(self) -> bool:
        """Tell whether the newest figure is a signal of improvement."""
        return self.signal is not None and self.welcome is Welcome.BETTER

    @property
    def is_concern(self) -> bool:
        """Tell whether the newest figure is a signal of concern."""
        return self.signal is not None and self.welcome is Welcome.WORSE
