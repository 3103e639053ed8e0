"""The chosen measure: its message, its chart and where its figures come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout

from lfjb_desk.ui.pages.performance.told import about, chart_of, message, strand_words
from lfjb_desk.ui.widgets.boxes import column, row
from lfjb_desk.ui.widgets.text import Mark, button, words

if TYPE_CHECKING:
    from lfjb_desk.domain.views.series import Series
    from lfjb_desk.ui.charts.time_chart import TimeChart
    from lfjb_desk.ui.icons import Icons
    from lfjb_desk.ui.theme import Theme


class ChartCard(QFrame):
    """Shows one series as a chart under its message, with the source line below."""

    strand_chosen = Signal(object)
    """The `Strand` that the user wants to see instead: another publisher or rhythm."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Chosen measure"))
        self.chart: TimeChart | None = None
        self.message, self.about = words("", "lead", wrap=True), words("", "soft", wrap=True)
        self.source = words("", "small", wrap=True)
        self.strand = button("")
        self.strand.setMenu(QMenu(self.strand))
        head = row(column(self.message, self.about, gap=2), self.strand)
        head.setStretch(0, 1)
        head.setAlignment(self.strand, Qt.AlignmentFlag.AlignTop)
        self._room = QVBoxLayout()
        mark = Mark(theme, icons, "file-text", "soft", 16)
        foot = row(mark, self.source)
        foot.setStretch(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 14, 20, 14)
        outer.setSpacing(8)
        outer.addLayout(head)
        outer.addLayout(self._room, 1)
        outer.addLayout(foot)

    def show_series(self, series: Series) -> None:
        """Show a series."""
        self.message.setText(message(series))
        self.about.setText(about(series))
        self.source.setText(series.source)
        self._drawn().show_chart(chart_of(series))
        self._offer_strands(series)

    def _drawn(self) -> TimeChart:
        """Return the chart, which is loaded with its library when it is first needed."""
        if self.chart is None:
            from lfjb_desk.ui.charts.time_chart import TimeChart  # noqa: PLC0415 - see above

            self.chart = TimeChart(self._theme)
            self.chart.setMinimumHeight(self._theme.px(180))
            self._room.addWidget(self.chart)
        return self.chart

    def _offer_strands(self, series: Series) -> None:
        self.strand.setVisible(bool(series.others))
        text = strand_words(series.strand)
        self.strand.setText(f"{text.replace('&', '&&')}  ▾")
        self.strand.setAccessibleName(self.tr("Publisher and rhythm: {0}").format(text))
        menu = self.strand.menu()
        menu.clear()
        for other in series.others:
            entry = menu.addAction(strand_words(other).replace("&", "&&"))
            entry.triggered.connect(lambda _=False, other=other: self.strand_chosen.emit(other))
