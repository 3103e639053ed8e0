"""How the actions of a log stand: by known words, as answered, or asked about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import CLOSED, ActionStatus
from lfjb_desk.domain.formatting import fold
from lfjb_desk.importers.board_lists.days import read_day
from lfjb_desk.importers.board_lists.roles import LogRole
from lfjb_desk.importers.board_lists.statuses import read_status
from lfjb_desk.services.bringing.preview import AnswerChoice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lfjb_desk.services.bringing.asking import QuestionList
    from lfjb_desk.services.bringing.log_entries import LogEntry

AS_WRITTEN = "as written"


@dataclass(frozen=True)
class SettledStatus:
    """How an action stands; None while it is asked. A day on which it was closed may be beside."""

    status: ActionStatus | None = None
    closed_on: date | None = None


def settled_status(entry: LogEntry, questions: QuestionList, today: date) -> SettledStatus:
    """Return how the action of a row stands."""
    found = _by_words(entry, questions, today)
    if found.status is None:
        return found
    status = found.status
    if entry.struck and found.status not in CLOSED:
        answer = questions.ask(
            "struck",
            "How do the actions stand that are struck through in the file?",
            entry.place,
            lambda: (
                *_choices(ActionStatus.DONE),
                AnswerChoice(AS_WRITTEN, "As their own words say"),
            ),
        )
        if answer is None:
            return SettledStatus()
        if answer != AS_WRITTEN:
            found, status = SettledStatus(ActionStatus(answer)), ActionStatus(answer)
    closed = entry.day(LogRole.CLOSED_ON)
    if not closed.is_blank and status not in CLOSED:
        answer = questions.ask(
            f"closed and {status.value}",
            f"How stands what is “{status.value}” and has a day on which it was closed?",
            entry.place,
            lambda: _choices(ActionStatus.DONE),
        )
        return SettledStatus(ActionStatus(answer) if answer else None)
    return found


def _by_words(entry: LogEntry, questions: QuestionList, today: date) -> SettledStatus:
    read = entry.status
    if read.status is not None:
        return SettledStatus(read.status)
    if not entry.day(LogRole.CLOSED_ON).is_blank and not read.words:
        return SettledStatus(ActionStatus.DONE)
    likely = read.likely
    if likely in CLOSED and read.rest:
        day = read_day(read.rest, today).day
        if day is not None:
            return SettledStatus(likely, day)
    if not read.words:
        return _of_blank(entry, questions)
    key, text = fold(read.words), f"How does an action stand that is “{read.words}”?"
    if likely is not None:
        key = f"{likely.value} and more"
        text = f"How stands what begins with “{likely.value}” and goes on: “{read.words}”?"
    answer = questions.ask(f"status|{key}", text, entry.place, lambda: _choices(likely))
    return SettledStatus(ActionStatus(answer) if answer else None)


def _of_blank(entry: LogEntry, questions: QuestionList) -> SettledStatus:
    """Return what is answered for rows that say nothing of how they stand."""
    under = "" if entry.has_status else entry.under
    first = read_status(under.split(" ")[0]).status if under else None
    where = f" under “{under}”" if under else ""
    answer = questions.ask(
        f"status||{fold(under)}",
        f"How do the actions{where} stand of which the file does not say it in words?",
        entry.place,
        lambda: _choices(first or ActionStatus.OPEN),
    )
    return SettledStatus(ActionStatus(answer) if answer else None)


def _choices(first: ActionStatus | None) -> Iterator[AnswerChoice]:
    """Yield every status, the likely one first."""
    for status in sorted(ActionStatus, key=lambda each: each is not first):
        yield AnswerChoice(status.value, status.value[:1].upper() + status.value[1:])
