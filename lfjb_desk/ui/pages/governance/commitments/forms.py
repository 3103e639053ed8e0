"""What is asked when a body assesses itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.governance.governing_documents import Fulfilment
from lfjb_desk.ui.forms.choices import named
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.governance.governing_documents import ClauseAssessment
    from lfjb_desk.domain.read_models.governance.commitments import Commitment


def _tr(text: str) -> str:
    return QCoreApplication.translate("CommitmentForms", text)


@dataclass(frozen=True)
class AssessmentAnswer:
    """How far a body keeps a commitment, what shows it, and who says so."""

    organisation_id: UUID
    fulfilment: Fulfilment
    evidence: str
    assessed_by: str


def assess(commitment: Commitment, organisation_id: UUID | None) -> Form[AssessmentAnswer]:
    """Return the form in which a body assesses itself on a commitment in its year."""
    by_body = {body.organisation.id: body.assessment for body in commitment.bodies}
    known = by_body.get(organisation_id) if organisation_id else None
    first = commitment.missing[0].organisation.id if commitment.missing else None
    return Form(
        _tr("Assess clause {0} for {1}").format(commitment.clause.number, commitment.year),
        (
            Field(
                "organisation_id",
                _tr("Body"),
                FieldKind.CHOICE,
                value=organisation_id or first,
                choices=tuple(
                    Choice(body.organisation.id, body.organisation.name)
                    for body in commitment.bodies
                ),
                required=True,
            ),
            *_answer(known),
        ),
        AssessmentAnswer,
        save=_tr("Save the assessment"),
    )


def _answer(known: ClauseAssessment | None) -> tuple[Field, ...]:
    """Return the fields of what a body says, filled in with what it said before."""
    return (
        Field(
            "fulfilment",
            _tr("It is"),
            FieldKind.CHOICE,
            value=known.fulfilment if known else None,
            choices=named(Fulfilment),
            required=True,
        ),
        Field(
            "evidence",
            _tr("What shows it"),
            FieldKind.LONG,
            value=known.evidence if known else "",
            help=_tr("Needed where it is met or partly met."),
        ),
        Field("assessed_by", _tr("Who says so"), value=known.assessed_by if known else ""),
    )
