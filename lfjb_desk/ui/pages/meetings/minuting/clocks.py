"""The clocks of a meeting in session: now, this item, how late it runs, when it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lfjb_desk.domain.formatting import clock
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.widgets.boxes import clear, column
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.meetings.meetings import AgendaItem, Meeting
    from lfjb_desk.ui.look.theme import ActiveTheme


HOUR = 60
MOST_MINUTES = 3 * HOUR
"""Further from its times than this, nobody asks how late an agenda runs."""


@dataclass(frozen=True)
class Clock:
    """One clock: what it tells, and SOON where time runs over."""

    label: str
    text: str
    tone: StatusTone = StatusTone.PLAIN


def _tr(text: str) -> str:
    return QCoreApplication.translate("Clocks", text)


def tell(
    meeting: Meeting,
    items: Sequence[AgendaItem],
    index: int,
    since: datetime,
    now: datetime,
) -> tuple[Clock, ...]:
    """Return the clocks while the item at a place, counted from 0, runs `since` a moment.

    How late it runs is when the agenda would end now, less when it was to end; the running item
    takes its planned minutes or as long as it has taken. On another day, and far from the time of
    the agenda, only the first two tell.
    """
    spent = max(0, int((now - since).total_seconds() // 60))
    planned = items[index].minutes
    over = StatusTone.SOON if spent > planned else StatusTone.PLAIN
    clocks = [
        Clock(_tr("Now"), clock(now.time())),
        Clock(_tr("This item"), _tr("{0} of {1} min").format(spent, planned), over),
    ]
    if meeting.starts is None or now.date() != meeting.held_on:
        return tuple(clocks)
    left = max(planned - spent, 0) + sum(item.minutes for item in items[index + 1 :])
    ends = now + timedelta(minutes=left)
    meant = datetime.combine(meeting.held_on, meeting.starts, now.tzinfo)
    meant += timedelta(minutes=sum(item.minutes for item in items))
    late = round((ends - meant).total_seconds() / 60)
    if abs(late) > MOST_MINUTES:
        return tuple(clocks)  # opened long before its start, or written up long after its end
    text = _tr("{0} late") if late > 0 else _tr("{0} early")
    text = text.format(_minutes_words(abs(late)))
    tone = StatusTone.SOON if late > 0 else StatusTone.PLAIN
    return (
        *clocks,
        Clock(_tr("Running"), text if late else _tr("On time"), tone),
        Clock(_tr("Ends about"), clock(ends.time())),
    )


def _minutes_words(minutes: int) -> str:
    if minutes < HOUR:
        return _tr("{0} min").format(minutes)
    hours, rest = divmod(minutes, HOUR)
    return _tr("{0} h {1} min").format(hours, rest) if rest else _tr("{0} h").format(hours)


class ItemTimes:
    """How long each item of a meeting in session has taken; one runs at a time."""

    def __init__(self) -> None:
        self._spent: dict[UUID, timedelta] = {}
        self._running: tuple[UUID, datetime] | None = None

    def run(self, item_id: UUID | None, now: datetime) -> None:
        """Let the time run on one item, or on none, and add up what the one before it took."""
        if self._running is not None:
            before = self._running[0]
            self._spent[before] = self.on(before, now)
        self._running = (item_id, now) if item_id is not None else None

    def on(self, item_id: UUID, now: datetime) -> timedelta:
        """Return how long an item has taken."""
        spent = self._spent.get(item_id, timedelta())
        if self._running is not None and self._running[0] == item_id:
            spent += now - self._running[1]
        return spent


class Clocks(QWidget):
    """Shows clocks side by side, each under its label."""

    def __init__(self, theme: ActiveTheme) -> None:
        super().__init__()
        self._theme = theme
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 16, 0)
        self._box.setSpacing(24)
        self.shown: tuple[Clock, ...] = ()

    def show_clocks(self, clocks: tuple[Clock, ...]) -> None:
        """Show other times; the same ones are left as they are."""
        if clocks == self.shown:
            return
        self.shown = clocks
        clear(self._box)
        for each in clocks:
            value = words(each.text, "lead")
            if each.tone is not StatusTone.PLAIN:
                value.setStyleSheet(f"color: {self._theme.tone(each.tone).name()};")
            self._box.addLayout(column(words(each.label, "small"), value, gap=2))
