"""The Performance page: its figures, places, measures, targets and imports."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from lfjb_desk.domain.changes import added, change, edited
from lfjb_desk.domain.figures.figures import Observation, Polarity, Snapshot
from lfjb_desk.domain.figures.targets import NATION
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.imports.imports import ImportService
from tests.ui.pages.hands import menu_of_row, pick, press, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.performance.page import PerformancePage
    from tests.ui.conftest import Scripted

WAIT = 60_000
"""Milliseconds after which work that never ends fails its test."""
WEEKS = "Average length of care and supervision cases"
FILE = Snapshot(
    file_name="invented_durations.xlsx",
    sha256="a" * 64,
    layout="Duration history",
    publisher="Invented",
    imported_at=datetime(2026, 11, 4, tzinfo=UTC),
    read=3,
    new=3,
    unchanged=0,
    revised=1,
    refused=0,
)


@pytest.fixture
def page(performance_page: PerformancePage) -> PerformancePage:
    """The page of one measure."""
    performance_page.open("measure")
    return performance_page


@pytest.fixture
def invented(database: Database, page: PerformancePage) -> PerformancePage:
    """Three invented quarters of the area, one of them missing and the newest revised."""
    weeks = next(one for one in FigureService(database).measures() if one.name == WEEKS)

    def quarter(end: date, cell: str, value: int | None, marker: str | None = None) -> Observation:
        return Observation(
            snapshot_id=FILE.id,
            measure_id=weeks.id,
            place_kind=PlaceKind.AREA,
            place_code="ESST",
            place_label="=Essex",
            period_start=date(end.year, end.month - 2, 1),
            period_end=end,
            period_label=f"Quarter to {end:%B %Y}",
            value=None if value is None else Decimal(value),
            marker=marker,
            publisher="Invented",
            sheet="Table",
            cell=cell,
        )

    old = quarter(date(2026, 9, 30), "E4", 48)
    new = quarter(date(2026, 9, 30), "E5", 46, "[p]")
    first = quarter(date(2025, 12, 31), "B5", 51)
    second = quarter(date(2026, 6, 30), "D5", None, "[c]")
    third = quarter(date(2026, 3, 31), "C5", 50)
    page.desk.history.do(
        lambda: change("Invented figures", None, [added(row) for row in (FILE, old, first, third)])
    )
    page.desk.history.do(
        lambda: change(
            "Revised figures",
            None,
            [edited(old, current=False), added(new.model_copy(update={"replaces_id": old.id}))],
        )
    )
    page.desk.history.do(lambda: change("A figure kept back", None, [added(second)]))
    return page


def table(page: PerformancePage) -> list[tuple[str, str, str]]:
    rows = page.measure.figures.table.rows_model.rows()
    return [(row.point.label, row.figure, row.note) for row in rows]


def test_the_measure_with_a_target_comes_first_and_is_shown_with_its_source(
    qtbot: QtBot, page: PerformancePage
) -> None:
    assert page.title == WEEKS
    assert page.measure.chart_card.message.text() == (
        "55 weeks in the year to March 2024; England 44"
    )
    assert "The target of at most 26 weeks is not met" not in words(page)
    more = page.measure.narrative.more
    assert more.control.accessibleName() == f"More about {WEEKS}"
    more.control.setFocus()
    qtbot.keyClick(more.control, Qt.Key.Key_Space)
    assert "The target of at most 26 weeks is not met" in words(page)
    assert "published_figures.csv" in page.measure.chart_card.source.text()
    assert "cell H40" in page.measure.chart_card.source.text()


def test_the_chart_draws_gaps_the_target_and_the_nation_and_points_at_the_table(
    invented: PerformancePage,
) -> None:
    chart = invented.measure.chart_card.chart
    assert chart is not None
    data = chart.shown()
    assert data is not None
    assert data.values == (51.0, 50.0, None, 46.0)
    assert set(data.target_highs) == {26.0}
    assert data.target_lows == (None, None, None, None)
    assert data.labels[-1] == "to Sep 2026"
    assert "table beside the chart" in chart.accessibleDescription()
    pick(invented.place_button, "Essex and Suffolk,")
    series_key = invented.measure.chart_card.series_key
    series_key.menu().actions()[0].trigger()
    data = chart.shown()
    assert data is not None
    assert data.beside[0].name == "England"
    assert series_key.text().startswith("Cafcass")


def test_the_table_is_newest_first_and_says_what_its_marks_mean(
    invented: PerformancePage,
) -> None:
    assert table(invented) == [
        ("Quarter to September 2026", "46", "[p] revised"),
        ("Quarter to June 2026", "[c]", ""),
        ("Quarter to March 2026", "50", ""),
        ("Quarter to December 2025", "51", ""),
    ]
    assert "[p] means provisional" in invented.measure.figures.marks.text()
    assert "[c] means kept back" in invented.measure.figures.marks.text()


def test_a_chosen_figure_says_where_it_was_read_and_what_it_was_before(
    qtbot: QtBot, invented: PerformancePage
) -> None:
    side = invented.measure.figures
    side.table.setFocus()
    qtbot.keyClick(side.table, Qt.Key.Key_Home)
    assert "invented_durations.xlsx, sheet Table, cell E5" in side.source.text()
    assert "before it was 48 weeks (invented_durations.xlsx" in side.source.text()
    qtbot.keyClick(side.table, Qt.Key.Key_End)
    assert "cell B5" in side.source.text()


def test_a_period_without_a_figure_says_that_none_is_held(page: PerformancePage) -> None:
    pick(page.place_button, "England and Wales,")
    side = page.measure.figures
    rows = side.table.rows_model.rows()
    side.table.selectRow(next(n for n, row in enumerate(rows) if row.point.value is None))
    assert side.source.text().endswith("no figure is held for this period.")


def test_the_figures_are_copied_for_a_spreadsheet(qtbot: QtBot, invented: PerformancePage) -> None:
    said: list[str] = []
    invented.desk.notices.announced.connect(said.append)
    press(qtbot, invented, "Copy")
    lines = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert lines[0] == ["Period", "Essex and Suffolk (weeks)", "Note", "Source"]
    assert lines[1][:3] == ["Quarter to September 2026", "46", "[p] revised"]
    assert lines[1][3].endswith("cell E5")
    assert said == ["Figures copied"]


def test_arrow_keys_move_between_the_measures(qtbot: QtBot, page: PerformancePage) -> None:
    pick(page.place_button, "England and Wales,")
    cards = page.measure.strip.cards
    cards[0].setFocus()
    qtbot.keyClick(cards[0], Qt.Key.Key_Right)
    assert page.title == cards[1].series.measure.name
    assert cards[1].isChecked()
    qtbot.keyClick(cards[1], Qt.Key.Key_Left)
    qtbot.keyClick(cards[0], Qt.Key.Key_Left)
    assert page.title == cards[0].series.measure.name
    qtbot.keyClick(cards[0], Qt.Key.Key_Down)
    assert page.title == cards[0].series.measure.name
    qtbot.mouseClick(cards[2], Qt.MouseButton.LeftButton)
    assert page.title == cards[2].series.measure.name
    cards[3].setFocus()
    qtbot.keyClick(cards[3], Qt.Key.Key_Return)
    assert page.title == cards[3].series.measure.name


def test_the_direction_is_told_in_words_and_whether_it_is_welcome(page: PerformancePage) -> None:
    pick(page.place_button, "England,")
    names = [card.accessibleName() for card in page.measure.strip.cards]
    assert (
        names[0] == f"{WEEKS}, 39 weeks, Below the usual range, better, Target not met by 13 weeks"
    )
    assert page.measure.chart_card.message.text() == (
        "39 weeks in October to December 2024: lower in each of the last three quarters, "
        "and below the usual range, which is better"
    )


def test_a_place_without_figures_says_so_and_shows_the_nation(page: PerformancePage) -> None:
    pick(page.place_button, "Suffolk,")
    assert "No figures are held for Suffolk itself." in words(page)
    assert {card.series.place_kind for card in page.board.multiples.cards} == {PlaceKind.NATION}
    pick(page.place_button, "Essex and Suffolk,")
    assert not page.board.missing.isVisible()


def test_without_any_figures_the_page_offers_the_import(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted, database: Database
) -> None:
    imports = ImportService(database)
    for line in imports.imports():
        page.desk.history.do(partial(imports.undo, line.snapshot.id))
    assert "No figures are held for Essex and Suffolk" in words(page)
    dialogs.files.append(None)
    press(qtbot, page.board.empty, "Import figures")
    assert dialogs.asked == ["Import figures"]
    page.desk.context.choose(None, None)
    assert "Choose an area at the top." in words(page)


def test_a_target_is_set_changed_and_removed_and_undo_brings_it_back(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted
) -> None:
    page.open("measures")
    dialogs.forms += [
        {"low": Decimal(26), "high": Decimal(20), "source": "invented decision"},
        {
            "low": Decimal(26),
            "high": Decimal(30),
            "starts": date(2022, 1, 1),
            "source": "invented decision",
        },
        {"high": Decimal(32)},
    ]
    press(qtbot, page, "Set a target")
    assert "cannot be above" in dialogs.refusals[0]
    press(qtbot, page, "Set a target")
    assert "26 to 30 weeks, Essex and Suffolk" in words(page.measures.pane)
    press(qtbot, page, "Change…")
    assert "26 to 32 weeks, Essex and Suffolk" in words(page.measures.pane)
    press(qtbot, page, "Remove")
    assert "26 to 32 weeks" not in words(page.measures.pane)
    page.desk.history.stack.undo()
    press(qtbot, page, "Back")
    chart = page.measure.chart_card.chart
    assert chart is not None
    data = chart.shown()
    assert data is not None
    assert (data.target_lows[-1], data.target_highs[-1]) == (26.0, 32.0)
    assert data.target_name == "Target 26 to 32 weeks"


def test_a_national_target_holds_nationally(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted
) -> None:
    page.open("measures")
    dialogs.forms.append(
        {"place": NATION, "high": Decimal(20), "source": "invented", "ends": date(2027, 3, 31)}
    )
    press(qtbot, page, "Set a target")
    assert "at most 20 weeks, nationally" in words(page.measures.pane)
    assert "to 31 March 2027. invented" in words(page.measures.pane)


def test_a_measure_is_added_and_reworded(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted
) -> None:
    page.open("measures")
    before = len(page.measures.table.rows_model.rows())
    new = {
        "code": "invented_wait",
        "name": "Invented wait",
        "definition": "Weeks that nobody waits.",
        "decimals": Decimal(1),
        "polarity": Polarity.LOWER,
    }
    dialogs.forms += [new, new, {"name": "Invented waiting", "decimals": Decimal(0)}]
    press(qtbot, page, "New measure")
    assert len(page.measures.table.rows_model.rows()) == before + 1
    press(qtbot, page, "New measure")
    assert "already a measure with the code" in dialogs.refusals[0]
    added_row = next(r for r in page.measures.table.rows_model.rows() if r.code == new["code"])
    page.show_record("measure", added_row.id)
    assert "No target is set." in words(page.measures.pane)
    press(qtbot, page, "Change wording")
    assert "Invented waiting" in words(page.measures.pane)
    page.desk.history.stack.undo()
    assert "Invented waiting" not in words(page.measures.pane)


def test_a_measure_found_by_the_command_box_is_shown(page: PerformancePage) -> None:
    page.open_imports()
    second = page.measure.strip.cards[1].series.measure
    page.show_record("measure", second.id)
    assert page.title == second.name


def test_an_import_can_be_taken_back_and_undo_restores_it(
    qtbot: QtBot, page: PerformancePage
) -> None:
    page.open_imports()
    imports = page.imports.table.rows_model.rows()
    assert [line.snapshot.publisher for line in imports] == [
        "Cafcass",
        "National Audit Office",
        "FCSQ",
    ]
    page.imports.table.choose(imports[0].snapshot.id)
    assert "Figures added" in words(page.imports.pane)
    press(qtbot, page, "Take this import back")
    qtbot.waitUntil(
        lambda: len(page.imports.table.rows_model.rows()) == len(imports) - 1, timeout=WAIT
    )
    page.desk.history.stack.undo()
    assert len(page.imports.table.rows_model.rows()) == len(imports)
    menu_of_row(page.imports.table)["Take this import back"].run()
    qtbot.waitUntil(
        lambda: len(page.imports.table.rows_model.rows()) == len(imports) - 1, timeout=WAIT
    )


def test_every_control_of_the_page_has_a_name(
    page: PerformancePage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed(page) == []
    page.open("measures")
    page.open_imports()
    assert unnamed(page) == []


def test_the_page_offers_its_commands_and_three_buttons_at_most(page: PerformancePage) -> None:
    texts = [command.label for command in page.commands()]
    assert "Import figures" in texts
    tools = (page.place_button, page.back, page.manage, page.take_in, *page.measures.tools)
    for key in page.views:
        page.open(key)
        assert sum(tool.isVisible() for tool in tools) <= 3


def test_another_theme_draws_the_page_again(page: PerformancePage) -> None:
    pick(page.place_button, "England and Wales,")
    page.resize(1166, 1000)
    high = page.measure.strip.height()
    page.desk.theme.changed.emit()
    assert page.measure.strip.height() == high
    assert not page.grab().isNull()
