"""Questions to the tables of places."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from lfjb_desk.domain.places import (
    AreaAuthority,
    AreaName,
    AreaProfile,
    DfjArea,
    LocalAuthority,
)


def all_areas(session: Session) -> Sequence[DfjArea]:
    """Return the DFJ areas by name."""
    return session.exec(select(DfjArea).order_by(col(DfjArea.name))).all()


def area_with_code(session: Session, code: str) -> DfjArea | None:
    """Return the area with a code, or None."""
    return session.exec(select(DfjArea).where(DfjArea.code == code)).one_or_none()


def authority_with_code(session: Session, gss_code: str) -> LocalAuthority | None:
    """Return the authority with a GSS code, or None."""
    statement = select(LocalAuthority).where(LocalAuthority.gss_code == gss_code)
    return session.exec(statement).one_or_none()


def all_links(session: Session) -> Sequence[tuple[AreaAuthority, LocalAuthority]]:
    """Return every link of an area with its authority, by the authority's name."""
    statement = select(AreaAuthority, LocalAuthority).where(
        AreaAuthority.authority_id == LocalAuthority.id
    )
    return session.exec(statement.order_by(col(LocalAuthority.name))).all()


def links_of(session: Session, area_id: UUID) -> Sequence[tuple[AreaAuthority, LocalAuthority]]:
    """Return the links of one area with its authorities, by the authority's name."""
    return [pair for pair in all_links(session) if pair[0].area_id == area_id]


def all_authorities(session: Session) -> Sequence[LocalAuthority]:
    """Return the local authorities by name."""
    return session.exec(select(LocalAuthority).order_by(col(LocalAuthority.name))).all()


def all_names(session: Session) -> Sequence[AreaName]:
    """Return every known spelling of a place, in an order that never changes."""
    statement = select(AreaName).order_by(
        col(AreaName.folded), col(AreaName.publisher), col(AreaName.place_code)
    )
    return session.exec(statement).all()


def profile_of(session: Session, area_id: UUID) -> Sequence[AreaProfile]:
    """Return what publications say about an area, in their order."""
    statement = select(AreaProfile).where(AreaProfile.area_id == area_id)
    return session.exec(statement.order_by(col(AreaProfile.position))).all()
