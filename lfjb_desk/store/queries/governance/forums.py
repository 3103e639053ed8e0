"""Questions to the forums outside the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from lfjb_desk.domain.governance.forums import Forum, ForumLink
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.read_models.governance.forums import ForumRow, ForumTie
from lfjb_desk.store.queries.lookup import by_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel import Session


def links(session: Session, forum_id: UUID) -> Sequence[ForumLink]:
    """Return how groups are tied to a forum."""
    return session.exec(select(ForumLink).where(ForumLink.forum_id == forum_id)).all()


def named(session: Session, area_id: UUID) -> Sequence[Forum]:
    """Return the forums of an area by name."""
    return session.exec(
        select(Forum).where(Forum.area_id == area_id).order_by(Forum.name, col(Forum.id))
    ).all()


def rows(session: Session, area_id: UUID) -> tuple[ForumRow, ...]:
    """Return the forums of an area by name, a row for each group that is tied to one."""
    forums = named(session, area_id)
    keys = [forum.id for forum in forums]
    tied = session.exec(select(ForumLink).where(col(ForumLink.forum_id).in_(keys))).all()
    groups = by_key(session, Group, (link.group_id for link in tied))
    people = by_key(session, Person, (link.person_id for link in tied))

    def tie(link: ForumLink) -> ForumTie:
        person = people.get(link.person_id)
        return ForumTie(link, groups[link.group_id], person.name if person else "")

    found: list[ForumRow] = []
    for forum in forums:
        ties = sorted(
            (tie(link) for link in tied if link.forum_id == forum.id),
            key=lambda each: each.group.name,
        )
        found += [ForumRow(forum, each) for each in ties or (None,)]
    return tuple(found)
