"""Beside the chart: what the figures say, and the figures themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lfjb_desk.domain.formatting import figure
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.ui.pages.performance.series_words import FigureRow, marks_of, rows_of
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.boxes import Card, column, row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Hashable
    from datetime import date

    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.ui.commands import Command
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.pages.performance.services import PerformanceServices

ROW = 32
LEAST_ROWS = 2
LONGEST_HEADING = 8
"""Letters of a nation that fit over its column."""


class FigureTable(Card):
    """The figures of a series, newest first, with their markers, revisions and cells."""

    place_chosen = Signal(int)
    """The place in the series of the figure that was chosen."""

    def __init__(
        self,
        theme: ActiveTheme,
        icons: Icons,
        services: PerformanceServices,
        copying: Command[None],
    ) -> None:
        super().__init__(flush=True)
        self._theme, self._ask = theme, services
        self._series: Series | None = None
        copy = command_button(copying.bind(None), "quiet", icons=icons, text=self.tr("Copy"))
        self.marks = words("", "small", wrap=True)
        self.source = words("", "small", wrap=True)
        self.table: RowTable[FigureRow] = RowTable(
            theme, icons, self.tr("Figures"), self._columns(None), key=_key, sortable=False
        )
        self.table.chosen.connect(self._show_source)
        head = column(row(words(self.tr("Figures"), "lead"), None, copy), self.marks, gap=2)
        head.setContentsMargins(12, 4, 8, 4)
        foot = column(self.source)
        foot.setContentsMargins(12, 4, 12, 6)
        for part in (head, self.table, foot):
            if isinstance(part, QWidget):
                self.body.addWidget(part, 1)
            else:
                self.body.addLayout(part)
        self._fit()
        theme.changed.connect(self._fit)

    def show_series(self, series: Series) -> None:
        """Show the figures of a series."""
        self._series = series
        marks = self._marks(series)
        self.marks.setText(marks)
        self.marks.setVisible(bool(marks))
        self.table.rows_model.columns = self._columns(series)
        self.table.set_rows(rows_of(series))
        self._fit()
        self.table.setAccessibleDescription(marks)
        self._show_source(self.table.current_row())

    def choose(self, index: int) -> None:
        """Choose the figure of a place in the series."""
        if self._series is not None:
            point = self._series.points[index]
            self.table.choose((point.start, point.end))

    def chosen_day(self, series: Series) -> date:
        """Return the first day of the chosen figure, or of the newest while none is chosen."""
        chosen = self.table.current_row()
        return chosen.point.start if chosen is not None else series.latest.start

    def _marks(self, series: Series) -> str:
        """Return what stands above the table: its markers, and which nation it means."""
        sentences = [marks_of(series)]
        if series.peer is not None and len(series.peer.name) > LONGEST_HEADING:
            sentences.append(self.tr("Nation: {0}").format(series.peer.name))
        return ". ".join(part for part in sentences if part)

    def _columns(self, series: Series | None) -> tuple[Column[FigureRow], ...]:
        def shown(row: FigureRow) -> Cell:
            return Cell(row.figure, strong=row.place == self._newest())

        found = [
            Column[FigureRow](self.tr("Period"), lambda row: row.point.label, stretch=True),
            Column[FigureRow](self._place_word(series), shown, right=True),
        ]
        peer = series.peer if series else None
        if peer is not None:
            short = len(peer.name) <= LONGEST_HEADING
            heading = peer.name if short else self.tr("Nation")
            found.append(Column(heading, lambda row: row.peer, right=True))
        if series is None or any(row.note for row in rows_of(series)):
            found.append(Column(self.tr("Note"), lambda row: row.note))
        return tuple(found)

    def _place_word(self, series: Series | None) -> str:
        if series is None:
            return self.tr("Figure")
        return {
            PlaceKind.AREA: self.tr("Area"),
            PlaceKind.AUTHORITY: self.tr("Authority"),
        }.get(series.place_kind, self.tr("Figure"))

    def _newest(self) -> int:
        return len(self._series.points) - 1 if self._series else 0

    def _show_source(self, chosen: FigureRow | None) -> None:
        """Say where the chosen figure was read, and what it was before it was revised."""
        if chosen is None or self._series is None:
            self.source.setText(self.tr("Choose a figure to see where it was read."))
            return
        self.source.setText(self._source_of(chosen, self._series))
        self.place_chosen.emit(chosen.place)

    def _source_of(self, chosen: FigureRow, series: Series) -> str:
        point = chosen.point
        if point.observation_id is None:
            if point.source:
                return f"{point.label}: {point.source_words}."
            return self.tr("{0}: no figure is held for this period.").format(point.label)
        lines = [f"{point.label}: {point.source_words}."]
        if point.revised:
            measure = series.measure
            older = self._ask.figures.revisions(point.observation_id)[1:]
            lines += [
                self.tr("Revised, before it was {0} ({1}).").format(
                    figure(line.value, measure.unit, measure.decimals, line.marker),
                    source.words,
                )
                for line, source in older
            ]
        return "\n".join(lines)

    def _fit(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))
        self.table.setMinimumHeight(self._theme.px(LEAST_ROWS * ROW))


def _key(row: FigureRow) -> Hashable:
    return row.point.start, row.point.end
