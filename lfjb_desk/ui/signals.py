"""What a series says at its newest figure, in a symbol, a colour and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.read_models.figures.control import LimitsStatus, PointType
from lfjb_desk.ui.theme import StatusTone

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.figures.series import Series

LIKING = {PointType.IMPROVEMENT: "better", PointType.CONCERN: "worse"}
"""Whether a signal is welcome; where neither way is better nothing is said."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Signals", text)


def tone(series: Series) -> StatusTone:
    """Return the symbol and colour of the signal at the newest figure."""
    signal = series.control.signal if series.control else None
    if signal is None:
        return StatusTone.SAME
    liked = signal.point_type is PointType.IMPROVEMENT
    disliked = signal.point_type is PointType.CONCERN
    if signal.high:
        return (
            StatusTone.RISING_WELL
            if liked
            else StatusTone.RISING_BADLY
            if disliked
            else StatusTone.RISING
        )
    return (
        StatusTone.FALLING_WELL
        if liked
        else StatusTone.FALLING_BADLY
        if disliked
        else StatusTone.FALLING
    )


def signal_words(series: Series) -> str:
    """Return the signal at the newest figure, and whether it is welcome: `Falling, better`."""
    control = series.control
    if control is None or control.limits is LimitsStatus.EMPTY:
        return _tr("No figures to judge")
    if control.signal is not None:
        way = _tr("Rising") if control.signal.high else _tr("Falling")
        liking = LIKING.get(control.signal.point_type, "")
        return f"{way}, {_tr(liking)}" if liking else way
    if control.limits.still:
        return _tr("No variation to chart")
    return _tr("No change") if control.limits is LimitsStatus.FIRM else _tr("Too few to judge")
