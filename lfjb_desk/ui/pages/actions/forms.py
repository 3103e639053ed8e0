"""What the Actions page asks for: the forms of its commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.ui.widgets.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.domain.actions import Action
    from lfjb_desk.domain.drivers import Driver
    from lfjb_desk.domain.groups import Group
    from lfjb_desk.domain.read_models.meetings import MeetingRow
    from lfjb_desk.domain.read_models.people import OrganisationRow, PersonRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActionForms", text)


class Ties:
    """What an action can be tied to, as choices of a form."""

    def __init__(
        self,
        people: Sequence[PersonRow],
        bodies: Sequence[OrganisationRow],
        drivers: Sequence[Driver],
        meetings: Sequence[MeetingRow],
    ) -> None:
        self.owners = tuple(
            Choice(one.person.id, one.person.name, one.organisation.name) for one in people
        )
        self.bodies = tuple(Choice(one.organisation.id, one.organisation.name) for one in bodies)
        self.drivers = tuple(Choice(one.id, one.name) for one in drivers)
        self.meetings = tuple(
            Choice(one.meeting.id, one.label, long_date(one.meeting.held_on)) for one in meetings
        )

    def fields(self, action: Action | None = None) -> tuple[Field, ...]:
        """Return the fields that tie an action, filled in from it."""

        def choose(key: str, label: str, choices: tuple[Choice, ...], note: str = "") -> Field:
            value = getattr(action, key) if action else None
            return Field(key, label, FieldKind.CHOICE, value=value, choices=choices, help=note)

        return (
            choose("owner_id", _tr("Owner"), self.owners, _tr("The person who does it")),
            choose(
                "accountable_id",
                _tr("Accountable body"),
                self.bodies,
                _tr("Answers to the board for it; the owner's body unless you choose another"),
            ),
            choose("driver_id", _tr("Driver of delay"), self.drivers, _tr("What it should move")),
            choose("meeting_id", _tr("Raised at"), self.meetings),
        )


def new_action(ties: Ties) -> Form:
    """Return the form of a new action."""
    return Form(
        _tr("New action"),
        (
            Field("title", _tr("What is to be done"), required=True, longest=lengths.ACTION),
            Field("due", _tr("Due"), FieldKind.DATE, required=True),
            *ties.fields(),
        ),
        save=_tr("Add action"),
    )


def change_action(action: Action, ties: Ties) -> Form:
    """Return the form that changes an action; its due date is moved by another."""
    title = Field(
        "title",
        _tr("What is to be done"),
        value=action.title,
        required=True,
        longest=lengths.ACTION,
    )
    return Form(_tr("Change {0}").format(action.ref), (title, *ties.fields(action)))


def move_due(action: Action) -> Form:
    """Return the form that moves the due date."""
    return Form(
        _tr("Move the due date of {0}").format(action.ref),
        (
            Field("due", _tr("New due date"), FieldKind.DATE, value=action.due, required=True),
            Field(
                "agreed_by",
                _tr("Who agreed it, and where"),
                required=True,
                help=_tr("Such as: chair, 13 May 2026"),
            ),
            Field("text", _tr("Why"), FieldKind.LONG),
        ),
        save=_tr("Move"),
    )


def record_update(action: Action) -> Form:
    """Return the form that adds a line to the history."""
    return Form(
        _tr("Record an update on {0}").format(action.ref),
        (
            Field("text", _tr("What has happened"), FieldKind.LONG, required=True),
            Field("agreed_by", _tr("Told by")),
        ),
        save=_tr("Record update"),
    )


def close_action(action: Action, today: date) -> Form:
    """Return the form that closes an action as done."""
    return Form(
        _tr("Close {0}").format(action.ref),
        (
            Field("outcome", _tr("What came of it"), FieldKind.LONG, required=True),
            Field("closed_on", _tr("Done on"), FieldKind.DATE, value=today, required=True),
        ),
        save=_tr("Close action"),
    )


def drop_action(action: Action) -> Form:
    """Return the form that drops an action."""
    reason = Field("reason", _tr("Why it is dropped"), FieldKind.LONG, required=True)
    return Form(_tr("Drop {0}").format(action.ref), (reason,), save=_tr("Drop action"))


def hand_over(action: Action, groups: Sequence[Group]) -> Form:
    """Return the form that gives an action to another group of the area."""
    return Form(
        _tr("Hand over {0}").format(action.ref),
        (
            Field(
                "group_id",
                _tr("To which group"),
                FieldKind.CHOICE,
                choices=tuple(Choice(group.id, group.name) for group in groups),
                required=True,
                help=_tr("Its reference and its history stay"),
            ),
            Field("agreed_by", _tr("Who agreed it, and where"), required=True),
        ),
        save=_tr("Hand over"),
    )


def sleep_action(action: Action) -> Form:
    """Return the form that lets an action rest."""
    return Form(
        _tr("Put {0} to sleep").format(action.ref),
        (
            Field("until", _tr("Until"), FieldKind.DATE, required=True),
            Field("agreed_by", _tr("Who agreed it, and where"), required=True),
        ),
        save=_tr("Put to sleep"),
    )


def reopen_action(action: Action) -> Form:
    """Return the form that opens a closed action again."""
    reason = Field("reason", _tr("Why it is open again"), FieldKind.LONG, required=True)
    return Form(_tr("Reopen {0}").format(action.ref), (reason,), save=_tr("Reopen"))
