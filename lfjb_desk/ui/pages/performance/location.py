"""The place whose figures the page shows, and what is held for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from lfjb_desk.domain.figures.targets import NATION, TargetPlace
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.tables import CHARTED
from lfjb_desk.ui.commands import BoundCommand
from lfjb_desk.ui.pages.performance.locations import Location, Locations, ShownFigures
from lfjb_desk.ui.widgets.menus import fill_menu
from lfjb_desk.ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk

NOTHING = ShownFigures((), instead=False)


class ShownLocation(QObject):
    """Which place is shown; the views of figures share it."""

    chosen = Signal()
    """The user has chosen another place."""

    def __init__(self, desk: Desk, services: PerformanceServices, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._locations = Locations(services)
        self._area: UUID | None = None
        self._areas: dict[str, UUID] = {}
        self._authorities: dict[str, UUID] = {}
        self._figures: ShownFigures | None = None
        self.offered: tuple[Location, ...] = ()
        self.location: Location | None = None
        self.measure_id: UUID | None = None
        """The measure that was looked at last."""
        desk.history.changed.connect(self._on_change)

    def renew(self) -> None:
        """Follow the area that is chosen in the window, and forget what was loaded."""
        self._figures = None
        area = self._desk.context.area_id
        self._areas, self._authorities = self._locations.areas(), self._locations.authorities()
        self.offered = () if area is None else self._locations.of_area(area)
        if area != self._area:
            self._area, self.location = area, next(iter(self.offered), None)
        elif self.location is not None:
            here = (self.location.kind, self.location.code)
            same = (each for each in self.offered if (each.kind, each.code) == here)
            self.location = next(same, self.location)  # under the name that it has now

    def _on_change(self, change: Change) -> None:
        """Forget the figures that were loaded, whichever view is open while they change."""
        if change.tables & CHARTED:
            self._figures = None

    def choose(self, location: Location) -> None:
        """Show the figures of another place."""
        self.stand_at(location)
        self.chosen.emit()

    def stand_at(self, location: Location) -> None:
        """Take another place without telling anyone."""
        if location != self.location:
            self.location, self._figures = location, None

    def area_of(self, series: Series) -> UUID | None:
        """Return the area that a series is about; None for places of other kinds."""
        return self._areas.get(series.place_code) if series.place_kind is PlaceKind.AREA else None

    def target_place(self, series: Series) -> TargetPlace:
        """Return what a target of a series is set for: its area, its authority or the nation."""
        if series.place_kind is PlaceKind.AUTHORITY:
            authority_id = self._authorities.get(series.place_code)
            return TargetPlace(series.place, authority_id=authority_id) if authority_id else NATION
        area_id = self.area_of(series)
        return TargetPlace(series.place, area_id=area_id) if area_id else NATION

    def stand_at_area(self) -> None:
        """Take the area that is chosen in the window, whichever place was shown before."""
        if self.offered:
            self.stand_at(self.offered[0])

    @property
    def figures(self) -> ShownFigures:
        """The figures of the place; loaded when they are first asked for."""
        if self.location is None:
            return NOTHING
        if self._figures is None:
            self._figures = self._locations.figures_of(
                self.location, self.offered, self._desk.context.today
            )
        return self._figures


class PlaceButton(PushButton):
    """Opens the list of places of the area."""

    def __init__(self, choice: ShownLocation) -> None:
        super().__init__()
        self._choice = choice
        self.setProperty("kind", "plain")
        self.setAccessibleName(self.tr("Place"))
        self.setMenu(QMenu(self))

    def renew(self) -> None:
        """Offer the places as they stand."""
        location = self._choice.location
        name = location.name if location else self.tr("No area")
        self.setText(f"{name}  ▾")
        self.setAccessibleName(self.tr("Figures for {0}").format(name))
        kinds = {
            PlaceKind.AREA: self.tr("area"),
            PlaceKind.AUTHORITY: self.tr("local authority"),
            PlaceKind.REGION: self.tr("region"),
            PlaceKind.NATION: self.tr("nation"),
        }
        places = [
            BoundCommand(
                f"{place.name}, {kinds.get(place.kind, '')}",
                partial(self._choice.choose, place),
                is_chosen=place == location,
            )
            for place in self._choice.offered
        ]
        fill_menu(self.menu(), places)
