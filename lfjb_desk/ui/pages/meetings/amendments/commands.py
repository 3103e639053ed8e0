"""What can be done with answers to circulated minutes, and with each amendment in them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lfjb_desk.domain.action_forms import AnswerState
from lfjb_desk.domain.read_models.meetings.amendments import correction_text
from lfjb_desk.ui.commands import Command, page_command
from lfjb_desk.ui.pages.meetings import circulation_forms
from lfjb_desk.ui.pages.meetings.amendments import forms

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.read_models.meetings.amendments import AmendmentRow, ReturnedMinutes
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow
    from lfjb_desk.ui.jobs import JobHandle
    from lfjb_desk.ui.pages.meetings.services import MeetingsServices
    from lfjb_desk.ui.shell.contract import Desk


def _is_undecided(row: AmendmentRow) -> bool:
    return row.amendment.state is not AnswerState.ACCEPTED


class AmendmentCommands(QObject):
    """Asks what a decision needs to know, and hands it to the history."""

    taken_in = Signal()
    """An answer was taken in."""

    def __init__(
        self,
        desk: Desk,
        services: MeetingsServices,
        current: Callable[[], MeetingRow | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._ask, self._current = desk, services, current
        self.reading = page_command(
            self.tr("Read an answer…"),
            self._choose,
            "download-simple",
            offered=self._is_circulated,
            other_names=self.tr("tracked changes, comments, returned minutes, Word"),
        )
        self.confirming = page_command(
            self.tr("Record no comments…"),
            self._confirm,
            "check",
            offered=self._is_circulated,
            other_names=self.tr("confirmed, agreed without changes"),
        )
        self.accepting: Command[AmendmentRow] = Command(
            self.tr("Accept…"), self._accept, "check-circle", "A", _is_undecided
        )
        self.holding: Command[AmendmentRow] = Command(
            self.tr("Hold…"), self._hold, "clock", "H", _is_undecided
        )
        self.rejecting: Command[AmendmentRow] = Command(
            self.tr("Reject…"), self._reject, "x-circle", "R", _is_undecided
        )

    def of_amendment(self) -> tuple[Command[AmendmentRow], ...]:
        """Return what can be done with one amendment."""
        return (self.accepting, self.holding, self.rejecting)

    def read_file(self, source: Path) -> None:
        """Read an answer in the background, and ask whose it is."""
        row, today = self._current(), self._desk.context.today
        if row is None:
            return
        meeting_id = row.meeting.id

        def work(handle: JobHandle) -> ReturnedMinutes:
            handle.advance(source.name)
            return self._ask.answers.read(meeting_id, source, today, handle.is_cancelled)

        label = self.tr("Reading an answer")
        self._desk.jobs.run(work, partial(self._take_in, self._day(row)), label=label)

    def _is_circulated(self) -> bool:
        row = self._current()
        return row is not None and row.meeting.state.is_circulated

    def _choose(self) -> None:
        pattern = self.tr("Minutes that came back (*.docx *.doc)")
        source = self._desk.dialogs.choose_file(self.tr("Read an answer"), pattern)
        if source is not None:
            self.read_file(source)

    def _take_in(self, day: date, returned: ReturnedMinutes) -> None:
        people = self._ask.people.people()
        made = self._desk.keep(
            forms.take_in(returned, day, people),
            lambda answer: self._ask.amendments.add(
                returned, answer.reviewer, answer.came_on, no_comments=answer.no_comments
            ),
        )
        if made is not None:
            self.taken_in.emit()

    def _confirm(self) -> None:
        row = self._current()
        if row is not None:
            self._desk.keep(
                forms.confirm(row.label, self._day(row), self._ask.people.people()),
                lambda answer: self._ask.amendments.confirm(
                    row.meeting.id, answer.reviewer, answer.came_on
                ),
            )

    def _accept(self, row: AmendmentRow) -> None:
        meeting = self._current()
        if meeting is None:
            return
        self._desk.keep(
            circulation_forms.accept(
                meeting.label,
                correction_text(row),
                self._later(meeting),
                self._day(meeting),
                self._ask.people.people(),
            ),
            lambda answer: self._ask.amendments.accept(
                row.amendment.id,
                answer.text,
                answer.noted_on,
                answer.noted_by,
                at_meeting_id=answer.at_meeting_id,
                restricted=answer.restricted,
            ),
        )

    def _hold(self, row: AmendmentRow) -> None:
        title = self.tr("Hold the amendment of {0}").format(row.author)
        self._decide(row, title, self.tr("Hold"), self._ask.amendments.hold)

    def _reject(self, row: AmendmentRow) -> None:
        title = self.tr("Reject the amendment of {0}").format(row.author)
        self._decide(row, title, self.tr("Reject"), self._ask.amendments.reject)

    def _decide(
        self,
        row: AmendmentRow,
        title: str,
        verb: str,
        command: Callable[[UUID, str, date], Change],
    ) -> None:
        meeting = self._current()
        if meeting is not None:
            day = self._day(meeting)
            decide = partial(command, row.amendment.id)
            self._desk.keep(forms.reason(title, verb), lambda answer: decide(answer.why, day))

    def _day(self, row: MeetingRow) -> date:
        return max(self._desk.context.today, row.meeting.held_on)

    def _later(self, row: MeetingRow) -> list[MeetingRow]:
        """Return the later meetings of the group, the latest first."""
        rows = self._ask.meetings.rows(row.meeting.group_id)
        return [each for each in rows if each.meeting.held_on > row.meeting.held_on]
