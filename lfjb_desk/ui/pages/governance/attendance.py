"""Attendance by organisation over time: how often each came, and to which meeting how."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from typing_extensions import override

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.formatting import count, long_date
from lfjb_desk.domain.meetings.minutes import CirculatedMinutes
from lfjb_desk.domain.read_models.meetings.attendance_history import SeatMark
from lfjb_desk.domain.tables import MET
from lfjb_desk.ui.pages.governance.section import GovernanceSection
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Detail, Empty, column
from lfjb_desk.ui.widgets.reference import reference_to
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.meetings.attendance_history import (
        AttendanceHistory,
        OrganisationAttendance,
    )
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.shell.contract import Desk


class AttendanceSection(GovernanceSection):
    """Lists the organisations with their counts; beside them the chosen one meeting by meeting."""

    can_add = False  # attendance is marked at a meeting
    shows = MET | {Action, CirculatedMinutes}

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__(desk, services)
        self._history: AttendanceHistory | None = None
        self.table: RowTable[OrganisationAttendance] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Attendance by organisation"),
            self._columns(),
            key=lambda line: line.organisation.id,
        )
        self.pane = Detail(desk.theme, "")
        self.pane.setAccessibleName(self.tr("Chosen organisation"))
        self.table.chosen.connect(self._show)
        self._full = Card(flush=True)
        self._full.body.addWidget(self.table)
        self._empty = Empty(desk.theme, desk.icons, "users-three", "", "")
        across = Beside(desk.theme)
        across.put(self._full, least=LEAST_LIST)
        across.put(self._empty, least=LEAST_LIST)
        across.put(self.pane, width=AS_NEEDED)
        whole = column(across)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    @override
    def refresh(self) -> str:
        group_id, today = self.desk.context.group_id, self.desk.context.today
        history = self.ask.attendance.of_group(group_id, today) if group_id else None
        self._history = history
        lines = history.organisations if history else ()
        self.table.set_rows(lines)
        for part in (self._full, self.pane):
            part.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        missing = self.tr("No meeting has been held yet")
        first = self.tr("Who comes is marked at each meeting, under Meetings.")
        if group_id is None:
            missing, first = self.tr("No board is chosen"), self.tr("Choose an area at the top.")
        self._empty.say(missing, first, can_start=False)
        if lines and self.table.current_row() is None:
            self.table.choose(lines[0].organisation.id)
        if history is None or not lines:
            return ""
        number = count(len(history.meetings), self.tr("meeting"))
        earliest = long_date(history.meetings[-1].held_on)
        return self.tr("{0} held since {1}").format(number, earliest)

    @override
    def standing(self) -> UUID | None:
        key = self.table.current_key()
        return key if isinstance(key, UUID) else None

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        self.table.choose(key)

    def _columns(self) -> tuple[Column[OrganisationAttendance], ...]:
        def number(heading: str, mark: SeatMark) -> Column[OrganisationAttendance]:
            return Column(
                heading,
                lambda line: str(line.counts[mark]),
                sort=lambda line: line.counts[mark],
                right=True,
            )

        return (
            Column(
                self.tr("Organisation"),
                lambda line: line.organisation.name,
                sort=lambda line: line.organisation.name.casefold(),
                stretch=True,
            ),
            Column(
                self.tr("Came"),
                lambda line: self.tr("{0} of {1}").format(line.came, line.expected),
                sort=lambda line: line.came / line.expected if line.expected else 1.0,
                right=True,
            ),
            number(self.tr("Present"), SeatMark.PRESENT),
            number(self.tr("Deputy"), SeatMark.DEPUTY),
            number(self.tr("Apologies"), SeatMark.APOLOGIES),
            number(self.tr("Absent"), SeatMark.ABSENT),
            number(self.tr("Empty"), SeatMark.EMPTY),
        )

    def _show(self, line: OrganisationAttendance | None) -> None:
        pane = self.pane
        pane.clear(line and line.organisation.id)
        if line is None or self._history is None:
            sentence = self.tr("Choose an organisation to see it here.")
            pane.body.addWidget(words(sentence, "soft"))
            pane.body.addStretch(1)
            return
        pane.body.addWidget(words(line.organisation.name, "lead", wrap=True))
        came = self.tr("Somebody came {0} of {1} times").format(line.came, line.expected)
        pane.body.addWidget(words(came, wrap=True))
        unknown = line.counts[SeatMark.NOT_RECORDED]
        if unknown:
            sentence = self.tr("{0} not recorded, and left out of the counts")
            pane.body.addWidget(words(sentence.format(unknown), "small", wrap=True))
        pane.body.addSpacing(8)
        for meeting in self._history.meetings:
            about = f"{meeting.label}, {long_date(meeting.held_on)}"
            link = reference_to(about, self.desk.context.go, "meetings", "attendance", meeting.id)
            pane.body.addWidget(link)
            pane.body.addWidget(words(line.words(meeting.id), "small", wrap=True))
        pane.body.addStretch(1)
