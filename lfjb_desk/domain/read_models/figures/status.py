"""How a measure stands at its newest figure: judged or not, its signal, and its target."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
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


@dataclass(frozen=True)
class MeasureStatus:
    """The status of a measure in a place; every card, count, sentence and paper reads this one."""

    judgement: Judgement
    signal: Signal | None
    """The special cause at the newest figure; None unless the judgement is a signal."""
    welcome: Welcome
    """Whether the signal is welcome, by the polarity of the measure."""
    is_trial: bool
    """Whether the limits come from too few figures to be firm."""
    target: TargetVerdict
    miss: Decimal = Decimal(0)
    """By how much the newest figure misses its target, in the unit of the measure."""

    @property
    def is_judged(self) -> bool:
        """Tell whether the chart can say something: that figures changed, or vary as usual."""
        return self.judgement in {Judgement.SIGNAL, Judgement.NO_CHANGE}

    @property
    def is_missed(self) -> bool:
        """Tell whether the newest figure misses its target."""
        return self.target is TargetVerdict.NOT_MET

    @property
    def asks_for_a_look(self) -> bool:
        """Tell whether the measure is to be shown before others: a signal, or a missed target."""
        return self.signal is not None or self.is_missed

    @property
    def is_improvement(self) -> bool:
        """Tell whether the newest figure is a signal of improvement."""
        return self.welcome is Welcome.BETTER

    @property
    def is_concern(self) -> bool:
        """Tell whether the newest figure is a signal of concern."""
        return self.welcome is Welcome.WORSE
