"""The words in which the Performance page tells of a series."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.views.series import Direction, Rhythm, Strand, Welcome
from lfjb_desk.ui.pages.performance import told
from tests.ui.pages.hands import pick

if TYPE_CHECKING:
    from lfjb_desk.domain.views.series import Series
    from lfjb_desk.ui.pages.performance.page import PerformancePage


@pytest.fixture
def held(performance_page: PerformancePage) -> Series:
    """The nation's figures of the first measure."""
    pick(performance_page.place_button, "England,")
    return performance_page.board.multiples.cards[0].series


@pytest.mark.parametrize(
    ("way", "welcome", "direction", "message"),
    [
        (Direction.UP, Welcome.WORSE, "Rising, worse", "Up to 39 weeks in {0}, which is worse"),
        (Direction.DOWN, Welcome.NEITHER, "Falling", "Down to 39 weeks in {0}"),
        (Direction.SAME, Welcome.NEITHER, "No change", "Unchanged at 39 weeks in {0}"),
        (Direction.UNKNOWN, Welcome.NEITHER, "Cannot be compared", "39 weeks in {0}"),
    ],
)
def test_the_message_says_the_figure_and_its_way_and_never_a_cause(
    held: Series, way: Direction, welcome: Welcome, direction: str, message: str
) -> None:
    series = replace(held, direction=way, welcome=welcome)
    assert told.direction_words(series) == direction
    assert told.message(series) == message.format(series.latest.label)


def test_a_newest_period_without_a_figure_is_said_so(held: Series) -> None:
    empty = replace(held.latest, value=None, marker="[c]")
    series = replace(held, points=(*held.points[:-1], empty))
    assert told.message(series).startswith("No figure is available for")
    assert told.latest_words(series) == "[c]"


def test_copied_words_are_never_taken_for_a_formula(performance_page: PerformancePage) -> None:
    held = performance_page.board.multiples.cards[0].series
    odd = replace(held.latest, label="=1+1\tnext", source="@sum")
    peer = replace(held.peer, name="+England") if held.peer else None
    text = told.copied(replace(held, points=(odd,), peer=peer))
    head, line = (part.split("\t") for part in text.splitlines())
    assert head[2].startswith("'+England")
    assert line[0] == "'=1+1 next"
    assert line[-1] == "'@sum"


@pytest.mark.parametrize(
    ("rhythm", "words_of_it", "label"),
    [
        (Rhythm.MONTH, "by month", "Dec 2024"),
        (Rhythm.OTHER, "periods as published", "to Dec 2024"),
    ],
)
def test_long_periods_are_named_by_their_last_month_under_the_chart(
    held: Series, rhythm: Rhythm, words_of_it: str, label: str
) -> None:
    series = replace(held, strand=Strand("Invented", rhythm))
    assert told.about(series).endswith(words_of_it)
    assert told.chart_of(series).labels[-1] == label
