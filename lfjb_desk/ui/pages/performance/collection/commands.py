"""What can be done with collections, carried out through the history or in the background."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.figures.collections import Collection
from lfjb_desk.domain.formatting import count, listed
from lfjb_desk.ui.commands import Command, page_command
from lfjb_desk.ui.pages.performance.collection import forms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.read_models.collection import (
        LetterDraft,
        ReturnLine,
        ReturnStanding,
        SheetRespondent,
    )
    from lfjb_desk.services.collection.collection import CollectService
    from lfjb_desk.ui.jobs import JobHandle
    from lfjb_desk.ui.shell.contract import Desk


class CollectionCommands(QObject):
    """Asks the forms, folders and files of collections, and does what was asked."""

    read = Signal(object)
    """A tuple of `ReturnLine`: what came of the files that were taken in."""

    def __init__(self, desk: Desk, collect: CollectService, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._collect = desk, collect
        self.taking_in = page_command(
            self.tr("Take in returned sheets"), self.take_in, "download-simple"
        )
        self.of_collection: tuple[Command[Collection], ...] = (
            Command(
                self.tr("Write the sheets to a folder…"),
                lambda collection: self.write_sheets(collection.id),
                "folder-open",
            ),
            Command(
                self.tr("Write e-mail drafts to those late…"),
                lambda collection: self.write_reminders(collection.id),
                "envelope-simple",
            ),
            Command(self.tr("Change the day or the note…"), self.change, "pencil-simple"),
            Command(
                self.tr("Remove this collection"),
                lambda collection: self.remove(collection.id),
                "trash",
            ),
        )
        self.taking_back: Command[ReturnStanding] = Command(
            self.tr("Take this return back"),
            self.take_back,
            "arrow-counter-clockwise",
            offered=lambda standing: standing.returned is not None,
        )
        self.of_respondent: tuple[Command[SheetRespondent], ...] = (
            Command(self.tr("Change…"), self.change_respondent, "pencil-simple"),
            Command(self.tr("Remove"), self.remove_respondent, "trash"),
        )

    def open(self, area_id: UUID) -> UUID | None:
        """Open the collection of a quarter; return its id, or None where the user gives up."""
        today = self._desk.context.today
        existing = [row.collection.starts for row in self._collect.collections(area_id, today)]
        change = self._desk.keep(
            forms.new_collection(today, existing),
            lambda answer: self._collect.open(area_id, answer.starts, answer.due, answer.note),
        )
        return change.key_of(Collection) if change is not None else None

    def change(self, collection: Collection) -> None:
        """Give a collection another day to be back, or another note."""
        self._desk.keep(
            forms.change_collection(collection),
            lambda answer: self._collect.change(collection.id, answer.due, answer.note),
        )

    def remove(self, collection_id: UUID) -> None:
        """Remove a collection; undo brings it back."""
        self._desk.history.do(partial(self._collect.remove, collection_id))

    def add_respondent(self, area_id: UUID, chosen: ReturnStanding | None) -> None:
        """Name someone who fills in the sheet of an authority."""

        def command(answer: forms.NewRespondentAnswer) -> Change:
            return self._collect.add_respondent(
                area_id, answer.authority_id, answer.name, answer.email
            )

        self._desk.keep(forms.new_respondent(self._collect.authorities(area_id), chosen), command)

    def change_respondent(self, respondent: SheetRespondent) -> None:
        """Give a respondent another name or address."""
        self._desk.keep(
            forms.change_respondent(respondent),
            lambda answer: self._collect.change_respondent(
                respondent.id, answer.name, answer.email
            ),
        )

    def remove_respondent(self, respondent: SheetRespondent) -> None:
        """Take a respondent off the list; undo brings him back."""
        self._desk.history.do(partial(self._collect.remove_respondent, respondent.id))

    def take_back(self, standing: ReturnStanding) -> None:
        """Take a return and its figures out again; undo brings them back."""
        if standing.returned is not None:
            returned = standing.returned.id
            self._desk.history.do_slowly(
                self.tr("Taking back the return of {0}").format(standing.authority),
                lambda _: self._collect.returns.take_back(returned),
            )

    def write_sheets(self, collection_id: UUID) -> None:
        """Write the sheet of every authority into a folder."""
        folder = self._desk.dialogs.choose_folder(self.tr("Where the sheets go"))
        if folder is None:
            return
        now = self._desk.context.clock()

        def done(paths: Sequence[Path]) -> None:
            sentence = self.tr("{0} written to {1}")
            sheets = count(len(paths), self.tr("sheet"))
            self._desk.notices.say(sentence.format(sheets, folder.name).capitalize())

        self._beside(
            self.tr("Writing the sheets"),
            lambda _: self._collect.write_sheets(collection_id, folder, now),
            done,
        )

    def write_reminders(self, collection_id: UUID) -> None:
        """Write an e-mail draft to each authority that is late."""
        folder = self._desk.dialogs.choose_folder(self.tr("Where the e-mail drafts go"))
        if folder is None:
            return
        now = self._desk.context.clock()
        self._beside(
            self.tr("Writing the e-mail drafts"),
            lambda _: self._collect.write_reminders(collection_id, folder, now),
            self._tell_drafts,
        )

    def take_in(self) -> None:
        """Ask for returned sheets, take in those that can be, and say what came of each."""
        pattern = self.tr("Returned sheets (*.xlsx *.ods);;All files (*)")
        paths = self._desk.dialogs.choose_files(self.tr("Take in returned sheets"), pattern)
        if paths:
            self.take_files(paths)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take in files in the background, as one change that undo takes back."""
        now = self._desk.context.clock()
        returned: list[tuple[ReturnLine, ...]] = []

        def command(handle: JobHandle) -> Change:
            made, lines = self._collect.returns.take_all(
                paths, now, handle.is_cancelled, handle.advance
            )
            returned.append(lines)
            if made is None:
                raise RuleError(self._why(lines))
            return made

        label = self.tr("Taking in {0}").format(count(len(paths), self.tr("returned sheet")))
        self._desk.history.do_slowly(label, command, lambda _: self.read.emit(returned[0]))

    def _why(self, lines: Sequence[ReturnLine]) -> str:
        """Return why nothing was taken: the reason where there is one file, else how many."""
        if len(lines) == 1:
            return lines[0].refused
        reasons = " ".join(line.refused for line in lines[:3])
        return self.tr("None of the {0} files was taken. {1}").format(len(lines), reasons)

    def _tell_drafts(self, drafts: Sequence[LetterDraft]) -> None:
        lacking = [draft.authority for draft in drafts if not draft.addressed]
        sentence = self.tr("{0} written; none is sent").format(
            count(len(drafts), self.tr("e-mail draft"))
        )
        if lacking:
            sentence = self.tr("{0}. No address is held for {1}").format(sentence, listed(lacking))
        self._desk.notices.say(sentence)

    def _beside(
        self,
        label: str,
        work: Callable[[JobHandle], object],
        done: Callable[..., None],
    ) -> None:
        self._desk.jobs.run(work, done, label=label)
