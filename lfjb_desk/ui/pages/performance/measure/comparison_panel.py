"""A measure beside other places: a funnel or the range of the peers, in words and in a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lfjb_desk.domain.formatting import NOT_HELD, figure
from lfjb_desk.domain.read_models.figures.comparison import (
    ComparedStanding,
    Method,
    Relation,
    relation_words,
)
from lfjb_desk.ui.charts.comparison_chart import ComparedPoint, ComparisonChart, ComparisonData
from lfjb_desk.ui.charts.picture import comparison_picture
from lfjb_desk.ui.commands import page_command
from lfjb_desk.ui.pages.performance.measures.forms import neighbours
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import Beside
from lfjb_desk.ui.widgets.boxes import column, row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

    from lfjb_desk.domain.read_models.figures.comparison import Blocked, ComparedPlace, Comparison
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk

NAMED = {Relation.NEIGHBOUR, Relation.OWN_AUTHORITY}
"""The places that are drawn larger than the many others."""


@dataclass(frozen=True)
class PlaceRow:
    """One place as the table shows it: compared, or not and why."""

    number: int | None
    """Its number among the places of the chart; None where it has no figure there."""
    name: str
    about: str
    """What it is to the place compared, or why it is left out."""
    figure: str
    standing: str


LEAST_CHART, LEAST_TABLE = 260, 320


class ComparePanel(QWidget):
    """Shows a comparison: what it says, its chart, every place and why some are left out."""

    def __init__(self, desk: Desk, services: PerformanceServices) -> None:
        super().__init__()
        self._desk, self._ask = desk, services
        self._area: UUID | None = None
        self.is_drawn = False
        self.sentence = words("", "body", wrap=True)
        self.about = words("", "soft", wrap=True)
        self.choosing = page_command(
            self.tr("Choose neighbours"),
            self.choose_neighbours,
            "map-trifold",
            offered=lambda: self._area is not None,
        )
        self.choose_button = command_button(self.choosing.bind(None), "quiet")
        self.chart = ComparisonChart(desk.theme)
        self.table: RowTable[PlaceRow] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Places compared"),
            self._columns(),
            key=lambda row: row.name,
            sortable=False,
        )
        self.chart.walked.connect(self._choose_row)
        self.table.chosen.connect(self._choose_spot)
        head = row(self.about, self.choose_button)
        head.setStretch(0, 1)
        across = Beside(desk.theme, gap=12)
        across.put(self.chart, least=LEAST_CHART)
        across.put(self.table, least=LEAST_TABLE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(column(head, self.sentence, gap=4))
        outer.addLayout(across, 1)

    def show_comparison(self, comparison: Comparison | None, area_id: UUID | None) -> None:
        """Show a comparison, or that there is none."""
        self._area = area_id
        self.choose_button.setVisible(area_id is not None)
        if comparison is None:
            self.about.setText(self.tr("Nothing to compare"))
            self.sentence.setText(
                self.tr("A nation stands alone here, and a place needs a figure to be compared.")
            )
        else:
            self.about.setText(
                self.tr("{0}, {1}, {2}: {3}").format(
                    comparison.measure.name,
                    comparison.period,
                    comparison.publisher,
                    comparison.method.value,
                )
            )
            self.sentence.setText(" ".join((*comparison.sentences, *comparison.limits)))
        self.is_drawn = bool(comparison and comparison.method is not Method.NAMED)
        self.chart.setVisible(self.is_drawn)
        self.table.setVisible(comparison is not None)
        if comparison is None:
            return
        drawn = [place for place in comparison.places if _is_drawn(comparison, place)]
        self.chart.show_chart(_data_of(comparison, drawn, self.sentence.text()))
        numbers = {id(index): number for number, index in enumerate(drawn)}
        rows = [self._row(comparison, place, numbers.get(id(place))) for place in comparison.places]
        rows += [_blocked(blocked) for blocked in comparison.blocked]
        self.table.set_rows(rows)
        places = comparison.places
        own = next((place.name for place in places if place.relation is Relation.OWN), None)
        self.table.choose(own)
        self.chart.choose(None)  # it names the place itself without being asked

    def picture(self, size: QSize) -> QImage | None:
        """Return the chart with what stands round it; None where nothing can be drawn."""
        data = self.chart.shown()
        if data is None or not self.is_drawn:
            return None
        words_round = (data.title, self.about.text(), self.sentence.text())
        return comparison_picture(data, self._desk.theme, words_round, size)

    def choose_neighbours(self) -> None:
        """Ask which areas the area is compared with, and keep them."""
        if self._area is None:
            return
        area, chosen = self._area, self._ask.compare.neighbours(self._area)
        form = neighbours(self._ask.places.areas(), area, chosen)
        self._desk.keep(
            form,
            lambda answer: self._ask.compare.set_neighbours(area, answer.area_ids),
        )

    def _columns(self) -> tuple[Column[PlaceRow], ...]:
        return (
            Column(self.tr("Place"), lambda row: Cell(row.name, row.about), stretch=True),
            Column(
                self.tr("Figure"),
                lambda row: Cell(row.figure, row.standing),
                right=True,
            ),
        )

    def _row(self, made: Comparison, place: ComparedPlace, number: int | None) -> PlaceRow:
        measure = made.measure
        standing = "" if place.standing is ComparedStanding.UNKNOWN else place.standing.value
        value = figure(place.value, measure.unit, measure.decimals, place.marker)
        if place.hidden:
            value, standing = self.tr("Not shown"), self.tr("fewer than 5 cases")
        about = relation_words(place.relation, place.kind)
        return PlaceRow(number, place.name, about, value, standing)

    def _choose_row(self, number: int) -> None:
        rows = self.table.rows_model.rows()
        name = next((row.name for row in rows if row.number == number), None)
        if name is not None:
            self.table.choose(name)

    def _choose_spot(self, chosen: PlaceRow | None) -> None:
        self.chart.choose(chosen.number if chosen else None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ComparisonPanel", text)


def _is_drawn(made: Comparison, place: ComparedPlace) -> bool:
    """Tell whether a place has a point: a funnel needs to know what stands behind its figure."""
    known = place.value is not None and not place.hidden
    return known and (made.method is not Method.FUNNEL or place.base is not None)


def _blocked(blocked: Blocked) -> PlaceRow:
    figure_words = blocked.figure or NOT_HELD
    return PlaceRow(None, blocked.name, blocked.reason, figure_words, blocked.period)


def _data_of(made: Comparison, drawn: list[ComparedPlace], message: str) -> ComparisonData:
    measure = made.measure
    funnel = made.method is Method.FUNNEL
    marks = tuple(
        ComparedPoint(
            place.name,
            float(place.value or 0),
            None if place.base is None else float(place.base),
            own=place.relation is Relation.OWN,
            named=place.relation in NAMED,
        )
        for place in drawn
    )
    return ComparisonData(
        title=f"{measure.name}, {made.period}",
        summary=_tr("{0} The places are in the table beside the chart.").format(message),
        unit=measure.unit,
        base_name=_tr("Cases behind the figure")
        if funnel
        else _tr("Places in order of their names"),
        marks=marks,
        centre=None if made.centre is None else float(made.centre),
        centre_name=made.centre_name,
        curve=tuple((float(a), float(b), float(c)) for a, b, c in made.curve),
        middle=(float(made.quartiles[0]), float(made.quartiles[1])) if made.quartiles else None,
        decimals=measure.decimals,
    )
