"""What the user can ask of the standing items of a group, and do to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.formatting import fold
from lfjb_desk.domain.governance.escalations import StandingItem
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.services.meetings.agenda import usual_items
from lfjb_desk.services.rules import filled, positioned, quoted, reordered
from lfjb_desk.store.queries.governance import standing_items as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from typing_extensions import Unpack

    from lfjb_desk.domain.meetings.meetings import ItemTopic, Purpose
    from lfjb_desk.store.engine.database import Database


class StandingFields(TypedDict, total=False):
    """What a standing item says besides its title; what is left out stays as it is."""

    topic: ItemTopic
    purpose: Purpose
    minutes: int


class StandingItemService:
    """Answers what a group has on each agenda, and turns commands into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_group(self, group_id: UUID) -> Sequence[StandingItem]:
        """Return the standing items of a group in their order; none where it has no list."""
        with self._database.session() as session:
            return store.of_group(session, group_id)

    def start(self, group_id: UUID) -> Change:
        """Return the change that gives a group the usual items as a list of its own.

        Raises:
            RuleError: when it has a list already.
        """
        with self._database.session() as session:
            group = found(session, Group, group_id)
            if store.of_group(session, group_id):
                raise RuleError(
                    f"{quoted(group.name)} has standing items already. Nothing was changed."
                )
        items = [
            StandingItem(
                group_id=group_id,
                position=position,
                title=title,
                purpose=purpose,
                minutes=minutes,
                topic=topic,
            )
            for position, (title, purpose, minutes, topic) in enumerate(usual_items(group), start=1)
        ]
        label = f"Give {quoted(group.name)} its own standing items"
        return change(label, group, [added(item) for item in items])

    def add(self, group_id: UUID, title: str, **fields: Unpack[StandingFields]) -> Change:
        """Return the change that adds an item at the end of the list."""
        title = filled(title, "The title of the item", lengths.NAME)
        with self._database.session() as session:
            found(session, Group, group_id)
            items = store.of_group(session, group_id)
        _check(items, title, fields)
        item = StandingItem(group_id=group_id, position=len(items) + 1, title=title, **fields)
        return change(f"Add the standing item {quoted(title)}", item, [added(item)])

    def edit(
        self, item_id: UUID, title: str | None = None, **fields: Unpack[StandingFields]
    ) -> Change:
        """Return the change that gives an item another title, purpose, topic or length."""
        with self._database.session() as session:
            item = found(session, StandingItem, item_id)
            items = store.of_group(session, item.group_id)
        new = item.title if title is None else filled(title, "The title of the item", lengths.NAME)
        _check((other for other in items if other.id != item_id), new, fields)
        edit = edited(item, title=new, **fields)
        return change(f"Change the standing item {quoted(item.title)}", item, [edit])

    def move(self, item_id: UUID, by: int) -> Change:
        """Return the change that brings an item up (-1) or down (1) in the list."""
        with self._database.session() as session:
            item = found(session, StandingItem, item_id)
            items = store.of_group(session, item.group_id)
        edits = reordered(items, item_id, item.position + by)
        return change(f"Move the standing item {quoted(item.title)}", item, edits)

    def remove(self, item_id: UUID) -> Change:
        """Return the change that takes an item off the list; agendas that have it keep it."""
        with self._database.session() as session:
            item = found(session, StandingItem, item_id)
            items = store.of_group(session, item.group_id)
        rest = positioned([other for other in items if other.id != item_id])
        label = f"Remove the standing item {quoted(item.title)}"
        return change(label, item, [removed(item), *rest])


def _check(others: Iterable[StandingItem], title: str, fields: StandingFields) -> None:
    """Refuse a title that is on the list, which an agenda would leave out, or a time below none."""
    if any(fold(other.title) == fold(title) for other in others):
        raise RuleError(f"{quoted(title)} is a standing item already. Nothing was changed.")
    if fields.get("minutes", 0) < 0:
        raise RuleError("An item cannot take less than no time. Nothing was changed.")
