"""The line of sight of a driver: every word in its boxes has its room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLabel

from lfjb_desk.domain.read_models.drivers import DriverView
from lfjb_desk.ui.pages.drivers.page import DriversPage
from lfjb_desk.ui.pages.drivers.panel import StopBox

if TYPE_CHECKING:
    from lfjb_desk.ui.shell.main_window import MainWindow


def is_cut(label: QLabel) -> bool:
    """Tell whether a label has less room than its words need."""
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width()) - 2
    return label.width() < label.sizeHint().width() - 1


def test_no_word_of_the_line_of_sight_is_cut(window: MainWindow) -> None:
    page = window.shell.open_page("drivers")
    assert isinstance(page, DriversPage)
    window.resize(1366, 768)
    notes: set[str] = set()
    for line in list(page.table.rows_model.rows()):
        if not isinstance(line, DriverView):
            continue
        page.table.open_driver(line.driver.id)
        for _ in range(3):
            QApplication.processEvents()
        boxes = [box for box in page.findChildren(StopBox) if box.isVisible()]
        assert len(boxes) == 5
        labels = [label for box in boxes for label in box.findChildren(QLabel)]
        assert [label.text() for label in labels if is_cut(label)] == []
        notes |= {label.text() for label in labels}
    assert any(note.startswith("Moderate, ") for note in notes)
