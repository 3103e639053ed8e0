from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from lfjb_desk.ui.look.theme import DARK, LIGHT, WORDS_COLOUR, Look, Size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lfjb_desk.ui.look.theme import ActiveTheme

UI = Path(__file__).parents[2] / "lfjb_desk" / "ui"
BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def contrast(one: str, two: str) -> float:
    """Return the contrast of two colours by WCAG 2.2, 1 to 21."""

    def light(colour: str) -> float:
        parts = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((light(one), light(two)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture
def restored(theme: ActiveTheme) -> Iterator[ActiveTheme]:
    yield theme
    theme.apply(Look.LIGHT)


@BOTH
def test_words_stand_out_from_every_ground_they_stand_on(tokens: dict[str, str]) -> None:
    grounds = ("surface", "window", "selected", "hover")
    for token in {"text", "soft", *WORDS_COLOUR.values()}:
        for ground in grounds:
            assert contrast(tokens[token], tokens[ground]) >= 4.5, (token, ground)
    for tone in ("late", "soon", "good"):
        assert contrast(tokens[tone], tokens[f"{tone}_bg"]) >= 4.5, tone
    assert contrast(tokens["on_accent"], tokens["accent"]) >= 4.5


@BOTH
def test_borders_of_controls_and_the_focus_ring_can_be_seen(tokens: dict[str, str]) -> None:
    for token in ("edge", "focus", "data"):
        assert contrast(tokens[token], tokens["surface"]) >= 3, token
        assert contrast(tokens[token], tokens["window"]) >= 3, token


def test_both_themes_have_the_same_tokens() -> None:
    assert LIGHT.keys() == DARK.keys()


def test_no_colour_is_written_outside_the_theme() -> None:
    files = [path for path in UI.rglob("*.py") if path.name != "theme.py"]
    assert len(files) > 20
    colour = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b|\brgba?\(")
    found = [path.name for path in files if colour.search(path.read_text(encoding="utf-8"))]
    assert found == []


def test_the_style_sheet_leaves_no_name_unfilled(theme: ActiveTheme) -> None:
    assert "@" not in theme._application.styleSheet()


def test_dark_can_be_chosen_and_left_to_the_system_again(restored: ActiveTheme) -> None:
    restored.apply(Look.DARK)
    assert restored.is_dark
    assert restored.colour("window") == QColor(DARK["window"])
    hints = restored._application.styleHints()
    assert hints.colorScheme() in {Qt.ColorScheme.Dark, Qt.ColorScheme.Unknown}
    restored.apply(Look.SYSTEM)
    assert restored.is_dark is (hints.colorScheme() is Qt.ColorScheme.Dark)


def test_the_system_is_followed_only_when_asked(restored: ActiveTheme) -> None:
    restored.apply(Look.SYSTEM)
    restored._follow(Qt.ColorScheme.Dark)
    assert restored.is_dark
    restored.apply(Look.LIGHT)
    restored._follow(Qt.ColorScheme.Dark)
    assert not restored.is_dark


def test_text_grows_with_the_setting_and_measures_grow_with_it(restored: ActiveTheme) -> None:
    before, room = restored.font(Size.TITLE).pointSizeF(), restored.px(40)
    restored.apply(Look.LIGHT, 200)
    assert restored.font(Size.TITLE).pointSizeF() == pytest.approx(before * 2)
    assert restored.px(40) > room


def test_a_system_that_gives_its_font_in_pixels_is_understood(restored: ActiveTheme) -> None:
    points = restored._system_font.pointSizeF()
    restored._system_font.setPixelSize(20)
    assert restored.font().pointSizeF() == pytest.approx(15, abs=1)
    restored._system_font.setPointSizeF(points)
