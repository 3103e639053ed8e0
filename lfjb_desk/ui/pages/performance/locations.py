"""The places whose figures can be shown: the area, its authorities, region and nations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.nations import ENGLAND_AND_WALES
from lfjb_desk.domain.figures.figures import Polarity
from lfjb_desk.domain.places import PlaceKind

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.ui.pages.performance.services import PerformanceServices


@dataclass(frozen=True)
class Location:
    """A place whose figures can be shown."""

    kind: PlaceKind
    code: str
    name: str


@dataclass(frozen=True)
class ShownFigures:
    """The figures to show for a place, and whether they are the nation's instead of its own."""

    series: tuple[Series, ...]
    instead: bool


class Locations:
    """Offers the places of an area, and finds what is held for one of them."""

    def __init__(self, services: PerformanceServices) -> None:
        self._ask = services

    def areas(self) -> dict[str, UUID]:
        """Return all areas by their codes."""
        return {area.code: area.id for area in self._ask.places.areas()}

    def authorities(self) -> dict[str, UUID]:
        """Return the authorities of all areas by their GSS codes."""
        areas = self._ask.places.areas()
        return {each.gss_code: each.id for area in areas for each in area.authorities}

    def of_area(self, area_id: UUID) -> tuple[Location, ...]:
        """Return the area, its authorities by name, its region and its nations."""
        area = next(area for area in self._ask.places.areas() if area.id == area_id)
        authorities = self._ask.figures.authorities(area_id)
        return (
            Location(PlaceKind.AREA, area.code, area.name),
            *(
                Location(PlaceKind.AUTHORITY, authority.gss_code, authority.name)
                for authority in authorities
            ),
            *([Location(PlaceKind.REGION, area.region, area.region)] if area.region else ()),
            *(
                Location(PlaceKind.NATION, name, name)
                for name in dict.fromkeys((area.nation, ENGLAND_AND_WALES))
            ),
        )

    def figures_of(
        self, location: Location, locations: tuple[Location, ...], today: date
    ) -> ShownFigures:
        """Return the figures of a place; where it has none those of the nation, if any."""
        own = self._ask.figures.for_place(location.kind, location.code, today)
        if own:
            return ShownFigures(tuple(sorted(own, key=_weight)), instead=False)
        found: dict[UUID, Series] = {}
        for nation in (location for location in locations if location.kind is PlaceKind.NATION):
            for series in self._ask.figures.for_place(nation.kind, nation.code, today):
                found.setdefault(series.measure.id, series)
        return ShownFigures(tuple(sorted(found.values(), key=_weight)), instead=bool(found))


def _weight(series: Series) -> tuple[bool, bool, str]:
    """Order measures: those with a target first, then those of which one way is better."""
    measure = series.measure
    return series.target is None, measure.polarity is Polarity.CONTEXT, measure.name.casefold()
