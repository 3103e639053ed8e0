"""Questions to the facts of the library that no area changes."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from lfjb_desk.domain.drivers import CancellationReason


def reasons(session: Session) -> Sequence[CancellationReason]:
    """Return the reason codes for cancelled hearings, by the body that answers and by code."""
    statement = select(CancellationReason)
    return session.exec(
        statement.order_by(col(CancellationReason.owner_group), col(CancellationReason.code))
    ).all()
