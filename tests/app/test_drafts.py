"""What was typed and not recorded, in the whole window: put aside, closed upon, killed, offered."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from lfjb_desk.app import board
from lfjb_desk.app.environment import shipped
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.services.drafts.journal import DraftJournal, journal_of
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.sample.sample import SampleService
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.ui.dialogs import Dialogs
from lfjb_desk.ui.questions import FormDialog
from tests.app.conftest import TODAY
from tests.ui.pages.hands import carry_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from lfjb_desk.app.environment import Environment
    from lfjb_desk.ui.shell.drafts.strip import DraftStrip
    from lfjb_desk.ui.shell.main_window import MainWindow

    Open = Callable[[Environment], MainWindow]


@pytest.fixture
def sample(where: Environment) -> Environment:
    """The sample board, its next meeting in session."""
    with board.opened(where) as database:
        database.apply(SampleService(database, shipped().sample, shipped().reference).build(TODAY))
        with database.session() as session:
            groups = everything(session, Group)
        group = next(each for each in groups if each.kind is GroupKind.BOARD)
        meetings = MeetingService(database)
        coming = meetings.next(group.id, TODAY)
        assert coming is not None
        for state in (MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION):
            database.apply(meetings.move_to(coming.meeting.id, state))
    return where


def page(window: MainWindow) -> Any:
    found = window.shell.page()
    assert found is not None
    return found


def strip(window: MainWindow) -> DraftStrip:
    return window.shell.offers.strip


def in_form(act: Callable[[FormDialog[Any]], None]) -> None:
    """Do something in the form that opens next."""

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FormDialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():  # a failed test may not wait for an answer for ever
                dialog.reject()

    QTimer.singleShot(0, now)


def kept(where: Environment) -> list[dict[str, str]]:
    """Return the words that a start would find now."""
    copy = Path(where.database).with_name("copy.lfjb")
    path = journal_of(Path(where.database))
    journal_of(copy).write_bytes(path.read_bytes() if path.exists() else b"")
    with board.opened_to_read(where) as database:
        identity = database.identity()
    return [dict(draft.words) for draft in DraftJournal(copy, identity).drafts()]


def fill_and_leave(qtbot: QtBot, dialog: FormDialog[Any]) -> None:
    control = dialog.view.fields["title"].control
    control.setFocus()
    qtbot.keyClicks(control, "Publish the rota")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_escape_on_a_filled_form_puts_it_aside_and_one_click_opens_it_as_it_was(
    qtbot: QtBot, open_desk: Open, sample: Environment
) -> None:
    window = open_desk(sample)
    window.shell.open_page("actions")
    in_form(lambda dialog: fill_and_leave(qtbot, dialog))
    carry_out(page(window), "New action")
    assert strip(window).isVisible()
    assert "“New action” was put aside" in strip(window).accessibleName()
    assert kept(sample) == [{"title": "Publish the rota"}]

    seen: list[str] = []

    def look(dialog: FormDialog[Any]) -> None:
        seen.append(dialog.view.fields["title"].control.text())  # type: ignore[attr-defined]
        assert dialog.notice.isVisible()
        dialog.view.fields["due"].give(TODAY)
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    in_form(look)
    qtbot.mouseClick(strip(window).go_on, Qt.MouseButton.LeftButton)
    assert seen == ["Publish the rota"]
    assert not strip(window).isVisible()
    assert kept(sample) == []
    assert window.shell.desk.history.stack.undoText().startswith("Add action")


def test_what_is_left_for_later_gives_the_focus_back_to_the_page(
    qtbot: QtBot, open_desk: Open, sample: Environment
) -> None:
    window = open_desk(sample)
    window.shell.open_page("actions")
    in_form(lambda dialog: fill_and_leave(qtbot, dialog))
    carry_out(page(window), "New action")
    strip(window).later.setFocus()
    qtbot.keyClick(strip(window).later, Qt.Key.Key_Space)
    assert not strip(window).isVisible()
    assert window.focusWidget() is page(window).table


def test_a_form_in_which_nothing_was_typed_closes_without_a_word(
    qtbot: QtBot, open_desk: Open, sample: Environment
) -> None:
    window = open_desk(sample)
    window.shell.open_page("actions")
    in_form(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    carry_out(page(window), "New action")
    assert not strip(window).isVisible()
    assert kept(sample) == []


def test_the_same_form_opened_again_is_filled_and_can_be_started_afresh(
    qtbot: QtBot, open_desk: Open, sample: Environment
) -> None:
    window = open_desk(sample)
    window.shell.open_page("actions")
    in_form(lambda dialog: fill_and_leave(qtbot, dialog))
    carry_out(page(window), "New action")

    def start_afresh(dialog: FormDialog[Any]) -> None:
        title = dialog.view.fields["title"].control
        assert title.text() == "Publish the rota"  # type: ignore[attr-defined]
        qtbot.mouseClick(dialog.afresh, Qt.MouseButton.LeftButton)
        assert title.text() == ""  # type: ignore[attr-defined]
        assert dialog.focusWidget() is title
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    in_form(start_afresh)
    carry_out(page(window), "New action")
    assert not strip(window).isVisible()
    assert kept(sample) == []


def test_a_form_on_one_record_is_not_filled_from_another(
    qtbot: QtBot, open_desk: Open, sample: Environment
) -> None:
    window = open_desk(sample)
    actions = window.shell.open_page("actions")
    assert actions is not None
    table = page(window).table
    first, second = [row for row in table.rows_model.rows() if hasattr(row, "action")][:2]
    table.choose(first.action.id)

    def write(dialog: FormDialog[Any]) -> None:
        qtbot.keyClicks(dialog.view.fields["text"].control, "Halfway there")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    label = page(window).record_commands.record.label
    in_form(write)
    page(window)._of_chosen.carry_out(page(window).record_commands.record)
    table.choose(second.action.id)
    texts: list[str] = []

    def look(dialog: FormDialog[Any]) -> None:
        texts.append(dialog.view.fields["text"].control.toPlainText())  # type: ignore[attr-defined]
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    in_form(look)
    page(window)._of_chosen.carry_out(page(window).record_commands.record)
    in_form(look)
    qtbot.mouseClick(strip(window).go_on, Qt.MouseButton.LeftButton)
    assert texts == ["", "Halfway there"]
    assert table.current_row().action.id == first.action.id, f"{label} is about the first again"


def test_a_form_that_was_open_when_the_desk_ended_is_offered_at_the_next_start(
    qtbot: QtBot, open_desk: Open, sample: Environment
) -> None:
    window = open_desk(sample)
    window.shell.open_page("actions")
    table = page(window).table
    chosen = [row for row in table.rows_model.rows() if hasattr(row, "action")][2]
    table.choose(chosen.action.id)

    def write(dialog: FormDialog[Any]) -> None:
        dialog.view.fields["text"].control.setFocus()
        qtbot.keyClicks(dialog.view.fields["text"].control, "Halfway there")
        left.append(journal_of(Path(sample.database)).read_bytes())  # as a kill leaves it
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    left: list[bytes] = []
    in_form(write)
    page(window)._of_chosen.carry_out(page(window).record_commands.record)
    window.close()
    QApplication.instance().aboutToQuit.emit()  # type: ignore[union-attr]
    journal_of(Path(sample.database)).write_bytes(left[0])

    after = open_desk(sample)
    assert strip(after).isVisible()
    texts: list[tuple[str, bool]] = []

    def look(dialog: FormDialog[Any]) -> None:
        control = dialog.view.fields["text"].control
        texts.append((control.toPlainText(), dialog.focusWidget() is control))  # type: ignore[attr-defined]
        dialog.reject()

    in_form(look)
    qtbot.mouseClick(strip(after).go_on, Qt.MouseButton.LeftButton)
    assert texts == [("Halfway there", True)]
    assert page(after).table.current_row().action.id == chosen.action.id


def test_after_a_close_one_click_goes_on_minuting_at_the_same_item_and_cursor(
    qtbot: QtBot, open_desk: Open, sample: Environment
) -> None:
    window = open_desk(sample)
    window.shell.open_page("meetings")
    meetings = page(window)
    meetings.open(meetings.listing.table.rows_model.rows()[0].meeting.id, "minutes")
    meetings.minuting.go(3)
    box = meetings.minuting.composer.box
    qtbot.keyClicks(box, "Waiting over 26 weeks")
    for _ in range(5):
        qtbot.keyClick(box, Qt.Key.Key_Left)
    window.close()
    QApplication.instance().aboutToQuit.emit()  # type: ignore[union-attr]

    after = open_desk(sample)
    assert "Waiting" not in strip(after).accessibleName()
    assert strip(after).accessibleName().startswith("“4. ")
    qtbot.mouseClick(strip(after).go_on, Qt.MouseButton.LeftButton)
    minuting = page(after).minuting
    assert minuting.items.table.currentIndex().row() == 3
    assert minuting.composer.box.toPlainText() == "Waiting over 26 weeks"
    qtbot.keyClicks(minuting.composer.box, "X")
    assert minuting.composer.box.toPlainText() == "Waiting over 26 Xweeks"
    assert strip(after).isVisible(), "it is offered until it is recorded"
    qtbot.keyClick(minuting.composer.box, Qt.Key.Key_Return)
    assert not strip(after).isVisible()
    assert kept(sample) == []


def test_words_that_came_too_late_are_shown_where_they_were_typed_and_can_go_in_again(
    qtbot: QtBot, open_desk: Open, sample: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_desk(sample)
    window.shell.open_page("meetings")
    meetings = page(window)
    meeting_id = meetings.listing.table.rows_model.rows()[0].meeting.id
    meetings.open(meeting_id, "minutes")
    meetings.minuting.go(3)
    qtbot.keyClicks(meetings.minuting.composer.box, "Said too late")
    asked: list[str] = []
    monkeypatch.setattr(Dialogs, "confirm", partial(answered, asked, True))  # noqa: FBT003
    for state in (MeetingState.MINUTES_DRAFT, MeetingState.CIRCULATED):
        meetings.record_commands.step(meeting_id, state)
    assert ["not recorded under 4. " in words for words in asked] == [True, True]
    window.close()
    QApplication.instance().aboutToQuit.emit()  # type: ignore[union-attr]

    after = open_desk(sample)
    qtbot.mouseClick(strip(after).go_on, Qt.MouseButton.LeftButton)
    notice = page(after).minuting.notice
    QApplication.processEvents()
    assert notice.typed.isVisible()
    assert notice.typed.text().endswith("Said too late")
    assert strip(after).isVisible()
    qtbot.mouseClick(notice.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "Said too late"
    qtbot.mouseClick(notice.take_back, Qt.MouseButton.LeftButton)
    box = page(after).minuting.composer.box
    assert box.toPlainText() == "Said too late"
    assert not notice.typed.isVisible()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (kept(sample), strip(after).isVisible()) == ([], False)


def answered(asked: list[str], answer: bool, *words: str) -> bool:  # noqa: FBT001 - as `confirm`
    """Answer a question as it is told to, and note its words."""
    asked.append(" ".join(words))
    return answer


def test_words_whose_item_is_gone_are_still_offered_and_can_be_copied_or_thrown_away(
    qtbot: QtBot, open_desk: Open, sample: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_desk(sample)
    window.shell.open_page("meetings")
    meetings = page(window)
    meeting_id = meetings.listing.table.rows_model.rows()[0].meeting.id
    meetings.open(meeting_id, "minutes")
    # An item that went out with the agenda stays on it; one that came later may go.
    window.shell.desk.history.do(lambda: meetings._ask.agenda.add(meeting_id, "A late item"))
    rows = meetings.minuting.items.table.rows_model.rows
    qtbot.waitUntil(lambda: rows()[-1].item.title == "A late item")
    meetings.minuting.go(len(rows()) - 1)
    qtbot.keyClicks(meetings.minuting.composer.box, "Said before it was removed")
    item_id = meetings.minuting.item_id
    window.shell.desk.history.do(lambda: meetings._ask.agenda.remove(item_id))
    window.close()
    QApplication.instance().aboutToQuit.emit()  # type: ignore[union-attr]

    after = open_desk(sample)
    qtbot.mouseClick(strip(after).go_on, Qt.MouseButton.LeftButton)
    assert "no longer there" in strip(after).accessibleName()
    assert not strip(after).go_on.isVisible()
    qtbot.mouseClick(strip(after).copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "Said before it was removed"
    assert kept(sample) == [{"text": "Said before it was removed"}]
    asked: list[str] = []
    for answer in (False, True):
        monkeypatch.setattr(Dialogs, "confirm", partial(answered, asked, answer))
        assert kept(sample) == [{"text": "Said before it was removed"}]
        qtbot.mouseClick(strip(after).throw_away, Qt.MouseButton.LeftButton)
        assert strip(after).isVisible() is not answer
    assert kept(sample) == []
    assert all("Said before it was removed" in words for words in asked)


def test_a_second_window_on_the_same_board_writes_no_journal_and_says_that_it_keeps_nothing(
    open_desk: Open, sample: Environment
) -> None:
    first = open_desk(sample)
    first.shell.open_page("meetings")
    second = open_desk(sample)
    assert first.shell.desk.drafts.is_kept
    assert not second.shell.desk.drafts.is_kept
    assert "only read the board" in second.shell.desk.drafts.trouble
