"""Questions to governing documents, their versions and clauses."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlmodel import col, select

from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    DocumentVersion,
    GoverningDocument,
)
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import Meeting
from lfjb_desk.domain.read_models.governance.governing_documents import DocumentRow, VersionView
from lfjb_desk.domain.read_models.meetings.meetings import meeting_label
from lfjb_desk.store.queries.lookup import by_key, found

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from uuid import UUID

    from sqlmodel import Session


def versions(session: Session, document_id: UUID) -> Sequence[DocumentVersion]:
    """Return the versions of a document, the latest first."""
    statement = select(DocumentVersion).where(DocumentVersion.document_id == document_id)
    return session.exec(statement.order_by(col(DocumentVersion.number).desc())).all()


def clauses(session: Session, version_id: UUID) -> Sequence[Clause]:
    """Return the clauses of a version in their order."""
    statement = select(Clause).where(Clause.version_id == version_id)
    return session.exec(statement.order_by(col(Clause.position))).all()


def clauses_of(session: Session, version_ids: Collection[UUID]) -> dict[UUID, list[Clause]]:
    """Return the clauses of these versions in their order, by version."""
    statement = select(Clause).where(col(Clause.version_id).in_(version_ids))
    parts: defaultdict[UUID, list[Clause]] = defaultdict(list)
    for clause in session.exec(statement.order_by(col(Clause.position))).all():
        parts[clause.version_id].append(clause)
    return parts


def documents(session: Session, group_id: UUID) -> tuple[DocumentRow, ...]:
    """Return the governing documents of a group with all their versions, by title."""
    statement = (
        select(GoverningDocument, DocumentVersion)
        .outerjoin(DocumentVersion, col(DocumentVersion.document_id) == col(GoverningDocument.id))
        .where(GoverningDocument.group_id == group_id)
        .order_by(
            GoverningDocument.title,
            col(GoverningDocument.id),
            col(DocumentVersion.number).desc(),
        )
    )
    versions_of: dict[UUID, list[DocumentVersion]] = defaultdict(list)
    titled: dict[UUID, GoverningDocument] = {}
    documented: Iterable[tuple[GoverningDocument, DocumentVersion | None]] = session.exec(statement)
    for document, version in documented:
        titled[document.id] = document
        versions_of[document.id] += [version] if version is not None else []
    rows = [version for own in versions_of.values() for version in own]
    parts = clauses_of(session, [version.id for version in rows]) if rows else {}
    return tuple(
        DocumentRow(document, _views(session, document, versions_of[key], parts))
        for key, document in titled.items()
    )


def views(session: Session, document: GoverningDocument) -> tuple[VersionView, ...]:
    """Return the versions of a document with their clauses, the latest first."""
    rows = versions(session, document.id)
    parts = clauses_of(session, [version.id for version in rows]) if rows else {}
    return _views(session, document, rows, parts)


def _views(
    session: Session,
    document: GoverningDocument,
    rows: Sequence[DocumentVersion],
    parts: Mapping[UUID, Sequence[Clause]],
) -> tuple[VersionView, ...]:
    meetings = by_key(session, Meeting, (version.meeting_id for version in rows))

    def view(version: DocumentVersion) -> VersionView:
        meeting = meetings.get(version.meeting_id)
        label = ""
        if meeting is not None:
            label = meeting_label(found(session, Group, meeting.group_id), meeting)
        return VersionView(document, version, tuple(parts.get(version.id, ())), label)

    return tuple(view(version) for version in rows)
