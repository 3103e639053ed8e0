"""The words in which the Performance page tells of a series."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.analysis.spc.xmr import chart
from lfjb_desk.analysis.trends import month_start_later
from lfjb_desk.domain.read_models.figures.control import Side, SpecialCause, SpecialCauseRule
from lfjb_desk.domain.read_models.figures.provenance import CellSource
from lfjb_desk.domain.read_models.figures.series import Frequency, SeriesKey
from lfjb_desk.services.figures.control import DIRECTIONS
from lfjb_desk.ui import signals
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.performance import series_charts, series_words
from tests.analysis.restating import restated
from tests.ui.pages.hands import pick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.ui.pages.performance.page import PerformancePage

STEADY = [50, 53, 49, 52, 51, 48, 53, 50, 52, 49, 51, 53, 48, 51]
FALLEN = [*STEADY, 44, 43, 44, 42, 43, 41, 42, 40]


@pytest.fixture
def held(performance_page: PerformancePage) -> Series:
    """The nation's figures of the first measure."""
    pick(performance_page.place_button, "England,")
    return performance_page.board.multiples.cards[0].series


def judged(held: Series, values: Sequence[int | None], better: str = "decrease") -> Series:
    """The series with other figures, one a month."""
    points = tuple(
        replace(
            held.points[0],
            start=month_start_later(date(2024, 1, 1), n),
            end=month_start_later(date(2024, 1, 1), n + 1) - timedelta(days=1),
            label=f"month {n + 1}",
            value=None if value is None else Decimal(value),
            marker=None,
        )
        for n, value in enumerate(values)
    )
    polarity = next(one for one, way in DIRECTIONS.items() if way == better)
    measure = held.measure.model_copy(update={"polarity": polarity})
    control = chart(values, direction=better)
    return restated(held, measure=measure, points=points, peer=None, control=control)


@pytest.mark.parametrize(
    ("before", "message"),
    [
        (36, "39 weeks, up from 36: two figures cannot show a trend"),
        (50, "39 weeks, down from 50: two figures cannot show a trend"),
        (39, "39 weeks, the same as the month before: two figures cannot show a trend"),
    ],
)
def test_too_few_figures_are_told_but_never_judged(held: Series, before: int, message: str) -> None:
    series = judged(held, [before, 39])
    assert signals.signal_words(series.status) == "Too few to judge"
    assert series.narrative.front == message


@pytest.mark.parametrize(
    ("values", "better", "signal", "message", "tone"),
    [
        (
            FALLEN,
            "decrease",
            "Below the usual range, better",
            "40 weeks, down from 42: below the usual range, which is better",
            StatusTone.FALLING_WELL,
        ),
        (
            FALLEN,
            "increase",
            "Below the usual range, worse",
            "40 weeks, down from 42: below the usual range, which is worse",
            StatusTone.FALLING_BADLY,
        ),
        (
            FALLEN,
            "neutral",
            "Below the usual range",
            "40 weeks, down from 42: below the usual range",
            StatusTone.FALLING,
        ),
        (
            [*STEADY, 70],
            "increase",
            "Above the usual range, better",
            "70 weeks, up from 51: above the usual range, which is better",
            StatusTone.RISING_WELL,
        ),
        ([*STEADY, 70], "decrease", "Above the usual range, worse", "", StatusTone.RISING_BADLY),
        ([*STEADY, 70], "neutral", "Above the usual range", "", StatusTone.RISING),
        (
            STEADY,
            "decrease",
            "No change",
            "51 weeks, up from 48: no more than ordinary ups and downs",
            StatusTone.SAME,
        ),
        (
            [50] * 14,
            "decrease",
            "Too little variation to judge",
            "50 weeks, the same in each of the last 14 figures",
            StatusTone.SAME,
        ),
    ],
)
def test_a_signal_is_told_with_its_beginning_and_whether_it_is_welcome(
    held: Series, values: list[int], better: str, signal: str, message: str, tone: StatusTone
) -> None:
    series = judged(held, values, better)
    assert signals.signal_words(series.status) == signal
    assert signals.tone(series.status) is tone
    assert series.narrative.front == message or not message


