"""Which of several publishers' series of a measure and place is shown, on every page alike."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.common.publishers import NOT_STATED
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.status import Judgement, Urgency
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.figures.narratives import NarrativeService
from lfjb_desk.services.figures.national import NationalService
from tests.services.figures.quarterly import STEADY, measure, quarterly, snapshot, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.figures.figures import Observation
    from lfjb_desk.domain.read_models.figures.series import Series
    from tests.services.conftest import Board

TODAY = date(2024, 11, 23)
WEEKS = measure()
FILE = snapshot()
HIGH = (*STEADY, 51, 49, 61, 62, 60)
"""Up to March 2024, with a signal."""


def figures(
    values: "Sequence[int]", first: int, publisher: str, kind: PlaceKind = PlaceKind.AREA
) -> "list[Observation]":
    place = {PlaceKind.AREA: "ESST", PlaceKind.NATION: "England"}[kind]
    other = {"publisher": publisher, "place_kind": kind, "place_code": place}
    return quarterly(WEEKS.id, FILE.id, values, first=first, **other)


def publisher_on_page(board: "Board", kind: PlaceKind = PlaceKind.AREA) -> str:
    code = {PlaceKind.AREA: "ESST", PlaceKind.NATION: "England"}[kind]
    found = FigureService(board.database).series(WEEKS.id, kind, code, TODAY)
    assert found is not None
    return found.series_key.publisher


def publisher_in_the_nation(board: "Board") -> str:
    view = NationalService(board.database).view(TODAY)
    (line,) = next(area.lines for area in view.areas if area.area.code == "ESST")
    return line.series_key.publisher


def test_a_named_publisher_goes_before_a_newer_file_that_names_none(board: "Board") -> None:
    local = figures((45, 46), 17, NOT_STATED)
    write(board.database, WEEKS, FILE, *figures(HIGH, 0, "Cafcass"), *local)
    assert publisher_on_page(board) == "Cafcass"
    assert publisher_in_the_nation(board) == "Cafcass"
    (shown,) = FigureService(board.database).for_area(board.area, TODAY)
    assert shown.status.judgement is Judgement.SIGNAL
    assert [other.publisher for other in shown.others] == [NOT_STATED]


def test_a_file_without_publisher_does_not_stand_for_the_nation(board: "Board") -> None:
    nation = PlaceKind.NATION
    write(
        board.database,
        WEEKS,
        FILE,
        *figures(STEADY, 5, "Cafcass", nation),
        *figures((45, 46), 17, NOT_STATED, nation),
    )
    assert publisher_on_page(board, nation) == "Cafcass"


def test_of_named_publishers_the_one_that_limits_can_judge_goes_first(board: "Board") -> None:
    newer = figures((45, 46, 45), 16, "HMCTS management information")
    write(board.database, WEEKS, FILE, *figures(HIGH, 0, "Cafcass"), *newer)
    assert publisher_on_page(board) == publisher_in_the_nation(board) == "Cafcass"


def test_of_judged_series_the_newest_goes_first(board: "Board") -> None:
    older = figures(HIGH, -6, "Cafcass")
    write(board.database, WEEKS, FILE, *older, *figures(HIGH, 0, "FCSQ"))
    assert publisher_on_page(board) == publisher_in_the_nation(board) == "FCSQ"


def test_a_judged_series_of_years_ago_does_not_hide_figures_of_now(board: "Board") -> None:
    older = figures(HIGH, -30, "FCSQ")
    write(board.database, WEEKS, FILE, *older, *figures((45, 46, 45), 14, "Cafcass"))
    assert publisher_on_page(board) == "Cafcass"


def test_the_page_knows_which_other_publisher_has_a_signal(board: "Board") -> None:
    service = FigureService(board.database)
    steady = figures((*STEADY, *STEADY[:6]), 0, "FCSQ")
    write(board.database, WEEKS, FILE, *figures(HIGH, 0, "Cafcass"), *steady)
    shown = service.series(WEEKS.id, PlaceKind.AREA, "ESST", TODAY, "FCSQ")
    assert shown is not None
    (other,) = service.others(shown, TODAY)
    assert other.series_key.publisher == "Cafcass"
    assert other.status.signal is not None


def only(board: "Board", today: date) -> "Series":
    (found,) = FigureService(board.database).for_area(board.area, today)
    return found


@pytest.mark.parametrize(
    ("today", "is_current"), [(date(2026, 3, 31), True), (date(2026, 4, 1), False)]
)
def test_a_signal_counts_until_its_figure_ended_two_years_ago(
    board: "Board", today: date, *, is_current: bool
) -> None:
    write(board.database, WEEKS, FILE, *figures(HIGH, 0, "Cafcass"))
    status, view = only(board, today).status, NationalService(board.database).view(today)
    essex = next(area for area in view.areas if area.area.code == "ESST")
    assert (status.signal is not None, status.asks_for_a_look) == (is_current, is_current)
    assert bool(essex.lines) == (view.with_limits == 1) == is_current
    assert bool(essex.past) != is_current
    assert status.urgency is (Urgency.WORSE if is_current else Urgency.OLD)
    if not is_current:
        assert status.judgement is Judgement.PAST_SIGNAL
        assert status.as_of == "January to March 2024"


def test_a_place_names_a_signal_of_the_past_with_its_period(board: "Board") -> None:
    write(board.database, WEEKS, FILE, *figures(HIGH, 0, "Cafcass"))
    words = NarrativeService(board.database).for_place(PlaceKind.AREA, "ESST", date(2026, 11, 23))
    assert (
        "1 signal is of the past and not counted: Length of care cases as of January to March 2024."
    ) in words.more


def test_unwelcome_signals_are_listed_first_then_missed_targets_then_welcome_signals() -> None:
    assert [level.name for level in sorted(Urgency)][:4] == [
        "WORSE_AND_MISSED",
        "WORSE",
        "MISSED",
        "BETTER",
    ]


def test_quarters_without_figure_count_in_the_stretch_that_is_judged_alone(board: "Board") -> None:
    values = [50, *[None] * 26, *STEADY, None, 51]
    write(board.database, WEEKS, FILE, *quarterly(WEEKS.id, FILE.id, values, first=-30))
    more = " ".join(only(board, TODAY).narrative.more)
    assert "1 quarter since April 2019 has no figure." in more
    assert "26 quarters" not in more


def test_what_another_publisher_has_for_a_later_period_is_said(board: "Board") -> None:
    old = figures(STEADY, 0, "Cafcass")
    late = figures((66,), 18, NOT_STATED)
    write(board.database, WEEKS, FILE, *old, *late)
    (shown,) = FigureService(board.database).for_area(board.area, TODAY)
    assert shown.series_key.publisher == "Cafcass"
    sentences = shown.narrative.more
    assert "The newest figure of this publisher is for a period that ended 23 months ago." in (
        sentences
    )
    assert "Publisher not stated has 66 weeks for July to September 2024." in sentences


def test_a_newest_figure_is_the_newest_where_nobody_else_has_any(board: "Board") -> None:
    write(board.database, WEEKS, FILE, *figures(STEADY, 0, "Cafcass"))
    (shown,) = FigureService(board.database).for_area(board.area, TODAY)
    told = " ".join(shown.narrative.more)
    assert "The newest figure is for a period that ended 23 months ago." in told
    assert "of this publisher" not in told
    assert shown.newer is None


def test_limits_of_old_figures_promise_nothing(board: "Board") -> None:
    write(board.database, WEEKS, FILE, *figures((*STEADY, *STEADY), 0, "Cafcass"))
    places = FigureService(board.database)
    found = [
        places.for_area(board.area, today)[0].narrative.note
        for today in (date(2026, 1, 10), date(2028, 1, 10))
    ]
    is_promised = ["While nothing changes, expect" in " ".join(note) for note in found]
    assert is_promised == [True, False]
