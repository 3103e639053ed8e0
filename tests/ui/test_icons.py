from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from lfjb_desk.ui.look.icons import Icons
from lfjb_desk.ui.look.theme import SYMBOLS, ActiveTheme, Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_buttons_wait_for_their_icons_until_the_font_is_read(
    qtbot: QtBot, theme: ActiveTheme
) -> None:
    late = Icons(theme)
    button, gone = QPushButton("Today"), QPushButton("Gone")
    qtbot.addWidget(button)
    late.set_icon(button, "house")
    late.set_icon(gone, "house")
    assert button.icon().isNull()
    assert late.pixmap("house", "soft", 20).isNull()
    del gone
    late.load()
    late.load()
    assert not button.icon().isNull()


def test_icons_follow_the_theme(qtbot: QtBot, theme: ActiveTheme, icons: Icons) -> None:
    button = QPushButton("Today")
    qtbot.addWidget(button)
    icons.set_icon(button, "house", "accent")
    light = button.icon().pixmap(20, 20).toImage()
    theme.apply(Look.DARK)
    assert button.icon().pixmap(20, 20).toImage() != light
    theme.apply(Look.LIGHT)


@pytest.mark.parametrize("name", sorted(set(SYMBOLS.values()) - {""}))
def test_every_symbol_of_a_status_is_in_the_font(icons: Icons, name: str) -> None:
    picture = icons.pixmap(name, "late", 20)
    assert not picture.isNull()
    assert icons.pixmap(name, "late", 20) is picture, "it is kept"
