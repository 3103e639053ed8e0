"""What is asked about governing documents, their versions and clauses."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.governing import ClauseRule, DocumentKind
from lfjb_desk.ui.widgets.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.domain.governing import Clause, DocumentVersion, GoverningDocument
    from lfjb_desk.domain.read_models.meetings import MeetingRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("TermsForms", text)


def document(held: GoverningDocument | None = None) -> Form:
    """Return the form of a governing document."""
    kinds = tuple(Choice(one, one.value.capitalize()) for one in DocumentKind)
    kind = held.kind if held else DocumentKind.TERMS_OF_REFERENCE
    title = held.title if held else ""
    return Form(
        _tr("Change “{0}”").format(title) if held else _tr("New document"),
        (
            Field("title", _tr("Title"), value=title, required=True, longest=lengths.NAME),
            Field("kind", _tr("Kind"), FieldKind.CHOICE, value=kind, choices=kinds, required=True),
        ),
        save=_tr("Save") if held else _tr("Add document"),
    )


def draft(held: GoverningDocument) -> Form:
    """Return the form that starts a draft."""
    note = Field("note", _tr("What it is to change"), FieldKind.LONG)
    return Form(_tr("New draft of “{0}”").format(held.title), (note,), save=_tr("Start a draft"))


def version(held: DocumentVersion) -> Form:
    """Return the form that changes the note and the review date of a version."""
    return Form(
        _tr("Change version {0}").format(held.number),
        (
            Field("note", _tr("Note"), FieldKind.LONG, value=held.note),
            Field("review_by", _tr("Review by"), FieldKind.DATE, value=held.review_by),
        ),
    )


def agree(held: DocumentVersion, meetings: Sequence[MeetingRow], today: date) -> Form:
    """Return the form that puts a version into force."""
    choices = tuple(
        Choice(one.meeting.id, one.label, long_date(one.meeting.held_on)) for one in meetings
    )
    return Form(
        _tr("Agree version {0}").format(held.number),
        (
            Field("agreed_on", _tr("Agreed on"), FieldKind.DATE, value=today, required=True),
            Field("meeting_id", _tr("At the meeting"), FieldKind.CHOICE, choices=choices),
            Field(
                "review_by",
                _tr("Review by"),
                FieldKind.DATE,
                help=_tr("Left empty, the review clause sets it"),
            ),
        ),
        save=_tr("Agree"),
        intro=_tr("The version in force is superseded, and the quorum clause becomes the rule."),
    )


def clause(held: Clause | None = None) -> Form:
    """Return the form of a clause, with the rule it states."""
    rules = tuple(Choice(one, one.value.capitalize()) for one in ClauseRule)
    return Form(
        _tr("Change clause {0}").format(held.number) if held else _tr("New clause"),
        (
            Field("heading", _tr("Heading"), value=held.heading if held else ""),
            Field(
                "text", _tr("Words"), FieldKind.LONG, value=held.text if held else "", required=True
            ),
            Field(
                "rule",
                _tr("Rule that it states"),
                FieldKind.CHOICE,
                value=held.rule if held else None,
                choices=rules,
                help=_tr("A rule is checked by the app: quorum, meetings, seats, review"),
            ),
            Field(
                "rule_value",
                _tr("Its number"),
                FieldKind.NUMBER,
                value=held.rule_value if held else None,
                low=Decimal(0),
            ),
        ),
        save=_tr("Save") if held else _tr("Add clause"),
    )
