"""Two hundred illegal steps with minutes, drawn by chance over all that touches them: none pass."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from random import Random
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import Change, RuleError
from lfjb_desk.domain.meetings.amendments import (
    AmendmentKind,
    MinutesAmendment,
    MinutesReview,
)
from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    Decision,
    MeetingState,
    MinuteNote,
    Presence,
)
from lfjb_desk.domain.meetings.minutes import CirculatedMinutes, digest
from lfjb_desk.domain.read_models.meetings.amendments import ProposedAmendment, ReturnedMinutes
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.meetings.agenda import AgendaFrom, AgendaService
from lfjb_desk.services.meetings.amendments import AmendmentService
from lfjb_desk.services.meetings.attendance import AttendanceService
from lfjb_desk.services.meetings.circulation import CirculationService
from lfjb_desk.services.meetings.decisions import DecisionService
from lfjb_desk.services.meetings.meetings import LEGAL, MeetingService
from lfjb_desk.services.meetings.minutes import MinutesService
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from tests.services.conftest import Board

    Step = Callable[[], Change]

TIMES = 200
DAY, EARLY = date(2026, 12, 14), date(2026, 12, 1)
STATES = (
    *(MeetingState.IN_SESSION, MeetingState.MINUTES_DRAFT),
    *(MeetingState.CIRCULATED, MeetingState.AGREED, MeetingState.SIGNED),
)


@dataclass(frozen=True)
class Recorded:
    """What stands in the minutes of the board's meeting."""

    board: Board
    item: UUID
    note: UUID
    decision: UUID
    action: UUID

    def steps(self, now: MeetingState) -> dict[str, Step]:
        """Return the steps that are illegal in a state, by what they are."""
        found: dict[str, Step] = {}
        meetings, finishing, at = *self._services(), self.board.meeting
        for state in MeetingState:
            if state not in LEGAL[now] and not state.is_circulated:
                found[f"to {state.value}"] = partial(meetings.move_to, at, state)
        if now is not MeetingState.MINUTES_DRAFT:
            found["circulate"] = partial(finishing.circulate, at, DAY)
        agree = partial(finishing.agree, at)
        found["agree with nobody"] = partial(agree, DAY, " ")
        found["agree before it was held"] = partial(agree, EARLY, "Tom Aldous")
        found["agree at itself"] = partial(agree, DAY, "Tom Aldous", at_meeting_id=at)
        if now is not MeetingState.CIRCULATED:
            found["agree"] = partial(agree, DAY, "Tom Aldous")
        found["sign before it was held"] = partial(finishing.sign, at, "Tom Aldous", EARLY)
        if now is not MeetingState.AGREED:
            found["sign"] = partial(finishing.sign, at, "Tom Aldous", DAY)
        found["reinstate"] = partial(meetings.reinstate, at)
        if not now.is_circulated:
            return found | self._of_answers(now)
        found["cancel"] = partial(meetings.cancel, at, "Snow")
        return found | self._of_words() | self._of_records() | self._of_answers(now)

    def _services(self) -> tuple[MeetingService, CirculationService]:
        return MeetingService(self.board.database), CirculationService(self.board.database)

    def _of_words(self) -> dict[str, Step]:
        notes, agenda = MinutesService(self.board.database), AgendaService(self.board.database)
        return {
            "add a note": partial(notes.add_note, self.item, "More."),
            "change a note": partial(notes.edit_note, self.note, "Other."),
            "move a note": partial(notes.move_note, self.note, 1),
            "remove a note": partial(notes.remove_note, self.note),
            "change an item": partial(agenda.edit, self.item, "Other"),
            "move an item": partial(agenda.move, self.item, 2),
            "remove an item": partial(agenda.remove, self.item),
            "add an item": partial(agenda.add, self.board.meeting, "Late"),
            "fill the agenda": partial(agenda.fill, self.board.meeting, AgendaFrom.USUAL),
        }

    def _of_records(self) -> dict[str, Step]:
        board, database = self.board, self.board.database
        marks, decided = AttendanceService(database), DecisionService(database)
        actions = ActionService(database)
        return {
            "mark": partial(marks.mark, board.meeting, board.chair_seat, Presence.ABSENT),
            "mark the rest": partial(marks.mark_the_rest, board.meeting),
            "clear a mark": partial(marks.clear, board.meeting, board.chair_seat),
            "decide": partial(decided.add, board.meeting, "Late.", item_id=self.item),
            "change a decision": partial(decided.edit, self.decision, "Other."),
            "remove a decision": partial(decided.remove, self.decision),
            "remove an action": partial(actions.remove, self.action),
            "raise an action": partial(
                actions.add, board.group, "Late", DAY, EARLY, item_id=self.item
            ),
            "move the meeting": partial(
                MeetingService(database).edit, board.meeting, held_on=EARLY
            ),
            "remove the meeting": partial(MeetingService(database).remove, board.meeting),
        }

    def _of_answers(self, now: MeetingState) -> dict[str, Step]:
        service, at = AmendmentService(self.board.database), self.board.meeting
        note = partial(CirculationService(self.board.database).correct, at)
        if not now.is_circulated:
            return {
                "take an answer in": partial(service.add, answer(at), "Helen Marsh", DAY),
                "confirm": partial(service.confirm, at, "Helen Marsh", DAY),
                "correct": partial(note, "Five.", DAY, "Tom Aldous"),
            }
        (key,) = [row.id for row in self._rows(MinutesAmendment)]
        return {
            "take the same answer in": partial(service.add, answer(at), "Tom Aldous", DAY),
            "confirm for nobody": partial(service.confirm, at, " ", DAY),
            "confirm too early": partial(service.confirm, at, "Tom Aldous", EARLY),
            "accept twice": partial(service.accept, key, "Six.", DAY, "Tom Aldous"),
            "reject what was accepted": partial(service.reject, key, "No.", DAY),
            "hold what was accepted": partial(service.hold, key, "Later.", DAY),
            "correct without words": partial(note, " ", DAY, "Tom Aldous"),
            "correct too early": partial(note, "Five.", EARLY, "Tom Aldous"),
        }

    def _rows(self, table: type[MinutesAmendment]) -> list[MinutesAmendment]:
        with self.board.database.session() as session:
            return list(everything(session, table))


