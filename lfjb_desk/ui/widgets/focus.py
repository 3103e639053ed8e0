"""The focus ring: one overlay in a window that follows the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QTableView, QWidget
from shiboken6 import isValid
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from lfjb_desk.ui.look.theme import ActiveTheme

OUTSIDE = 4
_WATCHED = {
    QEvent.Type.Resize,
    QEvent.Type.Move,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
}


class FocusRing(QWidget):
    """Draws a ring round the control that has the focus, over all else in its window."""

    def __init__(self, window: QWidget, theme: ActiveTheme) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def target(self) -> QWidget | None:
        """Return the control that the ring is round."""
        return self._target

    def ring(self) -> QRect:
        """Return where the ring runs, in the window's coordinates; empty where it has none."""
        target = self._target
        if target is None or not target.isVisible():
            return QRect()
        area = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        area = area.adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
        above: QWidget | None = target.parentWidget()
        while above is not None and above is not self._window:
            if isinstance(above, QScrollArea):
                view = above.viewport()
                area &= QRect(view.mapTo(self._window, QPoint(0, 0)), view.size())
            above = above.parentWidget()
        return area

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _WATCHED:
            self._place()
        return False

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._let_go()
        inside = new is not None and new.window() is self._window
        # A table shows the ring on its row.
        self._target = new if inside and not isinstance(new, QTableView) else None
        widget = self._target
        while widget is not None and widget is not self._window:  # it moves when they scroll
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        if self._target is not None:
            self._target.destroyed.connect(self._forget)
        self._place()

    def _let_go(self) -> None:
        if self._target is not None and isValid(self._target):
            self._target.destroyed.disconnect(self._forget)
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched.clear()

    def _forget(self) -> None:
        self._target = None
        self.hide()

    def _place(self) -> None:
        area = self.ring()
        if area.isEmpty():
            self.hide()
            return
        self.setGeometry(area)
        self.raise_()
        self.show()
