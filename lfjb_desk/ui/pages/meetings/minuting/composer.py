"""The one box of the minutes, with the line above it that says what will be recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lfjb_desk.domain.formatting import weekday_date
from lfjb_desk.ui.pages.meetings.minuting.box import MinuteBox
from lfjb_desk.ui.pages.meetings.minuting.entry_parser import EntryKind, read_entry
from lfjb_desk.ui.pages.meetings.minuting.name_list import NameList
from lfjb_desk.ui.pages.meetings.minuting.names import Names, matching
from lfjb_desk.ui.theme import StatusTone
from lfjb_desk.ui.widgets.boxes import clear, column, row
from lfjb_desk.ui.widgets.text import chip, key_hints, say_again, words

if TYPE_CHECKING:
    from datetime import date

    from lfjb_desk.ui.pages.meetings.minuting.entry_parser import MinuteEntry
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.widgets.text import Role

BOX_HIGH = 72


class Composer(QWidget):
    """Takes a line, says as it is typed what it means, and hands it over at Enter."""

    entered = Signal(object)
    """The `Entry` to record; the words stay until it is taken."""
    typed = Signal(str)

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__()
        self._names = Names()
        self._day = desk.context.today
        self._next_meeting: date | None = None
        self._host = host
        self._drafts = desk.drafts
        self._description = ""
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self.kept = words("", "small")
        self._reading = QWidget()
        parts = row(self._line, self.kept)
        parts.setStretch(0, 1)
        self._reading.setLayout(parts)
        self._reading.setMinimumHeight(desk.theme.px(26))
        self.box = MinuteBox(desk.theme.px(BOX_HIGH))
        self.names = NameList(desk, host)
        self.names.chosen.connect(self.box.complete)
        self.box.names = self.names
        self.box.textChanged.connect(self._on_typing)
        self.box.cursorPositionChanged.connect(self._offer_names)
        self.box.entered.connect(self._enter)
        hints = key_hints(
            ("/a", self.tr("action")),
            ("/d", self.tr("decision")),
            ("@", self.tr("person")),
            ("@@", self.tr("body")),
            ("+2w", self.tr("date")),
            ("Enter", self.tr("record")),
        )
        self.trouble = words("", "late", wrap=True)
        self._drafts.changed.connect(self._tell_kept)
        self._tell_kept()
        self.setLayout(column(self._reading, self.trouble, self.box, hints, gap=6))

    def expect(self, names: Names, day: date, next_meeting: date | None) -> None:
        """Take who can be named, the day that dates count from, and the next meeting's day."""
        self._names, self._day, self._next_meeting = names, day, next_meeting
        self._tell()

    def show_text(self, text: str, cursor: int = 0) -> None:
        """Put other words into the box, such as those kept for another item, and the cursor."""
        with QSignalBlocker(self.box):  # nobody types them now
            if text != self.box.toPlainText():
                self.box.setPlainText(text)
                place = self.box.textCursor()
                place.setPosition(min(cursor, place.document().characterCount() - 1))
                self.box.setTextCursor(place)
        self.names.hide()
        self._tell()

    def refuse(self, sentence: str) -> None:
        """Say why the line was not recorded; its words stay."""
        self._show_line([(sentence, "fault")], "")

    def entry(self) -> MinuteEntry:
        """Return what the box means now."""
        return read_entry(self.box.toPlainText(), self._names, self._day, self._next_meeting)

    def reading(self) -> str:
        """Return what the line above the box says."""
        return self._description

    def _on_typing(self) -> None:
        self.typed.emit(self.box.toPlainText())
        self._tell()
        self._offer_names()

    def _enter(self) -> None:
        if self.box.toPlainText().strip():
            self.entered.emit(self.entry())

    def _tell(self) -> None:
        text = self.box.toPlainText().strip()
        self._tell_kept()
        if not text:
            self._show_line([], "")
            return
        entry = self.entry()
        parts: list[tuple[str, Role]] = []
        if entry.unknown:
            parts.append((self.tr("Who is {0}?").format(entry.unknown), "fault"))
        if entry.kind is EntryKind.ACTION:
            parts += self._action_words(entry)
        elif entry.due is not None:
            parts.append((self.tr("review by {0}").format(weekday_date(entry.due)), "soft"))
        kinds = {
            EntryKind.NOTE: self.tr("Note"),
            EntryKind.ACTION: self.tr("Action"),
            EntryKind.DECISION: self.tr("Decision"),
        }
        self._show_line(parts, kinds[entry.kind])

    def _tell_kept(self) -> None:
        """Say that the words are kept only where they are, and else why they are not."""
        typed = bool(self.box.toPlainText().strip())
        kept = typed and self._drafts.is_kept
        self.kept.setText(self.tr("Kept while you type") if kept else "")
        if self._drafts.trouble != self.trouble.text():
            say_again(self.trouble, self._drafts.trouble, "late")
        self.trouble.setVisible(bool(self._drafts.trouble))

    def _action_words(self, entry: MinuteEntry) -> list[tuple[str, Role]]:
        parts: list[tuple[str, Role]] = []
        if entry.owner is not None:
            body = entry.body.name if entry.body else entry.owner.under
            parts.append((f"{entry.owner.name}, {body}", "strong"))
        else:
            parts.append((self.tr("Owner?"), "strong"))
            if entry.body is not None:
                parts.append((entry.body.name, "strong"))
        if entry.due is None:
            parts.append((self.tr("Due when?"), "strong"))
            return parts
        due = self.tr("due {0}").format(weekday_date(entry.due))
        if entry.at_next_meeting:
            due = self.tr("{0}, the next meeting").format(due)
        if entry.due < self._day:
            parts.append((self.tr("{0}, before the meeting").format(due), "late"))
        else:
            parts.append((due, "soft"))
        return parts

    def _show_line(self, parts: list[tuple[str, Role]], kind: str) -> None:
        clear(self._line)
        if kind:
            self._line.addWidget(chip(kind, StatusTone.GOOD))
        for text, role in parts:
            self._line.addWidget(words(text, role))
        self._line.addStretch(1)
        self._description = ", ".join(filter(None, [kind, *(text for text, _ in parts)]))
        self.box.setAccessibleDescription(self._description)

    def _offer_names(self) -> None:
        begun = self.box.begun() if self.box.hasFocus() else None
        if begun is None:
            self.names.hide()
            return
        low = self._reading.mapTo(self._host, QPoint(0, -4))
        at = self.box.mapTo(self._host, self.box.cursorRect().topLeft())
        room = self._reading.mapTo(self._host, QPoint(self._reading.width(), 0)).x()
        self.names.offer(matching(begun, self._names), QPoint(at.x(), low.y()), room)
