"""Questions to governing documents, their versions and clauses."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlmodel import col, select

from lfjb_desk.domain.governing import Clause, DocumentVersion, GoverningDocument
from lfjb_desk.domain.groups import Group
from lfjb_desk.domain.meetings import Meeting
from lfjb_desk.domain.read_models.governing_documents import VersionView
from lfjb_desk.domain.read_models.meetings import meeting_label
from lfjb_desk.store.queries.lookup import by_key, found

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from sqlmodel import Session


def of_group(session: Session, group_id: UUID) -> Sequence[GoverningDocument]:
    """Return the governing documents of a group by title."""
    statement = select(GoverningDocument).where(GoverningDocument.group_id == group_id)
    return session.exec(statement.order_by(GoverningDocument.title)).all()


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


def views(session: Session, document: GoverningDocument) -> tuple[VersionView, ...]:
    """Return the versions of a document with their clauses, the latest first."""
    rows = versions(session, document.id)
    meetings = by_key(session, Meeting, (version.meeting_id for version in rows))
    parts = clauses_of(session, [version.id for version in rows]) if rows else {}

    def view(version: DocumentVersion) -> VersionView:
        meeting = meetings.get(version.meeting_id)
        label = ""
        if meeting is not None:
            label = meeting_label(found(session, Group, meeting.group_id), meeting)
        return VersionView(document, version, tuple(parts.get(version.id, ())), label)

    return tuple(view(version) for version in rows)
