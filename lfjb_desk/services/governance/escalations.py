"""What the user can ask of escalations, and do to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.governance.escalations import Escalation
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import AgendaItem, ItemTopic, Meeting, Purpose
from lfjb_desk.domain.read_models.governance.escalations import Addressees, open_first
from lfjb_desk.services.meetings.agenda import is_issued
from lfjb_desk.services.meetings.next_dates import family_of
from lfjb_desk.services.rules import filled, open_meeting, quoted
from lfjb_desk.store.queries import meetings
from lfjb_desk.store.queries.governance import escalations as store
from lfjb_desk.store.queries.lookup import found
from lfjb_desk.store.queries.restriction import restriction

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from typing_extensions import Unpack

    from lfjb_desk.domain.read_models.governance.escalations import EscalationRow
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading

FAMILY_JUSTICE_BOARD = "Family Justice Board"
"""The national body that a local board turns to."""
ITEM_MINUTES = 10
"""How long an agenda gives an escalation at first."""


class EscalationFields(TypedDict, total=False):
    """What an escalation says besides its question; what is left out stays as it is."""

    to: UUID | str
    """A group above by its id, or a body outside the area by its name."""
    raised_on: date
    answer_by: date | None


class EscalationService:
    """Answers questions about escalations, and turns commands into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, group_id: UUID, today: date) -> tuple[EscalationRow, ...]:
        """Return what a group and those under it asked or are to answer, the open ones first."""
        with self._database.session() as session:
            family = family_of(session, found(session, Group, group_id))
            every = store.of_groups(session, [group.id for group in family])
            return open_first(store.rows(session, every, today))

    def of_action(self, action_id: UUID, today: date) -> tuple[EscalationRow, ...]:
        """Return the escalations about an action, the open ones first."""
        with self._database.session() as session:
            return open_first(store.rows(session, store.of_action(session, action_id), today))

    def get(self, escalation_id: UUID) -> Escalation:
        """Return one escalation."""
        with self._database.session() as session:
            return found(session, Escalation, escalation_id)

    def addressees(self, group_id: UUID) -> Addressees:
        """Return whom a group can put a question to."""
        with self._database.session() as session:
            group = found(session, Group, group_id)
            known = store.bodies(session, group.area_id)
            bodies = tuple(dict.fromkeys((FAMILY_JUSTICE_BOARD, *known)))
            return Addressees(group, _above(session, group), bodies)

    def add(
        self,
        group_id: UUID,
        question: str,
        to: UUID | str,
        raised_on: date,
        answer_by: date | None = None,
        action_id: UUID | None = None,
    ) -> Change:
        """Return the change that puts a question of a group to one above or to a body outside.

        Raises:
            RuleError: when there is no question, nobody to answer it, or its days are crossed.
        """
        with self._database.session() as session:
            group = found(session, Group, group_id)
            if action_id is not None:
                found(session, Action, action_id)
            escalation = Escalation(
                area_id=group.area_id,
                group_id=group_id,
                question=filled(question, "The question"),
                raised_on=raised_on,
                answer_by=answer_by,
                action_id=action_id,
                **_addressee(session, group, to),
            )
        _check_days(raised_on, answer_by)
        label = f"Escalate {quoted(escalation.question)}"
        return change(label, escalation, [added(escalation)])

    def edit(
        self, escalation_id: UUID, question: str | None = None, **fields: Unpack[EscalationFields]
    ) -> Change:
        """Return the change that gives an escalation other words, another addressee or days."""
        with self._database.session() as session:
            row = found(session, Escalation, escalation_id)
            values: dict[str, Any] = {**fields}
            to = values.pop("to", None)
            if to is not None:
                values |= _addressee(session, found(session, Group, row.group_id), to)
        wording = row.question if question is None else filled(question, "The question")
        edit = edited(row, question=wording, **values)
        after = row.model_copy(update=dict(edit.after or {}))
        _check_days(after.raised_on, after.answer_by, after.answered_on)
        return change(f"Change the escalation {quoted(row.question)}", row, [edit])

    def answer(
        self, escalation_id: UUID, answer: str, answered_on: date, answered_by: str
    ) -> Change:
        """Return the change that records the answer, or mends the one that is there."""
        with self._database.session() as session:
            row = found(session, Escalation, escalation_id)
        _check_days(row.raised_on, None, answered_on)
        edit = edited(
            row,
            answer=filled(answer, "The answer"),
            answered_on=answered_on,
            answered_by=filled(answered_by, "Who answered"),
        )
        return change(f"Answer the escalation {quoted(row.question)}", row, [edit])

    def take_answer_back(self, escalation_id: UUID) -> Change:
        """Return the change that takes an answer off, so that the question waits again."""
        with self._database.session() as session:
            row = found(session, Escalation, escalation_id)
        if row.answered_on is None:
            raise RuleError(f"{quoted(row.question)} has no answer yet. Nothing was changed.")
        edit = edited(row, answer="", answered_on=None, answered_by="")
        return change(f"Take the answer to {quoted(row.question)} back", row, [edit])

    def take_back(self, escalation_id: UUID) -> Change:
        """Return the change that takes a question back that nobody has answered.

        Raises:
            RuleError: when it is answered: then it stays with its answer.
        """
        with self._database.session() as session:
            row = found(session, Escalation, escalation_id)
        if row.answered_on is not None:
            raise RuleError(
                f"{quoted(row.question)} was answered on {long_date(row.answered_on)}, so it "
                "stays. Take the answer back first; nothing was changed."
            )
        return change(f"Take the escalation {quoted(row.question)} back", row, [removed(row)])

    def agendas(self, escalation_id: UUID, today: date) -> tuple[Meeting, ...]:
        """Return the meetings of the addressed group that can take it up, the next one first."""
        with self._database.session() as session:
            row = found(session, Escalation, escalation_id)
            if row.to_group_id is None:
                return ()
            met = meetings.of_group(session, row.to_group_id)
        coming = [each for each in met if each.state.is_coming and not each.is_over(today)]
        return tuple(sorted(coming, key=lambda meeting: meeting.held_on))

    def take_up(self, escalation_id: UUID, meeting_id: UUID) -> Change:
        """Return the change that makes an escalation an item of a coming agenda.

        Raises:
            RuleError: when an item takes it up already, or the meeting is of another group.
        """
        with self._database.session() as session:
            row = found(session, Escalation, escalation_id)
            if row.item_id is not None:
                raise RuleError(
                    f"{quoted(row.question)} is on an agenda already. Nothing was changed."
                )
            meeting = open_meeting(session, meeting_id)
            if meeting.group_id != row.to_group_id:
                raise RuleError(
                    "That meeting is of a group that this question was not put to. "
                    "Nothing was changed."
                )
            position = len(meetings.items(session, meeting_id)) + 1
            asking = found(session, Group, row.group_id)
            restricted = row.action_id in restriction(session).actions
        item = AgendaItem(
            meeting_id=meeting_id,
            position=position,
            title=_title(row.question),
            purpose=Purpose.DECIDE,
            minutes=ITEM_MINUTES,
            topic=ItemTopic.ESCALATION,
            restricted=restricted,
            why=f"{asking.name} asks: {row.question}",
            ask=f"answer the question of {asking.name}",
            added_late=is_issued(meeting),
        )
        label = f"Put the escalation {quoted(row.question)} on the agenda"
        return change(label, row, [added(item), edited(row, item_id=item.id)])


