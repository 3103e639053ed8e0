"""What can be done with measures and targets, carried out through the history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.domain.figures.figures import Measure
from lfjb_desk.ui.commands import Command, page_command
from lfjb_desk.ui.pages.performance.measures import forms

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.figures.figures import Target
    from lfjb_desk.services.figures.figures import FigureService
    from lfjb_desk.ui.shell.contract import Desk
    from lfjb_desk.ui.widgets.form import Answers


class MeasureCommands(QObject):
    """Asks the forms of measures and targets, and turns their answers into changes."""

    def __init__(self, desk: Desk, figures: FigureService, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._figures = desk, figures
        self.new = page_command(self.tr("New measure"), self.add_measure, "plus-bold")
        self.changing: Command[Measure] = Command(
            self.tr("Change wording"), self.change_measure, "pencil-simple"
        )

    def add_measure(self) -> None:
        """Add a measure."""

        def command(answers: Answers) -> Change:
            return self._figures.add_measure(Measure(**_whole(answers)))

        self._desk.dialogs.ask_form(
            forms.new_measure(self._figures.measures()),
            lambda answers: self._desk.history.attempt(partial(command, answers)),
        )

    def change_measure(self, measure: Measure) -> None:
        """Give a measure other words."""
        self._desk.dialogs.ask_form(
            forms.change_measure(measure, self._figures.measures()),
            lambda answers: self._desk.history.attempt(
                partial(self._figures.edit_measure, measure.id, **_whole(answers))
            ),
        )

    def set_target(self, measure: Measure, area_id: UUID, area: str) -> None:
        """Set a target for the area or for the nation."""

        def command(answers: Answers) -> Change:
            where = answers.pop("where")
            place = None if where == forms.NATIONAL else where
            return self._figures.set_target(measure.id, place, **answers)

        form = forms.target(measure, area_id, area, self._desk.context.today, None)
        self._desk.dialogs.ask_form(
            form, lambda answers: self._desk.history.attempt(partial(command, dict(answers)))
        )

    def change_target(self, measure: Measure, target: Target) -> None:
        """Give a target other ends, days or source."""
        context = self._desk.context
        if context.area_id is None:
            return
        form = forms.target(measure, context.area_id, "", context.today, target)
        self._desk.dialogs.ask_form(
            form,
            lambda answers: self._desk.history.attempt(
                partial(self._figures.edit_target, target.id, **answers)
            ),
        )

    def remove_target(self, target: Target) -> None:
        """Remove a target; undo brings it back."""
        self._desk.history.do(partial(self._figures.remove_target, target.id))


def _whole(answers: Answers) -> Answers:
    return {**answers, "decimals": int(answers["decimals"]), "base": answers["base"] or ""}
