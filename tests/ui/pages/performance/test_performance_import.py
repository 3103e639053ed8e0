"""Importing figures through the page and its reading process."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QPushButton

from lfjb_desk.domain.changes import Change
from lfjb_desk.domain.figures.figures import Observation, Snapshot
from lfjb_desk.services.imports.imports import ImportService
from lfjb_desk.store.engine.refusals import BusyError
from lfjb_desk.store.queries.lookup import everything
from tests.ui.pages.hands import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.performance.page import PerformancePage
    from tests.ui.conftest import Scripted

SAMPLE = (
    Path(__file__).parents[4]
    / "../shared/samples"
    / "fcsq_dfj_and_regional_adoption_2011Q1-2021Q2.csv"
)
PLAIN = """area,period,measure,value
Essex and Suffolk,2026 Q1,s31_mean_weeks,50
Essex and Suffolk,2026 Q2,s31_mean_weeks,{value}
Essex and Suffolk,2026 Q9,s31_mean_weeks,47
Camelot,2026 Q1,s31_mean_weeks,51
Camelot,2026 Q2,s31_mean_weeks,52
Essex,2026 Q1,Odd number of things,53
"""
WAIT = 60_000
"""Milliseconds after which a reading that never ends fails its test."""


@pytest.fixture
def page(performance_page: PerformancePage) -> PerformancePage:
    return performance_page


@pytest.fixture
def plain(tmp_path: Path) -> Callable[..., Path]:
    def write(value: int = 49) -> Path:
        path = tmp_path / "invented.csv"
        path.write_text(PLAIN.format(value=value), encoding="utf-8")
        return path

    return write


@pytest.fixture
def refusals(page: PerformancePage) -> list[str]:
    found: list[str] = []
    page.desk.notices.refused.connect(found.append)
    return found


def choose(page: PerformancePage, dialogs: Scripted, path: Path) -> None:
    """Choose a file as the user does, and let the page read it."""
    dialogs.files.append(path)
    page.take_in.click()


def rest(qtbot: QtBot, page: PerformancePage) -> None:
    qtbot.waitUntil(lambda: not page.desk.jobs.running(), timeout=WAIT)


def press(qtbot: QtBot, page: PerformancePage, start: str) -> None:
    buttons: list[QPushButton] = page.findChildren(QPushButton)
    found = next(b for b in buttons if b.text().startswith(start) and b.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def written(database: Database) -> tuple[int, int]:
    """Return how many imports and how many figures are held."""
    with database.session() as session:
        return len(everything(session, Snapshot)), len(everything(session, Observation))


def answer(page: PerformancePage, key: str, text: str) -> None:
    control = page.preview.questions.fields[key].control
    assert isinstance(control, QComboBox)
    control.setCurrentIndex(control.findText(text, Qt.MatchFlag.MatchStartsWith))


def test_a_file_is_shown_as_it_was_understood_and_nothing_is_written_yet(
    qtbot: QtBot,
    page: PerformancePage,
    dialogs: Scripted,
    plain: Callable[..., Path],
    database: Database,
) -> None:
    before = written(database)
    choose(page, dialogs, plain())
    rest(qtbot, page)
    assert page.title == "Import figures"
    assert set(page.preview.questions.fields) == {"Camelot", "measure: Odd number of things"}
    said = words(page.preview)
    assert "A plain table of area, period, measure and value" in said
    assert "Publisher not stated" in said
    assert "“Camelot” is not a place that is known here." in said
    page.preview.pills._choose("figures")
    fates = [page.preview._fate(row) for row in page.preview.figures.rows_model.rows()]
    assert fates == ["new", "new"]
    page.preview.pills._choose("refused")
    (refused,) = page.preview.refused.rows_model.rows()
    assert "2026 Q9" in refused.reason
    press(qtbot, page, "Cancel")
    assert page.title != "Import figures"
    assert written(database) == before


def test_what_stands_twice_is_counted_apart_and_listed(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted, plain: Callable[..., Path]
) -> None:
    path = plain()
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([*lines, lines[1]]) + "\n", encoding="utf-8")
    said = "1 figure stands twice in the file and was taken once."
    choose(page, dialogs, path)
    rest(qtbot, page)
    assert said in words(page.preview)
    page.preview.pills._choose("repeats")
    (repeat,) = page.preview.repeats.rows_model.rows()
    assert repeat.reason == "D8 repeats D2."
    assert page.preview.refused.rows_model.rowCount() == 1
    press(qtbot, page, "Take 2 figures")
    qtbot.waitUntil(lambda: page.current is page.imports, timeout=WAIT)
    assert said in words(page.imports.pane)
    assert "D8: D8 repeats D2." in words(page.imports.pane)


def offered(page: PerformancePage) -> set[str]:
    return {one.text() for one in page.findChildren(QPushButton) if one.isVisible()}


def test_answers_change_what_is_taken_and_one_undo_takes_it_all_back(
    qtbot: QtBot,
    page: PerformancePage,
    dialogs: Scripted,
    plain: Callable[..., Path],
    database: Database,
) -> None:
    before = written(database)
    choose(page, dialogs, plain())
    rest(qtbot, page)
    answer(page, "Camelot", "Kent")
    answer(page, "measure: Odd number of things", "Leave it out")
    qtbot.waitUntil(
        lambda: "0 of 2 open" in page.preview.pills._pills["questions"].text(), timeout=WAIT
    )
    qtbot.waitUntil(lambda: "Take 4 figures" in offered(page), timeout=WAIT)
    press(qtbot, page, "Take 4 figures")
    qtbot.waitUntil(lambda: page.current is page.imports, timeout=WAIT)
    assert written(database) == (before[0] + 1, before[1] + 4)
    page.open("measure")
    assert page.measure.chart_card.message.text() == (
        "49 weeks, down from 50: two figures cannot show a trend"
    )
    page.open_imports()
    assert "“Odd number of things” was left out, as you chose." in words(page.imports.pane)
    page.desk.history.stack.undo()
    assert written(database) == before


def test_a_file_that_brings_nothing_new_has_nothing_to_take(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted, plain: Callable[..., Path]
) -> None:
    choose(page, dialogs, plain())
    rest(qtbot, page)
    press(qtbot, page, "Take 2 figures")
    qtbot.waitUntil(lambda: page.current is page.imports, timeout=WAIT)
    choose(page, dialogs, plain())
    rest(qtbot, page)
    assert "This very file was imported on 23 November 2026." in words(page.preview)
    assert "there is nothing new to take" in words(page.preview)
    buttons: list[QPushButton] = page.preview.pane.findChildren(QPushButton)
    take = next(b for b in buttons if b.text().startswith("Take"))
    assert not take.isEnabled()


def test_a_revised_figure_says_what_it_was_and_keeps_it(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted, plain: Callable[..., Path]
) -> None:
    for value, many in ((49, "Take 2 figures"), (48, "Take 1 figure")):
        choose(page, dialogs, plain(value))
        rest(qtbot, page)
        press(qtbot, page, many)
        qtbot.waitUntil(lambda: page.current is page.imports, timeout=WAIT)
    page.open("measure")
    newest = page.measure.figures.table.rows_model.rows()[0]
    assert (newest.figure, newest.note) == ("48", "revised")
    page.measure.figures.table.selectRow(0)
    assert "before it was 49 weeks" in page.measure.figures.source.text()


def test_figures_that_were_taken_meanwhile_are_refused_in_one_sentence(
    qtbot: QtBot,
    page: PerformancePage,
    dialogs: Scripted,
    plain: Callable[..., Path],
    database: Database,
    refusals: list[str],
) -> None:
    choose(page, dialogs, plain())
    rest(qtbot, page)
    preview = page.preview.preview
    assert preview is not None
    database.apply(ImportService(database).commit(preview, page.desk.context.clock()))
    held = written(database)
    press(qtbot, page, "Take 2 figures")
    rest(qtbot, page)
    assert len(refusals) == 1
    assert "The figures held have changed since" in refusals[0]
    assert written(database) == held
    qtbot.waitUntil(lambda: page.preview.preview is not preview, timeout=WAIT)
    compared = page.preview.preview
    assert compared is not None
    assert compared.counts.unchanged == 2, "it is compared with what is held now"


def test_an_import_that_another_program_held_up_keeps_its_preview_for_the_next_try(
    qtbot: QtBot,
    page: PerformancePage,
    dialogs: Scripted,
    plain: Callable[..., Path],
    database: Database,
    refusals: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = written(database)
    choose(page, dialogs, plain())
    rest(qtbot, page)
    preview = page.preview.preview

    def held_up(_: Change) -> None:
        raise BusyError("It was not saved: another program is using the database.")

    with monkeypatch.context() as other_program:
        other_program.setattr(page.desk.history, "_write", held_up)
        press(qtbot, page, "Take 2 figures")
        rest(qtbot, page)
    assert refusals == ["It was not saved: another program is using the database."]
    assert written(database) == before
    assert page.preview.preview is preview, "the file need not be read again"
    press(qtbot, page, "Take 2 figures")
    qtbot.waitUntil(lambda: page.current is page.imports, timeout=WAIT)
    assert written(database) == (before[0] + 1, before[1] + 2)


def hostile_workbook(path: Path) -> None:
    """Write a small package that would unpack to 300 million bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(b"0" * 1_000_000)
        package.writestr("[Content_Types].xml", "<Types/>")


