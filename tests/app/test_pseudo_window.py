"""The whole window in the pseudo-language, on the smallest screen that it is made for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from lfjb_desk.app import board
from lfjb_desk.app.environment import shipped
from lfjb_desk.app.language import translate
from lfjb_desk.services.sample.sample import SampleService
from lfjb_desk.ui.shell.finding.help_dialog import HelpDialog
from tests.app.conftest import TODAY
from tests.ui.spoken import bare, cut_buttons, texts, words_held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lfjb_desk.app.environment import Environment
    from lfjb_desk.ui.shell.main_window import MainWindow

WIDTH, HEIGHT = 1366, 768


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    assert translate(qapp, shipped().languages, ("en_XA",)) == "en_XA"
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.mark.usefixtures("pseudo")
def test_the_window_fits_its_screen_and_says_nothing_that_cannot_be_translated(
    where: Environment, open_desk: Callable[[Environment], MainWindow]
) -> None:
    with board.opened(where) as database:
        database.apply(SampleService(database, shipped().sample, shipped().reference).build(TODAY))
        held = words_held(database)
    window = open_desk(where)
    window.resize(WIDTH, HEIGHT)
    shell = window.shell
    cut: list[str] = []
    wide: dict[str, int] = {}
    for key, _title, _icon in window.places():
        shell.open_page(key)
        QApplication.processEvents()
        cut += [f"{key}: {text}" for text in cut_buttons(window)]
        if window.minimumSizeHint().width() > WIDTH:
            wide[key] = window.minimumSizeHint().width()
    heard = texts(window)
    for command in shell.commands():
        heard += [command.label, command.about, command.heading]
    shell.find()
    heard += texts(shell.command_box)
    help_dialog = HelpDialog(window, shell.desk, shell.command_pages(), shell.show_guide)
    help_dialog.show()
    QApplication.processEvents()
    heard += texts(help_dialog)
    cut += cut_buttons(help_dialog)
    help_dialog.close()
    assert bare(heard, held) == []
    assert cut == []
    assert wide == {}