def answer(meeting_id: UUID) -> ReturnedMinutes:
    """Return an answer that was read, with one change."""
    change = ProposedAmendment(AmendmentKind.INSERTION, 1, "Helen Marsh", None, "", "More.")
    return ReturnedMinutes(
        *(meeting_id, "Board meeting 23", "answer.docx", "0" * 64, 1, 1),
        says_version=True,
        proposals=(change,),
        items=(None,),
        formatting=0,
    )


@pytest.fixture
def recorded(board: Board) -> Recorded:
    database = board.database
    item = board.write(AgendaService(database).add(board.meeting, "Listing")).key_of(AgendaItem)
    board.write(AgendaService(database).add(board.meeting, "The rota"))
    board.bring_to(MeetingState.IN_SESSION)
    attendance = AttendanceService(database)
    board.write(attendance.mark(board.meeting, board.chair_seat, Presence.PRESENT))
    note = board.write(MinutesService(database).add_note(item, "Late.")).key_of(MinuteNote)
    decided = DecisionService(database).add(board.meeting, "Publish it.", item_id=item)
    decision = board.write(decided).key_of(Decision)
    raised = ActionService(database).add(
        board.group, "Publish", DAY, EARLY, item_id=item, owner_id=board.helen
    )
    action = board.write(raised).key_of(Action)
    return Recorded(board, item, note, decision, action)


def take_in_and_accept(board: Board) -> None:
    service = AmendmentService(board.database)
    taken = board.write(service.add(answer(board.meeting), "Helen Marsh", DAY))
    key = next(edit.key for edit in taken.edits if edit.table is MinutesAmendment)
    board.write(service.accept(key, "Five.", DAY, "Tom Aldous"))


def test_two_hundred_illegal_steps_with_minutes_are_all_refused(recorded: Recorded) -> None:
    random, board = Random(200), recorded.board  # noqa: S311 - chance, not secrecy
    passed: list[str] = []
    tried: set[str] = set()
    for state in STATES:
        board.bring_to(state)
        if state is MeetingState.CIRCULATED:
            take_in_and_accept(board)
        before, steps = board.state(), recorded.steps(state)
        for name in random.choices(sorted(steps), k=TIMES // len(STATES)):
            tried.add(f"{state.value}: {name}")
            try:
                board.database.apply(steps[name]())
            except RuleError as error:
                assert str(error).endswith("."), name  # noqa: PT017 - each is a sentence
            else:
                passed.append(f"{state.value}: {name}")
        assert board.state() == before
    assert passed == []
    assert len(tried) > TIMES // 3
    with board.database.session() as session:
        (kept,) = everything(session, CirculatedMinutes)
        (review,) = everything(session, MinutesReview)
    assert digest(kept.content) == kept.sha256
    assert review.no_comments is False
