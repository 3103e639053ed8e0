"""The Ctrl+K box: commands and records, found by typing."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from lfjb_desk.ui.look.theme import Size
from lfjb_desk.ui.shell.finding.fit import Fit, fit
from lfjb_desk.ui.widgets.boxes import row
from lfjb_desk.ui.widgets.form.list_keys import goes_to_list
from lfjb_desk.ui.widgets.menus import shortcut_words
from lfjb_desk.ui.widgets.text import key_hints, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from lfjb_desk.ui.commands import BoundCommand
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.shell.contract import SearchHit

MOST_COMMANDS = 8
MOST_RECORDS = 12
LEAST_LETTERS = 2
RECORDS_AFTER_MS = 60
LONGEST_ABOUT = 44
"""How many letters are shown of what a command is carried out on."""
OFFER_ROLE = Qt.ItemDataRole.UserRole
DIMMED = 110


@dataclass(frozen=True)
class Offer:
    """One line of the box: a heading when it does nothing."""

    text: str
    detail: str = ""
    icon: str = ""
    run: Callable[[], object] | None = None


class CommandBox(QWidget):
    """Lies over the window and dims it; keyboard alone is enough."""

    def __init__(
        self,
        window: QWidget,
        theme: ActiveTheme,
        icons: Icons,
        commands: Callable[[], Sequence[BoundCommand]],
        find: Callable[[str], Sequence[SearchHit]],
        show_hit: Callable[[SearchHit], None],
    ) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._commands, self._find, self._show_hit = commands, find, show_hit
        self._offered: list[tuple[BoundCommand, Offer]] = []
        self._before: QWidget | None = None
        self._wait = QTimer(self, singleShot=True, interval=RECORDS_AFTER_MS)
        self._wait.timeout.connect(self._add_records)
        self._build(icons)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Open the box over the window, empty, with the commands of this moment."""
        self._before = self._window.focusWidget()
        self._offered = [(command, _offer_of(command)) for command in self._commands()]
        self.typed.clear()
        self._narrow("")
        self._cover()
        self.raise_()
        self.show()
        self.typed.setFocus()

    def dismiss(self) -> None:
        """Close the box and give the focus back."""
        self._wait.stop()
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def offers(self) -> list[str]:
        """Return the lines that can be chosen now."""
        lines = [self.list.item(index) for index in range(self.list.count())]
        return [line.text() for line in lines if line.flags() & Qt.ItemFlag.ItemIsSelectable]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._cover()
            return False
        return isinstance(event, QKeyEvent) and self._press(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        dim = QColor(Qt.GlobalColor.black)
        dim.setAlpha(DIMMED)
        painter.fillRect(self.rect(), dim)
        painter.end()

    def _build(self, icons: Icons) -> None:
        self._panel = QFrame(self)
        self._panel.setProperty("role", "popup")
        self.typed = QLineEdit()
        self.typed.setAccessibleName(self.tr("Find a record or a command"))
        self.typed.setPlaceholderText(self.tr("Type a name, a reference or what you want to do"))
        self.typed.textChanged.connect(self._narrow)
        self.typed.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Commands and records found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(OfferDelegate(self._theme, icons, self.list))
        self.list.itemClicked.connect(self._take)
        self._count = words("", "small")
        hints = key_hints(
            ("↑ ↓", self.tr("choose")), ("Enter", self.tr("open")), ("Esc", self.tr("close"))
        )
        box = QVBoxLayout(self._panel)
        box.setContentsMargins(12, 12, 12, 12)
        box.addWidget(self.typed)
        box.addWidget(self.list, 1)
        box.addLayout(row(hints, None, self._count))

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(self._theme.px(640), self.width() - 32)
        height = min(self._theme.px(440), self.height() - 32)
        top = min(self._theme.px(96), (self.height() - height) // 2)
        self._panel.setGeometry((self.width() - width) // 2, top, width, height)

    def _press(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif goes_to_list(event, self.typed):
            if event.key() == Qt.Key.Key_Home and self.list.count():
                self.list.setCurrentRow(1)  # Qt would stay: the first line is a heading
            else:
                self.list.event(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self.list.currentItem())
        else:
            # Tab would lead under the box, where nothing is seen.
            return event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        return True

    def _narrow(self, text: str) -> None:
        self._show(self._matching(text), (), ())
        if len(text.strip()) >= LEAST_LETTERS:
            self._wait.start()
        else:
            self._wait.stop()

    def _add_records(self) -> None:
        text = self.typed.text()
        hits = self._find(text.strip())[:MOST_RECORDS]
        records = [self._offer(hit) for hit in hits]
        self._show(self._matching(text), records, self._matching(text, by_name=True))

    def _matching(self, text: str, *, by_name: bool = False) -> Sequence[Offer]:
        """Return the commands that answer what is typed, the best first.

        `by_name` asks for those that answer only by the name of their record: who types that
        looks for the record, so they stand behind it.
        """
        fits = [
            (_fit(text, command), offer)
            for command, offer in self._offered
            if _is_meant(text, command) is not by_name
        ]
        answers = sorted((pair for pair in fits if pair[0] is not Fit.NONE), key=itemgetter(0))
        return [offer for _, offer in answers[:MOST_COMMANDS]]

    def _offer(self, hit: SearchHit) -> Offer:
        return Offer(hit.text, hit.detail, hit.icon, lambda: self._show_hit(hit))

    def _show(
        self, commands: Sequence[Offer], records: Sequence[Offer], on_them: Sequence[Offer]
    ) -> None:
        self.list.clear()
        for heading, offers in (
            (self.tr("Commands"), commands),
            (self.tr("Records"), records),
            (self.tr("Commands on what is chosen"), on_them),
        ):
            if offers:
                self._add(Offer(heading))
                for offer in offers:
                    self._add(offer)
        count = len(commands) + len(records) + len(on_them)
        self._count.setText(
            self.tr("{0} found").format(count) if count else self.tr("Nothing found")
        )
        self.list.setCurrentRow(1 if count else -1)

    def _add(self, offer: Offer) -> None:
        item = QListWidgetItem(f"{offer.text}, {offer.detail}" if offer.detail else offer.text)
        item.setData(OFFER_ROLE, offer)
        if offer.run is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)  # the arrows pass over a heading
        self.list.addItem(item)

    def _take(self, item: QListWidgetItem | None) -> None:
        offer = None if item is None else item.data(OFFER_ROLE)
        if isinstance(offer, Offer) and offer.run is not None:
            self.dismiss()
            offer.run()


def _is_meant(text: str, command: BoundCommand) -> bool:
    """Tell whether some of what is typed is of the command itself, and not of its record alone."""
    if not (command.about or command.verb):
        return True
    own = f"{command.verb or command.label} {command.other_names}"
    return not text.strip() or any(fit(part, own) < Fit.INSIDE for part in text.split())


def _fit(text: str, command: BoundCommand) -> Fit:
    """Return how well a command answers: by its own words, or by what it is carried out on."""
    return fit(text, command.label, f"{command.heading} {command.about} {command.other_names}")


def _offer_of(command: BoundCommand) -> Offer:
    about = shorten(command.about, LONGEST_ABOUT, placeholder="…")
    detail = "   ".join(part for part in (about, shortcut_words(command.shortcut)) if part)
    return Offer(command.label, detail, command.icon, command.run)


class OfferDelegate(QStyledItemDelegate):
    """Paints a line of the box: icon, words, and quieter words at the right."""

    def __init__(self, theme: ActiveTheme, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        offer = index.data(OFFER_ROLE)
        heading = isinstance(offer, Offer) and offer.run is None
        return QSize(0, self._theme.px(28 if heading else 40))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        offer = index.data(OFFER_ROLE)
        if not isinstance(offer, Offer):
            return
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected"))
            painter.drawRoundedRect(area, 6, 6)
        inner = area.adjusted(12, 0, -12, 0)
        if offer.run is not None:
            self._paint_icon(painter, inner, offer.icon)
            inner.setLeft(inner.left() + self._theme.px(32))
        self._paint_words(painter, inner, offer, chosen=chosen)
        painter.restore()

    def _paint_icon(self, painter: QPainter, area: QRectF, icon: str) -> None:
        side = self._theme.px(18)
        ratio = painter.device().devicePixelRatio()
        picture = self._icons.pixmap(icon, "accent", side, ratio)
        painter.drawPixmap(round(area.left()), round(area.center().y() - side / 2), picture)

    def _paint_words(self, painter: QPainter, area: QRectF, offer: Offer, *, chosen: bool) -> None:
        heading = offer.run is None
        quiet = self._theme.font(Size.SMALL)
        painter.setFont(quiet)
        painter.setPen(self._theme.colour("soft"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, int(middle | Qt.AlignmentFlag.AlignRight), offer.detail)
        room = area.width() - QFontMetricsF(quiet).horizontalAdvance(offer.detail) - 12
        font = quiet if heading else self._theme.font(Size.BODY, strong=chosen)
        painter.setFont(font)
        painter.setPen(self._theme.colour("soft" if heading else "text"))
        cut = QFontMetricsF(font).elidedText(offer.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, int(middle | Qt.AlignmentFlag.AlignLeft), cut)
