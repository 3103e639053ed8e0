"""Papers for the tests of the Word engine: one that holds every block, and the house template."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lfjb_desk.domain.blocks import (
    Ask,
    Bullets,
    Chart,
    ChartSeries,
    Contents,
    Decisions,
    Facts,
    Heading,
    MessageTitle,
    Orientation,
    PageBreak,
    Paper,
    PaperColumn,
    Paragraph,
    Section,
    SeriesKind,
    SignalKind,
    Span,
    Strip,
    Style,
    Table,
    Title,
    Tone,
)

QUARTERS = tuple(
    f"Q{quarter} {year}" for year in ("2023-24", "2024-25", "2025-26") for quarter in (1, 2, 3, 4)
)
WEEKS = (53, 56, 54, None, 57, 54, 55, 53, 55, 52, 53, 47)


@pytest.fixture
def template() -> Path:
    return Path(__file__).parents[2] / "templates/house.docx"


def _flat(value: str) -> tuple[Decimal | None, ...]:
    return (Decimal(value),) * len(QUARTERS)


@pytest.fixture
def chart() -> Chart:
    return Chart(
        "Care cases took 47 weeks",
        "Line chart of average weeks for each quarter; the newest, 47, is the lowest.",
        QUARTERS,
        (
            ChartSeries(
                "Average weeks", tuple(None if week is None else Decimal(week) for week in WEEKS)
            ),
            ChartSeries("England", _flat("44"), SeriesKind.PEER),
            ChartSeries("Mean", _flat("53.5"), SeriesKind.MEAN),
            ChartSeries("Upper", _flat("58.8"), SeriesKind.LIMIT),
            ChartSeries("Target 26", _flat("26"), SeriesKind.TARGET),
        ),
        "weeks",
        decimals=1,
        low=Decimal(20),
        band=(Decimal(30), Decimal(35)),
        signals=((11, SignalKind.BETTER),),
        flags=((5, "A03"),),
    )


@pytest.fixture
def table() -> Table:
    return Table(
        "Average weeks",
        "Weeks by year and quarter",
        (
            PaperColumn("Year", 2.2, bold=True),
            PaperColumn("Q1", 1.5, figures=True),
            PaperColumn("Notes", 6),
        ),
        (
            ("2023-24", "53", "Baseline year"),
            ("2024-25", "", (Span("Late", bold=True, tone=Tone.LATE), Span(" & <so>"))),
            ("2025-26", "[x]", (Span("High", tone=Tone.HIGH),)),
        ),
        captioned=True,
        note="[x] means not available.",
        source="Source: invented for this test, read on 12 November 2026.",
    )


@pytest.fixture
def paper(chart: Chart, table: Table) -> Paper:
    return Paper(
        "Board meeting, 8 December 2026",
        "Testshire Local Family Justice Board",
        "Testshire LFJB: board meeting, 8 December 2026",
        "OFFICIAL-SENSITIVE",
        date(2026, 12, 8),
        (
            Paragraph("Testshire Local Family Justice Board", Style.BOARD),
            Title("Board meeting, 8 December 2026"),
            Paragraph("Care cases are finishing sooner.", Style.LEAD),
            Facts((("When", "Tuesday 8 December 2026"), ("Chair", (Span("A Person", bold=True),)))),
            Heading("What the board is asked to decide", anchor="decide"),
            Decisions((Ask("Agree the plan.", "It is late.", "actions"), Ask("Name an owner."))),
            PageBreak(),
            Contents(),
            Heading("Position", anchor="position"),
            Paragraph("Item 3, to note.", Style.ITEM_LINE),
            Paragraph((Span("See "), Span("the log", leads_to="actions"), Span(", page "),
                       Span("", page_of="actions"), Span("."))),
            Bullets(("First point", "Second point")),
            Section(Orientation.LANDSCAPE),
            Heading("Action log", anchor="actions"),
            table,
            Section(Orientation.PORTRAIT),
            Heading("Performance", anchor="performance", new_page=True),
            Strip(
                "Line of sight",
                (("Driver ►", "High"), ("Figure ►", "47\nweeks"), ("Action", "None")),
            ),
            MessageTitle("Care cases took 47 weeks"),
            Paragraph("Average weeks. The axis starts at 20.", Style.MEASURE),
            chart,
            Paragraph("The newest is the lowest."),
            Heading("A block", level=3),
            Paragraph("Read with care.", Style.NOTE),
        ),
        identifier="export-1",
    )  # fmt: skip
