"""The page of a driver and the terms of reference, also where nearly everything is missing."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from lfjb_desk.domain.actions import ActionStatus
from lfjb_desk.domain.blocks import Chart, Decisions, MessageTitle, Strip, Table
from lfjb_desk.domain.drivers import AreaDriver, Driver, Project
from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    ClauseRule,
    DocumentKind,
    DocumentVersion,
    GoverningDocument,
    VersionState,
)
from lfjb_desk.domain.meetings.meetings import Decision, ItemTopic, Purpose
from lfjb_desk.domain.read_models.drivers import (
    DriverEvent,
    DriverView,
    EventKind,
    Gap,
    MeasureProgress,
    ProjectLine,
)
from lfjb_desk.domain.read_models.figures.series import ActionMark, Series
from lfjb_desk.domain.read_models.governance.governing_documents import DocumentRow, VersionView
from lfjb_desk.papers.drivers import drivers_paper
from lfjb_desk.papers.parts.driver_figures import NO_FIGURE
from lfjb_desk.papers.parts.driver_parts import brief_blocks, worst_first
from lfjb_desk.papers.parts.report_data import BoardReportData, DriversReportData, TermsReportData
from lfjb_desk.papers.terms import terms_paper
from tests.papers.conftest import (
    AREA,
    TODAY,
    MakeAction,
    MakeItem,
    MakeMeeting,
    MakeSeries,
    column,
    tables,
    texts,
    words,
)

SIX = ("53", "56", "54", "57", "50", "47")


def bare(number: int = 1, severity: int = 0) -> DriverView:
    driver = Driver(
        number=number, code=f"d{number}", name=f"Driver {number}", summary="", source=""
    )
    standing = AreaDriver(area_id=AREA, driver_id=driver.id, severity=severity)
    return DriverView(
        driver=driver,
        standing=standing if severity else None,
        lead="",
        measures=(),
        actions=(),
        decisions=(),
        projects=(),
        gaps=(Gap("Nobody leads on it."), Gap("No decision is linked to it.", of_records=True)),
        changed=(),
    )


@pytest.fixture
def whole(make_action: MakeAction, make_series: MakeSeries) -> DriverView:
    """A driver with a measure, late and closed actions, a decision and a project."""
    series = make_series(*SIX)
    progress = MeasureProgress(
        link_id=UUID(int=5),
        measure=series.measure,
        series=series,
        baseline=series.points[0],
        now=series.points[-1],
        sentence="",
    )
    done = [
        make_action(
            f"EST-A-02{place}",
            date(2024, 5, 1),
            status=ActionStatus.DONE,
            closed_on=date(2024, 5, place),
        )
        for place in range(1, 5)
    ]
    marks = tuple(
        ActionMark(row.action.id, row.action.ref, row.action.title, date(2024, 5, 1))
        for row in done
    )
    progress = replace(progress, series=replace(series, marks=marks))
    late = make_action("EST-A-001", date(2026, 10, 1), owner="", moved=1,
                       original_due=date(2026, 5, 1))  # fmt: skip
    view = bare(severity=5)
    decision = Decision(
        ref="EST-D-001",
        group_id=UUID(int=3),
        meeting_id=UUID(int=4),
        text="Do it.",
        decided_on=date(2026, 9, 4),
    )
    project = Project(area_id=AREA, title="Early meetings", ends=date(2027, 1, 8))
    return replace(
        view,
        lead="Bethan Siskin",
        measures=(progress,),
        actions=(late, *done),
        decisions=(decision,),
        projects=(ProjectLine(project, "", None),),
        gaps=(),
        changed=(DriverEvent(EventKind.RAISED, late.action.id, "EST-A-001", "", date(2026, 9, 4)),),
    )


def test_the_line_of_sight_runs_from_driver_to_decision(
    board: BoardReportData, whole: DriverView
) -> None:
    paper = drivers_paper(DriversReportData(board, None, date(2026, 9, 4), (whole,)))
    strip = next(block for block in paper.blocks if isinstance(block, Strip))
    driver, figure, actions, decision = (words(line) for _, line in strip.cells)
    assert driver.startswith("Severe")
    assert figure.startswith("47 weeks\nAverage length of care cases")
    assert actions.startswith("1 open, ■ 1 late\nEST-A-001 53 days late")
    assert decision.startswith("EST-D-001\nDo it.")


def test_a_drivers_page_shows_the_chart_with_finished_actions_as_flags(
    board: BoardReportData, whole: DriverView
) -> None:
    paper = drivers_paper(DriversReportData(board, None, None, (whole,)))
    chart = next(block for block in paper.blocks if isinstance(block, Chart))
    assert chart.flags == ((4, "EST-A-021 +3"),)
    said = texts(paper)
    assert "The baseline is 53 weeks, Q1: 2023-24." in said
    assert [line for line in said if line.startswith("Source: Cafcass.")]
    assert not [line for line in said if line.startswith("Done or dropped: ")]
    strip = next(block for block in paper.blocks if isinstance(block, Strip))
    assert words(strip.cells[2][1]).endswith("\n4 actions done")
    assert "Missing: Nothing: the figure, the actions and the decision are all there." in said
    assert "Driver 1: Raised: EST-A-001." in said


def nation_beside(
    board: BoardReportData, whole: DriverView, own: Series | None, nation: Series
) -> DriversReportData:
    """Return a report on a driver whose area has a few figures and whose nation has many."""
    points = own.points if own else ()
    progress = replace(
        whole.measures[0],
        series=own,
        baseline=points[0] if points else None,
        now=points[-1] if points else None,
    )
    view = replace(whole, measures=(progress,))
    return DriversReportData(board, None, None, (view,), {nation.measure.id: nation})


@pytest.mark.parametrize(
    ("figures", "said", "progress"),
    [
        ((), "For context: Estuary has no figure of its own. ", 0),
        (("55",), "For context: Estuary itself has one figure, 55 weeks, 2023-24 Q1. ", 0),
        (("55", "54"), "For context: Estuary itself has 2 figures, the newest 54 weeks, ", 1),
    ],
)
def test_where_an_area_has_too_few_figures_the_nations_chart_stands_under_its_own_name(
    board: BoardReportData,
    whole: DriverView,
    make_series: MakeSeries,
    figures: tuple[str, ...],
    said: str,
    progress: int,
) -> None:
    nation = replace(make_series(*SIX), place="England")
    own = make_series(*figures) if figures else None

    paper = drivers_paper(nation_beside(board, whole, own, nation))

    title = next(block for block in paper.blocks if isinstance(block, MessageTitle))
    assert title.text.startswith("England, average length of care cases")
    chart = next(block for block in paper.blocks if isinstance(block, Chart))
    assert [line.name for line in chart.series] == ["England"]
    assert "England" in chart.alt
    assert "Estuary" not in chart.alt
    assert any(line.startswith(said) and "England, each quarter" in line for line in texts(paper))
    assert sum(table.captioned for table in tables(paper)) == progress
    assert any(line.startswith("Source: Cafcass. history.xlsx") for line in texts(paper))


def test_beside_a_chart_too_every_open_action_has_its_row(
    board: BoardReportData, whole: DriverView, make_action: MakeAction
) -> None:
    opened = [make_action(f"EST-A-03{place}", date(2027, 1, place)) for place in range(1, 6)]
    closed = [row for row in whole.actions if row.closed]

    charted = replace(whole, actions=(*opened, *closed))
    bare = replace(charted, measures=())
    pages = [drivers_paper(DriversReportData(board, None, None, (one,))) for one in (charted, bare)]

    rows = [
        next(one for one in tables(page) if one.title == "Actions on Driver 1").rows
        for page in pages
    ]
    assert [len(one) for one in rows] == [5, 5]
    assert not [line for line in texts(pages[0]) if "not in the table" in line]
    assert "Done or dropped: EST-A-021, EST-A-022, EST-A-023 and EST-A-024, not in the table." in (
        texts(pages[1])
    )
    strip = next(block for block in pages[0].blocks if isinstance(block, Strip))
    assert "\nand 1 more\n" in words(strip.cells[2][1])


def test_an_action_without_an_owner_says_so_and_how_often_its_date_moved(
    board: BoardReportData, whole: DriverView
) -> None:
    paper = drivers_paper(DriversReportData(board, None, None, (whole,)))
    table = next(one for one in tables(paper) if one.title == "Actions on Driver 1")
    assert words(table.rows[0][2]) == "No owner\nHMCTS"
    assert words(table.rows[0][3]) == "1 October 2026\nmoved once"
    assert words(table.rows[0][4]) == "■ Late\n53 days"


def test_a_driver_with_nothing_says_none_at_every_link(board: BoardReportData) -> None:
    said = texts(drivers_paper(DriversReportData(board, None, None, (bare(severity=4),))))
    assert f"2 Figure ►: None\n{NO_FIGURE}" in said
    assert "4 Decision: None\nNo decision is linked to it." in said
    assert "No action is linked to this driver." in said
    assert "Driver 1: high; no action done." in said


def test_decisions_on_drivers_keep_their_numbers(
    board: BoardReportData, make_meeting: MakeMeeting, make_item: MakeItem
) -> None:
    coming = make_meeting(
        make_item("Minutes of the drivers group", Purpose.DECIDE, topic=ItemTopic.MINUTES),
        make_item(
            "Why cases wait", Purpose.DECIDE, why="One has no lead.", topic=ItemTopic.DRIVERS
        ),
    )
    paper = drivers_paper(DriversReportData(board, coming, None, (bare(),)))
    asked = [block for block in paper.blocks if isinstance(block, Decisions)]
    assert [(one.first, one.asks[0].reason) for one in asked] == [(2, "One has no lead.")]
    assert "For: Board meeting 24, 3 December 2026, item 2" in texts(paper)


def test_drivers_are_put_worst_first_and_their_claim_fits(
    whole: DriverView, board: BoardReportData
) -> None:
    ordered = worst_first([bare(3), bare(2, severity=2), whole])
    assert [view.driver.number for view in ordered] == [1, 2, 3]
    claims = [
        str(brief_blocks(board, views)[0])
        for views in ((whole, bare(2)), (bare(2),), (bare(2, severity=2),), ())
    ]
    assert "1 of 2 drivers has a late action" in claims[0]
    assert "No driver has been judged yet" in claims[1]
    assert "Worst: Driver 2" in claims[2]
    assert "No driver of delay is held." in claims[3]
    none = texts(drivers_paper(DriversReportData(board, None, None, ())))
    assert "No next meeting is set, so no decision is asked for." in none
    quiet = texts(drivers_paper(DriversReportData(board, None, None, (bare(2), bare(3)))))
    assert any(line.startswith("No driver has been judged yet; those with late") for line in quiet)
    assert "Not judged yet, and no action late." in quiet
    judged = bare(2, severity=2)
    assert judged.standing is not None
    judged.standing.judged_on = date(2026, 9, 11)
    both = texts(drivers_paper(DriversReportData(board, None, None, (judged, bare(3)))))
    assert (
        "Worst first: by severity, then by late actions. Severity last judged on "
        "11 September 2026. Actions as they stood on 23 November 2026."
    ) in both
    later = bare(4, severity=2)
    assert later.standing is not None
    later.standing.judged_on = date(2026, 11, 20)
    three = texts(drivers_paper(DriversReportData(board, None, None, (judged, bare(3), later))))
    assert "Severity: Last judged from 11 September 2026 to 20 November 2026" in three
    assert "Judged below high or not judged yet, and no action late." in both
    assert "No driver of delay is held." in none
    assert "Severity: Not judged yet" in none


def document(*states: VersionState, clauses: int = 1) -> DocumentRow:
    """Return terms of reference with versions in these states, the latest first."""
    own = GoverningDocument(
        group_id=AREA, kind=DocumentKind.TERMS_OF_REFERENCE, title="Terms of reference"
    )
    views = []
    for place, state in enumerate(states):
        number = len(states) - place
        version = DocumentVersion(
            document_id=own.id,
            number=number,
            state=state,
            review_by=date(2026, 1, 1) if state is VersionState.AGREED else None,
        )
        held = tuple(
            Clause(
                version_id=version.id,
                position=position,
                number=str(position),
                heading="Quorum" if position == 1 else "",
                text=f"Version {number} says {position}.",
                rule=ClauseRule.QUORUM if position == 1 else None,
                rule_value=2 if position == 1 else None,
            )
            for position in range(1, clauses + 1)
        )
        views.append(VersionView(own, version, held, ""))
    return DocumentRow(own, tuple(views))


def test_terms_show_the_version_in_force_and_say_that_its_review_is_overdue(
    board: BoardReportData,
) -> None:
    data = TermsReportData(board, document(VersionState.DRAFT, VersionState.AGREED, clauses=2), ())
    said = texts(terms_paper(data))
    assert "Version 1, in force." in said
    assert "Review by: ■ Overdue, 1 January 2026" in said
    assert "Clause 1: Quorum" in said
    assert "Clause 2" in said
    assert "Rules that the clauses state in numbers: quorum 2 (clause 1)." in said
    assert "What draft version 2 would change" in said
    assert "The group has no seat yet." in said


def test_agreed_terms_say_what_they_change_and_not_the_note_of_their_draft(
    board: BoardReportData,
) -> None:
    row = document(VersionState.DRAFT, VersionState.AGREED, VersionState.SUPERSEDED)
    for view in row.versions:
        view.version.note = f"Draft {view.version.number} for the next meeting"
    blocks = terms_paper(TermsReportData(board, row, ())).blocks
    tables = [block for block in blocks if isinstance(block, Table)]
    history = next(table for table in tables if table.title == "Versions")
    assert column(history, "What it changes") == [
        "Draft 3 for the next meeting Changed: 1 Quorum.",
        "Changed: 1 Quorum.",
        "The first version.",
    ]


def test_terms_never_agreed_say_that_they_are_a_draft(board: BoardReportData) -> None:
    said = texts(
        terms_paper(TermsReportData(board, document(VersionState.IN_REVIEW, clauses=0), ()))
    )
    assert "Version 1, in review: not yet agreed." in said
    assert "This version has no clause yet." in said
    assert "Agreed at: Not yet agreed at a meeting" in said


def test_terms_without_a_version_or_a_quorum_say_so(board: BoardReportData) -> None:
    free = replace(board, group=board.group.model_copy(update={"quorum": None}))
    said = texts(terms_paper(TermsReportData(free, document(), ())))
    assert "Nothing has been written yet." in said
    assert "No version has been written." in said
    assert "No quorum has been agreed. 0 seats would count." in said


def test_a_draft_with_the_same_words_changes_nothing(board: BoardReportData) -> None:
    both = document(VersionState.DRAFT, VersionState.AGREED)
    draft = replace(both.versions[0], clauses=both.versions[1].clauses)
    same = replace(both, versions=(draft, both.versions[1]))
    said = texts(terms_paper(TermsReportData(board, same, ())))
    assert "The draft has the same words as the version in force." in said


def test_days_late_are_judged_on_the_day_of_the_paper(whole: DriverView) -> None:
    late = whole.late
    assert [row.days_late for row in late] == [(TODAY - date(2026, 10, 1)).days]


def test_a_clause_that_only_has_another_number_is_named_as_renumbered(
    board: BoardReportData,
) -> None:
    row = document(VersionState.DRAFT, VersionState.AGREED)
    draft, agreed = row.versions
    review = agreed.clauses[-1]
    young = review.model_copy(
        update={"id": uuid4(), "heading": "Young people", "text": "They are heard."}
    )
    moved = review.model_copy(update={"id": uuid4(), "number": "10"})
    versions = (replace(draft, clauses=(young, moved)), replace(agreed, clauses=(review,)))
    blocks = terms_paper(TermsReportData(board, replace(row, versions=versions), ())).blocks
    tables = {block.title: block for block in blocks if isinstance(block, Table)}
    drafted = next(table for title, table in tables.items() if title.startswith("What draft"))
    assert [words(cell) for cell in column(drafted, "Clause")] == ["Added", "Renumbered"]
    (changes, _) = column(tables["Versions"], "What it changes")
    name = f"{review.number} Young people"
    assert f"Added: {name}." in words(changes)
    assert f"Renumbered: 10 {review.heading} (was {review.number})." in words(changes)
