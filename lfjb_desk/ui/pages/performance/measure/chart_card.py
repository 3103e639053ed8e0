"""The chosen measure through time: its message, its chart and where its figures come from."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lfjb_desk.domain.formatting import lower_first
from lfjb_desk.ui.charts.picture import picture
from lfjb_desk.ui.charts.time_chart import TimeChart
from lfjb_desk.ui.commands import BoundCommand
from lfjb_desk.ui.pages.performance.series_words import about, strand_words
from lfjb_desk.ui.signals import signal_words
from lfjb_desk.ui.widgets.boxes import column, row
from lfjb_desk.ui.widgets.menus import fill_menu
from lfjb_desk.ui.widgets.text import IconMark, button, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.ui.charts.data import ChartData
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme


class ChartCard(QWidget):
    """Shows one series as a chart under its message, with rules and source below."""

    series_key_chosen = Signal(object)
    """The `SeriesKey` that the user wants to see instead: another publisher or frequency."""

    def __init__(self, theme: ActiveTheme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self.message, self.about = words("", "lead", wrap=True), words("", "soft", wrap=True)
        self.elsewhere = words("", "body", wrap=True)
        """Says which other publisher's series has a signal."""
        self.rules = words("", "small", wrap=True)
        self.source = words("", "small", wrap=True)
        self.chart = TimeChart(theme)
        self.series_key = button("", name=self.tr("Publisher and frequency"))
        self.series_key.setMenu(QMenu(self.series_key))
        head = row(column(self.message, self.about, self.elsewhere, gap=2), self.series_key)
        head.setStretch(0, 1)
        head.setAlignment(self.series_key, Qt.AlignmentFlag.AlignTop)
        mark = IconMark(theme, icons, "file-text", "soft", 16)
        foot = row(mark, column(self.rules, self.source, gap=0))
        foot.setStretch(1, 1)
        foot.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(head)
        outer.addWidget(self.chart, 1)
        outer.addLayout(foot)

    def show_series(self, series: Series, data: ChartData, others: Sequence[Series] = ()) -> None:
        """Show a series, drawn so, and which of those of other publishers has a signal."""
        self.message.setText(series.narrative.front)
        self.about.setText(about(series))
        elsewhere = self._elsewhere_words(series, others)
        self.elsewhere.setText(elsewhere)
        self.elsewhere.setVisible(bool(elsewhere))
        self.rules.setText(" ".join(series.narrative.full_note))
        self.source.setText(series.source_words)
        self.chart.show_chart(data)
        self._offer_series_keys(series)

    def _elsewhere_words(self, series: Series, others: Sequence[Series]) -> str:
        text = self.tr("The figures of {0} have a signal: {1}.")
        return " ".join(
            text.format(strand_words(other.series_key), lower_first(signal_words(other.status)))
            for other in others
            if other.status.signal is not None
            and other.series_key.publisher != series.series_key.publisher
        )

    def pictured(self) -> ChartData | None:
        """Return what a picture of the chart shows; None where nothing is drawn."""
        data = self.chart.shown()
        if data is None:
            return None
        return replace(data, marks=tuple(mark for mark in data.marks if not mark.restricted))

    def picture(self, size: QSize) -> QImage | None:
        """Return the chart with what stands round it; None where nothing is drawn.

        It may go anywhere, so no mark of a restricted action goes with it.
        """
        data = self.pictured()
        if data is None:
            return None
        below = f"{self.rules.text()}\n{self.source.text()}"
        return picture(data, self._theme, (self.message.text(), self.about.text(), below), size)

    def _offer_series_keys(self, series: Series) -> None:
        self.series_key.setVisible(bool(series.others))
        text = strand_words(series.series_key)
        self.series_key.setText(f"{text}  ▾")
        self.series_key.setAccessibleName(self.tr("Publisher and frequency: {0}").format(text))
        others = [
            BoundCommand(strand_words(other), partial(self.series_key_chosen.emit, other))
            for other in series.others
        ]
        fill_menu(self.series_key.menu(), others)
