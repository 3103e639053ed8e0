"""What the status of a measure says of its newest figure: in a symbol, a colour and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.read_models.figures.control import SignalWord
from lfjb_desk.domain.read_models.figures.status import Judgement, Welcome
from lfjb_desk.ui.look.theme import StatusTone

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.figures.status import MeasureStatus

TONES = {
    (True, Welcome.BETTER): StatusTone.RISING_WELL,
    (True, Welcome.WORSE): StatusTone.RISING_BADLY,
    (True, Welcome.NEITHER): StatusTone.RISING,
    (False, Welcome.BETTER): StatusTone.FALLING_WELL,
    (False, Welcome.WORSE): StatusTone.FALLING_BADLY,
    (False, Welcome.NEITHER): StatusTone.FALLING,
}
"""Symbol and colour by whether the figures are high, and whether that is welcome."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Signals", text)


def tone(status: MeasureStatus) -> StatusTone:
    """Return the symbol and colour of the signal at the newest figure."""
    if status.signal is None:
        return StatusTone.SAME
    return TONES[status.signal.high, status.welcome]


def welcome_words(status: MeasureStatus) -> str:
    """Return whether the signal is welcome; where neither way is better nothing is said."""
    return {Welcome.BETTER: _tr("better"), Welcome.WORSE: _tr("worse")}.get(status.welcome, "")


def way_words(word: SignalWord) -> str:
    """Return what a signal is called, as it stands in a sentence: `rising`, `low`."""
    return {
        SignalWord.RISING: _tr("rising"),
        SignalWord.FALLING: _tr("falling"),
        SignalWord.HIGH: _tr("high"),
        SignalWord.LOW: _tr("low"),
        SignalWord.ABOVE: _tr("above the usual range"),
        SignalWord.BELOW: _tr("below the usual range"),
        SignalWord.NEAR: _tr("two of three close to a limit"),
        SignalWord.JUMPED: _tr("far up in one step"),
        SignalWord.DROPPED: _tr("far down in one step"),
    }[word]


def _brief_words(word: SignalWord) -> str:
    return {
        SignalWord.ABOVE: _tr("above usual"),
        SignalWord.BELOW: _tr("below usual"),
        SignalWord.NEAR: _tr("two near a limit"),
        SignalWord.JUMPED: _tr("far up"),
        SignalWord.DROPPED: _tr("far down"),
    }.get(word, "")


def _past_words(status: MeasureStatus, *, brief: bool) -> str:
    """Return a signal of the past with its period: `Low as of April to June 2021`."""
    if status.past_signal is None:
        return ""
    word = status.past_signal.word
    words = _brief_words(word) or way_words(word) if brief else way_words(word)
    text = _tr("{0} in {1}") if brief else _tr("{0} as of {1}")
    return text.format(words[:1].upper() + words[1:], status.as_of)


def signal_words(status: MeasureStatus, *, brief: bool = False) -> str:
    """Return the signal at the newest figure, and whether it is welcome: `Low, better`.

    In brief it takes fewer words, for where there is little room: `Below usual, better`.
    """
    if status.signal is not None:
        words = way_words(status.signal.word)
        if brief:
            words = _brief_words(status.signal.word) or words
        way = words[:1].upper() + words[1:]
        return ", ".join(part for part in (way, welcome_words(status)) if part)
    return {
        Judgement.PAST_SIGNAL: _past_words(status, brief=brief),
        Judgement.NO_CHANGE: _tr("No change"),
        Judgement.NO_VARIATION: _tr("Too little variation to judge"),
        Judgement.NO_FIGURE: _tr("No figures to judge"),
    }.get(status.judgement, _tr("Too few to judge"))
