"""The card of the next meeting: when, where, and what it has or still lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from lfjb_desk.domain.formatting import clock, weekday_date
from lfjb_desk.domain.read_models.meetings import duration
from lfjb_desk.ui.theme import StatusTone
from lfjb_desk.ui.widgets.boxes import Card, clear, hairline, row
from lfjb_desk.ui.widgets.text import IconMark, button, chip, words

if TYPE_CHECKING:
    from lfjb_desk.domain.meetings import Meeting
    from lfjb_desk.domain.read_models.meetings import Readiness
    from lfjb_desk.domain.read_models.today import UpcomingMeeting
    from lfjb_desk.ui.shell.contract import Desk

NEAR = 7
"""So many days before a meeting its chip asks for attention."""


class MeetingCard(Card):
    """Shows the next meeting, and leads to its agenda."""

    def __init__(self, desk: Desk) -> None:
        self._chip_place = QHBoxLayout()
        super().__init__(" ", self._chip_place)
        self._desk = desk
        self._ahead: UpcomingMeeting | None = None
        self.when = words("", "soft", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(7)
        self.agenda = button(self.tr("Open the agenda"), "primary")
        self.agenda.clicked.connect(self.open_agenda)
        self.papers = button(self.tr("Write the papers"))
        self.papers.clicked.connect(self._open_papers)
        self.body.setSpacing(8)
        self.body.addWidget(self.when)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)
        self.body.addLayout(row(self.agenda, self.papers, None))

    def show_meeting(self, upcoming_meeting: UpcomingMeeting | None, *, papers_wait: bool) -> None:
        """Show the next meeting, or offer to add one."""
        self._ahead = upcoming_meeting
        clear(self._chip_place)
        clear(self._lines)
        self.papers.setVisible(papers_wait)
        if upcoming_meeting is None:
            self.heading.setText(self.tr("No meeting is planned"))
            self.when.setText(
                self.tr("Add the next meeting: its agenda, papers and minutes follow from it.")
            )
            self._say(self.tr("Add a meeting"))
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
        self._say(self.tr("Open the agenda"))

    def open_agenda(self) -> None:
        """Go to the meeting, or to where one is added."""
        if self._ahead is None:
            self._desk.context.go("meetings")
        else:
            self._desk.context.go("meetings", "meeting", self._ahead.row.meeting.id)

    def _open_papers(self) -> None:
        self._desk.context.go("papers")

    def _say(self, text: str) -> None:
        self.agenda.setText(text)
        self.agenda.setAccessibleName(text)

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
