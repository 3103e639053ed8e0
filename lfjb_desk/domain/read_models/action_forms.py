"""Action forms as a reader needs them: whom they ask, how they stand, what waits to be decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lfjb_desk.domain.action_forms import AnswerState

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.action_forms import ActionForm, FormAnswer
    from lfjb_desk.domain.actions import Action
    from lfjb_desk.domain.read_models.action_form_content import FormContent, FormedAction

UNDECIDED = frozenset({AnswerState.PROPOSED, AnswerState.ON_HOLD})
"""States in which an answer still waits to be decided."""


class FormState(StrEnum):
    """How a form stands on a day."""

    SENT = "sent"
    OVERDUE = "overdue"
    TO_DECIDE = "answers to decide"
    SETTLED = "settled"
    REPLACED = "replaced by a later form"
    WITHDRAWN = "withdrawn"

    @property
    def is_awaited(self) -> bool:
        """Whether it is still to come back."""
        return self in {FormState.SENT, FormState.OVERDUE}


@dataclass(frozen=True)
class FormRecipient:
    """An owner or a body that can be sent a form, with how many actions it would ask about."""

    person_id: UUID | None
    organisation_id: UUID | None
    name: str
    about: str
    """Post and body of a person; empty for a body."""
    email: str
    actions: int
    late: int
    soon: int
    awaited_since: date | None = None
    """When a form was sent that is still to come back."""

    @property
    def key(self) -> UUID:
        """The id of the person or the body."""
        key = self.person_id or self.organisation_id
        if key is None:
            raise ValueError(self.name)
        return key


@dataclass(frozen=True)
class AnswerRow:
    """One answer beside what the form showed and how the action stands now."""

    answer: FormAnswer
    action: Action
    base: FormedAction | None
    """What the form showed; None where it did not ask about this action."""
    name: str
    """Who answered."""

    @property
    def is_open(self) -> bool:
        """Whether it waits to be decided."""
        return self.answer.state in UNDECIDED

    @property
    def due_conflicts(self) -> bool:
        """Whether the date was changed here meanwhile, to another than the one proposed."""
        new = self.answer.proposed_due
        return self._meanwhile and new is not None and self.base_due != self.action.due != new

    @property
    def status_conflicts(self) -> bool:
        """Whether the status was changed here meanwhile, to another than the one proposed."""
        new = self.answer.proposed_status
        was_closed = not self.action.status.is_open and new is not self.action.status
        changed = self.base is not None and self.base.status is not self.action.status
        return self._meanwhile and changed and (was_closed or new not in {None, self.action.status})

    @property
    def is_conflict(self) -> bool:
        """Whether a person must decide between the two."""
        return self.is_open and (self.due_conflicts or self.status_conflicts)

    @property
    def moves_due(self) -> bool:
        """Whether it proposes another date than the present one."""
        return self.answer.proposed_due not in {None, self.action.due}

    @property
    def changes_status(self) -> bool:
        """Whether it proposes another status than the present one."""
        return self.answer.proposed_status not in {None, self.action.status}

    @property
    def base_due(self) -> date:
        """The date that the form showed."""
        return self.action.due if self.base is None else self.base.due

    @property
    def _meanwhile(self) -> bool:
        return self.base is not None


@dataclass(frozen=True)
class FormRow:
    """One form with whom it asked and how it stands."""

    form: ActionForm
    name: str
    email: str
    content: FormContent
    state: FormState
    days_late: int
    answers: tuple[AnswerRow, ...]

    @property
    def waiting(self) -> tuple[AnswerRow, ...]:
        """The answers that wait to be decided."""
        return tuple(row for row in self.answers if row.is_open)

    def decided(self, state: AnswerState) -> int:
        """Return how many answers are in a state."""
        return sum(row.answer.state is state for row in self.answers)
