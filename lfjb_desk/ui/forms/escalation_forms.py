"""What is asked of an escalation: its question and to whom, and the answer that comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.governance.escalations import Escalation
    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.domain.read_models.governance.escalations import Addressees


def _tr(text: str) -> str:
    return QCoreApplication.translate("EscalationForms", text)


@dataclass(frozen=True)
class EscalationAnswer:
    """What is asked of whom, since when, and by when an answer is wanted."""

    question: str
    to: UUID | str
    """The key of a group above, or the name of a body outside the area."""
    raised_on: date
    answer_by: date | None


@dataclass(frozen=True)
class EscalationReply:
    """What was answered, when, and by whom."""

    answer: str
    answered_on: date
    answered_by: str


@dataclass(frozen=True)
class TakenUpAnswer:
    """The meeting whose agenda takes an escalation up."""

    meeting_id: UUID


def raise_escalation(
    addressees: Addressees, today: date, question: str = ""
) -> Form[EscalationAnswer]:
    """Return the form that puts a question of a group to one above or to a body outside."""
    usual = _choices(addressees)[0].value
    return Form(
        _tr("Escalate for {0}").format(addressees.asker.name),
        _fields(addressees, question, usual, today, None),
        EscalationAnswer,
        save=_tr("Escalate"),
        intro=_tr("It shows on Today and in the board paper until it is answered."),
    )


def change_escalation(escalation: Escalation, addressees: Addressees) -> Form[EscalationAnswer]:
    """Return the form that changes the question, to whom it goes, and its days."""
    to = escalation.to_group_id or escalation.to_body
    return Form(
        _tr("Change the escalation"),
        _fields(addressees, escalation.question, to, escalation.raised_on, escalation.answer_by),
        EscalationAnswer,
    )


def answer_escalation(
    escalation: Escalation, answerers: Sequence[Choice], today: date
) -> Form[EscalationReply]:
    """Return the form that records an answer; `answerers` are proposed for who gave it."""
    return Form(
        _tr("Answer to the escalation"),
        (
            Field("answer", _tr("Answer"), FieldKind.LONG, value=escalation.answer, required=True),
            Field(
                "answered_on",
                _tr("Answered on"),
                FieldKind.DATE,
                looking=Looking.BACK,
                value=escalation.answered_on or today,
                required=True,
            ),
            Field(
                "answered_by",
                _tr("Who answered, and where"),
                value=escalation.answered_by,
                choices=tuple(answerers),
                required=True,
            ),
        ),
        EscalationReply,
        save=_tr("Record answer"),
        intro=escalation.question,
    )


def take_up_escalation(escalation: Escalation, coming: Sequence[Choice]) -> Form[TakenUpAnswer]:
    """Return the form that puts an escalation on an agenda; `coming` are its meetings."""
    return Form(
        _tr("Put the escalation on an agenda"),
        (
            Field(
                "meeting_id",
                _tr("Meeting"),
                FieldKind.CHOICE,
                value=coming[0].value,
                choices=tuple(coming),
                required=True,
            ),
        ),
        TakenUpAnswer,
        save=_tr("Put on agenda"),
        intro=escalation.question,
    )


def meeting_choices(meetings: Sequence[tuple[str, Meeting]]) -> tuple[Choice, ...]:
    """Return meetings by what each is called, with its day."""
    return tuple(
        Choice(meeting.id, label, long_date(meeting.held_on)) for label, meeting in meetings
    )


def _choices(addressees: Addressees) -> tuple[Choice, ...]:
    """Return the groups above, the nearest first, then the bodies outside the area."""
    inside = tuple(Choice(group.id, group.name) for group in addressees.groups)
    outside = (Choice(name, name, _tr("outside the area")) for name in addressees.bodies)
    return (*inside, *outside)


def _fields(
    addressees: Addressees, question: str, to: UUID | str, raised_on: date, by: date | None
) -> tuple[Field, ...]:
    return (
        Field("question", _tr("Question"), FieldKind.LONG, value=question, required=True),
        Field(
            "to",
            _tr("To whom"),
            FieldKind.CHOICE,
            value=to,
            choices=_choices(addressees),
            required=True,
            longest=lengths.NAME,
            takes_new=True,
            help=_tr("A group above, or the name of a body outside the area"),
        ),
        Field(
            "raised_on",
            _tr("Put on"),
            FieldKind.DATE,
            looking=Looking.BACK,
            value=raised_on,
            required=True,
        ),
        Field(
            "answer_by",
            _tr("Answer wanted by"),
            FieldKind.DATE,
            looking=Looking.AHEAD,
            value=by,
        ),
    )
