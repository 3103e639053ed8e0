"""Bringing in what a board has: choose or drop a file, look, answer, keep; one undo for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.governance.governing_documents import DocumentVersion
from lfjb_desk.services.bringing.preview import OutdatedBringingError
from lfjb_desk.ui.commands import Command, CommandGroup, chosen, page_command, page_group
from lfjb_desk.ui.pages.bringing.preview_view import PreviewParts
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.widgets.boxes import Empty
from lfjb_desk.ui.widgets.menus import command_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.services.bringing.preview import BringingService, BroughtPreview
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.jobs import JobHandle
    from lfjb_desk.ui.shell.contract import Desk


LOG, MEMBERS, TERMS = "log", "members", "terms"
"""What can be brought in, as an errand to this page names it."""


@dataclass(frozen=True)
class BroughtKind:
    """A kind of file: what reads it, what it is called, and the page that shows what it gave."""

    service: BringingService
    title: str
    missing: str
    first: str
    pattern: str
    noun: str
    page: str


@dataclass(frozen=True)
class BringingServices:
    """What the page asks."""

    logs: BringingService
    members: BringingService
    terms: BringingService


class BringingPage(Page):
    """Leads one file through its preview; nothing is kept before the user says so."""

    outdated = Signal()
    """Other rows are held by now than the preview was compared with."""

    def __init__(self, desk: Desk, services: BringingServices) -> None:
        super().__init__(desk)
        self._kinds = self._kinds_of(services)
        self._kind = self._kinds[LOG]
        self.call(self._kind.title)
        self.preview: BroughtPreview | None = None
        self._reading: JobHandle | None = None
        self._is_working = self._is_stale_answer = False
        self._choose = page_command(
            self.tr("Choose a file"), self.choose, "folder-open", offered=self._has_board
        )
        self._of_file: CommandGroup[BroughtPreview] = CommandGroup(
            self.tr("The file to be brought in"),
            (
                Command(
                    self.tr("Keep {0}"),
                    self._keep,
                    "check-circle",
                    offered=lambda preview: preview.keeps > 0,
                ),
                Command(self.tr("Cancel"), lambda _: self._give_up(), "x-circle"),
            ),
            chosen(lambda: self.preview),
            self._kept_words,
            self.tr("what is new"),
        )
        self.choose_button = command_button(self._choose.bind(None), "primary")
        self._empty = Empty(desk.theme, desk.icons, "file-text", "", "", self.choose_button)
        self.parts = PreviewParts(desk, self._of_file)
        self.parts.answered.connect(self._answer)
        self.outdated.connect(self._answer)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self.parts, 1)
        self.setAcceptDrops(True)

    @override
    def refresh(self) -> None:
        has_file = self.preview is not None
        self._empty.setVisible(not has_file)
        self.parts.setVisible(has_file)
        title = self._kind.title
        if self.preview is not None:
            under = self.tr("{0}: {1}. Nothing is kept until you keep it.")
            self.head(title, under.format(self.preview.file_name, self.preview.taken_for))
            return
        self.head(title)
        if self._has_board():
            self._empty.say(self._kind.missing, self._kind.first)
        else:
            self._empty.say(
                self.tr("No board is chosen"),
                self.tr("Choose an area and a group at the top."),
                can_start=False,
            )

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return (page_group(self.tr("Bring in a file"), self._choose), self._of_file)

    @override
    def carry_out(self, errand: str) -> None:
        """Turn to a kind of file, and ask for one."""
        kind = self._kinds.get(errand, self._kind)
        if kind is not self._kind:
            self._kind, self.preview = kind, None
            self.parts.forget()
            self.call(kind.title)
            self.refresh()
        if self.preview is None and self._has_board():
            self.choose()

    @override
    def resting_place(self) -> QWidget | None:
        return self.choose_button if self.preview is None else None

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._has_board() and len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        name = event.mimeData().urls()[0].toLocalFile()
        if name:
            event.acceptProposedAction()
            self.read(Path(name))

    def choose(self) -> None:
        """Ask for a file and read it."""
        path = self.desk.dialogs.choose_file(self._kind.title, self._kind.pattern)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file in a process of its own; the window stays alive, and may cancel it."""
        group_id, today = self.desk.context.group_id, self.desk.context.today
        service = self._kind.service
        if group_id is None or self._reading is not None:
            return

        def work(handle: JobHandle) -> BroughtPreview:
            preview = service.open(path, group_id, today, handle.is_cancelled, handle.advance)
            handle.check()
            return preview

        self._reading = self.desk.jobs.run(
            work,
            self._show,
            self._fail,
            label=self.tr("Reading {0}").format(path.name),
            cancelled=self._end_reading,
        )

    def _kinds_of(self, services: BringingServices) -> dict[str, BroughtKind]:
        return {
            LOG: BroughtKind(
                services.logs,
                self.tr("Bring in an action log"),
                self.tr("Choose the action log that you have today"),
                self.tr(
                    "A table in Excel, in Word or as text. You see what becomes of every row "
                    "before anything is kept. A file can be dropped here, too."
                ),
                self.tr("Action logs (*.xlsx *.ods *.csv *.tsv *.txt *.docx);;All files (*)"),
                self.tr("action"),
                "actions",
            ),
            MEMBERS: BroughtKind(
                services.members,
                self.tr("Bring in a membership list"),
                self.tr("Choose the list of members that you have today"),
                self.tr(
                    "A table in Excel, in Word or as text, or contacts as vCards. You see what "
                    "becomes of every person before anything is kept. A file can be dropped "
                    "here, too."
                ),
                self.tr("Members (*.xlsx *.ods *.csv *.tsv *.txt *.docx *.vcf);;All files (*)"),
                self.tr("member"),
                "governance",
            ),
            TERMS: BroughtKind(
                services.terms,
                self.tr("Bring in terms of reference"),
                self.tr("Choose the terms of reference that you have today"),
                self.tr(
                    "A Word document. You see its clauses, and are asked about the numbers that "
                    "they set, before a draft is kept. A file can be dropped here, too."
                ),
                self.tr("Terms of reference (*.docx);;All files (*)"),
                self.tr("clause"),
                "governance",
            ),
        }

    def _has_board(self) -> bool:
        return self.desk.context.area_id is not None and self.desk.context.group_id is not None

    def _kept_words(self, preview: BroughtPreview) -> str:
        return count(preview.keeps, self._kind.noun)

    def _show(self, preview: BroughtPreview) -> None:
        self._end_reading()
        self.turning.emit()
        self.preview = preview
        self.parts.show_file(preview)
        self.refresh()

    def _fail(self, error: Exception) -> None:
        self._end_reading()
        self.desk.jobs.report(error)

    def _end_reading(self) -> None:
        self._reading = None

    def _give_up(self) -> None:
        self.preview = None
        self.parts.forget()
        self.refresh()
        self.choose_button.setFocus()

    def _answer(self) -> None:
        """Work the preview out with the answers so far; the latest answers win."""
        preview = self.preview
        if preview is None:
            return
        if self._is_working:
            self._is_stale_answer = True
            return
        self._is_working, self._is_stale_answer = True, False
        answers, service = self.parts.answers(), self._kind.service
        self.desk.jobs.run(
            lambda _: service.answered(preview, answers),
            lambda settled: self._show_again(preview, settled),
            self._fail_again,
            cancelled=self._end_again,
        )

    def _show_again(self, before: BroughtPreview, settled: BroughtPreview) -> None:
        self._end_again()
        if self.preview is not before:
            return  # another file has been read meanwhile
        self.preview = settled
        self.parts.show_again(settled)
        self.refresh()
        if self._is_stale_answer:
            self._answer()

    def _fail_again(self, error: Exception) -> None:
        self._end_again()
        self.desk.jobs.report(error)

    def _end_again(self) -> None:
        self._is_working = False

    def _keep(self, preview: BroughtPreview) -> None:
        answers, now = self.parts.answers(), self.desk.context.clock()

        def command(_: JobHandle) -> Change:
            service = self._kind.service
            # An answer that was given just now is not yet in the preview.
            settled = preview if answers == preview.answers else service.answered(preview, answers)
            try:
                return service.commit(settled, now)
            except OutdatedBringingError:
                self.outdated.emit()
                raise

        label = self.tr("Keeping {0}").format(self._kept_words(preview))
        self.desk.history.do_slowly(label, command, lambda kept: self._end(preview, kept))

    def _end(self, preview: BroughtPreview, kept: Change) -> None:
        """Say what was kept, and show it where it stands."""
        sentence = self.tr("{0} kept from {1}")
        self.desk.notices.say(sentence.format(self._kept_words(preview), preview.file_name))
        self.preview = None
        self.parts.forget()
        self.refresh()
        if self._kind is self._kinds[TERMS]:
            self.desk.context.go(self._kind.page, "document", kept.key_of(DocumentVersion))
        else:
            self.desk.context.go(self._kind.page)
