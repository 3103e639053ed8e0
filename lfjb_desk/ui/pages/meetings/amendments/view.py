"""The amendments to circulated minutes: a list, the chosen one, and who has not answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from lfjb_desk.domain.formatting import listed, long_date
from lfjb_desk.ui.commands import CommandGroup, page_group
from lfjb_desk.ui.pages.meetings.amendments.commands import AmendmentCommands
from lfjb_desk.ui.pages.meetings.amendments.pane import (
    TONES,
    AmendmentPane,
    kind_words,
    place_words,
)
from lfjb_desk.ui.shell.drops import dropped
from lfjb_desk.ui.tables.row_table import RowTable, chosen_row
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Empty, column
from lfjb_desk.ui.widgets.flow import Flow
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import key_hints, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from lfjb_desk.domain.read_models.meetings.amendments import AmendmentRow, AmendmentsView
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.meetings.services import MeetingsServices
    from lfjb_desk.ui.shell.contract import Desk

ENDINGS = frozenset({".docx", ".doc"})
"""The files that may be dropped here; what cannot be read is refused in a sentence."""


class AmendmentsPanel(QWidget):
    """Lists amendments by paragraph and person; an answer can be dropped on it."""

    def __init__(
        self, desk: Desk, services: MeetingsServices, current: Callable[[], MeetingRow | None]
    ) -> None:
        super().__init__()
        self._desk, self._ask = desk, services
        self._commands = AmendmentCommands(desk, services, current, self)
        self._commands.taken_in.connect(self.take_focus)
        self._of_chosen: CommandGroup[AmendmentRow] = CommandGroup(
            self.tr("The chosen amendment"),
            self._commands.of_amendment(),
            chosen_row(lambda: self.table),
            lambda row: self.tr("paragraph {0}").format(row.amendment.paragraph),
            in_list=True,
        )
        self.table: RowTable[AmendmentRow] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Amendments"),
            self._columns(),
            key=lambda row: row.amendment.id,
            commands_for=self._of_chosen.offered,
        )
        self.table.set_keys(self._of_chosen)
        self.pane = AmendmentPane(desk, self._of_chosen)
        self.table.chosen.connect(self.pane.show_amendment)
        self._lay_out()
        self.setAcceptDrops(True)

    def show_meeting(self, meeting_id: UUID) -> None:
        """Show what came back on the minutes of a meeting."""
        view = self._ask.amendments.view(meeting_id)
        self.table.set_rows(view.rows)
        if self.table.current_row() is None and view.rows:
            self.table.choose(view.rows[0].amendment.id)
        for part, visible in (
            (self._empty, not view.rows),
            (self._full, bool(view.rows)),
            (self.pane, bool(view.rows)),
        ):
            part.setVisible(visible)
        lines = (
            (self.answered, self._answered_words(view)),
            (self.silent, self._silent_words(view)),
        )
        for label, text in lines:
            label.setText(text)
            label.setVisible(bool(text))

    def command_groups(self) -> Sequence[AnyGroup]:
        """Return all that can be done with the amendments shown."""
        whole = page_group(
            self.tr("The amendments"), self._commands.reading, self._commands.confirming
        )
        return (whole, self._of_chosen)

    def take_focus(self) -> None:
        """Let the user go through the list, or read the first answer in."""
        (self.table if self._full.isVisible() else self.read).setFocus()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event, ENDINGS):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped(event, ENDINGS)
        if paths:
            event.acceptProposedAction()
            self._commands.read_file(paths[0])

    def _lay_out(self) -> None:
        theme, icons = self._desk.theme, self._desk.icons
        self.answered = words("", "soft", wrap=True)
        self.silent = words("", wrap=True)
        self.read = command_button(self._commands.reading.bind(None), icons=icons)
        none = command_button(self._commands.confirming.bind(None))
        hints = key_hints(
            ("A", self.tr("accept")), ("H", self.tr("hold")), ("R", self.tr("reject"))
        )
        tools = Flow()
        for part in (self.read, none, hints):
            tools.addWidget(part)
        self._full = Card(flush=True)
        self._full.body.addWidget(self.table)
        self._empty = Empty(
            theme,
            icons,
            "note-pencil",
            self.tr("No amendment has come back"),
            self.tr("Read in the copies that members send back; a file can be dropped here."),
        )
        across = Beside(theme)
        across.put(self._full, least=LEAST_LIST)
        across.put(self._empty, least=LEAST_LIST)
        across.put(self.pane, width=AS_NEEDED)
        whole = column(tools, self.silent, self.answered, across, gap=8)
        whole.setStretch(3, 1)
        self.setLayout(whole)

    def _answered_words(self, view: AmendmentsView) -> str:
        named = [
            self.tr("{0} ({1})").format(review.reviewer, long_date(review.came_on))
            for review in view.without_comments
        ]
        return self.tr("No comments from {0}.").format(listed(named)) if named else ""

    def _silent_words(self, view: AmendmentsView) -> str:
        """Return who has not answered yet; empty where all have, or nobody had a seat."""
        names = listed(list(view.silent))
        return self.tr("No answer yet from {0}.").format(names) if names else ""

    def _columns(self) -> tuple[Column[AmendmentRow], ...]:
        def place(row: AmendmentRow) -> Cell:
            paragraph = self.tr("Paragraph {0}").format(row.amendment.paragraph)
            return Cell(place_words(row), paragraph)

        def wording(row: AmendmentRow) -> Cell:
            text = row.amendment.after or row.amendment.before
            return Cell(" ".join(text.split()), kind_words(row.amendment.kind))

        return (
            Column(self.tr("Where"), place, sort=lambda row: row.amendment.paragraph),
            Column(self.tr("Amendment"), wording, stretch=True),
            Column(
                self.tr("Proposed by"),
                lambda row: Cell(row.author),
                sort=lambda row: row.author.casefold(),
            ),
            Column(
                self.tr("State"),
                lambda row: Cell(
                    row.amendment.state.value.capitalize(), tone=TONES[row.amendment.state]
                ),
                sort=lambda row: row.amendment.state.value,
            ),
        )
