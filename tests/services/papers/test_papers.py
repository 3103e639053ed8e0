"""The papers of the sample board: what they tell, and the files they become."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from openxml_audit import OpenXmlValidator
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel, create_engine

from lfjb_desk.domain.blocks import (
    Block,
    Chart,
    Decisions,
    Heading,
    Line,
    MessageTitle,
    Paper,
    Paragraph,
    Strip,
    Table,
)
from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.governance.groups import Group, GroupKind, Marking
from lfjb_desk.domain.meetings.meetings import AgendaItem
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.papers import registry
from lfjb_desk.services.papers.definition import PaperDefinition, PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.places import PlaceService
from lfjb_desk.services.reference import ReferenceService
from lfjb_desk.services.sample.sample import SampleService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.word.reading.read import ReadParagraph, read
from tests.published import published_only

if TYPE_CHECKING:
    from uuid import UUID

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
TEMPLATE = ROOT / "templates" / "house.docx"


@pytest.fixture(scope="module")
def sample() -> Iterator[Database]:
    engine = create_engine(
        "sqlite://", connect_args={"check_same_thread": False}, poolclass=StaticPool
    )
    SQLModel.metadata.create_all(engine)
    database = Database(engine)
    reference = ReferenceService(database, ROOT / "db" / "reference").load()
    assert reference is not None
    database.apply(reference)
    sample = SampleService(database, ROOT / "resources" / "sample", ROOT / "db" / "reference")
    database.apply(published_only(sample.build(TODAY)))
    yield database
    engine.dispose()


@pytest.fixture
def papers(sample: Database) -> PaperService:
    return PaperService(sample, TEMPLATE)


@pytest.fixture
def board_id(sample: Database) -> "UUID":
    with sample.session() as session:
        groups = everything(session, Group)
    return next(group.id for group in groups if group.kind is GroupKind.BOARD)


@pytest.fixture
def board_paper(papers: PaperService, board_id: "UUID") -> Paper:
    return papers.paper(PaperRequest(registry.BOARD_PAPER, board_id, TODAY))


@pytest.fixture
def drivers(papers: PaperService, board_id: "UUID") -> Paper:
    return papers.paper(PaperRequest(registry.DRIVERS, board_id, TODAY))


def column(table: Table, heading: str) -> list[Line]:
    """Return what a table shows below a heading, line by line."""
    place = [part.heading for part in table.columns].index(heading)
    return [row[place] for row in table.rows]


def words(line: Line) -> str:
    return line if isinstance(line, str) else "".join(span.text for span in line)


def headings(paper: Paper) -> list[str]:
    return [block.text for block in paper.blocks if isinstance(block, Heading) and block.level == 2]


def under(paper: Paper, heading: str) -> list[Block]:
    """Return the blocks between a heading of level 2 and the next one."""
    blocks = list(paper.blocks)
    begins = next(
        place
        for place, block in enumerate(blocks)
        if isinstance(block, Heading) and block.text == heading
    )
    after = blocks[begins + 1 :]
    ends = next(
        (
            place
            for place, block in enumerate(after)
            if isinstance(block, Heading) and block.level == 2
        ),
        len(after),
    )
    return after[:ends]


def tables(blocks: list[Block]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def test_the_board_paper_has_its_parts_in_the_order_of_the_house(board_paper: Paper) -> None:
    assert headings(board_paper) == [
        "What the board is asked to decide",
        "Agenda",
        "Minutes of the last meeting",
        "Terms of reference, draft version 3",
        "Position at a glance",
        "Action log",
        "Performance",
        "Drivers of delay in brief",
        "Reports from sub-groups",
        "Membership and vacancies",
        "Next dates",
    ]


def test_the_board_is_asked_what_its_agenda_says(board_paper: Paper) -> None:
    asked = next(block for block in board_paper.blocks if isinstance(block, Decisions))
    assert [ask.ask for ask in asked.asks] == [
        "Minutes of the last meeting (item 3).",
        "Action log (item 4).",
        "Terms of reference, draft version 3 (item 7).",
        "Membership and empty seats (item 10).",
    ]
    anchors = {block.anchor for block in board_paper.blocks if isinstance(block, Heading)}
    assert {ask.leads_to for ask in asked.asks} - {""} <= anchors


def test_a_renamed_item_still_leads_to_its_part(papers: PaperService, board_id: "UUID") -> None:
    with papers._database.session() as session:
        items = everything(session, AgendaItem)
    planned = [item for item in items if item.title == "Drivers of delay"][-1]
    agenda = AgendaService(papers._database)
    renamed = agenda.edit(planned.id, title="Performance of the experts")
    papers._database.apply(renamed)
    paper = papers.paper(PaperRequest(registry.BOARD_PAPER, board_id, TODAY))
    papers._database.apply(renamed.inverse())
    subjects = [row[1] for row in tables(under(paper, "Agenda"))[0].rows]
    leads = {line[0].text: line[0].leads_to for line in subjects if not isinstance(line, str)}
    assert leads["Performance of the experts"] == "drivers"
    assert leads["Performance"] == "performance"
    assert "Item 6, to discuss" in str(under(paper, "Drivers of delay in brief")[0])


def test_late_actions_lead_the_log_with_the_longest_overdue_on_top(board_paper: Paper) -> None:
    late = tables(under(board_paper, "Action log"))[0]
    days = [int(words(line).split()[2]) for line in column(late, "Status")]
    assert late.title == "Late actions"
    assert days == sorted(days, reverse=True)
    assert min(days) > 0


def test_every_table_of_figures_says_where_they_were_read(board_paper: Paper) -> None:
    figures = [table for table in tables(list(board_paper.blocks)) if table.captioned]
    assert len(figures) == 4
    for table in figures:
        assert table.source.startswith("Source: ")
        assert any(word in table.source for word in ("sheet ", "gov.uk (", "as given in “"))
        assert "cell" in table.source


def test_too_few_figures_of_the_area_give_a_table_and_the_nation_gives_the_chart(
    board_paper: Paper,
) -> None:
    part = under(board_paper, "Performance")
    charts = [block for block in part if isinstance(block, Chart)]
    assert [chart.series[0].name for chart in charts] == ["England", "England and Wales"]
    said = [words(block.line) for block in part if isinstance(block, Paragraph)]
    assert any(line.startswith("No figure for Essex and Suffolk") for line in said)


def test_empty_seats_are_named_with_since_when(board_paper: Paper) -> None:
    empty = tables(under(board_paper, "Membership and vacancies"))[0]
    assert [words(row[1]) for row in empty.rows] == ["Police", "Integrated care board"]


@pytest.mark.parametrize("kind", registry.PAPERS)
def test_no_cell_is_empty_and_no_claim_is_longer_than_two_lines(
    papers: PaperService, board_id: "UUID", kind: PaperDefinition
) -> None:
    paper = papers.paper(PaperRequest(kind, board_id, TODAY))
    cells = [
        words(cell)
        for table in tables(list(paper.blocks))
        for row in (tuple(column.heading for column in table.columns), *table.rows)
        for cell in row
    ]
    assert all(cell.strip() for cell in cells)
    titles = [block.text for block in paper.blocks if isinstance(block, MessageTitle)]
    assert all(len(title) <= 180 for title in titles)
    assert all(table.rows for table in tables(list(paper.blocks)))


def test_drivers_come_worst_first_and_the_severe_have_their_page(drivers: Paper) -> None:
    matrix = next(table for table in tables(list(drivers.blocks)) if table.title == "All drivers")
    severities = [words(row[1]) for row in matrix.rows]
    assert severities == ["Severe", *["High"] * 4, *["Moderate"] * 3, *["Some"] * 2]
    strips = [block for block in drivers.blocks if isinstance(block, Strip)]
    assert len(strips) == 7
    assert [head for head, _ in strips[0].cells] == [
        "1 Driver ►", "2 Figure ►", "3 Actions ►", "4 Decision",
    ]  # fmt: skip


def test_a_driver_says_plainly_what_is_missing(drivers: Paper) -> None:
    part = under(drivers, "PLO tracking issues")
    said = [words(block.line) for block in part if isinstance(block, Paragraph)]
    assert "No figure has been imported for this driver." in said
    strip = next(block for block in part if isinstance(block, Strip))
    assert words(strip.cells[1][1]).startswith("None")


def test_the_report_keeps_the_numbers_of_the_board_paper(drivers: Paper) -> None:
    assert headings(drivers)[:3] == [
        "What the board is asked to decide",
        "All drivers on one page",
        "How to read this report",
    ]
    assert not [block for block in drivers.blocks if isinstance(block, Decisions)]


def test_the_terms_give_the_version_in_force_and_what_the_draft_would_change(
    papers: PaperService, board_id: "UUID"
) -> None:
    paper = papers.paper(PaperRequest(registry.TERMS_OF_REFERENCE, board_id, TODAY))
    assert headings(paper) == [
        *("Clauses", "Membership", "Quorum", "What draft version 3 would change", "Versions"),
        "Annex: whether the terms are kept",
        "Annex: forums outside the board",
        "Annex: attendance by organisation",
    ]
    versions = tables(under(paper, "Versions"))[0]
    assert [words(row[1]) for row in versions.rows] == [
        "○ Draft",
        "● In force",
        "\N{EN DASH} Superseded",
    ]


@pytest.mark.parametrize("kind", registry.PAPERS)
def test_each_paper_is_valid_word_without_a_finding_and_the_same_twice(
    papers: PaperService, board_id: "UUID", kind: PaperDefinition, tmp_path: Path
) -> None:
    one = papers.write(PaperRequest(kind, board_id, TODAY), tmp_path / "one.docx")
    two = papers.write(PaperRequest(kind, board_id, TODAY), tmp_path / "two.docx")
    assert one.findings == ()
    assert one.sha256 == two.sha256 == hashlib.sha256(one.path.read_bytes()).hexdigest()
    audit = OpenXmlValidator().validate(one.path)
    assert [str(error) for error in audit.errors] == []


def test_a_board_paper_reads_back_from_word_with_its_words_in_order(
    papers: PaperService, board_id: "UUID", tmp_path: Path
) -> None:
    out = tmp_path / "board.docx"
    papers.write(PaperRequest(registry.BOARD_PAPER, board_id, TODAY), out)
    said = [block for block in read(out) if isinstance(block, ReadParagraph)]
    assert [block.text for block in said[:2]] == [
        "Essex and Suffolk Local Family Justice Board",
        "Board meeting, 4 December 2026",
    ]
    parts = [block.text for block in said if block.level == 2]
    assert parts[0] == "What the board is asked to decide"
    assert parts[-1] == "Next dates"


def test_a_written_paper_is_remembered_and_undo_forgets_it(
    sample: Database, papers: PaperService, board_id: "UUID", tmp_path: Path
) -> None:
    written = papers.write(PaperRequest(registry.AGENDA, board_id, TODAY), tmp_path / "agenda.docx")
    change = papers.record(written, NOW)
    sample.apply(change)
    (row,) = papers.written(board_id)
    assert (row.file_name, row.sha256, row.findings) == ("agenda.docx", written.sha256, 0)
    assert row.meeting_id is not None
    sample.apply(change.inverse())
    assert papers.written(board_id) == []


def test_a_paper_taken_off_the_list_keeps_its_file(
    sample: Database, papers: PaperService, board_id: "UUID", tmp_path: Path
) -> None:
    out = tmp_path / "agenda.docx"
    kept = papers.record(papers.write(PaperRequest(registry.AGENDA, board_id, TODAY), out), NOW)
    sample.apply(kept)
    (row,) = papers.written(board_id)
    gone = papers.forget(row.id)
    sample.apply(gone)
    assert papers.written(board_id) == []
    assert out.exists()
    sample.apply(gone.inverse())
    assert [one.id for one in papers.written(board_id)] == [row.id]
    sample.apply(kept.inverse())


def test_minutes_are_of_the_last_meeting_and_the_agenda_of_the_next(
    papers: PaperService, board_id: "UUID"
) -> None:
    last = papers.usual_meeting(registry.MINUTES, board_id, TODAY)
    coming = papers.usual_meeting(registry.AGENDA, board_id, TODAY)
    assert last is not None
    assert coming is not None
    assert (last.number, coming.number) == (23, 24)
    later = papers.usual_meeting(registry.AGENDA, board_id, date(2030, 1, 1))
    assert later is not None
    assert later.number == 24


def test_the_file_name_carries_marking_paper_and_day(
    papers: PaperService, board_id: "UUID"
) -> None:
    name = papers.file_name(PaperRequest(registry.BOARD_PAPER, board_id, TODAY))
    assert name == "OFFICIAL-SENSITIVE_board-paper_2026-12-04.docx"
    log = papers.file_name(PaperRequest(registry.ACTION_LOG, board_id, TODAY))
    assert log == "OFFICIAL-SENSITIVE_action-log_2026-11-23.docx"


def test_a_new_board_without_figures_or_meetings_says_what_to_do_first(
    sample: Database, papers: PaperService
) -> None:
    area = PlaceService(sample).area("GFORD")
    bare = Group(area_id=area.id, kind=GroupKind.BOARD, name="Bare board", marking=Marking.OFFICIAL)
    change = Change("Add", (added(bare),))
    sample.apply(change)
    for kind in (registry.BOARD_PAPER, registry.AGENDA, registry.MINUTES):
        with pytest.raises(RuleError, match="has no meeting yet"):
            papers.paper(PaperRequest(kind, bare.id, TODAY))
    with pytest.raises(RuleError, match="no terms of reference yet"):
        papers.paper(PaperRequest(registry.TERMS_OF_REFERENCE, bare.id, TODAY))
    log = papers.paper(PaperRequest(registry.ACTION_LOG, bare.id, TODAY))
    assert not tables(list(log.blocks))
    report = papers.paper(PaperRequest(registry.DRIVERS, bare.id, TODAY))
    idle = under(report, "Drivers with no open action")
    assert len(idle) == 1
    name = papers.file_name(PaperRequest(registry.DRIVERS, bare.id, TODAY))
    assert name == "drivers_2026-11-23.docx"
    sample.apply(change.inverse())


def test_a_meeting_of_another_group_is_refused(
    sample: Database, papers: PaperService, board_id: "UUID"
) -> None:
    with sample.session() as session:
        other = next(
            group for group in everything(session, Group) if group.name == "Public law group"
        )
    meeting = papers.usual_meeting(registry.AGENDA, other.id, TODAY)
    assert meeting is not None
    with pytest.raises(RuleError, match="not one of"):
        papers.paper(PaperRequest(registry.AGENDA, board_id, TODAY, meeting.id))
    with pytest.raises(RuleError, match="no longer there"):
        papers.paper(PaperRequest(registry.AGENDA, board_id, TODAY, uuid4()))


@pytest.mark.parametrize("kind", [registry.BOARD_PAPER, registry.AGENDA, registry.DRIVERS])
def test_a_sub_group_has_its_papers_too(
    sample: Database, papers: PaperService, kind: PaperDefinition
) -> None:
    with sample.session() as session:
        other = next(
            group for group in everything(session, Group) if group.name == "Public law group"
        )
    paper = papers.paper(PaperRequest(kind, other.id, TODAY))
    assert paper.board == "Public law group"
    assert "has no sub-group" in str(paper.blocks) or kind is not registry.BOARD_PAPER
