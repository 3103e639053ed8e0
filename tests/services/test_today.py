"""What waits today."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.action_forms import ActionForm, FormAnswer
from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import Change, added
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity, Snapshot
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.governance.governing_documents import (
    DocumentKind,
    DocumentVersion,
    GoverningDocument,
    VersionState,
)
from lfjb_desk.domain.governance.groups import Seat
from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    Decision,
    DecisionState,
    Meeting,
    MeetingState,
    Purpose,
)
from lfjb_desk.domain.papers import WrittenPaper
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.action_form_content import FormContent, encode_content
from lfjb_desk.domain.read_models.today import TodayView
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.papers import registry
from lfjb_desk.services.today import TodayService

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.rows import Row
    from tests.services.conftest import Board

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)


def today(board: "Board", group: "UUID | None" = None, day: date = TODAY) -> TodayView:
    return TodayService(board.database).view(board.area, group or board.group, day)


def add(board: "Board", *rows: "Row") -> None:
    board.write(Change("Rows", tuple(added(row) for row in rows)))


def waits(board: "Board", kind: str) -> list[str]:
    return [one.text for one in today(board).waiting if one.kind == kind]


def test_the_next_meeting_says_when_it_is_and_what_it_lacks(board: "Board") -> None:
    upcoming_meeting = today(board).meeting
    assert upcoming_meeting is not None
    assert (upcoming_meeting.row.label, upcoming_meeting.days_words) == (
        "Board meeting 23",
        "In 10 days",
    )
    assert upcoming_meeting.readiness[-1].words == "The agenda and the board paper"
    near = [today(board, day=date(2026, 12, day)).meeting for day in (2, 3)]
    assert [one.days_words for one in near if one] == ["Tomorrow", "Today"]


def test_a_paper_that_was_written_is_no_longer_due(board: "Board") -> None:
    assert [paper.kind for paper in today(board).papers] == [
        registry.AGENDA.key,
        registry.BOARD_PAPER.key,
    ]
    papers = [
        WrittenPaper(
            group_id=board.group,
            meeting_id=board.meeting,
            kind=paper.key,
            file_name="x.docx",
            sha256="a" * 64,
            written_at=NOW,
        )
        for paper in (registry.AGENDA, registry.BOARD_PAPER)
    ]
    add(board, *papers)
    view = today(board)
    assert view.papers == ()
    assert view.meeting is not None
    assert view.meeting.readiness[-1].ready


def test_minutes_that_have_not_gone_out_are_due(board: "Board") -> None:
    past = Meeting(
        group_id=board.group,
        number=22,
        held_on=date(2026, 9, 10),
        state=MeetingState.MINUTES_DRAFT,
    )
    add(board, past)
    assert "The minutes of Board meeting 22, 10 September 2026: not written yet" in waits(
        board, "paper"
    )


def test_minutes_that_were_saved_are_no_longer_unwritten(board: "Board") -> None:
    past = Meeting(
        group_id=board.group,
        number=22,
        held_on=date(2026, 9, 10),
        state=MeetingState.MINUTES_DRAFT,
    )
    saved = WrittenPaper(
        group_id=board.group,
        meeting_id=past.id,
        kind=registry.MINUTES.key,
        file_name="minutes.docx",
        sha256="a" * 64,
        written_at=NOW,
    )
    add(board, past)
    add(board, saved)
    (told,) = (line for line in waits(board, "paper") if "minutes" in line)
    assert told == (
        "The minutes of Board meeting 22, 10 September 2026: written, not circulated yet"
    )


def test_a_sub_group_has_no_board_paper_and_may_have_no_meeting(board: "Board") -> None:
    view = today(board, board.sub_group)
    assert (view.meeting, view.papers) == (None, ())
    add(board, Meeting(group_id=board.sub_group, number=1, held_on=date(2026, 12, 1)))
    assert [paper.kind for paper in today(board, board.sub_group).papers] == [registry.AGENDA.key]


def test_late_and_soon_due_actions_stand_under_their_owners(board: "Board") -> None:
    service = ActionService(board.database)
    raised = date(2026, 9, 1)
    for title, due, owner in (
        ("Tracker", date(2026, 10, 12), board.helen),
        ("Rota", date(2026, 11, 30), board.tom),
        ("Far away", date(2027, 6, 1), board.tom),
    ):
        board.write(service.add(board.group, title, due, raised, owner_id=owner))
    view = today(board)
    assert [row.action.title for row in view.late] == ["Tracker"]
    assert [row.action.title for row in view.soon] == ["Rota"]
    assert [(one.title, one.late) for one in view.by_owner] == [
        ("Helen Marsh", 1),
        ("Tom Aldous", 0),
    ]


def test_an_empty_seat_says_since_when_and_what_it_missed(board: "Board") -> None:
    seat = Seat(
        group_id=board.group,
        organisation_id=board.council,
        title="Police",
        vacant_since=date(2026, 6, 3),
    )
    held = Meeting(
        group_id=board.group, number=22, held_on=date(2026, 9, 10), state=MeetingState.SIGNED
    )
    other = Seat(group_id=board.group, organisation_id=board.council, title="Health")
    add(board, seat, other, held)
    assert waits(board, "seat") == [
        "Police (Suffolk Council): seat empty since 3 June 2026, 1 meeting missed",
        "Health (Suffolk Council): seat empty",
    ]


@pytest.mark.parametrize(
    ("review", "words"),
    [
        (date(2027, 1, 31), ["Terms of reference: review by 31 January 2027"]),
        (date(2026, 10, 1), ["Terms of reference: review was due by 1 October 2026"]),
        (date(2027, 6, 1), []),
    ],
)
def test_terms_of_reference_near_their_review_show_up(
    board: "Board", review: date, words: list[str]
) -> None:
    document = GoverningDocument(
        group_id=board.group, kind=DocumentKind.TERMS_OF_REFERENCE, title="Terms of reference"
    )
    version = DocumentVersion(
        document_id=document.id, number=1, state=VersionState.AGREED, review_by=review
    )
    add(board, document, version)
    assert waits(board, "review") == words


def test_figures_that_the_last_import_moved_are_shown(board: "Board") -> None:
    measures = [
        Measure(
            code=name,
            name=name,
            definition="",
            unit="weeks",
            polarity=Polarity.LOWER,
            source="x",
        )
        for name in ("Moved", "Still")
    ]
    file = Snapshot(
        file_name="durations.xlsx",
        sha256="a" * 64,
        layout="x",
        publisher="Cafcass",
        imported_at=NOW,
        read=4,
        new=4,
        unchanged=0,
        revised=2,
        refused=0,
    )
    rows = [
        Observation(
            snapshot_id=file.id,
            measure_id=measure.id,
            place_kind=PlaceKind.AREA,
            place_code="ESST",
            place_label="Essex",
            period_start=date(2026, 3 * quarter - 2, 1),
            period_end=date(2026, 3 * quarter, 31 if quarter == 1 else 30),
            period_label=f"Q{quarter}",
            value=Decimal(value),
            publisher="Cafcass",
            sheet="",
            cell="B2",
        )
        for measure, values in zip(measures, ((48, 46), (30, 30)), strict=True)
        for quarter, value in enumerate(values, start=1)
    ]
    add(board, *measures, file, *rows)
    view = today(board)
    assert [one.measure.name for one in view.moved] == ["Moved"]
    assert view.last_import is not None
    assert waits(board, "import") == [
        "durations.xlsx imported on 23 November 2026, 4 new figures, 2 figures revised"
    ]


def test_what_the_next_meeting_is_asked_to_decide_waits(board: "Board") -> None:
    assert waits(board, "ask") == []
    titles = ("Adopt the checklist", "Name an owner", "Move two actions", "Write to health")
    for position, title in enumerate(titles, start=1):
        item = AgendaItem(
            meeting_id=board.meeting, position=position, title=title, purpose=Purpose.DECIDE
        )
        add(board, item)
    (line,) = (each for each in today(board).waiting if each.kind == "ask")
    assert line.text == (
        "Board meeting 23 is asked to decide 4 items: “Adopt the checklist”, “Name an owner”, "
        "“Move two actions” and 1 more"
    )
    assert line.key == board.meeting


@pytest.mark.parametrize(
    ("review", "words"),
    [
        (TODAY - timedelta(days=1), "review was due by"),
        (TODAY + timedelta(days=30), "review by"),
        (TODAY + timedelta(days=31), ""),
    ],
)
def test_a_decision_in_force_waits_when_its_review_is_near(
    board: "Board", review: date, words: str
) -> None:
    decision = Decision(
        ref="ESST-D-001",
        group_id=board.group,
        meeting_id=board.meeting,
        text="One tracker",
        decided_on=TODAY,
        review_by=review,
    )
    gone = Decision(
        ref="ESST-D-002",
        group_id=board.group,
        meeting_id=board.meeting,
        text="Two trackers",
        decided_on=TODAY,
        review_by=review,
        state=DecisionState.WITHDRAWN,
    )
    add(board, decision, gone)
    expected = [f"ESST-D-001 One tracker: {words} {long_date(review)}"] if words else []
    assert waits(board, "decision") == expected


def test_answers_to_decide_and_forms_overdue_wait(board: "Board") -> None:
    content = encode_content(FormContent(()))
    forms = [
        ActionForm(
            group_id=board.group,
            person_id=person,
            sent_on=TODAY - timedelta(days=20),
            back_by=TODAY - timedelta(days=days),
            content=content,
        )
        for person, days in ((board.helen, 3), (board.tom, -3))
    ]
    action = ActionService(board.database).add(board.group, "Book the rooms", TODAY, TODAY)
    board.write(action)
    answer = FormAnswer(
        form_id=forms[1].id,
        action_id=action.key_of(Action),
        read_on=TODAY,
        file_name="a.docx",
        sha256="0" * 64,
    )
    add(board, *forms, answer)
    assert waits(board, "form") == [
        "1 answer to decide, from Tom Aldous",
        "1 action form overdue: Helen Marsh",
    ]
