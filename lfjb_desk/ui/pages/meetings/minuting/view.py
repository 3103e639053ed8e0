"""Minuting: the items at the left, the record of one, and the box that takes the next line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.domain.read_models.meetings.meetings import ask_words
from lfjb_desk.domain.read_models.restriction import restricted_words
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.forms.item_words import purpose_words
from lfjb_desk.ui.pages.meetings.attendance.quorum import QuorumStrip
from lfjb_desk.ui.pages.meetings.minuting import drafts
from lfjb_desk.ui.pages.meetings.minuting.chips import CHIP_KEYS, ICONS
from lfjb_desk.ui.pages.meetings.minuting.clocks import Clocks, ItemTimes, tell
from lfjb_desk.ui.pages.meetings.minuting.composer import Composer
from lfjb_desk.ui.pages.meetings.minuting.item_list import WIDE, ItemList
from lfjb_desk.ui.pages.meetings.minuting.notice import MinutingNotice
from lfjb_desk.ui.pages.meetings.minuting.reading.kinds import ChipKind
from lfjb_desk.ui.pages.meetings.minuting.record import ItemRecord, recorded
from lfjb_desk.ui.pages.meetings.minuting.record_commands import RecordCommands
from lfjb_desk.ui.pages.meetings.minuting.recorder import Recorder
from lfjb_desk.ui.pages.meetings.steps import step_words
from lfjb_desk.ui.widgets.beside import LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, column, row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import button, chip, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QHideEvent, QShowEvent

    from lfjb_desk.domain.read_models.meetings.minutes import MinutedItem, MinutesView
    from lfjb_desk.ui.commands import AnyGroup, Command, CommandGroup
    from lfjb_desk.ui.pages.meetings.minuting.reading.entry_parser import MinuteEntry
    from lfjb_desk.ui.pages.meetings.minuting.record import Recorded
    from lfjb_desk.ui.pages.meetings.services import MeetingsServices
    from lfjb_desk.ui.shell.contract import Desk

TICK = 5_000
"""How often the clocks are told, in milliseconds."""


class MinutingPanel(QWidget):
    """Takes the minutes of a meeting; what is typed is kept for each item until it is recorded."""

    starting = Signal()
    """The meeting is to go to its next state."""
    taking_back = Signal()
    """The circulated minutes are to be taken back to draft."""

    def __init__(
        self,
        desk: Desk,
        services: MeetingsServices,
        attendance: Command[None],
        new_item: Command[None],
    ) -> None:
        super().__init__()
        self._desk, self._ask = desk, services
        self._recorder = Recorder(desk, services)
        self._view: MinutesView | None = None
        self._latest: UUID | None = None
        """What was recorded last."""
        self._times = ItemTimes()
        self._build_tools()
        to_attendance = command_button(
            attendance.bind(None), "quiet", icons=desk.icons, text=self.tr("Attendance")
        )
        self.strip = QuorumStrip(desk.theme, desk.icons, to_attendance)
        self.items = ItemList(desk, new_item)
        self.items.table.chosen.connect(self._show_item)
        self.items.table.clicked.connect(self.take_focus)  # what is typed next belongs to it
        commands = RecordCommands(
            self._recorder, lambda: self.record.entries, lambda: self._view, self
        )
        self._record_groups = (commands.of_decisions(), commands.of_words())
        self.record = ItemRecord(desk, *self._record_groups)
        self._card = Card()
        self.composer = Composer(desk, self._card)
        self.composer.entered.connect(self._keep)
        self.composer.typed.connect(self._hold)
        self.composer.box.cursorPositionChanged.connect(self._hold)
        self._lay_out()
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._tell_time)

    def show_meeting(self, meeting_id: UUID) -> None:
        """Show the minutes of a meeting, at the item that was last chosen."""
        start = self._desk.drafts.draft(drafts.place_key(meeting_id))
        if self._view is None or self._view.meeting.id != meeting_id:
            self.items.table.set_rows(())  # its place would be taken for one of this meeting
        view = self._ask.minutes.on_screen(meeting_id, self._desk.context.today)
        self._view = view
        self.strip.show_quorum(view.quorum, view.attendance)
        open_now = view.meeting.state.is_begun and not view.settled
        if open_now:
            self.composer.expect(
                self._recorder.names(view), view.meeting.held_on, self._next_day(view)
            )
        self.composer.setVisible(open_now and bool(view.items))
        self.notice.setVisible(not open_now or bool(view.history.earlier))
        self.notice.show_meeting(view)
        self.items.show_items(
            view.items, start.place.record if start is not None else None, settled=view.settled
        )

    def command_groups(self) -> Sequence[AnyGroup]:
        """Return all that can be done while one minutes."""
        ways = page_group(self.tr("Items of the meeting"), self._next_item, self._previous_item)
        mend = page_command(
            self.tr("Change what was recorded last"),
            self._change_latest,
            "pencil-simple",
            "F2",
            offered=lambda: self._latest_entry() is not None,
        )
        return (ways, self._chip_group(mend), *self._record_groups)

    def _chip_group(self, mend: Command[None]) -> CommandGroup[None]:
        """Return what turns the chips of the line that is typed."""
        labels = {
            ChipKind.OWNER: self.tr("Owner: choose, or turn into words and back"),
            ChipKind.BODY: self.tr("Body: choose, or turn into words and back"),
            ChipKind.DATE: self.tr("Date: choose, or turn into words and back"),
            ChipKind.LINES: self.tr("Several lines: take them apart, or leave them as words"),
        }
        commands = (
            page_command(
                label,
                partial(self.composer.turn, kind),
                ICONS[kind],
                CHIP_KEYS[kind],
                offered=lambda: self.composer.isVisible() and bool(self.composer.chips.chips),
            )
            for kind, label in labels.items()
        )
        return page_group(self.tr("The line you type"), *commands, mend)

    @property
    def item_id(self) -> UUID | None:
        """The item in front of the user."""
        minuted = self.items.table.current_row()
        return minuted.item.id if minuted is not None else None

    def choose(self, item_id: UUID, entry: UUID | None = None) -> None:
        """Go to an item, and to something recorded under it."""
        self.items.table.choose(item_id)
        if entry is not None:
            self.record.show_entry(entry)

    def go(self, by: int) -> None:
        """Go so many items on, or back where `by` is negative."""
        self.items.step(by)
        self.take_focus()

    def take_focus(self) -> None:
        """Let the user type at once, or go through the items where nothing can be typed."""
        (self.composer.box if self.composer.isVisible() else self.items.table).setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.composer.names.hide()

    def _build_tools(self) -> None:
        icons = self._desk.icons
        self.clocks = Clocks(self._desk.theme)
        self._next_item = page_command(
            self.tr("Next item"), partial(self.go, 1), "caret-right", "Ctrl+PgDown"
        )
        self._previous_item = page_command(
            self.tr("Previous item"), partial(self.go, -1), "caret-left", "Ctrl+PgUp"
        )
        previous = self._previous_item.bind(None)
        self.back = command_button(previous, icons=icons, text=self.tr("Previous"))
        self.on = button(self._next_item.label, "primary")
        icons.set_icon(self.on, "caret-right", "on_accent")
        self.on.clicked.connect(self._go_on)
        self.tools = QWidget()
        self.tools.setLayout(row(self.clocks, self.back, self.on))

    def _lay_out(self) -> None:
        self._title = words("", "lead", wrap=True)
        self._purpose = row()
        self._why = words("", "soft", wrap=True)
        self.notice = MinutingNotice(self._desk)
        self.notice.starting.connect(self.starting)
        self.notice.taking_back.connect(self.taking_back)
        head = row(self._title, self._purpose)
        head.setStretch(0, 1)
        inside = column(head, self._why, 6, self.record, self.notice, self.composer, gap=4)
        inside.setStretch(3, 1)
        self._card.body.addLayout(inside)
        across = Beside(self._desk.theme)
        across.put(self.items, width=WIDE)
        across.put(self._card, least=LEAST_LIST)
        whole = column(self.strip, across, gap=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _show_item(self, minuted: MinutedItem | None) -> None:
        view = self._view
        if minuted is None or view is None:
            self._title.setText(self.tr("The agenda has no item yet"))
            self._why.setText(self.tr("Add its items on the agenda; they are minuted here."))
            self.record.show_entries((), None)
            return
        item = minuted.item
        self._title.setText(f"{minuted.number}. {item.title}")
        self._show_purpose(purpose_words(item.purpose))
        presents = (
            self.tr("Presented by {0}").format(minuted.presenter) if minuted.presenter else ""
        )
        ask_line, closed = ask_words(view.group, item.ask), restricted_words(item)
        parts = (presents, closed, ask_line, item.why)
        self._why.setText(". ".join(part.rstrip(".") for part in parts if part))
        self._why.setVisible(bool(self._why.text()))
        self.record.show_entries(recorded(minuted, view.history.later), item.id)
        self._remember_place(view, minuted)
        self._show_draft(view, item.id)
        self.back.setEnabled(view.items.index(minuted) > 0)
        self._say_next(minuted)
        self._run(item.id)
        self._tell_time()

    def _show_purpose(self, text: str) -> None:
        while (before := self._purpose.takeAt(0)) is not None:
            label = before.widget()
            if label is not None:
                label.hide()
                label.deleteLater()
        self._purpose.addWidget(chip(text))

    def _say_next(self, minuted: MinutedItem) -> None:
        """Let the primary button go on, or after the last item bring the meeting further."""
        view = self._view
        if view is None:
            return
        last = minuted == view.items[-1]
        text = self._next_item.label
        moves = self._ask.meetings.moves(view.meeting.id)
        if last and moves:
            text = step_words(view.meeting.state, moves[0])
        self.on.setText(text)
        self.on.setAccessibleName(text)
        self.on.setEnabled(bool(moves) or not last)

    def _go_on(self) -> None:
        minuted, view = self.items.table.current_row(), self._view
        if minuted is None or view is None or minuted == view.items[-1]:
            self.starting.emit()
        else:
            self.go(1)

    def _remember_place(self, view: MinutesView, minuted: MinutedItem) -> None:
        before = self._desk.drafts.draft(drafts.place_key(view.meeting.id))
        if before is None or before.place.record != minuted.item.id:
            self._desk.drafts.keep(drafts.place_of(view, minuted, self._desk.context.clock()))

    def _show_draft(self, view: MinutesView, item_id: UUID) -> None:
        draft = self._desk.drafts.draft(drafts.minute_key(item_id))
        self.notice.show_typed(draft if view.settled else None)
        if draft is None:
            self.composer.show_item(item_id, "")
        else:
            self.composer.show_item(item_id, draft.text(), draft.cursor)

    def _hold(self) -> None:
        """Keep what is typed for the item in front of the user, and where the cursor stands."""
        minuted, view = self.items.table.current_row(), self._view
        if minuted is None or view is None:
            return
        box, now = self.composer.box, self._desk.context.clock()
        text, cursor = box.toPlainText(), box.textCursor().position()
        before = self._desk.drafts.draft(drafts.minute_key(minuted.item.id))
        if not text.strip():
            self._desk.drafts.forget(drafts.minute_key(minuted.item.id))
        elif before is None or (before.text(), before.cursor) != (text, cursor):
            self._desk.drafts.keep(drafts.minute_of(view, minuted, text, cursor, now))

    def _keep(self, entry: MinuteEntry) -> None:
        minuted, view = self.items.table.current_row(), self._view
        if minuted is None or view is None:
            return
        before = {row.key for row in self.record.entries}
        refusal = self._recorder.keep(entry, view.meeting, minuted.item.id)
        if refusal:
            self.composer.refuse(refusal)
        else:
            self._desk.drafts.forget(drafts.minute_key(minuted.item.id))
            self.composer.show_rest(entry.rest)
            self._hold()
            fresh = [row.key for row in self.record.entries if row.key not in before]
            self._latest = fresh[-1] if fresh else None
        self.composer.box.setFocus()

    def _latest_entry(self) -> Recorded | None:
        """Return what was recorded last under the item, if it may still be changed."""
        entries = self.record.entries
        if self._view is None or self._view.settled or not entries:
            return None
        return next((entry for entry in entries if entry.key == self._latest), entries[-1])

    def _change_latest(self) -> None:
        entry = self._latest_entry()
        if entry is not None:
            self._recorder.change(entry)

    def _tell_time(self) -> None:
        view, minuted = self._view, self.items.table.current_row()
        if view is None or minuted is None or view.meeting.state is not MeetingState.IN_SESSION:
            self.clocks.show_clocks(())
            return
        now = self._desk.context.clock().astimezone()  # the agenda is in local time
        items = [row.item for row in view.items]
        since = now - self._times.on(minuted.item.id, now)
        self.clocks.show_clocks(tell(view.meeting, items, view.items.index(minuted), since, now))

    def _run(self, item_id: UUID) -> None:
        """In session let the time run on one item."""
        in_session = self._view is not None and self._view.meeting.state is MeetingState.IN_SESSION
        self._times.run(item_id if in_session else None, self._desk.context.clock())

    def _next_day(self, view: MinutesView) -> date | None:
        """Return the day of the group's next meeting after this one that has not begun."""
        rows = [row.meeting for row in self._ask.meetings.rows(view.group.id)]
        days = [row.held_on for row in rows if row.state.is_coming]
        return min((day for day in days if day > view.meeting.held_on), default=None)
