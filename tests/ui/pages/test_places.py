"""The pages, the places of the rail and the walk of the tests name the same keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QUndoStack

from lfjb_desk.app.contents import HOMES, trouble
from lfjb_desk.app.pages import MAKERS, MAKERS_WITH_SETTINGS
from lfjb_desk.ui.pages.today import waiting
from lfjb_desk.ui.shell.frame import WindowFrame
from lfjb_desk.ui.shell.window_commands import WindowCommands, WindowWays
from tests.ui.pages import tour

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.shell.contract import Desk

MADE = MAKERS.keys() | MAKERS_WITH_SETTINGS.keys()
WITHOUT_A_PLACE = {"welcome", "bringing"}
"""What is opened from elsewhere, and never from the rail."""


def places(qtbot: QtBot, theme: ActiveTheme) -> list[tuple[str, str, str]]:
    frame = WindowFrame(theme)
    qtbot.addWidget(frame)
    return list(frame.places())


def test_every_place_of_the_rail_has_a_page_and_every_page_a_place(
    qtbot: QtBot, theme: ActiveTheme
) -> None:
    keys = [key for key, _, _ in places(qtbot, theme)]
    assert len(keys) == len(set(keys))
    assert set(keys) == MADE - WITHOUT_A_PLACE
    assert WITHOUT_A_PLACE < MADE


def test_the_error_page_is_the_only_one_beside_these(desk: Desk) -> None:
    (key,) = trouble(desk, "The database is damaged.", ()).pages
    assert key not in MADE


def test_every_page_is_walked_by_the_tests_or_named_as_left_out() -> None:
    walked = {key for key, _ in tour.STOPS}
    assert walked | tour.NOT_ON_THE_TOUR == MADE
    assert not walked & tour.NOT_ON_THE_TOUR


def test_what_is_found_or_waits_leads_to_a_page_that_there_is() -> None:
    assert {page for page, _ in (*HOMES.values(), *waiting.HOMES.values())} <= MADE


def ways(rail: list[tuple[str, str, str]]) -> WindowWays:
    def nothing(_: str = "") -> None:
        return None

    def nowhere(_page: str, _part: str) -> None:
        return None

    def today() -> str:
        return "today"

    def never() -> bool:
        return False

    return WindowWays(
        *(rail, nothing, nowhere, nowhere, today, nothing, nothing, nothing, nothing, nothing),
        *(nothing, never, nothing, never, never),
    )


def place_keys(rail: list[tuple[str, str, str]]) -> list[str]:
    """Return the key of each place of a rail."""
    stack = QUndoStack()
    groups = WindowCommands(stack, ways(rail), stack).groups()
    return [command.shortcut for command in groups[-1].commands[: len(rail)]]


def test_settings_opens_as_everywhere_and_the_others_by_their_number(
    qtbot: QtBot, theme: ActiveTheme
) -> None:
    rail = places(qtbot, theme)
    assert place_keys(rail) == [*(f"Ctrl+{number}" for number in range(1, 10)), "Ctrl+,"]


def test_a_tenth_place_has_no_key_rather_than_one_that_qt_does_not_know(
    qtbot: QtBot, theme: ActiveTheme
) -> None:
    more = [(f"more-{number}", "More", "books") for number in range(3)]
    *first, settings = places(qtbot, theme)
    keys = place_keys([*first, *more, settings])
    assert keys == [*(f"Ctrl+{number}" for number in range(1, 10)), "", "", "", "Ctrl+,"]
    assert QKeySequence("Ctrl+10").toString() == "", "Qt knows no such key"
