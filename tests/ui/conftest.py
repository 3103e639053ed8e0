"""What tests of the window share: a desk, answers for its questions, a check of names."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from typing_extensions import override

from lfjb_desk.services.drafts.journal import DraftJournal
from lfjb_desk.ui.dialogs import Dialogs
from lfjb_desk.ui.drafts import Drafts
from lfjb_desk.ui.history import History
from lfjb_desk.ui.jobs import Jobs
from lfjb_desk.ui.look.icons import Icons
from lfjb_desk.ui.look.theme import ActiveTheme, Look
from lfjb_desk.ui.shell.context import Context
from lfjb_desk.ui.shell.contract import Desk, Notices
from lfjb_desk.ui.widgets.form.form import FormView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.widgets.form.form import Answer, Form

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)


class Scripted(Dialogs):
    """Answers every question from a script, through the real checks of the form."""

    def __init__(self, window: QWidget, theme: ActiveTheme) -> None:
        super().__init__(window, theme, TODAY)
        self.forms: list[dict[str, Any]] = []
        self.agrees = True
        self.files: list[Path | None] = []
        self.asked: list[str] = []
        self.details: list[str] = []
        self.refusals: list[str] = []
        self.views: list[FormView[Any]] = []

    @override
    def ask_form(self, form: Form[Answer], keep: Callable[[Answer], str]) -> bool:
        self.asked.append(form.title)
        view = FormView(form, TODAY, keep)
        self.views.append(view)
        for key, value in self.forms.pop(0).items():
            view.fields[key].give(value)
        taken = view.submit()
        if not taken:
            faults = [one.fault() for one in view.fields.values() if one.fault()]
            self.refusals.append(view.refusal() or faults[0])
        return taken

    @override
    def confirm(self, question: str, detail: str, verb: str, more: Sequence[str] = ()) -> bool:
        self.asked.append(question)
        self.details.append(detail)
        return self.agrees

    @override
    def choose_file(self, title: str, pattern: str) -> Path | None:
        self.asked.append(title)
        return self.files.pop(0)

    @override
    def choose_files(self, title: str, pattern: str) -> tuple[Path, ...]:
        self.asked.append(title)
        chosen = tuple(path for path in self.files if path is not None)
        self.files.clear()
        return chosen

    @override
    def choose_folder(self, title: str) -> Path | None:
        self.asked.append(title)
        return self.files.pop(0)

    @override
    def save_file(self, title: str, suggested: str, pattern: str) -> Path | None:
        self.asked.append(title)
        return self.files.pop(0)


@pytest.fixture(autouse=True)
def _widgets_are_gone_after_their_test(qapp: QApplication) -> Iterator[None]:
    """Take apart what a test closed: without a running loop Qt keeps it, and styles it for ever."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> ActiveTheme:
    made = ActiveTheme(qapp)
    made.apply(Look.LIGHT)
    return made


@pytest.fixture(scope="session")
def icons(theme: ActiveTheme) -> Icons:
    made = Icons(theme)
    made.load()
    return made


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.wait()


@pytest.fixture
def dialogs(qtbot: QtBot, theme: ActiveTheme) -> Scripted:
    window = QWidget()
    qtbot.addWidget(window)
    return Scripted(window, theme)


@pytest.fixture
def drafts(qtbot: QtBot, tmp_path: Path) -> Iterator[Drafts]:
    """The drafts of a database that stands in `tmp_path`."""
    made = Drafts()
    journal = DraftJournal(tmp_path / "board.lfjb", "a board")
    made.use(journal)
    yield made
    journal.close()


@pytest.fixture
def desk(
    database: Database,
    theme: ActiveTheme,
    icons: Icons,
    jobs: Jobs,
    dialogs: Scripted,
    drafts: Drafts,
) -> Desk:
    history = History(database.apply, jobs)
    notices = Notices()
    history.refused.connect(notices.refuse)
    jobs.failed.connect(notices.refuse)
    context = Context(TODAY, lambda: NOW)
    return Desk(theme, icons, jobs, history, dialogs, context, notices, drafts)


@pytest.fixture
def unnamed() -> Callable[[QWidget], list[str]]:
    """A walk that lists the controls which can have the focus and have no name."""
    return unnamed_controls


def unnamed_controls(root: QWidget) -> list[str]:
    """Return the controls under a widget, seen or not, that take focus without a name."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or _is_inner(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def _is_inner(widget: QWidget) -> bool:
    """Tell whether a widget is part of another that speaks for it, such as its viewport."""
    parent = widget.parentWidget()
    if widget.objectName().startswith("qt_"):
        return True
    return isinstance(parent, QAbstractScrollArea) and widget is parent.viewport()
