"""The window over databases that are whole, damaged, newer, foreign, locked or read-only."""

from __future__ import annotations

import hashlib
import os
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from lfjb_desk.app import board
from lfjb_desk.app.environment import clock
from lfjb_desk.app.window import open_window
from lfjb_desk.domain.changes import RuleError, added, change
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind
from lfjb_desk.store.engine.backup import backup
from lfjb_desk.store.engine.identity import SCHEMA_AT
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.ui.dialogs import Dialogs

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from lfjb_desk.app.environment import Environment
    from lfjb_desk.ui.shell.main_window import MainWindow

    Open = Callable[[Environment], MainWindow]


def file_of(where: Environment) -> Path:
    assert isinstance(where.database, Path)
    return where.database


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def add_body(where: Environment, name: str) -> None:
    with board.opened(where) as database:
        row = Organisation(name=name, kind=OrganisationKind.OTHER)
        database.apply(change(f"Add {name}", None, [added(row)]))


def bodies(where: Environment) -> set[str]:
    with board.opened(where) as database, database.session() as session:
        return {row.name for row in everything(session, Organisation)}


def ruin(where: Environment) -> None:
    data = bytearray(file_of(where).read_bytes())
    data[4096 * 3 : 4096 * 9] = os.urandom(4096 * 6)
    file_of(where).write_bytes(data)


def page(window: MainWindow) -> Any:
    found = window.shell.page()
    assert found is not None
    return found


def told(window: MainWindow) -> str:
    return " ".join(one.text() for one in page(window).findChildren(QLabel))


def press(window: MainWindow, words: str) -> None:
    (button,) = [one for one in page(window).findChildren(QPushButton) if words in one.text()]
    button.click()


def is_trouble(window: MainWindow) -> bool:
    return type(page(window)).__name__ == "ErrorPage"


def test_a_first_start_welcomes_and_makes_no_backup_of_nothing(
    open_desk: Open, where: Environment
) -> None:
    window = open_desk(where)

    assert type(page(window)).__name__ == "WelcomePage"
    window.shell.desk.jobs.wait()
    assert not where.backups.exists()


def test_the_first_keys_at_a_first_start_go_to_its_first_offer(
    open_desk: Open, where: Environment
) -> None:
    window = open_desk(where)

    QApplication.processEvents()
    assert window.focusWidget() is page(window).sample_button


@pytest.mark.parametrize("place", ["actions", "governance", "meetings"])
def test_nothing_is_offered_that_needs_a_board_before_there_is_one(
    open_desk: Open, where: Environment, place: str
) -> None:
    window = open_desk(where)

    opened = window.shell.open_page(place)

    assert opened is not None
    buttons = opened.findChildren(QPushButton)
    offered = [each.text() for each in buttons if each.isVisible() and each.text()]
    commands = [each.label for each in opened.commands()]
    assert not [each for each in (*offered, *commands) if each.startswith("New ")], offered


