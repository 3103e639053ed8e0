"""What printed minutes carry so that a copy that comes back is known: of which meeting, as when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

_KEY = re.compile(r"lfjb:minutes:([0-9a-f-]{36}):(\d{1,6}):(open|restricted)")
OPEN, RESTRICTED = "open", "restricted"


@dataclass(frozen=True)
class MinutesKey:
    """Which minutes a paper holds."""

    meeting_id: UUID
    version: int
    """Of the circulated minutes; 0 for a draft."""
    restricted: bool = False
    """Whether it holds restricted matter too."""

    @property
    def text(self) -> str:
        """The key as the file carries it."""
        readers = RESTRICTED if self.restricted else OPEN
        return f"lfjb:minutes:{self.meeting_id}:{self.version}:{readers}"


def minutes_key(text: str) -> MinutesKey | None:
    """Return the key that a file carries, or None where it carries none."""
    match = _KEY.fullmatch(text.strip())
    if match is None:
        return None
    try:
        meeting_id = UUID(match[1])
    except ValueError:
        return None
    return MinutesKey(meeting_id, int(match[2]), match[3] == RESTRICTED)
