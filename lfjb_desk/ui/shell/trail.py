"""The way back and forward over what was looked at: pages, and what was chosen on each."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST = 100
"""How many stops are remembered each way."""


@dataclass(frozen=True)
class TrailStop:
    """Where the user was: a page by its key, and what it showed, in a form of its own."""

    page: str
    place: object


class Trail(QObject):
    """Remembers where the user was, as a browser does.

    Each place is taken down when it is left, so that it is found again as it was then.
    """

    changed = Signal()
    """There is another way to go, or one fewer."""

    def __init__(
        self,
        here: Callable[[], TrailStop | None],
        show: Callable[[TrailStop], bool],
        parent: QObject,
    ) -> None:
        """`here` says where the user is; `show` goes somewhere and tells whether it is there."""
        super().__init__(parent)
        self._here, self._show = here, show
        self._past: list[TrailStop] = []
        self._future: list[TrailStop] = []
        self._is_going = False

    def leave(self) -> None:
        """Take down where the user is; what stands there is about to change."""
        stop = self._here()
        if self._is_going or stop is None or self._past[-1:] == [stop]:
            return
        self._past = [*self._past, stop][-LONGEST:]
        self._future.clear()
        self.changed.emit()

    @contextmanager
    def one_step(self) -> Iterator[None]:
        """Take down where the user is, and nothing that comes by on the way from there."""
        self.leave()
        was_going, self._is_going = self._is_going, True
        try:
            yield
        finally:
            self._is_going = was_going

    def can_go_back(self) -> bool:
        """Tell whether there is a place before this one."""
        return bool(self._past)

    def can_go_forward(self) -> bool:
        """Tell whether the user came back from a place after this one."""
        return bool(self._future)

    def back(self) -> None:
        """Go to the place before this one."""
        self._go(self._past, self._future)

    def forward(self) -> None:
        """Go to the place that the user came back from."""
        self._go(self._future, self._past)

    def forget(self) -> None:
        """Forget all places: they belong to another database."""
        self._past.clear()
        self._future.clear()
        self.changed.emit()

    def _go(self, there: list[TrailStop], behind: list[TrailStop]) -> None:
        """Go to the newest stop that is another place than this and that still stands."""
        here = self._here()
        while there:
            stop = there.pop()
            if stop != here and self._is_reached(stop):
                if here is not None:
                    behind.append(here)
                break
        self.changed.emit()

    def _is_reached(self, stop: TrailStop) -> bool:
        self._is_going = True
        try:
            return self._show(stop)
        finally:
            self._is_going = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go by the side buttons of the mouse."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            ways = {
                Qt.MouseButton.BackButton: self.back,
                Qt.MouseButton.ForwardButton: self.forward,
            }
            if event.button() in ways:
                ways[event.button()]()
                return True
        return False
