"""What is asked of the progress of an action, what shows it, and what was learnt from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.actions import EvidenceKind, WouldRepeat
from lfjb_desk.domain.common import lengths
from lfjb_desk.services.actions.evidence import LearningAnswer, NewEvidence
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from datetime import date

    from lfjb_desk.domain.actions import Action, LearningNote


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActionForms", text)


@dataclass(frozen=True, kw_only=True)
class EvidenceAnswer:
    """What shows that an action was done, in words, as a link, or both."""

    proof: str
    link: str

    def evidence(self) -> tuple[NewEvidence, ...]:
        """Return it as the service takes it, which leaves out what is empty."""
        return (
            NewEvidence(EvidenceKind.TEXT, self.proof),
            NewEvidence(EvidenceKind.LINK, self.link),
        )


@dataclass(frozen=True, kw_only=True)
class ClosedActionAnswer(EvidenceAnswer):
    """What came of an action, on which day it was done, and what shows it."""

    outcome: str
    closed_on: date


@dataclass(frozen=True)
class BlockedAnswer:
    """What an action waits for, and who told it."""

    blocked_by: str
    told_by: str


def _evidence_fields() -> tuple[Field, ...]:
    return (
        Field(
            "proof",
            _tr("What shows it"),
            help=_tr("Such as: the rota of December, read out at the board"),
        ),
        Field(
            "link", _tr("A page that shows it"), help=_tr("Its address, which starts with https")
        ),
    )


def block_action(action: Action) -> Form[BlockedAnswer]:
    """Return the form that says what an action waits for."""
    return Form(
        _tr("What blocks {0}").format(action.ref),
        (
            Field(
                "blocked_by",
                _tr("It waits for"),
                value=action.blocked_by or None,
                required=True,
                longest=lengths.NAME,
                help=_tr("Such as: a listing officer at Chelmsford"),
            ),
            Field("told_by", _tr("Told by")),
        ),
        BlockedAnswer,
    )


def add_evidence(action: Action) -> Form[EvidenceAnswer]:
    """Return the form that adds what shows an action to be done."""
    return Form(
        _tr("Add evidence to {0}").format(action.ref),
        _evidence_fields(),
        EvidenceAnswer,
        save=_tr("Add evidence"),
    )


def note_learning(action: Action, noted: LearningNote | None) -> Form[LearningAnswer]:
    """Return the form of what a board learnt from an action, filled in from its note."""
    words = {
        WouldRepeat.YES: _tr("Yes"),
        WouldRepeat.WITH_CHANGES: _tr("Yes, with changes"),
        WouldRepeat.NO: _tr("No"),
    }
    return Form(
        _tr("What {0} taught").format(action.ref),
        (
            Field(
                "done",
                _tr("What was done"),
                FieldKind.LONG,
                value=noted.done if noted else None,
                required=True,
                help=_tr("So that another board can follow it"),
            ),
            Field(
                "figures",
                _tr("What the figure did before and after"),
                FieldKind.LONG,
                value=noted.figures if noted else None,
            ),
            Field(
                "repeat",
                _tr("Would you do it again?"),
                FieldKind.CHOICE,
                value=noted.repeat if noted else None,
                choices=tuple(Choice(value, text) for value, text in words.items()),
                required=True,
            ),
            Field("repeat_why", _tr("Why"), value=noted.repeat_why if noted else None),
        ),
        LearningAnswer,
    )


def close_action(action: Action, today: date) -> Form[ClosedActionAnswer]:
    """Return the form that closes an action as done."""
    return Form(
        _tr("Close {0}").format(action.ref),
        (
            Field("outcome", _tr("What came of it"), FieldKind.LONG, required=True),
            Field(
                "closed_on",
                _tr("Done on"),
                FieldKind.DATE,
                looking=Looking.BACK,
                value=today,
                required=True,
            ),
            *_evidence_fields(),
        ),
        answer=ClosedActionAnswer,
        save=_tr("Close action"),
    )
