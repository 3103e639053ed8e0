"""Forums outside the board as a reader needs them: who informs whom, how often, by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.governance.forums import Informs

if TYPE_CHECKING:
    from lfjb_desk.domain.governance.forums import Forum, ForumLink
    from lfjb_desk.domain.governance.groups import Group


@dataclass(frozen=True)
class ForumTie:
    """How one group and a forum keep one another informed."""

    link: ForumLink
    group: Group
    carrier: str
    """Who carries it by name; empty where nobody is named."""


@dataclass(frozen=True)
class ForumRow:
    """A forum with one of its ties; a forum that no group is tied to has a row without one."""

    forum: Forum
    tie: ForumTie | None

    @property
    def ways(self) -> str:
        """Who informs whom: `Public law group informs Safeguarding partnership`."""
        if self.tie is None:
            return "No group is tied to it yet"
        group, forum = self.tie.group.name, self.forum.name
        return {
            Informs.GROUP_INFORMS: f"{group} informs {forum}",
            Informs.FORUM_INFORMS: f"{forum} informs {group}",
            Informs.BOTH: f"{group} and {forum} inform each other",
        }[self.tie.link.informs]
