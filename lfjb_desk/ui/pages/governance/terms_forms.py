"""What is asked about governing documents, their versions and clauses."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.governance.governing_documents import ClauseRule, DocumentKind
from lfjb_desk.ui.forms import choices
from lfjb_desk.ui.forms.choices import named
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.governance.governing_documents import (
        Clause,
        DocumentVersion,
        GoverningDocument,
    )
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("TermsForms", text)


@dataclass(frozen=True)
class DocumentAnswer:
    """What a governing document is called, and of which kind it is."""

    title: str
    kind: DocumentKind


@dataclass(frozen=True)
class DraftAnswer:
    """What a draft is to change."""

    note: str


@dataclass(frozen=True)
class VersionAnswer:
    """The note of a version, and when it is looked at again."""

    note: str
    review_by: date | None


@dataclass(frozen=True)
class AgreedVersionAnswer:
    """When and where a version was agreed, and when it is looked at again."""

    agreed_on: date
    meeting_id: UUID | None
    review_by: date | None


@dataclass(frozen=True)
class ClauseAnswer:
    """The words of a clause, and the rule that they state."""

    heading: str
    text: str
    rule: ClauseRule | None
    rule_value: int | None


def document(existing: GoverningDocument | None = None) -> Form[DocumentAnswer]:
    """Return the form of a governing document."""
    kind = existing.kind if existing else DocumentKind.TERMS_OF_REFERENCE
    title = existing.title if existing else ""
    return Form(
        _tr("Change “{0}”").format(title) if existing else _tr("New document"),
        (
            Field("title", _tr("Title"), value=title, required=True, longest=lengths.NAME),
            Field(
                "kind",
                _tr("Kind"),
                FieldKind.CHOICE,
                value=kind,
                choices=named(DocumentKind),
                required=True,
            ),
        ),
        DocumentAnswer,
        save=_tr("Save") if existing else _tr("Add document"),
    )


def draft(existing: GoverningDocument) -> Form[DraftAnswer]:
    """Return the form that starts a draft."""
    note = Field("note", _tr("What it is to change"), FieldKind.LONG)
    return Form(
        _tr("New draft of “{0}”").format(existing.title),
        (note,),
        DraftAnswer,
        save=_tr("Start a draft"),
    )


def version(existing: DocumentVersion) -> Form[VersionAnswer]:
    """Return the form that changes the note and the review date of a version."""
    return Form(
        _tr("Change version {0}").format(existing.number),
        (
            Field("note", _tr("Note"), FieldKind.LONG, value=existing.note),
            Field(
                "review_by",
                _tr("Review by"),
                FieldKind.DATE,
                looking=Looking.AHEAD,
                value=existing.review_by,
            ),
        ),
        VersionAnswer,
    )


def agree(
    existing: DocumentVersion, meetings: Sequence[MeetingRow], today: date
) -> Form[AgreedVersionAnswer]:
    """Return the form that puts a version into force."""
    return Form(
        _tr("Agree version {0}").format(existing.number),
        (
            Field(
                "agreed_on",
                _tr("Agreed on"),
                FieldKind.DATE,
                looking=Looking.BACK,
                value=today,
                required=True,
            ),
            Field(
                "meeting_id",
                _tr("At the meeting"),
                FieldKind.CHOICE,
                choices=choices.meetings(meetings),
            ),
            Field(
                "review_by",
                _tr("Review by"),
                FieldKind.DATE,
                looking=Looking.AHEAD,
                help=_tr("Left empty, the review clause sets it"),
            ),
        ),
        AgreedVersionAnswer,
        save=_tr("Agree"),
        intro=_tr("The version in force is superseded, and the quorum clause becomes the rule."),
    )


def clause(existing: Clause | None = None) -> Form[ClauseAnswer]:
    """Return the form of a clause, with the rule it states."""
    return Form(
        _tr("Change clause {0}").format(existing.number) if existing else _tr("New clause"),
        (
            Field("heading", _tr("Heading"), value=existing.heading if existing else ""),
            Field(
                "text",
                _tr("Words"),
                FieldKind.LONG,
                value=existing.text if existing else "",
                required=True,
            ),
            Field(
                "rule",
                _tr("Rule that it states"),
                FieldKind.CHOICE,
                value=existing.rule if existing else None,
                choices=named(ClauseRule),
                help=_tr("A rule is checked by the app: quorum, meetings, seats, review"),
            ),
            Field(
                "rule_value",
                _tr("Its number"),
                FieldKind.WHOLE,
                value=existing.rule_value if existing else None,
                low=Decimal(0),
            ),
        ),
        ClauseAnswer,
        save=_tr("Save") if existing else _tr("Add clause"),
    )
