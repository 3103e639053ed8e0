"""Whom an action form can be sent: owners and bodies, with how much it would ask about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import ActionStanding
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.read_models.action_forms import FormRecipient
from lfjb_desk.domain.read_models.actions import urgency
from lfjb_desk.services.action_forms.standing import form_rows
from lfjb_desk.services.meetings.next_dates import family_of
from lfjb_desk.store.queries import actions as store
from lfjb_desk.store.queries.lookup import by_key, found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.store.queries.lookup import Reading


def owners(session: Reading, group_id: UUID, today: date) -> tuple[FormRecipient, ...]:
    """Return who owns open actions of a group and those under it, most late ones first."""
    heaps = _heaps(open_rows(session, group_id, today), lambda row: row.action.owner_id)
    people = by_key(session, Person, heaps)
    bodies = by_key(session, Organisation, [person.organisation_id for person in people.values()])
    awaited = _awaited(session, group_id, today)
    recipients = (
        _recipient(
            (person.id, None),
            person.name,
            ", ".join(filter(None, (person.post, bodies[person.organisation_id].name))),
            person.email,
            heaps[person.id],
            awaited.get(person.id),
        )
        for person in people.values()
    )
    return tuple(sorted(recipients, key=_order))


def bodies(session: Reading, group_id: UUID, today: date) -> tuple[FormRecipient, ...]:
    """Return which bodies answer for open actions, most late ones first."""
    heaps = _heaps(open_rows(session, group_id, today), lambda row: row.action.accountable_id)
    awaited = _awaited(session, group_id, today)
    recipients = (
        _recipient((None, body.id), body.name, "", "", heaps[body.id], awaited.get(body.id))
        for body in by_key(session, Organisation, heaps).values()
    )
    return tuple(sorted(recipients, key=_order))


def open_rows(session: Reading, group_id: UUID, today: date) -> list[ActionRow]:
    """Return the open actions of a group and those under it that are not on hold."""
    family = family_of(session, found(session, Group, group_id))
    actions = [
        action
        for action in store.of_groups(session, [group.id for group in family])
        if action.status.is_open and action.standing(today) is not ActionStanding.ON_HOLD
    ]
    return sorted(store.rows(session, actions, today), key=urgency)


def rows_of(
    session: Reading, group_id: UUID, recipient: FormRecipient, today: date
) -> tuple[ActionRow, ...]:
    """Return the actions that the form of an owner or a body asks about, the latest first."""
    rows = open_rows(session, group_id, today)
    if recipient.person_id is not None:
        return tuple(row for row in rows if row.action.owner_id == recipient.person_id)
    return tuple(row for row in rows if row.action.accountable_id == recipient.organisation_id)


def _heaps(
    rows: Iterable[ActionRow], key: Callable[[ActionRow], UUID | None]
) -> dict[UUID | None, list[ActionRow]]:
    heaps: dict[UUID | None, list[ActionRow]] = {}
    for row in rows:
        if key(row) is not None:
            heaps.setdefault(key(row), []).append(row)
    return heaps


def _recipient(
    keys: tuple[UUID | None, UUID | None],
    name: str,
    about: str,
    email: str,
    rows: Sequence[ActionRow],
    awaited_since: date | None,
) -> FormRecipient:
    standings = [row.standing for row in rows]
    return FormRecipient(
        *keys,
        name=name,
        about=about,
        email=email,
        actions=len(rows),
        late=standings.count(ActionStanding.LATE),
        soon=standings.count(ActionStanding.SOON),
        awaited_since=awaited_since,
    )


def _order(recipient: FormRecipient) -> tuple[int, int, str]:
    return (-recipient.late, -recipient.soon, recipient.name.casefold())


def _awaited(session: Reading, group_id: UUID, today: date) -> dict[UUID | None, date]:
    """Return since when a form of each owner or body is awaited."""
    rows = form_rows(session, [group_id], today)
    return {
        row.form.person_id or row.form.organisation_id: row.form.sent_on
        for row in rows
        if row.state.is_awaited
    }
