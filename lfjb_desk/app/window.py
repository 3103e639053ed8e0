"""The window over a board: the frame first, then the database and the pages.

What the first paint does not need is imported inside functions: a start is paid by the line.
"""

from __future__ import annotations

import sys
from functools import cached_property, partial
from typing import TYPE_CHECKING

from lfjb_desk.ui.namespaces import plain_imports

with plain_imports():
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication
from lfjb_desk.app.environment import clock, log_failure, places, shipped
from lfjb_desk.app.language import translate, wanted_languages
from lfjb_desk.ui.look.theme import ActiveTheme, Look
from lfjb_desk.ui.shell.context import Context
from lfjb_desk.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, timedelta
    from pathlib import Path
    from types import TracebackType

    from lfjb_desk.app.environment import Environment
    from lfjb_desk.domain.changes import Change, RuleError
    from lfjb_desk.services.drafts.journal import DraftJournal
    from lfjb_desk.store.engine.backup import Backup
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.engine.restore import RestoreCandidate
    from lfjb_desk.ui.commands import Command
    from lfjb_desk.ui.shell.contents import WindowContents
    from lfjb_desk.ui.shell.contract import Desk


def _tr(text: str) -> str:
    return QCoreApplication.translate("Window", text)


def run(where: Callable[[], Environment], today: date | None = None) -> int:
    """Open the window and stay until it is closed."""
    application, window = open_window(where, today)
    window.show()
    return application.exec()


def open_window(
    where: Callable[[], Environment], today: date | None = None
) -> tuple[QApplication, MainWindow]:
    """Return the application and its window, not shown yet; its first paint fills it.

    `where` is asked only then: the library that knows the user's folders can come after the frame.
    """
    running = QApplication.instance()
    if isinstance(running, QApplication):
        application = running
    else:
        application = QApplication([*sys.argv[:1], "-style", "fusion"])
        translate(application, shipped().languages, wanted_languages())
    application.setApplicationName("LFJB Desk")
    theme = ActiveTheme(application)
    theme.apply(Look.SYSTEM)
    context = Context(today or clock().astimezone().date(), clock)
    filling = Filling(where)
    window = MainWindow(theme, context, filling.write, filling.load)
    filling.again = lambda: _fill(window, filling)
    window.filled.connect(lambda: _keep_safe(window, filling))
    application.aboutToQuit.connect(filling.close)
    sys.excepthook = partial(_say_unexpected, filling, window)
    return application, window


