"""The drafts of the open database, as boxes and forms keep them while somebody types."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.services.drafts.draft import Draft
    from lfjb_desk.services.drafts.journal import DraftJournal
    from lfjb_desk.ui.dialogs import Dialogs

SOON = 600
"""Milliseconds from a key until the disk is asked to have it; a second is the promise."""


LONGEST_QUOTE = 200
"""How many letters of a draft are shown before it is thrown away."""


def ask_to_throw_away(dialogs: Dialogs, draft: Draft) -> bool:
    """Ask whether words are to go for good, with the words; answer whether they are."""
    question = QCoreApplication.translate("Drafts", "Throw away what you typed in “{0}”?")
    detail = QCoreApplication.translate("Drafts", "These words cannot be brought back: {0}")
    quote = shorten(draft.text(), LONGEST_QUOTE, placeholder="…")
    verb = QCoreApplication.translate("Drafts", "Throw away")
    return dialogs.confirm(question.format(draft.title), detail.format(quote), verb)


class Drafts(QObject):
    """Keeps what is typed at every key, and sees within a second that the disk has it."""

    changed = Signal()
    """What is typed is no longer kept, or is again: see `trouble`."""
    kept = Signal(object)
    """A `Draft` was kept, in place of what its key held."""
    forgotten = Signal(str)
    """What a key held was recorded or thrown away."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal: DraftJournal | None = None
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self._sync)

    def use(self, journal: DraftJournal) -> None:
        """Keep drafts in the journal of the database that was opened."""
        self._journal = journal
        self._wait()

    @property
    def is_kept(self) -> bool:
        """Whether what was typed is kept."""
        return self._journal is not None and not self._journal.trouble

    @property
    def trouble(self) -> str:
        """Why what is typed is not kept, in one sentence; empty while it is."""
        return self._journal.trouble if self._journal is not None else ""

    def waiting(self) -> Sequence[Draft]:
        """Return the drafts that hold words, the newest first."""
        return self._journal.drafts() if self._journal is not None else ()

    def draft(self, key: str) -> Draft | None:
        """Return what is kept under a key."""
        return self._journal.draft(key) if self._journal is not None else None

    def keep(self, draft: Draft) -> None:
        """Keep a draft now."""
        if self._journal is not None:
            before = self._journal.trouble
            self._journal.keep(draft)
            self._tell(before)
            self.kept.emit(draft)

    def forget(self, key: str) -> None:
        """Drop a draft whose words are recorded, or which the user throws away."""
        if self._journal is not None:
            before = self._journal.trouble
            self._journal.forget(key)
            self._tell(before)
            self.forgotten.emit(key)

    def _sync(self) -> None:
        if self._journal is not None:
            before = self._journal.trouble
            self._journal.sync()
            self._tell(before)

    def _tell(self, before: str) -> None:
        if self.trouble != before:
            self.changed.emit()
        self._wait()

    def _wait(self) -> None:
        """Sync once more soon where something is left to do; the first key sets the time."""
        journal = self._journal
        if journal is not None and not journal.is_settled and not self._timer.isActive():
            self._timer.start()
