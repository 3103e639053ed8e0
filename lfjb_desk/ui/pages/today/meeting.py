"""The card of the next meeting: when, where, and what it has or still lacks."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from lfjb_desk.domain.formatting import clock, weekday_date
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.domain.read_models.meetings.meetings import duration
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.shell.window_commands import EVERY_PAPER, NEW_MEETING
from lfjb_desk.ui.widgets.boxes import Card, clear, hairline, row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import IconMark, chip, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.domain.read_models.meetings.meetings import Readiness
    from lfjb_desk.domain.read_models.today import UpcomingMeeting
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.shell.contract import Desk

NEAR = 7
"""So many days before a meeting its chip asks for attention."""


class MeetingStage(Enum):
    """How far the next meeting has come, as far as it matters for what comes first."""

    COMING = auto()
    IN_SESSION = auto()


class MeetingCard(Card):
    """Shows the next meeting, and leads to its agenda."""

    def __init__(self, desk: Desk) -> None:
        self._chip_place = QHBoxLayout()
        super().__init__(" ", self._chip_place)
        self._desk = desk
        self._ahead: UpcomingMeeting | None = None
        self._papers_wait = False
        self.when = words("", "soft", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(7)
        self.groups = self._commands()
        self.agenda, self.minuting, self.add = (
            command_button(command.bind(None), "primary") for command in self._ways
        )
        self.papers = command_button(self._write.bind(None))
        self.body.setSpacing(8)
        self.body.addWidget(self.when)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)
        self.body.addLayout(row(self.agenda, self.minuting, self.add, self.papers, None))

    def show_meeting(self, upcoming_meeting: UpcomingMeeting | None, *, papers_wait: bool) -> None:
        """Show the next meeting, or offer to add one."""
        self._ahead = upcoming_meeting
        clear(self._chip_place)
        clear(self._lines)
        self._papers_wait = papers_wait
        ways = zip((self.agenda, self.minuting, self.add), self._ways, strict=True)
        for way, command in ways:
            way.setVisible(command.offered(None))
        self.papers.setVisible(papers_wait)
        if upcoming_meeting is None:
            self.heading.setText(self.tr("No meeting is planned"))
            self.when.setText(
                self.tr("Add the next meeting: its agenda, papers and minutes follow from it.")
            )
            return
        self.heading.setText(upcoming_meeting.row.label)
        self.when.setText(_when(upcoming_meeting.row.meeting))
        self._chip_place.addWidget(
            chip(
                upcoming_meeting.days_words,
                StatusTone.SOON if upcoming_meeting.days < NEAR else StatusTone.PLAIN,
            )
        )
        for line in upcoming_meeting.readiness:
            self._add_line(line)

    def _commands(self) -> Sequence[AnyGroup]:
        self._write = page_command(
            self.tr("Write the papers"),
            partial(self._desk.context.ask, "papers", EVERY_PAPER),
            "file-text",
            offered=lambda: self._papers_wait and self._stands(),
        )
        self._ways = (
            page_command(
                self.tr("Open the agenda"),
                self._open_agenda,
                "calendar-blank",
                offered=lambda: self._stage() is MeetingStage.COMING,
            ),
            page_command(
                self.tr("Go on minuting"),
                self._open_minutes,
                "note-pencil",
                offered=lambda: self._stage() is MeetingStage.IN_SESSION,
            ),
            page_command(
                self.tr("Add a meeting"),
                partial(self._desk.context.ask, "meetings", NEW_MEETING),
                "plus-bold",
                offered=lambda: self._stands() and self._stage() is None,
            ),
        )
        return (page_group(self.tr("Next meeting"), *self._ways, self._write),)

    def _stage(self) -> MeetingStage | None:
        """Return how far the next meeting has come; None where there is none."""
        if self._ahead is None or not self._stands():
            return None
        in_session = self._ahead.row.meeting.state is MeetingState.IN_SESSION
        return MeetingStage.IN_SESSION if in_session else MeetingStage.COMING

    def _stands(self) -> bool:
        """Tell whether there is a board to stand at."""
        return self._desk.context.group_id is not None

    def _open_agenda(self) -> None:
        if self._ahead is not None:
            self._desk.context.go("meetings", "meeting", self._ahead.row.meeting.id)

    def _open_minutes(self) -> None:
        """Open the minutes at the item that was open there."""
        if self._ahead is not None:
            self._desk.context.go("meetings", "minutes", self._ahead.row.meeting.id)

    def _add_line(self, line: Readiness) -> None:
        icon, colour = ("check-circle-fill", "good") if line.ready else ("clock-bold", "soon")
        mark = IconMark(self._desk.theme, self._desk.icons, icon, colour, 20)
        mark.setAccessibleName(self.tr("Ready") if line.ready else self.tr("Still to do"))
        explanation = words(line.words, "soft", wrap=True)
        across = row(mark, words(line.title, "strong"), explanation, gap=12)
        across.setStretch(2, 1)
        self._lines.addLayout(across)
        self._lines.addWidget(hairline())


def _when(meeting: Meeting) -> str:
    """Return day, time and place: `Friday 4 December 2026, 10am for 2 hours, Chelmsford`."""
    parts = [weekday_date(meeting.held_on)]
    if meeting.starts is not None:
        planned = meeting.minutes_planned
        parts.append(clock(meeting.starts) + (f" for {duration(planned)}" if planned else ""))
    return ", ".join([*parts, meeting.place] if meeting.place else parts)