class Filling:
    """Opens the database behind a window, and makes its pages when they are asked for."""

    def __init__(self, where: Callable[[], Environment]) -> None:
        self._find = where
        self._database: Database | None = None
        self._drafts: DraftJournal | None = None
        self.again: Callable[[], None] = self.close
        """Fills the window once more; the window gives it."""

    @cached_property
    def where(self) -> Environment:
        """Where things are, looked for when the first is wanted."""
        return self._find()

    def write(self, change: Change) -> None:
        """Write a change through the one door there is."""
        from lfjb_desk.app import board
        from lfjb_desk.domain.changes import RuleError

        if self._database is None:
            raise RuleError(_tr("No database is open. Nothing was changed; open one first."))
        board.write(self.where, self._database, change)

    def keep_safe(self, desk: Desk, age: timedelta) -> None:
        """Make a backup in the background, if one is due, and say what its audit denies."""
        from lfjb_desk.app import board

        where, database = self.where, self._database
        if database is not None:
            desk.jobs.run(
                lambda _: board.back_up_if_due(where, database, age),
                partial(_say_differing, desk),
                label=_tr("Making a backup"),
            )

    def close(self) -> None:
        """Let go of the drafts, of the database and of its lock."""
        if self._drafts is not None:
            self._drafts.close()
            self._drafts = None
        if self._database is not None:
            self._database.close()
            self._database = None

    def load(self, desk: Desk) -> WindowContents:
        """Open the database and return what the window is filled with."""
        from lfjb_desk.app import board
        from lfjb_desk.app.contents import contents, trouble
        from lfjb_desk.domain.changes import RuleError
        from lfjb_desk.services.settings import SettingsFile

        settings = SettingsFile(self.where.settings)
        chosen = settings.settings
        desk.theme.apply(Look(chosen.look), chosen.text_percent)
        try:
            self.close()
            self._database = board.open_board(self.where)
        except RuleError as error:
            return trouble(desk, str(error), self._ways(desk, error))
        self._drafts = board.open_drafts(self.where, self._database)
        desk.drafts.use(self._drafts)
        if self._database.read_only:
            desk.notices.refuse(self._database.read_only)
        return contents(desk, self._database, settings)

    def _ways(self, desk: Desk, error: RuleError) -> Sequence[Command[None]]:
        """Return what can be done about a database that was not opened."""
        from lfjb_desk.domain.formatting import long_date
        from lfjb_desk.store.engine.opening import DamagedError
        from lfjb_desk.ui.commands import page_command

        ways = [page_command(_tr("Try again"), self.again, "arrow-clockwise")]
        if isinstance(error, DamagedError) and (good := error.newest_good) is not None:
            text = _tr("Restore the backup of {0}").format(long_date(good.made_at.date()))
            ways.insert(0, page_command(text, lambda: self._restore(desk, good.path), "clock"))
        other = _tr("Open another database")
        ways.append(page_command(other, lambda: self._open_other(desk), "folder-open"))
        return ways

    def _restore(self, desk: Desk, chosen: Path) -> None:
        from lfjb_desk.app import board
        from lfjb_desk.domain.changes import RuleError

        def agreed(backup: RestoreCandidate) -> bool:
            question = _tr("Restore {0}?").format(backup.path.name)
            return desk.dialogs.confirm(
                question, " ".join((backup.board.words(), *backup.doubts)), _tr("Restore")
            )

        try:
            restored = board.bring_back(self.where, chosen, agreed)
        except RuleError as error:
            desk.notices.refuse(str(error))
            return
        if restored is not None:
            self.again()

    def _open_other(self, desk: Desk) -> None:
        chosen = desk.dialogs.choose_file(_tr("Open another database"), _tr("Boards (*.lfjb)"))
        if chosen is not None:
            self.where = places(str(chosen))
            self.again()


def _fill(window: MainWindow, filling: Filling) -> None:
    window.shell.fill(filling.load)


def _keep_safe(window: MainWindow, filling: Filling) -> None:
    """Make a backup once the first page stands, if one is due, and again as the work goes on."""
    from PySide6.QtCore import QTimer

    from lfjb_desk.app import board

    desk = window.shell.desk
    filling.keep_safe(desk, board.DAILY)
    timer = QTimer(window)
    timer.setObjectName("backups")
    timer.timeout.connect(lambda: filling.keep_safe(desk, board.AT_WORK))
    timer.start(int(board.AT_WORK.total_seconds() * 1000))


def _say_differing(desk: Desk, made: Backup | None) -> None:
    """Say of a backup that was just made which rows in it the record of changes denies."""
    if made is None or not made.findings:
        return
    desk.notices.refuse(
        _tr("A backup was made, but {0}. Check the record of changes in Settings.").format(
            made.findings[0].reason
        )
    )


def _say_unexpected(
    filling: Filling,
    window: MainWindow,
    kind: type[BaseException],
    error: BaseException,
    _trace: TracebackType | None,
) -> None:
    """Keep a failure in the log and tell it in one sentence; the window stays open."""
    from lfjb_desk.domain.changes import RuleError

    if issubclass(kind, KeyboardInterrupt):
        window.close()
        return
    sentence = (
        str(error)
        if isinstance(error, RuleError)
        else _tr(
            "Something went wrong that LFJB Desk did not expect. What was saved before is safe; "
            "please try again, and send the log to support if it comes back: {0}"
        )
    )
    log = log_failure(filling.where, error)
    if window.is_furnished():
        window.shell.desk.notices.refuse(sentence.format(log))
