"""The one box of the minutes, with the line above it that says what will be recorded."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from lfjb_desk.ui.pages.meetings.minuting.box import MinuteBox
from lfjb_desk.ui.pages.meetings.minuting.chips import ChipLine, chip_words
from lfjb_desk.ui.pages.meetings.minuting.name_list import NameList
from lfjb_desk.ui.pages.meetings.minuting.reading.entry_parser import Settled, read_entry
from lfjb_desk.ui.pages.meetings.minuting.reading.names import Names, matching
from lfjb_desk.ui.widgets.boxes import column, row
from lfjb_desk.ui.widgets.focused import WHOLE
from lfjb_desk.ui.widgets.text import FaultLine, key_hints, say_again, words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from lfjb_desk.ui.pages.meetings.minuting.chips import ChipWords
    from lfjb_desk.ui.pages.meetings.minuting.reading.entry_parser import MinuteEntry
    from lfjb_desk.ui.pages.meetings.minuting.reading.kinds import ChipKind
    from lfjb_desk.ui.shell.contract import Desk

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
        self._settled = Settled()
        self._before = ""
        self._item_id: UUID | None = None
        self.chips = ChipLine(desk.icons)
        self.chips.turned.connect(self.turn)
        self.chips.picked.connect(self._pick)
        self.kept = words("", "small")
        self.chips.setMinimumHeight(desk.theme.px(30))
        self._fault = FaultLine()
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
            ("F1", self.tr("all keys")),
        )
        self.trouble = words("", "late", wrap=True)
        self._drafts.changed.connect(self._tell_kept)
        self._tell_kept()
        foot = row(hints, self.kept)
        foot.setStretch(0, 1)
        self.setProperty(WHOLE, True)  # noqa: FBT003 - a Qt property
        self.setLayout(column(self.chips, self._fault, self.trouble, self.box, foot, gap=6))

    def expect(self, names: Names, day: date, next_meeting: date | None) -> None:
        """Take who can be named, the day that dates count from, and the next meeting's day."""
        self._names, self._day, self._next_meeting = names, day, next_meeting
        self._tell()

    def show_item(self, item_id: UUID, text: str, cursor: int = 0) -> None:
        """Put the words of an item into the box; undo never brings those of another there."""
        if item_id != self._item_id:
            self._item_id = item_id
            self.box.document().clearUndoRedoStacks()
        self.show_text(text, cursor)

    def show_text(self, text: str, cursor: int = 0) -> None:
        """Put other words into the box, such as those kept for another item, and the cursor."""
        with QSignalBlocker(self.box):  # nobody types them now
            if text != self.box.toPlainText():
                self.box.setPlainText(text)
                place = self.box.textCursor()
                place.setPosition(min(cursor, place.document().characterCount() - 1))
                self.box.setTextCursor(place)
        if text != self._before:
            self._settled, self._before = Settled(), text
        self.names.hide()
        self._tell()

    def show_rest(self, text: str) -> None:
        """Put in front what is a line of its own, once the line before it is recorded."""
        self.show_text(text, len(text))
        self._settled = Settled(is_split=bool(text))
        self._tell()

    def refuse(self, sentence: str) -> None:
        """Say why the line was not recorded; its words stay."""
        self._fault.show_fault(sentence)
        self._describe()

    def entry(self) -> MinuteEntry:
        """Return what the box means now."""
        return read_entry(
            self.box.toPlainText(), self._names, self._day, self._next_meeting, self._settled
        )

    def turn(self, kind: ChipKind) -> None:
        """Turn a chip back into words, go on to the next choice, or let the chip stand again."""
        self._settled = self._settled.turned(kind, self.entry())
        self._tell()

    def _pick(self, chosen: ChipWords) -> None:
        if chosen.kind is not None:
            self._settled = self._settled.choosing(chosen.kind, chosen.choice)
            self._tell()

    def reading(self) -> str:
        """Return what the line above the box says."""
        return self._description

    def _on_typing(self) -> None:
        text = self.box.toPlainText()
        self._settled = self._settled.moved(*changed_part(self._before, text))
        self._before = text
        self.typed.emit(text)
        self._tell()
        self._offer_names()

    def _enter(self) -> None:
        if self.box.toPlainText().strip():
            self.entered.emit(self.entry())

    def _tell(self) -> None:
        text = self.box.toPlainText().strip()
        self._tell_kept()
        self._fault.show_fault("")
        self.chips.show_chips(chip_words(self.entry()) if text else ())
        self._describe()

    def _tell_kept(self) -> None:
        """Say that the words are kept only where they are, and else why they are not."""
        typed = bool(self.box.toPlainText().strip())
        kept = typed and self._drafts.is_kept
        self.kept.setText(self.tr("Kept while you type") if kept else "")
        if self._drafts.trouble != self.trouble.text():
            say_again(self.trouble, self._drafts.trouble, "late")
        self.trouble.setVisible(bool(self._drafts.trouble))

    def _describe(self) -> None:
        """Say to a screen reader what the line is taken for, and why it was refused."""
        parts = [self._fault.sentence, *(part.text for part in self.chips.chips)]
        self._description = ", ".join(filter(None, parts))
        self.box.setAccessibleDescription(self._description)

    def _offer_names(self) -> None:
        begun = self.box.begun() if self.box.hasFocus() else None
        if begun is None:
            self.names.hide()
            return
        low = self.chips.mapTo(self._host, QPoint(0, -4))
        at = self.box.mapTo(self._host, self.box.cursorRect().topLeft())
        room = self.chips.mapTo(self._host, QPoint(self.chips.width(), 0)).x()
        self.names.offer(matching(begun, self._names), QPoint(at.x(), low.y()), room)


def changed_part(before: str, after: str) -> tuple[int, int, int]:
    """Return where a text was changed, how many letters went there, and how many came."""
    start = _same_letters(before, after)
    end = _same_letters(reversed(before[start:]), reversed(after[start:]))
    return start, len(before) - start - end, len(after) - start - end


def _same_letters(first: Iterable[str], second: Iterable[str]) -> int:
    """Return with how many of the same letters two texts begin."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    return sum(1 for _ in pairs)
