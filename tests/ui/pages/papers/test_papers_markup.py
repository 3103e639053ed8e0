from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lfjb_desk.domain.blocks import (
    Ask,
    Block,
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
from lfjb_desk.ui.charts.data import Shape
from lfjb_desk.ui.look.theme import DARK, LIGHT, ActiveTheme
from lfjb_desk.ui.pages.papers.markup import markup, sheet
from lfjb_desk.ui.pages.papers.picture import line_of_paper, picture


def written(*blocks: Block) -> str:
    return markup(Paper("A paper", "A board", "", "OFFICIAL", date(2026, 11, 23), blocks))


def chart(*values: int | None, kind: SeriesKind = SeriesKind.MAIN) -> Chart:
    figures = tuple(None if one is None else Decimal(one) for one in values)
    return Chart(
        "Weeks",
        "Weeks by quarter.",
        tuple(f"Q{place}" for place in range(len(values))),
        (ChartSeries("Here", figures, kind),),
        "weeks",
    )


@pytest.mark.parametrize(
    "block",
    [
        Title("<i>&"),
        Heading("<i>&"),
        MessageTitle("<i>&"),
        Paragraph("<i>&"),
        Bullets(("<i>&",)),
        Facts((("<i>&", "<i>&"),)),
        Decisions((Ask("<i>&", "<i>&"),)),
        Table("", "", (PaperColumn("<i>&", 2),), (("<i>&",),), note="<i>&", source="<i>&"),
        Strip("", (("<i>&", "<i>&"),)),
        Contents("<i>&"),
    ],
)
def test_words_are_never_taken_for_mark_up(block: Block) -> None:
    made = written(block)
    assert "&lt;i&gt;&amp;" in made
    assert "<i>&" not in made


def test_headings_have_their_level_and_the_contents_lead_to_them() -> None:
    made = written(
        Contents(),
        Heading("Actions", 2, "actions"),
        Heading("In hand", 3, "hand"),
        MessageTitle("Waits rose", "waits"),
    )
    assert '<h2><a name="actions"></a>Actions</h2>' in made
    assert "<h3>" in made
    assert '<a href="#actions">Actions</a>' in made
    assert '<a href="#waits">Waits rose</a>' in made
    assert "#hand" not in made


def test_spans_are_bold_toned_and_linked() -> None:
    line = (Span("Late", bold=True, tone=Tone.LATE), Span(" see", leads_to="late"), Span("\nnext"))
    made = written(Paragraph(line, Style.NOTE))
    assert '<span class="late"><b>Late</b></span>' in made
    assert '<a href="#late"> see</a>' in made
    assert "<br>next" in made
    assert '<p class="soft">' in made


def test_decisions_are_numbered_from_where_they_start() -> None:
    made = written(Decisions((Ask("Agree", leads_to="here"), Ask("Note", "Because")), first=4))
    assert "<b>D4</b>" in made
    assert '<a href="#here"><b>Agree</b></a>' in made
    assert "<b>D5</b>" in made
    assert "<b>Note</b><br>Because" in made


def test_tables_of_figures_are_numbered_and_stand_to_the_right() -> None:
    columns = (PaperColumn("Year", 3, bold=True), PaperColumn("Weeks", 3, figures=True))
    plain = Table("People", "", columns, (("2024", "40"),))
    captioned = Table("Weeks", "", columns, (("2024", "40"),), captioned=True)
    made = written(plain, captioned, captioned)
    assert "Table 1: Weeks" in made
    assert "Table 2: Weeks" in made
    assert "People" not in made
    assert '<td align="right">40</td>' in made
    assert '<td align="left"><b>2024</b></td>' in made


def test_pages_and_charts_keep_their_order() -> None:
    made = written(PageBreak(), chart(1, 2), Section(Orientation.LANDSCAPE), chart(2, 3))
    assert made.count("<hr>") == 2
    assert made.index("chart:0") < made.index("chart:1")
    assert "Weeks by quarter." in made


def test_the_sheet_has_the_colours_of_white_paper() -> None:
    assert LIGHT["late"] in sheet()
    assert DARK["late"] not in sheet()


@pytest.mark.parametrize("kind", list(SeriesKind))
def test_a_line_of_each_kind_is_drawn(theme: ActiveTheme, kind: SeriesKind) -> None:
    drawn = picture(chart(40, None, 44, 46, kind=kind), theme)
    bare = picture(chart(None, None, None, None, kind=kind), theme)
    assert drawn != bare
    assert drawn.size() == bare.size()


def test_a_target_range_is_drawn_behind_the_line(theme: ActiveTheme) -> None:
    plain = chart(40, 46)
    banded = Chart(
        plain.title,
        plain.alt,
        plain.categories,
        plain.series,
        plain.unit,
        band=(Decimal(41), Decimal(43)),
    )
    image = picture(banded, theme)
    found = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width() // 2, image.width() // 2 + 1)
        for y in range(image.height())
    }
    assert theme.colour("band").name().upper() in found


def test_a_level_figure_can_be_drawn(theme: ActiveTheme) -> None:
    assert not picture(chart(40, 40), theme).isNull()
    assert not picture(chart(40), theme).isNull()


def test_the_preview_draws_signals_and_dashes_what_may_change(theme: ActiveTheme) -> None:
    signals = ((0, SignalKind.BETTER), (1, SignalKind.WORSE), (2, SignalKind.NEITHER))
    shown = replace(chart(40, 44, 46, 47), signals=signals, unsettled=(3,))
    line = line_of_paper(shown)
    assert line.shapes == (Shape.BETTER, Shape.WORSE, Shape.COMMON, Shape.COMMON)
    assert line.unsettled == (False, False, False, True)
    image = picture(shown, theme)
    rows, columns = range(image.height()), range(image.width())
    colours = {image.pixelColor(x, y).name() for x in columns for y in rows}
    assert {theme.colour("better").name(), theme.colour("worse").name()} <= colours
