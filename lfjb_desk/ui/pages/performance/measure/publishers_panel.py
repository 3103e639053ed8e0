"""One measure as several publishers have it: side by side, never merged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lfjb_desk.domain.formatting import NOT_HELD, count, explained, figure, listed
from lfjb_desk.ui.pages.performance.series_words import frequency_words
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.boxes import column
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.domain.read_models.figures.series import Point, Series
    from lfjb_desk.ui.shell.contract import Desk


@dataclass(frozen=True)
class PeriodRow:
    """One period, with the figure of each publisher in the order of the columns."""

    start: date
    end: date
    label: str
    points: tuple[Point | None, ...]
    """None where a publisher has nothing for the period."""


class PublishersPanel(QWidget):
    """A column for each publisher of the same frequency, each with its markers and its source."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.heading = words("", "lead", wrap=True)
        self.about = words("", "soft", wrap=True)
        self.marks = words("", "small", wrap=True)
        self.cells = words("", "small", wrap=True)
        self.table: RowTable[PeriodRow] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Figures of each publisher"),
            (Column(self.tr("Period"), lambda row: row.label, stretch=True),),
            key=lambda period: (period.start, period.end),
            sortable=False,
        )
        self.table.chosen.connect(self._show_cells)
        self._shown: tuple[Series, ...] = ()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(column(self.heading, self.about, self.marks, gap=2))
        outer.addWidget(self.table, 1)
        outer.addWidget(self.cells)

    def show_series(self, series: Series, others: Sequence[Series]) -> bool:
        """Show a series beside others of its frequency; answer whether there are any."""
        frequency = series.series_key.frequency
        alike = (other for other in others if other.series_key.frequency is frequency)
        published = (series, *alike)
        self._shown = published
        if len(published) == 1:
            return False
        names = listed(
            [series_of_publisher.series_key.publisher for series_of_publisher in published]
        )
        rows = rows_of(published)
        self.heading.setText(self.tr("As {0} publish it").format(names))
        text = self.tr(
            "{0}, {1}, {2}. The figures differ in {3}; they are never merged, and no "
            "difference is worked out, for each publisher counts in its own way."
        )
        if not any(_is_shared(row) for row in rows):
            text = self.tr("{0}, {1}, {2}. No period is held by both; they are never merged.")
            if published[2:]:
                text = self.tr("{0}, {1}, {2}. No period is held by two; they are never merged.")
        apart = count(sum(map(differs, rows)), self.tr("period"))
        self.about.setText(
            text.format(
                series.measure.name,
                series.place,
                frequency_words(series.series_key.frequency),
                apart,
            )
        )
        marks = marks_in(rows)
        self.marks.setText(marks)
        self.marks.setVisible(bool(marks))
        self.table.setAccessibleDescription(marks)
        self.table.rows_model.columns = self._columns(published)
        self.table.set_rows(rows)
        self._show_cells(self.table.current_row())
        return True

    def _columns(self, published: Sequence[Series]) -> tuple[Column[PeriodRow], ...]:
        def cell(index: int, row: PeriodRow) -> Cell:
            point = row.points[index]
            if point is None:
                return Cell(NOT_HELD)
            measure = published[index].measure
            revised = self.tr("revised") if point.revised else ""
            words = figure(point.value, measure.unit, measure.decimals, point.marker)
            return Cell(words, revised)

        return (
            Column(self.tr("Period"), lambda row: row.label, stretch=True),
            *(
                Column(own.series_key.publisher, partial(cell, index), right=True)
                for index, own in enumerate(published)
            ),
        )

    def _show_cells(self, chosen: PeriodRow | None) -> None:
        """Say where the figures of the chosen period were read; else the newest of each."""
        if chosen is None:
            self.cells.setText("\n".join(series.source_words for series in self._shown))
            return
        self.cells.setText(
            "\n".join(
                f"{series.series_key.publisher}: {point.source_words}."
                if point is not None and point.source
                else self.tr("{0}: nothing for {1}.").format(
                    series.series_key.publisher, chosen.label
                )
                for series, point in zip(self._shown, chosen.points, strict=True)
            )
        )


def rows_of(published: Sequence[Series]) -> list[PeriodRow]:
    """Return the periods that any of the series has, the newest first."""
    by_period = [
        {(point.start, point.end): point for point in series.points} for series in published
    ]
    periods = sorted({period for points in by_period for period in points}, reverse=True)
    rows = []
    for period in periods:
        points = tuple(points_of.get(period) for points_of in by_period)
        label = next(point.label for point in points if point is not None)
        rows.append(PeriodRow(*period, label, points))
    return rows


def differs(row: PeriodRow) -> bool:
    """Tell whether two publishers have other figures for one period."""
    values = {point.value for point in row.points if point is not None and point.value is not None}
    return len(values) > 1


def _is_shared(row: PeriodRow) -> bool:
    """Tell whether more than one publisher has a figure or a marker for a period."""
    return sum(point is not None for point in row.points) > 1


def marks_in(rows: Sequence[PeriodRow]) -> str:
    """Return what the markers beside the figures mean, in one line."""
    points = [point for row in rows for point in row.points]
    return ", ".join(
        explained(
            point.marker if point else None
            for point in points
            if point is None or point.value is None or point.marker
        )
    )