def unrecognised_file(path: Path) -> None:
    """Write a large text file in which nothing is a table of figures."""
    path.write_text("\n".join(f"line {n},of,nothing known" for n in range(100_000)))


@pytest.mark.parametrize(
    ("name", "write"),
    [("bomb.xlsx", hostile_workbook), ("minutes.csv", unrecognised_file)],
    ids=["a hostile workbook", "a file that is not recognised"],
)
def test_a_file_that_is_refused_writes_nothing_and_the_window_stays_alive(
    qtbot: QtBot,
    page: PerformancePage,
    dialogs: Scripted,
    refusals: list[str],
    database: Database,
    tmp_path: Path,
    name: str,
    write: Callable[[Path], None],
) -> None:
    before, title = written(database), page.title
    dialogs.agrees = False  # to say how an unknown file is read
    path = tmp_path / name
    write(path)
    ticks: list[bool] = []
    timer = QTimer(page)
    timer.setInterval(20)
    timer.timeout.connect(lambda: ticks.append(bool(page.desk.jobs.running())))
    timer.start()
    choose(page, dialogs, path)
    rest(qtbot, page)
    timer.stop()
    assert sum(ticks) >= 2, "the window ticked while the file was read"
    # To give up the question, which says why, is no fault: no strip says it again.
    is_asked = f"Say how {name} is to be read?" in dialogs.asked
    assert len(refusals) == (0 if is_asked else 1)
    for refusal in refusals:
        assert refusal.startswith(name)
        assert "Nothing was imported" in refusal
        assert "Traceback" not in refusal
    assert (written(database), page.title) == (before, title)


