"""The targets of a measure, shown and changed wherever a measure is described."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.domain.figures.target_words import target_words
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.ui.pages.performance.measures.commands import MeasureCommands
from lfjb_desk.ui.widgets.boxes import row
from lfjb_desk.ui.widgets.text import button, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QVBoxLayout

    from lfjb_desk.domain.figures.figures import Measure, Target
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk


class Targets(QObject):
    """Writes the targets of a measure into a box, each with what can be done to it."""

    def __init__(self, desk: Desk, services: PerformanceServices, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._ask = desk, services
        self.record_commands = MeasureCommands(desk, services.figures, self)

    def fill(
        self, box: QVBoxLayout, measure: Measure, targets: Sequence[Target], area_id: UUID | None
    ) -> None:
        """Write the targets that hold in an area, or all where no area is meant."""
        names = {one.id: one.name for one in self._ask.places.areas()}
        new = button(self.tr("Set a target"), "quiet")
        new.clicked.connect(partial(self._set, measure, area_id, names))
        box.addLayout(row(words(self.tr("Targets"), "strong"), None, new))
        seen = [one for one in targets if area_id is None or one.area_id in {None, area_id}]
        for target in seen:
            where = self.tr("nationally")
            if target.area_id is not None:
                where = names.get(target.area_id, self.tr("another area"))
            self._add(box, measure, target, where)
        if not seen:
            box.addWidget(words(self.tr("No target is set."), "soft"))

    def _add(self, box: QVBoxLayout, measure: Measure, target: Target, where: str) -> None:
        said = target_words(target, measure)
        change = button(self.tr("Change"), "quiet")
        change.setAccessibleName(self.tr("Change the target {0}").format(said))
        change.clicked.connect(partial(self.record_commands.change_target, measure, target))
        remove = button(self.tr("Remove"), "quiet")
        remove.setAccessibleName(self.tr("Remove the target {0}").format(said))
        remove.clicked.connect(partial(self.record_commands.remove_target, target))
        line = row(words(f"{said}, {where}", wrap=True), change, remove, gap=4)
        line.setStretch(0, 1)
        box.addLayout(line)
        days = self.tr("From {0}").format(long_date(target.starts))
        if target.ends is not None:
            days = self.tr("{0} to {1}").format(days, long_date(target.ends))
        box.addWidget(words(f"{days}. {target.source}", "small", wrap=True))

    def _set(self, measure: Measure, area_id: UUID | None, names: dict[UUID, str]) -> None:
        place = area_id or self._desk.context.area_id
        if place is not None:
            self.record_commands.set_target(measure, place, names.get(place, ""))
