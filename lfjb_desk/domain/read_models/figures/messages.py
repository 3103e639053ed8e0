"""The message of a series: what its newest figure is and what may be said of it, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from lfjb_desk.domain.read_models.figures.status import Welcome

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.read_models.figures.control import SpecialCause


class MessageFinding(StrEnum):
    """What a message says of the newest figure."""

    MISSING = "missing"
    """The newest period has none."""
    ALONE = "alone"
    """It is the only one."""
    TOO_FEW = "too few"
    """Too few figures to tell a change from chance."""
    APART = "apart"
    """Figures enough, but with gaps between them."""
    ALIKE = "alike"
    """All figures are the same."""
    STILL = "still"
    """The figures before it vary too little for limits."""
    ORDINARY = "ordinary"
    """The figures vary as usual."""
    STOOD_OUT = "stood out"
    """The figure before was a signal, which this one neither confirms nor ends."""
    RUN_ENDED = "run ended"
    """The figures before lay in a long run on one side of their average; this one does not."""
    TREND_ENDED = "trend ended"
    """The figures before stood in an unbroken rise or fall; this one does not."""
    SIGNAL = "signal"
    """A rule picks it out."""


class PeriodFigure(NamedTuple):
    """A figure with the period that it is for."""

    value: Decimal
    start: date
    end: date


@dataclass(frozen=True)
class Message:
    """What a chair is told first of a measure in a place."""

    finding: MessageFinding
    measure: Measure
    thing: str
    """What the figure counts, where its unit does not say it: `experts per case`."""
    value: Decimal | None
    """The figure of the newest period; None where it has none."""
    marker: str | None
    start: date
    end: date
    """First and last day of the newest period."""
    last: PeriodFigure | None = None
    """The newest figure there is, where the newest period has none."""
    before: Decimal | None = None
    """The figure of the period before the newest."""
    steps: int = 0
    """In how many periods in a row, up to the newest, the figure rose; negative where it fell."""
    figures: int = 0
    """How many figures stand between the last step or long gap and the newest."""
    anew: date | None = None
    """First day of the stretch that they make; None where it is the whole series."""
    cause: SpecialCause | None = None
    """What picks out the newest figure or, where that is quiet, the one before."""
    lasting: int = 0
    """In how many periods in a row that has been true: of the newest, or before it."""
    run: int = 0
    """How many figures in a row, up to the newest, lie on its side of their average."""
    near: tuple[int, int] = (0, 0)
    """How many of the newest three figures lie near the lower and the upper limit, or beyond."""
    drift_from: PeriodFigure | None = None
    """Where a drift begins."""
    missing: int = 0
    """How many periods without a figure stand right before the stretch of the newest."""
    is_old: bool = False
    """Whether the newest period ended so long ago that a message says which it was."""
    welcome: Welcome = Welcome.NEITHER
    nation: tuple[str, Decimal] | None = None
    """The nation that it is compared with, and its figure for the newest period."""


@dataclass(frozen=True)
class MeasureNarrative:
    """What the desk says of a series: the message, the rest, and what stands below the chart."""

    front: str = ""
    """The message in at most 25 words, without a full stop."""
    more: tuple[str, ...] = ()
    """What else the figures say, sentence by sentence; no rules, limits or counts of figures."""
    note: tuple[str, ...] = ()
    """By which rules and from which figures the chart is judged, or why it is not."""
    anew: str = ""
    """From when the limits are worked out anew, and why; empty where they are not."""
    message: Message | None = None
    """What `front` says, as data."""
    age: tuple[str, ...] = ()
    """How old the newest figure is, where that is a year or more; `more` says it too."""

    @property
    def full_note(self) -> tuple[str, ...]:
        """Return the note of a chart that shows all periods."""
        return (*self.note, self.anew) if self.anew else self.note


SILENT = MeasureNarrative()
"""Stands where nothing has been said yet."""
