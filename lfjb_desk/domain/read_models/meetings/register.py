"""The register of decisions: what a group and those under it decided, and what became of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import fold
from lfjb_desk.domain.meetings.meetings import DecisionState

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from lfjb_desk.domain.actions import Action
    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.domain.meetings.meetings import Decision, Meeting
    from lfjb_desk.domain.read_models.meetings.minutes import DecisionRow


class DecisionStanding(StrEnum):
    """How a decision stands on a day, the one to look at first at the top."""

    REVIEW_DUE = "review due"
    """In force, and the day by which it was to be looked at again has come."""
    IN_FORCE = "in force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


IN_FORCE = frozenset({DecisionStanding.REVIEW_DUE, DecisionStanding.IN_FORCE})
REVIEW_DUE = frozenset({DecisionStanding.REVIEW_DUE})
NO_LONGER = frozenset({DecisionStanding.SUPERSEDED, DecisionStanding.WITHDRAWN})
EVERY_STANDING = frozenset(DecisionStanding)


def standing_of(decision: Decision, today: date) -> DecisionStanding:
    """Return how a decision stands on a day; on the day of its review that is due."""
    if decision.state is not DecisionState.IN_FORCE:
        return DecisionStanding(decision.state.value)
    is_due = decision.review_by is not None and decision.review_by <= today
    return DecisionStanding.REVIEW_DUE if is_due else DecisionStanding.IN_FORCE


@dataclass(frozen=True)
class RegisterRow:
    """One decision of the register with all that hangs on it."""

    decision: Decision
    names: DecisionRow
    """What its meeting, item and driver are called; an empty name means none is given."""
    meeting: Meeting
    group: Group
    standing: DecisionStanding
    replacement: Decision | None
    """The decision that took its place."""
    replaced: tuple[Decision, ...]
    """The decisions whose place it took."""
    actions: tuple[Action, ...]
    """What was raised to carry it out, by ref."""
    can_be_replaced: bool
    """Whether it is in force, and a meeting of its group has minutes that are not circulated."""

    @property
    def restricted(self) -> bool:
        """Whether it is restricted, itself or by its item."""
        return self.names.restricted

    def answers(self, text: str) -> bool:
        """Tell whether every word of a search is somewhere in what the register says of it."""
        decision, names = self.decision, self.names
        parts = (decision.ref, decision.text, decision.reason, names.meeting, names.item)
        more = (names.driver, self.group.name, names.superseded_by, decision.ended_why)
        kept = fold(" ".join((*parts, *more)))
        return all(word in kept for word in fold(text).split())


def answering(
    rows: Iterable[RegisterRow], standings: Collection[DecisionStanding], text: str
) -> tuple[RegisterRow, ...]:
    """Return the decisions that stand in one of some ways and answer a search, in their order."""
    return tuple(row for row in rows if row.standing in standings and row.answers(text))


def counted(rows: Iterable[RegisterRow]) -> Counter[DecisionStanding]:
    """Return how many decisions stand in each way."""
    return Counter(row.standing for row in rows)
