"""The Papers page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from lfjb_desk.domain.blocks import Entitled
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.papers import WrittenPaper
from lfjb_desk.domain.tables import PRINTED
from lfjb_desk.services.papers.definition import PaperRequest
from lfjb_desk.services.papers.registry import BY_KEY, PAPERS
from lfjb_desk.ui.commands import (
    BoundCommand,
    Command,
    CommandGroup,
    chosen,
)
from lfjb_desk.ui.pages.papers import lists
from lfjb_desk.ui.pages.papers.opening import open_in_system
from lfjb_desk.ui.pages.papers.preview import PreviewPane
from lfjb_desk.ui.pages.papers.readers import ReadersButton
from lfjb_desk.ui.pages.papers.saving import PaperSaving
from lfjb_desk.ui.pages.papers.subjects import AboutButton, VersionsChoice
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.shell.paper_errands import read_errand
from lfjb_desk.ui.shell.window_commands import EVERY_PAPER, paper_commands
from lfjb_desk.ui.tables.row_table import RowTable, chosen_row
from lfjb_desk.ui.widgets.beside import LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Empty, column, row
from lfjb_desk.ui.widgets.menus import command_button, set_choices
from lfjb_desk.ui.widgets.text import button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.domain.blocks import Paper
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow
    from lfjb_desk.services.papers.definition import PaperDefinition
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.jobs import JobHandle
    from lfjb_desk.ui.pages.papers.lists import PaperRow, WrittenRow
    from lfjb_desk.ui.pages.papers.services import PapersServices
    from lfjb_desk.ui.shell.contract import Desk

SIDE = 440
PAPERS_HIGH = 40 + 52 * len(PAPERS) + 2
"""Room for all the papers, so that their list needs no scroll bar."""


class PapersPage(Page):
    """Shows each paper as it would be written, saves it as Word, and lists what was written."""

    shows = PRINTED | {WrittenPaper}

    def __init__(
        self,
        desk: Desk,
        services: PapersServices,
        open_path: Callable[[Path], bool] = open_in_system,
    ) -> None:
        super().__init__(desk)
        self.call(self.tr("Papers"))
        self._ask, self._open_path = services, open_path
        self._group_id: UUID | None = None
        self._meeting_id: UUID | None = None
        self._meetings: dict[UUID, MeetingRow] = {}
        self._drawing: JobHandle | None = None
        self._requested: PaperRequest | None = None
        self._shown: PaperRequest | None = None
        self.saving = PaperSaving(desk, services.papers, self)
        self._of_papers = paper_commands(self.carry_out, self._has_board)
        self._of_paper = self._paper_commands()
        self._of_path, self._of_written = self._written_commands()
        theme, icons = desk.theme, desk.icons
        self.table: RowTable[PaperRow] = RowTable(
            theme,
            icons,
            self.tr("Papers"),
            lists.paper_columns(),
            key=lambda row: row.definition,
            commands_for=self._of_paper.offered,
            sortable=False,
        )
        self.written: RowTable[WrittenRow] = RowTable(
            theme,
            icons,
            self.tr("Papers written"),
            lists.written_columns(),
            key=lambda row: row.paper.id,
            commands_for=self._menu,
        )
        self.pane = PreviewPane(desk, self._of_path)
        self._build_tools()
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose_paper)
        self.table.opened.connect(self._save)
        self.written.opened.connect(self._open_written)
        self.saving.saved.connect(self.pane.say_written)
        self.saving.saved_all.connect(self.pane.say_every)
        self.saving.ended.connect(self._allow_saving)

    @override
    def refresh(self) -> None:
        group_id, today = self.desk.context.group_id, self.desk.context.today
        for part in (self._left, self.pane, self.meeting_button, self.readers, self.save):
            part.setVisible(group_id is not None)
        self._empty.setVisible(group_id is None)
        if group_id is None:
            self.about_button.hide()
            self.versions.show(seen=False)
            self.head(self.tr("Papers"))
            return
        self._meetings = {row.meeting.id: row for row in self._ask.meetings.rows(group_id)}
        self.about_button.offer(self._ask.papers.authorities(group_id))
        self.versions.offer(self._ask.papers.documents(group_id))
        if self._meeting_id not in self._meetings:
            self._meeting_id = None
        if group_id != self._group_id:
            self.pane.forget_result()  # it is of a paper of another group
            self._group_id = group_id
        written = self._ask.papers.written(group_id)
        meetings = {
            definition: self._meeting_of(definition, group_id)
            for definition in PAPERS
            if definition.of_meeting
        }
        self.head(self.tr("Papers"), self.tr("Each is made afresh from what the board holds"))
        self.table.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        fresh, entitled = self._ask.papers.fresh(), self.readers.entitled is not None
        self.table.set_rows(
            lists.paper_rows(meetings, lists.for_readers(written, entitled=entitled), fresh, today)
        )
        if self.table.current_row() is None:
            self.table.choose(PAPERS[0])
        self.table.blockSignals(False)  # noqa: FBT003
        self.written.set_rows(lists.written_rows(written, self._meetings, today))
        self.written.setVisible(bool(written))
        self._none_written.setVisible(not written)
        self._preview()

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        """Show a paper by the key of its kind: for a meeting, or for the usual one of a group."""
        self._meeting_id = key if key in self._meetings else None
        self.table.choose(BY_KEY[kind])
        self.refresh()

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return (
            self._of_papers,
            self._of_paper,
            self._of_path,
            self._of_written,
        )

    def _paper_commands(self) -> CommandGroup[PaperRow]:
        save: Command[PaperRow] = Command(
            self.tr("Save as Word"), self._save, "file-arrow-down", offered=self._can_save
        )
        subjects, heading = chosen_row(lambda: self.table), self.tr("The chosen paper")
        return CommandGroup(heading, (save,), subjects, lambda line: line.definition.title)

    def _written_commands(self) -> tuple[CommandGroup[Path], CommandGroup[WrittenRow]]:
        heading = self.tr("The chosen written paper")
        return (
            CommandGroup(
                heading,
                (
                    Command(self.tr("Open"), self._open, "file-text"),
                    Command(
                        self.tr("Show folder"), lambda path: self._open(path.parent), "folder-open"
                    ),
                ),
                chosen(self._chosen_path),
                lambda path: path.name,
            ),
            CommandGroup(
                heading,
                (Command(self.tr("Take off the list"), self._forget, "x-circle"),),
                chosen_row(lambda: self.written),
                lambda line: line.paper.file_name,
            ),
        )

    def _chosen_path(self) -> Path | None:
        line = self.written.current_row()
        return self.saving.path_of(line.paper) if line is not None else None

    def _menu(self, line: WrittenRow) -> Sequence[BoundCommand]:
        path = self.saving.path_of(line.paper)
        openers = self._of_path.offered(path) if path is not None else ()
        return (*openers, *self._of_written.offered(line))

    @override
    def carry_out(self, errand: str) -> None:
        """Save one of the papers, by the key of its kind, or every one."""
        if not self._has_board() or self.saving.busy:
            return
        key, versions = read_errand(errand)
        if versions is not None:
            self.versions.choose(versions)
        if key == EVERY_PAPER:
            requests = (self._request_of(definition) for definition in PAPERS)
            self.saving.start_all([request for request in requests if request is not None])
            self._allow_saving()
        else:
            self.table.choose(BY_KEY[key])
            self._save()

    def _has_board(self) -> bool:
        return self.desk.context.group_id is not None

    def _build_tools(self) -> None:
        self.meeting_button = button(self.tr("Meeting"))
        self.about_button, self.versions = AboutButton(), VersionsChoice()
        # Pressed before the preview is drawn, it saves all the same.
        save = self._of_paper.on_current(self._of_paper.commands[0], self._save)
        self.save = command_button(save, "primary", icons=self.desk.icons)
        self.readers = ReadersButton()
        for choice in (self.about_button, self.versions):
            choice.changed.connect(partial(self._choose_paper, None))
        self.readers.changed.connect(self._choose_readers)
        chosen_versions = (self.versions.before, self.versions.after)
        self.offer(
            self.meeting_button, self.about_button, *chosen_versions, self.readers, self.save
        )

    def _lay_out(self) -> None:
        papers, written = Card(flush=True), Card(flush=True)
        papers.body.addWidget(self.table)
        self.table.setFixedHeight(self.desk.theme.px(PAPERS_HIGH))
        self._none_written = lists.none_written()
        written.body.addWidget(self.written, 1)
        written.body.addWidget(self._none_written)
        self._left = QWidget()
        every = command_button(self._of_papers.commands[0].bind(None), icons=self.desk.icons)
        self._left.setLayout(column(papers, row(every, None), written, gap=16))
        start = button(self.tr("Set up a board"), "primary")
        start.clicked.connect(partial(self.desk.context.go, "welcome", "", None))
        theme, icons = self.desk.theme, self.desk.icons
        missing = self.tr("No board is set up yet")
        first = self.tr("Papers are made from what a board holds, so set one up first.")
        self._empty = Empty(theme, icons, "file-text", missing, first, start)
        self._empty.hide()
        across = Beside(self.desk.theme)
        across.put(self._left, width=SIDE)
        across.put(self.pane, least=LEAST_LIST)
        self.body.addLayout(across, 1)
        self.body.addWidget(self._empty, 1)

    def _offer_meetings(self, definition: PaperDefinition, group_id: UUID) -> None:
        """Fill the menu of meetings; without a choice each paper is of its usual one."""
        today = self.desk.context.today
        names: dict[UUID | None, str] = {
            None: self.tr("The usual meeting of each paper"),
            **{key: lists.meeting_words(row, today) for key, row in self._meetings.items()},
        }
        row = self._meeting_of(definition, group_id)
        name = lists.meeting_words(row, today) if row else self.tr("none yet")
        text = self.tr("Meeting: {0}").format(name)
        set_choices(self.meeting_button, text, names, self._choose_meeting)

    def _request(self) -> PaperRequest | None:
        """Return the paper that is chosen, with what is chosen of what it takes."""
        line = self.table.current_row()
        return None if line is None else self._request_of(line.definition)

    def _request_of(self, paper: PaperDefinition) -> PaperRequest | None:
        context = self.desk.context
        if context.group_id is None:
            return None
        return PaperRequest(
            paper,
            context.group_id,
            context.today,
            meeting_id=self._meeting_id if paper.takes_meeting else None,
            authority_id=self.about_button.authority_id if paper.takes_authority else None,
            versions=self.versions.versions if paper.takes_versions else None,
            restricted=self.readers.entitled is not None,
            entitled=self.readers.entitled or Entitled.SECRETARIAT,
        )

    def _meeting_of(self, definition: PaperDefinition, group_id: UUID) -> MeetingRow | None:
        if self._meeting_id is not None:
            return self._meetings[self._meeting_id]
        usual = self._ask.papers.usual_meeting(definition, group_id, self.desk.context.today)
        return self._meetings.get(usual.id) if usual else None

    def _choose_meeting(self, key: UUID | None) -> None:
        self._meeting_id = key
        self.pane.forget_result()
        self.refresh()

    def _choose_readers(self) -> None:
        self.pane.forget_result()
        self.refresh()

    def _choose_paper(self, _row: PaperRow | None) -> None:
        self.pane.forget_result()
        self._preview()

    def _preview(self) -> None:
        """Make the chosen paper in the background and show it; an older command is dropped."""
        request = self._request()
        if request is None:
            return
        for handle in self.desk.jobs.running():
            if handle is self._drawing:
                handle.cancel()
        self._offer_meetings(request.paper, request.group_id)
        self.meeting_button.setVisible(request.paper.takes_meeting)
        self.about_button.setVisible(request.paper.takes_authority)
        self.versions.show(seen=request.paper.takes_versions)
        self._requested, self._shown = request, None

        def work(handle: JobHandle) -> tuple[Paper | None, str]:
            handle.advance("")
            try:
                return self._ask.papers.paper(request), ""
            except RuleError as error:
                return None, str(error)

        def ready(made: tuple[Paper | None, str]) -> None:
            if isValid(self) and request == self._requested:
                self._shown = request
                self._show(request.paper, *made)

        self._drawing = self.desk.jobs.run(work, ready, label=self.tr("Make the preview"))

    def _show(self, definition: PaperDefinition, paper: Paper | None, reason: str) -> None:
        if paper is None:
            ways = {
                "governance": self.tr("Go to Governance"),
                "meetings": self.tr("Go to Meetings"),
            }
            page = definition.mended_on
            self.pane.show_refusal(definition.title, reason, page, ways[page])
        else:
            self.pane.show_paper(paper, definition.title)
        self._allow_saving()

    def _save(self, _row: object = None) -> None:
        request = self._request()
        if request is None or self.saving.busy:
            return
        previewed = self.pane.paper if request == self._shown else None
        self.saving.start(request, previewed)
        self._allow_saving()

    def _allow_saving(self) -> None:
        self.save.setEnabled(self._can_save())

    def _can_save(self, _row: object = None) -> bool:
        return self.pane.paper is not None and not self.saving.busy

    def _open_written(self, line: WrittenRow) -> None:
        path = self.saving.path_of(line.paper)
        if path is not None:
            self._open(path)
            return
        lost = self.tr(
            "Where “{0}” was put is not known any more. Look for it where you keep the papers, "
            "or save it afresh."
        )
        self.desk.notices.refuse(lost.format(line.paper.file_name))

    def _open(self, path: Path) -> None:
        if not self._open_path(path):
            sentence = self.tr("The system could not open “{0}”. It is safe where it was saved.")
            self.desk.notices.refuse(sentence.format(path.name))

    def _forget(self, line: WrittenRow) -> None:
        self.desk.history.do(partial(self._ask.papers.forget, line.paper.id))
