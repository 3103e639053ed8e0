"""Putting one driver together: measures, actions, decisions, projects, gaps and changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.analysis.narrative.measure_narrative import newer_words, newest_words
from lfjb_desk.analysis.narrative.message_lead import Lead, lead_of
from lfjb_desk.analysis.target_status import aim_words
from lfjb_desk.domain.actions import ActionStatus
from lfjb_desk.domain.common.days import is_closed_since, is_since
from lfjb_desk.domain.formatting import figure, long_date, lower_first
from lfjb_desk.domain.read_models.actions import urgency
from lfjb_desk.domain.read_models.drivers import (
    DriverEvent,
    DriverView,
    EventKind,
    Gap,
    MeasureProgress,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lfjb_desk.domain.actions import ActionUpdate
    from lfjb_desk.domain.drivers import AreaDriver, Driver, DriverMeasure
    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.meetings.meetings import Decision
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.drivers import ProjectLine
    from lfjb_desk.domain.read_models.figures.series import Point, Series


@dataclass(frozen=True)
class Parts:
    """All that hangs on one driver in one area."""

    standing: AreaDriver | None
    lead: str
    measures: tuple[MeasureProgress, ...]
    actions: tuple[ActionRow, ...]
    updates: tuple[ActionUpdate, ...]
    decisions: tuple[Decision, ...]
    projects: tuple[ProjectLine, ...]


def view(
    driver: Driver, parts: Parts, today: date, since: date | None, until: date | None = None
) -> DriverView:
    """Return the view of a driver, with what changed after a day until another.

    With `since` None nothing is told, with `until` None all until today.
    """
    ordered = tuple(sorted(parts.actions, key=urgency))
    return DriverView(
        driver=driver,
        standing=parts.standing,
        lead=parts.lead,
        measures=parts.measures,
        actions=ordered,
        decisions=parts.decisions,
        projects=parts.projects,
        gaps=_gaps(parts, today),
        changed=() if since is None else tuple(_events(driver, parts, since, until or today)),
    )


def progress(
    link: DriverMeasure, measure: Measure, series: Series | None, area: str
) -> MeasureProgress:
    """Return a measure of an area from its baseline to now, with the sentence that says it."""
    known = [point for point in series.points if point.value is not None] if series else []
    later = [p for p in known if link.baseline_start is None or p.start >= link.baseline_start]
    baseline, now = (later[0], later[-1]) if later else (None, known[-1] if known else None)
    return MeasureProgress(
        link_id=link.id,
        measure=measure,
        series=series,
        baseline=baseline,
        now=now,
        sentence=_progress_words(measure, series, baseline, now, area),
    )


def _progress_words(
    measure: Measure, series: Series | None, baseline: Point | None, now: Point | None, area: str
) -> str:
    if series is None or now is None:
        return f"No figure of {area} is held for {lower_first(measure.name)}."
    message = series.narrative.message
    statements = [f"{series.narrative.front}."]
    is_dated = message is not None and (message.is_old or lead_of(message) is Lead.PERIOD)
    if now == series.latest and not is_dated:
        statements.append(f"The {newest_words(series)} is for {now.label}.")
    statements += [newer] if (newer := newer_words(series)) else []
    if baseline is not None and baseline != now:
        # Whether that is a change is for the message alone to say.
        was = figure(baseline.value, measure.unit, measure.decimals, baseline.marker)
        statements.append(f"It was {was} at the baseline, {baseline.label}.")
    aim = aim_words(series) if now == series.latest else ""
    return " ".join([*statements, aim] if aim else statements)


def _gaps(parts: Parts, today: date) -> tuple[Gap, ...]:
    standing = parts.standing
    unfinished = [line for line in parts.actions if not line.closed]
    gaps = []
    if standing is None or standing.severity == 0:
        gaps.append(Gap("Nobody has judged how severe it is here."))
    if not parts.lead:
        gaps.append(Gap("Nobody leads on it."))
    if not parts.measures:
        gaps.append(Gap("No measure is linked, so nothing shows whether it moves."))
    gaps += [Gap(line.sentence) for line in parts.measures if line.now is None]
    if not unfinished:
        gaps.append(Gap("No open action is linked to it.", of_records=True))
    if not parts.decisions:
        gaps.append(Gap("No decision is linked to it.", of_records=True))
    if standing is not None and standing.review_by is not None and standing.review_by < today:
        gaps.append(Gap(f"Its review was due by {long_date(standing.review_by)}."))
    return tuple(gaps)


def _events(driver: Driver, parts: Parts, since: date, until: date) -> Iterator[DriverEvent]:
    """Yield what happened to a driver after the day of a meeting until another, kind by kind."""
    standing = parts.standing
    if standing is not None and standing.judged_on and is_since(standing.judged_on, since, until):
        yield DriverEvent(
            EventKind.JUDGED,
            *(driver.id, driver.name, driver.name, standing.judged_on, standing.severity),
        )
    yield from _of_actions(parts, since, until)
    for decision in parts.decisions:
        if is_since(decision.decided_on, since, until):
            yield DriverEvent(
                EventKind.DECIDED, decision.id, decision.ref, decision.text, decision.decided_on
            )
    for line in parts.projects:
        project = line.project
        if project.starts and is_since(project.starts, since, until):
            yield DriverEvent(
                EventKind.BEGUN, project.id, project.title, project.expected, project.starts
            )


def _of_actions(parts: Parts, since: date, until: date) -> Iterator[DriverEvent]:
    """Yield which actions were done, dropped and raised, then whose date was moved."""
    actions = {row.action.id: row.action for row in parts.actions}
    in_order = sorted(actions.values(), key=lambda action: action.ref)
    closings = ((ActionStatus.DONE, EventKind.DONE), (ActionStatus.DROPPED, EventKind.DROPPED))
    for status, kind in closings:
        for action in in_order:
            if (
                action.status is status
                and action.closed_on
                and is_closed_since(action.closed_on, since, until)
            ):
                yield DriverEvent(kind, action.id, action.ref, action.title, action.closed_on)
    for action in in_order:
        if is_since(action.raised_on, since, until):
            yield DriverEvent(
                EventKind.RAISED, action.id, action.ref, action.title, action.raised_on
            )
    for update in parts.updates:
        after = update.due_after
        if after and update.moves and is_since(update.noted_at.date(), since, until):
            action = actions[update.action_id]
            yield DriverEvent(EventKind.MOVED, action.id, action.ref, action.title, after)
