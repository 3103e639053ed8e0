"""Saving a paper: asks where, writes it in the background, and has it remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.formatting import count, listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lfjb_desk.domain.blocks import Paper
    from lfjb_desk.domain.papers import WrittenPaper
    from lfjb_desk.services.papers.definition import PaperDefinition, PaperRequest
    from lfjb_desk.services.papers.papers import PaperService, Written
    from lfjb_desk.ui.jobs import JobHandle
    from lfjb_desk.ui.shell.contract import Desk

SUFFIX = ".docx"


@dataclass(frozen=True)
class EveryPaper:
    """What came of saving every paper into a folder."""

    folder: Path
    written: tuple[Written, ...]
    refused: tuple[tuple[PaperDefinition, str], ...]
    """The papers that could not be made or saved, each with why."""


class PaperSaving(QObject):
    """Saves one paper or all, and knows until the window closes where each was put."""

    saved = Signal(object, str)
    """A `Written` paper, and why it could not be remembered, or nothing."""
    saved_all = Signal(object, str)
    """An `EveryPaper`, and why its papers could not be remembered, or nothing."""
    ended = Signal()
    """The saving has ended, well or not."""

    def __init__(self, desk: Desk, papers: PaperService, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._papers = desk, papers
        self._paths: dict[str, Path] = {}
        self.busy = False

    def start(self, request: PaperRequest, previewed: Paper | None) -> None:
        """Ask where a paper goes, and write it there; nothing happens if the user gives up.

        The paper as it was previewed, where it was, spares making it anew for the name of its file.
        """
        try:
            name = self._papers.file_name(request, previewed)
        except RuleError as error:
            self._desk.notices.refuse(str(error))
            return
        out = self._ask_where(request.paper, name)
        if out is None:
            return
        self.busy = True
        label = self.tr("Save {0}").format(request.paper.in_sentence)

        def work(handle: JobHandle) -> Written:
            handle.advance(self.tr("Writing and checking {0}").format(out.name))
            return self._papers.write(request, out)

        self._desk.jobs.run(work, self._keep, self._fail, label=label, cancelled=self._end)

    def start_all(self, requests: Sequence[PaperRequest]) -> None:
        """Ask for a folder, and write into it every paper that can be made."""
        folder = self._desk.dialogs.choose_folder(self.tr("Save every paper: choose a folder"))
        if folder is None or not self._may_replace(requests, folder):
            return
        self.busy = True

        def work(handle: JobHandle) -> EveryPaper:
            written, refused = [], []
            for number, request in enumerate(requests):
                if handle.is_cancelled():
                    break  # what is written already is remembered all the same
                words = self.tr("Writing and checking {0}").format(request.paper.in_sentence)
                handle.advance(words, number / len(requests))
                try:
                    written.append(self._papers.write(request, folder))
                except RuleError as error:
                    refused.append((request.paper, str(error)))
            return EveryPaper(folder, tuple(written), tuple(refused))

        label = self.tr("Save every paper")
        self._desk.jobs.run(work, self._keep_all, self._fail, label=label, cancelled=self._end)

    def _may_replace(self, requests: Sequence[PaperRequest], folder: Path) -> bool:
        """Ask before files of the folder are replaced."""
        names = frozenset().union(*map(self._papers.possible_names, requests))
        there = [name for name in names if (folder / name).exists()]
        if not there:
            return True
        files = count(len(there), self.tr("file"))
        question = self.tr("Replace {0} in “{1}”?").format(files, folder.name)
        detail = self.tr("Files with these names are there already: {0}.").format(
            listed(sorted(there))
        )
        return self._desk.dialogs.confirm(question, detail, self.tr("Replace"))

    def path_of(self, paper: WrittenPaper) -> Path | None:
        """Return where a paper was put, if that was since the start and it is still there."""
        path = self._paths.get(_mark(paper.file_name, paper.sha256))
        return path if path is not None and path.is_file() else None

    def _ask_where(self, definition: PaperDefinition, suggested: str) -> Path | None:
        title = self.tr("Save {0}").format(definition.in_sentence)
        pattern = self.tr("Word document (*.docx)")
        return self._desk.dialogs.save_with_ending(title, suggested, pattern, SUFFIX)

    def _keep(self, written: Written) -> None:
        if not isValid(self):  # the window has been filled afresh over another database
            return
        self._end()
        self._paths[_mark(written.path.name, written.sha256)] = written.path
        now = self._desk.context.clock()
        refusal = self._desk.history.attempt(lambda: self._papers.record(written, now))
        self.saved.emit(written, refusal)

    def _keep_all(self, every: EveryPaper) -> None:
        if not isValid(self):  # as `_keep`
            return
        self._end()
        for written in every.written:
            self._paths[_mark(written.path.name, written.sha256)] = written.path
        refusal = ""
        if every.written:
            now = self._desk.context.clock()
            refusal = self._desk.history.attempt(
                lambda: self._papers.record_all(every.written, now)
            )
        self.saved_all.emit(every, refusal)

    def _fail(self, error: Exception) -> None:
        self._end()
        self._desk.jobs.report(error)

    def _end(self) -> None:
        if not isValid(self):
            return
        self.busy = False
        self.ended.emit()


def _mark(name: str, sha256: str) -> str:
    return f"{sha256} {name}"
