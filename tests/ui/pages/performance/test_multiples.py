"""The small multiples: their cards stand apart, also those that come while they are seen."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from lfjb_desk.ui.look.theme import Look

if TYPE_CHECKING:
    from lfjb_desk.ui.pages.performance.dashboard.multiples import Multiples
    from lfjb_desk.ui.pages.performance.page import PerformancePage


def apart(multiples: Multiples) -> bool:
    """Tell whether cards of one size stand side by side within their room."""
    areas = [card.geometry() for card in multiples.cards]
    assert len({area.size().toTuple() for area in areas}) == 1
    assert all(area.right() < multiples.viewport().width() for area in areas)
    return not any(one.intersects(other) for one, other in combinations(areas, 2))


@pytest.mark.parametrize("view", ["figures", "measure"])
def test_cards_that_an_import_brings_do_not_overlap(
    performance_page: PerformancePage, view: str
) -> None:
    performance_page.open(view)
    QApplication.processEvents()
    board = view == "figures"
    multiples = performance_page.board.multiples if board else performance_page.measure.strip
    series = performance_page.choice.figures.series
    for many in (1, 11, 4, 23, 2):
        multiples.show_series((series * 12)[:many], None)
        assert len(multiples.cards) == many
        assert apart(multiples), many
    multiples.show_series(series * 12, None)
    performance_page.resize(620, 700)
    QApplication.processEvents()
    assert apart(multiples)
    performance_page.desk.theme.apply(Look.LIGHT, 150)
    QApplication.processEvents()
    assert apart(multiples)
    performance_page.desk.theme.apply(Look.LIGHT)


def in_sight(multiples: Multiples) -> bool:
    """Tell whether the chosen card is seen as a whole."""
    card, inside = multiples.current(), multiples.widget()
    assert card is not None
    assert inside is not None
    seen = multiples.viewport().rect()
    return seen.contains(card.geometry().translated(inside.pos()))


def test_the_strip_shows_the_card_of_a_measure_that_was_opened_from_elsewhere(
    performance_page: PerformancePage,
) -> None:
    page = performance_page
    strip, series = page.measure.strip, page.choice.figures.series
    page.open("measure")
    strip.show_series((series * 12)[:23], None)
    for card in (strip.cards[-1], strip.cards[0], strip.cards[11]):
        page.open_board()
        QApplication.processEvents()
        card.setChecked(True)
        strip._reveal()
        page._stack.setCurrentWidget(page.measure)
        QApplication.processEvents()
        assert in_sight(strip)
    page.resize(620, 700)
    QApplication.processEvents()
    assert in_sight(strip)
