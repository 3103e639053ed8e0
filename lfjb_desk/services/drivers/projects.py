"""Projects: initiatives taken up in an area, and local work like them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.drivers import Driver, Initiative, Project, Stage
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.domain.read_models.drivers import ProjectLine
from lfjb_desk.store.queries import drivers as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from typing_extensions import Unpack

    from lfjb_desk.store.engine.database import Database


class ProjectPlan(TypedDict, total=False):
    """How far a project has come and what it should move; what is left out stays as it is."""

    driver_id: UUID | None
    stage: Stage
    lead_id: UUID | None
    starts: date | None
    ends: date | None
    expected: str


class ProjectFields(ProjectPlan, total=False):
    """The same with the initiative of the guide that it takes up."""

    initiative_id: UUID | None


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

    def add(self, area_id: UUID, title: str, **values: Unpack[ProjectFields]) -> Change:
        """Return the change that adds a project."""
        project = Project(area_id=area_id, title=title.strip(), **values)
        _check(project)
        with self._database.session() as session:
            found(session, DfjArea, area_id)
        return change(f"Add the project “{project.title}”", project, [added(project)])

    def take_up(self, area_id: UUID, initiative_id: UUID, **values: Unpack[ProjectPlan]) -> Change:
        """Return the change that takes up an initiative of the guide as a project.

        Raises:
            RuleError: when the area has taken it up already and has not stopped it.
        """
        with self._database.session() as session:
            initiative = found(session, Initiative, initiative_id)
            if driver_id := values.get("driver_id"):
                found(session, Driver, driver_id)
            existing = store.projects(session, area_id)
        if any(
            row.initiative_id == initiative_id and row.stage != Stage.STOPPED for row in existing
        ):
            raise RuleError(f"“{initiative.title}” is taken up here already.")
        return self.add(area_id, initiative.title[:200], initiative_id=initiative_id, **values)

    def edit(
        self, project_id: UUID, title: str | None = None, **values: Unpack[ProjectFields]
    ) -> Change:
        """Return the change that gives a project another title or other values."""
        with self._database.session() as session:
            project = found(session, Project, project_id)
        new = project.title if title is None else title
        _check(project.model_copy(update={**values, "title": new}))
        edit = edited(project, title=new, **values)
        return change(f"Change the project “{project.title}”", project, [edit])

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
