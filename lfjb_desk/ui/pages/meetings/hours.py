"""Times of day as people write them: `10am`, `2.30pm`, `14:30`."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.changes import RuleError

NOON = 12
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Hours", text)


def read_time(text: str) -> time | None:
    """Return the time of day that a text means; None where it is empty.

    Raises:
        RuleError: when it means none.
    """
    plain = " ".join(text.casefold().split())
    if not plain:
        return None
    if plain in {"midday", "noon"}:
        return time(NOON)
    match = _TIME.fullmatch(plain)
    if match:
        hour, minute = int(match[1]), int(match[2] or 0)
        if match[3] and 1 <= hour <= NOON:
            hour = hour % NOON + (NOON if match[3] == "pm" else 0)
        elif match[3]:
            hour = -1
        try:
            return time(hour, minute)
        except ValueError:
            pass
    raise RuleError(
        _tr("“{0}” is not a time of day. Write it as 10am or 14:30; nothing was changed.").format(
            text.strip()
        )
    )
