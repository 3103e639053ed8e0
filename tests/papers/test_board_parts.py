"""Parts of the board paper: what arises from the last meeting, and the position at a glance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lfjb_desk.domain.blocks import (
    Bullets,
    Chart,
    Heading,
    Paragraph,
    Style,
    Table,
)
from lfjb_desk.domain.figures.figures import Target
from lfjb_desk.domain.governance.escalations import Escalation
from lfjb_desk.domain.meetings.meetings import Decision, MeetingState
from lfjb_desk.domain.read_models.figures.control import (
    Side,
    Signal,
    SpecialCause,
    SpecialCauseRule,
)
from lfjb_desk.domain.read_models.figures.status import Judgement
from lfjb_desk.domain.read_models.governance.escalations import EscalationRow
from lfjb_desk.domain.read_models.meetings.minutes import DecisionRow, MattersArising, MinutedItem
from lfjb_desk.papers.board_paper import board_paper
from lfjb_desk.papers.parts.report_data import (
    BoardPaperReportData,
    Performance,
    SubGroup,
)
from tests.analysis.restating import restated
from tests.papers.conftest import (
    MakeAction,
    MakeItem,
    MakeSeries,
    after,
    column,
    texts,
    words,
)

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.papers.parts.report_data import BoardReportData

LONG = ("50", "49", "51", "48", "47", "46")


def test_open_actions_are_counted_by_the_meeting_that_raised_them(
    data: BoardPaperReportData, make_action: MakeAction
) -> None:
    assert data.last is not None
    last = data.last.meeting
    days = {"here": last.held_on, "before": date(2026, 1, 5), "after": date(2026, 12, 5)}
    rows = {
        key: make_action(f"EST-A-{key}", date(2027, 1, 5), raised_on=day)
        for key, day in days.items()
    }
    rows["here"].action.meeting_id = last.id
    assert sentence_on(data, rows["here"], rows["before"], rows["after"]) == (
        "3 actions of the board itself are open, 1 from Board meeting 23, 1 from before that "
        "meeting and 1 from after it; the action log has them with those of any group under it."
    )
    assert sentence_on(data, rows["before"]) == (
        "1 action of the board itself is open, 1 from before that meeting; the action log has them "
        "with those of any group under it."
    )
    assert sentence_on(data) == "No action of the board itself is open."


def sentence_on(data: BoardPaperReportData, *rows: ActionRow) -> str:
    """Return what the paper says under matters arising when these actions are open."""
    arising = MattersArising(None, "", (), rows)
    minutes = replace(data.next.minutes, arising=arising)
    paper = board_paper(replace(data, next=replace(data.next, minutes=minutes)))
    notes = after(paper.blocks, "Matters arising")
    return words(
        next(b.line for b in notes if isinstance(b, Paragraph) and b.style is Style.SOURCE)
    )


def test_a_decision_names_its_actions_and_counts_those_beside_it_apart(
    data: BoardPaperReportData, make_item: MakeItem, make_action: MakeAction
) -> None:
    assert data.last is not None
    meeting = data.last.meeting
    item = make_item("Drivers")
    rows = [
        DecisionRow(
            Decision(
                ref=f"EST-D-00{number}",
                group_id=data.board.group.id,
                meeting_id=meeting.id,
                item_id=under,
                text="List by complexity.",
                decided_on=meeting.held_on,
            ),
            *("", "", "", ""),
            actions=refs,
        )
        for number, under, refs in ((1, item.id, ()), (2, item.id, ("EST-A-001",)), (3, None, ()))
    ]
    raised = tuple(make_action(f"EST-A-00{number}", date(2027, 1, 5)) for number in (1, 2))
    last = replace(data.last, items=(MinutedItem(item, "4", "", (), tuple(rows[:2]), raised),))
    minutes = replace(data.next.minutes, arising=MattersArising(meeting, "", tuple(rows), ()))
    paper = board_paper(replace(data, last=last, next=replace(data.next, minutes=minutes)))
    (table,) = (b for b in after(paper.blocks, "Matters arising")[:1] if isinstance(b, Table))
    assert column(table, "Actions") == [
        "None of its own\n1 other action under item 4",
        "EST-A-001\n1 other action under item 4",
        "None",
    ]


def test_a_last_meeting_that_was_not_held_has_no_quorum_and_no_record(
    data: BoardPaperReportData,
) -> None:
    assert data.last is not None
    data.last.meeting.state = MeetingState.PLANNED
    blocks = after(board_paper(data).blocks, "Minutes of the last meeting")
    said = [words(block.line) for block in blocks if isinstance(block, Paragraph)]
    assert said[1] == (
        "Board meeting 23 is planned for 3 December 2026 and has not been held, "
        "so there are no minutes."
    )
    assert not any("Quorum" in line for line in said)


def test_signals_come_first_and_what_is_left_out_of_the_table_is_named(
    data: BoardPaperReportData, make_series: MakeSeries
) -> None:
    series = make_series(*LONG)
    measures = [
        replace(series, measure=series.measure.model_copy(update={"name": f"Measure {number}"}))
        for number in range(9)
    ]
    cause = SpecialCause(SpecialCauseRule.TREND, Side.LOW, 6)
    signal = replace(
        series.status, judgement=Judgement.SIGNAL, signal=Signal(cause, since=0, at=5, run=6)
    )
    some = [replace(m, status=signal) if n in {6, 8} else m for n, m in enumerate(measures)]
    table, left = at_a_glance(data, some)
    assert table == [f"Measure {number}" for number in (6, 8, 0, 1, 2)]
    assert left == (
        "Without a signal or a missed target and not in the table: "
        "measure 3, measure 4, measure 5 and measure 7."
    )
    points = tuple(replace(point, value=None) for point in series.points)
    bare = replace(measures[4], points=points)
    _, left = at_a_glance(data, [*some[:4], bare, *some[5:]])
    assert "measure 4" not in left, "of a measure without a figure nothing is said"
    table, left = at_a_glance(data, [replace(measure, status=signal) for measure in measures])
    assert len(table) == len(measures), "no signal is left out"
    assert left == ""


def test_a_missed_target_stands_in_the_table_and_among_the_charts_of_the_board_paper(
    data: BoardPaperReportData, make_series: MakeSeries
) -> None:
    series = make_series(*LONG)
    measures = [
        replace(series, measure=series.measure.model_copy(update={"name": f"Measure {number}"}))
        for number in range(8)
    ]
    target = Target(
        measure_id=series.measure.id, high=Decimal(26), starts=date(2020, 1, 1), source="board"
    )
    missed = restated(measures[7], target=target)
    table, _ = at_a_glance(data, [*measures[:7], missed])
    assert table[0] == "Measure 7", "a missed target comes first"
    performance = (Performance(missed, None, linked=False),)
    paper = board_paper(replace(data, performance=performance))
    glance = next(b for b in after(paper.blocks, "Position at a glance") if isinstance(b, Table))
    (cell,) = column(glance, "Signal")
    assert words(cell).startswith("Target not met by 20 weeks\n")
    blocks = after(paper.blocks, "Performance")
    assert any(isinstance(block, Chart) for block in blocks), "it has a section of its own"
    assert Heading("Figures that are not shown here", 3) not in blocks


def at_a_glance(data: BoardPaperReportData, measures: list[Series]) -> tuple[list[str], str]:
    """Return the measures in the table at a glance, and what is said of those left out."""
    performance = tuple(Performance(measure, None) for measure in measures)
    paper = board_paper(replace(data, performance=performance))
    blocks = after(paper.blocks, "Position at a glance")
    table = next(block for block in blocks if isinstance(block, Table))
    said = [words(block.line) for block in blocks if isinstance(block, Paragraph)]
    left = next((line for line in said if line.startswith("Without a signal")), "")
    return [words(cell) for cell in column(table, "Measure")], left


def escalation(board: BoardReportData, question: str, **values: Any) -> EscalationRow:
    put = Escalation(
        area_id=board.group.area_id,
        group_id=board.group.id,
        to_body="Family Justice Board",
        question=question,
        raised_on=date(2026, 9, 1),
        **values,
    )
    return EscalationRow(
        escalation=put,
        group=board.group,
        addressee=put.to_body,
        action=None,
        item="",
        restricted=False,
        day=board.today,
    )


def test_what_the_board_escalated_stands_after_its_sub_groups_until_it_is_answered(
    data: BoardPaperReportData,
) -> None:
    rows = (
        escalation(data.board, "More judges?", answer_by=date(2026, 12, 24)),
        escalation(
            data.board,
            "More rooms?",
            answer="Two, from May.",
            answered_on=date(2026, 9, 4),
            answered_by="A letter",
        ),
        escalation(
            data.board,
            "More lists?",
            answer="No.",
            answered_on=date(2026, 9, 3),
            answered_by="A letter",
        ),
    )
    assert data.log.since == date(2026, 9, 4)
    written = "\n".join(texts(board_paper(replace(data, escalations=rows))))
    assert (
        "▲ Escalated, no answer yet: More judges? Put to Family Justice Board on "
        "1 September 2026; an answer is wanted by 24 December 2026."
    ) in written
    assert "Answer of A letter, 4 September 2026: Two, from May." in written
    assert "More lists?" not in written, "it was answered before the last meeting"
    assert "Escalated by the" not in "\n".join(texts(board_paper(data)))


def test_what_a_sub_group_escalated_stands_under_it(data: BoardPaperReportData) -> None:
    row = escalation(data.board, "More judges?")
    group = SubGroup(data.board.group, "", None, None, 0, (row,))
    parts = after(board_paper(replace(data, groups=(group,))).blocks, "Reports from sub-groups")
    (points,) = (block for block in parts if isinstance(block, Bullets))
    assert any("More judges?" in words(line) for line in points.lines)
