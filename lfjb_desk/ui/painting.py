"""Small marks that cells and widgets paint alike: severity blocks and a small line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from lfjb_desk.ui.theme import MARK_COLOUR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.ui.theme import ActiveTheme, StatusTone

BLOCKS = 5


def paint_blocks(
    painter: QPainter, left: float, middle: float, filled: int, theme: ActiveTheme
) -> None:
    """Paint five blocks of which so many are filled, 62 pixels wide."""
    for place in range(BLOCKS):
        is_filled = place < filled
        block = QRectF(left + place * 13 + 0.5, middle - 6.5, 9, 13)
        painter.setPen(QPen(theme.colour("accent" if is_filled else "edge"), 1))
        painter.setBrush(theme.colour("accent") if is_filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(block, 2, 2)


def runs(values: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    """Return the stretches of known values, each value with its place, broken at every gap."""
    found: list[list[tuple[int, float]]] = [[]]
    for place, value in enumerate(values):
        if value is None:
            found.append([])
        else:
            found[-1].append((place, value))
    return [run for run in found if run]


def paint_trend(
    painter: QPainter,
    area: QRectF,
    values: Sequence[float | None],
    tone: StatusTone,
    theme: ActiveTheme,
) -> None:
    """Paint a small line with a mark on its last point; a missing value leaves a gap."""
    known = [value for value in values if value is not None]
    if not known:
        return
    low, span = min(known), (max(known) - min(known)) or 1.0
    step = area.width() / max(1, len(values) - 1)

    def point(place: int, value: float) -> QPointF:
        return QPointF(
            area.left() + place * step, area.bottom() - (value - low) / span * area.height()
        )

    painter.setPen(QPen(theme.colour("data"), 1.75))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pieces = runs(values)
    for run in pieces:
        painter.drawPolyline(QPolygonF([point(*one) for one in run]))
    painter.setPen(QPen(theme.colour("surface"), 1.5))
    painter.setBrush(theme.colour(MARK_COLOUR.get(tone, "data")))
    painter.drawEllipse(point(*pieces[-1][-1]), 4.5, 4.5)
