"""Copying and saving what is shown: the chart as a picture, the figures as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QApplication

from lfjb_desk.services.atomic_files import file_name
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.pages.performance.file_saving import save_as
from lfjb_desk.ui.pages.performance.series_words import copied
from lfjb_desk.ui.widgets.menus import fill_menu, menu_of
from lfjb_desk.ui.widgets.text import button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.ui.commands import Command
    from lfjb_desk.ui.pages.performance.measure.chart_card import ChartCard
    from lfjb_desk.ui.pages.performance.measure.comparison_panel import ComparePanel
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk

    Shown = Callable[[], tuple[Series, ChartCard | ComparePanel] | None]

PICTURE = QSize(960, 560)
"""Size of a saved chart in the units of the screen; it has twice as many points each way."""


class FigureSaving(QObject):
    """Carries out what the button `Save or copy` offers."""

    def __init__(
        self, desk: Desk, services: PerformanceServices, chart: Shown, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._ask, self._shown = desk, services, chart
        self.button = button(self.tr("Save or copy  ▾"), "primary", name=self.tr("Save or copy"))
        self.copying = page_command(
            self.tr("Copy the figures shown"),
            self.copy_figures,
            "copy",
            "Ctrl+Shift+C",
            offered=self._has_figures,
        )
        self.group = page_group(self.tr("The measure shown"), self.copying, *self._others())
        """What can be saved or copied."""
        menu = menu_of([command.bind(None) for command in self.group.commands], self.button)
        menu.aboutToShow.connect(lambda: fill_menu(menu, self.group.ready()))
        self.button.setMenu(menu)

    def _has_figures(self) -> bool:
        return self._shown() is not None

    def _has_chart(self) -> bool:
        """Tell whether the chart is seen; limits and publishers stand in its place."""
        chart = self._shown()
        return chart is not None and chart[1].isVisible()

    def _others(self) -> Sequence[Command[None]]:
        return [
            page_command(label, run, icon, offered=offered)
            for label, run, icon, offered in (
                (self.tr("Copy the chart"), self.copy_chart, "image", self._has_chart),
                (
                    self.tr("Save the chart as a picture (PNG)"),
                    self.save_picture,
                    "image",
                    self._has_chart,
                ),
                (
                    self.tr("Save the figures as a table (CSV)"),
                    self.save_csv,
                    "table",
                    self._has_figures,
                ),
                (
                    self.tr("Save the figures as a spreadsheet (XLSX)"),
                    self.save_xlsx,
                    "table",
                    self._has_figures,
                ),
            )
        ]

    def copy_figures(self) -> None:
        """Put the figures on the clipboard, as a spreadsheet takes them."""
        chart = self._shown()
        if chart is not None:
            QApplication.clipboard().setText(copied(chart[0]))
            self._desk.notices.say(self.tr("Figures copied"))

    def copy_chart(self) -> None:
        """Put the chart on the clipboard as a picture."""
        image = self._picture()
        if image is not None:
            QApplication.clipboard().setImage(image)
            self._desk.notices.say(self.tr("Chart copied"))

    def save_picture(self) -> None:
        """Save the chart as a picture with its words and its source."""
        image = self._picture()
        if image is not None:
            self._save(self.tr("Save the chart"), ".png", lambda path: image.save(str(path)))

    def save_csv(self) -> None:
        """Save the figures as a table."""
        chart = self._shown()
        if chart is not None:
            series = [chart[0]]
            self._save(
                self.tr("Save the figures"),
                ".csv",
                lambda path: bool(self._ask.exports.write_csv(path, series)),
            )

    def save_xlsx(self) -> None:
        """Save the figures as an accessible spreadsheet."""
        chart = self._shown()
        if chart is not None:
            series, now = [chart[0]], self._desk.context.clock()
            title = f"{chart[0].name}, {chart[0].place}"
            self._save(
                self.tr("Save the figures"),
                ".xlsx",
                lambda path: bool(self._ask.exports.write_xlsx(path, series, title, now)),
            )

    def _save(self, title: str, ending: str, write: Callable[[Path], bool]) -> None:
        chart = self._shown()
        if chart is None:
            return
        suggested = file_name(chart[0].name, chart[0].place, suffix=ending)
        save_as(self._desk, title, suggested, ending, write)

    def _picture(self) -> QImage | None:
        chart = self._shown()
        image = chart[1].picture(PICTURE) if chart else None
        if chart is not None and image is None:
            self._desk.notices.refuse(
                self.tr("No chart is drawn here. Turn to the figures over time to have theirs.")
            )
        return image
