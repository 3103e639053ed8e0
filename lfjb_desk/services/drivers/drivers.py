"""The drivers of delay in an area: how they stand, what shows it and what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import Change, Edit, RuleError, added, change, edited, removed
from lfjb_desk.domain.drivers import (
    WORST_SEVERITY,
    AreaDriver,
    Driver,
    DriverMeasure,
    Stance,
    severity_word,
)
from lfjb_desk.domain.figures.figures import Measure
from lfjb_desk.domain.meetings.meetings import Decision
from lfjb_desk.domain.read_models.actions import urgency
from lfjb_desk.domain.read_models.drivers import InitiativeMatrix, MatrixRow, MeasureDriver
from lfjb_desk.services.drivers.driver_data import DriverData
from lfjb_desk.store.queries import drivers as store
from lfjb_desk.store.queries.actions import rows as action_rows
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from typing_extensions import Unpack

    from lfjb_desk.domain.read_models.drivers import DriverView
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.store.engine.database import Database


class SeverityFields(TypedDict, total=False):
    """How a driver stands in an area; what is left out stays as it is."""

    severity: int
    judged_on: date | None
    rationale: str
    lead_id: UUID | None
    review_by: date | None


class DriverService:
    """Answers questions about the drivers of delay, and turns commands about them into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def drivers(self) -> Sequence[Driver]:
        """Return the ten drivers in their national order."""
        with self._database.session() as session:
            return store.drivers(session)

    def views(
        self,
        area_id: UUID,
        today: date,
        since: date | None = None,
        figures: Sequence[Series] | None = None,
        groups: Collection[UUID] | None = None,
        until: date | None = None,
    ) -> tuple[DriverView, ...]:
        """Return the ten drivers in an area, the most severe first.

        With `since` each view tells what changed after that day, until another or today.
        `figures` are those of the area, where they are at hand already. With `groups` their
        actions and decisions alone hang on the drivers.
        """
        gathered = DriverData(self._database, area_id, today, figures, groups)
        views = [gathered.view(driver, since, until) for driver in gathered.drivers]
        return tuple(sorted(views, key=lambda view: (-view.severity, view.driver.number)))

    def view(
        self, area_id: UUID, driver_id: UUID, today: date, since: date | None = None
    ) -> DriverView:
        """Return one driver in an area."""
        with self._database.session() as session:
            driver = found(session, Driver, driver_id)
        return DriverData(self._database, area_id, today).view(driver, since)

    def of_measure(self, area_id: UUID, measure_id: UUID, today: date) -> tuple[MeasureDriver, ...]:
        """Return the drivers that a measure shows in an area, each with its actions."""
        with self._database.session() as session:
            linked = store.of_measure(session, area_id, measure_id)
            keys = {driver.id for driver, _ in linked}
            actions = [row for row in store.actions(session, area_id) if row.driver_id in keys]
            rows = sorted(action_rows(session, actions, today), key=urgency)
        return tuple(
            MeasureDriver(
                driver,
                standing.severity,
                tuple(row for row in rows if row.action.driver_id == driver.id),
            )
            for driver, standing in linked
        )

    def matrix(self) -> InitiativeMatrix:
        """Return the guide's map of initiatives and drivers; what it leaves open is not stated."""
        with self._database.session() as session:
            columns = tuple(store.drivers(session))
            initiatives = store.initiatives(session)
            themes = {row.id: row for row in store.themes(session)}
            cells = {
                (row.initiative_id, row.driver_id): row.stance for row in store.stances(session)
            }
        rows = tuple(
            MatrixRow(
                initiative,
                themes[initiative.theme_id],
                tuple(
                    cells.get((initiative.id, driver.id), Stance.NOT_STATED) for driver in columns
                ),
            )
            for initiative in initiatives
        )
        return InitiativeMatrix(columns, rows)

    def judge(self, area_id: UUID, driver_id: UUID, **values: Unpack[SeverityFields]) -> Change:
        """Return the change that says how a driver stands in an area.

        Raises:
            RuleError: when the severity is not 0 to 5, or a judgement has no day.
        """
        driver, standing, edits = self._standing(area_id, driver_id)
        _check_judgement(standing, values)
        if edits:
            return change(
                f"Judge “{driver.name}”", standing, [added(standing.model_copy(update=values))]
            )
        return change(f"Judge “{driver.name}”", standing, [edited(standing, **values)])

    def clear(self, area_id: UUID, driver_id: UUID) -> Change:
        """Return the change that takes back all that was said of a driver, its links included."""
        driver, standing, new = self._standing(area_id, driver_id)
        if new:
            raise RuleError(f"Nothing has been said about “{driver.name}” here.")
        with self._database.session() as session:
            linked = store.links(session, [standing.id])
        edits = [removed(link) for link in linked]
        return change(f"Clear “{driver.name}”", standing, [*edits, removed(standing)])

    def link_measure(
        self, area_id: UUID, driver_id: UUID, measure_id: UUID, baseline_start: date | None = None
    ) -> Change:
        """Return the change that lets a measure show whether a driver moves.

        Progress counts from the first figure on or after `baseline_start`, or the earliest held.
        """
        driver, standing, new = self._standing(area_id, driver_id)
        with self._database.session() as session:
            measure = found(session, Measure, measure_id)
            linked = store.links(session, [standing.id])
        if any(link.measure_id == measure_id for link in linked):
            raise RuleError(f"“{measure.name}” is linked to “{driver.name}” already.")
        link = DriverMeasure(
            area_driver_id=standing.id, measure_id=measure_id, baseline_start=baseline_start
        )
        return change(f"Link “{measure.name}” to “{driver.name}”", link, [*new, added(link)])

    def set_baseline(self, link_id: UUID, baseline_start: date | None) -> Change:
        """Return the change that counts a measure's progress from another day."""
        with self._database.session() as session:
            link = found(session, DriverMeasure, link_id)
            measure = found(session, Measure, link.measure_id)
        label = f"Change the baseline of “{measure.name}”"
        return change(label, link, [edited(link, baseline_start=baseline_start)])

    def unlink_measure(self, link_id: UUID) -> Change:
        """Return the change that unlinks a measure from a driver."""
        with self._database.session() as session:
            link = found(session, DriverMeasure, link_id)
            measure = found(session, Measure, link.measure_id)
        return change(f"Unlink “{measure.name}”", link, [removed(link)])

    def link_action(self, action_id: UUID, driver_id: UUID | None) -> Change:
        """Return the change that ties an action to a driver, or (with None) to no driver."""
        with self._database.session() as session:
            action = found(session, Action, action_id)
        return change(
            f"Link {action.ref} to a driver", action, [edited(action, driver_id=driver_id)]
        )

    def link_decision(self, decision_id: UUID, driver_id: UUID | None) -> Change:
        """Return the change that ties a decision to a driver, or (with None) to no driver."""
        with self._database.session() as session:
            decision = found(session, Decision, decision_id)
        return change(
            f"Link {decision.ref} to a driver", decision, [edited(decision, driver_id=driver_id)]
        )

    def _standing(self, area_id: UUID, driver_id: UUID) -> tuple[Driver, AreaDriver, list[Edit]]:
        """Return driver and standing, with the edit that adds the standing where it is new."""
        with self._database.session() as session:
            driver = found(session, Driver, driver_id)
            standing = store.area_driver(session, area_id, driver_id)
        if standing is not None:
            return driver, standing, []
        standing = AreaDriver(area_id=area_id, driver_id=driver_id)
        return driver, standing, [added(standing)]


def _check_judgement(standing: AreaDriver, values: Mapping[str, Any]) -> None:
    severity = values.get("severity", standing.severity)
    if not 0 <= severity <= WORST_SEVERITY:
        lowest, highest = severity_word(0), severity_word(WORST_SEVERITY)
        raise RuleError(f"A severity goes from 0 ({lowest}) to {WORST_SEVERITY} ({highest}).")
    if severity and values.get("judged_on", standing.judged_on) is None:
        raise RuleError("Say on which day the severity was judged.")
