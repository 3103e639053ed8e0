"""The nation: in every area which measures have a signal, which way and since when."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.analysis.spc.chance import chance_of_signal
from lfjb_desk.domain.figures.figures import Polarity
from lfjb_desk.domain.places import DfjArea, PlaceKind
from lfjb_desk.domain.read_models.figures.series import Frequency, SeriesKey
from lfjb_desk.domain.read_models.figures.status import Welcome
from lfjb_desk.services.figures.control import ControlService
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.figures.national import NationalService
from tests.analysis.labels import label
from tests.services.figures.quarterly import STEADY, measure, quarterly, snapshot, write

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.figures.national import AreaSignals, SignalLine
    from lfjb_desk.store.engine.database import Database

TODAY = date(2024, 11, 23)
WEEKS = measure()
LISTED = measure("listed", "Cases listed in time", unit="%", polarity=Polarity.HIGHER)
FILE = snapshot()
HIGH = [*STEADY, 51, 49, 61, 62, 60]


@pytest.fixture
def service(database: "Database") -> NationalService:
    areas = [
        DfjArea(code=code, name=name, region="", nation="England", courts="", source="invented")
        for code, name in (("KENT", "Kent"), ("ESST", "Essex"), ("CUMB", "Cumbria"))
    ]
    write(database, *areas, WEEKS, LISTED, FILE)
    return NationalService(database)


def area(service: NationalService, code: str) -> "AreaSignals":
    return next(one for one in service.view(TODAY).areas if one.area.code == code)


def only_line(service: NationalService, code: str) -> "SignalLine":
    (line,) = area(service, code).lines
    return line


def test_every_area_is_there_by_name_with_and_without_figures(service: NationalService) -> None:
    view = service.view(TODAY)
    assert [one.area.name for one in view.areas] == ["Cumbria", "Essex", "Kent"]
    assert view.measures == ()
    assert view.with_signals == ()
    assert view.areas[0].held == frozenset()


def test_the_view_says_how_many_signals_chance_alone_would_give(
    database: "Database", service: NationalService
) -> None:
    assert (service.view(TODAY).expected, service.view(TODAY).with_limits) == (0, 0)
    write(database, *quarterly(WEEKS.id, FILE.id, HIGH))
    write(database, *quarterly(LISTED.id, FILE.id, STEADY[:5], place_code="ESST"))
    view = service.view(TODAY)
    # Seventeen whole figures that spread by two or so; five have no limits and count for nothing.
    assert view.with_limits == 1
    assert view.expected == pytest.approx(
        chance_of_signal("NHS-R 0.2.2", 17, 2.5, is_small_count=False)
    )


def test_a_signal_is_confirmed_by_the_period_before_or_by_a_second_rule(
    database: "Database", service: NationalService
) -> None:
    once = [*STEADY, 51, 49, 51, 50, 66]
    write(database, *quarterly(WEEKS.id, FILE.id, once, place_code="KENT"))
    write(database, *quarterly(WEEKS.id, FILE.id, [*once, 67], place_code="CUMB"))
    write(database, *quarterly(WEEKS.id, FILE.id, [*once, 34], place_code="ESST"))
    assert not only_line(service, "KENT").confirmed
    assert only_line(service, "CUMB").confirmed
    # A signal to the other side in the period before confirms nothing.
    assert not only_line(service, "ESST").confirmed


def test_a_signal_says_what_which_way_and_since_when(
    database: "Database", service: NationalService
) -> None:
    write(database, *quarterly(WEEKS.id, FILE.id, HIGH))
    write(database, *quarterly(LISTED.id, FILE.id, HIGH, place_code="KENT"))
    write(database, *quarterly(LISTED.id, FILE.id, STEADY, place_code="ESST"))
    view = service.view(TODAY)
    assert [one.area.code for one in view.with_signals] == ["ESST", "KENT"]
    assert [one.name for one in view.measures] == ["Cases listed in time", "Length of care cases"]
    essex, kent = view.with_signals
    assert essex.held == frozenset({WEEKS.id, LISTED.id})
    assert essex.judged == frozenset({WEEKS.id})  # twelve figures are too few for firm limits
    assert (essex.concerns, essex.improvements) == (1, 0)
    assert (kent.concerns, kent.improvements) == (0, 1)
    line = only_line(service, "ESST")
    assert line.measure.code == "s31_mean_weeks"
    assert label(line.signal.cause) == "Above UCL"
    assert (line.signal.high, line.status.welcome) == (True, Welcome.WORSE)
    assert line.rules == "NHS-R 0.2.2"
    assert line.since == date(2023, 7, 1)
    assert line.since_words == "July to September 2023"
    assert line.at_words == "January to March 2024"
    assert (line.value, line.marker, line.period_words) == (
        Decimal(60),
        None,
        "January to March 2024",
    )
    assert line.series_key == SeriesKey("Cafcass", Frequency.QUARTER)
    assert not line.status.is_trial
    assert essex.line(WEEKS.id) == line
    assert essex.line(LISTED.id) is None


def test_a_marker_after_the_signal_is_shown_and_the_signal_stands_where_it_was(
    database: "Database", service: NationalService
) -> None:
    write(database, *quarterly(WEEKS.id, FILE.id, [*HIGH, None, "[c]"]))
    line = only_line(service, "ESST")
    assert line.at_words == "January to March 2024"
    assert (line.value, line.marker) == (None, "[c]")
    assert line.period_words == "July to September 2024"


def test_a_gap_and_an_old_revision_count_for_nothing(
    database: "Database", service: NationalService
) -> None:
    run = [50, 49, 51, 48] * 4 + [51, 52, 51, 52, 51, 52, 51]
    whole = quarterly(WEEKS.id, FILE.id, run)
    broken = quarterly(WEEKS.id, FILE.id, [*run[:19], None, *run[19:]], place_code="KENT")
    old = quarterly(WEEKS.id, FILE.id, [900], first=22, current=False)
    write(database, *whole, *broken, *old)
    assert label(only_line(service, "ESST").signal.cause) == "7 Points Above CL"
    assert area(service, "KENT").lines == ()


def test_figures_that_came_in_any_order_stand_in_time(
    database: "Database", service: NationalService
) -> None:
    write(database, *reversed(quarterly(WEEKS.id, FILE.id, HIGH)))
    assert only_line(service, "ESST").since == date(2023, 7, 1)


def test_the_strand_is_the_one_that_the_page_of_the_measure_shows(
    database: "Database", service: NationalService
) -> None:
    years = [
        row.model_copy(update={"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)})
        for year, row in enumerate(
            quarterly(WEEKS.id, FILE.id, [*STEADY, *STEADY, 90], first=40), 2002
        )
    ]
    other = quarterly(WEEKS.id, FILE.id, [*STEADY, 90], publisher="FCSQ")
    write(database, *quarterly(WEEKS.id, FILE.id, HIGH), *other, *years)
    shown = FigureService(database).series(WEEKS.id, PlaceKind.AREA, "ESST", TODAY)
    assert shown is not None
    assert shown.control is not None
    assert shown.control.signal is not None
    line = only_line(service, "ESST")
    assert line.series_key == shown.series_key
    assert line.signal.cause == shown.control.signal.cause
    assert line.since == shown.points[shown.control.signal.since].start


def test_steps_and_rules_of_a_chart_hold_here_too(
    database: "Database", service: NationalService
) -> None:
    write(database, *quarterly(WEEKS.id, FILE.id, HIGH))
    control, spot = ControlService(database), (WEEKS.id, PlaceKind.AREA, "ESST")
    first = control.set_plan(*spot, rules="NHSI SQL 2019", fix_after=12, screen_outliers=False)
    database.apply(first)
    assert only_line(service, "ESST").rules == "NHSI SQL 2019"
    step = control.add_step(*spot, date(2023, 7, 1), "A new list")
    database.apply(step)
    assert area(service, "ESST").lines == ()
    database.apply(step.inverse())
    database.apply(control.add_step(*spot, date(2030, 1, 1), "A list to come"))
    assert len(area(service, "ESST").lines) == 1


def test_a_flat_series_is_held_and_not_judged(
    database: "Database", service: NationalService
) -> None:
    write(database, *quarterly(LISTED.id, FILE.id, [100] * 14 + [99]))
    essex = area(service, "ESST")
    assert essex.held == frozenset({LISTED.id})
    assert (essex.judged, essex.lines) == (frozenset(), ())


def test_a_neutral_measure_has_signals_that_are_neither_good_nor_bad(
    database: "Database", service: NationalService
) -> None:
    cases = measure("cases", "Cases started", unit="cases", polarity=Polarity.CONTEXT)
    write(database, cases, *quarterly(cases.id, FILE.id, HIGH[:15]))
    line = only_line(service, "ESST")
    assert (line.signal.high, line.status.welcome) == (True, Welcome.NEITHER)


def test_a_derived_measure_is_worked_out_and_judged_as_on_its_page(
    database: "Database", service: NationalService
) -> None:
    started, closed = measure("started", "Cases started"), measure("closed", "Cases closed")
    ratio = measure("ratio", "Clearance", polarity=Polarity.HIGHER, formula="closed / started")
    share = measure("share", "Clearance in a hundred", formula="ratio * started * 100")
    write(database, started, closed, ratio, share)
    write(
        database,
        *quarterly(started.id, FILE.id, [100] * 16 + ["[c]", 100]),
        *quarterly(closed.id, FILE.id, [*STEADY, 50, 51, 80, 81, 82, 79]),
        *quarterly(closed.id, FILE.id, STEADY, place_code="KENT"),
    )
    essex = area(service, "ESST")
    line = essex.line(ratio.id)
    shown = FigureService(database).series(ratio.id, PlaceKind.AREA, "ESST", TODAY)
    assert line is not None
    assert shown is not None
    assert shown.control is not None
    assert shown.control.signal is not None
    assert (line.value, line.series_key) == (Decimal("0.79"), shown.series_key)
    assert line.signal.cause == shown.control.signal.cause
    assert line.since == shown.points[shown.control.signal.since].start
    assert line.status == shown.status
    assert ratio.id not in area(service, "KENT").held
