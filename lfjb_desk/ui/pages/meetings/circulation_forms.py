"""What is asked about finished minutes: how they were agreed, who signed, what is corrected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.ui.forms import choices
from lfjb_desk.ui.forms.action_form import restricted_field
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind, Following
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.domain.read_models.governance.people import PersonRow
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow
    from lfjb_desk.domain.read_models.meetings.minutes import MinutedItem


def _tr(text: str) -> str:
    return QCoreApplication.translate("CirculationForms", text)


@dataclass(frozen=True)
class AgreementAnswer:
    """At which meeting minutes were agreed, on what day, and who proposed it."""

    at_meeting_id: UUID | None
    agreed_on: date
    proposed_by: str
    seconded_by: str


@dataclass(frozen=True)
class SignatureAnswer:
    """Who signed minutes, and on what day."""

    signed_by: str
    signed_on: date


@dataclass(frozen=True)
class CorrectionAnswer:
    """What is corrected in which item, where and when it was noted, and by whom."""

    text: str
    item_id: UUID | None
    at_meeting_id: UUID | None
    noted_on: date
    noted_by: str
    restricted: bool


@dataclass(frozen=True)
class AcceptanceAnswer:
    """The correction that an accepted amendment is, where and when it was noted, and by whom."""

    text: str
    at_meeting_id: UUID | None
    noted_on: date
    noted_by: str
    restricted: bool


def agree(
    label: str,
    meetings: Sequence[MeetingRow],
    today: date,
    people: Sequence[PersonRow],
    waiting: str = "",
) -> Form[AgreementAnswer]:
    """Return the form that asks how minutes were agreed; the first of `meetings` held is usual.

    `waiting` says which amendments are not settled.
    """
    usual = _usual(meetings)
    return Form(
        _tr("Agree the minutes of {0}").format(label),
        (
            _at_meeting(_tr("Agreed at"), meetings, usual.id if usual else None),
            _day("agreed_on", meetings, today),
            _person("proposed_by", _tr("Proposed by"), people, required=True),
            _person("seconded_by", _tr("Seconded by"), people),
        ),
        AgreementAnswer,
        save=_tr("Mark as agreed"),
        intro=waiting,
    )


def sign(label: str, chair: str, today: date, people: Sequence[PersonRow]) -> Form[SignatureAnswer]:
    """Return the form that asks who signed minutes; `chair` is the usual one."""
    return Form(
        _tr("Sign the minutes of {0}").format(label),
        (
            _person("signed_by", _tr("Signed by"), people, value=chair, required=True),
            Field(
                "signed_on",
                _tr("On"),
                FieldKind.DATE,
                looking=Looking.BACK,
                value=today,
                required=True,
            ),
        ),
        SignatureAnswer,
        save=_tr("Mark as signed"),
    )


def correct(
    label: str,
    items: Sequence[MinutedItem],
    meetings: Sequence[MeetingRow],
    today: date,
    people: Sequence[PersonRow],
) -> Form[CorrectionAnswer]:
    """Return the form of a correction; the first of `meetings` held is the one that noted it."""
    usual = _usual(meetings)
    titles = tuple(Choice(each.item.id, f"{each.number}. {each.item.title}") for each in items)
    return Form(
        _tr("Correct the minutes of {0}").format(label),
        (
            Field("text", _tr("What is right"), FieldKind.LONG, required=True),
            Field("item_id", _tr("Which item"), FieldKind.CHOICE, choices=titles),
            _at_meeting(_tr("Noted at"), meetings, usual.id if usual else None),
            _day("noted_on", meetings, today),
            _person("noted_by", _tr("Noted by"), people, required=True),
            restricted_field(value=False),
        ),
        CorrectionAnswer,
        save=_tr("Note correction"),
        intro=_tr("The minutes stay as they were circulated; the correction stands beside them."),
    )


def accept(
    label: str,
    text: str,
    meetings: Sequence[MeetingRow],
    today: date,
    people: Sequence[PersonRow],
) -> Form[AcceptanceAnswer]:
    """Return the form that accepts an amendment: the correction that is noted, and by whom."""
    usual = _usual(meetings)
    return Form(
        _tr("Accept an amendment to the minutes of {0}").format(label),
        (
            Field("text", _tr("What is right"), FieldKind.LONG, value=text, required=True),
            _at_meeting(_tr("Noted at"), meetings, usual.id if usual else None),
            _day("noted_on", meetings, today),
            _person("noted_by", _tr("Noted by"), people, required=True),
            restricted_field(value=False),
        ),
        AcceptanceAnswer,
        save=_tr("Accept and note"),
        intro=_tr("The minutes stay as they were circulated; it is noted as a correction."),
    )


def _at_meeting(label: str, meetings: Sequence[MeetingRow], usual: UUID | None) -> Field:
    return Field(
        "at_meeting_id",
        label,
        FieldKind.CHOICE,
        value=usual,
        choices=tuple(
            _begun_or_not(row)
            for row in meetings
            if row.meeting.state is not MeetingState.CANCELLED
        ),
        help=_tr("A later meeting of the same group; empty for between meetings"),
    )


def _begun_or_not(row: MeetingRow) -> Choice:
    """Return a meeting with its day; one that has not begun can be found, and says so."""
    day = long_date(row.meeting.held_on)
    if row.meeting.state.is_coming:
        day = _tr("{0}, not opened yet").format(day)
    return Choice(row.meeting.id, row.label, day)


def _day(key: str, meetings: Sequence[MeetingRow], today: date) -> Field:
    """Return the field of the day: that of the meeting, or today between meetings."""
    usual = _usual(meetings)
    days: dict[UUID | None, date] = {row.meeting.id: row.meeting.held_on for row in meetings}
    return Field(
        key,
        _tr("On"),
        FieldKind.DATE,
        looking=Looking.BACK,
        value=usual.held_on if usual else today,
        required=True,
        follows=Following("at_meeting_id", {None: today, **days}),
    )


def _usual(meetings: Sequence[MeetingRow]) -> Meeting | None:
    """Return the first of some meetings that has begun."""
    return next((row.meeting for row in meetings if row.meeting.state.is_begun), None)


def _person(
    key: str, label: str, people: Sequence[PersonRow], *, value: str = "", required: bool = False
) -> Field:
    """Return the field of a person: one of the list, or any other name."""
    return Field(key, label, value=value, required=required, choices=choices.people(people))
