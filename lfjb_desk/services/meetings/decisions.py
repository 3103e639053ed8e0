"""What the user can ask of decisions, and do to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import (
    NOT_ENDED,
    AgendaItem,
    Decision,
    DecisionState,
    Meeting,
)
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.services.meetings.meetings import label_of
from lfjb_desk.services.rules import filled, next_ref, open_meeting, refuse_while_used
from lfjb_desk.store.queries import decisions as store
from lfjb_desk.store.queries.lookup import found
from lfjb_desk.store.queries.minutes import next_sequence
from lfjb_desk.store.queries.restriction import restriction

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from typing_extensions import Unpack

    from lfjb_desk.domain.read_models.meetings.minutes import DecisionRow
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading


class DecisionFields(TypedDict, total=False):
    """What a decision says besides its words; what is left out stays as it is."""

    reason: str
    item_id: UUID | None
    driver_id: UUID | None
    review_by: date | None
    restricted: bool


class DecisionService:
    """Answers questions about decisions, and turns commands into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(
        self, area_id: UUID, group_id: UUID | None = None, *, in_force: bool = False
    ) -> tuple[DecisionRow, ...]:
        """Return the decisions of an area or of one group, the latest first."""
        with self._database.session() as session:
            decisions = store.of_area(session, area_id, group_id)
            kept = [
                decision
                for decision in decisions
                if not in_force or decision.state is DecisionState.IN_FORCE
            ]
            return store.rows(session, kept)

    def row(self, decision_id: UUID) -> DecisionRow:
        """Return one decision with its names."""
        with self._database.session() as session:
            return store.rows(session, [found(session, Decision, decision_id)])[0]

    def add(self, meeting_id: UUID, text: str, **fields: Unpack[DecisionFields]) -> Change:
        """Return the change that records a decision of a meeting, made on its day."""
        with self._database.session() as session:
            decision = _made(session, meeting_id, text, fields)
        return change(f"Record decision {decision.ref}", decision, [added(decision)])

    def supersede(
        self, decision_id: UUID, meeting_id: UUID, text: str, **fields: Unpack[DecisionFields]
    ) -> Change:
        """Return the change that records a decision in the place of an older one."""
        with self._database.session() as session:
            old = _in_force(session, decision_id, "replace it")
            fields.setdefault("driver_id", old.driver_id)
            # What takes the place of a restricted decision may stand under no restricted item.
            fields.setdefault("restricted", decision_id in restriction(session).decisions)
            decision = _made(session, meeting_id, text, fields)
            ended = {"ended_on": decision.decided_on, "ended_by": _label(session, meeting_id)}
        edit = edited(old, state=DecisionState.SUPERSEDED, superseded_by_id=decision.id, **ended)
        return change(f"Replace {old.ref} by {decision.ref}", decision, [added(decision), edit])

    def edit(
        self, decision_id: UUID, text: str | None = None, **fields: Unpack[DecisionFields]
    ) -> Change:
        """Return the change that gives a decision other words, reason, item or driver.

        After its minutes are agreed only its driver, review date and readers can change.
        """
        with self._database.session() as session:
            decision = found(session, Decision, decision_id)
            new = decision.text if text is None else filled(text, "The decision")
            label = f"Change {decision.ref}"
            if _leaves_restricted_item(session, decision, fields):
                fields["restricted"] = True
                label += ", which stays restricted"
            edit = edited(decision, text=new, **fields)
            if set(edit.after or ()) - {"driver_id", "review_by", "restricted"}:
                open_meeting(session, decision.meeting_id)
            _check(session, decision.meeting_id, fields)
        return change(label, decision, [edit])

    def withdraw(self, decision_id: UUID, meeting_id: UUID, reason: str) -> Change:
        """Return the change that takes a decision out of force; its words stay.

        With it stand the meeting of its group that did so, and why.
        """
        with self._database.session() as session:
            decision = _in_force(session, decision_id, "withdraw it")
            reason = filled(reason, "Why the decision is withdrawn")
            meeting, by_whom = _by_meeting(session, decision, meeting_id)
        edit = edited(
            decision,
            state=DecisionState.WITHDRAWN,
            ended_on=meeting.held_on,
            ended_by=by_whom,
            ended_why=reason,
        )
        return change(f"Withdraw {decision.ref} at {by_whom}: {reason}", decision, [edit])

    def reinstate(self, decision_id: UUID, meeting_id: UUID, reason: str) -> Change:
        """Return the change that puts a withdrawn decision into force again.

        The audit keeps which meeting did so and why, and who had withdrawn it.
        """
        with self._database.session() as session:
            decision = found(session, Decision, decision_id)
            if decision.state is not DecisionState.WITHDRAWN:
                raise RuleError(
                    f"{decision.ref} is {decision.state.value}; only a withdrawn decision "
                    "is put into force again. Nothing was changed."
                )
            reason = filled(reason, "Why the decision is reinstated")
            _, by_whom = _by_meeting(session, decision, meeting_id)
        edit = edited(decision, state=DecisionState.IN_FORCE, **NOT_ENDED)
        return change(f"Reinstate {decision.ref} at {by_whom}: {reason}", decision, [edit])

    def remove(self, decision_id: UUID) -> Change:
        """Return the change that removes a decision; one that it replaced is in force again."""
        with self._database.session() as session:
            decision = found(session, Decision, decision_id)
            open_meeting(session, decision.meeting_id)
            refuse_while_used(
                session,
                decision,
                decision.ref,
                besides=(Decision,),
                instead="Withdraw it instead.",
            )
            replaced = store.replaced_by(session, decision_id)
        freed = [
            edited(old, state=DecisionState.IN_FORCE, superseded_by_id=None, **NOT_ENDED)
            for old in replaced
        ]
        return change(f"Remove {decision.ref}", decision, [*freed, removed(decision)])


