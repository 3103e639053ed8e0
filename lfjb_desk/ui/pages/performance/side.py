"""Beside the chart: what the figures say, and the figures themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lfjb_desk.domain.words import figure
from lfjb_desk.ui.pages.performance.told import (
    FigureRow,
    direction_words,
    marks_of,
    rows_of,
    tone,
)
from lfjb_desk.ui.row_table import RowTable
from lfjb_desk.ui.tables import Cell, Column
from lfjb_desk.ui.widgets.boxes import Card, clear, column, row
from lfjb_desk.ui.widgets.text import Status, button, words

if TYPE_CHECKING:
    from collections.abc import Hashable

    from lfjb_desk.domain.views.series import Series
    from lfjb_desk.ui.icons import Icons
    from lfjb_desk.ui.pages.performance.services import Services
    from lfjb_desk.ui.theme import Theme

WIDTH = 372


class Side(QWidget):
    """The words of the chosen series over the table of its figures."""

    copy_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons, services: Services) -> None:
        super().__init__()
        self._theme, self._icons, self._ask = theme, icons, services
        self._series: Series | None = None
        self._said = Card(self.tr("What it says"))
        copy = button(self.tr("Copy"), "quiet", name=self.tr("Copy the figures"))
        icons.dress(copy, "copy", "soft")
        copy.clicked.connect(self.copy_asked)
        self.marks = words("", "small", wrap=True)
        self.source = words("", "small", wrap=True)
        self.table: RowTable[FigureRow] = RowTable(
            theme, icons, self.tr("Figures"), self._columns("", ""), key=_key, sortable=False
        )
        self.table.chosen.connect(self._show_source)
        self._card = Card(flush=True)
        head = column(row(words(self.tr("Figures"), "lead"), None, copy), self.marks, gap=2)
        head.setContentsMargins(12, 4, 8, 4)
        foot = column(self.source)
        foot.setContentsMargins(12, 4, 12, 6)
        for part in (head, self.table, foot):
            if isinstance(part, QWidget):
                self._card.body.addWidget(part, 1)
            else:
                self._card.body.addLayout(part)
        box = column(self._said, self._card, gap=16)
        box.setStretch(1, 1)
        self.setLayout(box)
        self._fit()
        theme.changed.connect(self._fit)

    def show_series(self, series: Series) -> None:
        """Show the words and the figures of a series."""
        self._series = series
        clear(self._said.body)
        said = Status(self._theme, self._icons, tone(series), direction_words(series), strong=True)
        self._said.body.addWidget(said)
        for sentence in series.sentences:
            self._said.body.addWidget(words(sentence, wrap=True))
        marks = marks_of(series)
        self.marks.setText(marks)
        self.marks.setVisible(bool(marks))
        peer = series.peer.name if series.peer else ""
        self.table.rows_model.columns = self._columns(series.place, peer)
        self.table.set_rows(rows_of(series))
        self.table.setAccessibleDescription(marks)
        self._show_source(self.table.current_row())

    def _columns(self, place: str, peer: str) -> tuple[Column[FigureRow], ...]:
        def shown(one: FigureRow) -> Cell:
            return Cell(one.figure, strong=one.place == self._newest())

        found = [
            Column[FigureRow](self.tr("Period"), lambda one: one.point.label, stretch=True),
            Column[FigureRow](_short(place) or self.tr("Figure"), shown, right=True),
        ]
        if peer:
            found.append(Column(peer, lambda one: one.peer, right=True))
        found.append(Column(self.tr("Note"), lambda one: one.note))
        return tuple(found)

    def _newest(self) -> int:
        return len(self._series.points) - 1 if self._series else 0

    def _show_source(self, chosen: FigureRow | None) -> None:
        """Say where the chosen figure was read, and what it was before it was revised."""
        if chosen is None or self._series is None:
            self.source.setText(self.tr("Choose a figure to see where it was read."))
            return
        point = chosen.point
        if point.observation_id is None:
            self.source.setText(
                self.tr("{0}: nothing was published for this period.").format(point.label)
            )
            return
        lines = [self.tr("{0}: {1}.").format(point.label, point.source)]
        if point.revised:
            measure = self._series.measure
            older = self._ask.figures.revisions(point.observation_id)[1:]
            lines += [
                self.tr("Revised, before it was {0} ({1}).").format(
                    figure(one.value, measure.unit, measure.decimals, one.marker), source
                )
                for one, source in older
            ]
        self.source.setText("\n".join(lines))

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))


def _key(row: FigureRow) -> Hashable:
    return row.point.start, row.point.end


def _short(place: str) -> str:
    """Return what stands over the column of a place: its name if that is short."""
    return place if len(place) <= len("England and Wales") else ""
