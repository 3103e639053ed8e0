"""The terms checked against what is held, and the annex of their paper as Word holds it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from lfjb_desk.domain.changes import change, edited
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.meetings.meetings import Attendance, Meeting, MeetingState
from lfjb_desk.domain.read_models.compliance import Compliance
from lfjb_desk.services.governance.compliance import ComplianceService
from lfjb_desk.services.meetings.attendance import AttendanceService
from lfjb_desk.services.papers.definition import PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.papers.registry import TERMS_OF_REFERENCE
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.word.reading.read import ReadParagraph, ReadTable, read
from tests.services.papers.planting import TEMPLATE, TODAY, sample_board

YOUNG = "The desk holds no earlier meeting, so it cannot tell of a whole year."


@pytest.fixture
def sample() -> Iterator[Database]:
    database = sample_board()
    yield database
    database.close()


@pytest.fixture
def board(sample: Database) -> Group:
    with sample.session() as session:
        return next(row for row in everything(session, Group) if row.kind is GroupKind.BOARD)


def only(sample: Database, board: Group, today: date = TODAY) -> Compliance:
    (compliance,) = ComplianceService(sample).of_group(board.id, today)
    return compliance


def verdicts(compliance: Compliance) -> dict[str, tuple[str, str]]:
    return {line.clause.heading: (line.verdict.value, line.done) for line in compliance.clauses}


def test_the_sample_board_is_checked_against_its_meetings_seats_and_days(
    sample: Database, board: Group
) -> None:
    compliance = only(sample, board)
    assert compliance.words == "2 of 4 kept, 1 not kept, 1 cannot be told"
    assert verdicts(compliance) == {
        "Members": (
            "not kept",
            "8 of 10 seats of members filled. Vacant: Integrated care board and Police.",
        ),
        "Quorum": ("kept", "Met at 3 of 3 meetings."),
        "Meetings": (
            "cannot be told",
            f"3 meetings held in the last twelve months. {YOUNG}",
        ),
        "Review": ("kept", "Agreed on 23 February 2026. Review due on 1 February 2027."),
    }
    quorum = next(line for line in compliance.clauses if line.clause.heading == "Quorum")
    assert next((row.name, found) for row, found in quorum.meetings) == (
        "Board meeting 23, 7 September 2026",
        "Quorum met: 9 of 10 seats, 6 needed",
    )
    service = AttendanceService(sample)
    assert all(service.quorum(row.id) == row.quorum for row, _ in quorum.meetings)


def test_a_later_day_is_judged_as_of_that_day(sample: Database, board: Group) -> None:
    compliance = only(sample, board, date(2027, 3, 1))
    assert verdicts(compliance)["Review"] == (
        "not kept",
        "Agreed on 23 February 2026. Review was due on 1 February 2027, 28 days late.",
    )
    assert verdicts(compliance)["Meetings"][1].startswith("2 meetings held")
    assert "1 more was planned and never closed." in verdicts(compliance)["Meetings"][1]


def test_a_meeting_in_draft_whose_attendance_is_taken_away_cannot_be_told(
    sample: Database, board: Group
) -> None:
    with sample.session() as session:
        meetings = everything(session, Meeting)
        latest = next(row for row in meetings if row.group_id == board.id and row.number == 23)
        marks = [row for row in everything(session, Attendance) if row.meeting_id == latest.id]
    drafted = edited(latest, state=MeetingState.MINUTES_DRAFT)
    sample.apply(change("Back to draft", latest, [drafted]))
    service = AttendanceService(sample)
    for mark in marks:
        sample.apply(service.clear(latest.id, mark.seat_id))

    assert verdicts(only(sample, board))["Quorum"] == (
        "cannot be told",
        "Met at 2 of 3 meetings. Not known of 1: attendance is not recorded.",
    )


def test_a_group_without_terms_in_force_has_nothing_to_check(sample: Database) -> None:
    with sample.session() as session:
        other = next(row for row in everything(session, Group) if row.kind is not GroupKind.BOARD)
    assert ComplianceService(sample).of_group(other.id, TODAY) == ()


def test_the_annex_of_the_terms_reads_back_from_word_with_its_day_and_meetings(
    sample: Database, board: Group, tmp_path: Path
) -> None:
    written = PaperService(sample, TEMPLATE).write(
        PaperRequest(TERMS_OF_REFERENCE, board.id, TODAY), tmp_path
    )

    assert written.findings == ()
    blocks = read(written.path)
    said = [block.text for block in blocks if isinstance(block, ReadParagraph)]
    assert "Annex: whether the terms are kept" in said
    assert "Version 2: 2 of 4 kept, 1 not kept, 1 cannot be told." in said
    assert (
        "As things stood on 23 November 2026; the last twelve months are those after "
        "23 November 2025."
    ) in said
    tables = [block for block in blocks if isinstance(block, ReadTable)]
    annex = next(table for table in tables if table.title == "Whether the terms are kept")
    assert [(row[0], row[1], row[3]) for row in annex.rows[1:]] == [
        ("2 Members", "10 seats", "■ Not kept"),
        ("5 Quorum", "6 seats that count at every meeting", "● Kept"),
        ("6 Meetings", "4 meetings a year", "○ Cannot be told"),
        ("10 Review", "A review every 12 months", "● Kept"),
    ]
    assert "Board meeting 22, 25 May 2026: Quorum met: 8 of 10 seats, 6 needed." in annex.rows[2][2]
