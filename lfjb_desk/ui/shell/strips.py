"""Strips over the page: a refusal in one sentence, and long work with its progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCursor, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from lfjb_desk.ui.widgets.text import IconMark, breakable, button, elided, words
from lfjb_desk.ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from lfjb_desk.ui.jobs import JobHandle
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme

FULL = 1000
LONGEST_LABEL = 80
"""Letters of what is being done that fit beside its progress."""
WIDEST = 760
MARGIN = 16
"""How far from the edges of the page the strips lie, in pixels."""
MOVES = {
    QEvent.Type.Resize,
    QEvent.Type.Move,
    QEvent.Type.ShowToParent,
    QEvent.Type.HideToParent,
}


class RefusalStrip(QFrame):
    """Says calmly why something was not done, until it is closed or something is done."""

    def __init__(self, theme: ActiveTheme, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "refusal")
        self._sentence = ""
        self.sentence = words("", "late", wrap=True)
        self.copy = button(self.tr("Copy"), "quiet")
        self.copy.clicked.connect(self._copy)
        self.close_button = button(self.tr("Close"), "quiet")
        self.close_button.clicked.connect(self.hide)
        box = QHBoxLayout(self)
        box.setContentsMargins(24, 6, 24, 6)
        box.addWidget(IconMark(theme, icons, "warning-fill", "late"))
        box.addWidget(self.sentence, 1)
        box.addWidget(self.copy)
        box.addWidget(self.close_button)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._sentence = sentence
        self.sentence.setText(breakable(sentence))
        self.setAccessibleName(sentence)
        self.show()
        # A screen reader speaks an alert without the focus going there.
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._sentence)


class WorkStrip(QFrame):
    """Shows work that takes longer than a moment, with the way to cancel it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._handle: JobHandle | None = None
        self.label = words("")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.cancel = button(self.tr("Cancel"), "quiet")
        self.cancel.clicked.connect(self._cancel)
        box = QHBoxLayout(self)
        box.setContentsMargins(24, 6, 24, 6)
        box.setSpacing(16)
        box.addWidget(self.label)
        box.addWidget(self.progress, 1)
        box.addWidget(self.cancel)
        self.hide()

    def show_work(self, handle: JobHandle) -> None:
        """Follow a piece of work until it ends."""
        self._handle = handle
        self._advance(handle.label or self.tr("Working"), -1.0)
        self.cancel.setEnabled(True)
        handle.advanced.connect(self._advance)
        handle.ended.connect(self._end)
        self.show()

    def _advance(self, text: str, fraction: float) -> None:
        self.label.setText(elided(self.label, text, LONGEST_LABEL))
        set_tip(self.label, text)
        self.progress.setAccessibleName(text)
        self.progress.setRange(0, 0 if fraction < 0 else FULL)
        self.progress.setValue(round(max(0.0, fraction) * FULL))

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self.label.setText(self.tr("Stopping"))
            self.cancel.setEnabled(False)

    def _end(self) -> None:
        self._handle = None
        self.hide()


class StripPlace(QWidget):
    """Lies over the page and holds the strips, so that nothing on the page moves when one comes.

    A strip comes at the foot of the page; at its head where it would lie over the pointer or
    over what has the focus.
    """

    def __init__(self, over: QWidget, theme: ActiveTheme, *strips: QWidget) -> None:
        self._inside = over.parentWidget() or over
        super().__init__(self._inside)
        self._over, self._theme = over, theme
        self._at_head = False
        self._strips = strips
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        for strip in strips:
            self._box.addWidget(strip)
            strip.installEventFilter(self)
        over.installEventFilter(self)
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            if event.type() == QEvent.Type.ShowToParent:
                self._choose_side()
            self._place()
        return False

    @override
    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return answer

    def _choose_side(self) -> None:
        self._at_head = False
        foot = self._area()
        focused: QWidget | None = self.window().focusWidget()
        taken = [QRect(self._here(QCursor.pos()), QSize(1, 1))]
        if focused is not None and not isinstance(focused, QAbstractItemView):
            taken.append(QRect(self._here(focused.mapToGlobal(QPoint(0, 0))), focused.size()))
        self._at_head = any(foot.intersects(each) for each in taken)

    def _here(self, point: QPoint) -> QPoint:
        return self._inside.mapFromGlobal(point)

    def _area(self) -> QRect:
        """Return where the strips lie, in the coordinates of what the page stands in."""
        page = self._over.geometry()
        width = min(self._theme.px(WIDEST), page.width() - 2 * MARGIN)
        high = max(self._box.minimumHeightForWidth(width), self._box.minimumSize().height())
        left = page.left() + (page.width() - width) // 2
        top = page.top() + MARGIN if self._at_head else page.bottom() - MARGIN - high
        return QRect(left, max(page.top(), top), width, min(high, page.height()))

    def _place(self) -> None:
        if all(strip.isHidden() for strip in self._strips):
            self.hide()
            return
        self.setGeometry(self._area())
        self.show()
        self.raise_()
