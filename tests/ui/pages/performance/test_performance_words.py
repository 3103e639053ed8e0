"""What stands beside the figures: the words of a place, other publishers, saved readings."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QPushButton

from lfjb_desk.analysis.trends import month_start_later
from lfjb_desk.domain.changes import added, change, edited
from lfjb_desk.domain.figures.figures import Observation, Snapshot
from lfjb_desk.domain.figures.mappings import FileMapping
from lfjb_desk.domain.formatting import NOT_HELD
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.series import Frequency, SeriesKey
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.store.queries.lookup import everything
from tests.ui.pages.hands import pick, press, undo, words
from tests.ui.pages.performance.test_performance import FILE, WEEKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.performance.page import PerformancePage
    from tests.ui.conftest import Scripted

OTHER = Snapshot(
    file_name="other.csv",
    sha256="b" * 64,
    layout="",
    publisher="Other",
    imported_at=datetime(2026, 11, 20, tzinfo=UTC),
    read=3,
    new=3,
    unchanged=0,
    revised=0,
    refused=0,
)
READING = FileMapping(
    shape="c" * 64,
    name="Talks",
    publisher="Our own",
    file_name="talks.csv",
    used_at=datetime(2026, 11, 2, tzinfo=UTC),
    rules="{}",
    seen='{"headings": ["DFJ area", "January to March 2026"]}',
)


def quarters(
    database: Database, snapshot: Snapshot, start: date, figures: list[str | None]
) -> Iterator[Observation]:
    """Yield invented quarters of Essex and Suffolk; None is a figure that was suppressed."""
    measure = next(one for one in FigureService(database).measures() if one.name == WEEKS)
    for n, value in enumerate(figures):
        begins = month_start_later(start, 3 * n)
        yield Observation(
            snapshot_id=snapshot.id,
            measure_id=measure.id,
            place_kind=PlaceKind.AREA,
            place_code="ESST",
            place_label="Essex and Suffolk",
            period_start=begins,
            period_end=month_start_later(begins, 3) - timedelta(days=1),
            period_label=f"{begins.year} Q{(begins.month + 2) // 3}",
            value=None if value is None else Decimal(value),
            marker="[c]" if value is None else None,
            publisher=snapshot.publisher,
            sheet="Table",
            cell=f"B{n + 5}",
        )


@pytest.fixture
def page(performance_page: PerformancePage, database: Database) -> PerformancePage:
    """The figures of Essex and Suffolk: one measure, which two publishers have."""
    rows = [added(FILE), added(OTHER)]
    first, second = date(2025, 1, 1), date(2025, 4, 1)
    rows += map(added, quarters(database, FILE, first, ["50", "48", "46", "44", "42", "40"]))
    rows += map(added, quarters(database, OTHER, second, ["48", None, "47"]))
    performance_page.desk.history.do(lambda: change("Invented figures", None, rows))
    return performance_page


def newest(database: Database) -> Observation:
    """Return the newest figure of the first publisher."""
    with database.session() as session:
        rows = [one for one in everything(session, Observation) if one.snapshot_id == FILE.id]
    return max(rows, key=lambda one: one.period_end)


def test_a_place_is_told_in_short_and_the_chair_may_say_it_otherwise(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted, database: Database
) -> None:
    narrative = page.board.narrative
    assert "2 measures have figures for Essex and Suffolk." in words(narrative)
    assert words(narrative).count("•") > 1
    dialogs.forms.append({"text": "The board is pleased."})
    press(qtbot, narrative, "Edit")
    assert "The board is pleased." in words(narrative)
    assert "have figures" not in words(narrative)
    assert "•" not in words(narrative)
    row = newest(database)
    page.desk.history.do(lambda: change("Revise", None, [edited(row, value=Decimal(45))]))
    assert "Changed since these words" in words(narrative)
    press(qtbot, narrative, "Back to the desk's words")
    assert "2 measures have figures for Essex and Suffolk." in words(narrative)
    undo(page)
    assert "The board is pleased." in words(narrative)


def test_the_chair_writes_other_words_which_turn_stale_when_figures_change(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted, database: Database
) -> None:
    measure = next(one for one in FigureService(database).measures() if one.name == WEEKS)
    page.open("measure", measure.id)
    narrative = page.measure.narrative
    assert "40 weeks" in words(narrative)
    dialogs.forms += [{}, {"text": "Invented words of the chair."}]
    press(qtbot, narrative, "Edit")
    assert "These are still the desk's own words" in dialogs.refusals.pop()
    press(qtbot, narrative, "Edit")
    assert "Invented words of the chair." in words(narrative)
    assert "Written by a person on 23 November 2026." in words(narrative)
    assert "Changed since these words" not in words(narrative)
    row = newest(database)
    page.desk.history.do(lambda: change("Revise", None, [edited(row, value=Decimal(41))]))
    assert "Changed since these words" in words(narrative)
    press(qtbot, narrative, "Back to the desk's words")
    assert "41 weeks" in words(narrative)
    assert "Invented words" not in words(narrative)
    undo(page)
    assert "Invented words of the chair." in words(narrative)


def test_a_place_that_shows_the_nation_instead_has_no_words_of_its_own(
    page: PerformancePage,
) -> None:
    pick(page.place_button, "South East, region")
    assert "No figures are held for South East itself" in words(page)
    assert page.board.narrative.isHidden()
    texts = [command.label for command in page.commands()]
    assert "Edit the words about this place" not in texts


def test_the_page_of_a_measure_names_another_publisher_whose_figures_have_a_signal(
    page: PerformancePage, database: Database
) -> None:
    start = date(2022, 4, 1)
    third = Snapshot(**{**OTHER.model_dump(), "id": uuid4(), "publisher": "Third"})
    texts = [*("50", "52", "49", "51", "50", "53", "48", "51", "50", "52", "49", "51", "50", "49")]
    rows = [third, *quarters(database, third, start, [*texts, "62"])]
    measure = next(one for one in FigureService(database).measures() if one.name == WEEKS)
    page.open("measure", measure.id)
    assert page.measure.chart_card.elsewhere.isHidden()
    page.desk.history.do(lambda: change("Invented figures", None, map(added, rows)))
    page.measure._choose_series_key(SeriesKey(FILE.publisher, Frequency.QUARTER))
    assert page.measure.chart_card.elsewhere.text() == (
        "The figures of Third, by quarter have a signal: above the usual range, worse."
    )


def test_two_publishers_stand_side_by_side_and_are_never_merged(
    qtbot: QtBot, page: PerformancePage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    page.open("measure")
    press(qtbot, page, "Other publishers")
    panel = page.measure.series_keys
    table = panel.table.rows_model
    heads = [column.heading for column in table.columns]
    assert heads[0] == "Period"
    assert set(heads[1:]) == {FILE.publisher, "Other"}
    own = heads.index(FILE.publisher)
    rows = [
        [table.index(row, at).data() for at in (0, own, 3 - own)] for row in range(table.rowCount())
    ]
    assert rows[:4] == [
        ["2026 Q2", "40 weeks", NOT_HELD],
        ["2026 Q1", "42 weeks", NOT_HELD],
        ["2025 Q4", "44 weeks", "47 weeks"],
        ["2025 Q3", "46 weeks", "[c]"],
    ]
    assert "differ in 1 period" in words(panel)
    assert "[c] means" in words(panel)
    panel.table.selectRow(2)
    assert "other.csv" in panel.cells.text()
    assert "cell B7" in panel.cells.text()
    panel.table.selectRow(0)
    assert "Other: nothing for 2026 Q2." in panel.cells.text()
    assert unnamed(page) == []


def test_the_tab_of_other_publishers_goes_with_them(qtbot: QtBot, page: PerformancePage) -> None:
    page.open("measure")
    press(qtbot, page, "Other publishers")
    rows = [row.points for row in page.measure.series_keys.table.rows_model.rows()]
    assert len(rows) == 6
    pick(page.place_button, "England,")
    page.open("measure")
    seen = [one.text() for one in page.measure.pills.findChildren(QPushButton) if one.isVisible()]
    assert "Other publishers" not in seen
    assert page.measure.pills.current == "time"


def test_a_saved_reading_is_forgotten_and_brought_back(
    qtbot: QtBot, page: PerformancePage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    page.open("readings")
    assert "No reading of a sheet is saved" in words(page)
    page.desk.history.do(lambda: change("Keep a reading", None, [added(READING)]))
    assert page.title == "Saved readings of sheets"
    said = words(page)
    assert "1 reading, the last used first" in said
    assert "January to March 2026" in said
    assert "Our own" in said
    press(qtbot, page, "Forget")
    assert "No reading of a sheet is saved" in words(page)
    undo(page)
    assert "Talks" in words(page)
    assert unnamed(page) == []


def test_an_empty_glossary_says_what_to_do_first(
    qtbot: QtBot, page: PerformancePage, dialogs: Scripted, database: Database
) -> None:
    page.open("terms")
    said = words(page)
    assert "No term is held" in said
    measure = next(one for one in FigureService(database).measures() if one.name == WEEKS)
    dialogs.forms.append({"measure_id": measure.id, "words": "How long it takes"})
    press(qtbot, page, "New term")
    assert "How long it takes" in words(page)
    assert "No term is held" not in words(page)
