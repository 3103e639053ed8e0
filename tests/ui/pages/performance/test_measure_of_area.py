"""A measure that another page names opens in the area that the page is about, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import added, change
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.ui.pages.performance.locations import Location
from tests.ui.pages.hands import words
from tests.ui.pages.performance.test_performance import FILE, WEEKS
from tests.ui.pages.performance.test_performance_measure import FALLEN, STEADY, quarters

if TYPE_CHECKING:
    from lfjb_desk.domain.figures.figures import Observation
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.performance.page import PerformancePage

THURROCK = Location(PlaceKind.AUTHORITY, "E06000034", "Thurrock")
SHARE = "Care and supervision cases finished within 26 weeks"


def hold(page: PerformancePage, *rows: Observation) -> None:
    new = [added(FILE), *map(added, rows)]
    page.desk.history.do(lambda: change("Invented figures", None, new))


def test_a_sentence_about_the_area_opens_its_own_chart_whichever_place_was_shown(
    performance_page: PerformancePage, database: Database
) -> None:
    page = performance_page
    hold(page, *quarters(WEEKS, database, "ESST", FALLEN))
    of_thurrock = list(quarters(WEEKS, database, THURROCK.code, STEADY))
    for row in of_thurrock:
        row.place_kind, row.place_label = PlaceKind.AUTHORITY, THURROCK.name
    page.desk.history.do(lambda: change("More", None, map(added, of_thurrock)))
    weeks = of_thurrock[0].measure_id
    page.choice.choose(THURROCK)
    page.open("measure", weeks)
    assert page.measure.series is not None
    assert page.measure.series.place == "Thurrock"
    page.show_record("measure", weeks)
    assert page.current.key == "measure"
    assert page.measure.series.place == "Essex and Suffolk"
    assert page.place_button.text().startswith("Essex and Suffolk")
    bare = Location(PlaceKind.AUTHORITY, "E00000000", "Nowhere Council")
    page.choice.choose(bare)
    page.show_record("measure", weeks)
    assert page.current.key == "measure", "a place without such a figure hides no chart"
    assert page.measure.series.place == "Essex and Suffolk"


def test_the_nation_counts_and_names_the_chosen_measure_alone(
    performance_page: PerformancePage, database: Database
) -> None:
    page = performance_page
    other = next(
        area.code for area in page.choice._locations._ask.places.areas() if area.code != "ESST"
    )
    hold(
        page,
        *quarters(WEEKS, database, "ESST", FALLEN),
        *quarters(SHARE, database, other, STEADY[:3]),
    )
    page.open("national")
    nation = page.nation
    areas = {row.area.code: row.area for row in nation.table.rows_model.rows()}
    assert "ESST" in areas
    retitled: list[str] = []
    nation.retitled.connect(lambda: retitled.append(nation.head()[1]))
    nation.measure.setCurrentIndex(nation.measure.findText(SHARE))
    nation.measure.activated.emit(nation.measure.currentIndex())
    assert retitled
    assert retitled[-1].startswith("0 of ")
    nation.pills._choose("all")
    rows = {row.area.code: row for row in nation.table.rows_model.rows()}
    assert nation._measure(rows["ESST"]).text == "No figure of this measure"
    assert nation._signal(rows["ESST"]).text == "No figures"
    assert nation._measure(rows[other]).text == SHARE
    assert nation._signal(rows[other]).text == "Too old"
    assert "signals in" not in words(nation)
    nation.measure.setCurrentIndex(nation.measure.findText(WEEKS))
    nation.measure.activated.emit(nation.measure.currentIndex())
    assert retitled[-1].startswith("1 of ")
    assert "1 signal in 1 series" in words(nation)


def test_without_a_step_limits_that_a_gap_starts_anew_are_not_called_the_only_ones(
    performance_page: PerformancePage, database: Database
) -> None:
    page = performance_page
    rows = list(quarters(WEEKS, database, "ESST", [*STEADY, *STEADY]))
    weeks = rows[0].measure_id
    hold(page, *rows[:9], *rows[16:])
    page.choice.stand_at_area()
    page.open("measure", weeks)
    page.measure.pills._choose("settings")
    told = words(page.measure.chart_settings)
    assert "The limits start anew from" in told
    assert "No step: a gap in the figures alone makes the limits start anew." in told
    assert "one average and one pair of limits" not in told


def test_publishers_with_no_period_in_common_are_not_said_to_agree(
    performance_page: PerformancePage, database: Database
) -> None:
    page = performance_page
    rows = list(quarters(WEEKS, database, "ESST", STEADY))
    for row in rows[:8]:
        row.publisher = "Earlier"
    hold(page, *rows)
    page.show_record("measure", rows[0].measure_id)
    page.measure.pills._choose("strands")
    told = words(page.measure.series_keys)
    assert "No period is held by both; they are never merged." in told
    assert "differ in" not in told
