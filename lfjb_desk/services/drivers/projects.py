"""Projects: initiatives taken up in an area, and local work like them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.drivers import Driver, Initiative, Project, Stage
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.domain.read_models.drivers import ProjectLine
from lfjb_desk.store.queries import drivers as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.store.engine.database import Database


class ProjectService:
    """Answers questions about an area's projects, and turns commands about them into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def projects(self, area_id: UUID) -> tuple[ProjectLine, ...]:
        """Return the projects of an area by title, each with its lead and its initiative."""
        with self._database.session() as session:
            rows = store.projects(session, area_id)
            people = store.people(session)
            initiatives = {row.id: row for row in store.initiatives(session)}
        return tuple(
            ProjectLine(
                row,
                people[row.lead_id].name if row.lead_id else "",
                initiatives.get(row.initiative_id) if row.initiative_id else None,
            )
            for row in rows
        )

    def add(self, area_id: UUID, title: str, **values: Any) -> Change:
        """Return the change that adds a project; values are other columns of `Project`."""
        project = Project(area_id=area_id, title=title.strip(), **values)
        _check(project)
        with self._database.session() as session:
            found(session, DfjArea, area_id)
        return change(f"Add the project “{project.title}”", project, [added(project)])

    def take_up(
        self, area_id: UUID, initiative_id: UUID, driver_id: UUID | None = None, **values: Any
    ) -> Change:
        """Return the change that takes up an initiative of the guide as a project.

        Raises:
            RuleError: when the area has taken it up already and has not stopped it.
        """
        with self._database.session() as session:
            initiative = found(session, Initiative, initiative_id)
            if driver_id is not None:
                found(session, Driver, driver_id)
            held = store.projects(session, area_id)
        if any(row.initiative_id == initiative_id and row.stage != Stage.STOPPED for row in held):
            raise RuleError(f"“{initiative.title}” is taken up here already.")
        return self.add(
            area_id,
            initiative.title[:200],
            initiative_id=initiative_id,
            driver_id=driver_id,
            **values,
        )

    def edit(self, project_id: UUID, **values: Any) -> Change:
        """Return the change that gives a project other values."""
        with self._database.session() as session:
            project = found(session, Project, project_id)
        _check(project.model_copy(update=values))
        return change(f"Change the project “{project.title}”", project, [edited(project, **values)])

    def set_stage(self, project_id: UUID, stage: Stage) -> Change:
        """Return the change that says how far a project has come."""
        with self._database.session() as session:
            project = found(session, Project, project_id)
        return change(f"“{project.title}”: {stage.value}", project, [edited(project, stage=stage)])

    def remove(self, project_id: UUID) -> Change:
        """Return the change that removes a project."""
        with self._database.session() as session:
            project = found(session, Project, project_id)
        return change(f"Remove the project “{project.title}”", project, [removed(project)])


def _check(project: Project) -> None:
    if not project.title.strip():
        raise RuleError("A project needs a title.")
    if project.starts is not None and project.ends is not None and project.ends < project.starts:
        raise RuleError("A project cannot end before it starts.")
