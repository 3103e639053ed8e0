"""What can be done with a meeting: asked for by button, menu, key or command."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.domain.formatting import count, long_date
from lfjb_desk.domain.meetings.meetings import Meeting, MeetingState
from lfjb_desk.services.meetings.meetings import LEGAL, MeetingDetails
from lfjb_desk.ui.commands import Command, CommandGroup, chosen, page_command
from lfjb_desk.ui.pages.meetings import forms
from lfjb_desk.ui.pages.meetings.circulation import CirculationCommands
from lfjb_desk.ui.pages.meetings.hours import read_time
from lfjb_desk.ui.pages.meetings.minuting.drafts import unrecorded_words
from lfjb_desk.ui.pages.meetings.sending import SendingCommands
from lfjb_desk.ui.pages.meetings.steps import step_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow
    from lfjb_desk.ui.commands import BoundCommand
    from lfjb_desk.ui.pages.meetings.services import MeetingsServices
    from lfjb_desk.ui.shell.contract import Desk


class SideCommands(QObject):
    """The commands that turn to a side of the open meeting, or of the chosen one."""

    def __init__(
        self,
        show: Callable[[str], None],
        can_show: Callable[[], bool],
        has_amendments: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)

        def side(label: str, key: str, icon: str, shortcut: str) -> Command[None]:
            return page_command(label, partial(show, key), icon, shortcut, offered=can_show)

        self.agenda = side(self.tr("Show the agenda"), "agenda", "list-numbers", "Alt+1")
        self.attendance = side(self.tr("Show the attendance"), "attendance", "users", "Alt+2")
        self.minutes = side(self.tr("Show the minutes"), "minutes", "note-pencil", "Alt+3")
        self.amendments = page_command(
            self.tr("Show the amendments"),
            partial(show, "amendments"),
            "pencil-simple",
            "Alt+4",
            offered=has_amendments,
            other_names=self.tr("answers to the minutes, tracked changes, comments"),
        )

    def all(self) -> tuple[Command[None], ...]:
        """Return them in the order of their pills."""
        return (self.agenda, self.attendance, self.minutes, self.amendments)


class MeetingCommands(QObject):
    """Asks what a command needs to know, and hands it to the history."""

    def __init__(self, desk: Desk, services: MeetingsServices, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._meetings, self._agenda = desk, services.meetings, services.agenda
        self._minutes = services.minutes
        self._of_minutes = CirculationCommands(desk, services, self)
        self._sending = SendingCommands(desk, services, self)
        self.changing: Command[MeetingRow] = Command(
            self.tr("Change…"),
            self.change,
            "pencil-simple",
            offered=lambda row: row.meeting.state is not MeetingState.CANCELLED,
        )
        self.cancelling: Command[MeetingRow] = Command(
            self.tr("Cancel the meeting…"),
            self.cancel,
            "calendar-x",
            offered=lambda row: row.meeting.state.is_coming,
            other_names=self.tr("call off"),
        )
        self.reinstating: Command[MeetingRow] = Command(
            self.tr("Reinstate the meeting"),
            lambda row: self._desk.history.do(partial(self._meetings.reinstate, row.meeting.id)),
            "arrow-counter-clockwise",
            offered=lambda row: row.meeting.state is MeetingState.CANCELLED,
        )
        self.removing: Command[MeetingRow] = Command(
            self.tr("Remove"), lambda row: self.remove(row.meeting.id), "trash"
        )
        self.correcting = self._of_minutes.correcting
        self._steps = tuple(
            self._step_to(now, then) for now, states in LEGAL.items() for then in states
        )

    def add(self) -> UUID | None:
        """Ask for a new meeting of the group; return its id, or None where there is none."""
        group_id = self._desk.context.group_id
        if group_id is None:
            return None  # it is not offered then
        rows = self._meetings.rows(group_id)
        number = max((row.meeting.number for row in rows), default=0) + 1

        def command(answer: forms.NewMeetingAnswer) -> Change:
            return self._meetings.add(
                group_id,
                answer.held_on,
                number=answer.number,
                agenda=answer.agenda,
                **_details(answer),
            )

        last = rows[0].meeting if rows else None
        form = forms.new_meeting(last, number, self._agenda.source(group_id))
        change = self._desk.keep(form, command)
        return change.key_of(Meeting) if change is not None else None

    def change(self, row: MeetingRow) -> None:
        """Ask what is to be different about a meeting."""
        self._desk.keep(
            forms.change_meeting(row.meeting, row.label),
            lambda answer: self._meetings.edit(
                row.meeting.id,
                held_on=answer.held_on,
                number=answer.number,
                **_details(answer),
            ),
        )

    def cancel(self, row: MeetingRow) -> None:
        """Ask why a meeting is cancelled."""
        self._desk.keep(
            forms.cancel_meeting(row.label),
            lambda answer: self._meetings.cancel(row.meeting.id, answer.why),
        )

    def step(self, meeting_id: UUID, state: MeetingState) -> bool:
        """Bring a meeting to another state; answer whether it is there now."""
        if state.is_circulated:
            return self._of_minutes.step(meeting_id, state)
        if state is MeetingState.IN_SESSION and not self._may_open(meeting_id):
            return False
        if state is MeetingState.MINUTES_DRAFT and not self._may_close(meeting_id):
            return False
        return self._desk.history.do(partial(self._meetings.move_to, meeting_id, state))

    def _may_close(self, meeting_id: UUID) -> bool:
        """Ask whether a meeting is to be closed while typed words wait to be recorded."""
        row, today = self._meetings.row(meeting_id), self._desk.context.today
        if row.meeting.state is not MeetingState.IN_SESSION:
            return True
        view = self._minutes.view(meeting_id, today, arising=False)
        typed = unrecorded_words(view.items, self._desk.drafts)
        return not typed or self._desk.dialogs.confirm(
            self.tr("Close {0} into draft minutes?").format(row.label),
            self.tr(
                "{0} The words stay in the box of the item, where Enter records them until the "
                "minutes are circulated."
            ).format(typed),
            self.tr("Close into draft minutes"),
        )

    def _may_open(self, meeting_id: UUID) -> bool:
        """Ask whether a meeting is meant to be opened before its day, which is rarely so."""
        planned, today = self._meetings.row(meeting_id).meeting.held_on, self._desk.context.today
        if planned <= today:
            return True
        away = count((planned - today).days, self.tr("day"))
        return self._desk.dialogs.confirm(
            self.tr("Open the meeting before its day?"),
            self.tr("It is planned for {0}, in {1}. Minutes are taken once it is open.").format(
                long_date(planned), away
            ),
            self.tr("Open it now"),
        )

    def remove(self, meeting_id: UUID) -> bool:
        """Remove a meeting; answer whether it is gone."""
        return self._desk.history.do(partial(self._meetings.remove, meeting_id))

    def group(self, current: Callable[[], MeetingRow | None]) -> CommandGroup[MeetingRow]:
        """Return all that can be done with the current meeting, in the order of its menu."""
        return CommandGroup(
            self.tr("The chosen meeting"),
            (
                self.changing,
                *self._steps,
                self.correcting,
                self._of_minutes.keeping,
                *self._sending.all(),
                self.cancelling,
                self.reinstating,
                self.removing,
            ),
            chosen(current),
            lambda row: row.label,
        )

    def behind(self, row: MeetingRow) -> Sequence[BoundCommand]:
        """Return what else can be done with a meeting, which the pane offers in a menu."""
        step = self.next_step(row)
        offered = self.group(lambda: row).offered(row)
        return [each for each in offered if step is None or each.label != step.label]

    def next_step(self, row: MeetingRow) -> BoundCommand | None:
        """Return the step that a meeting waits for; None where it has gone all its way."""
        moves = self._meetings.moves(row.meeting.id)
        return self._step_to(row.meeting.state, moves[0]).bind(row) if moves else None

    def _step_to(self, now: MeetingState, then: MeetingState) -> Command[MeetingRow]:
        """Return the command that brings a meeting from one state to another."""

        def offered(row: MeetingRow) -> bool:
            return row.meeting.state is now and then in self._meetings.moves(row.meeting.id)

        return Command(
            step_words(now, then),
            lambda row: self.step(row.meeting.id, then),
            "arrow-right",
            offered=offered,
        )


def _details(answer: forms.MeetingAnswer) -> MeetingDetails:
    """Return what a meeting says of itself, as the service takes it.

    Raises:
        RuleError: when the start is not a time of day.
    """
    return MeetingDetails(
        starts=read_time(answer.starts),
        minutes_planned=answer.minutes_planned,
        place=answer.place,
    )
