"""The Meetings page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from lfjb_desk.domain.drivers import Driver
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.domain.tables import ACTED, AMENDED, MET, MINUTED
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.pages.meetings.agenda.view import AgendaPanel
from lfjb_desk.ui.pages.meetings.amendments.view import AmendmentsPanel
from lfjb_desk.ui.pages.meetings.attendance.view import AttendancePanel
from lfjb_desk.ui.pages.meetings.commands import MeetingCommands, SideCommands
from lfjb_desk.ui.pages.meetings.headings import totals, under
from lfjb_desk.ui.pages.meetings.meeting_list import MeetingList
from lfjb_desk.ui.pages.meetings.minuting.view import MinutingPanel
from lfjb_desk.ui.pages.meetings.steps import step_words
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.shell.window_commands import NEW_MEETING
from lfjb_desk.ui.widgets.boxes import Pills, column, row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.scrolling import Stack
from lfjb_desk.ui.widgets.text import button

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QHideEvent, QShowEvent

    from lfjb_desk.domain.read_models.meetings.meetings import AgendaView, MeetingRow
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.meetings.services import MeetingsServices
    from lfjb_desk.ui.shell.contract import Desk


class MeetingsPage(Page):
    """Lists the meetings of a group; an opened one shows its agenda, attendance and minutes."""

    shows = MET | ACTED | MINUTED | AMENDED | {Driver}

    def __init__(self, desk: Desk, services: MeetingsServices) -> None:
        super().__init__(desk)
        self.call(self.tr("Meetings"))
        self._ask = services
        self._open: UUID | None = None
        self._next: MeetingState | None = None
        self.record_commands = MeetingCommands(desk, services, self)
        self._build_commands()
        self.listing = MeetingList(
            desk,
            services.meetings,
            services.readiness,
            self.record_commands,
            self._new_meeting,
            self._side_commands,
        )
        self.listing.opened.connect(self.open)
        self.agenda = AgendaPanel(desk, services.agenda, services.people, self._new_item)
        self.attendance = AttendancePanel(desk, services.attendance)
        self.minuting = MinutingPanel(
            desk, services, self._side_commands.attendance, self._new_item
        )
        self.amendments = AmendmentsPanel(desk, services, self._current)
        self.minuting.starting.connect(self._step)
        self.minuting.taking_back.connect(self._take_back)
        self._build_tools()
        self._lay_out()

    @override
    def refresh(self) -> None:
        group_id = self.desk.context.group_id
        rows = () if group_id is None else self._ask.meetings.rows(group_id)
        if self._open is not None:
            opened = next((row for row in rows if row.meeting.id == self._open), None)
            if opened is not None:
                self._show_open(opened)
                return
            self._leave()
        self._show_list(rows)

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return (
            page_group(
                self.tr("Meetings"),
                self._new_meeting,
                *self._side_commands.all(),
                self._all_meetings,
            ),
            self.record_commands.group(self._current),
            page_group(self.tr("Items of the meeting"), self._new_item),
            *self._of_side("agenda", self.agenda.command_groups()),
            *self._of_side("attendance", self.attendance.command_groups()),
            *self._of_side("minutes", self.minuting.command_groups()),
            *self._of_side("amendments", self.amendments.command_groups()),
        )

    def _build_commands(self) -> None:
        self._new_meeting = page_command(
            self.tr("New meeting"),
            self._add,
            "plus-bold",
            "Ctrl+N",
            offered=lambda: self.desk.context.group_id is not None,
        )
        self._side_commands = SideCommands(
            self.show_side, self._has_current, self._is_circulated, self
        )
        self._all_meetings = page_command(
            self.tr("All meetings"),
            self.close_meeting,
            "caret-left",
            offered=self._is_open,
        )
        self._new_item = page_command(
            self.tr("Add an item"), self._add_item, "plus-bold", offered=self._can_add_item
        )

    def _of_side(self, side: str, groups: Sequence[AnyGroup]) -> Sequence[AnyGroup]:
        """Return the commands of one side, offered while it is shown."""
        return [group.only_while(partial(self._shows, side)) for group in groups]

    def _shows(self, side: str) -> bool:
        return self._is_open() and self.sides.current == side

    def _is_open(self) -> bool:
        return self._open is not None

    def _current(self) -> MeetingRow | None:
        """Return the open meeting, or the one chosen in the list."""
        return self.listing.current() if self._open is None else self._ask.meetings.row(self._open)

    def _has_current(self) -> bool:
        return self._current() is not None

    def _can_add_item(self) -> bool:
        row = self._current()
        closed = row is None or row.meeting.state is MeetingState.CANCELLED
        return self._open is not None and not closed and not self._is_circulated()

    def _is_circulated(self) -> bool:
        row = self._current()
        return row is not None and row.meeting.state.is_circulated

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        if kind == "decision":
            decision = self._ask.decisions.row(key).decision
            self._show_recorded(decision.meeting_id, decision.item_id, key)
        elif kind == "raised":
            action = self._ask.actions.row(key, self.desk.context.today).action
            if action.meeting_id is not None:
                self._show_recorded(action.meeting_id, action.item_id, key)
        elif kind in {"item", "note"}:
            self.open(self._ask.agenda.meeting_of(key), "minutes")
            self.minuting.choose(key)
            self.minuting.take_focus()
        elif kind in {"agenda", "attendance", "amendments"}:
            self.open(key, kind)
        else:
            self.open(key, "minutes" if kind == "minutes" else "")

    def _show_recorded(self, meeting_id: UUID, item_id: UUID | None, key: UUID) -> None:
        """Open the minutes at what was recorded there."""
        self.open(meeting_id, "minutes")
        if item_id is not None:
            self.minuting.choose(item_id, key)

    @override
    def standing(self) -> tuple[str, UUID | None]:
        if self._open is None:
            return "", None
        item_id = self.minuting.item_id
        if self.sides.current == "minutes" and item_id is not None:
            return "item", item_id
        return self.sides.current, self._open

    @override
    def place(self) -> object:
        return self._open, self.sides.current if self._is_open() else "", super().place()

    @override
    def return_to(self, place: Any) -> None:
        meeting_id, side, chosen = place
        if meeting_id is None:
            self.close_meeting()
        else:
            self.open(meeting_id, side)
        super().return_to(chosen)

    @override
    def show_first_view(self) -> None:
        self.close_meeting()

    @override
    def carry_out(self, errand: str) -> None:
        """Ask for a new meeting, which is the one errand that there is."""
        if errand == NEW_MEETING:
            self.close_meeting()
            self._add()

    @override
    def resting_place(self) -> QWidget | None:
        is_minuting = self._shows("minutes") and self.minuting.composer.isVisible()
        return self.minuting.composer.box if is_minuting else None

    def open(self, meeting_id: UUID, side: str = "") -> None:
        """Open a meeting at one of its sides: agenda, attendance or minutes."""
        meeting = self._ask.meetings.row(meeting_id).meeting
        self.turning.emit()
        self.desk.context.choose(self.desk.context.area_id, meeting.group_id)
        self._open = meeting_id
        self._show_side(side or ("minutes" if meeting.state.is_begun else "agenda"))

    def show_side(self, side: str) -> None:
        """Show one side of the open meeting, or of the one chosen in the list."""
        if self._open is None or self.sides.current != side:
            self.turning.emit()
        self._show_side(side)

    def _show_side(self, side: str) -> None:
        chosen = self.listing.table.current_row()
        if self._open is None and chosen is not None:
            self._open = chosen.meeting.id
        if self._open is None:
            return
        self.sides.current = side
        self.refresh()
        if side == "minutes":
            self.minuting.take_focus()
        elif side == "amendments":
            self.amendments.take_focus()
        else:
            (self.agenda if side == "agenda" else self.attendance).table.setFocus()

    def close_meeting(self) -> None:
        """Go back to the list."""
        left = self._open
        if left is None:
            return
        self.turning.emit()
        self._leave()
        self.refresh()
        self.listing.table.choose(left)
        self.listing.table.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_for_room()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.room_wanted.emit(False)  # noqa: FBT003 - a Qt signal

    def _build_tools(self) -> None:
        self.new = command_button(self._new_meeting.bind(None), "primary", icons=self.desk.icons)
        group = self.record_commands.group(self._current)
        self.change = command_button(group.on_current(self.record_commands.changing))
        self.correct = command_button(group.on_current(self.record_commands.correcting))
        self.step = button("", "primary")
        self.step.clicked.connect(self._step)
        self.offer(self.correct, self.minuting.tools, self.change, self.step, self.new)

    def _lay_out(self) -> None:
        back = command_button(self._all_meetings.bind(None), "quiet", icons=self.desk.icons)
        self.sides = Pills(self.show_side)
        self._panels = Stack()
        for panel in (self.agenda, self.attendance, self.minuting, self.amendments):
            self._panels.addWidget(panel)
        self._one = QWidget()
        across = row(back, self.sides)
        across.setStretch(1, 1)
        inside = column(across, self._panels, gap=16)
        inside.setStretch(1, 1)
        self._one.setLayout(inside)
        self._views = Stack()
        self._views.addWidget(self.listing)
        self._views.addWidget(self._one)
        self.body.addWidget(self._views, 1)

    def _show_list(self, rows: Sequence[MeetingRow]) -> None:
        context = self.desk.context
        self._views.setCurrentWidget(self.listing)
        self._show_tools(listing=bool(rows))
        self.head(self.tr("Meetings"))
        self._ask_for_room()
        if context.group_id is None:
            self.listing.show_missing(
                self.tr("No board is chosen"),
                self.tr("Choose an area at the top."),
                can_add=False,
            )
        elif not rows:
            self.listing.show_missing(
                self.tr("No meeting is planned yet"),
                self.tr("Plan the first one; it can start from the usual agenda."),
                can_add=True,
            )
        else:
            self.head(self.tr("Meetings"), totals([row.meeting for row in rows], context.today))
            self.listing.show_rows(rows, context.today)

    def _show_open(self, opened: MeetingRow) -> None:
        meeting, side = opened.meeting, self.sides.current
        if side == "amendments" and not meeting.state.is_circulated:
            side = "minutes"  # they were taken back to draft
        self._views.setCurrentWidget(self._one)
        view = self._ask.agenda.view(meeting.id)
        self.head(opened.label, under(view, short=side == "minutes"))
        self.sides.offer(self._pills(view), side)
        cancelled = meeting.state is MeetingState.CANCELLED
        settled = meeting.state.is_circulated or cancelled
        moves = self._ask.meetings.moves(meeting.id)
        self._next = moves[0] if moves else None
        if self._next is not None:
            self.step.setText(step_words(meeting.state, self._next))
            self.step.setAccessibleName(self.step.text())
        if side == "agenda":
            self.agenda.show_meeting(meeting.id, settled=settled)
            self._panels.setCurrentWidget(self.agenda)
        elif side == "attendance":
            self.attendance.show_meeting(meeting.id, settled=settled)
            self._panels.setCurrentWidget(self.attendance)
        elif side == "amendments":
            self.amendments.show_meeting(meeting.id)
            self._panels.setCurrentWidget(self.amendments)
        else:
            self._panels.setCurrentWidget(self.minuting)
            self.minuting.show_meeting(meeting.id)
        self._show_tools(listing=False, settled=settled)
        self._ask_for_room()

    def _pills(self, view: AgendaView) -> list[tuple[str, str]]:
        quorum = self._ask.attendance.quorum(view.meeting.id)
        pills = [
            ("agenda", f"{self.tr('Agenda')}  {len(view.lines)}"),
            ("attendance", f"{self.tr('Attendance')}  {quorum.counted}/{quorum.seats}"),
            ("minutes", self.tr("Minutes")),
        ]
        if view.meeting.state.is_circulated:
            still = len(self._ask.amendments.view(view.meeting.id).open_rows)
            pills.append(("amendments", f"{self.tr('Amendments')}  {still}"))
        return pills

    def _show_tools(self, *, listing: bool, settled: bool = False) -> None:
        minuting = self._open is not None and self.sides.current == "minutes"
        reading = self._open is not None and not minuting
        seen = (
            (self.new, listing),
            (self.correct, self._open is not None and self._is_circulated()),
            (self.minuting.tools, minuting),
            (self.change, reading and not settled),
            (self.step, self._open is not None and self._next is not None),
        )
        # What goes is hidden first: all together would make the window wider for good.
        for part, visible in sorted(seen, key=lambda seen_part: seen_part[1]):
            part.setVisible(visible)

    def _ask_for_room(self) -> None:
        wanted = self._open is not None and self.sides.current == "minutes"
        self.room_wanted.emit(wanted)

    def _leave(self) -> None:
        self._open = self._next = None

    def _add(self) -> None:
        made = self.record_commands.add()
        if made is not None:
            self.open(made, "agenda")

    def _add_item(self) -> None:
        made = self.agenda.add_to(self._open) if self._open is not None else None
        if made is not None:
            self.minuting.choose(made)

    def _take_back(self) -> None:
        if self._open is not None and self.record_commands.step(
            self._open, MeetingState.MINUTES_DRAFT
        ):
            self.show_side("minutes")

    def _step(self) -> None:
        if self._open is None or self._next is None:
            return
        if self.record_commands.step(self._open, self._next) and self.sides.current == "minutes":
            self.show_side("minutes")
