"""Every page in a language whose letters all have accents: what has none never went through tr."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from lfjb_desk.app.pages import MAKERS, MAKERS_WITH_SETTINGS, pages
from lfjb_desk.services.settings import SettingsFile
from lfjb_desk.ui.questions import ConfirmDialog, FormDialog
from tests.ui.conftest import TODAY, Scripted
from tests.ui.spoken import bare, cut_buttons, texts, words_held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.shell.page import Page
    from lfjb_desk.ui.widgets.form.form import Answer, Form

ROOT = Path(__file__).parents[3]
PAGE_SIZE = (1166, 712)
"""A page in a window of 1366 by 768, beside the rail and below the bar."""
KEYS = (*MAKERS, *MAKERS_WITH_SETTINGS)


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(ROOT / "resources/i18n/lfjb_desk_en_XA.qm"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


class Reading(Scripted):
    """Reads every question that is asked, as it would stand on screen, and gives it up."""

    def __init__(self, window: QWidget, theme: ActiveTheme) -> None:
        super().__init__(window, theme)
        self.read: list[str] = []
        self.cut: list[str] = []

    @override
    def ask_form(self, form: Form[Answer], keep: Callable[[Answer], str]) -> bool:
        self._read(FormDialog(form, self._theme, TODAY, keep, self._window))
        return False

    @override
    def confirm(self, question: str, detail: str, verb: str, more: Sequence[str] = ()) -> bool:
        self._read(ConfirmDialog(question, detail, verb, self._theme, self._window, more))
        return False

    @override
    def choose_file(self, title: str, pattern: str) -> Path | None:
        self.read += [title, pattern]
        return None

    @override
    def choose_files(self, title: str, pattern: str) -> tuple[Path, ...]:
        self.read += [title, pattern]
        return ()

    @override
    def choose_folder(self, title: str) -> Path | None:
        self.read.append(title)
        return None

    @override
    def save_file(self, title: str, suggested: str, pattern: str) -> Path | None:
        self.read += [title, pattern]
        return None

    def _read(self, dialog: QWidget) -> None:
        dialog.show()
        QApplication.processEvents()
        self.read += texts(dialog)
        self.cut += cut_buttons(dialog)
        dialog.close()
        dialog.deleteLater()


def open_page(qtbot: QtBot, desk: Desk, database: Database, folder: Path, key: str) -> Page:
    page = pages(desk, database, SettingsFile(folder / "settings.toml"))[key]()
    qtbot.addWidget(page)
    page.resize(*PAGE_SIZE)
    page.show()
    QApplication.processEvents()
    return page


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("key", KEYS)
def test_every_text_of_a_page_and_its_questions_can_be_translated(
    qtbot: QtBot,
    sample_desk: Desk,
    database: Database,
    theme: ActiveTheme,
    tmp_path: Path,
    key: str,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialogs, held = Reading(window, theme), words_held(database)
    page = open_page(qtbot, replace(sample_desk, dialogs=dialogs), database, tmp_path, key)
    heard = texts(page)
    for command in page.commands():
        heard += [command.label, command.about, command.heading]
        command.run()
        QApplication.processEvents()
        heard += texts(page)
    heard += dialogs.read
    assert len(heard) > 5
    assert bare(heard, held) == []
    assert cut_buttons(page) + dialogs.cut == []