@pytest.mark.parametrize("side", [Side.HIGH, Side.LOW])
@pytest.mark.parametrize("rule", SpecialCauseRule)
def test_a_small_card_says_a_signal_in_fewer_words_and_never_by_colour_alone(
    held: Series, rule: SpecialCauseRule, side: Side
) -> None:
    status = judged(held, [*STEADY, 70], "decrease").status
    assert status.signal is not None
    cause = SpecialCause(rule, side, 1)
    status = replace(status, signal=status.signal._replace(cause=cause))

    brief = signals.signal_words(status, brief=True)

    assert len(brief) <= min(len("Two near a limit, worse"), len(signals.signal_words(status)))
    assert brief.endswith(", worse")


def test_a_gap_after_which_limits_start_anew_has_a_mark_on_the_chart(held: Series) -> None:
    values = [*STEADY, *[None] * 5, *STEADY]
    series = judged(held, values)
    (mark,) = series_charts.chart_of(series).steps
    assert (mark.place, mark.text) == (len(STEADY) + 4.5, "New limits after a gap")
    assert series.narrative.anew.endswith(" before have no figure.")
    assert series_charts.chart_of(judged(held, STEADY)).steps == ()
    lone = judged(held, [*STEADY, *[None] * 5, 50])  # one figure has no limits of its own
    assert series_charts.chart_of(lone).steps == ()


def test_a_series_that_no_chart_was_made_of_is_not_judged(held: Series) -> None:
    series = restated(held, control=None)
    assert signals.signal_words(series.status) == "No figures to judge"
    assert series.narrative.note == ()


def test_the_rules_and_the_figures_behind_the_limits_are_named(held: Series) -> None:
    series = judged(held, STEADY)
    assert series.narrative.note == (
        "Judged by the rules NHS-R 0.2.2; limits from 14 figures, January 2024 to February 2025.",
        "While nothing changes, expect 43 to 59 weeks.",
    )
    fixed = chart(STEADY, direction="decrease", fix_after_n_points=12)
    by_baseline = restated(series, control=fixed)
    assert "limits from the first 12 of 14 figures" in by_baseline.narrative.note[0]
    few = judged(held, [50, 52, 49])
    assert few.narrative.note == ("Too few to judge: fewer than 9 figures in a row.",)


def test_a_newest_period_without_a_figure_is_said_so(held: Series) -> None:
    empty = replace(held.latest, value=None, marker="[c]")
    series = restated(held, points=(*held.points[:-1], empty))
    assert series.narrative.front.startswith("No figure for ")
    assert series_words.latest_words(series) == "[c]"


def test_copied_words_are_never_taken_for_a_formula(performance_page: PerformancePage) -> None:
    held = performance_page.board.multiples.cards[0].series
    odd = replace(held.latest, label="=1+1\tnext", source=CellSource("@sum", "", "", None))
    peer = replace(held.peer, name="+England") if held.peer else None
    text = series_words.copied(replace(held, points=(odd,), peer=peer))
    head, line = (part.split("\t") for part in text.splitlines())
    assert head[2].startswith("'+England")
    assert line[0] == "'=1+1 next"
    assert line[-1] == "'@sum"


@pytest.mark.parametrize(
    ("frequency", "words_of_it", "label"),
    [
        (Frequency.MONTH, "by month", "Dec 2024"),
        (Frequency.OTHER, "periods as published", "to Dec 2024"),
    ],
)
def test_long_periods_are_named_by_their_last_month_under_the_chart(
    held: Series, frequency: Frequency, words_of_it: str, label: str
) -> None:
    series = replace(held, series_key=SeriesKey("Invented", frequency))
    assert series_words.about(series).endswith(words_of_it)
    assert series_charts.chart_of(series).labels[-1] == label
