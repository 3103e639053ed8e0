"""What happened after a meeting to what its minutes tell: moved, closed, withdrawn, renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.meetings.meetings import DecisionState
from lfjb_desk.domain.read_models.meetings.minutes import (
    LaterAction,
    LaterDecision,
    LaterEvents,
    Renamed,
)
from lfjb_desk.store.queries.lookup import by_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.meetings.minutes import DecisionRow, MinutesView
    from lfjb_desk.store.queries.lookup import Reading

NOTHING_OF_ACTION, NOTHING_OF_DECISION = LaterAction(), LaterDecision()


def later_events(
    session: Reading,
    view: MinutesView,
    actions: Iterable[ActionRow],
    decisions: Iterable[DecisionRow],
) -> LaterEvents:
    """Return what happened since, from actions and decisions as they stand today."""
    return LaterEvents(
        actions=_later_actions(view.actions, {row.action.id: row for row in actions}),
        decisions=_later_decisions(view.decisions, {row.decision.id: row for row in decisions}),
        renamed=_renamed(view, _names_now(session, view)),
    )


def _later_actions(
    rows: Iterable[ActionRow], rows_now: Mapping[UUID, ActionRow]
) -> dict[UUID, LaterAction]:
    pairs = ((row, rows_now.get(row.action.id)) for row in rows)
    facts = {was.action.id: _later_action(was, now) for was, now in pairs if now is not None}
    return {key: fact for key, fact in facts.items() if fact != NOTHING_OF_ACTION}


def _later_action(was: ActionRow, now: ActionRow) -> LaterAction:
    before, after = was.action, now.action
    closed = not after.status.is_open
    return LaterAction(
        due=after.due if after.due != before.due else None,
        status=after.status if closed else None,
        closed_on=after.closed_on if closed else None,
        title=after.title if after.title != before.title else "",
        owner=now.owner if after.owner_id != before.owner_id else "",
        body=now.body if after.accountable_id != before.accountable_id else "",
    )


def _later_decisions(
    rows: Iterable[DecisionRow], rows_now: Mapping[UUID, DecisionRow]
) -> dict[UUID, LaterDecision]:
    pairs = ((row, rows_now.get(row.decision.id)) for row in rows)
    facts = {was.decision.id: _later_decision(was, now) for was, now in pairs if now is not None}
    return {key: fact for key, fact in facts.items() if fact != NOTHING_OF_DECISION}


def _later_decision(was: DecisionRow, now: DecisionRow) -> LaterDecision:
    before, after = was.decision, now.decision
    return LaterDecision(
        state=after.state if after.state is not DecisionState.IN_FORCE else None,
        superseded_by=now.superseded_by,
        superseded_by_id=after.superseded_by_id,
        review_by=after.review_by if after.review_by != before.review_by else None,
    )


def _names(view: MinutesView) -> Iterator[tuple[UUID | None, str]]:
    """Yield the people, bodies and the group of minutes with the names they have there."""
    yield view.group.id, view.group.name
    for row in view.attendance:
        yield row.organisation.id, row.organisation.name
        if row.person is not None:
            yield row.person.id, row.person.name
    for item in view.items:
        yield item.item.presenter_id, item.presenter
    for action in view.actions:
        yield action.action.owner_id, action.owner
        yield action.action.accountable_id, action.body


def _names_now(session: Reading, view: MinutesView) -> dict[UUID | None, str]:
    keys = {key for key, _ in _names(view)}
    rows: Sequence[Group | Organisation | Person] = [
        *by_key(session, Group, keys).values(),
        *by_key(session, Organisation, keys).values(),
        *by_key(session, Person, keys).values(),
    ]
    return {row.id: row.name for row in rows}


def _renamed(view: MinutesView, names_now: Mapping[UUID | None, str]) -> tuple[Renamed, ...]:
    pairs = dict.fromkeys(
        (name, names_now[key]) for key, name in _names(view) if name and key in names_now
    )
    return tuple(Renamed(was, now) for was, now in pairs if was != now)
