"""A meeting is cancelled and reinstated on the Meetings page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from lfjb_desk.domain.meetings.meetings import MeetingState
from tests.ui.pages.hands import menu_of_row, words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.pages.meetings.page import MeetingsPage
    from tests.ui.conftest import Scripted

WHY = "Snow"


def cancel(page: MeetingsPage, dialogs: Scripted) -> None:
    page.listing.table.selectRow(0)
    dialogs.forms.append({"why": WHY})
    menu_of_row(page.listing.table)["Cancel the meeting…"].run()


def test_a_cancelled_meeting_says_so_in_the_list_and_can_be_reinstated(
    meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    assert "Reinstate the meeting" not in menu_of_row(page.listing.table)
    cancel(page, dialogs)
    assert page.listing.table.rows_model.index(0, 0).data().startswith("Cancelled")
    said = words(page)
    assert "1 cancelled" in said
    assert WHY in said
    assert "Ready for the day" not in said
    offered = menu_of_row(page.listing.table)
    assert {"Reinstate the meeting", "Save the cancellation…"} <= set(offered)
    assert {"Cancel the meeting…", "Save the invitation…", "Change…"}.isdisjoint(offered)
    offered["Reinstate the meeting"].run()
    assert page.listing.table.current_row() is not None
    assert page.listing.table.rows_model.rows()[0].meeting.state is MeetingState.PLANNED
    assert "Ready for the day" in words(page)


def test_the_agenda_of_a_cancelled_meeting_is_only_read(
    qtbot: QtBot, meetings_page: MeetingsPage, dialogs: Scripted
) -> None:
    page = meetings_page
    cancel(page, dialogs)
    page.open(page.listing.table.rows_model.rows()[0].meeting.id)
    assert page.sides.current == "agenda"
    assert "cancelled: Snow" in words(page)
    assert len(page.agenda.table.rows_model.rows()) == 11
    buttons = [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]
    assert "Add an item" not in buttons
    assert "Issue the agenda" not in buttons
    assert "Note a correction…" not in buttons
    page.show_side("minutes")
    assert "was cancelled: Snow." in words(page)
    assert not page.minuting.composer.isVisible()
