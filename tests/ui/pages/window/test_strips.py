"""Strips have room of their own below the page: they cover nothing and move no row."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from lfjb_desk.services.drafts.draft import Draft, DraftPlace
from lfjb_desk.ui.jobs import JobHandle
from lfjb_desk.ui.pages.actions.page import ActionsPage
from lfjb_desk.ui.pages.performance.page import PerformancePage
from lfjb_desk.ui.widgets.text import button

if TYPE_CHECKING:
    from lfjb_desk.ui.shell.main_window import MainWindow


def actions_of(window: MainWindow) -> ActionsPage:
    page = window.shell.open_page("actions")
    assert isinstance(page, ActionsPage)
    QApplication.processEvents()
    return page


def on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def places(page: ActionsPage) -> list[tuple[QPoint, QSize]]:
    """Return where every row of the table and every control of the page is on the screen."""
    QApplication.processEvents()
    table = page.table
    cells = [table.visualRect(table.rows_model.index(row, 0)) for row in range(5)]
    rows = [(table.viewport().mapToGlobal(cell.topLeft()), cell.size()) for cell in cells]
    parts: list[QWidget] = page.findChildren(QWidget)
    return rows + [(part.mapToGlobal(QPoint(0, 0)), part.size()) for part in parts]


def test_a_strip_moves_no_row_and_goes_with_the_page_that_it_is_about(
    window: MainWindow,
) -> None:
    shell, page = window.shell, actions_of(window)
    before = places(page)
    shell.desk.notices.refuse("The chair has left. " * 20)
    assert places(page)[:5] == before[:5]
    assert shell.refusal.isVisible()
    handle = JobHandle("Reading figures.xlsx", shell.desk.jobs)
    shell.work.show_work(handle)
    assert places(page)[:5] == before[:5]
    assert shell.work.isVisible()
    shell.open_page("library")
    assert not shell.refusal.isVisible()
    assert shell.work.isVisible(), "work goes on, whichever page is open"
    handle.ended.emit()
    assert not shell.work.isVisible()
    assert places(actions_of(window)) == before


def test_strips_cover_nothing_of_a_page_not_even_what_stands_at_its_foot(
    window: MainWindow,
) -> None:
    page, shell = actions_of(window), window.shell
    low = button("Low")
    page.body.addWidget(low)
    QApplication.processEvents()
    shell.desk.notices.refuse("The chair has left. " * 20)
    shell.work.show_work(JobHandle("Reading figures.xlsx", shell.desk.jobs))
    QApplication.processEvents()
    for strip in (shell.refusal, shell.work):
        assert strip.isVisible()
        assert not on_screen(strip).intersects(on_screen(page))
        assert window.rect().contains(strip.rect().translated(strip.mapTo(window, QPoint(0, 0))))
    assert on_screen(page).contains(on_screen(low))


def test_a_refusal_goes_when_the_user_goes_on_to_something_else(window: MainWindow) -> None:
    shell = window.shell
    page = shell.open_page("performance")
    assert isinstance(page, PerformancePage)
    shell.desk.notices.refuse("The chair has left.")
    page.open("imports")
    assert not shell.refusal.isVisible(), "another part of the page"
    shell.desk.notices.refuse("The chair has left.")
    shell.desk.notices.say("Figures copied")
    assert not shell.refusal.isVisible(), "something that was done"
    shell.desk.notices.refuse("The chair has left.")
    shell.desk.jobs.run(lambda _: None, lambda _: None, label="Reading figures.xlsx")
    assert not shell.refusal.isVisible(), "something that has begun"


def test_what_waits_at_the_foot_covers_nothing_and_moves_no_row(window: MainWindow) -> None:
    page = actions_of(window)
    rows = places(page)[:5]
    draft = Draft(
        "form:x",
        "New action",
        {"title": "Said"},
        datetime(2026, 11, 23, tzinfo=UTC),
        DraftPlace("actions"),
    )
    window.shell.offers.strip.put_aside(draft)
    QApplication.processEvents()

    strip = window.shell.offers.strip
    assert strip.isVisible()
    assert places(page)[:5] == rows
    buttons: list[QPushButton] = page.findChildren(QPushButton)
    shown = [each for each in buttons if each.isVisible()]
    assert shown
    assert not [each.text() for each in shown if on_screen(each).intersects(on_screen(strip))]