def test_a_reading_can_be_cancelled_and_another_file_waits_for_it(
    qtbot: QtBot,
    page: PerformancePage,
    dialogs: Scripted,
    refusals: list[str],
    plain: Callable[..., Path],
) -> None:
    title = page.title
    choose(page, dialogs, plain())
    choose(page, dialogs, plain())
    assert refusals == ["A file is being read. Wait for it or cancel it, then import the next."]
    (handle,) = page.desk.jobs.running()
    assert handle.label == "Reading invented.csv"
    handle.cancel()
    rest(qtbot, page)
    assert page.title == title
    choose(page, dialogs, plain())
    rest(qtbot, page)
    assert page.title == "Import figures"


def test_no_file_chosen_changes_nothing(page: PerformancePage, dialogs: Scripted) -> None:
    title = page.title
    dialogs.files.append(None)
    page.take_in.click()
    assert not page.desk.jobs.running()
    assert page.title == title


def test_the_preview_has_a_name_for_every_control(
    qtbot: QtBot,
    page: PerformancePage,
    dialogs: Scripted,
    plain: Callable[..., Path],
    unnamed: Callable[[PerformancePage], list[str]],
) -> None:
    choose(page, dialogs, plain())
    rest(qtbot, page)
    assert unnamed(page) == []
    page.desk.history.changed.emit(Change("Elsewhere", ()))
    assert page.title == "Import figures"


@pytest.mark.skipif(not SAMPLE.exists(), reason="the published sample is not beside this checkout")
def test_the_published_adoption_file_is_taken_whole(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted, database: Database
) -> None:
    imports, figures = written(database)
    choose(page, dialogs, SAMPLE)
    rest(qtbot, page)
    assert len(page.preview.questions.fields) == 8
    page.preview.pills._choose("figures")
    assert page.preview.limit.text() == "The first 200 of 7,046."
    press(qtbot, page, "Take 7,046 figures")
    qtbot.waitUntil(lambda: page.current is page.imports, timeout=WAIT)
    assert written(database) == (imports + 1, figures + 7046)
    page.open_board()
    names = [card.series.measure.name for card in page.board.multiples.cards]
    assert "Adoption orders made" in names
