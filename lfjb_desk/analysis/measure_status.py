"""The one place that works out how a measure stands at its newest figure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from lfjb_desk.analysis.target_status import miss
from lfjb_desk.analysis.trends import meets, period_words, welcome
from lfjb_desk.domain.common.months import months_later
from lfjb_desk.domain.read_models.figures.control import LimitsStatus
from lfjb_desk.domain.read_models.figures.series import Direction, Frequency
from lfjb_desk.domain.read_models.figures.status import (
    Judgement,
    MeasureStatus,
    TargetVerdict,
    Welcome,
)

if TYPE_CHECKING:
    from datetime import date

    from lfjb_desk.domain.figures.figures import Polarity, Target
    from lfjb_desk.domain.read_models.figures.control import Signal


CURRENT_MONTHS = 24
"""A figure whose period ended longer ago says nothing of how things stand now."""


def is_current(ended: date, today: date) -> bool:
    """Tell whether figures up to a period that ended on a day still tell of now."""
    return ended >= months_later(today, -CURRENT_MONTHS)


def past_words(frequency: Frequency, start: date, end: date, today: date) -> str:
    """Return the period of a newest figure that no longer tells of now; empty for one that does."""
    return "" if is_current(end, today) else period_words(frequency, start, end)


def measure_status(
    polarity: Polarity,
    limits: LimitsStatus,
    signal: Signal | None,
    target: Target | None = None,
    newest: Decimal | None = None,
    past: str = "",
) -> MeasureStatus:
    """Return how a measure stands.

    Trial limits may pick out a figure, for a figure that even they cannot hold is unusual; but a
    figure that they hold proves nothing, so without a signal they judge no more than none would.

    Args:
        polarity: which way is better.
        limits: what the limits are worth where the newest figure stands.
        signal: the special cause at the newest figure, if there is one.
        target: the target in force, if there is one.
        newest: the figure of the newest period; None where it has none.
        past: the period of the newest figure, where `past_words` finds it too long ago: its signal
            is one of the past, and counts as none now.
    """
    return MeasureStatus(
        judgement=_judgement(limits, signal, past),
        signal=None if past else signal,
        past_signal=signal if past else None,
        as_of=past,
        welcome=_welcome(signal, polarity),
        is_trial=limits is LimitsStatus.TRIAL,
        target=_verdict(polarity, target, newest),
        miss=Decimal(0) if target is None or newest is None else miss(newest, target, polarity),
    )


def _judgement(limits: LimitsStatus, signal: Signal | None, past: str) -> Judgement:
    if signal is not None:
        return Judgement.PAST_SIGNAL if past else Judgement.SIGNAL
    if limits.still:
        return Judgement.NO_VARIATION
    return {
        LimitsStatus.FIRM: Judgement.NO_CHANGE,
        LimitsStatus.EMPTY: Judgement.NO_FIGURE,
    }.get(limits, Judgement.TOO_FEW)


def _welcome(signal: Signal | None, polarity: Polarity) -> Welcome:
    if signal is None:
        return Welcome.NEITHER
    return welcome(Direction.UP if signal.high else Direction.DOWN, polarity)


def _verdict(polarity: Polarity, target: Target | None, newest: Decimal | None) -> TargetVerdict:
    if target is None:
        return TargetVerdict.NO_TARGET
    met = meets(newest, target, polarity)
    if met is None:
        return TargetVerdict.NO_FIGURE
    return TargetVerdict.MET if met else TargetVerdict.NOT_MET
