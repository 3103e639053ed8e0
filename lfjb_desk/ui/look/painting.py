"""Marks that cells and widgets paint alike: the blocks of a severity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

if TYPE_CHECKING:
    from lfjb_desk.ui.look.theme import ActiveTheme

BLOCKS = 5


def paint_blocks(
    painter: QPainter, left: float, middle: float, filled: int, theme: ActiveTheme
) -> None:
    """Paint five blocks of which so many are filled, 62 pixels wide."""
    for index in range(BLOCKS):
        is_filled = index < filled
        block = QRectF(left + index * 13 + 0.5, middle - 6.5, 9, 13)
        painter.setPen(QPen(theme.colour("accent" if is_filled else "edge"), 1))
        painter.setBrush(theme.colour("accent") if is_filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(block, 2, 2)
