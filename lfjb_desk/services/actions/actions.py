"""What the user can ask of actions, and do to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import Action, ActionUpdate
from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.meetings.meetings import Meeting
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.domain.read_models.actions import (
    MOVED_OFTEN,
    ActionCounts,
    ActionDetail,
    ActionQuery,
    ActionRow,
    DueDate,
    Which,
    urgency,
)
from lfjb_desk.domain.read_models.governance.escalations import open_first
from lfjb_desk.services.actions.fields import ActionFields, complete
from lfjb_desk.services.actions.steps import ActionSteps
from lfjb_desk.services.rules import (
    filled,
    next_ref,
    open_meeting,
    quoted,
    refuse_while_used,
)
from lfjb_desk.store.queries import actions as store
from lfjb_desk.store.queries.governance import escalations
from lfjb_desk.store.queries.lookup import found
from lfjb_desk.store.queries.minutes import next_sequence

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from typing_extensions import Unpack

    from lfjb_desk.store.queries.lookup import Reading


class ActionService(ActionSteps):
    """Answers questions about actions, and turns commands into changes."""

    def rows(self, query: ActionQuery, today: date) -> tuple[ActionRow, ...]:
        """Return the actions that answer a question, the longest overdue first."""
        with self._database.session() as session:
            actions = store.of_area(session, query.area_id, query.group_id)
            rows = store.rows(session, actions, today)
        return tuple(sorted(filter(query.wants, rows), key=urgency))

    def counts(
        self, query: ActionQuery, today: date, *, before: date, closed_since: date
    ) -> ActionCounts:
        """Return how many actions each saved filter would show in the area or group asked for."""
        opened = ActionQuery(query.area_id, query.group_id)
        rows = self.rows(replace(opened, which=Which.ALL), today)

        def count(query: ActionQuery) -> int:
            return sum(query.wants(row) for row in rows)

        return ActionCounts(
            open=count(opened),
            late=count(replace(opened, which=Which.LATE)),
            due_before=count(replace(opened, due_before=before)),
            moved_often=count(replace(opened, moved_at_least=MOVED_OFTEN)),
            on_hold=count(replace(opened, which=Which.ON_HOLD)),
            closed_since=count(replace(opened, which=Which.CLOSED, closed_since=closed_since)),
            all=len(rows),
        )

    def row(self, action_id: UUID, today: date) -> ActionRow:
        """Return one action with its names."""
        with self._database.session() as session:
            return store.rows(session, [found(session, Action, action_id)], today)[0]

    def detail(self, action_id: UUID, today: date) -> ActionDetail:
        """Return one action with its history, its due dates and its line of sight."""
        with self._database.session() as session:
            action = found(session, Action, action_id)
            history = tuple(store.history(session, action_id))
            moves = (
                DueDate(update.due_after, update.agreed_by)
                for update in history
                if update.due_after is not None
            )
            return ActionDetail(
                row=store.rows(session, [action], today)[0],
                history=history,
                due_dates=(DueDate(action.original_due, "first agreed"), *moves),
                line=store.line_of_sight(session, action),
                evidence=store.evidence_of(session, action_id),
                learning=store.learning_of(session, action_id),
                escalations=open_first(
                    escalations.rows(session, escalations.of_action(session, action_id), today)
                ),
            )

    def add(
        self,
        group_id: UUID,
        title: str,
        due: date,
        raised_on: date,
        **fields: Unpack[ActionFields],
    ) -> Change:
        """Return the change that adds an action; an owner's body is accountable unless named."""
        if due < raised_on:
            raise RuleError(
                f"The action would be due on {long_date(due)}, before it is raised on "
                f"{long_date(raised_on)}. Choose a later date; nothing was changed."
            )
        with self._database.session() as session:
            area = found(session, DfjArea, found(session, Group, group_id).area_id)
            stem = f"{area.code}-A-"
            completed = complete(session, None, fields)
            if completed.get("accountable_id") is None and (owner_id := completed.get("owner_id")):
                completed["accountable_id"] = found(session, Person, owner_id).organisation_id
            action = Action(
                ref=next_ref(stem, store.refs(session, stem)),
                group_id=group_id,
                title=filled(title, "The action", lengths.ACTION),
                raised_on=raised_on,
                original_due=due,
                due=due,
                sequence=next_sequence(session, completed.get("item_id")),
                **completed,
            )
        return change(f"Add action {action.ref}", action, [added(action)])

    def edit(
        self,
        action_id: UUID,
        title: str | None = None,
        due: date | None = None,
        **fields: Unpack[ActionFields],
    ) -> Change:
        """Return the change that gives an action another title or other fields.

        `due` puts a date right that was minuted wrong. That is no slip, and only possible until
        the minutes are circulated; afterwards `move_due` keeps who agreed the new date.
        """
        with self._database.session() as session:
            action = found(session, Action, action_id)
            dates = _mended_due(session, action, due)
            new = action.title
            if title is not None:
                new = filled(title, "The action", lengths.ACTION)
            if new != action.title and action.meeting_id:
                open_meeting(session, action.meeting_id)
            completed = complete(session, action, fields)
        edit = edited(action, title=new, **dates, **completed)
        label = f"Change {quoted(action.title)}"
        if completed.get("restricted") and not (action.restricted or fields.get("restricted")):
            label += ", which stays restricted"
        return change(label, action, [edit])

    def remove(self, action_id: UUID) -> Change:
        """Return the change that removes an action entered by mistake: one without history."""
        with self._database.session() as session:
            action = found(session, Action, action_id)
            if action.meeting_id:
                open_meeting(session, action.meeting_id)
            refuse_while_used(
                session,
                action,
                quoted(action.title),
                besides=(ActionUpdate,),
            )
            if store.history(session, action_id):
                raise RuleError(
                    f"{quoted(action.title)} has a history, which is kept. "
                    "Drop it with a reason instead; nothing was changed."
                )
        return change(f"Remove {quoted(action.title)}", action, [removed(action)])


def _mended_due(session: Reading, action: Action, due: date | None) -> dict[str, date]:
    """Return the dates of an action whose due date was minuted wrong, as they should have been."""
    if due is None or due == action.due:
        return {}
    if due < action.raised_on:
        raise RuleError(
            f"{quoted(action.title)} was raised on {long_date(action.raised_on)} and cannot "
            "be due before that. Choose a later date; nothing was changed."
        )
    meeting = found(session, Meeting, action.meeting_id) if action.meeting_id else None
    is_moved = any(line.due_after for line in store.history(session, action.id))
    if meeting is None or meeting.state.is_circulated or is_moved:
        raise RuleError(
            f"{quoted(action.title)} is known to be due on {long_date(action.due)}, so another "
            "date is a move, which is kept with who agreed it. Move the due date on the Actions "
            "page; nothing was changed."
        )
    return {"due": due, "original_due": due}
