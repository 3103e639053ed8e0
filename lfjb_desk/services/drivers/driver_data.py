"""Gathering what is held about an area's drivers, read once for all ten."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.meetings.meetings import Decision
from lfjb_desk.domain.places import DfjArea, PlaceKind
from lfjb_desk.domain.read_models.drivers import ProjectLine
from lfjb_desk.services.drivers import driver_page
from lfjb_desk.services.figures.series import NamedPlace, SeriesQuery, load
from lfjb_desk.store.queries import drivers as store
from lfjb_desk.store.queries.actions import rows as action_rows
from lfjb_desk.store.queries.actions import updates_of
from lfjb_desk.store.queries.figures.figures import measures_by_id
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.drivers import AreaDriver, Driver, Project
    from lfjb_desk.domain.read_models.drivers import DriverView, MeasureProgress
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.store.engine.database import Database

Item = TypeVar("Item")
Owned = TypeVar("Owned", Action, Decision)


class DriverData:
    """All that an area's drivers hang on; `view` puts one driver together."""

    def __init__(
        self,
        database: Database,
        area_id: UUID,
        today: date,
        figures: Sequence[Series] | None = None,
        groups: Collection[UUID] | None = None,
    ) -> None:
        self._today = today
        with database.session() as session:
            area = self._area = found(session, DfjArea, area_id)
            self.drivers = tuple(store.drivers(session))
            self._standings = store.area_drivers(session, area_id)
            standing_ids = [row.id for row in self._standings.values()]
            self._links = store.links(session, standing_ids)
            self._measures = measures_by_id(session, {link.measure_id for link in self._links})
            actions = _of_groups(store.actions(session, area_id), groups)
            self._updates = updates_of(session, [action.id for action in actions])
            self._decisions = _of_groups(store.decisions(session, area_id), groups)
            self._projects = store.projects(session, area_id)
            self._initiatives = {row.id: row for row in store.initiatives(session)}
            self._people = store.people(session)
            rows = action_rows(session, actions, today)
        self._actions = _grouped(rows, lambda row: row.action.driver_id)
        if figures is None:
            place = NamedPlace(PlaceKind.AREA, area.code, area.name, area)
            figures = load(database, place, today, SeriesQuery(tuple(self._measures)))
        self._series = {series.measure.id: series for series in figures}

    def view(self, driver: Driver, since: date | None, until: date | None = None) -> DriverView:
        """Return one driver, with what changed after a day, until another or today."""
        standing = self._standings.get(driver.id)
        actions = self._actions.get(driver.id, [])
        parts = driver_page.Parts(
            standing=standing,
            lead=self._person(standing.lead_id if standing else None),
            measures=self._progress(standing),
            actions=tuple(actions),
            updates=tuple(
                update for row in actions for update in self._updates.get(row.action.id, ())
            ),
            decisions=tuple(row for row in self._decisions if row.driver_id in {driver.id, None}),
            projects=tuple(
                self._project(row) for row in self._projects if row.driver_id == driver.id
            ),
        )
        return driver_page.view(driver, parts, self._today, since, until)

    def _progress(self, standing: AreaDriver | None) -> tuple[MeasureProgress, ...]:
        lines = [
            driver_page.progress(
                link,
                self._measures[link.measure_id],
                self._series.get(link.measure_id),
                self._area.name,
            )
            for link in self._links
            if standing is not None and link.area_driver_id == standing.id
        ]
        return tuple(sorted(lines, key=lambda line: (line.now is None, line.measure.name)))

    def _project(self, project: Project) -> ProjectLine:
        initiative = self._initiatives.get(project.initiative_id) if project.initiative_id else None
        return ProjectLine(project, self._person(project.lead_id), initiative)

    def _person(self, key: UUID | None) -> str:
        person = self._people.get(key) if key else None
        return person.name if person else ""


def _of_groups(rows: Sequence[Owned], groups: Collection[UUID] | None) -> Sequence[Owned]:
    """Return the rows that are of some groups; without groups all of them."""
    return rows if groups is None else [row for row in rows if row.group_id in groups]


def _grouped(
    rows: Iterable[Item], key: Callable[[Item], UUID | None]
) -> dict[UUID | None, list[Item]]:
    parts: defaultdict[UUID | None, list[Item]] = defaultdict(list)
    for row in rows:
        parts[key(row)].append(row)
    return dict(parts)
