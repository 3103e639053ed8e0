"""A measure beside other places: a funnel or the range of the peers, in words and in a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lfjb_desk.domain.formatting import MISSING, figure
from lfjb_desk.domain.read_models.figures.comparison import ComparedStanding, Method
from lfjb_desk.ui.charts.comparison_chart import ComparedPoint, ComparisonChart, ComparisonData
from lfjb_desk.ui.charts.picture import comparison_picture
from lfjb_desk.ui.pages.performance.measures.forms import chosen_neighbours, neighbours
from lfjb_desk.ui.row_table import RowTable
from lfjb_desk.ui.tables import Cell, Column
from lfjb_desk.ui.widgets.boxes import column, row
from lfjb_desk.ui.widgets.text import button, words

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

    from lfjb_desk.domain.read_models.figures.comparison import Blocked, ComparedPlace, Comparison
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk

OWN = "this "
"""How the relation of the place itself begins."""
NAMED = {"chosen neighbour", "own authority"}


@dataclass(frozen=True)
class PlaceRow:
    """One place as the table shows it: compared, or not and why."""

    number: int | None
    """Its number among the places of the chart; None where it has no figure there."""
    name: str
    relation: str
    figure: str
    said: str


class ComparePanel(QWidget):
    """Shows a comparison: what it says, its chart, every place and why some are left out."""

    def __init__(self, desk: Desk, services: PerformanceServices) -> None:
        super().__init__()
        self._desk, self._ask = desk, services
        self._area: UUID | None = None
        self.is_drawn = False
        self.said = words("", "body", wrap=True)
        self.about = words("", "soft", wrap=True)
        self.choose_button = button(self.tr("Choose neighbours"), "quiet")
        self.choose_button.clicked.connect(self.choose_neighbours)
        self.chart = ComparisonChart(desk.theme)
        self.table: RowTable[PlaceRow] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Places compared"),
            self._columns(),
            key=lambda one: one.name,
            sortable=False,
        )
        self.chart.walked.connect(self._choose_row)
        self.table.chosen.connect(self._choose_spot)
        head = row(self.about, self.choose_button)
        head.setStretch(0, 1)
        across = row(self.chart, self.table, gap=12)
        across.setStretch(0, 5)
        across.setStretch(1, 6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(column(head, self.said, gap=4))
        outer.addLayout(across, 1)

    def show_comparison(self, found: Comparison | None, area_id: UUID | None) -> None:
        """Show a comparison, or that there is none."""
        self._area = area_id
        self.choose_button.setVisible(area_id is not None)
        if found is None:
            self.about.setText(self.tr("Nothing to compare"))
            self.said.setText(
                self.tr("A nation stands alone here, and a place needs a figure to be compared.")
            )
        else:
            self.about.setText(
                self.tr("{0}, {1}, {2}: {3}").format(
                    found.measure.name, found.period, found.publisher, found.method.value
                )
            )
            self.said.setText(" ".join(found.sentences))
        self.is_drawn = bool(found and found.method is not Method.NONE)
        self.chart.setVisible(self.is_drawn)
        self.table.setVisible(found is not None)
        if found is None:
            return
        shown = [one for one in found.places if _is_drawn(found, one)]
        self.chart.show_chart(_data_of(found, shown, self.said.text()))
        numbers = {id(one): n for n, one in enumerate(shown)}
        rows = [self._row(found, one, numbers.get(id(one))) for one in found.places]
        rows += [_blocked(one) for one in found.blocked]
        self.table.set_rows(rows)
        own = next((one.name for one in found.places if one.relation.startswith(OWN)), None)
        self.table.choose(own)
        self.chart.choose(None)  # it names the place itself without being asked

    def picture(self, size: QSize) -> QImage | None:
        """Return the chart with what stands round it; None where nothing can be drawn."""
        data = self.chart.shown()
        if data is None or not self.is_drawn:
            return None
        words_round = (data.title, self.about.text(), self.said.text())
        return comparison_picture(data, self._desk.theme, words_round, size)

    def choose_neighbours(self) -> None:
        """Ask which areas the area is compared with, and keep them."""
        if self._area is None:
            return
        area, held = self._area, self._ask.compare.neighbours(self._area)
        form = neighbours(self._ask.places.areas(), area, held)
        self._desk.keep(
            form,
            lambda answers: self._ask.compare.set_neighbours(area, chosen_neighbours(answers)),
        )

    def _columns(self) -> tuple[Column[PlaceRow], ...]:
        return (
            Column(self.tr("Place"), lambda one: Cell(one.name, one.relation), stretch=True),
            Column(
                self.tr("Figure"),
                lambda one: Cell(one.figure, one.said),
                right=True,
            ),
        )

    def _row(self, found: Comparison, one: ComparedPlace, number: int | None) -> PlaceRow:
        measure = found.measure
        said = "" if one.standing is ComparedStanding.UNKNOWN else one.standing.value
        shown = figure(one.value, measure.unit, measure.decimals, one.marker)
        if one.hidden:
            shown, said = self.tr("Not shown"), self.tr("fewer than 5 cases")
        return PlaceRow(number, one.name, one.relation, shown, said)

    def _choose_row(self, number: int) -> None:
        rows = self.table.rows_model.rows()
        found = next((one.name for one in rows if one.number == number), None)
        if found is not None:
            self.table.choose(found)

    def _choose_spot(self, chosen: PlaceRow | None) -> None:
        self.chart.choose(chosen.number if chosen else None)


def _is_drawn(found: Comparison, one: ComparedPlace) -> bool:
    """Tell whether a place has a point: a funnel needs to know what stands behind its figure."""
    known = one.value is not None and not one.hidden
    return known and (found.method is not Method.FUNNEL or one.base is not None)


def _blocked(one: Blocked) -> PlaceRow:
    return PlaceRow(None, one.name, one.reason, MISSING, "")


def _data_of(found: Comparison, shown: list[ComparedPlace], said: str) -> ComparisonData:
    measure = found.measure
    funnel = found.method is Method.FUNNEL
    spots = tuple(
        ComparedPoint(
            one.name,
            float(one.value or 0),
            None if one.base is None else float(one.base),
            own=one.relation.startswith(OWN),
            named=one.relation in NAMED,
        )
        for one in shown
    )
    return ComparisonData(
        title=f"{measure.name}, {found.period}",
        summary=f"{said} The places are in the table beside the chart.",
        unit=measure.unit,
        base_name="Cases behind the figure" if funnel else "Places in order of their names",
        spots=spots,
        centre=None if found.centre is None else float(found.centre),
        centre_name=found.centre_name,
        curve=tuple((float(a), float(b), float(c)) for a, b, c in found.curve),
        middle=(float(found.quartiles[0]), float(found.quartiles[1])) if found.quartiles else None,
        decimals=measure.decimals,
    )
