"""What a message begins with: the figure, and how much of its movement has room there."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from lfjb_desk.analysis.narrative.amounts import plain_amount
from lfjb_desk.domain.read_models.figures.control import SpecialCauseRule
from lfjb_desk.domain.read_models.figures.messages import MessageFinding

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.figures.messages import Message

A_ROW = 3
"""From so many rises or falls in a row on they are told."""
ROWS = {MessageFinding.TOO_FEW, MessageFinding.ORDINARY}
ROW_RULES = {SpecialCauseRule.OUTSIDE, SpecialCauseRule.TREND}
"""The findings, and the rules of a signal, that a row of rises or falls is told before."""
MOVES = {
    MessageFinding.TOO_FEW,
    MessageFinding.ORDINARY,
    MessageFinding.STILL,
    MessageFinding.TREND_ENDED,
    MessageFinding.APART,
}
MOVE_RULES = {SpecialCauseRule.PAIR, SpecialCauseRule.MOVE}
"""Those that the last move is told before."""
PERIODS = {MessageFinding.ALONE}
"""The findings that say when the figure is for."""


class Lead(Enum):
    """What a message begins with."""

    AMOUNT = "amount"
    """The figure alone."""
    PERIOD = "period"
    """The figure and when it is for."""
    MOVED = "moved"
    """The figure and how it moved since the period before."""
    SAME = "same"
    """The figure, and that it is written as that of the period before was."""
    ROW = "row"
    """The figure and in how many periods in a row it rose or fell."""


def lead_of(message: Message) -> Lead:
    """Return what a message begins with."""
    rule = (
        message.cause.rule if message.finding is MessageFinding.SIGNAL and message.cause else None
    )
    is_row = message.finding in ROWS or rule in ROW_RULES
    if is_row and abs(message.steps) >= A_ROW:
        return Lead.ROW
    is_new = rule is SpecialCauseRule.OUTSIDE and message.lasting == 1
    if message.finding in MOVES or rule in MOVE_RULES or is_new:
        return _moved(message)
    return Lead.PERIOD if message.finding in PERIODS else Lead.AMOUNT


def _moved(message: Message) -> Lead:
    if message.before is None or message.value is None:
        return Lead.PERIOD
    written = plain_amount(message.measure, message.value)
    return Lead.SAME if written == plain_amount(message.measure, message.before) else Lead.MOVED
