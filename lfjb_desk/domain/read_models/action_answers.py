"""The questions of an action form, and how its boxes are read: words, days and statuses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import ActionStatus
from lfjb_desk.domain.common.visible import visible
from lfjb_desk.domain.common.written_days import written_day

if TYPE_CHECKING:
    from datetime import date


class FormQuestion(StrEnum):
    """What a form asks about each action, by its name to a machine."""

    PROGRESS = "progress"
    STATUS = "status"
    DUE = "date"


LABELS = {
    FormQuestion.PROGRESS: "Progress since then",
    FormQuestion.STATUS: "Status",
    FormQuestion.DUE: "New date, if it must move",
}
STATUSES = tuple(status.value.capitalize() for status in ActionStatus)
"""The words of the list, as a pen may ring them."""
HINTS = {
    FormQuestion.PROGRESS: "Up to 60 words",
    FormQuestion.STATUS: "  /  ".join(STATUSES),
    FormQuestion.DUE: "Day, month, year",
}
"""What stands in a box until it is answered; a hint left as it was is no answer."""


@dataclass(frozen=True)
class ReadAnswer:
    """What a form says of one action; what is not clear is kept in its own words."""

    progress: str = ""
    due: date | None = None
    due_words: str = ""
    """What stands in the box of the date and is no clear day."""
    status: ActionStatus | None = None
    status_words: str = ""
    """What stands in the box of the status and is none of the list."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return self == ReadAnswer()

    @property
    def is_clear(self) -> bool:
        """Whether a person need not say what a box means."""
        return not (self.due_words or self.status_words)


def plain(text: str) -> str:
    """Return words in one line, without marks that nobody sees, in small letters."""
    return " ".join(visible(text).casefold().split())


_LABELS = {plain(label): question for question, label in LABELS.items()}
_HINTS = {plain(hint) for hint in HINTS.values()}
_STATUSES = {plain(status.value): status for status in ActionStatus}
_BLANKS = frozenset({"", "-", "\N{EN DASH}", "\N{EM DASH}", "n/a", "none"})


def question_of(label: str) -> FormQuestion | None:
    """Return the question that stands before a box."""
    return _LABELS.get(plain(label))


def is_hint(text: str) -> bool:
    """Tell whether a box still holds what stood in it."""
    return plain(text) in _HINTS


def read_answer(boxes: dict[FormQuestion, str]) -> ReadAnswer:
    """Return what the boxes of one action say."""
    filled = {question: "" if is_hint(text) else text.strip() for question, text in boxes.items()}
    day_words = filled.get(FormQuestion.DUE, "")
    status_words = filled.get(FormQuestion.STATUS, "")
    day, status = written_day(day_words), _STATUSES.get(plain(status_words))
    return ReadAnswer(
        progress=filled.get(FormQuestion.PROGRESS, ""),
        due=day,
        due_words="" if day or plain(day_words) in _BLANKS else day_words,
        status=status,
        status_words="" if status or plain(status_words) in _BLANKS else status_words,
    )
