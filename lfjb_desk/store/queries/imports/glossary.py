"""Questions to the glossary."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, or_, select

from lfjb_desk.domain.figures.figures import Term


def terms(session: Session) -> Sequence[Term]:
    """Return every term, by its words."""
    return session.exec(select(Term).order_by(col(Term.folded), col(Term.body))).all()


def terms_of(session: Session, area_id: UUID) -> Sequence[Term]:
    """Return the terms of an area's board and those of everyone, by their words."""
    own = or_(col(Term.area_id).is_(None), col(Term.area_id) == area_id)
    return session.exec(select(Term).where(own).order_by(col(Term.folded), col(Term.body))).all()


def same_words(session: Session, area_id: UUID | None, body: str, folded: str) -> Sequence[Term]:
    """Return the terms of a body for these folded words in an area's glossary."""
    statement = select(Term).where(
        Term.area_id == area_id, Term.body == body, Term.folded == folded
    )
    return session.exec(statement).all()
