"""The signals of the nation, saved from the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl

from lfjb_desk.domain.changes import added, change
from tests.ui.pages.hands import carry_out, press, words
from tests.ui.pages.performance.test_performance import FILE, WEEKS
from tests.ui.pages.performance.test_performance_measure import FALLEN, quarters

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.performance.page import PerformancePage
    from tests.ui.conftest import Scripted


def test_the_signals_are_saved_with_what_chance_alone_would_give(
    qtbot: QtBot,
    performance_page: PerformancePage,
    database: Database,
    dialogs: Scripted,
    tmp_path: Path,
) -> None:
    page, saved = performance_page, tmp_path / "signals.xlsx"
    rows = [added(FILE), *map(added, quarters(WEEKS, database, "ESST", FALLEN))]
    page.desk.history.do(lambda: change("Invented figures", None, rows))
    page.open("national")
    dialogs.files += [saved, tmp_path / "again"]
    press(qtbot, page, "Save")
    carry_out(page, "Save the signals as a spreadsheet (XLSX)")
    assert (tmp_path / "again.xlsx").exists()
    book = openpyxl.load_workbook(saved)
    cover = {row[0]: row[1] for row in book["Cover"].iter_rows(max_col=2, values_only=True)}
    assert f"{cover['Expected by chance alone']} would come by chance alone" in words(page.nation)
    assert "Essex and Suffolk" in {row[0] for row in book["Signals"].iter_rows(values_only=True)}


def test_areas_without_figures_are_neither_counted_nor_said_to_have_no_signal(
    performance_page: PerformancePage, database: Database
) -> None:
    page = performance_page
    rows = [added(FILE), *map(added, quarters(WEEKS, database, "ESST", FALLEN))]
    page.desk.history.do(lambda: change("Invented figures", None, rows))
    page.open("national")
    nation = page.nation
    assert nation.head()[1].startswith("1 of 12 areas with figures have a signal")
    nation.pills._choose("all")
    bare = next(row for row in nation.table.rows_model.rows() if not row.signals.held)
    assert nation._signal(bare).text == "No figures"
