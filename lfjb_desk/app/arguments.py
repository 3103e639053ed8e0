"""What the words of a command mean: a day, a path, a code or a number, or why it is none."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.days import NotADayError, read_day

if TYPE_CHECKING:
    from datetime import date


def given_day(text: str) -> date:
    """Return a day.

    Raises:
        ArgumentTypeError: when the text is none.
    """
    try:
        return read_day(text)
    except NotADayError as error:
        raise ArgumentTypeError(str(error)) from None


def given_path(text: str) -> Path:
    """Return a path; an empty text would mean the folder that the command is run in.

    Raises:
        ArgumentTypeError: when nothing is named.
    """
    if not text.strip():
        raise ArgumentTypeError("no file or folder is named")
    return Path(text)


def given_code(text: str) -> str:
    """Return a code as it is written.

    Raises:
        ArgumentTypeError: when there is none.
    """
    if not text.strip():
        raise ArgumentTypeError("no code is given")
    return text


def given_number(text: str) -> int:
    """Return the number of a meeting.

    Raises:
        ArgumentTypeError: when the text is no number.
    """
    try:
        return int(text)
    except ValueError:
        raise ArgumentTypeError(
            f"“{text}” is not the number of a meeting; write it as 21"
        ) from None