def _title(question: str) -> str:
    """Return a question as the title of an item, cut at a word where it is too long for one."""
    line = " ".join(question.split())
    if len(line) <= lengths.NAME:
        return line
    return f"{line[: lengths.NAME - 1].rsplit(' ', 1)[0]}…"


def _addressee(session: Reading, group: Group, to: UUID | str) -> dict[str, Any]:
    """Return the columns that say who is to answer a group."""
    if isinstance(to, str):
        return {"to_group_id": None, "to_body": filled(to, "Who is to answer", lengths.NAME)}
    if to not in {above.id for above in _above(session, group)}:
        raise RuleError(
            f"{quoted(group.name)} reports to no such group, so it cannot put its question there. "
            "Choose a group above it or a body outside; nothing was changed."
        )
    return {"to_group_id": to, "to_body": ""}


def _above(session: Reading, group: Group) -> tuple[Group, ...]:
    line: list[Group] = []
    while group.parent_id is not None:
        group = found(session, Group, group.parent_id)
        line.append(group)
    return tuple(line)


def _check_days(raised: date, wanted: date | None, answered: date | None = None) -> None:
    """Refuse an answer that is wanted or given before its question."""
    if wanted is not None and wanted < raised:
        raise RuleError(
            f"The question is put on {long_date(raised)}, so no answer can be wanted by "
            f"{long_date(wanted)}. Mend either day; nothing was changed."
        )
    if answered is not None and answered < raised:
        raise RuleError(
            f"The question was put on {long_date(raised)}, so it cannot be answered on "
            f"{long_date(answered)}. Mend the day; nothing was changed."
        )
