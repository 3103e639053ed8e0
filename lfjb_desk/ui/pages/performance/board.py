"""The figures of a place: small multiples over the chosen measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from lfjb_desk.ui.pages.performance.chart_card import ChartCard
from lfjb_desk.ui.pages.performance.multiples import Multiples
from lfjb_desk.ui.pages.performance.side import Side
from lfjb_desk.ui.pages.performance.told import copied
from lfjb_desk.ui.widgets.boxes import column, row
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.views.series import Series, Strand
    from lfjb_desk.ui.pages.performance.services import Services
    from lfjb_desk.ui.shell.contract import Desk


class FiguresBoard(QWidget):
    """Shows the measures of a place, and one of them with its chart, words and figures."""

    told = Signal(object)
    """The `Series` that is shown now."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk, self._ask = desk, services
        self.series: Series | None = None
        self._strand: Strand | None = None
        self.missing = words("", "body", wrap=True)
        self.multiples = Multiples(desk.theme, desk.icons)
        self.multiples.chosen.connect(self._choose)
        self.chart_card = ChartCard(desk.theme, desk.icons)
        self.chart_card.strand_chosen.connect(self._choose_strand)
        self.side = Side(desk.theme, desk.icons, services)
        self.side.copy_asked.connect(self.copy)
        across = row(self.chart_card, self.side, gap=16)
        across.setStretch(0, 1)
        box = column(self.missing, self.multiples, gap=12)
        box.addLayout(across, 1)
        self.setLayout(box)

    def show_place(self, found: Sequence[Series], missing: str) -> None:
        """Show the series of a place; `missing` says what the place itself does not have."""
        self.missing.setText(missing)
        self.missing.setVisible(bool(missing))
        before = self.series.measure.id if self.series else None
        chosen = self.multiples.show_series(found, before)
        if chosen is not None:
            self._show(self._in_strand(chosen))

    def choose(self, measure_id: UUID) -> bool:
        """Choose a measure; answer whether the place has figures of it."""
        return self.multiples.choose(measure_id)

    def copy(self) -> None:
        """Put the figures that are shown on the clipboard, as a spreadsheet takes them."""
        if self.series is None:
            return
        QApplication.clipboard().setText(copied(self.series))
        self._desk.notices.say(self.tr("Figures copied"))

    def _choose(self, series: Series) -> None:
        self._strand = None
        self._show(series)

    def _choose_strand(self, strand: Strand) -> None:
        self._strand = strand
        if self.series is not None:
            self._show(self._in_strand(self.series))

    def _in_strand(self, series: Series) -> Series:
        """Return the series as the chosen publisher has it, while there is one chosen."""
        wanted = self._strand
        if wanted is None or wanted == series.strand:
            return series
        other = self._ask.figures.series(
            series.measure.id,
            series.place_kind,
            series.place_code,
            self._desk.context.today,
            wanted.publisher,
            wanted.rhythm,
        )
        return other or series

    def _show(self, series: Series) -> None:
        self.series = series
        self.chart_card.show_series(series)
        self.side.show_series(series)
        self.told.emit(series)
