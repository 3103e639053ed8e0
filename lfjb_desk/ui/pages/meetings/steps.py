"""The states of a meeting as the page shows them, and the steps between them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.meetings.meetings import MeetingState, Presence
from lfjb_desk.ui.look.theme import StatusTone

TONES = {
    MeetingState.PLANNED: StatusTone.OPEN,
    MeetingState.AGENDA_ISSUED: StatusTone.OPEN,
    MeetingState.IN_SESSION: StatusTone.SOON,
    MeetingState.MINUTES_DRAFT: StatusTone.SOON,
    MeetingState.CIRCULATED: StatusTone.SOON,
    MeetingState.AGREED: StatusTone.GOOD,
    MeetingState.SIGNED: StatusTone.GOOD,
    MeetingState.CANCELLED: StatusTone.SAME,
}
"""The symbol and colour of each state."""
PRESENCE_TONES = {
    Presence.PRESENT: StatusTone.GOOD,
    Presence.DEPUTY: StatusTone.GOOD,
    Presence.APOLOGIES: StatusTone.ASLEEP,
    Presence.ABSENT: StatusTone.SAME,
}
"""The symbol and colour of each mark of attendance."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("MeetingSteps", text)


def step_words(now: MeetingState, then: MeetingState) -> str:
    """Return the words on the button that brings a meeting from one state to another."""
    if (now, then) == (MeetingState.AGENDA_ISSUED, MeetingState.PLANNED):
        return _tr("Take the agenda back")
    if (now, then) == (MeetingState.CIRCULATED, MeetingState.MINUTES_DRAFT):
        return _tr("Take the minutes back to draft")
    words = {
        MeetingState.AGENDA_ISSUED: _tr("Issue the agenda"),
        MeetingState.IN_SESSION: _tr("Open the meeting"),
        MeetingState.MINUTES_DRAFT: _tr("Close into draft minutes"),
        MeetingState.CIRCULATED: _tr("Mark as circulated"),
        MeetingState.AGREED: _tr("Mark as agreed"),
        MeetingState.SIGNED: _tr("Mark as signed"),
    }
    return words[then]


def presence_words(presence: Presence) -> str:
    """Return the heading of a mark of attendance: `Apologies`."""
    words = {
        Presence.PRESENT: _tr("Present"),
        Presence.DEPUTY: _tr("Deputy"),
        Presence.APOLOGIES: _tr("Apologies"),
        Presence.ABSENT: _tr("Absent"),
    }
    return words[presence]
