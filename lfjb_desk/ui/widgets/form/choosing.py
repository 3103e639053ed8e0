"""What one chooses with: the box to tick, and the box that drops a list down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from lfjb_desk.ui.widgets.form.list_keys import ARROWS, goes_to_list
from lfjb_desk.ui.widgets.tips import set_choice_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent, QWheelEvent

Index = QModelIndex | QPersistentModelIndex
LEAST_LETTERS = 12
"""How much of a choice is seen at least; the rest ends in an ellipsis."""
TEXT_MARGIN = 2
"""What Qt leaves at each side of the words in a line."""
TICK = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.32))
"""The line of a tick in a square of one by one."""


class TickBox(QCheckBox):
    """A box to tick; the style sheet frames and fills it, and the tick is drawn over that."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        area = self.style().subElementRect(part, option, self).toRectF()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().color(QPalette.ColorRole.HighlightedText)
        painter.setPen(QPen(colour, max(2.0, area.width() / 9)))
        painter.drawPolyline(
            [
                QPointF(area.left() + x * area.width(), area.top() + y * area.height())
                for x, y in TICK
            ]
        )
        painter.end()


class LineDelegate(QStyledItemDelegate):
    """Draws a choice in one line as high as the style sheet has it, cut where the list ends."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, super().sizeHint(option, index).height())


class Suggestions(QCompleter):
    """The list below a line that offers what holds the letters typed; it looks as ours do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = QListView()
        self.setPopup(self.list)
        self.list.setProperty("role", "popup")
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the first or last choice by Home and End; Qt has them for the line alone."""
        typed = self.widget()
        line = typed.lineEdit() if isinstance(typed, QComboBox) else typed
        if (
            watched is self.list
            and isinstance(line, QLineEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() not in ARROWS
            and goes_to_list(event, line)
        ):
            last = self.completionModel().rowCount() - 1
            self.mark(0 if event.key() == Qt.Key.Key_Home else last)
            return True
        return super().eventFilter(watched, event)

    def mark_first(self) -> None:
        """Mark the first choice that is offered, for Enter to fill in."""
        if self.list.isVisible() and not self.list.currentIndex().isValid():
            self.mark(0)

    def mark(self, place: int) -> None:
        """Mark the choice at a place of what is offered, and have it in sight."""
        index = self.completionModel().index(place, 0)
        if not index.isValid():
            return
        selection = self.list.selectionModel()
        # Told of it, Qt would put the choice in place of what is being typed.
        selection.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.list.setCurrentIndex(index)
        selection.blockSignals(False)  # noqa: FBT003
        self.list.scrollTo(index)
        self.list.viewport().update()


class ChoiceLine(QLineEdit):
    """The line of a box: a choice that is longer is seen from its beginning, and ends in `…`."""

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(self._show_beginning)

    def _show_beginning(self) -> None:
        if not self.isModified():  # it was put in, not typed
            self.setCursorPosition(0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        text, metrics = self.text(), self.fontMetrics()
        area = self.contentsRect().adjusted(TEXT_MARGIN, 0, -TEXT_MARGIN, 0)
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        if self.hasFocus() or elided == text:
            super().paintEvent(event)
            return
        painter = QPainter(self)  # the box draws what is behind the words
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, elided)
        painter.end()


class ChoiceBox(QComboBox):
    """A box that drops a list down: no wider than its room, and deaf to a passing wheel."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST_LETTERS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel does not bring the focus
        self.setItemDelegate(LineDelegate(self))
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)

    def add_choice(self, text: str, value: object) -> None:
        """Add a choice; its tooltip says what the list may cut."""
        self.addItem(text, value)
        set_choice_tip(self, self.count() - 1, text)

    def place_of(self, value: object) -> int:
        """Return the place of the choice with a value, or -1; Qt would compare them by identity."""
        places = (place for place in range(self.count()) if self.itemData(place) == value)
        return next(places, -1)

    def find_by_typing(self, line: QLineEdit, *, marks_first: bool = True) -> Suggestions:
        """Let the user type into the box: a list below it offers what holds the letters typed.

        The first of them is marked, so that Enter fills it in; not where other words are an
        answer too, for Enter and Tab would put a choice in their place.
        """
        self.setEditable(True)
        self.setInsertPolicy(self.InsertPolicy.NoInsert)
        self.setLineEdit(line)
        line.installEventFilter(self)
        completer = Suggestions(self)
        completer.setModel(self.model())
        self.setCompleter(completer)
        mark = completer.mark_first
        if marks_first:
            line.textEdited.connect(lambda _: QTimer.singleShot(0, self, mark))
        return completer

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer what holds the letters typed at an arrow; where nothing does, choose nothing.

        Qt would step to the next of all choices, whatever is typed.
        """
        line = self.lineEdit()
        is_finding = isinstance(self.completer(), Suggestions) and line and line.isModified()
        if is_finding and event.key() in ARROWS:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    @override
    def showPopup(self) -> None:
        """Open the list; where one types to find, it is the one that goes on as one types."""
        line, completer = self.lineEdit(), self.completer()
        if not isinstance(completer, Suggestions) or line is None:
            super().showPopup()
            return
        line.setFocus()
        if line.isModified():
            completer.setCompletionPrefix(line.text())
        else:
            line.selectAll()
            completer.setCompletionPrefix("")
        completer.complete()
        completer.mark(self.currentIndex() if not line.isModified() else 0)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list at the arrow, and at the room round the words that is part of the box."""
        if self.isEditable() and event.button() == Qt.MouseButton.LeftButton:
            self.showPopup()
        else:
            super().mousePressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the list at a click on the words too, and by Space until something is typed."""
        line = self.lineEdit()
        if line is None or watched is not line:
            return super().eventFilter(watched, event)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            clicked = event.button() == Qt.MouseButton.LeftButton and not line.hasSelectedText()
        else:
            clicked = False
        spaced = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
            and not line.isModified()
        )
        if clicked or spaced:
            self.showPopup()
        return spaced or super().eventFilter(watched, event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: who passes over a choice does not mean to change it."""
        event.ignore()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
