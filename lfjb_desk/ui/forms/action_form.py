"""What any form of an action asks, wherever the action is met; the one home of its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.services.actions.fields import ActionFields
from lfjb_desk.ui.forms import choices
from lfjb_desk.ui.forms.answers import fields_of
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind, Following

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.actions import Action
    from lfjb_desk.domain.drivers import Driver
    from lfjb_desk.domain.read_models.governance.people import OrganisationRow, PersonRow
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActionForms", text)


@dataclass(frozen=True, kw_only=True)
class OwnedActionAnswer:
    """What is to be done, who does it, and who answers for it."""

    title: str
    owner_id: UUID | None
    accountable_id: UUID | None

    def fields(self) -> ActionFields:
        """Return all of it that can be set of an action, as the service takes it."""
        return cast("ActionFields", fields_of(self, ActionFields.__annotations__))


@dataclass(frozen=True, kw_only=True)
class ActionAnswer(OwnedActionAnswer):
    """The same with what it should move and where it was raised."""

    driver_id: UUID | None
    meeting_id: UUID | None
    restricted: bool


def title_field(action: Action | None = None) -> Field:
    """Return the field that asks what is to be done."""
    return Field(
        "title",
        _tr("What is to be done"),
        value=action.title if action else None,
        required=True,
        longest=lengths.ACTION,
    )


def owner_fields(
    people: Sequence[PersonRow], bodies: Sequence[OrganisationRow], action: Action | None = None
) -> tuple[Field, ...]:
    """Return the fields that ask who does it and who answers for it."""
    return (
        _choice(
            "owner_id",
            _tr("Owner"),
            choices.people(people),
            action.owner_id if action else None,
            _tr("The person who does it"),
        ),
        Field(
            "accountable_id",
            _tr("Accountable body"),
            FieldKind.CHOICE,
            value=action.accountable_id if action else None,
            choices=choices.bodies(bodies),
            help=_tr("Answers to the board for it; the owner's body unless you choose another"),
            follows=Following("owner_id", {row.person.id: row.organisation.id for row in people}),
        ),
    )


def restricted_field(*, value: bool) -> Field:
    """Return the field that keeps a decision or an action out of open papers."""
    return Field(
        "restricted",
        QCoreApplication.translate("ActionForms", "Restricted: open papers leave it out"),
        FieldKind.TICK,
        value=value,
        help=QCoreApplication.translate(
            "ActionForms", "What stands under a restricted item or decision is so anyway"
        ),
    )


def purpose_fields(
    drivers: Sequence[Driver], meetings: Sequence[MeetingRow], action: Action | None = None
) -> tuple[Field, ...]:
    """Return the fields that ask what an action should move and where it was raised."""
    return (
        _choice(
            "driver_id",
            _tr("Driver of delay"),
            tuple(Choice(driver.id, driver.name) for driver in drivers),
            action.driver_id if action else None,
            _tr("What it should move"),
        ),
        _choice(
            "meeting_id",
            _tr("Raised at"),
            choices.meetings(meetings),
            action.meeting_id if action else None,
        ),
    )


def _choice(
    key: str, label: str, offered: tuple[Choice, ...], value: UUID | None, note: str = ""
) -> Field:
    return Field(key, label, FieldKind.CHOICE, value=value, choices=offered, help=note)
