"""The one delegate of all tables: words over quieter words, status, severity, small line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from lfjb_desk.ui.charts.small_chart import paint_small
from lfjb_desk.ui.look.painting import paint_blocks
from lfjb_desk.ui.look.theme import SYMBOLS, WORDS_COLOUR, Size, StatusTone
from lfjb_desk.ui.tables.tables import CELL_ROLE, LATE_ROLE, Cell
from lfjb_desk.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme

Index = QModelIndex | QPersistentModelIndex
PADDING = 12
TREND_WIDTH = 72


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a `RowTableModel`."""

    def __init__(self, theme: ActiveTheme, icons: Icons, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._icons = icons

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, state, index)
        inner = area.adjusted(PADDING, 0, -PADDING, 0)
        inner.setLeft(inner.left() + self._paint_marks(painter, inner, cell))
        self._paint_words(painter, inner, cell, index)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return QSize(0, 0)
        return QSize(self.width_of(cell), self._theme.px(52 if cell.under else 40))

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole words of a cell that is cut."""
        cell = index.data(CELL_ROLE)
        room = option.rect.width()
        if event.type() == QEvent.Type.ToolTip and isinstance(cell, Cell):
            cut = self.width_of(cell) > room
            QToolTip.showText(event.globalPos(), plain_tip(cell.sentence()) if cut else "", view)
            return True
        return False

    def width_of(self, cell: Cell) -> int:
        """Return how wide a cell must be for its words, in pixels."""
        return max(self.widths_of(cell))

    def widths_of(self, cell: Cell) -> tuple[int, int]:
        """Return how wide a cell must be for its first line, and for the quieter one under it."""
        strong = cell.strong or cell.tone is StatusTone.LATE
        first = QFontMetricsF(self._theme.font(Size.BODY, strong=strong))
        second = QFontMetricsF(self._theme.font(Size.SMALL))
        around = 2 * PADDING + self._marks_width(cell) + 4
        lines = first.horizontalAdvance(cell.text), second.horizontalAdvance(cell.under)
        return round(lines[0]) + around, round(lines[1]) + around

    def _paint_ground(
        self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, index: Index
    ) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._theme.colour("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, self._theme.colour("hover"))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        low = area.bottom() - 0.5
        painter.drawLine(QLineF(area.left(), low, area.right(), low))
        if index.column() == 0 and index.data(LATE_ROLE):
            bar = QRectF(area.left(), area.top(), 4, area.height() - 1)
            painter.fillRect(bar, self._theme.colour("late"))

    def _marks_width(self, cell: Cell) -> int:
        width = 0 if cell.trend is None else TREND_WIDTH + 12
        if cell.severity is not None:
            width += 76
        if SYMBOLS[cell.tone]:
            width += self._theme.px(18) + 8
        return width

    def _paint_marks(self, painter: QPainter, area: QRectF, cell: Cell) -> float:
        """Paint what stands before the words and return the room it took."""
        taken = 0.0
        middle = area.center().y()
        if cell.trend is not None:
            line = QRectF(area.left() + 4, middle - 8, TREND_WIDTH - 8, 16)
            paint_small(painter, line, cell.trend, self._theme)
            taken += TREND_WIDTH + 12
        if cell.severity is not None:
            paint_blocks(painter, area.left() + taken, middle, cell.severity, self._theme)
            taken += 76
        symbol = SYMBOLS[cell.tone]
        if symbol:
            size = self._theme.px(18)
            token = WORDS_COLOUR.get(cell.tone, "soft")
            ratio = painter.device().devicePixelRatio()
            picture = self._icons.pixmap(symbol, token, size, ratio)
            painter.drawPixmap(round(area.left() + taken), round(middle - size / 2), picture)
            taken += size + 8
        return taken

    def _paint_words(self, painter: QPainter, area: QRectF, cell: Cell, index: Index) -> None:
        side = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        strong = cell.strong or cell.tone is StatusTone.LATE
        first = self._theme.font(Size.BODY, strong=strong)
        height = QFontMetricsF(first).height()
        if not cell.under:
            self._paint_line(painter, area, cell.text, first, self._theme.tone(cell.tone), side)
            return
        top = QRectF(area.left(), area.center().y() - height - 1, area.width(), height)
        below = top.translated(0, height + 2)
        self._paint_line(painter, top, cell.text, first, self._theme.tone(cell.tone), side)
        small = self._theme.font(Size.SMALL)
        self._paint_line(painter, below, cell.under, small, self._theme.colour("soft"), side)

    def _paint_line(
        self,
        painter: QPainter,
        area: QRectF,
        words: str,
        font: QFont,
        colour: QColor,
        side: Qt.AlignmentFlag,
    ) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(side), cut)
