"""What can be done with one action: asked for by button, menu, key or command."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.ui.pages.actions import forms
from lfjb_desk.ui.widgets.menus import menu_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from lfjb_desk.domain.actions import Action
    from lfjb_desk.domain.changes import Change
    from lfjb_desk.services.actions.actions import ActionService
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.widgets.form import Answers, Form


class ActionCommands(QObject):
    """Asks what a command needs to know, and hands it to the history."""

    def __init__(
        self, desk: Desk, actions: ActionService, ties: Callable[[], forms.Ties], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._ties = ties
        self._doing: dict[str, Callable[[Action], object]] = {
            "change": self._change,
            "record": self._record,
            "move": self._move,
            "close": self._close,
            "drop": self._drop,
            "sleep": self._sleep,
            "wake": self._wake,
            "reopen": self._reopen,
            "remove": self._remove,
        }

    def do(self, command: str, action: Action) -> None:
        """Carry out a command by its name."""
        self._doing[command](action)

    def keep(self, form: Form, command: Callable[[Answers], Change]) -> None:
        """Ask a form and carry out the command made of its answers."""
        self._desk.keep(form, command)

    def menu(self, action: Action, *, closed: bool) -> Sequence[QAction]:
        """Return what the menu of an action offers now."""
        record_commands = [("change", self.tr("Change…")), ("record", self.tr("Record update…"))]
        if closed:
            record_commands.append(("reopen", self.tr("Reopen…")))
        else:
            record_commands += [("move", self.tr("Move due date…")), ("close", self.tr("Close…"))]
            asleep = action.sleeping_until is not None
            record_commands.append(
                ("wake", self.tr("Wake")) if asleep else ("sleep", self.tr("Put to sleep…"))
            )
            record_commands.append(("drop", self.tr("Drop…")))
        record_commands.append(("remove", self.tr("Remove")))
        return [
            menu_entry(text, partial(self.do, command, action)) for command, text in record_commands
        ]

    def _change(self, action: Action) -> None:
        form = forms.change_action(action, self._ties())
        self.keep(form, lambda answers: self._actions.edit(action.id, **answers))

    def _record(self, action: Action) -> None:
        now = self._desk.context.clock()
        self.keep(
            forms.record_update(action),
            lambda answers: self._actions.record(action.id, now=now, **answers),
        )

    def _move(self, action: Action) -> None:
        now = self._desk.context.clock()
        self.keep(
            forms.move_due(action),
            lambda answers: self._actions.move_due(action.id, now=now, **answers),
        )

    def _close(self, action: Action) -> None:
        now = self._desk.context.clock()
        self.keep(
            forms.close_action(action, self._desk.context.today),
            lambda answers: self._actions.close(action.id, now=now, **answers),
        )

    def _drop(self, action: Action) -> None:
        day, now = self._desk.context.today, self._desk.context.clock()
        self.keep(
            forms.drop_action(action),
            lambda answers: self._actions.drop(action.id, closed_on=day, now=now, **answers),
        )

    def _sleep(self, action: Action) -> None:
        now = self._desk.context.clock()
        self.keep(
            forms.sleep_action(action),
            lambda answers: self._actions.sleep(action.id, now=now, **answers),
        )

    def _reopen(self, action: Action) -> None:
        now = self._desk.context.clock()
        self.keep(
            forms.reopen_action(action),
            lambda answers: self._actions.reopen(action.id, now=now, **answers),
        )

    def _wake(self, action: Action) -> None:
        now = self._desk.context.clock()
        self._desk.history.do(partial(self._actions.wake, action.id, now))

    def _remove(self, action: Action) -> None:
        self._desk.history.do(partial(self._actions.remove, action.id))
