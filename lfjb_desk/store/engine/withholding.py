"""What a session does not read out: restricted rows are left out wherever they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import with_loader_criteria
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import col, or_

from lfjb_desk.domain.actions import Action, ActionEvidence, ActionUpdate, LearningNote
from lfjb_desk.domain.figures.charts import ChartStep
from lfjb_desk.domain.governance.escalations import Escalation
from lfjb_desk.domain.meetings.amendments import MinutesAmendment
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, MinuteNote
from lfjb_desk.domain.meetings.minutes import MinutesCorrection
from lfjb_desk.domain.read_models.restriction import (
    NOTHING_RESTRICTED,
    WITHHELD_ITEM,
    Restriction,
)

if TYPE_CHECKING:
    from sqlalchemy.sql.base import ExecutableOption
    from sqlmodel import Session

_KEY = "withheld"


def withhold(session: Session, restriction: Restriction) -> None:
    """Let a session never answer with the records of a restriction."""
    session.info[_KEY] = restriction


def withheld(session: Session) -> Restriction:
    """Return what a session withholds; nothing where nobody asked it to."""
    restriction: Restriction = session.info.get(_KEY, NOTHING_RESTRICTED)
    return restriction


def withholds(session: Session) -> bool:
    """Tell whether there is anything that a session withholds."""
    return withheld(session) != NOTHING_RESTRICTED


def criteria(restriction: Restriction) -> tuple[ExecutableOption, ...]:
    """Return what is added to every question, whatever table or join it asks through."""
    links: tuple[tuple[type[Any], Any, frozenset[Any]], ...] = (
        (Action, col(Action.id), restriction.actions),
        (ActionUpdate, col(ActionUpdate.action_id), restriction.actions),
        (ActionEvidence, col(ActionEvidence.action_id), restriction.actions),
        (LearningNote, col(LearningNote.action_id), restriction.actions),
        (Decision, col(Decision.id), restriction.decisions),
        (MinuteNote, col(MinuteNote.item_id), restriction.items),
        (MinutesCorrection, col(MinutesCorrection.id), restriction.corrections),
        (MinutesAmendment, col(MinutesAmendment.item_id), restriction.items),
        (Escalation, col(Escalation.action_id), restriction.actions),
        (Escalation, col(Escalation.item_id), restriction.items),
    )
    return tuple(
        with_loader_criteria(
            table, or_(column.is_(None), column.not_in(sorted(keys))), include_aliases=True
        )
        for table, column, keys in links
        if keys
    )


def close_row(session: Session, row: object) -> None:
    """Empty a row that was just read of what it tells of restricted matter that is withheld.

    An agenda item keeps its number, and new limits of a chart their day.
    """
    if isinstance(row, AgendaItem) and row.id in withheld(session).items:
        for name, value in WITHHELD_ITEM.items():
            set_committed_value(row, name, value)
    elif isinstance(row, ChartStep) and row.action_id in withheld(session).actions:
        set_committed_value(row, "reason", "")
