"""Days as people type them where no calendar helps, and which of them are since a meeting."""

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


def is_since(day: date | None, meeting_day: date, until: date | None = None) -> bool:
    """Tell whether a day is since a meeting: after its day, and not after `until` (None: no end).

    What bears the day of the meeting was done by it, and its minutes tell it. A day that nobody
    has recorded is since no meeting.
    """
    return day is not None and meeting_day < day and (until is None or day <= until)


def is_closed_since(day: date | None, meeting_day: date, until: date | None = None) -> bool:
    """Tell whether something was closed since a meeting, or on its day.

    What is closed in the afternoon after a meeting stands in none of its papers, and would stand
    in none at all; what was closed before it that day is rather told twice.
    """
    return day is not None and meeting_day <= day and (until is None or day <= until)
