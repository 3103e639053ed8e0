"""Looks at a Word file in a process of its own, which may fail without harm to this one."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from lfjb_desk.intake.limits import ReadingLimits
from lfjb_desk.intake.process import ReadingEnd, ReadingEndedError, lines_of, reading_command
from lfjb_desk.word.checking.findings import Finding
from lfjb_desk.word.front_door import UnreadablePaperError, word_file
from lfjb_desk.word.reading.document import WordDocument
from lfjb_desk.word.reading.form import ReadForm
from lfjb_desk.word.reading.reviewed import ReviewedPaper

Answer = TypeVar("Answer")
CHILD = "lfjb_desk.word.child"
FROZEN_WORD = "word-child"
"""First argument that makes the built program act as this process."""
CHECK, FORM, READ, REVIEW = "check", "form", "read", "review"
"""What the process is to do."""
MEMORY = 768 << 20

_FINDINGS = TypeAdapter(tuple[Finding, ...])
_FORM = TypeAdapter(ReadForm)
_REVIEW = TypeAdapter(ReviewedPaper)
_DOCUMENT = TypeAdapter(WordDocument)


def _never() -> bool:
    return False


def check_file(
    path: Path, marking: str = "", limits: ReadingLimits | None = None
) -> tuple[Finding, ...]:
    """Return what `checking.check` finds in a file, which may be anybody's.

    Raises:
        RuleError: when it is missing, foreign, damaged, a trap, or past the limits.
    """
    answer = _answer(path, CHECK, marking, _never, limits)
    return _checked(path, CHECK, answer.get("findings"), _FINDINGS)


def read_form_file(
    path: Path, cancelled: Callable[[], bool] = _never, limits: ReadingLimits | None = None
) -> ReadForm:
    """Return the rows of a returned form, which may be anybody's file.

    Raises:
        RuleError: when it is missing, foreign, damaged, locked, a trap, or past the limits, or
            `cancelled` said so.
    """
    answer = _answer(path, FORM, "", cancelled, limits)
    return _checked(path, FORM, answer.get("form"), _FORM)


def read_file(
    path: Path, cancelled: Callable[[], bool] = _never, limits: ReadingLimits | None = None
) -> WordDocument:
    """Return the lines and tables of a file, which may be anybody's.

    Raises:
        RuleError: when it is missing, foreign, damaged, locked, a trap, or past the limits, or
            `cancelled` said so.
    """
    answer = _answer(path, READ, "", cancelled, limits)
    return _checked(path, READ, answer.get("document"), _DOCUMENT)


def read_reviewed_file(
    path: Path, cancelled: Callable[[], bool] = _never, limits: ReadingLimits | None = None
) -> ReviewedPaper:
    """Return a paper with its tracked changes and comments, which may be anybody's file.

    Raises:
        RuleError: when it is missing, foreign, damaged, locked, a trap, or past the limits, or
            `cancelled` said so.
    """
    answer = _answer(path, REVIEW, "", cancelled, limits)
    return _checked(path, REVIEW, answer.get("review"), _REVIEW)


def _checked(path: Path, task: str, answer: object, kind: TypeAdapter[Answer]) -> Answer:
    """Return what the process answered as its type; anything else means that it failed."""
    try:
        return kind.validate_python(answer)
    except ValidationError:
        raise _ended(path, task, ReadingEnd.DIED) from None


def _answer(
    path: Path,
    task: str,
    marking: str,
    cancelled: Callable[[], bool],
    limits: ReadingLimits | None,
) -> dict[str, Any]:
    limits = limits or ReadingLimits(memory=MEMORY)
    word_file(path)  # a trap is refused before a process is started for it
    arguments = [str(limits.memory), str(limits.cpu), str(path.resolve()), task, marking]
    command = [*reading_command(CHILD, FROZEN_WORD), *arguments]
    try:
        for line in lines_of(command, cancelled, limits):
            return _message(path, task, line)
    except ReadingEndedError as error:
        raise _ended(path, task, error.end) from None
    raise AssertionError("a process that gave no answer ends in an error")


def _message(path: Path, task: str, line: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(line)
        refused = answer.get("refused")
    except (AttributeError, ValueError):
        raise _ended(path, task, ReadingEnd.DIED) from None
    if refused is not None:
        raise UnreadablePaperError(str(refused))
    return dict(answer)


def _ended(path: Path, task: str, end: ReadingEnd) -> UnreadablePaperError:
    if end is ReadingEnd.CANCELLED:
        return UnreadablePaperError(f"Reading “{path.name}” was stopped. Nothing was changed.")
    if end is ReadingEnd.DIED:
        reason = "the process that reads it stopped while opening it"
    else:
        reason = "it needs more time or memory than a paper may have"
    verb = "checked" if task == CHECK else "read"
    return UnreadablePaperError(
        f"“{path.name}” cannot be {verb}: {reason}. Nothing was changed. "
        f"Open it in Word, save it as a new file and {'check' if task == CHECK else 'choose'} that."
    )
