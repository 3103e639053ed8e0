"""The one place that works out how a measure stands at its newest figure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from lfjb_desk.analysis.target_status import miss
from lfjb_desk.analysis.trends import meets, welcome
from lfjb_desk.domain.read_models.figures.control import LimitsStatus
from lfjb_desk.domain.read_models.figures.series import Direction
from lfjb_desk.domain.read_models.figures.status import (
    Judgement,
    MeasureStatus,
    TargetVerdict,
    Welcome,
)

if TYPE_CHECKING:
    from lfjb_desk.domain.figures.figures import Polarity, Target
    from lfjb_desk.domain.read_models.figures.control import Signal


def measure_status(
    polarity: Polarity,
    limits: LimitsStatus,
    signal: Signal | None,
    target: Target | None = None,
    newest: Decimal | None = None,
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
    """
    return MeasureStatus(
        judgement=_judgement(limits, signal),
        signal=signal,
        welcome=_welcome(signal, polarity),
        is_trial=limits is LimitsStatus.TRIAL,
        target=_verdict(polarity, target, newest),
        miss=Decimal(0) if target is None or newest is None else miss(newest, target, polarity),
    )


def _judgement(limits: LimitsStatus, signal: Signal | None) -> Judgement:
    if signal is not None:
        return Judgement.SIGNAL
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
