"""That what was circulated stays as it was."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from sqlalchemy import text

from lfjb_desk.domain.actions import Action, ActionStatus
from lfjb_desk.domain.changes import Change, RuleError, added, edited
from lfjb_desk.domain.governance.groups import Appointment, Group, Marking, Office, Seat
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    Decision,
    DecisionState,
    Meeting,
    MeetingState,
    Presence,
)
from lfjb_desk.domain.meetings.minutes import CirculatedMinutes, digest
from lfjb_desk.domain.read_models.meetings import minutes as read
from lfjb_desk.domain.read_models.meetings.minutes_words import (
    agreement_words,
    correction_words,
    record_words,
    signature_words,
)
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.governance.groups import GroupService
from lfjb_desk.services.governance.lowering import LoweredMarking
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.attendance import AttendanceService
from lfjb_desk.services.meetings.circulation import CirculationService
from lfjb_desk.services.meetings.decisions import DecisionService
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.meetings.minutes import MinutesService
from lfjb_desk.services.papers.definition import PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.papers.registry import MINUTES
from lfjb_desk.store.engine.sqlite import WRITES
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from tests.services.conftest import Board

HELD, CIRCULATED, LATER = date(2026, 12, 3), date(2026, 12, 10), date(2027, 6, 1)
NOW = datetime(2027, 3, 3, 9, 0, tzinfo=UTC)
TEMPLATE = Path(__file__).parents[3] / "templates" / "house.docx"


@dataclass(frozen=True)
class Minuted:
    """A meeting that was minuted: an item with a note, a decision and an action."""

    board: "Board"
    item: UUID
    action: UUID
    decision: UUID

    @property
    def finishing(self) -> CirculationService:
        return CirculationService(self.board.database)

    def view(self) -> read.MinutesView:
        return MinutesService(self.board.database).on_screen(self.board.meeting, LATER)

    def bytes_of_paper(self, folder: Path, today: date = LATER) -> bytes:
        """Return the bytes of the minutes in Word, printed on a day."""
        file = folder / f"minutes-{today}.docx"
        request = PaperRequest(MINUTES, self.board.group, today, self.board.meeting)
        PaperService(self.board.database, TEMPLATE).write(request, file)
        return file.read_bytes()


@pytest.fixture
def minuted(board: "Board") -> Minuted:
    """A meeting in draft minutes."""
    database = board.database
    item = board.write(
        AgendaService(database).add(board.meeting, "Listing", presenter_id=board.tom)
    ).key_of(AgendaItem)
    board.bring_to(MeetingState.IN_SESSION)
    attendance = AttendanceService(database)
    board.write(attendance.mark(board.meeting, board.chair_seat, Presence.PRESENT))
    board.write(attendance.mark(board.meeting, board.council_seat, Presence.DEPUTY, "Ann Lee"))
    board.write(MinutesService(database).add_note(item, "Cases wait for experts."))
    decision = board.write(
        DecisionService(database).add(
            board.meeting, "List by complexity.", item_id=item, review_by=date(2027, 5, 3)
        )
    ).key_of(Decision)
    action = board.write(
        ActionService(database).add(
            board.group,
            "Publish the rota",
            date(2027, 1, 12),
            HELD,
            item_id=item,
            owner_id=board.helen,
            accountable_id=board.council,
        )
    ).key_of(Action)
    board.write(MeetingService(database).add(board.group, date(2027, 3, 4), place="Ipswich"))
    board.bring_to(MeetingState.MINUTES_DRAFT)
    return Minuted(board, item, action, decision)


@pytest.fixture
def circulated(minuted: Minuted) -> Minuted:
    """The same, circulated."""
    minuted.board.write(minuted.finishing.circulate(minuted.board.meeting, CIRCULATED))
    return minuted


def rename_everything(minuted: Minuted) -> None:
    """Give people, bodies, group, seats and other meetings other names, places and rules."""
    board = minuted.board
    with board.database.session() as session:
        changes = [
            edited(session.get_one(Person, board.tom), name="Tom Newname", post="Retired"),
            edited(session.get_one(Person, board.helen), name="Helen Newname"),
            edited(session.get_one(Organisation, board.council), name="New Council"),
            edited(session.get_one(Organisation, board.court_service), name="New courts"),
            edited(session.get_one(Seat, board.council_seat), title="Elsewhere", position=9),
            edited(session.get_one(Seat, board.chair_seat), counts_for_quorum=False),
        ]
    board.write(Change("Rename everything", tuple(changes)))
    groups, meetings = GroupService(board.database), MeetingService(board.database)
    agreed = LoweredMarking("Its papers are published", board.tom, LATER)
    lowered = groups.edit(board.group, "New board", agreed, quorum=9, marking=Marking.OFFICIAL)
    board.write(lowered)
    coming = meetings.rows(board.group)[0].meeting.id
    board.write(meetings.edit(coming, held_on=date(2027, 4, 4), number=40, place="Norwich"))
    board.write(meetings.add(board.sub_group, date(2027, 2, 2)))


def end_the_chair(minuted: Minuted) -> None:
    """End the chair before the meeting, appoint another, and add a seat."""
    board = minuted.board
    with board.database.session() as session:
        terms = {each.seat_id: each for each in everything(session, Appointment)}
    seat = Seat(group_id=board.group, organisation_id=board.council, title="New seat", position=1)
    board.write(
        Change(
            "Change the chair",
            (
                edited(terms[board.chair_seat], ends=date(2026, 6, 1)),
                edited(terms[board.council_seat], office=Office.CHAIR),
                added(seat),
            ),
        )
    )


def act_on_everything(minuted: Minuted) -> None:
    """Move, hand over and close the action; withdraw the decision and move its review."""
    database = minuted.board.database
    actions, decisions = ActionService(database), DecisionService(database)
    board = minuted.board
    board.write(
        actions.edit(minuted.action, owner_id=board.tom, accountable_id=board.court_service)
    )
    board.write(actions.move_due(minuted.action, date(2027, 2, 9), "chair", NOW))
    board.write(actions.close(minuted.action, "It is published", date(2027, 3, 3), NOW))
    board.write(decisions.edit(minuted.decision, review_by=date(2028, 1, 1)))
    board.write(decisions.withdraw(minuted.decision, board.meeting, "It is not needed"))


def test_a_reprint_of_circulated_minutes_has_the_same_bytes_whatever_moved_since(
    circulated: Minuted, tmp_path: Path
) -> None:
    before = circulated.bytes_of_paper(tmp_path, CIRCULATED)
    for move in (rename_everything, end_the_chair, act_on_everything):
        move(circulated)
        assert circulated.bytes_of_paper(tmp_path) == before, move.__name__


def test_the_screen_shows_circulated_minutes_as_they_were_and_what_came_later_as_later(
    circulated: Minuted,
) -> None:
    before = circulated.view()
    rename_everything(circulated)
    end_the_chair(circulated)
    act_on_everything(circulated)
    view = circulated.view()

    assert view.group.name == "Essex board"
    assert view.chair == "Tom Aldous, HMCTS"
    assert [row.who for row in view.attendance] == ["Tom Aldous", "Ann Lee for Helen Marsh"]
    assert view.quorum.words == "Quorum met: 2 of 2 seats, 2 needed"
    attendance = AttendanceService(circulated.board.database)
    assert attendance.rows(circulated.board.meeting) == view.attendance
    assert attendance.quorum(circulated.board.meeting) == view.quorum
    (action,) = view.items[0].actions
    assert (action.owner, action.body) == ("Helen Marsh", "Suffolk Council")
    assert (action.action.due, action.action.status) == (date(2027, 1, 12), ActionStatus.OPEN)
    assert view.items == before.items
    later = view.history.later
    assert later.actions == {
        circulated.action: read.LaterAction(
            due=date(2027, 2, 9),
            status=ActionStatus.DONE,
            closed_on=date(2027, 3, 3),
            owner="Tom Newname",
            # The owner's body answered for it, so the new owner's body does now.
            body="New courts",
        )
    }
    assert later.decisions == {
        circulated.decision: read.LaterDecision(DecisionState.WITHDRAWN, review_by=date(2028, 1, 1))
    }
    assert later.renamed == (
        read.Renamed("Essex board", "New board"),
        read.Renamed("HMCTS", "New courts"),
        read.Renamed("Tom Aldous", "Tom Newname"),
        read.Renamed("Suffolk Council", "New Council"),
        read.Renamed("Helen Marsh", "Helen Newname"),
    )


def test_the_agenda_of_circulated_minutes_names_those_who_presented_as_they_do(
    circulated: Minuted,
) -> None:
    rename_everything(circulated)
    agenda = AgendaService(circulated.board.database).view(circulated.board.meeting)
    assert [line.presenter for line in agenda.lines] == ["Tom Aldous"]


def test_draft_minutes_follow_the_record(minuted: Minuted) -> None:
    rename_everything(minuted)
    view = minuted.view()
    assert view.group.name == "New board"
    assert view.items[0].presenter == "Tom Newname"
    assert view.history.kept is None
    assert view.history.later.renamed == ()


def test_undo_of_circulating_takes_what_was_kept_away(minuted: Minuted) -> None:
    minuted.board.round_trip(minuted.finishing.circulate(minuted.board.meeting, CIRCULATED))
    change = minuted.finishing.correct(minuted.board.meeting, "It was 12.", LATER, "Tom")
    minuted.board.round_trip(change)


def test_minutes_taken_back_to_draft_are_kept_anew_and_the_former_version_stays(
    circulated: Minuted,
) -> None:
    board = circulated.board
    with pytest.raises(RuleError, match="Take them back to draft, or note a correction"):
        MinutesService(board.database).add_note(circulated.item, "Forgotten")
    board.write(MeetingService(board.database).move_to(board.meeting, MeetingState.MINUTES_DRAFT))
    board.write(MinutesService(board.database).add_note(circulated.item, "Forgotten"))
    board.write(circulated.finishing.circulate(board.meeting, date(2026, 12, 14)))
    view = circulated.view()
    assert [note.text for note in view.items[0].notes] == ["Cases wait for experts.", "Forgotten"]
    assert record_words(view, LATER) == "As circulated on 14 December 2026, version 2"
    assert [row.circulated_on for row in view.history.earlier] == [CIRCULATED]


@pytest.mark.parametrize("restricted", [False, True])
def test_a_correction_of_minutes_as_a_whole_can_be_kept_from_open_papers(
    circulated: Minuted, *, restricted: bool
) -> None:
    board = circulated.board
    note = circulated.finishing.correct(
        board.meeting, "A name was wrong", LATER, "Tom", restricted=restricted
    )
    board.round_trip(note)
    request = PaperRequest(MINUTES, board.group, LATER, board.meeting)
    papers = PaperService(board.database, TEMPLATE)
    assert ("A name was wrong" in repr(papers.paper(request))) == (not restricted)
    whole = papers.paper(replace(request, restricted=True))
    head = "Restricted correction noted" if restricted else "Correction noted"
    assert f"{head} on 1 June 2027: A name was wrong." in repr(whole)
    assert whole.restricted == restricted


def test_a_correction_stands_beside_minutes_that_stay(circulated: Minuted) -> None:
    board, finishing = circulated.board, circulated.finishing
    content = circulated.view().history.kept
    later = MeetingService(board.database).rows(board.group)[0].meeting
    with pytest.raises(RuleError, match=r"Board meeting 24 has not begun.* Open that meeting"):
        finishing.correct(board.meeting, "12, not 21", LATER, "Tom", at_meeting_id=later.id)
    board.write(Change("Hold it", (edited(later, state=MeetingState.IN_SESSION),)))
    board.write(
        finishing.correct(
            board.meeting,
            "12 cases wait, not 21",
            date(2027, 3, 4),
            "Tom Aldous",
            item_id=circulated.item,
            at_meeting_id=later.id,
        )
    )
    view = circulated.view()
    (correction,) = view.history.corrections
    assert correction_words(correction, view) == (
        "Correction noted at Board meeting 24, 4 March 2027, to item 1: "
        "12 cases wait, not 21. Noted by Tom Aldous."
    )
    assert view.history.kept == content


def test_agreement_says_at_which_meeting_on_what_day_and_who_proposed_it(
    circulated: Minuted,
) -> None:
    board, finishing = circulated.board, circulated.finishing
    later = MeetingService(board.database).rows(board.group)[0].meeting
    board.write(Change("Hold it", (edited(later, state=MeetingState.IN_SESSION),)))
    for day, proposer, sentence in (
        (date(2026, 12, 1), "Tom Aldous", "is before that"),
        (date(2027, 3, 4), " ", "Who proposed that they are agreed is empty"),
    ):
        with pytest.raises(RuleError, match=sentence):
            finishing.agree(board.meeting, day, proposer)
    with pytest.raises(RuleError, match="did not come after"):
        finishing.agree(board.meeting, LATER, "Tom", at_meeting_id=board.meeting)
    board.round_trip(
        finishing.agree(
            board.meeting,
            date(2027, 3, 4),
            "Tom Aldous",
            at_meeting_id=later.id,
            seconded_by="Ann Lee",
        )
    )
    board.round_trip(finishing.sign(board.meeting, "Tom Aldous", date(2027, 3, 5)))
    rename_everything(circulated)
    agreement = circulated.view().history.agreement
    assert agreement_words(agreement) == (
        "Agreed at the meeting of 4 March 2027 (Board meeting 24), "
        "proposed by Tom Aldous, seconded by Ann Lee"
    )
    assert signature_words(agreement) == "Signed by Tom Aldous on 5 March 2027"


def test_minutes_that_an_older_desk_circulated_say_so_until_they_are_kept(
    minuted: Minuted,
) -> None:
    board, finishing = minuted.board, minuted.finishing
    with board.database.session() as session:
        meeting = session.get_one(Meeting, board.meeting)
        named = session.get_one(Group, board.group)
    board.write(Change("As before", (edited(meeting, state=MeetingState.AGREED),)))
    board.write(Change("Rename", (edited(named, name="read.Renamed board"),)))
    assert minuted.view().group.name == "read.Renamed board"
    assert record_words(minuted.view(), LATER) == (
        "These minutes were circulated before the desk kept them as they were; "
        "they are shown as the record stands on 1 June 2027"
    )
    assert finishing.lacks_kept(board.meeting)
    board.round_trip(finishing.keep(board.meeting, LATER))
    assert "they are kept as the record stood on 1 June 2027" in record_words(
        minuted.view(), date(2028, 1, 1)
    )
    with pytest.raises(RuleError, match="are kept as they were circulated"):
        finishing.keep(board.meeting, LATER)
    board.write(finishing.sign(board.meeting, "Tom Aldous", LATER))
    assert signature_words(minuted.view().history.agreement) == (
        "Signed by Tom Aldous on 1 June 2027"
    )


@pytest.mark.parametrize("with_its_hash", [False, True])
def test_kept_minutes_that_were_altered_outside_the_desk_are_not_printed(
    circulated: Minuted, tmp_path: Path, *, with_its_hash: bool
) -> None:
    engine = circulated.board.database._engine.execution_options(**{WRITES: True})
    with engine.begin() as connection:
        connection.execute(
            text("UPDATE circulated_minutes SET content = replace(content, 'experts', 'judges')")
        )
        if with_its_hash:
            forged = "UPDATE circulated_minutes SET content = '{}', sha256 = :hash"
            connection.execute(text(forged), {"hash": digest("{}")})
    view = circulated.view()
    assert not view.history.sound
    assert [note.text for note in view.items[0].notes] == ["Cases wait for experts."]
    with pytest.raises(RuleError, match="Board meeting 23 are not as they were circulated"):
        circulated.bytes_of_paper(tmp_path)


def test_kept_minutes_hold_no_email_address(circulated: Minuted) -> None:
    with circulated.board.database.session() as session:
        tom = session.get_one(Person, circulated.board.tom)
    circulated.board.write(Change("Write", (edited(tom, email="tom@example.org"),)))
    board = circulated.board
    board.write(MeetingService(board.database).move_to(board.meeting, MeetingState.MINUTES_DRAFT))
    change = circulated.finishing.circulate(board.meeting, CIRCULATED)
    (kept,) = (edit.after for edit in change.edits if edit.table is CirculatedMinutes)
    assert kept is not None
    assert "Tom Aldous" in kept["content"]
    assert "example.org" not in kept["content"]
