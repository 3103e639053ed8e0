from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from typing_extensions import override

from lfjb_desk.domain.changes import Change, RuleError, added, change
from lfjb_desk.domain.formatting import clock
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind
from lfjb_desk.ui.commands import AnyGroup, page_command, page_group
from lfjb_desk.ui.jobs import JobHandle
from lfjb_desk.ui.shell.contents import WindowContents
from lfjb_desk.ui.shell.context import Context
from lfjb_desk.ui.shell.contract import ChooserEntry, Desk, SearchHit
from lfjb_desk.ui.shell.main_window import MainWindow
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.widgets.text import button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.look.theme import ActiveTheme

AREAS = [ChooserEntry(uuid4(), "Essex & Suffolk"), ChooserEntry(uuid4(), "Ynys Môn")]
GROUPS = [ChooserEntry(uuid4(), "Board"), ChooserEntry(uuid4(), "Public law group")]
HELEN = uuid4()


class Recorder(Page):
    """A page that records what the window asks of it."""

    shows = frozenset({Organisation})

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        self.refreshed = 0
        self.shown: list[tuple[str, UUID]] = []
        self.ran: list[str] = []
        new = button("New action", "primary")
        self.offer(button("Gone"), new)
        self.offer(new)

    @override
    def refresh(self) -> None:
        self.refreshed += 1
        self.head(self.title, f"{self.refreshed} times")

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        new = page_command("New action", lambda: self.ran.append("new"), "plus-bold", "Ctrl+N")
        return (page_group(self.title, new),)

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        self.shown.append((kind, key))


class House:
    """A window with two pages, and what it has remembered."""

    def __init__(self, qtbot: QtBot, theme: ActiveTheme, database: Database, today: date) -> None:
        self.remembered: list[tuple[UUID | None, UUID | None]] = []
        self.is_sample = True
        moment = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
        self.context = Context(today, lambda: moment)
        self.window = MainWindow(theme, self.context, database.apply, self.load)
        qtbot.addWidget(self.window)
        with qtbot.waitSignal(self.window.filled):
            self.window.show()
        self.shell = self.window.shell
        self.desk = self.shell.desk

    def load(self, desk: Desk) -> WindowContents:
        desk.context.choose(AREAS[0].key, GROUPS[0].key)
        return WindowContents(
            {
                "today": lambda: Recorder(desk, "Today"),
                "actions": lambda: Recorder(desk, "Actions"),
            },
            lambda: AREAS,
            lambda area: GROUPS if area == AREAS[0].key else [],
            find,
            lambda: self.is_sample,
            lambda area, group: self.remembered.append((area, group)),
            shows=frozenset({Organisation}),
        )

    def open_page(self, key: str) -> Recorder:
        page = self.shell.open_page(key)
        assert isinstance(page, Recorder)
        return page


def find(text: str) -> list[SearchHit]:
    hit = SearchHit("Helen Marsh", "Suffolk County Council", "actions", "person", HELEN, "user")
    return [hit] if text.casefold() in "helen marsh" else []


@pytest.fixture
def house(qtbot: QtBot, theme: ActiveTheme, database: Database) -> House:
    return House(qtbot, theme, database, datetime(2026, 11, 23, tzinfo=UTC).date())


def a_body() -> Change:
    body = Organisation(name="Northwick Council", kind=next(iter(OrganisationKind)))
    return change("Add Northwick", None, [added(body)])


def test_the_window_opens_on_today_with_its_rows(house: House) -> None:
    page = house.shell.page()
    assert isinstance(page, Recorder)
    assert (page.title, page.refreshed) == ("Today", 1)
    assert house.window.windowTitle() == "LFJB Desk"
    assert house.window.rail.button("today").isChecked()
    assert house.window.bar.area.accessibleName() == "Area: Essex & Suffolk"


