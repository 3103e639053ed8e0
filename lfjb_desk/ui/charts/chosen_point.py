"""What a chart shows, which of its points is chosen, and what is said of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

Key = Qt.Key
ALONG = {Key.Key_Left: -1, Key.Key_Right: 1}
"""The keys that walk along time."""
THROUGH = {**ALONG, Key.Key_Up: -1, Key.Key_Down: 1}
"""The keys that walk through a list of places."""


class Sayable(Protocol):
    """What a chart draws, as far as it is put into words."""

    @property
    def title(self) -> str:
        """What the chart is called."""

    @property
    def summary(self) -> str:
        """What it shows, in words."""

    def count(self) -> int:
        """Return how many points can be chosen."""

    def sentence_at(self, index: int) -> str:
        """Return what one point says."""


Data = TypeVar("Data", bound=Sayable)


class ChosenPoint(Generic[Data]):
    """Keeps what a chart shows and which point is chosen, and names both for a screen reader.

    `from_end` tells that the first key begins at the newest point and not at the first.
    """

    def __init__(self, chart: QWidget, steps: dict[Key, int], *, from_end: bool) -> None:
        self._chart, self._steps, self._from_end = chart, steps, from_end
        self.data: Data | None = None
        self.place: int | None = None

    def show(self, data: Data) -> None:
        """Show something else, where no point is chosen yet."""
        self.data, self.place = data, None
        self._chart.setAccessibleName(data.title)
        self._chart.setAccessibleDescription(data.summary)

    def choose(self, index: int | None, mark: Callable[[], object]) -> None:
        """Choose the point of a place, say it and have it marked; None chooses none."""
        if self.data is None or index == self.place:
            return
        self.place = index
        point = "" if index is None else f"{self.data.sentence_at(index)}. "
        self._chart.setAccessibleDescription(f"{point}{self.data.summary}")
        mark()

    def asked_by(self, key: Key) -> int | None:
        """Return the place that a key asks for: the next one, the first or the last."""
        count = 0 if self.data is None else self.data.count()
        if not count:
            return None
        last = count - 1
        if key in self._steps:
            beside = count if self._from_end else -1
            start = beside if self.place is None else self.place
            return min(last, max(0, start + self._steps[key]))
        return {Key.Key_Home: 0, Key.Key_End: last}.get(key)
