"""Escalations as a reader needs them: who asks whom what, how long it waits, what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import count, fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lfjb_desk.domain.actions import Action
    from lfjb_desk.domain.governance.escalations import Escalation
    from lfjb_desk.domain.governance.groups import Group


@dataclass(frozen=True)
class Addressees:
    """Whom a group can put a question to."""

    asker: Group
    groups: tuple[Group, ...]
    """The groups above it, the nearest first."""
    bodies: tuple[str, ...]
    """Bodies outside the area by name, the usual one first."""


@dataclass(frozen=True)
class EscalationRow:
    """One escalation with the names of what it ties together, as it stands on a day."""

    escalation: Escalation
    group: Group
    """The group that asks."""
    addressee: str
    """Who is to answer: a group above, or a body outside the area."""
    action: Action | None
    """The action that it is about; None too where a reader may not see it."""
    item: str
    """The item that takes it up, with its meeting; empty where none does."""
    restricted: bool
    """Whether it hangs on a restricted action or item."""
    day: date

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it."""
        return self.escalation.answered_on is None

    @property
    def days_waiting(self) -> int:
        """How many days it waited for its answer, or has waited until the day."""
        until = self.escalation.answered_on or self.day
        return max(0, (until - self.escalation.raised_on).days)

    @property
    def is_late(self) -> bool:
        """Whether the day by which an answer was wanted has passed without one."""
        wanted = self.escalation.answer_by
        return self.is_open and wanted is not None and wanted < self.day

    @property
    def waiting_words(self) -> str:
        """How long it waits or waited: `Waits 12 days`, `Answered after 1 day`."""
        if not self.is_open:
            return f"Answered after {count(self.days_waiting, 'day')}"
        return f"Waits {count(self.days_waiting, 'day')}" if self.days_waiting else "Raised today"

    def answers(self, text: str) -> bool:
        """Tell whether every word of a search is somewhere in the escalation."""
        escalation, action = self.escalation, self.action
        about = (action.ref, action.title) if action else ()
        parts = (escalation.question, escalation.answer, escalation.answered_by, self.item)
        kept = fold(" ".join((*parts, *about, self.group.name, self.addressee)))
        return all(word in kept for word in fold(text).split())


def open_first(rows: Iterable[EscalationRow]) -> tuple[EscalationRow, ...]:
    """Return escalations: the open ones by how long they wait, then the latest answered."""

    def place(row: EscalationRow) -> tuple[bool, int, str]:
        answered = row.escalation.answered_on
        day = row.escalation.raised_on.toordinal() if answered is None else -answered.toordinal()
        return not row.is_open, day, row.escalation.question

    return tuple(sorted(rows, key=place))
