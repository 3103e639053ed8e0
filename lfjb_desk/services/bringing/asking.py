"""Collects what a file leaves open: each question once, with how many rows wait for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import long_date
from lfjb_desk.importers.board_lists.days import read_day
from lfjb_desk.services.bringing.preview import DAY, AnswerChoice, BroughtQuestion
from lfjb_desk.services.bringing.whole_numbers import number_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lfjb_desk.importers.board_lists.days import ReadDay
    from lfjb_desk.services.bringing.preview import Answers


class QuestionList:
    """Asks, and gives the answers that there are; an answer that is no choice is none."""

    def __init__(self, answers: Answers, today: date) -> None:
        self._answers, self._today = answers, today
        self._questions: dict[str, BroughtQuestion] = {}
        self._given: dict[str, str | None] = {}

    def ask(
        self,
        key: str,
        text: str,
        place: str,
        choices: Callable[[], Iterable[AnswerChoice]],
        *,
        takes_day: bool = False,
        takes_number: bool = False,
        waits: bool = True,
    ) -> str | None:
        """Return the key of what is answered, or None; `waits` counts a row that needs it."""
        question = self._questions.get(key)
        if question is None:
            unique = {choice.key: choice for choice in choices()}
            question = BroughtQuestion(
                key,
                text,
                0,
                place,
                tuple(unique.values()),
                takes_day=takes_day,
                takes_number=takes_number,
            )
            self._given[key] = self._answer(question)
        self._questions[key] = replace(question, rows=question.rows + waits)
        return self._given[key]

    def given(self, key: str) -> str | None:
        """Return what was answered though nothing was asked, such as another role of a column."""
        return self._answers.get(key)

    def ask_day(
        self,
        key: str,
        text: str,
        place: str,
        choices: Callable[[], Iterable[AnswerChoice]],
    ) -> str | None:
        """Return what is answered where any day may be typed, too; a day as `day:2026-12-03`."""
        return self.ask(key, text, place, choices, takes_day=True)

    def ask_number(
        self,
        key: str,
        text: str,
        place: str,
        choices: Callable[[], Iterable[AnswerChoice]],
    ) -> str | None:
        """Return what is answered where any number may be typed, too; a number in figures."""
        return self.ask(key, text, place, choices, takes_number=True)

    def questions(self) -> tuple[BroughtQuestion, ...]:
        """Return what was asked: first what changes how others are read, then by rows."""
        questions = (
            replace(each, answered=self._given[key] is not None)
            for key, each in self._questions.items()
        )
        return tuple(sorted(questions, key=lambda each: (each.rows > 0, -each.rows)))

    def _answer(self, question: BroughtQuestion) -> str | None:
        given = self._answers.get(question.key)
        if given is None or any(choice.key == given for choice in question.choices):
            return given
        if question.takes_number:
            number = number_of(given)
            return None if number is None else str(number)
        if not question.takes_day:
            return None
        day = read_day(given.removeprefix(DAY), self._today).day
        return None if day is None else f"{DAY}{day.isoformat()}"


def day_choice(day: date, under: str = "") -> AnswerChoice:
    """Return a day as something to be answered."""
    return AnswerChoice(f"{DAY}{day.isoformat()}", long_date(day), under)


def day_of(answer: str) -> date | None:
    """Return the day that an answer names; None where it is another answer."""
    return date.fromisoformat(answer.removeprefix(DAY)) if answer.startswith(DAY) else None


def day_choices(read: ReadDay, others: Sequence[AnswerChoice]) -> list[AnswerChoice]:
    """Return what a doubtful day may be, then what else is likely."""
    return [*(day_choice(day) for day in read.candidates), *others]