def test_a_damaged_database_is_not_opened_and_its_newest_good_backup_comes_back(
    open_desk: Open, where: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_body(where, "First")
    backup(file_of(where), where.backups, clock() - timedelta(days=1))
    ruin(where)
    ruined = digest(file_of(where))

    window = open_desk(where)

    assert is_trouble(window)
    assert "is damaged" in told(window)
    assert digest(file_of(where)) == ruined
    kept = [one for one in where.backups.parent.iterdir() if ".damaged-" in one.name]
    assert [digest(one) for one in kept] == [ruined]

    details: list[str] = []

    def agree(_dialogs: Dialogs, _question: str, detail: str, _verb: str) -> bool:
        details.append(detail)
        return len(details) > 1  # the first time the user thinks better of it

    monkeypatch.setattr(Dialogs, "confirm", agree)
    press(window, "Restore the backup of")
    assert is_trouble(window)
    assert digest(file_of(where)) == ruined
    press(window, "Restore the backup of")

    assert details[1].startswith("It holds no board yet, last changed on ")
    assert type(page(window)).__name__ == "WelcomePage"
    window.close()
    QApplication.instance().aboutToQuit.emit()  # type: ignore[union-attr]  # qtbot made it
    assert "First" in bodies(where)


def test_a_damaged_database_without_a_backup_says_so(open_desk: Open, where: Environment) -> None:
    add_body(where, "First")
    ruin(where)

    window = open_desk(where)

    assert "There is no backup that is whole" in told(window)
    assert not [one for one in page(window).commands() if "Restore" in one.label]


def test_another_programs_file_is_left_as_it_is_until_it_makes_room(
    open_desk: Open, where: Environment
) -> None:
    file_of(where).write_bytes(b"SQLite format 3\0" + bytes(4080))
    before = digest(file_of(where))

    window = open_desk(where)

    assert is_trouble(window)
    assert "belongs to another program" in told(window)
    assert digest(file_of(where)) == before
    press(window, "Try again")
    assert is_trouble(window)
    file_of(where).unlink()
    press(window, "Try again")
    assert type(page(window)).__name__ == "WelcomePage"


def test_another_database_can_be_opened_instead(
    open_desk: Open, where: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file_of(where).write_text("a shopping list" * 20, encoding="utf-8")
    window = open_desk(where)
    dialogs = window.shell.desk.dialogs
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: None)
    press(window, "Open another database")
    assert is_trouble(window)

    monkeypatch.setattr(dialogs, "choose_file", lambda *_: tmp_path / "other.lfjb")
    press(window, "Open another database")

    assert type(page(window)).__name__ == "WelcomePage"
    assert (tmp_path / "other.lfjb").exists()


def test_a_newer_database_can_be_read_and_says_which_version_writes_it(
    open_desk: Open, where: Environment
) -> None:
    add_body(where, "First")
    data = bytearray(file_of(where).read_bytes())
    data[SCHEMA_AT : SCHEMA_AT + 4] = (99).to_bytes(4, "big")
    file_of(where).write_bytes(data)
    before = digest(file_of(where))

    window = open_desk(where)

    assert not is_trouble(window)
    assert "written by a newer LFJB Desk" in window.shell.refusal.sentence.text()
    refusal = try_to_write(window)
    assert "to write, install" in refusal
    window.close()
    QApplication.instance().aboutToQuit.emit()  # type: ignore[union-attr]  # qtbot made it
    assert digest(file_of(where)) == before


def try_to_write(window: MainWindow) -> str:
    row = Organisation(name="Late", kind=OrganisationKind.OTHER)
    return window.shell.desk.history.attempt(lambda: change("Add Late", None, [added(row)]))


def test_a_database_that_another_window_writes_can_be_read(
    open_desk: Open, where: Environment
) -> None:
    with board.opened(where):
        window = open_desk(where)

        assert "is open for writing by" in window.shell.refusal.sentence.text()
        assert "You can read it" in try_to_write(window)


def test_a_database_in_a_read_only_folder_can_be_read(
    open_desk: Open, where: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_body(where, "First")
    before = digest(file_of(where))
    folder = file_of(where).parent
    monkeypatch.setattr(os, "access", lambda place, _mode: Path(place) != folder)

    window = open_desk(where)

    assert "its folder is read-only" in window.shell.refusal.sentence.text()
    assert "read-only" in try_to_write(window)
    window.shell.desk.jobs.wait()
    assert digest(file_of(where)) == before
    assert not where.backups.exists()


def test_a_backup_is_made_at_the_start_when_the_newest_is_a_day_old(
    open_desk: Open, where: Environment, qtbot: QtBot
) -> None:
    add_body(where, "First")
    backup(file_of(where), where.backups, clock() - timedelta(days=2))
    add_body(where, "Second")

    window = open_desk(where)

    qtbot.waitUntil(lambda: not window.shell.desk.jobs.running())
    assert len(list(where.backups.glob("board_*.lfjb"))) == 2


def test_work_of_half_an_hour_is_backed_up_once(
    open_desk: Open, where: Environment, qtbot: QtBot
) -> None:
    add_body(where, "First")
    backup(file_of(where), where.backups, clock() - timedelta(hours=1))
    window = open_desk(where)
    jobs = window.shell.desk.jobs
    (timer,) = [one for one in window.findChildren(QTimer) if one.objectName() == "backups"]
    assert timer.interval() == 30 * 60 * 1000

    def made(name: str) -> int:
        if name:
            row = Organisation(name=name, kind=OrganisationKind.OTHER)
            command = change(f"Add {name}", None, [added(row)])
            assert window.shell.desk.history.attempt(lambda: command) == ""
        timer.timeout.emit()
        qtbot.waitUntil(lambda: not jobs.running())
        return len(list(where.backups.glob("board_*.lfjb")))

    assert made("") == 1, "nothing was written since"
    assert made("Second") == 2
    assert made("Third") == 2, "the newest is younger than half an hour"


def test_a_backup_that_fails_is_told_in_one_sentence(
    open_desk: Open, where: Environment, qtbot: QtBot
) -> None:
    add_body(where, "First")
    where.backups.write_text("in the way", encoding="utf-8")

    window = open_desk(where)

    qtbot.waitUntil(lambda: not window.shell.desk.jobs.running())
    assert "No backup could be written into" in window.shell.refusal.sentence.text()


def test_what_was_not_expected_is_logged_and_told_and_the_window_stays(
    open_desk: Open, where: Environment
) -> None:
    window = open_desk(where)
    before = sys.excepthook
    try:
        open_window(lambda: where)
        hook = sys.excepthook
    finally:
        sys.excepthook = before
    say, (filling, _) = hook.func, hook.args  # type: ignore[attr-defined]  # it is a partial

    for error in (ZeroDivisionError("the planted fault"), RuleError("Not on a Sunday.")):
        say(filling, window, type(error), error, None)
        words = window.shell.refusal.sentence.text()
        assert words.startswith(("Something went wrong", "Not on a Sunday."))
    assert "the planted fault" in where.log.read_text("utf-8")
    assert window.isVisible()
    say(filling, window, KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not window.isVisible()
