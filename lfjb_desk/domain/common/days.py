"""Days as people type them where no calendar helps: on a command line, in a script."""

from datetime import date


class NotADayError(ValueError):
    """Text that is no day; it says how one is written, without a full stop."""


def read_day(text: str) -> date:
    """Return the day that a text names as 2026-12-08.

    Raises:
        NotADayError: when it names none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotADayError(f"{text} is not a day; write it as 2026-12-08") from None
