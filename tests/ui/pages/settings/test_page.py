from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from typing_extensions import override

from lfjb_desk.services.audit import AuditCheck, AuditService
from lfjb_desk.services.settings import SettingsFile
from lfjb_desk.ui.look.theme import Look
from lfjb_desk.ui.pages.settings.page import SettingsPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.jobs import JobHandle
    from lfjb_desk.ui.shell.contract import Desk


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "desk" / "settings.toml")


@pytest.fixture
def page(
    qtbot: QtBot, desk: Desk, file: SettingsFile, database: Database
) -> Iterator[SettingsPage]:
    made = SettingsPage(desk, file, AuditService(database))
    qtbot.addWidget(made)
    made.show()
    yield made
    desk.theme.apply(Look.LIGHT)


def test_dark_is_worn_at_once_and_kept(
    qtbot: QtBot, page: SettingsPage, desk: Desk, file: SettingsFile
) -> None:
    page.form.fields["look"].give("dark")
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    assert desk.theme.is_dark
    assert SettingsFile(file._path).settings.look == "dark"
    assert isinstance(page.grab().toImage(), QImage)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_on_the_focused_button_keeps_the_settings(
    qtbot: QtBot, page: SettingsPage, desk: Desk, key: Qt.Key
) -> None:
    page.form.fields["look"].give("dark")
    page.save.setFocus()
    qtbot.waitUntil(page.save.hasFocus)
    qtbot.keyClick(page.save, key)
    assert desk.theme.is_dark


def test_a_folder_that_cannot_be_written_to_is_said_plainly(
    page: SettingsPage, file: SettingsFile, tmp_path: Path
) -> None:
    (tmp_path / "desk").write_text("in the way", encoding="utf-8")
    assert not page.form.submit()
    assert page.form.refusal().startswith("The settings could not be written")
    assert "Nothing was changed" in page.form.refusal()


def test_every_control_has_a_name(
    page: SettingsPage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed(page) == []


def test_the_record_of_changes_is_checked_and_said_in_one_sentence(
    qtbot: QtBot, page: SettingsPage, database: Database
) -> None:
    qtbot.mouseClick(page.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.result.isVisible)
    changes = database.audit_head().sequence
    assert changes > 0
    assert page.result.text() == f"The record holds: {changes:,} changes, each as it was written."


def test_a_change_made_behind_the_desks_back_is_found(
    qtbot: QtBot, page: SettingsPage, database: Database
) -> None:
    with database._engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER change_record_stays")
        connection.exec_driver_sql("UPDATE change_record SET label = 'Other' WHERE sequence = 2")
    qtbot.mouseClick(page.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.result.isVisible)
    said = page.result.text()
    assert said.startswith("The record does not hold: at change 2 of ")
    assert "this record was altered" in said


class LongRecord(AuditService):
    """A record that takes long to follow: it waits after half of it, as a long one would."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.go_on = Event()

    @override
    def check(self, passed: Callable[[int, int], None] = lambda *_: None) -> AuditCheck:
        passed(500, 1000)
        self.go_on.wait(20)
        return super().check(passed)


@pytest.fixture
def long_check(
    qtbot: QtBot, desk: Desk, file: SettingsFile, database: Database
) -> Iterator[tuple[SettingsPage, LongRecord]]:
    record = LongRecord(database)
    page = SettingsPage(desk, file, record)
    qtbot.addWidget(page)
    page.show()
    yield page, record
    record.go_on.set()
    qtbot.waitUntil(lambda: not desk.jobs.running())


def test_a_long_check_says_how_far_it_is_and_leaves_the_window_alive(
    qtbot: QtBot, long_check: tuple[SettingsPage, LongRecord], desk: Desk
) -> None:
    page, record = long_check
    with qtbot.waitSignal(desk.jobs.slow) as slow:
        qtbot.mouseClick(page.check, Qt.MouseButton.LeftButton)
    assert slow.args
    handle: JobHandle = slow.args[0]
    assert handle.label == "Checking the record"
    steps: list[str] = []
    handle.advanced.connect(lambda words, _: steps.append(words))
    page.form.fields["look"].give("dark")
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    assert desk.theme.is_dark, "the window answers while the check runs"
    assert not page.result.isVisible()
    record.go_on.set()
    qtbot.waitUntil(page.result.isVisible)
    assert page.result.text().startswith("The record holds: ")
    assert "Comparing every row with the record" in steps


def test_a_long_check_can_be_given_up(
    qtbot: QtBot, long_check: tuple[SettingsPage, LongRecord], desk: Desk
) -> None:
    page, record = long_check
    with qtbot.waitSignal(desk.jobs.slow) as slow:
        qtbot.mouseClick(page.check, Qt.MouseButton.LeftButton)
    assert slow.args
    handle: JobHandle = slow.args[0]
    handle.cancel()
    record.go_on.set()
    qtbot.waitUntil(lambda: not desk.jobs.running())
    assert not page.result.isVisible()
    assert not page._is_checking
