"""Sending action forms: the Word files and the e-mail drafts of those who were chosen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from lfjb_desk.domain.action_forms import ActionForm
from lfjb_desk.domain.changes import Change, RuleError, added, change, edited
from lfjb_desk.domain.formatting import count, listed, long_date
from lfjb_desk.services.action_forms import recipients
from lfjb_desk.services.action_forms.making import made_form
from lfjb_desk.services.action_forms.standing import names_of
from lfjb_desk.services.atomic_files import save_new
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.rules import quoted
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.domain.read_models.action_forms import FormRecipient
    from lfjb_desk.services.action_forms.making import FormOrder, MadeForm
    from lfjb_desk.store.engine.database import Database


DAYS_TO_ANSWER = 14
DAYS_TO_READ = 3
"""How long before a meeting answers should be here."""


class FormSendingService:
    """Makes the forms of owners and bodies; nothing is sent from here."""

    def __init__(self, database: Database, template: Path) -> None:
        self._database, self._template = database, template

    def owners(self, group_id: UUID, today: date) -> tuple[FormRecipient, ...]:
        """Return who owns open actions of a group and those under it, most late ones first."""
        with self._database.session() as session:
            return recipients.owners(session, group_id, today)

    def bodies(self, group_id: UUID, today: date) -> tuple[FormRecipient, ...]:
        """Return which bodies answer for open actions, most late ones first."""
        with self._database.session() as session:
            return recipients.bodies(session, group_id, today)

    def to_remind(self, group_id: UUID, today: date) -> tuple[FormRecipient, ...]:
        """Return the owners who have an action that is late or due soon."""
        owners = self.owners(group_id, today)
        return tuple(owner for owner in owners if owner.late or owner.soon)

    def usual_day(self, group_id: UUID, today: date) -> date:
        """Return by when answers are usually wanted: in a fortnight, or before the next meeting.

        With a meeting nearer than that it is three days before it, but never before today.
        """
        fortnight = today + timedelta(days=DAYS_TO_ANSWER)
        coming = MeetingService(self._database).next(group_id, today)
        if coming is None:
            return fortnight
        in_time = coming.meeting.held_on - timedelta(days=DAYS_TO_READ)
        return min(fortnight, max(in_time, today))

    def make(
        self,
        order: FormOrder,
        chosen: Sequence[FormRecipient],
        progress: Callable[[str], None] = lambda _: None,
    ) -> tuple[MadeForm, ...]:
        """Return the forms of some owners or bodies with the e-mail drafts; nothing is written.

        The e-mail of a reminder is about what is late and due soon; its form asks about all.

        Raises:
            RuleError: when nobody is chosen, or the day is past.
        """
        if not chosen:
            raise RuleError("Nobody is chosen. Choose at least one; nothing was written.")
        if order.back_by < order.today:
            raise RuleError(
                f"{long_date(order.back_by)} is past, so no form could be back by then. "
                "Choose a later day; nothing was written."
            )
        made: list[MadeForm] = []
        taken: set[str] = set()
        for recipient in chosen:
            progress(f"Writing the form of {recipient.name}")
            made.append(made_form(self._database, self._template, order, recipient, taken))
            taken |= made[-1].files.keys()
        return tuple(made)

    def write(self, made: Sequence[MadeForm], folder: Path) -> tuple[Path, ...]:
        """Put the files of forms into a folder, all of them or none.

        Raises:
            RuleError: when a file of one of these names is there already, or cannot be saved.
        """
        return save_new(folder, {name: data for form in made for name, data in form.files.items()})

    def record(self, made: Sequence[MadeForm]) -> Change:
        """Return the change that remembers forms as sent; their files are written by then."""
        names = listed(tuple(form.recipient.name for form in made[:3]))
        label = f"Send {count(len(made), 'action form')}"
        if len(made) <= 3:  # noqa: PLR2004 - as many as a label names
            label = f"{label} to {names}"
        only = made[0].form if len(made) == 1 else None
        return change(label, only, [added(form.form) for form in made])

    def withdraw(self, form_id: UUID, today: date) -> Change:
        """Return the change that stops waiting for a form."""
        with self._database.session() as session:
            form = found(session, ActionForm, form_id)
            name = names_of(session, [form])[form.id].name
        if form.withdrawn_on is not None:
            raise RuleError(f"The form of {name} is withdrawn already. Nothing was changed.")
        label = f"Withdraw the form of {quoted(name)}"
        return change(label, form, [edited(form, withdrawn_on=today)])
