"""The way of a file into the figures: choose, read in the background, look, answer, take."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from lfjb_desk.domain.figures.figures import Observation, Snapshot
from lfjb_desk.domain.formatting import count
from lfjb_desk.importers.figures import NotRecognisedError
from lfjb_desk.services.imports.imports import OutdatedPreviewError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.importers.figures import Reading
    from lfjb_desk.importers.mapping.apply import Known
    from lfjb_desk.importers.mapping.sheets import FileView
    from lfjb_desk.services.imports.mappings import MappingDraft
    from lfjb_desk.services.imports.preview import MappingUse, Preview
    from lfjb_desk.ui.jobs import JobHandle
    from lfjb_desk.ui.pages.performance.mapping.view import MappingView
    from lfjb_desk.ui.pages.performance.preview.view import PreviewView
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk

Result = TypeVar("Result")


class Importing(QObject):
    """Leads one file through its preview; nothing is written before the user takes it."""

    understood = Signal()
    """A file was read and its preview is shown."""
    looked_at = Signal()
    """A file that nobody knows is shown, for the user to say how it is read."""
    taken = Signal(object)
    """The figures were taken; the id of their import."""
    finished = Signal()
    """The user gave up."""
    outdated = Signal()
    """Other figures are held by now than the preview was compared with."""

    def __init__(
        self,
        desk: Desk,
        services: PerformanceServices,
        view: PreviewView,
        mapping: MappingView,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._ask, self._view, self._mapping = desk, services, view, mapping
        self._reading: JobHandle | None = None
        self._is_working = False
        self._is_stale = False
        view.answered.connect(self._understand_again)
        view.taken.connect(self._take)
        view.given_up.connect(self.give_up)
        self.outdated.connect(self._understand_again)
        mapping.settled.connect(self._understand)
        mapping.given_up.connect(self.give_up)

    def choose(self) -> None:
        """Ask for a file and read it."""
        self._choose(self.tr("Import figures"), self.read)

    def choose_to_explain(self) -> None:
        """Ask for a file and show its sheets, for the user to say how one is read."""
        self._choose(self.tr("Say how a sheet is read"), self.look_at)

    def _choose(self, title: str, then: Callable[[Path], None]) -> None:
        pattern = self.tr("Figures (*.xlsx *.ods *.csv *.tsv *.txt *.zip);;All files (*)")
        path = self._desk.dialogs.choose_file(title, pattern)
        if path is not None:
            then(path)

    def read(self, path: Path) -> None:
        """Read a file in a process of its own; the window stays alive, and may cancel it."""
        today = self._desk.context.today

        def work(handle: JobHandle) -> Preview:
            preview = self._ask.imports.preview(
                path, handle.is_cancelled, handle.advance, today=today
            )
            handle.check()
            return preview

        self._run(path, work, self._show, partial(self._refuse, path))

    def look_at(self, path: Path) -> None:
        """Open a file to be looked at, in the same way."""

        def work(handle: JobHandle) -> tuple[FileView, Known, list[MappingDraft | None]]:
            file = self._ask.mappings.look(path, handle.is_cancelled, handle.advance)
            handle.check()
            known = self._ask.mappings.known()
            drafts = [self._ask.mappings.draft(file, at, known) for at in range(len(file.sheets))]
            return file, known, drafts

        self._run(path, work, self._show_sheets, self._fail)

    def _run(
        self,
        path: Path,
        work: Callable[[JobHandle], Result],
        ready: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        if self._reading is not None:
            self._desk.notices.refuse(
                self.tr("A file is being read. Wait for it or cancel it, then import the next.")
            )
            return
        self._reading = self._desk.jobs.run(
            work,
            ready,
            failed,
            label=self.tr("Reading {0}").format(path.name),
            cancelled=self._end_reading,
        )

    def give_up(self) -> None:
        """Leave the preview; nothing was taken."""
        self.finished.emit()

    def _show(self, preview: Preview) -> None:
        self._end_reading()
        names = {measure.id: measure.name for measure in self._ask.figures.measures()}
        self._view.show_file(preview, names)
        self.understood.emit()

    def _refuse(self, path: Path, error: Exception) -> None:
        """Say why a file is refused; one that is only unknown may be explained."""
        self._end_reading()
        if not isinstance(error, NotRecognisedError):
            self._desk.jobs.report(error)
        elif self._desk.dialogs.confirm(  # which says why; to give up is no fault to report
            self.tr("Say how {0} is to be read?").format(path.name),
            str(error),
            self.tr("Show its sheets"),
            error.looked_for,
        ):
            self.look_at(path)

    def _fail(self, error: Exception) -> None:
        self._end_reading()
        self._desk.jobs.report(error)

    def _show_sheets(self, opened: tuple[FileView, Known, list[MappingDraft | None]]) -> None:
        self._end_reading()
        self._mapping.show_file(*opened, self._ask.figures.measures())
        self.looked_at.emit()

    def _understand(self, reading: Reading, use: MappingUse) -> None:
        """Compare a sheet that the user has explained with what is held."""
        today = self._desk.context.today
        self._desk.jobs.run(
            lambda _: self._ask.imports.understand(reading, mapping=use, today=today),
            self._show,
            self._fail,
            label=self.tr("Comparing with the figures held"),
        )

    def _end_reading(self) -> None:
        self._reading = None

    def _understand_again(self) -> None:
        """Understand the file with the answers so far; the latest answers win."""
        preview = self._view.preview
        if preview is None:
            return
        if self._is_working:
            self._is_stale = True
            return
        self._is_working, self._is_stale = True, False
        answers = dict(self._view.answers())
        self._desk.jobs.run(
            lambda _: self._ask.imports.answered(preview, answers),
            lambda settled: self._show_again(preview, settled),
            self._fail_again,
            label=self.tr("Comparing with the figures held"),
            cancelled=self._end_again,
        )

    def _show_again(self, before: Preview, settled: Preview) -> None:
        self._end_again()
        if self._view.preview is not before:
            return  # another file has been read meanwhile
        self._view.show_again(settled)
        if self._is_stale:
            self._understand_again()

    def _fail_again(self, error: Exception) -> None:
        self._end_again()
        self._desk.jobs.report(error)

    def _end_again(self) -> None:
        self._is_working = False

    def _take(self) -> None:
        preview = self._view.preview
        if preview is None:
            return
        if preview.revises_much and not self._accepts_revisions(preview):
            return
        answers, now = dict(self._view.answers()), self._desk.context.clock()
        figures_taken = preview.counts.new + preview.counts.revised

        writing = self.tr("Writing the figures")

        def command(handle: JobHandle) -> Change:
            handle.advance(writing)
            imports = self._ask.imports
            # An answer that was given just now is not yet in the preview.
            settled = preview if answers == preview.answers else imports.answered(preview, answers)
            try:
                return imports.commit(settled, now)
            except OutdatedPreviewError:
                self.outdated.emit()
                raise

        self._desk.history.do_slowly(
            self.tr("Taking {0}").format(count(figures_taken, self.tr("figure"))),
            command,
            lambda change: self._say_taken(change, preview.reading.file_name),
        )

    def _say_taken(self, change: Change, file_name: str) -> None:
        """Say what was taken, and have its import shown."""
        brought = [edit for edit in change.edits if edit.table is Observation and not edit.before]
        figures_counted = count(len(brought), self.tr("figure"))
        self._desk.notices.say(self.tr("{0} taken from {1}").format(figures_counted, file_name))
        self.taken.emit(change.key_of(Snapshot))

    def _accepts_revisions(self, preview: Preview) -> bool:
        """Ask whether so much of what is held is meant to change."""
        counts = preview.counts
        present = counts.revised + counts.unchanged
        return self._desk.dialogs.confirm(
            self.tr("Change {0} held already?").format(count(counts.revised, self.tr("figure"))),
            self.tr(
                "{0} of the {1:,} figures of this file that are held already would change, which "
                "is much for a revision. It may be another measure, unit or place: look at the "
                "figures that are marked as revised. The old values stay in the history."
            ).format(f"{counts.revised / present:.0%}", present),
            self.tr("Take them"),
        )
