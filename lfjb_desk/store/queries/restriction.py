"""Which records are restricted: the one place where restriction is handed down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlmodel import col, or_, select

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.meetings import AgendaItem, Decision
from lfjb_desk.domain.minutes import MinutesCorrection
from lfjb_desk.domain.read_models.restriction import NOTHING_RESTRICTED, Restriction
from lfjb_desk.store.engine.withholding import withheld

if TYPE_CHECKING:
    from sqlmodel import Session


def restriction(session: Session) -> Restriction:
    """Return the restricted records: a decision follows its item, an action both.

    A session that withholds them was told which they are, and asks no more.
    """
    known = withheld(session)
    if known != NOTHING_RESTRICTED:
        return known
    items = select(AgendaItem.id).where(col(AgendaItem.restricted))
    decisions = select(Decision.id, Decision.ref).where(
        or_(col(Decision.restricted), col(Decision.item_id).in_(items))
    )
    actions = select(Action.id, Action.ref).where(
        or_(
            col(Action.restricted),
            col(Action.item_id).in_(items),
            col(Action.decision_id).in_(decisions.with_only_columns(col(Decision.id))),
        )
    )
    made, raised = dict(session.exec(decisions).all()), dict(session.exec(actions).all())
    return Restriction(
        items=frozenset(session.exec(items)),
        decisions=frozenset(made),
        actions=frozenset(raised),
        refs=frozenset((*made.values(), *raised.values())),
    )


def restriction_of_minutes(session: Session) -> Restriction:
    """Return the same with the corrections of minutes, for papers that may print them."""
    known = restriction(session)
    items = select(AgendaItem.id).where(col(AgendaItem.restricted))
    corrections = select(MinutesCorrection.id).where(
        or_(col(MinutesCorrection.restricted), col(MinutesCorrection.item_id).in_(items))
    )
    return replace(known, corrections=known.corrections | set(session.exec(corrections)))
