"""What can be done with a meeting: asked for by button, menu, key or command."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.domain.meetings import Meeting
from lfjb_desk.ui.pages.meetings import forms
from lfjb_desk.ui.pages.meetings.hours import read_time
from lfjb_desk.ui.pages.meetings.steps import step_words
from lfjb_desk.ui.widgets.menus import menu_entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QAction

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.meetings import MeetingState
    from lfjb_desk.domain.read_models.meetings import MeetingRow
    from lfjb_desk.services.meetings.meetings import MeetingService
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.widgets.form import Answers


class MeetingCommands(QObject):
    """Asks what a command needs to know, and hands it to the history."""

    def __init__(self, desk: Desk, meetings: MeetingService, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._meetings = desk, meetings

    def add(self) -> UUID | None:
        """Ask for a new meeting of the group; return its id, or None where there is none."""
        group_id = self._desk.context.group_id
        if group_id is None:
            self._desk.notices.refuse(self.tr("Choose a board at the top first."))
            return None
        rows = self._meetings.rows(group_id)
        number = max((row.meeting.number for row in rows), default=0) + 1
        made: list[UUID] = []

        def command(answers: Answers) -> Change:
            change = self._meetings.add(group_id, **_typed(answers))
            made.append(change.key_of(Meeting))
            return change

        form = forms.new_meeting(rows[0].meeting if rows else None, number)
        kept = self._desk.keep(form, command)
        return made[-1] if kept else None

    def change(self, row: MeetingRow) -> None:
        """Ask what is to be different about a meeting."""

        def command(answers: Answers) -> Change:
            return self._meetings.edit(row.meeting.id, **_typed(answers))

        self._desk.dialogs.ask_form(
            forms.change_meeting(row.meeting, row.label),
            lambda answers: self._desk.history.attempt(partial(command, answers)),
        )

    def step(self, meeting_id: UUID, state: MeetingState) -> bool:
        """Bring a meeting to another state; answer whether it is there now."""
        return self._desk.history.do(partial(self._meetings.move_to, meeting_id, state))

    def remove(self, meeting_id: UUID) -> bool:
        """Remove a meeting; answer whether it is gone."""
        return self._desk.history.do(partial(self._meetings.remove, meeting_id))

    def menu(self, row: MeetingRow) -> Sequence[QAction]:
        """Return what the menu of a meeting offers now."""
        key, now = row.meeting.id, row.meeting.state
        steps = [
            menu_entry(step_words(now, state), partial(self.step, key, state))
            for state in self._meetings.moves(key)
        ]
        return [
            menu_entry(self.tr("Change…"), partial(self.change, row)),
            *steps,
            menu_entry(self.tr("Remove"), partial(self.remove, key)),
        ]


def _typed(answers: Answers) -> Answers:
    """Return the answers of a form as the service takes them.

    Raises:
        RuleError: when the start is not a time of day.
    """
    minutes = answers["minutes_planned"]
    return answers | {
        "starts": read_time(answers["starts"]),
        "minutes_planned": None if minutes is None else int(minutes),
        "number": int(answers["number"]),
    }
