"""The record of an item as one minutes: what it shows, where it leads and how it is mended."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLabel

from lfjb_desk.domain.meetings.meetings import DecisionState, MeetingState
from lfjb_desk.ui.widgets.reference import Reference
from tests.ui.pages.hands import carry_out, press

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.pages.meetings.minuting.box import MinuteBox
    from lfjb_desk.ui.pages.meetings.minuting.reading.kinds import EntryKind
    from lfjb_desk.ui.pages.meetings.page import MeetingsPage
    from tests.ui.conftest import Scripted

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(meetings_page: MeetingsPage) -> MeetingsPage:
    """The next meeting, in session, with its minutes in front."""
    meeting = meetings_page.listing.table.rows_model.rows()[0].meeting
    for state in (MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION):
        meetings_page.record_commands.step(meeting.id, state)
    meetings_page.open(meeting.id)
    return meetings_page


def box(page: MeetingsPage) -> MinuteBox:
    return page.minuting.composer.box


def record(qtbot: QtBot, page: MeetingsPage, line: str) -> None:
    qtbot.keyClicks(box(page), line)
    qtbot.keyClick(box(page), ENTER)


def entries(page: MeetingsPage) -> list[tuple[EntryKind, str]]:
    return [(one.kind, one.text) for one in page.minuting.record.entries]


def test_a_decision_is_withdrawn_and_reinstated_with_a_reason(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted
) -> None:
    dialogs.forms += [{"reason": "Ipswich is closed"}, {"reason": "Ipswich is open again"}]
    record(qtbot, page, "/d Hearings of five days are listed in Ipswich")
    ref = page.minuting.record.entries[0].ref
    press(qtbot, page, f"Withdraw {ref}")
    assert states(page) == [DecisionState.WITHDRAWN]
    press(qtbot, page, f"Reinstate {ref}")
    assert states(page) == [DecisionState.IN_FORCE]
    page.desk.history.stack.undo()
    assert states(page) == [DecisionState.WITHDRAWN]


def test_a_decision_is_replaced_by_another_and_undo_puts_it_into_force_again(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted
) -> None:
    record(qtbot, page, "/d Hearings of five days are listed in Ipswich")
    ref = page.minuting.record.entries[0].ref
    dialogs.forms.append({"text": "Hearings of four days are listed in Ipswich"})
    press(qtbot, page, f"Replace {ref}")
    assert set(states(page)) == {DecisionState.SUPERSEDED, DecisionState.IN_FORCE}
    in_force = next(
        one for one in page.minuting.record.entries if one.state is DecisionState.IN_FORCE
    )
    assert in_force.text == "Hearings of four days are listed in Ipswich"
    page.desk.history.stack.undo()
    assert states(page) == [DecisionState.IN_FORCE]


def test_a_note_moves_to_another_place_and_under_another_item(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted
) -> None:
    for line in ("First note", "Second note"):
        record(qtbot, page, line)
    dialogs.forms.append({"place": Decimal(1)})
    press(qtbot, page, "Move note “Second note”")
    assert [text for _, text in entries(page)] == ["Second note", "First note"]
    items = page.minuting.items.table.rows_model.rows()
    dialogs.forms.append({"item_id": items[1].item.id})
    press(qtbot, page, "Move note “Second note”")
    assert [text for _, text in entries(page)] == ["First note"]
    page.minuting.choose(items[1].item.id)
    assert [text for _, text in entries(page)] == ["Second note"]


def states(page: MeetingsPage) -> list[DecisionState | None]:
    return [one.state for one in page.minuting.record.entries]


def test_the_record_stands_in_the_order_of_the_discussion(qtbot: QtBot, page: MeetingsPage) -> None:
    for line in ("/d List by court", "Cases wait.", "/a Bring a plan 21/12", "It is agreed."):
        record(qtbot, page, line)
    assert [text for _, text in entries(page)] == [
        *("List by court", "Cases wait.", "Bring a plan", "It is agreed."),
    ]


def settle() -> None:
    for _ in range(3):  # lines get their place in rounds
        QApplication.processEvents()


def in_sight(page: MeetingsPage, text: str) -> bool:
    """Whether these words of the record are seen without scrolling."""
    settle()
    room = page.minuting.record.viewport()
    labels: list[QLabel] = page.minuting.record.findChildren(QLabel)
    (label,) = (one for one in labels if one.text() == text and one.isVisible())
    place = QRect(label.mapTo(room, QPoint(0, 0)), label.size())
    return room.rect().contains(place)


def test_the_record_follows_what_is_typed_and_mended_and_else_stays(
    qtbot: QtBot, page: MeetingsPage, dialogs: Scripted
) -> None:
    for number in range(12):
        record(qtbot, page, f"What was said as number {number}")
        assert in_sight(page, f"What was said as number {number}")
    assert not in_sight(page, "What was said as number 0")
    bar = page.minuting.record.verticalScrollBar()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    stays = bar.value()
    page.refresh()
    assert in_sight(page, "What was said as number 5")
    assert bar.value() == stays
    dialogs.forms.append({"text": "What was meant"})
    carry_out(page, "Change…", "number 9")
    assert in_sight(page, "What was meant")
    carry_out(page, "Remove", "number 11")
    assert bar.value() > 0


def test_a_decision_and_an_action_lead_to_the_line_of_the_minutes_where_they_stand(
    qtbot: QtBot, page: MeetingsPage
) -> None:
    for line in ("/d List by complexity", "/a Bring a plan @Ruth Fieldfare 21/12"):
        qtbot.keyClicks(box(page), line)
        qtbot.keyClick(box(page), Qt.Key.Key_Escape)
        qtbot.keyClick(box(page), ENTER)
    for number in range(12):
        record(qtbot, page, f"What was said as number {number}")
    (minuted, *_) = page.minuting.items.table.rows_model.rows()
    (decided,), (raised,) = minuted.decisions, minuted.actions
    settle()
    gone: list[tuple[str, str, UUID]] = []
    page.desk.context.going.connect(lambda *where: gone.append(where))
    for ref in (f"Decision  {decided.decision.ref}", f"Action  {raised.action.ref}"):
        references: list[Reference] = page.minuting.record.findChildren(Reference)
        (reference,) = (one for one in references if one.text() == ref and one.isVisible())
        qtbot.mouseClick(reference, Qt.MouseButton.LeftButton)
    assert gone == [
        ("governance", "decision", decided.decision.id),
        ("actions", "action", raised.action.id),
    ]
    for kind, key, text in (
        ("decision", decided.decision.id, "List by complexity"),
        ("raised", raised.action.id, "Bring a plan"),
    ):
        page.minuting.go(3)
        page.close_meeting()
        page.show_record(kind, key)
        assert page.minuting.item_id == minuted.item.id
        assert in_sight(page, text)
