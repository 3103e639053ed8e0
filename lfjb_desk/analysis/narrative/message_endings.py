"""What a message says of its figure, by what was found of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.analysis.narrative.amounts import each_of, plain_amount, spelled
from lfjb_desk.analysis.narrative.message_lead import Lead, lead_of
from lfjb_desk.domain.formatting import month
from lfjb_desk.domain.read_models.figures.control import Side, SpecialCauseRule
from lfjb_desk.domain.read_models.figures.messages import Message, MessageFinding

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.figures.control import SpecialCause

STOOD_OUT = {
    SpecialCauseRule.OUTSIDE: ("an unusually low figure", "an unusually high figure"),
    SpecialCauseRule.PAIR: ("a fall", "a rise"),
    SpecialCauseRule.MOVE: ("a sharp fall", "a sharp rise"),
}
"""What was signalled in the period before, low and high."""


def row_words(message: Message, periods: int) -> str:
    """Return in how many periods something was so: `in each of the last three quarters`."""
    return f"in each of the last {spelled(periods)} {each_of(message)}s"


def _alone(message: Message) -> str:
    return "" if message.nation else ", the only figure so far"


def _too_few(message: Message) -> str:
    few = f"{spelled(message.figures)} figure{'s' if message.figures != 1 else ''}"
    since = f" since {month(message.anew)}" if message.anew else ""
    if message.figures == 1 and message.missing:
        gap = f"{spelled(message.missing)} {each_of(message)}s"
        return f", the first figure after {gap} without any"
    joint = ", but" if lead_of(message) is Lead.ROW else ":"
    if message.figures <= 2:  # noqa: PLR2004 - two points make a line, and no trend
        return f"{joint} {few}{since} cannot show a trend"
    return f"{joint} {few}{since} are too few to judge"


def _apart(message: Message) -> str:
    return f": too many {each_of(message)}s are missing to judge"


def _alike(message: Message) -> str:
    return f", the same in each of the last {spelled(message.figures)} figures"


def _still(_message: Message) -> str:
    return ": the figures before vary too little to judge it"


def _ordinary(message: Message) -> str:
    if lead_of(message) is Lead.ROW:
        return ", but within the usual range"
    if lead_of(message) is Lead.SAME:
        return " and within the usual range"
    return ": no more than ordinary ups and downs"


def _stood_out(message: Message) -> str:
    cause, each = _cause(message), each_of(message)
    low, high = STOOD_OUT.get(cause.rule, ("a fall", "a rise"))
    before = high if cause.side is Side.HIGH else low
    return f": {before} was signalled last {each}; this figure neither confirms nor ends it"


def _run_ended(message: Message) -> str:
    row = f"{spelled(message.lasting)} {each_of(message)}s"
    return f": no longer {_side(message)} average, after {row} that were"


def _trend_ended(message: Message) -> str:
    each = "rises" if _is_high(message) else "falls"
    return f": {spelled(message.lasting)} {each} in a row have ended"


def _signal(message: Message) -> str:
    return _SIGNALS[_cause(message).rule](message)


def _outside(message: Message) -> str:
    where = f"{_side(message)} the usual range"
    if lead_of(message) is Lead.ROW:
        joint = ", and" if (message.steps > 0) == _is_high(message) else ", but still"
        return f"{joint} {where}"
    return (
        f": {where} {row_words(message, message.lasting)}" if message.lasting > 1 else f": {where}"
    )


def _shift(message: Message) -> str:
    return f": {_side(message)} average {row_words(message, message.lasting)}"


def _trend(_message: Message) -> str:
    return ", more than ordinary ups and downs"


def _pair(message: Message) -> str:
    low, high = message.near
    three = "all three figures" if low + high > 2 else "two of the last three"  # noqa: PLR2004
    if low and high:
        return f": {three} are unusually far from average"
    return f": {three} are unusually {'high' if high else 'low'}"


def _move(message: Message) -> str:
    step = "rise" if _is_high(message) else "fall"
    return f": an unusually large {step} in one {each_of(message)}"


def _drift(message: Message) -> str:
    way = "up" if _is_high(message) else "down"
    if message.drift_from is None:
        return f": drifting {way}"
    value, start, _ = message.drift_from
    return f": drifting {way} from {plain_amount(message.measure, value)} since {month(start)}"


def _cause(message: Message) -> SpecialCause:
    assert message.cause is not None  # noqa: S101 - each finding that asks has one
    return message.cause


def _is_high(message: Message) -> bool:
    return _cause(message).side is Side.HIGH


def _side(message: Message) -> str:
    return "above" if _is_high(message) else "below"


_SIGNALS = {
    SpecialCauseRule.OUTSIDE: _outside,
    SpecialCauseRule.SHIFT: _shift,
    SpecialCauseRule.TREND: _trend,
    SpecialCauseRule.PAIR: _pair,
    SpecialCauseRule.MOVE: _move,
    SpecialCauseRule.DRIFT: _drift,
}
ENDINGS = {
    MessageFinding.ALONE: _alone,
    MessageFinding.TOO_FEW: _too_few,
    MessageFinding.APART: _apart,
    MessageFinding.ALIKE: _alike,
    MessageFinding.STILL: _still,
    MessageFinding.ORDINARY: _ordinary,
    MessageFinding.STOOD_OUT: _stood_out,
    MessageFinding.RUN_ENDED: _run_ended,
    MessageFinding.TREND_ENDED: _trend_ended,
    MessageFinding.SIGNAL: _signal,
}