def _leaves_restricted_item(session: Reading, decision: Decision, fields: DecisionFields) -> bool:
    """Tell whether a decision would be open for no other reason than that it is moved."""
    closed = restriction(session)
    is_inherited = not decision.restricted and decision.id in closed.decisions
    return is_inherited and fields.get("item_id", decision.item_id) not in closed.items


def _made(session: Reading, meeting_id: UUID, text: str, fields: DecisionFields) -> Decision:
    meeting = open_meeting(session, meeting_id)
    _check(session, meeting_id, fields)
    area = found(session, DfjArea, found(session, Group, meeting.group_id).area_id)
    stem = f"{area.code}-D-"
    return Decision(
        ref=next_ref(stem, store.refs(session, stem)),
        group_id=meeting.group_id,
        meeting_id=meeting_id,
        text=filled(text, "The decision"),
        decided_on=meeting.held_on,
        sequence=next_sequence(session, fields.get("item_id")),
        **fields,
    )


def _check(session: Reading, meeting_id: UUID, fields: DecisionFields) -> None:
    item_id = fields.get("item_id")
    if item_id is not None and found(session, AgendaItem, item_id).meeting_id != meeting_id:
        raise RuleError(
            "That agenda item belongs to another meeting. "
            "Choose an item of the same meeting; nothing was changed."
        )


def _label(session: Reading, meeting_id: UUID) -> str:
    return label_of(session, found(session, Meeting, meeting_id))


def _by_meeting(session: Reading, decision: Decision, meeting_id: UUID) -> tuple[Meeting, str]:
    """Return the meeting that looked at a decision again, and what it is called.

    Raises:
        RuleError: when it is another group's, or came before the decision.
    """
    meeting = found(session, Meeting, meeting_id)
    label = label_of(session, meeting)
    if meeting.group_id != decision.group_id or meeting.held_on < decision.decided_on:
        raise RuleError(
            f"{label} is not of the group that made {decision.ref}, or came before it. "
            "Choose a later meeting of the same group; nothing was changed."
        )
    return meeting, label


def _in_force(session: Reading, decision_id: UUID, command: str) -> Decision:
    decision = found(session, Decision, decision_id)
    if decision.state is not DecisionState.IN_FORCE:
        raise RuleError(
            f"{decision.ref} is {decision.state.value} already, so you cannot {command}. "
            "Nothing was changed."
        )
    return decision
