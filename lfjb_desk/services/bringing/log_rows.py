"""Each action of a log as it would be kept, or why it is not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import CLOSED, ActionStatus
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.formatting import fold, long_date
from lfjb_desk.importers.board_lists.roles import LogRole
from lfjb_desk.services.bringing.asking import day_of
from lfjb_desk.services.bringing.log_days import CLOSED_DAY, RAISED_DAY, SettledDay, dated
from lfjb_desk.services.bringing.log_status import SettledStatus, settled_status
from lfjb_desk.services.bringing.preview import AnswerChoice, BroughtRow, RowFate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.drivers import Driver
    from lfjb_desk.services.bringing.asking import QuestionList
    from lfjb_desk.services.bringing.log_days import LogDays
    from lfjb_desk.services.bringing.log_entries import LogEntry
    from lfjb_desk.services.bringing.log_people import People, SettledName

NO_DRIVER = "no driver"
OPEN_MARK = "?"
"""Stands in the preview for what is asked about."""


@dataclass(frozen=True)
class PlannedAction:
    """An action as it would be kept, with what of it is still open."""

    entry: LogEntry
    title: str
    owner: SettledName
    body: SettledName
    due: SettledDay
    original_due: date | None
    raised: SettledDay
    closed: SettledDay
    status: ActionStatus | None
    driver_id: UUID | None = None
    open: tuple[str, ...] = field(default=())
    """What is asked about, in words such as `owner`."""

    @property
    def key(self) -> tuple[str, UUID | None]:
        """What makes two actions one: the words of the title and the owner."""
        return fold(" ".join(self.title.split())), self.owner.id


class LogReader:
    """Settles the rows of a log, one after another."""

    def __init__(
        self, questions: QuestionList, days: LogDays, people: People, drivers: Sequence[Driver]
    ) -> None:
        self._questions, self._days, self._people = questions, days, people
        self._drivers = {fold(driver.name): driver for driver in drivers}

    def planned(self, entry: LogEntry, today: date) -> PlannedAction:
        """Return the action of a row, having asked about what is not certain."""
        body = self._people.body(entry.body, entry.place)
        owner = self._people.owner(entry, body)
        if body.id is None and not body.open and owner.id is not None:
            body = self._people.organisation_of(owner.id)
        status = settled_status(entry, self._questions, today)
        raised = self._days.raised(entry)
        closed = self._closed(entry, status)
        due = self._due(entry, status, raised, closed)
        raised, due, closed = self._in_order(entry, raised, due, closed)
        driver_id, driver_open = self._driver(entry)
        parts = {
            "owner": owner.open,
            "body": body.open,
            "status": status.status is None,
            "day raised": raised.open,
            "due date": due.open or due.day is None,
            "day closed": closed.open,
            "driver": driver_open,
        }
        return PlannedAction(
            entry=entry,
            title=_title(entry.title),
            owner=owner,
            body=body,
            due=due,
            original_due=self._original(entry, due),
            raised=raised,
            closed=closed,
            status=status.status,
            driver_id=driver_id,
            open=tuple(name for name, is_open in parts.items() if is_open),
        )

    def _closed(self, entry: LogEntry, status: SettledStatus) -> SettledDay:
        read = entry.day(LogRole.CLOSED_ON)
        if status.status not in CLOSED:
            return SettledDay()
        return (
            SettledDay(status.closed_on)
            if read.is_blank
            else self._days.settle(entry, LogRole.CLOSED_ON, read)
        )

    def _due(
        self, entry: LogEntry, status: SettledStatus, raised: SettledDay, closed: SettledDay
    ) -> SettledDay:
        if not entry.due.is_blank:
            roles = (LogRole.REVISED_DUE, LogRole.DUE, LogRole.ORIGINAL_DUE)
            role = next(role for role in roles if not entry.day(role).is_blank)
            return self._days.settle(entry, role, entry.due)
        if status.status is None:
            return SettledDay(open=True)
        answer = self._days.due_of_blank(entry, closed=status.status in CLOSED)
        if answer == RAISED_DAY:
            return SettledDay(raised.day, open=raised.open)
        if answer == CLOSED_DAY:
            return SettledDay(closed.day or raised.day, open=closed.open)
        return SettledDay(open=True) if answer is None else SettledDay(day_of(answer), of_file=True)

    def _in_order(
        self, entry: LogEntry, raised: SettledDay, due: SettledDay, closed: SettledDay
    ) -> tuple[SettledDay, SettledDay, SettledDay]:
        """Return the days so that nothing is due or closed before it was raised."""
        if raised.day is None:
            return raised, due, closed
        if raised.of_file:
            days = (each.day for each in (due, closed) if each.day is not None)
            earliest = min((raised.day, *days))
            return SettledDay(earliest, of_file=True), due, closed
        since = f"raised on {long_date(raised.day)}"
        if due.day is not None and due.day < raised.day:
            text = (
                f"“{_title(entry.title)}” is due on {long_date(due.day)} and {since}. "
                "When is it due?"
            )
            due = self._days.mended(entry, "due early", text, raised.day)
        if closed.day is not None and closed.day < raised.day:
            text = (
                f"“{_title(entry.title)}” was closed on {long_date(closed.day)} and {since}. "
                "When was it closed?"
            )
            closed = self._days.mended(entry, "closed early", text, raised.day)
        still = [each for each in (due, closed) if each.day is not None and each.day < raised.day]
        return (SettledDay(open=True) if still else raised), due, closed

    def _original(self, entry: LogEntry, due: SettledDay) -> date | None:
        """Return when it was due before it was moved; None where the file says no other day."""
        for role in (LogRole.ORIGINAL_DUE, LogRole.DUE):
            read = entry.day(role)
            if not read.is_blank and read is not entry.due:
                first = self._days.settle(entry, role, read).day
                return first if first != due.day else None
        return None

    def _driver(self, entry: LogEntry) -> tuple[UUID | None, bool]:
        if not entry.driver:
            return None, False
        known = self._drivers.get(fold(entry.driver))
        if known is not None:
            return known.id, False
        answer = self._questions.ask(
            f"driver|{fold(entry.driver)}",
            f"Which driver of delay is “{entry.driver}”?",
            entry.place,
            lambda: (
                *(AnswerChoice(str(each.id), each.name) for each in self._drivers.values()),
                AnswerChoice(NO_DRIVER, "None of them"),
            ),
        )
        chosen = [each.id for each in self._drivers.values() if str(each.id) == answer]
        return (chosen[0] if chosen else None), answer is None


def _title(words: str) -> str:
    """Return what is to be done as a title; what is too long stands whole in its history."""
    plain = " ".join(words.split())
    if len(plain) <= lengths.ACTION:
        return plain
    return f"{plain[: lengths.ACTION - 1].rsplit(' ', 1)[0]}…"


def row_of(planned: PlannedAction, fate: RowFate, reason: str) -> BroughtRow:
    """Return a planned action as a row of the preview."""

    def shown(name: str, words: str) -> str:
        return OPEN_MARK if name in planned.open else words

    return BroughtRow(
        planned.entry.place,
        (
            planned.title,
            shown("owner", planned.owner.name),
            shown("body", planned.body.name),
            shown("due date", dated(planned.due.day)),
            shown("status", planned.status.value if planned.status else ""),
        ),
        fate,
        reason,
    )
