"""The action log, as its readers meet it."""

from datetime import date

from lfjb_desk.domain.actions import ActionStatus
from lfjb_desk.domain.blocks import MessageTitle, Orientation, Section, Span, Tone
from lfjb_desk.domain.read_models.actions import ActionRow
from lfjb_desk.papers.action_log import action_log
from lfjb_desk.papers.parts.report_data import (
    ActionLogReportData,
    BoardReportData,
    LogReportData,
)
from tests.papers.conftest import MakeAction, column, tables, texts, words

LAST = date(2026, 9, 4)
NEXT = date(2026, 12, 3)


def log_of(board: BoardReportData, rows: tuple[ActionRow, ...]) -> ActionLogReportData:
    return ActionLogReportData(board, LogReportData(rows, LAST, NEXT, ()), "Board meeting 23")


def test_late_actions_stand_first_and_the_longest_overdue_leads(
    board: BoardReportData, log_rows: tuple[ActionRow, ...]
) -> None:
    paper = action_log(log_of(board, log_rows))
    _, late, due, in_hand, finished = tables(paper)
    assert [words(line) for line in column(late, "Ref")] == ["EST-A-003", "EST-A-002"]
    assert [words(line) for line in column(due, "Ref")] == ["EST-A-004"]
    assert {words(line) for line in column(in_hand, "Ref")} == {"EST-A-001", "EST-A-006"}
    assert [words(line) for line in column(finished, "Ref")] == ["EST-A-005"]
    assert MessageTitle("Late: 2 actions, the longest overdue first", "late") in paper.blocks


def test_a_status_is_a_symbol_and_a_word(
    board: BoardReportData, log_rows: tuple[ActionRow, ...]
) -> None:
    _, late, due, in_hand, finished = tables(action_log(log_of(board, log_rows)))
    assert column(late, "Status")[0] == (Span("■ Late, 206 days", bold=True, tone=Tone.LATE),)
    assert words(column(due, "Status")[0]) == "▲ Due soon"
    assert [words(line) for line in column(in_hand, "Status")] == [
        "○ On time",
        "○ On hold until\n8 January 2027",
    ]
    assert words(column(finished, "Status")[0]) == "● Done\n1 October"


def test_a_moved_date_shows_the_first_one_under_it(
    board: BoardReportData, log_rows: tuple[ActionRow, ...]
) -> None:
    late = tables(action_log(log_of(board, log_rows)))[1]
    assert [words(line) for line in column(late, "Due")] == [
        "1 May 2026\nfirst: 31 January 2026",
        "13 November 2026",
    ]


def test_a_closed_action_says_what_came_of_it(
    board: BoardReportData, make_action: MakeAction
) -> None:
    closed = {"closed_on": date(2026, 10, 1), "outcome": "Two courts use it"}
    rows = (
        make_action("EST-A-005", date(2026, 9, 30), status=ActionStatus.DONE, **closed),
        make_action("EST-A-006", date(2026, 9, 30), outcome="Not shown while open"),
    )
    paper = action_log(log_of(board, rows))
    late, finished = tables(paper)[-2:]
    assert column(finished, "Action") == ["Do what EST-A-005 says\nOutcome: Two courts use it"]
    assert column(late, "Action") == ["Do what EST-A-006 says"]


def test_an_empty_log_says_so_and_has_no_empty_table(board: BoardReportData) -> None:
    paper = action_log(log_of(board, ()))
    assert not tables(paper)
    assert "No action is open." in texts(paper)
    assert "No action was done." in texts(paper)


def test_the_action_log_lies_on_landscape_pages_and_carries_its_marking(
    board: BoardReportData, log_rows: tuple[ActionRow, ...]
) -> None:
    paper = action_log(log_of(board, log_rows))
    assert paper.blocks[0] == Section(Orientation.LANDSCAPE)
    assert paper.marking == "OFFICIAL-SENSITIVE"
    assert paper.footer == "Estuary LFJB: action log, 23 November 2026"


def test_the_front_of_the_log_says_whose_actions_are_late(
    board: BoardReportData, log_rows: tuple[ActionRow, ...]
) -> None:
    bodies = tables(action_log(log_of(board, log_rows)))[0]
    assert bodies.rows == (("HMCTS", "2", "206 days", "EST-A-002, EST-A-003"),)
