"""Action forms: what was sent to owners in Word, what came back, and what became of each answer."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from lfjb_desk.domain.actions import ActionStatus
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.rows import Row, choice


class AnswerState(StrEnum):
    """What the secretariat made of an answer."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ON_HOLD = "on hold"


class ActionForm(Row, table=True):
    """One form sent to an owner or to a body, with the actions that it asks about.

    Its id is the export id that the Word file carries.
    """

    __tablename__ = "action_form"

    group_id: UUID = Field(foreign_key="board_group.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    """The owner whom it asks; None where it asks a body."""
    organisation_id: UUID | None = Field(default=None, foreign_key="organisation.id")
    """The body that it asks; None where it asks an owner."""
    sent_on: date
    back_by: date
    """The day by which it should come back."""
    content: str = Field(min_length=1)
    """Each action as the form showed it, as `read_models.action_form_content` writes it."""
    returned_on: date | None = None
    """None until an answer was read in."""
    withdrawn_on: date | None = None
    """When the secretariat stopped waiting for it."""


class FormAnswer(Row, table=True):
    """What a returned form says of one action."""

    __tablename__ = "form_answer"

    form_id: UUID = Field(foreign_key="action_form.id", index=True)
    action_id: UUID = Field(foreign_key="action.id", index=True)
    read_on: date
    file_name: str = Field(min_length=1)
    sha256: str = Field(max_length=lengths.DIGEST)
    """The `digest` of the file that it was read from."""
    progress: str = ""
    proposed_due: date | None = None
    proposed_status: ActionStatus | None = Field(default=None, sa_type=choice(ActionStatus))
    state: AnswerState = Field(default=AnswerState.PROPOSED, sa_type=choice(AnswerState))
    decided_on: date | None = None
    decided_why: str = ""
