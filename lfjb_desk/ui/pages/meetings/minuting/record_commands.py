"""What can be done with a line of the minutes: a note, a decision or an action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.domain.meetings import DecisionState
from lfjb_desk.ui.commands import Command, CommandGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lfjb_desk.ui.pages.meetings.minuting.record import Recorded
    from lfjb_desk.ui.pages.meetings.minuting.recorder import Recorder


class RecordCommands(QObject):
    """The commands on what is recorded under the item shown."""

    def __init__(
        self,
        recorder: Recorder,
        entries: Callable[[], Sequence[Recorded]],
        is_settled: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        heading = self.tr("What is recorded under the item")

        def is_open(_: Recorded) -> bool:
            return not is_settled()

        self.decisions: CommandGroup[Recorded] = CommandGroup(
            heading,
            (
                Command(self.tr("Withdraw"), recorder.turn, "x-circle", offered=_is_in_force),
                Command(self.tr("Reinstate"), recorder.turn, "check-circle", offered=_is_withdrawn),
            ),
            entries,
            _name,
        )
        """What can be done with a decision whether the minutes are agreed or not."""
        self.words: CommandGroup[Recorded] = CommandGroup(
            heading,
            (
                Command(self.tr("Change…"), recorder.change, "pencil-simple", offered=is_open),
                Command(self.tr("Remove"), recorder.remove, "trash", offered=is_open),
            ),
            entries,
            _name,
        )
        """What can be done with the words of minutes that are not agreed."""


def _name(entry: Recorded) -> str:
    return entry.ref or f"{entry.kind.value} “{entry.text[:40]}”"


def _is_in_force(entry: Recorded) -> bool:
    return entry.state is DecisionState.IN_FORCE


def _is_withdrawn(entry: Recorded) -> bool:
    return entry.state is DecisionState.WITHDRAWN
