"""Which records are restricted: the one place where restriction is handed down."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import literal, select, union_all
from sqlmodel import col, or_

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision
from lfjb_desk.domain.meetings.minutes import MinutesCorrection
from lfjb_desk.domain.read_models.restriction import Restriction
from lfjb_desk.store.engine.withholding import withheld, withholds

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Select
    from sqlmodel import Session


def restriction(session: Session) -> Restriction:
    """Return the restricted records: a decision follows its item, an action both.

    A session that withholds them was told which they are, and asks no more.
    """
    return _restriction(session)


def restriction_of_minutes(session: Session) -> Restriction:
    """Return the same with the corrections of minutes, for papers that may print them."""
    return _restriction(session, with_corrections=True)


def _restriction(session: Session, *, with_corrections: bool = False) -> Restriction:
    if withholds(session):
        return withheld(session)
    found: dict[str, dict[UUID, str]] = defaultdict(dict)
    for kind, key, ref in session.execute(_in_one_question(with_corrections=with_corrections)):
        found[kind][key] = ref
    decisions, actions = found["decision"], found["action"]
    return Restriction(
        items=frozenset(found["item"]),
        decisions=frozenset(decisions),
        actions=frozenset(actions),
        corrections=frozenset(found["correction"]),
        refs=frozenset((*decisions.values(), *actions.values())),
    )


def _in_one_question(*, with_corrections: bool) -> Select[Any]:
    """Return a question for the kind, id and reference of each restricted record."""
    no_ref = literal("")
    items = select(col(AgendaItem.id)).where(col(AgendaItem.restricted))
    decided = or_(col(Decision.restricted), col(Decision.item_id).in_(items))
    decisions = select(col(Decision.id)).where(decided)
    raised = or_(
        col(Action.restricted),
        col(Action.item_id).in_(items),
        col(Action.decision_id).in_(decisions),
    )
    corrected = or_(col(MinutesCorrection.restricted), col(MinutesCorrection.item_id).in_(items))
    parts = [
        select(literal("item"), col(AgendaItem.id), no_ref).where(col(AgendaItem.restricted)),
        select(literal("decision"), col(Decision.id), col(Decision.ref)).where(decided),
        select(literal("action"), col(Action.id), col(Action.ref)).where(raised),
    ]
    if with_corrections:
        about = select(literal("correction"), col(MinutesCorrection.id), no_ref)
        parts.append(about.where(corrected))
    return select(*union_all(*parts).subquery().c)  # a gathering remembers what it selected
