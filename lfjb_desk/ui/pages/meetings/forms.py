"""What the Meetings page asks for: the forms of its commands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.formatting import clock, long_date
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.services.meetings.agenda import AgendaFrom
from lfjb_desk.ui.forms import action_form
from lfjb_desk.ui.forms.action_form import OwnedActionAnswer
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.governance.people import OrganisationRow, PersonRow
    from lfjb_desk.domain.read_models.meetings.minutes import AttendanceRow, DecisionRow

LEAST = Decimal(1)
LONGEST_DAY = Decimal(1440)


def _tr(text: str) -> str:
    return QCoreApplication.translate("MeetingForms", text)


@dataclass(frozen=True, kw_only=True)
class MeetingAnswer:
    """When, where and for how long the group meets; `starts` as it was typed."""

    held_on: date
    starts: str
    minutes_planned: int | None
    place: str
    number: int


@dataclass(frozen=True, kw_only=True)
class NewMeetingAnswer(MeetingAnswer):
    """The same, and what its agenda starts from."""

    agenda: AgendaFrom


@dataclass(frozen=True)
class CancelledAnswer:
    """Why a meeting does not take place."""

    why: str


@dataclass(frozen=True, kw_only=True)
class MinutedActionAnswer(OwnedActionAnswer):
    """The same with its due date, which can still be put right."""

    due: date


@dataclass(frozen=True)
class DeputyAnswer:
    """Who comes in place of the holder of a seat."""

    deputy_name: str


@dataclass(frozen=True)
class NoteAnswer:
    """The words of a note."""

    text: str


@dataclass(frozen=True)
class DecisionAnswer:
    """The words of a decision, why it was taken, and when it is looked at again."""

    text: str
    reason: str
    review_by: date | None
    restricted: bool


def _details(meeting: Meeting | None, number: int) -> tuple[Field, ...]:
    """Return what any meeting is asked; a new one is planned as the last one was."""
    starts = clock(meeting.starts) if meeting and meeting.starts else ""
    planned = meeting.minutes_planned if meeting else None
    place = meeting.place if meeting else ""
    most = LONGEST_DAY
    return (
        Field("starts", _tr("Starts"), value=starts, help=_tr("Such as 10am or 14:30")),
        Field(
            "minutes_planned",
            _tr("Minutes planned"),
            FieldKind.WHOLE,
            value=planned,
            low=LEAST,
            high=most,
        ),
        Field("place", _tr("Place"), value=place),
        Field("number", _tr("Number"), FieldKind.WHOLE, value=number, required=True, low=LEAST),
    )


def new_meeting(last: Meeting | None, number: int, source: AgendaFrom) -> Form[NewMeetingAnswer]:
    """Return the form of a new meeting, whose agenda starts from `source` unless chosen."""
    sources = (
        Choice(AgendaFrom.USUAL, _tr("The usual agenda")),
        Choice(AgendaFrom.LAST, _tr("The standing items of the last meeting")),
        Choice(AgendaFrom.EMPTY, _tr("An empty agenda")),
    )
    return Form(
        _tr("New meeting"),
        (
            Field("held_on", _tr("Day"), FieldKind.DATE, looking=Looking.AHEAD, required=True),
            *_details(last, number),
            Field(
                "agenda",
                _tr("Start from"),
                FieldKind.CHOICE,
                value=source,
                choices=sources,
                required=True,
            ),
        ),
        NewMeetingAnswer,
        save=_tr("Add meeting"),
    )


def change_meeting(meeting: Meeting, label: str) -> Form[MeetingAnswer]:
    """Return the form that changes a meeting."""
    day = Field(
        "held_on",
        _tr("Day"),
        FieldKind.DATE,
        looking=Looking.NEAR,
        value=meeting.held_on,
        required=True,
    )
    return Form(
        _tr("Change {0}").format(label),
        (day, *_details(meeting, meeting.number)),
        MeetingAnswer,
        remarks=partial(_remarks_on_day, meeting),
    )


def cancel_meeting(label: str) -> Form[CancelledAnswer]:
    """Return the form that asks why a meeting is cancelled."""
    return Form(
        _tr("Cancel {0}").format(label),
        (Field("why", _tr("Why it is cancelled"), FieldKind.LONG, required=True),),
        CancelledAnswer,
        save=_tr("Cancel the meeting"),
        intro=_tr("Its agenda and papers stay, and it can be reinstated."),
    )


def _remarks_on_day(meeting: Meeting, given: Mapping[str, Any]) -> dict[str, str]:
    """Say what becomes of an agenda that went out for another day."""
    day = given["held_on"]
    is_other = day is not None and day != meeting.held_on
    if meeting.state is not MeetingState.AGENDA_ISSUED or not is_other:
        return {}
    former = long_date(meeting.held_on)
    return {
        "held_on": _tr("The agenda was issued for {0}. It is to be issued again.").format(former)
    }


def deputy(row: AttendanceRow) -> Form[DeputyAnswer]:
    """Return the form that names a deputy."""
    known = row.mark.deputy_name if row.mark else ""
    return Form(
        _tr("Deputy for {0}").format(row.seat.title),
        (Field("deputy_name", _tr("Name of the deputy"), value=known, required=True),),
        DeputyAnswer,
        save=_tr("Mark as deputy"),
    )


def change_note(text: str) -> Form[NoteAnswer]:
    """Return the form that gives a note other words."""
    field = Field("text", _tr("Note"), FieldKind.LONG, value=text, required=True)
    return Form(_tr("Change the note"), (field,), NoteAnswer)


def change_decision(row: DecisionRow) -> Form[DecisionAnswer]:
    """Return the form that changes a decision."""
    decision = row.decision
    return Form(
        _tr("Change {0}").format(decision.ref),
        (
            Field("text", _tr("Decision"), FieldKind.LONG, value=decision.text, required=True),
            Field("reason", _tr("Reason"), FieldKind.LONG, value=decision.reason),
            Field(
                "review_by",
                _tr("Review by"),
                FieldKind.DATE,
                looking=Looking.AHEAD,
                value=decision.review_by,
            ),
            action_form.restricted_field(value=decision.restricted),
        ),
        DecisionAnswer,
    )


def change_action(
    row: ActionRow, people: Sequence[PersonRow], bodies: Sequence[OrganisationRow]
) -> Form[MinutedActionAnswer]:
    """Return the form that changes an action raised here, while its minutes are written."""
    action = row.action
    return Form(
        _tr("Change {0}").format(action.ref),
        (
            action_form.title_field(action),
            *action_form.owner_fields(people, bodies, action),
            Field(
                "due",
                _tr("Due"),
                FieldKind.DATE,
                looking=Looking.AHEAD,
                value=action.due,
                required=True,
                help=_tr("A date put right before the minutes are circulated is no slip"),
            ),
        ),
        MinutedActionAnswer,
    )
