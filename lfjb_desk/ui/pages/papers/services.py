"""What the Papers page asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.services.meetings.meetings import MeetingService
    from lfjb_desk.services.papers.papers import PaperService


@dataclass(frozen=True)
class PapersServices:
    """What the page asks."""

    papers: PaperService
    meetings: MeetingService
