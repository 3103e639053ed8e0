"""What can be done with measures and targets, carried out through the history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.domain.figures.figures import Measure
from lfjb_desk.services.figures.figures import MeasureWording
from lfjb_desk.ui.commands import Command, page_command
from lfjb_desk.ui.pages.performance.measures import forms

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.domain.figures.figures import Target
    from lfjb_desk.domain.figures.targets import TargetPlace
    from lfjb_desk.services.figures.figures import FigureService
    from lfjb_desk.ui.shell.contract import Desk


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
        self._desk.keep(
            forms.new_measure(self._figures.measures()),
            lambda answer: self._figures.add_measure(Measure(code=answer.code, **_wording(answer))),
        )

    def change_measure(self, measure: Measure) -> None:
        """Give a measure other words."""
        self._desk.keep(
            forms.change_measure(measure, self._figures.measures()),
            lambda answer: self._figures.edit_measure(measure.id, **_wording(answer)),
        )

    def set_target(
        self, measure: Measure, places: Sequence[TargetPlace], newest: date | None
    ) -> None:
        """Set a target for one of some places; `newest` is the start of the newest period."""
        day = newest or self._desk.context.today
        self._desk.keep(
            forms.new_target(measure, places, day),
            lambda answer: self._figures.set_target(
                measure.id,
                answer.place,
                answer.low,
                answer.high,
                answer.starts,
                answer.source,
                answer.ends,
            ),
        )

    def change_target(self, measure: Measure, target: Target) -> None:
        """Give a target other ends, days or source."""
        self._desk.keep(
            forms.change_target(measure, self._desk.context.today, target),
            lambda answer: self._figures.edit_target(
                target.id,
                low=answer.low,
                high=answer.high,
                starts=answer.starts,
                ends=answer.ends,
                source=answer.source,
            ),
        )

    def remove_target(self, target: Target) -> None:
        """Remove a target; undo brings it back."""
        self._desk.history.do(partial(self._figures.remove_target, target.id))


def _wording(answer: forms.MeasureAnswer) -> MeasureWording:
    """Return the words of a measure as the service takes them."""
    return MeasureWording(
        name=answer.name,
        definition=answer.definition,
        unit=answer.unit,
        decimals=answer.decimals,
        polarity=answer.polarity,
        source=answer.source,
        formula=answer.formula,
        base=answer.base or "",
    )
