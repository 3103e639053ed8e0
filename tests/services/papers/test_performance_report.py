"""The performance report of an invented area with six years of figures, and of its authority."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from lfjb_desk.domain.blocks import (
    Bullets,
    Chart,
    Heading,
    Line,
    Paper,
    Paragraph,
    SeriesKind,
    SignalKind,
    Table,
)
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.figures.figures import Snapshot, Target
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.places import AreaAuthority, Confidence, LocalAuthority, PlaceKind
from lfjb_desk.papers.parts.common import NOTHING
from lfjb_desk.services.figures.control import ControlService
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.figures.narratives import NarrativeService
from lfjb_desk.services.papers import registry
from lfjb_desk.services.papers.definition import PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.word.reading.read import ReadParagraph, read
from tests.services.conftest import NOW, TODAY, Board
from tests.services.figures.quarterly import STEADY, measure, quarterly, snapshot, write

if TYPE_CHECKING:
    from uuid import UUID

ROOT = Path(__file__).parents[3]
LOWER = (*STEADY, *(value - 8 for value in STEADY))


@pytest.fixture
def council(board: Board) -> "UUID":
    """An area whose cases became shorter, with one authority, a nation and a marker."""
    weeks, share = measure(), measure("s31_within_26_pct", "Finished in time", unit="%")
    body = LocalAuthority(gss_code="E10", name="Suffolk", nation="England", source="invented")
    link = AreaAuthority(
        area_id=board.area, authority_id=body.id, confidence=Confidence.HIGH, source="invented"
    )
    file = snapshot()
    aim = Target(measure_id=weeks.id, high=Decimal(26), starts=TODAY.replace(year=2014), source="s")
    nation: dict[str, Any] = {
        "place_kind": PlaceKind.NATION,
        "place_code": "England",
        "place_label": "England",
    }
    own: dict[str, Any] = {
        "place_kind": PlaceKind.AUTHORITY,
        "place_code": "E10",
        "place_label": "Suffolk",
    }
    write(
        board.database,
        weeks,
        share,
        body,
        link,
        file,
        aim,
        *quarterly(weeks.id, file.id, LOWER),
        *quarterly(weeks.id, file.id, STEADY * 2, **nation),
        *quarterly(weeks.id, file.id, STEADY, first=12, **own),
        *quarterly(share.id, file.id, (61, "[c]", 63)),
    )
    return body.id


@pytest.fixture
def papers(board: Board) -> PaperService:
    return PaperService(board.database, ROOT / "templates/house.docx")


@pytest.fixture
def report(papers: PaperService, board: Board, council: "UUID") -> Paper:
    return papers.paper(PaperRequest(registry.PERFORMANCE, board.group, TODAY))


def plain(line: Line) -> str:
    return line if isinstance(line, str) else "".join(span.text for span in line)


def lines(paper: Paper) -> list[str]:
    return [plain(block.line) for block in paper.blocks if isinstance(block, Paragraph)]


def rows(paper: Paper, title: str) -> list[tuple[str, ...]]:
    table = next(b for b in paper.blocks if isinstance(b, Table) and b.title.startswith(title))
    return [tuple(map(plain, row)) for row in table.rows]


def test_signals_stand_at_a_glance_with_their_beginning(report: Paper) -> None:
    glance = {row[0]: row[1:] for row in rows(report, "Signals at a glance")}
    assert glance["Length of care cases"] == (
        "43 weeks",
        "2025 Q4",
        "at most 26 weeks",
        "Target not met by 17 weeks\n♦ Better, low",
        "2023 Q1",
    )
    assert glance["Finished in time"][3:] == (f"{NOTHING} Too few to judge", "None")
    assert "2 measures, 1 judged. 1 signal: 1 better and 0 worse." in (" ".join(lines(report)))


def test_the_chart_has_average_limits_and_the_points_that_a_rule_names(report: Paper) -> None:
    chart = next(block for block in report.blocks if isinstance(block, Chart))
    by_kind = [one.kind for one in chart.series]
    assert by_kind.count(SeriesKind.LIMIT) == 2
    assert by_kind.count(SeriesKind.MEAN) == 1
    assert SeriesKind.PEER in by_kind
    assert chart.signals
    assert {kind for _, kind in chart.signals} >= {SignalKind.BETTER}
    assert any(
        "Judged by the rules NHS-R 0.2.2; limits from 24 figures" in line for line in lines(report)
    )


def test_a_step_starts_average_and_limits_anew(
    papers: PaperService, board: Board, report: Paper
) -> None:
    weeks = next(one for one in FigureService(board.database).measures() if one.unit == "weeks")
    day = TODAY.replace(2023, 1, 1)
    step = ControlService(board.database).add_step(
        weeks.id, PlaceKind.AREA, "ESST", day, "Earlier hearings"
    )
    board.write(step)

    paper = papers.paper(PaperRequest(registry.PERFORMANCE, board.group, TODAY))

    chart = next(block for block in paper.blocks if isinstance(block, Chart))
    means = [one.values for one in chart.series if one.kind is SeriesKind.MEAN]
    assert len(means) == 2
    assert (means[0][-1], means[1][0]) == (None, None)
    assert means[1][-1] < means[0][0]  # type: ignore[operator]  # both stretches have an average
    assert any("Earlier hearings" in line for line in lines(paper))


def test_no_marker_becomes_a_nought_and_it_is_explained(report: Paper) -> None:
    table = next(b for b in report.blocks if isinstance(b, Table) and "in time" in b.title)
    assert plain(table.rows[0][2]) == "[c]"
    assert "[c] means kept back" in table.note


def test_other_places_stand_by_name_and_those_left_out_with_the_reason(report: Paper) -> None:
    beside = rows(report, "Length of care cases, October to December 2025, by place")
    assert [row[0] for row in beside] == ["England", "Essex", "Suffolk"]
    said = [
        plain(line) for block in report.blocks if isinstance(block, Bullets) for line in block.lines
    ]
    assert any(line.endswith("No figure is held.") for line in said)


def test_a_persons_words_stand_in_the_report_and_are_marked_when_stale(
    papers: PaperService, board: Board, council: "UUID"
) -> None:
    figures, narratives = FigureService(board.database), NarrativeService(board.database)
    series = next(one for one in figures.for_area(board.area, TODAY) if one.measure.unit == "weeks")
    board.write(
        narratives.write(series, "Listing changed in 2023.\nThe board keeps watching.", NOW)
    )

    paper = papers.paper(PaperRequest(registry.PERFORMANCE, board.group, TODAY))
    assert "Listing changed in 2023." in lines(paper)
    day = long_date(NOW.date())
    assert f"Written by a person on {day}." in lines(paper)

    file = snapshot()
    write(board.database, file, *quarterly(series.measure.id, file.id, (70,), first=len(LOWER)))
    paper = papers.paper(PaperRequest(registry.PERFORMANCE, board.group, TODAY))
    before = "before the figures, their target or a step changed."
    assert f"Written by a person on {day}, {before}" in lines(paper)


def test_an_authority_has_a_report_of_its_own(
    papers: PaperService, board: Board, council: "UUID", tmp_path: Path
) -> None:
    name = papers.file_name(
        PaperRequest(registry.PERFORMANCE, board.group, TODAY, authority_id=council)
    )
    assert name == "OFFICIAL-SENSITIVE_performance_Suffolk_2026-11-23.docx"

    out = tmp_path / name
    written = papers.write(
        PaperRequest(registry.PERFORMANCE, board.group, TODAY, authority_id=council), out
    )

    assert written.findings == ()
    said = [one.text for one in read(out) if isinstance(one, ReadParagraph)]
    assert "Performance report: Suffolk" in said
    assert "The authorities" not in said
    assert any(line.startswith("Length of care cases, 51 weeks, up from ") for line in said)


def test_what_an_authority_returns_without_signal_target_or_driver_stands_in_one_table(
    papers: PaperService, board: Board, council: "UUID"
) -> None:
    more = [measure(f"other_{number}", f"Other {number}") for number in range(3)]
    file = snapshot()
    own: dict[str, Any] = {
        "place_kind": PlaceKind.AUTHORITY,
        "place_code": "E10",
        "place_label": "Suffolk",
    }
    figures = [figure for each in more for figure in quarterly(each.id, file.id, STEADY, **own)]
    write(board.database, file, *more, *figures)
    paper = papers.paper(
        PaperRequest(registry.PERFORMANCE, board.group, TODAY, authority_id=council)
    )
    assert sum(isinstance(block, Chart) for block in paper.blocks) == 1, "the one with a target"
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    rest = next(table for table in tables if table.title == "The other measures")
    assert [row[0] for row in rest.rows] == ["Other 0", "Other 1", "Other 2"]


def test_the_report_of_the_area_tells_of_each_authority(report: Paper) -> None:
    headings = [block.text for block in report.blocks if isinstance(block, Heading)]
    assert "The region and the authorities" not in headings, "no figure of the region is held"
    assert headings.index("Suffolk") > headings.index("The authorities")


def test_every_file_is_named_with_its_digits(report: Paper) -> None:
    (row,) = rows(report, "Files that the figures were read from")
    assert row == ("weeks.csv", "Cafcass", "4 November 2026", "bbbbbbbb")


def test_an_authority_of_another_area_is_refused(
    papers: PaperService, board: Board, council: "UUID"
) -> None:
    other = LocalAuthority(gss_code="E11", name="Kent", nation="England", source="invented")
    write(board.database, other)
    with pytest.raises(RuleError, match="not one of the area"):
        papers.paper(PaperRequest(registry.PERFORMANCE, board.group, TODAY, authority_id=other.id))


@pytest.mark.usefixtures("council")
def test_an_authority_whose_figures_are_of_an_earlier_period_says_so(
    papers: PaperService, board: Board
) -> None:
    weeks = next(one for one in FigureService(board.database).measures() if one.unit == "weeks")
    late = LocalAuthority(gss_code="E11", name="Northmere", nation="England", source="invented")
    link = AreaAuthority(
        area_id=board.area, authority_id=late.id, confidence=Confidence.HIGH, source="invented"
    )
    own: dict[str, Any] = {"place_kind": PlaceKind.AUTHORITY, "place_code": "E11"}
    file = snapshot()
    figures = quarterly(weeks.id, file.id, STEADY, first=11, **own)
    write(board.database, late, link, file, *figures)
    paper = papers.paper(PaperRequest(registry.PERFORMANCE, board.group, TODAY))
    told = [line for line in lines(paper) if "earlier period than others" in line]
    sentence = (
        "Its figures are of an earlier period than others': "
        "length of care cases (July to September 2025)."
    )
    assert told == [sentence]


@pytest.mark.usefixtures("council")
def test_the_files_named_are_those_of_the_figures_in_the_paper_and_no_others(
    board: Board, papers: PaperService
) -> None:
    weeks = FigureService(board.database).measures()[0]
    old, nation = (
        snapshot().model_copy(update={"file_name": name, "sha256": letter * 64, "id": uuid4()})
        for name, letter in (("old.csv", "c"), ("nation.csv", "d"))
    )
    long_ago = quarterly(weeks.id, old.id, (50,), first=-30)
    place: dict[str, Any] = {"place_kind": PlaceKind.NATION, "place_code": "England"}
    beside = quarterly(weeks.id, nation.id, (51,), first=24, **place)
    own = quarterly(weeks.id, next(iter(files_held(board))), (44,), first=24)
    write(board.database, old, nation, *long_ago, *beside, *own)
    paper = papers.paper(PaperRequest(registry.PERFORMANCE, board.group, TODAY))
    table = next(
        block
        for block in paper.blocks
        if isinstance(block, Table) and block.title == "Files that the figures were read from"
    )
    assert [plain(row[0]) for row in table.rows] == ["nation.csv", "weeks.csv"]


def files_held(board: Board) -> "list[UUID]":
    with board.database.session() as session:
        return [row.id for row in everything(session, Snapshot)]
