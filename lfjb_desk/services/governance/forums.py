"""What the user can ask of forums outside the board, and do to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.formatting import fold
from lfjb_desk.domain.governance.forums import Forum, ForumLink
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.services.rules import filled, quoted
from lfjb_desk.store.queries.governance import forums as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.governance.forums import Informs
    from lfjb_desk.domain.read_models.governance.forums import ForumRow
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading


class ForumService:
    """Answers who informs whom outside the board, and turns commands into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, area_id: UUID) -> tuple[ForumRow, ...]:
        """Return the forums of an area by name, a row for each group that is tied to one."""
        with self._database.session() as session:
            return store.rows(session, area_id)

    def add(self, area_id: UUID, name: str, purpose: str = "") -> Change:
        """Return the change that adds a forum under a name that is free in the area."""
        name = filled(name, "The name of the forum", lengths.NAME)
        with self._database.session() as session:
            found(session, DfjArea, area_id)
            _refuse_taken(session, area_id, name)
        forum = Forum(area_id=area_id, name=name, purpose=purpose.strip())
        return change(f"Add the forum {quoted(name)}", forum, [added(forum)])

    def edit(self, forum_id: UUID, name: str, purpose: str) -> Change:
        """Return the change that gives a forum another name or purpose."""
        name = filled(name, "The name of the forum", lengths.NAME)
        with self._database.session() as session:
            forum = found(session, Forum, forum_id)
            _refuse_taken(session, forum.area_id, name, forum)
        edit = edited(forum, name=name, purpose=purpose.strip())
        return change(f"Change the forum {quoted(forum.name)}", forum, [edit])

    def remove(self, forum_id: UUID) -> Change:
        """Return the change that removes a forum with its ties."""
        with self._database.session() as session:
            forum = found(session, Forum, forum_id)
            ties = store.links(session, forum_id)
        gone = [removed(row) for row in (*ties, forum)]
        return change(f"Remove the forum {quoted(forum.name)}", forum, gone)

    def tie(
        self,
        forum_id: UUID,
        group_id: UUID,
        informs: Informs,
        how_often: str = "",
        person_id: UUID | None = None,
    ) -> Change:
        """Return the change that says how a group and a forum inform one another, or says it anew.

        A group is tied to a forum once.
        """
        how_often = how_often.strip()
        with self._database.session() as session:
            forum, group = found(session, Forum, forum_id), found(session, Group, group_id)
            if group.area_id != forum.area_id:
                raise RuleError("That group is in another area. Nothing was changed.")
            if person_id is not None:
                found(session, Person, person_id)
            ties = store.links(session, forum_id)
        label = f"Tie {quoted(group.name)} to {quoted(forum.name)}"
        link = next((each for each in ties if each.group_id == group_id), None)
        if link is not None:
            edit = edited(link, informs=informs, how_often=how_often, person_id=person_id)
            return change(label, forum, [edit])
        link = ForumLink(
            group_id=group_id,
            forum_id=forum_id,
            informs=informs,
            how_often=how_often,
            person_id=person_id,
        )
        return change(label, forum, [added(link)])

    def untie(self, link_id: UUID) -> Change:
        """Return the change that takes the tie of a group to a forum away."""
        with self._database.session() as session:
            link = found(session, ForumLink, link_id)
            forum, group = (
                found(session, Forum, link.forum_id),
                found(session, Group, link.group_id),
            )
        label = f"Untie {quoted(group.name)} from {quoted(forum.name)}"
        return change(label, forum, [removed(link)])


def _refuse_taken(session: Reading, area_id: UUID, name: str, own: Forum | None = None) -> None:
    for other in store.named(session, area_id):
        if fold(other.name) == fold(name) and (own is None or other.id != own.id):
            raise RuleError(
                f"There is a forum {quoted(other.name)} already. Use that one or choose another "
                "name; nothing was changed."
            )
