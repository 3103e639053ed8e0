"""A measure's own page: its chart, figures, words, comparison, limits, steps and files."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from lfjb_desk.analysis.trends import month_start_later
from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import added, change
from lfjb_desk.domain.figures.figures import Observation
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.drivers.drivers import DriverService
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.places import PlaceService
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.ui.charts.data import Shape
from lfjb_desk.ui.pages.performance.measure.chart_settings_forms import ActionBehind
from tests.ui.conftest import NOW
from tests.ui.pages.hands import pick, press, undo, words
from tests.ui.pages.performance.test_performance import FILE, WEEKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.charts.data import ChartData
    from lfjb_desk.ui.pages.performance.page import PerformancePage
    from tests.ui.conftest import Scripted

SHARE = "Care and supervision cases finished within 26 weeks"
STEADY = [50, 53, 49, 52, 51, 48, 53, 50, 52, 49, 51, 53, 48, 51]
FALLEN = [*STEADY, 44, 43, 44, 42, 43, 41, 42, 40]
BEGUN = date(2021, 1, 1)


def quarters(
    measure: str, database: Database, code: str, values: list[int]
) -> Iterator[Observation]:
    """Yield invented quarters of an area."""
    found = next(one for one in FigureService(database).measures() if one.name == measure)
    for n, value in enumerate(values):
        start = month_start_later(BEGUN, 3 * n)
        yield Observation(
            snapshot_id=FILE.id,
            measure_id=found.id,
            place_kind=PlaceKind.AREA,
            place_code=code,
            place_label=code,
            period_start=start,
            period_end=month_start_later(start, 3) - timedelta(days=1),
            period_label=f"{start.year} Q{(start.month + 2) // 3}",
            value=Decimal(value),
            marker="[p]" if n == len(values) - 1 else None,
            publisher="Invented",
            sheet="Table",
            cell=f"B{n + 5}",
        )


@pytest.fixture
def page(performance_page: PerformancePage, database: Database) -> PerformancePage:
    """The page of a measure that has fallen in Essex and Suffolk, beside twelve other areas."""
    codes = [one.code for one in PlaceService(database).areas() if one.code != "ESST"][:12]
    rows = [added(FILE), *map(added, quarters(WEEKS, database, "ESST", FALLEN))]
    rows += map(added, quarters(SHARE, database, "ESST", [30] * 20))
    for n, code in enumerate(codes):
        rows += map(added, quarters(WEEKS, database, code, [value + n for value in FALLEN]))
    performance_page.desk.history.do(lambda: change("Invented figures", None, rows))
    performance_page.open("measure")
    return performance_page


def drawn(page: PerformancePage) -> ChartData:
    data = page.measure.chart_card.chart.shown()
    assert data is not None
    return data


def test_a_card_opens_its_measure_and_back_leads_to_all_of_them(
    qtbot: QtBot, page: PerformancePage
) -> None:
    page.open_board()
    card = next(one for one in page.board.multiples.cards if one.series.measure.name == SHARE)
    assert card.accessibleName() == f"{SHARE}, 30% [p], Too little variation to judge"
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert page.title == SHARE
    assert "30%, the same in each of the last 20 figures" in page.measure.chart_card.message.text()
    press(qtbot, page, "Back to the figures")
    assert page.current.key == "figures"
    assert page.title == "Essex and Suffolk"


def test_the_cards_can_be_sifted_and_are_drawn_in_one_window_of_time(page: PerformancePage) -> None:
    page.open_board()
    board = page.board
    ends = {card.series.measure.name: card._small.places[-1] for card in board.multiples.cards}
    assert ends[WEEKS] == 1.0
    assert ends[SHARE] < 1.0
    for key, many in (("signal", 1), ("worse", 0), ("missed", 1), ("all", 3)):
        board.pills._choose(key)
        assert len(board.multiples.cards) == many
    assert "January 2021 to June 2026" in board.window_words.text()


def test_the_chart_shows_limits_signals_and_what_is_provisional(page: PerformancePage) -> None:
    data = drawn(page)
    assert data.shapes[-1] is Shape.BETTER
    assert data.unsettled == (False,) * 21 + (True,)
    assert data.highs[0] is not None
    assert "Judged by the rules NHS-R 0.2.2; limits from 22 figures, January 2021" in (
        page.measure.chart_card.rules.text()
    )
    assert page.measure.chart_card.message.text().startswith("40 weeks")


def test_a_point_and_its_row_are_chosen_together(qtbot: QtBot, page: PerformancePage) -> None:
    chart, table = page.measure.chart_card.chart, page.measure.figures.table
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    row = table.current_row()
    assert row is not None
    assert row.point.label == "2021 Q1"
    assert "sheet Table, cell B5" in page.measure.figures.source.text()
    table.selectRow(0)
    assert chart.chosen() == 21
    assert chart.accessibleDescription().startswith("2026 Q2: 40 weeks.")


def test_closed_actions_stand_on_the_chart(
    page: PerformancePage, database: Database, board: Group
) -> None:
    measure = page.measure.series
    assert measure is not None
    with database.session() as session:
        held = [one for one in everything(session, Action) if one.driver_id and not one.closed_on]
    action = min(held, key=lambda one: one.raised_on)
    drivers, service = DriverService(database), ActionService(database)
    area, driver = board.area_id, action.driver_id
    closed = action.raised_on + timedelta(days=1)
    assert driver is not None
    page.desk.history.do(lambda: drivers.link_measure(area, driver, measure.measure.id))
    page.desk.history.do(lambda: service.close(action.id, "Done", closed, NOW))
    found = {mark.text: mark.place for mark in drawn(page).marks}
    quarter = (closed.year - BEGUN.year) * 4 + (closed.month - 1) // 3
    assert abs(found[action.ref] - quarter) <= 0.5


def test_a_step_begins_new_limits_with_its_reason_and_what_stands_behind_it(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted, database: Database
) -> None:
    with database.session() as session:
        action = everything(session, Action)[0]
    page.measure.pills._choose("settings")
    step = {
        "starts": date(2024, 7, 1),
        "reason": "Invented list began",
        "behind": ActionBehind(action.id),
    }
    dialogs.forms += [
        step,
        step,
        {"reason": "Invented list began in earnest", "behind": None},
    ]
    press(qtbot, page, "New step")
    assert [mark.text for mark in drawn(page).steps] == ["Invented list began"]
    assert drawn(page).means[13] != drawn(page).means[14]
    assert action.title in words(page.measure.chart_settings)
    press(qtbot, page, "New step")
    assert "There is a step on 1 July 2024 already." in dialogs.refusals[0]
    press(qtbot, page, "Change the step Invented list began")
    assert "in earnest" in words(page.measure.chart_settings)
    assert action.title not in words(page.measure.chart_settings)
    press(qtbot, page, "Remove the step Invented list began in earnest")
    assert drawn(page).steps == ()
    undo(page)
    assert [mark.text for mark in drawn(page).steps] == ["Invented list began in earnest"]


def test_the_rule_set_and_the_baseline_are_chosen_and_named_under_the_chart(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted
) -> None:
    page.measure.pills._choose("settings")
    dialogs.forms += [
        {"fix_after": Decimal(2)},
        {"rules": "Making Data Count 2023", "fix_after": Decimal(14), "screen_outliers": False},
    ]
    press(qtbot, page, "Choose how it is judged")
    assert "A baseline needs at least" in dialogs.refusals[0]
    press(qtbot, page, "Choose how it is judged")
    said = page.measure.chart_card.rules.text()
    assert "the rules Making Data Count 2023; limits from the first 14 of 22 figures" in said
    assert "Every jump counts" in words(page.measure.chart_settings)
    undo(page)
    assert page.measure.chart_card.rules.text().startswith("Judged by the rules NHS-R 0.2.2")


def test_the_measure_stands_beside_other_areas_by_name(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted, database: Database
) -> None:
    page.measure.pills._choose("beside")
    panel = page.measure.compare
    names = [row.name for row in panel.table.rows_model.rows() if row.number is not None]
    assert len(names) == 13
    assert names == sorted(names)
    row = panel.table.current_row()
    assert row is not None
    assert row.name == "Essex and Suffolk"
    qtbot.keyClick(panel.chart, Qt.Key.Key_Right)
    qtbot.keyClick(panel.chart, Qt.Key.Key_Home)
    row = panel.table.current_row()
    assert row is not None
    assert row.name == names[0]
    assert panel.chart.accessibleDescription().startswith(f"{names[0]}: ")
    reasons = [one.about for one in panel.table.rows_model.rows() if one.number is None]
    assert any("No figure" in reason for reason in reasons)
    other = next(one for one in PlaceService(database).areas() if one.name == names[0])
    dialogs.forms.append({"neighbour_0": other.id})
    press(qtbot, page, "Choose neighbours")
    shown = {one.name: one.about for one in panel.table.rows_model.rows()}
    assert shown[names[0]] == "chosen neighbour"
    data = panel.chart.shown()
    assert data is not None
    assert [mark.name for mark in data.marks if mark.named] == [names[0]]
    undo(page)
    assert page.desk.history.stack.canRedo()


def test_a_place_chosen_by_hand_is_marked_in_the_comparison(
    qtbot: QtBot, page: PerformancePage
) -> None:
    page.measure.pills._choose("beside")
    chart = page.measure.compare.chart
    QApplication.processEvents()
    data = chart.shown()
    assert data is not None
    at = chart.points()[3].toPoint()
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=at)
    row = page.measure.compare.table.current_row()
    assert row is not None
    assert row.number == 3
    assert not chart.grab().isNull()


def test_a_nation_is_compared_with_nobody(page: PerformancePage) -> None:
    pick(page.place_button, "England,")
    page.open("measure")
    page.measure.pills._choose("beside")
    assert "A nation stands alone here" in words(page.measure.compare)
    page.measure.compare.choose_neighbours()
    assert not page.measure.compare.choose_button.isVisible()


def test_the_chart_and_the_figures_are_saved_and_copied(
    page: PerformancePage, dialogs: Scripted, tmp_path: Path
) -> None:
    said: list[str] = []
    page.desk.notices.announced.connect(said.append)
    run = {command.label: command.run for command in page.commands()}
    dialogs.files += [tmp_path / "chart", tmp_path / "figures.csv", tmp_path / "figures.xlsx", None]
    run["Save the chart as a picture (PNG)"]()
    run["Save the figures as a table (CSV)"]()
    run["Save the figures as a spreadsheet (XLSX)"]()
    run["Save the chart as a picture (PNG)"]()
    assert said == ["Saved chart.png", "Saved figures.csv", "Saved figures.xlsx"]
    assert QImage(str(tmp_path / "chart.png")).width() == 1920
    assert "40" in (tmp_path / "figures.csv").read_text(encoding="utf-8-sig")
    assert (tmp_path / "figures.xlsx").read_bytes().startswith(b"PK")
    run["Copy the chart"]()
    assert not QApplication.clipboard().image().isNull()


def test_the_comparison_is_saved_as_a_picture_while_it_is_seen(
    page: PerformancePage, dialogs: Scripted, database: Database, tmp_path: Path
) -> None:
    # A range, and with it a chart, is given only where at least half of all places have a figure.
    areas = [one.code for one in PlaceService(database).areas() if one.code != "ESST"][12:]
    more = [row for code in areas for row in quarters(WEEKS, database, code, FALLEN)]
    page.desk.history.do(lambda: change("More invented figures", None, map(added, more)))
    path = tmp_path / "beside.png"
    page.measure.pills._choose("beside")
    dialogs.files.append(path)
    page.measure.saving.save_picture()
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1920, 1120)
    assert image.text("Title") == page.measure.compare.chart.accessibleName()
    seen = {image.pixelColor(x, y).name() for x in range(0, 1920, 3) for y in range(200, 1000, 3)}
    assert "#12436d" in seen, "the place itself is drawn, in the colours of white paper"
    pick(page.place_button, "England,")
    refused: list[str] = []
    page.desk.notices.refused.connect(refused.append)
    page.open("measure")
    page.measure.pills._choose("beside")
    page.measure.saving.copy_chart()
    assert refused == ["No chart is drawn here. Turn to the figures over time to have theirs."]


def test_a_file_that_cannot_be_written_is_said_so(
    page: PerformancePage, dialogs: Scripted, tmp_path: Path
) -> None:
    refused: list[str] = []
    page.desk.notices.refused.connect(refused.append)
    nowhere = tmp_path / "no such folder" / "chart.png"
    dialogs.files += [nowhere, nowhere.with_suffix(".csv")]
    page.measure.saving.save_picture()
    page.measure.saving.save_csv()
    assert "chart.png could not be written." in refused[0]
    assert len(refused) == 2


def test_the_measures_are_walked_by_command(page: PerformancePage) -> None:
    run = {command.label: command.run for command in page.commands()}
    before = page.title
    run["Next measure"]()
    assert page.title != before
    run["Measure before"]()
    assert page.title == before


def test_the_same_measure_stays_when_another_place_is_chosen(page: PerformancePage) -> None:
    page.open_board()
    page.open("measure")
    pick(page.place_button, "England and Wales,")
    assert page.current.key == "measure"
    pick(page.place_button, "Suffolk,")
    assert page.current.key == "figures"


def test_every_part_of_a_measures_page_has_a_name(
    page: PerformancePage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    for key in ("time", "beside", "settings"):
        page.measure.pills._choose(key)
        assert unnamed(page.measure) == []


def test_the_nation_lists_areas_by_name_and_leads_to_their_measures(
    qtbot: QtBot, page: PerformancePage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    page.open("national")
    nation = page.nation
    rows = nation.table.rows_model.rows()
    names = [row.area.name for row in rows]
    assert names == sorted(names)
    assert len(names) == 13
    assert page.findChildren(type(nation.table))
    sentence = nation.table.rows_model.index(0, 2).data()
    assert sentence == "Below the usual range, better, confirmed"
    assert "below the lower limit" in nation.table.rows_model.index(0, 1).data()
    nation.pills._choose("worse")
    assert "No area has such a signal" in words(nation)
    nation.pills._choose("all")
    assert len(nation.table.rows_model.rows()) == 43
    assert any(
        "No figures are held" in nation._measure(row).text for row in nation.table.rows_model.rows()
    )
    nation.measure.setCurrentIndex(nation.measure.findText(SHARE))
    nation.measure.activated.emit(nation.measure.currentIndex())
    nation.pills._choose("better")
    assert nation.table.rows_model.rows() == ()
    nation.measure.setCurrentIndex(0)
    nation.pills._choose("signals")
    nation.table.selectRow(0)
    qtbot.keyClick(nation.table, Qt.Key.Key_Return)
    assert page.current.key == "measure"
    assert page.measure.series is not None
    assert page.measure.series.place == names[0]
    assert page.title == WEEKS
    press(qtbot, page, "Back")
    assert page.current.key == "national"
    assert unnamed(nation) == []


def test_an_area_without_a_signal_opens_its_figures(page: PerformancePage) -> None:
    page.open("national")
    page.nation.pills._choose("all")
    row = next(one for one in page.nation.table.rows_model.rows() if one.line is None)
    page.nation._open(row)
    assert page.current.key == "figures"
    assert page.title == row.area.name


def test_going_from_view_to_view_never_makes_the_page_wider(page: PerformancePage) -> None:
    before = page.width()
    for key in (*page.views, "figures", "measure"):
        page.open(key)
        QApplication.processEvents()
        assert page.width() == before
