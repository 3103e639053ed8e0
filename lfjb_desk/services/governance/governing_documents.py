"""What the user can ask of governing documents and their versions, and do to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import Change, Edit, RuleError, added, change, edited, removed
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.common.months import months_later
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    ClauseRule,
    DocumentKind,
    DocumentVersion,
    GoverningDocument,
    VersionState,
)
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import Meeting
from lfjb_desk.domain.read_models.governance.governing_documents import (
    ComparedClause,
    DocumentRow,
    VersionView,
    compared,
)
from lfjb_desk.services.governance.clauses import open_version
from lfjb_desk.services.rules import filled, quoted, refuse_while_used
from lfjb_desk.store.queries.governance import governing_documents as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading


class GoverningService:
    """Answers questions about governing documents, and turns commands into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def documents(self, group_id: UUID) -> tuple[DocumentRow, ...]:
        """Return the governing documents of a group with all their versions, by title."""
        with self._database.session() as session:
            return store.documents(session, group_id)

    def version(self, version_id: UUID) -> VersionView:
        """Return one version with its clauses."""
        with self._database.session() as session:
            version = found(session, DocumentVersion, version_id)
            document = found(session, GoverningDocument, version.document_id)
            views = store.views(session, document)
        return next(view for view in views if view.version.id == version_id)

    def compare(self, before_id: UUID, after_id: UUID) -> tuple[ComparedClause, ...]:
        """Return the clauses of two versions side by side."""
        return compared(self.version(before_id).clauses, self.version(after_id).clauses)

    def add(
        self,
        group_id: UUID,
        title: str,
        kind: DocumentKind = DocumentKind.TERMS_OF_REFERENCE,
    ) -> Change:
        """Return the change that adds a document with an empty first draft."""
        with self._database.session() as session:
            found(session, Group, group_id)
        title = filled(title, "The title of the document", lengths.NAME)
        document = GoverningDocument(group_id=group_id, kind=kind, title=title)
        draft = DocumentVersion(document_id=document.id, number=1)
        return change(f"Add {quoted(title)}", document, [added(document), added(draft)])

    def edit(
        self, document_id: UUID, title: str | None = None, kind: DocumentKind | None = None
    ) -> Change:
        """Return the change that gives a document another title or kind."""
        with self._database.session() as session:
            document = found(session, GoverningDocument, document_id)
        new = document.title
        if title is not None:
            new = filled(title, "The title of the document", lengths.NAME)
        edit = edited(document, title=new, kind=kind or document.kind)
        return change(f"Change {quoted(document.title)}", document, [edit])

    def remove(self, document_id: UUID) -> Change:
        """Return the change that removes a document of which nothing was ever agreed."""
        with self._database.session() as session:
            document = found(session, GoverningDocument, document_id)
            refuse_while_used(session, document, quoted(document.title), besides=(DocumentVersion,))
            versions = store.versions(session, document_id)
            gone = [edit for version in versions for edit in _gone(session, version)]
        if any(version.agreed_on for version in versions):
            raise RuleError(
                f"{quoted(document.title)} has an agreed version, which is kept. "
                "Nothing was changed."
            )
        return change(f"Remove {quoted(document.title)}", document, [*gone, removed(document)])

    def draft(self, document_id: UUID, note: str = "") -> Change:
        """Return the change that starts a draft from the version in force, or from nothing."""
        with self._database.session() as session:
            document = found(session, GoverningDocument, document_id)
            row = DocumentRow(document, store.views(session, document))
        if row.draft is not None:
            raise RuleError(
                f"Version {row.draft.version.number} is being worked on already. "
                "Finish or remove it first; nothing was changed."
            )
        numbers = (view.version.number for view in row.versions)
        version = DocumentVersion(
            document_id=document_id, number=max(numbers, default=0) + 1, note=note.strip()
        )
        copies = [
            Clause(**clause.model_dump(exclude={"id", "version_id"}), version_id=version.id)
            for clause in (row.agreed.clauses if row.agreed else ())
        ]
        label = f"Draft version {version.number} of {quoted(document.title)}"
        return change(label, version, [added(version), *(added(clause) for clause in copies)])

    def edit_version(
        self, version_id: UUID, note: str | None = None, *, review_by: date | None = None
    ) -> Change:
        """Return the change that gives a version a note or a day to review it by."""
        with self._database.session() as session:
            version = found(session, DocumentVersion, version_id)
        if version.state is VersionState.SUPERSEDED:
            raise RuleError(f"Version {version.number} is superseded and stays as it is.")
        edit = edited(
            version,
            note=version.note if note is None else note.strip(),
            review_by=review_by or version.review_by,
        )
        return change(f"Change version {version.number}", version, [edit])

    def remove_version(self, version_id: UUID) -> Change:
        """Return the change that removes a version that was never agreed."""
        with self._database.session() as session:
            version = open_version(session, version_id)
            gone = _gone(session, version)
        return change(f"Remove version {version.number}", version, gone)

    def send_to_review(self, version_id: UUID) -> Change:
        """Return the change that puts a draft before the members."""
        with self._database.session() as session:
            version = found(session, DocumentVersion, version_id)
            clauses = store.clauses(session, version_id)
        _refuse_unless(version, VersionState.DRAFT)
        if not clauses:
            raise RuleError(
                f"Version {version.number} has no clause yet. Write one first; nothing was changed."
            )
        label = f"Send version {version.number} to review"
        return change(label, version, [edited(version, state=VersionState.IN_REVIEW)])

    def back_to_draft(self, version_id: UUID) -> Change:
        """Return the change that takes a version back from review."""
        with self._database.session() as session:
            version = found(session, DocumentVersion, version_id)
        _refuse_unless(version, VersionState.IN_REVIEW)
        label = f"Take version {version.number} back to draft"
        return change(label, version, [edited(version, state=VersionState.DRAFT)])

    def agree(
        self,
        version_id: UUID,
        agreed_on: date,
        meeting_id: UUID | None = None,
        review_by: date | None = None,
    ) -> Change:
        """Return the change that puts a version into force in the place of the older one.

        Its quorum becomes the group's; its review clause sets the review date unless one is given.
        """
        with self._database.session() as session:
            version = found(session, DocumentVersion, version_id)
            _refuse_unless(version, VersionState.IN_REVIEW)
            document = found(session, GoverningDocument, version.document_id)
            group = found(session, Group, document.group_id)
            if meeting_id is not None:
                found(session, Meeting, meeting_id)
            row = DocumentRow(document, store.views(session, document))
        view = next(edition for edition in row.versions if edition.version.id == version_id)
        older = row.agreed.version if row.agreed else None
        if older is not None and older.agreed_on is not None and agreed_on < older.agreed_on:
            raise RuleError(
                f"Version {older.number} was agreed on {long_date(older.agreed_on)}, after "
                f"{long_date(agreed_on)}. Choose a later date; nothing was changed."
            )
        months = view.rule(ClauseRule.REVIEW_MONTHS)
        if review_by is None and months is not None:
            review_by = months_later(agreed_on, months)
        edits = [
            edited(
                version,
                state=VersionState.AGREED,
                agreed_on=agreed_on,
                meeting_id=meeting_id,
                review_by=review_by or version.review_by,
            )
        ]
        if older is not None:
            edits.append(edited(older, state=VersionState.SUPERSEDED))
        quorum = view.rule(ClauseRule.QUORUM)
        if quorum is not None and document.kind is DocumentKind.TERMS_OF_REFERENCE:
            edits.append(edited(group, quorum=quorum))
        return change(f"Agree version {version.number} of {quoted(document.title)}", version, edits)


def _gone(session: Reading, version: DocumentVersion) -> list[Edit]:
    return [*(removed(clause) for clause in store.clauses(session, version.id)), removed(version)]


def _refuse_unless(version: DocumentVersion, state: VersionState) -> None:
    if version.state is not state:
        raise RuleError(
            f"Version {version.number} is “{version.state.value}”, and only one that is "
            f"“{state.value}” can go that way. Nothing was changed."
        )
