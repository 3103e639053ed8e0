"""Slow work in the background: shown after a moment, cancelled at will."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.ui.collector import rest_collector, resume_collector

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")

SHOW_AFTER_MS = 400


class Cancelled(Exception):  # noqa: N818 - no error: the user wished it
    """The user has cancelled the work."""


class JobHandle(QObject):
    """One piece of work: the worker reports through it, the window cancels through it."""

    advanced = Signal(str, float)
    """What is being done, and how much is done: 0 to 1, or below 0 where nobody knows."""
    ended = Signal()
    _succeeded = Signal(object)
    _failed = Signal(object)

    def __init__(self, label: str, parent: QObject) -> None:
        super().__init__(parent)
        self.label = label
        self._cancelled = Event()

    def advance(self, words: str, fraction: float = -1.0) -> None:
        """Say how far the work is; may be called by the worker."""
        self.advanced.emit(words, fraction)

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Tell whether the user has cancelled; may be called by the worker."""
        return self._cancelled.is_set()

    def check(self) -> None:
        """Stop here if the user has cancelled.

        Raises:
            Cancelled: when he has.
        """
        if self.is_cancelled():
            raise Cancelled


def carry_out(work: Callable[[JobHandle], Any], handle: JobHandle) -> None:
    """Do the work and send its result, or what went wrong, to the window's thread."""
    try:
        handle.check()
        result = work(handle)
    except Exception as error:  # noqa: BLE001 - handed to the window's thread
        handle._failed.emit(error)  # noqa: SLF001 - the two halves of one thing
    else:
        handle._succeeded.emit(result)  # noqa: SLF001


class Jobs(QObject):
    """Runs work on one worker thread, and answers on the window's own.

    While work runs, Python's collector rests: on the worker it would take widgets apart, which
    only the window's thread may do.
    """

    begun = Signal(object)
    """A `JobHandle` whose work the user has just begun: it has a label."""
    slow = Signal(object)
    """A `JobHandle` whose work has taken longer than a moment, to be shown."""
    failed = Signal(str)
    """One sentence for the user, when nobody else listens for the failure."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._begun: list[Future[None]] = []
        self._running: list[JobHandle] = []

    def run(
        self,
        work: Callable[[JobHandle], Result],
        ready: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        label: str = "",
        cancelled: Callable[[], None] | None = None,
    ) -> JobHandle:
        """Start `work`; later call `ready` with its result, or `failed` or `cancelled`.

        `work` opens its own session and touches no widget. Without `failed` the failure is
        said in the window.
        """
        handle = JobHandle(label, self)
        self._running.append(handle)
        if label:
            self.begun.emit(handle)

        def on_failed(error: Exception) -> None:
            self._end(handle)
            if isinstance(error, Cancelled):
                if cancelled is not None:
                    cancelled()
            else:
                (failed or self.report)(error)

        def on_succeeded(result: Result) -> None:
            self._end(handle)
            ready(result)

        handle._succeeded.connect(on_succeeded)  # noqa: SLF001 - the two halves of one thing
        handle._failed.connect(on_failed)  # noqa: SLF001
        QTimer.singleShot(SHOW_AFTER_MS, handle, lambda: self._show(handle))
        rest_collector(self)
        self._begun = [job for job in self._begun if not job.done()]
        self._begun.append(self._worker.submit(carry_out, work, handle))
        return handle

    def report(self, error: Exception) -> None:
        """Say a failure in one sentence."""
        if isinstance(error, RuleError):
            self.failed.emit(str(error))
        else:
            self.failed.emit(
                self.tr("That did not work ({0}). Nothing was changed; try again.").format(
                    type(error).__name__
                )
            )

    def running(self) -> tuple[JobHandle, ...]:
        """Return what is being done now."""
        return tuple(self._running)

    def wait(self) -> None:
        """Cancel what can be cancelled and wait for the rest, as the window does to close."""
        for handle in self._running:
            handle.cancel()
        wait(self._begun)
        resume_collector(self)

    def _show(self, handle: JobHandle) -> None:
        if handle in self._running:
            self.slow.emit(handle)

    def _end(self, handle: JobHandle) -> None:
        self._running.remove(handle)
        if not self._running:
            resume_collector(self)
        handle.ended.emit()
        handle.deleteLater()
