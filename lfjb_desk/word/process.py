"""Checks a Word file in a process of its own, which may fail without harm to this one."""

import json
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from lfjb_desk.intake.limits import ReadingLimits
from lfjb_desk.intake.process import ReadingEnd, ReadingEndedError, lines_of, reading_command
from lfjb_desk.word.checking.findings import Finding
from lfjb_desk.word.front_door import UnreadablePaperError, word_file

CHILD = "lfjb_desk.word.child"
FROZEN_WORD = "word-child"
"""First argument that makes the built program act as this process."""

_FINDINGS = TypeAdapter(tuple[Finding, ...])


def check_file(
    path: Path, marking: str = "", limits: ReadingLimits | None = None
) -> tuple[Finding, ...]:
    """Return what `checking.check` finds in a file, which may be anybody's.

    Raises:
        RuleError: when it is missing, foreign, damaged, a trap, or past the limits.
    """
    limits = limits or ReadingLimits(memory=768 << 20)
    word_file(path)  # a trap is refused before a process is started for it
    arguments = [str(limits.memory), str(limits.cpu), str(path.resolve()), marking]
    command = [*reading_command(CHILD, FROZEN_WORD), *arguments]
    try:
        for line in lines_of(command, lambda: False, limits):
            return _findings(path, line)
    except ReadingEndedError as error:
        raise _ended(path, error.end) from None
    raise AssertionError("a process that gave no answer ends in an error")


def _findings(path: Path, line: bytes) -> tuple[Finding, ...]:
    try:
        answer = json.loads(line)
        if "refused" in answer:
            raise UnreadablePaperError(str(answer["refused"]))
        return _FINDINGS.validate_python(answer["findings"])
    except (KeyError, TypeError, ValueError, ValidationError):
        raise _ended(path, ReadingEnd.DIED) from None


def _ended(path: Path, end: ReadingEnd) -> UnreadablePaperError:
    if end is ReadingEnd.DIED:
        reason = "the process that reads it stopped while opening it"
    else:
        reason = "it needs more time or memory than a paper may have"
    return UnreadablePaperError(
        f"“{path.name}” cannot be checked: {reason}. Nothing was changed. "
        "Open it in Word, save it as a new file and check that."
    )
