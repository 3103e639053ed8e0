"""What a form showed when it was sent, as one text: written then, read back with each answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - pydantic reads the annotations
from uuid import UUID  # noqa: TC003 - as above

from pydantic import TypeAdapter, ValidationError

from lfjb_desk.domain.actions import ActionStatus  # noqa: TC001 - as above
from lfjb_desk.domain.changes import RuleError


@dataclass(frozen=True)
class FormedAction:
    """One action as a form showed it."""

    action_id: UUID
    ref: str
    title: str
    due: date
    status: ActionStatus


@dataclass(frozen=True)
class FormContent:
    """All that a form showed: its actions, and the lines outside its boxes."""

    actions: tuple[FormedAction, ...]
    lines: tuple[str, ...] = ()
    """The words that stood outside the boxes: any other in a returned form are the reader's."""

    def of_ref(self, ref: str) -> FormedAction | None:
        """Return the action of a reference, if the form asked about it."""
        return next((action for action in self.actions if action.ref == ref), None)

    def of_action(self, action_id: UUID) -> FormedAction | None:
        """Return one of its actions."""
        return next((action for action in self.actions if action.action_id == action_id), None)


_CONTENT = TypeAdapter(FormContent)


def encode_content(content: FormContent) -> str:
    """Return what a form shows as JSON: equal contents give equal texts."""
    return _CONTENT.dump_json(content).decode()


def read_content(text: str) -> FormContent:
    """Return what a form showed.

    Raises:
        RuleError: when the text was damaged in the database.
    """
    try:
        return _CONTENT.validate_json(text)
    except ValidationError as error:
        raise RuleError(
            "What this form showed when it was sent cannot be read any more, so nothing can be "
            "matched with it. Nothing was changed; withdraw it and send a new one."
        ) from error
