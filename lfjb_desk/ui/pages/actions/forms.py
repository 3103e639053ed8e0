"""What the Actions page asks for: the forms of its commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.ui.forms import action_form
from lfjb_desk.ui.forms.action_form import ActionAnswer
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.actions import Action
    from lfjb_desk.domain.drivers import Driver
    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.domain.read_models.governance.people import OrganisationRow, PersonRow
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActionForms", text)


@dataclass(frozen=True, kw_only=True)
class NewActionAnswer(ActionAnswer):
    """What a new action is, and by when."""

    due: date


@dataclass(frozen=True)
class DueMoveAnswer:
    """Another due date, who agreed it, and why."""

    due: date
    agreed_by: str
    text: str


@dataclass(frozen=True)
class ActionUpdateAnswer:
    """A line of the history, and who told it."""

    text: str
    agreed_by: str


@dataclass(frozen=True)
class ActionReasonAnswer:
    """Why an action is dropped, or open again."""

    reason: str


@dataclass(frozen=True)
class HandOverAnswer:
    """To which group an action goes, and who agreed it."""

    group_id: UUID
    agreed_by: str


@dataclass(frozen=True)
class RestAnswer:
    """Until when an action rests, and who agreed it."""

    until: date
    agreed_by: str


@dataclass(frozen=True)
class ActionChoices:
    """What an action's fields can be chosen from."""

    people: Sequence[PersonRow]
    bodies: Sequence[OrganisationRow]
    drivers: Sequence[Driver]
    meetings: Sequence[MeetingRow]

    def fields(self, action: Action | None = None) -> tuple[Field, ...]:
        """Return the fields of an action that are chosen, filled in from it."""
        return (
            *action_form.owner_fields(self.people, self.bodies, action),
            *action_form.purpose_fields(self.drivers, self.meetings, action),
            action_form.restricted_field(value=action.restricted if action else False),
        )


def new_action(offered: ActionChoices) -> Form[NewActionAnswer]:
    """Return the form of a new action."""
    return Form(
        _tr("New action"),
        (
            action_form.title_field(),
            Field("due", _tr("Due"), FieldKind.DATE, looking=Looking.AHEAD, required=True),
            *offered.fields(),
        ),
        answer=NewActionAnswer,
        save=_tr("Add action"),
    )


def change_action(action: Action, offered: ActionChoices) -> Form[ActionAnswer]:
    """Return the form that changes an action; its due date is moved by another."""
    return Form(
        _tr("Change {0}").format(action.ref),
        (action_form.title_field(action), *offered.fields(action)),
        ActionAnswer,
    )


def move_due(action: Action) -> Form[DueMoveAnswer]:
    """Return the form that moves the due date."""
    return Form(
        _tr("Move the due date of {0}").format(action.ref),
        (
            Field(
                "due",
                _tr("New due date"),
                FieldKind.DATE,
                looking=Looking.AHEAD,
                value=action.due,
                required=True,
            ),
            Field(
                "agreed_by",
                _tr("Who agreed it, and where"),
                required=True,
                help=_tr("Such as: chair, 13 May 2026"),
            ),
            Field("text", _tr("Why"), FieldKind.LONG),
        ),
        answer=DueMoveAnswer,
        save=_tr("Move"),
    )


def record_update(action: Action) -> Form[ActionUpdateAnswer]:
    """Return the form that adds a line to the history."""
    return Form(
        _tr("Record an update on {0}").format(action.ref),
        (
            Field("text", _tr("What has happened"), FieldKind.LONG, required=True),
            Field("agreed_by", _tr("Told by")),
        ),
        answer=ActionUpdateAnswer,
        save=_tr("Record update"),
    )


def drop_action(action: Action) -> Form[ActionReasonAnswer]:
    """Return the form that drops an action."""
    reason = Field("reason", _tr("Why it is dropped"), FieldKind.LONG, required=True)
    return Form(
        _tr("Drop {0}").format(action.ref),
        (reason,),
        answer=ActionReasonAnswer,
        save=_tr("Drop action"),
    )


def hand_over(action: Action, groups: Sequence[Group]) -> Form[HandOverAnswer]:
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
        HandOverAnswer,
        save=_tr("Hand over"),
    )


def hold_action(action: Action) -> Form[RestAnswer]:
    """Return the form that puts an action on hold."""
    return Form(
        _tr("Put {0} on hold").format(action.ref),
        (
            Field("until", _tr("Until"), FieldKind.DATE, looking=Looking.AHEAD, required=True),
            Field("agreed_by", _tr("Who agreed it, and where"), required=True),
        ),
        answer=RestAnswer,
        save=_tr("Put on hold"),
    )


def reopen_action(action: Action) -> Form[ActionReasonAnswer]:
    """Return the form that opens a closed action again."""
    reason = Field("reason", _tr("Why it is open again"), FieldKind.LONG, required=True)
    return Form(
        _tr("Reopen {0}").format(action.ref),
        (reason,),
        answer=ActionReasonAnswer,
        save=_tr("Reopen"),
    )
