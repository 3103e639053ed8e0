"""The Today page: the first that is seen, so it shows what waits and leads to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from lfjb_desk.domain.action_forms import ActionForm, FormAnswer
from lfjb_desk.domain.figures.collections import Collection, CollectionReturn
from lfjb_desk.domain.formatting import count, short_date, weekday_date
from lfjb_desk.domain.governance.escalations import Escalation
from lfjb_desk.domain.papers import WrittenPaper
from lfjb_desk.domain.places import AreaAuthority, LocalAuthority
from lfjb_desk.domain.tables import ACTED, CHARTED, GOVERNING, JUDGED, MET
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.today.meeting import MeetingCard
from lfjb_desk.ui.pages.today.signals import SignalsCard
from lfjb_desk.ui.pages.today.waiting import WaitingCard
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import Beside
from lfjb_desk.ui.widgets.boxes import Card, Empty, column
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.today import TodayView
    from lfjb_desk.services.today import TodayService
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.shell.contract import Desk

SIDE = 368
LEAST_LATE = 500
"""How wide the list of late actions is at least: its days and its states are seen as a whole."""
MOST_ROWS = 8
"""How many actions are listed: all of them are seen, and the others are a page away."""


@dataclass(frozen=True)
class TodayServices:
    """What the page asks."""

    today: TodayService


class TodayPage(Page):
    """Shows the next meeting, the late actions, the figures that moved, and what also waits."""

    shows = (CHARTED | MET | GOVERNING | ACTED | JUDGED) | {
        *(
            ActionForm,
            Escalation,
            FormAnswer,
            WrittenPaper,
            Collection,
            CollectionReturn,
            AreaAuthority,
            LocalAuthority,
        )
    }

    def __init__(self, desk: Desk, services: TodayServices) -> None:
        super().__init__(desk)
        self.call(self.tr("Today"))
        self._ask = services
        self._set_up = page_command(
            self.tr("Set up a board"), self._welcome, "scales", offered=lambda: not self._stands()
        )
        self.all_actions = page_command(
            self.tr("All actions"), self._open_actions, "check-square", offered=self._stands
        )
        self.meeting = MeetingCard(desk)
        self.signals = SignalsCard(desk)
        self.waiting = WaitingCard(desk)
        self.table: RowTable[ActionRow] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Late actions"),
            self._columns(),
            key=lambda row: row.action.id,
            late=lambda row: row.days_late > 0,
        )
        self.table.opened.connect(self._open_action)
        self.table.clicked.connect(self._open_chosen)
        self.table.show_all()
        self._lay_out()

    @override
    def refresh(self) -> None:
        context = self.desk.context
        self.head(self.tr("Today"), weekday_date(context.today))
        stands = context.area_id is not None and context.group_id is not None
        self._full.setVisible(stands)
        self._empty.setHidden(stands)
        if context.area_id is None or context.group_id is None:
            return
        view = self._ask.today.view(context.area_id, context.group_id, context.today)
        papers_wait = any(not paper.is_written for paper in view.papers)
        self.meeting.show_meeting(view.meeting, papers_wait=papers_wait)
        self._show_actions(view)
        self.signals.show_figures(view.figures, view.moved)
        self.waiting.show_waiting(view.waiting)

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return (*self.meeting.groups, page_group(self.tr("Today"), self.all_actions, self._set_up))

    def _lay_out(self) -> None:
        self.soon = words("", "small")
        self.every = command_button(self.all_actions.bind(None), "quiet")
        self.late_card = Card(" ", self.soon, self.every)
        self.late_card.body.addWidget(self.table)
        self.none_late = words("", "soft", wrap=True)
        self.none_late.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.late_card.body.addWidget(self.none_late, 1)
        self.late_card.body.addStretch(1)
        side = column(self.signals, self.waiting, gap=16)
        side.setStretch(1, 1)
        left = column(self.meeting, self.late_card, gap=16)
        left.setStretch(1, 1)
        across = Beside(self.desk.theme)
        across.put(left, least=LEAST_LATE)
        across.put(side, width=SIDE)
        self._full = QWidget()
        self._full.setLayout(across)
        start = command_button(self._set_up.bind(None), "primary")
        self._empty = Empty(
            self.desk.theme,
            self.desk.icons,
            "house",
            self.tr("No board is set up yet"),
            self.tr("Look around with a sample board, or set up your own; it takes a minute."),
            start,
            keys=self.tr("and type “set up”"),
        )
        self._empty.hide()
        self.body.addWidget(self._full, 1)
        self.body.addWidget(self._empty, 1)

    def _columns(self) -> tuple[Column[ActionRow], ...]:
        today = self.desk.context.today
        return (
            Column(
                self.tr("Status"),
                lambda row: Cell(
                    row.status_words,
                    tone=StatusTone.LATE if row.days_late else StatusTone.SOON,
                    strong=row.days_late > 0,
                ),
                sort=lambda row: row.action.due,
            ),
            Column(
                self.tr("Owner"),
                lambda row: Cell(row.owner or self.tr("No owner yet"), row.action.ref),
                sort=lambda row: (row.owner.casefold(), row.action.due),
            ),
            Column(
                self.tr("What"),
                lambda row: Cell(row.action.title, row.body),
                sort=lambda row: row.action.title.casefold(),
                stretch=True,
            ),
            Column(
                self.tr("Due"),
                lambda row: Cell(short_date(row.action.due, today), row.moved_words),
                sort=lambda row: row.action.due,
                right=True,
            ),
        )

    def _show_actions(self, view: TodayView) -> None:
        """Show the late actions, the longest overdue first, and how many are due soon."""
        rows = (view.late or view.soon)[:MOST_ROWS]
        late, soon = len(view.late), len(view.soon)
        title = self.tr("{0} late").format(count(late, self.tr("action")))
        self.late_card.heading.setText(title[:1].upper() + title[1:])
        more = self.tr("{0} more due soon").format(soon) if late else ""
        self.soon.setText(more if soon else "")
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.none_late.setText(self.tr("No action is late, and none is due soon."))
        self.none_late.setHidden(bool(rows))

    def _stands(self) -> bool:
        """Tell whether there is a board to stand at."""
        return self.desk.context.group_id is not None

    def _open_chosen(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._open_action(row)

    def _open_action(self, row: ActionRow) -> None:
        self.desk.context.go("actions", "action", row.action.id)

    def _open_actions(self) -> None:
        self.desk.context.go("actions")

    def _welcome(self) -> None:
        self.desk.context.go("welcome")
