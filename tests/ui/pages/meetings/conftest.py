"""The minutes of a meeting in session, and a keyboard at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.meetings.meetings import MeetingState
from tests.ui.pages.meetings.keyboard import Keyboard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.pages.meetings.page import MeetingsPage


@pytest.fixture
def keyboard(qtbot: QtBot, meetings_page: MeetingsPage) -> Keyboard:
    """The keyboard, at the minutes of a meeting in session."""
    meeting = meetings_page.listing.table.rows_model.rows()[0].meeting
    for state in (MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION):
        meetings_page.record_commands.step(meeting.id, state)
    meetings_page.window().activateWindow()
    qtbot.waitUntil(meetings_page.window().isActiveWindow)
    meetings_page.open(meeting.id)
    made = Keyboard(meetings_page)
    assert made.has_focus()
    return made
