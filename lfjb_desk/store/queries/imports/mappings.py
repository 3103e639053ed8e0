"""Questions to the saved mappings."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from lfjb_desk.domain.figures.mappings import FileMapping


def mappings(session: Session) -> Sequence[FileMapping]:
    """Return every mapping, the one used last first."""
    return session.exec(select(FileMapping).order_by(col(FileMapping.used_at).desc())).all()
