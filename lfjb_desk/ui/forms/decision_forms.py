"""What is asked of a decision wherever it stands: what takes its place, who withdraws it, more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.meetings.meetings import DecisionState
from lfjb_desk.ui.forms import choices
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.drivers import Driver
    from lfjb_desk.domain.meetings.meetings import Decision
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("DecisionForms", text)


@dataclass(frozen=True)
class ReplacedDecisionAnswer:
    """What is decided in the place of an older decision, at which meeting, and why."""

    text: str
    meeting_id: UUID
    reason: str
    review_by: date | None


@dataclass(frozen=True)
class TurnedDecisionAnswer:
    """At which meeting a decision was withdrawn or reinstated, and why."""

    meeting_id: UUID
    reason: str


@dataclass(frozen=True)
class DecisionReviewAnswer:
    """By when a decision is looked at again; None where no day is set."""

    review_by: date | None


@dataclass(frozen=True)
class DecisionDriverAnswer:
    """The driver that a decision is on; None where it names none."""

    driver_id: UUID | None


def replace_decision(
    decision: Decision, meetings: Sequence[MeetingRow], usual: UUID | None
) -> Form[ReplacedDecisionAnswer]:
    """Return the form that puts another decision in the place of one; `usual` is its meeting."""
    return Form(
        _tr("Replace {0}").format(decision.ref),
        (
            Field(
                "text",
                _tr("What is decided instead"),
                FieldKind.LONG,
                value=decision.text,
                required=True,
            ),
            Field(
                "meeting_id",
                _tr("Decided at"),
                FieldKind.CHOICE,
                value=usual,
                choices=choices.meetings(meetings),
                required=True,
                help=_tr("A meeting whose minutes are not agreed yet"),
            ),
            Field("reason", _tr("Why"), FieldKind.LONG),
            Field(
                "review_by",
                _tr("Review by"),
                FieldKind.DATE,
                looking=Looking.AHEAD,
                value=decision.review_by,
            ),
        ),
        ReplacedDecisionAnswer,
        save=_tr("Replace decision"),
        intro=_tr("The decision as it was stays in the minutes, marked as superseded."),
    )


def turn_decision(decision: Decision, meetings: Sequence[MeetingRow]) -> Form[TurnedDecisionAnswer]:
    """Return the form that withdraws a decision, or reinstates it; the first meeting is usual."""
    withdraws = decision.state is DecisionState.IN_FORCE
    title = _tr("Withdraw {0}") if withdraws else _tr("Reinstate {0}")
    return Form(
        title.format(decision.ref),
        (
            Field("reason", _tr("Why"), FieldKind.LONG, required=True),
            Field(
                "meeting_id",
                _tr("Decided at"),
                FieldKind.CHOICE,
                value=meetings[0].meeting.id if meetings else None,
                choices=choices.meetings(meetings),
                required=True,
                help=_tr("Its own meeting, or a later one of the same group"),
            ),
        ),
        TurnedDecisionAnswer,
        save=_tr("Withdraw decision") if withdraws else _tr("Reinstate decision"),
        intro=_tr("The words of the minutes stay; the record of changes keeps the reason."),
    )


def review_decision(decision: Decision) -> Form[DecisionReviewAnswer]:
    """Return the form that sets another day by which a decision is looked at again."""
    return Form(
        _tr("Review date of {0}").format(decision.ref),
        (
            Field(
                "review_by",
                _tr("Review by"),
                FieldKind.DATE,
                looking=Looking.AHEAD,
                value=decision.review_by,
                help=_tr("Leave it empty where it is not to be reviewed"),
            ),
        ),
        DecisionReviewAnswer,
        save=_tr("Set the date"),
    )


def decision_driver(decision: Decision, drivers: Sequence[Driver]) -> Form[DecisionDriverAnswer]:
    """Return the form that ties a decision to a driver of delay, or to none."""
    return Form(
        _tr("Driver of {0}").format(decision.ref),
        (
            Field(
                "driver_id",
                _tr("Driver of delay"),
                FieldKind.CHOICE,
                value=decision.driver_id,
                choices=tuple(Choice(driver.id, driver.name) for driver in drivers),
            ),
        ),
        DecisionDriverAnswer,
        save=_tr("Link"),
    )
