"""The way every write takes: command, change, undo stack."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from lfjb_desk.domain.changes import RuleError

if TYPE_CHECKING:
    from collections.abc import Callable

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.ui.jobs import JobHandle, Jobs


class History(QObject):
    """Applies changes, and remembers them for undo and redo."""

    changed = Signal(object)
    """A `Change` that has just been written, undone or done again."""
    done = Signal(object)
    """A `Change` that a command has just written; one undone or done again is not told."""
    settled = Signal(object)
    """The same as `changed`, once all that show it have been shown afresh."""
    refused = Signal(str)

    def __init__(self, write: Callable[[Change], None], jobs: Jobs) -> None:
        super().__init__(jobs)
        self._write = write
        self._jobs = jobs
        self._slow = ""
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(500)

    def do(self, command: Callable[[], Change]) -> bool:
        """Carry out a command and remember it; when it is refused say why and answer False."""
        refusal = self.attempt(command)
        if refusal:
            self.refused.emit(refusal)
        return not refusal

    def attempt(self, command: Callable[[], Change]) -> str:
        """Carry out a command; return why it is refused, or nothing, for a form to show."""
        try:
            self._refuse_while_busy()
            change = command()
            self._write(change)
        except RuleError as error:
            return str(error)
        self._remember(change)
        return ""

    def do_slowly(
        self,
        label: str,
        command: Callable[[JobHandle], Change],
        done: Callable[[Change], None] | None = None,
    ) -> None:
        """Carry out a long command in the background, such as an import; other writes wait.

        A cancel that comes after the change was written is too late, and the change stands.
        """
        try:
            self._refuse_while_busy()
        except RuleError as error:
            self.refused.emit(str(error))
            return
        self._slow = label

        def work(handle: JobHandle) -> Change:
            change = command(handle)
            handle.check()
            self._write(change)
            return change

        def ready(change: Change) -> None:
            self._slow = ""
            self._remember(change)
            if done is not None:
                done(change)

        self._jobs.run(work, ready, self._fail_slowly, label=label, cancelled=self._end_slow)

    def apply(self, change: Change) -> bool:
        """Write a change of the stack and tell the pages; answer whether it was written."""
        try:
            self._refuse_while_busy()
            self._write(change)
        except RuleError as error:
            self.refused.emit(str(error))
            return False
        self._tell(change)
        return True

    def _refuse_while_busy(self) -> None:
        if self._slow:
            raise RuleError(
                self.tr(
                    "“{0}” is still being written. Nothing is lost; try again when it ends."
                ).format(self._slow)
            )

    def _remember(self, change: Change) -> None:
        if change.lasting:
            self.stack.clear()
        else:
            self.stack.push(_Remembered(change, self))
        self.done.emit(change)
        self._tell(change)

    def _tell(self, change: Change) -> None:
        self.changed.emit(change)
        self.settled.emit(change)

    def _fail_slowly(self, error: Exception) -> None:
        self._end_slow()
        self._jobs.report(error)

    def _end_slow(self) -> None:
        self._slow = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("History", text)


class _Remembered(QUndoCommand):
    """A change that stands applied when it is pushed."""

    def __init__(self, change: Change, history: History) -> None:
        super().__init__(change.label)
        self._change = change
        self._history = history
        self._applied = True

    @override
    def redo(self) -> None:
        if not self._applied:  # push() itself calls redo() once
            again = replace(self._change, label=_tr("Again: {0}").format(self._change.label))
            self.setObsolete(not self._history.apply(again))
        self._applied = True

    @override
    def undo(self) -> None:
        back = replace(self._change.inverse(), label=_tr("Undo: {0}").format(self._change.label))
        self.setObsolete(not self._history.apply(back))
        self._applied = False