def test_every_control_of_the_window_has_a_name(
    house: House, unnamed: Callable[[QWidget], list[str]]
) -> None:
    house.window.bar.area.open_list().hide()
    assert unnamed(house.window) == []


def test_a_place_of_the_rail_opens_by_mouse_and_by_key(qtbot: QtBot, house: House) -> None:
    qtbot.mouseClick(house.window.rail.button("actions"), Qt.MouseButton.LeftButton)
    assert house.shell.page() is house.open_page("actions")
    qtbot.keyClick(house.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert house.shell.page() is house.open_page("today")
    assert house.shell.open_page("nowhere") is None


def test_only_the_page_that_is_seen_is_shown_afresh_after_a_change(house: House) -> None:
    actions, today = house.open_page("actions"), house.open_page("today")
    before = actions.refreshed, today.refreshed
    assert house.desk.history.do(a_body)
    assert (actions.refreshed, today.refreshed) == (before[0], before[1] + 1)
    house.open_page("actions")
    assert actions.refreshed == before[0] + 1
    house.open_page("today")
    assert today.refreshed == before[1] + 1, "nothing has changed since"


def test_undo_and_redo_work_from_the_bar_and_the_keyboard(qtbot: QtBot, house: House) -> None:
    bar, stack = house.window.bar, house.desk.history.stack
    assert not bar.undo.isEnabled()
    house.desk.history.do(a_body)
    assert bar.news.text() == f"Saved {clock(house.desk.context.clock().astimezone().time())}"
    assert bar.undo.accessibleName() == "Undo Add Northwick"
    qtbot.mouseClick(bar.undo, Qt.MouseButton.LeftButton)
    assert bar.undo.accessibleName() == "Undo"
    assert stack.canRedo()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(house.window, Qt.Key.Key_Y, control)
    assert stack.canUndo()
    qtbot.keyClick(house.window, Qt.Key.Key_Z, control)
    qtbot.keyClick(house.window, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    assert stack.canUndo()
    texts = [one.label for one in house.shell.commands()]
    assert "Undo Add Northwick" in texts
    stack.undo()
    assert "Redo Add Northwick" in [one.label for one in house.shell.commands()]


def refuse() -> Change:
    raise RuleError("The chair has left. Nothing was changed; choose another.")


def test_a_refusal_is_one_sentence_over_the_page_until_something_is_done(
    qtbot: QtBot, house: House
) -> None:
    strip = house.shell.refusal
    assert strip.isHidden()
    house.desk.history.do(refuse)
    assert strip.isVisible()
    assert strip.accessibleName() == "The chair has left. Nothing was changed; choose another."
    qtbot.mouseClick(strip.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == strip.sentence.text()
    qtbot.mouseClick(strip.close_button, Qt.MouseButton.LeftButton)
    assert strip.isHidden()
    house.desk.notices.refuse("This file is empty.")
    house.desk.history.do(a_body)
    assert strip.isHidden()


def test_a_long_path_is_broken_or_cut_and_never_makes_the_window_wider(
    qtbot: QtBot, house: House
) -> None:
    window, strip = house.window, house.shell.refusal
    window.resize(1366, 768)
    path = "C:/" + "/".join(f"Long_name_of_folder_number_{n}" for n in range(12)) + "x" * 200
    house.desk.notices.refuse(f"{path} could not be written.")
    house.desk.notices.say(f"Saved {path}")
    house.open_page("actions").head("Actions", f"{path}. Nothing is written yet.")
    house.shell.work.show_work(JobHandle(f"Reading {path}", house.desk.jobs))
    QApplication.processEvents()
    assert window.minimumSizeHint().width() < 1366
    assert window.width() == 1366
    assert strip.height() > strip.copy.height() + 12, "the sentence stands on several lines"
    assert strip.accessibleName() == f"{path} could not be written."
    qtbot.mouseClick(strip.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == f"{path} could not be written."
    assert window.bar.news.text().startswith("Saved C:/Long_")
    assert window.bar.news.toolTip() == f"Saved {path}"


def test_an_area_is_chosen_by_typing_without_its_accent(qtbot: QtBot, house: House) -> None:
    popup = house.window.bar.area.open_list()
    qtbot.keyClicks(popup.typed, "mon")
    assert popup.list.count() == 1
    qtbot.keyClick(popup.typed, Qt.Key.Key_Return)
    assert house.context.area_id == AREAS[1].key
    assert house.context.group_id is None, "it has no group yet"
    assert house.remembered[-1] == (AREAS[1].key, None)
    assert not house.window.bar.group.isEnabled()


def test_a_group_is_chosen_with_the_arrows_or_the_mouse(qtbot: QtBot, house: House) -> None:
    qtbot.mouseClick(house.window.bar.group, Qt.MouseButton.LeftButton)
    popup = house.window.bar.group.popup
    assert popup is not None
    qtbot.keyClick(popup.typed, Qt.Key.Key_Down)
    qtbot.keyClick(popup.typed, Qt.Key.Key_Return)
    assert house.context.group_id == GROUPS[1].key
    again = house.window.bar.group.open_list()
    again.list.itemClicked.emit(again.list.item(0))
    assert house.context.group_id == GROUPS[0].key
    again.typed.setText("no such group")
    qtbot.keyClick(again.typed, Qt.Key.Key_Return)
    assert house.context.group_id == GROUPS[0].key
    again.hide()


def test_the_sample_board_says_that_it_is_one(house: House) -> None:
    assert house.window.bar.sample.isVisible()
    house.is_sample = False
    house.desk.history.do(a_body)
    assert not house.window.bar.sample.isVisible()


def test_a_record_is_found_and_opened_with_the_keyboard_alone(qtbot: QtBot, house: House) -> None:
    box = house.shell.command_box
    qtbot.keyClick(house.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert box.isVisible()
    qtbot.keyClicks(box.typed, "helen")
    qtbot.waitUntil(lambda: box.offers() == ["Helen Marsh, Suffolk County Council"])
    qtbot.keyClick(box.typed, Qt.Key.Key_Tab)
    assert box.isVisible(), "Tab stays in the box"
    assert not box.grab().isNull()
    qtbot.keyClick(box.typed, Qt.Key.Key_Return)
    assert box.isHidden()
    assert house.open_page("actions").shown == [("person", HELEN)]


def test_a_command_is_found_in_any_part_of_its_words(qtbot: QtBot, house: House) -> None:
    box = house.shell.command_box
    box.open()
    qtbot.keyClicks(box.typed, "ACT new")
    assert box.offers() == ["New action, Ctrl N"]
    qtbot.keyClick(box.typed, Qt.Key.Key_Up)
    qtbot.keyClick(box.typed, Qt.Key.Key_Return)
    assert house.open_page("today").ran == ["new"]


def test_the_box_closes_with_escape_and_beside_it_and_gives_the_focus_back(
    qtbot: QtBot, house: House
) -> None:
    box = house.shell.command_box
    before = house.window.rail.button("actions")
    before.setFocus()
    box.open()
    house.window.resize(1300, 700)
    assert box.size() == house.window.size()
    qtbot.keyClicks(box.typed, "nothing like it")
    qtbot.waitUntil(lambda: box.offers() == [])
    qtbot.keyClick(box.typed, Qt.Key.Key_Return)
    assert box.isVisible()
    qtbot.keyClick(box.typed, Qt.Key.Key_Escape)
    assert box.isHidden()
    qtbot.waitUntil(before.hasFocus)
    box.open()
    qtbot.mouseClick(box._panel, Qt.MouseButton.LeftButton)
    assert box.isVisible()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().bottomLeft())
    assert box.isHidden()


def test_every_place_and_choice_is_a_command_too(house: House) -> None:
    commands = {one.label: one for one in house.shell.commands()}
    for title in ("Meetings", "Governance", "Settings"):
        assert f"Go to {title}" in commands
    commands["Go to Actions"].run()
    assert house.shell.page() is house.open_page("actions")
    commands["Choose the area"].run()
    popup = house.window.bar.area.popup
    assert popup is not None
    assert popup.isVisible()
    popup.hide()


def test_shortcuts_of_a_page_live_only_while_it_is_open(qtbot: QtBot, house: House) -> None:
    today, actions = house.open_page("today"), house.open_page("actions")
    qtbot.keyClick(house.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert (today.ran, actions.ran) == ([], ["new"])


def test_a_page_sends_the_user_to_a_record_of_another(house: House) -> None:
    house.context.go("actions", "action", HELEN)
    page = house.shell.page()
    assert isinstance(page, Recorder)
    assert page.shown == [("action", HELEN)]


def test_the_rail_folds_where_there_is_little_room_or_a_page_wants_it(
    qtbot: QtBot, house: House
) -> None:
    rail = house.window.rail
    wide = rail.width()
    house.open_page("today").room_wanted.emit(True)  # noqa: FBT003 - a Qt signal
    assert rail.width() < wide
    assert rail.button("today").toolTip() == "Today"
    house.open_page("today").room_wanted.emit(False)  # noqa: FBT003
    assert rail.width() == wide
    house.window.resize(900, 600)
    qtbot.waitUntil(lambda: rail.is_folded)
    qtbot.waitUntil(lambda: house.window.bar.finder.text().strip() == "Find")


def test_long_work_shows_its_progress_and_can_be_cancelled(qtbot: QtBot, house: House) -> None:
    strip = house.shell.work
    handle = JobHandle("Import figures", house.desk.jobs)
    house.desk.jobs.slow.emit(handle)
    assert strip.isVisible()
    handle.advance("Reading the file", 0.5)
    assert (strip.label.text(), strip.progress.value()) == ("Reading the file", 500)
    qtbot.mouseClick(strip.cancel, Qt.MouseButton.LeftButton)
    assert handle.is_cancelled()
    handle.ended.emit()
    assert strip.isHidden()
    strip._cancel()


def test_contents_that_cannot_be_had_are_said_and_the_window_lives(
    qtbot: QtBot, theme: ActiveTheme
) -> None:
    def load(desk: Desk) -> WindowContents:
        raise RuleError("This database is from a newer version. Nothing was changed.")

    moment = datetime(2026, 11, 23, 13, 5, tzinfo=UTC)
    context = Context(moment.date(), lambda: moment)
    window = MainWindow(theme, context, lambda _change: None, load)
    qtbot.addWidget(window)
    assert not window.is_furnished()
    window.show()
    qtbot.waitUntil(window.is_furnished)
    shell = window.shell
    qtbot.waitUntil(shell.refusal.isVisible)
    assert shell.open_page("today") is None
    context.choose(uuid4(), None)
    shell._choose_area(uuid4())
    assert list(shell._find("helen")) == []
    shell.go("today", "", None)


def test_the_window_can_be_filled_again_from_another_database(house: House) -> None:
    before = house.open_page("actions")
    assert house.shell.fill(house.load)
    after = house.shell.page()
    assert isinstance(after, Recorder)
    assert after.title == "Today"
    assert house.open_page("actions") is not before


def test_a_window_that_was_never_painted_can_be_closed(qtbot: QtBot, theme: ActiveTheme) -> None:
    moment = datetime(2026, 11, 23, tzinfo=UTC)
    unused: Any = None
    window = MainWindow(theme, Context(moment.date(), lambda: moment), unused, unused)
    qtbot.addWidget(window)
    assert window.close()


def test_a_page_that_never_changes_needs_nothing_more(qtbot: QtBot, desk: Desk) -> None:
    page = Page(desk, "About")
    qtbot.addWidget(page)
    page.show()
    page.show_record("note", HELEN)
    assert page.commands() == ()
    assert page.findChildren(QPushButton) == []
