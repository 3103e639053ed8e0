"""How a decision is replaced, withdrawn and reinstated: what is asked first, and the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.meetings.meetings import DecisionState, MeetingState
from lfjb_desk.ui.forms import decision_forms

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.meetings.meetings import Decision
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow
    from lfjb_desk.services.meetings.decisions import DecisionService
    from lfjb_desk.services.meetings.meetings import MeetingService
    from lfjb_desk.ui.shell.contract import Desk


class DecisionQuestions:
    """Asks what a command on a decision needs to know, in the minutes and in the register."""

    def __init__(self, desk: Desk, decisions: DecisionService, meetings: MeetingService) -> None:
        self._desk, self._decisions, self._meetings = desk, decisions, meetings

    def turn(self, decision: Decision) -> None:
        """Ask who takes a decision out of force, or puts a withdrawn one into force again."""
        stands = decision.state is DecisionState.IN_FORCE
        command = self._decisions.withdraw if stands else self._decisions.reinstate
        since = [
            row
            for row in self._meetings.rows(decision.group_id)
            if decision.decided_on <= row.meeting.held_on
            and row.meeting.state is not MeetingState.CANCELLED
            and (row.meeting.held_on <= self._desk.context.today or row.meeting.state.is_begun)
        ]
        self._desk.keep(
            decision_forms.turn_decision(decision, since),
            lambda answer: command(decision.id, answer.meeting_id, answer.reason),
        )

    def open_meetings(self, group_id: UUID) -> list[MeetingRow]:
        """Return the meetings that can record what replaces a decision: minutes not circulated."""
        return [row for row in self._meetings.rows(group_id) if row.meeting.state.is_minuting]

    def replace(self, decision: Decision) -> None:
        """Ask which decision takes the place of one, and at which meeting it is made."""
        meetings = self.open_meetings(decision.group_id)
        usual = next(
            (row.meeting.id for row in meetings if row.meeting.id == decision.meeting_id),
            meetings[0].meeting.id if meetings else None,
        )

        def command(answer: decision_forms.ReplacedDecisionAnswer) -> Change:
            stays = answer.meeting_id == decision.meeting_id
            return self._decisions.supersede(
                decision.id,
                answer.meeting_id,
                answer.text,
                item_id=decision.item_id if stays else None,
                reason=answer.reason,
                review_by=answer.review_by,
            )

        self._desk.keep(decision_forms.replace_decision(decision, meetings, usual), command)
