"""Who will be missing from a coming meeting, and whether it is likely to have a quorum."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.meetings.meetings import Presence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lfjb_desk.domain.read_models.meetings.minutes import AttendanceRow

_AWAY = frozenset({Presence.APOLOGIES, Presence.ABSENT})


class QuorumOutlook(StrEnum):
    """Whether a coming meeting is likely to have its quorum."""

    LIKELY = "likely"
    NO_SPARE = "with nobody to spare"
    """It is met only if everyone comes who can."""
    AT_RISK = "at risk"
    NO_RULE = "not agreed"
    """The group has agreed no quorum."""


@dataclass(frozen=True)
class QuorumForecast:
    """How many seats that count can be filled at a coming meeting, as far as is known."""

    likely: int
    """Those whose holder, or a deputy, is expected: nobody sent apologies."""
    seats: int
    """Those that count."""
    needed: int | None
    """None while the group has agreed no quorum."""

    @property
    def outlook(self) -> QuorumOutlook:
        """Whether the quorum is likely to be met."""
        if self.needed is None:
            return QuorumOutlook.NO_RULE
        if self.likely < self.needed:
            return QuorumOutlook.AT_RISK
        return QuorumOutlook.NO_SPARE if self.likely == self.needed else QuorumOutlook.LIKELY

    @property
    def words(self) -> str:
        """How it stands in words: `9 of 14 seats can be filled, 7 needed`."""
        filled = f"{self.likely} of {count(self.seats, 'seat')} can be filled"
        rule = "no quorum agreed" if self.needed is None else f"{self.needed} needed"
        return f"{filled}, {rule}"


def forecast_of(needed: int | None, seats: Iterable[AttendanceRow]) -> QuorumForecast:
    """Return the forecast of a meeting from its seats; `needed` is the quorum of its group."""
    counting = [row for row in seats if row.seat.counts_for_quorum]
    likely = sum(is_coming(row) for row in counting)
    return QuorumForecast(likely, len(counting), needed)


def is_coming(row: AttendanceRow) -> bool:
    """Tell whether someone is expected in a seat: held or given a deputy, and no apologies."""
    return (row.expected or row.here) and row.presence not in _AWAY
