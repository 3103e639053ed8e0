"""The library: initiatives of the Good Practice Guide, drivers, themes and reason codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.drivers import Initiative, Stage, Stance
from lfjb_desk.domain.formatting import fold
from lfjb_desk.domain.read_models.library import (
    InitiativeDetail,
    InitiativeRow,
    LibraryQuery,
    ReasonGroup,
)
from lfjb_desk.services.drivers.projects import ProjectService
from lfjb_desk.store.queries import drivers as store
from lfjb_desk.store.queries import library
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.drivers import Driver, Theme
    from lfjb_desk.store.engine.database import Database

EVERYTHING = LibraryQuery()


class LibraryService:
    """Answers questions about the Good Practice Guide."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def themes(self) -> Sequence[Theme]:
        """Return the five themes in their order."""
        with self._database.session() as session:
            return store.themes(session)

    def drivers(self) -> Sequence[Driver]:
        """Return the ten drivers of delay in their order."""
        with self._database.session() as session:
            return store.drivers(session)

    def initiatives(self, query: LibraryQuery = EVERYTHING) -> tuple[InitiativeRow, ...]:
        """Return the initiatives that answer a question, in the order of the guide."""
        with self._database.session() as session:
            rows = store.initiatives(session)
            themes = {row.id: row for row in store.themes(session)}
            drivers = store.drivers(session)
            cells = store.stances(session)
            projects = store.projects(session, query.area_id) if query.area_id else ()
        present = {(c.initiative_id, c.driver_id) for c in cells if c.stance is Stance.PRESENT}
        taken = {row.initiative_id for row in projects if row.stage is not Stage.STOPPED}
        found_rows = (
            InitiativeRow(
                initiative=row,
                theme=themes[row.theme_id],
                drivers=tuple(driver for driver in drivers if (row.id, driver.id) in present),
                taken_up=row.id in taken,
            )
            for row in rows
        )
        return tuple(row for row in found_rows if _wanted(row, query))

    def detail(self, initiative_id: UUID, area_id: UUID | None = None) -> InitiativeDetail:
        """Return one initiative with the guide's map for it, and its projects in an area."""
        with self._database.session() as session:
            initiative = found(session, Initiative, initiative_id)
            theme = next(row for row in store.themes(session) if row.id == initiative.theme_id)
            drivers = store.drivers(session)
            cells = {
                row.driver_id: row.stance
                for row in store.stances(session)
                if row.initiative_id == initiative_id
            }
        projects = ProjectService(self._database).projects(area_id) if area_id else ()
        return InitiativeDetail(
            initiative=initiative,
            theme=theme,
            stances=tuple((driver, cells.get(driver.id, Stance.NOT_STATED)) for driver in drivers),
            projects=tuple(
                line for line in projects if line.project.initiative_id == initiative_id
            ),
        )

    def reasons(self) -> tuple[ReasonGroup, ...]:
        """Return the reason codes for cancelled hearings under the body that answers for each."""
        with self._database.session() as session:
            rows = library.reasons(session)
        owners = dict.fromkeys(row.owner_group for row in rows)
        return tuple(
            ReasonGroup(owner, tuple(row for row in rows if row.owner_group == owner))
            for owner in owners
        )


def _wanted(row: InitiativeRow, query: LibraryQuery) -> bool:
    initiative = row.initiative
    text = fold(
        f"{initiative.title} {initiative.place} {initiative.summary} {initiative.outcomes} "
        f"{row.theme.name}"
    )
    return (
        query.theme_id in {None, row.theme.id}
        and (query.driver_id is None or any(d.id == query.driver_id for d in row.drivers))
        and all(word in text for word in fold(query.text).split())
    )
