"""The days of an action log settled: certain, as the user answered, or asked about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import fold, long_date
from lfjb_desk.importers.board_lists.days import DayDoubt, read_day
from lfjb_desk.importers.board_lists.roles import LogRole
from lfjb_desk.services.bringing.asking import day_choice, day_choices, day_of
from lfjb_desk.services.bringing.preview import LEAVE_OUT, AnswerChoice

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.importers.board_lists.days import ReadDay
    from lfjb_desk.services.bringing.asking import QuestionList
    from lfjb_desk.services.bringing.log_entries import LogEntry

DAY_FIRST, MONTH_FIRST = "day first", "month first"
RAISED_DAY, CLOSED_DAY = "raised", "closed"
UNKNOWN = "not known"
NAMES = {
    LogRole.DUE: "due",
    LogRole.REVISED_DUE: "due",
    LogRole.ORIGINAL_DUE: "due",
    LogRole.RAISED: "raised",
    LogRole.MEETING: "raised",
    LogRole.CLOSED_ON: "closed",
}


@dataclass(frozen=True)
class SettledDay:
    """A day that is certain, or the lack of one; `open` where it is asked about."""

    day: date | None = None
    open: bool = False
    of_file: bool = False
    """Whether it was answered for all rows that say nothing."""


OPEN_DAY = SettledDay(open=True)


class LogDays:
    """Settles days, having looked which of them a month-first habit makes doubtful."""

    def __init__(
        self,
        questions: QuestionList,
        entries: Sequence[LogEntry],
        meetings: Sequence[tuple[date, str]],
        today: date,
    ) -> None:
        """`meetings` are the days of meetings about today, the next first, each in words."""
        self._questions, self._today = questions, today
        self._meetings = [day_choice(day, words) for day, words in meetings]
        self._turned_roles = {
            role
            for entry in entries
            for role, read in entry.days.items()
            if read.doubt is DayDoubt.MONTH_FIRST
        }

    def settle(self, entry: LogEntry, role: LogRole, read: ReadDay) -> SettledDay:
        """Return a day that a cell names; a blank cell gives none."""
        if read.is_blank:
            return SettledDay()
        month_first = self._is_month_first(entry, role, read)
        if month_first is None:
            return OPEN_DAY
        if month_first:
            if read.doubt is DayDoubt.MONTH_FIRST:
                return SettledDay(read.candidates[0])
            return SettledDay(read.turned or read.day)
        if read.day is not None:
            return SettledDay(read.day)
        name = NAMES[role]
        text = f"On which day was it {name}: “{read.words}”?"
        if name == "due":
            text = f"When is due: “{read.words}”?"
        answer = self._questions.ask_day(
            f"day|{name}|{fold(read.words)}",
            f"{text} ({_why(read)})",
            entry.place,
            lambda: day_choices(read, self._meetings if name == "due" else []),
        )
        return OPEN_DAY if answer is None else SettledDay(day_of(answer))

    def due_of_blank(self, entry: LogEntry, *, closed: bool) -> str | None:
        """Return the answer for rows that say nothing of when they are due."""
        text = "When is due what has no due date and is open?"
        choices = self._meetings
        if closed:
            text = "When was due what has no due date and is closed?"
            choices = [
                AnswerChoice(RAISED_DAY, "On the day on which it was raised"),
                AnswerChoice(CLOSED_DAY, "On the day on which it was closed"),
            ]
        key = f"no due|{'closed' if closed else 'open'}"
        return self._questions.ask_day(key, text, entry.place, lambda: choices)

    def raised(self, entry: LogEntry) -> SettledDay:
        """Return when it was raised: by its own cell, its meeting, or as answered for the rest."""
        own = entry.day(LogRole.RAISED)
        if not own.is_blank:
            return self.settle(entry, LogRole.RAISED, own)
        meeting = entry.day(LogRole.MEETING)
        if meeting.day is not None or (meeting.doubt is not None and meeting.candidates):
            return self.settle(entry, LogRole.MEETING, meeting)
        under = entry.under
        where = f" under “{under}”" if under else ""
        answer = self._questions.ask_day(
            f"raised|{fold(under)}",
            f"On which day were the actions{where} raised? The file does not say it.",
            entry.place,
            lambda: [*self._of_heading(under), *self._meetings, day_choice(self._today, "today")],
        )
        return OPEN_DAY if answer is None else SettledDay(day_of(answer), of_file=True)

    def mended(self, entry: LogEntry, key: str, text: str, day: date) -> SettledDay:
        """Return the day that is answered where two days of a row contradict each other."""
        answer = self._questions.ask_day(
            f"{key}|{entry.place}", text, entry.place, lambda: [day_choice(day)]
        )
        return OPEN_DAY if answer is None else SettledDay(day_of(answer))

    def _of_heading(self, words: str) -> list[AnswerChoice]:
        """Return the days that a heading over rows may name: `Meeting of 12 March 2026`."""
        read = read_day(words, self._today)
        days = (*((read.day,) if read.day else ()), *read.candidates)
        return [day_choice(day, f"named in “{words}”") for day in days]

    def _is_month_first(self, entry: LogEntry, role: LogRole, read: ReadDay) -> bool | None:
        """Tell whether a day is written month first; None while that is asked."""
        if role not in self._turned_roles:
            return False
        if read.turned is None and read.doubt is not DayDoubt.MONTH_FIRST:
            return False
        answer = self._questions.ask(
            f"order|{role.value}",
            f"Some days in the column “{role.value}” can only be month first. How are the others "
            f"written, such as “{read.words}”?",
            entry.place,
            lambda: (
                AnswerChoice(MONTH_FIRST, "Month first, as in America"),
                AnswerChoice(DAY_FIRST, "Day first"),
                AnswerChoice(LEAVE_OUT, "Leave these rows out"),
            ),
        )
        return None if answer in {None, LEAVE_OUT} else answer == MONTH_FIRST


def _why(read: ReadDay) -> str:
    return read.doubt.value if read.doubt else ""


def dated(day: date | None) -> str:
    """Return a day for a cell of the preview, or nothing."""
    return long_date(day) if day else ""
