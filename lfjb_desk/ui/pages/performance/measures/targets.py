"""The targets of a measure, shown and changed wherever a measure is described."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.domain.figures.targets import target_words
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.ui.commands import Command, CommandGroup, page_command, page_group
from lfjb_desk.ui.pages.performance.measures.commands import MeasureCommands
from lfjb_desk.ui.widgets.boxes import row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QVBoxLayout

    from lfjb_desk.domain.figures.figures import Measure, Target
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk


@dataclass(frozen=True)
class TargetLine:
    """A target of a measure, and the sentence that says it."""

    measure: Measure
    target: Target
    sentence: str


class Targets(QObject):
    """Writes the targets of a measure into a box, each with what can be done to it."""

    def __init__(self, desk: Desk, services: PerformanceServices, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._ask = desk, services
        self.record_commands = MeasureCommands(desk, services.figures, self)
        self._lines: tuple[TargetLine, ...] = ()
        self._subject: tuple[Measure, UUID | None] | None = None
        self._newest: date | None = None
        self._new = page_command(
            self.tr("Set a target"),
            self._set,
            "target",
            offered=lambda: self._subject is not None,
        )
        self._of_target: CommandGroup[TargetLine] = CommandGroup(
            self.tr("A target of the measure"),
            (
                Command(self.tr("Change…"), self._change, "pencil-simple"),
                Command(self.tr("Remove"), self._remove, "trash"),
            ),
            lambda: self._lines,
            lambda line: self.tr("the target {0}").format(line.sentence),
        )

    def command_groups(self) -> Sequence[AnyGroup]:
        """Return all that can be done with the targets shown."""
        return (page_group(self.tr("Targets of the measure"), self._new), self._of_target)

    def fill(
        self,
        box: QVBoxLayout,
        measure: Measure,
        targets: Sequence[Target],
        area_id: UUID | None,
        newest: date | None = None,
    ) -> None:
        """Write the targets that hold in an area, or all where no area is meant.

        `newest` is the start of the newest period of the series that is shown with them, if any.
        """
        self._newest = newest
        names = {area.id: area.name for area in self._ask.places.areas()}
        self._subject = measure, area_id
        new = command_button(self._new.bind(None), "quiet")
        box.addLayout(row(words(self.tr("Targets"), "strong"), None, new))
        seen = [
            target for target in targets if area_id is None or target.area_id in {None, area_id}
        ]
        self._lines = tuple(
            TargetLine(measure, target, target_words(target, measure)) for target in seen
        )
        for line in self._lines:
            target = line.target
            where = self.tr("nationally")
            if target.area_id is not None:
                where = names.get(target.area_id, self.tr("another area"))
            self._add(box, line, where)
        if not seen:
            box.addWidget(words(self.tr("No target is set."), "soft"))

    def _add(self, box: QVBoxLayout, target_line: TargetLine, where: str) -> None:
        target = target_line.target
        buttons = [
            command_button(command, "quiet") for command in self._of_target.offered(target_line)
        ]
        line = row(words(f"{target_line.sentence}, {where}", wrap=True), *buttons, gap=4)
        line.setStretch(0, 1)
        box.addLayout(line)
        days = self.tr("From {0}").format(long_date(target.starts))
        if target.ends is not None:
            days = self.tr("{0} to {1}").format(days, long_date(target.ends))
        box.addWidget(words(f"{days}. {target.source}", "small", wrap=True))

    def _set(self) -> None:
        if self._subject is None:
            return
        measure, area_id = self._subject
        place = area_id or self._desk.context.area_id
        if place is not None:
            names = {area.id: area.name for area in self._ask.places.areas()}
            of_area = area_id is not None or self._newest is None
            self.record_commands.set_target(
                measure, place, names.get(place, ""), self._newest, of_area=of_area
            )

    def _change(self, line: TargetLine) -> None:
        self.record_commands.change_target(line.measure, line.target)

    def _remove(self, line: TargetLine) -> None:
        self.record_commands.remove_target(line.target)
