"""The one place that says a message: at most 25 words, as a chair would say them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lfjb_desk.analysis.narrative.amounts import (
    amount_words,
    each_of,
    period_in,
    period_name,
    plain_amount,
)
from lfjb_desk.analysis.narrative.message_endings import ENDINGS, row_words
from lfjb_desk.analysis.narrative.message_lead import Lead, lead_of
from lfjb_desk.domain.read_models.figures.status import Welcome

if TYPE_CHECKING:
    from decimal import Decimal

    from lfjb_desk.domain.read_models.figures.messages import Message

MOST_WORDS = 25
WELCOME = {Welcome.BETTER: ", which is better", Welcome.WORSE: ", which is worse"}


def front_words(message: Message) -> str:
    """Return a message as a clause that begins with a capital or a figure, without a full stop."""
    words = _fitting(message)
    if names_nation(message):
        words += _nation(message)
    return f"{words[:1].upper()}{words[1:]}"


def names_nation(message: Message) -> bool:
    """Tell whether a message has room for the figure of the nation."""
    words = f"{_fitting(message)}{_nation(message)}"
    return bool(_nation(message)) and len(words.split()) <= MOST_WORDS


def _nation(message: Message) -> str:
    if message.nation is None or message.value is None:
        return ""
    name, value = message.nation
    return f"; {name} {plain_amount(message.measure, value)}"


def _fitting(message: Message) -> str:
    """Return a message without the nation; a long one leaves to the page what is counted and when.

    The last resort fits for any message, since its words are the fewest.
    """
    bare = replace(message, thing="", is_old=False)
    clauses = [_clause(each) for each in (message, replace(message, thing=""), bare)]
    return next((words for words in clauses if len(words.split()) <= MOST_WORDS), clauses[-1])


def _clause(message: Message) -> str:
    if message.value is None:
        return _missing(message)
    ending = ENDINGS[message.finding](message)
    return f"{_begun(message, message.value)}{ending}{WELCOME.get(message.welcome, '')}"


def _begun(message: Message, value: Decimal) -> str:
    amount = amount_words(message.measure, message.thing, value)
    lead, each = lead_of(message), each_of(message)
    if lead is Lead.PERIOD or message.is_old:
        amount = f"{amount} {period_in(message.start, message.end)}"
    if lead is Lead.ROW:
        way = "higher" if message.steps > 0 else "lower"
        return f"{amount}: {way} {row_words(message, abs(message.steps))}"
    if lead is Lead.SAME:
        about = "" if value == message.before else "about "
        return f"{amount}, {about}the same as the {each} before"
    if lead is not Lead.MOVED or message.before is None:
        return amount
    way = "up" if value > message.before else "down"
    return f"{amount}, {way} from {plain_amount(message.measure, message.before)}"


def _missing(message: Message) -> str:
    period = period_name(message.start, message.end)
    if message.last is None:
        return f"no figure for {period}, nor for any period before"
    value, start, end = message.last
    last = amount_words(message.measure, message.thing, value)
    return f"no figure for {period}; the last was {last}, {period_in(start, end)}"
