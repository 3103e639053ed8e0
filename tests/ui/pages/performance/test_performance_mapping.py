"""Saying how an unknown sheet is read, and keeping the glossary, through the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from lfjb_desk.domain.figures.figures import Observation, Term
from lfjb_desk.domain.figures.mappings import FileMapping
from lfjb_desk.importers.mapping.rules import Percent, Role, Years
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.ui.pages.performance.glossary.view import GlossaryView
from tests.ui.pages.hands import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.performance.page import PerformancePage
    from tests.ui.conftest import Scripted

WAIT = 60_000
OWN = """Our own return of talks
DFJ area,January to March 2026,April to June 2026
Essex and Suffolk,12,14
Total,12,14
Source: invented
"""
UNCLEAR = OWN.replace("January to March 2026", "2026 Q1").replace("April to June 2026", "2026 Q2")
SHARES = """Talks that end well
DFJ area,Period,Ended well (%)
Essex and Suffolk,January to March 2026,0.26
Essex and Suffolk,April to June 2026,0.31
"""


@pytest.fixture
def page(performance_page: PerformancePage) -> PerformancePage:
    return performance_page


@pytest.fixture
def look_at(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted, tmp_path: Path
) -> Callable[[str], None]:
    """Import a file that nobody knows, and agree to say how it is read."""

    def look(content: str) -> None:
        path = tmp_path / "talks.csv"
        path.write_text(content, encoding="utf-8")
        dialogs.files.append(path)
        dialogs.agrees = True
        page.take_in.click()
        rest(qtbot, page)
        assert page.current is page.mapping

    return look


def rest(qtbot: QtBot, page: PerformancePage) -> None:
    qtbot.waitUntil(lambda: not page.desk.jobs.running(), timeout=WAIT)


def press(qtbot: QtBot, page: PerformancePage, start: str) -> None:
    QApplication.processEvents()
    buttons: list[QPushButton] = page.findChildren(QPushButton)
    found = next(b for b in buttons if b.text().startswith(start) and b.isVisible())
    assert found.isEnabled()
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_an_unknown_file_is_explained_and_taken_with_its_mapping(
    qtbot: QtBot, page: PerformancePage, look_at: Callable[[str], None], database: Database
) -> None:
    look_at(OWN)
    said = words(page.mapping)
    assert "Column A, “DFJ area”, names the area or authority." in said
    assert "2 figures can be read so." in said
    page.mapping.pane.name.give("Return of talks")
    press(qtbot, page, "Go on")
    rest(qtbot, page)
    assert page.current is page.preview
    (question,) = page.preview.questions.fields.values()
    question.give(question.field.choices[0].value)
    rest(qtbot, page)
    press(qtbot, page, "Take 2 figures")
    rest(qtbot, page)
    with database.session() as session:
        (mapping,) = everything(session, FileMapping)
        (term,) = everything(session, Term)
        taken = [one for one in everything(session, Observation) if one.cell in {"B3", "C3"}]
    assert (mapping.name, term.words) == ("Return of talks", "Our own return of talks")
    assert {one.value for one in taken} >= {12, 14}


def test_a_question_stops_the_reading_until_it_is_settled(
    qtbot: QtBot, page: PerformancePage, look_at: Callable[[str], None]
) -> None:
    look_at(UNCLEAR)
    pane = page.mapping.pane
    assert "names one year" in words(page.mapping)
    assert not pane.on.isEnabled()
    pane.sheet["years"].give(Years.CALENDAR)
    rest(qtbot, page)
    assert "2 figures can be read so." in words(page.mapping)
    assert pane.on.isEnabled()
    assert page.mapping.figures.rows_model.rowCount() == 2
    assert page.mapping.refused.rows_model.rowCount() == 1


def test_a_share_is_read_as_it_was_said_to_be_written(
    qtbot: QtBot, page: PerformancePage, look_at: Callable[[str], None]
) -> None:
    look_at(SHARES)
    view = page.mapping
    assert "part of 1 or a part of 100" in words(view)
    view.sheet.setCurrentIndex(view.sheet.sheet.index(2, 2))
    view.pane.column["percent"].give(Percent.FRACTION)
    rest(qtbot, page)
    assert [str(one.value) for one in view.figures.rows_model.rows()] == ["26", "31"]


def test_a_column_is_given_another_meaning_by_hand(
    qtbot: QtBot, page: PerformancePage, look_at: Callable[[str], None]
) -> None:
    look_at(OWN)
    view = page.mapping
    view.sheet.setCurrentIndex(view.sheet.sheet.index(0, 1))
    view.pane.column["role"].give(Role.UNUSED)
    rest(qtbot, page)
    assert {one.cell for one in view.figures.rows_model.rows()} == {"C3"}
    heading = view.sheet.sheet.headerData(1, Qt.Orientation.Horizontal)
    assert heading == "B\nNot used"


def test_heading_rows_are_corrected_and_ask_what_each_says(
    qtbot: QtBot, page: PerformancePage, look_at: Callable[[str], None]
) -> None:
    look_at(OWN)
    view = page.mapping
    view.pane.sheet["first"].give(1)
    rest(qtbot, page)
    assert view.draft is not None
    assert (view.draft.rules.first, view.draft.rules.last) == (0, 1)
    assert len([key for key in view.pane.sheet if key.startswith("line")]) == 2


def test_a_name_is_needed_and_cancel_leads_back(
    qtbot: QtBot, page: PerformancePage, look_at: Callable[[str], None]
) -> None:
    look_at(OWN)
    page.mapping.pane.name.give("")
    press(qtbot, page, "Go on")
    assert page.mapping.pane.name.fault() == "Fill in “Keep as”."
    press(qtbot, page, "Cancel")
    assert page.current is page.board


def test_a_file_may_be_explained_from_the_imports_too(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted, tmp_path: Path
) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("only,words\nand,no figure\n", encoding="utf-8")
    dialogs.files.append(path)
    page.open_imports()
    press(qtbot, page, "Say how a sheet is read")
    rest(qtbot, page)
    assert "No row of headings above figures was found here." in words(page.mapping)
    assert not page.mapping.pane.on.isEnabled()


def test_an_import_lists_what_it_changed_and_its_sheets(
    qtbot: QtBot, page: PerformancePage, look_at: Callable[[str], None]
) -> None:
    look_at(OWN)
    press(qtbot, page, "Go on")
    rest(qtbot, page)
    (question,) = page.preview.questions.fields.values()
    question.give(question.field.choices[0].value)
    rest(qtbot, page)
    press(qtbot, page, "Take 2 figures")
    rest(qtbot, page)
    page.open_imports()
    rows = page.imports.table.rows_model.rows()
    own = next(one for one in rows if one.snapshot.file_name == "talks.csv")
    page.imports.table.choose(own.snapshot.id)
    assert "The file: 2 rows read, 2 figures" in words(page.imports)
    revised = next(one for one in rows if one.snapshot.publisher == "Cafcass")
    page.imports.table.choose(revised.snapshot.id)
    assert "England, Q4: 2022-23: 47 became 46" in words(page.imports)
    press(qtbot, page, "Take this import back")
    rest(qtbot, page)
    assert len(page.imports.table.rows_model.rows()) == len(rows) - 1


def test_each_sheet_of_a_workbook_can_be_looked_at(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["only words"])
    for title, hidden in (("Talks", False), ("Old", True)):
        sheet = book.create_sheet(title)
        for line in OWN.splitlines():
            sheet.append([int(one) if one.isdigit() else one for one in line.split(",")])
        sheet.row_dimensions[4].hidden = True
        sheet.sheet_state = "hidden" if hidden else "visible"
    path = tmp_path / "talks.xlsx"
    book.save(path)
    dialogs.files.append(path)
    page.open_imports()
    press(qtbot, page, "Say how a sheet is read")
    rest(qtbot, page)
    view = page.mapping
    assert view.draft is not None
    assert view.draft.rules.sheet == "Talks"
    view.pane.sheet["hidden_rows"].give(value=True)
    rest(qtbot, page)
    assert len(view.refused.rows_model.rows()) == 1
    chooser = next(one for one in view.pane.findChildren(QComboBox) if one.count() == 3)
    assert chooser.itemText(2) == "Old, hidden"
    chooser.setCurrentIndex(0)
    rest(qtbot, page)
    assert "No row of headings above figures was found here." in words(view)


def test_a_release_that_has_changed_shows_what_before_it_is_read(
    qtbot: QtBot, page: PerformancePage, look_at: Callable[[str], None]
) -> None:
    look_at(OWN)
    page.mapping.pane.name.give("Talks")
    press(qtbot, page, "Go on")
    rest(qtbot, page)
    (question,) = page.preview.questions.fields.values()
    question.give(question.field.choices[0].value)
    rest(qtbot, page)
    press(qtbot, page, "Take 2 figures")
    rest(qtbot, page)
    look_at(OWN.replace("DFJ area", "Court"))
    said = words(page.mapping)
    assert "Read as “Talks” was. What has changed:" in said
    assert "The heading “DFJ area” may have become “Court”." in said
    assert not page.mapping.pane.on.isEnabled()


def test_every_control_of_the_mapping_has_a_name(
    page: PerformancePage, look_at: Callable[[str], None]
) -> None:
    look_at(OWN)
    pane = page.mapping.pane
    for field in (*pane.sheet.values(), *pane.column.values(), pane.name):
        assert field.control.accessibleName()
    assert page.mapping.sheet.accessibleName() == "The sheet as it is"
    cell = page.mapping.sheet.sheet.index(1, 0)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "A2, DFJ area, heading"


def test_terms_are_added_changed_and_removed(
    page: PerformancePage, dialogs: Scripted, database: Database
) -> None:
    page.open("terms")
    terms = page.current
    assert isinstance(terms, GlossaryView)
    measure = terms._ask.figures.measures()[0]
    dialogs.forms.append(
        {"words": "New issues", "measure_id": measure.id, "body": "everyone", "note": ""}
    )
    terms.new.click()
    (line,) = terms.table.rows_model.rows()
    assert (line.words, line.measure) == ("New issues", measure.name)
    dialogs.forms.append(
        {"words": "Issues", "measure_id": measure.id, "body": "everyone", "note": "Care"}
    )
    terms.change(line)
    assert {"Issues", "Care"} <= set(words(terms).splitlines())
    terms.remove(line)
    with database.session() as session:
        assert everything(session, Term) == []
    assert terms.head()[1] == "What each body calls a measure: no term"
