"""Who may lower the marking of a group: its chair, its vice-chair, or those of a group above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.governance.groups import Group, Office
from lfjb_desk.domain.read_models.governance.groups import Approver
from lfjb_desk.services.rules import filled, quoted
from lfjb_desk.store.queries.governance import groups as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from lfjb_desk.store.queries.lookup import Reading

ENTITLED = (Office.CHAIR, Office.VICE_CHAIR)


@dataclass(frozen=True)
class LoweredMarking:
    """Why a marking is lowered, and who agreed to it on what day."""

    because: str
    agreed_by: UUID | None
    """The person, who must be chair or vice-chair on that day."""
    on: date


def approvers(session: Reading, group: Group, day: date) -> tuple[Approver, ...]:
    """Return who may agree to a lower marking on a day, those of the group itself first."""
    line = [group]
    while (parent_id := line[-1].parent_id) is not None:
        line.append(found(session, Group, parent_id))
    rows = store.seat_rows(session, [(each.id, day) for each in line])
    return tuple(
        Approver(row.holder.person.id, row.holder.person.name, row.office, each.name)
        for each in line
        for row in rows[each.id, day]
        if row.holder is not None and row.office in ENTITLED
    )


def lowering_words(session: Reading, group: Group, lowered: LoweredMarking) -> str:
    """Return why a marking is lowered and who agreed, as the audit keeps it.

    Raises:
        RuleError: when no reason is given, or nobody agreed who may.
    """
    because = filled(lowered.because, "Why the marking is lowered")
    entitled = approvers(session, group, lowered.on)
    for approver in entitled:
        if approver.person_id == lowered.agreed_by:
            return f"{because}; agreed by {approver.words}"
    if entitled:
        names = ", ".join(approver.words for approver in entitled)
        raise RuleError(
            f"Say who agreed that the marking is lowered: {names}. Nothing was changed."
        )
    raise RuleError(
        f"Only a chair or a vice-chair lowers a marking, and neither {quoted(group.name)} nor a "
        "group above it has any. Appoint one first; nothing was changed."
    )
