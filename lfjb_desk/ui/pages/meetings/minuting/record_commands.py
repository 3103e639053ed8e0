"""What can be done with a line of the minutes: a note, a decision or an action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.domain.meetings.meetings import DecisionState
from lfjb_desk.ui.commands import Command, CommandGroup
from lfjb_desk.ui.pages.meetings.minuting.reading.kinds import EntryKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lfjb_desk.domain.read_models.meetings.minutes import MinutesView
    from lfjb_desk.ui.pages.meetings.minuting.record import Recorded
    from lfjb_desk.ui.pages.meetings.minuting.recorder import Recorder


class RecordCommands(QObject):
    """The commands on what is recorded under the item shown."""

    def __init__(
        self,
        recorder: Recorder,
        entries: Callable[[], Sequence[Recorded]],
        view: Callable[[], MinutesView | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._recorder, self._entries, self._view = recorder, entries, view

    def of_decisions(self) -> CommandGroup[Recorded]:
        """Return what can be done with a decision, whether the minutes are agreed or not."""
        turn = self._recorder.turn
        return CommandGroup(
            self.tr("What is recorded under the item"),
            (
                Command(
                    self.tr("Replace…"),
                    self._recorder.replace,
                    "arrows-clockwise",
                    offered=self._can_replace,
                ),
                Command(self.tr("Withdraw…"), turn, "x-circle", offered=_is_in_force),
                Command(self.tr("Reinstate…"), turn, "check-circle", offered=_is_withdrawn),
            ),
            self._entries,
            _name,
        )

    def of_words(self) -> CommandGroup[Recorded]:
        """Return what can be done with the words of minutes that are not agreed."""
        change, remove = self._recorder.change, self._recorder.remove
        return CommandGroup(
            self.tr("What is recorded under the item"),
            (
                Command(self.tr("Change…"), change, "pencil-simple", offered=self._is_open),
                Command(self.tr("Move…"), self._move, "arrows-down-up", offered=self._is_open_note),
                Command(self.tr("Remove"), remove, "trash", offered=self._is_open),
            ),
            self._entries,
            _name,
        )

    def _is_open(self, _: Recorded) -> bool:
        view = self._view()
        return view is not None and not view.settled

    def _is_open_note(self, entry: Recorded) -> bool:
        return entry.kind is EntryKind.NOTE and self._is_open(entry)

    def _can_replace(self, entry: Recorded) -> bool:
        return _is_in_force(entry) and bool(self._recorder.open_meetings(entry))

    def _move(self, entry: Recorded) -> None:
        view = self._view()
        if view is not None:
            self._recorder.move(entry, view.items)


def _name(entry: Recorded) -> str:
    return entry.ref or f"{entry.kind.value} “{entry.text[:40]}”"


def _is_in_force(entry: Recorded) -> bool:
    return entry.state is DecisionState.IN_FORCE


def _is_withdrawn(entry: Recorded) -> bool:
    return entry.state is DecisionState.WITHDRAWN
