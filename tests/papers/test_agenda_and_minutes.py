"""The agenda and the minutes, as their readers meet them."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from lfjb_desk.domain.blocks import Ask, Decisions
from lfjb_desk.domain.governance.groups import Group, Seat
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.domain.meetings.meetings import (
    Attendance,
    Decision,
    Meeting,
    MeetingState,
    Presence,
    Purpose,
)
from lfjb_desk.domain.meetings.minutes import CirculatedMinutes, MinutesAgreement, MinutesCorrection
from lfjb_desk.domain.read_models.meetings.meetings import NextDate
from lfjb_desk.domain.read_models.meetings.minutes import (
    AttendanceRow,
    DecisionRow,
    MinutesHistory,
    Quorum,
)
from lfjb_desk.domain.read_models.restriction import Restriction
from lfjb_desk.papers.agenda import NO_ASK, NO_ITEM, agenda_paper
from lfjb_desk.papers.minutes import minutes_paper
from lfjb_desk.papers.parts.common import (
    LONGEST_TITLE,
    NOTHING,
    WITHHELD,
    about_item,
    shorter,
    titled,
)
from lfjb_desk.papers.parts.report_data import (
    AgendaReportData,
    BoardReportData,
    MinutesReportData,
)
from tests.papers.conftest import MakeAction, MakeItem, MakeMeeting, column, tables, texts, words

LAST = date(2026, 9, 4)
NEXT = date(2026, 12, 3)


def test_the_agenda_gives_times_purpose_and_why(
    board: BoardReportData, make_meeting: MakeMeeting, make_item: MakeItem
) -> None:
    items = (
        make_item("Welcome"),
        make_item("Action log", Purpose.DECIDE, why="Two actions are late.", minutes=20),
    )
    paper = agenda_paper(AgendaReportData(board, make_meeting(*items)))
    first, second = tables(paper)[0].rows
    assert [words(cell) for cell in first] == [
        "1", "Welcome", "Helen Wagtail", "To note", "10:05am", "10",
    ]  # fmt: skip
    assert words(second[1]) == "Action log\nTwo actions are late."
    assert words(second[3]) == "► To decide"
    said = texts(paper)
    assert "When: Thursday 3 December 2026, 10am to 11:15am" in said
    assert "30 minutes in all. Item 2 carries a decision and has 20 of the 30 minutes." in said


def test_an_agenda_that_is_too_long_says_by_how_much(
    board: BoardReportData, make_meeting: MakeMeeting, make_item: MakeItem
) -> None:
    items = (make_item("A", Purpose.DECIDE, minutes=45), make_item("B", Purpose.DECIDE, minutes=30))
    said = " ".join(texts(agenda_paper(AgendaReportData(board, make_meeting(*items)))))
    assert "Items 1 and 2 carry decisions and have 75 of the 75 minutes." in said
    assert "That is 15 minutes more than planned." in said


def test_a_withheld_item_keeps_its_number_and_says_who_holds_it(
    board: BoardReportData, make_meeting: MakeMeeting, make_item: MakeItem
) -> None:
    secret = make_item("A serious matter", Purpose.DECIDE, why="Hidden reason", restricted=True)
    data = make_meeting(secret, notes={1: "Hidden note"})
    closed = Restriction(items=frozenset({secret.id}))
    line = replace(data.agenda.lines[0], item=closed.item(secret), withheld=True)
    open_data = replace(
        data, agenda=replace(data.agenda, lines=(line,)), minutes=closed.minutes(data.minutes)
    )
    agenda = agenda_paper(AgendaReportData(board, open_data))
    minutes = minutes_paper(MinutesReportData(board, open_data.minutes))
    for paper in (agenda, minutes):
        text = " ".join(texts(paper))
        assert "Restricted item" in text
        assert WITHHELD in text
        assert "serious" not in text
        assert "Hidden" not in text
    asked = next(block for block in agenda.blocks if isinstance(block, Decisions))
    assert asked.asks == (Ask("Restricted item (item 1).", WITHHELD),)
    assert column(tables(agenda)[0], "Lead") == ["Withheld"], "it is settled, and not said"


def test_a_paper_for_those_entitled_shows_restricted_matter_and_says_that_it_is(
    board: BoardReportData, make_meeting: MakeMeeting, make_item: MakeItem
) -> None:
    entitled = replace(board, restricted=True)
    secret = make_item("A serious matter", Purpose.DECIDE, why="Hidden reason", restricted=True)
    data = make_meeting(secret, notes={1: "Hidden note"})
    agenda = " ".join(texts(agenda_paper(AgendaReportData(entitled, data))))
    minutes = " ".join(texts(minutes_paper(MinutesReportData(entitled, data.minutes))))
    assert "A serious matter\nRestricted.\nHidden reason" in agenda
    assert "Item 1: A serious matter (restricted)" in minutes
    assert "Hidden note" in minutes
    for text in (agenda, minutes):
        assert "Readers: Holds restricted matter: for the chair and the secretariat alone" in text


def test_an_empty_agenda_says_so(board: BoardReportData, make_meeting: MakeMeeting) -> None:
    said = texts(agenda_paper(AgendaReportData(board, make_meeting())))
    assert NO_ITEM in said
    assert NO_ASK in said


def test_minutes_say_their_state_their_notes_and_the_next_dates(
    board: BoardReportData, make_meeting: MakeMeeting, make_item: MakeItem
) -> None:
    data = make_meeting(make_item("Welcome"), make_item("Dates"), notes={1: "All were welcome."})
    data.meeting.state = MeetingState.CIRCULATED
    dates = (NextDate(date(2027, 3, 9), None, "Board meeting 25", ""),)
    paper = minutes_paper(MinutesReportData(board, replace(data.minutes, dates=dates)))
    said = texts(paper)
    assert "State: Draft, circulated, not yet agreed" in said
    assert "All were welcome." in said
    assert "Nothing is recorded; the item was to note." in said
    assert "No action is recorded." in said
    assert "9 March 2027: Board meeting 25" in said
    assert paper.footer == "Estuary LFJB: minutes, draft, 3 December 2026"
    data.meeting.state = MeetingState.SIGNED
    agreed = minutes_paper(MinutesReportData(board, data.minutes))
    assert agreed.footer.startswith("Estuary LFJB: minutes, agreed")
    assert "No further meeting has been set." in texts(agreed)


def test_minutes_give_the_review_of_a_decision_and_actions_without_a_status_of_today(
    board: BoardReportData,
    make_meeting: MakeMeeting,
    make_item: MakeItem,
    make_action: MakeAction,
) -> None:
    view = make_meeting(make_item("Welcome")).minutes
    decision = DecisionRow(
        decision=Decision(
            ref="EST-D-001",
            group_id=board.group.id,
            meeting_id=view.meeting.id,
            text="List by complexity.",
            reason="Cases wait.",
            decided_on=LAST,
            review_by=date(2027, 5, 3),
        ),
        meeting="Board meeting 23",
        item="Welcome",
        driver="",
        superseded_by="",
        actions=(),
    )
    (item,) = view.items
    minuted = replace(item, decisions=(decision,), actions=(make_action("EST-A-001", LAST),))
    paper = minutes_paper(MinutesReportData(board, replace(view, items=(minuted,))))
    lines = texts(paper)
    assert "EST-D-001: Decided: List by complexity. Cases wait. Review by 3 May 2027." in lines
    assert "1 action, with owner and due date as the meeting agreed them." in lines
    table = tables(paper)[-1]
    assert [part.heading for part in table.columns] == ["Ref", "Action", "Owner", "Due"]
    assert "judged" not in " ".join(lines)


def test_agreed_minutes_say_how_they_were_agreed_and_end_with_the_corrections(
    board: BoardReportData, make_meeting: MakeMeeting, make_item: MakeItem
) -> None:
    view = make_meeting(make_item("Welcome")).minutes
    view.meeting.state = MeetingState.SIGNED
    history = MinutesHistory(
        kept=CirculatedMinutes(
            meeting_id=view.meeting.id,
            version=2,
            circulated_on=date(2026, 12, 10),
            content="-",
            sha256="",
        ),
        agreement=MinutesAgreement(
            meeting_id=view.meeting.id,
            agreed_at="Board meeting 25",
            agreed_on=date(2027, 3, 4),
            proposed_by="Tom Whinchat",
            signed_by="Helen Wagtail",
            signed_on=date(2027, 3, 5),
        ),
        corrections=(
            MinutesCorrection(
                meeting_id=view.meeting.id,
                item_id=view.items[0].item.id,
                number=1,
                text="Nine came, not eight",
                noted_at="Board meeting 25",
                noted_on=date(2027, 3, 4),
                noted_by="Priya Goldcrest",
            ),
        ),
    )
    lines = texts(minutes_paper(MinutesReportData(board, replace(view, history=history))))
    assert "Record: As circulated on 10 December 2026, version 2" in lines
    assert (
        "Agreement: Agreed at the meeting of 4 March 2027 (Board meeting 25), "
        "proposed by Tom Whinchat" in lines
    )
    assert "Signature: Signed by Helen Wagtail on 5 March 2027" in lines
    assert lines[-1] == (
        "Correction noted at Board meeting 25, 4 March 2027, to item 1: "
        "Nine came, not eight. Noted by Priya Goldcrest."
    )


def test_minutes_of_a_meeting_that_was_not_held_count_nobody_and_record_nothing(
    board: BoardReportData, make_meeting: MakeMeeting, make_item: MakeItem
) -> None:
    view = make_meeting(make_item("Welcome"), make_item("Dates")).minutes
    view.meeting.state = MeetingState.AGENDA_ISSUED
    lines = texts(minutes_paper(MinutesReportData(board, view)))
    assert "State: The meeting has not been held" in lines
    assert (
        "Board meeting 24 is planned for 3 December 2026 and has not been held, "
        "so there are no minutes." in lines
    )
    text = " ".join(lines)
    for untrue in ("Quorum", "Nothing was recorded", "No action was raised", "no decision"):
        assert untrue not in text


def test_an_empty_seat_is_told_as_it_was_on_the_day_of_the_meeting(
    board: BoardReportData, make_meeting: MakeMeeting
) -> None:
    empty = replace(attended("", Presence.ABSENT), person=None, mark=None)
    seats = (
        replace(empty, vacant_since=date(2026, 10, 8)),
        replace(empty, unnamed=True),
        empty,
    )
    view = replace(make_meeting().minutes, attendance=seats)
    table = tables(minutes_paper(MinutesReportData(board, view)))[0]
    assert column(table, "Who") == ["Vacant", "Not known", "Vacant"]
    assert column(table, "Attendance") == [
        f"{NOTHING} Vacant since 8 October 2026",
        f"{NOTHING} Not recorded",
        f"{NOTHING} Vacant",
    ]


def test_an_agenda_says_how_many_of_those_expected_count_for_the_quorum(
    board: BoardReportData, make_meeting: MakeMeeting
) -> None:
    data = make_meeting()
    data.minutes.meeting.state = MeetingState.PLANNED
    member, observer = attended("A Smith", Presence.PRESENT), attended("B Finch", Presence.PRESENT)
    observer.seat.counts_for_quorum = False
    seats = replace(data.minutes, attendance=(member, observer))
    lines = texts(agenda_paper(AgendaReportData(board, replace(data, minutes=seats))))
    assert "Quorum: 2 of 3 seats; 2 people are expected, 1 of them in seats that count" in lines


def attended(name: str, presence: Presence) -> AttendanceRow:
    body = Organisation(name="Cafcass", kind=OrganisationKind.OTHER)
    seat = Seat(group_id=UUID(int=1), organisation_id=body.id, title="Head of practice")
    person = Person(name=name, organisation_id=body.id)
    mark = Attendance(meeting_id=UUID(int=2), seat_id=seat.id, presence=presence, deputy_name="Lee")
    return AttendanceRow(seat, body, person, mark)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([attended("A Smith", Presence.PRESENT)], "No apologies were received."),
        ([attended("A Brother Smith", Presence.APOLOGIES)], "Apologies: A Brother Smith."),
        (
            [attended("A Smith", Presence.DEPUTY)],
            "Deputies: Lee for A Smith. No other apologies were received.",
        ),
        (
            [attended("A Smith", Presence.DEPUTY), attended("B Finch", Presence.APOLOGIES)],
            "Deputies: Lee for A Smith. Apologies: B Finch.",
        ),
    ],
)
def test_the_minutes_name_deputies_and_apologies_in_full(
    board: BoardReportData, make_meeting: MakeMeeting, rows: list[AttendanceRow], sentence: str
) -> None:
    view = replace(make_meeting().minutes, attendance=tuple(rows))
    assert sentence in texts(minutes_paper(MinutesReportData(board, view)))


def test_an_item_says_the_number_of_the_decision_that_it_asks_for(make_item: MakeItem) -> None:
    item = make_item("How to decide", Purpose.DECIDE, minutes=25)
    assert (
        about_item("4", item, "Ann Lee", 2) == "Item 4, to decide (D2), 25 minutes. Lead: Ann Lee."
    )
    note = make_item("Welcome", minutes=5)
    assert about_item("1", note, "", None) == "Item 1, to note, 5 minutes."


def test_a_sample_board_says_on_its_front_that_it_is_invented(
    board: BoardReportData, group: Group, make_meeting: MakeMeeting
) -> None:
    sample = replace(board, group=group.model_copy(update={"sample": True}))
    said = texts(agenda_paper(AgendaReportData(sample, make_meeting())))
    assert any(line.startswith("Example: A sample: people") for line in said)
    plain = texts(agenda_paper(AgendaReportData(board, make_meeting())))
    assert not any(line.startswith("Example") for line in plain)


def test_a_meeting_without_time_or_place_says_what_is_not_settled(
    board: BoardReportData, make_meeting: MakeMeeting
) -> None:
    data = make_meeting()
    bare = Meeting(group_id=board.group.id, number=24, held_on=NEXT)
    data = replace(data, agenda=replace(data.agenda, meeting=bare))
    said = texts(agenda_paper(AgendaReportData(board, data)))
    assert "When: Thursday 3 December 2026" in said
    assert "Where: Not yet settled" in said


def test_a_title_keeps_to_one_line() -> None:
    assert titled("x" * 61, "short") == "short"
    cut = titled("many words " * 9)
    assert len(cut) <= LONGEST_TITLE
    assert cut.endswith("…")
    assert shorter("Care and supervision cases") == "Care cases"


def test_minutes_without_attendance_say_so_and_deny_no_quorum(
    board: BoardReportData, make_meeting: MakeMeeting
) -> None:
    unknown = Quorum(0, 10, 6, recorded=False, is_held=True)
    view = replace(make_meeting().minutes, quorum=unknown)
    said = " ".join(texts(minutes_paper(MinutesReportData(board, view))))
    assert "Attendance is not recorded, so it is not known whether there was a quorum" in said
    assert "not met" not in said
    assert "apologies were received" not in said


def test_what_is_asked_stands_in_the_agenda_and_among_the_decisions_asked_for(
    board: BoardReportData, make_meeting: MakeMeeting, make_item: MakeItem
) -> None:
    asking = make_item(
        "Listing", Purpose.DECIDE, ask="agree the listing protocol.", why="Hearings wait."
    )
    plain = make_item("Training", Purpose.DECIDE)
    agenda = agenda_paper(AgendaReportData(board, make_meeting(asking, plain)))
    text = " ".join(texts(agenda))
    assert "Listing\nThe board is asked to agree the listing protocol.\nHearings wait." in text
    asked = next(block for block in agenda.blocks if isinstance(block, Decisions))
    assert asked.asks == (
        Ask("To agree the listing protocol (item 1, Listing).", "Hearings wait."),
        Ask("Training (item 2)."),
    )


def test_only_a_paper_for_those_entitled_says_why_and_until_when_an_item_is_restricted(
    board: BoardReportData, make_meeting: MakeMeeting, make_item: MakeItem
) -> None:
    secret = make_item(
        "A serious matter",
        restricted=True,
        restricted_why="it names a witness",
        restricted_audience="the judiciary",
        restricted_until=date(2027, 3, 3),
    )
    sentence = "Restricted to the judiciary, until 3 March 2027: it names a witness."
    data = make_meeting(secret)
    entitled = replace(board, restricted=True)
    for paper in (
        agenda_paper(AgendaReportData(entitled, data)),
        minutes_paper(MinutesReportData(entitled, data.minutes)),
    ):
        assert sentence in " ".join(texts(paper))
    closed = Restriction(items=frozenset({secret.id}))
    line = replace(data.agenda.lines[0], item=closed.item(secret), withheld=True)
    opened = replace(
        data, agenda=replace(data.agenda, lines=(line,)), minutes=closed.minutes(data.minutes)
    )
    for paper in (
        agenda_paper(AgendaReportData(board, opened)),
        minutes_paper(MinutesReportData(board, opened.minutes)),
    ):
        text = " ".join(texts(paper))
        assert "witness" not in text
        assert "judiciary" not in text
