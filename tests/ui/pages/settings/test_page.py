from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from lfjb_desk.services.audit import AuditService
from lfjb_desk.services.settings import SettingsFile
from lfjb_desk.ui.pages.settings.page import SettingsPage
from lfjb_desk.ui.theme import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
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
