"""The figures of a place: small multiples over the chosen measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from lfjb_desk.ui.pages.performance.chart_card import ChartCard
from lfjb_desk.ui.pages.performance.multiples import Multiples
from lfjb_desk.ui.pages.performance.side import Side
from lfjb_desk.ui.pages.performance.told import better_words, copied
from lfjb_desk.ui.pages.performance.view import View
from lfjb_desk.ui.shell.contract import Command
from lfjb_desk.ui.widgets.boxes import Empty, column, row
from lfjb_desk.ui.widgets.text import button, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.views.series import Series, Strand
    from lfjb_desk.ui.pages.performance.choice import Choice
    from lfjb_desk.ui.pages.performance.services import Services
    from lfjb_desk.ui.pages.performance.spots import Spot
    from lfjb_desk.ui.shell.contract import Desk


class FiguresBoard(View):
    """Shows the measures of a place, and one of them with its chart, words and figures."""

    key = "figures"

    def __init__(self, desk: Desk, services: Services, choice: Choice, *tools: QPushButton) -> None:
        super().__init__()
        self._desk, self._ask, self._choice = desk, services, choice
        self.tools = tools
        self.series: Series | None = None
        self._strand: Strand | None = None
        self.missing = words("", "body", wrap=True)
        self.multiples = Multiples(desk.theme, desk.icons)
        self.multiples.chosen.connect(self._choose)
        self.chart_card = ChartCard(desk.theme, desk.icons)
        self.chart_card.strand_chosen.connect(self._choose_strand)
        self.side = Side(desk.theme, desk.icons, services)
        self.side.copy_asked.connect(self.copy)
        self.empty = self._build_empty()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_filled())
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _build_filled(self) -> QWidget:
        across = row(self.chart_card, self.side, gap=16)
        across.setStretch(0, 1)
        filled = QWidget()
        box = column(self.missing, self.multiples, gap=12)
        box.addLayout(across, 1)
        filled.setLayout(box)
        return filled

    def _build_empty(self) -> Empty:
        self.empty_button = button(self.tr("Import figures"), "primary")
        self._desk.icons.dress(self.empty_button, "download-simple", "on_accent")
        keys = self.tr("and type import")
        theme, icons = self._desk.theme, self._desk.icons
        return Empty(theme, icons, "chart-line", "", "", self.empty_button, keys=keys)

    @override
    def entry(self) -> str:
        return self.tr("Figures")

    @override
    def head(self) -> tuple[str, str]:
        if self.series is None:
            return self.tr("Performance"), ""
        better = better_words(self.series.measure)
        under = (self.tr("Performance"), self.series.place, better)
        return self.series.measure.name, "  /  ".join(under)

    @override
    def commands(self) -> Sequence[Command]:
        return (Command(self.tr("Copy the figures shown"), self.copy, "copy", "Ctrl+Shift+C"),)

    @override
    def offers(self, tool: QPushButton) -> bool:
        """Leave out the import where the empty page has its own; another place may have figures."""
        return super().offers(tool) and (self.series is not None or tool is self.tools[0])

    @override
    def refresh(self) -> None:
        held, spot = self._choice.held, self._choice.spot
        if not held.series:
            self._show_empty(spot)
            return
        missing = ""
        if held.instead and spot is not None:
            nations = self.tr(" or for ").join(dict.fromkeys(one.place for one in held.series))
            missing = self.tr(
                "No figures are held for {0} itself. These are the national ones, for {1}."
            ).format(spot.name, nations)
        self._stack.setCurrentIndex(0)
        self.show_place(held.series, missing)

    def _show_empty(self, spot: Spot | None) -> None:
        self.series = None
        if spot is None:
            self.empty.missing.setText(self.tr("No area is chosen"))
            self.empty.first.setText(self.tr("Choose an area at the top."))
        else:
            missing = self.tr("No figures are held for {0}").format(spot.name)
            self.empty.missing.setText(missing)
            first = self.tr("Import a published file, and its figures stand here.")
            self.empty.first.setText(first)
        self._stack.setCurrentWidget(self.empty)

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
        self.series, self._choice.measure_id = series, series.measure.id
        self.chart_card.show_series(series)
        self.side.show_series(series)
        self.retitled.emit()
